"""``greffier verifier``: what this machine has, what is missing, and the command that installs it."""

from argparse import Namespace

from pipeline.erreurs import ErreurEnvironnement
from pipeline.installation import Controle, controler
from pipeline.reglages import charger


def executer(options: Namespace) -> int:
    """0 when nothing is missing, else the code of ErreurEnvironnement."""
    controles = controler(charger(options.reglages).langue)
    largeur = max(len(c.nom) for c in controles)
    for controle in controles:
        print(f"{_etat(controle)}  {controle.nom:{largeur}}  {_suite(controle)}".rstrip())
    manquants = [c for c in controles if not c.present and not c.facultatif]
    if manquants:
        print("Installez ce qui manque avec les commandes ci-dessus, puis relancez « greffier verifier ».")
        return ErreurEnvironnement.code_sortie
    print("Rien ne manque.")
    return 0


def _etat(controle: Controle) -> str:
    return "présent " if controle.present else "absent  " if controle.facultatif else "MANQUANT"


def _suite(controle: Controle) -> str:
    if controle.present:
        return controle.detail
    return f"facultatif, {controle.facultatif} : {controle.remede}" if controle.facultatif else controle.remede
