"""``greffier bilan``: what a registre holds, in the terminal and as a page."""

import sys
from argparse import Namespace
from collections.abc import Iterable

from modeles.lecture import GRAVITES
from pipeline.bilan import Bilan, compter, resumer
from pipeline.commandes.affichage import montrable
from pipeline.commandes.dates import periode
from pipeline.commandes.etat import LIBELLES
from pipeline.commandes.sorties import fichier_entier
from pipeline.fiches import Choix, actes
from pipeline.page_bilan import RESULTATS, page
from pipeline.registre.ouverture import ouvrir
from pipeline.registre.travaux import compter_etats

LIGNES = 10
"""Of each table in the terminal; the page has them all."""


def executer(options: Namespace) -> int:
    """0, whatever the registre holds."""
    choix = Choix(*periode(options), collectivite=options.collectivite)
    with ouvrir(options.registre, creer=False) as registre:
        bilan = compter(actes(registre, choix, resumer))
        comptes = compter_etats(registre)
    etats = {libelle: n for etat, libelle in LIBELLES.items() if (n := comptes[etat])}
    if options.html:
        contenu = page(bilan, registre.adresse, etats)
        with fichier_entier(options.html) as ecrire:
            ecrire(contenu)
    for ligne in _lignes(bilan):
        print(montrable(ligne))
    if options.html:
        print(montrable(f"La page : {options.html}."), file=sys.stderr)
    return 0


def _lignes(b: Bilan) -> Iterable[str]:
    yield f"{b.actes:8d}  délibérations, dont {b.actes - b.completes} à vérifier"
    yield f"{b.documents:8d}  documents, {b.pages} pages"
    if b.confiance is not None:
        yield f"{b.valeurs:8d}  valeurs, dont {b.confirmees} arrêtées par une personne ; confiance {b.confiance:.3f}"
    anomalies = [(f"{code} ({GRAVITES[g]})", n) for (g, code), n in b.anomalies.items()]
    yield from _tableau("Anomalies", anomalies)
    yield from _tableau("Votes", [(_vote(*cle), n) for cle, n in b.votes.items()])
    dites = {a: f"{100 * p / n:5.1f} %  de {n}" for a, (p, n) in sorted(b.presence.items()) if n}
    if dites:
        yield ""
        yield "Présence"
        yield from (f"    {annee}  {part}" for annee, part in list(dites.items())[-LIGNES:])
    yield from _tableau("Collectivités", [(b.nom(plie), n) for plie, n in b.corps])


def _vote(resultat: str, unanime: bool | None) -> str:
    return RESULTATS[resultat] + {True: ", unanime", False: ", partagé", None: ""}[unanime]


def _tableau(titre: str, valeurs: Iterable[tuple[str, int]]) -> Iterable[str]:
    triees = sorted(valeurs, key=lambda x: (-x[1], x[0]))
    if triees:
        yield ""
        yield titre
        yield from (f"{n:8d}  {nom}" for nom, n in triees[:LIGNES])
    if len(triees) > LIGNES:
        yield f"       …  et {len(triees) - LIGNES} de plus"
