"""The parts of the roll: the formula that opens each. Folded text of a paragraph from its start, bullet skipped."""

import re

_SONT = r"(?:(?:etai(?:en)?t|sont|est|ont ete)\s{1,3})?"

_MEMBRES = (
    r"(?:(?:les\s{1,3})?(?:membres|conseill\w+(?:\s{1,3}(?:municipa|communauta|"
    r"departementa|regiona)\w+)?|delegues?|elue?s?|titulaires?|administrateurs?)\s{1,3})?"
)

_NON_REPRESENTES = r"(?:autres?\s{1,3}|non\s{1,3}representee?s?\s{0,2}(?:,|et|mais)\s{0,2})?"

PRESENTS = re.compile(
    rf"""
    (?: {_SONT}(?:les\s{{1,3}})?(?:membres\s{{1,3}}|conseillers?\s{{1,3}}(?:\w+\s{{1,3}}){{0,2}}?|elus\s{{1,3}}
      |delegues?\s{{1,3}}|titulaires?\s{{1,3}}|suppleants?\s{{1,3}})*
        presente?s?\b (?!\s{{1,3}}(?:par\b|deliberation|convention|rapport|proces|acte|et\s{{1,3}}represente
          |ou\s{{1,3}}represente|a\s{{1,3}}l'exception))
      | ont\s{{1,3}}siege\b | siegent\s{{0,3}}(?:donc\s{{0,3}})?: | etat\s{{1,3}}des\s{{1,3}}presences\b
      | (?:membres|conseillers|elus|delegues)\s{{1,3}}ayant\s{{1,3}}siege\b
      | (?:delegues\s{{1,3}})?suppleants?\s{{1,3}}siegeant\b
      | composition\s{{1,3}}de\s{{1,3}}(?:l'?\s?|la\s{{1,3}})(?:assemblee|seance|conseil)\s{{1,3}}presente\b
      | appel\s{{1,3}}des\s{{1,3}}membres\b | feuille\s{{1,3}}de\s{{1,3}}presence\b
      | assistent\s{{1,3}}a\s{{1,3}}la\s{{1,3}}reunion(?=\s{{1,3}}(?:m\.|mme|mm))
      | (?:il\s{{1,3}}est\s{{1,3}}procede\s{{1,3}}a\s{{1,3}}l'appel\s{{1,3}}nominal\.\s{{1,3}})?ont
        \s{{1,3}}repondu\s{{1,3}}a\s{{1,3}}l'appel(?:\s{{1,3}}de\s{{1,3}}leur\s{{1,3}}nom)?
      | a\s{{1,3}}l'appel\b[^:.]{{0,60}}?\b(?:repond\w+|sont)\s{{1,3}}presente?s?\b
      | (?:la\s{{1,3}})?(?:majorite|totalite)\s{{1,3}}des\s{{1,3}}(?:\d+\s{{1,3}})?membres\b[^:]{{0,120}}?present
      | (?:membres|elus|conseillers)\s{{1,3}}ayant\s{{1,3}}pris\s{{1,3}}part
    )""",
    re.VERBOSE,
)
PRESENTS_OU_REPRESENTES = re.compile(
    r"(?:(?:les\s)?(?:membres|conseillers|delegues|elus|administrateurs)\s)?presente?s?\s(?:ou|et)\srepresente?e?s?\s?:\s?"
)
"""One list for both, the proxies in brackets; without names it is a count."""
PROCURATIONS = re.compile(
    rf"""
    (?: {_SONT}{_MEMBRES}(?:absent\w*|excuse\w*|representes?)?[\s,]{{0,3}}(?:et\s{{1,3}}
      |ou\s{{1,3}})?(?:excuse\w*)?[\s,]{{0,3}}(?:et\s{{1,3}})?
        (?:ayant\s{{1,3}})?(?:a\s{{1,3}}|ont\s{{1,3}}|avai(?:en)?t\s{{1,3}})?(?:donne|vote\s{{1,3}}par|remis|laisse)\s{{0,3}}(?:e?s?)\s{{0,3}}
        (?:leurs?\s{{1,3}}|un\s{{1,3}}|une\s{{1,3}})?(?:pouvoirs?|procurations?|mandats?)\b
      | (?:pouvoirs?|procurations?|mandats?)\b(?=\s{{0,3}}(?:\(|:|\d|$|donne|de\s{{1,3}}vote|ont))
      | (?:pouvoir|procuration)\b(?=\s{{1,3}}de\s{{1,3}}(?:m\.|mr|mme|mlle|monsieur|madame)\s[^.;]{{1,80}}\sa\s)
      | {_SONT}(?:absent\w*|excuse\w*)[\s,]{{0,3}}(?:et\s{{1,3}}
        |mais\s{{1,3}})?(?:excuse\w*[\s,]{{0,3}})?(?:et\s{{1,3}}|mais\s{{1,3}})?(?:ont\s{{1,3}}ete\s{{1,3}})?representee?s?\b
      | {_SONT}(?:membres\s{{1,3}}|conseillers\s{{1,3}})?representee?s?\b(?=\s{{0,3}}(?:\(|:|$|par\b))
      | porteurs?\s{{1,3}}de\s{{1,3}}pouvoirs?\s?:
      | mandataires?\s{{1,3}}de\s[^:.]{{3,40}}: | vot\w{{1,6}}\s{{1,3}}au\s{{1,3}}nom\s{{1,3}}d[^:.]{{3,40}}:
      | [^:]{{0,140}}\bmandat\s{{1,3}}(?:ecrit\s{{1,3}})?de\s{{1,3}}voter\b
      | (?:m\.|mme|monsieur|madame)\s[^:.]{{3,60}}\sdonne\s{{1,3}}connaissance\s{{1,3}}d(?:es|u)\s{{1,3}}pouvoirs?\b
      | (?:ont|avaient)\s{{1,3}}vote\s{{1,3}}par\s{{1,3}}procuration
      | (?:membres|conseillers|elus)\s{{1,3}}(?:absents?\s{{1,3}})?(?:ayant|qui\s{{1,3}}ont)\s{{1,3}}donne
      | vot(?:ai(?:en)?t|ent|ant)\s{{1,3}}par\s{{1,3}}procuration
      | (?:ayant|ont|avaient)\s{{1,3}}donne\s{{1,3}}(?:une\s{{1,3}})?delegation\s{{1,3}}de\s{{1,3}}vote
      | {_SONT}{_MEMBRES}(?:absent\w*\s{{1,3}})?excuse\w*\s{{1,3}}avec\s{{1,3}}(?:pouvoir|procuration)
      | (?:{_SONT}(?:absent\w*|excuse\w*)\s{{1,3}}(?:et\s{{1,3}})?)?
        (?:avai(?:en)?t|ont|ayant)\s{{1,3}}delegue\s{{1,3}}(?:leur
        |son)\s{{1,3}}(?:droit\s{{1,3}}de\s{{1,3}})?vote
    )""",
    re.VERBOSE,
)
PROCURATION_DITE = re.compile(
    r"(?:m\.|mme|mlle|mr|monsieur|madame)\s[^.;:]{3,60}?(?:\s(?:a|ayant)\s{1,2}(?:donne|remis|laisse)\s{1,2}"
    r"(?:(?:sa|son|un|une)\s{1,2})?(?:pouvoir|procuration|mandat)\s{1,2}"
    r"(?:(?:de|pour)\s{1,2}(?:voter|agir)\s{1,2}(?:en\s{1,2}(?:son|leur)\s{1,2}nom\s{1,2}|a\s{1,2}sa\s{1,2}place\s{1,2})?)?(?:a|au|pour)\b"
    r"|,?\s(?:\w{4,12},\s)?a\s{1,2}charge\s{1,2}(?:m\.|mme|monsieur|madame)|,?\sayant\s{1,2}pour\s{1,2}mandataire\b"
    r"|\sa\s{1,2}recu\s{1,2}(?:pouvoir|procuration|mandat)\s{1,2}d|,?\s(?:absente?|excusee?|empechee?),?\s"
    r"(?:et\s)?representee?\s{1,2}par\s{1,2}(?:m\.|mme|monsieur|madame)|\s{0,2}(?:→|->)\s{0,2}(?:m\.|mme|monsieur|madame))"
)
"""A sentence a proxy, with no heading: "M. X a donné procuration à Mme Y ; ..."."""
EXCUSES = re.compile(
    rf"{_NON_REPRESENTES}{_SONT}{_MEMBRES}(?:absent\w*[\s,]{{0,3}}(?:et\s{{1,3}}|-\s{{0,3}})?)?excuse(?:e|s|es)?\b(?!\s{{1,3}}par)"
)
ABSENTS = re.compile(
    rf"n'assistai(?:en)?t\s{{1,3}}pas\s{{1,3}}a\s{{1,3}}la\s{{1,3}}(?:seance|reunion)|"
    rf"{_NON_REPRESENTES}{_SONT}{_MEMBRES}(?:non\s{{1,3}}excusee?s?\b(?=\s?:)|absente?s?\b(?:\s{{1,3}}non\s{{1,3}}excuse\w*)?)"
)
ASSISTANTS = re.compile(
    r"(?:assistai(?:en)?t|participai(?:en)?t|(?:etai(?:en)?t|est|sont)\s{1,3}(?:egalement|aussi)\s{1,3}presente?s?|en\s{1,3}presence\s{1,3}de"
    r"|invites?\b|personnels?\s{1,3}(?:present|administrat)|(?:egalement|aussi)\s{1,3}presente?s?|administration\s{0,3}:"
    r"|assiste\w*\s{1,3}a\s{1,3}la\s{1,3}seance|autres\s{1,3}personnes)"
)
MOUVEMENTS = re.compile(
    r"(?:(?:est|sont)\s{1,3}(?:arrive|parti|sorti|entre)\w*|(?:arrivee|depart)s?\b(?:\s{1,3}(?:de|en)\b|\s{0,3}:)"
    r"|(?:m(?:\.|r|me|onsieur|adame|mes|m\.)[^.]{2,80}\s)(?:arrive|quitte|sort|entre|rejoint)\b[^.]{0,60}(?:seance|salle))"
)
DONNE_POUVOIR = re.compile(
    r"(?:.{3,60}\s)(?:(?:a\s{1,3}|ont\s{1,3}|ayant\s{1,3}|avait\s{1,3})?donn\w{1,4}\s{1,3}(?:son\s{1,3}|un\s{1,3}|une\s{1,3})?(?:pouvoir|procuration|mandat)|represente\w*\s{1,3}par|(?:pouvoir|procuration)\s{1,3}(?:a|de)\s)"
)


DE_A = re.compile(r"[A-ZÀ-Ý][\w'’-]+(?:\s[\w'’-]+){1,4}\s(?:à|→|=>)\s[A-ZÀ-Ý][\w'’-]+(?:\s[\w'’-]+){1,4}\W*")
"""One proxy on its line, on the printed text: "Jean DUPONT à Anne ROY"."""
SAUF = re.compile(
    r"[^().]{0,60}\btous\b[^().]{0,60}\b(?:a\sl'exception|sauf|hormis|excepte)\b(?P<qui>(?:[^.]|(?<=\bm)\.|(?<=\bmme)\.){0,300})"
)
"""All are present but those named in the same sentence: "tous les membres en exercice, à l'exception de M. X"."""
SUITE_DE_POUVOIR = re.compile(
    r"\W{0,3}(?:(?:a\s{1,3}|ayant\s{1,3})?(?:donn\w{1,5}|remi\w|laisse\w*)\s{1,3}(?:(?:son|un|une|sa)\s{1,3})?)?"
    r"(?:pouvoir|procuration|mandat)\s{1,3}(?:donnee?\s{1,3})?a\s{1,3}\w"
)
"""The holder on a line of its own, under the giver: "donne procuration à M. Y"."""
RESPECTIVEMENT = re.compile(
    r"\b(?:ont|avaient|ayant)\s(?:respectivement\s)?(?:donne|remis|laisse)\s(?:leur\s)?"
    r"(?:pouvoir|procuration|mandat)s?\s(?:respectivement\s)?a\s"
)
"""Givers before it, holders after it, in the same order."""
CODES = re.compile(r"(?<=[A-ZÀ-Ýa-zà-ÿ])\s{1,3}(?P<code>[PREA])(?=\s{1,3}[A-ZÀ-Ý|]|\s*\Z)")
"""A key letter after a name, explained by a legend: present, represented, excused, absent. On the printed text."""
LEGENDE = re.compile(r"\(?\bp\s?[:=]\s?presente?s?\b")
CASE = re.compile(r"\[\s?[xX]?\s?[\]}]")
CASE_A_COCHER = re.compile(r"[\[{(]\s?[xX]\s?[\]})]")
CASE_COCHEE = re.compile(r"[\[{(]\s?[xX]\s?[\]})]\s{0,3}\Z")
"""The box printed before each name of a list of all members; one that is ticked, anywhere and right before a name."""
OUVERTURES = (MOUVEMENTS, PRESENTS, PROCURATIONS, EXCUSES, ABSENTS, ASSISTANTS)

EXEMPLES: dict[str, tuple[str, ...]] = {
    "CASE_A_COCHER": ("[X] M. Roux",),
    "LEGENDE": ("(p : present - e : excuse",),
    "CODES": (
        "Jean DUPONT P Anne ROY E",
        "Joël HOARAU P",
    ),
    "DE_A": ("Jean DUPONT à Djamila FERREIRA da SILVA",),
    "SUITE_DE_POUVOIR": ("donne procuration a mme roux", "mandat donne a m. blanc", "pouvoir a mme roux"),
    "RESPECTIVEMENT": ("ont donne pouvoir respectivement a ", "ont respectivement donne procuration a "),
    "CASE": ("[ ]", "[X]", "[X}"),
    "CASE_COCHEE": ("[X] ", "{x] "),
    "SAUF": ("tous les membres en exercice a l'exception de m. gilles vidal",),
    "PRESENTS": (
        "composition de l'assemblee presente",
        "etaient presents :",
        "presents : m. x",
        "membres presents",
        "titulaires presents",
        "conseillers municipaux presents",
        "ont siege :",
        "a l'appel nominal, ont repondu presents : m. x",
        "la majorite des 26 membres du conseil en exercice etait presente",
    ),
    "PRESENTS_OU_REPRESENTES": ("membres presents ou representes : mme x",),
    "PROCURATIONS": (
        "absents ayant donne pouvoir :",
        "procurations : x",
        "pouvoirs :",
        "etaient representes :",
        "etaient absents et representes :",
        "avaient donne procuration :",
        "excuses, ayant donne pouvoir :",
        "absents ayant vote par procuration",
        "ont donne pouvoir",
        "absents excuses ayant donne procuration",
        "votaient par procuration :",
        "ayant donne delegation de vote : m. x",
        "excuse avec pouvoir : m. x",
        "procuration de m. x a m. y",
        "etaient absents et avaient delegue leur droit de vote : m. x a m. y",
    ),
    "PROCURATION_DITE": (
        "m. ibarra mattin a donne procuration a m. wagner charles ;",
        "m. onraed a recu pouvoir de m. m'barek",
        "m. brun a donne pouvoir de voter en son nom a mme roux",
        "m. fesquet, absent, represente par m. paoli",
    ),
    "EXCUSES": (
        "absente excusee :",
        "absents excuses",
        "excuses : m. x",
        "etaient excuses",
        "autres excuses :",
        "non representes, excuse : m. x",
    ),
    "ABSENTS": (
        "absents : x",
        "etait absente :",
        "etaient absents",
        "absent non excuse",
        "non representes, absents : m. x",
    ),
    "ASSISTANTS": (
        "assistaient egalement a la reunion",
        "participaient egalement",
        "en presence de m. x",
        "etait egalement presente",
    ),
    "MOUVEMENTS": ("est arrive en cours de seance : m. x", "arrivee de m. x", "m. saurel sort de seance"),
    "DONNE_POUVOIR": ("m. x donne pouvoir a m. y", "mme a representee par m. b", "mme a, procuration a m. b"),
}
CONTRE_EXEMPLES: dict[str, tuple[str, ...]] = {
    "CASE_A_COCHER": ("[ ] M. Roux",),
    "LEGENDE": ("presents : p. dupont",),
    "CODES": ("M. P. DUPONT",),
    "SUITE_DE_POUVOIR": ("pouvoirs : m. x a m. y", "pouvoir de m. x a m. y"),
    "RESPECTIVEMENT": ("a donne pouvoir a m. x",),
    "CASE": ("(1)", "[...]"),
    "CASE_COCHEE": ("[ ] ", "[X] M. Roux"),
    "SAUF": ("mme anne roy, m. jean dupont (sauf deliberation n° 4)",),
    "PRESENTS": ("presente par mme x", "presente deliberation", "present rapport", "le president"),
    "EXCUSES": ("execute",),
}
