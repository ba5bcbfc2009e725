"""Draws a council of the part "reserve" and one session of it."""

import random
from datetime import date, timedelta

from outils.generateur import reserve_donnees as rd
from outils.generateur.donnees_organes import Organe
from outils.generateur.ecriture import elider
from outils.generateur.modele import Fiche, Membre, vide
from outils.generateur.tirage import qualite_de, repartir


def tirer(alea: random.Random) -> Fiche:
    """A session with its members; nothing is printed yet."""
    organe = alea.choices(rd.ORGANES, [o.poids for o in rd.ORGANES])[0]
    region = alea.choice(tuple(rd.COMMUNES))
    jour = _jour(alea, organe)
    commune = alea.choice(rd.COMMUNES[region])
    membres = _membres(alea, organe, region)
    presents, excuses, absents, mandats = repartir(alea, membres)
    return Fiche(
        alea=alea, organe=organe, region=region, annee=jour.year, jour=jour,
        convocation=jour - timedelta(days=alea.randint(5, 12)),
        machine=jour.year < 1995 and alea.random() < 0.75,
        collectivite=elider(alea.choice(organe.noms).format(lieu=_place(alea, organe, commune))),
        departement=alea.choice(rd.DEPARTEMENTS[region]), membres=membres, presents=presents, excuses=excuses,
        absents=absents, mandats=mandats, president=membres[0], secretaire=alea.choice(presents[1:]), numero="",
        or_=vide(), liste_president=alea.random() < 0.7,
    )  # fmt: skip


def _jour(alea: random.Random, organe: Organe) -> date:
    """A working day; more often than its share, one under the rules of the health crisis."""
    debut, fin = organe.annees
    if debut <= 2020 <= fin and alea.random() < 0.18:
        jour = date(2020, 11, 20) + timedelta(days=alea.randint(0, 240))
    else:
        jour = date(alea.randint(debut, fin), alea.randint(1, 12), alea.randint(1, 28))
    if jour.year == 2020 and jour.month < 4:
        jour = jour.replace(month=6)
    while jour.weekday() > 4:
        jour += timedelta(days=1)
    return jour


def _place(alea: random.Random, organe: Organe, commune: str) -> str:
    if organe.cle in ("departement", "departement_ancien"):
        return alea.choice(rd.DEPARTEMENTS_INVENTES)
    return commune if organe.cle in rd.DE_LIEU else alea.choice(rd.TERRITOIRES)


def _membres(alea: random.Random, organe: Organe, region: str) -> list[Membre]:
    """No two share a surname or a part of one."""
    nombre, pris = alea.randint(*organe.effectif), set[str]()
    communes = alea.sample(rd.COMMUNES[region], min(4, len(rd.COMMUNES[region])))
    groupes = alea.sample(rd.GROUPES, 3)
    hommes, femmes, courants = rd.COURANTS
    membres: list[Membre] = []
    while len(membres) < nombre:
        noms = alea.choices((rd.NOMS[region], courants, rd.NOMS[alea.choice(tuple(rd.NOMS))]), (4, 6, 1))[0]
        nom = alea.choice(rd.PIEGES if alea.random() < 0.05 else noms)
        mots = set(nom.replace("-", " ").split())
        if mots & pris:
            continue
        pris |= mots
        femme = alea.random() < 0.45
        prenom = alea.choice(femmes if femme else hommes)
        membres.append(Membre(prenom, nom, femme, qualite_de(organe, len(membres), nombre, femme),
                              alea.choice(communes), alea.choice(groupes)))  # fmt: skip
    return membres
