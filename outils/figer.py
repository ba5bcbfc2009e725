"""Freeze the OCR of the samples, and time what comes after: ``python -m outils.figer [--mesurer] [slug ...]``.

``echantillons/<slug>/pages.json`` holds the pages as ``chaine.lire_images`` gives them (words, boxes in points,
confidences). A change of grammar is tried on them in a second; only a change of images or OCR needs the scans again.
"""

import argparse
import statistics
import sys
import time
from pathlib import Path

from pydantic import TypeAdapter

from modeles.lecture import Lecture
from modeles.page import Page
from pipeline import chaine
from pipeline.commandes.sorties import fichier_entier
from pipeline.reglages import Reglages

ECHANTILLONS = Path("echantillons")
FIGE = "pages.json"
PAGES = TypeAdapter(tuple[Page, ...])


def figer(dossier: Path) -> Path:
    """Read one sample's scan and write its pages; the file written."""
    pages = chaine.lire_images(dossier / "scan.pdf", Reglages())
    sortie = dossier / FIGE
    with fichier_entier(sortie) as ecrire:
        ecrire(PAGES.dump_json(pages).decode() + "\n")
    return sortie


def relire(dossier: Path) -> Lecture:
    """The records of a sample from its frozen pages: no image, no Tesseract."""
    pages = PAGES.validate_json((dossier / FIGE).read_bytes())
    return chaine.lire_pages(pages, chaine.decrire(dossier / "scan.pdf", len(pages)))


def mesurer(dossiers: list[Path], tours: int = 5) -> None:
    """Print the seconds spent after OCR, each sample read ``tours`` times, spaCy already loaded."""
    relire(dossiers[0])
    medianes = []
    for dossier in dossiers:
        durees = []
        for _ in range(tours):
            debut = time.perf_counter()
            relire(dossier)
            durees.append(time.perf_counter() - debut)
        medianes.append(statistics.median(durees))
        print(f"{dossier.name:28} {medianes[-1]:.3f} s")
    print(f"{'médiane':28} {statistics.median(medianes):.3f} s")


def main() -> int:
    """0 when every sample asked for was done."""
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("slug", nargs="*", help="samples; all of them when none is named")
    arguments.add_argument("--mesurer", action="store_true", help="time the reading of the frozen pages")
    options = arguments.parse_args()
    dossiers = [ECHANTILLONS / s for s in options.slug] or sorted(p.parent for p in ECHANTILLONS.glob("*/scan.pdf"))
    if options.mesurer:
        mesurer(dossiers)
    else:
        for dossier in dossiers:
            print(figer(dossier))
    return 0


if __name__ == "__main__":
    sys.exit(main())
