"""What hostile files are made of: a PDF written object by object, bombs, TIFF directories, PNG chunks.

Nothing here checks what it writes: being wrong on purpose is the point.
"""

import struct
import zlib
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

from pipeline.erreurs import ErreurDeliberation

APPEL = b"http://127.0.0.1:65535/appel"
"""What hostile files would have fetched; tests put the port of a listening socket in place of 65535."""

Objets = dict[int, bytes]


@dataclass(frozen=True)
class Hostile:
    """A file, and what must become of it. ``refus`` None: it is read. ``dit``: pattern of the error's message, or of
    that of an anomaly. ``borne``: the limits on memory and time may stop it first."""

    nom: str
    poser: Callable[[Path], None]
    refus: type[ErreurDeliberation] | None
    dit: str = ""
    borne: bool = False


def ecrire(contenu: Callable[[], bytes]) -> Callable[[Path], None]:
    """Puts bytes where asked."""

    def poser(chemin: Path) -> None:
        chemin.write_bytes(contenu())

    return poser


def bombe(taille: int, motif: bytes = b"\0") -> bytes:
    """A zlib stream that inflates to about ``taille`` bytes of ``motif``; built in no time, one block over and over.

    The checksum is right for zeros only: nobody gets that far.
    """
    bloc = motif * ((1 << 20) // len(motif))
    serre = zlib.compressobj(9, zlib.DEFLATED, -15)
    serre.compress(b"")
    un = serre.compress(bloc) + serre.flush(zlib.Z_FULL_FLUSH)
    fois = -(-taille // len(bloc))
    somme = ((fois * len(bloc)) % 65521) << 16 | 1
    return b"\x78\xda" + un * fois + b"\x03\x00" + struct.pack(">I", somme)


# --- PDF --------------------------------------------------------------------------------------------------------------


def pdf(objets: Mapping[int, bytes], remorque: bytes = b"", racine: int = 1, entete: bytes = b"%PDF-1.7\n") -> bytes:
    """A file with a true table of references, whatever the objects are."""
    corps, places = bytearray(entete), {}
    for numero, objet in objets.items():
        places[numero] = len(corps)
        corps += b"%d 0 obj\n%s\nendobj\n" % (numero, objet)
    debut, dernier = len(corps), max(objets)
    corps += b"xref\n0 %d\n0000000000 65535 f \n" % (dernier + 1)
    for numero in range(1, dernier + 1):
        corps += b"%010d 00000 n \n" % places[numero] if numero in places else b"0000000000 65535 f \n"
    corps += b"trailer\n<< /Size %d /Root %d 0 R %s >>\nstartxref\n%d\n%%%%EOF\n" % (
        dernier + 1,
        racine,
        remorque,
        debut,
    )
    return bytes(corps)


def flux(donnees: bytes, cles: bytes = b"") -> bytes:
    return b"<< %s /Length %d >>\nstream\n%s\nendstream" % (cles, len(donnees), donnees)


def une_page(
    contenu: bytes = b"",
    ressources: bytes = b"",
    cles: bytes = b"",
    autres: Objets | None = None,
    catalogue: bytes = b"",
) -> Objets:
    """Objects of a document of one page: 1 catalogue, 2 tree, 3 page, 4 content, 9 Helvetica; others from 5."""
    boite = b"" if b"/MediaBox" in cles else b"/MediaBox [0 0 595 842]"
    return {
        1: b"<< /Type /Catalog /Pages 2 0 R %s >>" % catalogue,
        2: b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        3: b"<< /Type /Page /Parent 2 0 R /Contents 4 0 R /Resources << /Font << /F 9 0 R >> %s >> %s %s >>"
        % (ressources, boite, cles),
        4: flux(contenu) if not contenu.startswith(b"<<") else contenu,
        9: b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
        **(autres or {}),
    }


TEXTE = (
    b"BT /F 11 Tf 14 TL 70 760 Td "
    + b"".join(
        b"(%s) Tj T* " % ligne.encode("cp1252")
        for ligne in (
            "COMMUNE DE BELLERIVE-SUR-ORLE - EXTRAIT DU REGISTRE DES DÉLIBÉRATIONS",
            "Séance du 12 mars 2021. L'an deux mille vingt et un, le douze mars à dix-neuf heures,",
            "le conseil municipal s'est réuni sous la présidence de Mme Anne ROY, Maire.",
            "Étaient présents : Mme Anne ROY, M. Jean DUPONT, M. Paul MARTIN. Secrétaire : M. Paul MARTIN",
            "N° 2021-014 - Objet : Rénovation de la salle des fêtes",
            "Le conseil municipal, après en avoir délibéré, à l'unanimité, DÉCIDE :",
            "Article 1 : Le projet est approuvé.",
        )
    )
    + b"ET\n"
)
"""A page of text that reads well: what must still be read of a file whose trap is elsewhere."""


def image(
    donnees: bytes, largeur: int, hauteur: int, cles: bytes, bits: int = 8, espace: bytes = b"/DeviceGray"
) -> Objets:
    """A document of one page that is one image."""
    objet = flux(
        donnees,
        b"/Type /XObject /Subtype /Image /Width %d /Height %d /BitsPerComponent %d /ColorSpace %s %s"
        % (largeur, hauteur, bits, espace, cles),
    )
    return une_page(b"q 595 0 0 842 0 0 cm /I Do Q", b"/XObject << /I 5 0 R >>", autres={5: objet})


# --- PNG, TIFF --------------------------------------------------------------------------------------------------------

PNG = b"\x89PNG\r\n\x1a\n"


def morceau(genre: bytes, donnees: bytes) -> bytes:
    """A chunk of PNG."""
    return struct.pack(">I", len(donnees)) + genre + donnees + struct.pack(">I", zlib.crc32(genre + donnees))


def png(largeur: int, hauteur: int, bits: int, couleur: int, idat: bytes, *avant: bytes) -> bytes:
    """Colour: 0 grey, 2 RGB, 6 RGBA. ``avant``: chunks before the pixels."""
    entete = morceau(b"IHDR", struct.pack(">IIBBBBB", largeur, hauteur, bits, couleur, 0, 0, 0))
    return PNG + entete + b"".join(avant) + morceau(b"IDAT", idat) + morceau(b"IEND", b"")


def repertoire(entrees: Mapping[int, tuple[int, int, int]], suivant: int = 0) -> bytes:
    """A TIFF directory, little endian: tag to (type, count, value)."""
    lignes = b"".join(struct.pack("<HHII", cle, *entrees[cle]) for cle in sorted(entrees))
    return struct.pack("<H", len(entrees)) + lignes + struct.pack("<I", suivant)


def tiff(entrees: Mapping[int, tuple[int, int, int]], apres: bytes = b"", suivant: int = 0) -> bytes:
    """One directory at 8, then ``apres``."""
    return b"II*\0\x08\0\0\0" + repertoire(entrees, suivant) + apres


def champs(largeur: int, hauteur: int, **autres: tuple[int, int, int]) -> dict[int, tuple[int, int, int]]:
    """Directory of an uncompressed grey image whose pixels are said to start at 300; ``autres``: "t273", a tag."""
    bruts = {
        256: (4, 1, largeur),
        257: (4, 1, hauteur),
        258: (3, 1, 8),
        259: (3, 1, 1),
        262: (3, 1, 1),
        273: (4, 1, 300),
        277: (3, 1, 1),
        278: (4, 1, hauteur),
        279: (4, 1, largeur * hauteur & 0xFFFFFFFF),
    }
    return bruts | {int(cle[1:]): valeur for cle, valeur in autres.items()}
