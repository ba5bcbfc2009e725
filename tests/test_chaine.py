"""The chain on real scans, with Tesseract: the records, and every value found again where its source says it stands."""

import json
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any
from unittest import mock

import numpy as np
import pytest
from documents import ACTE
from fabrique import ECHANTILLONS, lire, noms
from numpy.typing import NDArray
from rapidfuzz import fuzz
from test_validation import une_source_par_feuille

from modeles.lecture import Endroit, Lecture, Source
from modeles.texte import plier
from outils.figer import PAGES
from pipeline import chaine, donnees, personnes
from pipeline.etapes.ocr import tesseract
from pipeline.reglages import Reglages

Gris = NDArray[np.uint8]
RACINE = ECHANTILLONS.parent
SLUGS = ("tete-beche-2011", "comptes-incoherents-2015", "telephone-2022", "texte-natif-2023")
QUARTS = {("tete-beche-2011", 1): 3, ("tete-beche-2011", 2): 2}
"""(sample, page) -> quarter turns, counter-clockwise, that put the page as stored upright."""
DPI = 200


def scan(slug: str) -> Path:
    return ECHANTILLONS / slug / "scan.pdf"


@pytest.fixture(scope="module")
def lectures() -> Callable[[str], Lecture]:
    """The reading of a sample, made once."""
    faites: dict[str, Lecture] = {}

    def lue(slug: str) -> Lecture:
        if slug not in faites:
            faites[slug] = chaine.lire(scan(slug), Reglages())
        return faites[slug]

    return lue


# --- The records ------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("slug", SLUGS)
def test_la_fiche_est_la_vraie(slug: str, lectures: Callable[[str], Lecture]) -> None:
    (vraie,) = json.loads((ECHANTILLONS / slug / "attendu.json").read_text(encoding="utf-8"))["deliberations"]
    (lue,) = noms(lectures(slug).model_dump(mode="json")["deliberations"])
    for champ in ("numero", "presences", "procurations"):
        assert lue[champ] == vraie[champ], champ
    for champ in ("date", "heure", "president", "secretaire"):
        assert lue["seance"][champ] == vraie["seance"][champ], champ
    for champ in ("resultat", "unanimite", "pour", "contre", "abstentions", "noms_contre"):
        assert lue["decision"]["vote"][champ] == vraie["decision"]["vote"][champ], champ
    assert lue["signataires"] == vraie["signataires"]
    assert [plier(v) for v in lue["visas"]] == [plier(v) for v in vraie["visas"]]


def test_un_document_qui_se_contredit_est_partiel(lectures: Callable[[str], Lecture]) -> None:
    assert lectures("comptes-incoherents-2015").statut == "partielle"
    assert {lectures(s).statut for s in SLUGS if s != "comptes-incoherents-2015"} == {"complete"}


# --- Every value stands where its source says -------------------------------------------------------------------------


def dessiner(slug: str) -> dict[int, Gris]:
    """The pages as a PDF viewer shows them, grey, 200 dpi."""
    import pypdfium2

    pdf = pypdfium2.PdfDocument(scan(slug))
    return {n: np.asarray(p.render(scale=DPI / 72).to_pil().convert("L")) for n, p in enumerate(pdf, start=1)}


def decouper(image: Gris, endroit: Endroit, quarts: int) -> Gris:
    """What stands in the box and two points around it, upright."""
    x0, y0, x1, y1 = (round(v * DPI / 72) for v in endroit.boite)
    marge = round(2 * DPI / 72)
    morceau = image[max(0, y0 - marge) : y1 + marge, max(0, x0 - marge) : x1 + marge]
    return np.rot90(morceau, quarts)


def relire(morceaux: dict[Endroit, Gris]) -> dict[Endroit, str]:
    """OCR again, on the pieces alone: one under the other on a white sheet, read in one go.

    With the data of the system: where there are better ones, they read the page, and the judge is another.
    """
    blanc, y = 16, 16
    largeur = max(m.shape[1] for m in morceaux.values()) + 2 * blanc
    feuille = np.full((sum(m.shape[0] + blanc for m in morceaux.values()) + blanc, largeur), 255, dtype=np.uint8)
    bandes: list[tuple[int, int, Endroit]] = []
    for endroit, morceau in morceaux.items():
        h, w = morceau.shape
        feuille[y : y + h, blanc : blanc + w] = morceau
        bandes.append((y - blanc // 2, y + h + blanc // 2, endroit))
        y += h + blanc
    lus: dict[Endroit, str] = dict.fromkeys(morceaux, "")
    with mock.patch.object(donnees, "DOSSIER", Path("nulle-part")):
        mots = tesseract(1, Reglages(), feuille, DPI, psm=6)
    for mot in mots:
        milieu = (mot.boite[1] + mot.boite[3]) / 2 * DPI / 72
        endroit = next(e for haut, bas, e in bandes if haut <= milieu <= bas)
        lus[endroit] += f" {mot.brut}"
    return lus


def lettres(texte: str) -> str:
    return "".join(c for c in plier(texte) if c.isalnum())


@pytest.mark.parametrize("slug", ["comptes-incoherents-2015", "tete-beche-2011", "texte-natif-2023"])
def test_chaque_valeur_est_sur_l_image_a_l_endroit_de_sa_source(slug: str, lectures: Callable[[str], Lecture]) -> None:
    lecture = lectures(slug)
    une_source_par_feuille(lecture)
    images = dessiner(slug)
    endroits = list(dict.fromkeys(e for s in lecture.sources.values() for e in s.endroits))
    morceaux = {e: decouper(images[e.page], e, QUARTS.get((slug, e.page), 0)) for e in endroits}
    for endroit, morceau in morceaux.items():
        assert (morceau < 140).mean() > 0.02, f"pas d'encre : {endroit}"
    relus = relire(morceaux)

    def ressemblance(source: Source) -> float:
        """How much the words of the source and what stands in its boxes, all of it, are the same letters."""
        ici = lettres("".join(relus[e] for e in source.endroits))
        return fuzz.ratio(lettres(source.brut), ici) / 100

    faux = {
        pointeur: (source.brut, [relus[e] for e in source.endroits])
        for pointeur, source in lecture.sources.items()
        if ressemblance(source) < 0.8
    }
    assert faux == {}
    assert all(s.endroits and s.brut for s in lecture.sources.values())


@pytest.mark.parametrize("slug", SLUGS)
def test_chaque_boite_est_dans_la_page(slug: str, lectures: Callable[[str], Lecture]) -> None:
    import pypdfium2

    tailles = [p.get_size() for p in pypdfium2.PdfDocument(scan(slug))]
    for pointeur, source in lectures(slug).sources.items():
        for endroit in source.endroits:
            largeur, hauteur = tailles[endroit.page - 1]
            x0, y0, x1, y1 = endroit.boite
            assert -1 <= x0 < x1 <= largeur + 1, pointeur
            assert -1 <= y0 < y1 <= hauteur + 1, pointeur


@pytest.mark.parametrize("slug", SLUGS)
def test_les_noms_se_lisent_dans_leur_source(slug: str, lectures: Callable[[str], Lecture]) -> None:
    """The value against the raw words: alike unless the roll or the dictionary repaired it, which the source says."""
    lecture = lectures(slug)
    lus = 0
    for pointeur, source in lecture.sources.items():
        if pointeur.endswith(("/nom_complet", "/numero", "/objet")) and source.nature == "lu":
            assert lettres(lecture.feuille(pointeur)) in lettres(source.brut), pointeur
            lus += 1
    assert lus >= 8


# --- Replay -----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("slug", ["comptes-incoherents-2015", "texte-natif-2023"])
def test_des_pages_gelees_donnent_la_meme_lecture(slug: str, lectures: Callable[[str], Lecture]) -> None:
    faites: list[tuple[int, int]] = []
    pages = chaine.lire_images(scan(slug), Reglages(), lambda fait, total: faites.append((fait, total)))
    gelees = PAGES.dump_json(pages)
    rejouee = chaine.lire_pages(PAGES.validate_json(gelees), chaine.decrire(scan(slug), len(pages)))
    assert rejouee == lectures(slug)
    assert rejouee.model_dump_json() == lectures(slug).model_dump_json()
    assert faites == [(n, len(pages)) for n in range(1, len(pages) + 1)]


def test_un_texte_gele_aussi(tmp_path: Path) -> None:
    fichier = tmp_path / "acte.txt"
    fichier.write_text(ACTE, encoding="utf-8")
    lecture = chaine.lire(fichier, Reglages(), texte=True)
    gelees = PAGES.dump_json(chaine.lire_texte(fichier))
    assert chaine.lire_pages(PAGES.validate_json(gelees), lecture.document) == lecture
    une_source_par_feuille(lecture)
    assert lecture.deliberations == lire(ACTE).deliberations
    assert (lecture.document.nom, lecture.document.pages) == ("acte.txt", 1)


# --- spaCy ------------------------------------------------------------------------------------------------------------

SANS_SPACY = """
import sys
from pathlib import Path
from pipeline import chaine
from pipeline.reglages import Reglages
assert "spacy" not in sys.modules, "importée avec la chaîne"
assert chaine.lire(Path(sys.argv[1]), Reglages()).statut == "complete"
assert "spacy" not in sys.modules, "chargée sans besoin"
"""


def test_spacy_n_est_pas_charge_sans_besoin() -> None:
    fini = subprocess.run(
        [sys.executable, "-c", SANS_SPACY, str(scan("texte-natif-2023"))],
        cwd=RACINE, capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert fini.returncode == 0, fini.stderr


def test_spacy_n_est_charge_qu_une_fois(monkeypatch: pytest.MonkeyPatch) -> None:
    import spacy

    charges: list[str] = []
    charger = spacy.load

    def compter(nom: str, **options: Any) -> Any:
        charges.append(nom)
        return charger(nom, **options)

    personnes._modele.cache_clear()
    monkeypatch.setattr(spacy, "load", compter)
    texte = "Jean Martin présente le projet, que Claire Dubois a préparé."
    cites = [texte[a:b] for a, b in personnes.personnes_citees(texte)]
    assert cites == ["Jean Martin", "Claire Dubois"]
    assert personnes.personnes_citees("Le conseil approuve le budget.") == ()
    nu = ACTE.replace("Madame le Maire expose", "Jean Dupont présente le projet et expose")
    assert lire(nu).deliberations[0].rapporteur is not None
    assert charges == [personnes.MODELE]
