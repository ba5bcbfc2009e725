"""SCDL "Délibérations" with what it has no column for: who was present, and who gave a proxy to whom."""

from collections.abc import Iterable, Iterator
from pathlib import Path

from modeles.fiche import Fiche
from pipeline.exports import Bilan, Demande, scdl

NOM = "scdl+"
ETATS = {"presents": "present", "absents": "absent", "excuses": "excuse"}


def ecrire(lignes: Iterable[bytes], dossier: Path, demande: Demande) -> Bilan:
    """The files of ``scdl``, ``presences.csv`` and ``procurations.csv``."""
    return scdl.ecrire(lignes, dossier, demande, TABLES)


def _presences(fiche: Fiche) -> Iterator[tuple[str, ...]]:
    for champ, etat in ETATS.items():
        for p in getattr(fiche.presences, champ):
            yield etat, p.civilite or "", p.prenom or "", p.nom, p.qualite or ""


def _procurations(fiche: Fiche) -> Iterator[tuple[str, ...]]:
    for p in fiche.procurations:
        yield p.mandant.nom_complet, p.mandataire.nom_complet if p.mandataire else ""


TABLES = (
    scdl.Table("presences.csv", ("ETAT", "CIVILITE", "PRENOM", "NOM", "QUALITE"), _presences),
    scdl.Table("procurations.csv", ("MANDANT", "MANDATAIRE"), _procurations),
)
