"""The treatments of a page, and which it needs. Each mends one defect and harms a page without it: look first.

Measured by ``make banc-ocr`` (docs/OCR.md): a treatment that does not earn its place there goes.
"""

from typing import TYPE_CHECKING

from modeles.page import Soin
from pipeline.etapes.apparence import Apparence, diviser, encre_bitonale, fond, noircir

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Gris = NDArray[np.uint8]

POUSSIERE = 0.024
"""Surface, in squares of an x, under which a shape is a speck: a dot or a comma is larger."""
TRAIT_FIN = 0.63
"""Width, points, of eaten strokes; specks around thicker ones are the crumbs of a compressed picture."""
X_SUR = 7.0
"""Height of an x, pixels, under which small shapes may be letters: nothing is taken for dust."""

REMEDES: tuple[Soin, ...] = ("depoussierer", "epaissir", "aplanir", "accentuer", "contraster")


def choisir(vue: Apparence) -> tuple[Soin, ...]:
    """The treatments that a page needs, in the order of ``REMEDES``; none for a clean page."""
    soins: list[Soin] = []
    if vue.x >= X_SUR and (_a_des_miettes(vue) or vue.poussieres > max(0.5, vue.eclats)):
        soins.append("depoussierer")
    elif vue.bitonale and vue.trait < TRAIT_FIN and vue.eclats > max(0.12, vue.poussieres):
        soins.append("epaissir")
    if vue.ecart_lumiere > 24 or vue.papier < 205:
        soins.append("aplanir")
    if vue.x and vue.nettete < 0.6:
        soins.append("accentuer")
    if vue.x and not vue.bitonale and (vue.voile > 0.5 or vue.encre > 150):
        soins.append("contraster")
    return tuple(soins)


def _a_des_miettes(vue: Apparence) -> bool:
    """Whether a page was made black and white from a compressed picture: crumbs around thick letters."""
    return vue.bitonale and vue.trait >= TRAIT_FIN and vue.eclats > 0.3


def nettoyer(pixels: "Gris", dpi: float, vue: Apparence, soins: tuple[Soin, ...]) -> "Gris":
    """Before the page is made smaller: specks wiped, broken strokes joined."""
    if "depoussierer" in soins:
        pixels = depoussierer(pixels, vue)
    if "epaissir" in soins:
        pixels = epaissir(pixels, dpi, vue.eclats)
    return pixels


def eclaircir(pixels: "Gris", vue: Apparence, soins: tuple[Soin, ...]) -> "Gris":
    """After the page is made smaller: light, edges, contrast."""
    if "aplanir" in soins:
        pixels = diviser(pixels, fond(pixels))
    if "accentuer" in soins:
        pixels = accentuer(pixels)
    if "contraster" in soins:
        pixels = contraster(pixels, vue, 255.0 if "aplanir" in soins else vue.papier)
    return pixels


def depoussierer(pixels: "Gris", vue: Apparence) -> "Gris":
    """The page without the specks too small for a dot."""
    import cv2
    import numpy as np

    papier = None if vue.bitonale else fond(pixels)
    noir = encre_bitonale(pixels) if papier is None else noircir(diviser(pixels, papier), vue.encre)
    _, etiquettes, formes, _ = cv2.connectedComponentsWithStats(noir, connectivity=8)
    otes = formes[:, 4] <= POUSSIERE * vue.x**2
    masque = otes[etiquettes].astype(np.uint8)
    if papier is not None:  # a grey speck has a halo
        masque = np.asarray(cv2.dilate(masque, np.ones((3, 3), np.uint8)), np.uint8)
    propres = np.where(masque > 0, 255 if papier is None else papier, pixels).astype(np.uint8)
    return np.asarray(cv2.medianBlur(propres, 3), np.uint8) if _a_des_miettes(vue) else propres


def epaissir(pixels: "Gris", dpi: float, eclats: float) -> "Gris":
    """Strokes made thicker, so that their broken parts meet: the more, the more they are broken (``eclats``)."""
    import cv2
    import numpy as np

    cote = max(2, round(dpi / 300 * (3 if eclats < 0.5 else 5)))
    gras = cv2.erode(pixels, cv2.getStructuringElement(cv2.MORPH_ELLIPSE, (cote, cote)))
    return np.asarray(gras, dtype=np.uint8)


def accentuer(pixels: "Gris") -> "Gris":
    """Edges made sharper: the page less its blurred self."""
    import cv2
    import numpy as np

    flou = cv2.GaussianBlur(pixels, (0, 0), 2.0)
    return np.asarray(cv2.addWeighted(pixels, 4.0, flou, -3.0, 0), dtype=np.uint8)


def contraster(pixels: "Gris", vue: Apparence, papier: float) -> "Gris":
    """The greys spread: the darkest ink black, and white all that is nearer to ``papier`` than print is."""
    import numpy as np

    blanc = 0.4 if vue.voile > 0.5 else 0.14  # the ghost of the other side is darker than noise
    bas, haut = papier * vue.encre / 255, papier * (1 - blanc * (255 - vue.encre) / 255)
    table = np.clip((np.arange(256) - bas) * 255 / (haut - bas), 0, 255).astype(np.uint8)
    return np.asarray(table[pixels], dtype=np.uint8)
