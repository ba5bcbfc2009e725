"""Pages as PDF/A takes them: as they are; or with the text that it refuses drawn over them; or drawn whole.

The text that it refuses is most often the stamp of a télétransmission, written over the scan in a font that is not
embedded: the scan's image stays byte for byte, and the stamp becomes a small picture with transparency.
"""

import io
import itertools
from collections.abc import Callable, Sequence
from contextlib import suppress
from typing import TYPE_CHECKING, Any, Literal

from modeles.page import Page
from modeles.texte import Boite
from pipeline.etapes.fichiers import mesurer
from pipeline.etapes.images import Scan, geometrie, mettre_a_plat
from pipeline.exports._texte_invisible import MONTRER, contenus, repere, retirer

if TYPE_CHECKING:
    import pikepdf
    from PIL.Image import Image as ImagePillow

Reprise = Literal["entiere", "texte_dessine", "dessinee"]
"""How a page was taken: as it is; its text drawn over its images; drawn whole."""

_MODES = ("1", "L", "P", "RGB", "I;16")
"""What Pillow calls the colours of the images that are copied byte for byte; CMYK has no place beside sRGB."""
_DESSIN = frozenset(
    (
        "/Type",
        "/Parent",
        "/Contents",
        "/Resources",
        "/MediaBox",
        "/CropBox",
        "/Rotate",
        "/UserUnit",
        "/Group",
        "/Annots",
    )
)
"""What a page needs to be drawn; the rest (transitions, thumbnails, actions) is left, since the check refuses it."""
_PEINDRE = frozenset(("f", "F", "f*", "B", "B*", "b", "b*", "S", "s"))
"""The operators that paint a path."""


def prendre(scan: Scan, numero: int, lue: Page, pdf: "pikepdf.Pdf") -> Reprise:
    """Take the page ``numero`` of a PDF at the end of ``pdf``, without the invisible words of a former OCR where it was
    read again."""
    import pikepdf

    page = scan.document.pages[numero - 1]
    _copier(page, pdf)
    if lue.origine == "ocr":
        with suppress(pikepdf.PdfError, ValueError, TypeError, AttributeError):
            retirer(pdf, pdf.pages[-1])  # a content that cannot be parsed is refused by the check, and drawn
    if _est_archivable(pdf.pages[-1]):
        return "entiere"
    with suppress(pikepdf.PdfError, ValueError, TypeError, AttributeError), pikepdf.Pdf.new() as fond:
        _copier(page, fond)
        if _texte_en_image(fond, page, scan.reglages.dpi):
            pdf.pages[-1] = fond.pages[0]
            return "texte_dessine"
    octets = _en_pdf([_octets(scan.dessiner(numero))], [scan.taille(numero)])
    with pikepdf.open(io.BytesIO(octets)) as feuille:
        pdf.pages[-1] = feuille.pages[0]
    return "dessinee"


def _texte_en_image(fond: "pikepdf.Pdf", page: Any, dpi: int) -> bool:
    """Replace the text and the annotations of the one page of ``fond``, a copy of ``page``, by a picture of them; False
    when the page cannot be PDF/A even so."""
    import pikepdf
    from pikepdf import Name

    copie = fond.pages[0]
    ouverts = _filtrer(fond, copie, lambda i: str(i.operator) not in (*MONTRER, "Tf"))
    if Name.Annots in copie:
        del copie[Name.Annots]
    if not _est_archivable(copie):
        return False
    with pikepdf.Pdf.new() as textes:
        _copier(page, textes)
        _filtrer(textes, textes.pages[0], lambda i: not _est_image(i, textes.pages[0]), sans_traits=True)
        image, boite = _dessiner_transparent(textes, dpi)
    if boite is not None:
        cadre, tour, _, _ = geometrie(fond, 1)
        vers_pdf = repere(cadre, tour)
        pied, bout, tete = (vers_pdf(*p) for p in ((boite[0], boite[3]), (boite[2], boite[3]), (boite[0], boite[1])))
        matrice = (bout[0] - pied[0], bout[1] - pied[1], tete[0] - pied[0], tete[1] - pied[1], *pied)
        nom = copie.add_resource(_image_transparente(fond, image), Name.XObject, nom_libre(copie, "/XObject", "Texte"))
        pose = f"{'Q ' * (ouverts + 1)}q {' '.join(f'{v:.4f}' for v in matrice)} cm {nom} Do Q"
        copie.contents_add(b"q", prepend=True)
        copie.contents_add(pose.encode("ascii"))
    return _est_archivable(copie)


def _copier(page: Any, pdf: "pikepdf.Pdf") -> None:
    import pikepdf

    pdf.pages.append(page)
    copie = pdf.pages[-1].obj
    for cle in set(copie.keys()) - _DESSIN:
        del copie[cle]
    ressources: Any = copie.get("/Resources", {})
    for cle in [cle for cle, noms in ressources.items() if isinstance(noms, pikepdf.Dictionary) and not len(noms)]:
        del ressources[cle]  # the check refuses patterns and shadings, even none


def _est_archivable(page: Any) -> bool:
    """Whether a page, alone, can be PDF/A without a change to what it draws."""
    import pikepdf
    from pikepdf import pdfa

    with pikepdf.Pdf.new() as essai:
        _copier(page, essai)
        essai.remove_unreferenced_resources()  # a font that is only named does no harm
        pdfa.prepare(essai, "2b")
        return bool(pdfa.check(essai, "2b").passed)


def _filtrer(pdf: "pikepdf.Pdf", page: Any, garder: Callable[[Any], bool], *, sans_traits: bool = False) -> int:
    """Keep these instructions of a page and of its forms, paths unpainted if asked; the graphics states that the page
    leaves open."""
    import pikepdf

    ouverts = 0
    for contenu in contenus(page):
        gardees: list[Any] = []
        for instruction in pikepdf.parse_content_stream(contenu):
            operateur = str(instruction.operator)
            if sans_traits and operateur in _PEINDRE:
                gardees.append(pikepdf.ContentStreamInstruction([], pikepdf.Operator("n")))
            elif garder(instruction):
                gardees.append(instruction)
        octets = pikepdf.unparse_content_stream(gardees)
        if contenu is page:
            page.Contents = pdf.make_stream(octets)
            ouverts = sum({"q": 1, "Q": -1}.get(str(i.operator), 0) for i in gardees)
        else:
            contenu.write(octets)
    return max(0, ouverts)


def _est_image(instruction: Any, page: Any) -> bool:
    """Whether an instruction paints a picture or a shading; a form may hold text, and is drawn."""
    match str(instruction.operator):
        case "INLINE IMAGE" | "sh":
            return True
        case "Do":
            nom = str(instruction.operands[0])
            dessins = page.get("/Resources", {}).get("/XObject", {})
            return nom not in dessins or dessins[nom].get("/Subtype") == "/Image"
        case _:
            return False


def _dessiner_transparent(pdf: "pikepdf.Pdf", dpi: int) -> "tuple[ImagePillow, Boite | None]":
    """The one page of ``pdf`` on nothing, cut to what it draws, and the box of that on the page as shown, points."""
    import pypdfium2

    tampon = io.BytesIO()
    pdf.save(tampon)
    document = pypdfium2.PdfDocument(tampon.getvalue())
    try:
        page = document[0]
        k = min(dpi / 72, 10_000 / max(page.get_size()))
        image: ImagePillow = page.render(scale=k, fill_color=(255, 255, 255, 0), rev_byteorder=True).to_pil()
    finally:
        document.close()
    cadre = image.getchannel("A").getbbox()
    if cadre is None:
        return image, None
    x0, y0, x1, y1 = cadre
    return image.crop(cadre), (x0 / k, y0 / k, x1 / k, y1 / k)


def _image_transparente(pdf: "pikepdf.Pdf", image: "ImagePillow") -> Any:
    from pikepdf import Name

    def flux(plan: "ImagePillow", couleurs: Any) -> Any:
        return pdf.make_stream(
            plan.tobytes(), Type=Name.XObject, Subtype=Name.Image, Width=plan.width, Height=plan.height,
            ColorSpace=couleurs, BitsPerComponent=8,
        )  # fmt: skip

    objet = flux(image.convert("RGB"), Name.DeviceRGB)
    objet.SMask = flux(image.getchannel("A"), Name.DeviceGray)
    return objet


def pdf_d_images(scan: Scan) -> bytes:
    """A PDF of the images of a file, copied byte for byte where PDF/A takes them, in the frame of ``Scan.page``."""
    import img2pdf

    document: ImagePillow = scan.document
    tailles, quarts, fidele = [], [], document.format != "MPO"
    for numero in range(1, scan.pages + 1):
        tailles.append(scan.taille(numero))
        orientation = document.getexif().get(0x0112, 1)
        scan.page(numero)  # a damaged image is found here
        quarts.append(orientation in (6, 8))
        tourne = orientation != 1 if document.format == "TIFF" else orientation not in (1, 3, 6, 8)
        fidele = fidele and not tourne and document.mode in _MODES and "transparency" not in document.info
    if fidele:
        poses = [t[::-1] if quart else t for t, quart in zip(tailles, quarts, strict=True)]
        with suppress(img2pdf.JpegColorspaceError, img2pdf.AlphaChannelError, img2pdf.UnsupportedColorspaceError):
            return _en_pdf([scan.chemin.read_bytes()], poses)
    feuilles = []
    for numero in range(1, scan.pages + 1):
        document.seek(numero - 1)
        mesurer(document.width, document.height, scan.reglages)
        plate = mettre_a_plat(document)
        feuilles.append(_octets(plate if plate.mode in ("1", "L", "RGB") else plate.convert("RGB"), sans_perte=True))
    return _en_pdf(feuilles, tailles)


def _octets(image: "ImagePillow", *, sans_perte: bool = False) -> bytes:
    """A drawn page as PNG, or as JPEG of high quality where that is smaller."""
    from PIL import ImageChops

    essais = []
    if image.mode == "RGB":
        rouge, vert, bleu = image.split()
        grise = not any(ImageChops.difference(rouge, autre).getbbox() for autre in (vert, bleu))
        image = rouge if grise else image
    for format_, options in (("PNG", {}), ("JPEG", {"quality": 95, "subsampling": 0})):
        tampon = io.BytesIO()
        image.save(tampon, format_, **options)
        essais.append(tampon.getvalue())
        if sans_perte:
            break
    return min(essais, key=len)


def _en_pdf(images: Sequence[bytes], tailles: Sequence[tuple[float, float]]) -> bytes:
    """A page an image (an image of several pages: each), of the size given in points."""
    import img2pdf

    suite = iter(tailles)

    def poser(largeur: int, hauteur: int, dpi: object) -> tuple[float, float, float, float]:
        x, y = next(suite)
        return x, y, x, y

    octets: bytes = img2pdf.convert(*images, layout_fun=poser, rotation=img2pdf.Rotation.ifvalid)
    return octets


def nom_libre(page: "pikepdf.Page", genre: str, debut: str) -> "pikepdf.Name":
    """A name that no resource of this kind ("/Font") has on the page; pikepdf would draw one by lot."""
    from pikepdf import Name

    pris = set(page.resources.get(genre, {}).keys())
    return Name(next(nom for n in itertools.count(1) if (nom := f"/{debut}{n}") not in pris))
