"""Page furniture: page and folio numbers, the address at the foot. Folded text of a line, from its start."""

import re

NUMERO_PAGE = re.compile(
    r"""
    \A(?: [-\s]*\d{1,3}\s*[/|]\s*\d{1,3}[-\s]*                    # 1/3
      | (?:.*\s)?pages?\s*\d{1,3}(?:\s*(?:/|sur|de)\s*\d{1,3})? # ... Page 1 sur 3
      | (?:feuillet|folio|f°)\s*(?:n°\s*)?[\d/ -]+
      | (?:19|20)\d\d\s*/\s*\d{1,4}                             # folio 2022/14
      | [-\s]*\d{1,3}[-\s]*
    )$""",
    re.VERBOSE,
)
NUMERO_SUR = re.compile(r"\A(?P<n>\d{1,2})\s?/\s?(?P<total>\d{1,2})$")
"""A page's number and their total, alone on its line."""
ADRESSE = re.compile(r"\A.*(?:\btel\.?\s*:?\s*0\d|@\w|\bwww\.|\bsiret\b|\bfax\b|\b\d{5}\s+[a-z]{3}|\bcs\s\d{5}\b)")

EXEMPLES = {
    "NUMERO_PAGE": ("1/3", "- 2 -", "page 1 sur 3", "syndicat mixte - 2023/041 - page 1", "feuillet 2", "2022/1"),
    "NUMERO_SUR": ("1/6", "2 / 12"),
    "ADRESSE": ("hotel de ville - 77390 rozay - tel. : 01 64 05 00 00", "mairie@commune.example"),
}
CONTRE_EXEMPLES = {
    "NUMERO_PAGE": ("n° 2023/041", "article 1", "le 3 mars 2021"),
    "NUMERO_SUR": ("n° 1/6", "1/2023"),
    "ADRESSE": ("le conseil municipal de rozay", "un montant de 18 500 euros"),
}
