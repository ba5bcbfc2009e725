"""Dates, in digits, with a month in letters, or all in words, on folded text.

date     = [ semaine ], jour, mois, annee | jour, sep, mois chiffré, sep, annee | "l'an", annee, "le", [ semaine ],
jour, mois ;
jour     = 1-31 | "1er" | "1°" | "premier" | lettres ;      annee = 4 * chiffre | 2 * chiffre (after "/") | lettres ;
mois     = one of twelve, abbreviated or misread ("fevner", "aot": nearest of the twelve) ;

An impossible date (31 June, year 20105, before 1789) gives no value.
"""

import datetime
import difflib
import re

from modeles.base import Modele
from modeles.lecture import Nature, Trouvaille
from modeles.texte import Passage
from pipeline.grammaire import nombres

MOIS = (
    "janvier", "fevrier", "mars", "avril", "mai", "juin", "juillet", "aout", "septembre", "octobre", "novembre",
    "decembre",
)  # fmt: skip
ABREGES = {
    "jan": 1, "janv": 1, "fev": 2, "fevr": 2, "mar": 3, "avr": 4, "jui": 6, "juil": 7, "juill": 7, "aou": 8,
    "sep": 9, "sept": 9, "oct": 10, "nov": 11, "dec": 12,
}  # fmt: skip
JOURS = ("lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche")
"""In the order of ``datetime.date.weekday``."""

_SEMAINE = rf"(?:(?P<semaine>{'|'.join(JOURS)})\s{{0,2}},?\s{{1,2}})?(?:le\s{{1,2}})?"
_PREMIER = r"(?:premier|[1li|]\s?(?:er|e[\"'*]|[°'\"*^]{1,3}r?(?!\w)))"
_JOUR = (
    rf"(?P<jour>{_PREMIER}|(?<![\w/.,])(?:[0-3oil|]?\d|\d[oil|]|[oil|]{{2}}(?=\s\w{{3,9}}\.?\s\d{{4}}))(?!\w)"
    rf"|{nombres.LETTRES})"
)
_MOIS = r"(?:du\s{1,2}mois\s{1,2}(?:de\s{1,2}|d'\s?))?(?P<mois>[a-z0|!]{3,11})"
_ANNEE = (
    r"(?P<annee>[12l|][\doil|]{3}(?![\w/])|"
    rf"(?:deux{nombres._LIEN}mil(?:le)?"
    rf"|mil(?:le)?)(?:{nombres._LIEN}(?:et{nombres._LIEN})?{nombres._MOT}){{0,6}}(?![a-z]))"
)

AVEC_MOIS = re.compile(
    rf"{_SEMAINE}{_JOUR}\s{{0,2}}[-.]?\s{{0,2}}{_MOIS}\s{{0,2}}[.,-]?\s{{0,2}}(?:de\s(?:l')?an(?:nee)?\s)?{_ANNEE}"
)
EN_CHIFFRES = re.compile(
    rf"""
    {_SEMAINE.replace(" ", "")}
    (?<![\w/.-])(?P<jour>[0-3oil|]?[\doil|])
    (?: \s?/\s? (?P<mois>[01oil|]?[\doil|]) \s?/\s? (?P<annee>[12][\doil|]{{3}}|\d{{2}})
      | \s?(?P<sep>[.-])\s? (?P<mois2>[01oil|]?[\doil|]) \s?(?P=sep)\s? (?P<annee2>[12][\doil|]{{3}}) )
    (?!\w|\s?[/.-]\d)
    """,
    re.VERBOSE,
)
L_AN = re.compile(
    rf"(?<![a-z])[l1i|]'?\s?an\s{{1,2}}{_ANNEE}\s{{0,2}}[,;:.-]?\s{{0,2}}(?:et\s{{1,2}})?(?:[l1i|]e\s{{1,2}}){_SEMAINE}{_JOUR}\s{{1,2}}{_MOIS}(?![a-z])"
)

EXEMPLES: dict[str, tuple[str, ...]] = {
    "AVEC_MOIS": (
        "24 juin 2021", "jeudi 1er juillet 2021", "1° juillet 2021", "1°' janvier 2021", "ler mars 2020",
            "1 er mai 2019",
        "4 oct. 2023", "- 2 avr. 2021", "le mercredi vingt-sept septembre deux mille vingt-trois", "12 fevner 2020",
        "1°\" decembre 2022", "premier mars 2014", "lundi, le 3 mai 1999", "3 aot 2004", "jeudi 5 du mois de mars 2020",
    ),
    "EN_CHIFFRES": ("19/06/1996", "04.10.2023", "07/07/21", "05 /12/ 2022", "mardi 4-10-2023", "o4/1o/2023"),
    "L_AN": (
        "l'an deux mille vingt et un, le vingt-quatre juin",
        "l'an mil neuf cent quatre-vingt-seize, le vingt-six juin",
        "l'an deux mille seize et le dix octobre", "lan deux mille dix-neuf, le seize decembre",
        "l'an deux mille vingt, le jeudi dix-sept decembre", "l'an 2021, le 24 juin",
        "l'an deux mille onze et le cinq du mois d'avril",
    ),
}  # fmt: skip
CONTRE_EXEMPLES: dict[str, tuple[str, ...]] = {
    "AVEC_MOIS": ("jeudi 24 juin", "2021-06-14", "24 juin 20105", "article 12 du code"),
    "EN_CHIFFRES": ("2014-04-11/01", "23.07.07.64", "3.12", "1/3", "217 703 956 00018", "01.02.21", "ct4/080322/52"),
    "L_AN": ("l'an deux mille vingt et un", "l'annee deux mille", "elan deux mille vingt, le six mai"),
}

_SOSIES = str.maketrans({"l": "1", "i": "1", "|": "1", "o": "0"})
_AN_MIN, _AN_MAX = 1789, 2099


class DateLue(Modele):
    """A date where it stands: the span in the passage and the weekday printed before it (folded, "jeudi")."""

    debut: int
    fin: int
    trouvaille: Trouvaille[datetime.date]
    jour_semaine: str | None = None


def _mois(mot: str) -> tuple[int, Nature] | None:
    if mot in MOIS:
        return MOIS.index(mot) + 1, "lu"
    if mot in ABREGES:
        return ABREGES[mot], "lu"
    proche = difflib.get_close_matches(mot.replace("0", "o").replace("|", "l"), MOIS, n=2, cutoff=0.75)
    return (MOIS.index(proche[0]) + 1, "corrige") if len(proche) == 1 else None


def _nombre(piece: str) -> tuple[int, Nature] | None:
    if re.fullmatch(_PREMIER, piece):
        return 1, "corrige" if piece[0] in "li|" else "lu"
    if re.fullmatch(r"[\doil|]{1,4}", piece):
        return int(piece.translate(_SOSIES)), "lu" if piece.isdigit() else "corrige"
    return nombres.lire_entier(piece)


def _annee(piece: str) -> tuple[int, Nature] | None:
    lu = _nombre(piece)
    if lu and len(piece) == 2:
        return lu[0] + (1900 if lu[0] >= 50 else 2000), lu[1]
    return lu


def _date(jour: str, mois: str, annee: str) -> tuple[datetime.date, Nature] | None:
    morceaux = (_annee(annee), _mois(mois) if mois[0].isalpha() and len(mois) > 2 else _nombre(mois), _nombre(jour))
    valeurs = [m[0] for m in morceaux if m]
    if len(valeurs) < 3 or not _AN_MIN <= valeurs[0] <= _AN_MAX:
        return None
    try:
        date = datetime.date(*valeurs)
    except ValueError:
        return None
    return date, "corrige" if any(m and m[1] == "corrige" for m in morceaux) else "lu"


def _lues(passage: Passage, motif: re.Pattern[str], regle: str) -> list[DateLue]:
    lues, position = [], 0
    while m := motif.search(passage.plie, position):
        groupes = m.groupdict()
        date = _date(m["jour"], m["mois"] or groupes["mois2"], m["annee"] or groupes["annee2"])
        if date is None:
            position = max(m.start("jour"), m.start() + 1) + 1
            continue
        debut = m.start() if motif is L_AN else m.start("jour")
        trouvaille = Trouvaille[datetime.date](
            valeur=date[0], mots=passage.mots_de(debut, m.end()), regle=regle, nature=date[1]
        )
        lues.append(DateLue(debut=debut, fin=m.end(), trouvaille=trouvaille, jour_semaine=m["semaine"]))
        position = m.end()
    return lues


def lire_dates(passage: Passage) -> tuple[DateLue, ...]:
    """All the dates of the passage, in order, without overlap."""
    candidates = [
        *_lues(passage, L_AN, "dates.l_an"),
        *_lues(passage, AVEC_MOIS, "dates.avec_mois"),
        *_lues(passage, EN_CHIFFRES, "dates.en_chiffres"),
    ]
    gardees: list[DateLue] = []
    for lue in sorted(candidates, key=lambda d: (d.debut, -d.fin)):
        if not gardees or lue.debut >= gardees[-1].fin:
            gardees.append(lue)
    return tuple(gardees)


def sans_annee(jour: str, mois: str, seance: datetime.date) -> datetime.date | None:
    """A day and a month before a session whose year they share, or the year before; None when they make no date."""
    if not _mois(mois):
        return None
    lue = _date(jour, mois, str(seance.year))
    if lue and lue[0] > seance:
        lue = _date(jour, mois, str(seance.year - 1))
    return lue[0] if lue else None


def dates(passage: Passage) -> tuple[Trouvaille[datetime.date], ...]:
    """All the dates of the passage, in order."""
    return tuple(d.trouvaille for d in lire_dates(passage))


def dates_positions(passage: Passage) -> tuple[tuple[int, int, Trouvaille[datetime.date]], ...]:
    """The same with their spans (start, end) in the passage."""
    return tuple((d.debut, d.fin, d.trouvaille) for d in lire_dates(passage))
