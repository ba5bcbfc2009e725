"""What a page's OCR and a reading depend on, as digests: as long as they stay, so does what was made."""

import hashlib
import json
from functools import cache
from importlib import metadata
from pathlib import Path

from pipeline import donnees, installation
from pipeline.reglages import Reglages

RECONNAISSANCE = 1
"""To be raised with each change of steps 1 and 2 that makes another page of the same image: pages kept before it are
then recognised again."""
_RACINE = Path(__file__).parent.parent
_SANS_EFFET = frozenset({"moteur", "pages_max", "memoire_max", "delai_document", "delai_page"})
"""Settings that change no page that was read: the engine is named by ``moteur``, the others are limits."""


@cache
def moteur(reglages: Reglages) -> str:
    """The engines that read a page and their versions: "tesseract 5.3.0 (fra, système) + rapidocr 3.10"."""
    controles = {c.nom: c for c in installation.controler(reglages.langue)}
    version = next((c.detail for nom, c in controles.items() if nom.startswith("Tesseract (")), "")
    meilleures = donnees.dossier(reglages.langue)
    nom = f"{reglages.moteur} {version} ({reglages.langue}, {'best_int' if meilleures else 'système'})"
    second = next(c for nom, c in controles.items() if nom.startswith("RapidOCR"))
    double = second.present if reglages.double is None else reglages.double
    return f"{nom} + rapidocr {second.detail}" if double else nom


@cache
def ocr(reglages: Reglages) -> str:
    """Digest (hex) of all that makes a page's OCR besides its image: engines, data, settings."""
    utiles = {k: v for k, v in reglages.model_dump(mode="json").items() if k not in _SANS_EFFET}
    dossier = donnees.dossier(reglages.langue)
    fichiers = sorted(dossier.glob("*.traineddata")) if dossier else []
    langue = [hashlib.sha256(f.read_bytes()).hexdigest() for f in fichiers]
    tout = json.dumps([RECONNAISSANCE, moteur(reglages), utiles, langue], sort_keys=True, ensure_ascii=False)
    return hashlib.sha256(tout.encode()).hexdigest()


@cache
def lecteur() -> str:
    """The version of this program, and a digest of its grammar and tables: "0.1.0+3f2a9c1b04d7"."""
    condense = hashlib.sha256()
    for dossier, motif in (("modeles", "*.py"), ("pipeline", "**/*.py"), ("corrections", "*")):
        for fichier in sorted((_RACINE / dossier).glob(motif)):
            if fichier.suffix in (".py", ".tsv"):
                condense.update(fichier.relative_to(_RACINE).as_posix().encode() + b"\0" + fichier.read_bytes())
    try:
        version = metadata.version("greffier")
    except metadata.PackageNotFoundError:
        version = "0"
    return f"{version}+{condense.hexdigest()[:12]}"
