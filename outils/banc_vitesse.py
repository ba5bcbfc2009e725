"""What an import costs: ``python -m outils.banc_vitesse [--bases N] [--copies N] [--graine G]``.

``--bases`` generated scans of many layouts, each in ``--copies`` versions whose pages differ by a few pixels: as many
documents to read, and every block of ``--bases`` documents costs the same work. In one run: ``tesseract`` alone (a
process a core, one thread) and ``ocrmypdf --jobs`` (every core) on the first block; ``greffier lire``, ``greffier
importer``, the import again and ``greffier relire-tout`` on all. CPU and pages a minute are ratios, since a bare time
says nothing on a noisy machine; memory is the highest of the process that directs and of the others.
"""

import argparse
import json
import os
import re
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any, NamedTuple

import psutil
from PIL import Image

from outils.banc_ocr.lecteurs import UN_FIL, cpu

COEURS = len(os.sched_getaffinity(0))
Ecouter = Callable[[dict[str, Any], psutil.Popen], None]


class Mesure(NamedTuple):
    """One command, or many of the same program."""

    pages: int
    secondes: float
    cpu: float
    directeur: float
    """Highest resident memory of the command's first process, MiB."""
    autres: float
    """Highest of any process that it started, MiB."""


class Couts(NamedTuple):
    """CPU seconds of an import so far, by who spent them."""

    directeur: float
    lecteurs: float
    programmes: float
    """Tesseract and poppler, that the readers start."""


def lancer(*commande: str | Path, ecouter: Ecouter | None = None) -> tuple[float, float]:
    """Run a command; the highest memory of it and of its processes, MiB. ``ecouter`` hears each JSON line of it."""
    sortie = subprocess.DEVNULL if ecouter is None else subprocess.PIPE
    processus = psutil.Popen([str(x) for x in commande], stdout=sortie, stderr=subprocess.DEVNULL, env=UN_FIL)
    sommets = [0.0, 0.0]
    fini = threading.Event()

    def regarder() -> None:
        while not fini.wait(0.2):
            try:
                sommets[0] = max(sommets[0], processus.memory_info().rss / 2**20)
                for enfant in processus.children(recursive=True):
                    sommets[1] = max(sommets[1], enfant.memory_info().rss / 2**20)
            except psutil.Error:
                continue

    veille = threading.Thread(target=regarder)
    veille.start()
    if ecouter is not None:
        for ligne in processus.stdout:
            ecouter(json.loads(ligne), processus)
    processus.wait()
    fini.set()
    veille.join()
    return sommets[0], sommets[1]


def mesurer(pages: int, faire: Callable[[], tuple[float, float]]) -> Mesure:
    debut, avant = time.monotonic(), cpu()
    sommets = faire()
    return Mesure(pages, time.monotonic() - debut, cpu() - avant, *sommets)


def tesseract(images: Path) -> tuple[float, float]:
    """The images of the pages, drawn beforehand at 300 dpi."""
    with ThreadPoolExecutor(COEURS) as fils:
        sommets = list(
            fils.map(lambda i: lancer("tesseract", i, "-", "-l", "fra", "--dpi", "300"), sorted(images.iterdir()))
        )
    return max(s[0] for s in sommets), 0.0


def ocrmypdf(scans: Path, sortie: Path) -> tuple[float, float]:
    sortie.mkdir()
    sommets = [
        lancer("ocrmypdf", "-l", "fra", "--force-ocr", "--jobs", str(COEURS), f, sortie / f.name)
        for f in sorted(scans.iterdir())
    ]
    return max(s[0] for s in sommets), max(s[1] for s in sommets)


def greffier(*arguments: str | Path, ecouter: Ecouter | None = None) -> tuple[float, float]:
    return lancer(sys.executable, "-m", "pipeline", *arguments, ecouter=ecouter)


class Releve:
    """What an import has cost, each time that a document is done."""

    def __init__(self) -> None:
        self.actes = 0
        self.totaux: list[float] = []
        self.directeur = 0.0
        self.autres: dict[int, tuple[float, float]] = {}
        """Process id -> CPU of its own, CPU of the programs it waited for."""

    def __call__(self, evenement: dict[str, Any], processus: psutil.Popen) -> None:
        if evenement["evenement"] != "document":
            return
        self.actes += evenement.get("actes", 0)
        temps = processus.cpu_times()
        self.directeur = temps.user + temps.system
        for enfant in processus.children():
            temps = enfant.cpu_times()
            self.autres[enfant.pid] = (temps.user + temps.system, temps.children_user + temps.children_system)
        self.totaux.append(sum(self.couts()))

    def couts(self) -> Couts:
        propres, programmes = (sum(x) for x in zip(*self.autres.values(), strict=True))
        return Couts(self.directeur, propres, programmes)

    def croissance(self, bloc: int, blocs: int) -> tuple[float, float]:
        """CPU a document of the last ``blocs`` blocks, and of the first block with the start, over that of the
        ``blocs`` that follow the first."""
        debut = (self.totaux[(1 + blocs) * bloc - 1] - self.totaux[bloc - 1]) / blocs
        fin = (self.totaux[-1] - self.totaux[-1 - blocs * bloc]) / blocs
        return fin / debut, self.totaux[bloc - 1] / debut


def preparer(temp: Path, bases: int, copies: int, graine: int) -> int:
    """``scans/`` (a folder a copy) and ``images/`` (the pages of the first, at 300 dpi); how many pages a copy has."""
    brut = temp / "brut"
    for rang, part in enumerate(("reglage", "mesure")):
        combien = (bases + 1 - rang) // 2
        subprocess.run(
            [sys.executable, "-m", "outils.generateur", brut / part, "--graine", str(graine), "--part", part,
             "--combien", str(combien)], check=True, stdout=subprocess.DEVNULL,
        )  # fmt: skip
    (temp / "images").mkdir()
    pages = 0
    for pdf in sorted(brut.rglob("*.pdf")):
        subprocess.run(["pdftoppm", "-r", "300", "-gray", "-png", pdf, temp / "images" / pdf.stem], check=True)
        pages += _copier(pdf, temp / "scans", copies)
    return pages


def _copier(pdf: Path, scans: Path, copies: int) -> int:
    """The scan at its own resolution, once a copy, with a small square in another grey each time; how many pages."""
    liste = subprocess.run(["pdfimages", "-list", pdf], check=True, capture_output=True, text=True).stdout
    points = max(map(int, re.findall(r"\s(\d+)\s+\d+\s+[\d.]+[KMB]?\s+[\d.]+%$", liste, re.MULTILINE)), default=200)
    with tempfile.TemporaryDirectory() as dossier:
        subprocess.run(["pdftoppm", "-r", str(points), "-gray", "-png", pdf, f"{dossier}/p"], check=True)
        images = [Image.open(f).convert("L") for f in sorted(Path(dossier).iterdir())]
    for copie in range(copies):
        for image in images:
            image.paste(255 - copie, (0, 0, 16, 16))
        (scans / f"{copie:03d}").mkdir(parents=True, exist_ok=True)
        images[0].save(
            scans / f"{copie:03d}" / pdf.name, save_all=True, append_images=images[1:], resolution=points, quality=85
        )
    return len(images)


def main() -> int:
    """Print a Markdown table and the figures under it; 0."""
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("--bases", type=int, default=20)
    arguments.add_argument("--copies", type=int, default=5)
    arguments.add_argument("--graine", type=int, default=3000)
    options = arguments.parse_args()
    releve = Releve()
    with tempfile.TemporaryDirectory() as dossier:
        temp = Path(dossier)
        bloc = preparer(temp, options.bases, options.copies, options.graine)
        tout, scans, registre = bloc * options.copies, temp / "scans", ("--registre", f"{temp}/registre.db")
        mesures = {
            "tesseract": mesurer(bloc, lambda: tesseract(temp / "images")),
            "ocrmypdf": mesurer(bloc, lambda: ocrmypdf(scans / "000", temp / "ocr")),
            "greffier lire": mesurer(tout, lambda: greffier("lire", scans, "--sortie", temp / "json")),
            "greffier importer": mesurer(
                tout, lambda: greffier("importer", scans, "--json", *registre, ecouter=releve)
            ),
            "greffier importer, rien de neuf": mesurer(tout, lambda: greffier("importer", scans, *registre)),
            "greffier relire-tout": mesurer(tout, lambda: greffier("relire-tout", *registre)),
        }  # fmt: skip
    afficher(mesures, releve, options.bases, options.copies)
    return 0


def afficher(mesures: dict[str, Mesure], releve: Releve, bases: int, copies: int) -> None:
    base, ocr = mesures["tesseract"], mesures["ocrmypdf"]
    pages = mesures["greffier importer"].pages
    print(f"{bases * copies} documents ({bases} in {copies} copies), {pages} pages, {COEURS} cores\n")
    print("| | pages a minute, OCRmyPDF = 1 | CPU a page, tesseract = 1 | memory: directs, others (MiB) |")
    print("|---|---|---|---|")
    for nom, m in mesures.items():
        cadence = m.pages / m.secondes * ocr.secondes / ocr.pages
        cout = m.cpu / m.pages * base.pages / base.cpu
        print(f"| {nom} | {cadence:.2f} | {cout:.2f} | {m.directeur:.0f}, {m.autres:.0f} |")
    tout, relu, couts = mesures["greffier importer"], mesures["greffier relire-tout"], releve.couts()
    print(f"\nimport / sum of lire, CPU: {tout.cpu / mesures['greffier lire'].cpu:.3f}")
    blocs = max(1, (copies - 1) // 4)
    croissance, premier = releve.croissance(bases, blocs)
    print(f"CPU a document, last {blocs * bases} / documents {bases + 1} to {(1 + blocs) * bases}: {croissance:.3f}")
    print(f"CPU a document, first {bases}, start included / those: {premier:.3f}")
    print(f"acts read again a second a core, start included: {releve.actes / relu.secondes / COEURS:.1f}")
    somme = sum(couts)
    print("share of the CPU of the import:")
    print(f"- Tesseract and poppler: {couts.programmes / somme:.1%}")
    print(f"- the readers: {couts.lecteurs / somme:.1%}, of which steps 3 to 6 (relire-tout): {relu.cpu / somme:.1%}")
    print(f"- the registre, and directing: {couts.directeur / somme:.1%}")


if __name__ == "__main__":
    sys.exit(main())
