"""SEDA 2.3: the structure of the message against the order of the schema, every file described by its own digest.

The schema itself is not ours to ship: with GREFFIER_XSD_SEDA=/path/to/seda-2.3-main.xsd, the message is validated too.
"""

import hashlib
import os
from pathlib import Path
from typing import Any

import pytest
from exportateur import exporter, sommes_justes
from lxml import etree

from modeles.fiche import Fiche
from pipeline.exports import seda
from pipeline.fiches import fiches
from pipeline.registre.ouverture import ouvrir

NS = {"s": seda.ESPACE}
VERSEMENT = ("--service-archives", "FRAD030", "--service-versant", "213001100", "--accord", "ACCORD-1")
XSD = os.environ.get("GREFFIER_XSD_SEDA")
ORDRES = {
    "ArchiveTransfer": "Comment Date MessageIdentifier ArchivalAgreement CodeListVersions DataObjectPackage "
                       "ArchivalAgency TransferringAgency",
    "CodeListVersions": "ReplyCodeListVersion MessageDigestAlgorithmCodeListVersion FileFormatCodeListVersion "
                        "AccessRuleCodeListVersion",
    "DataObjectPackage": "DataObjectGroup DescriptiveMetadata ManagementMetadata",
    "BinaryDataObject": "DataObjectVersion Uri MessageDigest Size FormatIdentification FileInfo",
    "FormatIdentification": "MimeType FormatId",
    "ArchiveUnit": "Management Content DataObjectReference ArchiveUnit",
    "Content": "DescriptionLevel Title OriginatingSystemId OriginatingAgencyArchiveUnitIdentifier Description "
               "DocumentType Language Keyword OriginatingAgency SentDate ReceivedDate StartDate EndDate",
    "Keyword": "KeywordContent KeywordReference KeywordType",
    "AccessRule": "Rule StartDate",
}  # fmt: skip
"""Element -> its children, in the order of seda-2.3-main.xsd and of those that it includes."""


@pytest.fixture(scope="module")
def versement(importes: tuple[Path, str], tmp_path_factory: pytest.TempPathFactory) -> Path:
    dossier = tmp_path_factory.mktemp("seda") / "versement"
    assert exporter(importes[1], dossier, "seda", *VERSEMENT) == 0
    return dossier


@pytest.fixture(scope="module")
def message(versement: Path) -> Any:
    return etree.parse(str(versement / "manifest.xml")).getroot()


def textes(message: Any, chemin: str) -> list[str]:
    return [x.text for x in message.xpath(chemin, namespaces=NS)]


def test_ordre_du_schema(message: Any) -> None:
    for element in message.iter():
        nom = etree.QName(element).localname
        if nom in ORDRES:
            rangs = [ORDRES[nom].split().index(etree.QName(e).localname) for e in element]
            assert rangs == sorted(rangs), nom


def test_chaque_fichier_est_decrit_et_chaque_lien_mene_quelque_part(versement: Path, message: Any) -> None:
    assert sommes_justes(versement)
    decrits = {}
    for objet in message.xpath("//s:BinaryDataObject", namespaces=NS):
        (uri,), (dit,), (taille,) = (textes(objet, f"s:{n}") for n in ("Uri", "MessageDigest", "Size"))
        contenu = (versement / uri).read_bytes()
        assert (hashlib.sha512(contenu).hexdigest(), len(contenu)) == (dit, int(taille))
        decrits[uri] = textes(objet, ".//s:FormatId")
    assert set(decrits) == {f"content/{f.name}" for f in (versement / "content").iterdir()}
    assert decrits[next(u for u in decrits if u.endswith("-scan.pdf"))][0].startswith("fmt/")
    ids = message.xpath("//@id")
    assert len(ids) == len(set(ids))
    groupes = message.xpath("//s:DataObjectGroup/@id", namespaces=NS)
    assert sorted(textes(message, "//s:DataObjectGroupReferenceId")) == sorted(groupes)


def test_les_unites_sont_les_documents_et_leurs_actes(
    importes: tuple[Path, str], versement: Path, message: Any
) -> None:
    with ouvrir(importes[1], creer=False) as registre:
        toutes = list(fiches(registre))
    assert textes(message, "//s:DescriptiveMetadata/s:ArchiveUnit/s:Content/s:DescriptionLevel") == ["File"] * 2
    actes = message.xpath("//s:ArchiveUnit/s:ArchiveUnit", namespaces=NS)
    for fiche, acte in zip(toutes, actes, strict=True):
        assert textes(acte, "s:Content/s:OriginatingSystemId") == [fiche.id]
        assert textes(acte, "s:Content/s:StartDate") == [str(fiche.seance.date)] * bool(fiche.seance.date)
        assert textes(acte, "s:Management/s:AccessRule/s:Rule") == ["ACC-00001"]
        assert Fiche.model_validate_json((versement / f"content/{fiche.id}.json").read_bytes()) == fiche
    assert textes(message, "s:ArchivalAgency/s:Identifier") == ["FRAD030"]
    assert textes(message, "s:ArchivalAgreement") == ["ACCORD-1"]


def test_le_meme_registre_le_meme_message(importes: tuple[Path, str], versement: Path, tmp_path: Path) -> None:
    assert exporter(importes[1], tmp_path / "v", "seda", *VERSEMENT) == 0
    assert (tmp_path / "v/SHA256SUMS").read_text() == (versement / "SHA256SUMS").read_text()


def test_un_scan_deplace_n_est_pas_verse(
    importes: tuple[Path, str], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    scan = importes[0] / "telephone-2022.pdf"
    scan.rename(scan.with_suffix(".ailleurs"))
    try:
        assert exporter(importes[1], tmp_path / "v", "seda", *VERSEMENT) == 5
    finally:
        scan.with_suffix(".ailleurs").rename(scan)
    assert "n'est plus là où il a été lu" in capsys.readouterr().err
    message = etree.parse(str(tmp_path / "v/manifest.xml"))
    assert len(message.xpath("//s:DescriptiveMetadata/s:ArchiveUnit", namespaces=NS)) == 1
    uris = {f"content/{f.name}" for f in (tmp_path / "v/content").iterdir()}
    assert {x.text for x in message.xpath("//s:Uri", namespaces=NS)} == uris


def test_sans_service_rien(importes: tuple[Path, str], tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert exporter(importes[1], tmp_path / "v", "seda") == 3
    assert "--service-archives" in capsys.readouterr().err
    assert list(tmp_path.iterdir()) == []


if XSD:

    def test_valide_par_le_schema(message: Any) -> None:
        etree.XMLSchema(etree.parse(XSD)).assertValid(message)
