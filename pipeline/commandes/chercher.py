"""``greffier chercher``: the acts of the registre where words stand."""

import json
from argparse import Namespace

from pipeline.commandes.affichage import lisible
from pipeline.commandes.dates import periode
from pipeline.erreurs import ErreurDeliberation
from pipeline.registre import ActeTrouve, chercher, ouvrir

RIEN = "Aucun acte ne contient ces mots. Essayez-en moins, ou le début d'un mot suivi de « * »."


def executer(options: Namespace) -> int:
    """0, whether something is found or not."""
    depuis, jusqua = periode(options)
    if options.limite < 1:
        raise ErreurDeliberation("--limite attend un nombre d'au moins 1.")
    with ouvrir(options.registre, creer=False) as registre:
        trouves = chercher(
            registre, options.question, depuis=depuis, jusqua=jusqua, organe=options.organe, limite=options.limite
        )
    if options.json:
        print(json.dumps([_fiche(acte) for acte in trouves], ensure_ascii=False, indent=2))
    else:
        print("\n".join(_ligne(acte) for acte in trouves) or RIEN)
    return 0


def _ligne(acte: ActeTrouve) -> str:
    date = f"{acte.date:%d/%m/%Y}" if acte.date else "sans date "
    parts = (date, acte.collectivite or "?", acte.numero or "sans numéro", acte.objet or "sans objet")
    return lisible(f"{'  '.join(parts)}\n            {acte.chemin or acte.sha256} (acte {acte.rang + 1})")


def _fiche(acte: ActeTrouve) -> dict[str, object]:
    return acte._asdict() | {"date": acte.date.isoformat() if acte.date else None}
