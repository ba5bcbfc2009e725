"""What each part of the split composes with, besides its layouts."""

import random
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from outils.generateur import (
    aveugle_particuliers,
    aveugle_sujets,
    aveugle_tirage,
    donnees_particuliers,
    reserve_exposes,
    reserve_particuliers,
    reserve_tirage,
)
from outils.generateur import donnees_sujets as base
from outils.generateur import reserve_donnees_sujets as reserve
from outils.generateur.modele import Bloc, Fiche, Texte
from outils.generateur.tirage import tirer


@dataclass(frozen=True)
class Fonds:
    """How a council is drawn, what its acts are about, the visas that any act may have, the words before a decision."""

    tirer: Callable[[random.Random], Fiche]
    sujets: tuple[base.Sujet, ...]
    visas: tuple[str, ...]
    exposer: Callable[[Fiche], list[Bloc]]
    nommer: bool = False
    """The acts name private persons."""


def _exposer(f: Fiche) -> list[Bloc]:
    """What the chair says, which belongs to no field."""
    if f.alea.random() < 0.5:
        return []
    return [Texte(f"{f.monsieur_le} expose à l'assemblée les motifs de cette proposition et rappelle que la question a"
                  " été examinée par la commission compétente.", saut=0.5)]  # fmt: skip


_BASE = Fonds(tirer, base.SUJETS, base.VISAS_COMMUNS, _exposer)
FONDS: Mapping[str, Fonds] = {
    "tout": _BASE,
    "reglage": _BASE,
    "mesure": _BASE,
    "epreuve": _BASE,
    "aveugle": Fonds(aveugle_tirage.tirer, aveugle_sujets.SUJETS, base.VISAS_COMMUNS, _exposer),
    "prives": Fonds(tirer, donnees_particuliers.SUJETS, base.VISAS_COMMUNS, _exposer, nommer=True),
    "prives_reserve": Fonds(
        reserve_tirage.tirer, reserve_particuliers.SUJETS, reserve.VISAS_COMMUNS, reserve_exposes.exposer, nommer=True
    ),
    "prives_aveugle": Fonds(
        reserve_tirage.tirer, aveugle_particuliers.SUJETS, reserve.VISAS_COMMUNS, reserve_exposes.exposer, nommer=True
    ),
    "reserve": Fonds(reserve_tirage.tirer, reserve.SUJETS, reserve.VISAS_COMMUNS, reserve_exposes.exposer),
}
FORCES: Mapping[str, tuple[tuple[str, str], ...]] = {
    "proces_verbal": (("tampons", "aucun"), ("objet", "points_du_proces_verbal"), ("signatures", "levee_de_seance")),
}
"""Kind of document -> layouts that go with it."""
