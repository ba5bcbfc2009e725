"""Pages a minute and CPU, on two cores, in one run: ``python -m outils.banc_ocr.vitesse [--documents N]``.

Clean 300 dpi scans, six pages a document: ``tesseract`` alone (one thread a page, two pages at a time), OCRmyPDF with
and without cleaning (two jobs), ``greffier lire`` (the whole command: records too, two processes). Only ratios of one
run mean something.
"""

import argparse
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Mapping
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from outils.banc_ocr.__main__ import preparer
from outils.banc_ocr.lecteurs import UN_FIL, cpu

PAGES = 6


def _lancer(*commande: str | Path) -> None:
    subprocess.run([str(x) for x in commande], check=False, capture_output=True, env=UN_FIL)


def tesseract(scans: list[Path], dossier: Path) -> None:
    """Each embedded image, extracted beforehand by pdfimages: its time is not counted for much."""
    for scan in scans:
        _lancer("pdfimages", "-j", scan, dossier / scan.stem)
    with ThreadPoolExecutor(2) as fils:
        list(fils.map(lambda i: _lancer("tesseract", i, "-", "-l", "fra", "--dpi", "300"), sorted(dossier.iterdir())))


def ocrmypdf(*options: str) -> Callable[[list[Path], Path], None]:
    def lire(scans: list[Path], dossier: Path) -> None:
        for scan in scans:
            _lancer("ocrmypdf", "-l", "fra", "--jobs", "2", *options, scan, dossier / scan.name)

    return lire


def greffier(*options: str) -> Callable[[list[Path], Path], None]:
    def lire(scans: list[Path], dossier: Path) -> None:
        _lancer(sys.executable, "-m", "pipeline", "lire", *options, *scans, "--sortie", dossier / "json/")

    return lire


LECTEURS: Mapping[str, Callable[[list[Path], Path], None]] = {
    "tesseract": tesseract,
    "ocrmypdf": ocrmypdf(),
    "ocrmypdf --deskew --clean": ocrmypdf("--deskew", "--clean"),
    "greffier lire": greffier(),
    "greffier lire --sans-double": greffier("--sans-double"),
    "greffier lire --moteur tesserocr": greffier("--moteur", "tesserocr"),
    "greffier lire --moteur tesserocr --sans-double": greffier("--moteur", "tesserocr", "--sans-double"),
}


def main() -> int:
    """Print a Markdown table; 0."""
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("--documents", type=int, default=4)
    combien = arguments.parse_args().documents
    mesures = {}
    with tempfile.TemporaryDirectory() as temp:
        scans = [Path(temp) / f"scan{n}.pdf" for n in range(combien)]
        for rang, scan in enumerate(scans):
            shutil.copy(preparer(900 + 10 * rang, PAGES, "propre"), scan)
        for nom, lire in LECTEURS.items():
            dossier = Path(temp) / nom.replace(" ", "_")
            dossier.mkdir()
            horloge, avant = time.monotonic(), cpu()
            lire(scans, dossier)
            mesures[nom] = (time.monotonic() - horloge, cpu() - avant)
    print(
        "| | pages a minute, OCRmyPDF = 1 | OCRmyPDF with cleaning = 1 | CPU a page, tesseract = 1 |\n|---|---|---|---|"
    )
    for nom, (temps, cpus) in mesures.items():
        rapports = [mesures[x][0] / temps for x in ("ocrmypdf", "ocrmypdf --deskew --clean")]
        print(f"| {nom} | {rapports[0]:.2f} | {rapports[1]:.2f} | {cpus / mesures['tesseract'][1]:.2f} |")
    return 0


if __name__ == "__main__":
    sys.exit(main())
