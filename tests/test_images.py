"""Step 1 and the settings: what a file is, what is wrong with it, and its pages as grey images."""

import io
import os
from pathlib import Path

import cv2
import numpy as np
import pikepdf
import pytest
from PIL import Image as pillow
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen import canvas

from pipeline.erreurs import (
    ErreurReglages,
    ErreurScan,
    ScanChiffre,
    ScanIllisible,
    ScanIntrouvable,
    ScanTropGrand,
    ScanVide,
)
from pipeline.etapes.images import lire_fichier_texte, ouvrir
from pipeline.reglages import Reglages, charger

R = Reglages()


def pdf(chemin: Path, pages: int = 1, **options: object) -> Path:
    dessin = canvas.Canvas(str(chemin), pagesize=(595, 842), **options)
    for n in range(pages):
        dessin.drawString(72, 700, f"Page {n + 1}")
        dessin.showPage()
    dessin.save()
    return chemin


def pdf_image(chemin: Path, tour: int = 0) -> Path:
    """One page that is one grey image, its top left corner black."""
    pixels = np.full((842, 595), 255, np.uint8)
    pixels[:100, :50] = 0
    dessin = canvas.Canvas(str(chemin), pagesize=(595, 842))
    tampon = io.BytesIO()
    pillow.fromarray(pixels).save(tampon, "PNG")
    tampon.seek(0)
    dessin.drawImage(ImageReader(tampon), 0, 0, 595, 842)
    dessin.save()
    with pikepdf.open(chemin, allow_overwriting_input=True) as document:
        document.pages[0].Rotate = tour
        document.save(chemin)
    return chemin


def test_absent_ou_dossier(tmp_path: Path) -> None:
    for chemin in (tmp_path / "absent.pdf", tmp_path):
        with pytest.raises(ScanIntrouvable) as erreur:
            ouvrir(chemin, R)
        assert erreur.value.chemin == chemin


def test_sans_droit_de_lecture(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuser(*_: object, **__: object) -> None:
        raise PermissionError(13, os.strerror(13))

    chemin = pdf(tmp_path / "a.pdf")
    monkeypatch.setattr(Path, "open", refuser)
    with pytest.raises(ScanIntrouvable, match="droit"):
        ouvrir(chemin, R)


@pytest.mark.parametrize(
    ("contenu", "classe"),
    [
        (b"", ScanVide),
        (b"PK\x03\x04 un classeur", ScanIllisible),
        (b"%PDF-1.4\nrien du tout", ScanIllisible),
        (b"\xff\xd8\xff\xe0 fin absente", ScanIllisible),
        (b"\x89PNG\r\n\x1a\n fin absente", ScanIllisible),
        (b"II*\0\x08\0\0\0", ScanIllisible),
    ],
)
def test_fichier_illisible(tmp_path: Path, contenu: bytes, classe: type[ErreurScan]) -> None:
    chemin = tmp_path / "scan"
    chemin.write_bytes(contenu)
    with pytest.raises(classe) as erreur:
        ouvrir(chemin, R)
    assert type(erreur.value) is classe
    assert erreur.value.chemin == chemin
    assert str(chemin) in str(erreur.value)


def test_pdf_tronque(tmp_path: Path) -> None:
    chemin = pdf(tmp_path / "entier.pdf", pages=30)
    octets = chemin.read_bytes()
    chemin.write_bytes(octets[: len(octets) // 2])
    with pytest.raises(ScanIllisible):
        ouvrir(chemin, R)


def test_pdf_chiffre(tmp_path: Path) -> None:
    with pikepdf.open(pdf(tmp_path / "a.pdf")) as document:
        document.save(tmp_path / "b.pdf", encryption=pikepdf.Encryption(owner="o", user="u"))
    with pytest.raises(ScanChiffre):
        ouvrir(tmp_path / "b.pdf", R)


def test_trop_de_pages(tmp_path: Path) -> None:
    chemin = pdf(tmp_path / "a.pdf", pages=12)
    with pytest.raises(ScanTropGrand, match="12 pages"):
        ouvrir(chemin, Reglages(pages_max=10))
    with ouvrir(chemin, Reglages(pages_max=12)) as scan:
        assert scan.pages == 12


def test_image_trop_large_sans_la_decoder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    chemin = tmp_path / "large.png"
    pillow.new("1", (30_000, 40)).save(chemin)
    monkeypatch.setattr(pillow.Image, "load", lambda self: pytest.fail("decoded"))
    with pytest.raises(ScanTropGrand, match="30000"):
        ouvrir(chemin, R)


def test_page_dessinee(tmp_path: Path) -> None:
    with ouvrir(pdf(tmp_path / "a.pdf", pages=2), R) as scan:
        page = scan.page(2)
    assert page.pixels.dtype == np.uint8
    assert page.pixels.shape == pytest.approx((3508, 2479), abs=3)
    assert page.dpi == pytest.approx(300, abs=1)
    assert page.pixels.min() < 50


def test_un_nom_n_est_pas_une_option_de_poppler(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    with ouvrir(pdf(Path("-v")), R) as scan:
        assert scan.page(1).pixels.min() < 50


@pytest.mark.parametrize(("tour", "coin"), [(0, (0, 0)), (90, (0, -1)), (180, (-1, -1)), (270, (-1, 0))])
def test_image_enchassee_prise_telle_quelle(tmp_path: Path, tour: int, coin: tuple[int, int]) -> None:
    with ouvrir(pdf_image(tmp_path / "a.pdf", tour), R) as scan:
        page = scan.page(1)
    assert sorted(page.pixels.shape) == [595, 842]  # not drawn again at 300 dpi
    assert page.pixels[coin] == 0
    assert (page.largeur > page.hauteur) == (tour in (90, 270))


def test_tiff_de_plusieurs_pages(tmp_path: Path) -> None:
    pages = [pillow.new("L", (100 + n, 150), 255) for n in range(3)]
    pages[0].save(tmp_path / "a.tif", save_all=True, append_images=pages[1:], dpi=(200, 200))
    with ouvrir(tmp_path / "a.tif", R) as scan:
        assert scan.pages == 3
        assert scan.page(3).pixels.shape == (150, 102)
        assert scan.page(1).dpi == pytest.approx(200)


def test_jpeg_sans_resolution_a_la_largeur_d_une_page(tmp_path: Path) -> None:
    pillow.new("RGB", (1190, 1684), "white").save(tmp_path / "a.jpg")
    with ouvrir(tmp_path / "a.jpg", R) as scan:
        page = scan.page(1)
    assert page.largeur == pytest.approx(595)
    assert page.hauteur == pytest.approx(842)


def test_png_transparent_sur_blanc(tmp_path: Path) -> None:
    pillow.new("RGBA", (20, 20), (0, 0, 0, 0)).save(tmp_path / "a.png")
    with ouvrir(tmp_path / "a.png", R) as scan:
        assert scan.page(1).pixels.min() == 255


def test_une_page_abimee_dit_laquelle(tmp_path: Path) -> None:
    pixels = np.random.default_rng(1).integers(0, 255, (300, 300), np.uint8)
    octets = bytearray(cv2.imencode(".png", pixels)[1].tobytes())
    octets[len(octets) // 2 : len(octets) // 2 + 400] = bytes(400)
    (tmp_path / "a.png").write_bytes(octets)
    with ouvrir(tmp_path / "a.png", R) as scan, pytest.raises(ErreurScan) as erreur:
        scan.page(1)
    assert erreur.value.page == 1


def test_texte_utf8_ou_windows(tmp_path: Path) -> None:
    for codage in ("utf-8", "utf-8-sig", "cp1252"):
        (tmp_path / "a.txt").write_bytes("Délibération à l’unanimité".encode(codage))
        assert lire_fichier_texte(tmp_path / "a.txt") == "Délibération à l’unanimité"
    (tmp_path / "a.txt").write_bytes(b" \n")
    with pytest.raises(ScanVide):
        lire_fichier_texte(tmp_path / "a.txt")


def test_reglages_dans_l_ordre(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    assert charger() == Reglages()
    (tmp_path / "greffier.toml").write_text("pages_max = 5\ndelai_page = 9\n")
    assert charger(pages_max=7, langue=None).model_dump() == Reglages(pages_max=7, delai_page=9).model_dump()


@pytest.mark.parametrize(
    ("contenu", "cle"),
    [
        ("pagesmax = 5", "pagesmax"),
        ('pages_max = "cinq"', "pages_max"),
        ("pages_max = 0", "pages_max"),
        ("= 3", "mal formé"),
    ],
)
def test_reglages_faux(tmp_path: Path, contenu: str, cle: str) -> None:
    (tmp_path / "r.toml").write_text(contenu)
    with pytest.raises(ErreurReglages, match=cle):
        charger(tmp_path / "r.toml")


@pytest.mark.parametrize("tour", [0, 90, 180, 270])
def test_taille_d_une_page_de_pdf_sans_la_decoder(tour: int, tmp_path: Path) -> None:
    chemin = tmp_path / "page.pdf"
    with pikepdf.Pdf.new() as document:
        page = document.add_blank_page(page_size=(700, 900))
        page.cropbox = pikepdf.Array([50, 30, 645, 872])
        page.rotate(tour, relative=False)
        document.save(chemin)
    with ouvrir(chemin, Reglages()) as scan:
        image = scan.page(1)
        assert scan.taille(1) == (image.largeur, image.hauteur)
        assert scan.taille(1) == ((842, 595) if tour in (90, 270) else (595, 842))
        assert scan.dessiner(1).mode == "RGB"


@pytest.mark.parametrize("orientation", [1, 3, 6, 8])
def test_taille_d_une_photo_tournee(orientation: int, tmp_path: Path) -> None:
    chemin, exif = tmp_path / "photo.jpg", pillow.Exif()
    exif[0x0112] = orientation
    pillow.new("L", (400, 300), 255).save(chemin, exif=exif, dpi=(100, 100))
    with ouvrir(chemin, Reglages()) as scan:
        image = scan.page(1)
        assert scan.taille(1) == (image.largeur, image.hauteur)
