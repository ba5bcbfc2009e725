"""Where the points of a procès-verbal begin: ranks, numbers, votes, and what holds no act.

Patterns match the folded text of a paragraph from its start, bullet and rank skipped.
"""

import re

from pipeline.grammaire import structure as s
from pipeline.grammaire.dispositif import VERBE

ANCRE = re.compile(
    r"""
    (?: \A.*\b(?:unanimite|unanimement)\b | \A.*\ba\s+la\s+majorite\b | \A.*\bapres\s+(?:en\s+)?avoir\s+delibere
      | \A.*\bmis\s+aux\s+voix
      | (?:vote|pour|contre|abstentions?)\s*:\s | \A.*\b\d+\s+voix\s+(?:pour|contre)\b | \A.*\b(?:prend|prennent)\s+acte
      | adopte(?:e|s|es)?\b | (?:le|la|l')\s*(?:conseil|comite|assemblee|bureau)\b[^.]{0,90}\b(?:decide|adopte
        |approuve|autorise|valide|emet|fixe|accepte|refuse|rejette|nomme|designe|elit|charge|donne|confirme|prend)
      | \A.*\b(?:est|sont)\s+(?:\w+\s+)?(?:proclame|elu|designe|reporte|ajourne|retire|renvoye|differe|adopte
        |approuve|rejete)\w* | \A.*\bmise?s?\s+aux\s+voix | \A.*\bsurseoir
    )""",
    re.VERBOSE,
)
RANG_POINT = re.compile(r"(?:point\s+)?(?:n[°o]\s*)?(\d{1,3})\s?(?:[-.):°]{1,2}\s*|\s+)(?=\S)")
ROMAIN = re.compile(r"([ivxl1]{1,6})\s?[-.):/]{1,2}\s*(?=[a-z])")
NUMERO_POINT = re.compile(
    r"(?:(?:projet\s+de\s+)?deliberation|dcm|point|affaire|question|rapport|"
    r"n[°o*])\s*(?:n[°o*]?\s*)?[:.]?\s*(?=[a-z\d._/ -]*\d)"
)
SANS_ACTE = re.compile(
    r"(?:ouverture\s+de\s+(?:la\s+)?seance|nomination\s+d\w+\s+secretaire|designation\s+d\w+\s+secretaire|(?:election\s+d\w+\s+)?secretaire\s+de\s+seance"
    r"|questions?\s+diverses|informations?\s+diverses|ordre\s+du\s+jour|affaires\s+diverses|"
    r"(?:la\s+)?seance\s+(?:est\s+)?levee|compte[- ]rendu\s+des\s+decisions)"
)
TITRE_ET_DECISION = re.compile(
    r"(?P<titre>.{4,200}?)\s{0,3}[-:.]\s{1,3}(?=(?:le|la|l')\s{0,3}(?:conseil|comite|bureau|assemblee|commission)\b[^.]{0,160}\w|"
    r"mise?s?\s{1,3}aux\s{1,3}voix|apres\s{1,3}(?:en\s|avoir|delib)|a\s{1,3}l'unanimite|(?:adopte|approuve|unanimite)\w*\b)"
)
"""A title, and the decision on the same line."""
VOTE_COURT = re.compile(
    r"(?:votes?|pour|contre|abstentions?|ne\s+(?:prend|prennent)\s+pas)\b[^.]{0,60}:|(?:adopte|rejete|approuve|unanimite|a\s+l'unanimite)\w*\b"
)
CORPS_D_ACTE = re.compile(
    rf"(?:{s.VISAS.pattern}|{s.CONSIDERANTS.pattern}|{VERBE}\s|article\b|pour\b|contre\b|"
    rf"\d{{1,4}}\s{{0,3}}(?:voix|abst|contre|pour)|\A.*[€|]|\A.*\d\s?%|{s.TAMPON.pattern}|objet\b|montant|total)"
)
COMPTES_DE_SEANCE = re.compile(
    r"\A.*\b(?:en\s+exercice|votants?|quorum|sous\s+la\s+presidence|date\s+(?:de\s+(?:la\s+)?convocation|d.affichage))\b"
)
PROCES_VERBAL = re.compile(
    r"(?:.{0,30}\b(?:compte[- ]?rendu|proces[- ]?verbal|releve\s+d\w+\s+(?:deliberations|decisions)|pv\b|"
    r"liste\s+des\s+deliberations))"
)
COLONNES_DE_LISTE: tuple[tuple[str, re.Pattern[str]], ...] = (
    ("dispositif", re.compile(r"resultat|\bvotes?\b|decision\b|sens du vote|adopt|suite donnee")),
    ("marge", re.compile(r"rapporteu")),
    ("titre", re.compile(r"objet|intitule|titre|libelle|affaires?\b|questions?\b")),
    ("numero", re.compile(r"\An\s?[°o]|numero|reference")),
    ("titre", re.compile(r"deliberations?")),
)
"""What the columns of a list of deliberations hold, by their heads."""
RESULTAT_DE_LISTE = re.compile(
    r"\b(?:adopte|approuve|rejete|unanim|majorite|prend\s{1,2}acte|pris\s{1,2}acte|ajourne|reporte|retire|avis|pour\s?:|voix)"
)
"""What the result of a deliberation says, and an amount does not."""
SEANCE_DU = re.compile(r"seance\s(?:publique\s)?(?:(?:extra)?ordinaire\s)?du\s")

EXEMPLES: dict[str, tuple[str, ...]] = {
    "ANCRE": ("adopte a l'unanimite", "le conseil municipal, apres expose, decide", "pour : 12", "le vœu est rejete"),
    "RANG_POINT": ("1. tarifs", "point n° 4 - tarifs", "12) budget"),
    "ROMAIN": ("iv - finances", "1l) budget"),
    "NUMERO_POINT": ("deliberation n° 2021-04", "affaire n° 3 : tarifs", "dcm 2014/12"),
    "SANS_ACTE": ("questions diverses", "designation du secretaire de seance", "la seance est levee"),
    "TITRE_ET_DECISION": ("1) repas des aines - le conseil fixe a 24 €", "4) tarifs. adopte a l'unanimite"),
    "VOTE_COURT": ("vote : unanimite", "pour : 12", "adoptee"),
    "CORPS_D_ACTE": ("vu le code", "article 1", "12 voix", "une depense de 300 €"),
    "COMPTES_DE_SEANCE": ("membres en exercice : 19", "date de la convocation"),
    "PROCES_VERBAL": ("proces-verbal de la seance du", "compte rendu", "liste des deliberations"),
    "RESULTAT_DE_LISTE": ("adoptee a l'unanimite", "pour : 10 contre : 3"),
    "SEANCE_DU": ("seance du 3 mars", "seance extraordinaire du 3 mars"),
}
CONTRE_EXEMPLES: dict[str, tuple[str, ...]] = {
    "ANCRE": ("le maire expose le projet", "tarifs du cimetiere"),
    "RANG_POINT": ("tarifs du cimetiere",),
    "ROMAIN": ("tarifs",),
    "NUMERO_POINT": ("deliberation relative aux tarifs",),
    "SANS_ACTE": ("tarifs du cimetiere",),
    "TITRE_ET_DECISION": ("12. budget du conseil - exercice 2021",),
    "VOTE_COURT": ("le maire expose le projet",),
    "COMPTES_DE_SEANCE": ("tarifs du cimetiere",),
    "PROCES_VERBAL": ("extrait du registre",),
    "RESULTAT_DE_LISTE": ("12 450,00 €",),
    "SEANCE_DU": ("la seance est ouverte",),
}
