"""Cross-checks: they speak when the record contradicts itself, and only then."""

import datetime
import json
from typing import Any

import pytest

from corrections import charger
from modeles.deliberation import Deliberation
from pipeline.etapes.controles import Contexte, controler
from pipeline.etapes.regles import pouvoirs_permis


def personne(nom: str) -> dict[str, Any]:
    return {"nom": nom.split()[-1], "nom_complet": nom}


SAINE: dict[str, Any] = {
    "collectivite": {"nom": "Commune de Saint-Aubin", "organe": "Conseil municipal"},
    "numero": "2019-058",
    "seance": {
        "date": "2019-06-24",
        "date_convocation": "2019-06-17",
        "president": personne("Anne BLANC"),
        "secretaire": personne("Luc PIN"),
    },
    "effectifs": {"en_exercice": 5, "presents": 3, "votants": 4, "quorum": 3},
    "presences": {
        "presents": [personne("Anne BLANC"), personne("Luc PIN"), personne("Zoé ROY")],
        "absents": [personne("Max LEROY")],
    },
    "procurations": [{"mandant": personne("Paul DURAND"), "mandataire": personne("Luc PIN")}],
    "decision": {
        "vote": {"resultat": "adopte", "unanimite": False, "pour": 3, "contre": 1, "noms_contre": [personne("Zoé ROY")]}
    },
    "teletransmission": {
        "identifiant": "030-213001100-20190624-2019058-DE",
        "date_envoi": "2019-06-26",
        "date_reception": "2019-06-26",
        "date_publication": "2019-06-27",
    },
}


def codes(changements: dict[str, Any], jour: str | None = None) -> set[str]:
    brut = json.loads(json.dumps(SAINE))
    for chemin, valeur in changements.items():
        *parents, dernier = chemin.split(".")
        noeud = brut
        for parent in parents:
            noeud = noeud[parent]
        noeud[dernier] = valeur
    deliberation = Deliberation.model_validate_json(json.dumps(brut))
    return {a.code for a in controler(deliberation, 2, Contexte(jour_semaine=jour))}


def test_un_acte_coherent_ne_dit_rien() -> None:
    assert codes({}, "lundi") == set()


def test_un_acte_vide_ne_dit_rien() -> None:
    assert controler(Deliberation(), 0) == ()


@pytest.mark.parametrize(
    ("changements", "code"),
    [
        ({"seance.date": "2019-06-25"}, "date-identifiant"),
        ({"numero": "2018-058"}, "date-numero"),
        ({"numero": "CT4/080319/52"}, "date-numero"),
        ({"teletransmission.identifiant": "030-213001101-20190624-2019058-DE"}, "identifiant-siren"),
        ({"seance.date_convocation": "2019-06-30"}, "dates-ordre"),
        ({"teletransmission.date_reception": "2019-06-25"}, "dates-ordre"),
        ({"effectifs.presents": 4}, "effectifs-presents"),
        ({"effectifs.votants": 6}, "effectifs-exercice"),
        ({"effectifs.votants": 5}, "effectifs-votants"),
        ({"effectifs.quorum": 4}, "effectifs-quorum"),
        (
            {"procurations": [{"mandant": personne("Paul DURAND"), "mandataire": personne("Jean ABSENT")}]},
            "pouvoir-absent",
        ),
        ({"procurations": [{"mandant": personne("Zoé ROY"), "mandataire": personne("Luc PIN")}]}, "pouvoir-present"),
        (
            {
                "procurations": [
                    {"mandant": personne(n), "mandataire": personne("Luc PIN")} for n in ("Paul DURAND", "Max LEROY")
                ]
            },
            "pouvoirs-nombre",
        ),
        ({"decision.vote.pour": 4}, "vote-total"),
        ({"decision.vote.noms_contre": [personne("Zoé ROY"), personne("Luc PIN")]}, "vote-noms"),
        ({"decision.vote.unanimite": True}, "vote-unanimite"),
        ({"seance.secretaire": personne("Eve AUTRE")}, "secretaire-absent"),
    ],
)
def test_chaque_contradiction_a_son_code(changements: dict[str, Any], code: str) -> None:
    assert code in codes(changements)


def test_le_jour_de_la_semaine_se_dit_en_clair() -> None:
    deliberation = Deliberation.model_validate_json('{"seance": {"date": "2021-06-24"}}')
    (anomalie,) = controler(deliberation, 3, Contexte(jour_semaine="mardi"))
    assert anomalie.message == "Le 24 juin 2021 est un jeudi, le document imprime « mardi »."
    assert anomalie.champ == "/deliberations/3/seance/date"


@pytest.mark.parametrize(
    ("organe", "jour", "maximum"),
    [
        ("Conseil municipal", "2019-06-24", 1),
        ("Conseil municipal", "2020-05-25", 2),
        ("Conseil communautaire", "2021-06-24", 2),
        ("Conseil municipal", "2021-10-15", 1),
        ("Conseil régional", "2022-03-01", 2),
        ("Conseil départemental", "2023-01-01", 1),
        ("Comité inconnu", "2023-01-01", None),
        (None, "2023-01-01", None),
    ],
)
def test_les_pouvoirs_permis_ce_jour_la(organe: str | None, jour: str, maximum: int | None) -> None:
    permis = pouvoirs_permis(organe, datetime.date.fromisoformat(jour))
    assert (permis[0] if permis else None) == maximum


def test_la_table_des_pouvoirs_est_saine() -> None:
    for ligne in charger("pouvoirs"):
        assert ligne["maximum"] in ("1", "2")
        assert ligne["source"]
        assert datetime.date.fromisoformat(ligne["debut"]) <= datetime.date.fromisoformat(ligne["fin"] or "9999-12-31")
