"""JSON Lines: a record a line, UTF-8, each valid against the published schema (``greffier schema``)."""

from collections.abc import Iterable
from pathlib import Path

from modeles.fiche import Fiche
from pipeline.exports import Bilan, Demande

NOM = "jsonl"
FICHIER = "deliberations.jsonl"


def ecrire(fiches: Iterable[Fiche], dossier: Path, demande: Demande) -> Bilan:
    """``deliberations.jsonl``."""
    ecrites = 0
    with (dossier / FICHIER).open("w", encoding="utf-8", newline="\n") as flux:
        for fiche in fiches:
            flux.write(fiche.model_dump_json())
            flux.write("\n")
            ecrites += 1
    return Bilan(ecrites)
