"""What the act does to others: verbs before and after a reference, on folded text.

effet   = verbe, [ trou ], reference, { ",", reference } | reference, [ titre ], passif ;
verbe   = "abroge" | "d'abroger" | "l'abrogation" | ... ;     passif = ( "est" | "sont" ), [ "et demeure" ], participe ;
trou    = { "la" | "les dispositions de" | "l'article 2 de" | "partiellement" | ... } ;

"La loi n° 84-53 modifiée" says nothing of the act: a participle needs "est" or "sont".
"""

import re

_RACINES = (
    r"(?P<abroge>abrog)|(?P<annule>annul)|(?P<modifie>modifi)|(?P<retire>retir|rapport)|(?P<remplace>rempla[c])"
    r"|(?P<complete>complet)|(?P<proroge>prorog)"
)
ACTIF = re.compile(
    rf"(?<![\w-])(?:(?:d'\s?|de\s)?(?:{_RACINES})(?:er?|ent|era|eront|ation)(?!\w)|(?:le|du)\s(?P<retrait>retrait)(?!\w))"
)
PASSIF = re.compile(
    rf"(?<!\w)(?:est|sont|sera|seront)(?:\set\sdemeure(?:nt)?)?(?:\s(?:ainsi|donc|totalement|partiellement|egalement))?\s"
    rf"(?:{_RACINES})ee?s?(?!\w)"
)
TROU = re.compile(
    r"""
    (?:\s|,|et\s(?:remplace|annule|abroge|modifie|complete)\s|[l1i|]'|d'|(?:la|le|les|sa|son|ses|notre|cette|ladite|de|du|des|precedente?s?
      |partiellement|en\spartie|totalement|comme\ssuit|dispositions?|termes|alineas?|points?|annexes?|articles?|paragraphes?
      |(?:[\d]{1,3}|1er)(?:\set\s\d{1,3})?)(?!\w)){1,16}
    """,
    re.VERBOSE,
)
ENTRE = re.compile(r"\s?(?:,|et|ainsi\sque)\s(?:,\s)?(?:n\s?°\s?|(?:la|le|les|l'|celle|du|de)\s?){0,3}")
"""Between two references of one verb."""

EXEMPLES: dict[str, tuple[str, ...]] = {
    "ACTIF": ("abroge la", "decide d'abroger", "de rapporter la", "prononce le retrait de", "annule et remplace"),
    "PASSIF": ("est abrogee", "sont et demeurent rapportees", "est ainsi modifie", "est completee par"),
    "TROU": (" les dispositions de l'article 2 de la ", " la "),
    "ENTRE": (" et la ", ", "),
}
CONTRE_EXEMPLES: dict[str, tuple[str, ...]] = {
    "ACTIF": ("loi modifiee", "le rapport de", "modifiant le"),
    "PASSIF": ("loi modifiee", "est approuvee", "le rapporteur"),
}
