"""The body that deliberates: legal name, organ, département."""

import re

_NOM = r"(?P<nom>(?!seance|extrait|compte|conseil|registre|departement|republique)[a-z0-9][^.;:()|]{1,110}?)"
_FIN = (
    r"(?=\s*(?:[.;:()|]|$|\bn\s?°|\bliberte|\bvotants|\bmembres\b|\btel\b|\d|,|\s-\s|\bs'est\b|\bse\s+s|\bse\s+est|\blegalement|\bregulierement|\bdument|\bconvoque|\betant|\breuni|\bsous\b|\ben\s+(?:seance|session|exercice)|"
    r"\bdeliber|\bdepartement|\barrondissement|\bcanton|\brepublique|\bseance|\bextrait|\bregistre|\best\b|\bsont\b|\bont\b|\ba\s+la\s+suite|\bdu\s+\d|\bcompte\s+rendu|\bconseil\s|\bcomite\s|\bproces))"
)
CORPS = re.compile(
    rf"""\b(?P<type>
        commune\s+nouvelle | commune(?!s) | ville | communaute\s+(?:de\s+communes|d'\s?agglomeration|urbaine) | metropole | region(?!al)(?=\s+[a-z]) |
        departement(?=\s+d) | syndicat(?:\s+(?:mixte|intercommunal|departemental|d'\s?\w+))* | sivom | sivu | smictom | sictom | district |
        centre\s+(?:intercommunal|communal)\s+d'\s?action\s+sociale | ccas | cias | pole\s+(?:d'\s?equilibre\s+territorial\s+et\s+rural|metropolitain) |
        petr | caisse\s+des\s+ecoles | service\s+departemental\s+d'\s?incendie\s+et\s+de\s+secours | sdis | parc\s+naturel\s+regional |
        office\s+public | agglomeration(?=\s+d) | collectivite(?=\s+(?:de|europeenne|territoriale)) | regie | etablissement\s+public )
        (?P<lien>\s+(?:de\s+la\s+|de\s+l'\s?|des\s+|de\s+|du\s+|d'\s?|pour\s+(?:la|le|l'|les)\s+|a\s+vocation\s+)?|\s*:\s*)?{_NOM}{_FIN}""",
    re.VERBOSE,
)
ORGANE = re.compile(
    r"""\b(?P<organe>
        commission\s+permanente(?:\s+du\s+conseil\s+(?:regional|departemental|general))?
      | conseil\s+(?:municipal|communautaire|syndical|departemental|general|regional|metropolitain|d'\s?administration|de\s+district)
      | conseil\s+d[eu]\s+(?:la\s+)?(?:metropole|communaute|paris|district)
      | conseil\s+d[eu]\s+territoire(?:\s+d(?:u|e\s+la|es|e)\s+(?:pays\s+)?[^.,;:|]{3,60}?(?=\s*(?:[.,;:|]|$|\bregulierement|\blegalement|\bdument|\bs'est)))?
      | conseil\s+du\s+\d+\s?(?:e|eme|er|°)?\s*\W{0,2}\s*arrondissement | conseil\s+d'\s?arrondissement
      | comite\s+(?:syndical|directeur) | bureau\s+(?:communautaire|syndical|metropolitain|de\s+la\s+(?:communaute|metropole)) | assemblee\s+de\s+corse
    )""",
    re.VERBOSE,
)
DEPARTEMENT = re.compile(
    r"\bdepartement\s*(?:de\s+la\s+|de\s+l'\s?|des\s+|de\s+|du\s+|d'\s?|:\s*)(?P<nom>[a-z][a-z' -]{1,30}?)(?=\s*(?:[.,;:()|]|$|\s-\s|\barrondissement|\bcanton|\bcommune|\brepublique|\bville|\bextrait|\bliberte|\bsyndicat|\bmairie|\bdu\s+conseil|\bdistrict|\bmetropole|\bnombre))"
)

SUFFIXE = re.compile(r"\b(?P<nom>[A-ZÀ-Ý][\w'’-]+(?:[ -](?:[A-ZÀ-Ý][\w'’-]+|de|du|des|la|le|et)){0,5}\s(?:Métropole|Agglomération|Agglo|Communauté|MÉTROPOLE|AGGLOMÉRATION))\b")
"""A name that ends with the kind of body ("Val-de-Marne Métropole"); read on the printed text, where capitals tell it."""

EXEMPLES = {
    "SUFFIXE": ("Val-de-Mayne Métropole", "Grand Cognac Agglomération"),
    "CORPS": (
        "commune de saint-aubin", "ville de rozay-les-etangs, legalement", "communaute de communes aber menhir - ",
        "metropole durance-ventoux-provence", "syndicat mixte du bassin de la bidarra", "region loire-ocean conseil regional",
        "centre communal d'action sociale de brest",
    ),
    "ORGANE": (
        "conseil municipal", "conseil communautaire", "commission permanente du conseil regional",
        "conseil de territoire du pays des sorgues, regulierement", "conseil du 21e arrondissement", "comite syndical",
    ),
    "DEPARTEMENT": ("departement de la savoie - ", "departement du gard", "departement : ain"),
}  # fmt: skip
CONTRE_SUFFIXE = re.compile(r"\b(?P<nom>[A-ZÀ-Ý][\w'’-]+(?:[ -](?:[A-ZÀ-Ý][\w'’-]+|de|du|des|la|le|et)){0,5}\s(?:Métropole|Agglomération|Agglo|Communauté|MÉTROPOLE|AGGLOMÉRATION))\b")
"""A name that ends with the kind of body ("Val-de-Marne Métropole"); read on the printed text, where capitals tell it."""

EXEMPLES = {
    "SUFFIXE": ("Val-de-Mayne Métropole", "Grand Cognac Agglomération"),
    "CORPS": ("les communes membres",),
    "ORGANE": ("conseil de quartier", "le conseil decide"),
    "DEPARTEMENT": ("le departement finance",),
}
