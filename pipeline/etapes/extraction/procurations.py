"""Who gave a proxy to whom: what links the name of the giver to that of the holder."""

import re
from collections.abc import Sequence
from itertools import pairwise

from modeles.acte import NatureZone, Paragraphe
from modeles.deliberation import Personne
from modeles.lecture import Trouvaille
from modeles.texte import Passage
from pipeline.etapes.extraction.liste_de_noms import NomLu, lire_noms
from pipeline.etapes.extraction.noms import personne
from pipeline.grammaire.appel import COLONNE_DE_LIBELLES
from pipeline.grammaire.parts import RESPECTIVEMENT, SUITE_DE_POUVOIR
from pipeline.grammaire.personnes import LIEN, LIEN_INVERSE

Groupe = tuple[NatureZone, Passage]
"""A part of the roll and its text."""
Procuration = tuple[Trouvaille[Personne], Trouvaille[Personne] | None]
"""(giver, holder or None)."""

_LIEN_COURT = re.compile(r"\s*[(,;]?\s*(?:a|par|→|=>|->|-+>?|>|:|au\s+profit\s+de|en\s+faveur\s+de)\s*$")
_POINT = re.compile(r"(?<!\bm)(?<!\bmm)(?<!\bmme)(?<!\b[a-z])\.\s")
_SECONDE_COLONNE = re.compile(r"a\s{1,3}(?:m\.|mr|mme|mlle|monsieur|madame)\s")


def paire(passage: Passage, mandant: NomLu, mandataire: NomLu, regle: str) -> Procuration:
    return personne(passage, mandant, regle), personne(passage, mandataire, regle)


def est_lien(entre: str, nature: NatureZone) -> bool:
    """The folded text between two names says that the first gave a proxy to the second."""
    if re.search(r"suppl|remplac", entre):
        return False
    if LIEN.search(entre) and not LIEN_INVERSE.search(entre):
        return True
    if nature == "procurations":
        entre = re.sub(r"\([^()]*\)", " ", entre)
        return entre.strip() == "(" or bool(
            _LIEN_COURT.fullmatch(entre)
            or re.fullmatch(r"\W*(?:representee?|absente?|excusee?)?\W*(?:a|par)\W*", entre)
        )
    return False


def est_lien_inverse(entre: str, nature: NatureZone) -> bool:
    """... that the second gave it to the first: "M. Y, procuration de M. X", "Porteurs de pouvoirs : Y pour X"."""
    return bool(LIEN_INVERSE.search(entre) or (nature == "procurations" and entre.strip(" ,;") == "pour"))


def respectivement(passage: Passage, noms: Sequence[NomLu]) -> dict[int, int]:
    """Ranks of the givers -> ranks of the holders, where a sentence names all the givers, then as many holders:
    "A, B et C ont respectivement donné pouvoir à X, Y et Z". Empty when it does not."""
    verbe = RESPECTIVEMENT.search(passage.plie)
    if verbe is None:
        return {}
    points = [m.start() for m in _POINT.finditer(passage.plie, 0, verbe.start())]
    point = points[-1] if points else -1
    avant = [i for i, lu in enumerate(noms) if point < lu.debut < verbe.start()]
    apres = [i for i, lu in enumerate(noms) if lu.debut >= verbe.end() - 1]
    return dict(zip(avant, apres, strict=False)) if len(avant) <= len(apres) else {}


def est_suite(avant: Passage, passage: Passage) -> bool:
    """The giver stands on one line, the holder on the next: "Mme X", then "donne procuration à M. Y"."""
    return bool(SUITE_DE_POUVOIR.match(passage.plie)) and len(lire_noms(avant.texte)) == 1


def colonnes(groupes: Sequence[Groupe]) -> tuple[list[Procuration], list[Groupe]]:
    """Two columns of proxies without rules: those who give under "Ont donné pouvoir", then as many who hold, under
    "à", row by row. The pairs, and the parts of the roll that are left."""
    pouvoirs = [i for i, (nature, _) in enumerate(groupes) if nature == "procurations"]
    milieu = next((i for i in pouvoirs if _SECONDE_COLONNE.match(groupes[i][1].plie)), None)
    if milieu is None or milieu == pouvoirs[0]:
        return [], list(groupes)
    gauche, droite = ([groupes[i][1] for i in pouvoirs if (i < milieu) == avant] for avant in (True, False))
    mandants, mandataires = ([(p, lu) for p in cote for lu in lire_noms(p.texte)] for cote in (gauche, droite))
    if len(mandants) != len(mandataires) or len(mandants) < 2 or any(map(_a_un_lien, gauche)):
        return [], list(groupes)
    regle = "procurations.colonnes"
    couples: list[Procuration] = [
        (personne(ici, mandant, regle), personne(la, mandataire, regle))
        for (ici, mandant), (la, mandataire) in zip(mandants, mandataires, strict=True)
    ]
    return couples, [g for i, g in enumerate(groupes) if i not in pouvoirs]


def _a_un_lien(passage: Passage) -> bool:
    noms = lire_noms(passage.texte)
    return any(est_lien(passage.plie[a.fin : b.debut], "procurations") for a, b in pairwise(noms))


def rangees(nature: NatureZone, paragraphes: Sequence[Paragraphe]) -> list[Paragraphe]:
    """A table of proxies inside the roll, one paragraph a row ("giver → holder")."""
    sorties: list[Paragraphe] = []
    libelles = {
        (p.page, p.cellule.tableau, p.cellule.colonne)
        for p in paragraphes
        if p.cellule and p.cellule.rangee == 0 and COLONNE_DE_LIBELLES.match(p.passage.plie)
    }
    for p in paragraphes:
        if p.cellule and (p.page, p.cellule.tableau, p.cellule.colonne) in libelles:
            continue
        avant = sorties[-1] if sorties else None
        if nature == "procurations" and avant is not None and p.cellule and _rang(avant) == _rang(p):
            sorties[-1] = avant.model_copy(update={"passage": Passage.joindre([avant.passage, p.passage], " → ")})
        else:
            sorties.append(p)
    return sorties


def _rang(p: Paragraphe) -> tuple[int, int, int] | None:
    return (p.page, p.cellule.tableau, p.cellule.rangee) if p.cellule else None
