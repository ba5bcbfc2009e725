"""Read the bench and score it: ``python -m outils.banc [BENCH] [--details]``.

The bench is a folder outside this repository: sets of scans (``essais/``, ``reels/``), each scan with its true record
beside it (``<slug>.gold.json``), and ``noter.py``, the scorer. Records are written to ``sorties/banc/<set>/``.
"""

import argparse
import subprocess
import sys
from pathlib import Path

ENSEMBLES = ("essais", "reels")
SORTIES = Path("sorties") / "banc"


def noter(banc: Path, ensemble: str, *, details: bool) -> int:
    """Read one set, all cores, and print its score; the scorer's exit code."""
    sortie = SORTIES / ensemble
    print(f"→ {ensemble} : lecture vers {sortie}/", flush=True)
    lire = [sys.executable, "-m", "pipeline", "lire", str(banc / ensemble), "--sortie", str(sortie)]
    code = subprocess.run(lire, check=False).returncode
    if code > 1:
        print(f"  greffier lire a rendu {code} : les fichiers non lus comptent comme manqués.", flush=True)
    noteur = [sys.executable, str(banc / "noter.py"), str(banc / ensemble), str(sortie)]
    return subprocess.run([*noteur, *(["--details"] if details else [])], check=False).returncode


def main() -> int:
    """0 when every set present was scored."""
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("banc", type=Path, nargs="?", default=Path("../shared/banc"))
    arguments.add_argument("--details", action="store_true", help="list each error")
    options = arguments.parse_args()
    if not (options.banc / "noter.py").is_file():
        print(f"Pas de banc d'essai dans {options.banc} : rien à noter. (No bench there: nothing to score.)")
        return 0
    presents = [e for e in ENSEMBLES if (options.banc / e).is_dir()]
    return max((noter(options.banc, e, details=options.details) for e in presents), default=0)


if __name__ == "__main__":
    sys.exit(main())
