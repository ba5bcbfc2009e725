"""Read the bench and score it: ``python -m outils.banc [BENCH] [--details] [--generes N]``.

The bench is a folder outside this repository: sets of scans (``essais/``, ``reels/``), each scan with its true record
beside it (``<slug>.gold.json``), and ``noter.py``, the scorer. Records are written to ``sorties/banc/lus/<set>/``. To
these are added N documents of each part of the generator (``outils/generateur``): layouts tuned on, and the others.
"""

import argparse
import subprocess
import sys
from pathlib import Path

ENSEMBLES = ("essais", "reels")
PARTS = ("reglage", "mesure", "epreuve", "reserve", "aveugle")
"""Of the generator: a score is quoted from the second, until its faults were looked at."""
SORTIES = Path("sorties") / "banc"


def generer(part: str, combien: int) -> Path:
    """The documents of a part of the generator, drawn anew."""
    dossier = SORTIES / f"genere-{part}"
    commande = [sys.executable, "-m", "outils.generateur", str(dossier), "--combien", str(combien), "--part", part]
    subprocess.run(commande, check=True, capture_output=True)
    return dossier


def noter(noteur: Path, dossier: Path, *, details: bool) -> int:
    """Read one set, all cores, and print its score; the scorer's exit code."""
    sortie = SORTIES / "lus" / dossier.name
    print(f"→ {dossier.name} : lecture vers {sortie}/", flush=True)
    lire = [sys.executable, "-m", "pipeline", "lire", str(dossier), "--sortie", str(sortie)]
    code = subprocess.run(lire, check=False).returncode
    if code > 1:
        print(f"  greffier lire a rendu {code} : les fichiers non lus comptent comme manqués.", flush=True)
    commande = [sys.executable, str(noteur), str(dossier), str(sortie), *(["--details"] if details else [])]
    return subprocess.run(commande, check=False).returncode


def main() -> int:
    """0 when every set present was scored."""
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("banc", type=Path, nargs="?", default=Path("../shared/banc"))
    arguments.add_argument("--details", action="store_true", help="list each error")
    arguments.add_argument("--generes", type=int, default=40, help="documents generated for each part; 0: none")
    options = arguments.parse_args()
    if not (options.banc / "noter.py").is_file():
        print(f"Pas de banc d'essai dans {options.banc} : rien à noter. (No bench there: nothing to score.)")
        return 0
    dossiers = [options.banc / e for e in ENSEMBLES if (options.banc / e).is_dir()]
    dossiers += [generer(part, options.generes) for part in PARTS] if options.generes else []
    return max((noter(options.banc / "noter.py", d, details=options.details) for d in dossiers), default=0)


if __name__ == "__main__":
    sys.exit(main())
