"""Who is who in a ``jeu``: the names of all records, kept in a file beside, then reconciled one body at a time.

A registre may hold more names than memory; a body does not.
"""

import datetime
import json
import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from contextlib import suppress
from pathlib import Path

from modeles.fiche import Fiche
from modeles.lecture import suivre
from pipeline.assemblees import Mention, identifiant, nomme, recenser
from pipeline.etapes.extraction.noms import cle
from pipeline.exports._jeu_tables import Preuves, Valeur, corps_de

_TABLES = """
CREATE TABLE mentions (corps TEXT, organe TEXT, document TEXT, pointeur TEXT, nom_corps TEXT, nom_organe TEXT,
                       date TEXT, nom TEXT, lisibilite REAL);
CREATE TABLE preuves (corps TEXT, organe TEXT, nom TEXT, lisibilite REAL, id TEXT, preuve TEXT,
                      PRIMARY KEY (corps, organe, nom)) WITHOUT ROWID;
PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF;
"""
_MIEUX = """
INSERT INTO preuves VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT DO UPDATE
SET lisibilite = excluded.lisibilite, id = excluded.id, preuve = excluded.preuve
WHERE excluded.lisibilite > preuves.lisibilite
"""


class Personnes:
    """Fill with :meth:`noter`; read :meth:`rangees` once; then :meth:`rendre`."""

    def __init__(self, fichier: Path) -> None:
        self._fichier = fichier
        self._base = sqlite3.connect(fichier)
        self._base.executescript(_TABLES)
        self._rendus: dict[str, str] = {}
        """Id of a misread form -> id of the person."""

    def __enter__(self) -> "Personnes":
        return self

    def __exit__(self, *_: object) -> None:
        self._base.close()
        with suppress(FileNotFoundError):
            self._fichier.unlink()

    def noter(self, fiche: Fiche, preuves: Preuves) -> None:
        """Every person that the record names; none when its body is not known."""
        corps = corps_de(fiche)
        if corps is None or fiche.collectivite is None:
            return
        noms = (fiche.collectivite.nom, fiche.collectivite.organe or "")
        date = str(fiche.seance.date) if fiche.seance.date else None
        o = fiche.origine
        for champ, nom, lisibilite in _nommes(fiche):
            pointeur = f"/deliberations/{o.rang}{champ}"
            self._base.execute("INSERT INTO mentions VALUES (?,?,?,?,?,?,?,?,?)",
                               (*corps, o.sha256, pointeur, *noms, date, nom, lisibilite))  # fmt: skip
            self._base.execute(_MIEUX, (*corps, nom, lisibilite, fiche.id, json.dumps(preuves.de(champ))))

    def rendre(self, rangee: Sequence[Valeur], places: Iterable[int]) -> list[Valeur]:
        """A row whose columns ``places`` name forms, with the persons behind them; once :meth:`rangees` was read."""
        rendue = list(rangee)
        for n in places:
            rendue[n] = self._rendus.get(str(rendue[n]), rendue[n])
        return rendue

    def rangees(self) -> Iterator[tuple[Valeur, ...]]:
        """The rows of ``personnes.csv``, by body then id."""
        lire = self._base.execute
        for corps, organe in lire("SELECT DISTINCT corps, organe FROM mentions ORDER BY corps, organe").fetchall():
            siennes = [
                Mention(x[2], x[3], (x[0], x[1]), (x[4], x[5]), datetime.date.fromisoformat(x[6]) if x[6] else None,
                        x[7], x[8])
                for x in lire("SELECT * FROM mentions WHERE corps = ? AND organe = ? ORDER BY rowid", (corps, organe))
            ]  # fmt: skip
            preuves = {x[0]: x[1:] for x in lire("SELECT nom, lisibilite, id, preuve FROM preuves "
                                                 "WHERE corps = ? AND organe = ?", (corps, organe))}  # fmt: skip
            membres, _ = recenser(siennes)
            for membre in sorted(membres, key=lambda m: m.id):
                self._rendus |= {
                    forme: membre.id
                    for nom in membre.variantes
                    if (forme := identifiant((corps, organe), cle(nom))) != membre.id
                }
                meilleure = max(membre.variantes, key=lambda nom: (nom == membre.nom_complet, preuves[nom][0], nom))
                _, acte, preuve = preuves[meilleure]
                yield (membre.id, membre.collectivite, membre.organe, membre.nom_complet,
                       json.dumps(membre.variantes, ensure_ascii=False), membre.actes,
                       str(membre.premiere) if membre.premiere else None,
                       str(membre.derniere) if membre.derniere else None, acte, *json.loads(preuve))  # fmt: skip


def _nommes(fiche: Fiche) -> Iterator[tuple[str, str, float]]:
    """Pointer, name and legibility of each person named."""
    arbre = fiche.model_dump(include={"rapporteur", "seance", "presences", "procurations", "decision", "signataires"})
    for source in fiche.sources:
        chemin = source.champ.split("/")[1:]
        if nomme(chemin):
            yield source.champ, str(suivre(arbre, chemin)), source.lisibilite
