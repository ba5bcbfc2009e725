"""Exports: one file is one format.

A format of records has ``NOM`` and ``ecrire(lignes, dossier, demande) -> Bilan``: it is given each record as its JSON
(``modeles.fiche.en_fiche`` makes the model), fills an empty folder, holding no more than a few records at a time, and
writes the same bytes for the same records. It neither prints nor knows the registre. A format of documents (``alto``,
``pdfa``) is given the pages of one scan. Each is named here, so that the command's help loads none.
"""

from collections.abc import Mapping
from types import MappingProxyType
from typing import NamedTuple

DE_FICHES: Mapping[str, str] = MappingProxyType({
    "jsonl": "une ligne JSON par délibération",
    "json": "un seul tableau JSON",
    "jeu": "un dossier à publier : JSON Lines, Parquet, tables CSV, leur description",
    "akn": "Akoma Ntoso 3.0, un fichier XML par délibération",
    "scdl": "SCDL Délibérations 2.1.5 (CSV), et ce qui n'a pu s'y écrire",
    "scdl+": "le même, avec les présences et les procurations",
})  # fmt: skip
"""Name of a format of records (its module, "+" and "-" left out) -> what it is, in French."""

DE_DOCUMENTS: Mapping[str, str] = MappingProxyType({
    "alto": "ALTO 4, un fichier par page",
    "pdfa": "PDF/A-2b cherchable",
    "seda": "SEDA 2.3, un versement : scans, PDF/A, ALTO et délibérations",
})  # fmt: skip


REFUS_MONTRES = 20
"""Refusals said one by one; what a format says of each row is in its report."""


class Demande(NamedTuple):
    """What the person asked besides the records; each format takes what concerns it."""

    sirets: Mapping[str, str] = MappingProxyType({})
    """Folded name of a body -> its SIRET, from the person's table."""


class Refus(NamedTuple):
    """A record that could not be written in a format, or not whole."""

    id: str
    raison: str
    """In French, for the person."""


class Bilan(NamedTuple):
    """What a format wrote."""

    ecrites: int
    refus: tuple[Refus, ...] = ()
    """The first ``REFUS_MONTRES``: a registre may hold more than memory."""
    refusees: int = 0


class Refusees:
    """What a format refuses, as it goes."""

    def __init__(self) -> None:
        self.nombre = 0
        self._premiers: list[Refus] = []

    def noter(self, refus: Refus) -> None:
        self.nombre += 1
        if len(self._premiers) < REFUS_MONTRES:
            self._premiers.append(refus)

    def bilan(self, ecrites: int) -> Bilan:
        """With what was written."""
        return Bilan(ecrites, tuple(self._premiers), self.nombre)
