"""Full stops and commas that OCR set apart from the word they stand against. A typist's blank before them is print: it
stays."""

from modeles.page import Ligne
from modeles.texte import Mot
from pipeline.etapes.correction.mots import refaire

_CLE = "points:colle"
_POINTS = frozenset(".,")
_BLANC = 0.9
"""Gap before a sign, in letters of the word before, from which it is a blank: a typewriter sets a stop in the middle of
its place, half a letter away."""


def reparer(lignes: list[Ligne]) -> list[Ligne]:
    """The lines, the stops that touch a word joined to it; needs boxes, and leaves text without them as it is."""
    return [_joindre(ligne) for ligne in lignes]


def _joindre(ligne: Ligne) -> Ligne:
    mots = ligne.mots
    joints: list[Mot] = []
    for i, mot in enumerate(mots):
        suite = mots[i + 1].texte if i + 1 < len(mots) else ""
        if joints and mot.texte in _POINTS and not suite.startswith((".", ",")) and _touche(joints[-1], mot):
            joints[-1:] = refaire((joints[-1], mot), [joints[-1].texte + mot.texte], _CLE)
        else:
            joints.append(mot)
    return ligne.model_copy(update={"mots": tuple(joints)}) if len(joints) < len(mots) else ligne


def _touche(mot: Mot, signe: Mot) -> bool:
    """Whether a sign follows a word without a blank."""
    x0, _, x1, _ = mot.boite
    lettre = (x1 - x0) / len(mot.texte)  # 0 without boxes
    return (mot.texte[-1].isalnum() or mot.texte[-1] == ")") and lettre > 0 and signe.boite[0] - x1 < _BLANC * lettre
