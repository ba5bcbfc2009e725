"""The import: what was done stays done, whatever stops it; a document that cannot be read stops nothing."""

import random
import signal
import subprocess
import sys
import time
from collections import Counter
from pathlib import Path
from typing import Any

import pytest
from serveur_postgresql import base_neuve, redemarrer
from sqlalchemy import select

from pipeline.__main__ import main
from pipeline.registre.baux import mis_de_cote
from pipeline.registre.ouverture import Registre, consulter, ouvrir
from pipeline.registre.schema import actes, anomalies, chemins, documents, lectures, pages, pages_ocr, travaux
from pipeline.registre.travaux import compter_etats

RACINE = Path(__file__).parent.parent
TEXTE = """COMMUNE DE SAINT-AUBIN-LA-RIVIERE
Séance du 3 mars 2021
L'an deux mille vingt et un, le trois mars à vingt heures, le conseil municipal s'est réuni en mairie sous la présidence
de M. Jean DUPONT, Maire.
Présents : M. Jean DUPONT, Mme Anne ROY, M. Luc PETIT
OBJET : Tarifs de la cantine n° {numero}
Vu le Code général des collectivités territoriales ;
Le conseil municipal, après en avoir délibéré, à l'unanimité, APPROUVE les tarifs n° {numero}.
"""


def deposer_scans(dossier: Path, combien: int, pages: int = 3) -> Path:
    """Files that the fake reader reads: the pages of each are its own."""
    dossier.mkdir()
    for n in range(combien):
        suite = [f"Page {p} du document {n}." for p in range(2, pages + 1)]
        (dossier / f"scan-{n:03d}.pdf").write_text("\f".join([TEXTE.format(numero=n), *suite]), encoding="utf-8")
    return dossier


def lancer(url: str, dossier: Path, *options: str) -> "subprocess.Popen[str]":
    commande = [sys.executable, "-m", "tests.importeur", url, str(dossier), *options]
    return subprocess.Popen(commande, cwd=RACINE, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)


def importer(url: str, dossier: Path, *options: str) -> None:
    fini = lancer(url, dossier, *options)
    _, erreurs = fini.communicate(timeout=120)
    assert fini.returncode == 0, erreurs


def attendre_un_document(processus: "subprocess.Popen[str]") -> None:
    """Until one document is read."""
    assert processus.stdout is not None
    for ligne in processus.stdout:
        if ligne.strip() == "document":
            return
    raise AssertionError(processus.communicate()[1])


def contenu(registre: Registre) -> dict[str, list[Any]]:
    """All that a run leaves, without the times and the rank of the readings."""
    with consulter(registre) as cx:
        lus = {t.name: cx.execute(select(t)).mappings().all() for t in (documents, chemins, pages_ocr, pages, travaux)}
        lus["lectures"] = cx.execute(select(lectures).where(lectures.c.courante.is_(True))).mappings().all()
        lus["actes"] = cx.execute(select(actes)).mappings().all()
        lus["anomalies"] = cx.execute(select(anomalies)).mappings().all()
    sans = {"vu_le", "maj_le", "faite_le", "secondes", "id", "lecture_id"}
    return {
        nom: sorted(repr(sorted((k, v) for k, v in ligne.items() if k not in sans)) for ligne in lignes)
        for nom, lignes in lus.items()
    }


@pytest.fixture(scope="module")
def temoin(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, dict[str, list[Any]]]:
    """Documents, and what an undisturbed import makes of them."""
    dossier = deposer_scans(tmp_path_factory.mktemp("import") / "scans", 24, pages=2)
    url = f"sqlite:///{dossier.parent}/temoin.db"
    importer(url, dossier)
    (dossier / "journal.txt").unlink()
    with ouvrir(url) as registre:
        assert compter_etats(registre)["fait"] == 24
        return dossier, contenu(registre)


def test_tue_trente_fois_rien_n_est_perdu_ni_refait(temoin: tuple[Path, dict[str, list[Any]]], tmp_path: Path) -> None:
    dossier, attendu = temoin
    url = f"sqlite:///{tmp_path}/registre.db"
    hasard = random.Random(7)
    (dossier / "journal.txt").unlink(missing_ok=True)
    coupures = 0
    while coupures < 30:
        processus = lancer(url, dossier)
        assert processus.stdout is not None
        for _ in range(hasard.randint(1, 4)):  # a moment of its work, not of the clock
            if not processus.stdout.readline():
                break
        if processus.poll() is not None:
            break
        time.sleep(hasard.random() * 0.03)
        processus.kill()
        processus.communicate()
        coupures += 1
    importer(url, dossier)
    assert coupures == 30
    with ouvrir(url) as registre:
        assert contenu(registre) == attendu
    lues = Counter((dossier / "journal.txt").read_text(encoding="utf-8").splitlines())
    assert len(lues) == 24 * 2
    assert sum(lues.values()) - len(lues) <= 2 * coupures  # at most the page that each process was at
    (dossier / "journal.txt").unlink()


def test_deux_imports_ensemble(temoin: tuple[Path, dict[str, list[Any]]], tmp_path: Path) -> None:
    dossier, attendu = temoin
    url = f"sqlite:///{tmp_path}/registre.db"
    (dossier / "journal.txt").unlink(missing_ok=True)
    ensemble = [lancer(url, dossier), lancer(url, dossier)]
    for processus in ensemble:
        _, erreurs = processus.communicate(timeout=120)
        assert processus.returncode == 0, erreurs
    with ouvrir(url) as registre:
        assert contenu(registre) == attendu
    assert set(Counter((dossier / "journal.txt").read_text(encoding="utf-8").splitlines()).values()) == {1}
    (dossier / "journal.txt").unlink()


def test_le_serveur_redemarre_au_milieu(temoin: tuple[Path, dict[str, list[Any]]], serveur: str) -> None:
    dossier, attendu = temoin
    url = base_neuve(serveur)
    processus = lancer(url, dossier)
    attendre_un_document(processus)
    redemarrer(serveur)
    _, erreurs = processus.communicate(timeout=120)
    assert processus.returncode == 0, erreurs
    with ouvrir(url) as registre:
        assert contenu(registre) == attendu
    lues = Counter((dossier / "journal.txt").read_text(encoding="utf-8").splitlines())
    assert set(lues.values()) == {1}
    (dossier / "journal.txt").unlink()


def test_ctrl_c_acheve_ce_qui_est_commence(temoin: tuple[Path, dict[str, list[Any]]], tmp_path: Path) -> None:
    dossier, attendu = temoin
    url = f"sqlite:///{tmp_path}/registre.db"
    processus = lancer(url, dossier)
    attendre_un_document(processus)
    processus.send_signal(signal.SIGINT)
    _, erreurs = processus.communicate(timeout=60)
    assert processus.returncode == 0, erreurs
    assert "s'achèvent" in erreurs
    with ouvrir(url) as registre:
        etats = compter_etats(registre)
        assert 1 <= etats["fait"] < 24
        assert etats["en_cours"] == 0
    importer(url, dossier)
    with ouvrir(url) as registre:
        assert contenu(registre) == attendu


@pytest.mark.parametrize(("ordre", "raison", "essais"), [
    ("planter", "par le système", 2), ("dormir", "dépassé 4 secondes", 2), ("chiffre", "chiffré", 1),
])  # fmt: skip
def test_un_document_qui_ne_se_lit_pas_est_mis_de_cote(tmp_path: Path, ordre: str, raison: str, essais: int) -> None:
    dossier = deposer_scans(tmp_path / "scans", 6)
    fautif = dossier / "scan-002.pdf"
    fautif.write_text(f"Page saine\f{ordre}", encoding="utf-8")
    url = f"sqlite:///{tmp_path}/registre.db"
    importer(url, dossier, "4")
    with ouvrir(url) as registre:
        assert compter_etats(registre) | {"fait": 5, "quarantaine": 1} == compter_etats(registre)
        (seul,) = mis_de_cote(registre)
        assert (seul.chemin, seul.essais) == (str(fautif), essais)
        assert raison in seul.raison
    importer(url, dossier, "4")  # it is not tried for ever
    with ouvrir(url) as registre:
        assert mis_de_cote(registre) == [seul]
    assert main(["reprendre", str(fautif), "--registre", url]) == 0
    fautif_repare = TEXTE.format(numero=2)
    fautif.write_text(fautif_repare, encoding="utf-8")
    importer(url, dossier, "4")
    with ouvrir(url) as registre:
        assert compter_etats(registre)["fait"] == 6


def test_un_scan_sous_deux_noms_est_un_document(tmp_path: Path) -> None:
    dossier = deposer_scans(tmp_path / "scans", 2)
    (dossier / "copie.pdf").write_bytes((dossier / "scan-000.pdf").read_bytes())
    url = f"sqlite:///{tmp_path}/registre.db"
    importer(url, dossier)
    with ouvrir(url) as registre, consulter(registre) as cx:
        assert compter_etats(registre)["fait"] == 2
        assert len(cx.execute(select(chemins)).all()) == 3
