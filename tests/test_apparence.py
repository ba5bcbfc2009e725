"""Looking at a page before treating it: each defect is seen, a clean page is left alone, and the treatment heals."""

from pathlib import Path

import cv2
import img2pdf
import numpy as np
import pytest

from outils.banc_ocr import defauts, lecteurs, mesures, pages
from pipeline.etapes import redressement
from pipeline.etapes.apparence import Apparence, mesurer
from pipeline.etapes.images import Image
from pipeline.etapes.soins import choisir

TIMES = pages.POLICES[0]
"""The typeface that the Makefile installs; the others belong to the bench."""
PAGE, DOS = pages.dessiner(31, TIMES), pages.dessiner(32, TIMES)


def scan(condition: str) -> defauts.Scan:
    return defauts.abimer(PAGE.pixels, DOS.pixels, condition, 5)


def voir(condition: str) -> Apparence:
    abimee = scan(condition)
    return mesurer(abimee.pixels, abimee.dpi)


@pytest.mark.parametrize(
    ("condition", "attendus"),
    [
        ("propre", ()), ("bureau", ()), ("inclinaison 2", ()), ("bruit 2", ()), ("compression 2", ()), ("fax 2", ()),
        ("resolution 2", ()), ("mouchetures 1", ("depoussierer",)), ("mouchetures 2", ("depoussierer",)),
        ("photocopie 2", ("epaissir",)), ("lumiere 1", ("aplanir",)), ("lumiere 2", ("aplanir",)),
        ("flou 2", ("accentuer", "contraster")), ("verso 1", ("contraster",)), ("verso 2", ("contraster",)),
        ("palissement 1", ("contraster",)), ("palissement 2", ("contraster",)),
    ],
)  # fmt: skip
def test_chaque_defaut_a_son_soin(condition: str, attendus: tuple[str, ...]) -> None:
    assert choisir(voir(condition)) == attendus


def test_hauteur_de_l_x_malgre_les_defauts() -> None:
    propre = voir("propre").x
    assert propre == pytest.approx(21, abs=2)  # Times at 11 points, 300 dots an inch
    for condition in ("bruit 2", "mouchetures 2", "verso 2", "palissement 2", "lumiere 2"):
        assert voir(condition).x == pytest.approx(propre, abs=2)


def test_une_image_tramee_n_est_pas_faite_de_traits_rompus() -> None:
    """The dots of a screened stamp stand in one place; broken strokes stand everywhere."""
    trame = np.where(PAGE.pixels < 128, 0, 255).astype(np.uint8)
    trame[60:420:7, 1700:2300:7] = 0
    assert choisir(mesurer(trame, 300)) == ()


def test_les_miettes_d_une_image_comprimee_sont_otees() -> None:
    """Crumbs around thick letters: thickening would weld them."""
    gras = cv2.erode(PAGE.pixels, np.ones((3, 3), np.uint8))
    bord = (cv2.dilate((gras < 128).astype(np.uint8), np.ones((9, 9), np.uint8)) > 0) & (gras > 128)
    miettes = bord & (np.random.default_rng(3).random(gras.shape) < 0.05)
    assert choisir(mesurer(np.where((gras < 128) | miettes, 0, 255).astype(np.uint8), 300)) == ("depoussierer",)


def redresser(pixels: pages.Gris, dpi: int) -> redressement.Redressee:
    image = Image(pixels, pixels.shape[1] * 72 / dpi, pixels.shape[0] * 72 / dpi)
    return redressement.redresser(image, mesurer(pixels, dpi), 0, 16)


def test_perspective_d_une_photo() -> None:
    """The sheet is unfolded; a point of it is found again on the picture."""
    prise = scan("photo 2")
    droite = redresser(prise.pixels, prise.dpi)
    assert "deplier" in droite.soins
    coins = redressement.coins_de_feuille(prise.pixels)
    assert coins is not None
    a, b, c, d, e, f, g, h, i = droite.vers_scan
    for (x, y), coin in zip(((0, 0), (droite.largeur, droite.hauteur)), (coins[0], coins[2]), strict=True):
        w = g * x + h * y + i
        lu = np.array([(a * x + b * y + c) / w, (d * x + e * y + f) / w]) * prise.dpi / 72
        assert lu == pytest.approx(coin, abs=30)


@pytest.mark.parametrize("condition", ["propre", "lumiere 1", "lumiere 2", "verso 2"])
def test_une_ombre_n_est_pas_le_bord_d_une_feuille(condition: str) -> None:
    abimee = scan(condition)
    assert "deplier" not in redresser(abimee.pixels, abimee.dpi).soins


@pytest.mark.parametrize("condition", ["verso 2", "bruit 2", "photo 2", "palissement 2"])
def test_le_soin_guerit(condition: str, tmp_path: Path) -> None:
    """Real Tesseract: at most half of its errors alone, and no page taken for blank."""
    pdf = tmp_path / "page.pdf"
    pdf.write_bytes(img2pdf.convert([scan(condition).octets()]) or b"")
    (seul,), (soigne,) = lecteurs.tesseract_seul(pdf), lecteurs.LECTEURS["simple"](pdf)
    avant, apres = mesures.comparer(PAGE.texte, seul), mesures.comparer(PAGE.texte, soigne, PAGE.noms, PAGE.nombres)
    assert apres.wer < max(0.5 * avant.wer, 0.02)
    assert apres.wer < 0.05
    assert apres.nombres_lus == apres.nombres


def test_un_soin_qui_nuit_est_defait(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """A wrong choice is caught by the reading: the page is read untreated as well, and the better reading kept."""
    monkeypatch.setattr(redressement, "choisir", lambda _: ("epaissir",))
    monkeypatch.setattr(
        redressement, "nettoyer", lambda p, _d, _v, soins: cv2.erode(p, np.ones((11, 11), np.uint8)) if soins else p
    )
    pdf = tmp_path / "page.pdf"
    pdf.write_bytes(img2pdf.convert([scan("propre").octets()]) or b"")
    (texte,) = lecteurs.LECTEURS["simple"](pdf)
    assert mesures.comparer(PAGE.texte, texte).wer < 0.05


def test_une_page_tres_pale_est_lue_et_le_seul_verso_ne_l_est_pas(tmp_path: Path) -> None:
    """Both look blank at first; the reading tells them apart."""
    pale = np.clip(235 - (255 - PAGE.pixels.astype(np.float32)) * 0.15, 0, 255).astype(np.uint8)
    fantome = cv2.GaussianBlur(np.fliplr(DOS.pixels), (0, 0), 2.0).astype(np.float32)
    verso = (250 - 0.15 * (255 - fantome)).astype(np.uint8)
    pdf = tmp_path / "pages.pdf"
    pdf.write_bytes(img2pdf.convert([defauts.Scan(p).octets() for p in (pale, verso)]) or b"")
    lue, blanche = lecteurs.LECTEURS["simple"](pdf)
    assert mesures.comparer(PAGE.texte, lue).wer < 0.05
    assert blanche == ""


def test_mesures_du_banc() -> None:
    compte = mesures.comparer(
        "Présents : Éric DUBOIS, le 3 mai 2021", "Presents : Eric DUBOIS, le 8 mai 2021", ["Éric DUBOIS"], ["3", "2021"]
    )
    assert (compte.fautes_mots, compte.fautes_mots_plies, compte.mots, compte.fautes_lettres) == (3, 1, 8, 3)
    assert (compte.noms_lus, compte.noms, compte.nombres_lus, compte.nombres) == (0, 1, 1, 2)
    assert mesures.comparer("l’élu – « oui »", "l'élu - « oui »").fautes_mots == 0


def test_pages_du_banc_toujours_les_memes() -> None:
    encore = pages.dessiner(31, TIMES)
    assert encore.texte == PAGE.texte
    assert np.array_equal(encore.pixels, PAGE.pixels)
    assert len(PAGE.noms) > 15
    assert len(PAGE.nombres) > 8
