"""``greffier verifier``: what this machine has, what is missing, and the command that installs it."""

from argparse import Namespace

from pipeline.erreurs import ErreurEnvironnement
from pipeline.installation import controler
from pipeline.reglages import charger


def executer(options: Namespace) -> int:
    """0 when nothing is missing, else the code of ErreurEnvironnement."""
    controles = controler(charger(options.reglages).langue)
    largeur = max(len(c.nom) for c in controles)
    for controle in controles:
        etat, suite = ("présent ", controle.detail) if controle.present else ("MANQUANT", controle.remede)
        print(f"{etat}  {controle.nom:{largeur}}  {suite}".rstrip())
    manquants = [c for c in controles if not c.present]
    if manquants:
        print("Installez ce qui manque avec les commandes ci-dessus, puis relancez « greffier verifier ».")
        return ErreurEnvironnement.code_sortie
    print("Rien ne manque.")
    return 0
