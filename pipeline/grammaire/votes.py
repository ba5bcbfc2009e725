"""The vote: counts, unanimity, result, who voted how. On folded text.

compte    = nombre, [ "voix" ], sens | sens, ( ":" | "-" | espace ), nombre | sens, ":", texte, "(", nombre, "voix",
")" ;
sens      = "pour" | "contre" | "abstentions" | "ne prend pas part au vote" ;
noms      = "(", noms, ")" after a count | sens, ":", noms | noms, verbe ;           verbe = "s'abstient" | "vote
contre" | ...
unanimite = "unanimité" | "unanime" ;           majorite = "à la majorité" (not "absolue") ;

A count that says neither "voix" nor ":" ("15 pour") is weak: it counts only beside another one or after "vote", "par".
"""

import re

from pipeline.grammaire.nombres import NOMBRE

_VOIX = (
    r"(?:voix|votes?|suffrages?|conseill?ers?|conseilleres?|membres?|elue?s?|deleguee?s?|personnes?|bulletins?"
    r"|vois|volx|voux)"
)
_POUR = r"(?P<pour>pour|favorables?(?=\s?[;,:.)]|\s*$)|p0ur)"
_CONTRE = r"(?P<contre>contre|c0ntre|(?:d[ée]favorables?|contraires?)(?=\s?[;,:.)]|\s*$)|oppositions?)"
_ABSTENU = (
    r"s'(?:absten(?:ant|ait|aient|ir)|abstien(?:t|nent)|(?:est|sont|etant|etaient|etait)\s{1,2}abstenu\w{0,2})"
    r"|se\ssont\sabstenu\w{0,2}"
)
_ABSTENTIONS = rf"(?P<abstentions>abst[ea]n[tlf]ions?|abst\.|abstentionnistes?|abstenus?|{_ABSTENU})"
_NPPV = (
    r"(?P<ne_prend_pas_part>ne\s{1,2}pren(?:d|nent|ant|ait|aient)\s{1,2}(?:pas\s{1,2})?part(?!\w)"
    r"|ne\s{1,2}particip\w{1,5}\s{1,2}(?:pas|ni)(?!\w)"
    r"|n'(?:a|ont|ayant|avai\w{1,3})\s{1,2}(?:pas\s{1,2})?(?:pris\s{1,2}(?:pas\s{1,2})?part|participe)|(?:sans"
    r"|refus\sde)\s{1,2}(?:prendre\s{1,2}part|vote|voter)(?!\w)"
    r"|non[\s-]participations?|non[\s-]participants?|non[\s-]votants?|ne\s{1,2}vot(?:e|ent|ant)\s{1,2}pas|nppv"
    r"|n\.p\.p\.v\.?)"
)
_SENS = rf"(?:{_POUR}|{_CONTRE}|{_ABSTENTIONS}|{_NPPV})"
_AU_VOTE = (
    r"(?:\s{1,2}(?:au|a\sce|a\scette|aux?|a\sla|ni)\s{1,2}(?:present\s)?(?:vote|scrutin|votes|deliberation"
    r"|debats?(?:\s{1,2}(?:et|ni)\s{1,2}au\s{1,2}vote)?))?"
)
_N = rf"(?P<n>{NOMBRE}|aucune?|pas\s{{1,2}}d'|neant|zero|nulle?)"

COMPTE_AVANT = re.compile(
    rf"""
    {_N} \s{{0,3}} (?:-\s|\([a-z\d -]{{1,24}}\)\s{{1,3}})?
    (?P<voix> {_VOIX} \s{{1,3}} (?:(?:municipaux|exprimees?|presents)\s{{1,2}})? (?:(?:(?:ont|ayant
        |a)\s{{1,2}})? (?:vote|vote[nr]t|votant|se\s?prononcant)\s{{1,2}}|d'|en\s|qui\s{{1,2}}|s?e?\s?declarant\s)? )?
    {_SENS} (?![\w']) (?! \s{{0,3}}[:=]\s{{0,3}}\d ) {_AU_VOTE}
    """,
    re.VERBOSE,
)
COMPTE_APRES = re.compile(
    rf"""
    (?<![\w'])
    (?P<voix> (?:nombre\s{{1,2}}de\s{{1,2}})? {_VOIX} \s{{1,3}} | (?:ont|ayant)\s{{1,2}}vote\s{{1,2}} | vot(?:ent
        |e)\s{{1,2}} )?
    {_SENS} {_AU_VOTE}
    (?P<sep>
        \s{{0,3}}(?:[:;=]|\((?=\s?\d{{1,3}}\s?\)\s?(?:[:,;]|\n|$))
          |[.…·]{{1,40}}(?:\s[.…·]{{1,40}})?|-{{1,2}}>?|\||\.)\s{{0,3}} | \s{{1,3}} )
    (?:{_N}|(?<=[:=]\s)(?P<zero>o)) (?![\w'])
    (?! \s?(?:%|€|h\b|/(?!\s[a-z])|eme|°|ans?\b|mois|jours?|logements|euros?|km|m2|ha\b|postes?|places?|communes?
        |habitants?|er\b|delegues\s(?:titulaires|suppleants)) )
    (?P<queue> \s{{1,2}}(?:voix|votes?|conseillers?|membres?|elus?|suffrages?)(?!\w) )?
    """,
    re.VERBOSE,
)
OPPOSES = re.compile(
    rf"(?<=par\s){_N}\s{{1,2}}(?:voix|suffrages?)\s{{1,2}}contre\s{{1,2}}(?P<opposes>{NOMBRE})(?!\w)"
    rf"(?!\s{{1,2}}(?:{_VOIX}\s{{1,2}})?{_SENS})"
)
"""Two numbers set against each other: the first is for, the second against."""
COMPTE_DE_GROUPES = re.compile(
    rf"""
    (?<![\w']) (?:votes?\s{{1,3}})? {_SENS} {_AU_VOTE} \s{{0,3}}:\s{{0,3}}
    (?P<groupes> (?:[^\n:(]|\((?!\s?\d)[^()\n]{{0,80}}\)){{2,400}}? )
    \( \s?{_N}(?:\s{{1,3}}(?:voix|votes?|suffrages?|conseillers?|membres?|elus?)
        |(?=\s?\)\s{{0,3}}(?:[/;,.\n]|\Z))) \s?\)
    """,
    re.VERBOSE,
)
COMPTE_PPV_LOIN = re.compile(rf"{_NPPV}(?P<raison>[^.:\n(\d]{{0,160}}):\s{{0,3}}{_N}(?!\w)\s{{0,2}}(?:{_VOIX})?")
ETIQUETTE_NOMS = re.compile(
    rf"(?<![\w'])(?:(?:ont|a|ayant|avaient)\s{{1,2}}vote\s{{1,2}}|vot(?:es?|ent|ant)\s{{1,2}}"
    rf"|voix\s{{1,2}})?{_SENS}{_AU_VOTE}(?:[^.:\n(\d]{{0,120}})?\s{{0,3}}:(?!\s{{0,3}}\d)"
)
VERBE_APRES = re.compile(
    rf"(?<!\w)(?:(?P<abstentions>{_ABSTENU})"
    rf"|(?:(?:ont|a|ayant|avaient)\s{{1,2}}vote|vot(?:e|ent|ant|ait|aient))\s{{1,2}}(?P<contre>contre)(?!\w)"
    rf"|{_NPPV}|(?P<sortie>(?:quitt\w{{1,5}}|sort(?:ent|ant)?|sortie?s?"
    rf"|est\ssorti\w{{0,2}})\s{{1,2}}(?:de\s)?(?:la\s{{1,2}})salle|s'(?:est|etant|sont)\s{{1,2}}retire\w{{0,3}}"
    rf"|se\s{{1,2}}retir\w{{1,5}}))"
)
PHRASE = re.compile(r"(?<=[a-zà-ÿ)\d])[.;]\s+(?=[A-ZÀ-Ý])")
"""Where a sentence ends, on the printed text; not after "M." nor an initial."""
VOTE_D_ENTETE = re.compile(r"pour\s?:\s?\d{1,3}\b[^\n]{0,40}contre\s?:\s?\d{1,3}\b")
"""A vote printed with the counts of members, above the act."""
PARENTHESE = re.compile(
    r"\s{0,3}(?:voix|votes?|conseill?ers?|membres?"
    r"|elus?)?\s{0,3}[:,-]?\s{0,3}[({\[]\s?(?P<noms>(?:[^()\[\]{}]|\([^()]{0,80}\)){1,1500})[)}\]]"
)
UNANIMITE = re.compile(r"unan[il1](?:m|rn|n|rm)[il1|!]t\w?|unanimement|unanimes?(?!\w)")
MOINS = re.compile(r"quasi[\s-]{1,2}unanimite|unanimite\s{0,2},?\s{0,2}moins(?!\w)")
PROCEDURE = re.compile(
    r"(?:main\slevee|scrutin\s(?:secret|public)|bulletins?\ssecrets?|de\sne\spas\sproceder|ordre\sdu\sjour)"
)
MAJORITE = re.compile(
    r"(?<!\w)(?:a|par|vote\s{0,2}:?|adoptee?s?\s{0,2}:?|resultats?\s{0,2}:?)\s{1,2}(?:la\s{1,2}"
    r"|une\s(?:large\s)?)?majorite(?!\s{1,2}(?:absolue|relative|des\s(?:conseils|communes)|municipale))"
)
PASSE = re.compile(
    r"(?:(?:par|vu|suite\sa|conformement\sa)\s(?:la\s|sa\s)?deliberation(?!\s{1,2}(?:le\sconseil|du\sjour))"
    r"|avis[^.;\n]{0,60}(?:commissions?(?!\spermanente)|comite|bureau|cst|domaines)"
    r"|commissions?(?!\spermanente)[^.;\n]{0,60}avis)[^.;\n]{0,140}$"
)
"""Before a vote: it belongs to an act or an opinion that is only cited."""
ASSEMBLEE = re.compile(
    r"(?<!\w)(?:le\s(?:conseil|comite|bureau)|l'assemblee|la\scommission\spermanente"
    r"|apres\sen\savoir)(?!\s(?:d'administration\sde|de\s(?:quartier|discipline)))"
)
"""The deciding body speaks from here on: what is cited lies before."""
AMENDEMENT = re.compile(r"amendement|question\sprealable|motion\sd'ordre|huis\sclos|urgence|scrutin\ssecret")
CIVILITE = re.compile(r"\s{0,3}[-:*.]?\s{0,2}(?:mm?|mmes?|mlles?|mrs?|monsieur|madame|messieurs|mesdames)(?:\.|\s)")
"""At the start of what follows a colon: a list of persons."""
PARTICIPE = re.compile(r"(?:prenant|participant|ayant|abstenant|etant|votant)(?!\w)")
"""A participle stands after its names, even before a colon."""
ENSEMBLE = re.compile(
    r"ensemble\sd[eu]|dans\sson\sensemble|vote\s(?:global|final)|resultats?\s(?:du\svote|final)"
    r"|deliberation\s(?:est\s)?adoptee"
)

REJETE = re.compile(
    r"(?:(?:est|sont|a\sete|ont\sete|mise?s?\saux\svoix,?)\s{1,2}(?:donc\s)?(?:rejetee?s?|repoussee?s?)"
    r"|(?:deliberation|vou|motion|proposition|projet|resultat\s?:?)\s{1,2}(?:rejetee?|repoussee?)"
    r"|n'est\spas\s(?:adoptee?|approuvee?)|n'a\spas\sete\sadoptee?|(?:^|\n|:)\W{0,4}rejetee?(?!\w)"
    r"|rejetee?s?\s{1,2}(?:par\s\w|a\sl'|a\sla)|rejette\s(?:le\svou|la\s(?:motion"
    r"|proposition\sde\sdeliberation|deliberation)|l'amendement))"
)
AJOURNE = re.compile(
    r"(?:ajourn(?:e|er|ee?s?|ement)(?!\w)|(?:reporte[rt]?|reportee?s?|renvoyee?|renvoie|renvoyer|differe[re]?"
    r"|differee?)\s(?:l'examen|le\svote|la\sdecision|ce\s(?:point|dossier|sujet|vote|projet|rapport)"
    r"|cette\s(?:question|affaire|deliberation|decision)|(?:la\s|l'|le\s)?(?:question|affaire|point|dossier"
    r"|deliberation|rapport|examen|sujet)|a\s(?:une|la)\s(?:prochaine|seance|reunion|date))|surs(?:e?oit|eoir"
    r"|oient)\sa\s(?:statuer|deliberer|l'examen)|(?:point|question|deliberation|rapport|dossier"
    r"|affaire)\s(?:est\s|a\sete\s)?(?:retiree?|reportee?|ajournee?)|retiree?\sde\sl'ordre\sdu\sjour"
    r"|retirer?\s(?:ce\spoint|cette\squestion|la\squestion|le\spoint)?\s?de\sl'ordre)"
)
AVIS = re.compile(
    r"""
    (?: (?:emet(?:tre|tent|tant)?|donn(?:e|er|ent)|rend(?:re|ent)?|formul(?:e|er|ent)|exprim(?:e|er)|emis|rendu)
        (?:[^.;\n(]{0,70}[\s,])? (?:un\s{1,2}|son\s{1,2})? avis\s{1,2}(?:tres\s|totalement\s)?
      | (?:^|\n)[^\w\n]{0,6} avis\s{1,2}
      | avis\s{1,2}(?=(?:de)?favorable\s{0,2}(?:est\s)?(?:adopte|a\sl'unanimite|a\sla\smajorite|par\s\d|rendu))
      | se\sprononce(?:nt|r)?\s{1,2}(?=(?:de)?favorablement)
    )
    (?P<sens>defavorable|favorable) (?!\s{1,2}(?:de\s(?:la|l')|du|des)\s?(?:commission|comite|bureau|commissaire
        |service|architecte|domaine|conseil))
    """,
    re.VERBOSE,
)
PREND_ACTE = re.compile(
    r"(?<!\w)(?:pren(?:d|dre|nent|ant)\s{1,2}(?:ainsi\s|donc\s|bonne\s|note\set\s)?acte(?!\w)"
    r"|pris\s{1,2}acte(?!\w)|(?:lui\s)?(?:donne|est\sdonne|donner)\s{1,2}(?:lui\s)?acte\s(?:de|du|a)"
    r"|il\sest\spris\sacte|dont\sacte)"
)
_ACTION = (
    r"(?:decid|approuv|adopt|autoris|accept|design|valid|fix|attribu|instaur|institu|nomm|ratifi|arret|vot"
    r"|confirm|renouvel|"
    r"alloue|affect|charg|mandat|sollicit|demand|habilit|modifi|cre|proclam|constat|precis|annul|abrog|accord"
    r"|retien|retient|retenu|renonc|"
    r"elu|elit|emet|cede|acquiert|vend|octroi|dit|refus|s'oppose|delegu|prononc|declar|supprim|ouvr|admet"
    r"|complet|agre|homologu|resili|met|transfer|appliqu|donn|consent|deliber|engag)"
)
ADOPTE = re.compile(
    r"(?<!\w)(?:adoptee?s?|approuvee?s?)\s{1,2}(?:a|par)\s{1,2}(?:l'|la|\d|un|[a-z]+\svoix)|(?:deliberation"
    r"|projet|proposition|vou|motion|rapport|resolution|ensemble)\s{1,2}(?:est\s|sont\s|a\sete\s"
    r"|,\s)?(?:mise?\saux\svoix\s(?:est\s)?)?(?:adoptee?|approuvee?)(?!\w)|(?:^|\n)\W{0,6}(?:adoptee?"
    r"|approuvee?)\s?[.!:]?\s{0,2}(?:\n|$|l'|a\s)"
)
FORMULE = re.compile(
    rf"""
      (?:^|\n|;)[^\w\n]{{0,6}}(?:\d{{1,2}}\s?[°.)-]{{1,2}}\s{{0,2}}|article\s(?:\d{{1,2}}|1er|premier|unique|un
          |deux)\s?[-.:]{{0,3}}\s{{0,2}})?{_ACTION}(?:e|ent|t|d|it|re?)?(?!\w)
    | (?:conseil|assemblee|comite|commission\spermanente|bureau|council|elus|membres)(?:[^.;\n(]|\([^)\n]{{0,60}}\)
        |(?<=\bm)\.|\n){{0,320}}?[\s,:]{_ACTION}(?:e|ent|t|d|it|s)?(?!\w)
    | (?<!\w)(?:il|elle)\s{{1,2}}{_ACTION}(?:e|t|d|it)(?!\w)
    | (?<!\w)(?:est|sont|a\sete|ont\sete|il\sest)\s{{1,2}}(?:donc\s|ainsi\s|egalement\s)?(?:approuve|adopte|autorise
        |fixe|decide|accepte|designe|valide|elu|nomme|vote|cree|attribue|proclame|arrete|institue|porte|charge
            |accorde|supprime|renouvele|ratifie|instaure)e?s?(?!\w)
    | (?<!\w)(?:decide|decident|delibere)(?:nt)?\s?:?
    """,
    re.VERBOSE,
)
PROPOSITION = re.compile(
    r"(?:(?<!sur )(?<!sur la )propos(?!ition\s(?:[^.;\n]{0,80}\s)?(?:n'est|est|a\sete|recueille|obtient)\s)\w{1,5}|"
    r"demand(?:e|er|ant)\s(?:au|a\sl'|aux|a\sla|de\sbien)|souhait\w{1,6}|invit\w{1,4}"
    r"|vous\sprie|conviendrait|conviendra|il\sconvient|appartien\w{1,4}|est\sappele|afin|soumet\w{0,4}"
    r"|pourrait|pourra|devra|si\sle\sconseil|envisag\w{1,4})[^.;\n]{0,200}$"
)
"""Before a deciding verb: it is only proposed."""

EXEMPLES: dict[str, tuple[str, ...]] = {
    "COMPTE_AVANT": ("13 (treize) voix pour", "1 (une) voix contre",
        "par 23 voix pour", "4 voix contre", "2 abstentions (", "quinze voix pour", "0 contre", "1 voix\ncontre",
            "une abstention",
        "7 pour", "3 conseillers s'abstenant", "2 conseillers ne prenant pas part", "12 conseillers ont vote pour",
            "aucune abstention", "2 elus ne prenant pas part au vote",
    ),
    "COMPTE_APRES": ("voix favorables : 5 / voix", "voix contraires : 18",
        "pour : 17", "contre : 0", "abstentions : 2", "abstention : 1 (", "pour : 69 voix", "votes contre : 2",
        "nombre de voix pour : 12", "pour 12", "ne prennent pas part au vote : 2", "contre : neant", "nppv : 1",
            "contre (10) : m. x",
            "abstention : o",
    ),
    "OPPOSES": ("par 9 voix contre 3", "par douze voix contre deux"),
    "COMPTE_DE_GROUPES": ("contre : mme roy, m. blanc (2) / abstention", "pour : tous les autres votants (24)",
        'pour : groupes "a", "b" (24 voix)', 'contre : groupe "c" (4 voix)'),
    "COMPTE_PPV_LOIN": ("ne prennent pas part au vote et quittent la salle, en raison de leurs liens : 3 conseillers",),
    "ETIQUETTE_NOMS": ("contre : bastien auzepy", "se sont abstenus : m. a", "ont vote contre : mme b",
        "ne prennent pas part au vote : m. c"),
    "VERBE_APRES": ("ne prenant pas part au vote", "s'abstient", "vote contre", "quitte la salle", "se retire",
        "ne votent pas"),
    "PHRASE": ("le prêt est consenti. Monsieur Roux",),
    "VOTE_D_ENTETE": ("vote(s) pour : 44 vote(s) contre : 0", "pour : 12 contre : 0"),
    "PARENTHESE": (" (m. a, mme b)", " voix : (m. a (pouvoir de b), c)", "{mr v - mr p}"),
    "UNANIMITE": ("a l'unanimite", "al'unanimite", "a p'unanimite", "unanime", "vote : unanimite", "l'unanirnite"),
    "MOINS": ("a l'unanimite moins une voix", "quasi-unanimite"),
    "PROCEDURE": ("a main levee", "au scrutin secret", "de ne pas proceder"),
    "MAJORITE": ("a la majorite", "adoptee a la majorite", "vote : majorite", "a la majorite qualifiee"),
    "PASSE": ("par deliberation n° 12 du 3 mars, adoptee a l'", "apres avis favorable de la commission des finances "),
    "ASSEMBLEE": ("le conseil municipal", "l'assemblee", "apres en avoir delibere"),
    "AMENDEMENT": ("l'amendement",),
    "CIVILITE": (" m. durand", "\nmme petit", " messieurs a"),
    "PARTICIPE": ("ne prenant pas part au vote",),
    "ENSEMBLE": ("l'ensemble de la deliberation", "vote global"),
    "REJETE": ("est rejete par 18 voix", "deliberation rejetee", "rejete a l'unanimite", "n'est pas adoptee",
        "rejette le vou"),
    "AJOURNE": ("decide d'ajourner", "reporter ce point", "surseoir a statuer", "le point est retire",
        "renvoyer a une prochaine seance"),
    "AVIS": (
        "emet un avis favorable", "avis favorable", "avis defavorable adopte a l'unanimite",
            "donne, a l'unanimite, un avis favorable",
        "se prononce favorablement", "d'emettre un avis defavorable",
    ),
    "PREND_ACTE": ("prend acte", "le conseil a pris acte", "donne acte a m. le maire", "de prendre acte"),
    "ADOPTE": ("adopte a l'unanimite", "deliberation adoptee a la majorite", "adopte.\n", "approuve par 12 voix"),
    "FORMULE": (
        "decide", "approuve le compte", "le conseil adopte", "est approuvee", "monsieur le maire est autorise",
            "sont elus",
        "le conseil municipal, apres en avoir delibere, autorise le maire", "il est decide", "article 1er : fixe",
            "il approuve",
    ),
    "PROPOSITION": ("il est propose au conseil ", "il est demande au conseil de "),
}  # fmt: skip
CONTRE_EXEMPLES: dict[str, tuple[str, ...]] = {
    "COMPTE_AVANT": ("votants: 14 pour: 12", "pour l'annee", "contre-allee", "12,5 pour cent"),
    "COMPTE_APRES": (
        "recrutement pour (3) agents",
        "par 23 voix pour, 4",
        "pour 3 ans",
        "pour 12 logements",
        "pour : 450 €",
    ),
    "OPPOSES": ("par 4 voix contre 2 abstentions", "par 4 voix contre, 9 pour", "par 4 voix contre 9 voix pour"),
    "COMPTE_DE_GROUPES": ("pour : 17 (m. a)",),
    "COMPTE_PPV_LOIN": ("ne prend pas part au vote",),
    "ETIQUETTE_NOMS": ("contre : 6", "pour les motifs"),
    "VERBE_APRES": ("abstentions", "vote pour"),
    "PHRASE": ("M. Roux et Mme Blanc",),
    "VOTE_D_ENTETE": ("votants : 14",),
    "PARENTHESE": (" sans rien",),
    "UNANIMITE": ("communaute",),
    "MOINS": ("a l'unanimite",),
    "PROCEDURE": ("voix",),
    "MAJORITE": ("a la majorite absolue", "la majorite des 26 membres"),
    "PASSE": ("apres en avoir delibere, a l'", "la presente deliberation est adoptee a l'"),
    "ASSEMBLEE": ("la commission des finances",),
    "AMENDEMENT": ("le projet",),
    "CIVILITE": (" fixe le",),
    "PARTICIPE": ("ne prend pas part",),
    "ENSEMBLE": ("ensemble scolaire",),
    "REJETE": ("eaux rejetees dans le milieu",),
    "AJOURNE": ("le report de l'excedent", "journee"),
    "AVIS": ("vu l'avis favorable de la commission", "apres avis favorable du comite"),
    "PREND_ACTE": ("prend l'acte",),
    "ADOPTE": ("adopter le budget",),
    "FORMULE": ("il est propose au conseil d'autoriser", "autoriser le maire"),
    "PROPOSITION": (
        "la proposition recueille ",
        "le conseil municipal, apres en avoir delibere, ",
        "la proposition de bail est rejetee : ",
        "sur proposition de madame la presidente, le conseil ",
    ),
}
