"""One row of the table of layouts."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from outils.generateur.modele import Part, Style

COMPLETS: tuple[Style, ...] = ("prenom NOM", "prenom NOM", "Prenom Nom", "NOM prenom")


@dataclass(frozen=True)
class Disposition:
    """A layout. Empty ``organes``: any body."""

    nom: str
    part: Part
    fonction: Callable[..., Any]
    organes: tuple[str, ...] = ()
    annees: tuple[int, int] = (1975, 2025)
    styles: tuple[Style, ...] = COMPLETS
    moderne: bool = False
    """Not on a typewriter."""
    poids: int = 1

    def convient(self, organe: str, annee: int, machine: bool) -> bool:
        dans = self.annees[0] <= annee <= self.annees[1]
        return dans and (not self.organes or organe in self.organes) and not (machine and self.moderne)
