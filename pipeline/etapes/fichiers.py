"""What a file is, checked before a pixel is decoded: each trouble has its error."""

import warnings
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, Literal

from pipeline.erreurs import ErreurScan, ScanChiffre, ScanIllisible, ScanIntrouvable, ScanTropGrand, ScanVide
from pipeline.reglages import Reglages

Format = Literal["pdf", "image"]


@contextmanager
def situer(chemin: Path, page: int | None = None) -> Iterator[None]:
    """Add the file and the page to the errors that pass."""
    try:
        yield
    except ErreurScan as erreur:
        erreur.chemin, erreur.page = chemin, page
        raise


def lire_octets(chemin: Path, lire: Callable[[Any], bytes]) -> bytes:
    try:
        with chemin.open("rb") as fichier:
            return lire(fichier)
    except FileNotFoundError:
        raise ScanIntrouvable("Ce fichier n'existe pas.") from None
    except IsADirectoryError:
        raise ScanIntrouvable("C'est un dossier, pas un fichier.") from None
    except PermissionError:
        raise ScanIntrouvable("Le droit de lire ce fichier manque.") from None
    except OSError as erreur:
        raise ScanIntrouvable(f"Ce fichier ne peut pas être lu ({erreur.strerror}).") from None


def reconnaitre(chemin: Path) -> tuple[Format, bytes, bytes]:
    """The format told by the first bytes, and the first and last bytes themselves."""

    def bouts(fichier: Any) -> bytes:
        debut: bytes = fichier.read(1024)
        fichier.seek(0, 2)
        fichier.seek(max(0, fichier.tell() - 8192))
        return debut.ljust(1024, b"\0") + fichier.read() if debut else b""

    octets = lire_octets(chemin, bouts)
    if not octets:
        raise ScanVide("Ce fichier est vide.")
    debut, fin = octets[:1024], octets[1024:]
    if b"%PDF-" in debut:
        return "pdf", debut, fin
    if debut.startswith((b"\xff\xd8\xff", b"\x89PNG\r\n\x1a\n", b"II*\0", b"MM\0*", b"II+\0", b"MM\0+")):
        return "image", debut, fin
    raise ScanIllisible("Ce fichier n'est ni un PDF, ni une image TIFF, JPEG ou PNG.", "Convertissez-le en PDF.")


def ouvrir_pdf(chemin: Path, fin: bytes) -> tuple[Any, int]:
    import pikepdf

    try:
        document = pikepdf.open(chemin)
        pages = len(document.pages)
    except pikepdf.PasswordError:
        raise ScanChiffre("Ce PDF est protégé par un mot de passe.") from None
    except (pikepdf.PdfError, ValueError, RuntimeError):
        raise ScanIllisible("Ce PDF est endommagé ou tronqué.") from None
    if b"startxref" not in fin and document.get_warnings():
        document.close()
        raise ScanIllisible("Ce PDF est tronqué : sa fin manque.")
    return document, pages


def ouvrir_image(chemin: Path, debut: bytes, fin: bytes, reglages: Reglages) -> tuple[Any, int]:
    from PIL import Image as pillow
    from PIL import UnidentifiedImageError

    if (debut.startswith(b"\xff\xd8") and b"\xff\xd9" not in fin) or (
        debut.startswith(b"\x89PNG") and b"IEND" not in fin
    ):
        raise ScanIllisible("Cette image est tronquée : sa fin manque.")
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", pillow.DecompressionBombWarning)
            document = pillow.open(chemin)
            pages = int(getattr(document, "n_frames", 1))
    except pillow.DecompressionBombError:
        raise ScanTropGrand("Cette image a trop de pixels.") from None
    except (UnidentifiedImageError, OSError, ValueError, SyntaxError, EOFError, KeyError, TypeError):
        raise ScanIllisible("Cette image est endommagée ou tronquée.") from None
    try:
        mesurer(document.width, document.height, reglages)
    except ScanTropGrand:
        document.close()
        raise
    return document, pages


def mesurer(largeur: int, hauteur: int, reglages: Reglages) -> None:
    if largeur * hauteur > reglages.pixels_max or max(largeur, hauteur) > reglages.cote_max:
        raise ScanTropGrand(
            f"Cette image de {largeur} x {hauteur} pixels dépasse la limite ({reglages.cote_max} pixels de côté, "
            f"{reglages.pixels_max // 1_000_000} millions en tout).",
            "Numérisez-la à une résolution plus basse (300 ppp suffisent), ou relevez la limite avec --pixels-max.",
        )
