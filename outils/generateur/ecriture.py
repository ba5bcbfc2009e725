"""Dates, hours and numbers as clerks write them."""

import re
from datetime import date

MOIS = ("janvier", "février", "mars", "avril", "mai", "juin", "juillet", "août", "septembre", "octobre", "novembre",
        "décembre")  # fmt: skip
JOURS = ("lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche")
_PETITS = (
    "zéro", "un", "deux", "trois", "quatre", "cinq", "six", "sept", "huit", "neuf", "dix", "onze", "douze", "treize",
    "quatorze", "quinze", "seize", "dix-sept", "dix-huit", "dix-neuf",
)  # fmt: skip
_DIZAINES = ("", "", "vingt", "trente", "quarante", "cinquante", "soixante", "soixante", "quatre-vingt", "quatre-vingt")


def lettres(n: int) -> str:
    """A whole number below ten thousand, in words."""
    if n < 20:
        return _PETITS[n]
    if n < 100:
        dizaine, unite = divmod(n, 10)
        if dizaine in (7, 9):
            unite += 10
        if unite == 0:
            return _DIZAINES[dizaine] + ("s" if dizaine == 8 else "")
        lien = " et " if unite in (1, 11) and dizaine < 8 else "-"
        return f"{_DIZAINES[dizaine]}{lien}{_PETITS[unite]}"
    base, nom = (100, "cent") if n < 1000 else (1000, "mille")
    tete, reste = divmod(n, base)
    debut = nom if tete == 1 else f"{lettres(tete)} {nom}"
    return f"{debut} {lettres(reste)}" if reste else debut


def feminin(n: int) -> str:
    """Before a feminine noun: "une voix", "vingt et une voix"."""
    mot = lettres(n)
    return f"{mot}e" if mot.endswith("un") else mot


def longue(d: date) -> str:
    return f"{'1er' if d.day == 1 else d.day} {MOIS[d.month - 1]} {d.year}"


def jour_longue(d: date) -> str:
    return f"{JOURS[d.weekday()]} {longue(d)}"


def courte(d: date) -> str:
    return f"{d.day:02d}/{d.month:02d}/{d.year}"


def pointee(d: date) -> str:
    return f"{d.day:02d}.{d.month:02d}.{d.year}"


def en_lettres(d: date) -> str:
    jour = "premier" if d.day == 1 else lettres(d.day)
    return f"{jour} {MOIS[d.month - 1]}"


def majuscule(texte: str) -> str:
    return texte[:1].upper() + texte[1:]


def elider(texte: str) -> str:
    """ "de" before a place that begins with a vowel."""
    return re.sub(r"\b([Dd])e (?=[AEIOUÉŒ])", r"\1'", texte)
