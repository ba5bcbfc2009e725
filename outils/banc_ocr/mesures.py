"""How right a text is: error rates on characters and words, names and numbers found."""

import re
import unicodedata
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Self

from rapidfuzz.distance import Levenshtein

_SIGNES = str.maketrans({"’": "'", "‘": "'", "“": '"', "”": '"', "—": "-", "–": "-", "\u00a0": " ", "\u202f": " "})


PASSAGE = 12
"""Words: about a line of print. Fewer may be misread in a row; so many were not read at all."""


class Somme:
    """Counts that add up, field by field."""

    def __add__(self, autre: Self) -> Self:
        return type(self)(*(a + b for a, b in zip(vars(self).values(), vars(autre).values(), strict=True)))


@dataclass(frozen=True)
class Compte(Somme):
    """Errors and sizes of one or more pages; pages add up."""

    fautes_lettres: int = 0
    lettres: int = 0
    fautes_mots: int = 0
    fautes_mots_plies: int = 0
    mots: int = 0
    noms_lus: int = 0
    noms: int = 0
    nombres_lus: int = 0
    nombres: int = 0
    passages_perdus: int = 0
    """Stretches of ``PASSAGE`` words of the true text or more, none of which was read in its place."""

    @property
    def cer(self) -> float:
        """Character error rate: edits / characters of the true text."""
        return self.fautes_lettres / max(self.lettres, 1)

    @property
    def wer(self) -> float:
        """Word error rate, accents and case counted."""
        return self.fautes_mots / max(self.mots, 1)

    @property
    def wer_plie(self) -> float:
        """Word error rate, accents and case folded."""
        return self.fautes_mots_plies / max(self.mots, 1)


@dataclass(frozen=True)
class Effet(Somme):
    """What a correction does to the words of the true text."""

    mots: int = 0
    faux: int = 0
    repares: int = 0
    casses: int = 0


def effet(vrai: str, brut: str, corrige: str) -> Effet:
    """The words of the true text that the correction mended, and those that it broke."""
    avant, apres = _justes(vrai, brut), _justes(vrai, corrige)
    return Effet(
        len(avant), avant.count(False),
        sum(b and not a for a, b in zip(avant, apres, strict=True)),
        sum(a and not b for a, b in zip(avant, apres, strict=True)),
    )  # fmt: skip


def _justes(vrai: str, lu: str) -> list[bool]:
    """For each word of the true text, whether it was read so."""
    mots_vrais, mots_lus = normaliser(vrai).split(), normaliser(lu).split()
    justes = [False] * len(mots_vrais)
    for bloc in Levenshtein.opcodes(mots_vrais, mots_lus):
        if bloc.tag == "equal":
            justes[bloc.src_start : bloc.src_end] = [True] * (bloc.src_end - bloc.src_start)
    return justes


def normaliser(texte: str) -> str:
    """NFC; one form of apostrophe, quote, dash and space: what is not an error of reading."""
    return " ".join(unicodedata.normalize("NFC", texte).translate(_SIGNES).split())


def plier(texte: str) -> str:
    nu = unicodedata.normalize("NFD", texte.replace("œ", "oe").replace("Œ", "OE"))
    return "".join(c for c in nu if not unicodedata.combining(c)).lower()


def comparer(vrai: str, lu: str, noms: Sequence[str] = (), nombres: Sequence[str] = ()) -> Compte:
    """The read text of a page against its true text. ``noms`` and ``nombres`` count when whole, as often as printed."""
    vrai, lu = normaliser(vrai), normaliser(lu)
    mots_vrais, mots_lus = vrai.split(), lu.split()
    return Compte(
        Levenshtein.distance(vrai, lu), len(vrai),
        Levenshtein.distance(mots_vrais, mots_lus),
        Levenshtein.distance(plier(vrai).split(), plier(lu).split()), len(mots_vrais),
        _presents(noms, lu), len(noms), _presents(nombres, lu), len(nombres),
        sum(len(faux) >= PASSAGE for faux in "".join(".x"[not j] for j in _justes(vrai, lu)).split(".")),
    )  # fmt: skip


def _presents(attendus: Sequence[str], lu: str) -> int:
    compte = Counter(normaliser(a) for a in attendus)
    return sum(min(n, len(re.findall(rf"(?<!\w){re.escape(a)}(?!\w)", lu))) for a, n in compte.items())
