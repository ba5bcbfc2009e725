"""Legal texts by their kind, number and date, on folded text.

reference = nom, { mot }, [ numero ], { mot }, [ liaison, date ], [ nor ], { suite } ;    date: see dates.py
nom       = "loi", [ "organique" ] | "ordonnance" | "decret", [ "-loi" ] | "arrete" | "directive" | "reglement"
          | "circulaire" | "deliberation" | "avis" | "decision" ;      mot = a word of the body's name, not arret ;
numero    = no, ( 2 | 4 ) * chiffre, ( "-" | "." | "/" ), chiffres  (laws, decrees, orders)
          | [ "(ue)" ], no, chiffres, "/", chiffres, [ "/ue" ]      (Union)
          | no, { lettre }, chiffres, { sep, chiffres | lettres }   (acts of authorities) ;
no        = "n°" | "n'" | "no " | "n0 " | "n*" | "n " | "numero" ;
liaison   = "du" | "en date du" | "prise le" | "des", { jour, "," | "et" } ;
nor       = [ "nor" ], 4 * lettre, 7 * chiffre, lettre | the same parted by "/" ;
suite     = ( "," | "et" ), [ "du" ], ( numero | date ) ;              "les lois n° 82-213 du ... et n° 82-623 du ..."

A text that has neither number nor date is no reference, but for the opinion of a named body ("avis de la commission").
"""

import re

_NO = r"(?:n\s?[°*'\"^.]{1,2}s?\s{0,2}|n[o0]s?\.?\s{1,2}|n[o0](?=\d{2,4}\s?[-./])|n\s?(?=\d)|numeros?\s)"
_C = r"[\doil|]"

NOM = re.compile(
    r"""
    (?=[acdilor1|])(?<![\w'-])(?<!projet\sde\s)(?<!economie\s)(?:(?<!\sa\s)(?<!\sest\s)(?<!\sete\s)|(?=[^a]))
    (?:[dl1i|]\s?'\s?)?(?P<nom>
      (?P<loi_organique>[l1i|]ois?\sorganiques?) | (?P<loi>[l1i|]ois?) | (?P<ordonnance>ord[o0]nnances?)
    | (?P<decret_loi>decrets?\s?-\s?lois?) | (?P<decret>decre[tl]s?) | (?P<arrete>arretes?)
    | (?P<directive>d[il1|]rect[il1|]ves?) | (?P<reglement_ue>reg[l1i|]ements?)
    | (?P<circulaire>c[il1|]rcu[l1i|]a[il1|]res?)
    | (?P<deliberation>de[l1i|][il1|]berat[il1|][o0]ns?) | (?P<avis>av[il1|]s) | (?P<decision>dec[il1|]s[il1|][o0]ns?)
    )(?![\w'-])
    (?!\s(?:modificatives?|d'appel|d'imposition|d'attribution|d'enquete|d'ouverture|de\s(?:marche|publi|vacance)))
    """,
    re.VERBOSE,
)  # fmt: skip
NUMERO_TEXTE = re.compile(
    rf"(?:{_NO})?(?P<an>(?=\d|[il|o]\d)(?:[12l|]{_C}{{3}}|{_C}{{2}}))"
    rf"\s?[-./]\s?(?P<rang>{_C}{{1,4}})(?!{_C})(?!\s?[./-]\s?\d)"
)
NUMERO_UE = re.compile(
    rf"""
    (?:{_NO})?\(?(?P<sigle>ue|cee|ce)\)?\s?(?:{_NO})?
      (?P<numero>\d{{1,4}}/\d{{1,4}})(?![\d/])
    | (?:{_NO})?(?P<numero2>\d{{2,4}}/\d{{1,4}}/(?:ue|cee|ce|euratom))(?!\w)
    | (?:{_NO})(?P<numero3>\d{{1,4}}/\d{{4}})(?=\s(?:du\sparlement|du\sconseil|de\sla\scommission))
    """,
    re.VERBOSE,
)
NUMERO_ACTE = re.compile(
    rf"{_NO}\s?(?P<numero>[a-z]{{0,8}}[\s.-]?[\do]\w{{0,12}}(?:[-/._]\w{{1,12}}|\s?[-/]\s?\d\w{{0,8}}){{0,8}}(?:\s(?:qpc|dc)\b)?)"
)
NUMERO_SEUL = re.compile(
    r"(?P<numero>\d{4}\s[a-z]{1,4}\s\d{1,4}(?!\w)|(?!d[ue]s?\s|en\s|l[ea]s?\s)(?:[a-z]{1,4}\s?)?\d{2,4}[-/_]\d\w{0,8}(?:[-/._]\w{1,8}){0,6})"
)
"""Right after the noun, without "n°"."""
NOR = re.compile(
    rf"(?:{_NO})?(?:nor\s?[:/]?\s?)?(?P<nor>[a-z]{{4}}\d{{7}}[a-z]|[a-z]{{3}}/[a-z]/\d\d/\d{{5}}/[a-z])(?!\w)"
)
LIAISON = re.compile(
    r"""
    (?:(?:en|[aà]\sla|,)?\s?dat[eé]e?\s(?:du|des|de|le)|(?:prise?|adoptee?|rendue?|reunie?|emise?|signee?|votee?|lors\sde\s[sl]a\s(?:seance|reunion))
        \s(?:le|du|en\sdate\sdu)
      | du|des|de)\s{1,2}
    (?:(?:[a-z]{4,5}di|dimanche)\s)? (?:(?:1er|\d{1,2})\s?(?:,|et)\s(?:et\s)?){0,6}
    """,
    re.VERBOSE,
)
DATE_COUPEE = re.compile(
    r"(?P<jour>[0-3oil|]?\s?[\doil|]|1er)[\"'.*]?\s(?P<mois>[a-z0|]{3,10})\s(?P<annee>[12il|](?:\s?[\doil|]){3})(?!\w)"
)
"""A date split by a blank ("7 janvier 19 83"): only where a date must stand."""
ARRET = re.compile(
    r"""
    (?: relati\w+|portant|\w{3,14}ant|(?<!emis\s)(?<!rendu\s)par
      | qui|que|pour(?!\s\d{4}|\sl)|pris(?:e)?|vus?|considerant|[l1i|]ois?|decrets?
      | arretes?|codes?|conventions?|articles?|contrats?|marches?|deliberations?|decisions?|ordonnances?|notamment|avec
      | entre|sur|aux?|a|dont|est|sont|sera|concernant|ensemble|et\s(?:vu|notamment|en|son|ses|les?|la|l')
      | modifiee?s?\s(?:par|le)|ayant|afin|il|elle|nous )(?![\w-])
    """,
    re.VERBOSE,
)
MOT = re.compile(r"pour\s\d{4}(?!\d)|mm?\.|[a-z]\.|[a-z][a-z'.-]{0,30}(?<![.])")
SUITE = re.compile(
    r"\s?(?:,|et|ainsi\sque)\s(?:(?:celle|celui)\s)?(?:(?:en\sdate\s)?(?:du|de|des|la|le)\s)?"
    rf"(?={_NO}\s?\w|[\dil|]{{1,2}}(?:er)?[\s/.]|(?:19|20)?\d\d-\d{{1,4}}\s)"
)
CORPS = re.compile(
    r"""
    (?:\s(?:favorables?|defavorables?|conforme|unanime|emis|rendu|consultatif|simple|reserve|prealable)){0,3}
    \s(?:du|de\s?la|de\s?l'|des|par\s(?:le|la|les|l'))\s?
    (?:comm|comite|conseil|bureau|service|domaines|chambre|prefet|tresor|architecte|agence|autorite|direction|cdpenaf|ct|cst|safer
      |cap(?!\w)|chsct|abf|syndicat|parc|assemblee|president|maire|ministre|d[rd]\w{2,5}(?!\w))
    """,
    re.VERBOSE,
)
CONSTITUTION = re.compile(
    r"""
    (?:(?<=vu\sla\s)|(?<=de\sla\s))constitution(?=\s?(?:[,;.)]|$|et\snotamment|notamment|et\sson|et\sses|de\sla\s(?:v|5)))
    | (?<=la\s)constitution(?=\sdu\s4\soctobre|\sde\sla\s(?:v|5))
    """,
    re.VERBOSE,
)

EXEMPLES: dict[str, tuple[str, ...]] = {
    "NOM": ("la loi n°", "l'arrete du", "i'ordonnance 2", "1oi n°", "la de1iberation", "decret-loi", "l'avis du ctp"),
    "NUMERO_TEXTE": ("n° 82-213", "n' 82.213", "no 82-213", "n0 83-663", "2o14-58", "n°84 - 53", "82-2l3", "83-8 du"),
    "NUMERO_UE": ("(ue) n° 651/2014", "2014/24/ue", "n° 2000/60/ce", "n° 1303/2013 du parlement"),
    "NUMERO_ACTE": ("n° 2021-03-05", "n°ct3/060721/33", "n°hn 004-6120/20/cm", "n° 22.06.23.19", "n° 2015/ 12"),
    "NUMERO_SEUL": ("2019 du 77", "2021-45", "del2021-12", "del 2014-11"),
    "NOR": ("nor : rdff1509522a", "nor/int/b/02/00184/c", "n° intb1209800c"),
    "LIAISON": ("du 2", "en date du 2", "prise le 3", "des 1er, 2, 3 et 4", "reunie le 4"),
    "DATE_COUPEE": ("7 janvier 19 83", "2 2 mai 2014", "27 fevrier 2 002", "1er\" mars 2010"),
    "ARRET": ("relative a", "portant", "approuvant", "modifiee par"),
    "MOT": ("finances", "pour 2003", "d'administration"),
    "SUITE": (" et n° 82-623", " et du 20 mai", ", n° 5", " et 12 juin"),
    "CORPS": (" de la commission des finances", " favorable du bureau", " des domaines"),
    "CONSTITUTION": ("vu la constitution", "72 de la constitution,", "la constitution du 4 octobre 1958"),
}  # fmt: skip
CONTRE_EXEMPLES: dict[str, tuple[str, ...]] = {
    "NOM": (
        "decision modificative n° 1",
        "projet de deliberation 2021",
        "economie circulaire du 3",
        "avis d'appel public",
        "emploi",
        "avisons",
    ),
    "NUMERO_TEXTE": ("n° 1", "15", "2.3.1982"),
    "NUMERO_UE": ("12/2014", "24/ue"),
    "NUMERO_ACTE": ("2021-45", "nous 12"),
    "NOR": ("intb12098", "abcd1234567"),
    "DATE_COUPEE": ("7 janvier 19", "lot 2 de 1982a"),
    "CONSTITUTION": ("la constitution d'un groupement", "considerant la constitution du dossier"),
    "CORPS": (" de marche",),
}
