"""RapidOCR's recognition network (the extra ``[double]``): a second opinion on a line, by another kind of engine."""

from collections.abc import Sequence
from functools import cache
from importlib.util import find_spec
from typing import TYPE_CHECKING, Any

from pipeline.erreurs import ErreurEnvironnement

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Gris = NDArray[np.uint8]


def lire_lignes(lignes: Sequence["Gris"]) -> list[tuple[str, float]]:
    """The text of each line, given as grey pixels, and how sure the engine is of it (0 to 1).

    Raises ErreurEnvironnement when the extra is not installed. Its models are in its wheel; nothing is fetched.
    """
    import cv2

    moteur = _moteur()
    sorties = []
    for ligne in lignes:
        lu = moteur(cv2.cvtColor(ligne, cv2.COLOR_GRAY2BGR), use_det=False, use_cls=False, use_rec=True)
        sorties.append((str(lu.txts[0]), float(lu.scores[0])) if lu.txts else ("", 0.0))
    return sorties


@cache
def est_installe() -> bool:
    """Whether the extra is installed; nothing is loaded."""
    return all(find_spec(nom) for nom in ("rapidocr", "onnxruntime"))


@cache
def _moteur() -> Any:
    try:
        from rapidocr import RapidOCR
    except ImportError:
        raise ErreurEnvironnement(
            "Le second lecteur (RapidOCR) n'est pas installé.", "Installez-le : pip install 'greffier[double]'."
        ) from None
    return RapidOCR(params={"Global.log_level": "error", "EngineConfig.onnxruntime.intra_op_num_threads": 1})
