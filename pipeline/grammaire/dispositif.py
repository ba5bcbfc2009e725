"""The operative part.

    dispositif = [ organe ] [ "après en avoir délibéré" ] [ vote ] verbe ( ":" { item } | phrase )
    item       = "Article" numero texte | rang texte | puce texte | VERBE texte
"""

import re

ORDINAUX = {
    "premier": "1", "un": "1", "unique": "1", "deux": "2", "trois": "3", "quatre": "4", "cinq": "5", "six": "6",
    "sept": "7", "huit": "8", "neuf": "9", "dix": "10", "deuxieme": "2", "troisieme": "3", "quatrieme": "4", "cinquieme": "5",
}  # fmt: skip

ARTICLE = re.compile(
    r"art(?:icle|\.)\s*(?:n\s?[°o]\s*)?(?P<numero>(?=[:-])|\d{1,2}|premier|unique|deuxieme|troisieme|quatrieme|cinquieme|un\b|deux|trois|quatre|cinq|six|sept|huit|neuf|dix|[il|](?=\s?(?:er|°|\"|')))"
    r"\s?(?:er\b|ere\b|eme\b|e\b|[°\"'*]{1,2})?\s*(?:[-:.)]\s*)*(?![\d,]|du\s|de\s+la\s+loi|et\s+\d)"
)
RANG = re.compile(r"(?P<numero>\d{1,2})\s?(?:°|er\b|/|[.)])\s?[-).:]?\s*(?=\S)")
VERBES = (
    r"(?:decid|declar|se\s+prononc|lanc|ouvr|approuv|adopt|autoris|fix|donn|accept|charg|dit|di[st]\b|emet|precis|sollicit|demand|design|prend|valid|confirm|attribu|constat|"
    r"instaur|institu|cre[ea]|inscri|impute|modifi|vot[ea]|retient|refus|rejett?|elit|confi|delegu|engag|arret|determin|habilit|prononc|"
    r"renonc|cede|ced|acquiert|acquer|souhait|mandat|appliqu|ratifi|mainti|report|ajourn|renvo|proced|signe|abrog|retir|invit|affect|derog|rappel|"
    r"entend|proclam|nomm|adher|renouvel|etend|conclu|alloue|vers|octroi|propos|supprim|annul|souscri|garanti|s'engag|se\s+prononc|reconnai|deci)"
)
OUVERTURE = re.compile(
    rf"""(?P<avant>.*?\b(?:(?:le|la|l')\s*(?:conseil|comite|assemblee|bureau|commission|conseillers|membres)\b|delibere|deliberation|discussion|unanimite|majorite|voix\s+\w+|abstentions?|entendu)
        [^.]*?[\s,:(])??(?P<verbe>{VERBES}\w*)\b""",
    re.VERBOSE,
)
FORMULE_SEULE = re.compile(
    rf"""(?:[^:]{{0,400}}\b)?(?:decide|delibere|arrete|approuve|adopte|resout|vote|deliberation|decision|unanimite|majorite|present\w*\s+et\s+represent\w*|votants|exprimes|abstentions?|voix\s+\w+|delibere\w*|contre|pour|presents)\s*(?:\([^)]*\)\s*)?(?:ce\s+qui\s+suit\s*|(?:d[e']|que)\s*)?[\s:,;.-]*$""",
    re.VERBOSE,
)
VOTE_SEUL = re.compile(
    r"^[^:]{0,160}\b(?:decide|delibere|approuve|adopte|vote)\w*\s*,?\s*(?:par|avec|a)\s+(?:(?:l'unanimite|la\s+majorite)\b|\d+\s+(?:voix|pour))"
    r"(?:\s*(?:\([^)]*\)|,|et|avec|par|des|de|ses|la|l'|l|membres?|presents?|representes?|exprimes?|suffrages?|absolue|voix|pour|contre|abstentions?|\d+|\W))*$"
)
HORS_ARTICLE = re.compile(
    r"""(?:
        votes?\b\s*(?:[:(]|d[eu]\s|$) | resultats?\s+d(?:u|es)\s+votes? | votes?\s*$ | (?:pour|contre|abstentions?|abstenus?|votants?|suffrages?|refus|exprimes|non\s+participants?)\b\s*(?:\(|:|\d|-|=|$)
      | ne\s+(?:prend|prennent|participe|participent)\b | n'(?:a|ont)\s+pas\s+(?:pris\s+part|participe) | (?:la\s+)?(?:presente\s+)?(?:deliberation|proposition|motion)\s*(?:mise?\s+aux\s+voix|,?\s*(?:est\s+)?(?:adoptee|approuvee|rejetee))
      | (?:adopte|approuve|vote|accepte|rejete)e?s?\s+(?:a|par)\s | adopte(?:e|s)?\s*[.!]?\s*$ | (?:a\s+)?l?'?unanimite\b[^,]{0,60}[.!]?$ | unanimite | (?:avis\s+(?:de)?favorable)\b[^,;]{0,60}$
      | le\s+(?:vou|present|conseil)[^.]{0,40},?\s+mis\s+aux\s+voix | mis\s+aux\s+voix | le\s+(?:conseil|comite)\s+adopte\s*\.?\s*$ | (?:fait|ainsi)\s | scrutin | ont\s+vote | s(?:e\s+sont|'est)\s+abstenu
      | (?:m\.|mme|monsieur|madame)\b[^.]{3,100}\b(?:ne\s+(?:prend|participe|prennent)|n'(?:a|ont)\s+pas|quitte|sort|se\s+retire|s'abst) | par\s+\d+\s+voix\s+[^:]{0,200}$
      | (?:le|la)\s+rapporteur\s+entendu | \d+\s+(?:voix\s+)?(?:pour|contre|abstention)
    )""",
    re.VERBOSE,
)
PROPOSITION = re.compile(
    r"(?:.*\b(?:il\s+(?:vous\s+)?est\s+(?:donc\s+)?(?:propose|demande)|(?:le\s+)?(?:conseil|comite|assemblee)[^.]{0,60}\s(?:est|sont)\s+(?:invite|appele)\w*|propose\w*\s+(?:au|a\s+l|aux|de|d')|vous\s+(?:demand|propos)\w+|bien\s+vouloir)\b)"
)

EXEMPLES = {
    "ARTICLE": ("article 1 : x", "article premier - x", "article 1er : x", "article deux - il", "art. 3 - x"),
    "RANG": ("1° - approuve", "2) autorise", "1. d'approuver"),
    "OUVERTURE": (
        "le conseil municipal, apres en avoir delibere, a l'unanimite, decide de confier", "a l'unanimite, le conseil municipal designe m. x",
        "approuve le plan", "apres en avoir delibere, autorise le maire",
    ),
    "FORMULE_SEULE": ("decide", "delibere :", "le conseil municipal, apres en avoir delibere, a l'unanimite :", "apres en avoir delibere,"),
    "HORS_ARTICLE": ("vote : pour : 17 - contre : 0", "adopte a l'unanimite.", "pour : 58", "avis favorable", "ne prennent pas part au vote :"),
    "PROPOSITION": ("il est propose au conseil de bien vouloir :",),
}  # fmt: skip
CONTRE_EXEMPLES = {
    "ARTICLE": ("article l. 2121-29", "articles 6 et 9"),
    "FORMULE_SEULE": ("decide de confier a m. le maire les delegations",),
    "HORS_ARTICLE": ("approuve le compte rendu", "adopte le compte rendu de la seance", "contracte un emprunt"),
}
