"""What the ink says where Tesseract guesses: the case of letters whose capital has the same shape.

A line is scaled before it is recognised, so "c" and "C", "s" and "S", "v" and "V" look alike to the network, the more
in the even type of a typewriter; beside the other letters of its word, their height tells them at once.
"""

import re
from collections.abc import Sequence
from statistics import median
from typing import TYPE_CHECKING

from modeles.texte import Boite, Mot
from pipeline.etapes.correction.mots import corrige
from pipeline.lexique import frequence

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Gris = NDArray[np.uint8]

CAPITALE = 1.2
"""Height of a capital over that of the small letters of its word, at least: print has 1.3 to 1.5, blur less."""
MINUSCULE = 1.08
"""The same for a small letter, at most: round ones are a little higher than flat ones."""
JAMBE = 0.18
"""How far the leg of a small p goes under the foot of the next letter, at least, of the height of an x."""
_PLATES = frozenset("aemnru")
"""Small letters without stem nor leg whose capital has another shape: they show the height of an x."""
_RONDES = frozenset("cosvwxz")
"""The same, whose capital has the same shape."""
_NU = re.compile(r"^(?:\w{1,2}['’])?\W*|\W+$")
_SANS_HAMPE = _PLATES | _RONDES | frozenset("p")


def mettre_la_casse(noir: "Gris", dpi: float, mots: Sequence[Mot]) -> list[Mot]:
    """The words, letters in the case that their height gives them. ``noir``: the page's ink, 255 on 0."""
    k = dpi / 72
    pas = _pas(mots)
    if pas is None:  # words of several sizes: each is measured by itself
        return [_casse(m, _glyphes(noir, m.boite, k)) if _douteux(m.texte, 2) else m for m in mots]
    glyphes = [_cases(noir, m, k, pas) for m in mots]
    plates = [h for m, g in zip(mots, glyphes, strict=True) for h in _plates(m.texte, g)]
    x = median(plates) if plates else 0.0
    return [_casse(m, g, x) if _douteux(m.texte, 0) else m for m, g in zip(mots, glyphes, strict=True)]


def _plates(texte: str, glyphes: Sequence[tuple[int, int]]) -> list[int]:
    """Heights of the letters of a word that are as high as an x, pixels."""
    return [bas - haut for c, (haut, bas) in zip(texte, glyphes, strict=True) if c in _PLATES]


def _pas(mots: Sequence[Mot]) -> float | None:
    """Width of a letter where all are as wide, as a typewriter's, points; None for other types."""
    largeurs = [
        (m.boite[2] - m.boite[0]) / (len(m.texte) - 0.15) for m in mots if len(m.texte) >= 5 and m.texte.isalpha()
    ]
    if len(largeurs) < 20:
        return None
    pas = median(largeurs)
    return pas if sum(abs(w - pas) < 0.05 * pas for w in largeurs) > 0.85 * len(largeurs) else None


def _douteux(texte: str, temoins: int) -> bool:
    """Whether a word has a letter that may be of the other case, and so many letters to measure it by."""
    if sum(c in _PLATES for c in texte) < temoins or not any(c.islower() for c in texte):
        return False
    return any(c in _RONDES for c in texte[:2]) or any(c.lower() in _SANS_HAMPE and c.isupper() for c in texte)


def _casse(mot: Mot, glyphes: list[tuple[int, int]], x: float = 0.0) -> Mot:
    """The word, by the top and foot of its letters; ``x``: height of its small letters, if known. All in pixels."""
    if len(glyphes) != len(mot.texte):  # letters that touch
        return mot
    temoins = _plates(mot.texte, glyphes) or [round(x)]
    if not x and max(temoins) > 1.1 * min(temoins) + 1:
        return mot
    x = x or median(temoins)
    if x < 5:
        return mot
    lettres = list(mot.texte)
    for i, (lettre, (haut, bas)) in enumerate(zip(mot.texte, glyphes, strict=True)):
        hauteur = bas - haut
        premiere = i == 0 or not mot.texte[i - 1].isalpha()
        if lettre in "pP" and i + 1 < len(glyphes) and mot.texte[i + 1] in _PLATES | _RONDES:
            if bas - glyphes[i + 1][1] > JAMBE * x:
                lettres[i] = "p"
        elif lettre.isupper() and lettre.lower() in _sosies(premiere) and hauteur < MINUSCULE * x:
            lettres[i] = lettre.lower()
        elif (
            premiere
            and lettre in _RONDES
            and CAPITALE * x < hauteur < 1.8 * x
            and not frequence(_NU.sub("", mot.texte))
        ):
            lettres[i] = lettre.upper()  # a name; on a word of the language, a spot above it
    return corrige(mot, "".join(lettres), "glyphes:casse")


def _sosies(premiere: bool) -> frozenset[str]:
    """Small letters a capital may stand for: in the middle of a word, all that have no stem."""
    return _RONDES if premiere else _RONDES | _PLATES


def _glyphes(noir: "Gris", boite: Boite, k: float) -> list[tuple[int, int]]:
    """Top and foot, in pixels, of each letter of a word, from left to right: its ink, cut where it can be."""
    import cv2

    x0, y0, x1, y1 = boite
    morceau = noir[max(0, round(y0 * k) - 1) : round(y1 * k) + 2, max(0, round(x0 * k) - 1) : round(x1 * k) + 2]
    if morceau.size == 0:
        return []
    _, _, formes, _ = cv2.connectedComponentsWithStats(morceau, connectivity=8)
    taches = sorted((int(x), int(y), int(x + w), int(y + h)) for x, y, w, h, aire in formes[1:] if aire > 0.02 * h * h)
    colonnes: list[list[int]] = []
    for a, haut, b, bas in taches:
        avant = colonnes[-1] if colonnes else None
        if avant and min(b, avant[2]) - a > 0.4 * min(b - a, avant[2] - avant[0]):
            avant[1:] = [min(avant[1], haut), max(avant[2], b), max(avant[3], bas)]
        else:
            colonnes.append([a, haut, b, bas])
    return [(haut, bas) for _, haut, _, bas in colonnes]


def _cases(noir: "Gris", mot: Mot, k: float, pas: float) -> list[tuple[int, int]]:
    """Top and foot, in pixels, of the ink in the place of each letter of a word, all ``pas`` points wide."""
    import numpy as np

    x0, y0, _, y1 = mot.boite
    bande = noir[max(0, round(y0 * k) - 1) : round(y1 * k) + 2]
    sorties = []
    for i in range(len(mot.texte)):
        milieu = x0 + (i + 0.43) * pas
        colonne = bande[:, max(0, round((milieu - 0.36 * pas) * k)) : round((milieu + 0.36 * pas) * k)]
        rangs = np.flatnonzero(np.count_nonzero(colonne, axis=1) > 1)
        sorties.append((int(rangs[0]), int(rangs[-1]) + 1) if rangs.size else (0, 0))
    return sorties
