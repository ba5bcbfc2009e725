"""Articles of codes and laws, in lists and ranges, on folded text.

liste    = ( tete | lettre ), article, { sep, [ tete ], article }, [ suivants ] ;
tete     = ( "article" | "articles" | "art." ) ;
sep      = "," | ";" | "/" | "et" | "ou" | "ainsi que" | plage ;        plage = "a" | "jusqu'a" ;
article  = [ lettre ], nombre, { "-", nombre }, [ rang ], [ majuscule ], [ rang ], { complement } ;
lettre   = "l." | "r." | "d." | "a." | "l.o.", [ "*" ] ;                rang = "bis" | "ter" | ... ;
complement = "4°" | "(4°)" | "alinea 3" | "premier alinea" | chiffres romains ;
suivants = "et suivants" | "et s." ;

Without a head, only a letter and a hyphen make an article ("L. 2121-29"). OCR: "I. 2121-29" is L; l, i, | and o are
figures after a first figure ("2I21"); a lone blank splits four figures only before a hyphen ("21 22-22").
"""

import re

RANGS = r"(?:bis|ter|quater|quinquies|sexies|septies|octies|nonies|decies|undecies|duodecies)(?!\w)"
_TETE = r"(?<!\w)(?:art[il1|]c[l1i|]es?(?!\w)|anicles?(?!\w)|arts?\s?\.|art(?=\s))\s{0,2}"
_LETTRE = r"(?:l\s?\.?\s?o(?=[\s.\d*])|[lrda](?=[\s.,\d*])|[i|](?=\s?\.?\s?\d{3}))\s?\*?\s?[.,]?\s?\*?\s?"
_SUITE = r"(?:(?:\s?-\s?|\.(?=\d))(?:[oil|]?\d[\doil|]{0,2}|[il|](?!\s?['°]))(?:(?![\w°])|(?=du\s)))"

TETE = re.compile(_TETE)
NU = re.compile(r"(?<![\w'./-])(?:l\s?\.?\s?o|[lrdi|])\s?\*?\s?\.?\s?\*?\s?(?:\d[\doil|]{1,4}|\d\d\s\d\d)\s?[-.]\s?\d")
"""An article that needs no head."""
ARTICLE = re.compile(
    rf"""
    (?P<lettre>{_LETTRE})?
    (?P<nombre> (?:\d\d\s\d\d(?=\s?-\s?\d) | \d[\doil|]{{0,4}}(?![\doil|])) (?:er(?!\w))? {_SUITE}{{0,5}} )
    (?P<rang> (?:\s?{RANGS})?
        (?:\s[a-h](?=\s(?:{RANGS}|du\b|de\b|et\b|ou\b|a\s[lrda\d])|\s?[,;.)]|$)(?:\s?{RANGS})?)? )
    """,
    re.VERBOSE,
)
COMPLEMENT = re.compile(
    r"""
    (?!\s{4})(?:\s?,)?\s?(?: \(?\s?\d{1,2}\s?°\s?\)?
      | \(?(?:\d{1,2}\s?(?:er|eme|e)\s|premier\s|second\s|dernier\s|deuxieme\s|troisieme\s)?alineas?(?:\s\d{1,2})?\)?
      | -\s?\d{1,2}\s?° | [-\s]\s?[ivx]{1,4}(?![\w'°])(?!\s?\.?\s?\d) )
    """,
    re.VERBOSE,
)
SUIVANTS = re.compile(r"\s?(?:et|&)\s(?:suiv\w{0,6}\.?|s{1,2}\.|s{1,2}(?=\s|$)|svts?\.?)")
SEPARATEUR = re.compile(
    rf"""
    (?: \s?[,;/]\s?(?:et\s|ou\s)? | \s(?:et|ou|ainsi\sque)\s | \s(?P<plage>a|jusqu'a)\s )
    (?:notamment\s)?(?:a\s|de\s|aux\s)?(?:l\s?'\s?|les\s|des\s)?(?:{_TETE.replace(" ", "")})?
    (?=(?:{_LETTRE})?\d)
    """,
    re.VERBOSE,
)

EXEMPLES: dict[str, tuple[str, ...]] = {
    "TETE": ("l'article 3", "les articles l. 1", "art. 12", "l'artlcle l", "anicles l. 5211-1"),
    "NU": ("l. 2121-29", "l2121-29", "r*421-1", "l 2121 - 29", "l.o. 1112-1", "i. 2121-29", "l 21 22-22"),
    "ARTICLE": ("l. 2121-29", "1639 a bis", "3-1", "l.2i21-29", "1er", "l 2121.29", "l. 100-1 a et"),
    "COMPLEMENT": (" (4°)", ", 15°", " alinea 3", "-4°", " premier alinea", "-i"),
    "SUIVANTS": (" et suivants", " et s.", " & suivants", " et ss."),
    "SEPARATEUR": (", 3", " et l. 2121-1", " a l. 5211-4", " et les articles r. 1", " et l'article 2", " et 2241-1"),
}
CONTRE_EXEMPLES: dict[str, tuple[str, ...]] = {
    "TETE": ("particle", "artisan", "article3s"),
    "NU": ("n° 82-213", "04-82-21", "l'an 2121", "rd 12-3", "section l n° 2121"),
    "SUIVANTS": (" et suite", " et sa"),
    "SEPARATEUR": (" et vu", ", le maire"),
    "COMPLEMENT": (" du code",),
}
