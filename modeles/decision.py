"""What a person decided about a field of a reading."""

import datetime

from pydantic import Field, JsonValue

from modeles.base import Modele


class DecisionHumaine(Modele):
    """The value of a field as a person confirmed or corrected it: it holds whatever is read later."""

    pointeur: str = Field(
        pattern=r"^/deliberations/\d+/.+$", description='JSON Pointer, "/deliberations/0/seance/date".'
    )
    valeur: JsonValue = Field(description="As in the JSON of the record; None: nothing is printed there.")
    motif: str = Field("", description="Why, in the person's words.")
    auteur: str = Field(min_length=1)
    pris_le: datetime.datetime = Field(description="UTC.")
