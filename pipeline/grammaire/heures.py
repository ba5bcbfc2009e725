"""Hours of the day, in digits or in words, on folded text.

heure   = nombre, ( "h" | "heures" ), [ "et" ], [ minutes ] | 2 * chiffre, ":", 2 * chiffre ;
minutes = nombre, [ "minutes" ] | "demie" | "quart" ;
"""

import re

from modeles.lecture import Nature, Trouvaille
from modeles.texte import Passage
from pipeline.grammaire import nombres

_HEURES = rf"(?P<heures>(?<![\w,.:])[\doil|]{{0,1}}\d[oil|]?(?=\s?h)|{nombres.LETTRES})"
_MINUTES = rf"(?P<minutes>[0-5o][\do](?!\d)|demie?|quart|{nombres.LETTRES})(?!\s{{0,2}}h)"
HEURE = re.compile(
    rf"{_HEURES}\s{{0,2}}h(?:eures?)?(?![a-z])\.?\s{{0,2}}(?:(?:et\s{{1,2}})?{_MINUTES}(?:\s{{0,2}}(?:minutes?"
    rf"|mn?|min)\b)?)?"
)
HEURE_COLLEE = re.compile(r"(?P<heures>(?<![\w,.:])\d{1,2})h(?P<minutes>[0-5o][\do])(?!\w)")
DEUX_POINTS = re.compile(r"(?<![\w:/.])(?P<heures>[0-2]?\d)\s?:\s?(?P<minutes>[0-5]\d)(?![\w:])")

EXEMPLES: dict[str, tuple[str, ...]] = {
    "HEURE": (
        "20 h 30", "20h", "18 heures 30", "vingt heures trente", "dix-huit heures et trente", "dix- huit heures trente",
        "dix-neuf heures", "9 heures 45", "17 h 00", "onze heures trente minutes", "dix-neuf heures et demie",
        "20 h. 30", "vingt et une heures", "2o h 30",
    ),
    "HEURE_COLLEE": ("20h15", "11h00", "9h3o"),
    "DEUX_POINTS": ("20:30", "9 : 05"),
}  # fmt: skip
CONTRE_EXEMPLES: dict[str, tuple[str, ...]] = {
    "HEURE": ("20 habitants", "vingt hommes", "h 30"),
    "HEURE_COLLEE": ("20h", "3h7", "1284h30"),
    "DEUX_POINTS": ("presents : 25", "1:2", "13:75", "10:20:30"),
}

_MOTS = {"demi": 30, "demie": 30, "quart": 15}


def _nombre(piece: str | None) -> tuple[int, Nature] | None:
    if piece is None:
        return 0, "lu"
    if piece in _MOTS:
        return _MOTS[piece], "lu"
    return nombres.lire_entier(piece)


def heures_positions(passage: Passage) -> tuple[tuple[int, int, Trouvaille[str]], ...]:
    """All the hours of the passage as "HH:MM", in order, with their spans."""
    trouvees: list[tuple[int, int, Trouvaille[str]]] = []
    for motif in (HEURE_COLLEE, HEURE, DEUX_POINTS):
        for m in motif.finditer(passage.plie):
            heure, minute, fin = _nombre(m["heures"]), _nombre(m["minutes"]), m.end()
            if heure is None or heure[0] > 23:
                continue
            minutes, nature_minutes = minute or (0, "lu")
            if minute is None or minutes > 59:
                minutes, fin = 0, m.start("minutes")
            nature: Nature = "corrige" if "corrige" in (heure[1], nature_minutes) else "lu"
            fin = m.start() + len(m.group()[: fin - m.start()].rstrip())
            valeur = Trouvaille[str](
                valeur=f"{heure[0]:02d}:{minutes:02d}",
                mots=passage.mots_de(m.start(), fin),
                regle="heures",
                nature=nature,
            )
            trouvees.append((m.start(), fin, valeur))
    gardees: list[tuple[int, int, Trouvaille[str]]] = []
    for trouvee in sorted(trouvees, key=lambda t: (t[0], -t[1])):
        if not gardees or trouvee[0] >= gardees[-1][1]:
            gardees.append(trouvee)
    return tuple(gardees)


def heures(passage: Passage) -> tuple[Trouvaille[str], ...]:
    """All the hours of the passage as "HH:MM", in order."""
    return tuple(t for _, _, t in heures_positions(passage))
