"""Hostile entries of a folder: what is not a regular file, and names."""

import os
from collections.abc import Callable
from pathlib import Path

from hostiles.ecriture import TEXTE, Hostile, ecrire, pdf, une_page
from pipeline.erreurs import ErreurDeliberation, ScanIllisible, ScanIntrouvable, ScanTropGrand, ScanVide

SAIN = pdf(une_page(TEXTE))


def vers(cible: str) -> Callable[[Path], None]:
    """A link."""
    return lambda chemin: chemin.symlink_to(cible)


def creuser(chemin: Path) -> None:
    """A terabyte that holds nothing."""
    chemin.write_bytes(SAIN)
    os.truncate(chemin, 1 << 40)


def interdire(chemin: Path) -> None:
    chemin.write_bytes(SAIN)
    chemin.chmod(0)


def boucler(chemin: Path) -> None:
    autre = chemin.with_name("boucle-retour.lien")
    chemin.symlink_to(autre)
    autre.symlink_to(chemin)


_NOMS = (
    "deux\nlignes.pdf",
    "-rf.pdf",
    "--sortie=x.pdf",
    "\x1b[31m\x07.pdf",
    "..pdf",
    "a'; touch intrus; '.pdf",
    "$(touch intrus).pdf",
    "n" * 251 + ".pdf",
    "%s%n{0}.pdf",
    "espace .pdf",
)
"""Names that a shell, a terminal or a careless join would take for something else."""

_TOUS: tuple[tuple[str, Callable[[Path], None], type[ErreurDeliberation] | None, str], ...] = (
    ("vide.pdf", ecrire(lambda: b""), ScanVide, "vide"),
    ("hasard.pdf", ecrire(lambda: os.urandom(50_000)), ScanIllisible, "ni un PDF"),
    ("hasard-pdf.pdf", ecrire(lambda: b"%PDF-1.4\n" + os.urandom(50_000)), ScanIllisible, "endommagé"),
    ("blancs.pdf", ecrire(lambda: b" \n" * 30_000), ScanIllisible, "ni un PDF"),
    ("texte.pdf", ecrire(lambda: "Délibération du conseil".encode()), ScanIllisible, "ni un PDF"),
    (
        "page-web.pdf",
        ecrire(lambda: b"<html><img src=http://127.0.0.1:65535/appel></html>"),
        ScanIllisible,
        "ni un PDF",
    ),
    ("zeros.tif", ecrire(lambda: bytes(1 << 20)), ScanIllisible, "ni un PDF"),
    ("dossier.pdf", lambda chemin: chemin.mkdir(), ScanVide, "dossier"),
    ("teraoctet.pdf", creuser, ScanTropGrand, "8 Go"),
    ("interdit.pdf", interdire, ScanIntrouvable if os.geteuid() else None, "droit" if os.geteuid() else ""),
    ("pas-utf8-\udcff.pdf", ecrire(lambda: SAIN), ScanIntrouvable, "UTF-8"),
    ("tube.pdf", lambda chemin: os.mkfifo(chemin), ScanIntrouvable, "fichier ordinaire"),
    ("boucle.pdf", boucler, ScanIntrouvable, "boucle|n'existe pas|lu"),
    ("mots-de-passe.pdf", vers("/etc/passwd"), ScanIllisible, "ni un PDF"),
    ("zero-sans-fin.pdf", vers("/dev/zero"), ScanIntrouvable, "fichier ordinaire"),
    ("memoire.pdf", vers("/proc/self/mem"), ScanIntrouvable, "ne peut pas lire"),
    ("pendant.pdf", vers("absent/nulle-part.pdf"), ScanIntrouvable, "n'existe pas"),
    *((nom, ecrire(lambda: SAIN), None, "") for nom in _NOMS),
)

ENTREES = tuple(Hostile(*x) for x in _TOUS)
