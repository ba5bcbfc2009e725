"""The registre at work, with real scans: OCR once, reading again without it, files out."""

import json
import subprocess
from pathlib import Path

import pytest
from exportateur import SCANS
from sqlalchemy import func, select

from modeles.lecture import Lecture
from pipeline.__main__ import main
from pipeline.comparaison import Changement, comparer
from pipeline.registre import deposer, lectures_courantes, ouvrir
from pipeline.registre.depot import decider
from pipeline.registre.ouverture import Registre, consulter
from pipeline.registre.schema import lectures, pages, pages_ocr


@pytest.fixture
def url(importes: tuple[Path, str], tmp_path: Path) -> str:
    """A copy of that registre."""
    assert main(["registre", "sauvegarder", str(tmp_path / "copie.db"), "--registre", importes[1]]) == 0
    return f"sqlite:///{tmp_path}/copie.db"


def courantes(registre: Registre) -> dict[str, Lecture]:
    return {Path(x.chemins[0]).stem: x.lecture for x in lectures_courantes(registre)}


def test_importer_lit_comme_lire(importes: tuple[Path, str], tmp_path: Path) -> None:
    dossier, url = importes
    main(["lire", str(dossier), "--sortie", str(tmp_path)])
    with ouvrir(url) as registre:
        for nom, lecture in courantes(registre).items():
            attendu = json.loads((tmp_path / f"{nom}.json").read_text(encoding="utf-8"))
            assert lecture.model_dump(mode="json")["deliberations"] == attendu["deliberations"]


def test_importer_de_nouveau_ne_lit_rien(importes: tuple[Path, str], capsys: pytest.CaptureFixture[str]) -> None:
    dossier, url = importes
    assert main(["importer", str(dossier), "--registre", url, "--json"]) == 0
    genres = [json.loads(ligne)["evenement"] for ligne in capsys.readouterr().out.splitlines()]
    assert genres == ["inscrit", "fin"]


def test_la_meme_image_n_est_pas_reconnue_deux_fois(
    importes: tuple[Path, str], url: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The same page in another file: another document, whose pages are known."""
    autre = tmp_path / "autre"
    autre.mkdir()
    contenu = (importes[0] / "telephone-2022.pdf").read_bytes()
    (autre / "copie.pdf").write_bytes(contenu + b"\n% une copie\n")
    with ouvrir(url) as registre, consulter(registre) as cx:
        avant = cx.execute(select(func.count()).select_from(pages_ocr)).scalar_one()
    monkeypatch.setenv("PATH", str(tmp_path))  # no tesseract to be found
    assert main(["importer", str(autre), "--registre", url]) == 0
    with ouvrir(url) as registre, consulter(registre) as cx:
        assert cx.execute(select(func.count()).select_from(pages_ocr)).scalar_one() == avant
        assert cx.execute(select(func.count()).select_from(pages)).scalar_one() > avant
        assert len(courantes(registre)) == 3


def test_relire_tout_montre_puis_garde(url: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["relire-tout", "--registre", url]) == 0  # nothing changes
    with ouvrir(url) as registre:
        juste = courantes(registre)["texte-natif-2023"]
        acte = juste.deliberations[0]
        faux = juste.model_copy(update={"deliberations": (acte.model_copy(update={"numero": "FAUX-1"}),)})
        deposer(registre, faux, "ancienne", "essai", 1.0)
    capsys.readouterr()
    assert main(["relire-tout", "--registre", url, "--json"]) == 1
    (change,) = [json.loads(ligne) for ligne in capsys.readouterr().out.splitlines()]
    assert (change["champ"], change["avant"], change["apres"]) == ("/deliberations/0/numero", "FAUX-1", acte.numero)
    with ouvrir(url) as registre:
        assert courantes(registre)["texte-natif-2023"].deliberations[0].numero == "FAUX-1"
    assert main(["relire-tout", "--registre", url, "--accepter"]) == 0
    with ouvrir(url) as registre, consulter(registre) as cx:
        assert courantes(registre)["texte-natif-2023"].deliberations == juste.deliberations
        assert cx.execute(select(func.count()).where(lectures.c.courante.is_(True))).scalar_one() == len(SCANS)


def test_ce_qu_une_personne_a_decide_ne_change_pas(url: str) -> None:
    with ouvrir(url) as registre:
        sha256 = courantes(registre)["texte-natif-2023"].document.sha256
        decider(registre, sha256, "/deliberations/0/objet", "Objet relu", auteur="Anne")
    assert main(["relire-tout", "--registre", url, "--accepter"]) == 0
    with ouvrir(url) as registre:
        tenue = courantes(registre)["texte-natif-2023"]
    assert tenue.deliberations[0].objet == "Objet relu"
    assert [a.champ for a in tenue.anomalies if a.code == "decision-contredite"] == ["/deliberations/0/objet"]


@pytest.mark.parametrize(("format_", "fichiers"), [
    ("pdfa", ["telephone-2022.pdf", "texte-natif-2023.pdf"]),
    ("alto", ["telephone-2022-0001.alto.xml", "texte-natif-2023-0001.alto.xml", "texte-natif-2023-0002.alto.xml"]),
])  # fmt: skip
def test_exporter(importes: tuple[Path, str], tmp_path: Path, format_: str, fichiers: list[str]) -> None:
    dossier, url = importes
    avant = {f.name: f.read_bytes() for f in dossier.iterdir()}
    assert main(["exporter", str(tmp_path), "--format", format_, "--registre", url]) == 0
    assert sorted(f.name for f in tmp_path.iterdir()) == fichiers
    assert {f.name: f.read_bytes() for f in dossier.iterdir()} == avant
    if format_ == "pdfa":
        texte = subprocess.run(["pdftotext", tmp_path / fichiers[0], "-"], capture_output=True, text=True, check=True)
        assert "ROSE-ÉLOI" in texte.stdout


def test_un_scan_deplace_est_nomme(
    importes: tuple[Path, str], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    dossier, url = importes
    scan = dossier / "telephone-2022.pdf"
    scan.rename(scan.with_suffix(".ailleurs"))
    try:
        assert main(["exporter", str(tmp_path), "--format", "alto", "--registre", url, "--statut", "complete"]) == 5
    finally:
        scan.with_suffix(".ailleurs").rename(scan)
    assert "n'est plus là où il a été lu" in capsys.readouterr().err
    assert {f.name for f in tmp_path.iterdir()} == {"texte-natif-2023-0001.alto.xml", "texte-natif-2023-0002.alto.xml"}


def test_comparer_dit_ce_qui_manque_des_deux_cotes() -> None:
    def lue(*visas: str, numero: str | None) -> Lecture:
        acte = {"numero": numero, "visas": visas}
        document = {"nom": "a.pdf", "sha256": "0" * 64, "pages": 1}
        return Lecture.model_validate_json(json.dumps({"document": document, "deliberations": [acte]}))

    assert comparer(lue("a", "b", numero="1"), lue("a", numero=None)) == [
        Changement("/deliberations/0/numero", "1", None),
        Changement("/deliberations/0/visas/1", "b", None),
    ]
    assert Changement("/deliberations/0/visas/1", "b", None).champ == "visas"
