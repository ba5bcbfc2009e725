"""The command line: what it prints, where it writes, how it ends."""

import io
import json
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import lecteurs
import pytest

from pipeline import chaine
from pipeline.__main__ import main
from pipeline.commandes import lire as commandes_lire
from pipeline.commandes.sorties import fichier_entier
from pipeline.erreurs import ErreurDeliberation, ErreurExport

RACINE = Path(__file__).parent.parent
NATIF = RACINE / "echantillons" / "texte-natif-2023" / "scan.pdf"
Poser = Callable[..., list[str]]


@pytest.fixture
def faux(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Poser:
    """Replaces the chain by ``lecteurs.lire``; the function given writes files for it, in ``tmp_path/scans``."""
    monkeypatch.setattr(chaine, "lire", lecteurs.lire)
    (tmp_path / "scans").mkdir()

    def poser(**ordres: str) -> list[str]:
        chemins = [tmp_path / "scans" / f"{nom}.pdf" for nom in ordres]
        for chemin, ordre in zip(chemins, ordres.values(), strict=True):
            chemin.write_text(ordre)
        return [str(c) for c in chemins]

    return poser


def fiches(lignes: str) -> list[tuple[str, int]]:
    """File name and rank of each JSON line."""
    return [(Path(f["document"]).stem, f["rang"]) for f in map(json.loads, lignes.splitlines())]


# --- Help -------------------------------------------------------------------------------------------------------------


def test_aide_sans_bibliotheque_lourde() -> None:
    code = (
        "import sys; from pipeline.__main__ import main\n"
        "try: main(['--help'])\n"
        "except SystemExit as fin: assert fin.code == 0\n"
        "lourds = {'pydantic', 'numpy', 'cv2', 'PIL', 'spacy', 'pytesseract', 'pikepdf', 'sqlalchemy', 'alembic'}\n"
        "lourds.add('pipeline.chaine')\n"
        "assert not lourds & sys.modules.keys(), lourds & sys.modules.keys()"
    )
    fini = subprocess.run([sys.executable, "-c", code], cwd=RACINE, capture_output=True, text=True, check=False)
    assert fini.returncode == 0, fini.stderr
    assert "Lit les délibérations" in fini.stdout


@pytest.mark.parametrize(
    "arguments",
    [["--help"], ["lire", "--help"], ["expliquer", "--help"], ["verifier", "--help"], ["registre", "--help"]],
)
def test_aide_en_francais(arguments: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as fin:
        main(arguments)
    assert fin.value.code == 0
    aide = capsys.readouterr().out
    assert "affiche cette aide" in aide
    assert not any(mot in aide for mot in ("usage: ", "positional", "show ", "exit\n"))


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        ([], "il manque : COMMANDE"),
        (["lire"], "il manque : FICHIER|DOSSIER"),
        (["lire", "a", "--inconnue"], "argument inconnu : --inconnue"),
        (["lire", "a", "--pages-max", "dix"], "argument --pages-max : valeur non reconnue : 'dix'"),
        (["lire", "a", "--sortie"], "argument --sortie : une valeur est attendue"),
        (["ecrire"], "choix inconnu : 'ecrire'"),
    ],
)
def test_commande_mal_formee(arguments: list[str], message: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as fin:
        main(arguments)
    assert fin.value.code == ErreurDeliberation.code_sortie
    assert message in capsys.readouterr().err


def test_lecteur_parti_avant_la_fin() -> None:
    """As in « greffier ... | head »."""
    with subprocess.Popen(
        [sys.executable, "-m", "pipeline", "verifier"], cwd=RACINE, stdout=subprocess.PIPE, stderr=subprocess.PIPE
    ) as appel:
        assert appel.stdout is not None
        assert appel.stderr is not None
        appel.stdout.close()
        assert appel.stderr.read() == b""
    assert appel.returncode == 0


# --- One file ---------------------------------------------------------------------------------------------------------


def test_un_fichier_son_json(faux: Poser, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["lire", *faux(a="va")]) == 0
    sortie, messages = capsys.readouterr()
    lu = json.loads(sortie)
    assert list(lu) == ["document", "statut", "deliberations", "anomalies", "deductions", "references", "effets"]
    assert lu["document"]["nom"] == "a.pdf"
    assert lu["statut"] == "complete"
    assert lu["deliberations"][0]["collectivite"]["nom"] == "a"
    assert messages == ""


def test_un_fichier_avec_sources(faux: Poser, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["lire", *faux(a="va"), "--sources"]) == 0
    assert json.loads(capsys.readouterr().out)["sources"]["/deliberations/0/collectivite/nom"]["brut"] == "DIJON"


@pytest.mark.parametrize(
    ("ordre", "message"), [("doute", "À relire : 1 point en doute"), ("rien", "Aucune délibération")]
)
def test_un_fichier_a_relire(faux: Poser, ordre: str, message: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["lire", *faux(a=ordre)]) == 1
    assert message in capsys.readouterr().err


def test_un_fichier_refuse(faux: Poser, capsys: pytest.CaptureFixture[str]) -> None:
    (chemin,) = faux(a="chiffre")
    assert main(["lire", chemin]) == 5
    sortie, messages = capsys.readouterr()
    assert sortie == ""
    assert messages == (
        f"greffier : {chemin} : Ce PDF est protégé par un mot de passe. "
        "Enlevez le mot de passe (par exemple « qpdf --decrypt »), puis relancez.\n"
    )


@pytest.mark.parametrize(
    ("sortie", "fichier"), [("fin.json", "fin.json"), ("fin.jsonl", "fin.jsonl"), ("fin", "fin/a.json")]
)
def test_un_fichier_vers_sortie(
    faux: Poser, sortie: str, fichier: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["lire", *faux(a="va"), "--sortie", str(tmp_path / sortie)]) == 0
    lu = json.loads((tmp_path / fichier).read_text(encoding="utf-8"))
    assert (lu["rang"] if "rang" in lu else lu["deliberations"][0]["collectivite"]["nom"]) in (0, "a")
    assert "1 document, 2 pages, 1 acte en" in capsys.readouterr().out


def test_interrompu_sur_un_fichier(
    faux: Poser, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def interrompre(*_: object, **__: object) -> None:
        raise KeyboardInterrupt

    chemins = faux(a="va")
    monkeypatch.setattr(commandes_lire, "lire_lot", interrompre)
    assert main(["lire", *chemins]) == 130
    assert capsys.readouterr().err == "greffier : interrompu.\n"


def test_un_defaut_garde_sa_trace(faux: Poser, capfd: pytest.CaptureFixture[str]) -> None:
    assert main(["lire", *faux(a="defaut")]) == 2
    messages = capfd.readouterr().err
    assert "ZeroDivisionError: défaut pour l'essai" in messages
    assert "a.pdf : La lecture s'est arrêtée sur un défaut de greffier" in messages


# --- Many files -------------------------------------------------------------------------------------------------------


def test_dossier_lignes_dans_l_ordre(faux: Poser, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    faux(b=f"attend {tmp_path / 'scans' / 'd.fini'}", a="doute", c="chiffre", d="va", e="rien")
    assert main(["lire", str(tmp_path / "scans")]) == 5
    sortie, messages = capsys.readouterr()
    assert fiches(sortie) == [("a", 0), ("a", 1), ("b", 0), ("d", 0)]
    premiere, seconde = (json.loads(ligne) for ligne in sortie.splitlines()[:2])
    assert premiere["statut"] == seconde["statut"] == "partielle"
    assert [a["code"] for a in premiere["anomalies"]] == ["numero"]
    assert seconde["anomalies"] == []
    assert [nom for nom in "abcde" if f"{nom}.pdf : " in messages] == ["a", "c", "e"]


def test_lignes_avec_sources(faux: Poser, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    faux(a="doute")
    assert main(["lire", str(tmp_path / "scans"), "--sources"]) == 1
    assert [list(json.loads(ligne)["sources"]) for ligne in capsys.readouterr().out.splitlines()] == [
        ["/deliberations/0/collectivite/nom"],
        ["/deliberations/1/collectivite/nom"],
    ]


def test_vers_un_fichier_de_lignes(faux: Poser, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    sortie = tmp_path / "fin.jsonl"
    sortie.write_text("ancien")
    assert main(["lire", *faux(a="va", b="tue", c="va"), "--sortie", str(sortie)]) == 2
    assert fiches(sortie.read_text(encoding="utf-8")) == [("a", 0), ("c", 0)]
    vu, messages = capsys.readouterr()
    assert [ligne.split()[:4] for ligne in vu.splitlines()[2:5]] == [
        ["a.pdf", "2", "1", "complète"],
        ["b.pdf", "-", "-", "erreur"],
        ["c.pdf", "2", "1", "complète"],
    ]
    assert "b.pdf : La lecture a été interrompue par le système (SIGKILL)" in messages
    assert sorted(p.name for p in tmp_path.iterdir()) == ["fin.jsonl", "scans"]


def test_vers_un_dossier(faux: Poser, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    chemins = faux(a="va", b="va")
    (tmp_path / "scans" / "deux").mkdir()
    homonyme = tmp_path / "scans" / "deux" / "a.pdf"
    homonyme.write_text("va")
    sortie = tmp_path / "fin" / "json"
    assert main(["lire", *chemins, str(homonyme), "--sortie", str(sortie)]) == 0
    assert sorted(p.name for p in sortie.iterdir()) == ["b.json", "deux-a.json", "scans-a.json"]
    assert json.loads((sortie / "b.json").read_text(encoding="utf-8"))["document"]["nom"] == "b.pdf"
    assert "Plusieurs fichiers portent le même nom" in capsys.readouterr().err


def test_interrompu_garde_ce_qui_est_fini(faux: Poser, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    sortie = tmp_path / "fin"
    chemins = faux(a="va", b=f"interrompt {sortie / 'a.json'}", c=f"attend {tmp_path / 'jamais'}")
    assert main(["lire", *chemins, "--sortie", str(sortie)]) == 130
    assert [p.name for p in sortie.iterdir()] == ["a.json"]
    assert "interrompu ; 1 document sur 3 conservé" in capsys.readouterr().err


@pytest.mark.parametrize("sortie", ["/dev/null/fin.jsonl", "/dev/null/fin", "scans/a.pdf", "fin.json"])
def test_sortie_impossible(
    faux: Poser, sortie: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    assert main(["lire", *faux(a="va", b="va"), "--sortie", sortie]) == ErreurExport.code_sortie
    sortie_vue, messages = capsys.readouterr()
    assert sortie_vue == ""
    assert sortie in messages


def test_rien_d_ecrit_a_moitie(tmp_path: Path) -> None:
    chemin = tmp_path / "fin.jsonl"
    chemin.write_text("ancien")

    def echouer() -> None:
        with fichier_entier(chemin) as ecrire:
            ecrire("nouveau")
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        echouer()
    assert [(p.name, p.read_text()) for p in tmp_path.iterdir()] == [("fin.jsonl", "ancien")]


def test_nom_qui_n_est_pas_de_l_utf8(faux: Poser, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    faux(a="va", b="va")
    mauvais = (tmp_path / "scans" / "a.pdf").rename(tmp_path / "scans" / "d\udce9lib.pdf")
    assert main(["lire", str(tmp_path / "scans")]) == 5
    sortie, messages = capsys.readouterr()
    assert fiches(sortie) == [("b", 0)]
    assert "d�lib.pdf : Le nom de ce fichier n'est pas en UTF-8. Renommez-le.\n" in messages
    assert main(["lire", str(mauvais)]) == 5


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


@pytest.mark.parametrize("plusieurs", [False, True])
def test_progression_sur_un_terminal(faux: Poser, plusieurs: bool, monkeypatch: pytest.MonkeyPatch) -> None:
    chemins = faux(a="va", b="va") if plusieurs else faux(a="va")
    terminal = Terminal()
    monkeypatch.setattr(sys, "stderr", terminal)
    assert main(["lire", *chemins]) == 0
    vu = terminal.getvalue()
    assert ("page 1" if plusieurs else "a.pdf : page 1") in vu
    assert vu.endswith("\r\x1b[K")


# --- Files that cannot be read: the real chain up to OCR --------------------------------------------------------------


@pytest.fixture
def mauvais(tmp_path: Path) -> Path:
    """A folder of files that cannot be read, and one that can."""
    import pikepdf
    from PIL import Image

    dossier = tmp_path / "mauvais"
    dossier.mkdir()
    octets = NATIF.read_bytes()
    (dossier / "bon.pdf").write_bytes(octets)
    (dossier / "vide.pdf").touch()
    (dossier / "tronque.pdf").write_bytes(octets[: len(octets) // 3])
    (dossier / "pas-un-pdf.pdf").write_text("Bonjour")
    with pikepdf.open(NATIF) as pdf:
        pdf.save(dossier / "chiffre.pdf", encryption=pikepdf.Encryption(user="x", owner="y"))
    with pikepdf.new() as pdf:
        for _ in range(5000):
            pdf.add_blank_page()
        pdf.save(dossier / "cinq-mille.pdf")
    Image.new("1", (30_000, 40)).save(dossier / "large.png")
    return dossier


MAUVAIS = {
    "vide.pdf": "Ce fichier est vide",
    "tronque.pdf": "tronqué",
    "pas-un-pdf.pdf": "ni un PDF, ni une image",
    "chiffre.pdf": "mot de passe",
    "cinq-mille.pdf": "5000 pages",
    "large.png": "30000 x 40 pixels",
}


def test_mauvais_fichiers_n_arretent_pas_les_autres(mauvais: Path, capfd: pytest.CaptureFixture[str]) -> None:
    absent = mauvais.parent / "absent.pdf"
    vide = mauvais.parent / "dossier-vide"
    vide.mkdir()
    assert main(["lire", str(mauvais), str(absent), str(vide)]) == 5
    sortie, messages = capfd.readouterr()
    assert {nom for nom, _ in fiches(sortie)} == {"bon"}
    attendus = {**MAUVAIS, "absent.pdf": "n'existe pas", "dossier-vide": "aucun fichier à lire"}
    for nom, message in attendus.items():
        (ligne,) = [m for m in messages.splitlines() if f"{nom} : " in m]
        assert message in ligne
        assert ligne.count(". ") >= 1  # the remedy follows
    assert "Traceback" not in messages


@pytest.mark.parametrize("option", ["--pages-max", "--pixels-max"])
def test_limites(option: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    from PIL import Image

    image = tmp_path / "a.tif"
    Image.new("1", (40, 40)).save(image, save_all=True, append_images=[Image.new("1", (40, 40))])
    assert main(["lire", str(image), option, "1"]) == 5
    assert option in capsys.readouterr().err


def test_reglages_refuses(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    fichier = tmp_path / "greffier.toml"
    fichier.write_text("vitesse = 3\n")
    assert main(["lire", str(NATIF), "--reglages", str(fichier)]) == 3
    assert "Réglage inconnu : « vitesse »" in capsys.readouterr().err
    assert main(["lire", str(NATIF), "--pages-max", "0"]) == 3
