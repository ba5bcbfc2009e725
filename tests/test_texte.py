"""Running text that still knows its words: folding, joining, cutting."""

import re
import unicodedata

import pytest
from fabrique import mot, passage
from hypothesis import given
from hypothesis import strategies as st

from modeles.texte import Mot, Passage, plier

MOTS = st.text(st.characters(blacklist_categories=("Cs", "Cc", "Zs", "Zl", "Zp")), min_size=1, max_size=12)
PASSAGES = st.lists(MOTS, min_size=1, max_size=8).map(lambda m: Passage.de_mots(tuple(mot(x) for x in m)))


def intacts(p: Passage) -> list[tuple[str, str]]:
    """(text of the word, text under its bounds), for each word."""
    return [(m.texte, p.texte[a:b]) for m, (a, b) in zip(p.mots, p.bornes, strict=True)]


# --- plier ------------------------------------------------------------------------------------------------------------


@given(st.text())
def test_plier_garde_la_longueur(texte: str) -> None:
    nfc = unicodedata.normalize("NFC", texte)
    assert len(plier(nfc)) == len(nfc)


@given(st.text())
def test_plier_deux_fois_ne_change_rien(texte: str) -> None:
    une = plier(unicodedata.normalize("NFC", texte))
    assert plier(une) == une


@pytest.mark.parametrize(
    ("texte", "plie"),
    [
        ("ÉTAIENT PRÉSENTS", "etaient presents"),
        ("L’Haÿ-les-Roses", "l'hay-les-roses"),
        ("« vœu »", '" vou "'),
        ("Œuvre – n° 3 — nº 4", "ouvre - n° 3 - n° 4"),
        ("où\u00a0ça\u202f?", "ou ca ?"),
    ],
)
def test_plier(texte: str, plie: str) -> None:
    assert plier(texte) == plie


# --- Passage ----------------------------------------------------------------------------------------------------------


@given(PASSAGES)
def test_chaque_mot_sous_ses_bornes(p: Passage) -> None:
    assert p.texte == " ".join(m.texte for m in p.mots)
    assert all(mot == sous for mot, sous in intacts(p))


@given(st.lists(PASSAGES, min_size=1, max_size=4), st.sampled_from([" ", "", "\n", " → "]))
def test_joindre_garde_les_bornes(parties: list[Passage], separateur: str) -> None:
    joint = Passage.joindre(parties, separateur)
    assert joint.texte == separateur.join(p.texte for p in parties)
    assert joint.mots == tuple(m for p in parties for m in p.mots)
    assert all(mot == sous for mot, sous in intacts(joint))
    assert list(joint.bornes) == sorted(joint.bornes)


@given(PASSAGES, st.data())
def test_extrait_garde_les_bornes(p: Passage, data: st.DataObject) -> None:
    debut = data.draw(st.integers(0, len(p.texte) - 1))
    fin = data.draw(st.integers(debut + 1, len(p.texte)))
    extrait = p.extrait(debut, fin)
    assert extrait.texte == p.texte[debut:fin].strip()
    assert all(0 <= a < b <= len(extrait.texte) for a, b in extrait.bornes)
    assert "".join(sous for _, sous in intacts(extrait)) == extrait.texte.replace(" ", "")
    entiers = [m.texte for m, (a, b) in zip(p.mots, p.bornes, strict=True) if debut <= a and b <= fin]
    milieu = [sous for i, (_, sous) in enumerate(intacts(extrait)) if 0 < i < len(extrait.mots) - 1]
    assert all(sous in mot for mot, sous in intacts(extrait))
    assert milieu == [m.texte for m in extrait.mots[1:-1]]  # only the ends may be cut
    assert len(entiers) >= len(extrait.mots) - 2
    assert extrait.mots == p.mots_de(debut, fin)


@given(PASSAGES)
def test_extrait_entier_est_le_passage(p: Passage) -> None:
    assert p.extrait(0, len(p.texte)) == p


def test_mots_de_donne_les_mots_sous_la_portion() -> None:
    p = passage("Le Conseil municipal, après en avoir délibéré")
    trouve = re.search(r"municipal, apres", p.plie)
    assert trouve is not None
    assert [m.texte for m in p.mots_de(*trouve.span())] == ["municipal,", "après"]
    assert [m.texte for m in p.mots_de(4, 5)] == ["Conseil"]
    assert p.mots_de(2, 3) == ()


def test_un_mot_coupe_garde_ses_deux_moities() -> None:
    haut, bas = Passage.de_mots((mot("Noé-"),)), Passage.de_mots((mot("mie"), mot("ROUX")))
    joint = Passage.joindre([haut.extrait(0, 3), bas], "")
    assert joint.texte == "Noémie ROUX"
    assert [m.texte for m in joint.mots_de(0, 6)] == ["Noé-", "mie"]
    assert [m.texte for m in joint.mots_de(7, 11)] == ["ROUX"]


def test_brut_et_correction_voyagent_avec_le_mot() -> None:
    corrige = Mot(
        texte="l'État", brut="I'Etat", page=3, boite=(1, 2, 3, 4), confiance=0.4, correction="formules.tsv:l-I"
    )
    p = Passage.joindre([passage("Pour"), Passage.de_mots((corrige,))])
    (lu,) = p.extrait(5, len(p.texte)).mots
    assert (lu.brut, lu.page, lu.confiance, lu.correction) == ("I'Etat", 3, 0.4, "formules.tsv:l-I")


def test_une_copie_ne_garde_pas_ce_qui_fut_calcule() -> None:
    p = Passage(texte="Vu", mots=(), bornes=())
    assert p.plie == "vu"
    assert p.model_copy(update={"texte": "Considérant"}).plie == "considerant"


def test_un_extrait_vide_ne_tient_aucun_mot() -> None:
    assert passage("abcdef ghi").extrait(3, 3) == Passage(texte="", mots=(), bornes=())
