"""JSON Lines to Parquet, under the types that the published schema gives: never guessed from the first lines."""

import tempfile
from collections.abc import Iterator
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from pipeline.erreurs import ErreurEnvironnement

if TYPE_CHECKING:
    import duckdb

FICHIER = "deliberations.parquet"
TRANCHE = 4 << 20
"""Bytes of lines that DuckDB is given at once: it parses two thousand records before it keeps the first."""
GROUPE = "8MB"
"""Of a row group: records are large, and DuckDB holds a whole group."""
PARTS = 48
"""Files that DuckDB reads at once: it keeps what each says of its columns."""
OBJET_MIN = 1 << 20
MEMOIRE = "128MB"


def exiger() -> None:
    """Raises ErreurEnvironnement when the extra [jeu] is not installed."""
    try:
        import duckdb  # noqa: F401
    except ImportError:
        raise ErreurEnvironnement(
            "DuckDB n'est pas installé : il écrit le Parquet.", "Installez-le : pip install 'greffier[jeu]'."
        ) from None


def types(schema: dict[str, Any]) -> dict[str, str]:
    """Column -> DuckDB type, from a JSON Schema (2020-12) of one record."""
    definitions = schema.get("$defs", {})
    return {nom: _type(p, definitions) for nom, p in schema["properties"].items()}


def _type(noeud: dict[str, Any], definitions: dict[str, Any]) -> str:
    """STRUCT, lists, and scalars; a value that may be null has the type of the other."""
    if "$ref" in noeud:
        return _type(definitions[noeud["$ref"].rsplit("/", 1)[-1]], definitions)
    if "anyOf" in noeud:
        (seul,) = (x for x in noeud["anyOf"] if x.get("type") != "null")
        return _type(seul, definitions)
    match noeud["type"], noeud.get("format"):
        case "string", "date":
            return "DATE"
        case "string", _:
            return "VARCHAR"
        case "array", _:
            return _type(noeud.get("items") or noeud["prefixItems"][0], definitions) + "[]"
        case "object", _:
            champs = ", ".join(f'"{n}" {_type(p, definitions)}' for n, p in noeud["properties"].items())
            return f"STRUCT({champs})"
        case simple, _:
            return {"integer": "BIGINT", "number": "DOUBLE", "boolean": "BOOLEAN"}[simple]


def ecrire_parquet(jsonl: Path, parquet: Path, schema: dict[str, Any], plus_long: int) -> None:
    """``plus_long``: bytes of the longest line. One thread: the same bytes for the same lines."""
    import duckdb

    reglages: dict[str, str | bool | int | float | list[str]] = {
        "threads": 1,
        "memory_limit": MEMOIRE,
        "preserve_insertion_order": False,  # one thread keeps it; asked for, groups could not be bounded in bytes
        "autoinstall_known_extensions": False,
        "autoload_known_extensions": False,
    }
    with tempfile.TemporaryDirectory(prefix=".duckdb", dir=parquet.parent) as dossier:
        reglages["temp_directory"] = dossier
        with duckdb.connect(config=reglages) as base:
            lire = partial(base.read_json, format="newline_delimited", columns=types(schema),
                           maximum_object_size=max(OBJET_MIN, 2 * plus_long))  # fmt: skip
            parts: list[str] = []
            for lignes in _tranches(jsonl):
                tranche, part = Path(dossier, "tranche.jsonl"), Path(dossier, f"{len(parts):08}.parquet")
                tranche.write_bytes(b"".join(lignes))
                lire(str(tranche)).write_parquet(str(part))
                parts.append(str(part))
            while len(parts) > PARTS:
                parts = [_fondre(base, parts[n : n + PARTS]) for n in range(0, len(parts), PARTS)]
            toutes = base.read_parquet(parts) if parts else lire(str(jsonl))
            toutes.write_parquet(str(parquet), compression="zstd", row_group_size_bytes=GROUPE)


def _fondre(base: "duckdb.DuckDBPyConnection", parts: list[str]) -> str:
    """One part of many, in their order; they are no more."""
    grande = f"{parts[0]}+"
    base.read_parquet(parts).write_parquet(grande, row_group_size_bytes=GROUPE)
    for part in parts:
        Path(part).unlink()
    return grande


def _tranches(jsonl: Path) -> Iterator[list[bytes]]:
    with jsonl.open("rb") as flux:
        while lignes := flux.readlines(TRANCHE):
            yield lignes
