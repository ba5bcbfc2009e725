"""One JSON array of records, UTF-8, a record a line; each valid against the published schema (``greffier schema``)."""

from collections.abc import Iterable
from pathlib import Path

import orjson

from modeles.fiche import Arbre
from pipeline.exports import Bilan, Demande

NOM = "json"


def ecrire(fiches: Iterable[Arbre], dossier: Path, demande: Demande) -> Bilan:
    """``deliberations.json``."""
    ecrites = 0
    with (dossier / "deliberations.json").open("wb") as flux:
        flux.write(b"[")
        for fiche in fiches:
            flux.write(b",\n" if ecrites else b"\n")
            flux.write(orjson.dumps(fiche))
            ecrites += 1
        flux.write(b"\n]\n")
    return Bilan(ecrites)
