"""What an export costs: ``python -m outils.banc_exports [--fiches N] [--formats jsonl,jeu,...] [--registre FICHIER]``.

A registre of at least N records is made of the readings of the samples (their OCR is frozen in ``echantillons/``),
each copy a scan of its own, of another body and another day; ``--registre`` keeps it for the next run. Each format is
exported twice, then a third time under a SIGKILL in its middle. Prints, for each: records a second (the whole command),
the highest memory of its processes (MiB), whether both runs gave the same bytes, and whether the kill left the former
export.
"""

import argparse
import datetime
import signal
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import psutil

from modeles.lecture import Document, Lecture
from outils.figer import PAGES
from pipeline.chaine import lire_pages
from pipeline.commandes.sorties import SOMMES
from pipeline.registre.depot import deposer
from pipeline.registre.ouverture import ouvrir
from pipeline.registre.travaux import Scan, inscrire

ECHANTILLONS = Path("echantillons")
CORPS = 400
"""Bodies that the copies are shared between."""
PERIODE = 0.02


class Passage(NamedTuple):
    """One run of the command. ``memoire``: MiB."""

    secondes: float
    memoire: float
    code: int


def lectures() -> list[Lecture]:
    """Of the samples."""
    lues = []
    for dossier in sorted(p.parent for p in ECHANTILLONS.glob("*/pages.json")):
        pages = PAGES.validate_json((dossier / "pages.json").read_bytes())
        lues.append(lire_pages(pages, Document(nom=f"{dossier.name}.pdf", sha256="0" * 64, pages=len(pages))))
    return lues


def copies(modeles: list[Lecture], fiches: int) -> Iterator[Lecture]:
    """As many documents as it takes to have this many records."""
    faites = rang = 0
    while faites < fiches:
        lue = modeles[rang % len(modeles)]
        sha256 = f"{rang * 0x9E3779B97F4A7C15 % (1 << 64):016x}" * 4
        ecart = datetime.timedelta(days=7 * (rang // len(modeles) % 1500))
        corps = f" {rang % CORPS}"
        actes = tuple(
            a.model_copy(
                update={
                    "seance": a.seance.model_copy(update={"date": a.seance.date and a.seance.date - ecart}),
                    "collectivite": a.collectivite
                    and a.collectivite.model_copy(update={"nom": a.collectivite.nom and a.collectivite.nom + corps}),
                }
            )
            for a in lue.deliberations
        )
        document = lue.document.model_copy(update={"sha256": sha256, "nom": f"{rang}.pdf"})
        yield lue.model_copy(update={"document": document, "deliberations": actes})
        faites, rang = faites + len(actes), rang + 1


def remplir(fichier: Path, fiches: int) -> None:
    """Make the registre."""
    with ouvrir(f"sqlite:///{fichier}") as registre:
        for lue in copies(lectures(), fiches):
            inscrire(registre, [Scan(f"/scans/{lue.document.nom}", lue.document.sha256, 1)])
            deposer(registre, lue, "0", "Tesseract 5.3.0", 1.0)


def lancer(fichier: Path, destination: Path, format_: str, tuer_apres: float | None = None) -> Passage:
    """Export; killed after so many seconds, if said."""
    commande = [sys.executable, "-m", "pipeline", "exporter", str(destination), "--format", format_,
                "--registre", f"sqlite:///{fichier}"]  # fmt: skip
    debut, sommet = time.monotonic(), 0
    processus = psutil.Popen(commande, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    fini = threading.Event()

    def suivre() -> None:
        nonlocal sommet
        while not fini.wait(PERIODE):
            sommet = max(sommet, _memoire(processus))
            if tuer_apres is not None and time.monotonic() - debut > tuer_apres:
                processus.send_signal(signal.SIGKILL)
                return

    fil = threading.Thread(target=suivre)
    fil.start()
    code = processus.wait()
    fini.set()
    fil.join()
    return Passage(time.monotonic() - debut, sommet / (1 << 20), code)


def _memoire(processus: psutil.Popen) -> int:
    """Resident bytes of the process and of its children."""
    total = 0
    try:
        for p in (processus, *processus.children(recursive=True)):
            total += p.memory_info().rss
    except psutil.NoSuchProcess:
        pass
    return total


def mesurer(fichier: Path, dossier: Path, format_: str, fiches: int) -> str:
    """The line of one format."""
    un, deux = (lancer(fichier, dossier / f"{format_}-{n}", format_) for n in (1, 2))
    if un.code not in (0, 1) or deux.code not in (0, 1):
        return f"{format_:6} a échoué (codes {un.code} et {deux.code})"
    ancien, autre = (dossier / f"{format_}-{n}" for n in (1, 2))
    sommes = (ancien / SOMMES).read_bytes()
    pareils = sommes == (autre / SOMMES).read_bytes()
    tue = lancer(fichier, ancien, format_, tuer_apres=un.secondes / 2)
    lus = subprocess.run(["sha256sum", "-c", "--quiet", SOMMES], cwd=ancien, check=False).returncode == 0
    intact = tue.code == -signal.SIGKILL and lus and (ancien / SOMMES).read_bytes() == sommes
    dit = {True: "oui", False: "NON"}
    return (f"{format_:6} {fiches / min(un.secondes, deux.secondes):7.0f} fiches/s  "
            f"{max(un.memoire, deux.memoire):5.0f} Mio  mêmes octets : {dit[pareils]}  "
            f"après SIGKILL, l'ancien entier : {dit[intact]}")  # fmt: skip


def main() -> int:
    """0 when every format was measured."""
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("--fiches", type=int, default=100_000)
    arguments.add_argument("--formats", default="jsonl,json,scdl,jeu")
    arguments.add_argument("--registre", type=Path, help="made if it is not there")
    options = arguments.parse_args()
    with tempfile.TemporaryDirectory() as dossier:
        fichier = options.registre or Path(dossier) / "registre.db"
        if not fichier.exists():
            remplir(fichier, options.fiches)
        with ouvrir(f"sqlite:///{fichier}", creer=False) as registre, registre.moteur.connect() as cx:
            fiches = cx.exec_driver_sql("SELECT count(*) FROM actes").scalar_one()
        print(f"{fiches} fiches, registre de {fichier.stat().st_size >> 20} Mio", flush=True)
        for format_ in options.formats.split(","):
            print(mesurer(fichier, Path(dossier), format_, fiches), flush=True)
    return 0


if __name__ == "__main__":
    sys.exit(main())
