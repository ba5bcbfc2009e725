"""Private persons planted in acts: their names in the forms that acts print, and how to reach them.

What a reader of personal data should find is noted beside the record, under "particuliers"; members named in the same
sentences ({elu}) are officials, who stay.
"""

import random
import re
from typing import NamedTuple

from modeles.texte import plier
from outils.generateur.donnees_noms import COURANTS, REGIONS
from outils.generateur.ecriture import longue
from outils.generateur.modele import Fiche, Membre

RUES = ("rue des Lilas", "chemin du Moulin-Brûlé", "avenue du Général-Leclerc", "impasse des Tilleuls",
        "allée Paul-Éluard", "route de Montfort", "place de l'Église", "boulevard Victor-Hugo",
        "lotissement Les Genêts", "quai de la Saône")  # fmt: skip
DOMAINES = ("orange.fr", "wanadoo.fr", "courrier.example", "laposte.net")


class Particulier(NamedTuple):
    prenom: str
    nom: str
    femme: bool


class Coordonnees(NamedTuple):
    """``numero_rue``: "12 rue des Lilas"."""

    numero_rue: str
    courriel: str
    telephone: str
    naissance: str


def tirer(f: Fiche, combien: int) -> list[Particulier]:
    """Persons whose surnames no member bears."""
    pris = {m.nom for m in f.membres}
    tires: list[Particulier] = []
    while len(tires) < combien:
        hommes, femmes, noms = f.alea.choice((COURANTS, *REGIONS.values()))
        nom = f.alea.choice(noms)
        if nom in pris or any(nom in p.split() or p in nom.split() for p in pris):
            continue
        pris.add(nom)
        femme = f.alea.random() < 0.5
        tires.append(Particulier(f.alea.choice(femmes if femme else hommes), nom, femme))
    return tires


def coordonnees(alea: random.Random, p: Particulier, f: Fiche) -> Coordonnees:
    bis = alea.choice(("", "", " bis"))
    telephone = " ".join([f"0{alea.randint(1, 7)}", *(f"{alea.randint(10, 99)}" for _ in range(4))])
    courriel = f"{plier(p.prenom)[0]}.{re.sub('[^a-z-]', '', plier(p.nom))}@{alea.choice(DOMAINES)}"
    jour = f.jour.replace(year=f.jour.year - alea.randint(18, 70), day=alea.randint(1, 28))
    return Coordonnees(f"{alea.randint(1, 148)}{bis} {alea.choice(RUES)}", courriel, telephone, longue(jour))


def blancs(f: Fiche) -> tuple[dict[str, str], list[str]]:
    """What fills the sentences, and what is then private: full names, surnames first, and contacts."""
    alea = f.alea
    haut = alea.random() < 0.6
    un, deux = tirer(f, 2)
    elus = alea.sample(f.membres, 2)
    adresse = coordonnees(alea, un, f)
    valeurs = {
        **_formes("a", un, haut), **_formes("b", deux, haut), **_formes("elu", elus[0], haut),
        **_formes("elue", elus[1], haut), "adresse": adresse.numero_rue, "courriel": adresse.courriel,
        "tel": adresse.telephone, "naissance": adresse.naissance,
    }  # fmt: skip
    return valeurs, [un.nom, deux.nom, *adresse]


def _formes(cle: str, p: Particulier | Membre, haut: bool) -> dict[str, str]:
    nom = p.nom.upper() if haut else p.nom
    return {
        cle: f"{p.prenom} {nom}", f"{cle}_nom": nom, f"{cle}_inv": f"{nom} {p.prenom}", f"{cle}_e": "e" * p.femme,
        f"{cle}_civ": "Mme" if p.femme else "M.", f"{cle}_civilite": "Madame" if p.femme else "Monsieur",
        f"{cle}_initiale": f"{p.prenom[0]}. {nom}",
    }  # fmt: skip
