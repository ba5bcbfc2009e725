"""The agenda of a procès-verbal: its entries, and the headings that repeat them."""

import re
from collections.abc import Sequence

from modeles.acte import Paragraphe
from modeles.texte import Passage
from pipeline.etapes.segmentation.ancres import est_ancre
from pipeline.etapes.segmentation.role import tete
from pipeline.grammaire import proces_verbal as pv
from pipeline.grammaire import structure as s
from pipeline.grammaire.titre import EXPOSE, EXPOSE_NU
from pipeline.rapprochement import ressemblance


def lire_ordre_du_jour(paragraphes: Sequence[Paragraphe]) -> tuple[int, list[str]]:
    """(index after the agenda, its entries folded); (0, []) without agenda."""
    fin, entrees = entrees_de_l_ordre(paragraphes)
    return fin, [tete(p)[0] for p in entrees]


def entrees_de_l_ordre(paragraphes: Sequence[Paragraphe]) -> tuple[int, list[Paragraphe]]:
    """(index after the agenda, its entries); (0, []) without agenda."""
    debut = next((i for i, p in enumerate(paragraphes) if _est_l_intitule(tete(p)[0])), None)
    if debut is None:
        return 0, []
    entrees: list[Paragraphe] = []
    i = debut + 1
    while i < len(paragraphes) and len(entrees) < 80:
        p = paragraphes[i]
        puce = s.PUCE.match(p.passage.plie) or s.RANG.match(p.passage.plie) or re.match(r"\W\s", p.passage.plie)
        serre = (
            p.ecart < (1.0 if entrees else 3.0)
            and not est_ancre(p)
            and len(p.passage.texte) < 200
            and p.passage.texte[-1:] != "."
        )
        if p.region == "corps" and not (puce or serre):
            break
        if p.region == "corps":
            entrees.append(p)
        i += 1
    return i, entrees


def _est_l_intitule(plie: str) -> bool:
    """The heading of the agenda; alone on its line, a letter of it may be misread ("Ordte du jour")."""
    return (s.ORDRE_DU_JOUR.match(plie) is not None and len(plie) < 160) or (
        len(plie) < 18 and ressemblance(plie.rstrip(" :."), "ordre du jour") >= 0.9
    )


def est_a_l_ordre(plie: str, entrees: Sequence[str]) -> bool:
    """The heading repeats an entry of the agenda, or begins like it, or is its beginning; OCR errors aside."""
    return any(
        ressemblance(plie, e) >= 0.72
        or (len(e) > 14 and ressemblance(plie[: len(e)], e) >= 0.8)
        or (len(plie) > 14 and ressemblance(plie, e[: len(plie)]) >= 0.85)
        for e in entrees
    )


def detacher_titres(paragraphes: Sequence[Paragraphe], debut: int, entrees: Sequence[str]) -> list[Paragraphe]:
    """Headings that repeat an agenda entry, cut from the sentence that follows them without space."""
    sorties = list(paragraphes[:debut])
    for p in paragraphes[debut:]:
        coupe = _fin_du_titre(p, entrees) if p.region == "corps" and p.cellule is None and p.lignes > 1 else None
        if coupe is None:
            sorties.append(p)
            continue
        sorties += _couper(p, coupe)
    return sorties


def detacher_exposes(paragraphes: Sequence[Paragraphe]) -> list[Paragraphe]:
    """A marked title ("Point n° 1 : ...") cut from the report that begins on the next line ("M. X présente ...")."""
    sorties: list[Paragraphe] = []
    for p in paragraphes:
        plie = p.passage.plie
        marque = p.lignes > 1 and p.region == "corps" and (s.OBJET.match(plie) or pv.NUMERO_POINT.match(plie))
        fins = fins_de_ligne(p.passage)[:4] if marque else []
        coupe = next((f for f in fins if any(m.match(plie[f:].lstrip()) for m in (EXPOSE, EXPOSE_NU))), None)
        sorties += [p] if coupe is None else _couper(p, coupe)
    return sorties


def _couper(p: Paragraphe, coupe: int) -> list[Paragraphe]:
    titre, reste = p.passage.extrait(0, coupe), p.passage.extrait(coupe, len(p.passage.texte))
    return [
        p.model_copy(update={"passage": titre, "lignes": 1}),
        p.model_copy(update={"passage": reste, "lignes": p.lignes - 1, "ecart": 0.2}),
    ]


def fins_de_ligne(passage: Passage) -> list[int]:
    """Where the printed lines end, the last one left out."""
    mots, bornes = passage.mots, passage.bornes
    return [bornes[i][1] for i in range(len(mots) - 1) if mots[i + 1].boite[0] < mots[i].boite[0]]


def _fin_du_titre(p: Paragraphe, entrees: Sequence[str]) -> int | None:
    """Where the heading ends: the end of a printed line up to which the text is an entry of the agenda."""
    return next(
        (
            fin
            for fin in fins_de_ligne(p.passage)[:3]
            if p.passage.texte[fin : fin + 2].strip()[:1].isupper()
            and any(ressemblance(p.passage.plie[:fin], e) >= 0.8 for e in entrees)
        ),
        None,
    )
