"""Tesseract's program, one process a call, by pytesseract: the default engine."""

import os
import shlex
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

from pipeline import donnees
from pipeline.erreurs import ErreurEnvironnement, ErreurScan
from pipeline.etapes.moteurs import Lu, Moteur, lire_table
from pipeline.reglages import Reglages

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Gris = NDArray[np.uint8]


class Programme:
    def lire(self, pixels: "Gris", dpi: float, psm: int, reglages: Reglages) -> list[Lu]:
        import pytesseract

        langue = reglages.langue
        try:
            with _un_fil():
                sortie = pytesseract.image_to_data(
                    _vers_pillow(pixels), lang=langue, config=_options(langue, psm, dpi),
                    output_type=pytesseract.Output.DICT, timeout=reglages.delai_page,
                )  # fmt: skip
        except pytesseract.TesseractNotFoundError:
            raise ErreurEnvironnement("Tesseract n'est pas installé.") from None
        except pytesseract.TesseractError as erreur:
            if "load" in erreur.message and "lang" in erreur.message:
                raise ErreurEnvironnement(f"Les données de langue « {langue} » de Tesseract manquent.") from None
            raise ErreurScan("La reconnaissance de cette page a échoué.") from None
        except RuntimeError as erreur:
            raise TimeoutError(str(erreur)) from None
        return lire_table(sortie)

    def orienter(self, pixels: "Gris", dpi: float, reglages: Reglages) -> tuple[int, float]:
        import pytesseract

        try:
            with _un_fil():
                sortie = pytesseract.image_to_osd(
                    _vers_pillow(pixels),
                    config=f"--psm 0 --dpi {round(dpi)}",
                    output_type=pytesseract.Output.DICT,
                    timeout=reglages.delai_page,
                )
        except (pytesseract.TesseractError, RuntimeError):
            return 0, 0.0  # too few letters
        return int(sortie["orientation"]), float(sortie["orientation_conf"])


def moteur() -> Moteur:
    return Programme()


def _options(langue: str, psm: int, dpi: float) -> str:
    """Tesseract's command line options."""
    dossier = donnees.dossier(langue)
    choix = f"--psm {psm} --dpi {round(dpi)}"
    return choix if dossier is None else f"{choix} --tessdata-dir {shlex.quote(str(dossier))}"


def _vers_pillow(pixels: "Gris") -> Any:
    from PIL import Image as pillow

    image = pillow.fromarray(pixels)
    image.format = "PPM"  # pytesseract's temporary file: no time lost in compressing it
    return image


@contextmanager
def _un_fil() -> Iterator[None]:
    """One thread a Tesseract process: four times less CPU time."""
    avant = os.environ.get("OMP_THREAD_LIMIT")
    os.environ["OMP_THREAD_LIMIT"] = "1"
    try:
        yield
    finally:
        if avant is None:
            del os.environ["OMP_THREAD_LIMIT"]
        else:
            os.environ["OMP_THREAD_LIMIT"] = avant
