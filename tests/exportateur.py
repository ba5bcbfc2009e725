"""The samples read from their frozen pages, and the exports of a registre that holds them."""

import hashlib
import shutil
import subprocess
from pathlib import Path

from fabrique import ECHANTILLONS

from modeles.lecture import Document, Lecture
from outils.figer import PAGES
from pipeline.__main__ import main
from pipeline.chaine import lire_pages
from pipeline.commandes.sorties import SOMMES
from pipeline.registre.depot import decider, deposer
from pipeline.registre.ouverture import ouvrir
from pipeline.registre.travaux import Scan, inscrire

SCANS = ("texte-natif-2023", "telephone-2022")
SLUGS = sorted(p.parent.name for p in ECHANTILLONS.glob("*/pages.json"))


def lecture(slug: str) -> Lecture:
    pages = PAGES.validate_json((ECHANTILLONS / slug / "pages.json").read_bytes())
    sha256 = hashlib.sha256((ECHANTILLONS / slug / "scan.pdf").read_bytes()).hexdigest()
    return lire_pages(pages, Document(nom=f"{slug}.pdf", sha256=sha256, pages=len(pages)))


def deposer_echantillons(url: str) -> None:
    """The registre at ``url``, of the samples; one date settled by a person."""
    with ouvrir(url) as registre:
        for slug in SLUGS:
            lue = lecture(slug)
            inscrire(registre, [Scan(f"/scans/{slug}.pdf", lue.document.sha256, 1)])
            deposer(registre, lue, "0", "Tesseract 5.3.0", 1.0)
        sha256 = lecture(SLUGS[0]).document.sha256
        decider(registre, sha256, "/deliberations/0/seance/date", "2001-02-03", auteur="Léa")


def importer_scans(dossier: Path) -> str:
    """The registre of two scans copied to a new folder, read by Tesseract; its address."""
    dossier.mkdir()
    for nom in SCANS:
        shutil.copy(ECHANTILLONS / nom / "scan.pdf", dossier / f"{nom}.pdf")
    url = f"sqlite:///{dossier.parent}/registre.db"
    assert main(["importer", str(dossier), "--registre", url]) == 0
    return url


def exporter(url: str, destination: Path, format_: str, *options: str) -> int:
    return main(["exporter", str(destination), "--format", format_, "--registre", url, *options])


def sommes_justes(dossier: Path) -> bool:
    subprocess.run(["sha256sum", "-c", "--strict", "--quiet", SOMMES], cwd=dossier, check=True)
    dits = {x[66:] for x in (dossier / SOMMES).read_text().splitlines()}
    return dits == {f.relative_to(dossier).as_posix() for f in dossier.rglob("*") if f.is_file()} - {SOMMES}
