"""``greffier exporter``: what the registre holds, as files in the formats of the field.

The formats of records fill a folder, written whole or not at all, with the digests of its files; those of documents
(``exporter_documents``) write the files of each scan.
"""

import sys
from argparse import Namespace
from collections.abc import Callable, Iterator
from importlib import import_module

from pipeline.commandes import exporter_documents, exporter_seda, profils
from pipeline.commandes.affichage import compter, montrable, progression
from pipeline.commandes.dates import periode
from pipeline.commandes.sorties import dossier_entier
from pipeline.discretion.profils import Constat
from pipeline.erreurs import ErreurReglages
from pipeline.exports import DE_DOCUMENTS, Bilan, Demande
from pipeline.fiches import Choix, actes
from pipeline.registre.ouverture import ouvrir
from pipeline.sirets import lire_sirets

A_COMPLETER = 1


def executer(options: Namespace) -> int:
    """0 when every record was written, 1 when the format could not take some; else the code of the error."""
    if options.format in DE_DOCUMENTS:
        if options.profil != "interne":
            raise ErreurReglages(f"{options.format} montre les pages entières : rien ne peut y être masqué.",
                                 "Gardez --profil interne, ou choisissez un format de délibérations.")  # fmt: skip
        executer_format = exporter_seda.executer if options.format == "seda" else exporter_documents.executer
        return executer_format(options)
    choix = Choix(*periode(options), collectivite=options.collectivite, statut=options.statut)
    format_ = import_module(f"pipeline.exports.{options.format.replace('+', '_plus')}")
    demande = Demande(sirets=lire_sirets(options.sirets) if options.sirets else {})
    with ouvrir(options.registre, creer=False) as registre:
        discretion = profils.preparer(options, registre, choix)
        toutes = actes(registre, choix, discretion.traiter)
        with dossier_entier(options.destination) as dossier, profils.rapport(discretion.rapport) as noter:
            bilan: Bilan = format_.ecrire(_suivies(toutes, noter), dossier, demande)
    ecrites = compter(bilan.ecrites, "délibération")
    print(montrable(f"{ecrites} dans {options.destination}."), file=sys.stderr)
    for refus in bilan.refus:
        print(montrable(f"greffier : {refus.id} : {refus.raison}"), file=sys.stderr)
    if bilan.refusees > len(bilan.refus):
        print(f"… et {compter(bilan.refusees - len(bilan.refus), 'autre')}.", file=sys.stderr)
    return A_COMPLETER if bilan.refusees else 0


def _suivies(toutes: Iterator[profils.Ligne], noter: Callable[[tuple[Constat, ...]], None]) -> Iterator[bytes]:
    montrer = progression()
    for rang, (fiche, constats) in enumerate(toutes, start=1):
        noter(constats)
        if rang % 100 == 0:
            montrer(compter(rang, "délibération"))
        yield fiche
    montrer("")
