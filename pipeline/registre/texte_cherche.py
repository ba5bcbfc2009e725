"""Words as they are searched: the same cutting whichever the database, which then folds case and accents.

question = { terme } ;
terme    = '"', mot, { mot }, '"'     words in a row
         | mot, "*"                   words that begin so
         | mot ;
All terms must be found, in any order.
"""

import re
import unicodedata
from typing import NamedTuple

TEXTE_MAX = 250_000
"""Characters searched in an act: PostgreSQL's index of a row holds one megabyte."""

_LIGATURES = str.maketrans({"œ": "oe", "æ": "ae"})
_TERME = re.compile(r'"(?P<suite>[^"]*)"|(?P<mot>[^\s"]+)')
_HORS_MOT = re.compile(r"[\W_]+")


class Terme(NamedTuple):
    """Words in a row; the last one is a beginning when ``debut``."""

    mots: tuple[str, ...]
    debut: bool = False


def normaliser(texte: str) -> str:
    """Words parted by single spaces, in lower case, ligatures undone: "L'Œuvre n° 12-3" is "l oeuvre n 12 3".

    Accents stay, one character each: the databases fold them (PostgreSQL folds case as its server's language does).
    """
    return _HORS_MOT.sub(" ", unicodedata.normalize("NFKC", texte).casefold().translate(_LIGATURES)).strip()


def analyser(question: str) -> list[Terme]:
    """The terms of a question, empty ones left out."""
    termes = []
    for m in _TERME.finditer(question):
        suite = m["suite"] if m["suite"] is not None else m["mot"]
        mots = tuple(normaliser(suite).split())
        if mots:
            termes.append(Terme(mots, debut=m["mot"] is not None and suite.endswith("*")))
    return termes


def pour_fts5(termes: list[Terme]) -> str:
    """The question for SQLite, which knows no French: a word is looked for with and without a plural's mark."""
    return " AND ".join(f"({' OR '.join(_formes(terme))})" for terme in termes)


def _formes(terme: Terme) -> list[str]:
    suite = " ".join(terme.mots)
    if terme.debut:
        return [f'"{suite}"*']
    if len(terme.mots) > 1:
        return [f'"{suite}"']
    radical = suite[:-1] if len(suite) > 3 and suite[-1] in "sx" else suite
    return [f'"{forme}"' for forme in dict.fromkeys((suite, radical, f"{radical}s", f"{radical}x"))]
