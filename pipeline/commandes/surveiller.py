"""``greffier surveiller``: what falls into a folder goes into the registre."""

from argparse import Namespace

from pipeline.commandes.affichage import montrable
from pipeline.commandes.importer import Suivi, arrets
from pipeline.erreurs import ScanIntrouvable
from pipeline.importation import inscrire_fichiers, lire_la_file
from pipeline.registre.ouverture import ouvrir
from pipeline.reglages import charger
from pipeline.veille import surveiller


def executer(options: Namespace) -> int:
    """0 once it is stopped. Raises ScanIntrouvable when there is no such folder."""
    reglages = charger(options.reglages)
    if not options.dossier.is_dir():
        raise ScanIntrouvable("Ce dossier n'existe pas.", chemin=options.dossier)
    with ouvrir(options.registre) as registre, arrets() as arret:
        print(montrable(f"{options.dossier} est surveillé ; Ctrl-C pour arrêter."), flush=True)
        for entiers in surveiller(options.dossier, arret.doux, sonder=options.sonder):
            suivi = Suivi(registre, en_json=options.json)
            suivi.commencer(len(entiers), inscrire_fichiers(registre, entiers, suivi.raconter))
            lire_la_file(registre, reglages, processus=options.processus, raconter=suivi.raconter, arret=arret)
            suivi.conclure(interrompu=arret.doux.is_set())
    return 0
