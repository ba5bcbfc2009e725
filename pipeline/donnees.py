"""Which Tesseract data are read: the better ones that ``make donnees`` installed, else those of the system.

``best_int`` is Tesseract's most exact model, rounded to integers: fewer errors than Debian's ``fast`` for a little more
time (docs/MESURES.md). Nothing needs it and nothing is downloaded at run time.
"""

import os
import sys
from pathlib import Path

DOSSIER = Path(sys.prefix) / "share" / "greffier" / "tessdata"
"""Where ``make donnees`` puts them: in the Python environment that runs greffier."""
X_MEILLEURES, X_SYSTEME = 16, 20
"""Height of a lower-case x, pixels, at which each reads best (docs/MESURES.md): smaller is faster."""


def hauteur_x(langue: str) -> int:
    """The height of a lower-case x, pixels, to which pages are brought for the data of ``langue``."""
    return X_SYSTEME if dossier(langue) is None else X_MEILLEURES


def dossier(langue: str) -> Path | None:
    """The folder of the better data when it holds every language of ``langue`` ("fra", "fra+oci"); else None: the
    system's. A folder set by the user in TESSDATA_PREFIX comes first, so None again.
    """
    if os.environ.get("TESSDATA_PREFIX"):
        return None
    return DOSSIER if all((DOSSIER / f"{x}.traineddata").is_file() for x in langue.split("+")) else None
