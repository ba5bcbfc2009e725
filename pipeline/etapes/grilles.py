"""Unruled tables: rows of threads that keep to the same columns, one of them of figures.

Figures are what parts a table from names in columns or two texts side by side, which are read down and not across.
"""

import re
from collections.abc import Callable, Sequence
from typing import NamedTuple

from modeles.texte import Boite, Mot, plier, union
from pipeline.etapes.fils import Fil
from pipeline.grammaire.urne import CASE_DE_VOTE

RANGEES = 3
"""Fewest rows of a table."""
BLANC = 0.7
"""Narrowest blank strip between two columns, in word heights."""
PAS = 3.2
"""Furthest that one row stands from the next, middle to middle, in word heights."""
PART = 0.6
"""Share of the cells of a column that make it one of figures, or one of words."""

NOMBRE = re.compile(r"[-+(]?\d[\d .,'’]*\)?\s?(?:€|%|F|EUR|euros|francs|m2|m²|ha|h|k€)?\.?", re.IGNORECASE)
"""nombre = sign, digits with their separators, unit: "20 000 €", "12,5 %", "1.250,00", "(300)"."""
_LETTRES = re.compile(r"[^\W\d_]{3}")


class Grille(NamedTuple):
    """Rows ``debut`` to ``fin`` (after the last), and where each column stands."""

    debut: int
    fin: int
    colonnes: tuple[tuple[float, float], ...]


def trouver(rangees: Sequence[Sequence[Fil]], haut: float) -> list[Grille]:
    """The tables among the rows of a block, top to bottom. ``haut``: height of a word, points."""
    grilles: list[Grille] = []
    debut = 0
    while debut <= len(rangees) - RANGEES:
        grille = _depuis(rangees, debut, haut)
        if grille is not None:
            grilles.append(grille)
        debut = grille.fin if grille is not None else debut + 1
    return grilles


def cases(grille: Grille, rangee: Sequence[Fil]) -> list[tuple[int, tuple[Mot, ...]]]:
    """(column, words) of each cell of a row that holds any."""
    lues = []
    for n, (x0, x1) in enumerate(grille.colonnes):
        dedans = sorted((f for f in rangee if x0 <= _milieu(f.boite) <= x1), key=lambda f: f.boite[0])
        if dedans:
            lues.append((n, tuple(m for f in dedans for m in f.mots)))
    return lues


def _depuis(rangees: Sequence[Sequence[Fil]], debut: int, haut: float) -> Grille | None:
    """The tallest table that begins at a row."""
    fin, colonnes = debut, list[tuple[float, float]]()
    while fin < len(rangees) and _suit(rangees, debut, fin, haut):
        plus = _colonnes([*colonnes, *((f.boite[0], f.boite[2]) for f in rangees[fin])], haut)
        if len(plus) < max(2, len(colonnes)) or (len(rangees[fin]) < 2 and len(plus) > len(colonnes)):
            break  # a row that closes a gutter, or stands beside the columns, is text again
        fin, colonnes = fin + 1, plus
    grille = Grille(debut, fin, tuple(colonnes))
    return grille if fin - debut >= RANGEES and _est_de_chiffres(grille, rangees[debut:fin]) else None


def _suit(rangees: Sequence[Sequence[Fil]], debut: int, rang: int, haut: float) -> bool:
    """A row right under the one before: two threads or more, or one inside the table (a label over two lines)."""
    if any(f.tableau is not None for f in rangees[rang]):
        return False
    entouree = debut < rang < len(rangees) - 1 and len(rangees[rang + 1]) > 1
    if len(rangees[rang]) < 2 and not entouree:
        return False
    return rang == debut or _niveau(rangees[rang]) - _niveau(rangees[rang - 1]) < PAS * haut


def _niveau(rangee: Sequence[Fil]) -> float:
    boite = union([f.boite for f in rangee])
    return (boite[1] + boite[3]) / 2


def _milieu(boite: Boite) -> float:
    return (boite[0] + boite[2]) / 2


def _colonnes(etendues: Sequence[tuple[float, float]], haut: float) -> list[tuple[float, float]]:
    """Extents merged where no blank strip parts them."""
    colonnes: list[tuple[float, float]] = []
    for x0, x1 in sorted(etendues):
        if colonnes and x0 - colonnes[-1][1] < BLANC * haut:
            colonnes[-1] = (colonnes[-1][0], max(colonnes[-1][1], x1))
        else:
            colonnes.append((x0, x1))
    return colonnes


def _est_de_chiffres(grille: Grille, rangees: Sequence[Sequence[Fil]]) -> bool:
    """Words first, figures in a later column; labels with their colon are lines of their own ("Votants : 12")."""
    textes: dict[int, list[str]] = {}
    for rangee in rangees:
        for colonne, mots in cases(grille, rangee):
            textes.setdefault(colonne, []).append(" ".join(m.texte for m in mots))
    premiers, autres = textes.get(0, []), [t for n, t in textes.items() if n]
    libelles = sum(t.rstrip().endswith((":", "." * 3, "…")) for t in premiers)
    chiffres = [t for t in autres if len(t) >= RANGEES and _part(t, NOMBRE.fullmatch) >= PART]
    if _part([plier(t) for t in premiers], CASE_DE_VOTE.fullmatch) == 1:  # "Votes contre | 1 | Mme ROY"
        return True
    return bool(chiffres) and 2 * libelles < len(premiers) and _part(premiers, _LETTRES.search) >= PART


def _part(textes: Sequence[str], motif: Callable[[str], re.Match[str] | None]) -> float:
    return sum(motif(t.strip()) is not None for t in textes) / max(len(textes), 1)
