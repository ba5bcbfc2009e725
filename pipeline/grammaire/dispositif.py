"""The operative part.

dispositif = [ organe ] [ "après en avoir délibéré" ] [ vote ] verbe ( ":" { item } | phrase )
item       = "Article" numero texte | rang texte | puce texte | VERBE texte
"""

import re

ORDINAUX = {
    "premier": "1",
    "un": "1",
    "unique": "1",
    "deux": "2",
    "trois": "3",
    "quatre": "4",
    "cinq": "5",
    "six": "6",
    "sept": "7",
    "huit": "8",
    "neuf": "9",
    "dix": "10",
    "deuxieme": "2",
    "troisieme": "3",
    "quatrieme": "4",
    "cinquieme": "5",
}

ARTICLE = re.compile(
    r"art(?:icle|\.)\s{0,3}(?:n\s?[°o]\s{0,3})?(?P<numero>(?=[:-])|\d{1,2}|premier|unique|deuxieme|troisieme|quatrieme|cinquieme|un\b|deux|trois|quatre|cinq|six|sept|huit|neuf|dix|[il|](?=\s?(?:er|°|\"|')))"
    r"\s?(?:er\b|ere\b|eme\b|e\b|[°\"'*]{1,2})?\s{0,3}(?:[-:.)]\s{0,3})*(?![\d,]|du\s|de\s{1,3}la\s{1,3}loi|et\s{1,3}\d)"
)
RANG = re.compile(
    r"(?P<numero>\d{1,2})\s?(?:°|er\b|/|[.)])\s?[-).:]?\s{0,3}(?=\S)|(?P<degre>\d)9\s[-–—]\s(?=[a-z]+(?:e|t|d)\b)"
)
ITEM_LETTRE = re.compile(r"(?:[a-h]\s?\)|[ivxl1]{1,5}\s?\.\s?[-–]|[ivx]{1,4}\s?(?:\)|\s?[-–]))\s{1,3}(?=\S)")
VERBES = (
    r"(?:decid|declar|se\s{1,3}prononc|lanc|ouvr|approuv|adopt|autoris|fix|donn|accept|charg|dit|di[st]\b|emet|precis|sollicit|demand|design|prend|valid|confirm|attribu|constat|"
    r"instaur|institu|cre[ea]|inscri|impute|modifi|vot[ea](?!nts?\b)|retient|refus|rejett?|elit|confi|delegu|engag|arret|determin|habilit|prononc|"
    r"renonc|cede|ced|acquiert|acquer|souhait|mandat|appliqu|ratifi|mainti|mainten|reten|report|ajourn|renvo|proced|signe|abrog|retir|invit|affect|derog|rappel|"
    r"entend(?!ue?s?\b)|proclam|nomm|adher|renouvel|etend|conclu|alloue|vers|octroi|propos|supprim|annul|souscri|garanti|s'engag|se\s{1,3}prononc|reconnai|deci)"
)
VERBE = (
    rf"{VERBES}(?!\w*(?:tion|ment|sion|age|ance|ture)s?\b)(?!e?s?\s{{1,2}}d(?:e\s{{1,2}}|')(?!\w+(?:er|ir|re)\b)\w)"
    r"(?!e?s?\s{1,2}d(?:u|es)\s)\w*"
)
"""A deciding verb: not the noun of a title ("Création d'un poste", "Demande de subvention", "Vote du budget")."""
OUVERTURE = re.compile(
    rf"""^(?P<avant>.{{0,300}}?\b(?:(?:le|la|l')\s{{0,3}}(?:conseil|comite|assemblee|bureau|commission|conseillers|membres)\b|delibere|deliberation|discussion|unanimite|majorite|voix\s{{1,3}}\w+|abstentions?|entendu)
        (?:[^.]|(?<=\bm)\.|(?<=\bmme)\.){{0,400}}?[\s,:(])??(?<!\bau\s)(?<!\bdu\s)(?<!\ble\s)(?<!\bpar\s)(?<!\bayant\s)(?P<verbe>{VERBES}(?!\w*(?:tion|ment|sion)s?\b|\w*ees\b)\w*)\b""",
    re.VERBOSE,
)
FORMULE_SEULE = re.compile(
    r"""^(?:[^:]{0,400}\b)?
        (?:decide|delibere|arrete|approuve|adopte|resout|vote|deliberation|decision|unanimite|majorite|delibere\w*
          |present\w*\s{1,3}et\s{1,3}represent\w*|votants|exprimes|abstentions?|voix\s{1,3}\w+|contre|pour|presents)
        \s{0,3}(?:\([^)]{0,200}\)\s{0,3})?(?:ce\s{1,3}qui\s{1,3}suit\s{0,3}|l(?:es|a)\s{1,3}(?:decision|disposition|mesure)s?\s{1,3}(?:suivantes?|ci-apres|qui\s{1,3}suivent)\s{0,3}|en\s{1,3}consequence\s{0,3}|(?:d[e']|que)\s{0,3})?[\s:,;.-]*$""",
    re.VERBOSE,
)
VOTE_SEUL = re.compile(
    r"^[^:]{0,160}\b(?:decide|delibere|approuve|adopte|vote)\w*\s{0,3},?\s{0,3}(?:par|avec|a)\s{1,3}(?:(?:l'unanimite|la\s{1,3}majorite)\b|\d+\s{1,3}(?:voix|pour))"
    r"(?:\s{0,3}(?:\([^)]{0,200}\)|,|et|avec|par|des|de|ses|la|l'|l|membres?|presents?|representes?|exprimes?|suffrages?|absolue|voix|pour|contre|abstentions?|\d+|\W))*$"
)
VOTE_FINAL = re.compile(
    r"[\s,(]{1,3}(?:a\s{1,3}l'unanimite|a\s{1,3}la\s{1,3}majorite|(?:par|avec|a)\s{1,3}(?:\d{1,3}|[a-z-]{2,14})\s{1,3}(?:voix|pour)|\d{1,3}\s{1,3}(?:voix|pour|contre))\b.{0,200}$"
)
"""The vote that ends a sentence, after what is decided."""
HORS_ARTICLE = re.compile(
    r"""^(?:
        votes?\b\s{0,3}(?:[:(–—-]|d[eu]\s|$|(?:pour|contre)\s{1,3}\d|\d{1,3}\s(?:voix\s)?pour)
      | resultats?\s{1,3}d(?:u|es)\s{1,3}(?:votes?|scrutin)
      | votes?\s{0,3}$ | (?:pour
          |contre|abstentions?|abstenus?|votants?|suffrages?|refus|exprimes|non\s{1,3}participants?)\b\s{0,3}(?:\(|:|\d|-|=|$)
      | ne\s{1,3}(?:prend|prennent|participe|participent)\b | n'(?:a|ont)\s{1,3}pas\s{1,3}(?:pris\s{1,3}part
        |participe) | (?:la\s{1,3})?(?:presente\s{1,3})?(?:deliberation|proposition
          |motion)\s{0,3}(?:mise?\s{1,3}aux\s{1,3}voix|,?\s{0,3}(?:est\s{1,3})?(?:adoptee|approuvee|rejetee))
      | (?:adopte|approuve|vote|accepte|rejete)e?s?\s{1,3}(?:a|par)\s | adopte(?:e|s)?\s{0,3}[.!]?\s{0,3}$
        | (?:a\s{1,3})?l?'?unanimite\b[^,]{0,60}[.!]?$ | unanimite | (?:avis\s{1,3}(?:de)?favorable)\b[^,;]{0,60}$
      | la\s{1,3}presente\s{1,3}deliberation\s{1,3}(?:a\s{1,3}ete|sera|est)\s{1,3}(?:publi|affich|transmi|notifi
        |adress|inscri)
      | (?:cette|la\s{1,3}presente)\s{1,3}(?:deliberation|communication|information)\s{1,3}ne\s{1,3}donne
        \s{1,3}pas\s{1,3}lieu
      | pour\s{1,3}cette\s{1,3}(?:affaire|question|deliberation),\s | personne\s{1,3}ne\s{1,3}demand
      | (?:m\.|mme|monsieur|madame)\s[^.;:]{3,60}\sdepose\s{1,3}un\s{1,3}amendement
      | adoption\s{1,3}a\s | (?:cette|la)\s{1,3}proposition\s{1,3}recueille\s
      | l'assemblee\s{1,3}(?:unanime\s{1,3})?donne\s{1,3}son\s{1,3}accord
      | s'agissant\s{1,3}d'une\s{1,3}information | cette\s{1,3}communication\s{1,3}n'est\s
      | (?:ont\s{1,3}ete|sont)\s{1,3}recensee?s\s{1,3}\w+\s{1,3}voix
      | \[\s?x?\s?\]\s | (?:[a-z]{2,9}(?:-[a-z]{2,8}){0,3})\s{1,3}voix\s{1,3}(?:pour|contre)\b
      | le\s{1,3}(?:vou|present|conseil|rapport|projet|texte)[^.]{0,40},?\s{1,3}mis\s{1,3}aux\s{1,3}voix
      | mis\s{1,3}aux\s{1,3}voix
        | le\s{1,3}(?:conseil|comite)\s{1,3}adopte\s{0,3}\.?\s{0,3}$ | (?:fait|ainsi)\s | scrutin
          | decision\s?:\s?(?:adopt|rejet|approuv) | (?:ont\s{1,3}vote|votent\s{1,3}(?:contre|pour))
          | s(?:e\s{1,3}sont\s{1,3}abstenu|'est\s{1,3}abstenu|'abst)
      | (?:m\.|mme|monsieur|madame)(?:[^.]|\bm\.){3,160}\b(?:ne\s{1,3}(?:prend|participe|prennent)|n'(?:a|ont)\s{1,3}pas
        |(?:a\s|ont\s)?quitte|sort|se\s{1,3}retire|s'abst) | par\s{1,3}\d+\s{1,3}voix\s{1,3}[^:]{0,200}$
      | (?:le|la)\s{1,3}rapporteur\s{1,3}entendu | \d+\s{1,3}(?:voix\s{1,3})?(?:pour|contre|abstention)
    )""",
    re.VERBOSE,
)
RENVOI = re.compile(
    r"(?<![a-z])(?:(?:l'examen|le\s{1,3}vote)\s{1,3}de\s{1,3})?(?:ce\s{1,3}(?:point|dossier|rapport|projet)|cette\s{1,3}(?:question|affaire|deliberation)"
    r"|l[ea]\s{1,3}(?:point|dossier|question|deliberation|rapport)|l'affaire)[^.;:]{0,60}\b(?:est|sont|a\s{1,3}ete)\s{1,3}(?:\w{1,12}\s{1,3})?"
    r"(?:reporte|ajourne|retire|renvoye|differe)e?s?\b[^.;]{0,160}"
)
PHRASE_QUI_DECIDE = re.compile(
    r"[.!]\s{1,3}(?=(?:Le\s|La\s|L['’]\s?)(?:[Cc]onseil|[Cc]omité|[Bb]ureau|[Aa]ssemblée|[Cc]ommission)\b|Après\s|À\sl['’]unanimité)"
)
"""On the printed text: a new sentence, where the council may decide."""
VOTE_ENTRE_PARENTHESES = re.compile(
    r"\s{0,3}\((?:a\s{1,3}l')?(?:unanimite|\d{1,3}\s(?:voix\s)?(?:pour|contre|abst))[^()]{0,300}\)$"
)
"""After what is decided: the vote, in brackets."""
_INFINITIF = r"d(?:e\s|')\s?\w+(?:er|ir|re)\b"
INFINITIF = re.compile(_INFINITIF)
ITEM_COLLE = re.compile(rf"(?:\s?;\s{{1,2}}|\s?[;:,]\s{{1,2}}[ivxl1]{{1,4}}\s?[.,]\s?[-–]\s{{1,2}})(?={_INFINITIF})")
"""Between two items of one paragraph: "de fixer ... ; d'autoriser ...", "de fixer ... ; II. - d'autoriser ..."."""
VERBE_SEUL = re.compile(rf"(?:decide|arrete|delibere)\s{{1,3}}(?={_INFINITIF})")
"""The verb that opens a list of infinitives, when it stands on a line of its own: no part of the first item."""
RANG_SEUL = re.compile(r"\A\s?\d{1,2}\s?[.°)]?\s?\Z")
"""A cell that holds the number of the item beside it."""
VERBE_COLLE = re.compile(r"[,;.]\s{1,2}(?=[A-ZÀ-Ý]{4,16}\s)")
"""On the printed text: where a second verb in capitals may open an item."""
INFINITIF_COLLE = re.compile(r"[.;]\s{1,2}(?=D(?:e\s|['’]\s?)[a-zà-ÿ]+(?:er|ir|re)\s)")
"""On the printed text: where a second infinitive opens an item."""
VOTE_COLLE = re.compile(
    r"[.;€]\s{1,3}(?:pour\s{1,3}cette\s{1,3}(?:affaire|question),\s|personne\s{1,3}ne\s{1,3}demand|s'agissant\s{1,3}d'une\s{1,3}information"
    r"|cette\s{1,3}communication\s{1,3}n'est\s|adoption\s{1,3}a\s{1,3}l'unanimite|(?:cette|la)\s{1,3}proposition\s{1,3}recueille\s|l'assemblee\s{1,3}(?:unanime\s{1,3})?donne\s{1,3}son\s{1,3}accord|scrutin\s{1,3}public\b|ont\s{1,3}ete\s{1,3}recensee?s|votes\s{1,3}pour\b|(?:le\s{1,3})?(?:scrutin|depouillement|vote)\s{1,3}(?:a\s{1,3}(?:donne|eu\s{1,3}lieu)|donne\b)|voix\s{1,3}(?:favorables|pour)\s?:"
    r"|un\s{1,3}amendement\b|(?:m\.|mme|monsieur|madame)\s[^.;:]{3,60}\sdepose\s{1,3}un\s{1,3}amendement|le\s{1,3}depouillement\s{1,3}donne|ce\s{1,3}point\s{1,3}n'a\s{1,3}pas\s{1,3}donne\s{1,3}lieu|votes?\s{0,3}[-–—:]|vote\s{1,3}\d{1,3}\s{1,3}(?:voix\s)?pour\b|ont\s{1,3}vote\s{1,3}(?:pour|contre)\b"
    r"|il\s{1,3}est\s{1,3}procede\s{1,3}au\s{1,3}vote|resultats?\s{1,3}du\s{1,3}(?:vote|scrutin)\b|(?:[a-z]{2,9}(?:-[a-z]{2,8}){0,3}|\d{1,3})\s{1,3}voix\s{1,3}(?:pour|contre)\b"
    r"|le\s{1,3}rapport,?\s{1,3}mis\s{1,3}aux\s{1,3}voix|mise?s?\s{1,3}aux\s{1,3}voix|\[\s?x?\s?\]\s|cette\s{1,3}deliberation\s{1,3}ne\s{1,3}donne\s{1,3}pas\s{1,3}lieu|(?:m\.|mme|mm\.|mmes)\s(?:[^.;]|\bm\.){3,200}?\s(?:vot(?:e|ent)\s{1,3}contre|s'absti\w+|n(?:e\s{1,3}pren\w+|'(?:a|ont))\s{1,3}(?:pas\s{1,3})?(?:pris\s{1,3})?part)\b|sens\s{1,3}des?\s{1,3}votes?\b).{0,900}$"
)
"""The vote in a sentence of its own, on the last line of what is decided."""
PROPOSITION = re.compile(
    r"^(?:.{0,300}\b(?:il\s{1,3}(?:vous\s{1,3})?est\s{1,3}(?:donc\s{1,3})?(?:propose|demande)|(?:le\s{1,3})?(?:conseil|comite|assemblee)[^.]{0,60}\s(?:est|sont)\s{1,3}(?:invite|appele)\w*|propose\w*\s{1,3}(?:au|a\s{1,3}l|aux|de|d')|vous\s{1,3}(?:demand|propos)\w+|bien\s{1,3}vouloir)\b)"
)

EXEMPLES = {
    "ARTICLE": ("article 1 : x", "article premier - x", "article 1er : x", "article deux - il", "art. 3 - x"),
    "ITEM_LETTRE": ("a) d'approuver", "iv - d'autoriser", "i. - d'approuver", "il. - d'autoriser"),
    "RANG": ("1° - approuve", "2) autorise", "1. d'approuver"),
    "OUVERTURE": (
        "le conseil municipal, apres en avoir delibere, a l'unanimite, decide de confier",
        "a l'unanimite, le conseil municipal designe m. x",
        "approuve le plan",
        "apres en avoir delibere, autorise le maire",
    ),
    "FORMULE_SEULE": (
        "decide",
        "delibere :",
        "le conseil municipal, apres en avoir delibere, a l'unanimite :",
        "apres en avoir delibere,",
    ),
    "VOTE_SEUL": ("decide par 14 voix pour, 2 voix contre (mme x) et 1 abstention (m. y)", "adopte a l'unanimite"),
    "VOTE_FINAL": (" a l'unanimite.", ", par 3 voix pour et 2 voix contre"),
    "HORS_ARTICLE": (
        "vote 10 pour 2 contre 2 abstentions",
        "pour cette affaire, m. roux, maire, a quitte la salle",
        "personne ne demandant la parole",
        "s'agissant d'une information, il n'est pas procede au vote",
        "ont ete recensees douze voix pour",
        "vote : pour : 17 - contre : 0",
        "adopte a l'unanimite.",
        "pour : 58",
        "avis favorable",
        "ne prennent pas part au vote :",
    ),
    "RENVOI": ("l'examen de ce point est ajourne a la prochaine seance", "le dossier est retire de l'ordre du jour"),
    "PHRASE_QUI_DECIDE": ("S'abstient : Mme Roux. Le conseil décide",),
    "INFINITIF": ("d'approuver", "de fixer"),
    "ITEM_COLLE": (" ; d'autoriser", " ; ii. - d'autoriser", " : lil, - de dire"),
    "VERBE_COLLE": (", SOLLICITE une subvention", "; VEND le terrain"),
    "VERBE_SEUL": ("decide de vendre l'ancien presbytere",),
    "RANG_SEUL": ("3", "12."),
    "INFINITIF_COLLE": (". D'autoriser le virement",),
    "VOTE_COLLE": (
        "au budget. ont ete recensees cinq voix pour, cinq voix contre.",
        "du projet. personne ne demandant la parole, il est passe au vote.",
        ". resultat du scrutin",
        ". vingt-huit voix pour : adopte a l'unanimite",
        ". m. roux vote contre",
    ),
    "VOTE_ENTRE_PARENTHESES": (" (unanimite)", " (7 pour ; 2 contre : guy pujol)"),
    "PROPOSITION": ("il est propose au conseil de bien vouloir :",),
}
CONTRE_EXEMPLES = {
    "RENVOI": ("le report de l'excedent",),
    "VERBE_COLLE": (", le MAIRE",),
    "VERBE_SEUL": ("decide la vente", "decident de vendre"),
    "RANG_SEUL": ("2021-04", "article"),
    "PHRASE_QUI_DECIDE": ("le conseil décide. M. Roux",),
    "VOTE_ENTRE_PARENTHESES": (" (7 logements)",),
    "ARTICLE": ("article l. 2121-29", "articles 6 et 9"),
    "FORMULE_SEULE": ("decide de confier a m. le maire les delegations",),
    "HORS_ARTICLE": ("approuve le compte rendu", "adopte le compte rendu de la seance", "contracte un emprunt"),
}
