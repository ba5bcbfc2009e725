"""What a grey page looks like: cheap measures, taken once, that say which treatment it needs.

All are taken on the page at ``VUE`` dots an inch, its background divided out, so that uneven light does not blur them.
"""

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Gris = NDArray[np.uint8]

VUE = 150
"""Dots an inch of the view that is measured; a coarser page is measured as it is."""
GRAIN = 0.035
"""Surface, in squares of an x, under which a shape is no letter: a dot, an accent, a speck, a broken stroke."""


@dataclass(frozen=True)
class Apparence:
    """The measures of a page. Greys go from 0 (black) to 255, after division by the background."""

    x: float
    """Height of a lower-case x, pixels of the page as stored; 0 when there is too little print to tell."""
    encre: float
    """Grey of the darker print: 255 less the contrast; 0 when nothing is printed."""
    papier: float
    """Grey of the background, median, before division."""
    ecart_lumiere: float
    """Between the light and the dark parts of the background, before division."""
    bruit: float
    """Median contrast of neighbouring pixels of bare paper."""
    nettete: float
    """Steepest edges of the print over its contrast: above 0.9 sharp, under 0.6 blurred."""
    voile: float
    """Share (0 to 1) of the page where bare paper is partly grey: above a half, the other side shows through."""
    poussieres: float
    """Specks that stand alone, a letter: the median place of the page, over all of it."""
    eclats: float
    """Small shapes beside letters, a letter, in the median place: above 0.3 or so, strokes are broken."""
    trait: float
    """Mean width of the strokes of a black-and-white page, points; 0 of a grey one."""
    bitonale: bool
    """Whether the page has black and white only."""


def mesurer(pixels: "Gris", dpi: float) -> Apparence:
    """The measures of a page."""
    import cv2
    import numpy as np

    bitonale = est_bitonale(pixels)
    facteur = min(1.0, VUE / dpi)
    vue = reduire(pixels, facteur)
    papier = fond(vue)
    plat = diviser(vue, papier)
    h, w = plat.shape
    plat = plat[h // 25 : h - h // 25, w // 25 : w - w // 25]
    lisse = np.asarray(cv2.GaussianBlur(plat, (0, 0), 0.7), np.uint8)
    encre = _centile(lisse, 15, (lisse < 230).astype(np.uint8))
    noir = noircir(lisse, encre)
    nu = (cv2.dilate(noir, np.ones((5, 5), np.uint8)) == 0).astype(np.uint8)
    formes = _formes(noir)
    x = hauteur_x(formes[1])
    milieu = slice(h // 3, 2 * h // 3)
    grains = cv2.convertScaleAbs(cv2.Laplacian(plat[milieu], cv2.CV_16S))
    bords = cv2.convertScaleAbs(cv2.Sobel(plat, cv2.CV_16S, 1, 0), alpha=0.25)
    clair, sombre = _centile(papier[4:-4, 4:-4], 95), _centile(papier[4:-4, 4:-4], 5)
    gris = nu * (lisse < 255 - 0.12 * (255 - encre))
    if bitonale:  # the view has blurred the smallest shapes
        fin = encre_bitonale(pixels)
        trait = _largeur_de_trait(fin) * 72 / dpi
        poussieres, eclats = _miettes(*_formes(fin), x / facteur)
    else:
        trait = 0.0
        poussieres, eclats = _miettes(*formes, x)
    return Apparence(
        x=x / facteur,
        encre=encre,
        papier=_centile(papier, 50),
        ecart_lumiere=clair - sombre,
        bruit=_centile(np.asarray(grains, np.uint8), 50, np.ascontiguousarray(nu[milieu])),
        nettete=_centile(np.asarray(bords, np.uint8), 90, noir) / max(255 - encre, 1.0),
        voile=float((_pavages(gris) > 0.015 * _pavages(nu)).mean()),
        poussieres=poussieres,
        eclats=eclats,
        trait=trait,
        bitonale=bitonale,
    )


def reduire(pixels: "Gris", facteur: float) -> "Gris":
    """A smaller page: each pixel the mean of those it stands for. It takes noise and specks away as well."""
    import cv2
    import numpy as np

    if facteur >= 1:
        return pixels
    return np.asarray(cv2.resize(pixels, None, fx=facteur, fy=facteur, interpolation=cv2.INTER_AREA), dtype=np.uint8)


def fond(pixels: "Gris") -> "Gris":
    """The paper without its print, the same size."""
    import cv2
    import numpy as np

    petit = cv2.GaussianBlur(reduire(pixels, 0.25), (0, 0), 1)
    papier = cv2.medianBlur(cv2.dilate(petit, np.ones((7, 7), np.uint8)), 21)
    taille = (pixels.shape[1], pixels.shape[0])
    return np.asarray(cv2.resize(papier, taille, interpolation=cv2.INTER_LINEAR), dtype=np.uint8)


def diviser(pixels: "Gris", papier: "Gris") -> "Gris":
    """The page as if its paper were white and its light even."""
    import cv2
    import numpy as np

    return np.asarray(cv2.divide(pixels, np.maximum(papier, 20), scale=255), dtype=np.uint8)


def noircir(plat: "Gris", encre: float) -> "Gris":
    """Where a page whose light is even bears print: 1 on 0. ``encre``: grey of the print."""
    import numpy as np

    return (plat < 255 - 0.45 * (255 - encre)).astype(np.uint8)


def est_bitonale(pixels: "Gris") -> bool:
    """Whether a page has only black and white: hardly a grey among what is not white."""
    import numpy as np

    compte = np.bincount(pixels[::5, ::5].ravel(), minlength=256)
    return bool(compte[24:232].sum() < 0.12 * compte[:232].sum())


def encre_bitonale(pixels: "Gris") -> "Gris":
    import numpy as np

    return (pixels < 128).astype(np.uint8)


def _formes(noir: "Gris") -> "tuple[NDArray[np.int32], NDArray[np.int32]]":
    """The inked shapes: their labels, and their boxes and surfaces (x, y, width, height, pixels), the paper first."""
    import cv2
    import numpy as np

    _, etiquettes, formes, _ = cv2.connectedComponentsWithStats(noir, connectivity=8)
    return np.asarray(etiquettes, np.int32), np.asarray(formes, np.int32)


def hauteur_x(formes: "NDArray[np.int32]") -> float:
    """Height in pixels of a lower-case x: the smallest of the common heights of the inked shapes (capitals may be
    commoner, small print is read too); 0 when they are too few."""
    import numpy as np

    large, haut, aire = formes[1:, 2], formes[1:, 3], formes[1:, 4]
    lettres = haut[(haut >= 4) & (haut < 60) & (large >= 2) & (large < 3 * haut) & (aire > 0.2 * haut * large)]
    if len(lettres) < 30:
        return 0.0
    compte = np.bincount(lettres, minlength=62).astype(float)
    lisse = np.convolve(compte, [0.5, 1, 0.5], "same")
    return float(np.argmax(lisse >= 0.6 * lisse.max()))


def _miettes(etiquettes: "NDArray[np.int32]", formes: "NDArray[np.int32]", x: float) -> tuple[float, float]:
    """Grains that stand alone (no letter within half an x), and grains beside letters, each a letter of the page."""
    import cv2
    import numpy as np

    if x == 0:
        return 0.0, 0.0
    grains = formes[:, 4] < GRAIN * x * x
    corps = ~grains
    corps[0] = False
    portee = max(3, int(x))
    pres = cv2.dilate(corps[etiquettes].astype(np.uint8), np.ones((portee, portee), np.uint8))
    seuls = grains & (pres[formes[:, 1] + formes[:, 3] // 2, formes[:, 0] + formes[:, 2] // 2] == 0)
    seuls[0] = False
    lettres = (formes[:, 3] > 0.6 * x) & (formes[:, 3] < 3 * x)
    lettres[0] = False
    h, w = etiquettes.shape
    par_pave = [
        np.histogram2d(formes[choix, 1], formes[choix, 0], (12, 8), ((0, h), (0, w)))[0]
        for choix in (lettres, seuls, grains & ~seuls)
    ]
    pleins = par_pave[0] >= 5
    if not pleins.any():
        return 0.0, 0.0
    # medians: a screened stamp or logo is made of grains, in its own place only
    eclats = float(np.median(par_pave[2][pleins] / par_pave[0][pleins]))
    return float(np.median(par_pave[1])) * par_pave[1].size / float(par_pave[0].sum()), eclats


def _largeur_de_trait(noir: "Gris") -> float:
    """Mean width of strokes, pixels: what one pixel less on each side leaves of them."""
    import cv2
    import numpy as np

    reste = int(cv2.erode(noir, np.ones((3, 3), np.uint8)).sum()) / max(int(noir.sum()), 1)
    return 2 / max(1 - reste, 0.01)


def _pavages(masque: "Gris") -> "NDArray[np.float32]":
    """The mean of a mask on each of 8 by 12 tiles of the page."""
    import cv2
    import numpy as np

    clairseme = np.ascontiguousarray(masque[::2, ::2]) * np.uint8(255)  # a pixel in four is enough for a mean
    return np.asarray(cv2.resize(clairseme, (8, 12), interpolation=cv2.INTER_AREA), np.float32)


def _centile(pixels: "Gris", part: float, masque: "Gris | None" = None) -> float:
    """The grey under which ``part`` hundredths of the pixels are; 0 without pixels."""
    import cv2
    import numpy as np

    compte = cv2.calcHist([np.ascontiguousarray(pixels)], [0], masque, [256], [0, 256]).ravel().cumsum()
    return float(np.searchsorted(compte, compte[-1] * part / 100)) if compte[-1] else 0.0
