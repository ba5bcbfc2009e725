"""``greffier relire-tout``: what this version would read otherwise; kept only when it is accepted."""

import json
import sys
from argparse import Namespace
from collections import Counter

from pipeline import empreintes
from pipeline.commandes.affichage import compter, dire_changement, dire_nombres, lisible, montrable, progression
from pipeline.registre.depot import deposer
from pipeline.registre.ouverture import ouvrir
from pipeline.registre.travaux import chemins_de
from pipeline.reglages import charger
from pipeline.relectures import Relu, relire_tout

A_ACCEPTER = 1


def executer(options: Namespace) -> int:
    """0 when nothing changes or all was accepted, 1 when changes wait to be accepted."""
    reglages = charger(options.reglages)
    champs: Counter[str] = Counter()
    changes = relus = sans_pages = 0
    montrer = progression()
    with ouvrir(options.registre, creer=False) as registre:
        for relu in relire_tout(registre, reglages, processus=options.processus):
            relus += 1
            montrer(f"{compter(relus, 'document')} relus, {changes} changent")
            if relu.lecture is None:
                sans_pages += 1
                continue
            if relu.changements:
                changes += 1
                champs.update(c.champ for c in relu.changements)
                montrer("")
                _montrer(relu, (chemins_de(registre, relu.sha256) or [""])[0], en_json=options.json)
            if options.accepter:
                deposer(registre, relu.lecture, empreintes.lecteur(), empreintes.moteur(reglages), relu.secondes)
    montrer("")
    print(f"{compter(relus - sans_pages, 'document')} relus sans OCR, {changes} changent.", file=sys.stderr)
    dire_nombres(champs)
    if sans_pages:
        print(f"{compter(sans_pages, 'document')} sans pages gardées sous ces réglages : importez-les de nouveau.",
              file=sys.stderr)  # fmt: skip
    if options.accepter or not changes:
        return 0
    print("Rien n'est changé dans le registre. Pour garder ces lectures : « greffier relire-tout --accepter ».",
          file=sys.stderr)  # fmt: skip
    return A_ACCEPTER


def _montrer(relu: Relu, chemin: str, *, en_json: bool) -> None:
    if en_json:
        for c in relu.changements:
            ligne = {"chemin": chemin, "sha256": relu.sha256, "champ": c.pointeur, "avant": c.avant, "apres": c.apres}
            print(lisible(json.dumps(ligne, ensure_ascii=False)))
        return
    print(montrable(chemin))
    for c in relu.changements:
        dire_changement(c)
