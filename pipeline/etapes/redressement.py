"""Before recognition: quarter turns, skew, size and light of a grey page.

Every treatment answers a defect that was measured first; each of them hurts a page that does not have it.
"""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from modeles.page import Matrice
from pipeline.etapes.images import Image

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Gris = NDArray[np.uint8]
    Carre = NDArray[np.float64]

ANGLE_MAX = 8.0
"""Degrees: the largest skew looked for."""
ANGLE_MIN = 0.25
"""Degrees: a smaller skew is left alone."""


@dataclass(frozen=True)
class Redressee:
    """A straightened page: grey pixels at ``dpi``, and the way back to the page as stored, in points."""

    pixels: "Gris"
    dpi: float
    vers_scan: Matrice

    @property
    def largeur(self) -> float:
        return float(self.pixels.shape[1]) * 72 / self.dpi

    @property
    def hauteur(self) -> float:
        return float(self.pixels.shape[0]) * 72 / self.dpi


def redresser(image: Image, quarts: int, hauteur_x: int, propre: bool = True) -> Redressee:
    """Turn by ``quarts`` quarter turns (counter-clockwise), level the lines, bring the print to the wanted size.

    ``hauteur_x``: height of a lower-case x wanted, pixels; a page is made smaller for it, never larger. ``propre``: a
    black-and-white page loses its specks (and with them the thinnest rules).
    """
    import cv2
    import numpy as np

    pixels = np.ascontiguousarray(np.rot90(image.pixels, quarts))
    hauteur, largeur = pixels.shape
    retour = _quart(quarts % 4, *image.pixels.shape)  # turned pixels -> stored pixels
    angle = mesurer_angle(pixels, image.dpi)
    facteur = min(1.0, hauteur_x / max(mesurer_x(pixels), 1.0), 400 / image.dpi)
    if propre and est_bitonale(pixels):
        pixels = epousseter(pixels)
    if facteur > 0.85:
        facteur = 1.0
    if abs(angle) >= ANGLE_MIN or facteur < 1:
        if abs(angle) < ANGLE_MIN:
            angle = 0.0
        aller = np.vstack([cv2.getRotationMatrix2D((largeur / 2, hauteur / 2), angle, 1.0), [0, 0, 1]])
        if angle:
            fond = int(np.percentile(pixels[::7, ::7], 75))
            droit = cv2.warpAffine(pixels, aller[:2], (largeur, hauteur), flags=cv2.INTER_LINEAR, borderValue=fond)
            pixels = np.asarray(droit, dtype=np.uint8)
        if facteur < 1:
            taille = (round(largeur * facteur), round(hauteur * facteur))
            pixels = np.asarray(cv2.resize(pixels, taille, interpolation=cv2.INTER_AREA), dtype=np.uint8)
            aller = np.diag([taille[0] / largeur, taille[1] / hauteur, 1.0]) @ aller
        retour = retour @ np.linalg.inv(aller)
    dpi = image.dpi * facteur
    points = np.diag([image.largeur / image.pixels.shape[1], image.hauteur / image.pixels.shape[0], 1.0])
    matrice = points @ retour @ np.diag([dpi / 72, dpi / 72, 1.0])
    a, b, c, d, e, f, g, h, i = (float(v) for v in (matrice / matrice[2, 2]).ravel())
    return Redressee(np.asarray(pixels, dtype=np.uint8), dpi, (a, b, c, d, e, f, g, h, i))


def _quart(quarts: int, hauteur: int, largeur: int) -> "Carre":
    """From pixels of the page turned by ``rot90(quarts)`` back to pixels of the stored page (height, width)."""
    import numpy as np

    match quarts:
        case 1:
            m = [[0, -1, largeur], [1, 0, 0], [0, 0, 1]]
        case 2:
            m = [[-1, 0, largeur], [0, -1, hauteur], [0, 0, 1]]
        case 3:
            m = [[0, 1, 0], [-1, 0, hauteur], [0, 0, 1]]
        case _:
            m = [[1, 0, 0], [0, 1, 0], [0, 0, 1]]
    return np.array(m, dtype=np.float64)


def encre(pixels: "Gris", seuil: int = 18) -> "Gris":
    """Where there is ink: 255 on 0, by comparison with the paper around (uneven light does not matter)."""
    import cv2
    import numpy as np

    cote = max(15, min(pixels.shape) // 40) | 1
    return np.asarray(
        cv2.adaptiveThreshold(pixels, 255, cv2.ADAPTIVE_THRESH_MEAN_C, cv2.THRESH_BINARY_INV, cote, seuil),
        dtype=np.uint8,
    )


def mesurer_x(pixels: "Gris") -> float:
    """Height in pixels of a lower-case x: the commonest height of the inked shapes; 0 when there is no print."""
    import cv2
    import numpy as np

    _, _, formes, _ = cv2.connectedComponentsWithStats(encre(pixels, 30), connectivity=8)
    hauteurs, largeurs, aires = formes[1:, 3], formes[1:, 2], formes[1:, 4]
    lettres = hauteurs[
        (hauteurs >= 6)
        & (hauteurs < 90)
        & (largeurs >= 3)
        & (largeurs < 2 * hauteurs)
        & (aires > 0.15 * hauteurs * largeurs)
    ]
    if len(lettres) < 40:
        return 0.0
    compte = np.bincount(lettres, minlength=92).astype(float)
    return float(np.argmax(np.convolve(compte, [0.5, 1, 0.5], "same")))


def mesurer_angle(pixels: "Gris", dpi: float) -> float:
    """Skew of the lines, degrees, positive when they fall to the right: it makes the rows of pixels sharpest."""
    import cv2
    import numpy as np

    facteur = min(1.0, 100 / dpi)
    petit = cv2.resize(pixels, None, fx=facteur, fy=facteur, interpolation=cv2.INTER_AREA)
    noir = encre(np.asarray(petit, dtype=np.uint8), 22)
    h, w = noir.shape
    noir = noir[h // 40 : h - h // 40, w // 40 : w - w // 40]
    if int(np.count_nonzero(noir)) < 200:
        return 0.0
    h, w = noir.shape

    def nettete(angle: float) -> float:
        matrice = cv2.getRotationMatrix2D((w / 2, h / 2), angle, 1.0)
        lignes = cv2.warpAffine(noir, matrice, (w, h), flags=cv2.INTER_NEAREST).sum(axis=1, dtype=np.int64)
        return float(np.square(np.diff(lignes / 255)).sum())

    meilleur = max(np.arange(-ANGLE_MAX, ANGLE_MAX + 0.1, 1.0), key=nettete)
    for pas in (0.5, 0.25, 0.1, 0.05):
        meilleur = max((meilleur - pas, meilleur, meilleur + pas), key=nettete)
    return float(meilleur) if nettete(meilleur) > 1.05 * nettete(0.0) else 0.0


def eclairer(pixels: "Gris") -> "Gris":
    """Mend what is wrong with the light: uneven or grey paper, show-through, faded ink, black-and-white speckles."""
    import cv2
    import numpy as np

    apercu = cv2.resize(pixels, None, fx=0.125, fy=0.125, interpolation=cv2.INTER_AREA)
    fond = cv2.medianBlur(cv2.dilate(apercu, np.ones((5, 5), np.uint8)), 21)
    bords = fond[4:-4, 4:-4] if min(fond.shape) > 20 else fond
    clair, sombre = np.percentile(bords, 95), np.percentile(bords, 5)
    if clair - sombre > 24 or clair < 205:
        large = cv2.resize(fond, (pixels.shape[1], pixels.shape[0]), interpolation=cv2.INTER_LINEAR)
        pixels = np.asarray(cv2.divide(pixels, np.maximum(large, 40), scale=255), dtype=np.uint8)
        return _etirer(pixels, 0.86)
    if _noir(pixels) > 70:
        return _etirer(pixels, 0.93)
    return pixels


def _etirer(pixels: "Gris", blanc: float) -> "Gris":
    """Spread the greys so that the darkest ink is black and all above ``blanc`` of the paper is white."""
    import numpy as np

    bas = _noir(pixels)
    haut = max(float(np.percentile(pixels[::3, ::3], 80)) * blanc, bas + 30)
    table = np.clip((np.arange(256) - bas) * 255 / (haut - bas), 0, 255).astype(np.uint8)
    return np.asarray(table[pixels], dtype=np.uint8)


def _noir(pixels: "Gris") -> float:
    """Grey of the darker ink; 0 when there is too little of it to tell."""
    import numpy as np

    peu = pixels[::2, ::2]
    trace = peu[peu < float(np.percentile(peu, 80)) - 60]
    return float(np.percentile(trace, 15)) if trace.size > 300 else 0.0


def est_bitonale(pixels: "Gris") -> bool:
    """Whether a page has only black and white: hardly a grey among what is not white."""
    import numpy as np

    compte = np.bincount(pixels[::5, ::5].ravel(), minlength=256)
    return bool(compte[24:232].sum() < 0.12 * compte[:232].sum())


def adoucir(pixels: "Gris", rayon: float = 0.8) -> "Gris":
    """Soften the staircase of the edges."""
    import cv2
    import numpy as np

    return np.asarray(cv2.GaussianBlur(pixels, (0, 0), rayon), dtype=np.uint8)


def epousseter(pixels: "Gris") -> "Gris":
    """Wipe the specks of a black-and-white page and soften the staircase of its edges."""
    import cv2
    import numpy as np

    if mesurer_x(pixels) < 15:  # strokes are too thin for a median
        return adoucir(pixels)
    return adoucir(np.asarray(cv2.medianBlur(pixels, 3), dtype=np.uint8), 1.0)


ENCRE = 0.25
"""How much darker than its paper print is, at 120 dpi: ghosts of the other side stay under 0.2 on our samples."""


def est_blanche(pixels: "Gris", dpi: float) -> bool:
    """Whether the page has no print of its own: the ghost of the other side is too pale, specks too small."""
    import cv2
    import numpy as np

    facteur = min(1.0, 120 / dpi)
    petit = cv2.resize(pixels, None, fx=facteur, fy=facteur, interpolation=cv2.INTER_AREA)
    h, w = petit.shape
    petit = petit[h // 25 : h - h // 25, w // 25 : w - w // 25]
    fond = cv2.medianBlur(cv2.dilate(petit, np.ones((9, 9), np.uint8)), 31).astype(np.int16)
    noir = (fond - petit > np.maximum(ENCRE * fond, 30)).astype(np.uint8)  # a faded page is grey on grey
    _, _, formes, _ = cv2.connectedComponentsWithStats(noir, connectivity=8)
    traces = (formes[1:, 3] >= 4) & (formes[1:, 4] >= 8)
    return int(traces.sum()) < 6
