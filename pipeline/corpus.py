"""A registre in the hands of a researcher: its records one by one, or as the tables of a ``jeu``."""

import datetime
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, Self

from modeles.fiche import Fiche
from pipeline.exports._jeu_personnes import Personnes
from pipeline.exports._jeu_tables import PERSONNES, TOUTES, Preuves, Valeur
from pipeline.fiches import Choix, fiches
from pipeline.registre.ouverture import Registre, fermer

if TYPE_CHECKING:
    import duckdb
    import pandas
    import polars

_TABLES = {t.nom: t for t in TOUTES}
Jour = datetime.date | str
"""A date, or "2019-03-12"."""


@dataclass(frozen=True)
class Corpus:
    """An open registre."""

    registre: Registre

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.fermer()

    def fermer(self) -> None:
        """Give back its connections."""
        fermer(self.registre)

    def deliberations(
        self,
        *,
        depuis: Jour | None = None,
        jusqua: Jour | None = None,
        collectivite: str | None = None,
        statut: str | None = None,
    ) -> "Deliberations":
        """The acts from a day, up to a day (both included), of bodies whose name holds some words, "complete" or
        "partielle"; all of them when nothing is asked. Raises ValueError when a day is no date."""
        return Deliberations(self.registre, Choix(_jour(depuis), _jour(jusqua), collectivite, statut))


@dataclass(frozen=True)
class Deliberations:
    """Iterated as many times as wished: typed records, one by one however many they are.

    The tables are those of ``greffier exporter --format jeu``: "deliberations", "presences", "procurations", "votes",
    "votes_nominatifs", "visas", "references", "personnes". They hold their columns in memory (the extra ``recherche``).
    """

    registre: Registre
    choix: Choix

    def __iter__(self) -> Iterator[Fiche]:
        return fiches(self.registre, self.choix)

    def pandas(self, table: str = "deliberations") -> "pandas.DataFrame":
        """Columns of Arrow types: a missing number stays missing. Raises ValueError when there is no such table."""
        import pandas as pd

        cadre: pd.DataFrame = self.arrow(table).to_pandas(types_mapper=pd.ArrowDtype)
        return cadre

    def polars(self, table: str = "deliberations") -> "polars.DataFrame":
        """Likewise."""
        import polars as pl

        cadre = pl.from_arrow(self.arrow(table))
        assert isinstance(cadre, pl.DataFrame)
        return cadre

    def duckdb(self, table: str = "deliberations") -> "duckdb.DuckDBPyRelation":
        """Likewise, in DuckDB's connection of this process."""
        import duckdb

        return duckdb.from_arrow(self.arrow(table))

    def arrow(self, table: str = "deliberations") -> Any:
        """Likewise, a ``pyarrow.Table`` of the types that the dataset documents."""
        import pyarrow as pa

        if table not in _TABLES:
            raise ValueError(f"Aucune table « {table} » : {', '.join(_TABLES)}.")
        types = {"string": pa.string(), "integer": pa.int64(), "number": pa.float64(), "boolean": pa.bool_(),
                 "date": pa.date32()}  # fmt: skip
        colonnes = _TABLES[table].toutes
        par_colonne = list(zip(*self._rangees(table), strict=True)) or [()] * len(colonnes)
        return pa.table({
            c.nom: pa.array(valeurs, pa.string() if c.genre == "date" else types[c.genre]).cast(types[c.genre])
            for c, valeurs in zip(colonnes, par_colonne, strict=True)
        })  # fmt: skip

    def _rangees(self, nom: str) -> Iterator[tuple[Valeur, ...]]:
        """The rows of a table, who is who settled over all the acts chosen."""
        table = _TABLES[nom]
        with tempfile.TemporaryDirectory() as dossier, Personnes(Path(dossier) / "personnes.db") as personnes:
            rangees: list[tuple[Valeur, ...]] = []
            for fiche in self:
                preuves = Preuves(fiche)
                rangees += table.rangees(fiche, preuves)
                if table.places or table is PERSONNES:
                    personnes.noter(fiche, preuves)
            membres = list(personnes.rangees())
            yield from membres if table is PERSONNES else (tuple(personnes.rendre(r, table.places)) for r in rangees)


def _jour(jour: Jour | None) -> datetime.date | None:
    return datetime.date.fromisoformat(jour) if isinstance(jour, str) else jour
