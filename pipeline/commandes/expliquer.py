"""``greffier expliquer``: where one value stands on the scan, what was read there and by which rule."""

import difflib
import json
from argparse import Namespace
from collections.abc import Iterator, Sequence
from typing import Any

from modeles.lecture import Anomalie, Endroit, Lecture, Source, feuilles
from modeles.page import Ligne, Page, Soin
from modeles.texte import Boite
from pipeline import chaine
from pipeline.commandes.affichage import progression
from pipeline.erreurs import ErreurDeliberation
from pipeline.reglages import charger

NATURES = {
    "lu": "imprimée telle quelle",
    "corrige": "imprimée, la lecture corrigée",
    "deduit": "déduite d'autres valeurs imprimées",
}
SOINS: dict[Soin, str] = {
    "tourner": "tournée",
    "deplier": "perspective défaite",
    "redresser": "redressée",
    "reduire": "réduite",
    "depoussierer": "dépoussiérée",
    "epaissir": "traits épaissis",
    "aplanir": "lumière égalisée",
    "accentuer": "contours accentués",
    "contraster": "contraste rehaussé",
}
CITES = 5
"""Pointers proposed in place of one that does not exist."""


def executer(options: Namespace) -> int:
    """Print the origin of a value. Raises ErreurDeliberation when there is no such pointer."""
    montrer = progression()
    reglages = charger(options.reglages)
    if options.texte:
        pages = chaine.lire_texte(options.entree)
    else:
        pages = chaine.lire_images(options.entree, reglages, lambda fait, total: montrer(f"page {fait} / {total}"))
    montrer("")
    lecture = chaine.lire_pages(pages, chaine.decrire(options.entree, len(pages)))
    print("\n".join(expliquer(lecture, pages, options.pointeur)))
    return 0


def expliquer(lecture: Lecture, pages: Sequence[Page], pointeur: str) -> Iterator[str]:
    """The lines to print. Raises ErreurDeliberation when the reading has nothing at ``pointeur``."""
    valeur = _valeur(lecture, pointeur)
    if isinstance(valeur, (dict, list)):
        yield from (f"{p} : {_dire(v)}" for p, v in feuilles(valeur, pointeur))
        return
    yield f"Champ       {pointeur}"
    yield f"Valeur      {_dire(valeur)}"
    source = lecture.sources.get(pointeur)
    if source is not None:
        yield from _origine(source, pages)
    elif valeur is None:
        yield "Origine     rien de tel n'a été trouvé dans le document"
    yield from _doutes(lecture.anomalies, pointeur)


def _valeur(lecture: Lecture, pointeur: str) -> Any:
    try:
        if not pointeur.startswith("/"):
            raise KeyError(pointeur)
        return lecture.feuille(pointeur)
    except KeyError:
        existants = [p for p, _ in feuilles(lecture.model_dump(mode="json", include={"deliberations"}), "")]
        voisins = difflib.get_close_matches(pointeur, existants, n=CITES) or existants[:CITES]
        raise ErreurDeliberation(
            f"Aucun champ « {pointeur} » dans cette lecture.",
            f"Les plus proches : {', '.join(voisins)}." if voisins else "Aucune délibération n'a été trouvée.",
        ) from None


def _dire(valeur: Any) -> str:
    return "rien (null)" if valeur is None else json.dumps(valeur, ensure_ascii=False)


def _origine(source: Source, pages: Sequence[Page]) -> Iterator[str]:
    for endroit in source.endroits:
        yield f"Page        {endroit.page}{_dire_boite(endroit.boite)}"
        soins = next((p.soins for p in pages if p.numero == endroit.page), ())
        if soins:
            yield f"Image       {', '.join(SOINS[s] for s in soins)} avant lecture"
        for ligne in lignes_de(endroit, pages, source):
            yield f"Ligne       « {ligne.texte} »"
    yield f"Lu          « {source.brut} »"
    yield f"Lisibilité  {source.lisibilite:.0%} (le mot le moins sûr)".replace("%", " %")
    yield f"Confiance   {source.confiance:.0%} (chance estimée que la valeur soit juste)".replace("%", " %")
    yield f"Règle       {source.regle}"
    yield f"Nature      {NATURES[source.nature]}"
    for correction in source.corrections:
        yield f"Correction  {correction}"


def _dire_boite(boite: Boite) -> str:
    if not any(boite):
        return ""
    x0, y0, x1, y1 = (round(v) for v in boite)
    return f", de ({x0}, {y0}) à ({x1}, {y1}) en points depuis le coin haut gauche"


def lignes_de(endroit: Endroit, pages: Sequence[Page], source: Source) -> Iterator[Ligne]:
    """The printed lines under a place; in plain text, which has no boxes, those that hold the words of the source."""
    mots = set(source.brut.split())
    for page in pages:
        if page.numero != endroit.page:
            continue
        for ligne in page.lignes:
            if page.origine == "texte":
                if mots <= {m.brut for m in ligne.mots}:
                    yield ligne
            elif any(_couvre(endroit.boite, page.boite_scan(m.boite)) for m in ligne.mots):
                yield ligne


def _couvre(endroit: Boite, mot: Boite) -> bool:
    """True when the centre of the word is in the place."""
    x, y = (mot[0] + mot[2]) / 2, (mot[1] + mot[3]) / 2
    return endroit[0] <= x <= endroit[2] and endroit[1] <= y <= endroit[3]


def _doutes(anomalies: Sequence[Anomalie], pointeur: str) -> Iterator[str]:
    for anomalie in anomalies:
        if anomalie.champ is not None and f"{pointeur}/".startswith(f"{anomalie.champ}/"):
            yield f"Doute       {anomalie.message} ({anomalie.code})"
