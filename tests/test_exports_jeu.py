"""The dataset: loads at the first try in the readers of the field, says where each value stands, the same twice."""

import csv
import json
import math
import sys
from pathlib import Path
from typing import Any

import duckdb
import pandas as pd
import polars as pl
import pyarrow.parquet as pq
import pytest
from exportateur import exporter, sommes_justes
from frictionless import Package

from modeles.fiche import Fiche
from modeles.lecture import feuilles_dites
from pipeline.erreurs import ErreurEnvironnement

TABLES_DU_JEU = frozenset(
    {"deliberations", "presences", "procurations", "votes", "votes_nominatifs", "visas", "references", "personnes"}
)


@pytest.fixture(scope="module")
def jeu(echantillons: str, tmp_path_factory: pytest.TempPathFactory) -> Path:
    destination = tmp_path_factory.mktemp("jeu") / "jeu"
    assert exporter(echantillons, destination, "jeu") == 0
    return destination


@pytest.fixture(scope="module")
def arbres(jeu: Path) -> list[dict[str, Any]]:
    return [json.loads(x) for x in (jeu / "deliberations.jsonl").read_text(encoding="utf-8").splitlines()]


def table(jeu: Path, nom: str) -> list[dict[str, str]]:
    with (jeu / f"{nom}.csv").open(encoding="utf-8", newline="") as flux:
        return list(csv.DictReader(flux))


def en_json(valeur: Any) -> Any:
    """As JSON would give it back: dates as text."""
    return json.loads(json.dumps(valeur, default=str))


def test_rien_que_ce_qui_est_dit(jeu: Path) -> None:
    assert sommes_justes(jeu)
    assert {f.name for f in jeu.iterdir()} == {f"{n}.csv" for n in TABLES_DU_JEU} | {
        "deliberations.jsonl", "deliberations.parquet", "schema.json", "datapackage.json", "croissant.json",
        "README.md", "CITATION.cff", "LICENCE.md", "SHA256SUMS",
    }  # fmt: skip


def test_parquet_dit_ce_que_dit_le_jsonl(jeu: Path, arbres: list[dict[str, Any]]) -> None:
    assert en_json(pq.read_table(jeu / "deliberations.parquet").to_pylist()) == arbres
    lues = duckdb.read_parquet(str(jeu / "deliberations.parquet"))
    assert [en_json(dict(zip(lues.columns, x, strict=True))) for x in lues.fetchall()] == arbres


def test_jsonl_se_charge_partout(jeu: Path, arbres: list[dict[str, Any]]) -> None:
    fichier = jeu / "deliberations.jsonl"
    ids = [a["id"] for a in arbres]
    assert pd.read_json(fichier, lines=True)["id"].tolist() == ids
    assert pl.read_ndjson(fichier, infer_schema_length=None)["id"].to_list() == ids
    assert [x[0] for x in duckdb.read_json(str(fichier)).select("id").fetchall()] == ids
    for ligne in fichier.read_text(encoding="utf-8").splitlines():  # strict: what jsonlite takes, no NaN
        json.loads(ligne, parse_constant=lambda x: pytest.fail(x))


def test_frictionless_valide_le_paquet(jeu: Path) -> None:
    rapport = Package(str(jeu / "datapackage.json")).validate()
    assert rapport.valid, rapport.flatten(["title", "note"])
    assert len(rapport.tasks) == 10


def test_croissant_se_charge(jeu: Path) -> None:
    import mlcroissant

    paquet = mlcroissant.Dataset(jsonld=str(jeu / "croissant.json"))
    assert not paquet.metadata.ctx.issues.errors
    for nom in TABLES_DU_JEU:
        lues = list(paquet.records(nom))
        assert [x[f"{nom}/id"].decode() for x in lues] == [x["id"] for x in table(jeu, nom)]


def test_datasets_charge_le_dossier_sans_reseau(
    jeu: Path, arbres: list[dict[str, Any]], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for variable in ("HF_HUB_OFFLINE", "HF_DATASETS_OFFLINE", "HF_HUB_DISABLE_TELEMETRY"):
        monkeypatch.setenv(variable, "1")
    monkeypatch.setenv("HF_HOME", str(tmp_path / "hf"))
    from datasets import load_dataset

    def charger(*arguments: str, **options: str) -> Any:
        return load_dataset(*arguments, split="train", cache_dir=str(tmp_path / "cache"), **options)

    assert en_json(charger(str(jeu)).to_list()) == arbres
    for nom in TABLES_DU_JEU:
        assert charger("csv", data_files=str(jeu / f"{nom}.csv"))["id"][:] == [x["id"] for x in table(jeu, nom)]
    assert charger("json", data_files=str(jeu / "deliberations.jsonl"))["id"][:] == [a["id"] for a in arbres]


def test_chaque_ligne_a_sa_preuve(jeu: Path, arbres: list[dict[str, Any]]) -> None:
    par_id = {a["id"]: a for a in arbres}
    for nom in ("presences", "procurations", "votes", "visas", "references"):
        lignes = table(jeu, nom)
        assert lignes
        for ligne in lignes:
            fiche = par_id[ligne["id"]]
            siennes = [s for s in fiche["sources"] if f"{s['champ']}/".startswith(f"{ligne['champ']}/")]
            assert float(ligne["confiance"]) == pytest.approx(min(s["confiance"] for s in siennes), abs=1e-4)
            boites = {(b[0], *map(float, b[1:])) for b in json.loads(ligne["boites"])}
            assert boites == {(e["page"], *e["boite"]) for s in siennes for e in s["endroits"]}
            assert int(ligne["page"]) == min(b[0] for b in boites)
            assert (ligne["sha256"], ligne["moteur"]) == (fiche["origine"]["sha256"], fiche["origine"]["moteur"])
            assert ligne["confirme"] == "false"


def test_les_tables_disent_les_fiches(jeu: Path, arbres: list[dict[str, Any]]) -> None:
    fiches = [Fiche.model_validate_json(json.dumps(a)) for a in arbres]
    assert [(x["id"], x["texte"]) for x in table(jeu, "visas")] == [(f.id, v) for f in fiches for v in f.visas]
    assert [(x["id"], x["mandant"]) for x in table(jeu, "procurations")] == [
        (f.id, p.mandant.nom_complet) for f in fiches for p in f.procurations
    ]
    votes = {x["id"]: x for x in table(jeu, "votes")}
    for fiche in fiches:
        dits = dict(feuilles_dites(fiche.decision.vote.model_dump(mode="json")))
        assert (fiche.id in votes) == bool(dits)
        for champ in ("pour", "contre", "abstentions"):
            if fiche.id in votes:
                lu = votes[fiche.id][champ]
                assert (int(lu) if lu else None) == getattr(fiche.decision.vote, champ)


def test_une_personne_a_un_identifiant_a_travers_les_actes(jeu: Path) -> None:
    personnes = {x["id"]: x for x in table(jeu, "personnes")}
    actes: dict[str, set[str]] = {}
    for ligne in table(jeu, "presences"):
        if ligne["personne"]:
            assert ligne["nom_complet"] in json.loads(personnes[ligne["personne"]]["variantes"])
            actes.setdefault(ligne["personne"], set()).add(ligne["id"])
    assert max(map(len, actes.values())) > 1
    assert all(len(ids) <= int(personnes[p]["actes"]) for p, ids in actes.items())


def test_deux_fois_les_memes_octets(echantillons: str, jeu: Path, tmp_path: Path) -> None:
    assert exporter(echantillons, tmp_path / "b", "jeu") == 0
    ici, la = ((d / "SHA256SUMS").read_text() for d in (jeu, tmp_path / "b"))
    assert ici == la


def test_un_jeu_vide_s_ecrit(echantillons: str, tmp_path: Path) -> None:
    assert exporter(echantillons, tmp_path / "b", "jeu", "--collectivite", "nulle part") == 0
    assert pq.read_table(tmp_path / "b" / "deliberations.parquet").num_rows == 0
    assert Package(str(tmp_path / "b" / "datapackage.json")).validate().valid


def test_la_carte_dit_la_qualite(jeu: Path, arbres: list[dict[str, Any]]) -> None:
    carte = (jeu / "README.md").read_text(encoding="utf-8")
    sources = [s["confiance"] for a in arbres for s in a["sources"]]
    assert f"Valeurs : {len(sources)}, dont 1 arrêtées" in carte
    assert f"{math.fsum(sources) / len(sources):.4f}" in carte
    assert "anonym" not in carte.lower()


def test_sans_duckdb_le_remede_est_dit(
    echantillons: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setitem(sys.modules, "duckdb", None)
    assert exporter(echantillons, tmp_path / "b", "jeu") == ErreurEnvironnement.code_sortie
    assert "pip install 'greffier[jeu]'" in capsys.readouterr().err
    assert list(tmp_path.iterdir()) == []
