"""Numbers, in digits or in French words, on folded text.

nombre   = chiffres | lettres ;
chiffres = chiffre, { chiffre | sosie } | groupe, { espace, 3 * chiffre } ;      sosie = "l" | "i" | "|" | "o" ;
lettres  = mot, { ( " " | "-" ), [ "et" ], mot } ;                               mot = "un" | ... | "mille" ;

A lookalike is accepted only in a token that holds a digit: "i4" is 14, "il" is nothing.
"""

import re

from modeles.lecture import Nature

VALEURS: dict[str, int] = {
    "zero": 0, "un": 1, "une": 1, "deux": 2, "trois": 3, "quatre": 4, "cinq": 5, "six": 6, "sept": 7, "huit": 8,
    "neuf": 9, "dix": 10, "onze": 11, "douze": 12, "treize": 13, "quatorze": 14, "quinze": 15, "seize": 16,
    "vingt": 20, "vingts": 20, "trente": 30, "quarante": 40, "cinquante": 50, "soixante": 60, "septante": 70,
    "huitante": 80, "octante": 80, "nonante": 90, "cent": 100, "cents": 100, "mil": 1000, "mille": 1000,
}  # fmt: skip

_MOT = "(?:" + "|".join(sorted(VALEURS, key=lambda m: -len(m))) + ")"
_LIEN = r"(?:\s{0,2}-\s{0,2}|\s{1,3})"
LETTRES = rf"(?:(?<![a-z]){_MOT}(?:{_LIEN}(?:et{_LIEN})?{_MOT}){{0,7}}(?![a-z]))"
"""Piece: a number in words."""
CHIFFRES = r"(?:(?<![\w,.])(?:\d{1,3}(?:\s\d{3}){1,2}|[ilo|]{0,3}\d[\dilo|]{0,5})(?![\w]|,\d|\s?[%€]))"
"""Piece: a number in digits, lookalikes included; not a decimal, a percentage or an amount."""
NOMBRE = rf"(?:{CHIFFRES}|{LETTRES})"
"""Piece: any number."""

ENTIER = re.compile(NOMBRE)
EN_LETTRES = re.compile(LETTRES)

EXEMPLES: dict[str, tuple[str, ...]] = {
    "ENTIER": ("quinze", "vingt-quatre", "deux mil quatorze", "mil neuf cent quatre-vingt-seize", "15", "1 284", "i4"),
    "EN_LETTRES": ("vingt et un", "cent vingt-trois", "dix neuf", "une", "vingt- trois"),
}
CONTRE_EXEMPLES: dict[str, tuple[str, ...]] = {
    "ENTIER": ("il", "oil", "neuve", "12,5", "40 %", "aucun"),
    "EN_LETTRES": ("centre", "commune", "12", "sixieme"),
}

_SOSIES = str.maketrans({"l": "1", "i": "1", "|": "1", "o": "0"})
_JETON = re.compile(r"[\dilo|]{1,9}")
_GROUPES = re.compile(r"\d{1,3}(?:[\s.]\d{3})+")


def _de_lettres(plie: str) -> int | None:
    total, courant = 0, 0
    mots = [m for m in re.split(r"[\s-]+", plie) if m and m != "et"]
    for mot in mots:
        valeur = VALEURS.get(mot)
        if valeur is None or (valeur == 0 and len(mots) > 1):
            return None
        if valeur == 1000:
            if total:
                return None
            total, courant = max(courant, 1) * 1000, 0
        elif valeur == 100:
            if courant >= 10:
                return None
            courant = max(courant, 1) * 100
        elif valeur == 20 and courant % 100 == 4:
            courant += 76
        elif not _s_ajoute(courant % 100, valeur):
            return None
        else:
            courant += valeur
    return total + courant if mots else None


def _s_ajoute(reste: int, valeur: int) -> bool:
    """Whether a word of this value may follow the tens and units already read."""
    if reste == 0:
        return True
    if reste in (10, 70, 90):
        return 7 <= valeur <= 9
    return reste % 10 == 0 and (valeur < 10 or (valeur < 20 and reste in (60, 80)))


def lire_entier(plie: str) -> tuple[int, Nature] | None:
    """The number that the whole folded text prints, and whether lookalikes were repaired. None when it is none."""
    plie = plie.strip()
    if plie.isascii() and plie.isdigit() and len(plie) <= 9:
        return int(plie), "lu"
    if _GROUPES.fullmatch(plie):
        return int(re.sub(r"\D", "", plie)), "lu"
    if _JETON.fullmatch(plie) and any(c.isdigit() for c in plie):
        return int(plie.translate(_SOSIES)), "corrige"
    lu = _de_lettres(plie)
    return None if lu is None else (lu, "lu")


def entier(plie: str) -> int | None:
    """The number that the whole folded text prints, or None."""
    lu = lire_entier(plie)
    return lu[0] if lu else None
