"""A record as it leaves the registre: the act, where it comes from, where each value stands, and what is in doubt."""

from typing import Any, Literal

from pydantic import Field

from modeles.base import Modele
from modeles.deliberation import Deliberation
from modeles.lecture import Anomalie, Deduction, Source
from modeles.reference import Citation, EffetCite

VERSION = "1.0"
"""Of the model of exported records: the second number for additions, the first for any other change."""
IDENTIFIANT = f"urn:greffier:fiche:{VERSION}"
"""``$id`` of its JSON Schema."""
DECISION = "decision:"
"""What begins the correction of a source that a person settled; who did follows."""
Profil = Literal["interne", "recherche", "public"]
"""What an export leaves of personal data: see ``pipeline.discretion``."""
Arbre = dict[str, Any]
"""A record as JSON holds it."""


class Origine(Modele):
    """The scan of a record, and what read it."""

    fichier: str = Field(description="Name of the scan, without folder.")
    sha256: str = Field(description="Digest of the scan, hexadecimal.")
    pages: int = Field(description="Pages of the scan.")
    rang: int = Field(ge=0, description="Rank of the act in the scan, from 0.")
    moteur: str = Field(description='OCR engines with their versions, "Tesseract 5.3.0".')
    version: str = Field(description="Of the program that read it.")
    lu_le: str = Field(description="When it was read: UTC, ISO 8601.")


class SourceDite(Source):
    """A source in a list: a column of one type for readers of tables, whatever the fields of a record."""

    champ: str = Field(description='JSON Pointer of the value, "/seance/date".')


class DeductionDite(Deduction):
    """A deduction, its value as text likewise."""

    valeur: str = Field(description='"9", "213001100".')


class Fiche(Deliberation):
    """One act and all that is known of it. Every pointer (RFC 6901) starts at the record itself: "/seance/date"."""

    id: str = Field(
        description="Sixteen digits of the digest of the scan, a hyphen, the rank from 1: the same in every export."
    )
    modele: str = Field(VERSION, description="Version of this model.")
    statut: Literal["complete", "partielle"] = Field(description="partielle: a person should look at what is in doubt.")
    profil: Profil = Field(
        "interne", description="interne: whole. recherche: private persons under pseudonyms. public: masked."
    )
    origine: Origine
    confirmes: tuple[str, ...] = Field((), description="Pointers of the values that a person settled.")
    sources: tuple[SourceDite, ...] = Field((), description="One for each value.")
    anomalies: tuple[Anomalie, ...] = Field((), description="Of this act and of its scan as a whole.")
    deductions: tuple[DeductionDite, ...] = Field((), description="What is not printed and follows from what is.")
    references: tuple[Citation, ...] = Field((), description="Legal texts cited, typed and normalised.")
    effets: tuple[EffetCite, ...] = Field((), description="What the articles do to other acts.")


def en_fiche(ligne: bytes) -> Fiche:
    """The record of a line of JSON, validated. Raises ValueError when it is none."""
    return Fiche.model_validate_json(ligne)


def en_ligne(fiche: Fiche) -> bytes:
    """The inverse."""
    return fiche.model_dump_json().encode()
