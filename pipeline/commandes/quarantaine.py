"""``greffier quarantaine``: the documents set aside, and why."""

from argparse import Namespace

from pipeline.commandes.affichage import compter, montrable
from pipeline.registre.baux import mis_de_cote
from pipeline.registre.ouverture import ouvrir


def executer(options: Namespace) -> int:
    """0 when nothing is set aside, else 1."""
    with ouvrir(options.registre, creer=False) as registre:
        trouves = mis_de_cote(registre)
    for document in trouves:
        print(montrable(document.chemin))
        print(montrable(f"    {document.raison} (essais : {document.essais})"))
    print(f"{compter(len(trouves), 'document')} de côté." if trouves else "Aucun document de côté.")
    if trouves:
        print("Une fois la cause levée : « greffier reprendre », puis « greffier importer ».")
    return 1 if trouves else 0
