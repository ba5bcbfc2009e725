"""JSON Lines: a record a line, UTF-8, each valid against the published schema (``greffier schema``)."""

from collections.abc import Iterable
from pathlib import Path

import orjson

from modeles.fiche import Arbre
from pipeline.exports import Bilan, Demande

NOM = "jsonl"
FICHIER = "deliberations.jsonl"


def ecrire(fiches: Iterable[Arbre], dossier: Path, demande: Demande) -> Bilan:
    """``deliberations.jsonl``."""
    ecrites = 0
    with (dossier / FICHIER).open("wb") as flux:
        for fiche in fiches:
            flux.write(orjson.dumps(fiche, option=orjson.OPT_APPEND_NEWLINE))
            ecrites += 1
    return Bilan(ecrites)
