"""What a file is, checked before a pixel is decoded: each trouble has its error."""

import errno
import mmap
import re
import stat
import warnings
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from itertools import islice
from pathlib import Path
from typing import Any, Literal

from pipeline.erreurs import (
    ErreurScan,
    ScanChiffre,
    ScanIllisible,
    ScanIntrouvable,
    ScanTropGrand,
    ScanTropLourd,
    ScanVide,
)
from pipeline.reglages import Reglages

Format = Literal["pdf", "image"]

PASSAGES_MAX = 200
"""Scans of a JPEG, each of which walks through the whole picture: a progressive one has about ten."""
OCTETS_MAX = 8 << 30
"""Bytes of a file: a thousand pages in colour at 300 dpi have two thousand million."""
OBJETS_MAX = 64 << 20
"""Bytes that the inner tables of a PDF (objects, references, what a page draws) may inflate to, each."""
SANS_MEMOIRE = "La lecture demande plus de mémoire que la limite."


@contextmanager
def situer(chemin: Path, page: int | None = None) -> Iterator[None]:
    """Add the file and the page to the errors that pass; a lack of memory is one of them."""
    try:
        try:
            yield
        except MemoryError:
            raise ScanTropLourd(SANS_MEMOIRE) from None
    except ErreurScan as erreur:
        erreur.chemin, erreur.page = chemin, page
        raise


def lire_octets(chemin: Path, lire: Callable[[Any], bytes]) -> bytes:
    """What ``lire`` gives of the open file. A pipe or a device is refused before it is opened, since that may never
    return."""
    try:
        etat = chemin.stat()
        if etat.st_size > OCTETS_MAX:
            raise ScanTropGrand(f"Ce fichier occupe plus de {OCTETS_MAX >> 30} Go.", "Découpez le document.")
        if not stat.S_ISREG(etat.st_mode) and not stat.S_ISDIR(etat.st_mode):
            raise ScanIntrouvable(
                "Ce n'est pas un fichier ordinaire (tube, périphérique ou autre).", "Donnez le fichier lui-même."
            )
        with chemin.open("rb") as fichier:
            return lire(fichier)
    except FileNotFoundError:
        raise ScanIntrouvable("Ce fichier n'existe pas.") from None
    except IsADirectoryError:
        raise ScanIntrouvable("C'est un dossier, pas un fichier.") from None
    except PermissionError:
        raise ScanIntrouvable("Le droit de lire ce fichier manque.") from None
    except OSError as erreur:
        if erreur.errno == errno.ELOOP:
            raise ScanIntrouvable("Ce lien mène à lui-même.", "Donnez le fichier lui-même.") from None
        code = errno.errorcode.get(erreur.errno or 0, "erreur inconnue")
        raise ScanIntrouvable(f"Le système ne peut pas lire ce fichier ({code}).") from None


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
        with depliage(OBJETS_MAX):
            document = pikepdf.open(chemin)
            pages = len(document.pages)
    except pikepdf.PasswordError:
        raise ScanChiffre("Ce PDF est protégé par un mot de passe.") from None
    except (pikepdf.PikepdfError, ValueError, RuntimeError):
        raise ScanIllisible("Ce PDF est endommagé ou tronqué.") from None
    if b"startxref" not in fin and document.get_warnings():
        document.close()
        raise ScanIllisible("Ce PDF est tronqué : sa fin manque.")
    return document, pages


@contextmanager
def depliage(octets: int) -> Iterator[None]:
    """Bounds what qpdf inflates of one stream, whatever its filters: beyond, it raises PdfError.

    The limit is that of the whole process; one process reads one file at a time.
    """
    from pikepdf.settings import set_qpdf_limits

    avant: Any = set_qpdf_limits(
        flate_max_memory=octets, run_length_max_memory=octets, png_max_memory=octets, tiff_max_memory=octets
    )
    try:
        yield
    finally:
        set_qpdf_limits(**avant)


def verifier_jpeg(octets: "bytes | mmap.mmap") -> None:
    """Refuse a JPEG whose scans are without end. Raises ScanIllisible."""
    trop = next(islice(re.finditer(b"\xff\xda", octets), PASSAGES_MAX, None), None)
    if trop is not None:
        raise ScanIllisible("Cette image JPEG est faite de trop de passages.", "Enregistrez-la de nouveau.")


def ouvrir_image(chemin: Path, debut: bytes, fin: bytes, reglages: Reglages) -> tuple[Any, int]:
    from PIL import Image as pillow
    from PIL import UnidentifiedImageError

    if (debut.startswith(b"\xff\xd8") and b"\xff\xd9" not in fin) or (
        debut.startswith(b"\x89PNG") and b"IEND" not in fin
    ):
        raise ScanIllisible("Cette image est tronquée : sa fin manque.")
    if debut.startswith(b"\xff\xd8"):
        with chemin.open("rb") as fichier, mmap.mmap(fichier.fileno(), 0, prot=mmap.PROT_READ) as vue:
            verifier_jpeg(vue)
    pillow.MAX_IMAGE_PIXELS = None  # ``mesurer`` says the limit, with the size; no pixel is decoded before
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # damaged notes of the camera: what matters is said below
            document = pillow.open(chemin, formats=("JPEG", "PNG", "TIFF"))
            pages = _compter(document, reglages.pages_max)
    except (UnidentifiedImageError, OSError, ValueError, SyntaxError, EOFError, KeyError, TypeError):
        raise ScanIllisible("Cette image est endommagée ou tronquée.") from None
    try:
        mesurer(document.width, document.height, reglages)
    except ScanTropGrand:
        document.close()
        raise
    return document, pages


def _compter(document: Any, pages_max: int) -> int:
    """How many pictures a file holds. Raises ScanTropGrand as soon as there is one too many: Pillow searches the places
    of all those it has met at each step, and ten thousand directories would hold it for long."""
    pages = 1
    if getattr(document, "format", None) == "TIFF":
        with suppress(EOFError):
            while True:
                document.seek(pages)
                pages += 1
                if pages > pages_max:
                    document.close()
                    raise ScanTropGrand(f"Ce document a plus de {pages_max} pages.")
        document.seek(0)
        return pages
    return int(getattr(document, "n_frames", 1))


def mesurer(largeur: int, hauteur: int, reglages: Reglages) -> None:
    if largeur * hauteur > reglages.pixels_max or max(largeur, hauteur) > reglages.cote_max:
        raise ScanTropGrand(
            f"Cette image de {largeur} x {hauteur} pixels dépasse la limite ({reglages.cote_max} pixels de côté, "
            f"{reglages.pixels_max // 1_000_000} millions en tout).",
            "Numérisez-la à une résolution plus basse (300 ppp suffisent), ou relevez la limite avec --pixels-max.",
        )
