"""The closed list of first names, filed once by its folded words."""

from functools import cache

from corrections import charger
from modeles.texte import plier


@cache
def _genres() -> dict[str, str]:
    return {plier(ligne["prenom"]): ligne["genre"] for ligne in charger("prenoms")}


def genre(prenom: str) -> str | None:
    """ "M" or "F" of a folded first name; None when the list has it not, or both bear it."""
    return _genres().get(prenom)


def est_prenom(mot: str) -> bool:
    """Whether a word, or a part of a compound one, is a first name of the list."""
    return any(morceau in _genres() for morceau in plier(mot.strip(".,;")).split("-"))
