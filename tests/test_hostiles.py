"""Hostile files: the whole table of ``hostiles`` in one batch. It ends, each file has its outcome and its reason,
memory is bounded, nothing is written elsewhere and nothing is fetched."""

import os
import re
import resource
import socket
import tempfile
import time
from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial
from pathlib import Path

import pytest
from hostiles import HOSTILES, Hostile, poser

from pipeline import chaine
from pipeline.erreurs import ErreurDeliberation, ScanTropLourd
from pipeline.lots import Resultat, lire_lot, rassembler
from pipeline.reglages import Reglages

SERRES = Reglages(memoire_max=1024, delai_document=8, delai_page=2, dpi=100, double=False)
"""Tight, so that what must be stopped is stopped soon."""


@dataclass(frozen=True)
class Lot:
    """What became of the batch, and of what is around it."""

    resultats: dict[str, Resultat]
    secondes: float
    memoire: int
    appels: int
    ecrits: dict[str, set[str]]


def arbre(dossier: Path) -> set[str]:
    """What is in a folder, links not followed."""
    return {f"{os.path.relpath(r, dossier)}/{n}" for r, d, noms in os.walk(dossier) for n in (*d, *noms)}


def compter_appels(oreille: socket.socket) -> int:
    oreille.setblocking(False)
    try:
        oreille.accept()
    except BlockingIOError:
        return 0
    return 1


@pytest.fixture(scope="module")
def lot(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Lot]:
    """Every hostile file, read in one batch."""
    racine = tmp_path_factory.mktemp("hostiles")
    autour = {nom: racine / nom for nom in ("entrees", "ici", "maison", "provisoire")}
    for dossier in autour.values():
        dossier.mkdir()
    with pytest.MonkeyPatch.context() as patch, socket.create_server(("127.0.0.1", 0)) as oreille:
        patch.chdir(autour["ici"])
        patch.setenv("HOME", str(autour["maison"]))
        patch.setenv("TMPDIR", str(autour["provisoire"]))
        patch.setattr(tempfile, "tempdir", str(autour["provisoire"]))
        poses = poser(autour["entrees"], oreille.getsockname()[1])
        avant = {nom: arbre(dossier) for nom, dossier in autour.items()}
        debut = time.perf_counter()
        lecteur = partial(chaine.lire, reglages=SERRES)
        chemins, refus = rassembler(poses)
        resultats = {e.chemin.name: Resultat(-1, e.chemin, 0.0, erreur=e) for e in refus if e.chemin}
        resultats |= {r.chemin.name: r for r in lire_lot(chemins, lecteur, reglages=SERRES)}
        yield Lot(
            resultats,
            time.perf_counter() - debut,
            resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss // 1024,
            compter_appels(oreille),
            {nom: arbre(dossier) ^ avant[nom] for nom, dossier in autour.items()},
        )


def raisons(resultat: Resultat) -> str:
    """What is said of a file: its error, or the anomalies of its reading."""
    if resultat.erreur is not None:
        return resultat.erreur.message
    assert resultat.lecture is not None
    return " | ".join(a.message for a in resultat.lecture.anomalies)


def test_au_moins_soixante() -> None:
    assert len({h.nom for h in HOSTILES}) == len(HOSTILES) >= 60


@pytest.mark.parametrize("hostile", HOSTILES, ids=lambda h: ascii(h.nom)[:40])
def test_chacun_a_son_sort_et_sa_raison(lot: Lot, hostile: Hostile) -> None:
    resultat = lot.resultats[hostile.nom]
    sort = type(resultat.erreur) if resultat.erreur else None
    if hostile.borne and sort in (ScanTropLourd, ErreurDeliberation):
        assert re.search(r"mémoire|secondes", raisons(resultat))
        return
    assert sort == hostile.refus, raisons(resultat)
    assert re.search(hostile.dit, raisons(resultat)), raisons(resultat)
    if sort is not None:
        assert resultat.erreur is not None
        assert resultat.erreur.chemin == resultat.chemin
        assert resultat.erreur.remede


def test_le_lot_finit_a_temps_et_en_memoire(lot: Lot) -> None:
    assert len(lot.resultats) == len(HOSTILES)
    assert max(r.secondes for r in lot.resultats.values()) < SERRES.delai_document + 3
    assert lot.memoire < SERRES.memoire_max + 300
    assert not any("défaut de greffier" in raisons(r) for r in lot.resultats.values())


def test_rien_d_ecrit_ailleurs_ni_de_cherche(lot: Lot) -> None:
    assert lot.ecrits == {nom: set() for nom in lot.ecrits}
    assert lot.appels == 0
    assert not list(Path("/tmp").glob("intrus*"))
