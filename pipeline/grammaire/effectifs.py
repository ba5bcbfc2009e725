"""Printed counts of members: in office, present, voting, quorum. On folded text.

compte  = etiquette, [ "de" ... ], ( ":" | "=" | "-" | espace ), nombre | nombre, { "conseillers" | "membres" },
etiquette ;
tableau = etiquette, etiquette, { etiquette }, nombre, nombre, { nombre } ;       as many numbers as labels
"""

import re

from pipeline.grammaire.nombres import NOMBRE

_GENS = r"(?:membres?|conseill?ers?|conseilleres?|delegues?|elus?|titulaires?|administrateurs?|deputes?)"
_QUALIF = (
    r"(?:\s{1,2}(?:municipa(?:l|ux)|communautaires?|metropolitains?|departementa(?:l|ux)|regiona(?:l|ux)"
    r"|generaux|syndica(?:l|ux)|titulaires?))?"
)
MAXIMUM = 400
"""No French deliberating body has more members."""

_EN_EXERCICE = r"(?:en|et|e[nm])\s{0,2}(?:exercice|fonctions?)"
_SEP = r"\s{0,3}(?:[:;=>]|[.…]{1,60}|-{1,2}|\|)?\s{0,3}[-:]?\s{0,3}"
_N = rf"(?P<n>{NOMBRE})"
_NP = rf"{_N}(?:\s?\(\s?\d{{1,3}}\s?\))?"
"""A number in words may be repeated in figures: "quinze (15) membres"."""
_FIN = (
    r"(?!\s?(?:/|h\b|h\d|euros?|eme|ieme|°(?!\s{0,2}(?:\n|$)))|(?<=\D1)\s?[.)]\s?(?:m|mme|mlle|mr|madame|monsieur)\b)"
)

EN_EXERCICE = re.compile(
    rf"(?<!l'){_EN_EXERCICE}(?:\s{{1,2}}(?:au\s)?(?:a\s)?ce\s(?:jour|soir))?"
    rf"(?:{_SEP}|\s{{1,2}}(?:est|etant)\s{{1,2}}(?:fixe\s{{1,2}})?(?:de|a)\s{{1,2}}){_N}{_FIN}"
)
EN_EXERCICE_PHRASE = re.compile(rf"{_NP}\s{{1,3}}{_GENS}{_QUALIF}\s{{1,3}}{_EN_EXERCICE}(?!\s{{0,3}}[:=]?\s{{0,3}}\d)")
"""In a sentence: "il compte seize membres en exercice ; douze d'entre eux étant présents"."""
EN_EXERCICE_AVANT = re.compile(
    rf"{_N}\s{{1,3}}(?:{_GENS}{_QUALIF}\s{{1,3}}[^.;:\n\d]{{0,60}}?)?{_EN_EXERCICE}(?!\s{{0,3}}[:=])"
)
COMPOSE = re.compile(
    rf"(?:nombre\s(?:total\s)?(?:legal\s)?de\s(?:{_GENS}){_QUALIF}|effectif\s(?:legal"
    rf"|du\sconseil\w*(?:\smunicipal)?))(?:\s{{1,2}}compos\w+[^.;:\n\d]{{0,50}})?{_SEP}{_N}{_FIN}"
)
COMPOSE_DE = re.compile(
    rf"(?:conseil|commission\spermanente|comite|assemblee|bureau){_QUALIF}\s{{1,2}}(?:est|etant)\s{{1,2}}compose?e?s?"
    rf"\s{{1,2}}de\s{{1,2}}{_N}\s{{1,2}}{_GENS}"
)
PRESENTS = re.compile(
    rf"(?<!non )(?<![a-z])(?:{_GENS}\s{{1,2}})?presente?s?(?!\s{{0,2}}(?:,|ou|et|-)?\s?(?:ou|et"
    rf"|/)\s?represent)(?:\s{{1,2}}(?:a\sl\w*|au|lors\sdu)\s(?:seance|vote|moment\sdu\svote))?{_SEP}\(?{_N}{_FIN}"
)
PRESENTS_AVANT = re.compile(
    rf"{_NP}[^\S\n]{{1,3}}(?:d'entre\s{{1,2}}eux\s{{1,2}})?(?:{_GENS}{_QUALIF}\s{{1,3}})?(?:(?:etaient|etant|sont"
    rf"|physiquement)\s{{1,2}})?presente?s?(?!\w|\s{{0,3}}(?:[:=]|\(\s?\d{{1,3}}\s?\))|\s{{0,2}},?\s?(?:ou|et|/)\s?represent)"
)
PORTE_A = re.compile(
    rf"porte\w*\s{{1,2}}a\s{{1,2}}{_N}\s{{1,2}}le\s{{1,2}}nombre\s{{1,2}}des?\s{{1,2}}(?:{_GENS}\s{{1,2}})?presents"
)
CELUI_DES_VOTANTS = re.compile(rf"\ba\s{{1,2}}{_N}\s{{1,2}}(?:celui|le\s{{1,2}}nombre)\s{{1,2}}des\s{{1,2}}votants")
"""An arrival that changes the counts: "ce qui porte à 12 le nombre des présents et à 14 celui des votants"."""
VOTANTS = re.compile(
    rf"(?<![a-z])(?:(?:nombre\sde\s)?votante?s?|(?:ont"
    rf"|ayant)\s{{1,2}}pris\s{{1,2}}part\s{{1,2}}(?:a\s{{1,2}}la\s{{1,2}}deliberation|au\s{{1,2}}(?:vote"
    rf"|scrutin))|prenant\spart\s(?:au\svote|a\sla\sdeliberation)|participant\sau\svote)\)?{_SEP}{_N}{_FIN}"
)
VOTANTS_SEULS = re.compile(
    r"(?:nombre\sde\s)?votants?\s{0,3}(?:[:=]|[.…]{1,60}|(?<=nombre\sde\svotants)|(?<=nombre\sde\svotants\s))\s{0,3}[\dilo|]{1,3}\s{0,3}[.;,-]?\s{0,3}(?:$|-|pour\b)"
)
VOTANTS_AVANT = re.compile(rf"{_N}\s{{1,3}}(?:{_GENS}\s{{1,3}})?votants?(?!\w|\s{{0,3}}[:=])")
QUORUM = re.compile(
    rf"quorum(?:\s?,?\s{{1,2}}(?:requis|est\sde|fixe\sa|a\satteindre|necessaire|legal|etant\sde|de))?"
    rf"(?:\s?\([^()\n]{{1,60}}\))?{_SEP}{_N}{_FIN}"
)
ONZE = re.compile(r"(?!11)[il|1!({\[]{2}")
ONZE_EN_EXERCICE = re.compile(
    rf"{_EN_EXERCICE}\s?:\s?(?P<n>{ONZE.pattern})(?=\s{{0,3}}(?:$|\n|qui\b|dont\b|presents|votants|[-.;]))"
)
ONZE_VOTANTS = re.compile(
    rf"(?:votants|pris\s{{1,2}}part\s{{1,2}}a\s{{1,2}}la\s{{1,2}}deliberation)\s?:\s?(?P<n>{ONZE.pattern})(?!\w)"
)
"""After such a label two uprights are a printed 11, whatever the letters they were read as."""
QUORUM_ENTRE_PARENTHESES = re.compile(rf"quorum\s?\(\s?{_N}\s?(?:membres\s?)?\)")
ENSEMBLE = re.compile(r"(?<![a-z])presente?s?\s{0,2},?\s?(?:ou|et|/)\s?represent\w{1,3}")
"""Presents and represented as one number: no value for either."""

ETIQUETTES = (
    (
        "en_exercice",
        rf"(?:{_GENS}\s)?(?:{_EN_EXERCICE}|afferents\sau\s(?:conseil|comite|bureau)(?:\s(?:d'|de\s)?\w+)?)",
    ),
    ("presents", rf"(?:{_GENS}\s)?presente?s?"),
    ("votants", r"votants?|(?:qui\s)?(?:ont\s)?pris\spart\s(?:a\sla\sdeliberation|au\svote)"),
    ("quorum", r"quorum(?:\s?\([^()\n]{1,12}\))?"),
    ("pour", "pour"),
    ("contre", "contre"),
    ("abstentions", "abstentions?"),
    ("ne_prend_pas_part", "nppv|ne\\sprend\\w*\\spas\\spart(?:\\sau\\svote)?"),
    (
        "autre",
        r"represente?s?|absents?(?:\sexcuses)?|excuses|pouvoirs?|procurations?|(?:suffrages\s)?exprimes|blancs|nuls",
    ),
)  # fmt: skip
_ETIQUETTE = "(?:" + "|".join(f"(?:{m})" for _, m in ETIQUETTES) + ")"
_CHIFFRE = r"(?<![\w,.])\d{1,3}(?!\w|[,.]\d|\s?[%€])"
TABLEAU = re.compile(
    rf"(?<!\w)(?P<tetes>(?:nombre\sde\s)?{_ETIQUETTE}(?:\s{{1,3}}[|-]?\s{{0,2}}{_ETIQUETTE}){{1,6}})\s{{0,3}}[:|]?\s{{0,3}}"
    rf"(?P<valeurs>{_CHIFFRE}(?:\s{{1,3}}[|:-]?\s{{0,2}}{_CHIFFRE}){{1,6}})"
)
TETE = re.compile("|".join(f"(?P<{nom}>{motif})" for nom, motif in ETIQUETTES))
CHIFFRE = re.compile(_CHIFFRE)

EXEMPLES: dict[str, tuple[str, ...]] = {
    "EN_EXERCICE": (
        "le nombre des conseillers en exercice etant de 17, et 12 d'entre eux",
        "nombre de conseillers en exercice : 33", "conseillers en fonction : 15", "- en exercice : 20",
        "nombre de membres\nen exercice : 11", "en exercice 15", "membres en exercice a ce jour : 23",
            "en exercice : 1i", "delegues en exercice : quatorze.\nm. barthes", "en exercice : 15. m. volle",
    ),
    "EN_EXERCICE_AVANT": (
        "vingt-trois membres en exercice", "la majorite des 26 membres du conseil d'arrondissement en exercice",
        "29 conseillers municipaux en exercice",
    ),
    "EN_EXERCICE_PHRASE": ("il compte seize membres en exercice ; douze",
        "le comite comptant douze membres en exercice"),
    "COMPOSE": ("nombre de conseillers : 15", "effectif legal : 27", "nombre de membres composant le conseil : 19"),
    "COMPOSE_DE": ("la commission permanente est composee de 19 membres",
        "le conseil municipal est compose de 15 membres"),
    "PRESENTS": ("presents (8) :", "presents : 8°\n", "presents : 25", "membres presents : 16", "- presents : 15",
        "presents 12",
        "etaient presents : 12 conseillers"),
    "PRESENTS_AVANT": ("25 conseillers etaient presents", "dix-sept membres presents", "12 presents",
        "douze d'entre eux etant presents"),
    "PORTE_A": ("ce qui porte a 12 le nombre des presents",),
    "CELUI_DES_VOTANTS": ("et a 14 celui des votants",),
    "VOTANTS": (
        "membres ayant voix deliberative (votants) : trente (30)",
        "votants : 30", "qui ont pris part a la deliberation : 11", "votants 14", "ayant pris part au vote : 9",
        "nombre de votants : 22",
    ),
    "VOTANTS_SEULS": ("nombre de votants ………. 14", "nombre de votants 16", "votants : 14",
        "nombre de votants : 11 - pour : 11"),
    "VOTANTS_AVANT": ("22 votants", "quinze membres votants"),
    "QUORUM": ("quorum : 17", "quorum requis : 12", "le quorum est de 8", "quorum (loi n° 2020-760) : 10"),
    "ONZE": ("il", "ii", "{1", "1!"),
    "ONZE_EN_EXERCICE": ("membres en exercice : il qui ont",),
    "ONZE_VOTANTS": ("pris part a la deliberation : ii",),
    "QUORUM_ENTRE_PARENTHESES": ("le quorum (11) est atteint",),
    "ENSEMBLE": ("presents ou representes : 25", "presents et representes : 25"),
    "TABLEAU": ("en exercice presents votants\n15 12 14", "presents | votants | pour 12 | 14 | 14",
        "pour contre abstentions 12 1 1", "en exercice presents votants\n15 : 12 : 14"),
    "TETE": ("en exercice", "membres presents", "votants", "quorum", "procurations"),
    "CHIFFRE": ("15",),
}  # fmt: skip
CONTRE_EXEMPLES: dict[str, tuple[str, ...]] = {
    "VOTANTS_SEULS": ("votants et 3",),
    "EN_EXERCICE": ("l'exercice 2021", "conseillers en exercice"),
    "EN_EXERCICE_AVANT": ("l'exercice 2021", "15 presents"),
    "EN_EXERCICE_PHRASE": ("votants 14 en exercice : 15",),
    "COMPOSE": ("nombre de parts : 3",),
    "COMPOSE_DE": ("la commission d'appel d'offres est composee de 5 membres",),
    "PRESENTS": ("presents : 1. m. durand", "presents ou representes : 25", "presents : 20 h 30", "representes : 5"),
    "PRESENTS_AVANT": (
        "25 conseillers etaient presents ou representes",
        "votants 15 presents : 12",
        "14\npresents (8)",
    ),
    "PORTE_A": ("porte a 12 euros",),
    "CELUI_DES_VOTANTS": ("14 votants",),
    "VOTANTS": ("suffrages exprimes : 17", "vote : 12"),
    "VOTANTS_AVANT": ("14 votes", "presents 12 votants : 14"),
    "QUORUM": ("le quorum est atteint",),
    "ONZE": ("i9", "11"),
    "ONZE_EN_EXERCICE": ("en exercice, il",),
    "ONZE_VOTANTS": ("votants : 11",),
    "QUORUM_ENTRE_PARENTHESES": ("quorum (loi n° 2020-760)", "quorum (1/3)"),
    "ENSEMBLE": ("presents : 12",),
    "TABLEAU": ("en exercice : 15 presents : 12", "presents 12"),
    "TETE": ("commune",),
    "CHIFFRE": ("12,5", "2021"),
}


def lire_tableau(plie: str) -> dict[str, tuple[int, int, int]]:
    """Header labels followed by as many numbers: label -> (number, start, end). Empty when the two do not pair."""
    for m in TABLEAU.finditer(plie):
        tetes = [t.lastgroup or "autre" for t in TETE.finditer(m["tetes"])]
        valeurs = [
            (int(v.group()), v.start() + m.start("valeurs"), v.end() + m.start("valeurs"))
            for v in CHIFFRE.finditer(m["valeurs"])
        ]
        if len(tetes) == len(valeurs):
            return {t: v for t, v in zip(tetes, valeurs, strict=True) if t != "autre"}
    return {}
