"""Gutters: the blank or ruled upright strips that part the columns of a page."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from modeles.texte import Boite, union
from pipeline.etapes.fils import Fil, meme_ligne

FILS_MAX = 600
"""Threads beyond which a page is noise or a drawing: no gutter is looked for."""
RUE = 1.15
"""Narrowest gutter, in word heights."""


@dataclass(frozen=True, eq=False)
class Rue:
    """A gutter between x0 and x1, and what stands on each side of it."""

    x0: float
    x1: float
    gauche: tuple[Fil, ...]
    droite: tuple[Fil, ...]
    marge: bool = False
    rang: float = 0.0


def filet_utile(fils: Sequence[Fil], verticales: Sequence[Boite]) -> Rue | None:
    """A ruled upright with threads on both sides."""
    for x0, y0, x1, y1 in sorted(verticales, key=lambda v: v[1] - v[3]):
        x = (x0 + x1) / 2
        voisins = [f for f in fils if y0 - 4 < f.milieu < y1 + 4]
        gauche = tuple(f for f in voisins if (f.boite[0] + f.boite[2]) / 2 < x)
        droite = tuple(f for f in voisins if (f.boite[0] + f.boite[2]) / 2 >= x)
        croises = sum(f.boite[0] < x - 8 and f.boite[2] > x + 8 for f in voisins)
        if gauche and droite and croises <= 0.04 * len(voisins):  # a speck or a stamp may lie across
            return Rue(x0, x1, gauche, droite, _est_marge(gauche, droite, True))
    return None


def meilleure_rue(fils: Sequence[Fil], haut: float) -> Rue | None:
    """The tallest gutter between two threads that stand side by side."""
    rues: list[Rue] = []
    vues: set[tuple[int, int, int]] = set()
    for a in fils:
        for b in fils:
            ecart = b.boite[0] - a.boite[2]
            if ecart < RUE * haut or min(a.boite[3], b.boite[3]) - max(a.boite[1], b.boite[1]) < 0.2 * haut:
                continue
            if any(c is not a and c is not b and a.boite[2] < (c.boite[0] + c.boite[2]) / 2 < b.boite[0]
                   and meme_ligne(c.boite, a.boite, haut) for c in fils):  # fmt: skip
                continue
            bande = _etendre(a, b, fils, haut)
            cle = (round(bande[0]), round(bande[1]), round(bande[2]))
            if cle in vues:
                continue
            vues.add(cle)
            rue = _juger(bande, fils, haut)
            if rue is not None:
                rues.append(rue)
    return max(rues, key=lambda r: r.rang, default=None)


def largeur(fils: Sequence[Fil]) -> float:
    b = union([f.boite for f in fils])
    return b[2] - b[0]


def _est_marge(gauche: Sequence[Fil], droite: Sequence[Fil], filet: bool) -> bool:
    """Whether one side is a narrow column beside a body."""
    (petit, n), (grand, m) = sorted([(largeur(gauche), len(gauche)), (largeur(droite), len(droite))])
    longue = sum(
        1
        for f in (droite if largeur(droite) >= largeur(gauche) else gauche)
        if len(f.mots) >= 4 or f.tableau is not None
    )
    return petit < 0.5 * grand and longue >= 5 and (filet or m >= 1.2 * n)


def _etendre(a: Fil, b: Fil, fils: Sequence[Fil], haut: float) -> Boite:
    """The tallest blank strip through the gap between two threads."""
    x0, x1 = a.boite[2], b.boite[0]
    y0, y1 = max(a.boite[1], b.boite[1]), min(a.boite[3], b.boite[3])
    milieu = (y0 + y1) / 2
    bouts = []
    for sens in (-1, 1):
        bout = -1e6 if sens < 0 else 1e6
        for f in sorted(fils, key=lambda f: sens * f.milieu):
            if sens * (f.milieu - milieu) < 0 or f.boite[2] <= x0 or f.boite[0] >= x1:
                continue
            libre_g, libre_d = f.boite[0] - x0, x1 - f.boite[2]
            if max(libre_g, libre_d) < RUE * haut:
                bout = f.boite[3] if sens < 0 else f.boite[1]
                break
            if libre_g >= libre_d:
                x1 = f.boite[0]
            else:
                x0 = f.boite[2]
        bouts.append(bout)
    return (x0, bouts[0], x1, bouts[1])


def _juger(bande: Boite, fils: Sequence[Fil], haut: float) -> Rue | None:
    """The gutter of a blank strip: what stands on each side at the same height; None when that is only rows."""
    x0, y0, x1, y1 = bande
    gauche = [f for f in fils if f.boite[2] <= x0 + 0.5 and y0 <= f.milieu <= y1]
    droite = [f for f in fils if f.boite[0] >= x1 - 0.5 and y0 <= f.milieu <= y1]
    gauche, droite = _cote_a_cote(gauche, droite, haut)
    if not gauche or not droite:
        return None
    petit, grand = sorted([largeur(gauche), largeur(droite)])
    if petit < 0.4 * grand or _est_marge(gauche, droite, False):  # a label in a margin is no heading of both
        return _juger_cotes(bande, gauche, droite, fils, haut)
    pieces = [_juger_cotes(bande, g, d, fils, haut) for g, d in _etages(gauche, droite, haut)]
    return max((r for r in pieces if r is not None), key=lambda r: r.rang, default=None)


def _juger_cotes(bande: Boite, gauche: list[Fil], droite: list[Fil], fils: Sequence[Fil], haut: float) -> Rue | None:
    """The gutter between two sides; None when they are only rows."""
    x0, y0, x1, y1 = bande
    large = x1 - x0
    rangs = min(_rangs(gauche, haut), _rangs(droite, haut))
    if rangs < (2 if large > 2.2 * haut else 3) or _est_rangees(gauche, droite, haut):
        return None
    marge = _est_marge(gauche, droite, False)
    if marge:
        entiere = [
            f for f in fils if (f.boite[0] >= x1 - 0.5 if largeur(droite) > largeur(gauche) else f.boite[2] <= x0 + 0.5)
        ]
        noyau = droite if largeur(droite) > largeur(gauche) else gauche
        tout = _prolonger(noyau, [f for f in entiere if y0 <= f.milieu <= y1], haut)
        gauche, droite = (gauche, tout) if noyau is droite else (tout, droite)
    bas, sommet = max(f.boite[3] for f in [*gauche, *droite]), min(f.boite[1] for f in [*gauche, *droite])
    return Rue(x0, x1, tuple(gauche), tuple(droite), marge, (bas - sommet) + large)


def _etages(gauche: list[Fil], droite: list[Fil], haut: float) -> list[tuple[list[Fil], list[Fil]]]:
    """Both sides cut at the headings that stand alone across them: what is above, then what is below each.

    A heading begins to the left of the columns, or ends with a colon; nothing stands level with it on the right, and
    above as below it the two sides have lines level with each other.
    """
    coupes = [f for f in gauche if _est_intitule(f, gauche, droite, haut)]
    bornes = [-1e6, *sorted(f.milieu for f in coupes), 1e6]
    etages = []
    for y0, y1 in pairwise(bornes):
        cotes = _cote_a_cote(
            [f for f in gauche if y0 < f.milieu < y1 and f not in coupes],
            [f for f in droite if y0 < f.milieu < y1],
            haut,
        )
        if cotes[0] and cotes[1]:
            etages.append(cotes)
    return etages


def _est_intitule(fil: Fil, gauche: Sequence[Fil], droite: Sequence[Fil], haut: float) -> bool:
    if any(min(f.boite[3], fil.boite[3]) - max(f.boite[1], fil.boite[1]) > 0.2 * haut for f in droite) or not fil.mots:
        return False
    autres = [f.boite[0] for f in gauche if f is not fil]
    rentre = bool(autres) and fil.boite[0] < min(autres) - 0.8 * haut
    retraits = sum(x < fil.boite[0] + 0.8 * haut for x in autres)
    if not rentre and retraits > 0.34 * len(autres) and not fil.mots[-1].texte.endswith(":"):
        return False
    dessus, dessous = [f for f in gauche if f.milieu < fil.boite[1]], [f for f in gauche if f.milieu > fil.boite[3]]
    if not dessous:
        return rentre and not any(f.milieu > fil.milieu for f in droite)
    a, b = max(dessus, key=lambda f: f.milieu, default=None), min(dessous, key=lambda f: f.milieu)
    return all(any(meme_ligne(f.boite, g.boite, haut) for g in droite) for f in (a, b) if f is not None)


def _cote_a_cote(gauche: list[Fil], droite: list[Fil], haut: float) -> tuple[list[Fil], list[Fil]]:
    """Both sides cut down to the height they share, plus the lines that go on at once below."""
    for _ in range(3):
        if not gauche or not droite:
            return [], []
        y0 = max(min(f.boite[1] for f in gauche), min(f.boite[1] for f in droite)) - 1.2 * haut
        y1 = min(max(f.boite[3] for f in gauche), max(f.boite[3] for f in droite)) + 1.2 * haut
        gauche = [f for f in gauche if y0 <= f.milieu <= y1]
        droite = [f for f in droite if y0 <= f.milieu <= y1]
    return gauche, droite


def _prolonger(noyau: list[Fil], colonne: list[Fil], haut: float) -> list[Fil]:
    """The column around its kernel, up and down while its lines follow each other."""
    pris = list(noyau)
    for _ in range(len(colonne)):
        y0, y1 = min(f.boite[1] for f in pris), max(f.boite[3] for f in pris)
        plus = [f for f in colonne if f not in pris and f.boite[3] > y0 - 1.9 * haut and f.boite[1] < y1 + 1.9 * haut]
        if not plus:
            break
        pris += plus
    return pris


def _rangs(fils: Sequence[Fil], haut: float) -> int:
    """Number of lines that threads make."""
    niveaux: list[float] = []
    for f in sorted(fils, key=lambda f: f.milieu):
        if not niveaux or f.milieu - niveaux[-1] > 0.6 * haut:
            niveaux.append(f.milieu)
    return len(niveaux)


def _est_rangees(gauche: Sequence[Fil], droite: Sequence[Fil], haut: float) -> bool:
    """Whether the two sides read across: bullets, labels or numbers beside their text."""

    def court(f: Fil) -> bool:
        return sum(c.isalpha() for m in f.mots for c in m.texte) <= 2 and f.tableau is None

    proches = [f for f in gauche if any(meme_ligne(f.boite, g.boite, haut) for g in droite)]
    if sum(map(court, gauche)) > 0.6 * len(gauche) or sum(map(court, droite)) > 0.6 * len(droite):
        return True
    if len(proches) < 0.9 * len(gauche):
        return False
    if sum(f.mots[-1].texte.endswith(":") for f in gauche if f.mots) > 0.6 * len(gauche):
        return True
    seuls = [f for f in gauche if len(f.mots) == 1]
    return len(seuls) > 0.8 * len(gauche) and (_rangs(droite, haut) < 1.5 * len(gauche) or not _colles(gauche, haut))


def _colles(fils: Sequence[Fil], haut: float) -> bool:
    """Whether most threads have another right above or below."""

    def voisin(f: Fil) -> bool:
        return any(
            g is not f and -0.5 * haut < max(g.boite[1] - f.boite[3], f.boite[1] - g.boite[3]) < 0.8 * haut
            for g in fils
        )

    return sum(map(voisin, fils)) > 0.6 * len(fils)
