"""A real Dask cluster of separate processes on loopback."""

import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from test_importation import RACINE, attendre_un_document, contenu, deposer_scans, importer, lancer

from pipeline.__main__ import main
from pipeline.registre.baux import mis_de_cote
from pipeline.registre.ouverture import ouvrir
from pipeline.registre.travaux import compter_etats


def dask(*arguments: str) -> "subprocess.Popen[str]":
    return subprocess.Popen(
        [sys.executable, "-m", "dask", *arguments], cwd=RACINE, text=True,
        stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, env=os.environ | {"PYTHONPATH": str(RACINE)},
    )  # fmt: skip


def attendre(processus: "subprocess.Popen[str]", mot: str) -> str:
    """The first line of its log that holds the word."""
    assert processus.stderr is not None
    for ligne in processus.stderr:
        if mot in ligne:
            return ligne
    raise AssertionError(f"« {mot} » n'a pas été dit")


def noeud(adresse: str) -> "subprocess.Popen[str]":
    processus = dask("worker", adresse, "--no-nanny", "--nthreads", "1", "--no-dashboard", "--host", "127.0.0.1")
    attendre(processus, "Registered to")
    return processus


@pytest.fixture(scope="module")
def ordonnanceur() -> Iterator[str]:
    processus = dask("scheduler", "--host", "127.0.0.1", "--port", "0", "--no-dashboard")
    adresse = "tcp://" + attendre(processus, "Scheduler at:").rpartition("tcp://")[2].strip()
    yield adresse
    processus.kill()
    processus.communicate()


@pytest.fixture
def noeuds(ordonnanceur: str) -> Iterator[list["subprocess.Popen[str]"]]:
    """Two nodes."""
    equipe = [noeud(ordonnanceur), noeud(ordonnanceur)]
    yield equipe
    for processus in equipe:
        processus.kill()
        processus.communicate()


@pytest.fixture(scope="module")
def temoin(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, dict[str, list[Any]]]:
    dossier = deposer_scans(tmp_path_factory.mktemp("grappe") / "scans", 12, pages=2)
    url = f"sqlite:///{dossier.parent}/temoin.db"
    importer(url, dossier)
    with ouvrir(url) as registre:
        return dossier, contenu(registre)


def test_un_noeud_tue_au_milieu(
    temoin: tuple[Path, dict[str, list[Any]]], noeuds: list["subprocess.Popen[str]"], ordonnanceur: str, tmp_path: Path
) -> None:
    dossier, attendu = temoin
    url = f"sqlite:///{tmp_path}/registre.db"
    processus = lancer(url, dossier, "60", ordonnanceur)
    attendre_un_document(processus)
    noeuds[0].send_signal(signal.SIGKILL)
    _, erreurs = processus.communicate(timeout=180)
    assert processus.returncode == 0, erreurs
    with ouvrir(url) as registre:
        assert contenu(registre) == attendu


def test_un_fichier_empoisonne_ne_tue_pas_la_grappe(
    noeuds: list["subprocess.Popen[str]"], ordonnanceur: str, tmp_path: Path
) -> None:
    dossier = deposer_scans(tmp_path / "scans", 4, pages=1)
    (dossier / "scan-001.pdf").write_text("planter", encoding="utf-8")
    url = f"sqlite:///{tmp_path}/registre.db"
    importer(url, dossier, "60", ordonnanceur)
    with ouvrir(url) as registre:
        assert compter_etats(registre)["fait"] == 3
        (seul,) = mis_de_cote(registre)
        assert "par le système" in seul.raison
    assert all(n.poll() is None for n in noeuds)


def test_sans_ordonnanceur_le_message_dit_quoi_faire(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("pipeline.grappe.ATTENTE", 1)
    scan = RACINE / "echantillons/telephone-2022/scan.pdf"
    commande = ["importer", str(scan), "--registre", f"{tmp_path}/r.db", "--moteur", "dask"]
    assert main(commande) == 3
    assert main([*commande, "--ordonnanceur", "tcp://127.0.0.1:9"]) == 4
    assert "ne répond pas" in capsys.readouterr().err
