"""The door of researchers: typed records one by one, and the tables of the dataset in pandas, polars and DuckDB."""

import csv
import datetime
from pathlib import Path

import pytest
from exportateur import exporter

from modeles.fiche import Fiche
from pipeline import lire, ouvrir_registre
from pipeline.corpus import _TABLES
from pipeline.erreurs import ErreurDeliberation, ErreurRegistre


def test_les_fiches_autant_de_fois_que_voulu(echantillons: str) -> None:
    with ouvrir_registre(echantillons) as registre:
        toutes = registre.deliberations()
        assert list(toutes) == list(toutes)
        assert all(isinstance(f, Fiche) for f in toutes)
        depuis = list(registre.deliberations(depuis="2022-01-01"))
        assert depuis == [f for f in toutes if f.seance.date and f.seance.date >= datetime.date(2022, 1, 1)] != []


@pytest.mark.parametrize("nom", sorted(_TABLES))
def test_les_tables_sont_celles_du_jeu(echantillons: str, tmp_path: Path, nom: str) -> None:
    assert exporter(echantillons, tmp_path / "jeu", "jeu") == 0
    with (tmp_path / "jeu" / f"{nom}.csv").open(encoding="utf-8", newline="") as flux:
        ids = [x["id"] for x in csv.DictReader(flux)]
    with ouvrir_registre(echantillons) as registre:
        toutes = registre.deliberations()
        arrow = toutes.arrow(nom)
        assert toutes.pandas(nom)["id"].tolist() == toutes.polars(nom)["id"].to_list() == ids
        assert [x[0] for x in toutes.duckdb(nom).select("id").fetchall()] == ids
        for colonne in {"personne", "mandant_personne"} & set(arrow.column_names):
            assert set(arrow[colonne].to_pylist()) <= {None, *toutes.arrow("personnes")["id"].to_pylist()}


def test_types_des_colonnes_meme_vides(echantillons: str) -> None:
    with ouvrir_registre(echantillons) as registre:
        pleine, vide = (registre.deliberations(collectivite=c).arrow("votes").schema for c in (None, "nulle part"))
    assert pleine == vide
    assert str(pleine.field("pour").type) == "int64"


def test_ce_qui_n_est_pas_la_est_dit(echantillons: str, tmp_path: Path) -> None:
    with pytest.raises(ErreurRegistre):
        ouvrir_registre(f"sqlite:///{tmp_path}/absent.db")
    with pytest.raises(ErreurDeliberation):
        lire(tmp_path / "absent.pdf")
    with ouvrir_registre(echantillons) as registre, pytest.raises(ValueError, match="Aucune table"):
        registre.deliberations().arrow("inconnue")
