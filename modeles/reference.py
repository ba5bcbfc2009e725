"""What an act cites, and what it does to what it cites."""

import datetime
from typing import Literal

from pydantic import Field

from modeles.base import Modele

Genre = Literal[
    "constitution", "code", "loi", "loi_organique", "ordonnance", "decret", "decret_loi", "arrete", "directive",
    "reglement_ue", "circulaire", "deliberation", "avis", "decision",
]  # fmt: skip

Verbe = Literal["abroge", "annule", "modifie", "retire", "remplace", "complete", "proroge"]
"""retire: "rapporter" too, its older name (CRPA L.240-1). annule: as printed, without guessing retreat or repeal."""


class Reference(Modele):
    """One legal text, normalised. What is not printed is None or (), never guessed; only ids are looked up."""

    genre: Genre
    texte: str = Field(min_length=1, description="As printed, from its first word to its last.")
    code: str | None = Field(None, description="Official name of the code.")
    legitext: str | None = Field(None, description="Légifrance id of the code; None when its edition is not sure.")
    articles: tuple[str, ...] = Field((), description='"L2121-29", "L5211-1 à L5211-4", "R123-1 et suivants".')
    numero: str | None = Field(None, description='"82-213"; for acts of authorities, as printed without "n°".')
    date: datetime.date | None = None
    organe: str | None = Field(None, description="Who took the act, as printed.")
    nor: str | None = Field(None, pattern=r"^[A-Z]{4}\d{7}[A-Z]$", description="Number in the Journal officiel.")
    eli: str | None = Field(
        None, description='Alias on Légifrance, "/eli/loi/1982/3/2/82-213/jo"; "/eli/dir/..." (EU).'
    )
    coherent: bool | None = Field(None, description="The year in the number is that of the date; None: no telling.")


class ReferenceLue(Modele):
    """A reference where it stands: ``texte[debut:fin]``."""

    debut: int
    fin: int
    reference: Reference


class Effet(Modele):
    """What the act does to another: "abroge la délibération n° 2012-10"."""

    verbe: Verbe
    reference: Reference


class EffetLu(Modele):
    """An effect where it stands: from its verb to the reference, or from the reference to its verb."""

    debut: int
    fin: int
    effet: Effet


class Citation(Modele):
    """A reference in a record: ``debut`` and ``fin`` are places in the text of ``champ``, in characters."""

    champ: str = Field(description='JSON Pointer of the text, "/deliberations/0/visas/2", whose source has its place.')
    debut: int
    fin: int
    reference: Reference


class EffetCite(Modele):
    """What an article does to another act, likewise."""

    champ: str
    debut: int
    fin: int
    verbe: Verbe
    reference: Reference
