"""The control of legality: ACTES identifiers and the labels of its dates. On folded text, except where said.

identifiant = departement, "-", siren, "-", date, "-", numero, "-", nature ;
departement = 3 * car ; siren = 9 * chiffre ; date = 8 * chiffre ; nature = "DE" | "AR" | "AI" | "CC" | "BF" | "AU" ;
numero      = car, { car | "_" | "-" } ;                older numbers hold "-": parsed from both ends

Blanks that OCR put inside are dropped; a stop, which no number holds, is an underscore that was read so.
Lookalikes (o i l | s b z) stand for digits only when the SIREN's Luhn digit and the calendar agree.
"""

import datetime
import re

from modeles.base import Modele
from modeles.texte import plier

_TIRET = r"\s?[-_.~]\s?"
IDENTIFIANT = re.compile(
    rf"""
    (?<![\w-])
    (?P<departement> [\doil|sbz]{{2}}[\daboil|sz] ) {_TIRET}
    (?P<siren> (?:[\doil|sbz]\s?){{8}}[\doil|sbz] ) {_TIRET}
    (?P<date> (?:[\doil|sbz]\s?){{7}}[\doil|sbz] ) {_TIRET}
    (?P<numero> [a-z\d] (?:[-\s.]{{0,2}}[a-z\d_]){{0,19}} ) {_TIRET}
    (?P<nature> de|ar|ai|cc|bf|au | [\[({{|!il1c]\s?e )
    (?![\w]|-\w)
    """,
    re.VERBOSE,
)

_PREF = r"(?:sous\s?-?\s?)?prefecture"
_ETAT = (
    rf"(?:(?:en|a\sla|a|par\sla|par\sle|au|de\sla|du|aux?\sservices\sde\sla)\s)?(?:{_PREF}|prefet|sous-prefet"
    rf"|representant\sde\sl'?\s?etat|controle\sde\s(?:la\s)?legalite)"
)
ENVOI = re.compile(
    rf"(?<!\w)(?:envoye?e?s?\s{{1,2}}{_ETAT}|\w{{2,6}}yee?s?\s{{1,2}}en\s{{1,2}}{_PREF}|envoi\s{{0,2}}(?:{_ETAT})?|(?:tele)?transmi(?:se?s?|ssion)(?!\w)"
    rf"|date\sde\steletransmission)"
)
RECEPTION = re.compile(
    rf"(?<!\w)(?:re[cg]ue?s?\s{{0,2}}:?\s{{0,2}}(?:{_ETAT}|le(?!\w)|:)|reception(?!\w)|depose?e?s?(?!\w)"
    rf"|re[cg]ue?s?\s{{1,2}}\w{{1,2}}\s{{1,2}}{_PREF}"
    rf"|{_PREF}(?:\s{{1,2}}[^\d.;:]{{1,50}})?\s{{1,2}}arrivee?\s{{1,2}}le(?!\w)"
    rf"|depot\s{{1,2}}{_ETAT}|date\sde\sl'?ar(?!\w))"
)
PUBLICATION = re.compile(r"(?<!\w)(?:publie?e?s?(?!\w)|publication(?!\w)|mi(?:se?s?)\sen\sligne)")
AFFICHAGE = re.compile(r"(?<!\w)(?:affiche?e?s?(?!\w)|affichage(?!\w)(?!\s{1,2}de\sla\sconvocation))")
NOTIFICATION = re.compile(r"(?<!\w)(?:notifie?e?s?(?!\w)|notification(?!\w))")
TIMBRE = re.compile(
    r"(?:sous-?\s?)?prefecture\s{1,3}(?:d|du\b)|controle\s{1,3}de\s{1,3}legalite|arrivee?\s{1,3}le\b|\bcourrier\b"
)
"""What an arrival stamp says besides its date."""
CERTIFICAT = re.compile(
    r"prefecture|executoire|controle de (?:la )?legalite|teletransmi|\Arecue? le\b|"
    r"\b(?:publie|affiche)e?s?\b[^.;]{0,90}\ble \d|\bpublication\s(?:[^.;]{0,40}\s)?le\s\d|"
    r"\A(?:mise\sen\sligne|affichage|publication)\s(?:de\sl'acte|de\sla\sdeliberation)\s?:|"
    r"(?:proces-verbal|compte rendu) (?:affiche|publie)"
)
"""A sentence outside the stamps that says when the act was sent or published."""
DELAI = re.compile(
    r"(?:compter|dater|delai)\s(?:de|du)\s(?:sa|la|son|l'|cette|ladite)?\s?(?:date\sde\s(?:sa|la|l')?\s?)?$"
)
"""Before a label: the clause on legal remedies, which dates nothing."""

EXEMPLES: dict[str, tuple[str, ...]] = {
    "IDENTIFIANT": (
        "077-217703956-20210624-20210614-de", "030-243000999-20210701-m2021_145-de",
            "067-216703389-20221201-dcm2022-47-de",
        "o30-2l3001100-20220502-flauxcr25032022.de", "030-213001100-20231215-pv17112023-au",
            "013 - 211300058 -20220308-del2022_45-de", "030-213001100-20220502-flauxcr25032022-[e",
    ),
    "ENVOI": ("envoye en prefecture le", "date de teletransmission : ", "transmis au representant de l'etat le",
        "envoi prefecture : ", "lekvye en prefecture le"),
    "RECEPTION": (
        "recu en prefecture le", "recu le", "reception par le prefet : ", "date de reception prefecture :",
        "recue en prefecture de region le", "depose en prefecture le", "reception en prefecture :",
        "prefecture de la lozere arrivee le", "recue n prefecture le",
    ),
    "PUBLICATION": ("publie le", "publication : ", "publiees le", "mis en ligne le"),
    "AFFICHAGE": ("affiche le", "affichee a l'hotel de la region le", "date d'affichage :"),
    "NOTIFICATION": ("notifie le", "notification :"),
    "TIMBRE": ("prefecture de la somme", "arrivee le 08 juil. 1987", "bureau du courrier"),
    "CERTIFICAT": ("- et de la publication le 22 octobre 1995", "affichage de l'acte : 12.03.2015",
        "certifie executoire", "publie au recueil le 30 novembre", "proces-verbal affiche le 16 avril"),
    "DELAI": ("a compter de sa ", "a compter de la date de sa "),
}  # fmt: skip
CONTRE_EXEMPLES: dict[str, tuple[str, ...]] = {
    "IDENTIFIANT": ("217 703 956 00018", "dcm-2016-058", "30-2021-03-19-002", "ct4-080322-52"),
    "ENVOI": ("renvoi", "envoye par la commune"),
    "RECEPTION": ("recue par la commune", "perception"),
    "PUBLICATION": ("republique", "public"),
    "AFFICHAGE": ("affichage de la convocation",),
    "NOTIFICATION": ("notice",),
    "TIMBRE": ("le prefet",),
    "CERTIFICAT": (
        "a compter de sa publication",
        "le maire",
    ),
    "DELAI": ("la presente ",),
}

_NATURES = frozenset(("de", "ar", "ai", "cc", "bf", "au"))
_SOSIES = str.maketrans({"o": "0", "i": "1", "l": "1", "|": "1", "s": "5", "b": "8", "z": "2"})


class IdentifiantActes(Modele):
    """An ACTES identifier, cut. ``texte`` is the normalised form."""

    texte: str
    departement: str
    siren: str
    date: datetime.date | None
    numero: str
    nature: str
    luhn_valide: bool
    corrige: bool


def luhn(chiffres: str) -> bool:
    """Whether these digits (a SIREN, a SIRET) pass the Luhn test."""
    if not (chiffres.isascii() and chiffres.isdigit()):
        return False
    somme = 0
    for rang, chiffre in enumerate(reversed(chiffres)):
        valeur = int(chiffre) * (1 + rang % 2)
        somme += valeur - 9 if valeur > 9 else valeur
    return somme % 10 == 0


def _jour(chiffres: str) -> datetime.date | None:
    try:
        return datetime.date(int(chiffres[:4]), int(chiffres[4:6]), int(chiffres[6:]))
    except ValueError:
        return None


def _departement(brut: str) -> str:
    """Three digits, or "02A" and "02B"."""
    repare = brut[:2].translate(_SOSIES)
    return (repare + brut[2]).upper() if repare == "02" and brut[2] in "ab" else brut.translate(_SOSIES)


def de_correspondance(m: re.Match[str], texte: str) -> IdentifiantActes | None:
    """The identifier of a match of ``IDENTIFIANT`` on the folded ``texte``. None when a repair has no support."""
    siren_brut, date_brute = re.sub(r"\s", "", m["siren"]), re.sub(r"\s", "", m["date"])
    siren, date = siren_brut.translate(_SOSIES), date_brute.translate(_SOSIES)
    departement = _departement(m["departement"])
    if len(departement) != 3 or not (departement[:2].isdigit() and departement[2].isalnum()):
        return None
    numero = re.sub(r"\s", "", re.sub(r"\s?\.\s?", "_", texte[m.start("numero") : m.end("numero")]))
    jour, valide = _jour(date), luhn(siren)
    corrige = (siren, date, departement.lower()) != (siren_brut, date_brute, m["departement"])
    lue = m["nature"] in _NATURES
    corrige = corrige or not lue
    if corrige and not (valide and jour):
        return None
    nature = m["nature"].upper() if lue else "DE"  # the only one that ends with E
    return IdentifiantActes(
        texte="-".join((departement, siren, date, numero, nature)), departement=departement, siren=siren, date=jour,
        numero=numero, nature=nature, luhn_valide=valide, corrige=corrige,
    )  # fmt: skip


def analyser_identifiant(texte: str) -> IdentifiantActes | None:
    """The first ACTES identifier printed in ``texte``, or None."""
    for m in IDENTIFIANT.finditer(plier(texte)):
        if identifiant := de_correspondance(m, texte):
            return identifiant
    return None
