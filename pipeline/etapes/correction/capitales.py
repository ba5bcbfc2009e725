"""Names whose capital was read as a small letter: beside a first name of the closed list, or one themselves."""

import re
from functools import cache

from corrections import charger
from modeles.page import Ligne
from pipeline.etapes.correction.mots import corrige, nommer
from pipeline.lexique import frequence

_CLE = nommer("prenoms", "capitale")
_CIVILITE = re.compile(r"(?:M|Mr|Mme|Mlle|MM|Mmes)\.?")
_MINUSCULES = re.compile(r"[a-zà-ÿ]{3,}[,.;:)]*")


@cache
def _prenoms() -> frozenset[str]:
    return frozenset(f["prenom"] for f in charger("prenoms"))


def reparer(lignes: list[Ligne]) -> list[Ligne]:
    """The lines, with a capital to the first names and to the words after a first name that are not French."""
    sortie = []
    for ligne in lignes:
        mots = list(ligne.mots)
        for i, mot in enumerate(mots):
            if _MINUSCULES.fullmatch(mot.texte) and _est_nom(
                mots[i - 1].texte if i else "",
                mot.texte.rstrip(",.;:)"),
                mots[i + 1].texte if i + 1 < len(mots) else "",
            ):
                mots[i] = corrige(mot, mot.texte[0].upper() + mot.texte[1:], _CLE)
        sortie.append(ligne if tuple(mots) == ligne.mots else ligne.model_copy(update={"mots": tuple(mots)}))
    return sortie


def _est_nom(avant: str, mot: str, apres: str) -> bool:
    """Whether a word in small letters is a first name, or follows one, for no reader could take it for another."""
    if mot.capitalize() in _prenoms():
        return bool(_CIVILITE.fullmatch(avant)) or (apres[:1].isupper() and not frequence(mot))
    return avant in _prenoms() and not frequence(mot)
