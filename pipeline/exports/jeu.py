"""A dataset in one folder: the records (JSON Lines, Parquet), tidy tables with their proofs, and what describes them.

One pass over the records writes the lines and the tables; who is who is settled after it, one body at a time, and the
tables are then given the ids of persons.
"""

import csv
from collections.abc import Iterable, Sequence
from contextlib import ExitStack
from pathlib import Path

from modeles.fiche import en_fiche
from pipeline.exports import Bilan, Demande, _jeu_parquet, jsonl, schema
from pipeline.exports._csv import ouvrir
from pipeline.exports._jeu_notices import Compte, decrire
from pipeline.exports._jeu_personnes import Personnes
from pipeline.exports._jeu_tables import PERSONNES, TABLES, Preuves, Table, Valeur

NOM = "jeu"


def ecrire(lignes: Iterable[bytes], dossier: Path, demande: Demande) -> Bilan:
    """The whole folder; nothing is refused. Raises ErreurEnvironnement, at once, when the extra [jeu] is missing."""
    _jeu_parquet.exiger()
    compte, plus_long = Compte(), 0
    with Personnes(dossier / ".personnes.db") as personnes:
        with ExitStack() as pile:
            jsonlines = pile.enter_context((dossier / jsonl.FICHIER).open("wb"))
            sorties = [(t, ouvrir(pile, _fichier(dossier, t), (c.nom for c in t.toutes))) for t in TABLES]
            for ligne in lignes:
                plus_long = max(plus_long, len(ligne))
                jsonlines.write(ligne + b"\n")
                fiche = en_fiche(ligne)
                preuves = Preuves(fiche)
                for table, sortie in sorties:
                    sortie.writerows(map(_ecrits, table.rangees(fiche, preuves)))
                personnes.noter(fiche, preuves)
                compte.noter(fiche)
            sortie = ouvrir(pile, _fichier(dossier, PERSONNES), (c.nom for c in PERSONNES.toutes))
            sortie.writerows(map(_ecrits, personnes.rangees()))
        for table in TABLES:
            _rendre(_fichier(dossier, table), table.places, personnes)
    _jeu_parquet.ecrire_parquet(dossier / jsonl.FICHIER, dossier / _jeu_parquet.FICHIER, schema.schema(), plus_long)
    (dossier / schema.FICHIER).write_text(schema.texte(), encoding="utf-8", newline="\n")
    decrire(dossier, compte)
    return Bilan(compte.actes)


def _fichier(dossier: Path, table: Table) -> Path:
    return dossier / f"{table.nom}.csv"


def _ecrits(rangee: Sequence[Valeur]) -> list[Valeur]:
    """Booleans as JSON and Frictionless write them."""
    return [str(v).lower() if isinstance(v, bool) else v for v in rangee]


def _rendre(fichier: Path, places: Sequence[int], personnes: Personnes) -> None:
    """The table again, with the person behind each misread name."""
    if not places:
        return
    neuf = fichier.with_suffix(".neuf")
    with fichier.open(encoding="utf-8", newline="") as lu, neuf.open("w", encoding="utf-8", newline="") as ecrit:
        csv.writer(ecrit).writerows(personnes.rendre(rangee, places) for rangee in csv.reader(lu))
    neuf.replace(fichier)
