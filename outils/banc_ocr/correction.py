"""What the dictionary mends and breaks: ``python -m outils.banc_ocr.correction [--graines 1300,...] [--ecrire]``.

The pages of the bench are read by Tesseract alone, with French data, all conditions, and with English data, four of
them. Prints the words of the true text mended and broken; ``--ecrire`` writes what each line did in
``corrections/effets.tsv``.
"""

import argparse
import sys
from collections import Counter
from collections.abc import Iterable, Sequence
from concurrent.futures import ProcessPoolExecutor

from rapidfuzz.distance import Levenshtein

import corrections
from modeles.page import Page
from modeles.texte import Mot
from outils.banc_ocr import defauts, mesures
from outils.banc_ocr.__main__ import page_exacte, preparer
from pipeline.chaine import lire_images
from pipeline.etapes.correction import corriger
from pipeline.reglages import Reglages

PAGES = 6
CONDITIONS = {"fra": tuple(defauts.CONDITIONS), "eng": ("propre", "bureau", "flou 1", "photocopie 1")}
"""By data: a wrong language is seen on ordinary scans, none is needed of each defect."""
ENTETE = """\
# Ce que chaque ligne du dictionnaire a fait sur les pages du banc d'OCR, par données de reconnaissance (fra, eng).
# changes : mots changés ; repares : faux avant, justes après ; casses : justes avant, faux après.
# Une ligne absente n'y a pas servi. Écrit par `python -m outils.banc_ocr.correction --graines {graines} --ecrire`.
table\tcle\tdonnees\tchanges\trepares\tcasses
"""
Usage = tuple[str, str, str]
"""A line of the dictionary, the data of recognition, what became of a word: changed, mended or broken."""


def mesurer(graine: int, condition: str, langue: str) -> tuple[mesures.Effet, Counter[Usage], int, int]:
    """The effect on the pages of a condition: in all, by line; and the wrong words (edits) before and after."""
    lues = lire_images(preparer(graine, PAGES, condition), Reglages(langue=langue, double=False))
    effet, usages, avant, apres = mesures.Effet(), Counter[Usage](), 0, 0
    for rang, (lue, corrigee) in enumerate(zip(lues, corriger(lues), strict=True)):
        vrai, brut, texte = page_exacte(graine, rang).texte, _texte(lue), _texte(corrigee)
        effet += mesures.effet(vrai, brut, texte)
        usages += Counter((cle, langue, sort) for cle, sort in _usages(vrai, corrigee))
        avant += mesures.comparer(vrai, brut).fautes_mots
        apres += mesures.comparer(vrai, texte).fautes_mots
    return effet, usages, avant, apres


def _texte(page: Page) -> str:
    return "\n".join(ligne.texte for ligne in page.lignes)


def _usages(vrai: str, page: Page) -> Iterable[tuple[str, str]]:
    """Each line of the dictionary that changed a word, and what became of it."""
    mots = [m for ligne in page.lignes for m in ligne.mots]
    avant = _justes(vrai, mots, [m.brut for m in mots])
    apres = _justes(vrai, mots, [m.texte for m in mots])
    for mot, juste_avant, juste_apres in zip(mots, avant, apres, strict=True):
        for cle in mot.correction.split(" + ") if mot.correction else ():
            yield cle, "changes"
            if juste_avant != juste_apres:
                yield cle, "repares" if juste_apres else "casses"


def _justes(vrai: str, mots: Sequence[Mot], textes: Sequence[str]) -> list[bool]:
    """For each word read, whether all of it stands in the true text, in its place."""
    morceaux = [mesures.normaliser(t).split() for t in textes]
    rangs = [i for i, m in enumerate(morceaux) for _ in m]
    justes = [True] * len(mots)
    for bloc in Levenshtein.opcodes([t for m in morceaux for t in m], mesures.normaliser(vrai).split()):
        if bloc.tag != "equal":
            for rang in rangs[bloc.src_start : bloc.src_end]:
                justes[rang] = False
    return justes


def table(graines: str, usages: Counter[Usage]) -> str:
    """The text of ``effets.tsv``."""
    lignes = sorted({(*cle.split(":", 1), langue) for cle, langue, _ in usages})
    rangees = [
        (nom.removesuffix(".tsv"), cle, langue, *(str(usages[f"{nom}:{cle}", langue, s]) for s in _SORTS))
        for nom, cle, langue in lignes
    ]
    return ENTETE.format(graines=graines) + "".join("\t".join(r) + "\n" for r in rangees)


_SORTS = ("changes", "repares", "casses")


def main() -> int:
    """0 when every page was read."""
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("--graines", default="1300")
    arguments.add_argument("--ecrire", action="store_true")
    arguments.add_argument("--coeurs", type=int, default=2)
    options = arguments.parse_args()
    usages: Counter[Usage] = Counter()
    with ProcessPoolExecutor(options.coeurs) as pool:
        for langue, conditions in CONDITIONS.items():
            taches = [(int(g), c, langue) for g in options.graines.split(",") for c in conditions]
            somme, avant, apres = mesures.Effet(), 0, 0
            for effet, vus, fautes_avant, fautes_apres in pool.map(mesurer, *zip(*taches, strict=True)):
                somme, avant, apres = somme + effet, avant + fautes_avant, apres + fautes_apres
                usages += vus
            print(
                f"{langue}: {somme.mots} words, {somme.faux} wrong, {somme.repares} mended, {somme.casses} broken; "
                f"WER {avant / somme.mots:.2%} -> {apres / somme.mots:.2%} ({apres / max(avant, 1) - 1:+.0%})"
            )
    if options.ecrire:
        (corrections.DOSSIER / "effets.tsv").write_text(table(options.graines, usages), encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
