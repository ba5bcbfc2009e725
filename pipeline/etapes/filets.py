"""The ruled lines of a page: tables with their cells, boxes, vertical separators.

Found on the ink, by opening with long thin shapes. Lengths in points unless said otherwise.
"""

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from modeles.texte import Boite, union

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Gris = NDArray[np.uint8]

LONG_H, LONG_V = 26.0, 13.0
"""Shortest horizontal and vertical rule."""
EPAIS = 3.2
"""Thickest rule."""


@dataclass(frozen=True)
class Case:
    """A cell: its inner box and its place, from 0."""

    boite: Boite
    rangee: int
    colonne: int


@dataclass(frozen=True)
class Filets:
    """What the rules draw, in points on the straightened page."""

    tableaux: tuple[tuple[Case, ...], ...] = ()
    cadres: tuple[Boite, ...] = ()
    verticales: tuple[Boite, ...] = ()
    masque: "Gris | None" = field(default=None, repr=False, compare=False)


def trouver(encre: "Gris", dpi: float) -> Filets:
    """The rules of a page of ink (255 on 0)."""
    import cv2
    import numpy as np

    k = dpi / 72
    vertical = _trait(encre, k, couche=False)
    if not vertical.any():  # rules that no upright meets close nothing
        return Filets()
    horizontal = _trait(encre, k, couche=True)
    _, etiquettes, formes, _ = cv2.connectedComponentsWithStats(_grille(horizontal | vertical, k), connectivity=8)
    tableaux: list[tuple[Case, ...]] = []
    cadres: list[Boite] = []
    verticales: list[Boite] = []
    masque = np.zeros_like(encre)
    h, w = encre.shape
    for n, (x, y, lx, ly, _aire) in enumerate(formes[1:].tolist(), start=1):
        if ly < 10 * k or ly < LONG_V * k:
            continue
        morceau = (etiquettes[y : y + ly, x : x + lx] == n).astype(np.uint8)
        if lx < 6 * k:
            if ly > 40 * k and 0.02 * w < x < 0.98 * w:
                verticales.append((x / k, y / k, (x + lx) / k, (y + ly) / k))
                masque[y : y + ly, x : x + lx] |= morceau
            continue
        cases = _cases(morceau, k)
        if not cases:
            continue
        masque[y : y + ly, x : x + lx] |= morceau
        cases = [((a + x) / k, (b + y) / k, (c + x) / k, (d + y) / k) for a, b, c, d in cases]
        page = [c for c in cases if c[3] - c[1] > 0.45 * h / k]
        if page:  # a frame around the page: its inner uprights part columns
            verticales += _montants(vertical[y : y + ly, x : x + lx], x, y, k)
            cases = [c for c in cases if c not in page]
        for groupe in _voisines(cases):
            if len(groupe) == 1:
                cadres.append(groupe[0])
            else:
                tableaux.append(_ranger(groupe))
    rogne = cv2.dilate((horizontal | vertical) & (masque * 255), np.ones((3, 3), np.uint8))
    hors = tuple(v for v in verticales if not any(_longe(v, t) for t in tableaux))
    return Filets(tuple(tableaux), tuple(cadres), hors, np.asarray(rogne, dtype=np.uint8))


def _grille(traits: "Gris", k: float) -> "Gris":
    """The rules thickened, small gaps where they should meet closed."""
    import cv2
    import numpy as np

    pont = max(3, round(2.5 * k))
    gras = cv2.dilate(traits, np.ones((3, 3), np.uint8))
    return np.asarray(cv2.morphologyEx(gras, cv2.MORPH_CLOSE, np.ones((pont, pont), np.uint8)), dtype=np.uint8)


def soulignes(encre: "Gris", dpi: float) -> "Gris":
    """Mask of the horizontal rules, less the places where a letter crosses them: ink right above and right below."""
    import cv2
    import numpy as np

    k = dpi / 72
    trait = _trait(encre, k, couche=True)
    if not trait.any():
        return trait
    pas = max(2, round(EPAIS * k / 2))
    hors = encre & ~trait
    dessus, dessous = np.zeros_like(encre), np.zeros_like(encre)
    for i in range(1, pas + 1):
        dessus[i:] |= hors[:-i]
        dessous[:-i] |= hors[i:]
    croises = cv2.dilate(dessus & dessous, np.ones((3, 3), np.uint8))
    return np.asarray(cv2.bitwise_and(trait, cv2.bitwise_not(croises)), dtype=np.uint8)


def _voisines(cases: list[Boite]) -> list[list[Boite]]:
    """Cells grouped by contact: two cells that share a rule belong to one table."""
    reste, groupes = list(cases), []
    while reste:
        groupe, nouveaux = [], [reste.pop(0)]
        while nouveaux:
            c = nouveaux.pop()
            groupe.append(c)
            touche = [
                d for d in reste
                if c[0] - 7 < d[2] and d[0] < c[2] + 7 and c[1] - 7 < d[3] and d[1] < c[3] + 7
            ]  # fmt: skip
            reste = [d for d in reste if d not in touche]
            nouveaux += touche
        groupes.append(sorted(groupe))
    return groupes


def _longe(filet: Boite, tableau: tuple[Case, ...]) -> bool:
    """Whether an upright belongs to a table: most of it stands within."""
    x0, y0, x1, y1 = union([c.boite for c in tableau])
    dedans = min(y1, filet[3]) - max(y0, filet[1])
    return x0 - 8 < filet[0] and filet[2] < x1 + 8 and dedans > 0.6 * (filet[3] - filet[1])


def _trait(encre: "Gris", k: float, couche: bool) -> "Gris":
    """Mask of the rules, lying or upright: long, thin, straight up to a slight slope."""
    import cv2
    import numpy as np

    taille = max(8, round((LONG_H if couche else LONG_V) * k))
    souple = cv2.dilate(encre, np.ones((3, 1) if couche else (1, 3), np.uint8))
    long = np.ones((1, taille) if couche else (taille, 1), np.uint8)
    if not cv2.erode(souple, long).any():  # most pages: half of an opening tells that they have no rule
        return np.zeros_like(encre)
    trait = cv2.morphologyEx(souple, cv2.MORPH_OPEN, long)
    epais = round(EPAIS * k) + 2
    gras = cv2.morphologyEx(trait, cv2.MORPH_OPEN, np.ones((epais, 1) if couche else (1, epais), np.uint8))
    return np.asarray(cv2.bitwise_and(trait, cv2.bitwise_not(gras)), dtype=np.uint8)


def _cases(grille: "Gris", k: float) -> list[tuple[float, float, float, float]]:
    """Boxes, in pixels, of the areas that the rules close."""
    import cv2

    cadre = cv2.copyMakeBorder(1 - grille, 1, 1, 1, 1, cv2.BORDER_CONSTANT, value=1)
    _, etiquettes, formes, _ = cv2.connectedComponentsWithStats(cadre, connectivity=4)
    dehors = etiquettes[0, 0]
    cases = []
    for n, (x, y, lx, ly, aire) in enumerate(formes):
        if n in (0, dehors) or lx < 8 * k or ly < 7 * k or aire < 0.6 * lx * ly:
            continue
        cases.append((float(x - 1), float(y - 1), float(x - 1 + lx), float(y - 1 + ly)))
    return cases


def _montants(vertical: "Gris", x: int, y: int, k: float) -> list[Boite]:
    """The long uprights strictly inside a frame."""
    import cv2
    import numpy as np

    joint = cv2.morphologyEx(vertical, cv2.MORPH_CLOSE, np.ones((round(12 * k), 3), np.uint8))
    _, _, formes, _ = cv2.connectedComponentsWithStats(joint, connectivity=8)
    large = vertical.shape[1]
    return [
        ((x + a) / k, (y + b) / k, (x + a + la) / k, (y + b + lb) / k)
        for a, b, la, lb, _ in formes[1:]
        if lb > 60 * k and a > 0.04 * large and a + la < 0.96 * large
    ]


def _ranger(cases: list[Boite]) -> tuple[Case, ...]:
    """Number the rows and the columns of a table by the top and left edges of its cells."""
    rangees = _paliers([c[1] for c in cases], [c[3] - c[1] for c in cases])
    colonnes = _paliers([c[0] for c in cases], [c[2] - c[0] for c in cases])
    rangs = [Case(c, _palier(rangees, c[1]), _palier(colonnes, c[0])) for c in cases]
    return tuple(sorted(rangs, key=lambda c: (c.rangee, c.colonne)))


def _paliers(bords: list[float], tailles: list[float]) -> list[float]:
    """Edges that stand at the same level, one value each: a new level begins after a jump of a third of a cell."""
    saut = min(max(min(tailles) * 0.4, 3.0), 12.0)
    paliers: list[list[float]] = []
    for bord in sorted(bords):
        if paliers and bord - paliers[-1][-1] < saut:
            paliers[-1].append(bord)
        else:
            paliers.append([bord])
    return [sum(p) / len(p) for p in paliers]


def _palier(paliers: list[float], bord: float) -> int:
    return min(range(len(paliers)), key=lambda i: abs(paliers[i] - bord))
