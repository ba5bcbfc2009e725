"""Invented deliberations with their true records.

``python -m outils.generateur DOSSIER [--graine N] [--combien N] [--part PART]`` writes ``<nom>.pdf`` and
``<nom>.gold.json``, which a scorer of records reads. ``--dispositions`` lists the layouts and their parts.
"""

import argparse
import json
import sys
from pathlib import Path

from outils.generateur.composer import composer
from outils.generateur.dispositions import PARTS, lister
from outils.generateur.scan import condition, numeriser


def ecrire(dossier: Path, graine: int, part: str) -> str:
    """One document; its line for the log."""
    document = composer(graine, part)
    nom = f"{part}{graine:05d}"
    numeriser(document, dossier / f"{nom}.pdf")
    contenu = json.dumps(document.gold, ensure_ascii=False, indent=1)
    (dossier / f"{nom}.gold.json").write_text(contenu + "\n", encoding="utf-8")
    return f"{nom} {document.annee} {condition(document)} " + " ".join(f"{n}={d}" for n, d in document.choix.items())


def main() -> int:
    """0 when everything was written."""
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("dossier", type=Path, nargs="?")
    arguments.add_argument("--graine", type=int, default=1)
    arguments.add_argument("--combien", type=int, default=25)
    arguments.add_argument("--part", choices=tuple(PARTS), default="tout")
    arguments.add_argument("--dispositions", action="store_true", help="list the layouts and stop")
    options = arguments.parse_args()
    if options.dispositions:
        for notion, nom, part in lister(options.part):
            print(f"{notion:14} {nom:28} {part}")
        return 0
    if options.dossier is None:
        arguments.error("DOSSIER manque")
    options.dossier.mkdir(parents=True, exist_ok=True)
    for graine in range(options.graine, options.graine + options.combien):
        print(ecrire(options.dossier, graine, options.part), flush=True)
    return 0


if __name__ == "__main__":
    sys.exit(main())
