"""The body that an ACTES identifier names."""

import pytest

from corrections import charger
from modeles.deliberation import Collectivite, Deliberation, Teletransmission
from pipeline.etapes.deductions import deduire
from pipeline.etapes.identite import Corps, identifier, nom_du_departement, s_accorde
from pipeline.grammaire.teletransmission import analyser_identifiant, luhn


def deduits(nom: str | None, identifiant: str, departement: str | None = None) -> dict[str, object]:
    corps = Collectivite(nom=nom, departement=departement) if nom or departement else None
    acte = Deliberation(collectivite=corps, teletransmission=Teletransmission(identifiant=identifiant))
    return {d.champ.removeprefix("/deliberations/0/collectivite/"): d.valeur for d in deduire(acte, 0)}


FLAUX = "030-213001100-20220502-FLAUXCR25032022-DE"


def test_le_siren_donne_la_commune() -> None:
    assert deduits("Commune de Flaux", FLAUX, "Gard") == {"siren": "213001100", "code_insee": "30110"}


def test_le_nom_qui_manque_est_deduit_a_part() -> None:
    dits = deduits(None, FLAUX)
    assert dits == {"siren": "213001100", "departement": "Gard", "nom": "Flaux", "code_insee": "30110"}


def test_un_autre_nom_imprime_l_emporte() -> None:
    assert deduits("Commune d'Uzès", FLAUX, "Gard") == {"siren": "213001100"}


def test_un_chiffre_mal_lu_ne_donne_rien() -> None:
    assert deduits(None, FLAUX.replace("213001100", "213001108")) == {}


def test_un_departement_qui_ne_va_pas_ne_donne_pas_de_commune() -> None:
    lu = analyser_identifiant(FLAUX.replace("030-", "031-"))
    assert lu is not None
    assert identifier(lu) is None


def lire(identifiant: str) -> Corps:
    lu = analyser_identifiant(identifiant)
    assert lu is not None
    corps = identifier(lu)
    assert corps is not None
    return corps


STENAY = "055-200066132-20200702-D1-DE"


def test_un_epci_n_a_pas_de_code_insee() -> None:
    assert lire(STENAY) == Corps("200066132", "CC", "", "CC du Pays de Stenay et du Val Dunois")
    dits = deduits("Communauté de Communes du Pays de STENAY et du Val Dunois", STENAY, "Meuse")
    assert dits == {"siren": "200066132"}


@pytest.mark.parametrize(
    ("identifiant", "imprime", "accord"),
    [
        (FLAUX, "Mairie de FLAUX", True),
        (FLAUX, "Commune de Flaugnac", False),
        ("076-217603513-20200702-D1-DE", "Ville du Havre", True),
        ("001-210100012-20200702-D1-DE", "Commune de L'Abergement-Clemenciat", True),
        ("001-210100012-20200702-D1-DE", "Commune de L'Abergement-de-Varey", False),
        (STENAY, "Communauté de Communes du Pays de Stenay et du Val-Dunois", True),
        (STENAY, "Communauté de Communes du Val Dunois", False),
    ],
)
def test_le_nom_imprime_a_les_mots_de_l_officiel(identifiant: str, imprime: str, accord: bool) -> None:
    assert s_accorde(lire(identifiant), imprime) is accord


@pytest.mark.parametrize(
    ("code", "nom"), [("030", "Gard"), ("02A", "Corse-du-Sud"), ("972", "Martinique"), ("099", None)]
)
def test_le_departement_de_l_identifiant(code: str, nom: str | None) -> None:
    assert nom_du_departement(code) == nom


def test_la_table_est_sans_doublon_et_ses_siren_ont_leur_cle() -> None:
    table = charger("collectivites")
    assert len({x["siren"] for x in table}) == len(table) > 36_000
    assert [x for x in table if not luhn(x["siren"])] == []
    assert all(bool(x["code"]) == (x["nature"] == "commune") for x in table)
