"""Draws an invented council and one session of it."""

import random
from datetime import date, timedelta

from outils.generateur import donnees_lieux as lieux
from outils.generateur.donnees_noms import COURANTS, PIEGES, REGIONS
from outils.generateur.donnees_organes import ORGANES, Organe
from outils.generateur.ecriture import elider
from outils.generateur.modele import Fiche, Membre, vide

_DE_LIEU = ("ccas", "ecoles")


def tirer(alea: random.Random) -> Fiche:
    """A session with its members; nothing is printed yet."""
    organe = alea.choices(ORGANES, [o.poids for o in ORGANES])[0]
    region = alea.choice(tuple(lieux.COMMUNES))
    annee = alea.randint(*organe.annees)
    jour = date(annee, alea.randint(1, 12), alea.randint(1, 28))
    while jour.weekday() > 4:
        jour += timedelta(days=1)
    commune = alea.choice(lieux.COMMUNES[region])
    membres = _membres(alea, organe, region)
    presents, excuses, absents, mandats = repartir(alea, membres)
    return Fiche(
        alea=alea, organe=organe, region=region, annee=annee, jour=jour,
        convocation=jour - timedelta(days=alea.randint(4, 9)), machine=annee < 1995 and alea.random() < 0.75,
        collectivite=elider(alea.choice(organe.noms).format(lieu=_place(alea, organe, commune))),
        departement=alea.choice(lieux.DEPARTEMENTS[region]), membres=membres, presents=presents, excuses=excuses,
        absents=absents, mandats=mandats, president=membres[0], secretaire=alea.choice(presents[1:]), numero="",
        or_=vide(), liste_president=alea.random() < 0.7,
    )  # fmt: skip


def _place(alea: random.Random, organe: Organe, commune: str) -> str:
    if organe.cle in ("departement", "departement_ancien"):
        return alea.choice(lieux.DEPARTEMENTS_INVENTES)
    if organe.cle == "region":
        return alea.choice(lieux.REGIONS_INVENTEES)
    if organe.cle == "college":
        return alea.choice(lieux.ECOLES)
    if organe.cle == "commune" or organe.cle in _DE_LIEU:
        return commune
    return alea.choice(lieux.TERRITOIRES)


def _membres(alea: random.Random, organe: Organe, region: str) -> list[Membre]:
    """The chair, the deputies, the others. No two share a surname: a surname alone then names one person."""
    nombre, pris = alea.randint(*organe.effectif), set[str]()
    communes = alea.sample(lieux.COMMUNES[region], min(4, len(lieux.COMMUNES[region])))
    groupes = alea.sample(lieux.GROUPES, 3)
    membres: list[Membre] = []
    while len(membres) < nombre:
        source = alea.choices((region, "courants", "tous"), (5, 4, 2))[0]
        hommes, femmes, noms = COURANTS if source == "courants" else REGIONS[
            alea.choice(tuple(REGIONS)) if source == "tous" else region]  # fmt: skip
        nom = alea.choice(PIEGES) if alea.random() < 0.06 else alea.choice(noms)
        if nom in pris or any(nom in p.split() or p in nom.split() for p in pris):
            continue
        pris.add(nom)
        femme = alea.random() < 0.45
        qualite = qualite_de(organe, len(membres), nombre, femme)
        prenom = alea.choice(femmes if femme else hommes)
        membres.append(Membre(prenom, nom, femme, qualite, alea.choice(communes), alea.choice(groupes)))
    return membres


def qualite_de(organe: Organe, rang: int, nombre: int, femme: bool) -> str:
    if rang == 0:
        return organe.chef[femme]
    if rang <= min(4, nombre // 4):
        ordinal = ("1ère" if femme else "1er") if rang == 1 else f"{rang}ème"
        return f"{ordinal} {organe.adjoint[femme]}"
    return organe.membre[femme]


def repartir(
    alea: random.Random, membres: list[Membre]
) -> tuple[list[Membre], list[Membre], list[Membre], list[tuple[Membre, Membre]]]:
    """Present, excused, absent, and proxies with their holders. The chair is present; the others by lot."""
    combien = alea.randint(1, 4), alea.randint(0, 2), alea.randint(0, 2)
    sortis = alea.sample(membres[1:], min(sum(combien), (len(membres) - 2) // 3 + 1))
    presents = [m for m in membres if all(m is not s for s in sortis)]
    mandants, reste = sortis[: combien[0]], sortis[combien[0] :]
    tenants = alea.sample(presents, len(mandants))
    return presents, reste[: combien[1]], reste[combien[1] :], list(zip(mandants, tenants, strict=True))
