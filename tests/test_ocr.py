"""Step 2: from a page to its words. Tesseract is really run, on small pages drawn here."""

import io
import sys
import time
from pathlib import Path
from typing import Any, Literal

import numpy as np
import pytesseract
import pytest
from PIL import Image as pillow
from PIL import ImageDraw, ImageFont
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen import canvas

from modeles.page import Page
from pipeline.erreurs import ErreurEnvironnement
from pipeline.etapes import couche_texte, ocr
from pipeline.etapes.images import ouvrir
from pipeline.etapes.moteurs import choisir
from pipeline.etapes.ocr import lire_page, pages_de_texte
from pipeline.reglages import Reglages

R = Reglages()
POLICE = "/usr/share/fonts/truetype/dejavu/DejaVuSerif.ttf"
TEXTE = (
    "Le conseil municipal, légalement convoqué, s'est réuni",
    "sous la présidence de Monsieur Étienne LE CARPENTIER, Maire.",
    "Présents : Mme Gwénaëlle SEHIER, M. Mickaël HEUZÉ.",
    "Vu le Code général des collectivités territoriales ;",
    "Considérant que le projet répond à l'intérêt communal,",
    "après en avoir délibéré, à l'unanimité, décide",
    "d'approuver la convention et d'autoriser le Maire à la signer.",
)


def feuille(*lignes: str, dpi: int = 200) -> pillow.Image:
    """A grey A5 page of 11 point print."""
    image = pillow.new("L", (round(5.83 * dpi), round(8.27 * dpi)), 250)
    police = ImageFont.truetype(POLICE, round(11 / 72 * dpi))
    for n, ligne in enumerate(lignes):
        ImageDraw.Draw(image).text((0.5 * dpi, (0.6 + 0.25 * n) * dpi), ligne, fill=20, font=police)
    return image


def lire(chemin: Path, image: pillow.Image, reglages: Reglages = R) -> Page:
    image.save(chemin, dpi=(200, 200))
    with ouvrir(chemin, reglages) as scan:
        return lire_page(scan, 1, reglages)


def texte(page: Page) -> str:
    return " ".join(x.texte for x in page.lignes)


def test_une_page_droite(tmp_path: Path) -> None:
    page = lire(tmp_path / "a.png", feuille(*TEXTE))
    assert [x.texte for x in page.lignes] == list(TEXTE)
    assert page.origine == "ocr"
    assert page.anomalies == ()
    premier = page.lignes[0].mots[0]
    assert premier.boite[0] == pytest.approx(36, abs=3)
    assert premier.boite[1] == pytest.approx(0.6 * 72 + 3, abs=4)


@pytest.mark.parametrize("tour", [90, 180, 270])
def test_une_page_tournee_est_lue_et_ses_boites_ramenees(tmp_path: Path, tour: int) -> None:
    page = lire(tmp_path / "a.png", feuille(*TEXTE).rotate(tour, expand=True))
    assert "Gwénaëlle SEHIER" in texte(page)
    assert page.largeur < page.hauteur
    x0, y0, x1, y1 = page.boite_scan(page.lignes[0].mots[0].boite)
    petit, grand = 5.83 * 72, 8.27 * 72  # where "Le" of the first line went
    attendu = {90: (50, petit - 42), 180: (petit - 42, grand - 50), 270: (grand - 50, 42)}[tour]
    assert ((x0 + x1) / 2, (y0 + y1) / 2) == pytest.approx(attendu, abs=9)


def test_une_page_penchee_donne_des_lignes_droites(tmp_path: Path) -> None:
    page = lire(tmp_path / "a.png", feuille(*TEXTE).rotate(2.5, fillcolor=250, resample=pillow.Resampling.BICUBIC))
    assert "Étienne LE CARPENTIER" in texte(page)
    hauts = [m.boite[3] for m in page.lignes[0].mots]
    assert max(hauts) - min(hauts) < 4
    assert page.vers_scan[1] != 0


def test_une_page_blanche_ne_donne_aucun_doute(tmp_path: Path) -> None:
    page = lire(tmp_path / "a.png", feuille())
    assert page.origine == "vide"
    assert page.lignes == ()
    assert [(a.code, a.gravite) for a in page.anomalies] == [("page-blanche", "info")]


def test_un_souligne_ne_gene_pas(tmp_path: Path) -> None:
    image = feuille(*TEXTE)
    dessin = ImageDraw.Draw(image)
    for n in range(len(TEXTE)):
        y = (0.6 + 0.25 * n) * 200 + 31
        dessin.line((100, y, 700, y), fill=20, width=3)
    assert "Gwénaëlle SEHIER" in texte(lire(tmp_path / "a.png", image))


def test_page_abimee_rendue_vide_avec_son_numero(tmp_path: Path) -> None:
    feuille(*TEXTE).save(tmp_path / "a.png")
    octets = bytearray((tmp_path / "a.png").read_bytes())
    octets[len(octets) // 2 : len(octets) // 2 + 300] = bytes(300)
    (tmp_path / "a.png").write_bytes(octets)
    with ouvrir(tmp_path / "a.png", R) as scan:
        page = lire_page(scan, 1, R)
    assert (page.numero, page.origine, page.lignes) == (1, "vide", ())
    assert [(a.code, a.gravite, a.page) for a in page.anomalies] == [("page-illisible", "erreur", 1)]


def test_delai_depasse(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def trop_long(*_: object, **options: Any) -> None:
        assert options["timeout"] == 7
        raise RuntimeError("Tesseract process timeout")

    monkeypatch.setattr(pytesseract, "image_to_data", trop_long)
    page = lire(tmp_path / "a.png", feuille(*TEXTE), Reglages(delai_page=7))
    assert page.anomalies[0].code == "page-illisible"
    assert "7 secondes" in page.anomalies[0].message


def test_tesseract_absent(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pytesseract.pytesseract, "tesseract_cmd", str(tmp_path / "absent"))
    with pytest.raises(ErreurEnvironnement):
        lire(tmp_path / "a.png", feuille(*TEXTE))


@pytest.mark.parametrize("moteur", ["tesseract", "tesserocr"])
def test_chaque_moteur_lit_et_oriente(moteur: Literal["tesseract", "tesserocr"]) -> None:
    """Both keep the Protocol: words with boxes on the print, one line a line, and which way is up."""
    reglages = Reglages(moteur=moteur)
    pixels = np.asarray(feuille(*TEXTE), np.uint8)
    lus = choisir(moteur).lire(pixels, 200, 3, reglages)
    assert " ".join(x.texte for x in lus[:8]) == "Le conseil municipal, légalement convoqué, s'est réuni sous"
    assert len({x.ligne for x in lus}) == len(TEXTE)
    x, y, large, haut = lus[2].cadre
    assert pixels[y : y + haut, x : x + large].min() < 60
    assert all(0.5 < m.confiance <= 1 for m in lus)
    assert choisir(moteur).orienter(np.rot90(pixels, 2), 200, reglages)[0] == 180
    assert choisir(moteur).orienter(np.full((300, 300), 255, np.uint8), 200, reglages) == (0, 0)
    with pytest.raises(ErreurEnvironnement, match="xyz"):
        choisir(moteur).lire(pixels, 200, 3, Reglages(moteur=moteur, langue="xyz"))


def test_delai_de_la_bibliotheque(monkeypatch: pytest.MonkeyPatch) -> None:
    from pipeline.etapes.moteurs import bibliotheque

    class Lente:
        efface = False

        def __getattr__(self, nom: str) -> Any:
            return lambda *_: None

        def Recognize(self, millisecondes: int) -> bool:
            assert millisecondes == 7000
            return False

        def Clear(self) -> None:
            self.efface = True

    lente = Lente()
    monkeypatch.setattr(bibliotheque, "_api", lambda *_: lente)
    with pytest.raises(TimeoutError):
        bibliotheque.Bibliotheque().lire(np.full((9, 9), 255, np.uint8), 200, 3, Reglages(delai_page=7))
    assert lente.efface


def test_moteur_absent(monkeypatch: pytest.MonkeyPatch) -> None:
    from pipeline.etapes.moteurs import bibliotheque

    bibliotheque.moteur.cache_clear()
    monkeypatch.setitem(sys.modules, "tesserocr", None)
    with pytest.raises(ErreurEnvironnement, match=r"greffier\[rapide\]"):
        choisir("tesserocr")
    bibliotheque.moteur.cache_clear()


def test_langue_absente(tmp_path: Path) -> None:
    with pytest.raises(ErreurEnvironnement, match="xyz"):
        lire(tmp_path / "a.png", feuille(*TEXTE), Reglages(langue="xyz"))


COLONNES = ("text", "conf", "left", "top", "width", "height", "block_num", "par_num", "line_num")


def test_un_seul_fil_par_tesseract(monkeypatch: pytest.MonkeyPatch) -> None:
    import os

    vus: list[str | None] = []

    def espion(*_: object, **__: object) -> dict[str, list[object]]:
        vus.append(os.environ.get("OMP_THREAD_LIMIT"))
        return {c: [] for c in COLONNES}

    monkeypatch.delenv("OMP_THREAD_LIMIT", raising=False)
    monkeypatch.setattr(pytesseract, "image_to_data", espion)
    assert ocr.tesseract(1, R, np.full((20, 20), 255, np.uint8), 200) == []
    assert vus == ["1"]
    assert "OMP_THREAD_LIMIT" not in os.environ


def pdf_texte(chemin: Path, lignes: tuple[str, ...], fond: pillow.Image | None = None, x: float = 60) -> Path:
    dessin = canvas.Canvas(str(chemin), pagesize=(420, 595))
    if fond is not None:
        tampon = io.BytesIO()
        fond.save(tampon, "PNG")
        tampon.seek(0)
        dessin.drawImage(ImageReader(tampon), 0, 0, 420, 595)
    dessin.setFont("Helvetica", 10)
    for n, ligne in enumerate(lignes):
        dessin.drawString(x, 500 - 14 * n, ligne)
    dessin.save()
    return chemin


def test_couche_de_texte_saine_prise_telle_quelle(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pytesseract, "image_to_data", lambda *_, **__: pytest.fail("OCR"))
    with ouvrir(pdf_texte(tmp_path / "a.pdf", TEXTE), R) as scan:
        page = lire_page(scan, 1, R)
    assert page.origine == "couche_texte"
    assert [x.texte for x in page.lignes] == list(TEXTE)
    assert page.lignes[0].mots[0].boite == pytest.approx((60, 87.5, 71, 95), abs=2)


def test_couche_de_texte_d_un_ocr_anglais_jetee(tmp_path: Path) -> None:
    faux = tuple(x.replace("é", "è").replace("l'", "I'").replace(" à ", " & ") for x in TEXTE)
    assert not couche_texte.est_francais(" ".join(faux))
    assert couche_texte.est_francais(" ".join(TEXTE))
    assert not couche_texte.est_francais("\ue001\ue002\ue003 " * 40)
    assert not couche_texte.est_francais("xkcd qzrt vbnm " * 40)


def test_tampon_seul_dans_la_couche(tmp_path: Path) -> None:
    """The page is recognised; the stamp's words come from the layer, exact, and OCR's are not there twice."""
    tampon = ("Envoyé en préfecture le 21/12/2023", "ID : 030-213001100-20231215-PV17112023-AU")
    chemin = pdf_texte(tmp_path / "a.pdf", tampon, feuille("", "", "", "", "", "", "", *TEXTE), x=150)
    with ouvrir(chemin, R) as scan:
        page = lire_page(scan, 1, R)
    assert page.origine == "ocr"
    assert [x.texte for x in page.lignes if x.region == "tampon"] == list(tampon)
    assert all(m.confiance == 1.0 for x in page.lignes if x.region == "tampon" for m in x.mots)
    assert "Gwénaëlle SEHIER" in texte(page)
    assert texte(page).count("030-213001100") == 1


def test_pages_de_texte() -> None:
    pages = pages_de_texte("Séance du 3 mai\n\n    Présents : l’adjoint\nM. X\n\fsuite\n\f")
    assert [p.numero for p in pages] == [1, 2]
    assert [(x.texte, x.bloc) for x in pages[0].lignes] == [
        ("Séance du 3 mai", 0),
        ("Présents : l'adjoint", 1),
        ("M. X", 1),
    ]
    assert pages[0].lignes[1].mots[-1].brut == "l’adjoint"
    assert pages[0].lignes[1].boite[0] > pages[0].lignes[2].boite[0]
    assert pages[0].lignes[1].boite[3] <= pages[0].lignes[2].boite[1]
    assert {m.confiance for p in pages for x in p.lignes for m in x.mots} == {1.0}
    assert pages_de_texte("")[0].origine == "vide"


def test_mise_en_page_bornee_dans_le_temps() -> None:
    """Five thousand scattered words are laid out in seconds."""
    from pipeline.etapes.filets import Filets
    from pipeline.etapes.mise_en_page import disposer
    from pipeline.etapes.mots import faire_mot

    hasard = np.random.default_rng(7)
    places = [(float(hasard.uniform(0, 560)), float(hasard.uniform(0, 800))) for _ in range(2000)]
    semis = [faire_mot("mot", 1, (x, y, x + 18, y + 8), 0.9) for x, y in places]
    debut = time.process_time()
    assert sum(len(x.mots) for x in disposer(semis, Filets())) == 2000
    assert time.process_time() - debut < 5


def test_lettres_lues_deux_fois_relues_en_une_ligne() -> None:
    """Two words of one line that cover each other are one word cut badly: the strip is read again as a whole."""
    from pipeline.etapes.filets import Filets
    from pipeline.etapes.mots import faire_mot
    from pipeline.etapes.redressement import Redressee
    from pipeline.etapes.relecture import Lecture, relire_douteux

    page = Redressee(np.full((400, 600), 255, np.uint8), 72, (1, 0, 0, 0, 1, 0, 0, 0, 1))
    lus = (
        faire_mot("Quor", 1, (100, 100, 120, 108), 0.92),
        faire_mot("uorum", 1, (106, 101, 137, 107), 0.89),
        faire_mot("ailleurs", 1, (100, 200, 140, 208), 0.95),
    )

    def lecteur(pixels: Any, dpi: float, psm: int, origine: tuple[float, float] = (0.0, 0.0)) -> list[Any]:
        return [faire_mot("Quorum", 1, (14, 14, 50, 22), 0.9)]

    mots = relire_douteux(Lecture(page, np.zeros_like(page.pixels), lus, Filets()), lecteur)
    assert sorted(m.texte for m in mots) == ["Quorum", "ailleurs"]


def test_une_ligne_courte_sans_mot_est_lue() -> None:
    """A short line that the first reading left out, far from any other, is found by its ink and read."""
    from pipeline.etapes.filets import Filets
    from pipeline.etapes.mots import faire_mot
    from pipeline.etapes.redressement import Redressee
    from pipeline.etapes.relecture import Lecture, completer

    image = pillow.new("L", (600, 400), 255)
    ImageDraw.Draw(image).text((100, 200), "Pour : 55", fill=0, font=ImageFont.truetype(POLICE, 12))
    page = Redressee(np.asarray(image), 72, (1, 0, 0, 0, 1, 0, 0, 0, 1))
    lus = [faire_mot("ailleurs", 1, (100, 100, 140, 109), 0.95)]
    demandes: list[tuple[int, ...]] = []

    def lecteur(pixels: Any, dpi: float, psm: int, origine: tuple[float, float] = (0.0, 0.0)) -> list[Any]:
        demandes.append(pixels.shape)
        return [faire_mot(t, 1, (x, 18, x + 20, 26), 0.9) for t, x in (("Pour", 16), ("55", 48))]

    mots, anomalies = completer(Lecture(page, np.zeros_like(page.pixels), tuple(lus), Filets()), lus, [], lecteur)
    assert [m.texte for m in mots] == ["ailleurs", "Pour", "55"]
    assert anomalies == ()
    assert all(200 < m.boite[1] < m.boite[3] < 216 for m in mots[1:])
    assert len(demandes) == 1


@pytest.mark.parametrize(
    ("mots", "tient_"),
    [
        ((("Pour:", 0.37), ("55", 0.37)), True),
        ((("ÀÎ", 0.4), ("Pour", 0.4), ("v~", 0.4)), False),
        ((("Te", 0.6),), False),
    ],
)
def test_une_ligne_douteuse_reste_si_elle_a_l_air_d_un_texte(mots: tuple[tuple[str, float], ...], tient_: bool) -> None:
    from pipeline.etapes.mots import faire_mot, tient

    assert tient([faire_mot(t, 1, (20 * i, 0, 20 * i + 15, 9), c) for i, (t, c) in enumerate(mots)]) is tient_


def _page_de_machine(mots: tuple[str, ...], corps: int = 22) -> tuple[Any, list[Any]]:
    """The ink of words drawn in a fixed pitch at 144 dpi, one a line, and the words in their boxes."""
    from pipeline.etapes.mots import faire_mot
    from pipeline.etapes.redressement import encre

    police = ImageFont.truetype("/usr/share/fonts/truetype/dejavu/DejaVuSansMono.ttf", corps)
    image = pillow.new("L", (500, 40 * len(mots) + 40), 255)
    boites = []
    for n, mot in enumerate(mots):
        ImageDraw.Draw(image).text((40, 40 * n + 20), mot, fill=0, font=police)
        boites.append(ImageDraw.Draw(image).textbbox((40, 40 * n + 20), mot, font=police))
    lus = [
        faire_mot(m, 1, (x0 / 2, y0 / 2, x1 / 2, y1 / 2), 0.9) for m, (x0, y0, x1, y1) in zip(mots, boites, strict=True)
    ]
    return encre(np.asarray(image)), lus


@pytest.mark.parametrize("repete", [1, 8], ids=["mots mesurés un à un", "chasse fixe"])
def test_la_casse_se_mesure_sur_l_encre(repete: int) -> None:
    """Letters whose capital has the same shape take the case of their height; what was read stays in ``brut``."""
    from pipeline.etapes.glyphes import mettre_la_casse

    vrais = ("commune", "Conseil", "travaux", "Sandrine", "convocation") * repete
    lus = ("Commune", "Conseil", "traVaux", "sandrine", "conVoCation") * repete
    noir, mots = _page_de_machine(vrais)
    faux = [m.model_copy(update={"texte": lu, "brut": lu}) for m, lu in zip(mots, lus, strict=True)]
    sortie = mettre_la_casse(noir, 144, faux)
    assert tuple(m.texte for m in sortie) == vrais
    assert tuple(m.brut for m in sortie) == lus
    assert {m.correction for m in sortie} == {None, "glyphes:casse"}


def test_un_filet_en_marge_n_est_pas_une_lettre() -> None:
    from modeles.page import Ligne
    from pipeline.etapes.mots import faire_mot, nettoyer

    filet = faire_mot("Î", 1, (57, 719, 60, 738), 0.81)
    suite = [faire_mot("2021-04-03", 1, (70, 724, 130, 736), 0.93), faire_mot("Compte", 1, (140, 724, 180, 736), 0.96)]
    ile = faire_mot("Î", 1, (57, 724, 60, 736), 0.81)
    (ligne,) = nettoyer([Ligne(mots=(filet, *suite), bloc=0)])
    assert ligne.texte == "2021-04-03 Compte"
    assert nettoyer([Ligne(mots=(ile, *suite), bloc=0)])[0].texte == "Î 2021-04-03 Compte"


def test_une_page_ecrite_a_la_main_est_dite_telle(tmp_path: Path) -> None:
    """Loops of a pen under a printed heading: the heading is read, the pen is named and not read into words."""
    hasard = np.random.default_rng(3)
    image = feuille("MAIRIE DE VALMONT-SUR-LOIRE")
    trait = ImageDraw.Draw(image)
    for y in range(300, 1500, 62):
        x = 160.0
        while x < 1100:
            boucle = [(t, -15 * (1 - np.cos(t))) for t in np.linspace(0, 2 * np.pi * hasard.integers(2, 8), 60)]
            trait.line([(x + 3 * t + 6 * np.sin(t), y + dy + hasard.normal()) for t, dy in boucle], fill=50, width=3)
            x += 3 * boucle[-1][0] + hasard.uniform(24, 40)
    page = lire(tmp_path / "a.png", image)
    assert [(a.code, a.gravite) for a in page.anomalies][:1] == [("page-mal-lue", "doute")]
    assert [ligne.texte for ligne in page.lignes] == ["MAIRIE DE VALMONT-SUR-LOIRE"]
