"""Before recognition: a page is turned upright, flattened, levelled, treated and brought to size."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from modeles.page import Matrice, Soin
from pipeline.etapes.apparence import Apparence, mesurer, reduire
from pipeline.etapes.images import Image
from pipeline.etapes.soins import choisir, eclaircir, nettoyer

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Gris = NDArray[np.uint8]
    Carre = NDArray[np.float64]

ANGLE_MAX = 8.0
"""Degrees: the largest skew looked for."""
ANGLE_MIN = 0.25
"""Degrees: a smaller skew is left alone."""
POINTS = 20_000
"""Inked pixels that tell the skew."""
BORD_SOMBRE = 60
"""Unevenness of the background (greys) above which a picture may show the desk around its sheet."""
CHUTE = 0.72
"""How dark the desk is beside the edge of a photographed sheet, at most; the sheet is 1."""
DPI_MIN = 160
"""No page is made coarser than that: beside large print there are stamps and notes."""
DPI_SANS_TEXTE = 170
"""Resolution of a page whose print could not be measured."""


@dataclass(frozen=True)
class Redressee:
    """A page ready to be read: grey pixels at ``dpi``, the way back to the page as stored, in points, and the
    treatments it was given."""

    pixels: "Gris"
    dpi: float
    vers_scan: Matrice
    soins: tuple[Soin, ...] = ()

    @property
    def largeur(self) -> float:
        return float(self.pixels.shape[1]) * 72 / self.dpi

    @property
    def hauteur(self) -> float:
        return float(self.pixels.shape[0]) * 72 / self.dpi


def redresser(image: Image, vue: Apparence, quarts: int, hauteur_x: int, soigner: bool = True) -> Redressee:
    """Turn by ``quarts`` quarter turns (counter-clockwise), undo perspective, level the lines, treat what the page
    shows, and bring its print to the wanted size.

    ``hauteur_x``: height of a lower-case x wanted, pixels; a page is made smaller for it, never larger. ``soigner``
    False: no treatment but of its shape and size.
    """
    import numpy as np

    pixels = np.ascontiguousarray(np.rot90(image.pixels, quarts))
    retour = _quart(quarts % 4, *image.pixels.shape)  # pixels now -> stored pixels
    faits: list[Soin] = ["tourner"] if quarts % 4 else []
    dpi = image.dpi
    if quarts % 2:  # letters were measured lying on their side
        vue = mesurer(pixels, dpi)
    coins = coins_de_feuille(pixels) if vue.ecart_lumiere > BORD_SOMBRE else None
    if coins is not None:
        pixels, aller = deplier(pixels, coins)
        retour, vue = retour @ np.linalg.inv(aller), mesurer(pixels, dpi)
        faits.append("deplier")
    soins = choisir(vue) if soigner else ()
    pixels = nettoyer(pixels, dpi, vue, soins)
    if "epaissir" in soins:  # the height of broken letters could not be measured
        vue = mesurer(pixels, dpi)
    angle = mesurer_angle(pixels, dpi)
    if abs(angle) >= ANGLE_MIN:
        pixels, aller = _niveler(pixels, angle)
        retour = retour @ np.linalg.inv(aller)
        faits.append("redresser")
    facteur = _facteur(vue, dpi, hauteur_x)
    if facteur < 1:
        hauteur, largeur = pixels.shape
        pixels, dpi = reduire(pixels, facteur), dpi * facteur
        retour = retour @ np.diag([largeur / pixels.shape[1], hauteur / pixels.shape[0], 1.0])
        faits.append("reduire")
    points = np.diag([image.largeur / image.pixels.shape[1], image.hauteur / image.pixels.shape[0], 1.0])
    matrice = points @ retour @ np.diag([dpi / 72, dpi / 72, 1.0])
    a, b, c, d, e, f, g, h, i = (float(v) for v in (matrice / matrice[2, 2]).ravel())
    return Redressee(eclaircir(pixels, vue, soins), dpi, (a, b, c, d, e, f, g, h, i), (*faits, *soins))


def _facteur(vue: Apparence, dpi: float, hauteur_x: int) -> float:
    """How much smaller the page is made: 1 when it is small enough."""
    voulue = hauteur_x * (1.45 if vue.nettete < 0.9 else 1.0)  # blurred letters touch: an x measures more than it is
    facteur = voulue / vue.x if vue.x else DPI_SANS_TEXTE / dpi
    facteur = min(max(facteur, DPI_MIN / dpi), 400 / dpi)
    return facteur if facteur < 0.85 else 1.0


def _niveler(pixels: "Gris", angle: float) -> "tuple[Gris, Carre]":
    """The page turned by ``angle`` degrees (counter-clockwise) about its middle; from its old pixels to the new."""
    import cv2
    import numpy as np

    hauteur, largeur = pixels.shape
    aller = np.vstack([cv2.getRotationMatrix2D((largeur / 2, hauteur / 2), angle, 1.0), [0, 0, 1]])
    papier = int(np.percentile(pixels[::7, ::7], 75))
    droit = cv2.warpAffine(pixels, aller[:2], (largeur, hauteur), flags=cv2.INTER_LINEAR, borderValue=papier)
    return np.asarray(droit, dtype=np.uint8), aller


def coins_de_feuille(pixels: "Gris") -> "NDArray[np.float32] | None":
    """The four corners of a sheet photographed on something darker, pixels, from the top left clockwise; None when no
    bright quadrilateral fills most of the picture."""
    import cv2
    import numpy as np

    facteur = 500 / max(pixels.shape)
    petit = np.asarray(cv2.GaussianBlur(reduire(pixels, facteur), (0, 0), 1.5), np.uint8)
    _, clair = cv2.threshold(petit, 0, 255, cv2.THRESH_BINARY + cv2.THRESH_OTSU)
    clair = cv2.copyMakeBorder(clair, 15, 15, 15, 15, cv2.BORDER_CONSTANT, value=0)
    clair = cv2.morphologyEx(clair, cv2.MORPH_CLOSE, np.ones((15, 15), np.uint8))
    contours, _ = cv2.findContours(clair, cv2.RETR_EXTERNAL, cv2.CHAIN_APPROX_SIMPLE)
    feuille = cv2.convexHull(max(contours, key=cv2.contourArea)) if contours else None
    if feuille is None or cv2.contourArea(feuille) < 0.5 * petit.size:
        return None
    quatre = cv2.approxPolyDP(feuille, 0.02 * cv2.arcLength(feuille, True), True).reshape(-1, 2)
    if len(quatre) != 4 or cv2.contourArea(quatre) < 0.97 * cv2.contourArea(feuille):
        return None
    if not _bord_net(petit, np.asarray(quatre - 15, np.int32)):
        return None
    places = (quatre.astype(np.float32) - 15) / facteur
    rangs = np.argsort(places.sum(axis=1))
    haut_gauche, bas_droit = places[rangs[0]], places[rangs[3]]
    haut_droit, bas_gauche = sorted((places[rangs[1]], places[rangs[2]]), key=lambda p: float(p[1] - p[0]))
    return np.array([haut_gauche, haut_droit, bas_droit, bas_gauche], np.float32)


def _bord_net(petit: "Gris", coins: "NDArray[np.int32]") -> bool:
    """Whether the grey falls at once along the sheet's edge: the shade of a gutter falls slowly."""
    import cv2
    import numpy as np

    feuille = np.asarray(cv2.fillConvexPoly(np.zeros_like(petit), coins, 1), np.uint8)
    pave = np.ones((9, 9), np.uint8)
    dehors = petit[(cv2.dilate(feuille, pave) > 0) & (feuille == 0)]
    dedans = petit[(feuille > 0) & (cv2.erode(feuille, pave, borderValue=1) == 0)]
    return dehors.size > 0 and dedans.size > 0 and bool(np.median(dehors) < CHUTE * np.median(dedans))


def deplier(pixels: "Gris", coins: "NDArray[np.float32]") -> "tuple[Gris, Carre]":
    """The sheet seen from above, and the matrix from the old pixels to the new."""
    import cv2
    import numpy as np

    hg, hd, bd, bg = coins
    large = round((float(np.linalg.norm(hd - hg)) + float(np.linalg.norm(bd - bg))) / 2)
    haut = round((float(np.linalg.norm(bg - hg)) + float(np.linalg.norm(bd - hd))) / 2)
    aller = cv2.getPerspectiveTransform(coins, np.array([[0, 0], [large, 0], [large, haut], [0, haut]], np.float32))
    droite = cv2.warpPerspective(pixels, aller, (large, haut), flags=cv2.INTER_LINEAR, borderMode=cv2.BORDER_REPLICATE)
    return np.asarray(droite, dtype=np.uint8), np.asarray(aller, dtype=np.float64)


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


def mesurer_angle(pixels: "Gris", dpi: float) -> float:
    """Skew of the lines, degrees, positive when they fall to the right: it makes the rows of pixels sharpest."""
    import numpy as np

    petit = reduire(pixels, min(1.0, 100 / dpi))
    noir = encre(petit, 22)
    h, w = noir.shape
    y, x = np.nonzero(noir[h // 40 : h - h // 40, w // 40 : w - w // 40])
    if len(y) < 200:
        return 0.0
    pas = max(1, len(y) // POINTS)
    y, x = y[::pas].astype(np.float32), x[::pas].astype(np.float32)

    def nettete(angle: float) -> float:
        pente = float(np.tan(np.radians(angle)))
        lignes = np.bincount((y - x * pente + w).astype(np.int64), minlength=h + 2 * w)
        return float(np.square(np.diff(lignes)).sum())

    meilleur = max(np.arange(-ANGLE_MAX, ANGLE_MAX + 0.1, 1.0), key=nettete)
    for pas_angle in (0.5, 0.25, 0.1, 0.05):
        meilleur = max((meilleur - pas_angle, meilleur, meilleur + pas_angle), key=nettete)
    return float(meilleur) if nettete(meilleur) > 1.05 * nettete(0.0) else 0.0


ENCRE_SURE = 150
"""Grey of print that no ghost reaches."""
ENCRE = 0.25
"""How much darker than its paper print is, at 120 dpi: ghosts of the other side stay under 0.2 on our samples."""


def est_blanche(pixels: "Gris", dpi: float, vue: Apparence) -> bool:
    """Whether the page has no print of its own: the ghost of the other side is too pale, specks too small."""
    if vue.x and vue.encre < ENCRE_SURE:
        return False
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


def est_pale(vue: Apparence) -> bool:
    """Whether a page with no clear print bears faint print, its own or the other side's: reading it will tell."""
    contraste = 255 - vue.encre
    return vue.x > 0 and vue.nettete > 0.6 and contraste > max(20.0, 6 * vue.bruit)
