"""JSON Lines: a record a line, UTF-8, each valid against the published schema (``greffier schema``)."""

from collections.abc import Iterable
from pathlib import Path

from pipeline.exports import Bilan, Demande

NOM = "jsonl"
FICHIER = "deliberations.jsonl"


def ecrire(lignes: Iterable[bytes], dossier: Path, demande: Demande) -> Bilan:
    """``deliberations.jsonl``."""
    ecrites = 0
    with (dossier / FICHIER).open("wb") as flux:
        for ligne in lignes:
            flux.write(ligne + b"\n")
            ecrites += 1
    return Bilan(ecrites)
