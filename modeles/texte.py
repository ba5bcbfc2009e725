"""Words on the page, and running text that still knows its words."""

import unicodedata
from collections.abc import Iterable, Sequence
from functools import cached_property, lru_cache
from itertools import pairwise
from typing import Self

from pydantic import Field

from modeles.base import Modele

Boite = tuple[float, float, float, float]
"""x0, y0, x1, y1 in points (1/72 inch), origin at the top left of the straightened page."""


def union(boites: Sequence[Boite]) -> Boite:
    """The smallest box that holds them all; at least one."""
    gauches, hauts, droites, bas = zip(*boites, strict=True)
    return (min(gauches), min(hauts), max(droites), max(bas))


_CARACTERES = {
    "’": "'", "‘": "'", "ʼ": "'", "`": "'", "´": "'", "′": "'",
    "–": "-", "—": "-", "−": "-", "‐": "-", "‑": "-",
    "“": '"', "”": '"', "„": '"', "«": '"', "»": '"',
    "\u00a0": " ", "\u202f": " ", "\u2009": " ", "º": "°",
    "œ": "o", "Œ": "o", "æ": "a", "Æ": "a", "ß": "s", "ø": "o", "Ø": "o", "ł": "l", "Ł": "l",
}  # fmt: skip


def _plier_caractere(caractere: str) -> str:
    if caractere in _CARACTERES:
        return _CARACTERES[caractere]
    nu = unicodedata.normalize("NFD", caractere)[0].lower()
    return nu if len(nu) == 1 else caractere


class _Table(dict[int, str]):
    """Code point -> folded character, filled as characters are met."""

    def __missing__(self, point: int) -> str:
        self[point] = _plier_caractere(chr(point))
        return self[point]


_TABLE = _Table()


@lru_cache(maxsize=8192)
def plier(texte: str) -> str:
    """Fold case, accents, quotes and dashes, one character to one character.

    ``len(plier(t)) == len(t)`` for every NFC text, so that a span found on the folded text is a span of the
    text itself. The price: "œ" folds to "o" ("vœu" is matched as "vou").
    """
    return texte.translate(_TABLE)


def plier_saisie(texte: str) -> str:
    """``plier`` for what a person typed, or another program wrote: accents may stand apart from their letter."""
    return plier(unicodedata.normalize("NFC", texte))


class Mot(Modele):
    """One word as it stands on the page."""

    texte: str = Field(min_length=1, description="The word after correction, NFC.")
    brut: str = Field(description="The word as OCR (or the text layer) gave it; never changed.")
    page: int = Field(ge=1, description="Page number in the document, from 1.")
    boite: Boite = Field(description="Box in points on the straightened page; zeros when read from plain text.")
    confiance: float = Field(ge=0, le=1, description="Recognition confidence; 1 for a text layer or plain text.")
    correction: str | None = Field(None, description="The line of the dictionary or roll that changed the word.")


class Passage(Modele):
    """Running text with the words it is made of: a regex span leads back to the page.

    ``bornes[i]`` is the (start, end) of ``mots[i]`` in ``texte``. A word cut at a line end is joined: its two halves
    touch, without space, and the hyphen is dropped when it was only there for the line break.
    """

    texte: str
    mots: tuple[Mot, ...]
    bornes: tuple[tuple[int, int], ...]

    @classmethod
    def de_mots(cls, mots: tuple[Mot, ...]) -> Self:
        """The words joined by single spaces."""
        bornes, position = [], 0
        for mot in mots:
            bornes.append((position, position + len(mot.texte)))
            position += len(mot.texte) + 1
        return cls(texte=" ".join(m.texte for m in mots), mots=mots, bornes=tuple(bornes))

    @cached_property
    def plie(self) -> str:
        """The text folded by :func:`plier`, character for character."""
        return plier(self.texte)

    def mots_de(self, debut: int, fin: int) -> tuple[Mot, ...]:
        """The words that share at least one character with ``texte[debut:fin]``."""
        return tuple(m for m, (a, b) in zip(self.mots, self.bornes, strict=True) if a < fin and b > debut)

    def couper(self, coupes: Iterable[int]) -> "list[Passage]":
        """The passage cut at these offsets of ``texte``, in order, each piece trimmed; whole when there is none."""
        return [self.extrait(a, b) for a, b in pairwise([0, *sorted(set(coupes)), len(self.texte)])]

    def extrait(self, debut: int, fin: int) -> "Passage":
        """The passage cut down to ``texte[debut:fin]``, blanks trimmed."""
        brut = self.texte[debut:fin]
        debut += len(brut) - len(brut.lstrip())
        fin -= len(brut) - len(brut.rstrip())
        if debut >= fin:
            return Passage(texte="", mots=(), bornes=())
        gardes = [
            (m, (max(a, debut) - debut, min(b, fin) - debut))
            for m, (a, b) in zip(self.mots, self.bornes, strict=True)
            if a < fin and b > debut
        ]
        return Passage(
            texte=self.texte[debut:fin], mots=tuple(m for m, _ in gardes), bornes=tuple(b for _, b in gardes)
        )

    @staticmethod
    def joindre(passages: "list[Passage] | tuple[Passage, ...]", separateur: str = " ") -> "Passage":
        """The passages one after the other, ``separateur`` between them."""
        bornes: list[tuple[int, int]] = []
        decalage = 0
        for passage in passages:
            bornes.extend((a + decalage, b + decalage) for a, b in passage.bornes)
            decalage += len(passage.texte) + len(separateur)
        return Passage(
            texte=separateur.join(p.texte for p in passages),
            mots=tuple(m for p in passages for m in p.mots),
            bornes=tuple(bornes),
        )
