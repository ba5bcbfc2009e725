"""How a person is printed in a roll.

    liste     = element { separateur element }
    element   = [civilite] nom [annotation] { "," qualite }
    nom       = { capitalised word | particle | initial }, at least one capitalised word
    annotation= "(" ... ")"

Unlike the other grammars this one reads the printed text, not the folded one: capitals are what tells a name.
"""

import re

CIVILITE = re.compile(
    r"(?:M(?:mes?|lles?|elle|r|rs|M|ES?SIEURS|essieurs|onsieur|adame|esdames|ademoiselle|ONSIEUR|ADAME|ME|MES|LLE)?|mme|mr)\.?(?=\s|$)(?!\.\w)"
)
SEPARATEUR = re.compile(
    r"""\s{0,3}[;•·\n]\s{0,3} | \s{0,3},\s{0,3} | \s{1,3}[-–—−~=]+>?\s{0,3}(?=[A-ZÀ-ÝŒ«d])
      | (?<=[\w.)])[-–—]\s{1,3}(?=[A-ZÀ-Ý]) | (?<=[^\W\d_]{2})[-–—](?=(?:MM?\.|Mmes?|Mlle|Mr)\s)
      | \s{0,3}(?:→|=>|->|>)\s{0,3} | \s{0,3}:\s{0,3}
      | \s{1,3}et\s{1,3}(?=[A-ZÀ-Ý]) | \.\s{1,3}(?=M(?:me|r|lle)?\.?\s)
        | (?<=[a-zà-ÿA-ZÀ-Ý]{2})(?<!MM)(?<!Mr)(?<!Mme)(?<!Mlle)(?<!St)(?<!Mmes)\.\s{1,3}(?=[A-ZÀ-Ý])
          | \s{0,3}[()\[\]{}]\s{0,3} | \s/\s""",
    re.VERBOSE,
)
PARTICULE = re.compile(
    r"(?:de|du|des|la|le|les|von|van|der|den|ter|ten|di|da|do|dos|das|del|della|el|al|ben|bin|dit|dite|nee|epouse|ep\.?|i|y|e|saint|sainte|d'|l')$"
)
FONCTION = re.compile(
    r"""^(?:l')?(?:maires?|adjoint\w*|conseill\w+|(?:vice[- ]?)?president\w*|deput\w+|senat\w+|delegu\w+|
        titulaires?|suppleant\w*|membres?|
        secretaires?|tresorier\w*|direct\w+|responsables?|rapporteu\w+|doyen\w*|excus\w+|absent\w*|present\w*|procurations?|pouvoirs?|
        mandat\w*|neant|aucun\w*|groupe\w*|listes?|communes?|ville|mairie|assemblee|conseil|quorum|votants?|etai\w+|etait|avai\w+|sont|elus?|elues?|
        nombre|premiers?|premieres?|deuxiemes?|\d+\w{0,3}|representee?s?|representants?|assiste\w*|participe\w*|comptable|receveur|dgs|inspect\w+|prefet|sous-prefet|vice|
        madame|monsieur|mesdames|messieurs|mmes?|mm|seance|mesdemoiselles|non|non-inscrits?|inscrits?|union|ont|formant|lesquels|soit|total|signatures?|qualite|
        ont|vote|departement\w*|regional\w*|municipal\w*|communaut\w+|syndic\w+|administrat\w+|agents?|chef|invite\w*|territor\w+|arrive\w*|
        depart|parti\w*|jusqu\w*|point|personnes?|quali\w*|collectivites?|article|code|general|generaux|reprise|sous|adj\w*|cons)$""",
    re.VERBOSE,
)
PATRONYME_COMMUN = re.compile(r"maire|conseil|present|prefet|vote|chef|point|depart|ville|doyen|mandat|secretain|senat")
"""Words of rolls that are surnames as well."""
TITRE = re.compile(r"(?:dr|docteur|maitre|me|pr|professeur)\.?")
QUALITE = re.compile(
    r"""(?:(?:l[ea]\s{1,3}|l')?(?:maire|(?:vice[- ]?)?president(?:e)?
        |(?:\d{1,2}\s?(?:er|e|eme|ere|nd|nde)|premier|premiere|deuxieme|troisieme|quatrieme|cinquieme)\s{1,3}
        |adjoint(?:e)?|conseill(?:er|ere)|depute(?:e)?|senat(?:eur|rice)|delegue(?:e)?|suppleant(?:e)?|titulaire|membre|secretaire|tresorier(?:e)?|rapporteu(?:r|se)
        |doyen(?:ne)?|direct(?:eur|rice)|responsable|receveur|comptable|chef|technicien(?:ne)?|dgs))\b""",
    re.VERBOSE,
)
DE_QUOI = re.compile(
    r"\s{0,3}(?:l[ea]\s{1,3})?(?:maire|adjoint|president|vice-president|conseill|deput|senat)\w*\s[^;]{0,60}\bd(?:e|')"
)
"""A function and the place it is held in ("maire délégué de La Lande"): no person follows its "de"."""
LIEN = re.compile(
    r"""(?:donn\w{1,5}|remet|laisse\w*|confie\w*)\s{1,3}(?:(?:son|un|une|sa|leur|leurs)\s{1,3})?(?:pouvoirs?|procurations?|mandats?)
      | rep(?:resent\w+|r?\.)\s{1,3}par | a\s{1,3}charge | ayant\s{1,3}pour\s{1,3}mandataire | en\s{1,3}faveur\s{1,3}de
      | (?:pouvoir|procuration
        |mandat)s?\s{0,3}(?:de\s{1,3}vote\s{0,3})?(?:donne\w*\s{0,3})?:?\s{0,3}(?:\(?\s{0,3}a\b|:|[>→=+-]{1,2}\s)
          | p(?:ou)?v(?:oi)?r?\.?\s{1,3}a\b | proc\.?\s{1,3}a\b""",
    re.VERBOSE,
)
LIEN_INVERSE = re.compile(
    r"(?:pouvoir|procuration|mandat|mandataire|represent\w+|au\s{1,3}nom)s?\s{1,3}(?:de|d')\s{0,3}$|\(?(?:a\s{1,3})?recu\s{1,3}(?:pouvoir|procuration)\s{1,3}de"
)

ABSENT_APRES = re.compile(
    r"\A\s{0,2}[(,:]?\s{0,2}(?:est\s{1,2})?absente?\b(?!\w|\s{0,2},?\s{0,2}(?:et\s)?(?:represent|ayant))"
)
"""Right after a name among the proxies: this one gave none."""
ABSENT_ENTRE_PARENTHESES = re.compile(r"\A\s{0,2}\((?:non\s{1,2}excusee?|absente?)\)")
"""Right after a name of any list: "Anny ROY (absente)"."""
EXCUSE_APRES = re.compile(
    r"\A\s{0,2},?\s{0,2}s'est\s{1,2}fait\s{1,2}excuser\b|"
    r"\A\s{0,2}[(,:]?\s{0,2}(?:absente?\s{1,2}(?:et\s{1,2})?)?excusee?\b(?!e?s|\s{0,2}:|\s{1,3}(?:mm?|mmes?|mlle|monsieur|madame)\b)"
)
"""Right after a name of the roll: this one is excused ("M. MACHY excusé")."""

HOMONYME = re.compile(
    r"\b(?P<nom>[A-ZÀ-Ý][A-ZÀ-Ý'-]+)\s(?P<ouvre>\()(?P<prenom>[A-ZÀ-Ý][a-zà-ÿ]+(?:-[A-ZÀ-Ý][a-zà-ÿ]+)?)(?P<ferme>\))"
)

PRENOM_NOM = re.compile(
    r"\s{0,3}(?!Groupe|Liste|Ville|Commune)[A-ZÀ-Ý][a-zà-ÿ]+(?:-[A-ZÀ-Ý][a-zà-ÿ]+)?(?:\s(?:[A-ZÀ-Ý][A-ZÀ-Ý'-]+|DE|de))+\s{0,3}"
)
"""A person where a label was expected: the ";" after it was read ":"."""
NOMME = re.compile(r"\b(?:M|Mme|Mlle|MM|Mmes|Monsieur|Madame)\.?\s{1,3}[A-ZÀ-Ý]")

DIRECT = re.compile(
    r"(?:^|[,;:-]\s)\s?[A-ZÀ-Ý][a-zà-ÿ]+(?:-[A-ZÀ-Ý][a-zà-ÿ]+)?\s(?:(?:de|DE|LE|LA|DU)\s)?[A-ZÀ-Ý][A-ZÀ-Ý'-]+"
)
INVERSE = re.compile(r"(?:[,;:-]\s)\s?[A-ZÀ-Ý][A-ZÀ-Ý'-]+\s[A-ZÀ-Ý][a-zà-ÿ]+(?=\s?[,;-])")
"""Elements of a list in one order of names, and in the other."""

EXEMPLES = {
    "ABSENT_ENTRE_PARENTHESES": (
        " (absente)",
        " (non excuse)",
    ),
    "ABSENT_APRES": (" est absente sans excuse", " : absent"),
    "DIRECT": ("Anne ROY, Jean DUPONT",),
    "INVERSE": (", ROY Anne, DUPONT Jean",),
    "PRENOM_NOM": ("Jocelyne GÉRARDIN",),
    "NOMME": ("M. Roux",),
    "PATRONYME_COMMUN": ("maire", "vote"),
    "EXCUSE_APRES": (" excuse, duflos", " (excuse)", ", absente excusee"),
    "HOMONYME": ("MARTIN (Paul)", "LE GOFF (Jean-Yves)"),
    "CIVILITE": ("M. ", "Mme ", "MM. ", "Mmes ", "Monsieur ", "Madame "),
    "SEPARATEUR": ("JOST-Mme Roy", " ; ", ", ", " - Paul", " → ", " : "),
    "PARTICULE": ("de", "la", "van", "d'"),
    "FONCTION": ("maire", "adjointe", "conseillers", "vice-president", "2eme"),
    "TITRE": ("dr", "maitre"),
    "QUALITE": ("maire", "1ere adjointe", "conseiller municipal", "vice-presidente"),
    "DE_QUOI": ("maire delegue de la lande-serein", "president du syndicat de"),
    "LIEN": (
        "donne pouvoir",
        "a donne procuration",
        "represente par",
        "procuration a",
        "pouvoir a",
        "proc. a",
        "rep. par",
    ),
    "LIEN_INVERSE": ("procuration de ", "a recu pouvoir de"),
}
CONTRE_EXEMPLES = {
    "ABSENT_ENTRE_PARENTHESES": (" (absente, pouvoir a m. x)",),
    "DIRECT": ("ROY Anne",),
    "INVERSE": (", Anne ROY, Jean DUPONT",),
    "PRENOM_NOM": ("la commune",),
    "NOMME": ("le maire",),
    "CIVILITE": ("Max", "Marie"),
    "EXCUSE_APRES": (" excuses : m. roux", ", m. roux excuse"),
    "PARTICULE": ("a", "par", "dupont"),
    "FONCTION": ("dupont", "martin"),
    "DE_QUOI": ("suppleant de", "pouvoir de"),
    "LIEN": ("donne lecture", "presente par"),
}
