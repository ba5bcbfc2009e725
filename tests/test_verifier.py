"""``greffier verifier``: what is there, what is missing, and the command that installs it."""

from pathlib import Path

import pytest

from pipeline import donnees, installation
from pipeline.__main__ import main


def test_verifier_tout_est_la(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["verifier"]) == 0
    vu = capsys.readouterr().out
    assert vu.endswith("Rien ne manque.\n")
    assert all(nom in vu for nom in ("Poppler", "Polices", "Tesseract", "« fra »", "« osd »", "spaCy"))


def test_verifier_rien_n_est_la(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.setattr(installation, "DOSSIERS_POLICES", (str(tmp_path),))
    monkeypatch.setattr(installation, "MODELE", "modele-absent")
    assert main(["verifier"]) == 4
    vu = capsys.readouterr().out
    assert vu.count("MANQUANT") == 6
    for paquet in ("poppler-utils", "fonts-liberation", "tesseract-ocr", "tesseract-ocr-fra", "tesseract-ocr-osd"):
        assert f"apt-get install {paquet}\n" in vu
    assert "pip install" in vu


def test_verifier_tesseract_trop_ancien(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    programme = tmp_path / "tesseract"
    programme.write_text("#!/bin/sh\necho 'tesseract 3.04.01' >&2\n")
    programme.chmod(0o755)
    monkeypatch.setenv("PATH", f"{tmp_path}:/bin")
    controles = {c.nom: c for c in installation.controler("fra+oci")}
    assert not controles["Tesseract (reconnaissance)"].present
    assert controles["Tesseract, données « oci »"].remede.endswith("apt-get install tesseract-ocr-oci")


def test_les_meilleures_donnees_sont_lues_quand_elles_sont_la(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.delenv("TESSDATA_PREFIX", raising=False)
    monkeypatch.setattr(donnees, "DOSSIER", tmp_path)
    assert main(["verifier"]) == 0  # they are not needed
    assert "facultatif, lit mieux : make donnees" in capsys.readouterr().out
    assert [c.facultatif for c in installation.controler() if c.facultatif] == [
        "lit mieux",
        "lit plus vite",
        "relit les mots douteux",
    ]
    (tmp_path / "fra.traineddata").touch()
    assert donnees.dossier("fra") == tmp_path
    assert donnees.dossier("fra+oci") is None
    monkeypatch.setenv("TESSDATA_PREFIX", "/ailleurs")
    assert donnees.dossier("fra") is None
