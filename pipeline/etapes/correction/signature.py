"""Was this text read with English data? Measured on the text itself."""

import re

_MARQUES = re.compile(
    r"""
      (?<!\w) I['’‘] (?=\w)                         # I'Agence     for l'Agence
    | é [bcdfgjlmnprstvz]{1,2} es? \b               # matiére      for matière: no French word ends so
    | (?<=[a-z0-9][ ]) & (?=[ ][a-z0-9I])           # 2022 & 11h00 for à
    | \b \d{1,2} &me \b                             # 13&me        for 13ème
    | (?<!\by[ ]) \b a [ ] [a-zé]{2,} (?: er|ir|dre|ttre|ire) \b   # vise a renforcer
    | eé (?=[a-z])                                  # opeérateurs  for opérateurs
    | \b (?: ceuvre | gu['’] )                      # ceuvre, gu'un
    """,
    re.VERBOSE,
)
_INTERDITS = re.compile(r"[àèêôûîïçœÀÈÊÔÇŒ]")
_MINIMUM, _MINIMUM_SANS, _E_AIGUS = 4, 2, 5
MOTS_SUFFISANTS = 60
"""Below this number of words a page cannot tell; the document speaks for it."""


def est_lu_en_anglais(texte: str) -> bool:
    """The signature of Tesseract's English data on French text.

    English data knows "é" but not "à è ê ô î ç œ", and leaves marks that French never prints: "I'" for "l'", "é" for
    "è" before a mute "e", "&" or "a" for "à", "eé". The text has the signature when it shows more marks than letters
    that English data cannot give, and at least 4 marks; 2 are enough when it has "é" but none of those letters.

    Measured: 9 pages read with English data, 297 to 760 words, 2 to 28 marks and 0 letters each; 101 pages read with
    French data, at most 1 mark. A typescript without any accent has no "é" and no signature by 2 marks.
    """
    marques = len(_MARQUES.findall(texte))
    interdits = len(_INTERDITS.findall(texte))
    minimum = _MINIMUM_SANS if interdits == 0 and texte.count("é") >= _E_AIGUS else _MINIMUM
    return marques >= minimum and marques > interdits
