"""Hostile PNG, TIFF and JPEG files."""

import io
import struct
from collections.abc import Callable
from functools import cache

import numpy as np
from PIL import Image as pillow

from hostiles.ecriture import PNG, Hostile, bombe, champs, ecrire, morceau, png, repertoire, tiff
from pipeline.erreurs import ErreurDeliberation, ScanIllisible, ScanTropGrand


@cache
def jpeg(mode: str = "L", cote: int = 600, **options: bool) -> bytes:
    """A sound JPEG of noise."""
    alea = np.random.default_rng(1).integers(0, 255, (cote, cote, len(mode)), np.uint8)
    tampon = io.BytesIO()
    pillow.fromarray(alea.squeeze(), mode).save(tampon, "JPEG", quality=30, **options)
    return tampon.getvalue()


def tailler(octets: bytes, hauteur: int, largeur: int) -> bytes:
    """A JPEG whose frame header says another size."""
    place = max(octets.find(b"\xff\xc0"), octets.find(b"\xff\xc2"))
    return octets[: place + 5] + struct.pack(">HH", hauteur, largeur) + octets[place + 9 :]


def balayages(fois: int, cote: int) -> bytes:
    """A progressive JPEG, its last scan given again and again: each one walks through the whole page."""
    sortie = io.BytesIO()
    pillow.new("L", (64, 64), 128).save(sortie, "JPEG", progressive=True)
    octets = sortie.getvalue()
    dernier = octets[octets.rfind(b"\xff\xda") : -2]
    return tailler(octets[:-2], cote, cote) + dernier * fois + b"\xff\xd9"


def abimer(octets: bytes) -> bytes:
    milieu = len(octets) // 2
    return octets[:milieu] + bytes(range(254, 0, -1)) + octets[milieu + 254 :]


def exif_fou() -> bytes:
    octets = jpeg("L", 64)
    note = b"Exif\0\0II*\0\x08\0\0\0" + b"\xff\xff" + b"\x12\x01\x03\0\xff\xff\xff\xff\xff\xff\xff\xff" * 40
    return octets[:2] + b"\xff\xe1" + struct.pack(">H", len(note) + 2) + note + octets[2:]


def apng(trames: int) -> bytes:
    un = morceau(b"fcTL", struct.pack(">IIIIIHHBB", 0, 8, 8, 0, 0, 1, 1, 0, 0))
    pixels = bombe(72)
    suite = b"".join(
        morceau(b"fcTL", struct.pack(">IIIIIHHBB", 2 * n + 1, 8, 8, 0, 0, 1, 1, 0, 0))
        + morceau(b"fdAT", struct.pack(">I", 2 * n + 2) + pixels)
        for n in range(trames)
    )
    entier = png(8, 8, 8, 0, pixels, morceau(b"acTL", struct.pack(">II", trames, 0)), un)
    return entier[:-12] + suite + morceau(b"IEND", b"")


def trames_tiff(nombre: int) -> bytes:
    sortie = io.BytesIO()
    pages = [pillow.new("1", (8, 8)) for _ in range(nombre)]
    pages[0].save(sortie, "TIFF", save_all=True, append_images=pages[1:])
    return sortie.getvalue()


def trente_mille_repertoires() -> bytes:
    """Whole directories, one after the other: to count them all, Pillow searches the places of those before at each."""
    pas = len(repertoire(champs(8, 8)))
    suite = b"".join(repertoire(champs(8, 8), 8 + pas * (n + 1)) for n in range(30_000))
    return b"II*\0\x08\0\0\0" + suite + repertoire(champs(8, 8))


def tiff_compresse(cote: int, methode: str) -> bytes:
    sortie = io.BytesIO()
    pillow.new("L", (cote, cote), 255).save(sortie, "TIFF", compression=methode)
    return sortie.getvalue()


def autre_format(genre: str) -> Callable[[], bytes]:
    def contenu() -> bytes:
        sortie = io.BytesIO()
        pillow.new("L", (80, 80), 255).save(sortie, genre)
        return sortie.getvalue()

    return contenu


SVG = b'<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg"><image href="http://127.0.0.1:65535/appel"/></svg>'
BIGTIFF = struct.pack("<2sHHHQ", b"II", 43, 8, 0, 2**62)
GEANT = 14_000
"""A side that the limit on pixels lets through: 196 million of them."""

_TOUS: tuple[tuple[str, Callable[[], bytes], type[ErreurDeliberation] | None, str], ...] = (
    ("bombe-50000.png", lambda: png(50_000, 50_000, 1, 0, bombe(312_550_000)), ScanTropGrand, "50000"),
    ("entete-milliard.png", lambda: png(31_623, 31_623, 8, 2, bombe(99)), ScanTropGrand, "31623"),
    ("sous-la-limite-rvba.png", lambda: png(GEANT, GEANT, 8, 6, bombe(4 * GEANT * GEANT + GEANT)), None, ""),
    ("sous-la-limite-16-bits.png", lambda: png(GEANT, GEANT, 16, 0, bombe(2 * GEANT * GEANT + GEANT)), None, ""),
    (
        "texte-ztxt.png",
        lambda: png(80, 80, 8, 0, bombe(6480), morceau(b"zTXt", b"a\0\0" + bombe(1 << 30))),
        ScanIllisible,
        "endommagée",
    ),
    (
        "texte-itxt.png",
        lambda: png(80, 80, 8, 0, bombe(6480), morceau(b"iTXt", b"a\0\1\0\0\0" + bombe(1 << 30))),
        ScanIllisible,
        "endommagée",
    ),
    (
        "profil-icc.png",
        lambda: png(80, 80, 8, 0, bombe(6480), morceau(b"iCCP", b"a\0\0" + bombe(1 << 30))),
        ScanIllisible,
        "endommagée",
    ),
    (
        "sans-pixels.png",
        lambda: PNG + morceau(b"IHDR", struct.pack(">IIBBBBB", 80, 80, 8, 0, 0, 0, 0)) + morceau(b"IEND", b""),
        None,
        "endommagée",
    ),
    ("morceau-geant.png", lambda: PNG + b"\x7f\xff\xff\xffIHDR" + bytes(40) + b"IEND", ScanIllisible, "endommagée"),
    ("animee.png", lambda: apng(2000), ScanTropGrand, "2000 pages"),
    ("deux-mille-trames.tif", lambda: trames_tiff(2000), ScanTropGrand, "pages"),
    ("trente-mille-repertoires.tif", trente_mille_repertoires, ScanTropGrand, "pages"),
    ("boucle.tif", lambda: tiff(champs(8, 8), b"\xff" * 600, suivant=8), None, ""),
    ("milliard.tif", lambda: tiff(champs(31_623, 31_623)), ScanTropGrand, "31623"),
    (
        "bandes-sans-fin.tif",
        lambda: tiff(champs(600, 600, t273=(4, 0x7FFFFFFF, 200), t279=(4, 0x7FFFFFFF, 200))),
        ScanIllisible,
        "endommagée",
    ),
    ("bandes-d-une-ligne.tif", lambda: tiff(champs(600, 600, t278=(4, 1, 0))), None, "endommagée"),
    (
        "tuiles-nulles.tif",
        lambda: tiff(champs(600, 600, t322=(4, 1, 0), t323=(4, 1, 0), t324=(4, 1, 8), t325=(4, 1, 8))),
        None,
        "endommagée",
    ),
    (
        "tuiles-geantes.tif",
        lambda: tiff(
            champs(600, 600, t322=(4, 1, 0x7FFFFFF0), t323=(4, 1, 0x7FFFFFF0), t324=(4, 1, 8), t259=(3, 1, 5))
        ),
        None,
        "endommagée",
    ),
    ("cotes-nuls.tif", lambda: tiff(champs(0, 0)), ScanIllisible, "endommagée"),
    (
        "bits-fous.tif",
        lambda: tiff(champs(600, 600, t258=(3, 0x0FFFFFFF, 8), t277=(3, 1, 65535))),
        ScanIllisible,
        "endommagée",
    ),
    ("compression-inconnue.tif", lambda: tiff(champs(600, 600, t259=(3, 1, 34712))), ScanIllisible, "endommagée"),
    (
        "ccitt-de-bruit.tif",
        lambda: tiff(champs(600, 600, t258=(3, 1, 1), t259=(3, 1, 4), t279=(4, 1, 400)), b"\x5a\x13" * 300),
        None,
        "",
    ),
    (
        "jpeg-dedans.tif",
        lambda: tiff(champs(600, 600, t259=(3, 1, 7), t279=(4, 1, 90_000)), bytes(178) + tailler(jpeg(), 9000, 9000)),
        None,
        "endommagée",
    ),
    ("grand-decalage.tif", lambda: BIGTIFF, ScanIllisible, "endommagée"),
    ("lzw.tif", lambda: tiff_compresse(9000, "tiff_lzw"), None, ""),
    ("repetition.tif", lambda: tiff_compresse(9000, "packbits"), None, ""),
    ("sans-fin.jpg", lambda: jpeg()[:-2], ScanIllisible, "tronquée"),
    ("moitie.jpg", lambda: jpeg()[:9000] + b"\xff\xd9", None, ""),
    ("balayages.jpg", lambda: balayages(20_000, 8000), ScanIllisible, "passages"),
    ("huffman.jpg", lambda: abimer(jpeg()), None, ""),
    ("cmjn.jpg", lambda: jpeg("CMYK"), None, ""),
    ("exif.jpg", exif_fou, None, ""),
    ("cote-65535.jpg", lambda: tailler(jpeg(), 65_535, 65_535), ScanTropGrand, "65535"),
    ("cote-nul.jpg", lambda: tailler(jpeg(), 0, 600), ScanIllisible, "endommagée"),
    ("milliard.jpg", lambda: tailler(jpeg("RGB"), 19_000, 52_000), ScanTropGrand, "52000"),
    ("vectoriel.png", lambda: SVG, ScanIllisible, "ni un PDF"),
    ("webp.jpg", autre_format("WEBP"), ScanIllisible, "ni un PDF"),
    ("gif.tif", autre_format("GIF"), ScanIllisible, "ni un PDF"),
)

GRANDS = ("sous-la-limite", "lzw", "repetition")
"""Large, though within the limits: slow machines run out of time first."""
IMAGES = tuple(Hostile(nom, ecrire(contenu), refus, dit, nom.startswith(GRANDS)) for nom, contenu, refus, dit in _TOUS)
