"""The French OCR bench: ``python -m outils.banc_ocr [--pages N] [--graine G] [--lecteurs a,b] [--conditions x,y]``.

Draws pages whose text is known, scans them with twelve defects at two strengths, lets every reader read them, and
prints error rates. What a reader read is kept in ``sorties/banc_ocr/`` and read again only with ``--refaire``.
"""

import argparse
import hashlib
import json
import sys
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import img2pdf

from outils.banc_ocr import defauts, lecteurs, mesures, pages, phrases, rapport

SORTIES = Path("sorties") / "banc_ocr"


@dataclass(frozen=True)
class Lecture:
    """What a reader made of the pages of one condition, and its CPU seconds."""

    condition: str
    lecteur: str
    textes: tuple[str, ...]
    cpu: float


def preparer(graine: int, combien: int, condition: str) -> Path:
    """The PDF of the scans of a condition, drawn once."""
    pdf = SORTIES / f"{graine}-{combien}-{_empreinte()}" / f"{condition.replace(' ', '_')}.pdf"
    if not pdf.is_file():
        pdf.parent.mkdir(parents=True, exist_ok=True)
        images = []
        for rang in range(combien):
            page, autre = page_exacte(graine, rang), page_exacte(graine, (rang + 1) % combien)
            images.append(defauts.abimer(page.pixels, autre.pixels, condition, graine + rang).octets())
        brouillon = pdf.with_suffix(".part")
        brouillon.write_bytes(img2pdf.convert(images) or b"")
        brouillon.rename(pdf)
    return pdf


@cache
def _empreinte() -> str:
    """Of the sources of the pages: readings of other pages are not taken for theirs."""
    sources = (Path(m.__file__ or "").read_bytes() for m in (phrases, pages, defauts))
    return hashlib.sha256(b"".join(sources)).hexdigest()[:8]


def page_exacte(graine: int, rang: int) -> pages.PageExacte:
    return pages.dessiner(graine + rang, pages.POLICES[rang % len(pages.POLICES)])


def lire(graine: int, combien: int, condition: str, lecteur: str, refaire: bool) -> Lecture:
    """One reader on one condition."""
    pdf = preparer(graine, combien, condition)
    cache = pdf.with_suffix(f".{lecteur}.json")
    if cache.is_file() and not refaire:
        garde = json.loads(cache.read_text(encoding="utf-8"))
        return Lecture(condition, lecteur, tuple(garde["textes"]), garde["cpu"])
    avant = lecteurs.cpu()
    textes = lecteurs.LECTEURS[lecteur](pdf)[:combien]
    lecture = Lecture(condition, lecteur, tuple(textes), lecteurs.cpu() - avant)
    cache.write_text(json.dumps({"textes": textes, "cpu": lecture.cpu}, ensure_ascii=False), encoding="utf-8")
    return lecture


def compter(graine: int, lecture: Lecture) -> mesures.Compte:
    """The pages of a reading against their true text, added up."""
    total = mesures.Compte()
    for rang, texte in enumerate(lecture.textes):
        vraie = page_exacte(graine, rang)
        total += mesures.comparer(vraie.texte, texte, vraie.noms, vraie.nombres)
    return total


def main() -> int:
    """0 when every reading was made."""
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("--pages", type=int, default=6)
    arguments.add_argument("--graine", type=int, default=100)
    arguments.add_argument("--lecteurs", default="tesseract,ocrmypdf,greffier")
    arguments.add_argument("--conditions", default=",".join(defauts.CONDITIONS))
    arguments.add_argument("--refaire", default="", help="readers whose kept readings are not used")
    arguments.add_argument("--rapport", type=Path, help="folder where OCR.md and its plot are written")
    arguments.add_argument("--coeurs", type=int, default=2)
    options = arguments.parse_args()
    noms, conditions = options.lecteurs.split(","), options.conditions.split(",")
    with ProcessPoolExecutor(options.coeurs) as pool:
        list(pool.map(preparer, *zip(*((options.graine, options.pages, c) for c in conditions), strict=True)))
        taches = [
            (options.graine, options.pages, c, n, n in options.refaire.split(",")) for c in conditions for n in noms
        ]
        lectures = list(pool.map(lire, *zip(*taches, strict=True)))
        comptes = list(pool.map(compter, [options.graine] * len(lectures), lectures))
    resultats = {(x.condition, x.lecteur): c for x, c in zip(lectures, comptes, strict=True)}
    temps = {n: sum(x.cpu for x in lectures if x.lecteur == n) for n in noms}
    entete = f"{options.pages} pages a condition, seed {options.graine}. CPU is summed over all conditions."
    texte = rapport.tableaux(resultats, temps)
    print(texte)
    if options.rapport:
        rapport.ecrire(options.rapport, entete, texte, resultats)
    return 0


if __name__ == "__main__":
    sys.exit(main())
