"""One JSON array of records, UTF-8, a record a line; each valid against the published schema (``greffier schema``)."""

from collections.abc import Iterable
from pathlib import Path

from modeles.fiche import Fiche
from pipeline.exports import Bilan, Demande

NOM = "json"


def ecrire(fiches: Iterable[Fiche], dossier: Path, demande: Demande) -> Bilan:
    """``deliberations.json``."""
    ecrites = 0
    with (dossier / "deliberations.json").open("w", encoding="utf-8", newline="\n") as flux:
        flux.write("[")
        for fiche in fiches:
            flux.write(",\n" if ecrites else "\n")
            flux.write(fiche.model_dump_json())
            ecrites += 1
        flux.write("\n]\n")
    return Bilan(ecrites)
