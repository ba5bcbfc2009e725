"""A member of a body, the same person across its sessions."""

import datetime
from typing import Literal

from pydantic import Field

from modeles.base import Modele


class Elu(Modele):
    """A line of the list of members that the user gives: an authority on how names are spelt."""

    nom: str = Field(min_length=1)
    prenom: str = ""
    civilite: Literal["M.", "Mme"] | None = None
    collectivite: str | None = Field(None, description="Body or commune, when the list tells several apart.")
    ligne: int = Field(ge=1, description="Line of the file, from 1.")

    @property
    def nom_complet(self) -> str:
        return f"{self.prenom} {self.nom}".strip()


class Membre(Modele):
    """Who sits in a body. ``id`` depends on the body and on the name alone: the same in every run."""

    id: str = Field(description='"greffier:" and twelve hexadecimal digits.')
    collectivite: str
    organe: str
    nom_complet: str = Field(description="The form read most surely and most often.")
    variantes: dict[str, int] = Field(description="Each form read and the number of acts that print it.")
    actes: int = Field(description="Acts that name this person.")
    premiere: datetime.date | None = Field(None, description="First session.")
    derniere: datetime.date | None = Field(None, description="Last session.")
    elu: int | None = Field(None, description="Line of the user's list that bears this name.")
