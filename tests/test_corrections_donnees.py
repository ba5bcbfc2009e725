"""The tables of corrections/: every line has its columns, mends its example, leaves its counter-example alone."""

import re
from pathlib import Path

import pytest

import corrections
from corrections import charger
from modeles.page import Ligne, Page
from modeles.texte import Mot
from pipeline.erreurs import ErreurEnvironnement
from pipeline.etapes.correction import capitales, formules, lettres, puces, signes
from pipeline.lexique import frequence

TABLES = sorted(p.stem for p in corrections.DOSSIER.glob("*.tsv"))
FORMULES, CONFUSIONS, PUCES = charger("formules"), charger("confusions"), charger("puces")
SIGNES = charger("signes")


def lignes(texte: str, separateur: str = "\n") -> list[Ligne]:
    zero = (0.0, 0.0, 0.0, 0.0)
    return [
        Ligne(mots=tuple(Mot(texte=m, brut=m, page=1, boite=zero, confiance=1.0) for m in ligne.split()), bloc=0)
        for ligne in texte.split(separateur)
    ]


def texte(page: list[Ligne]) -> str:
    return "\n".join(ligne.texte for ligne in page)


def noms(page: list[Ligne]) -> str:
    return " + ".join(m.correction for ligne in page for m in ligne.mots if m.correction)


def portees(fiche: dict[str, str]) -> frozenset[str]:
    return frozenset(formules.PORTEES[: formules.PORTEES.index(fiche["portee"]) + 1])


def cle(fiche: dict[str, str]) -> str:
    return fiche["cle"]


@pytest.mark.parametrize("nom", TABLES)
def test_table_sans_doublon(nom: str) -> None:
    fiches = charger(nom)
    assert fiches
    assert len({tuple(f.values()) for f in fiches}) == len(fiches)


@pytest.mark.parametrize("fiches", [FORMULES, CONFUSIONS, PUCES, SIGNES])
def test_chaque_ligne_est_complete(fiches: tuple[dict[str, str], ...]) -> None:
    assert len({f["cle"] for f in fiches}) == len(fiches)
    for fiche in fiches:
        vides = {c for c, v in fiche.items() if not v} - {"ecrit", "lu"}
        assert not vides, fiche
        assert fiche["exemple"] != fiche.get("corrige", "")


def test_les_effets_mesures_sont_ceux_de_lignes_qui_existent() -> None:
    """A line that was renamed or taken out leaves no count behind; none that breaks more than it mends is kept."""
    cles = {nom: {f["cle"] for f in charger(nom)} for nom in ("formules", "confusions", "puces", "signes")}
    cles |= {
        "prenoms": {"accents", "capitale"},
        "glyphes": {"casse"},
        "points": {"colle"},
    }  # rules of a whole list, or of the ink
    for fiche in charger("effets"):
        assert fiche["cle"] in cles[fiche["table"]], fiche
        assert int(fiche["casses"]) < max(1, int(fiche["repares"])), fiche


@pytest.mark.parametrize("fiche", FORMULES, ids=cle)
def test_formule(fiche: dict[str, str]) -> None:
    assert not re.search(r"\{[a-z]+\}", formules.motif(fiche["motif"])), "liste inconnue"
    sortie = formules.appliquer(lignes(fiche["exemple"]), portees(fiche))
    assert texte(sortie) == fiche["corrige"]
    assert noms(sortie).startswith(f"formules.tsv:{fiche['cle']}"), "une autre ligne la rend inutile"
    assert formules.appliquer(list(sortie), portees(fiche)) == sortie, "appliquée deux fois"
    contre = lignes(fiche["contre_exemple"])
    assert formules.appliquer(list(contre), portees(fiche)) == contre


@pytest.mark.parametrize("fiche", CONFUSIONS, ids=cle)
def test_confusion(fiche: dict[str, str]) -> None:
    assert int(fiche["poids"]) > 0
    assert not frequence(fiche["exemple"])
    sortie = lettres.reparer(lignes(fiche["exemple"]))
    assert texte(sortie) == fiche["corrige"]
    assert f"confusions.tsv:{fiche['cle']}" in noms(sortie).split(" + ")
    contre = lignes(fiche["contre_exemple"])
    assert lettres.reparer(contre) == contre


@pytest.mark.parametrize("fiche", SIGNES, ids=cle)
def test_signe(fiche: dict[str, str]) -> None:
    assert not frequence(fiche["exemple"])
    sortie = signes.reparer(lignes(fiche["exemple"]))
    assert texte(sortie) == fiche["corrige"]
    assert noms(sortie) == f"signes.tsv:{fiche['cle']}"
    contre = lignes(fiche["contre_exemple"])
    assert signes.reparer(contre) == contre


@pytest.mark.parametrize("lu", ["14h30", "M57", "2ème", "1er", "20km", "Häagen", "Zoë", "réf.10a", "AB]", "3°"])
def test_un_nombre_un_nom_une_reference_restent(lu: str) -> None:
    assert signes.reparer(lignes(lu)) == lignes(lu)


@pytest.mark.parametrize(
    ("lu", "ecrit"),
    [
        ("Mme sylvie ROUX", "Mme Sylvie ROUX"),
        ("à philippe Quéré,", "à Philippe Quéré,"),
        ("M. Loïc ybert, adjoint", "M. Loïc Ybert, adjoint"),
        ("la place Pierre blanche", "la place Pierre blanche"),  # "blanche" is a word
        ("une rose Baccara", "une rose Baccara"),  # so is "rose"
        ("Jean de la Fontaine", "Jean de la Fontaine"),
    ],
)
def test_capitale_perdue(lu: str, ecrit: str) -> None:
    assert texte(capitales.reparer(lignes(lu))) == ecrit


@pytest.mark.parametrize("fiche", PUCES, ids=cle)
def test_puce(fiche: dict[str, str]) -> None:
    sortie = puces.reparer(lignes(fiche["exemple"], " / "))
    dernier = sortie[-1].mots[0]
    assert (dernier.texte, dernier.brut, dernier.correction) == ("•", fiche["lu"], f"puces.tsv:{fiche['cle']}")
    assert (
        puces.reparer(lignes(fiche["contre_exemple"], " / "))[-1].mots[0].texte
        == fiche["contre_exemple"].split(" / ")[-1].split()[0]
    )


def test_lexique_n_ajoute_que_ce_qui_manque() -> None:
    from spellchecker import SpellChecker

    liste = SpellChecker(language="fr").word_frequency
    assert [f["mot"] for f in charger("lexique") if f["mot"].replace("œ", "oe") in liste] == []


@pytest.mark.parametrize(
    ("contenu", "constat"),
    [
        (b"a\tb\n1\t2\n3\n", "ligne 3 : 1 colonnes au lieu de 2"),
        (b"# rien\n", "aucune ligne d'en-t"),
        (b"a\ta\n", "ligne 1 : colonne sans nom ou nomm"),
        (b"a\n\xe9\n", "ligne 2 : texte qui n'est pas en UTF-8"),
    ],
)
def test_table_mal_formee(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, contenu: bytes, constat: str) -> None:
    (tmp_path / "x.tsv").write_bytes(contenu)
    monkeypatch.setattr(corrections, "DOSSIER", tmp_path)
    with pytest.raises(ErreurEnvironnement, match=constat) as erreur:
        charger("x")
    assert "x.tsv" in str(erreur.value)


def test_table_absente() -> None:
    with pytest.raises(ErreurEnvironnement, match=r"absente\.tsv"):
        charger("absente")


def test_page_vide() -> None:
    from pipeline.etapes.correction import corriger

    vide = Page(numero=1, largeur=595.0, hauteur=842.0, origine="vide")
    assert corriger((vide,)) == (vide,)
