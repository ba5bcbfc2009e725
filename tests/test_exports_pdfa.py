"""The searchable PDF/A: the scan as it is, the corrected words over the ink, nothing promised that is not checked."""

import hashlib
import html
import io
import re
import shutil
import subprocess
from collections import Counter
from functools import cache
from pathlib import Path

import numpy as np
import pdf2image
import pikepdf
import pypdfium2
import pytest
from fabrique import ECHANTILLONS
from pikepdf import pdfa as verificateur
from PIL import Image
from reportlab.pdfgen.canvas import Canvas

from modeles.page import Ligne, Matrice, Page
from modeles.texte import Boite, Mot
from outils.figer import PAGES
from pipeline.erreurs import ErreurExport, ScanChiffre, ScanIllisible
from pipeline.etapes import couche_texte
from pipeline.etapes.correction import corriger
from pipeline.etapes.images import ouvrir
from pipeline.exports import pdfa
from pipeline.reglages import Reglages

SLUGS = sorted(p.parent.name for p in ECHANTILLONS.glob("*/scan.pdf"))
NUMERISES = [slug for slug in SLUGS if slug != "texte-natif-2023"]
MOT = re.compile(r'<word xMin="(.*?)" yMin="(.*?)" xMax="(.*?)" yMax="(.*?)">(.*?)</word>')
RIEN = pdfa.Dessins()
EN_TETE = Mot(texte="Délibération", brut="Deliberation", page=1, boite=(72, 100, 160, 112), confiance=0.9)


@cache
def lues(slug: str) -> tuple[Page, ...]:
    return corriger(PAGES.validate_json((ECHANTILLONS / slug / "pages.json").read_bytes()))


def une_page(*mots: Mot, largeur: float = 595, hauteur: float = 842, vers_scan: Matrice | None = None) -> Page:
    lignes = tuple(Ligne(mots=(mot,), bloc=rang) for rang, mot in enumerate(mots))
    page = Page(numero=1, largeur=largeur, hauteur=hauteur, origine="ocr", lignes=lignes)
    return page if vers_scan is None else page.model_copy(update={"vers_scan": vers_scan})


def extraits(chemin: Path) -> list[list[tuple[str, Boite]]]:
    """The words that pdftotext finds, page by page, with their boxes."""
    sortie = subprocess.run(["pdftotext", "-bbox", chemin, "-"], capture_output=True, text=True, check=True).stdout
    pages = []
    for page in sortie.split("<page ")[1:]:
        trouves = [(m[4], (float(m[0]), float(m[1]), float(m[2]), float(m[3]))) for m in MOT.findall(page)]
        pages.append([(html.unescape(texte), boite) for texte, boite in trouves])
    return pages


def ecart(a: Boite, b: Boite) -> float:
    return max(abs(x - y) for x, y in zip(a, b, strict=True))


def dessin(chemin: Path, numero: int) -> "np.ndarray[tuple[int, ...], np.dtype[np.int16]]":
    document = pypdfium2.PdfDocument(chemin)
    try:
        return np.asarray(document[numero - 1].render(scale=100 / 72).to_numpy(), dtype=np.int16)
    finally:
        document.close()


def verifier(chemin: Path) -> None:
    """PDF/A-2b for pikepdf's checker (the rules of veraPDF), and for what an archive reads first; sound for qpdf."""
    assert verificateur.validate_written(chemin, "2b").passed
    with pikepdf.open(chemin) as pdf:
        assert pdf.check_pdf_syntax() == []
        with pdf.open_metadata() as xmp:
            assert (xmp["pdfaid:part"], xmp["pdfaid:conformance"]) == ("2", "B")
        (intention,) = pdf.Root.OutputIntents
        assert str(intention.OutputConditionIdentifier) == "sRGB"
        assert intention.DestOutputProfile.N == 3
        assert str(pdf.Root.Lang) == "fr-FR"
    if shutil.which("qpdf"):
        assert subprocess.run(["qpdf", "--check", chemin], capture_output=True, check=False).returncode == 0


# --- The samples ------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("slug", NUMERISES)
def test_mots_corriges_sur_l_encre(slug: str, tmp_path: Path) -> None:
    sortie = tmp_path / "sortie.pdf"
    pdfa.ecrire(ECHANTILLONS / slug / "scan.pdf", lues(slug), sortie)
    verifier(sortie)
    attendus = manques = 0
    for page, trouves in zip(lues(slug), extraits(sortie), strict=True):
        for mot in (m for ligne in page.lignes for m in ligne.mots):
            ecarts = [ecart(boite, page.boite_scan(mot.boite)) for texte, boite in trouves if texte == mot.texte]
            attendus += 1
            if not ecarts:  # pdftotext joins or cuts what stands too near
                manques += 1
            else:
                assert min(ecarts) < 2, mot
    assert manques <= 0.005 * attendus


@pytest.mark.parametrize("slug", NUMERISES)
def test_images_et_original_intacts(slug: str, tmp_path: Path) -> None:
    source, sortie = ECHANTILLONS / slug / "scan.pdf", tmp_path / "sortie.pdf"
    avant = hashlib.sha256(source.read_bytes()).digest()
    assert pdfa.ecrire(source, lues(slug), sortie) == RIEN
    assert hashlib.sha256(source.read_bytes()).digest() == avant
    with pikepdf.open(source) as a, pikepdf.open(sortie) as b:
        for numero, (page, copie) in enumerate(zip(a.pages, b.pages, strict=True), start=1):
            images = [sorted(bytes(x.read_raw_bytes()) for x in p.get_images().values()) for p in (page, copie)]
            assert images[0] == images[1]
            assert np.array_equal(dessin(source, numero), dessin(sortie, numero))


def test_accents_de_la_correction(tmp_path: Path) -> None:
    slug = "tableau-presence-2016"
    corriges = [m for p in lues(slug) for ligne in p.lignes for m in ligne.mots if m.texte != m.brut]
    assert corriges
    pdfa.ecrire(ECHANTILLONS / slug / "scan.pdf", lues(slug), tmp_path / "s.pdf")
    trouves = {texte for page in extraits(tmp_path / "s.pdf") for texte, _ in page}
    assert {m.texte for m in corriges} <= trouves
    assert any(not texte.isascii() for texte in trouves)


def test_couche_de_texte_saine_gardee(tmp_path: Path) -> None:
    source, sortie = ECHANTILLONS / "texte-natif-2023" / "scan.pdf", tmp_path / "sortie.pdf"
    assert pdfa.ecrire(source, lues("texte-natif-2023"), sortie) == RIEN
    verifier(sortie)
    assert extraits(sortie) == extraits(source)
    assert np.array_equal(dessin(source, 1), dessin(sortie, 1))
    assert sortie.stat().st_size < 2 * source.stat().st_size


def test_page_qui_ne_peut_etre_archivee_dessinee(tmp_path: Path) -> None:
    source, sortie = tmp_path / "source.pdf", tmp_path / "sortie.pdf"
    plan = Canvas(str(source), (595, 842))
    plan.setFillColorCMYK(0, 0.8, 0.8, 0.1)  # colours of a printing press, which sRGB cannot stand for
    plan.rect(72, 72, 300, 200, stroke=0, fill=1)
    plan.save()
    assert pdfa.ecrire(source, [une_page(EN_TETE)], sortie) == pdfa.Dessins(pages=(1,))
    verifier(sortie)
    assert [texte for page in extraits(sortie) for texte, _ in page] == ["Délibération"]
    vus = []
    for chemin in (source, sortie):
        (vu,) = pdf2image.convert_from_path(chemin, dpi=100)
        vus.append(np.asarray(vu, dtype=np.int16))
    assert float(np.abs(vus[0] - vus[1]).mean()) < 3  # of 255


def test_relu_par_greffier(tmp_path: Path) -> None:
    sortie = tmp_path / "sortie.pdf"
    pages = lues("telephone-2022")
    pdfa.ecrire(ECHANTILLONS / "telephone-2022" / "scan.pdf", pages, sortie)
    with ouvrir(sortie, Reglages()) as scan:
        couche = couche_texte.lire(scan, 1)
    assert couche is not None
    assert couche.saine
    manques = Counter(m.texte for ligne in pages[0].lignes for m in ligne.mots) - Counter(m.brut for m in couche.mots)
    assert manques.total() <= 3


# --- Turned pages, cut boxes, images ----------------------------------------------------------------------------------


@pytest.mark.parametrize("tour", [0, 90, 180, 270])
def test_page_tournee_et_rognee(tour: int, tmp_path: Path) -> None:
    source, sortie = tmp_path / "source.pdf", tmp_path / "sortie.pdf"
    with pikepdf.Pdf.new() as pdf:
        page = pdf.add_blank_page(page_size=(700, 900))
        page.cropbox = pikepdf.Array([50, 30, 645, 872])
        page.rotate(tour, relative=False)
        pdf.save(source)
    assert pdfa.ecrire(source, [une_page(EN_TETE)], sortie) == RIEN
    verifier(sortie)
    document = pypdfium2.PdfDocument(sortie)
    (mot,) = couche_texte.lire_mots(document[0], 1)
    document.close()
    assert mot.texte == "Délibération"
    assert ecart(mot.boite, EN_TETE.boite) < 0.5


@pytest.mark.parametrize(
    "matrice", [(0, -1, 595, 1, 0, 0, 0, 0, 1), (-1, 0, 595, 0, -1, 842, 0, 0, 1), (0, 1, 0, -1, 0, 842, 0, 0, 1)]
)
def test_texte_couche_ou_renverse(matrice: Matrice, tmp_path: Path) -> None:
    source, sortie = tmp_path / "source.pdf", tmp_path / "sortie.pdf"
    with pikepdf.Pdf.new() as pdf:
        pdf.add_blank_page(page_size=(595, 842))
        pdf.save(source)
    page = une_page(EN_TETE, vers_scan=tuple(map(float, matrice)))  # type: ignore[arg-type]
    pdfa.ecrire(source, [page], sortie)
    ((trouve,),) = extraits(sortie)
    assert trouve[0] == "Délibération"
    assert ecart(trouve[1], page.boite_scan(EN_TETE.boite)) < 1


def image(genre: str, chemin: Path) -> None:
    """A scanned page of 850 x 1169 at 100 dpi, a black square at its upper left, in a form of ``genre``."""
    plan = Image.new("L", (850, 1169), 255)
    plan.paste(0, (100, 100, 300, 200))
    exif = Image.Exif()
    match genre:
        case "tiff-g4":
            plan.convert("1").save(chemin, "TIFF", compression="group4", dpi=(100, 100))
        case "jpeg":
            plan.save(chemin, "JPEG", dpi=(100, 100), quality=95)
        case "jpeg-tourne":
            exif[0x0112] = 6  # the camera lay on its side
            plan.rotate(90, expand=True).save(chemin, "JPEG", dpi=(100, 100), quality=95, exif=exif)
        case "tiff-tourne":
            plan.save(chemin, "TIFF", tiffinfo={0x0112: 3}, dpi=(100, 100))
        case "png-transparent":
            plan.convert("RGBA").save(chemin, "PNG", dpi=(100, 100))
        case "png-seize-bits":
            Image.fromarray(np.asarray(plan, dtype=np.uint16) * 257).save(chemin, "PNG", dpi=(100, 100))
        case "tiff-cmjn":
            plan.convert("CMYK").save(chemin, "TIFF", dpi=(100, 100))


@pytest.mark.parametrize(
    "genre", ["tiff-g4", "jpeg", "jpeg-tourne", "tiff-tourne", "png-transparent", "png-seize-bits", "tiff-cmjn"]
)
def test_image(genre: str, tmp_path: Path) -> None:
    source, sortie = tmp_path / "source", tmp_path / "sortie.pdf"
    image(genre, source)
    with ouvrir(source, Reglages()) as scan:
        lue = scan.page(1)
    assert pdfa.ecrire(source, [une_page(EN_TETE)], sortie) == RIEN
    verifier(sortie)
    ((trouve,),) = extraits(sortie)
    assert ecart(trouve[1], EN_TETE.boite) < 1
    vu = dessin(sortie, 1)
    vu = vu if vu.ndim == 2 else vu[:, :, 0]
    hauteur, largeur = (min(a, b) for a, b in zip(vu.shape, lue.pixels.shape, strict=True))
    assert float(np.abs(vu[:hauteur, :largeur] - lue.pixels[:hauteur, :largeur]).mean()) < 2


def test_tiff_de_plusieurs_pages(tmp_path: Path) -> None:
    source, sortie = tmp_path / "source.tif", tmp_path / "sortie.pdf"
    suite = [Image.new("1", (850, 1169), 1), Image.new("L", (1169, 850), 200)]
    suite[0].save(source, save_all=True, append_images=suite[1:], dpi=(100, 100))
    pages = [une_page(EN_TETE), une_page(EN_TETE, largeur=842, hauteur=595).model_copy(update={"numero": 2})]
    pdfa.ecrire(source, pages, sortie)
    verifier(sortie)
    with pikepdf.open(sortie) as pdf:
        assert [round(float(p.mediabox[2])) for p in pdf.pages] == [612, 842]
    assert [len(page) for page in extraits(sortie)] == [1, 1]


# --- Text that the source holds already -------------------------------------------------------------------------------


def test_ancienne_couche_remplacee(tmp_path: Path) -> None:
    source, ancienne, sortie = tmp_path / "source.jpg", tmp_path / "ancienne.pdf", tmp_path / "sortie.pdf"
    image("jpeg", source)
    pdfa.ecrire(source, [une_page(EN_TETE.model_copy(update={"texte": "De1iberation"}))], ancienne)
    pdfa.ecrire(ancienne, [une_page(EN_TETE)], sortie)
    assert [texte for page in extraits(sortie) for texte, _ in page] == ["Délibération"]
    assert np.array_equal(dessin(ancienne, 1), dessin(sortie, 1))


def avec_tampon(chemin: Path, police: Path | None) -> Mot:
    """A PDF where a stamp was printed over the scan; its word as the chain gives it."""
    from reportlab.pdfbase import pdfmetrics
    from reportlab.pdfbase.ttfonts import TTFont

    if police is not None:
        pdfmetrics.registerFont(TTFont("Essai", str(police)))
    plan = Canvas(str(chemin), (595, 842), initialFontName="Essai" if police else "Helvetica", initialFontSize=10)
    plan.drawString(400, 800, "préfecture")
    plan.save()
    return Mot(texte="préfecture", brut="préfecture", page=1, boite=(400, 33, 447, 44), confiance=1.0)


def test_tampon_ecrit_en_texte_pas_double(tmp_path: Path) -> None:
    police = Path("/usr/share/fonts/truetype/dejavu/DejaVuSans.ttf")
    if not police.exists():
        pytest.skip("DejaVu Sans is not installed")
    source, sortie = tmp_path / "source.pdf", tmp_path / "sortie.pdf"
    tampon = avec_tampon(source, police)
    assert pdfa.ecrire(source, [une_page(EN_TETE, tampon)], sortie) == RIEN
    verifier(sortie)
    assert sorted(texte for page in extraits(sortie) for texte, _ in page) == ["Délibération", "préfecture"]


def test_tampon_sans_police_dessine(tmp_path: Path) -> None:
    source, sortie = tmp_path / "source.pdf", tmp_path / "sortie.pdf"
    tampon = avec_tampon(source, None)
    assert pdfa.ecrire(source, [une_page(EN_TETE, tampon)], sortie) == pdfa.Dessins(textes=(1,))
    verifier(sortie)
    assert float(np.abs(dessin(source, 1) - dessin(sortie, 1)).mean()) < 0.1
    assert sorted(texte for page in extraits(sortie) for texte, _ in page) == ["Délibération", "préfecture"]


@pytest.mark.parametrize("tour", [0, 90, 180, 270])
def test_tampon_en_annotation_dessine_sur_le_scan(tour: int, tmp_path: Path) -> None:
    image("jpeg", tmp_path / "scan.jpg")
    source, sortie = tmp_path / "source.pdf", tmp_path / "sortie.pdf"
    pdfa.ecrire(tmp_path / "scan.jpg", [une_page(EN_TETE)], tmp_path / "scan.pdf")
    with pikepdf.open(tmp_path / "scan.pdf") as pdf:
        police = pikepdf.Dictionary(Type=pikepdf.Name.Font, Subtype=pikepdf.Name.Type1, BaseFont=pikepdf.Name.Helvetica)
        apparence = pdf.make_stream(
            b"q 1 0 0 RG 1 1 98 28 re S BT /F1 12 Tf 10 10 Td (TAMPON) Tj ET Q",
            Type=pikepdf.Name.XObject, Subtype=pikepdf.Name.Form, BBox=[0, 0, 100, 30],
            Resources=pikepdf.Dictionary(Font=pikepdf.Dictionary(F1=police)),
        )  # fmt: skip
        annotation = pikepdf.Dictionary(
            Type=pikepdf.Name.Annot, Subtype=pikepdf.Name.Stamp, Rect=[400, 700, 500, 730], F=4,
            AP=pikepdf.Dictionary(N=apparence),
        )  # fmt: skip
        pdf.pages[0].Annots = pikepdf.Array([pdf.make_indirect(annotation)])
        pdf.pages[0].rotate(tour, relative=False)
        pdf.save(source)
    assert pdfa.ecrire(source, [une_page(EN_TETE)], sortie) == pdfa.Dessins(textes=(1,))
    verifier(sortie)
    ecarts = np.abs(dessin(source, 1) - dessin(sortie, 1))
    assert float(ecarts.mean()) < 0.1
    with pikepdf.open(source) as a, pikepdf.open(sortie) as b:
        (photo,) = a.pages[0].get_images().values()
        assert bytes(photo.read_raw_bytes()) in {bytes(x.read_raw_bytes()) for x in b.pages[0].get_images().values()}


def test_scripts_et_pieces_jointes_laisses(tmp_path: Path) -> None:
    source, sortie = tmp_path / "source.pdf", tmp_path / "sortie.pdf"
    note = tmp_path / "note.txt"
    note.write_text("note")
    with pikepdf.Pdf.new() as pdf:
        pdf.add_blank_page(page_size=(595, 842))
        pdf.Root.OpenAction = pikepdf.Dictionary(S=pikepdf.Name.JavaScript, JS=pikepdf.String("app.alert(1)"))
        pdf.attachments["note.txt"] = pikepdf.AttachedFileSpec.from_filepath(pdf, note)
        pdf.docinfo["/Title"] = "Séance du 12 mars"
        pdf.save(source)
    pdfa.ecrire(source, [une_page(EN_TETE)], sortie)
    verifier(sortie)
    with pikepdf.open(sortie) as pdf:
        assert "/OpenAction" not in pdf.Root
        assert len(pdf.attachments) == 0
        with pdf.open_metadata() as xmp:
            assert xmp["dc:title"] == "Séance du 12 mars"
            assert xmp["xmp:CreatorTool"] == "greffier"


# --- What cannot be written -------------------------------------------------------------------------------------------


def test_pdf_chiffre(tmp_path: Path) -> None:
    source, sortie = tmp_path / "source.pdf", tmp_path / "sortie.pdf"
    with pikepdf.Pdf.new() as pdf:
        pdf.add_blank_page()
        pdf.save(source, encryption=pikepdf.Encryption(owner="a", user="b"))
    with pytest.raises(ScanChiffre, match="mot de passe"):
        pdfa.ecrire(source, [une_page(EN_TETE)], sortie)
    assert list(tmp_path.iterdir()) == [source]


@pytest.mark.parametrize("garde", [0.3, 0.6, 0.9])
@pytest.mark.parametrize("genre", ["pdf", "jpeg", "tiff-g4", "png-transparent"])
def test_source_tronquee(genre: str, garde: float, tmp_path: Path) -> None:
    source, sortie = tmp_path / "source", tmp_path / "sortie.pdf"
    if genre == "pdf":
        shutil.copy(ECHANTILLONS / "telephone-2022" / "scan.pdf", source)
    else:
        image(genre, source)
    octets = source.read_bytes()
    source.write_bytes(octets[: int(garde * len(octets))])
    with pytest.raises(ScanIllisible) as levee:
        pdfa.ecrire(source, [une_page(EN_TETE)], sortie)
    assert str(source) in str(levee.value)
    assert list(tmp_path.iterdir()) == [source]


def test_sortie_impossible(tmp_path: Path) -> None:
    source = tmp_path / "source.jpg"
    image("jpeg", source)
    avant = source.read_bytes()
    with pytest.raises(ErreurExport, match="Écriture impossible"):
        pdfa.ecrire(source, [une_page(EN_TETE)], tmp_path / "absent" / "sortie.pdf")
    with pytest.raises(ErreurExport, match="jamais modifié"):
        pdfa.ecrire(source, [une_page(EN_TETE)], source)
    assert source.read_bytes() == avant
    assert list(tmp_path.iterdir()) == [source]


def test_lettre_hors_du_plan_de_base(tmp_path: Path) -> None:
    source, sortie = tmp_path / "source.jpg", tmp_path / "sortie.pdf"
    image("jpeg", source)
    pdfa.ecrire(source, [une_page(EN_TETE.model_copy(update={"texte": "𝑏œuf"}))], sortie)
    verifier(sortie)
    assert [texte for page in extraits(sortie) for texte, _ in page] == ["𝑏œuf"]
    with ouvrir(sortie, Reglages()) as scan:
        couche = couche_texte.lire(scan, 1)  # pdfium gives such a letter in two halves
    assert couche is not None
    assert any(mot.brut.endswith("œuf") for mot in couche.mots)


def test_page_sans_mot(tmp_path: Path) -> None:
    source, sortie = tmp_path / "source.jpg", tmp_path / "sortie.pdf"
    image("jpeg", source)
    vide = Page(numero=1, largeur=595, hauteur=842, origine="vide")
    pdfa.ecrire(source, [vide], sortie)
    verifier(sortie)
    assert extraits(sortie) == [[]]


def test_memes_octets_de_police() -> None:
    from pipeline.exports._texte_invisible import _police_vide

    assert _police_vide() == _police_vide()
    from fontTools.ttLib import TTFont

    with TTFont(io.BytesIO(_police_vide())) as police:
        assert police["hmtx"]["vide"] == (500, 0)


def test_contenu_illisible_dessine(tmp_path: Path) -> None:
    source, sortie = tmp_path / "source.pdf", tmp_path / "sortie.pdf"
    with pikepdf.Pdf.new() as pdf:
        page = pdf.add_blank_page(page_size=(595, 842))
        page.Contents = pdf.make_stream(b"q 1 0 0 RG <<< ) ] 72 72 m ET Q Q Q /Rien Do (non")
        page.Resources = pikepdf.Dictionary(XObject=pikepdf.Dictionary(Rien=pikepdf.Array([1])))
        pdf.save(source)
    assert pdfa.ecrire(source, [une_page(EN_TETE)], sortie) != RIEN
    verifier(sortie)
    assert [texte for page in extraits(sortie) for texte, _ in page] == ["Délibération"]
