"""The invisible words of a searchable PDF: the former ones taken off, the font and the stream of the new ones.

The font has one glyph, half an em wide and one em high with its foot on the baseline: a word of n letters is stretched
until it fills its box, so that what a viewer highlights is the ink. The glyph is a stroke without surface from corner
to corner: nothing to paint, but a box, which pdfium asks of the outline. A map to Unicode says what each code means.
"""

import io
import math
from collections.abc import Callable, Iterator, Sequence
from statistics import median
from typing import TYPE_CHECKING, Any

from modeles.page import Page
from modeles.texte import Boite

if TYPE_CHECKING:
    import pikepdf

Point = tuple[float, float]
VersPdf = Callable[[float, float], Point]
"""From the page as shown (points, origin at the top left) to the coordinates of its PDF."""

INVISIBLE = 3
"""The text rendering mode that draws nothing."""
MONTRER = ("Tj", "TJ", "'", '"')
"""The operators that show text."""
CHASSE = 500
"""Width of the glyph, thousandths of an em."""
DESCENTE = -1
"""Nearly nothing under the baseline; where a descriptor says 0, poppler takes a third of an em."""
JEU = 1.5
"""Points by which the foot or the head of a word may leave its box for that of its line."""
DATE = 0xE57B6980
"""Of the font, 2026-01-01 in seconds from 1904: the same bytes each time."""

_CMAP = """/CIDInit /ProcSet findresource begin
12 dict begin
begincmap
/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def
/CMapName /Adobe-Identity-UCS def
/CMapType 2 def
1 begincodespacerange
<0000> <FFFF>
endcodespacerange
{correspondances}
endcmap
CMapName currentdict /CMap defineresource pop
end
end
"""


class Codes:
    """The codes of the letters of a document, given as they come; 0 stays for "no glyph", which PDF/A forbids."""

    def __init__(self) -> None:
        self._codes: dict[str, int] = {}

    def __len__(self) -> int:
        return len(self._codes)

    def ecrire(self, texte: str) -> str:
        """The text in hexadecimal codes."""
        return "".join(f"{self._codes.setdefault(c, len(self._codes) + 1):04X}" for c in texte)

    def vers_unicode(self) -> bytes:
        """The map from codes to Unicode, in pieces of 100 as the format asks."""
        lignes = [f"<{code:04X}> <{c.encode('utf-16-be').hex().upper()}>" for c, code in self._codes.items()]
        morceaux = [lignes[i : i + 100] for i in range(0, len(lignes), 100)]
        return _CMAP.format(
            correspondances="\n".join(f"{len(m)} beginbfchar\n" + "\n".join(m) + "\nendbfchar" for m in morceaux)
        ).encode("ascii")


def repere(cadre: Boite, tour: int) -> VersPdf:
    """How a page of a PDF is laid: ``cadre`` its visible box, ``tour`` the degrees by which a viewer turns it."""
    gauche, bas, droite, haut = cadre
    match tour:
        case 90:
            return lambda x, y: (gauche + y, bas + x)
        case 180:
            return lambda x, y: (droite - x, bas + y)
        case 270:
            return lambda x, y: (droite - y, haut - x)
        case _:
            return lambda x, y: (gauche + x, haut - y)


def tracer(page: Page, vers_pdf: VersPdf, codes: Codes, police: str, caches: Sequence[Boite] = ()) -> bytes:
    """The stream of the words of a page, in reading order, in its own graphics state.

    Words whose middle lies in one of ``caches`` (boxes on the page as shown) are left out: the page shows them as text
    already. A word stands level, even on a page scanned askew: poppler breaks a word whose letters climb. A page that
    lies on its side or its head has its words so.
    """
    quarts = _quarts(page)
    corps = []
    for texte, boite in _morceaux(page):
        montree = page.boite_scan(boite)
        if montree[2] > montree[0] and montree[3] > montree[1] and not _est_cache(montree, caches):
            matrice = _matrice(montree, vers_pdf, len(texte), quarts)
            corps.append(f"{' '.join(f'{v:.4f}' for v in matrice)} Tm <{codes.ecrire(texte)}> Tj")
    return (
        "\n".join(["q", "BT", f"{INVISIBLE} Tr", f"{police} 1 Tf", *corps, "ET", "Q", ""]).encode("ascii")
        if corps
        else b""
    )


def _morceaux(page: Page) -> Iterator[tuple[str, Boite]]:
    """The words, and the spaces between those of a line, which some viewers need to copy a line.

    The words of a line are as high as each other as far as ``JEU`` allows: a viewer takes words of other sizes and
    levels for other lines.
    """
    for ligne in page.lignes:
        haut, bas = (median(mot.boite[cote] for mot in ligne.mots) for cote in (1, 3))
        for mot, suivant in zip(ligne.mots, [*ligne.mots[1:], None], strict=True):
            x0, y0, x1, y1 = mot.boite
            y0, y1 = min(max(haut, y0 - JEU), y0 + JEU), min(max(bas, y1 - JEU), y1 + JEU)
            yield mot.texte, (x0, y0, x1, y1)
            if suivant is not None and suivant.boite[0] > x1:
                yield " ", (x1, y0, suivant.boite[0], y1)


def _quarts(page: Page) -> int:
    """Quarter turns, clockwise, of the text on the page as shown."""
    (x0, y0), (x1, y1) = page.point_scan(0, page.hauteur / 2), page.point_scan(page.largeur, page.hauteur / 2)
    return round(math.atan2(y1 - y0, x1 - x0) / (math.pi / 2)) % 4


def _matrice(boite: Boite, vers_pdf: VersPdf, lettres: int, quarts: int) -> tuple[float, ...]:
    """What lays ``lettres`` glyphs of size 1 over a box of the page as shown."""
    x0, y0, x1, y1 = boite
    coins = ((x0, y1), (x1, y1), (x1, y0), (x0, y0))
    debut, fin, tete = (vers_pdf(*coins[(rang - quarts) % 4]) for rang in (0, 1, 3))
    k = 1000 / (CHASSE * lettres)
    return ((fin[0] - debut[0]) * k, (fin[1] - debut[1]) * k, tete[0] - debut[0], tete[1] - debut[1], *debut)


def _est_cache(boite: Boite, caches: Sequence[Boite]) -> bool:
    x, y = (boite[0] + boite[2]) / 2, (boite[1] + boite[3]) / 2
    return any(x0 <= x <= x1 and y0 <= y <= y1 for x0, y0, x1, y1 in caches)


def police(pdf: "pikepdf.Pdf", codes: Codes) -> Any:
    """The font, embedded; every code leads to the one glyph."""
    import pikepdf
    from pikepdf import Dictionary, Name

    octets = _police_vide()
    programme = pdf.make_stream(octets)
    programme.Length1 = len(octets)
    descripteur = Dictionary(
        Type=Name.FontDescriptor, FontName=Name.GreffierInvisible, Flags=4, FontBBox=[0, 0, CHASSE, 1000],
        ItalicAngle=0, Ascent=1000, Descent=DESCENTE, CapHeight=1000, StemV=80, FontFile2=programme,
    )  # fmt: skip
    descendante = Dictionary(
        Type=Name.Font, Subtype=Name.CIDFontType2, BaseFont=Name.GreffierInvisible, DW=CHASSE,
        CIDSystemInfo=Dictionary(
            Registry=pikepdf.String("Adobe"), Ordering=pikepdf.String("Identity"), Supplement=0
        ),
        FontDescriptor=pdf.make_indirect(descripteur),
        CIDToGIDMap=pdf.make_stream(b"\0\0" + b"\0\1" * len(codes)),
    )  # fmt: skip
    return pdf.make_indirect(
        Dictionary(
            Type=Name.Font, Subtype=Name.Type0, BaseFont=Name.GreffierInvisible, Encoding=Name("/Identity-H"),
            DescendantFonts=[pdf.make_indirect(descendante)], ToUnicode=pdf.make_stream(codes.vers_unicode()),
        )
    )  # fmt: skip


def _police_vide() -> bytes:
    """A TrueType font of two glyphs: the one that says "no glyph", and ours."""
    from fontTools.fontBuilder import FontBuilder
    from fontTools.pens.ttGlyphPen import TTGlyphPen

    fabrique = FontBuilder(1000, isTTF=True)
    noms = [".notdef", "vide"]
    fabrique.setupGlyphOrder(noms)
    fabrique.setupCharacterMap({0x20: "vide"})
    plume = TTGlyphPen(None)
    plume.moveTo((0, 0))
    plume.lineTo((CHASSE, 1000))
    plume.closePath()
    fabrique.setupGlyf(dict.fromkeys(noms, plume.glyph()))
    fabrique.setupHorizontalMetrics(dict.fromkeys(noms, (CHASSE, 0)))
    fabrique.setupHorizontalHeader(ascent=1000, descent=0)
    fabrique.setupNameTable({"familyName": "GreffierInvisible", "styleName": "Regular", "psName": "GreffierInvisible"})
    fabrique.setupOS2(sTypoAscender=1000, sTypoDescender=0, usWinAscent=1000, usWinDescent=0)
    fabrique.setupPost()
    fabrique.font["head"].created = fabrique.font["head"].modified = DATE
    fabrique.font.recalcTimestamp = False
    tampon = io.BytesIO()
    fabrique.save(tampon)
    return tampon.getvalue()


def contenus(page: Any) -> Iterator[Any]:
    """The page and the forms it may draw, at any depth, each once."""
    attente, vus = [page], set()
    while attente:
        contenu = attente.pop()
        yield contenu
        for dessin in contenu.get("/Resources", {}).get("/XObject", {}).values():
            if dessin.get("/Subtype") == "/Form" and dessin.objgen not in vus:
                vus.add(dessin.objgen)
                attente.append(dessin)


def montre_du_texte(page: Any) -> bool:
    """Whether a page shows text that is not a picture."""
    import pikepdf

    return any(str(i.operator) in MONTRER for x in contenus(page) for i in pikepdf.parse_content_stream(x))


def retirer(pdf: "pikepdf.Pdf", page: Any) -> None:
    """Take the invisible words of a former OCR off a page and its forms."""
    import pikepdf

    for contenu in contenus(page):
        instructions = list(pikepdf.parse_content_stream(contenu))
        gardees = _sans_invisible(instructions)
        if len(gardees) == len(instructions):
            continue
        octets = pikepdf.unparse_content_stream(gardees)
        if contenu is page:
            page.Contents = pdf.make_stream(octets)
        else:
            contenu.write(octets)


def _sans_invisible(instructions: Sequence[Any]) -> list[Any]:
    modes, gardees = [0], []
    for instruction in instructions:
        match str(instruction.operator):
            case "q":
                modes.append(modes[-1])
            case "Q" if len(modes) > 1:
                modes.pop()
            case "Tr":
                modes[-1] = int(instruction.operands[0])
            case "Tj" | "TJ" | "'" | '"' if modes[-1] == INVISIBLE:
                continue
        gardees.append(instruction)
    if any(str(i.operator) in MONTRER for i in gardees):
        return gardees
    return [i for i in gardees if str(i.operator) != "Tf"]  # a font that nothing shows need not be embedded
