"""The report of a registre: its figures are those of the records, its page needs nothing else."""

import builtins
import re
from pathlib import Path
from typing import Any

import pytest
from lxml import html

from modeles.fiche import en_ligne
from pipeline.__main__ import main
from pipeline.bilan import SANS_NOM, compter, resumer
from pipeline.fiches import Choix, actes, fiches
from pipeline.page_bilan import page
from pipeline.registre.ouverture import ouvrir


def test_les_chiffres_sont_ceux_des_fiches(echantillons: str) -> None:
    with ouvrir(echantillons, creer=False) as registre:
        toutes = list(fiches(registre))
        bilan = compter(actes(registre, Choix(), resumer))
    assert bilan.actes == len(toutes)
    assert bilan.documents == len({f.origine.sha256 for f in toutes})
    assert bilan.pages == sum({f.origine.sha256: f.origine.pages for f in toutes}.values())
    assert bilan.completes == sum(f.statut == "complete" for f in toutes)
    assert bilan.valeurs == sum(len(f.sources) for f in toutes)
    assert bilan.confirmees == 1
    assert bilan.confiance == pytest.approx(sum(s.confiance for f in toutes for s in f.sources) / bilan.valeurs)
    assert bilan.anomalies.total() == sum(len(f.anomalies) for f in toutes)
    assert sum(n for _, n in bilan.corps) == len(toutes)
    assert sum(n for _, n in bilan.matieres.values()) == sum(
        f.decision.vote.unanimite is not None and any(d.champ == "/matiere" for d in f.deductions) for f in toutes
    )


def resume(**champs: Any) -> Any:
    """Of a record with nothing, but what is said."""
    import orjson
    from test_exports_akn import fiche

    return resumer(orjson.loads(en_ligne(fiche(numero="1"))))._replace(**champs)


def test_une_seance_compte_une_fois_et_un_corps_sous_un_nom() -> None:
    un = resume(corps="Commune de Flaux", jour="2020-01-05", presents=8, attendus=10)
    bilan = compter([un, un, un._replace(corps="COMMUNE DE FLAUX", jour="2020-02-05", presents=9)])
    assert bilan.presence == {"2020": (17, 20)}
    assert [(bilan.nom(plie), n) for plie, n in bilan.corps] == [("Commune de Flaux", 3)]
    assert compter([un, un._replace(jour="2022-01-05")]).annees == ["2020", "2021", "2022"]


def test_page_entiere(echantillons: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for nom in ("un", "deux"):
        assert main(["bilan", "--html", str(tmp_path / nom), "--registre", echantillons]) == 0
    sortie = capsys.readouterr().out
    assert re.search(r"14  délibérations, dont \d+ à vérifier", sortie)
    texte = (tmp_path / "un").read_text(encoding="utf-8")
    assert texte == (tmp_path / "deux").read_text(encoding="utf-8")
    arbre = html.document_fromstring(texte)
    assert [x.text for x in arbre.xpath("//h2")] == [
        "Confiance", "Anomalies", "Présence", "Votes", "Unanimité", "Couverture", "Documents du registre",
    ]  # fmt: skip
    assert len(arbre.xpath("//figure/svg")) == len(arbre.xpath("//figure/figcaption[text()]")) == 6
    assert arbre.xpath("//script | //link | //img | //iframe") == []
    liens = set(re.findall(r'(?:href|src)="([^"]*)"|url\(([^)]*)\)', texte))
    assert all((a or b).startswith("#") for a, b in liens)  # shapes of the drawing itself


def test_registre_vide(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    adresse = f"sqlite:///{tmp_path / 'r.db'}"
    assert main(["registre", "migrer", "--registre", adresse]) == 0
    assert main(["bilan", "--html", str(tmp_path / "b.html"), "--registre", adresse]) == 0
    assert "0  délibérations" in capsys.readouterr().out
    assert "Documents du registre" in (tmp_path / "b.html").read_text(encoding="utf-8")


def test_un_nom_ne_peut_sortir_de_la_page() -> None:
    bilan = compter([resume(corps="<script>alert(1)</script>", jour="2020-01-05"), resume(corps=SANS_NOM)])
    texte = page(bilan, "<b>", {"lus": 1})
    assert "<script" not in texte
    assert "<b>" not in texte.partition("<div")[0]


def test_sans_matplotlib(
    echantillons: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    vrai = builtins.__import__

    def sans(nom: str, *reste: Any, **plus: Any) -> Any:
        if nom.startswith("matplotlib"):
            raise ImportError(nom)
        return vrai(nom, *reste, **plus)

    monkeypatch.setattr(builtins, "__import__", sans)
    assert main(["bilan", "--html", str(tmp_path / "b.html"), "--registre", echantillons]) == 4
    assert "greffier[bilan]" in capsys.readouterr().err
    assert list(tmp_path.iterdir()) == []
    assert main(["bilan", "--registre", echantillons]) == 0
