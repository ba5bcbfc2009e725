"""SEDA 2.3 (Standard d'échange de données pour l'archivage): an ArchiveTransfer, ``manifest.xml`` and ``content/``.

A unit a document (File), with the group of its scan, its PDF/A and its ALTO pages; under it a unit an act (Item), with
its JSON record. Every file is named by its digest and described with its own. The message has no clock of its own: its
date is that of the last reading, so that the same registre gives the same bytes. Schema: SIAF, seda-2.3-main.xsd.
"""

import hashlib
import shutil
from collections.abc import Iterator, Sequence
from contextlib import ExitStack
from pathlib import Path
from typing import IO, NamedTuple, Self
from xml.etree import ElementTree as ET
from xml.sax.saxutils import escape

from modeles.fiche import Fiche
from modeles.lecture import Document
from pipeline.exports._xml import ajouter, octets, propre

NOM = "seda"
ESPACE = "fr:gouv:culture:archivesdefrance:seda:v2.3"
CONTENU = "content"
_PDF = {b"1.0": 14, b"1.1": 15, b"1.2": 16, b"1.3": 17, b"1.4": 18, b"1.5": 19, b"1.6": 20, b"1.7": 276}
"""Version in the head of a PDF -> its number in PRONOM, fmt/…"""
_AUTRES = {".json": ("application/json", "fmt/817"), ".xml": ("application/xml", "fmt/101"),
           ".tif": ("image/tiff", "fmt/353"), ".tiff": ("image/tiff", "fmt/353"),
           ".png": ("image/png", ""), ".jpg": ("image/jpeg", ""), ".jpeg": ("image/jpeg", "")}  # fmt: skip
"""Suffix -> MIME type, and PRONOM's id where the suffix alone tells it."""
_LISTES = ("ReplyCodeListVersion", "MessageDigestAlgorithmCodeListVersion", "FileFormatCodeListVersion",
           "AccessRuleCodeListVersion")  # fmt: skip


class Versement(NamedTuple):
    """What the transfer says of itself, given by the archives that take it."""

    service_archives: str
    service_versant: str
    accord: str | None
    regle_acces: str
    """Of the list that the agreement names."""


class Piece(NamedTuple):
    """A file of ``content/``. ``usage``: "BinaryMaster", "Dissemination", "TextContent"."""

    fichier: Path
    usage: str
    nom: str
    """The one that the archivist knows."""


class Bordereau:
    """Fill with :meth:`ajouter`, then :meth:`clore`: what is written so far stays on the disk."""

    def __init__(self, dossier: Path, versement: Versement) -> None:
        self._dossier, self._versement = dossier, versement
        (dossier / CONTENU).mkdir()
        self._pile = ExitStack()
        self._objets = self._pile.enter_context((dossier / ".objets").open("w+b"))
        self._unites = self._pile.enter_context((dossier / ".unites").open("w+b"))
        self._empreinte = hashlib.sha256()
        self._lu_le = ""

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._pile.close()
        for nom in (".objets", ".unites"):
            (self._dossier / nom).unlink(missing_ok=True)

    @property
    def contenu(self) -> Path:
        """Where the files of the transfer go."""
        return self._dossier / CONTENU

    def ajouter(self, document: Document, pieces: Sequence[Piece], fiches: Sequence[Fiche]) -> None:
        """A document, its files and its acts, whose records are written here."""
        cle = document.sha256[:16]
        unite = _unite(f"AU-{cle}", "File")
        _decrire_document(unite[-1], document, fiches)
        self._lier(unite, f"OG-{cle}", pieces)
        for fiche in fiches:
            self._lu_le = max(self._lu_le, fiche.origine.lu_le)
            json = self.contenu / f"{fiche.id}.json"
            json.write_bytes(fiche.model_dump_json().encode() + b"\n")
            acte = _unite(f"AU-{fiche.id}", "Item", self._versement, fiche)
            _decrire_acte(acte[-1], fiche)
            self._lier(acte, f"OG-{fiche.id}", [Piece(json, "TextContent", json.name)])
            unite.append(acte)
        self._unites.write(octets(unite, declaration=False))

    def _lier(self, unite: ET.Element, groupe: str, pieces: Sequence[Piece]) -> None:
        bloc = ET.Element("DataObjectGroup", id=groupe)
        versions: dict[str, int] = {}
        for n, piece in enumerate(pieces, start=1):
            versions[piece.usage] = versions.get(piece.usage, 0) + 1
            objet = ajouter(bloc, "BinaryDataObject", id=f"BDO-{groupe[3:]}-{n}")
            empreinte = _objet(objet, piece, versions[piece.usage])
            self._empreinte.update(empreinte.encode())
        self._objets.write(octets(bloc, declaration=False))
        ajouter(ajouter(unite, "DataObjectReference"), "DataObjectGroupReferenceId", groupe)

    def clore(self) -> None:
        """Write ``manifest.xml``."""
        v = self._versement
        with (self._dossier / "manifest.xml").open("wb") as sortie:
            sortie.write(f'<?xml version="1.0" encoding="UTF-8"?>\n<ArchiveTransfer xmlns="{ESPACE}">\n'.encode())
            sortie.write(_texte("Comment", "Délibérations lues par greffier."))
            sortie.write(_texte("Date", self._lu_le or "1970-01-01T00:00:00Z"))
            sortie.write(_texte("MessageIdentifier", f"greffier-{self._empreinte.hexdigest()[:32]}"))
            if v.accord:
                sortie.write(_texte("ArchivalAgreement", v.accord))
            listes = b"".join(_texte(nom, "SEDA 2.3") for nom in _LISTES)
            sortie.write(b"<CodeListVersions>\n" + listes + b"</CodeListVersions>\n<DataObjectPackage>\n")
            _verser(self._objets, sortie)
            sortie.write(b"<DescriptiveMetadata>\n")
            _verser(self._unites, sortie)
            sortie.write(b"</DescriptiveMetadata>\n<ManagementMetadata>\n")
            sortie.write(_texte("LegalStatus", "Public Archive"))
            sortie.write(b"</ManagementMetadata>\n</DataObjectPackage>\n")
            for nom, service in (("ArchivalAgency", v.service_archives), ("TransferringAgency", v.service_versant)):
                sortie.write(f"<{nom}>{_texte('Identifier', service).decode().strip()}</{nom}>\n".encode())
            sortie.write(b"</ArchiveTransfer>\n")


def _texte(nom: str, valeur: str) -> bytes:
    return f"<{nom}>{escape(propre(valeur))}</{nom}>\n".encode()


def _verser(source: IO[bytes], sortie: IO[bytes]) -> None:
    source.seek(0)
    shutil.copyfileobj(source, sortie)


# --- Files ------------------------------------------------------------------------------------------------------------


def _objet(objet: ET.Element, piece: Piece, version: int) -> str:
    """The technical description of a file; its digest."""
    with piece.fichier.open("rb") as flux:
        tete = flux.read(1024)
        flux.seek(0)
        empreinte = hashlib.file_digest(flux, "sha512").hexdigest()
    ajouter(objet, "DataObjectVersion", f"{piece.usage}_{version}")
    ajouter(objet, "Uri", f"{CONTENU}/{piece.fichier.name}")
    ajouter(objet, "MessageDigest", empreinte, algorithm="SHA-512")
    ajouter(objet, "Size", str(piece.fichier.stat().st_size))
    mime, puid = _format(piece, tete)
    forme = ajouter(objet, "FormatIdentification")
    ajouter(forme, "MimeType", mime)
    if puid:
        ajouter(forme, "FormatId", puid)
    ajouter(ajouter(objet, "FileInfo"), "Filename", piece.nom)
    return empreinte


def _format(piece: Piece, tete: bytes) -> tuple[str, str]:
    """MIME type and PRONOM's id, "" where it is not sure."""
    if piece.fichier.suffix.lower() == ".pdf":
        if piece.usage == "Dissemination":
            return "application/pdf", "fmt/477"  # PDF/A-2b, which this program writes
        numero = _PDF.get(tete.partition(b"%PDF-")[2][:3])
        return "application/pdf", f"fmt/{numero}" if numero else ""
    return _AUTRES[piece.fichier.suffix.lower()]


# --- Units ------------------------------------------------------------------------------------------------------------


def _unite(identifiant: str, niveau: str, versement: Versement | None = None, fiche: Fiche | None = None) -> ET.Element:
    """A unit with its access rule, its description last. Acts are open to all from the day they are taken (CGCT,
    L.2121-26): the rule runs from the session."""
    unite = ET.Element("ArchiveUnit", id=identifiant)
    if versement and fiche:
        regle = ajouter(ajouter(unite, "Management"), "AccessRule")
        ajouter(regle, "Rule", versement.regle_acces)
        if fiche.seance.date:
            ajouter(regle, "StartDate", str(fiche.seance.date))
    ajouter(ajouter(unite, "Content"), "DescriptionLevel", niveau)
    return unite


def _decrire_document(contenu: ET.Element, document: Document, fiches: Sequence[Fiche]) -> None:
    ajouter(contenu, "Title", document.nom)
    ajouter(contenu, "OriginatingSystemId", document.sha256)
    ajouter(contenu, "Description", f"Scan de {document.pages} page{'s' * (document.pages > 1)}.")
    ajouter(contenu, "Language", "fra")
    _producteur(contenu, fiches[:1])
    jours = sorted(str(f.seance.date) for f in fiches if f.seance.date)
    if jours:
        ajouter(contenu, "StartDate", jours[0])
        ajouter(contenu, "EndDate", jours[-1])


def _decrire_acte(contenu: ET.Element, fiche: Fiche) -> None:
    """In the order of the schema (ObjectGroup)."""
    t = fiche.teletransmission
    ajouter(contenu, "Title", fiche.objet or f"Délibération {fiche.numero or fiche.id}")
    ajouter(contenu, "OriginatingSystemId", fiche.id)
    if fiche.numero:
        ajouter(contenu, "OriginatingAgencyArchiveUnitIdentifier", fiche.numero)
    ajouter(contenu, "DocumentType", "Délibération")
    ajouter(contenu, "Language", "fra")
    for matiere in (d.valeur for d in fiche.deductions if d.champ == "/matiere"):
        mot = ajouter(contenu, "Keyword")
        ajouter(mot, "KeywordContent", f"Nomenclature ACTES {matiere}")
        ajouter(mot, "KeywordReference", matiere)
        ajouter(mot, "KeywordType", "subject")
    _producteur(contenu, [fiche])
    jour = fiche.seance.date
    for nom, date in (("SentDate", t.date_envoi), ("ReceivedDate", t.date_reception), ("StartDate", jour),
                      ("EndDate", jour)):  # fmt: skip
        if date:
            ajouter(contenu, nom, str(date))


def _producteur(contenu: ET.Element, fiches: Sequence[Fiche]) -> None:
    """The body: by its SIREN when the ACTES identifier tells it, else by its printed name."""
    for nom in _identifiants(fiches):
        ajouter(ajouter(contenu, "OriginatingAgency"), "Identifier", nom)
        return


def _identifiants(fiches: Sequence[Fiche]) -> Iterator[str]:
    for fiche in fiches:
        yield from (d.valeur for d in fiche.deductions if d.champ == "/collectivite/siren")
        if fiche.collectivite and fiche.collectivite.nom:
            yield fiche.collectivite.nom
