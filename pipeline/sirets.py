"""The SIRET of each body, as the person gives them: a CSV with the columns ``nom`` and ``siret``."""

import csv
from pathlib import Path

from modeles.texte import plier
from pipeline.erreurs import ErreurReglages
from pipeline.exports._scdl_valeurs import siret_valide

REMEDE = "Corrigez cette table : colonnes nom et siret, une collectivité par ligne, SIRET de quatorze chiffres."


def lire_sirets(chemin: Path) -> dict[str, str]:
    """Folded name -> SIRET. Raises ErreurReglages, with the line, when the table cannot be used."""
    try:
        texte = chemin.read_text(encoding="utf-8-sig")
    except OSError:
        raise ErreurReglages("Table des SIRET introuvable ou illisible.", REMEDE, chemin=chemin) from None
    except UnicodeDecodeError:
        raise ErreurReglages("Cette table n'est pas en UTF-8.", REMEDE, chemin=chemin) from None
    separateur = ";" if ";" in texte.partition("\n")[0] else ","
    lignes = csv.DictReader(texte.splitlines(), delimiter=separateur)
    if not {"nom", "siret"} <= set(lignes.fieldnames or ()):
        raise ErreurReglages("Cette table n'a pas les colonnes nom et siret.", REMEDE, chemin=chemin)
    sirets: dict[str, str] = {}
    for ligne in lignes:
        siret, nom = (ligne["siret"] or "").replace(" ", ""), " ".join((ligne["nom"] or "").split())
        if not nom or not siret_valide(siret):
            raise ErreurReglages(f"Ligne {lignes.line_num} : « {siret} » n'est pas un SIRET.", REMEDE, chemin=chemin)
        sirets[plier(nom)] = siret
    return sirets
