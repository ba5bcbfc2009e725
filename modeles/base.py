"""The base of every value that travels through the chain."""

from collections.abc import Mapping
from typing import Any, Self

from pydantic import BaseModel, ConfigDict


class Modele(BaseModel):
    """Frozen, strict, closed: a value is made once, of the right types, with no unknown key."""

    model_config = ConfigDict(frozen=True, strict=True, extra="forbid")

    def model_copy(self, *, update: Mapping[str, Any] | None = None, deep: bool = False) -> Self:
        """As pydantic's, but what was computed from the former values (``cached_property``) is computed anew."""
        copie = super().model_copy(update=update, deep=deep)
        for nom in copie.__dict__.keys() - type(self).model_fields.keys():
            del copie.__dict__[nom]
        return copie
