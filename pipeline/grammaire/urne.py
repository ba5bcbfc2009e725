"""The cells of a vote printed as a table. Folded text of one cell."""

import re

CASE_COMPTEE = re.compile(r"(?:pour|contre|abstentions?)\s?:\s?(?:\d|o\b|neant|aucun)")
CASE_DE_VOTE = re.compile(
    r"(?:nombre\sde\s)?(?:voix\s|votes?\s|suffrages\s|(?:ont|a)\svote\s)?(?:majorite\sabsolue|pour|contre|abstentions?|votants?|exprimes?|nppv|ne\sprend\w*\spas\spart(?:\sau\svote)?)"
)
"""A label of a vote, alone in its cell."""
CROIX = re.compile(r"\A\W{0,2}[xv☒✓✔✗]?\W{0,2}\Z")
"""A cross or a tick alone in its cell."""

EXEMPLES: dict[str, tuple[str, ...]] = {
    "CASE_COMPTEE": ("pour : 12", "contre : o"),
    "CASE_DE_VOTE": ("ont vote contre", "majorite absolue", "voix pour", "abstention", "nombre de votants"),
    "CROIX": ("x", "☒"),
}
CONTRE_EXEMPLES: dict[str, tuple[str, ...]] = {
    "CASE_COMPTEE": ("votants : 12",),
    "CASE_DE_VOTE": ("montant",),
    "CROIX": ("15", "mme roy"),
}
