"""Where a text names persons: civilities, announcements ("les consorts"), first names, and what spaCy takes for one."""

import re
from collections.abc import Iterator
from functools import cache
from typing import Literal, NamedTuple

from corrections import charger
from modeles.texte import plier
from pipeline.grammaire.particuliers import (
    ANNONCE,
    ANNONCE_FAIBLE,
    CHARGE,
    CIVILITE,
    LIEU_NOMME,
    MOT_DE_NOM,
    NOM,
    PLURIEL,
    SIGLE,
    SUITE_DE_LISTE,
)
from pipeline.grammaire.personnes import FONCTION, PARTICULE, PATRONYME_COMMUN
from pipeline.lexique import frequence
from pipeline.personnes import personnes_citees

LIENS = ("nee", "ne", "epouse", "veuve", "vve", "ep")
"""Between two names of one person, folded."""
AVANT = 60
"""Characters before a name in which a street, a school, an office is looked for."""
_AMBIGUS = frozenset(plier("Aimé Aimée Ange Blanche Constant Constance Olive Reine Modeste").split())
"""First names that are words: beside a surname that is none."""
_ARTICLES = ("de", "du", "des", "de la", "la", "le", "les", "d'", "de l'", "l'")
"""Behind a name they may begin something else: "DUPONT DE LA COMMUNE"."""
_ENSEIGNES = ("st", "ste", "saint", "sainte", "cie", "ets", "sarl")
"""Before the name of a place or a firm."""
Indice = Literal["civilite", "annonce", "prenom", "modele"]


class Nomme(NamedTuple):
    """A name in a text: ``texte[debut:fin]``, without its civility."""

    debut: int
    fin: int
    civilite: str | None
    """"M." or "Mme"."""
    indice: Indice
    """What says that it is one."""


class _Mot(NamedTuple):
    texte: str
    debut: int
    fin: int

    @property
    def propre(self) -> bool:
        """Neither particle nor link, which have no accent: "Lê" is a name."""
        haut = self.texte[0].isupper() or (self.texte[1:2] in ("'", "’") and self.texte[2:3].isupper())
        return haut and not PARTICULE.fullmatch(self.texte.lower()) and plier(self.texte) not in LIENS

    @property
    def capitales(self) -> bool:
        return self.texte.isupper() and sum(c.isalpha() for c in self.texte) > 1

    @property
    def initiale(self) -> bool:
        return "." in self.texte and self.texte not in ("M.", "MM.")

    @property
    def commun(self) -> bool:
        """A word of the language, and no first name."""
        return not est_prenom(self.texte) and frequence(self.texte) > 0


@cache
def _prenoms() -> frozenset[str]:
    return frozenset(plier(x["prenom"]) for table in ("prenoms", "prenoms_autres") for x in charger(table))


@cache
def _lieux() -> frozenset[str]:
    tables = (charger("collectivites"), charger("departements"))
    return frozenset(plier(x["nom"]) for table in tables for x in table)


def est_prenom(mot: str) -> bool:
    """Every part of it is a first name: "Jean-Luc"."""
    return all(morceau in _prenoms() for morceau in re.split(r"[-–]", plier(mot)))


def nommes(texte: str, *, modele: bool = True) -> list[Nomme]:
    """In their order, none over another; without the names of streets, schools, firms, laws. ``modele``: spaCy too."""
    trouves = [
        *_annonces(texte, CIVILITE, "civilite"),
        *_annonces(texte, ANNONCE, "annonce"),
        *_annonces(texte, ANNONCE_FAIBLE, "annonce", sur=False),
        *_par_prenom(texte),
    ]
    if modele:
        trouves += _par_modele(texte)
    retenus: list[Nomme] = []
    for nomme in sorted(trouves, key=lambda n: (n.debut, -n.fin)):
        if LIEU_NOMME.search(texte[max(0, nomme.debut - AVANT) : nomme.debut]) and nomme.indice != "civilite":
            continue
        if retenus and nomme.debut < retenus[-1].fin:
            if nomme.fin > retenus[-1].fin and nomme.indice != "modele":
                retenus[-1] = retenus[-1]._replace(fin=nomme.fin)
            continue
        retenus.append(nomme)
    return retenus


def _annonces(texte: str, motif: re.Pattern[str], indice: Indice, *, sur: bool = True) -> Iterator[Nomme]:
    """The names behind each announcement; several behind a plural one. ``sur``: as for :func:`lire_nom`."""
    for tete in motif.finditer(texte):
        if indice == "civilite" and _dans_une_voie(texte, tete):
            continue
        debut, civilite = tete.end(), _civilite(tete[0])
        while (fin := lire_nom(texte, debut, sur=sur)) is not None:
            yield Nomme(debut, fin, civilite, indice)
            suite = SUITE_DE_LISTE.match(texte, fin) if PLURIEL.search(tete[0]) else None
            if suite is None:
                break
            debut = suite.end()


def _dans_une_voie(texte: str, tete: re.Match[str]) -> bool:
    """ "rue du Docteur Roux": a title that belongs to the name of a place."""
    return bool(LIEU_NOMME.search(texte[max(0, tete.start() - AVANT) : tete.start()])) and tete[0][0] in "DdFf"


def _civilite(tete: str) -> str | None:
    plie = plier(tete).strip(" .")
    if plie in ("m", "mr", "monsieur", "mm", "messieurs", "sieur"):
        return "M."
    return "Mme" if plie.startswith(("mme", "mlle", "madame", "mademoiselle", "mesdame", "dame")) else None


def lire_nom(texte: str, debut: int, *, sur: bool) -> int | None:
    """The end of the name that begins at ``debut``; None when none does. ``sur``: something announces it."""
    vu = NOM.match(texte, debut)
    if vu is None:
        return None
    fin, propres = None, list[_Mot]()
    lus = _mots(texte, debut, vu.end())
    if sur and len(lus) > 1 and not any(m.propre for m in lus) and all(m.texte[0].isupper() for m in lus):
        return vu.end()  # "LÊ VAN": words that are particles elsewhere
    for mot in lus:
        if mot.propre:
            if not _continue(mot, propres, texte[fin or debut : mot.debut], sur):
                break
            propres.append(mot)
            fin = mot.fin
    der = lus[-1]
    etranger = der.texte[0].isupper() and plier(der.texte) not in _ARTICLES
    return der.fin if len(lus) > 1 and fin == lus[-2].fin and etranger and not der.propre else fin


def _continue(mot: _Mot, avant: list[_Mot], entre: str, sur: bool) -> bool:
    """Whether a capitalised word goes on with the name; ``entre``: what stands between it and the last one."""
    plie = plier(mot.texte)
    if FONCTION.fullmatch(plie) or CHARGE.fullmatch(mot.texte):
        apres_prenom = bool(avant) and _prenom_devant(avant[-1], mot)
        seul = not avant and not entre.strip() and PATRONYME_COMMUN.fullmatch(plie) and plie not in ("maire", "prefet")
        return bool(apres_prenom or seul)
    if not avant:
        return sur or not mot.commun
    pareil = mot.capitales == avant[-1].capitales
    deuxieme = len(avant) == 1 and plier(entre.strip()) not in _ARTICLES and pareil
    return deuxieme or not mot.commun or _prenom_devant(avant[-1], mot) or avant[-1].initiale


def _prenom_devant(prenom: _Mot, mot: _Mot) -> bool:
    """A first name that a surname may follow: "Jean Petit", "Jean PETIT", not "JEAN Petit"."""
    return est_prenom(prenom.texte) and (mot.capitales or not prenom.capitales)


def _mots(texte: str, debut: int, fin: int) -> list[_Mot]:
    return [_Mot(m[0], m.start(), m.end()) for m in MOT_DE_NOM.finditer(texte, debut, fin)]


def _propres(texte: str, debut: int, fin: int) -> list[_Mot]:
    return [m for m in _mots(texte, debut, fin) if m.propre and not CIVILITE.match(texte, m.debut)]


def _par_prenom(texte: str) -> Iterator[Nomme]:
    """ "Jean DUPONT", "Jean Dupont", "DUPONT Jean", "J. DUPONT", with nothing before."""
    for suite in NOM.finditer(texte):
        propres = _propres(texte, suite.start(), suite.end())
        rang = 0
        while rang < len(propres) - 1:
            un, deux = propres[rang], propres[rang + 1]
            fin = _couple(texte, un, deux)
            if fin is None:
                rang += 1
                continue
            yield Nomme(_au_debut(texte, propres, rang), fin, None, "prenom")
            while rang < len(propres) and propres[rang].debut < fin:
                rang += 1


def _couple(texte: str, un: _Mot, deux: _Mot) -> int | None:
    """The end of the person that two words name; None when they name none."""
    if CIVILITE.search(texte, un.fin, deux.debut + 1) or plier(un.texte) in _ENSEIGNES:
        return None
    droit = _prenom_possible(un) and (deux.capitales or (est_prenom(un.texte) and not un.capitales))
    droit = droit or (plier(un.texte) in _AMBIGUS and deux.capitales and not deux.commun)
    if droit and (deux.capitales or not un.initiale or not deux.commun):
        charge = FONCTION.fullmatch(plier(deux.texte)) and not deux.capitales
        return None if charge else lire_nom(texte, un.debut, sur=True) or deux.fin
    if FONCTION.fullmatch(plier(un.texte)) or SIGLE.match(un.texte):
        return None
    if est_prenom(deux.texte):
        return deux.fin if un.capitales or not un.commun else None
    if plier(deux.texte) in _AMBIGUS:
        return deux.fin if un.capitales or frequence(un.texte) == 0 else None
    inconnus = frequence(un.texte) == 0 == frequence(deux.texte) and plier(deux.texte) not in _lieux()
    return deux.fin if un.capitales and not deux.capitales and inconnus else None


def _au_debut(texte: str, propres: list[_Mot], rang: int) -> int:
    """Where the surname begins: "FERREIRA DA SILVA Ousmane"."""
    while rang and propres[rang].capitales and propres[rang - 1].capitales:
        avant = propres[rang - 1]
        if SIGLE.match(avant.texte) or CIVILITE.search(texte, avant.fin, propres[rang].debut + 1):
            break
        rang -= 1
    return propres[rang].debut


def _prenom_possible(mot: _Mot) -> bool:
    """A known first name, an initial, or a word that is neither French nor in capitals."""
    if est_prenom(mot.texte) or mot.initiale:
        return True
    return not mot.capitales and frequence(mot.texte) == 0 and plier(mot.texte) not in _lieux()


def _par_modele(texte: str) -> Iterator[Nomme]:
    """Persons that spaCy sees: of two words at least, a first name or none that is French, and no place."""
    suites = (_propres(texte, m.start(), m.end()) for m in NOM.finditer(texte))
    if not any(len(p) > 1 and not all(m.commun for m in p) for p in suites):
        return  # nothing that would be kept below: the model costs a hundred times the rest
    for debut, fin in personnes_citees(texte):
        propres = _propres(texte, debut, fin)
        lu = texte[debut:fin]
        if lu.isupper():  # it was taught on running text
            continue
        if len(propres) < 2 or any(FONCTION.fullmatch(plier(m.texte)) for m in propres) or CIVILITE.match(lu):
            continue
        if any(SIGLE.match(m.texte) for m in propres):
            continue
        sans_doute = any(est_prenom(m.texte) for m in propres) or not any(m.commun for m in propres)
        if sans_doute and plier(lu) not in _lieux() and not any(c.isdigit() for c in lu):
            yield Nomme(propres[0].debut, propres[-1].fin, None, "modele")
