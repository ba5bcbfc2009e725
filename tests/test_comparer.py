"""What changed between two exports, or since a SCDL table was published: nothing is missed, nothing is said to change
that did not."""

import json
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from exportateur import exporter
from hypothesis import example, given
from hypothesis import strategies as st

from pipeline.__main__ import main
from pipeline.comparaison import Changement, comparer_arbres

Ecrire = Callable[[str, list[dict[str, Any]]], Path]


def fiche(numero: str, **champs: Any) -> dict[str, Any]:
    """A record as exported, with what comparing needs."""
    return {
        "id": f"{numero:0>16}-1", "modele": "1.0", "numero": numero, "objet": f"Objet {numero}",
        "seance": {"date": "2022-03-08"}, "collectivite": {"nom": "Commune de Saint-Aubin", "organe": None},
        "presences": {"presents": [{"nom_complet": n} for n in ("Anne PIN", "Luc ROY", "Eve SAX")]},
        "sources": {"/numero": {"page": 1}},
    } | champs  # fmt: skip


@pytest.fixture
def ecrire(tmp_path: Path) -> Ecrire:
    def faire(nom: str, fiches: list[dict[str, Any]]) -> Path:
        dossier = tmp_path / nom
        dossier.mkdir()
        texte = "".join(json.dumps(f, ensure_ascii=False) + "\n" for f in fiches)
        (dossier / "deliberations.jsonl").write_text(texte, encoding="utf-8")
        return dossier

    return faire


def comparer(capsys: pytest.CaptureFixture[str], *chemins: Path) -> tuple[int, list[dict[str, Any]]]:
    capsys.readouterr()
    code = main(["comparer", *map(str, chemins), "--json"])
    return code, [json.loads(x) for x in capsys.readouterr().out.splitlines()]


def test_deux_exports_pareils(ecrire: Ecrire, capsys: pytest.CaptureFixture[str]) -> None:
    un, deux = ecrire("un", [fiche("A"), fiche("B")]), ecrire("deux", [fiche("B", sources={}), fiche("A")])
    assert comparer(capsys, un, deux) == (0, [])


def test_changee_nouvelle_et_disparue(ecrire: Ecrire, capsys: pytest.CaptureFixture[str]) -> None:
    un = ecrire("un", [fiche("A"), fiche("B"), fiche("C")])
    deux = ecrire("deux", [fiche("A", objet="Autre", seance={"date": None}), fiche("C"), fiche("D")])
    code, lignes = comparer(capsys, un, deux)
    assert code == 1
    a, b, d = (f"{x:0>16}-1" for x in "ABD")
    assert lignes == [
        {"id": a, "genre": "changee", "champ": "/objet", "avant": "Objet A", "apres": "Autre"},
        {"id": a, "genre": "changee", "champ": "/seance/date", "avant": "2022-03-08", "apres": None},
        {"id": d, "genre": "nouvelle"},
        {"id": b, "genre": "disparue"},
    ]


def test_un_nom_de_plus_ne_change_pas_les_suivants(ecrire: Ecrire, capsys: pytest.CaptureFixture[str]) -> None:
    noms = [{"nom_complet": n} for n in ("Anne PIN", "Jean LUC", "Luc ROY", "Eve SAX")]
    un, deux = ecrire("un", [fiche("A")]), ecrire("deux", [fiche("A", presences={"presents": noms})])
    _, lignes = comparer(capsys, un, deux)
    assert [(x["champ"], x["avant"], x["apres"]) for x in lignes] == [
        ("/presences/presents/1/nom_complet", None, "Jean LUC")
    ]


def test_un_acte_renumerise_est_reconnu(ecrire: Ecrire, capsys: pytest.CaptureFixture[str]) -> None:
    """Another scan, hence another id: body, date and number tell; not where two acts share them."""
    neuf = fiche("A", id="ffffffffffffffff-1", objet="Autre")
    un = ecrire("un", [fiche("A"), fiche("B"), fiche("B", id="bbbbbbbbbbbbbbbb-2")])
    deux = ecrire("deux", [neuf, fiche("B", id="eeeeeeeeeeeeeeee-1")])
    _, lignes = comparer(capsys, un, deux)
    assert [(x["id"], x["genre"]) for x in lignes] == [
        ("ffffffffffffffff-1", "changee"),
        ("eeeeeeeeeeeeeeee-1", "nouvelle"),
        (f"{'B':0>16}-1", "disparue"),
        ("bbbbbbbbbbbbbbbb-2", "disparue"),
    ]


def test_un_nouveau_double_ne_vole_pas_sa_place(ecrire: Ecrire, capsys: pytest.CaptureFixture[str]) -> None:
    un, deux = ecrire("un", [fiche("A")]), ecrire("deux", [fiche("A", id="ffffffffffffffff-1"), fiche("A")])
    _, lignes = comparer(capsys, un, deux)
    assert lignes == [{"id": "ffffffffffffffff-1", "genre": "nouvelle"}]


def test_en_clair(ecrire: Ecrire, capsys: pytest.CaptureFixture[str]) -> None:
    un, deux = ecrire("un", [fiche("A")]), ecrire("deux", [fiche("A", objet="Autre"), fiche("B")])
    assert main(["comparer", str(un), str(deux)]) == 1
    sortie = capsys.readouterr()
    assert "~ 000000000000000A-1  2022-03-08 A Autre" in sortie.out
    assert "/objet : « Objet A » → « Autre »" in sortie.out
    assert "1 délibération où quelque chose change, 1 nouvelle, 0 disparue" in sortie.err


@pytest.mark.parametrize("contenu", ["pas du JSON\n", "[1, 2]\n", '{"id": "x"}\n', "null\n"])
def test_ce_qui_n_est_pas_un_export(
    ecrire: Ecrire, tmp_path: Path, capsys: pytest.CaptureFixture[str], contenu: str
) -> None:
    (tmp_path / "faux.jsonl").write_text(contenu)
    assert main(["comparer", str(ecrire("un", [fiche("A")])), str(tmp_path / "faux.jsonl")]) == 6
    assert "n'est pas un export" in capsys.readouterr().err


def test_un_autre_modele(ecrire: Ecrire, capsys: pytest.CaptureFixture[str]) -> None:
    un, deux = ecrire("un", [fiche("A")]), ecrire("deux", [fiche("A", modele="2.0")])
    assert main(["comparer", str(un), str(deux)]) == 6
    assert "Exportez de nouveau" in capsys.readouterr().err


def test_un_dossier_sans_export(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["comparer", str(tmp_path), str(tmp_path)]) == 6
    assert "Aucun export" in capsys.readouterr().err


# --- A published SCDL table -------------------------------------------------------------------------------------------

PUBLIE = """\
COLL_NOM;COLL_SIRET;DELIB_ID;DELIB_DATE;DELIB_OBJET;VOTE_POUR
COMMUNE DE FLAUX;213 001 100 00014;2022-1;08/03/2022;BUDGET PRIMITIF;9
Commune de Flaux;21300110000014;2022-2;08/03/2022;Tarifs de la cantine – révision;
Commune de Flaux;21300110000014;ANCIEN;09/03/2022;Vente d'un terrain;11
Commune de Flaux;21300110000014;2022-9;08/03/2022;Retirée;9
"""
NOTRE = """\
COLL_NOM,COLL_SIRET,DELIB_ID,DELIB_DATE,DELIB_OBJET,VOTE_POUR,PREF_ID
Commune de Flaux,21300110000014,2022/1,2022-03-08,Budget primitif,9,PREF030
Commune de Flaux,21300110000014,2022/2,2022-03-08,Tarifs de la cantine,9,
Commune de Flaux,21300110000014,2022/3,2022-03-09,Vente d’un terrain,11,
Commune de Flaux,21300110000014,2022/4,2022-03-09,Nouvelle,11,
Commune de Mons,21300173000019,2022/1,2022-03-08,Ailleurs,1,
"""


@pytest.mark.parametrize("codage", ["utf-8", "utf-8-sig", "cp1252"])
def test_contre_une_table_scdl_publiee(tmp_path: Path, capsys: pytest.CaptureFixture[str], codage: str) -> None:
    """The form of a value does not count; other bodies neither."""
    (tmp_path / "publie.csv").write_text(PUBLIE, encoding=codage)
    (tmp_path / "notre.csv").write_text(NOTRE, encoding="utf-8")
    code, lignes = comparer(capsys, tmp_path / "publie.csv", tmp_path / "notre.csv")
    assert code == 1
    assert [(x["id"], x["genre"], x.get("champ"), x.get("avant"), x.get("apres")) for x in lignes] == [
        ("2022/2", "changee", "/DELIB_OBJET", "Tarifs de la cantine – révision", "Tarifs de la cantine"),
        ("2022/2", "changee", "/VOTE_POUR", None, "9"),
        ("2022/3", "changee", "/DELIB_ID", "ANCIEN", "2022/3"),
        ("2022/4", "nouvelle", None, None, None),
        ("2022-9", "disparue", None, None, None),
    ]


def test_un_export_contre_son_scdl(echantillons: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    exporter(echantillons, tmp_path / "scdl", "scdl")
    exporter(echantillons, tmp_path / "jsonl", "jsonl")
    ecrites = (tmp_path / "scdl/deliberations.csv").read_text(encoding="utf-8").count("\n") - 1
    _, lignes = comparer(capsys, tmp_path / "scdl", tmp_path / "jsonl")
    assert ecrites > 0
    assert {x["genre"] for x in lignes} <= {"nouvelle"}  # those that SCDL refused


AILLEURS = "COLL_NOM,COLL_SIRET,DELIB_ID,DELIB_DATE,DELIB_OBJET\nCommune de Mons,21300173000019,1,2022-03-08,Ailleurs\n"


@pytest.mark.parametrize(
    ("contenu", "dit"),
    [
        ("a;b\n1;2\n", "n'a pas les colonnes COLL_SIRET"),
        (AILLEURS, "Aucune collectivité"),
        ("", "n'a pas les colonnes"),
    ],
)
def test_une_table_qui_ne_se_compare_pas(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], contenu: str, dit: str
) -> None:
    (tmp_path / "faux.csv").write_text(contenu, encoding="utf-8")
    (tmp_path / "un.csv").write_text(PUBLIE, encoding="utf-8")
    assert main(["comparer", str(tmp_path / "un.csv"), str(tmp_path / "faux.csv")]) == 6
    assert dit in capsys.readouterr().err


# --- Leaf by leaf -----------------------------------------------------------------------------------------------------

FEUILLES = st.none() | st.booleans() | st.integers(0, 3) | st.sampled_from(["a", "b"])
ARBRES = st.recursive(
    FEUILLES, lambda x: st.lists(x, max_size=3) | st.dictionaries(st.sampled_from("xyz"), x, max_size=3), max_leaves=8
)


def feuilles(noeud: Any) -> list[Any]:
    if isinstance(noeud, dict):
        return [f for v in noeud.values() for f in feuilles(v)]
    if isinstance(noeud, list):
        return [f for v in noeud for f in feuilles(v)]
    return [] if noeud is None else [noeud]


@given(ARBRES)
def test_rien_ne_change_de_soi(arbre: Any) -> None:
    assert list(comparer_arbres(arbre, arbre)) == []


@given(ARBRES)
def test_tout_change_depuis_rien(arbre: Any) -> None:
    dits = list(comparer_arbres(None, arbre))
    assert [c.apres for c in dits] == feuilles(arbre)
    assert all(c.avant is None for c in dits)


@given(ARBRES, ARBRES)
@example(False, 0)
@example([{"x": True}], [{"x": 1}])
def test_ce_qui_n_est_pas_dit_est_des_deux_cotes(un: Any, deux: Any) -> None:
    dits = list(comparer_arbres(un, deux))
    avant = Counter(map(repr, feuilles(un))) - Counter(repr(c.avant) for c in dits if c.avant is not None)
    apres = Counter(map(repr, feuilles(deux))) - Counter(repr(c.apres) for c in dits if c.apres is not None)
    assert avant == apres


def test_par_rang_les_actes_ne_se_decalent_pas() -> None:
    dits = list(comparer_arbres([{"n": 1}, {"n": 2}], [{"n": 2}], "/deliberations", par_rang=True))
    assert dits == [Changement("/deliberations/0/n", 1, 2), Changement("/deliberations/1/n", 2, None)]
    assert [c.champ for c in dits] == ["n", "n"]
