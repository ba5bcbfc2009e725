"""Recognition engines: each is one module, the only door of its library, and keeps the Protocol ``Moteur``.

programme      Tesseract's program, by pytesseract            the default
bibliotheque   the same engine inside the process, tesserocr  the extra [rapide]
"""

from collections.abc import Callable
from importlib import import_module
from typing import TYPE_CHECKING, NamedTuple, Protocol, cast

from pipeline.reglages import Reglages

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Gris = NDArray[np.uint8]

__all__ = ["Lu", "Moteur", "choisir", "lire_table"]

_COLONNES = ("text", "conf", "left", "top", "width", "height", "block_num", "par_num", "line_num")


class Lu(NamedTuple):
    """A word as an engine gives it."""

    texte: str
    confiance: float
    """From 0 to 1."""
    cadre: tuple[int, int, int, int]
    """Left, top, width, height, in pixels."""
    ligne: tuple[int, int, int]
    """Block, paragraph, line: the words of one line share it."""


class Moteur(Protocol):
    """An engine. Both raise ErreurEnvironnement when the engine or its data are missing, TimeoutError past the limit of
    the settings, ErreurScan when it fails."""

    def lire(self, pixels: "Gris", dpi: float, psm: int, reglages: Reglages) -> list[Lu]:
        """The words of grey pixels, in the engine's order. ``psm``: Tesseract's page segmentation mode."""

    def orienter(self, pixels: "Gris", dpi: float, reglages: Reglages) -> tuple[int, float]:
        """Degrees by which the page was turned clockwise, and how sure the engine is; (0, 0) when it cannot tell."""


def choisir(nom: str) -> Moteur:
    """The engine of the setting ``moteur``."""
    module = {"tesseract": "programme", "tesserocr": "bibliotheque"}[nom]
    return cast(Callable[[], Moteur], import_module(f"{__name__}.{module}").moteur)()


def lire_table(table: dict[str, list[str]]) -> list[Lu]:
    """The words of Tesseract's TSV, given by column."""
    lus = []
    for texte, confiance, *nombres in zip(*(table[c] for c in _COLONNES), strict=True):
        texte, surete = str(texte).strip(), float(confiance)
        if texte and surete >= 0:
            x, y, w, h, bloc, paragraphe, ligne = map(int, nombres)
            lus.append(Lu(texte, min(1.0, surete / 100), (x, y, w, h), (bloc, paragraphe, ligne)))
    return lus
