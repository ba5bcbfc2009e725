"""Settings: defaults < greffier.toml < command line."""

import tomllib
from pathlib import Path
from typing import Any, Literal

from pydantic import Field, ValidationError

from modeles.base import Modele
from pipeline.erreurs import ErreurReglages

FICHIER = "greffier.toml"


class Reglages(Modele):
    """What can be set. Frozen: one value travels through the whole chain."""

    langue: str = Field("fra", pattern=r"^[A-Za-z_]+(\+[A-Za-z_]+)*$", description="Tesseract language data.")
    moteur: Literal["tesseract", "tesserocr"] = Field(
        "tesseract", description="Engine: Tesseract's program, or its library (the extra [rapide])."
    )
    double: bool | None = Field(
        None,
        description="Whether doubtful words are read by a second engine too, RapidOCR; None: when it is installed.",
    )
    delai_page: int = Field(60, ge=1, description="Seconds one Tesseract call may take.")
    dpi: int = Field(300, ge=72, le=600, description="Resolution at which a PDF page is drawn.")
    hauteur_x: int | None = Field(
        None, ge=8, le=60, description="Height of a lower-case x wanted for OCR, pixels; None: what the data read best."
    )
    pages_max: int = Field(1000, ge=1, description="Pages a document may have.")
    pixels_max: int = Field(200_000_000, ge=1, description="Pixels a page may have.")
    memoire_max: int = Field(
        3072, ge=512, le=1_048_576, description="Mebibytes of memory that a process that reads may take."
    )
    delai_document: int = Field(7200, ge=1, description="Seconds a document may take in all.")
    cote_max: int = Field(20_000, ge=1, description="Pixels along the longer side of a page.")


_TYPES = {
    "int_type": "un nombre entier est attendu",
    "int_from_float": "un nombre entier est attendu",
    "string_type": "un texte est attendu",
    "bool_type": "true ou false est attendu",
    "literal_error": "les valeurs possibles sont « tesseract » et « tesserocr »",
    "string_pattern_mismatch": "valeur non reconnue",
    "greater_than_equal": "valeur trop petite",
    "less_than_equal": "valeur trop grande",
}


def charger(chemin: Path | None = None, **options: Any) -> Reglages:
    """Defaults, then ``greffier.toml`` (``chemin``, or the one of the current folder if any), then ``options`` (those
    that are not None).

    Raises ErreurReglages, which names the key, when a key is unknown, a value has the wrong type or the file is bad.
    """
    fichier = chemin or Path(FICHIER)
    valeurs: dict[str, Any] = {}
    if chemin is not None or fichier.is_file():
        valeurs = _lire(fichier)
    valeurs |= {cle: v for cle, v in options.items() if v is not None}
    inconnues = sorted(valeurs.keys() - Reglages.model_fields.keys())
    if inconnues:
        raise ErreurReglages(
            f"Réglage inconnu : « {inconnues[0]} ». Réglages possibles : {', '.join(Reglages.model_fields)}."
        )
    try:
        return Reglages(**valeurs)
    except ValidationError as erreur:
        premiere = erreur.errors()[0]
        cle = ".".join(str(x) for x in premiere["loc"])
        raison = _TYPES.get(premiere["type"], "valeur non acceptée")
        raise ErreurReglages(f"Réglage « {cle} » : {raison} (lu : {premiere['input']!r}).") from None


def _lire(fichier: Path) -> dict[str, Any]:
    try:
        return tomllib.loads(fichier.read_text(encoding="utf-8"))
    except OSError as erreur:
        raise ErreurReglages(f"Fichier de réglages illisible ({erreur.strerror}).", chemin=fichier) from None
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as erreur:
        raise ErreurReglages(f"Fichier de réglages mal formé : {erreur}.", chemin=fichier) from None
