"""A grid without rules above the act: labels one under the other ("Commission", "Objet", "Délibération n°"), and what
each says at its height, to the right, in whatever order and paragraphes the two columns were read."""

from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from modeles.acte import Acte
from modeles.lecture import Trouvaille
from modeles.texte import Mot, plier
from pipeline.grammaire import titre as g

ECART = 8.0
"""How far from each other the labels of one column may begin, points."""


class _Ligne(NamedTuple):
    mots: tuple[Mot, ...]

    @property
    def texte(self) -> str:
        return " ".join(m.texte for m in self.mots)

    @property
    def haut(self) -> float:
        return min(m.boite[1] for m in self.mots)

    @property
    def bas(self) -> float:
        return max(m.boite[3] for m in self.mots)

    @property
    def gauche(self) -> float:
        return self.mots[0].boite[0]


def lire_grille(acte: Acte) -> dict[str, Trouvaille[str]]:
    """``objet`` and ``numero``, where such a grid says them."""
    lignes = [x for p in acte.passages("entete", "titre", "expose")[:40] for x in _lignes(p.mots)]
    etiquettes = sorted(
        (x for x in lignes if g.ETIQUETTE.fullmatch(plier(x.texte))), key=lambda x: (x.mots[0].page, x.haut)
    )
    trouves: dict[str, Trouvaille[str]] = {}
    for avant, ici, apres in zip([None, *etiquettes], etiquettes, [*etiquettes[1:], None], strict=False):
        champ = g.CHAMP_D_ETIQUETTE.match(plier(ici.texte))
        if champ is None or not any(x is not None and _meme_colonne(x, ici) for x in (avant, apres)):
            continue
        suivante = apres if apres is not None and _meme_colonne(ici, apres) else None
        mots = _valeur(ici, suivante, lignes)
        nom = "numero" if champ["numero"] else "objet"
        texte = " ".join(m.texte for m in mots)
        if mots and (nom == "objet" or any(c.isdigit() for c in texte)):
            trouves.setdefault(nom, Trouvaille(valeur=texte, mots=tuple(mots), regle=f"titre.{nom}_grille"))
    return trouves


def _lignes(mots: Sequence[Mot]) -> list[_Ligne]:
    """The printed lines of a passage."""
    sauts = [i + 1 for i, (a, b) in enumerate(pairwise(mots)) if a.page != b.page or b.boite[0] < a.boite[0]]
    coupes = [0, *sauts, len(mots)]
    return [_Ligne(tuple(mots[a:b])) for a, b in pairwise(coupes) if b > a]


def _meme_colonne(a: _Ligne, b: _Ligne) -> bool:
    """Two labels one under the other."""
    proches = abs(a.haut - b.haut) < 4 * (a.bas - a.haut)
    return a.mots[0].page == b.mots[0].page and abs(a.gauche - b.gauche) < ECART and proches


def _valeur(etiquette: _Ligne, suivante: _Ligne | None, lignes: Sequence[_Ligne]) -> list[Mot]:
    """The words to the right of a label, from its height to that of the next one."""
    hauteur = etiquette.bas - etiquette.haut
    fin = suivante.haut if suivante is not None else etiquette.haut + 1.2 * hauteur
    cote = [
        x
        for x in lignes
        if x.mots[0].page == etiquette.mots[0].page
        and x.gauche > etiquette.mots[-1].boite[2] + hauteur
        and etiquette.haut - 0.5 * hauteur <= x.haut < fin - 0.5 * hauteur
    ]
    return [m for x in sorted(cote, key=lambda x: x.haut) for m in x.mots]
