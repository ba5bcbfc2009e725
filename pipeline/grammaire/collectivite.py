"""The body that deliberates: legal name, organ, département."""

import re

_NOM = r"(?P<nom>(?!seance|extrait|compte|conseil|registre|departement|republique)[a-z0-9][^.;:()|]{1,110}?)"
_FIN = (
    r"(?=\s{0,3}(?:[.;:()|]|$|\d|,|\s-\s|(?<!-)(?:\bn\s?°|\bliberte|\bvotants|\bmembres\b|\btel\b|\bs'est\b|\bse\s{1,3}s|\bse\s{1,3}est|\blegalement|\bregulierement|\bdument|\bconvoque|\betant|\breuni|\bsous\b|\ben\s{1,3}(?:seance|session|exercice)|"
    r"\bdeliber|\bdepartement|\barrondissement|\bcanton|\brepublique|\bseance|\bextrait|\bregistre|\bservice\s{1,3}departemental|\betablissement\s{1,3}public|\best\b|\bsont\b|\bont\b|\ba\s{1,3}(?!vocation)(?=[a-z])|\bdu\s{1,3}\d|\bcompte\s{1,3}rendu|\bconseil\s|\bcomite\s|\bproces)))"
)
CORPS = re.compile(
    rf"""\b(?P<type>
        commune\s{{1,3}}nouvelle | commune(?!s) | ville | communaute\s{{1,3}}(?:de\s{{1,3}}communes
          |d'\s?agglomeration|urbaine) | metropole | region(?!al)(?=\s{{1,3}}[a-z]) |
        departement(?=\s{{1,3}}d) | syndicat(?:\s{{1,3}}(?:mixte|intercommunal|departemental|d'\s?\w+))* | sivom
          | sivu | smictom | sictom | s\.i\.v\.(?:u|o\.m)\. | district |
        centre\s{{1,3}}(?:intercommunal|communal)\s{{1,3}}d'\s?action\s{{1,3}}sociale | ccas | cias
          | pole\s{{1,3}}(?:d['\s]\s?equilibre\s{{1,3}}territorial\s{{1,3}}et\s{{1,3}}rural|metropolitain) |
        petr | caisse\s{{1,3}}des\s{{1,3}}ecoles
          | service\s{{1,3}}departemental\s{{1,3}}d'\s?incendie\s{{1,3}}et\s{{1,3}}de\s{{1,3}}secours | sdis
            | parc\s{{1,3}}naturel\s{{1,3}}regional |
        office\s{{1,3}}public(?:\s{{1,3}}de\s{{1,3}}l'habitat)? | office\s{{1,3}}de\s{{1,3}}tourisme
        | section\s{{1,3}}de\s{{1,3}}commune
        | agglomeration(?=\s{{1,3}}d) | ehpad | maison\s{{1,3}}de\s{{1,3}}retraite
          | (?:lycee|college)(?=\s{{1,3}}[a-z-]{{3,}}\s) | association\s{{1,3}}fonciere(?:\s{{1,3}}\w+)?
          | centre\s{{1,3}}(?:de\s{{1,3}}gestion|hospitalier)
          | collectivite(?=\s{{1,3}}(?:de|europeenne
          |territoriale))
        | regie(?:\s{{1,3}}(?:municipale|communale|intercommunale)\s{{1,3}}d(?:e\s|es\s|'\s?)\w+)?
        | etablissement\s{{1,3}}public(?:\s{{1,3}}(?:territorial|foncier))? )
        \.?(?P<lien>\s{{1,3}}(?:de\s{{1,3}}la\s{{1,3}}|de\s{{1,3}}l'\s?|des\s{{1,3}}|de\s{{1,3}}|du\s{{1,3}}|d'\s?|pour\s{{1,3}}(?:la|le|l'|les)\s{{1,3}}|a\s{{1,3}}vocation\s{{1,3}})?|\s{{0,3}}:\s{{0,3}})?{_NOM}{_FIN}""",
    re.VERBOSE,
)
ORGANE = re.compile(
    r"""\b(?P<organe>
        commission\s{1,3}permanente(?:\s{1,3}du\s{1,3}conseil\s{1,3}(?:regional|departemental|general))?
      | conseil\s{1,3}(?:municipal|communautaire|syndical|departemental|general|regional|metropolitain
        |d'\s?administration|d'\s?exploitation|de\s{1,3}surveillance|de\s{1,3}gestion|territorial|de\s{1,3}district)
      | conseil\s{1,3}d[eu]\s{1,3}(?:la\s{1,3})?(?:metropole|communaute|paris|district)
      | conseil\s{1,3}d[eu]\s{1,3}territoire(?:\s{1,3}d(?:u|e\s{1,3}la|es|e)\s{1,3}(?!\d)(?:pays\s{1,3})?[^.,;:|]{3,60}?
          (?=\s{0,3}(?:[.,;:|]|$|\bregulierement|\blegalement|\bdument|\bs'est)))?
      | conseil\s{1,3}du\s{1,3}\d+\s?(?:e|eme|er|°)?\s{0,3}\W{0,2}\s{0,3}arrondissement
        | conseil\s{1,3}d'\s?arrondissement | conseil\s{1,3}du\s{1,3}\d+\s?(?:e|eme|er|°)?\s{0,3}secteur
      | comite\s{1,3}de\s{1,3}la\s{1,3}caisse\s{1,3}des\s{1,3}ecoles
      | comite\s{1,3}(?:syndical|directeur|metropolitain|de\s{1,3}direction)
      | bureau\s{1,3}(?:communautaire|syndical|metropolitain
        |de\s{1,3}la\s{1,3}(?:communaute|metropole)) | assemblee\s{1,3}de\s{1,3}corse
    )""",
    re.VERBOSE,
)
ORGANE_SEUL = re.compile(
    r"(?:registre\s{1,3}des\s{1,3}|^)deliberations?\s{1,3}d[ue]\s{1,3}(?P<organe>bureau|comite|conseil)\b"
)
"""Where nothing more precise is printed: "registre des délibérations du Comité"."""
DEPARTEMENT = re.compile(
    r"\bdepartement\s{0,3}(?:de\s{1,3}la\s{1,3}|de\s{1,3}l'\s?|des\s{1,3}|de\s{1,3}|du\s{1,3}|d'\s?|"
    r":\s{0,3})(?P<nom>[a-z][a-z' -]{1,30}?)(?=\s{0,3}(?:[.,;:()|]|$|\s-\s|\barrondissement|\bcanton|\bcommune|"
    r"\brepublique|\bville|\bextrait|\bliberte|\bsyndicat|\bmairie|\bdu\s{1,3}conseil|\bdistrict|\bmetropole|\bnombre|\bservice|\bcommunaute|\boffice|\bcaisse|\bcentre|\behpad|\bconseil|\bliste))"
)

NOM_ATTENDU = re.compile(
    r"\b(?:de la|de|du|des|d'|et|le|la|en|pour|sur)$|[a-z]-$|\A(?:etablissement public territorial|"
    r"communaute (?:de communes|urbaine|d'agglomeration)|"
    r"commune|ville|syndicat mixte|syndicat intercommunal|centre communal d'action sociale)$"
)
"""A line of the letterhead that the next one completes."""
CORPS_AU_NOM_LONG = re.compile(
    r"(?:centre\s{1,3}(?:de\s{1,3}gestion|intercommunal|communal|hospitalier)|syndicat|communaute|etablissement\s{1,3}public"
    r"|pole\s|caisse\s|office\s|association\s|service\s{1,3}departemental|parc\s{1,3}naturel|agence\s)"
)
"""The head of a letterhead whose name may take several lines."""
AUTRE_TITRE = re.compile(
    r"\W{0,3}(?:republique|releve|liste|ordre\s{1,3}du\s{1,3}jour|sommaire|departement|arrondissement|canton|commune\b|ville\b|mairie|extrait|registre|deliberation|proces"
    r"|compte\s{1,3}rendu|conseil|comite|bureau|assemblee|commission|seance|reunion|session|objet|n\s?°|siege|direction"
    r"|service|cabinet|secretariat|pole\b|hotel|rue\b|place\b|avenue|tel\b|membres?|nombre|date|convocation|acte\b|arrete"
    r"|prefecture|recu\b|liberte|annexe|rapport|presents?\b|etaient|l'an\b|le\s{1,3}\d)"
)
"""A line of capitals that is a heading of its own."""
SUFFIXE = re.compile(
    r"\b(?P<nom>[A-ZÀ-Ý][\w'’-]+(?:[ -](?:[A-ZÀ-Ý][\w'’-]+|de|du|des|la|le|et)){0,5}\s(?:Métropole|Agglomération|"
    r"Agglo|Communauté|MÉTROPOLE|AGGLOMÉRATION))\b"
)
"""A name that ends with the kind of body ("Val-de-Marne Métropole"), read on the printed text for its capitals."""

AU_NOM_DE = re.compile(
    r"\A\W{0,4}(?:l[ae]\s{1,3})?\Z"
    r"|\b(?:maires?|adjoint[es]{0,2}|president[es]{0,2}|membres|assemblee|bureau|comite|siege|mairie|hotel|conseil(?:\s{1,3}\w{4,20})?|agents?|services?)"
    r"\s{1,3}(?:d[eu]\s{1,3}(?:la\s{1,3}|l')?|d')\s{0,2}\Z"
)
"""What stands before the name of the body itself, in running text: nothing, or who represents it."""
COMMUNE_CITEE = re.compile(
    r"\b[Cc]ommune\s{1,3}(?P<de>de\s|d['’])\s?"
    r"(?P<nom>[A-ZÀ-Ý][\w'’]+(?:[- ](?:[A-ZÀ-Ý][\w'’]+|"
    r"(?:de|du|des|la|le|les|en|sur|sous|lès)(?=[- ][A-ZÀ-Ý]|-)))*)"
)
"""In running text, on the printed text for its capitals."""

EXEMPLES = {
    "COMMUNE_CITEE": ("la commune de Flaux", "la commune d'Olmeta-di-Castagniccia"),
    "AU_NOM_DE": ("", "la ", "le maire de la ", "les membres du conseil municipal de la ", "reunis au siege du "),
    "SUFFIXE": ("Val-de-Mayne Métropole", "Grand Cognac Agglomération"),
    "CORPS": (
        "commune de saint-aubin",
        "ville de rozay-les-etangs, legalement",
        "communaute de communes aber menhir - ",
        "metropole durance-ventoux-provence",
        "syndicat mixte du bassin de la bidarra",
        "region loire-ocean conseil regional",
        "centre communal d'action sociale de brest",
    ),
    "ORGANE": (
        "conseil municipal",
        "conseil communautaire",
        "commission permanente du conseil regional",
        "conseil de territoire du pays des sorgues, regulierement",
        "conseil du 21e arrondissement",
        "comite syndical",
        "conseil du 9e secteur",
        "conseil de territoire du 24 mai 2022",
    ),
    "CORPS_AU_NOM_LONG": ("centre de gestion de la fonction", "syndicat intercommunal d'alimentation en"),
    "AUTRE_TITRE": ("extrait du registre", "conseil d'administration", "direction generale", "l'an deux mille"),
    "NOM_ATTENDU": ("commune de pietralonga-di-", "s.i.v.u. de la", "communaute de communes"),
    "ORGANE_SEUL": ("extrait du registre des deliberations du bureau de l'association",),
    "DEPARTEMENT": ("departement de la savoie - ", "departement du gard", "departement : ain"),
}
CONTRE_EXEMPLES = {
    "AU_NOM_DE": ("demande de retrait de la ", "convention avec le ", "habitants de la "),
    "COMMUNE_CITEE": ("la commune de son choix",),
    "CORPS": ("les communes membres",),
    "ORGANE": ("conseil de quartier", "le conseil decide"),
    "CORPS_AU_NOM_LONG": ("commune de brest", "ville de lyon"),
    "AUTRE_TITRE": ("publique territoriale", "eau potable"),
    "NOM_ATTENDU": ("commune de brest",),
    "ORGANE_SEUL": ("le bureau decide",),
    "DEPARTEMENT": ("le departement finance",),
}
