"""The table ``corrections/collectivites.tsv``: ``python -m outils.collectivites DOSSIER_DU_PAQUET``.

Made from the npm package @etalab/decoupage-administratif (6.0.0), from the Code officiel géographique (INSEE) and
Banatic (DGCL), Licence Ouverte 2.0. Bodies by SIREN: the communes of today, and the EPCI with own taxation.
"""

import argparse
import json
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

TABLE = Path("corrections") / "collectivites.tsv"
ENTETE = """\
# Communes et EPCI à fiscalité propre, par SIREN : Code officiel géographique (INSEE) et Banatic (DGCL), Licence
# Ouverte 2.0, par le paquet @etalab/decoupage-administratif {version}. code : INSEE, des communes seules
# Fait par outils/collectivites.py
siren\tnature\tcode\tnom
"""


def lignes(donnees: Path) -> Iterator[tuple[str, str, str, str]]:
    """SIREN, kind, INSEE code, name."""
    for commune in _lire(donnees / "communes.json"):
        if commune["type"] == "commune-actuelle" and "siren" in commune:
            yield commune["siren"], "commune", commune["code"], commune["nom"]
    for epci in _lire(donnees / "epci.json"):
        yield epci["code"], epci["type"], "", epci["nom"]


def _lire(fichier: Path) -> list[dict[str, Any]]:
    return list(json.loads(fichier.read_text(encoding="utf-8")))


def main() -> int:
    """0 once the table is written, in the order of SIREN."""
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("paquet", type=Path)
    paquet = arguments.parse_args().paquet
    version = json.loads((paquet / "package.json").read_text(encoding="utf-8"))["version"]
    corps = "".join("\t".join(x) + "\n" for x in sorted(lignes(paquet / "data")))
    TABLE.write_text(ENTETE.format(version=version) + corps, encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
