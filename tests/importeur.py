"""An import in a process of its own, with a fake reader: ``python -m tests.importeur REGISTRE DOSSIER ...``.

The fake reader takes its pages from the text of the file, notes each recognition in ``journal.txt`` beside it, and
does what a page asks: "planter" aborts the process, "dormir" never ends, "chiffre" is a file to blame.
"""

import hashlib
import os
import sys
import time
from collections.abc import Callable
from functools import partial
from importlib import import_module
from pathlib import Path
from typing import Any

from modeles.lecture import Lecture
from modeles.page import Page
from pipeline.chaine import Suivi, decrire, lire_pages
from pipeline.commandes.importer import arrets
from pipeline.erreurs import ScanChiffre
from pipeline.etapes.texte_brut import pages_de_texte
from pipeline.grappe import lire_en_grappe
from pipeline.importation import inscrire_fichiers, lire_la_file
from pipeline.lots import lire_lot
from pipeline.registre.ouverture import ouvrir
from pipeline.reglages import Reglages

PAUSE = 0.03
"""Seconds that a page takes."""


def lire_faux(
    chemin: Path, *, suivi: Suivi, demander: Callable[[Any], Any], reglages: Reglages, empreinte: str
) -> Lecture:
    textes = chemin.read_text(encoding="utf-8").split("\f")
    pages: list[Page] = []
    for numero, texte in enumerate(textes, start=1):
        _obeir(texte)
        cle = hashlib.sha256(texte.encode()).hexdigest()
        page = demander(("chercher", cle))
        if page is None:
            with (chemin.parent / "journal.txt").open("a", encoding="utf-8") as journal:
                journal.write(f"{chemin.name} {numero}\n")
            time.sleep(PAUSE)
            (page,) = pages_de_texte(texte)
        page = page.renumeroter(numero)
        demander(("garder", cle, page))
        pages.append(page)
        suivi(numero, len(textes))
    return lire_pages(tuple(pages), decrire(chemin, len(pages)))


def _obeir(texte: str) -> None:
    if "planter" in texte:
        os.abort()
    if "dormir" in texte:
        time.sleep(3600)
    if "chiffre" in texte:
        raise ScanChiffre("Ce fichier est chiffré.")


def main(url: str, dossier: str, delai: str = "60", ordonnanceur: str = "") -> None:
    reglages = Reglages(delai_document=int(delai))
    ensemble = partial(lire_en_grappe, ordonnanceur=ordonnanceur) if ordonnanceur else lire_lot
    with ouvrir(url) as registre, arrets() as arret:
        inscrire_fichiers(registre, sorted(Path(dossier).glob("*.pdf")), lambda e: None)
        lire_la_file(registre, reglages, processus=2, raconter=lambda e: print(e["evenement"], flush=True), arret=arret,
                     lecteur=lire_faux, ensemble=ensemble)  # fmt: skip


if __name__ == "__main__":  # under its own name, by which other processes find its functions
    import_module("tests.importeur").main(*sys.argv[1:])
