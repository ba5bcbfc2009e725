"""A dataset in one folder: the records (JSON Lines, Parquet), tidy tables with their proofs, and what describes them.

One pass over the records writes the lines and the tables; who is who is settled after it, one body at a time, and the
tables are then given the ids of persons.
"""

import csv
from collections.abc import Iterable, Sequence
from contextlib import ExitStack
from pathlib import Path
from typing import Any

from modeles.fiche import Fiche
from pipeline.exports import Bilan, Demande, jsonl, schema
from pipeline.exports._jeu_notices import Compte, decrire
from pipeline.exports._jeu_parquet import ecrire_parquet
from pipeline.exports._jeu_personnes import Personnes
from pipeline.exports._jeu_tables import COLONNES_DE_PERSONNES, PERSONNES, TABLES, Preuves, Table, Valeur

NOM = "jeu"
PARQUET = "deliberations.parquet"


def ecrire(fiches: Iterable[Fiche], dossier: Path, demande: Demande) -> Bilan:
    """The whole folder; nothing is refused."""
    compte, plus_long = Compte(), 0
    with Personnes(dossier / ".personnes.db") as personnes:
        with ExitStack() as pile:
            lignes = pile.enter_context((dossier / jsonl.FICHIER).open("w", encoding="utf-8", newline="\n"))
            sorties = [(t, _ouvrir(pile, dossier, t)) for t in TABLES]
            for fiche in fiches:
                ligne = fiche.model_dump_json() + "\n"
                plus_long = max(plus_long, len(ligne.encode()))
                lignes.write(ligne)
                preuves = Preuves(fiche)
                for table, sortie in sorties:
                    sortie.writerows(_ecrits((fiche.id, *r.valeurs, *preuves.de(r.champ))) for r in table.tirer(fiche))
                personnes.noter(fiche, preuves)
                compte.noter(fiche)
            _ouvrir(pile, dossier, PERSONNES).writerows(map(_ecrits, personnes.rangees()))
        for table in TABLES:
            _rendre(dossier, table, personnes.rendus)
    ecrire_parquet(dossier / jsonl.FICHIER, dossier / PARQUET, schema.schema(), plus_long)
    (dossier / schema.FICHIER).write_text(schema.texte(), encoding="utf-8", newline="\n")
    decrire(dossier, compte)
    return Bilan(compte.actes)


def _ouvrir(pile: ExitStack, dossier: Path, table: Table) -> Any:
    """A CSV writer (RFC 4180, UTF-8), its heads written; the file is closed with ``pile``."""
    flux = pile.enter_context((dossier / f"{table.nom}.csv").open("w", encoding="utf-8", newline=""))
    sortie = csv.writer(flux)
    sortie.writerow(c.nom for c in table.toutes)
    return sortie


def _ecrits(rangee: Sequence[Valeur]) -> list[Valeur]:
    """Booleans as JSON and Frictionless write them."""
    return [str(v).lower() if isinstance(v, bool) else v for v in rangee]


def _rendre(dossier: Path, table: Table, rendus: dict[str, str]) -> None:
    """The table again, with the person behind each misread name."""
    places = [n for n, c in enumerate(table.toutes) if c.nom in COLONNES_DE_PERSONNES]
    if not places or not rendus:
        return
    fichier = dossier / f"{table.nom}.csv"
    neuf = fichier.with_suffix(".neuf")
    with fichier.open(encoding="utf-8", newline="") as lu, neuf.open("w", encoding="utf-8", newline="") as ecrit:
        sortie = csv.writer(ecrit)
        for rangee in csv.reader(lu):
            for n in places:
                rangee[n] = rendus.get(rangee[n], rangee[n])
            sortie.writerow(rangee)
    neuf.replace(fichier)
