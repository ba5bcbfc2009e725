"""One JSON array of records, UTF-8, a record a line; each valid against the published schema (``greffier schema``)."""

from collections.abc import Iterable
from pathlib import Path

from pipeline.exports import Bilan, Demande

NOM = "json"


def ecrire(lignes: Iterable[bytes], dossier: Path, demande: Demande) -> Bilan:
    """``deliberations.json``."""
    ecrites = 0
    with (dossier / "deliberations.json").open("wb") as flux:
        flux.write(b"[")
        for ligne in lignes:
            flux.write(b",\n" if ecrites else b"\n")
            flux.write(ligne)
            ecrites += 1
        flux.write(b"\n]\n")
    return Bilan(ecrites)
