"""The base of every value that travels through the chain."""

from pydantic import BaseModel, ConfigDict


class Modele(BaseModel):
    """Frozen, strict, closed: a value is made once, of the right types, with no unknown key."""

    model_config = ConfigDict(frozen=True, strict=True, extra="forbid")
