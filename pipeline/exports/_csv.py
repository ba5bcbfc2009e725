"""Tables as CSV (RFC 4180, UTF-8), and their description in a Frictionless Data Package 1."""

import csv
import json
from collections.abc import Iterable
from contextlib import ExitStack
from pathlib import Path
from typing import Any


def ouvrir(pile: ExitStack, chemin: Path, colonnes: Iterable[str]) -> Any:
    """A CSV writer, its heads written; the file is closed with ``pile``."""
    sortie = csv.writer(pile.enter_context(chemin.open("w", encoding="utf-8", newline="")))
    sortie.writerow(colonnes)
    return sortie


def ressource(fichier: str, schema: dict[str, Any]) -> dict[str, Any]:
    """A file of the package and its Table Schema."""
    return {"name": fichier.removesuffix(".csv"), "path": fichier, "profile": "tabular-data-resource", "format": "csv",
            "mediatype": "text/csv", "encoding": "utf-8", "schema": schema}  # fmt: skip


def ecrire_json(chemin: Path, arbre: dict[str, Any]) -> None:
    """A description, indented."""
    texte = json.dumps(arbre, ensure_ascii=False, indent=2) + "\n"
    chemin.write_text(texte, encoding="utf-8", newline="\n")
