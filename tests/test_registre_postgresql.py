"""What only a PostgreSQL server can do: not answer, refuse, lack an extension; its copies."""

import shutil
import socket
import subprocess
from pathlib import Path

import pytest
from documents import ACTE
from fabrique import lire
from serveur_postgresql import base_neuve, programme
from sqlalchemy import text

from pipeline.__main__ import main
from pipeline.erreurs import ErreurEnvironnement, ErreurRegistre
from pipeline.registre import Scan, chercher, deposer, inscrire, ouverture, ouvrir, rejoindre, sauvegarder
from pipeline.registre.ouverture import ecrire


@pytest.fixture
def url(serveur: str) -> str:
    return base_neuve(serveur)


def test_serveur_injoignable(capsys: pytest.CaptureFixture[str]) -> None:
    with socket.socket() as libre:  # bound, not listening: nobody answers there
        libre.bind(("127.0.0.1", 0))
        adresse = f"postgresql://u:secret@127.0.0.1:{libre.getsockname()[1]}/base"
        assert main(["chercher", "x", "--registre", adresse]) == 7
    message = capsys.readouterr().err
    assert "ne répond pas" in message
    assert "secret" not in message


def test_base_absente(url: str) -> None:
    with pytest.raises(ErreurRegistre, match="Cette base n'existe pas"):
        ouvrir(url.replace("/essai", "/absente"))


def test_utilisateur_inconnu(url: str) -> None:
    with pytest.raises(ErreurRegistre, match="refuse cet utilisateur"):
        ouvrir(url.replace("postgres@", "inconnu@"))


def test_le_mot_de_passe_n_est_pas_montre(url: str) -> None:
    with ouvrir(url.replace("postgres@", "postgres:secret@")) as registre:
        assert "secret" not in repr(registre)
        assert "secret" in registre.url


def test_sans_le_droit_d_ajouter_unaccent(url: str) -> None:
    with ouvrir(url) as registre, ecrire(registre) as cx:
        cx.execute(text("DROP SCHEMA public CASCADE; CREATE SCHEMA public; GRANT ALL ON SCHEMA public TO public"))
        cx.execute(text("DROP ROLE IF EXISTS simple; CREATE ROLE simple LOGIN"))
        base = cx.execute(text("SELECT current_database()")).scalar_one()
        cx.execute(text(f"REVOKE CREATE ON DATABASE {base} FROM PUBLIC"))
    with pytest.raises(ErreurRegistre, match="unaccent"):
        ouvrir(url.replace("postgres@", "simple@"))


def test_lecture_sans_droit_d_ecrire(url: str) -> None:
    with ouvrir(url) as registre, ecrire(registre) as cx:
        cx.execute(text("DROP ROLE IF EXISTS curieux; CREATE ROLE curieux LOGIN"))
        cx.execute(text("GRANT SELECT ON ALL TABLES IN SCHEMA public TO curieux"))
    with ouvrir(url.replace("postgres@", "curieux@"), creer=False) as registre:
        assert chercher(registre, "salle") == []
        with pytest.raises(ErreurRegistre, match="n'a pas les droits"):
            inscrire(registre, [Scan("a.pdf", "a" * 64, 1)])
    with ouvrir(url) as registre, ecrire(registre) as cx:
        cx.execute(text("DROP OWNED BY curieux; DROP ROLE curieux"))


def test_occupe(url: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ouverture, "PATIENCE", 0.1)
    with ouvrir(url) as registre, ouvrir(url) as autre, ecrire(registre) as cx:
        cx.execute(text("LOCK TABLE documents IN EXCLUSIVE MODE"))
        with pytest.raises(ErreurRegistre, match="occupé par un autre programme"):
            inscrire(autre, [Scan("b.pdf", "b" * 64, 1)])
        assert chercher(autre, "salle") == []  # reading goes on


def test_sauvegarde_et_reprise(url: str, serveur: str, tmp_path: Path) -> None:
    if programme("pg_dump") is None or programme("pg_restore") is None:
        pytest.skip("pg_dump n'est pas installé (paquet postgresql-client)")
    with ouvrir(url) as registre:
        inscrire(registre, [Scan("a.pdf", "0" * 64, 12)])
        deposer(registre, lire(ACTE), "v1", "tesseract", 1.0)
        sauvegarder(registre, tmp_path / "copie.dump")
    reprise = base_neuve(serveur)
    ordre = [str(programme("pg_restore")), f"--dbname={reprise}", str(tmp_path / "copie.dump")]
    subprocess.run(ordre, check=True, capture_output=True)
    with ouvrir(reprise, creer=False) as registre:
        assert len(chercher(registre, "rénovations")) == 1
        inscrire(registre, [Scan("b.pdf", "b" * 64, 12)])
    assert [p.name for p in tmp_path.iterdir()] == ["copie.dump"]


def test_sans_pg_dump(url: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(shutil, "which", lambda *_, **__: None)
    with ouvrir(url) as registre, pytest.raises(ErreurEnvironnement, match="postgresql-client"):
        sauvegarder(registre, tmp_path / "copie.dump")
    assert list(tmp_path.iterdir()) == []


def test_pg_dump_refuse(url: str, tmp_path: Path) -> None:
    absente = url.replace("/essai", "/absente")
    with rejoindre(absente) as registre, pytest.raises(ErreurRegistre, match="pg_dump n'a pas pu"):
        sauvegarder(registre, tmp_path / "copie.dump")
    assert list(tmp_path.iterdir()) == []
