"""Real typewritten pages with exact lines (ALTO): ``python -m outils.banc_ocr.tapuscrits [FOLDER]``.

Greffier against ``tesseract -l fra`` alone, on the same images. The true lines are put in the order of the page, top to
bottom: their order in the file is that of the transcribers.
"""

import argparse
import subprocess
import sys
import xml.etree.ElementTree as ET
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path

from outils.banc_ocr import lecteurs, mesures

ALTO = "{http://www.loc.gov/standards/alto/ns-v4#}"
NIVEAU = 25.0
"""Pixels: base lines nearer than that are one line."""


def vrai_texte(alto: Path) -> str:
    """The lines of an ALTO file from top to bottom, then from left to right."""
    rangees: list[list[tuple[float, float, str]]] = []
    lignes = []
    for ligne in ET.parse(alto).iter(f"{ALTO}TextLine"):
        base = [float(v) for v in (ligne.get("BASELINE") or "").replace(",", " ").split()]
        texte = " ".join(mot.get("CONTENT") or "" for mot in ligne.iter(f"{ALTO}String"))
        lignes.append((sum(base[1::2]) / len(base[1::2]), base[0], texte))
    for y, x, texte in sorted(lignes):
        if rangees and y - rangees[-1][-1][0] < NIVEAU:
            rangees[-1].append((y, x, texte))
        else:
            rangees.append([(y, x, texte)])
    return "\n".join(texte for r in rangees for _, _, texte in sorted(r, key=lambda place: place[1]))


def lire(image: Path) -> tuple[mesures.Compte, mesures.Compte]:
    """Errors of Tesseract alone and of greffier on one page."""
    vrai = vrai_texte(image.with_suffix(".xml"))
    commande = ["tesseract", str(image), "-", "-l", "fra"]
    seul = subprocess.run(commande, check=True, capture_output=True, text=True, env=lecteurs.UN_FIL).stdout
    return mesures.comparer(vrai, seul), mesures.comparer(vrai, "\n".join(lecteurs.LECTEURS["greffier"](image)))


def main() -> int:
    """0 when the pages were read, or when there are none."""
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("dossier", type=Path, nargs="?", default=Path("../shared/banc/tapuscrits"))
    dossier = arguments.parse_args().dossier
    images = sorted(dossier.glob("*.jpg"))
    if not images:
        print(f"Pas de tapuscrit dans {dossier} : rien à mesurer. (No page there.)")
        return 0
    with ProcessPoolExecutor() as pool:
        comptes = list(pool.map(lire, images))
    sommes = [sum((c[rang] for c in comptes), mesures.Compte()) for rang in (0, 1)]
    for nom, somme in zip(("tesseract", "greffier"), sommes, strict=True):
        print(f"{nom:10} CER {100 * somme.cer:.2f} %  WER {100 * somme.wer:.2f} %")
    print(f"rapport    CER {sommes[1].cer / sommes[0].cer:.2f}    WER {sommes[1].wer / sommes[0].wer:.2f}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
