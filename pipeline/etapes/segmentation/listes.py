"""The list of deliberations printed as a table (CGCT L.2121-25): one row an act, told by the heads of its columns."""

from collections.abc import Sequence
from typing import NamedTuple

from modeles.acte import NatureZone, Paragraphe, Zone
from pipeline.etapes.segmentation.role import tete
from pipeline.etapes.segmentation.tableaux import colonne, rangee, tables
from pipeline.grammaire import proces_verbal as pv
from pipeline.grammaire import structure as s

_ZONES: tuple[tuple[NatureZone, tuple[str, ...]], ...] = (
    ("titre", ("numero", "titre")),
    ("marge", ("marge",)),
    ("dispositif", ("dispositif",)),
)
"""What the columns of a row become."""


class Liste(NamedTuple):
    """Where the table stands among the paragraphes, and the zones of each of its rows."""

    debut: int
    fin: int
    rangees: tuple[tuple[Zone, ...], ...]


def lire_liste(paragraphes: Sequence[Paragraphe]) -> Liste | None:
    """The first table with a column of titles and one of results; it may run on over the next pages.

    None when it has not two rows, when its results are no decisions (a budget), or when visas or a decision stand
    outside it: then it is a table inside an act.
    """
    if any(p.cellule is None and (s.VISAS.match(tete(p)[0]) or s.DELIBERE.match(tete(p)[0])) for p in paragraphes):
        return None
    suite = list(tables(paragraphes).values())
    for k, cellules in enumerate(suite):
        colonnes = {colonne(p): _sens(p) for p in cellules if rangee(p) == 0 and _sens(p)}
        if not {"titre", "dispositif"} <= set(colonnes.values()):
            continue
        rangees = list(_rangees(cellules, colonnes, avec_tete=True))
        dernieres = cellules
        for autre in suite[k + 1 :]:
            if max(map(colonne, autre)) != max(map(colonne, cellules)):
                break
            rangees += _rangees(autre, colonnes, avec_tete=any(rangee(p) == 0 and _sens(p) == "titre" for p in autre))
            dernieres = autre
        decidees = [r for r in rangees if any(z.nature == "dispositif" and _decide(z) for z in r)]
        if len(rangees) < 2 or 2 * len(decidees) < len(rangees):
            return None
        debut, fin = (next(i for i, p in enumerate(paragraphes) if p is c) for c in (cellules[0], dernieres[-1]))
        return Liste(debut, fin + 1, tuple(rangees))
    return None


def _decide(zone: Zone) -> bool:
    return any(pv.RESULTAT_DE_LISTE.search(p.plie) for p in zone.passages)


def _sens(p: Paragraphe) -> str | None:
    return next((nom for nom, motif in pv.COLONNES_DE_LISTE if motif.search(p.passage.plie)), None)


def _rangees(
    cellules: Sequence[Paragraphe], colonnes: dict[int, str | None], *, avec_tete: bool
) -> tuple[tuple[Zone, ...], ...]:
    """Each row as zones: number and title, rapporteur as if beside it, result as what was decided."""
    sorties = []
    for rang in sorted({rangee(p) for p in cellules} - ({0} if avec_tete else set())):
        cases = [p.model_copy(update={"cellule": None}) for p in cellules if rangee(p) == rang]
        sens = [colonnes.get(colonne(p)) for p in cellules if rangee(p) == rang]
        zones = tuple(
            Zone(nature=nature, paragraphes=pris)
            for nature, noms in _ZONES
            if (pris := tuple(p for nom in noms for p, s in zip(cases, sens, strict=True) if s == nom))
        )
        if {"titre", "dispositif"} <= {z.nature for z in zones}:
            sorties.append(zones)
    return tuple(sorties)
