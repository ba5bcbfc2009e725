"""``greffier comparer``: what changed between two exports, record by record and field by field; or between a published
SCDL table and an export."""

import json
import sys
from argparse import Namespace
from collections import Counter
from typing import Any

from pipeline.commandes.affichage import compter, dire_changement, dire_nombres, lisible, montrable
from pipeline.confrontation import Confrontation, confronter
from pipeline.confrontation_scdl import confronter_scdl, est_scdl

DIFFERENTS = 1


def executer(options: Namespace) -> int:
    """0 when the two exports hold the same acts, 1 when they do not."""
    champs: Counter[str] = Counter()
    changes = neuves = perdues = 0
    scdl = est_scdl(options.ancien) or est_scdl(options.nouveau)
    for une in (confronter_scdl if scdl else confronter)(options.ancien, options.nouveau):
        neuves += une.avant is None
        perdues += une.apres is None
        changes += bool(une.changements)
        champs.update({c.champ for c in une.changements})
        (_dire_en_json if options.json else _dire)(une)
    sys.stdout.flush()
    bilan = (
        f"{compter(changes, 'délibération')} où quelque chose change, {compter(neuves, 'nouvelle')}, "
        f"{compter(perdues, 'disparue')}."
    )
    print(bilan, file=sys.stderr)
    dire_nombres(champs)
    return DIFFERENTS if changes or neuves or perdues else 0


def _dire(une: Confrontation) -> None:
    signe = "+" if une.avant is None else "-" if une.apres is None else "~"
    print(montrable(f"{signe} {une.id}  {_titre(une.apres or une.avant or {})}"))
    for c in une.changements:
        dire_changement(c)


def _dire_en_json(une: Confrontation) -> None:
    if une.avant is None or une.apres is None:
        genre = "nouvelle" if une.avant is None else "disparue"
        lignes = [{"id": une.id, "genre": genre}]
    else:
        lignes = [{"id": une.id, "genre": "changee", "champ": c.pointeur, "avant": c.avant, "apres": c.apres}
                  for c in une.changements]  # fmt: skip
    for ligne in lignes:
        print(lisible(json.dumps(ligne, ensure_ascii=False)))


def _titre(fiche: dict[str, Any]) -> str:
    """Date, number and title, as far as they are known."""
    if "DELIB_ID" in fiche:
        return f"{fiche['DELIB_DATE']} {fiche['DELIB_OBJET']}".strip()
    return " ".join(str(x) for x in (fiche["seance"].get("date"), fiche.get("numero"), fiche.get("objet")) if x)
