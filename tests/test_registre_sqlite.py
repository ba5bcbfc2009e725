"""What only a SQLite file can undergo: not a database, damaged, locked, read-only; its copies."""

import os
import sqlite3
import subprocess
import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from documents import ACTE
from fabrique import lire
from sqlalchemy import text

from pipeline.__main__ import main
from pipeline.erreurs import ErreurExport, ErreurRegistre
from pipeline.registre import Registre, Scan, chercher, deposer, inscrire, ouverture, ouvrir, sauvegarder, verifier
from pipeline.registre.ouverture import consulter, ecrire
from pipeline.registre.schema import actes

A = "0" * 64


@pytest.fixture
def fichier(tmp_path: Path) -> Path:
    return tmp_path / "registre.db"


@pytest.fixture
def registre(fichier: Path) -> Iterator[Registre]:
    with ouvrir(f"sqlite:///{fichier}") as ouvert:
        inscrire(ouvert, [Scan("a.pdf", A, 12)])
        deposer(ouvert, lire(ACTE), "v1", "tesseract", 1.0)
        yield ouvert


def test_reglages_de_chaque_connexion(registre: Registre) -> None:
    with consulter(registre) as cx:
        reglages = [cx.execute(text(f"PRAGMA {nom}")).scalar() for nom in
                    ("journal_mode", "synchronous", "foreign_keys", "busy_timeout")]  # fmt: skip
    assert reglages == ["wal", 2, 1, 30_000]


def test_adresse_par_defaut_par_variable_et_simple_chemin(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("GREFFIER_REGISTRE", raising=False)
    ouvrir().__exit__()
    assert Path("registre.db").is_file()
    monkeypatch.setenv("GREFFIER_REGISTRE", "sqlite:///autre.db")
    ouvrir().__exit__()
    assert Path("autre.db").is_file()
    ouvrir("simple.db").__exit__()
    assert Path("simple.db").is_file()


@pytest.mark.parametrize(
    "url", ["mysql://serveur/base", "sqlite://", "sqlite:///:memory:", "http://x", "postgresql://a:b:c"]
)
def test_adresse_refusee(url: str) -> None:
    with pytest.raises(ErreurRegistre, match=r"Donnez sqlite:///"):
        ouvrir(url)


def test_absent(fichier: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["chercher", "x", "--registre", str(fichier)]) == 7
    assert "greffier registre migrer" in capsys.readouterr().err
    assert not fichier.exists()


def test_fichier_vide(fichier: Path, capsys: pytest.CaptureFixture[str]) -> None:
    fichier.touch()
    assert main(["chercher", "x", "--registre", str(fichier)]) == 7
    assert "Lancez « greffier registre migrer »" in capsys.readouterr().err


def test_pas_une_base(fichier: Path) -> None:
    fichier.write_text("Ceci est un texte, assez long pour qu'on ne s'y trompe pas.\n" * 30, encoding="utf-8")
    with pytest.raises(ErreurRegistre, match="n'est pas un registre"):
        ouvrir(str(fichier))


def test_base_d_un_autre_laissee_telle_quelle(fichier: Path) -> None:
    with sqlite3.connect(fichier) as autre:
        autre.execute("CREATE TABLE photos (nom)")
    autre.close()
    avant = fichier.read_bytes()
    with pytest.raises(ErreurRegistre, match="elle contient autre chose"):
        ouvrir(str(fichier))
    assert fichier.read_bytes() == avant


def test_dossier_absent(tmp_path: Path) -> None:
    with pytest.raises(ErreurRegistre, match="ne peut pas être ouvert"):
        ouvrir(str(tmp_path / "absent" / "registre.db"))


def test_base_abimee(registre: Registre, fichier: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with registre.moteur.connect() as cx:
        cx.exec_driver_sql("ROLLBACK")
        cx.exec_driver_sql("PRAGMA wal_checkpoint(TRUNCATE)")
    registre.moteur.dispose()
    octets = bytearray(fichier.read_bytes())
    octets[4096 * 3 : 4096 * 20] = os.urandom(4096 * 17)
    fichier.write_bytes(octets)
    assert main(["registre", "verifier", "--registre", str(fichier)]) == 7
    sortie, messages = capsys.readouterr()
    assert "DÉFAUT" in sortie or "endommagé" in messages


def test_occupe(registre: Registre, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ouverture, "PATIENCE", 0.1)
    with ouvrir(registre.url) as autre, ecrire(registre):
        with pytest.raises(ErreurRegistre, match="occupé par un autre programme"):
            inscrire(autre, [Scan("b.pdf", "b" * 64, 1)])
        assert len(chercher(autre, "salle")) == 1  # reading goes on


def test_lecture_seule(registre: Registre, fichier: Path) -> None:
    with ouvrir(f"sqlite:///file:{fichier}?mode=ro&uri=true") as ferme:
        assert len(chercher(ferme, "salle")) == 1
        with pytest.raises(ErreurRegistre, match="droit d'écrire"):
            inscrire(ferme, [Scan("b.pdf", "b" * 64, 1)])


def test_index_des_mots_desaccorde(registre: Registre) -> None:
    with ecrire(registre) as cx:
        cx.execute(text("DROP TRIGGER actes_change"))
        cx.execute(actes.update().values(texte="autre chose"))
    assert [d for c in verifier(registre) for d in c.defauts if c.nom == "mots"] != []


# --- Copies -----------------------------------------------------------------------------------------------------------


def test_sauvegarde_pendant_qu_il_sert(registre: Registre, tmp_path: Path) -> None:
    fini = threading.Event()

    def inscrire_toujours() -> None:
        numero = 0
        while not fini.is_set():
            numero += 1
            inscrire(registre, [Scan(f"{numero}.pdf", f"{numero:064x}", numero)])

    ecrivain = threading.Thread(target=inscrire_toujours)
    ecrivain.start()
    try:
        for numero in range(5):
            sauvegarder(registre, tmp_path / f"copie{numero}.db")
    finally:
        fini.set()
        ecrivain.join()
    assert sorted(p.name for p in tmp_path.iterdir() if "copie" in p.name) == [f"copie{n}.db" for n in range(5)]
    with ouvrir(str(tmp_path / "copie4.db"), creer=False) as copie:
        assert [d for c in verifier(copie) for d in c.defauts] == []
        assert len(chercher(copie, "salle")) == 1


def test_sauvegarde_entiere_ou_rien(registre: Registre, fichier: Path, tmp_path: Path) -> None:
    for mauvaise, message in (
        (fichier, "registre lui-même"),
        (tmp_path, "est un dossier"),
        (tmp_path / "absent" / "c.db", "Écriture impossible"),
    ):
        with pytest.raises(ErreurExport, match=message):
            sauvegarder(registre, mauvaise)
    assert [p.name for p in tmp_path.iterdir() if not p.name.startswith("registre.db")] == []


def test_commande_sauvegarder_remplace(registre: Registre, fichier: Path, tmp_path: Path) -> None:
    copie = tmp_path / "copie.db"
    copie.write_text("ancienne")
    assert main(["registre", "sauvegarder", str(copie), "--registre", str(fichier)]) == 0
    assert copie.read_bytes().startswith(b"SQLite format 3")


def test_sauvegarder_un_registre_plus_ancien(registre: Registre, fichier: Path, tmp_path: Path) -> None:
    with ecrire(registre) as cx:
        cx.execute(text("UPDATE alembic_version SET version_num = '0000'"))
    assert main(["registre", "sauvegarder", str(tmp_path / "copie.db"), "--registre", str(fichier)]) == 0


def test_le_pilote_de_postgresql_manque(tmp_path: Path) -> None:
    code = (
        "import sys; sys.modules['psycopg'] = None; from pipeline.__main__ import main\n"
        "sys.exit(main(['registre', 'migrer', '--registre', 'postgresql://x/y']))"
    )
    fini = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert fini.returncode == 4
    assert "pip install 'greffier[postgresql]'" in fini.stderr
