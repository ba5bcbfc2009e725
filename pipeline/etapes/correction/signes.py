"""Signs, figures and stray accents inside a word, on French output too.

A name, a number or a reference is never touched: words in small letters, with a capital only beside a sign. One line of
``corrections/signes.tsv``, at one place, must turn a string that is not French into a French word.
"""

import re
from functools import cache

from corrections import charger
from modeles.page import Ligne
from modeles.texte import Mot
from pipeline.etapes.correction.mots import corrige, nommer
from pipeline.lexique import frequence

_JETON = re.compile(
    r"(?P<avant>[(«\"]*(?:(?:[ldnsjcmt]|qu)['’])?)(?P<coeur>[^\W_A-Z]\S*?|[^\s\w]?\w\S*?)(?P<apres>[.,;:)»\"]*)"
)
_LETTRES = 4
"""Letters of the repaired word, at least."""


@cache
def _signes() -> tuple[tuple[str, str, str], ...]:
    return tuple((nommer("signes", f["cle"]), f["lu"], f["ecrit"]) for f in charger("signes"))


@cache
def _suspects() -> re.Pattern[str]:
    return re.compile("|".join(sorted({re.escape(lu) for _, lu, _ in _signes()}, key=len, reverse=True)))


def reparer(lignes: list[Ligne]) -> list[Ligne]:
    """The lines, their impossible words put right."""
    sortie = []
    for ligne in lignes:
        mots = tuple(_reparer(m) for m in ligne.mots)
        sortie.append(ligne if mots == ligne.mots else ligne.model_copy(update={"mots": mots}))
    return sortie


def _reparer(mot: Mot) -> Mot:
    if not _suspects().search(mot.texte):
        return mot
    jeton = _JETON.fullmatch(mot.texte)
    if jeton is None:
        return mot
    trouve = meilleure(jeton["coeur"])
    return corrige(mot, jeton["avant"] + trouve[0] + jeton["apres"], trouve[1]) if trouve else mot


def _titre(mot: str) -> bool:
    """A capital, then small letters and a sign that no name has: "Départ@ment", not "Häagen" nor "O2"."""
    return mot[0].isupper() and mot[1:] == mot[1:].lower() and any(not c.isalnum() for c in mot)


@cache
def meilleure(mot: str) -> tuple[str, str] | None:
    """The commonest French word that one line of the table, at one place, makes of ``mot``, and the line; or None."""
    if sum(c.isalpha() for c in mot) < _LETTRES - 1 or frequence(mot) or (mot != mot.lower() and not _titre(mot)):
        return None
    candidats = [
        (frequence(ecrit_ici), ecrit_ici, cle)
        for cle, lu, ecrit in _signes()
        for m in re.finditer(re.escape(lu), mot)
        if (ecrit_ici := mot[: m.start()] + ecrit + mot[m.end() :]).isalpha() and len(ecrit_ici) >= _LETTRES
    ]
    frequent, gagnant, cle = max(candidats, default=(0, "", ""))
    return (gagnant, cle) if frequent else None
