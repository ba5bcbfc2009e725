"""``greffier etat``: what the registre holds, and what is left to read."""

from argparse import Namespace

from pipeline.registre.ouverture import ouvrir
from pipeline.registre.travaux import compter_etats

LIBELLES = {
    "attente": "en attente",
    "en_cours": "en cours de lecture",
    "fait": "lus",
    "echec": "en échec",
    "quarantaine": "de côté (greffier quarantaine)",
}


def executer(options: Namespace) -> int:
    """0, whatever the registre holds."""
    with ouvrir(options.registre, creer=False) as registre:
        etats = compter_etats(registre)
        print(registre.adresse)
        for etat, libelle in LIBELLES.items():
            if etats[etat] or etat in ("attente", "fait"):
                print(f"{etats[etat]:8d}  {libelle}")
    return 0
