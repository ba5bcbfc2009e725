"""The JSON Schema of exported records (draft 2020-12), from the models themselves."""

import json
from typing import Any

from modeles.fiche import IDENTIFIANT, Fiche

FICHIER = "schema.json"


def schema() -> dict[str, Any]:
    """Of one record: a line of ``deliberations.jsonl``."""
    corps = Fiche.model_json_schema(mode="serialization")
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", "$id": IDENTIFIANT, **corps}


def texte() -> str:
    """The same, as written in a file."""
    return json.dumps(schema(), ensure_ascii=False, indent=2) + "\n"
