"""croissant.json: the dataset for machine learning tools (Croissant 1.0, MLCommons)."""

from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any, NamedTuple

from pipeline.exports._jeu_tables import Genre, Table

CONFORME = "http://mlcommons.org/croissant/1.0"
_TYPES: dict[Genre, str] = {"string": "sc:Text", "integer": "sc:Integer", "number": "sc:Float", "boolean": "sc:Boolean",
                            "date": "sc:Date"}  # fmt: skip
_CR = ("citeAs", "column", "extract", "field", "fileObject", "fileProperty", "fileSet", "format", "includes",
       "isLiveDataset", "jsonPath", "key", "md5", "parentField", "path", "recordSet", "references", "regex", "repeated",
       "replace", "separator", "source", "subField", "transform")  # fmt: skip
_CONTEXTE: dict[str, Any] = {
    "@language": "fr", "@vocab": "https://schema.org/", "sc": "https://schema.org/",
    "cr": "http://mlcommons.org/croissant/", "rai": "http://mlcommons.org/croissant/RAI/",
    "dct": "http://purl.org/dc/terms/", "conformsTo": "dct:conformsTo",
    "data": {"@id": "cr:data", "@type": "@json"}, "examples": {"@id": "cr:examples", "@type": "@json"},
    "dataType": {"@id": "cr:dataType", "@type": "@vocab"}, **{nom: f"cr:{nom}" for nom in _CR},
}  # fmt: skip


class Empreinte(NamedTuple):
    """Of a file of the dataset."""

    octets: int
    sha256: str


def croissant(tables: Iterable[Table], empreintes: Mapping[str, Empreinte], base: dict[str, Any]) -> dict[str, Any]:
    """``empreintes``: of each file by name; ``base``: what says the dataset as a whole (schema.org)."""
    return {
        "@context": _CONTEXTE, "@type": "sc:Dataset", "conformsTo": CONFORME, **base,
        "distribution": [
            {"@type": "cr:FileObject", "@id": nom, "name": nom, "contentUrl": nom, "encodingFormat": _format(nom),
             "sha256": e.sha256}
            for nom, e in empreintes.items()
        ],
        "recordSet": [_enregistrements(t) for t in tables],
    }  # fmt: skip


def _format(nom: str) -> str:
    formats = {".csv": "text/csv", ".jsonl": "application/jsonlines", ".parquet": "application/x-parquet"}
    return formats[Path(nom).suffix]


def _enregistrements(table: Table) -> dict[str, Any]:
    fichier = f"{table.nom}.csv"
    return {
        "@type": "cr:RecordSet", "@id": table.nom, "name": table.nom, "description": table.description,
        "field": [
            {"@type": "cr:Field", "@id": f"{table.nom}/{c.nom}", "name": c.nom, "description": c.description,
             "dataType": _TYPES[c.genre],
             "source": {"fileObject": {"@id": fichier}, "extract": {"column": c.nom}}}
            for c in table.toutes
        ],
    }  # fmt: skip
