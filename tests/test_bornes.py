"""What a process that reads is held to: memory, time, files, no network; and what it leaves when it is killed."""

import os
import re
import socket
import subprocess
import sys
import tempfile
import time
from functools import partial
from pathlib import Path

import lecteurs
import pytest
from hostiles.entrees import ENTREES

from pipeline.__main__ import main
from pipeline.commandes.affichage import montrable
from pipeline.commandes.sorties import noms_distincts
from pipeline.erreurs import ErreurDeliberation, ScanTropLourd
from pipeline.lots import lire_lot
from pipeline.reglages import Reglages

SERRES = Reglages(memoire_max=600, delai_document=2)


def lire(tmp_path: Path, **ordres: str) -> dict[str, ErreurDeliberation | None]:
    """The error of each file, read by one process."""
    chemins = [tmp_path / f"{nom}.pdf" for nom in ordres]
    for chemin, ordre in zip(chemins, ordres.values(), strict=True):
        chemin.write_text(ordre)
    lot = lire_lot(chemins, partial(lecteurs.lire, reglages=None), reglages=SERRES, processus=1)
    return {r.chemin.stem: r.erreur for r in lot}


def test_trop_de_memoire_ou_de_temps_se_dit_et_n_arrete_rien(tmp_path: Path) -> None:
    pid = tmp_path / "enfant.pid"
    erreurs = lire(tmp_path, a="avale 900", b="va", c=f"dort {pid}", d="va", e="avale 300")
    assert [nom for nom, erreur in erreurs.items() if erreur] == ["a", "c"]
    assert all(isinstance(erreurs[nom], ScanTropLourd) for nom in "ac")
    assert "600 Mo de mémoire" in str(erreurs["a"])
    assert "2 secondes" in str(erreurs["c"])
    assert _est_mort(int(pid.read_text()))


def _est_mort(pid: int) -> bool:
    """Whether a process has ended (or waits for its parent to know)."""
    for _ in range(100):
        try:
            if re.search(r"^State:\s+Z", Path(f"/proc/{pid}/status").read_text(), re.MULTILINE):
                return True
        except (FileNotFoundError, ProcessLookupError):
            return True
        time.sleep(0.02)
    return False


def test_les_programmes_lances_heritent_des_limites(tmp_path: Path) -> None:
    assert lire(tmp_path, a=f"limites {tmp_path / 'limites'}") == {"a": None}
    limites = dict(re.findall(r"^(Max [a-z ]+?)\s{2,}(\w+)", (tmp_path / "limites").read_text(), re.MULTILINE))
    assert limites["Max data size"] == str(600 << 20)
    assert limites["Max core file size"] == "0"
    assert int(limites["Max address space"]) < 8 << 30
    assert int(limites["Max file size"]) <= 2 << 30
    assert int(limites["Max open files"]) <= 512


def test_pas_de_reseau(tmp_path: Path) -> None:
    essai = "import pipeline.bornes as b; raise SystemExit(not b._isoler())"
    if subprocess.run([sys.executable, "-c", essai], check=False).returncode:
        pytest.skip("This system gives no network of its own to a process.")
    with socket.create_server(("127.0.0.1", 0)) as oreille:
        assert lire(tmp_path, a=f"appelle {oreille.getsockname()[1]}") == {"a": None}


def test_rien_ne_reste_des_provisoires(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "provisoire").mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path / "provisoire"))
    lire(tmp_path, a="tue", b="va", c=f"dort {tmp_path / 'pid'}")
    assert list((tmp_path / "provisoire").iterdir()) == []


def test_noms_hostiles_jusqu_aux_sorties(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    entrees, ici = tmp_path / "entrees", tmp_path / "ici"
    entrees.mkdir()
    ici.mkdir()
    monkeypatch.chdir(ici)
    for hostile in ENTREES:
        hostile.poser(entrees / hostile.nom)
    (entrees / "grand").mkdir()
    os.link(entrees / "-rf.pdf", entrees / "grand" / ("n" * 251 + ".pdf"))
    assert main(["lire", str(entrees), "--sortie", str(tmp_path / "sortie")]) == 5
    saines = [h.nom for h in ENTREES if h.refus is None]
    assert len(list((tmp_path / "sortie").glob("*.json"))) >= len(saines) - 2  # hidden files are left alone
    assert sorted(x.name for x in tmp_path.iterdir()) == ["entrees", "ici", "sortie"]
    assert list(ici.iterdir()) == []
    sortie, messages = capsys.readouterr()
    assert not re.search(r"[\x00-\x09\x0b-\x1f\x7f]", sortie + messages)
    assert "tube.pdf : Ce n'est pas un fichier ordinaire" in messages


def test_noms_trop_longs_coupes_et_distincts() -> None:
    noms = noms_distincts([Path("/x/" + "é" * 125 + ".pdf"), Path("/y/" + "é" * 125 + ".pdf")])
    assert len(set(noms)) == 2
    assert all(len(os.fsencode(nom + ".json")) <= 255 for nom in noms)


def test_un_nom_ne_donne_pas_d_ordre_au_terminal() -> None:
    assert montrable("a\x1b[31m\n\u202e.pdf « é »") == "a\\x1b[31m\\n\\u202e.pdf « é »"
