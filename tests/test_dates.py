"""Numbers, dates and hours, from words to values and back to the words."""

import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from modeles.texte import Mot, Passage, plier
from pipeline.grammaire.dates import MOIS, dates, dates_positions, lire_dates
from pipeline.grammaire.heures import heures
from pipeline.grammaire.nombres import entier, lire_entier


def passage(texte: str) -> Passage:
    return Passage.de_mots(tuple(Mot(texte=m, brut=m, page=1, boite=(0, 0, 0, 0), confiance=1) for m in texte.split()))


@pytest.mark.parametrize(
    ("texte", "valeur"),
    [
        ("quinze", 15),
        ("vingt-quatre", 24),
        ("deux mil quatorze", 2014),
        ("mil neuf cent quatre-vingt-seize", 1996),
        ("15", 15),
        ("1 284", 1284),
        ("une", 1),
        ("quatre-vingts", 80),
        ("soixante et onze", 71),
        ("cent vingt-trois", 123),
        ("zéro", 0),
        ("quatre-vingt-dix-sept", 97),
        ("il", None),
        ("dix deux", None),
        ("", None),
        ("deux trois", None),
        ("mille mille", None),
    ],
)
def test_un_nombre_en_chiffres_ou_en_lettres(texte: str, valeur: int | None) -> None:
    assert entier(plier(texte)) == valeur


def test_un_sosie_n_est_repare_qu_a_cote_d_un_chiffre() -> None:
    assert lire_entier("i4") == (14, "corrige")
    assert lire_entier("il") is None


@given(st.text(max_size=60))
def test_lire_un_nombre_ne_leve_jamais(texte: str) -> None:
    entier(plier(texte))


@pytest.mark.parametrize(
    ("texte", "attendue"),
    [
        ("Séance du 24 juin 2021", "2021-06-24"),
        ("jeudi 1er juillet 2021", "2021-07-01"),
        ("1° juillet 2021", "2021-07-01"),
        ("1°’ janvier 2021", "2021-01-01"),
        ("ler mars 2020", "2020-03-01"),
        ("1 er mai 2019", "2019-05-01"),
        ("19/06/1996", "1996-06-19"),
        ("19/06/96", "1996-06-19"),
        ("07/07/21", "2021-07-07"),
        ("04.10.2023", "2023-10-04"),
        ("4 OCT. 2023", "2023-10-04"),
        ("- 2 AVR. 2021", "2021-04-02"),
        ("12 fevner 2020", "2020-02-12"),
        ("3 aot 2004", "2004-08-03"),
        ("L’an deux mille vingt et un, le vingt-quatre juin", "2021-06-24"),
        ("L'an mil neuf cent quatre-vingt-seize, le vingt-six juin", "1996-06-26"),
        ("le mercredi vingt-sept septembre deux mille vingt-trois", "2023-09-27"),
        ("Le 8 mars 2022", "2022-03-08"),
        ("L'an deux mille vingt- trois le quinze décembre", "2023-12-15"),
    ],
)
def test_une_date_imprimee(texte: str, attendue: str) -> None:
    assert [d.valeur.isoformat() for d in dates(passage(texte))] == [attendue]


@pytest.mark.parametrize(
    "texte",
    [
        "31 juin 2020",
        "10 avril 20105",
        "12 mars 1642",
        "2021-06-14",
        "23.07.07.64",
        "SIRET 217 703 956 00018",
        "01.02.21",
    ],
)
def test_ce_qui_n_est_pas_une_date(texte: str) -> None:
    assert dates(passage(texte)) == ()


def test_le_jour_de_la_semaine_et_les_mots_de_chaque_date() -> None:
    lu = passage("du mardi 24 juin 2021, affiché le 30/06/2021")
    premiere, seconde = lire_dates(lu)
    assert (premiere.jour_semaine, seconde.jour_semaine) == ("mardi", None)
    assert [m.texte for m in premiere.trouvaille.mots] == ["24", "juin", "2021,"]
    assert [lu.texte[a:b] for a, b, _ in dates_positions(lu)] == ["24 juin 2021", "30/06/2021"]


def test_une_reparation_se_dit() -> None:
    assert [d.nature for d in dates(passage("l5 mars 2O21 16 mars 2021"))] == ["corrige", "lu"]


@given(st.dates(datetime.date(1790, 1, 1), datetime.date(2099, 12, 31)))
def test_toute_date_ecrite_se_relit(date: datetime.date) -> None:
    for texte in (f"{date:%d/%m/%Y}", f"le {date.day} {MOIS[date.month - 1]} {date.year}"):
        assert [d.valeur for d in dates(passage(texte))] == [date]


@pytest.mark.parametrize(
    ("texte", "attendue"),
    [
        ("20 h 30", "20:30"),
        ("20h", "20:00"),
        ("20H15", "20:15"),
        ("18 heures 30", "18:30"),
        ("vingt heures trente", "20:30"),
        ("dix-huit heures et trente", "18:30"),
        ("dix-neuf heures", "19:00"),
        ("9 heures 45", "09:45"),
        ("11h00", "11:00"),
        ("onze heures trente minutes", "11:30"),
        ("20:30", "20:30"),
        ("vingt heures et demie", "20:30"),
    ],
)
def test_une_heure_imprimee(texte: str, attendue: str) -> None:
    assert [h.valeur for h in heures(passage(f"à {texte}, le conseil"))] == [attendue]


@pytest.mark.parametrize("texte", ["24 heures", "20 habitants", "présents : 25"])
def test_ce_qui_n_est_pas_une_heure(texte: str) -> None:
    assert heures(passage(texte)) == ()
