"""Step 1: from a file to grey page images, one at a time.

A PDF page that is one embedded image is taken as it is; any other page is drawn. TIFF, JPEG and PNG are decoded.
"""

import math
import warnings
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Any, Self

from pipeline.erreurs import (
    ErreurEnvironnement,
    ScanIllisible,
    ScanTropGrand,
    ScanVide,
)
from pipeline.etapes.fichiers import Format, lire_octets, mesurer, ouvrir_image, ouvrir_pdf, reconnaitre, situer
from pipeline.reglages import Reglages

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray
    from PIL.Image import Image as ImagePillow

    Gris = NDArray[np.uint8]


LARGEUR_A4 = 595.0
"""Points; taken when an image does not say its resolution."""


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
            if self.format == "pdf":
                return _page_pdf(self, numero)
            return _page_image(self, numero)


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
        octets = lire_octets(chemin, lambda fichier: fichier.read())
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
        dpi = document.info.get("dpi", (0, 0))
    except (OSError, EOFError, ValueError, SyntaxError):
        raise ScanIllisible("Cette image est endommagée ou tronquée.") from None
    hauteur, largeur = pixels.shape
    x, y = float(dpi[0] or 0), float(dpi[1] or dpi[0] or 0)
    if not 50 <= x <= 1300 or not 50 <= y <= 1300:
        x = y = min(largeur, hauteur) * 72 / LARGEUR_A4
    return Image(pixels, largeur * 72 / x, hauteur * 72 / y)


def _gris(image: "ImagePillow") -> "Gris":
    """Grey on white, transparency and the camera's turn applied."""
    import numpy as np
    from PIL import ExifTags, ImageOps
    from PIL import Image as pillow

    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # large pictures, camera's notes cut short: the limits were checked before
        if image.getexif().get(ExifTags.Base.Orientation, 1) != 1:
            image = ImageOps.exif_transpose(image)
        if image.mode in ("RGBA", "LA", "PA") or "transparency" in image.info:
            image = image.convert("RGBA")
            fond = pillow.new("RGBA", image.size, "white")
            image = pillow.alpha_composite(fond, image)
        if image.mode.startswith("I;16") or image.mode in ("I", "F"):
            seize = np.asarray(image, dtype=np.float32)
            return (seize / max(float(seize.max()), 1.0) * 255).astype(np.uint8)
        return np.array(image if image.mode == "L" else image.convert("L"))  # each copy is 9 megabytes


def _page_pdf(scan: Scan, numero: int) -> Image:
    import pikepdf

    try:
        page = scan.document.pages[numero - 1]
        x0, y0, x1, y1 = (float(v) for v in page.cropbox)
        tour = int(page.get("/Rotate", 0)) % 360
        largeur, hauteur = abs(x1 - x0), abs(y1 - y0)
        if largeur < 1 or hauteur < 1:
            raise ScanIllisible("Cette page n'a pas de surface.")
        pixels = _image_enchassee(page, (x0, y0, x1, y1), tour, scan.reglages)
    except (pikepdf.PdfError, ValueError, TypeError, KeyError, AttributeError, RuntimeError):
        raise ScanIllisible("Cette page est endommagée.") from None
    if tour in (90, 270):
        largeur, hauteur = hauteur, largeur
    unite = float(page.get("/UserUnit", 1))
    if pixels is None:
        pixels = _dessiner(scan, numero, largeur * unite, hauteur * unite)
    return Image(pixels, largeur, hauteur)


def _image_enchassee(
    page: Any, cadre: tuple[float, float, float, float], tour: int, reglages: Reglages
) -> "Gris | None":
    """The one image that covers the page, turned as /Rotate says; None when the page is anything else."""
    import numpy as np
    import pikepdf

    nom = _seule_image(page, cadre)
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
    try:
        pixels = _gris(pikepdf.PdfImage(image).as_pil_image())
    except (pikepdf.PdfError, OSError, ValueError, NotImplementedError, TypeError, KeyError):
        return None  # pikepdf cannot decode it: poppler may
    return np.ascontiguousarray(np.rot90(pixels, -tour // 90))


def _seule_image(page: Any, cadre: tuple[float, float, float, float]) -> str | None:
    """Name of the image when the page draws it over its whole box, upright, and draws nothing else."""
    import pikepdf

    nom, matrices = None, [pikepdf.Matrix()]
    for instruction in pikepdf.parse_content_stream(page):
        operandes: Any = instruction.operands
        match str(instruction.operator):
            case "q":
                matrices.append(matrices[-1])
            case "Q" if len(matrices) > 1:
                matrices.pop()
            case "cm":
                matrices[-1] = pikepdf.Matrix(*(float(v) for v in operandes)) @ matrices[-1]
            case "Do" if nom is None:
                nom, matrice = str(operandes[0]), matrices[-1]
            case "gs" | "BT" | "ET" | "Tf" | "TL" | "w" | "J" | "j" | "M" | "d" | "i" | "ri":  # they draw nothing
                pass
            case _:
                return None
    if nom is None:
        return None
    x0, y0, x1, y1 = cadre
    attendu = (x1 - x0, 0, 0, y1 - y0, x0, y0)
    lu = (matrice.a, matrice.b, matrice.c, matrice.d, matrice.e, matrice.f)
    return nom if all(abs(a - b) < 1.5 for a, b in zip(attendu, lu, strict=True)) else None


def _dessiner(scan: Scan, numero: int, largeur: float, hauteur: float) -> "Gris":
    """Draw a page in grey, at the wanted resolution or at what the limits allow."""
    import numpy as np
    import pdf2image
    from pdf2image import exceptions
    from PIL import Image as pillow

    reglages = scan.reglages
    plafond = min(reglages.pixels_max, 40_000_000)
    dpi = min(
        reglages.dpi,
        int(72 * math.sqrt(plafond / (largeur * hauteur))),
        int(72 * reglages.cote_max / max(largeur, hauteur)),
    )
    if dpi < 20:
        raise ScanTropGrand(f"Cette page mesure {largeur / 72 * 2.54:.0f} x {hauteur / 72 * 2.54:.0f} cm.")
    try:
        images = pdf2image.convert_from_path(
            scan.chemin, dpi=dpi, first_page=numero, last_page=numero, grayscale=True, use_cropbox=True,
            timeout=reglages.delai_page,
        )  # fmt: skip
    except exceptions.PDFInfoNotInstalledError:
        raise ErreurEnvironnement("Poppler (pdftoppm) n'est pas installé.") from None
    except exceptions.PDFPopplerTimeoutError:
        raise ScanIllisible("Cette page met trop de temps à s'afficher.") from None
    except (
        exceptions.PDFPageCountError,
        exceptions.PDFSyntaxError,
        OSError,
        ValueError,
        pillow.DecompressionBombError,
    ):
        raise ScanIllisible("Cette page est endommagée.") from None
    if not images:
        raise ScanIllisible("Cette page est endommagée.")
    return np.array(images[0].convert("L"))
