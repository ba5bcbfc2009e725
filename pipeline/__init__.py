"""The chain, the registre, the exports. For researchers: ``from pipeline import lire, ouvrir_registre``."""

from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from modeles.lecture import Lecture
    from pipeline.corpus import Corpus
    from pipeline.reglages import Reglages

__all__ = ["lire", "ouvrir_registre"]


def lire(chemin: str | Path, reglages: "Reglages | None" = None) -> "Lecture":
    """Read one scan (PDF, TIFF, JPEG, PNG), with the settings given or the usual ones.

    Raises a class of ``pipeline.erreurs`` when it cannot be read at all.
    """
    from pipeline.chaine import lire as lire_scan
    from pipeline.reglages import Reglages

    return lire_scan(Path(chemin), reglages or Reglages())


def ouvrir_registre(adresse: str | None = None) -> "Corpus":
    """The registre at an SQLAlchemy address (``sqlite:///registre.db``), as records and as tables; as the commands find
    it when there is none. Raises ErreurRegistre when it is not there. ``with`` closes it."""
    from pipeline.corpus import Corpus
    from pipeline.registre.ouverture import ouvrir

    return Corpus(ouvrir(adresse, creer=False))
