"""The SIRET of the bodies: the person's table (a CSV, columns ``nom`` and ``siret``), what makes one valid, and the
usual one of a seat."""

import csv
import re
from pathlib import Path

from modeles.texte import plier_saisie
from pipeline.erreurs import ErreurReglages
from pipeline.grammaire.teletransmission import luhn

LA_POSTE = "356000000"
"""Its establishments alone have a SIRET whose digits add up to a multiple of five instead of Luhn's key (INSEE)."""
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
        sirets[plier_saisie(nom)] = siret
    return sirets


def siret_valide(siret: str) -> bool:
    """Fourteen digits with their key (Luhn; La Poste: their sum is a multiple of five)."""
    if not re.fullmatch(r"[0-9]{14}", siret):
        return False
    return luhn(siret) or (siret.startswith(LA_POSTE) and sum(map(int, siret)) % 5 == 0)


def siret_du_siege(siren: str) -> str:
    """The usual one of a seat, which may not be its own: the SIREN, "0001" and the key that Luhn's test asks for."""
    return next(siret for cle in range(10) if luhn(siret := f"{siren}0001{cle}"))
