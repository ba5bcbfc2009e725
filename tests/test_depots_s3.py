"""Scans of an S3 store: a real server on loopback (moto), real requests, and keys that no path should be."""

import os
from collections.abc import Iterator
from pathlib import Path

import boto3
import pytest
from fabrique import ECHANTILLONS
from moto.s3.models import s3_backends
from moto.server import ThreadedMotoServer

from pipeline.__main__ import main
from pipeline.depots_s3 import Adresse, adresse, chemin_de, copier
from pipeline.erreurs import ErreurEnvironnement, ErreurReglages, ErreurScan, ScanIntrouvable, ScanVide
from pipeline.registre.ouverture import ouvrir
from pipeline.registre.travaux import compter_etats

SCAN = (ECHANTILLONS / "telephone-2022" / "scan.pdf").read_bytes()
HOSTILES = ["/absolu.pdf", "deux\nlignes.pdf", f"{'é' * 150}.pdf", ".cache.pdf", "a/.../b.pdf"]
REMONTANTES = ["../../dehors.pdf", "a/../../../dehors.pdf", "..", "a/..", "..\\..\\dehors.pdf"]


@pytest.fixture(scope="module")
def depot() -> Iterator[str]:
    """The address of a store with two buckets: scans and other things; keys that would lead out of a folder."""
    serveur = ThreadedMotoServer(ip_address="127.0.0.1", port=0, verbose=False)
    serveur.start()
    machine, port = serveur.get_host_and_port()
    url = f"http://{machine}:{port}"
    client = boto3.client(
        "s3", endpoint_url=url, region_name="us-east-1", aws_access_key_id="x", aws_secret_access_key="x"
    )
    client.create_bucket(Bucket="mairie")
    client.put_object(Bucket="mairie", Key="2022/juillet/scan.pdf", Body=SCAN)
    client.put_object(Bucket="mairie", Key="2022/copie.PDF", Body=SCAN)
    client.put_object(Bucket="mairie", Key="2022/notes.txt", Body=b"rien")
    client.put_object(Bucket="mairie", Key="2023/vide.pdf", Body=b"")
    client.create_bucket(Bucket="hostile")
    for cle in (*HOSTILES, *REMONTANTES[:2]):  # the server resolves some in a request: put behind it
        s3_backends["123456789012"]["aws"].put_object("hostile", cle, b"%PDF")
    yield url
    serveur.stop()


@pytest.fixture(autouse=True)
def identifiants(depot: str, monkeypatch: pytest.MonkeyPatch) -> None:
    for nom, valeur in {"ENDPOINT_URL": depot, "ACCESS_KEY_ID": "x", "SECRET_ACCESS_KEY": "x"}.items():
        monkeypatch.setenv(f"AWS_{nom}", valeur)


def test_importer_un_depot(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The same scan under two keys is one document; the empty one is set aside; what is no scan is left there."""
    url, copies = f"sqlite:///{tmp_path}/r.db", tmp_path / "copies"
    commande = ["importer", "s3://mairie/", "--copies", str(copies), "--registre", url]
    assert main(commande) == 5
    assert sorted(f.relative_to(copies).as_posix() for f in copies.rglob("*") if f.is_file()) == [
        "mairie/2022/copie.PDF", "mairie/2022/juillet/scan.pdf", "mairie/2023/vide.pdf",
    ]  # fmt: skip
    assert (copies / "mairie/2022/juillet/scan.pdf").read_bytes() == SCAN
    with ouvrir(url) as registre:
        etats = compter_etats(registre)
    assert (etats["fait"], etats["quarantaine"]) == (1, 1)
    capsys.readouterr()
    assert main(commande) == 0
    assert "3 fichiers, dont 0 document que" in capsys.readouterr().out


def test_une_copie_entiere_n_est_pas_redemandee(tmp_path: Path) -> None:
    (premiere,) = copier(Adresse("mairie", "2022/juillet"), tmp_path)
    assert isinstance(premiere, Path)
    avant = premiere.stat()
    (seconde,) = copier(Adresse("mairie", "2022/juillet"), tmp_path)
    assert seconde == premiere
    assert premiere.stat().st_ino == avant.st_ino  # a copy made anew would be another file
    premiere.write_bytes(SCAN[:100])
    os.utime(premiere, (avant.st_atime, avant.st_mtime))
    assert list(copier(Adresse("mairie", "2022/juillet"), tmp_path)) == [premiere]
    assert premiere.read_bytes() == SCAN


def test_aucune_cle_ne_mene_dehors(tmp_path: Path) -> None:
    dossier = tmp_path / "un" / "deux" / "copies"
    recues = list(copier(Adresse("hostile", ""), dossier))
    copiees = [c for c in recues if isinstance(c, Path)]
    assert len(set(copiees)) == len(HOSTILES) + 1  # the key with a line end is not given: named, and stops nothing
    assert sum(isinstance(c, ErreurScan) for c in recues) == 1
    for copie in copiees:
        assert copie.resolve().is_relative_to(dossier / "hostile")
        assert copie.is_file()
        assert "\n" not in copie.name
    assert {f for f in tmp_path.rglob("*") if f.is_file()} == set(copiees)


@pytest.mark.parametrize("cle", [*HOSTILES, *REMONTANTES])
def test_le_chemin_d_une_copie(cle: str) -> None:
    chemin = chemin_de(cle)
    assert not chemin.is_absolute()
    assert ".." not in chemin.parts


def test_une_copie_impossible_n_arrete_pas_les_autres(tmp_path: Path) -> None:
    (tmp_path / "mairie" / "2022").mkdir(parents=True)
    (tmp_path / "mairie" / "2022" / "juillet").write_text("un fichier, là où il faudrait un dossier")
    copies = list(copier(Adresse("mairie", "2022"), tmp_path))
    assert [type(c).__mro__[1] if isinstance(c, ErreurScan) else c.name for c in copies] == ["copie.PDF", ErreurScan]


@pytest.mark.parametrize(
    ("ou", "erreur", "dit"),
    [
        (Adresse("nulle-part", ""), ScanIntrouvable, "Ce seau n'existe pas"),
        (Adresse("mairie", "1999/"), ScanVide, "Aucun scan à cette adresse"),
    ],
)
def test_une_mauvaise_adresse_est_dite(tmp_path: Path, ou: Adresse, erreur: type[Exception], dit: str) -> None:
    with pytest.raises(erreur, match=dit):
        list(copier(ou, tmp_path))


def test_un_depot_muet_est_dit(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("AWS_ENDPOINT_URL", "http://127.0.0.1:9")
    monkeypatch.setenv("AWS_MAX_ATTEMPTS", "1")
    with pytest.raises(ErreurEnvironnement, match="ne répond pas"):
        list(copier(Adresse("mairie", ""), tmp_path))


def test_sans_identifiant(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for nom in ("AWS_ACCESS_KEY_ID", "AWS_SECRET_ACCESS_KEY"):
        monkeypatch.delenv(nom)
    monkeypatch.setenv("HOME", str(tmp_path))
    with pytest.raises(ErreurEnvironnement, match="Aucun identifiant"):
        list(copier(Adresse("mairie", ""), tmp_path))


@pytest.mark.parametrize(
    ("texte", "attendue"),
    [("s3://mairie/2022/", Adresse("mairie", "2022/")), ("s3:/mairie", Adresse("mairie", ""))],
)
def test_adresse(texte: str, attendue: Adresse) -> None:
    assert adresse(texte) == attendue


def test_adresse_sans_seau() -> None:
    with pytest.raises(ErreurReglages, match="s3://seau/debut"):
        adresse("s3://")
