"""Where a paragraph begins, and what part it plays.

Patterns match the folded text of a line or paragraph from its start (``match``), bullets already skipped. The order
of ``ETIQUETTES`` matters: the first that matches wins.
"""

import re

# A bullet or dash alone at the start of a line: "- ", "• ", "> ", and the letters and marks OCR reads for "•".
PUCE = re.compile(r"(?:[-•*>+¢▪►➢■●○◦·✓→]{1,2}|[eo«]|_+-?)\s+(?=\S)|[•▪►➢■●✓]\s*(?=\w)")

# Rank of an item: "1.", "2)", "3 -", "1°", "a)", "IV -".
RANG = re.compile(r"(?:\d{1,2}|[ivx]{1,4}|[a-h])\s?(?:[.)°]|°\s?[-).]?|\s[-])\s+(?=\S)")

_CHAIRE = (
    r"(?:maire|president(?:e)?|adjoint(?:e)?|vice-president(?:e)?|doyen(?:ne)?|secretaire(?: de (?:la )?seance)?|"
    r"presidente? de seance|directeur|directrice|prefet)"
)
_CORPS = (
    r"(?:conseil(?: (?:municipal|communautaire|syndical|departemental|general|regional|metropolitain|d'arrondissement|"
    r"d'administration|de (?:la |l')?(?:communaute|metropole|territoire|district|surveillance|paris|agglomeration)"
    r"[\w' -]{0,60}?))?|comite(?: (?:syndical|directeur))?|bureau(?: (?:communautaire|syndical|metropolitain))?|"
    r"assemblee(?: (?:deliberante|departementale|generale))?|commission permanente|commission)"
)
_SONT = r"(?:(?:etai(?:en)?t|sont|est|ont ete)\s+)?"

_MEMBRES = r"(?:(?:les\s+)?(?:membres|conseill\w+(?:\s+(?:municipa|communauta|departementa|regiona)\w+)?|delegues?|elue?s?|titulaires?|administrateurs?)\s+)?"

PRESENTS = re.compile(
    rf"""
    (?: {_SONT}(?:les\s+)?(?:membres\s+|conseillers?\s+(?:\w+\s+){{0,2}}?|elus\s+|delegues?\s+|titulaires?\s+|suppleants?\s+)*
        presente?s?\b (?!\s+(?:deliberation|convention|rapport|proces|acte|et\s+represente|ou\s+represente|a\s+l'exception))
      | (?:la\s+)?(?:majorite|totalite)\s+des\s+(?:\d+\s+)?membres\b[^:]{{0,120}}?present
      | (?:membres|elus|conseillers)\s+ayant\s+pris\s+part
    )""",
    re.VERBOSE,
)
PROCURATIONS = re.compile(
    rf"""
    (?: {_SONT}{_MEMBRES}(?:absent\w*|excuse\w*|representes?)?[\s,]*(?:et\s+|ou\s+)?(?:excuse\w*)?[\s,]*(?:et\s+)?
        (?:ayant\s+)?(?:a\s+|ont\s+|avai(?:en)?t\s+)?(?:donne|vote\s+par|remis|laisse)\s*(?:e?s?)\s*
        (?:leurs?\s+|un\s+|une\s+)?(?:pouvoirs?|procurations?|mandats?)\b
      | (?:pouvoirs?|procurations?|mandats?)\b(?=\s*(?:\(|:|\d|$|donne|de\s+vote|ont))
      | {_SONT}(?:absent\w*|excuse\w*)[\s,]*(?:et\s+|mais\s+)?(?:excuse\w*[\s,]*)?(?:et\s+|mais\s+)?(?:ont\s+ete\s+)?representee?s?\b
      | {_SONT}(?:membres\s+|conseillers\s+)?representee?s?\b(?=\s*(?:\(|:|$|par\b))
      | (?:membres|conseillers|elus)\s+(?:absents?\s+)?(?:ayant|qui\s+ont)\s+donne
      | (?:avai(?:en)?t|ont|ayant|absents?\s+ayant)\s+delegue\s+(?:leur|son)\s+(?:droit\s+de\s+)?vote
    )""",
    re.VERBOSE,
)
EXCUSES = re.compile(rf"{_SONT}{_MEMBRES}(?:absent\w*[\s,]*(?:et\s+|-\s*)?)?excuse(?:e|s|es)?\b(?!\s+par)")
ABSENTS = re.compile(rf"{_SONT}{_MEMBRES}absente?s?\b(?:\s+non\s+excuse\w*)?")
ASSISTANTS = re.compile(
    r"(?:assistai(?:en)?t|participai(?:en)?t|(?:etai(?:en)?t|est|sont)\s+(?:egalement|aussi)\s+presente?s?|en\s+presence\s+de"
    r"|invites?\b|personnels?\s+(?:present|administrat)|(?:egalement|aussi)\s+presente?s?|administration\s*:"
    r"|assiste\w*\s+a\s+la\s+seance|autres\s+personnes)"
)
MOUVEMENTS = re.compile(
    r"(?:(?:est|sont)\s+(?:arrive|parti|sorti|entre)\w*|(?:arrivee|depart)s?\b(?:\s+(?:de|en)\b|\s*:)"
    r"|(?:m(?:\.|r|me|onsieur|adame|mes|m\.)[^.]{2,80}\s)(?:arrive|quitte|sort|entre|rejoint)\b[^.]{0,60}(?:seance|salle))"
)
SECRETAIRE = re.compile(r"(?:(?:le\s+|la\s+)?secretaires?\s+de\s+(?:la\s+)?seance|secretaires?\s*:|a\s+ete\s+(?:nomme|elu|design))")
OBJET = re.compile(r"(?:\d+\s*[-.]\s*)?objet\b(?:\s+de\s+la\s+deliberation)?\s*[:.\-]+")
RAPPORTEUR = re.compile(r"(?:rapporteu(?:r|re|se)s?\b\s*[:.\-]|sur\s+(?:le\s+)?(?:rapport|proposition|expose)\s+d(?:e\b|u\b|'))")
NUMERO = re.compile(
    r"(?:(?:deliberation|dcm|acte|dossier|affaire|question|rapport)\s*(?:d\w{1,2}\s+\w+\s+)?)?"
    r"(?:n[°*o'\"]{1,2}\s*|numero\s+|no\s+)[:.]?\s*(?=[\w./ -]*\d)"
)
VISAS = re.compile(r"(?:v[ue]s?\b(?!\s+et\s+approuve)|[ymw]u(?=\s+l))[\s:,]*(?!\s*pour)")
VISA_SEUL = re.compile(r"(?:vu|considerant|visas?|considerants?)(?:\s+(?:que|ce\s+qui\s+suit))?\s*[:;,.]*\s*$")
NUMERO_NU = re.compile(r"(?:[a-z]{1,6}\s?\d{0,3}[-/_. ])?\d{2,6}(?:\s?[-/_.]\s?[a-z\d]{1,8}){1,4}(?:\s*$|\s+[-:]\s)")
PAS_PART = re.compile(r"(?:ne\s+(?:prend|prennent|participe|participent)\s+pas|n'(?:a|ont)\s+pas\s+pris\s+part|m[^.]{3,80}\s(?:ne\s+(?:prend|participe)|se\s+retire|quitte|sort))")
CONSIDERANTS = re.compile(r"(?:(?:et\s+)?consid[ea]rant\w{0,2}\b|attendu\s+qu|compte\s+tenu\s+d)")
DELIBERE = re.compile(
    rf"""
    (?: (?:en\s+consequence,?\s+|ainsi,?\s+|des\s+lors,?\s+|enfin,?\s+)?(?:le|la|l')\s*{_CORPS}[^.;]{{0,200}}?
        \b(?:decide|delibere|approuve|adopte|autorise|fixe|emet|donne|prend\s+acte|accepte|vote|valide|refuse|rejette|constate|nomme|designe|elit|charge|sollicite|proclame|confirme)\b
      | (?:apres\s+(?:en\s+)?(?:avoir\s+)?(?:delibere|deliberation|discussion|vote)|ayant\s+delibere|delibere\b|decide\b|arrete\s*:)
      | (?:a\s+l'unanimite|a\s+la\s+majorite|par\s+\d+\s+voix)
    )""",
    re.VERBOSE,
)
ARTICLE = re.compile(
    r"art(?:icle|\.)\s*(?P<numero>(?=[:-])|\d{1,2}|premier|un\b|deux|trois|quatre|cinq|six|sept|huit|neuf|dix|unique|i[erº]*\b|l[er°\"']+)"
    r"\s*(?:er|ere|°|e|eme|\"|'|')?\s*[-:.)]*\s*[-:.]*"
)
VOTE = re.compile(
    r"(?:votes?\b\s*[:(]|resultats?\s+du\s+vote|pour\s*:|contre\s*:|abstentions?\s*:|(?:vote\s+)?(?:a\s+l')?unanimite\b|"
    r"adopte(?:e|s|es)?\s+(?:a|par)|(?:deliberation\s+|avis\s+|le\s+vou\b)|(?:pour|contre)\s+\d|mise?s?\s+aux\s+voix)"
)
SIGNATURE = re.compile(
    rf"(?:(?:fait|ainsi\s+fait)\s+(?:et\s+delibere|a\s|en\s+seance|les?\s+jour)|pour\s+(?:extrait|copie|expedition)\b|"
    rf"(?:pour\s+)?(?:l[ea]s?|l')\s*(?:\w+\s+)?{_CHAIRE}\b[^.;:]{{0,60}}(?:[,.:]\s*(?:(?:pour\s+)?l[ea]\s+[\w' -]{{4,40}}[,.]?\s*)*)?$|suivent\s+les\s+signatures|"
    rf"(?:ont\s+signe|signe\s+au\s+registre)|(?:delibere|fait)\s+(?:en\s+seance|les\s+jour)|signature)"
)
TAMPON = re.compile(
    r"(?:envoye\w*\s+en\s+(?:sous-)?prefecture|recu\w*\s+(?:en|a\s+la)\s+(?:sous-)?pr[eo]fecture|accuse\s+(?:de\s+reception|certifie)|"
    r"(?:acte\s+)?(?:rendue?\s+|certifiee?\s+)executoire|date\s+de\s+(?:teletransmission|reception\s+pref)|transmi[st]e?\s+(?:en|au|a\s+la)"
    r"|id\s*:\s*\d|(?:publie|affiche|notifie|mis\s+en\s+ligne)e?s?\s+(?:le|a|en|sur)\b|reception\s+(?:par|en)\s+\w*\s*pref|publication\s*:"
    r"|\d[\dab]\d\s?-\s?\d{9}\s?-|depose\w*\s+en\s+pref|(?:sous-)?prefecture\s+(?:de|du|des)\s|envoi\s+pref|deliberations?\s+n[^.]{3,40}\srecues?\s+en\s)"
)
RECOURS = re.compile(
    r"(?:.{0,60}tribunal\s+administratif|(?:la\s+presente\s+deliberation|le\s+present\s+acte)\b[^.]{0,80}(?:recours|contest)|"
    r"(?:le\s+maire|le\s+president)[^.]{0,40}certifie|voies?\s+et\s+delais\s+de\s+recours|informe\s+que)"
)
ANNEXE = re.compile(r"annexes?\b(?:\s+(?:\d+|n|a\s+la|[ivx]+|-|:)|\s*$)")
ORDRE_DU_JOUR = re.compile(r"(?:l')?ordre\s+du\s+jour\b(?!\s+(?:etant\s+)?epuise)")
QUESTIONS_DIVERSES = re.compile(r"(?:questions?|affaires|informations?)\s+diverses\b|(?:la\s+)?seance\s+(?:est\s+)?levee|l'ordre\s+du\s+jour\s+(?:etant\s+)?epuise")
LAN = re.compile(r"l'?an\s+(?:deux\s+mil|mil|deux-mil|\d{4})|(?:le\s+)?(?:lundi|mardi|mercredi|jeudi|vendredi|samedi)\s")
REGISTRE = re.compile(
    r"(?:extrait\s+(?:du|des|conforme)\b|deliberations?\s+d(?:u|e\s+la)\s+(?:conseil|comite|bureau|commission)|registre\s+des\s+deliberations)"
)

VOIX = re.compile(r"\bpar\s+\S+\s+voix\b|\ba\s+l'unanimite\b|\ba\s+la\s+majorite\b")
CONSEIL = re.compile(rf"(?:le|la|l')\s*{_CORPS}\b")
ENTENDU = re.compile(r"(?:entendu|oui\w?|ayant\s+(?:entendu|oui)|apres\s+(?:avoir\s+)?(?:entendu|lecture|expose|examen|l'expose)|sur\s+(?:le\s+)?(?:rapport|proposition|expose))\b")
PROPOSITION = re.compile(
    r".*(?:propos(?:e|ons|er|ition)\b|invite|demand(?:e|ons)|soumet|prie)[^.]{0,160}(?:conseil|assemblee|comite|membres|bien\s+vouloir|commission|:)"
)
DONNE_POUVOIR = re.compile(
    r"(?:.{3,60}\s)(?:(?:a\s+|ont\s+|ayant\s+|avait\s+)?donn\w{1,4}\s+(?:son\s+|un\s+|une\s+)?(?:pouvoir|procuration|mandat)|represente\w*\s+par|(?:pouvoir|procuration)\s+(?:a|de)\s)"
)

OUVERTURES = (
    PRESENTS, PROCURATIONS, EXCUSES, ABSENTS, ASSISTANTS, SECRETAIRE, OBJET, RAPPORTEUR, NUMERO, VISAS, CONSIDERANTS, DELIBERE,
    ARTICLE, VOTE, SIGNATURE, TAMPON, ANNEXE, ORDRE_DU_JOUR, QUESTIONS_DIVERSES, LAN, REGISTRE, CONSEIL, ENTENDU,
)  # fmt: skip
"""What only a new paragraph opens with, when it has a capital."""

EXEMPLES: dict[str, tuple[str, ...]] = {
    "PUCE": ("- approuve", "• vu le code", "* la loi", "e le code", "> d'approuver", "« la loi"),
    "RANG": ("1. vote", "2) budget", "1° - approuve", "iv - voirie", "a) titre"),
    "PRESENTS": (
        "etaient presents :", "presents : m. x", "membres presents", "titulaires presents", "conseillers municipaux presents",
        "la majorite des 26 membres du conseil en exercice etait presente",
    ),
    "PROCURATIONS": (
        "absents ayant donne pouvoir :", "procurations : x", "pouvoirs :", "etaient representes :", "etaient absents et representes :",
        "avaient donne procuration :", "excuses, ayant donne pouvoir :", "absents ayant vote par procuration", "ont donne pouvoir",
        "absents excuses ayant donne procuration",
    ),
    "EXCUSES": ("absente excusee :", "absents excuses", "excuses : m. x", "etaient excuses"),
    "ABSENTS": ("absents : x", "etait absente :", "etaient absents", "absent non excuse"),
    "ASSISTANTS": ("assistaient egalement a la reunion", "participaient egalement", "en presence de m. x", "etait egalement presente"),
    "MOUVEMENTS": ("est arrive en cours de seance : m. x", "arrivee de m. x", "m. saurel sort de seance"),
    "SECRETAIRE": ("secretaire de seance : m. x", "le secretaire de la seance"),
    "OBJET": ("objet : budget", "objet - budget", "objet de la deliberation : x"),
    "RAPPORTEUR": ("rapporteur : m. x", "sur le rapport de m. x", "sur proposition du maire"),
    "NUMERO": ("n° 2021-06-14", "deliberation n° m2021-145", "n°2013 / 1"),
    "NUMERO_NU": ("ct3/141221/61", "23.07.07.64", "2014-04-11/01 - indemnites"),
    "VISAS": ("vu le code", "vu :", "vu, la loi", "mu l'arrete", "visas"),
    "VISA_SEUL": ("vu", "vu :", "considerant", "considerant que :"),
    "CONSIDERANTS": ("considerant que", "considerant l'interet", "attendu que"),
    "DELIBERE": ("le conseil municipal, apres en avoir delibere, decide", "decide", "apres en avoir delibere,", "a l'unanimite, le conseil"),
    "ARTICLE": ("article 1er : x", "article premier - x", "article 2 : x", "art. 3 - x"),
    "VOTE": ("vote : a l'unanimite", "pour : 58", "adopte a l'unanimite", "resultat du vote : pour", "mis aux voix"),
    "SIGNATURE": (
        "fait et delibere en seance les jour, mois et an susdits.", "le maire,", "la presidente du conseil regional",
        "pour extrait conforme, le maire,", "pour le president et par delegation, le vice-president delegue,",
    ),
    "TAMPON": (
        "envoye en prefecture le 29/06/2021", "recu en prefecture le", "accuse de reception en prefecture", "publie le 21/12/2020",
        "id : 077-217703956-20210624-20210614-de", "certifiee executoire", "acte rendu executoire",
    ),
    "RECOURS": ("la presente deliberation peut faire l'objet d'un recours", "le tribunal administratif peut etre saisi"),
    "ANNEXE": ("annexe 1 - plan", "annexe a la deliberation"),
    "ORDRE_DU_JOUR": ("ordre du jour", "l'ordre du jour :"),
    "QUESTIONS_DIVERSES": ("questions diverses", "la seance est levee", "l'ordre du jour etant epuise"),
    "LAN": ("l'an deux mille vingt et un", "lan deux mille dix-neuf", "le mercredi vingt-sept septembre"),
    "REGISTRE": ("extrait du registre des deliberations", "deliberation du conseil municipal"),
    "VOIX": ("par 9 voix contre 3", "a l'unanimite"),
    "CONSEIL": ("le conseil municipal,", "la commission permanente du conseil"),
    "ENTENDU": ("entendu l'expose", "oui le rapport", "apres avoir entendu"),
    "PROPOSITION": ("il est propose au conseil", "le president propose au conseil"),
    "PAS_PART": ("ne prennent pas part au vote", "m. le maire quitte la salle"),
    "DONNE_POUVOIR": ("m. x donne pouvoir a m. y", "mme a representee par m. b", "mme a, procuration a m. b"),
}  # fmt: skip
CONTRE_EXEMPLES: dict[str, tuple[str, ...]] = {
    "PRESENTS": ("presente deliberation", "present rapport", "le president"),
    "EXCUSES": ("execute",),
    "OBJET": ("l'objet de la convention", "objectifs"),
    "VISAS": ("vu et approuve", "vue aerienne", "vuillet"),
    "ARTICLE": ("articles 6 et 9",),
    "SIGNATURE": ("le maire rappelle que", "monsieur le maire expose"),
    "TAMPON": ("publiee au journal", "recus de la commune"),
    "ANNEXE": ("annexe budgetaire jointe",),
    "ORDRE_DU_JOUR": ("l'ordre du jour etant epuise",),
    "NUMERO_NU": ("article 1", "le 3 mars 2021"),
}
