"""Documents of several acts, part "aveugle": how many points, and the agenda."""

import re

from outils.generateur.donnees_sujets import SUJETS
from outils.generateur.modele import Fiche

_BLANC = re.compile(r" (n° )?\{\w+\}")


def ordre_du_jour(f: Fiche) -> int:
    """The agenda in the margin, which is of no record; the points follow, each with its vote."""
    nombre = f.alea.randint(2, 4)
    etat = f.alea.getstate()
    sujets = f.alea.sample(SUJETS, nombre)  # the draw that comes next, read in advance
    f.alea.setstate(etat)
    f.marge += ["Ordre du jour :", *(f"{i}. {_BLANC.sub('', s.objet)}" for i, s in enumerate(sujets, start=1)), ""]
    return nombre


def longue_seance(f: Fiche) -> int:
    """A long session, signed once."""
    return f.alea.randint(5, 6)
