"""``greffier registre``: bring the registre to this version, check it, copy it."""

from argparse import Namespace

from pipeline.commandes.affichage import lisible
from pipeline.erreurs import ErreurRegistre
from pipeline.registre import VERSION, mettre_a_jour, ouvrir, rejoindre, sauvegarder, verifier


def executer(options: Namespace) -> int:
    """0, or the code of ErreurRegistre when a check found faults."""
    return {"migrer": _migrer, "verifier": _verifier, "sauvegarder": _sauvegarder}[options.action](options)


def _migrer(options: Namespace) -> int:
    avant, registre = mettre_a_jour(options.registre)
    with registre:
        fait = "créé" if avant is None else "déjà à jour" if avant == VERSION else f"migré depuis la version {avant}"
        print(lisible(f"{registre.adresse} : {fait} (version {VERSION})."))
    return 0


def _verifier(options: Namespace) -> int:
    defauts = 0
    with ouvrir(options.registre, creer=False) as registre:
        for constat in verifier(registre):
            defauts += len(constat.defauts)
            print(f"{'DÉFAUT' if constat.defauts else 'bon   '}  {constat.nom:8}  {constat.detail}".rstrip())
            for defaut in constat.defauts:
                print(f"        - {defaut}")
    if defauts:
        print("Gardez ce registre, et reprenez la dernière sauvegarde si les relectures ne suffisent pas.")
        return ErreurRegistre.code_sortie
    print("Le registre est en bon état.")
    return 0


def _sauvegarder(options: Namespace) -> int:
    with rejoindre(options.registre) as registre:
        sauvegarder(registre, options.destination)
    print(lisible(f"{options.destination} : sauvegarde faite."))
    return 0
