"""PDFs hostile by what their page draws: bombs, loops, patterns, fonts, text without end."""

import zlib
from collections.abc import Callable

from hostiles.ecriture import TEXTE, Hostile, Objets, bombe, ecrire, flux, image, pdf, une_page

FLATE = b"/Filter /FlateDecode"


def contenu(donnees: bytes, filtres: bytes = FLATE) -> bytes:
    """A page whose content is a filtered stream."""
    return pdf(une_page(flux(donnees, filtres)))


def imbrique(fois: int) -> bytes:
    """A bomb deflated again and again."""
    donnees = bombe(4 << 30)
    for _ in range(fois):
        donnees = zlib.compress(donnees, 9)
    return contenu(donnees, b"/Filter [%s]" % (b"/FlateDecode " * (fois + 1)))


def forme(corps: bytes, ressources: bytes) -> bytes:
    return flux(corps, b"/Type /XObject /Subtype /Form /BBox [0 0 595 842] /Resources << %s >>" % ressources)


def formes_sans_fin() -> bytes:
    return pdf(
        une_page(b"/X Do", b"/XObject << /X 5 0 R >>", autres={5: forme(b"/X Do /X Do", b"/XObject << /X 5 0 R >>")})
    )


def formes_doublantes(etages: int = 30) -> bytes:
    """A form draws the next one ten times, which draws the next one ten times: 10^30 strokes."""
    autres = {10 + n: forme(b"/X Do " * 10, b"/XObject << /X %d 0 R >>" % (11 + n)) for n in range(etages)}
    autres[10 + etages] = forme(b"0 0 m 9 9 l S", b"")
    return pdf(une_page(b"/X Do", b"/XObject << /X 10 0 R >>", autres=autres))


def masques() -> bytes:
    """A soft mask whose group uses the same mask."""
    etat = b"<< /Type /ExtGState /SMask << /Type /Mask /S /Luminosity /G 6 0 R >> >>"
    groupe = flux(
        b"/G gs 0 0 99 99 re f",
        b"/Type /XObject /Subtype /Form /BBox [0 0 595 842] /Group << /S /Transparency /CS /DeviceGray >> "
        b"/Resources << /ExtGState << /G 5 0 R >> >>",
    )
    return pdf(une_page(b"/G gs 0 0 99 99 re f", b"/ExtGState << /G 5 0 R >>", autres={5: etat, 6: groupe}))


def masque_de_soi() -> bytes:
    return pdf(image(bombe(100), 10, 10, FLATE + b" /SMask 5 0 R"))


def transparences(fois: int = 3000) -> bytes:
    """Groups of transparency, each over the whole page."""
    groupe = flux(
        b"0 0 595 842 re f",
        b"/Type /XObject /Subtype /Form /BBox [0 0 595 842] /Group << /S /Transparency /I true /K true >>",
    )
    return pdf(une_page(b"/X Do " * fois, b"/XObject << /X 5 0 R >>", autres={5: groupe}))


def motif(pas: bytes) -> bytes:
    tuile = flux(
        b"0 0 1 1 re f",
        b"/Type /Pattern /PatternType 1 /PaintType 1 /TilingType 1 /BBox [0 0 1 1] /XStep %s /YStep %s /Resources << >>"
        % (pas, pas),
    )
    return pdf(une_page(b"/Pattern cs /P scn 0 0 595 842 re f", b"/Pattern << /P 5 0 R >>", autres={5: tuile}))


def motif_de_soi() -> bytes:
    tuile = flux(
        b"/Pattern cs /P scn 0 0 9 9 re f",
        b"/Type /Pattern /PatternType 1 /PaintType 1 /TilingType 1 /BBox [0 0 9 9] /XStep 9 /YStep 9 /Resources "
        b"<< /Pattern << /P 5 0 R >> >>",
    )
    return pdf(une_page(b"/Pattern cs /P scn 0 0 595 842 re f", b"/Pattern << /P 5 0 R >>", autres={5: tuile}))


def degrade() -> bytes:
    """A shading by a function of a million samples by four, whose function is stitched of itself."""
    ombre = b"<< /ShadingType 1 /ColorSpace /DeviceRGB /Domain [0 1e9 0 1e9] /Function 6 0 R >>"
    soi = b"<< /FunctionType 3 /Domain [0 1] /Functions [6 0 R 6 0 R] /Bounds [0.5] /Encode [0 1 0 1] >>"
    return pdf(une_page(b"/S sh", b"/Shading << /S 5 0 R >>", autres={5: ombre, 6: soi}))


def maillage() -> bytes:
    """Coons patches by the hundred thousand, each as large as the page."""
    un = b"\0" + bytes(range(24)) * 2 + bytes(12)
    ombre = flux(
        zlib.compress(un * 100_000),
        b"/ShadingType 6 /ColorSpace /DeviceRGB /BitsPerCoordinate 16 /BitsPerComponent 8 /BitsPerFlag 8 "
        b"/Decode [0 595 0 842 0 1 0 1 0 1] " + FLATE,
    )
    return pdf(une_page(b"/S sh", b"/Shading << /S 5 0 R >>", autres={5: ombre}))


def type3() -> bytes:
    """A letter drawn with itself."""
    police = (
        b"<< /Type /Font /Subtype /Type3 /FontBBox [0 0 1000 1000] /FontMatrix [0.001 0 0 0.001 0 0] "
        b"/FirstChar 97 /LastChar 97 /Widths [1000] /Encoding << /Differences [97 /a] >> /CharProcs << /a 6 0 R >> "
        b"/Resources << /Font << /T 5 0 R >> >> >>"
    )
    lettre = flux(b"1000 0 0 0 1000 1000 d1 BT /T 900 Tf (aa) Tj ET")
    return pdf(
        {
            **une_page(b"BT /T 20 Tf 70 700 Td (aaaaaaaa) Tj ET"),
            3: une_page()[3].replace(b"/F 9 0 R", b"/T 5 0 R"),
            5: police,
            6: lettre,
        }
    )


def police(donnees: bytes, cle: bytes = b"/FontFile2") -> bytes:
    """A font program that is not one."""
    objets = une_page(TEXTE)
    objets[9] = (
        b"<< /Type /Font /Subtype /TrueType /BaseFont /X /FirstChar 32 /LastChar 33 /Widths [500 500] "
        b"/FontDescriptor 6 0 R >>"
    )
    objets[6] = (
        b"<< /Type /FontDescriptor /FontName /X /Flags 32 /FontBBox [0 0 9 9] /ItalicAngle 0 /Ascent 9 /Descent "
        b"0 /StemV 9 %s 7 0 R >>" % cle
    )
    return pdf({**objets, 7: flux(donnees, FLATE)})


def invisibles(fois: int) -> bytes:
    """Glyphs that no one sees, by the million."""
    bloc = b"(" + b"le conseil municipal est reuni a la mairie " * 50 + b") Tj T*\n"
    donnees = zlib.compress(b"BT /F 1 Tf 1 TL 3 Tr 10 800 Td " + bloc * fois + b"ET")
    return contenu(donnees)


def petites_images(fois: int) -> bytes:
    autres: Objets = {
        10 + n: flux(
            b"\0", b"/Type /XObject /Subtype /Image /Width 1 /Height 1 /BitsPerComponent 8 /ColorSpace /DeviceGray"
        )
        for n in range(fois)
    }
    noms = b" ".join(b"/I%d %d 0 R" % (n, n) for n in autres)
    dessin = b" ".join(b"q 5 0 0 5 %d %d cm /I%d Do Q" % (n % 100 * 5, n // 100 * 5, n) for n in autres)
    return pdf(une_page(dessin, b"/XObject << %s >>" % noms, autres=autres))


def dans_le_texte() -> bytes:
    return b"BI /W 100000 /H 100000 /BPC 8 /CS /RGB ID " + bytes(200) + b" EI"


def lzw(tours: int) -> bytes:
    """LZW of zeros: 7 MB each time the table of codes is full, in 6 kB."""
    un = "100000000" + "000000000" + "".join(format(c, f"0{(c + 1).bit_length()}b") for c in range(258, 4094))
    return int(un * 8, 2).to_bytes(len(un), "big") * (tours // 8)


_CONTENUS: tuple[tuple[str, Callable[[], bytes], str], ...] = (
    ("contenu-4-go", lambda: contenu(bombe(4 << 30, b" ")), "64 Mo"),
    ("contenu-traits", lambda: contenu(bombe(1 << 30, b"0 0 m 9 9 l S \n")), "64 Mo"),
    ("contenu-tableaux", lambda: contenu(bombe(1 << 30, b"[")), "64 Mo"),
    ("contenu-empile", lambda: contenu(bombe(1 << 29, b"q ")), "64 Mo"),
    ("contenu-imbrique", lambda: imbrique(3), "64 Mo"),
    ("contenu-lzw", lambda: contenu(lzw(400), b"/Filter /LZWDecode"), "64 Mo"),
    ("contenu-repetition", lambda: contenu(b"\x81 " * 500_000 + b"\x80", b"/Filter /RunLengthDecode"), ""),
    ("contenu-filtres", lambda: contenu(b"q", b"/Filter [%s]" % (b"/ASCIIHexDecode " * 50_000)), ""),
    ("contenu-filtre-inconnu", lambda: contenu(b"q", b"/Filter /Inconnu"), "endommagée"),
    (
        "contenu-predicteur",
        lambda: contenu(bombe(1 << 20), FLATE + b" /DecodeParms << /Predictor 15 /Columns 2147483647 /Colors 255 >>"),
        "",
    ),
    ("contenu-abime", lambda: contenu(b"rien de tel"), "endommagée"),
    ("formes-sans-fin", formes_sans_fin, ""),
    ("formes-doublantes", formes_doublantes, ""),
    ("masques", masques, ""),
    ("masque-de-soi", masque_de_soi, ""),
    ("transparences", transparences, ""),
    ("motif-fin", lambda: motif(b"0.000001"), ""),
    ("motif-nul", lambda: motif(b"0"), ""),
    ("motif-de-soi", motif_de_soi, ""),
    ("degrade", degrade, ""),
    ("maillage", maillage, ""),
    ("lettre-de-soi", type3, ""),
    ("police-2-go", lambda: police(bombe(2 << 30)), ""),
    ("police-fausse", lambda: police(zlib.compress(b"\0\1\0\0\xff\xff" + bytes(range(256)) * 400)), ""),
    ("police-type1", lambda: police(zlib.compress(b"%!PS-AdobeFont-1.0\n" + b"{ " * 90_000), b"/FontFile"), ""),
    ("invisibles", lambda: invisibles(2000), ""),
    ("taille-geante", lambda: pdf(une_page(b"BT /F 99999999 Tf 0 0 Td (a) Tj ET")), ""),
    ("petites-images", lambda: petites_images(8000), ""),
    ("image-dans-le-texte", lambda: pdf(une_page(dans_le_texte())), ""),
    ("pointilles", lambda: pdf(une_page(b"[0.000001 0.000001] 0 d 0 0 m 595 842 l S")), ""),
)

LOURDS = frozenset(
    {"formes-sans-fin", "formes-doublantes", "masques", "transparences", "motif-fin", "police-2-go", "invisibles"}
    | {"taille-geante", "image-dans-le-texte", "pointilles", "maillage", "lettre-de-soi", "petites-images"}
)
"""What only the limits stop: no check in advance tells them from a page that is slow to draw."""
PAGES: tuple[Hostile, ...] = tuple(
    Hostile(f"{nom}.pdf", ecrire(faire), None, dit, nom in LOURDS) for nom, faire, dit in _CONTENUS
)
