"""Exports of records: valid, the same twice, whole or not at all, and nothing but a former export is replaced."""

import json
import multiprocessing
import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from exportateur import SLUGS, exporter, lecture, sommes_justes
from jsonschema import Draft202012Validator

from modeles.fiche import Arbre, Fiche, Profil, en_ligne
from outils.banc_exports import remplir
from pipeline.commandes.sorties import SOMMES, dossier_entier
from pipeline.discretion.profils import ligne_discrete
from pipeline.erreurs import ErreurExport
from pipeline.exports import schema
from pipeline.fiches import LOT, Choix, actes, fiches
from pipeline.registre.ouverture import Registre, ouvrir

RACINE = Path(__file__).parent.parent


@pytest.fixture
def registre(echantillons: str) -> Iterator[Registre]:
    with ouvrir(echantillons, creer=False) as registre:
        yield registre


# --- The records ------------------------------------------------------------------------------------------------------


def test_chaque_acte_une_fiche(registre: Registre) -> None:
    toutes = list(fiches(registre))
    attendus = sum(len(lecture(s).deliberations) for s in SLUGS)
    assert len({f.id for f in toutes}) == len(toutes) == attendus
    for fiche in toutes:
        assert Fiche.model_validate_json(fiche.model_dump_json()) == fiche


def test_les_pointeurs_partent_de_la_fiche(registre: Registre) -> None:
    for fiche in fiches(registre):
        arbre = fiche.model_dump(mode="json")
        champs = [*(x.champ for x in fiche.references), *(x.champ for x in fiche.effets)]
        for pointeur in (*(s.champ for s in fiche.sources), *champs):
            noeud: Any = arbre
            for cle in pointeur.split("/")[1:]:
                noeud = noeud[int(cle)] if isinstance(noeud, list) else noeud[cle]
            assert noeud not in (None, "")


def test_une_valeur_decidee_est_dite_confirmee(registre: Registre) -> None:
    confirmees = {f.id: f.confirmes for f in fiches(registre) if f.confirmes}
    assert confirmees == {f"{lecture(SLUGS[0]).document.sha256[:16]}-1": ("/seance/date",)}


def test_les_choix_valent_acte_par_acte(registre: Registre) -> None:
    toutes = list(fiches(registre))
    dates = sorted(f.seance.date for f in toutes if f.seance.date)
    milieu = dates[len(dates) // 2]
    assert {f.id for f in fiches(registre, Choix(depuis=milieu))} == {
        f.id for f in toutes if f.seance.date and f.seance.date >= milieu
    }
    noms = {f.id: f.collectivite.nom for f in toutes if f.collectivite and f.collectivite.nom}
    nom = next(iter(noms.values()))
    trouvees = {f.id for f in fiches(registre, Choix(collectivite=nom.upper()))}
    assert trouvees == {i for i, n in noms.items() if n == nom}
    partielles = [f.id for f in fiches(registre, Choix(statut="partielle"))]
    assert partielles == [f.id for f in toutes if any(a.gravite != "info" for a in f.anomalies)]


# --- jsonl, json ------------------------------------------------------------------------------------------------------


def test_schema_publie_a_jour() -> None:
    assert (RACINE / "docs/schema/fiche-1.0.json").read_text(encoding="utf-8") == schema.texte()


def test_schema_bien_forme() -> None:
    Draft202012Validator.check_schema(schema.schema())


@pytest.mark.parametrize("format_", ["jsonl", "json"])
def test_lignes_valides(echantillons: str, registre: Registre, tmp_path: Path, format_: str) -> None:
    assert exporter(echantillons, tmp_path / "jeu", format_) == 0
    texte = (tmp_path / "jeu" / f"deliberations.{format_}").read_text(encoding="utf-8")
    lues = [json.loads(x) for x in texte.splitlines()] if format_ == "jsonl" else json.loads(texte)
    verifier = Draft202012Validator(schema.schema())
    for lue in lues:
        verifier.validate(lue)
    assert [Fiche.model_validate_json(json.dumps(x)) for x in lues] == list(fiches(registre))
    assert sommes_justes(tmp_path / "jeu")


@pytest.mark.parametrize("format_", ["jsonl", "json"])
def test_memes_octets_deux_fois(echantillons: str, tmp_path: Path, format_: str) -> None:
    for nom in ("un", "deux"):
        assert exporter(echantillons, tmp_path / nom, format_) == 0
    assert (tmp_path / "un" / SOMMES).read_bytes() == (tmp_path / "deux" / SOMMES).read_bytes()


def test_rien_a_ecrire(echantillons: str, tmp_path: Path) -> None:
    assert exporter(echantillons, tmp_path / "jeu", "json", "--collectivite", "nulle part") == 0
    assert json.loads((tmp_path / "jeu" / "deliberations.json").read_text()) == []


# --- Many readings ----------------------------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def nombreux(tmp_path_factory: pytest.TempPathFactory) -> str:
    """More readings than one process is given at once."""
    fichier = tmp_path_factory.mktemp("nombreux") / "r.db"
    remplir(fichier, 5 * LOT)
    return f"sqlite:///{fichier}"


@pytest.mark.parametrize("profil", ["interne", "public"])
def test_les_coeurs_ne_changent_rien(nombreux: str, tmp_path: Path, profil: Profil) -> None:
    """What processes of their own cut, and mask, in the order of the registre."""
    assert exporter(nombreux, tmp_path / "jeu", "jsonl", "--profil", profil, "--forcer") == 0
    with ouvrir(nombreux, creer=False) as registre:
        seules = [ligne_discrete(json.loads(en_ligne(f)), profil, b"")[0] for f in fiches(registre)]
    assert len(seules) >= 5 * LOT
    assert (tmp_path / "jeu/deliberations.jsonl").read_bytes().splitlines() == seules


def mourir(arbre: Arbre) -> None:
    """In a process of the export only: the first readings are cut in this one."""
    if multiprocessing.parent_process() is not None:
        os._exit(1)


def test_un_processus_arrete_est_dit(nombreux: str) -> None:
    with ouvrir(nombreux, creer=False) as registre, pytest.raises(ErreurExport, match="a été arrêté"):
        list(actes(registre, Choix(), mourir))


# --- Whole or not at all ----------------------------------------------------------------------------------------------


def test_un_export_prend_la_place_du_precedent(echantillons: str, tmp_path: Path) -> None:
    assert exporter(echantillons, tmp_path / "jeu", "jsonl") == 0
    assert exporter(echantillons, tmp_path / "jeu", "json") == 0
    assert {f.name for f in (tmp_path / "jeu").iterdir()} == {"deliberations.json", SOMMES}
    assert {f.name for f in tmp_path.iterdir()} == {"jeu"}


def test_un_dossier_qui_tient_autre_chose_est_refuse(
    echantillons: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert exporter(echantillons, tmp_path / "jeu", "jsonl") == 0
    (tmp_path / "jeu" / "mes notes.txt").write_text("précieux")
    assert exporter(echantillons, tmp_path / "jeu", "jsonl") == 6
    assert "autre chose qu'un export" in capsys.readouterr().err
    assert (tmp_path / "jeu" / "mes notes.txt").read_text() == "précieux"


def test_une_erreur_ne_laisse_rien(tmp_path: Path) -> None:
    def remplir() -> None:
        with dossier_entier(tmp_path / "jeu") as dossier:
            (dossier / "moitie").write_text("x")
            raise OSError(28, "plus de place")

    with pytest.raises(ErreurExport):
        remplir()
    assert list(tmp_path.iterdir()) == []


LENT = """
import sys, time
from pathlib import Path
from pipeline.commandes.sorties import dossier_entier
with dossier_entier(Path(sys.argv[1])) as dossier:
    (dossier / "nouveau").write_text("x")
    print("pret", flush=True)
    time.sleep(600)
"""


def test_tue_en_chemin_l_export_precedent_reste(echantillons: str, tmp_path: Path) -> None:
    assert exporter(echantillons, tmp_path / "jeu", "jsonl") == 0
    avant = (tmp_path / "jeu" / "deliberations.jsonl").read_bytes()
    with subprocess.Popen(
        [sys.executable, "-c", LENT, str(tmp_path / "jeu")], stdout=subprocess.PIPE, cwd=RACINE
    ) as processus:
        assert processus.stdout is not None
        assert processus.stdout.readline() == b"pret\n"
        os.kill(processus.pid, signal.SIGKILL)
    assert (tmp_path / "jeu" / "deliberations.jsonl").read_bytes() == avant
    assert sommes_justes(tmp_path / "jeu")
    assert exporter(echantillons, tmp_path / "jeu", "json") == 0
    assert {f.name for f in tmp_path.iterdir()} == {"jeu"}  # nothing is left of the one that was killed
