"""The list of members that the user gives: a CSV of elected persons, such as the Répertoire national des élus."""

import csv
from collections.abc import Sequence
from pathlib import Path

from modeles.membre import Elu
from modeles.texte import plier
from pipeline.erreurs import ErreurReglages

_COLONNES = {
    "nom": ("nom", "nom de l'elu", "nom de famille", "nom elu"),
    "prenom": ("prenom", "prenom de l'elu", "prenoms"),
    "civilite": ("civilite", "code sexe", "sexe"),
    "collectivite": ("collectivite", "libelle de la commune", "commune", "libelle de l'epci", "libelle du departement"),
}
"""Headings that stand for each field, folded; the second ones are those of the Répertoire national des élus."""
_SEXES = {"m": "M.", "m.": "M.", "f": "Mme", "mme": "Mme", "mlle": "Mme", "monsieur": "M.", "madame": "Mme"}
_REMEDE = "Donnez un CSV dont la première ligne nomme au moins une colonne « nom » et une colonne « prénom »."


def lire_elus(chemin: Path) -> tuple[Elu, ...]:
    """The members of the list, in its order. Comma, semicolon or tabulation; UTF-8 or Windows-1252.

    Raises ErreurReglages, which says what to do, when the file cannot be read or has no column of names.
    """
    try:
        octets = chemin.read_bytes()
    except OSError as erreur:
        raise ErreurReglages(f"Liste des élus illisible ({erreur.strerror}).", _REMEDE, chemin=chemin) from None
    try:
        texte = octets.decode("utf-8-sig")
    except UnicodeDecodeError:
        texte = octets.decode("cp1252", errors="replace")
    lignes = texte.splitlines()
    if not lignes:
        raise ErreurReglages("La liste des élus est vide.", _REMEDE, chemin=chemin)
    separateur = max(";\t,", key=lignes[0].count)
    rangees = list(csv.reader(lignes, delimiter=separateur))
    places = _places(rangees[0])
    if "nom" not in places or "prenom" not in places:
        raise ErreurReglages("La liste des élus n'a pas de colonnes de noms.", _REMEDE, chemin=chemin)
    return tuple(e for n, r in enumerate(rangees[1:], start=2) if (e := _elu(r, places, n)) is not None)


def _places(titres: Sequence[str]) -> dict[str, int]:
    plies = [" ".join(plier(t).split()) for t in titres]
    return {champ: next(plies.index(n) for n in noms if n in plies)
            for champ, noms in _COLONNES.items() if any(n in plies for n in noms)}  # fmt: skip


def _elu(rangee: Sequence[str], places: dict[str, int], ligne: int) -> Elu | None:
    """One member; None for a line without a surname."""
    lus = {champ: " ".join(rangee[k].split()) if k < len(rangee) else "" for champ, k in places.items()}
    if not lus["nom"]:
        return None
    civilite = _SEXES.get(plier(lus.get("civilite", "")))
    return Elu.model_validate(
        {**lus, "civilite": civilite, "collectivite": lus.get("collectivite") or None, "ligne": ligne}
    )
