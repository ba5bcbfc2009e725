"""Step 3: what changes, what must not, and what is kept of it."""

import unicodedata
from typing import Literal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from modeles.page import Ligne, Page
from modeles.texte import Mot
from pipeline.etapes.correction import corriger, est_lu_en_anglais, points

ANGLAIS = """\
La commission réunie & 18h00 vise a renforcer I'accueil des éléves et la matiére du débat.
Plus gu'un projet, le batiment est mis en ceuvre par I'Office et les opeérateurs du développement.
Madame Odile LEGERE, par Maud et Monsieur Levéque ont donné pouvoir ; M. Barriere est excusé,
n° 2022-1O5 du 3 mars 2022.
Le réle de I'Etat précéde la délibération prise conformément a la loi et a I'avis du conseil.
"""
Origine = Literal["ocr", "couche_texte", "texte"]


def page(texte: str, origine: Origine = "ocr", numero: int = 1) -> Page:
    """Ten points a character, one line every 20 points."""
    lignes = []
    for rang, ligne in enumerate(texte.split("\n")):
        mots, x = [], 0
        for m in ligne.split():
            boite = (x * 10.0, rang * 20.0, (x + len(m)) * 10.0, rang * 20.0 + 12)
            mots.append(Mot(texte=m, brut=m, page=numero, boite=boite, confiance=0.9))
            x += len(m) + 1
        if mots:
            lignes.append(Ligne(mots=tuple(mots), bloc=0))
    return Page(numero=numero, largeur=595.0, hauteur=842.0, origine=origine, lignes=tuple(lignes))


def lu(resultat: Page) -> str:
    return "\n".join(ligne.texte for ligne in resultat.lignes)


def mots(resultat: Page) -> list[Mot]:
    return [m for ligne in resultat.lignes for m in ligne.mots]


def test_texte_lu_en_anglais() -> None:
    assert est_lu_en_anglais(ANGLAIS)
    (sortie,) = corriger((page(ANGLAIS),))
    texte = lu(sortie)
    for attendu in (
        "réunie à 18h00 vise à renforcer l'accueil des élèves et la matière",
        "Plus qu'un projet, le bâtiment est mis en œuvre par l'Office et les opérateurs",
        "Le rôle de l'État précède la délibération prise conformément à la loi",
    ):
        assert attendu in texte
    for nom in ("Odile LEGERE, par Maud et", "Monsieur Levéque", "M. Barriere", "n° 2022-1O5 du 3 mars 2022"):
        assert nom in texte


def test_chaque_changement_garde_ce_qui_a_ete_lu() -> None:
    (sortie,) = corriger((page(ANGLAIS),))
    assert " ".join(m.brut for m in mots(sortie)) == " ".join(ANGLAIS.split())
    for mot in mots(sortie):
        assert (mot.correction is None) == (mot.texte == mot.brut)
    assert {m.texte: m.correction for m in mots(sortie)}["l'État"] == "formules.tsv:l-I + formules.tsv:etat-majuscule"


@pytest.mark.parametrize(
    "texte",
    [
        "Le développement de la matiere et des eleves vise a tout.",
        "M. Jean LEFEVRE, 1 250 m2, le 3 mars 2022, n° 2022/045, 12 000,50 €",
        "Vote : oui le matin, non le soir.",
        "« d'Interconnexion des deux réservoirs AEP »",
        "DECIDE d'approuver ; SARL Œuvres & Volumes",
        "1° Fixe le tarif\n2° Autorise le maire\n- Dit que\n– Charge le maire",
    ],
)
def test_donnees_francaises_laissees_telles_quelles(texte: str) -> None:
    entree = page(texte)
    assert corriger((entree,)) == (entree,)


def test_couche_texte_sauf_apostrophes() -> None:
    (sortie,) = corriger((page("Oui le rapport\n* Le tarif d’'une classe, au ler mars", "couche_texte"),))
    assert lu(sortie) == "Oui le rapport\n* Le tarif d'une classe, au ler mars"


def test_page_courte_suit_le_document() -> None:
    courte = page("Le réle de I'Agence", numero=2)
    assert lu(corriger((courte,))[0]) == "Le réle de l'Agence"
    assert lu(corriger((page(ANGLAIS * 2), courte))[1]) == "Le rôle de l'Agence"


def test_couche_texte_ne_temoigne_pas() -> None:
    courte = page("Le réle du conseil", numero=2)
    assert corriger((page(ANGLAIS, "couche_texte"), courte))[1] == courte


def test_mots_fondus_et_coupes() -> None:
    (sortie,) = corriger((page("Monsieur l’ Adjoint délégué"),))
    fondu = sortie.lignes[0].mots[1]
    assert (fondu.texte, fondu.brut, fondu.boite) == ("l’Adjoint", "l’ Adjoint", (90.0, 0.0, 190.0, 12.0))
    (sortie,) = corriger((page(ANGLAIS + "articles L.1 aL. 2121 du code"),))
    coupes = sortie.lignes[-1].mots[2:4]
    assert [(m.texte, m.brut) for m in coupes] == [("à", "a"), ("L.", "L.")]
    assert coupes[0].boite[2] == pytest.approx(coupes[1].boite[0])


def test_puce_lettre_collee_au_mot() -> None:
    """A letter that stands no further from its word than letters do is not a bullet."""
    collee = page("Vu :\ne Le code ;")
    ligne = collee.lignes[1]
    pres = ligne.mots[1].model_copy(update={"boite": (11.0, 20.0, 31.0, 32.0)})
    serree = ligne.model_copy(update={"mots": (ligne.mots[0], pres, *ligne.mots[2:])})
    entree = collee.model_copy(update={"lignes": (collee.lignes[0], serree)})
    assert corriger((entree,)) == (entree,)
    assert lu(corriger((collee,))[0]) == "Vu :\n• Le code ;"


@settings(max_examples=150)
@given(st.text(alphabet="aàeéèIlL'’|&°1*+e o«»?m²n\n.;:d", max_size=80), st.booleans())
def test_invariants(texte: str, anglais: bool) -> None:
    entree = page(unicodedata.normalize("NFC", (ANGLAIS if anglais else "") + texte))
    (sortie,) = corriger((entree,))
    assert len(sortie.lignes) == len(entree.lignes)
    assert "".join(m.brut for m in mots(sortie)).replace(" ", "") == "".join(m.brut for m in mots(entree))
    assert all(m.texte and " " not in m.texte for m in mots(sortie))
    assert corriger((sortie,))[0].numero == 1


@pytest.mark.parametrize(
    ("mots", "attendu"),
    [
        ((("jardins", 0, 49), (".", 52, 55)), "jardins."),
        ((("PINCON)", 0, 49), (".", 45, 48), ("Secrétaire", 60, 120)), "PINCON). Secrétaire"),
        ((("jardins", 0, 49), (",", 59, 62), ("avec", 70, 90)), "jardins , avec"),  # a typist's blank
        ((("total", 0, 35), (".", 38, 40), (".", 44, 46)), "total . ."),  # leaders
        ((("jardins", 0, 0), (".", 0, 0)), "jardins ."),  # text without boxes
    ],
)
def test_point_detache(mots: tuple[tuple[str, float, float], ...], attendu: str) -> None:
    ligne = Ligne(
        mots=tuple(Mot(texte=t, brut=t, page=1, boite=(a, 0, b, 9), confiance=0.9) for t, a, b in mots), bloc=0
    )
    assert points.reparer([ligne])[0].texte == attendu
