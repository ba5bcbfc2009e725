"""Threads: words that follow each other on a line, without a wide gap; and the geometry of boxes."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from statistics import median

from modeles.texte import Boite, Mot, union

ECART = 1.5
"""Gap between words, in word heights, that ends a thread."""


@dataclass(frozen=True, eq=False)
class Fil:
    """Words that follow each other on a line; or a whole table, which takes its place among them."""

    mots: tuple[Mot, ...]
    boite: Boite
    tableau: int | None = None

    @property
    def milieu(self) -> float:
        return (self.boite[1] + self.boite[3]) / 2


def hauteur_type(mots: Sequence[Mot]) -> float:
    """Median height of the words that have letters, points."""
    hauts = [m.boite[3] - m.boite[1] for m in mots if sum(c.isalpha() for c in m.texte) >= 3]
    return median(hauts) if hauts else 9.0


def dans(boite: Boite, cadre: Boite, marge: float = 1.5) -> bool:
    """Whether the middle of a box stands in a frame."""
    x, y = (boite[0] + boite[2]) / 2, (boite[1] + boite[3]) / 2
    return cadre[0] - marge <= x <= cadre[2] + marge and cadre[1] - marge <= y <= cadre[3] + marge


def commun(a: Boite, b: Boite) -> float:
    """Share of the smaller of two boxes that they have in common."""
    large, haut = min(a[2], b[2]) - max(a[0], b[0]), min(a[3], b[3]) - max(a[1], b[1])
    if large <= 0 or haut <= 0:
        return 0.0
    return large * haut / max(min((a[2] - a[0]) * (a[3] - a[1]), (b[2] - b[0]) * (b[3] - b[1])), 1e-6)


class Voisins:
    """Words filed by level, so that those near a box are found without looking at all of them."""

    def __init__(self, mots: Sequence[Mot], pas: float) -> None:
        self._pas = max(pas, 1.0)
        self._etages: dict[int, list[Mot]] = defaultdict(list)
        for mot in mots:
            for etage in self._niveaux(mot.boite):
                self._etages[etage].append(mot)

    def _niveaux(self, boite: Boite) -> range:
        return range(int(boite[1] // self._pas), int(boite[3] // self._pas) + 1)

    def de(self, boite: Boite) -> Iterator[Mot]:
        """The words whose level meets that of a box; one may come more than once."""
        for etage in self._niveaux(boite):
            yield from self._etages.get(etage, ())


def meme_ligne(a: Boite, b: Boite, haut: float) -> bool:
    ha, hb = max(a[3] - a[1], 0.7 * haut), max(b[3] - b[1], 0.7 * haut)
    commun = min(a[3], b[3]) - max(a[1], b[1])
    if commun > 0.7 * min(ha, hb) and max(ha, hb) < 2.2 * haut:
        return True
    if commun > 0.9 * min(ha, hb) and min(abs(a[1] - b[1]), abs(a[3] - b[3])) < 0.35 * haut:
        return True  # a box that spills into the next line, level with the other by its top or its foot
    return abs((a[1] + a[3]) / 2 - (b[1] + b[3]) / 2) < 0.45 * max(min(ha, hb), 0.75 * haut)


def enfiler(mots: Sequence[Mot], haut: float, verticales: Sequence[Boite]) -> list[Fil]:
    """Thread the words: each joins the thread whose last word it follows most closely."""
    fils: list[list[Mot]] = []
    pas = max(2 * haut, 1.0)
    etages: dict[int, set[int]] = defaultdict(set)  # ranks of threads by the level of their words
    for mot in sorted(mots, key=lambda m: m.boite[0]):
        x0, y0, _, y1 = mot.boite
        large = ECART * max(haut, y1 - y0)
        meilleur, ecart = None, 1e9
        niveaux = range(int((y0 - 2 * large) // pas), int((y1 + 2 * large) // pas) + 1)
        for rang in sorted({r for n in niveaux for r in etages.get(n, ())}, reverse=True):
            b = fils[rang][-1].boite
            if not -large < x0 - b[2] < large or y0 > b[3] + 2 * large or y1 < b[1] - 2 * large:
                continue  # too far, or so far up or down that no word of that thread is level
            taille = max(haut, min(b[3] - b[1], y1 - y0))
            if -0.6 * taille < x0 - b[2] < ECART * taille and _de_niveau(fils[rang], mot, haut):
                d = abs((b[1] + b[3]) / 2 - (y0 + y1) / 2) + 0.2 * abs(x0 - b[2])
                if d < ecart and not _separes(b, mot.boite, verticales):
                    meilleur, ecart = rang, d
        if meilleur is None:
            meilleur = len(fils)
            fils.append([])
        fils[meilleur].append(mot)
        for niveau in range(int(y0 // pas), int(y1 // pas) + 1):
            etages[niveau].add(meilleur)
    return [Fil(tuple(f), union([m.boite for m in f])) for f in fils]


def _de_niveau(fil: Sequence[Mot], mot: Mot, haut: float) -> bool:
    """Whether a word is level with one of the last of a thread: half a colon, or "que" before "l'État", is level with
    the word before it, not with the next."""
    return any(meme_ligne(m.boite, mot.boite, haut) for m in fil[-2:])


def _separes(a: Boite, b: Boite, verticales: Sequence[Boite]) -> bool:
    y = (a[1] + a[3]) / 2
    return any((a[0] + a[2]) / 2 < (v[0] + v[2]) / 2 < (b[0] + b[2]) / 2 and v[1] < y < v[3] for v in verticales)
