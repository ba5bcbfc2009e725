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
    r"(?:qualite\s?:\s?)?(?P<qualite>(?:maire|president(?:e)?|adjoint(?:e)?|vice-president(?:e)?)(?:\s(?:de|du|d'|des)\s?[\w' -]{2,60})?)\W?"
)
"""The whole line, without article: "Maire de Bellerive" under the name."""
EMPECHE = re.compile(r"\A\s*(?:empeche\w*|absent\w*|et\s+par\s+delegation|(?:,\s*)?par\s+delegation)")

EXEMPLES = {
    "QUALITE": (
        "le maire,",
        "la presidente du conseil regional",
        "pour extrait conforme, le maire,",
        "l'adjoint delegue,",
    ),
    "FONCTION_SEULE": ("maire de bellerive", "qualite : maire"),
    "EMPECHE": ("empeche,", "et par delegation", ", par delegation"),
}
CONTRE_EXEMPLES: dict[str, tuple[str, ...]] = {
    "FONCTION_SEULE": ("mairie",),
    "QUALITE": ("la mairie", "monsieur dupont"),
    "EMPECHE": ("le maire,",),
}
