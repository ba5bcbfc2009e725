"""Draws an invented council of the part "aveugle"."""

import random
from datetime import date, timedelta

from outils.generateur import aveugle_donnees as ed
from outils.generateur.donnees_lieux import DEPARTEMENTS_INVENTES, GROUPES
from outils.generateur.donnees_noms import PIEGES
from outils.generateur.donnees_organes import Organe
from outils.generateur.ecriture import elider
from outils.generateur.modele import Fiche, Membre, vide
from outils.generateur.tirage import qualite_de, repartir


def tirer(alea: random.Random) -> Fiche:
    """A session with its members; nothing is printed yet."""
    organes = (*ed.ANCIENS, *ed.NOUVEAUX)
    organe = alea.choices(organes, [o.poids for o in organes])[0]
    region = alea.choice(tuple(ed.COMMUNES))
    annee = alea.randint(*organe.annees)
    jour = date(annee, alea.randint(1, 12), alea.randint(1, 28))
    while jour.weekday() > 4:
        jour += timedelta(days=1)
    departement = alea.choice(ed.DEPARTEMENTS[region])
    membres = _membres(alea, organe, region)
    presents, excuses, absents, mandats = repartir(alea, membres)
    return Fiche(
        alea=alea, organe=organe, region=region, annee=annee, jour=jour,
        convocation=jour - timedelta(days=alea.randint(4, 12)), machine=annee < 1995 and alea.random() < 0.75,
        collectivite=_collectivite(alea, organe, region, departement),
        departement=departement, membres=membres, presents=presents, excuses=excuses,
        absents=absents, mandats=mandats, president=membres[0], secretaire=alea.choice(presents[1:]), numero="",
        or_=vide(), liste_president=alea.random() < 0.7,
    )  # fmt: skip


def _collectivite(alea: random.Random, organe: Organe, region: str, departement: tuple[str, str, str, str]) -> str:
    commune = alea.choice(ed.COMMUNES[region])
    lieu = alea.choice(ed.TERRITOIRES)
    if organe.cle in ("commune", "ccas"):
        lieu = commune
    elif organe.cle == "departement":
        lieu = alea.choice(DEPARTEMENTS_INVENTES)
    nom = alea.choice(organe.noms)
    return elider(nom.format(lieu=lieu, commune=commune, departement=f"{departement[1]}{departement[0]}"))


def _membres(alea: random.Random, organe: Organe, region: str) -> list[Membre]:
    """The chair, the deputies, the others, without two of one surname."""
    nombre, pris = alea.randint(*organe.effectif), set[str]()
    communes = alea.sample(ed.COMMUNES[region], 4)
    groupes = alea.sample(GROUPES, 3)
    membres: list[Membre] = []
    while len(membres) < nombre:
        ou = region if alea.random() < 0.65 else alea.choice(tuple(ed.NOMS))
        hommes, femmes, noms = ed.NOMS[ou]
        nom = alea.choice(PIEGES) if alea.random() < 0.05 else alea.choice(noms)
        if nom in pris or any(nom in p.split() or p in nom.split() for p in pris):
            continue
        pris.add(nom)
        femme = alea.random() < 0.45
        prenom = alea.choice(femmes if femme else hommes)
        qualite = qualite_de(organe, len(membres), nombre, femme)
        membres.append(Membre(prenom, nom, femme, qualite, alea.choice(communes), alea.choice(groupes)))
    return membres
