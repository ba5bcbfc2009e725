"""A grid without rules above the act: labels one under the other ("Commission", "Objet", "Délibération n°"), and what
each says at its height, to the right, in whatever order and paragraphes the two columns were read."""

from collections.abc import Sequence
from itertools import pairwise

from modeles.acte import Acte
from modeles.lecture import Trouvaille
from modeles.page import Ligne
from modeles.texte import Mot, plier
from pipeline.grammaire import titre as g

ECART = 8.0
"""How far from each other the labels of one column may begin, points."""


def lire_grille(acte: Acte) -> dict[str, Trouvaille[str]]:
    """``objet`` and ``numero``, where such a grid says them."""
    lignes = [x for p in acte.passages("entete", "titre", "expose")[:40] for x in _lignes(p.mots)]
    etiquettes = [x for x in lignes if g.ETIQUETTE.fullmatch(plier(x.texte))]
    etiquettes.sort(key=lambda x: (x.mots[0].page, x.boite[1]))
    trouves: dict[str, Trouvaille[str]] = {}
    for avant, ici, apres in zip([None, *etiquettes], etiquettes, [*etiquettes[1:], None], strict=False):
        champ = g.CHAMP_D_ETIQUETTE.match(plier(ici.texte))
        dessous = apres if apres is not None and _meme_colonne(ici, apres) else None
        if champ is None or (dessous is None and not (avant is not None and _meme_colonne(avant, ici))):
            continue
        mots = _valeur(ici, dessous, lignes)
        nom = "numero" if champ["numero"] else "objet"
        texte = " ".join(m.texte for m in mots)
        if mots and (nom == "objet" or any(c.isdigit() for c in texte)):
            trouves.setdefault(nom, Trouvaille(valeur=texte, mots=tuple(mots), regle=f"titre.{nom}_grille"))
    return trouves


def _lignes(mots: Sequence[Mot]) -> list[Ligne]:
    """The printed lines of a passage."""
    sauts = [i + 1 for i, (a, b) in enumerate(pairwise(mots)) if a.page != b.page or b.boite[0] < a.boite[0]]
    coupes = [0, *sauts, len(mots)]
    return [Ligne(mots=tuple(mots[a:b]), bloc=0) for a, b in pairwise(coupes) if b > a]


def _meme_colonne(a: Ligne, b: Ligne) -> bool:
    """Two labels one under the other."""
    (x0, y0, _, y1), (x, y, _, _) = a.boite, b.boite
    return a.mots[0].page == b.mots[0].page and abs(x0 - x) < ECART and abs(y0 - y) < 4 * (y1 - y0)


def _valeur(etiquette: Ligne, dessous: Ligne | None, lignes: Sequence[Ligne]) -> list[Mot]:
    """The words to the right of a label, from its height to that of the next one."""
    _, haut, _, bas = etiquette.boite
    droite = etiquette.mots[-1].boite[2]
    corps = bas - haut
    fin = dessous.boite[1] if dessous is not None else haut + 1.2 * corps
    cote = [
        x
        for x in lignes
        if x.mots[0].page == etiquette.mots[0].page
        and x.boite[0] > droite + corps
        and haut - 0.5 * corps <= x.boite[1] < fin - 0.5 * corps
    ]
    return [m for x in sorted(cote, key=lambda x: x.boite[1]) for m in x.mots]
