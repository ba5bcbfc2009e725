"""PDFs whose page is one image, and that image a bomb, a lie or a corpse."""

import io
from collections.abc import Callable

import numpy as np
from PIL import Image as pillow

from hostiles.ecriture import Hostile, bombe, ecrire, flux, image, pdf
from hostiles.images import GEANT, balayages, jpeg, tailler

FLATE = b"/Filter /FlateDecode"
TROU = b" /ColorSpace [/Indexed /DeviceRGB 255 5 0 R]"
FOU = b" /DecodeParms << /Predictor 15 /Columns 2000000000 /Colors 255 /BitsPerComponent 255 >>"
JBIG2 = b"\0\0\0\0\x30\0\1\0\0\0\x13" + b"\xff" * 8 + bytes(99)
JPX = b"\0\0\0\x0cjP  \r\n\x87\n" + b"\xff" * 300


def seule(donnees: bytes, cote: int, cles: bytes, bits: int = 8, espace: bytes = b"/DeviceGray") -> bytes:
    return pdf(image(donnees, cote, cote, cles, bits, espace))


def ccitt(colonnes: int, rangees: int) -> bytes:
    parametres = b"/K -1 /Columns %d /Rows %d" % (colonnes, rangees)
    return seule(b"\x5a\x13" * 500, 300, b"/Filter /CCITTFaxDecode /DecodeParms << %s >>" % parametres, 1)


def profil_icc() -> bytes:
    objets = image(bombe(300 * 300), 300, 300, FLATE, espace=b"[/ICCBased 6 0 R]")
    return pdf({**objets, 6: flux(bombe(2 << 30), b"/N 1 " + FLATE)})


def jpx(largeur: int) -> bytes:
    """JPEG 2000 whose header says a larger size than it holds."""
    sortie = io.BytesIO()
    pillow.fromarray(np.full((64, 64), 200, np.uint8)).save(sortie, "JPEG2000")
    return sortie.getvalue().replace((64).to_bytes(4, "big"), largeur.to_bytes(4, "big"))


_TOUTES: tuple[tuple[str, Callable[[], bytes], str], ...] = (
    ("bombe", lambda: seule(bombe(4 << 30), 300, FLATE), ""),
    ("milliard", lambda: seule(b"", 31_623, FLATE), "31623"),
    ("sous-la-limite", lambda: seule(bombe(3 * GEANT * GEANT), GEANT, FLATE, espace=b"/DeviceRGB"), ""),
    ("cotes-negatifs", lambda: seule(bombe(100), -10, FLATE), "endommagée"),
    ("espace-fou", lambda: seule(bombe(100), 10, FLATE + TROU), ""),
    ("profil-icc", profil_icc, ""),
    ("predicteur", lambda: seule(bombe(1 << 20), 300, FLATE + FOU), ""),
    ("ccitt-colonnes-negatives", lambda: ccitt(-300, 300), ""),
    ("ccitt-colonnes-geantes", lambda: ccitt(2**31 - 1, 2**31 - 1), ""),
    ("jbig2", lambda: seule(JBIG2, 300, b"/Filter /JBIG2Decode", 1), "endommagée"),
    ("jpx-menteur", lambda: seule(jpx(60_000), 300, b"/Filter /JPXDecode"), ""),
    ("jpx-cadavre", lambda: seule(JPX, 300, b"/Filter /JPXDecode"), "endommagée"),
    ("jpeg-menteur", lambda: seule(tailler(jpeg(), 65_000, 65_000), 600, b"/Filter /DCTDecode"), ""),
    ("jpeg-balayages", lambda: seule(balayages(5000, 8000), 8000, b"/Filter /DCTDecode"), "passages"),
    ("jpeg-cmjn", lambda: seule(jpeg("CMYK"), 600, b"/Filter /DCTDecode", espace=b"/DeviceCMYK"), ""),
)

ENCHASSEES = tuple(Hostile(f"image-{nom}.pdf", ecrire(faire), None, dit, borne=True) for nom, faire, dit in _TOUTES)
