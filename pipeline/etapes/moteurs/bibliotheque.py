"""Tesseract inside the process, by tesserocr (the extra ``[rapide]``): its data are loaded once."""

import csv
import os
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from pipeline import donnees
from pipeline.erreurs import ErreurEnvironnement
from pipeline.etapes.moteurs import Lu, Moteur, lire_table
from pipeline.reglages import Reglages

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Gris = NDArray[np.uint8]

_EN_TETE = (
    *("level", "page_num", "block_num", "par_num", "line_num", "word_num"),
    *("left", "top", "width", "height", "conf", "text"),
)
"""Columns of Tesseract's TSV, which the library writes without their names."""


class Bibliotheque:
    def lire(self, pixels: "Gris", dpi: float, psm: int, reglages: Reglages) -> list[Lu]:
        api = _api(reglages.langue, donnees.dossier(reglages.langue) or _systeme(reglages.langue))
        api.SetPageSegMode(psm)
        _montrer(api, pixels, dpi)
        try:
            if not api.Recognize(1000 * reglages.delai_page):
                raise TimeoutError
            lignes = [x for x in api.GetTSVText(0).split("\n") if x]
        finally:
            api.Clear()
        rangees = list(csv.reader(lignes, delimiter="\t", quoting=csv.QUOTE_NONE))
        return lire_table({nom: [r[i] for r in rangees] for i, nom in enumerate(_EN_TETE)})

    def orienter(self, pixels: "Gris", dpi: float, reglages: Reglages) -> tuple[int, float]:
        api = _api("osd", _systeme("osd"))
        api.SetPageSegMode(0)
        _montrer(api, pixels, dpi)
        vu = api.DetectOrientationScript()
        api.Clear()
        return (int(vu["orient_deg"]), float(vu["orient_conf"])) if vu else (0, 0.0)


@cache
def moteur() -> Moteur:
    """One engine a process: it keeps its data."""
    try:
        import tesserocr  # noqa: F401
    except ImportError:
        raise ErreurEnvironnement(
            "Le moteur « tesserocr » n'est pas installé.", "Installez-le : pip install 'greffier[rapide]'."
        ) from None
    return Bibliotheque()


@cache
def _api(langue: str, dossier: Path) -> Any:
    import tesserocr

    try:
        return tesserocr.PyTessBaseAPI(
            path=str(dossier), lang=langue, oem=tesserocr.OEM.LSTM_ONLY if langue != "osd" else 0
        )
    except RuntimeError:
        raise ErreurEnvironnement(f"Les données de langue « {langue} » de Tesseract manquent.") from None


def _systeme(langue: str) -> Path:
    """The folder of the system's data that has every language of ``langue``."""
    choisi = os.environ.get("TESSDATA_PREFIX")
    dossiers = [Path(choisi)] if choisi else sorted(Path("/usr/share").glob("tesseract-ocr/*/tessdata"), reverse=True)
    for dossier in (*dossiers, Path("/usr/share/tessdata"), Path("/usr/local/share/tessdata")):
        if all((dossier / f"{x}.traineddata").is_file() for x in langue.split("+")):
            return dossier
    raise ErreurEnvironnement(f"Les données de langue « {langue} » de Tesseract manquent.")


def _montrer(api: Any, pixels: "Gris", dpi: float) -> None:
    import numpy as np

    haut, large = pixels.shape
    api.SetImageBytes(np.ascontiguousarray(pixels).tobytes(), large, haut, 1, large)
    api.SetSourceResolution(round(dpi))
