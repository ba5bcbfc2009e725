"""A page of a PDF as a viewer shows it, drawn by poppler (the only door of pdf2image)."""

import math
from pathlib import Path
from typing import TYPE_CHECKING

from pipeline.erreurs import ErreurEnvironnement, ScanIllisible, ScanTropGrand
from pipeline.reglages import Reglages

if TYPE_CHECKING:
    from PIL.Image import Image as ImagePillow

PIXELS_UTILES = 40_000_000
"""Pixels beyond which a page is made smaller before anything else: an A4 at 600 dpi has 35 million, and no reading
gains by more."""


def dessiner(
    chemin: Path, numero: int, taille: tuple[float, float], reglages: Reglages, *, gris: bool
) -> "ImagePillow":
    """Draw a page of so many points, at the wanted resolution or at what the limits allow. Raises ErreurScan."""
    import pdf2image
    from pdf2image import exceptions
    from PIL import Image as pillow

    largeur, hauteur = taille
    plafond = min(reglages.pixels_max, PIXELS_UTILES)
    dpi = min(
        reglages.dpi,
        int(72 * math.sqrt(plafond / (largeur * hauteur))),
        int(72 * reglages.cote_max / max(largeur, hauteur)),
    )
    if dpi < 20:
        raise ScanTropGrand(f"Cette page mesure {largeur / 72 * 2.54:.0f} x {hauteur / 72 * 2.54:.0f} cm.")
    try:
        images = pdf2image.convert_from_path(
            chemin.absolute(), dpi=dpi, first_page=numero, last_page=numero, grayscale=gris, use_cropbox=True,
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
    dessin: ImagePillow = images[0]
    return dessin


def se_plaint(chemin: Path, numero: int, reglages: Reglages) -> bool:
    """Whether poppler finds fault with a page; small, since only what it says counts."""
    import pdf2image
    from pdf2image import exceptions

    try:
        pdf2image.convert_from_path(
            chemin.absolute(),
            dpi=20,
            first_page=numero,
            last_page=numero,
            strict=True,
            timeout=reglages.delai_page,
        )
    except (exceptions.PDFSyntaxError, exceptions.PDFPopplerTimeoutError):
        return True
    return False
