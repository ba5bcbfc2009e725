"""``greffier reprendre``: documents set aside go back to the queue."""

from argparse import Namespace

from pipeline.commandes.affichage import compter
from pipeline.erreurs import ErreurRegistre
from pipeline.registre.baux import mis_de_cote
from pipeline.registre.ouverture import ouvrir
from pipeline.registre.travaux import reprendre


def executer(options: Namespace) -> int:
    """0. Raises ErreurRegistre when a named file is not among those set aside."""
    with ouvrir(options.registre, creer=False) as registre:
        demandes = {str(chemin.absolute()) for chemin in options.fichiers}
        choisis = {d.sha256: d.chemin for d in mis_de_cote(registre) if d.chemin in demandes}
        if manquants := sorted(demandes - set(choisis.values())):
            raise ErreurRegistre(
                f"{manquants[0]} : ce fichier n'est pas de côté.", "« greffier quarantaine » donne la liste."
            )
        remis = reprendre(registre, list(choisis) if demandes else None)
    print(f"{compter(remis, 'document')} de nouveau à lire : lancez « greffier importer ».")
    return 0
