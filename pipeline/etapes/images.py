"""Step 1: from a file to grey page images, one at a time.

A PDF page that is one embedded image is taken as it is; any other page is drawn. TIFF, JPEG and PNG are decoded.
"""

import math
import warnings
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Any, Self

from pipeline.erreurs import ScanIllisible, ScanTropGrand, ScanVide
from pipeline.etapes import contenus
from pipeline.etapes.dessins import PIXELS_UTILES, dessiner, se_plaint
from pipeline.etapes.fichiers import (
    Format,
    depliage,
    lire_octets,
    mesurer,
    ouvrir_image,
    ouvrir_pdf,
    reconnaitre,
    situer,
    verifier_jpeg,
)
from pipeline.reglages import Reglages

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray
    from PIL.Image import Image as ImagePillow

    Gris = NDArray[np.uint8]


LARGEUR_A4 = 595.0
"""Points; taken when an image does not say its resolution."""
_ORIENTATION = 0x0112
"""The Exif tag of the camera's turn: 5 to 8 are quarter turns."""
PALE = 250
"""Grey above which nothing is drawn."""
TEXTE_MAX = 64 << 20
"""Bytes of a file of raw text."""


@dataclass(frozen=True)
class Image:
    """A page as stored: grey pixels (height, width), uint8, and its size in points."""

    pixels: "Gris"
    largeur: float
    hauteur: float

    @property
    def dpi(self) -> float:
        """Pixels an inch, mean of both directions."""
        hauteur, largeur = self.pixels.shape
        return float(36 * (largeur / self.largeur + hauteur / self.hauteur))


@dataclass(frozen=True)
class Scan:
    """An open file: ``pages`` pages, decoded on demand. Close it, or use it in ``with``."""

    chemin: Path
    pages: int
    format: Format
    reglages: Reglages
    document: Any

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, genre: type[BaseException] | None, erreur: BaseException | None, pile: TracebackType | None
    ) -> None:
        self.document.close()

    def page(self, numero: int) -> Image:
        """The page ``numero`` (from 1). Raises ErreurScan, with the page, when it cannot be decoded."""
        with situer(self.chemin, numero):
            image = _page_pdf(self, numero) if self.format == "pdf" else _page_image(self, numero)
            return image if image.pixels.size <= PIXELS_UTILES else _ramener(image)

    def verifier(self, numero: int) -> None:
        """Refuse a page of a PDF whose content is a bomb, before a library draws it. Raises ErreurScan."""
        if self.format == "pdf":
            with situer(self.chemin, numero):
                contenus.verifier(self.document.pages[numero - 1])

    def dessiner(self, numero: int) -> "ImagePillow":
        """The page ``numero`` of a PDF drawn in colour, as a viewer shows it. Raises ErreurScan, with the page."""
        with situer(self.chemin, numero):
            unite = float(self.document.pages[numero - 1].get("/UserUnit", 1))
            largeur, hauteur = geometrie(self.document, numero)[2:]
            return dessiner(self.chemin, numero, (largeur * unite, hauteur * unite), self.reglages, gris=False)

    def taille(self, numero: int) -> tuple[float, float]:
        """Width and height of the page ``numero`` as stored, points; nothing is decoded. Raises ErreurScan."""
        with situer(self.chemin, numero):
            if self.format == "pdf":
                return geometrie(self.document, numero)[2:]
            try:
                self.document.seek(numero - 1)
                with warnings.catch_warnings():
                    warnings.simplefilter("ignore")  # camera's notes cut short
                    tournee = self.document.getexif().get(_ORIENTATION, 1) in (5, 6, 7, 8)
            except (OSError, EOFError, ValueError, SyntaxError):
                raise ScanIllisible("Cette image est endommagée ou tronquée.") from None
            largeur, hauteur = self.document.size[::-1] if tournee else self.document.size
            return _en_points(self.document, largeur, hauteur)


def ouvrir(chemin: Path, reglages: Reglages) -> Scan:
    """Check a file and open it; no pixel is decoded.

    Raises ScanIntrouvable, ScanVide, ScanIllisible, ScanChiffre or ScanTropGrand, in French, with the file.
    """
    with situer(chemin):
        format_, debut, fin = reconnaitre(chemin)
        document, pages = ouvrir_pdf(chemin, fin) if format_ == "pdf" else ouvrir_image(chemin, debut, fin, reglages)
        if pages == 0:
            document.close()
            raise ScanVide("Ce document n'a aucune page.")
        if pages > reglages.pages_max:
            document.close()
            raise ScanTropGrand(f"Ce document a {pages} pages ; la limite est de {reglages.pages_max}.")
        return Scan(chemin, pages, format_, reglages, document)


def lire_fichier_texte(chemin: Path) -> str:
    """The text of a file of raw OCR: UTF-8, or else Windows-1252. Raises ScanIntrouvable or ScanVide."""
    with situer(chemin):
        octets = lire_octets(chemin, lambda fichier: fichier.read(TEXTE_MAX + 1))
        if len(octets) > TEXTE_MAX:
            raise ScanTropGrand(f"Ce texte a plus de {TEXTE_MAX >> 20} Mo.", "Découpez-le.")
        if not octets.strip():
            raise ScanVide("Ce fichier est vide.")
    try:
        return octets.decode("utf-8-sig")
    except UnicodeDecodeError:
        return octets.decode("cp1252", errors="replace")


def _page_image(scan: Scan, numero: int) -> Image:
    document: ImagePillow = scan.document
    try:
        document.seek(numero - 1)
        mesurer(document.width, document.height, scan.reglages)
        pixels = _gris(document)
    except (OSError, EOFError, ValueError, SyntaxError):
        raise ScanIllisible("Cette image est endommagée ou tronquée.") from None
    hauteur, largeur = pixels.shape
    return Image(pixels, *_en_points(document, largeur, hauteur))


def _en_points(document: "ImagePillow", largeur: int, hauteur: int) -> tuple[float, float]:
    """The size of a page of so many pixels, at the resolution the image says."""
    dpi = document.info.get("dpi", (0, 0))
    x, y = float(dpi[0] or 0), float(dpi[1] or dpi[0] or 0)
    if not 50 <= x <= 1300 or not 50 <= y <= 1300:
        x = y = min(largeur, hauteur) * 72 / LARGEUR_A4
    return largeur * 72 / x, hauteur * 72 / y


def mettre_a_plat(image: "ImagePillow") -> "ImagePillow":
    """Transparency laid on white, the camera's turn applied."""
    from PIL import ExifTags, ImageOps
    from PIL import Image as pillow

    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # large pictures, camera's notes cut short: the limits were checked before
        if image.getexif().get(ExifTags.Base.Orientation, 1) != 1:
            image = ImageOps.exif_transpose(image)
        if image.mode in ("RGBA", "LA", "PA") or "transparency" in image.info:
            image = image if image.mode == "RGBA" else image.convert("RGBA")
            fond = pillow.new("RGBA", image.size, "white")
            image = pillow.alpha_composite(fond, image)
    return image


def _gris(image: "ImagePillow") -> "Gris":
    import numpy as np

    image = mettre_a_plat(image)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        if image.mode.startswith("I;16") or image.mode in ("I", "F"):
            seize = np.array(image, dtype=np.float32)
            seize = np.divide(seize, max(float(seize.max()), 1.0) / 255, out=seize)
            return np.clip(seize, 0, 255, out=seize).astype(np.uint8)
        return np.array(image if image.mode == "L" else image.convert("L"))  # each copy is 9 megabytes


def _page_pdf(scan: Scan, numero: int) -> Image:
    import numpy as np
    import pikepdf

    cadre, tour, largeur, hauteur = geometrie(scan.document, numero)
    try:
        page = scan.document.pages[numero - 1]
        image = _image_enchassee(page, cadre, scan.reglages)
        pixels = None if image is None else _decoder(image, tour)
        unite = float(page.get("/UserUnit", 1))
    except (pikepdf.PikepdfError, ValueError, TypeError, KeyError, AttributeError, RuntimeError):
        raise ScanIllisible("Cette page est endommagée.") from None
    if pixels is None:
        taille = (largeur * unite, hauteur * unite)
        pixels = np.array(dessiner(scan.chemin, numero, taille, scan.reglages, gris=True).convert("L"))
        if pixels.min() > PALE and (image is not None or se_plaint(scan.chemin, numero, scan.reglages)):
            raise ScanIllisible("L'image de cette page est endommagée.")  # not a blank page
    return Image(pixels, largeur, hauteur)


def geometrie(document: Any, numero: int) -> tuple[tuple[float, float, float, float], int, float, float]:
    """The visible box of a page of a PDF, the degrees by which it is turned when shown, its width and height then."""
    import pikepdf

    try:
        page = document.pages[numero - 1]
        x0, y0, x1, y1 = (float(v) for v in page.cropbox)
        tour = int(page.get("/Rotate", 0)) % 360
    except (pikepdf.PikepdfError, ValueError, TypeError, KeyError, AttributeError, RuntimeError):
        raise ScanIllisible("Cette page est endommagée.") from None
    largeur, hauteur = abs(x1 - x0), abs(y1 - y0)
    if largeur < 1 or hauteur < 1:
        raise ScanIllisible("Cette page n'a pas de surface.")
    if tour in (90, 270):
        largeur, hauteur = hauteur, largeur
    return (x0, y0, x1, y1), tour, largeur, hauteur


def _image_enchassee(page: Any, cadre: contenus.Cadre, reglages: Reglages) -> Any:
    """The one image that covers the page; None when the page is anything else, or when only poppler may decode it."""
    nom = contenus.seule_image(page, cadre)
    image = None if nom is None else page.get("/Resources", {}).get("/XObject", {}).get(nom)
    if image is None or image.get("/Subtype") != "/Image":
        return None
    mesurer(int(image.Width), int(image.Height), reglages)
    filtres = str(image.get("/Filter", ""))
    if (
        any(cle in image for cle in ("/Mask", "/SMask", "/Decode", "/ImageMask"))
        or "JBIG2" in filtres
        or "JPX" in filtres
    ):
        return None
    if "DCT" in filtres:
        verifier_jpeg(image.read_raw_bytes())
    return image


def _decoder(image: Any, tour: int) -> "Gris | None":
    """Its pixels, turned as /Rotate says; None when pikepdf cannot decode it: poppler may."""
    import numpy as np
    import pikepdf

    try:
        with depliage(_octets(image)):
            vue = pikepdf.PdfImage(image).as_pil_image()
            if vue.size != (int(image.Width), int(image.Height)):
                return None  # the limits were checked on a lie
            pixels = _gris(vue)
    except (pikepdf.PikepdfError, OSError, ValueError, NotImplementedError, TypeError, KeyError):
        return None
    return np.ascontiguousarray(np.rot90(pixels, -tour // 90))


def _octets(image: Any) -> int:
    """How many bytes its pixels take at most, as the image says its size: what inflates to more is a lie."""
    largeur, hauteur, bits = int(image.Width), int(image.Height), int(image.get("/BitsPerComponent", 8))
    return min(hauteur * (largeur * 4 * max(8, min(bits, 16)) // 8 + 1) + 65_536, 2**32 - 1)


def _ramener(image: Image) -> Image:
    """The same page in fewer pixels."""
    import numpy as np
    from PIL import Image as pillow

    facteur = math.ceil(math.sqrt(image.pixels.size / PIXELS_UTILES))
    return Image(np.array(pillow.fromarray(image.pixels).reduce(facteur)), image.largeur, image.hauteur)
