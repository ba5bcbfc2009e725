"""The functions under which an act is signed. Folded text, anywhere in a line of the signature block."""

import re

QUALITE = re.compile(
    r"""(?<![a-z])(?P<pour>pour\s+)?(?:l[ea]\s+|l'\s?)(?P<qualite>
        (?:(?:premier|premiere|deuxieme|troisieme|\d+\s?(?:er|e|eme|ere)|\S{1,3})\s+)?(?:maire|president(?:e)?|adjoint(?:e)?|vice-president(?:e)?|secretaire(?:\s+de\s+(?:la\s+)?seance)?|doyen(?:ne)?|directeur|directrice|conseiller(?:e)?)
        (?:\s+(?:delegue(?:e)?|general(?:e)?|departemental(?:e)?|regional(?:e)?|municipal(?:e)?|adjoint(?:e)?|au\s+maire|de\s+seance))*
        (?:\s+(?:de\s+la\s+|de\s+l'|du\s+|des\s+|de\s+|d')(?!seance)[\w'°-]+(?:\s+[\w'°-]+){0,5})?)
        (?=\s*(?:[,.:;]|$|\s(?=pour\b|l[ea]\s|m\.|mme)))""",
    re.VERBOSE,
)
FONCTION_SEULE = re.compile(
    r"(?:qualite\s?:\s?)?(?P<qualite>(?:maire|president(?:e)?|adjoint(?:e)?|vice-president(?:e)?)"
    r"(?:\s(?:de|du|d'|des)\s?[\w' -]{2,60})?)\W?"
)
"""The whole line, without article: "Maire de Bellerive" under the name."""
FAIT_A = re.compile(
    r"(?:fait|delibere|signe)\s{1,3}(?:et\s{1,3}delibere\s{1,3})?a\s{1,3}[^,;:]{2,60},?\s{1,3}le\s{1,3}[\w/.]{1,12}"
    r"(?:\s{1,3}(?:janvier|fevrier|mars|avril|mai|juin|juillet|aout|septembre|octobre|novembre|decembre))?(?:\s{1,3}\d{4})?"
)
"""Where and when it was signed: the place is nobody's name."""
DATE_DE_SIGNATURE = re.compile(r"\bdate\s{1,3}de\s{1,3}(?:la\s{1,3})?signature\b")
EMPECHE = re.compile(r"\A\s*(?:empeche\w*|absent\w*|et\s+par\s+delegation|(?:,\s*)?par\s+delegation)")

EXEMPLES = {
    "DATE_DE_SIGNATURE": ("date de signature : 08/03/2024",),
    "QUALITE": (
        "le maire,",
        "la presidente du conseil regional",
        "pour extrait conforme, le maire,",
        "l'adjoint delegue,",
    ),
    "FONCTION_SEULE": ("maire de bellerive", "qualite : maire"),
    "FAIT_A": ("fait a saint-aubin-la-riviere, le 14 avril 2022 la presidente",),
    "EMPECHE": ("empeche,", "et par delegation", ", par delegation"),
}
CONTRE_EXEMPLES: dict[str, tuple[str, ...]] = {
    "DATE_DE_SIGNATURE": ("fait le 8 mars",),
    "FAIT_A": ("le maire",),
    "FONCTION_SEULE": ("mairie",),
    "QUALITE": ("la mairie", "monsieur dupont"),
    "EMPECHE": ("le maire,",),
}
