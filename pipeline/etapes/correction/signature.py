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
_MINIMUM = 4
MOTS_SUFFISANTS = 60
"""Below this number of words a page cannot tell; the document speaks for it."""


def est_lu_en_anglais(texte: str) -> bool:
    """The signature of Tesseract's English data on French text.

    English data knows "é" but hardly "à è ê ô î ç œ", and leaves marks that French never prints: "I'" for "l'", "é"
    for "è" before a mute "e", "&" or "a" for "à", "eé". The text has the signature when it shows at least 4 marks and
    more marks than letters that English data cannot give. Measured: one deliberation of 760 words read with English
    data, 26 marks against 0 letters; 120 pages read with French data, at most 1 mark, and 3 to 55 letters a page of text.
    """
    marques = len(_MARQUES.findall(texte))
    return marques >= _MINIMUM and marques > len(_INTERDITS.findall(texte))
