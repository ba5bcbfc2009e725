"""Where a paragraph begins, and what part it plays.

Patterns match the folded text of a line or paragraph from its start (``match``), bullets already skipped. The order
of ``ETIQUETTES`` matters: the first that matches wins.
"""

import re

from pipeline.grammaire import parts

# A bullet or dash alone at the start of a line: "- ", "• ", "> ", and the letters and marks OCR reads for "•".
PUCE = re.compile(
    r"[“”\"‘']\s?(?=(?:vu|considerant)\b)|(?:[-•*>+¢▪►➢■●○◦·✓→]{1,2}|[eo«]|_+-?)\s{1,3}(?=\S)|[*•▪►➢■●✓]\s{0,3}(?=\w)|-(?=(?:vu|considerant)\b)"
)

# Rank of an item: "1.", "2)", "3 -", "1°", "a)", "IV -".
RANG = re.compile(r"(?:\d{1,2}|[ivx]{1,4}|[a-h])\s?(?:°\s?[-).]|[.)°/]|\s[-])\s{1,3}(?=\S)")

_CHAIRE = (
    r"(?:maire|president(?:e)?|adjoint(?:e)?|vice-president(?:e)?|doyen(?:ne)?|secretaire(?: de (?:la )?seance)?|"
    r"presidente? de seance|directeur|directrice|prefet)"
)
_CORPS = (
    r"(?:conseil(?: (?:municipal|communautaire|syndical|departemental|general|regional|metropolitain|d'arrondissement|"
    r"d'administration|de (?:la |l')?(?:communaute|metropole|territoire|district|surveillance|paris|agglomeration)"
    r"[\w' -]{0,60}?))?|comite(?: (?:syndical|directeur|metropolitain|de direction|de la caisse des ecoles))?"
    r"(?!\s(?:technique|social|consultatif|d'hygiene|economique|de\s))|"
    r"bureau(?: (?:communautaire|syndical|metropolitain))?|"
    r"assemblee(?: (?:deliberante|departementale|generale))?|commission permanente|"
    r"commission(?!\s{1,3}(?:d'|de\s|des\s|du\s|consultative|communale|locale|mixte|paritaire|administrative|technique)))"
)
_RECIT = (
    r"(?:rappelle|expose|propose|presente|informe|indique|precise|demande|explique|donne|fait|ouvre|declare|soumet|"
    r"remercie|rapporte|est|sont|a|ont|ayant)"
)
SECRETAIRE = re.compile(
    r"(?:(?:le\s{1,3}|la\s{1,3})?secretaires?\s{1,3}de\s{1,3}(?:la\s{1,3})?seance|secretaires?\s{0,3}:|(?:les\s{1,3})?fonctions\s{1,3}de\s{1,3}secretaire\s{1,3}(?:sont|est)|(?:m\.|mme|mlle)\s[^.;:]{3,60},\s{1,3}secretaire\s{1,3}(?:design|elu|nomm)|(?:le\s{1,3})?secretariat\s{1,3}(?:de\s{1,3}(?:la\s{1,3})?seance\s{1,3})?(?:est|a\s{1,3}ete|etait)\s{1,3}(?:assure|confie|tenu)|a\s{1,3}ete\s{1,3}(?:nomme|elu|design))"
)
OBJET = re.compile(
    r"(?:\b\d{1,4}\s{0,3}[-.]\s{0,3})?(?:objet|intitule|affaire(?=\s?:))\b(?:\s{1,3}de\s{1,3}la\s{1,3}(?:presente\s{1,3})?deliberation\b\s{0,3}[:.\-]*|\s{0,3}[:.\-/]+)"
)
RAPPORTEUR = re.compile(
    r"(?:rapporteu(?:r|re|se)s?\b\s{0,3}[:.\-]|sur\s{1,3}(?:le\s{1,3})?(?:rapport|proposition|expose)\s{1,3}d(?:e\b|u\b|'))"
)
NUMERO = re.compile(
    r"(?:deliberation|dcm)\s{1,3}(?=(?:[a-z]{1,4}[-_.]?)?\d{2,8}\s?[-/_.]\s?\d)|"
    r"(?:(?:deliberation|dcm|acte|dossier|affaire|question|rapport|point)\s{0,3}(?:d\w{1,2}\s{1,3}\w+\s{1,3})?)?"
    r"(?:n[°*o'\"]{1,2}\s{0,3}|numero\s{1,3}|no\s{1,3})[:.]?\s{0,3}(?=[\w./ -]*\d)"
)
VISAS = re.compile(
    r"(?:\bet\s{1,3}(?=vu\b))?\b(?:v[ue]s?\b(?!\s{1,3}et\s{1,3}approuve)|[ymw]u(?=\s{1,3}l))[\s:,]*(?!\s{0,3}pour)"
)
CONSEIL_VU = re.compile(rf"(?:le|la|l')\s{{0,3}}{_CORPS}\s{{0,2}},\s{{1,3}}vu\s")
"""The council and its grounds in one sentence: "LE CONSEIL GENERAL, vu la loi ..., vu le rapport"."""
VISA_MINUSCULE = re.compile(r"vu\s{1,3}(?:l[ea]s?\s|l'|son\s|sa\s|ses\s|la\s)")
VISA_SEUL = re.compile(
    r"(?:vu|considerant|visas?|considerants?)(?:\s{1,3}(?:que|ce\s{1,3}qui\s{1,3}suit))?\s{0,3}[:;,.]*\s{0,3}$"
)
NUMERO_NU = re.compile(
    r"(?:19|20)\d\d(?:\s\d{1,3}){1,2}\s{1,3}[-:]\s|"
    r"(?:[a-z]{1,6}\s?\d{0,3}[-/_. ])?\d{2,6}(?:\s?[-/_.]\s?[a-z\d]{1,8}){1,4}(?:\s{0,3}$|\s{1,3}[-:]\s)"
)
PAS_PART = re.compile(
    r"(?:ne\s{1,3}(?:prend|prennent|participe|participent)\s{1,3}pas|n'(?:a|ont)\s{1,3}pas\s{1,3}pris\s{1,3}part|m(?:\.|mes?|\s)?[^.]{3,80}\s(?:ne\s{1,3}(?:prend|participe)|se\s{1,3}retire|quitte(?!\s{1,3}(?:definitivement\s{1,3})?la\s{1,3}(?:seance|reunion))|sort))"
)
SANS_PART = re.compile(
    r"\b(?:ne\s{1,3}(?:pren(?:d|nent)|particip\w{1,4})|n'(?:a|ont)\s{1,3}pas\s{1,3}(?:pris|particip\w))\s{1,3}(?:pas\s{1,3})?(?:part\s{1,3})?(?:au|aux)\s{1,3}(?:vote|debats?)"
)
"""Anywhere in a short paragraph: a member who leaves the vote."""
CONSIDERANTS = re.compile(r"(?:(?:et\s{1,3})?consid[ea]rant\w{0,2}\b|attendu\s{1,3}(?=qu))")
DELIBERE = re.compile(
    rf"""
    (?: (?:en\s{{1,3}}consequence,?\s{{1,3}}|ainsi,?\s{{1,3}}|des\s{{1,3}}lors,?\s{{1,3}}|enfin,?\s{{1,3}}
      |(?:sur|dans|au\s{{1,3}}vu\s{{1,3}}de|compte\s{{1,3}}tenu\s{{1,3}}de)\s{{1,3}}(?:ces|ce)\s{{1,3}}[^,.;]{{3,30}},\s{{1,3}}
      |entendue?s?\s{{1,3}}(?:les|l'|cet|ces|cette)\s{{0,3}}[^,.;]{{3,40}},\s{{1,3}})?(?:le
      |la|l')\s{{0,3}}{_CORPS}(?:[^.;]|(?<=\bm)\.|(?<=\bmme)\.){{0,200}}?
        \b(?:decide|arrete\s{{1,3}}(?:les\s{{1,3}}(?:decisions|dispositions|mesures)|ce\s{{1,3}}qui\s{{1,3}}suit|comme\s{{1,3}}suit)|sursoit|surseoit|reporte|ajourne|renvoie|delibere|approuve|adopte|autorise|fixe|emet|donne|prend\s{{1,3}}acte|accepte|vote|valide|refuse|rejette|constate|nomme|designe|elit|charge|sollicite|proclame|confirme
          |apres\s{{1,3}}(?:en\s{{1,3}}avoir\s{{1,3}}(?:delibere|debattu)|deliberation))\b
      | (?:appele\w*\s{{1,3}}a\s{{1,3}}se\s{{1,3}}prononcer\b
        |apres\s{{1,3}}(?:en\s{{1,3}})?(?:avoir\s{{1,3}})?(?:delibere|deliberation|discussion|vote)
        |ayant\s{{1,3}}delibere|delibere\b|decide\b|d\se\sc\si\sd\se\b|arrete\s{{0,3}}:)
      | (?:a\s{{1,3}}l'unanimite|a\s{{1,3}}la\s{{1,3}}majorite|par\s{{1,3}}\d+\s{{1,3}}voix)
    )""",
    re.VERBOSE,
)
ARTICLE = re.compile(
    r"art(?:icle|\.)\s{0,3}(?P<numero>(?=[:-])|\d{1,2}|premier|un\b|deux|trois|quatre|cinq|six|sept|huit|neuf|dix|unique|i[erº]*\b|l[er°\"']+)"
    r"\s{0,3}(?:er|ere|°|e|eme|\"|'|')?\s{0,3}[-:.)]*\s{0,3}[-:.]*"
)
VOTE = re.compile(
    r"(?:votes?\b\s{0,3}[:(]|resultats?\s{1,3}du\s{1,3}(?:vote|scrutin|depouillement)|pour\s{0,3}:|contre\s{0,3}:|abstentions?\s{0,3}:|(?:vote\s{1,3})?(?:a\s{1,3}l')?unanimite\b|"
    r"adopte(?:e|s|es)?\s{1,3}(?:a|par)|(?:deliberation\s{1,3}|avis\s{1,3}|le\s{1,3}vou\b)|(?:pour|contre)\s{1,3}\d{1,3}\b(?!\s?%)|mise?s?\s{1,3}aux\s{1,3}voix|"
    r"(?:ont|a)\s{1,3}vote\s{1,3}(?:pour|contre)|vot(?:e|ent)\s{1,3}contre|s'(?:est|abst)|se\s{1,3}sont\s{1,3}abstenu|"
    r"decision\s?:\s?(?:adopte|rejete|approuve)|le\s{1,3}vote\s{1,3}(?:a\s{1,3})?donne|"
    r"(?:la|cette)\s{1,3}(?:proposition|motion|deliberation|resolution)\b[^.]{0,60}\b(?:adopte|approuve|rejete)e\b)"
)
SIGNATURE = re.compile(
    rf"(?:(?:fait|ainsi\s{{1,3}}fait)\s{{1,3}}"
    rf"(?:et\s{{1,3}}delibere|a\s|en\s{{1,3}}seance|les?\s{{1,3}}jour)|pour\s{{1,3}}(?:extrait|copie|expedition)\b|"
    rf"(?:pour\s{{1,3}})?(?:l[ea]s?|"
    rf"l')\s{{0,3}}(?:\w+\s{{1,3}})?{_CHAIRE}\b(?![^.]{{0,60}}\b{_RECIT}\b)[^.;:]{{0,60}}"
    rf"(?:[,.:]\s{{0,3}}(?:"
    rf"(?:pour\s{{1,3}})?l[ea]\s{{1,3}}[\w' -]{{4,40}}[,.]?\s{{0,3}})*)?$|suivent\s{{1,3}}les\s{{1,3}}signatures|"
    rf"(?:ont\s{{1,3}}signe|signe\s{{1,3}}au\s{{1,3}}registre)|(?:delibere|fait)\s{{1,3}}"
    rf"(?:en\s{{1,3}}seance|les\s{{1,3}}jour)|signature|l[ea]\s{{1,3}}(?:maire|president(?:e)?|secretaire(?:\s{{1,3}}de\s{{1,3}}seance)?)\s?:\s[^.;:,\d]{{4,50}}$|signe\s{{1,3}}(?:electroniquement|numeriquement|par\b|:))"
)
TAMPON = re.compile(
    r"(?:ar\s{1,3}prefecture|re[cg]u\s{1,3}le\s{1,3}\d|envoye\w*\s{1,3}en\s{1,3}(?:sous-)?prefecture|recu\w*\s{1,3}(?:en|a\s{1,3}la)\s{1,3}(?:sous-)?pr[eo]fecture|accuse\s{1,3}(?:de\s{1,3}reception|certifie)|"
    r"(?:acte\s{1,3}|deliberation\s{1,3})?(?:rendue?\s{1,3}|certifiee?\s{1,3})executoire|date\s{1,3}de\s{1,3}(?:la\s{1,3})?(?:(?:tele)?transmission|reception\s{1,3}(?:pref|de\s{1,3}l'a)|notification)|(?:tele)?transmi[st]e?\s{1,3}(?:en|au|a\s{1,3}la)"
    r"|id\s{0,3}:\s{0,3}\d|(?:publie|affiche|notifie|mis\s{1,3}en\s{1,3}ligne)e?s?\s{1,3}(?:le|a|en|sur)\b|reception\s{1,3}(?:par|en)\s{1,3}\w*\s{0,3}pref|publication\s{0,3}:"
    r"|\d[\dab]\d\s?-\s?\d{9}\s?-|depose\w*\s{1,3}en\s{1,3}pref|(?:sous-)?prefecture\s{1,3}(?:de|du|des)\s|envoi\s{1,3}pref|deliberations?\s{1,3}n[^.]{3,40}\srecues?\s{1,3}en\s)"
)
DATE_DE_CERTIFICAT = re.compile(
    r"date\s{1,3}(?:d'|de\s{1,3}(?:la\s{1,3})?)(?:affichage|publication|mise\s{1,3}en\s{1,3}ligne)\s?:"
)
"""Below the decision: a certificate. In the header the same words date the convocation."""
RECOURS = re.compile(
    r"(?:.{0,60}tribunal\s{1,3}administratif|(?:la\s{1,3}presente\s{1,3}deliberation|le\s{1,3}present\s{1,3}acte)\b[^.]{0,80}(?:recours|contest)|"
    r"(?:le\s{1,3}maire|le\s{1,3}president)[^.]{0,40}certifie|voies?\s{1,3}et\s{1,3}delais\s{1,3}de\s{1,3}recours|informe\s{1,3}que)"
)
ANNEXE = re.compile(r"annexes?\b(?:\s{1,3}(?:\d+|n|a\s{1,3}la|[ivx]+|-|:)|\s{0,3}$)")
ORDRE_DU_JOUR = re.compile(r"(?:l')?ordre\s{1,3}du\s{1,3}jour\b(?!\s{1,3}(?:etant\s{1,3})?epuise)")
QUESTIONS_DIVERSES = re.compile(
    r"(?:questions?|affaires|informations?)\s{1,3}diverses\b|(?:la\s{1,3})?seance\s{1,3}(?:est\s{1,3})?levee|l'ordre\s{1,3}du\s{1,3}jour\s{1,3}(?:etant\s{1,3})?epuise"
    r"|(?:fin\s{1,3}de\s{1,3}(?:la\s{1,3})?|prochaine\s{1,3})(?:reunion|seance)\b|plus\s{1,3}rien\s{1,3}n'etant|(?:la\s{1,3})?seance\s{1,3}(?:est\s{1,3})?close"
)
LAN = re.compile(
    r"l'?an\s{1,3}(?:deux\s{1,3}mil|mil|deux-mil|\d{4})|(?:le\s{1,3})?(?:lundi|mardi|mercredi|jeudi|vendredi|samedi)\s(?=\d|[a-z]{1,16}(?:[\s-][a-z]+){0,2}\s(?:janvier|fevrier|mars|avril|mai|juin|juillet|aout|septembre|octobre|novembre|decembre))"
)
OUVERTURE_DATEE = re.compile(
    r"le\s{1,3}[a-z\d-]{1,16}(?:\s(?:et\s)?[a-z-]{2,8})?\s{1,3}(?:janvier|fevrier|mars|avril|mai|juin|juillet|aout|septembre|octobre"
    r"|novembre|decembre)\s[^.;]{4,200}\breuni"
)
"""The session's sentence when it opens with the day: "Le quinze septembre deux mille huit, ... se sont réunis"."""
REGISTRE = re.compile(
    r"(?:extrait\s{1,3}(?:du|des|conforme)\b|deliberations?\s{1,3}d(?:u|e\s{1,3}la)\s{1,3}(?:conseil|comite|bureau|commission)|registre\s{1,3}des\s{1,3}deliberations)"
)

ACTE_DE_L_ORGANE = re.compile(rf"acte\s{{1,3}}d[ue]\s{{1,3}}(?:la\s{{1,3}})?{_CORPS}\W*$")
"""The heading of a register that calls each of its pieces an act."""
VOIX = re.compile(r"\bpar\s{1,3}\S+\s{1,3}voix\b|\ba\s{1,3}l'unanimite\b|\ba\s{1,3}la\s{1,3}majorite\b")
CONSEIL = re.compile(rf"(?:le|la|l')\s{{0,3}}{_CORPS}\b")
ENTENDU = re.compile(
    r"(?:entendu|oui\w?|ayant\s{1,3}(?:entendu|oui)|apres\s{1,3}(?:avoir\s{1,3})?(?:entendu|lecture|expose|examen|l'expose)|sur\s{1,3}(?:le\s{1,3})?(?:rapport|proposition|expose))\b"
)
EST_ADOPTE = re.compile(
    r"\b(?:est|sont)\s(?:adopte|approuve|rejete)e?s?\s(?:a\sl'unanimite|a\sla\smajorite|par\s\d)[^.;]{0,80}[.]?\s{0,2}\Z|"
    r"\b(?:est|sont)\s(?:(?:\w{1,12}\s)?proclamee?s?|(?:declaree?s?\s)?elue?s?\s(?:maire|president|vice|adjoint|delegue|membre|\d"
    r"|a\sl'unanimite|par\s\d|avec\s\d))\b[^.;:]{0,120}[.]?\s{0,2}\Z"
)
"""The paragraph ends on what was decided, whatever was told before."""
VERBE_DU_CONSEIL = re.compile(
    rf"\b(?:le|la|l')\s{{0,3}}{_CORPS}[^.;:]{{0,80}}?\s(?P<verbe>(?:decid|approuv|adopt|autoris|accept|emet|prend|fix|refus|rejett|report|ajourn)[a-z]*)\s"
)
VERBE_EN_CAPITALES = re.compile(r"[a-zà-ÿ)],\s{1,2}(?P<verbe>[A-ZÀ-Ý]{3,15}[ETD])\s(?!et\s)(?=[a-zà-ÿ\d])")
"""On the printed text, after the council: any verb in capitals ("..., PARTICIPE à la dépense")."""


def verbe_en_capitales(plie: str, texte: str) -> re.Match[str] | None:
    """The same, in a passage that the council opens."""
    return VERBE_EN_CAPITALES.search(texte[:300]) if CONSEIL.match(plie) else None


CONSEIL_DELIBERE = re.compile(
    rf"\b(?:le|la|l')\s{{0,3}}{_CORPS}[\w' ]{{0,40}},?\s{{1,3}}apres\s{{1,3}}(?:en\s{{1,3}})?avoir\s{{1,3}}delibere"
)
"""In a short paragraph, whatever opens it: "Sur proposition de Mme la Présidente, le Conseil, après en avoir ..."."""
AUX_VOIX = re.compile(r"\bm(?:et|ise?s?)\s(?:\w+\s){0,2}aux\svoix\b")
REPORT = re.compile(
    r"(?:.{0,40}\b(?:point|question|examen|deliberation|affaire|dossier)\b.{0,60}\b(?:est|sont)\s(?:\w+\s)?"
    r"(?:reporte|ajourne|retire|renvoye|differe)e?s?\b)"
)
PROPOSITION = re.compile(
    r".{0,300}(?:propos(?:e|ons|er|ition)\b|invite|demand(?:e|ons)|soumet|prie)[^.]{0,160}(?:conseil|assemblee|comite|membres|bien\s{1,3}vouloir|commission|:)"
)
TITRE_DE_SEANCE = re.compile(
    r"seance\s(?:ordinaire\s|extraordinaire\s|publique\s)?du\s(?:[a-z]{5,8}\s)?\d{1,2}(?:(?:er)?\s[a-z]{3,9}\s|[/.]\d{1,2}[/.])\d{2,4}(?:\s?[-–,a]{0,2}\s?\d{1,2}\s?h(?:eures)?\s?\d{0,2})?\W*$"
)
"""The day of the session, alone on its line."""

OUVERTURES = (
    *parts.OUVERTURES, SECRETAIRE, OBJET, RAPPORTEUR, NUMERO,
    VISAS, CONSIDERANTS, DELIBERE,
    ARTICLE, VOTE, SIGNATURE, TAMPON, ANNEXE, ORDRE_DU_JOUR, QUESTIONS_DIVERSES, LAN, REGISTRE, CONSEIL, ENTENDU,
)  # fmt: skip
"""What only a new paragraph opens with, when it has a capital."""

EXEMPLES: dict[str, tuple[str, ...]] = {
    "ACTE_DE_L_ORGANE": ("acte du comite syndical",),
    "PUCE": ("- approuve", "• vu le code", "* la loi", "e le code", "> d'approuver", "« la loi"),
    "RANG": ("1/ considerant", "1. vote", "2) budget", "1° - approuve", "iv - voirie", "a) titre"),
    "SECRETAIRE": ("secretaire de seance : m. x", "le secretariat est assure par m. x", "le secretaire de la seance"),
    "OBJET": (
        "affaire : lutte contre les frelons",
        "objet : budget",
        "objet - budget",
        "objet de la deliberation : x",
        "intitule : tarifs",
        "objet de la deliberation station d'epuration",
    ),
    "RAPPORTEUR": ("rapporteur : m. x", "sur le rapport de m. x", "sur proposition du maire"),
    "NUMERO": (
        "n° 2021-06-14",
        "deliberation n° m2021-145",
        "n°2013 / 1",
        "deliberation 2023-174",
        "point n° 4 : motion",
    ),
    "NUMERO_NU": ("ct3/141221/61", "23.07.07.64", "2014-04-11/01 - indemnites", "2019 04 01 - approbation"),
    "VISAS": ("vu le code", "vu :", "vu, la loi", "mu l'arrete"),
    "CONSEIL_VU": ("le conseil general, vu la loi",),
    "VISA_MINUSCULE": ("vu le code", "vu l'avis"),
    "SANS_PART": ("m. orsoni, interesse a l'affaire, ne prend pas part au vote",),
    "VISA_SEUL": ("vu", "vu :", "considerant", "considerant que :"),
    "CONSIDERANTS": ("considerant que", "considerant l'interet", "attendu que"),
    "DELIBERE": (
        "sur ces bases, le conseil municipal, apres deliberation, decide :",
        "entendu les explications donnees, le comite syndical, par 9 voix contre 3, approuve",
        "le conseil municipal, apres en avoir delibere, decide",
        "decide",
        "apres en avoir delibere,",
        "a l'unanimite, le conseil",
        "appele a se prononcer, le comite decide",
    ),
    "ARTICLE": ("article 1er : x", "article premier - x", "article 2 : x", "art. 3 - x"),
    "VOTE": (
        "vote : a l'unanimite",
        "pour : 58",
        "adopte a l'unanimite",
        "resultat du vote : pour",
        "mis aux voix",
        "ont vote contre : m. x",
        "s'est abstenu : m. y",
        "decision : adoptee a la majorite",
        "la proposition est adoptee",
    ),
    "SIGNATURE": (
        "fait et delibere en seance les jour, mois et an susdits.",
        "le maire,",
        "la presidente du conseil regional",
        "pour extrait conforme, le maire,",
        "pour le president et par delegation, le vice-president delegue,",
        "signe electroniquement par : x",
    ),
    "TAMPON": (
        "envoye en prefecture le 29/06/2021",
        "recu en prefecture le",
        "accuse de reception en prefecture",
        "publie le 21/12/2020",
        "id : 077-217703956-20210624-20210614-de",
        "certifiee executoire",
        "acte rendu executoire",
    ),
    "DATE_DE_CERTIFICAT": ("date d'affichage : 16/03/2021",),
    "RECOURS": (
        "la presente deliberation peut faire l'objet d'un recours",
        "le tribunal administratif peut etre saisi",
    ),
    "ANNEXE": ("annexe 1 - plan", "annexe a la deliberation"),
    "ORDRE_DU_JOUR": ("ordre du jour", "l'ordre du jour :"),
    "QUESTIONS_DIVERSES": ("questions diverses", "la seance est levee", "l'ordre du jour etant epuise"),
    "LAN": ("l'an deux mille vingt et un", "lan deux mille dix-neuf", "le mercredi vingt-sept septembre"),
    "OUVERTURE_DATEE": ("le quinze septembre deux mille huit, les membres du bureau se sont reunis",),
    "TITRE_DE_SEANCE": (
        "seance du 23 avril 2009",
        "seance du 26/05/2022 - 18h00",
        "seance ordinaire du lundi 1er mars 2021",
    ),
    "VERBE_EN_CAPITALES": (
        "Le bureau, à l'unanimité, VEND l'ancien presbytère",
        "Le conseil municipal, après délibération, PARTICIPE à la dépense",
    ),
    "REGISTRE": ("extrait du registre des deliberations", "deliberation du conseil municipal"),
    "EST_ADOPTE": ("aucune observation, le proces-verbal est adopte a l'unanimite.", "m. x est proclame 3e adjoint."),
    "VERBE_DU_CONSEIL": ("en l'absence de consensus, le conseil municipal decide de reporter",),
    "CONSEIL_DELIBERE": ("sur proposition de mme x, le conseil d'administration, apres en avoir delibere, :",),
    "AUX_VOIX": ("mme le maire met aux voix la participation",),
    "REPORT": ("ce point est reporte a une prochaine seance", "l'examen de ce point est ajourne"),
    "VOIX": ("par 9 voix contre 3", "a l'unanimite"),
    "CONSEIL": ("le conseil municipal,", "la commission permanente du conseil"),
    "ENTENDU": ("entendu l'expose", "oui le rapport", "apres avoir entendu"),
    "PROPOSITION": ("il est propose au conseil", "le president propose au conseil"),
    "PAS_PART": ("ne prennent pas part au vote", "m. le maire quitte la salle", "m. jean dupont quitte la salle"),
}
CONTRE_EXEMPLES: dict[str, tuple[str, ...]] = {
    "ACTE_DE_L_ORGANE": ("acte administratif",),
    "VERBE_DU_CONSEIL": ("le maire decide de",),
    "CONSEIL_DELIBERE": ("le conseil est appele a deliberer",),
    "EST_ADOPTE": ("le budget est adopte chaque annee en mars", "les delegues sont elus pour six ans."),
    "OBJET": ("l'objet de la convention", "objectifs"),
    "VISAS": ("vu et approuve", "vue aerienne", "vuillet"),
    "VOTE": ("pour 2008",),
    "ARTICLE": ("articles 6 et 9",),
    "SIGNATURE": ("le maire rappelle que", "monsieur le maire expose"),
    "TAMPON": ("publiee au journal", "recus de la commune"),
    "ANNEXE": ("annexe budgetaire jointe",),
    "ORDRE_DU_JOUR": ("l'ordre du jour etant epuise",),
    "TITRE_DE_SEANCE": ("seance du conseil", "seance du 3 mars 2021 : budget"),
    "NUMERO_NU": ("article 1", "le 3 mars 2021"),
}
