"""What a person settled takes the place of what was read."""

import datetime
from typing import Any

import pytest
from documents import ACTE
from fabrique import lire
from hypothesis import given
from hypothesis import strategies as st
from test_validation import une_source_par_feuille

from modeles.decision import DecisionHumaine
from modeles.lecture import Anomalie, Lecture
from pipeline.registre.decisions import appliquer_decisions

LUE = lire(ACTE)
OBJET, DATE = "/deliberations/0/objet", "/deliberations/0/seance/date"
RAPPORTEUR, VISAS = "/deliberations/0/rapporteur", "/deliberations/0/visas"


def decision(pointeur: str, valeur: Any, auteur: str = "Claire") -> DecisionHumaine:
    pris_le = datetime.datetime(2026, 3, 12, 9, 30, tzinfo=datetime.UTC)
    return DecisionHumaine(pointeur=pointeur, valeur=valeur, motif="vu sur l'image", auteur=auteur, pris_le=pris_le)


def codes(lecture: Lecture) -> list[str]:
    return [a.code for a in lecture.anomalies]


def test_sans_decision_rien_ne_change() -> None:
    assert appliquer_decisions(LUE, []) is LUE


def test_la_valeur_decidee_remplace_celle_qui_est_lue_et_le_dit() -> None:
    tenue = appliquer_decisions(LUE, [decision(OBJET, "Médiathèque")])
    une_source_par_feuille(tenue)
    assert tenue.deliberations[0].objet == "Médiathèque"
    (contredite,) = tenue.anomalies
    assert (contredite.code, contredite.gravite, contredite.champ) == ("decision-contredite", "doute", OBJET)
    assert "Rénovation de la salle des fêtes" in contredite.message
    assert "Médiathèque" in contredite.message
    assert tenue.statut == "partielle"


def test_la_source_garde_la_place_et_nomme_la_personne() -> None:
    avant, apres = LUE.sources[OBJET], appliquer_decisions(LUE, [decision(OBJET, "Médiathèque")]).sources[OBJET]
    assert (apres.endroits, apres.brut, apres.lisibilite) == (avant.endroits, avant.brut, avant.lisibilite)
    assert (apres.regle, apres.nature, apres.confiance) == ("decision", "corrige", 1.0)
    assert apres.corrections == ("decision:Claire",)


def test_une_valeur_confirmee_reste_lue() -> None:
    tenue = appliquer_decisions(LUE, [decision(OBJET, LUE.deliberations[0].objet)])
    avant, apres = LUE.sources[OBJET], tenue.sources[OBJET]
    assert tenue.deliberations == LUE.deliberations
    assert tenue.anomalies == LUE.anomalies
    assert (apres.regle, apres.nature, apres.confiance) == (avant.regle, avant.nature, 1.0)


def test_une_lacune_comblee_n_est_pas_une_contradiction() -> None:
    assert LUE.deliberations[0].rapporteur is None
    personne = {"nom": "ROY", "nom_complet": "Anne ROY"}
    tenue = appliquer_decisions(LUE, [decision(RAPPORTEUR, personne)])
    une_source_par_feuille(tenue)
    assert tenue.anomalies == LUE.anomalies
    source = tenue.sources[f"{RAPPORTEUR}/nom"]
    assert (source.endroits, source.brut, source.lisibilite, source.nature) == ((), "", 0.0, "corrige")


def test_deux_decisions_valables_ensemble_seulement() -> None:
    ensemble = [decision(f"{RAPPORTEUR}/nom", "ROY"), decision(f"{RAPPORTEUR}/nom_complet", "Anne ROY")]
    tenue = appliquer_decisions(LUE, ensemble)
    une_source_par_feuille(tenue)
    assert tenue.deliberations[0].rapporteur is not None
    seule = appliquer_decisions(LUE, ensemble[:1])
    assert seule.deliberations == LUE.deliberations
    assert codes(seule) == ["decision-inapplicable"]


def test_rien_n_est_imprime_la() -> None:
    tenue = appliquer_decisions(LUE, [decision(DATE, None)])
    une_source_par_feuille(tenue)
    assert tenue.deliberations[0].seance.date is None
    assert codes(tenue) == ["decision-contredite"]


def test_une_liste_entiere() -> None:
    visas = LUE.deliberations[0].visas
    tenue = appliquer_decisions(LUE, [decision(VISAS, [*visas, "la loi"])])
    une_source_par_feuille(tenue)
    assert tenue.deliberations[0].visas == (*visas, "la loi")
    assert tenue.sources[f"{VISAS}/0"].regle == LUE.sources[f"{VISAS}/0"].regle
    assert tenue.sources[f"{VISAS}/{len(visas)}"].regle == "decision"
    assert [r for r in tenue.references if r.champ.startswith(VISAS)] == []


def test_la_derniere_decision_l_emporte() -> None:
    tenue = appliquer_decisions(
        LUE, [decision(OBJET, "Un"), decision(DATE, "2021-03-13"), decision(OBJET, "Deux", "Léa")]
    )
    assert tenue.deliberations[0].objet == "Deux"
    assert tenue.deliberations[0].seance.date == datetime.date(2021, 3, 13)
    assert tenue.sources[OBJET].corrections == ("decision:Léa",)


@pytest.mark.parametrize(
    ("pointeur", "valeur"),
    [
        (DATE, "le 12 mars"),
        ("/deliberations/0/effectifs/presents", -1),
        ("/deliberations/0/inconnu", "x"),
        ("/deliberations/1/objet", "x"),
        (f"{VISAS}/99", "x"),
        (f"{VISAS}/-1", "x"),
        (f"{VISAS}/0", None),
        (f"{OBJET}/0", "x"),
    ],
)
def test_ce_qui_n_a_plus_sa_place_est_une_anomalie(pointeur: str, valeur: Any) -> None:
    tenue = appliquer_decisions(LUE, [decision(pointeur, valeur), decision(OBJET, "Médiathèque")])
    une_source_par_feuille(tenue)
    assert tenue.deliberations[0].objet == "Médiathèque"
    assert codes(tenue) == ["decision-contredite", "decision-inapplicable"]


def test_un_doute_tranche_ne_demande_plus_rien() -> None:
    doutes = tuple(
        Anomalie(code=code, gravite="doute", message="Voir.", champ=champ)
        for code, champ in (
            ("lecture-incertaine", OBJET), ("collectivite-absente", "/deliberations/0/collectivite"), ("autre", DATE),
        )
    )  # fmt: skip
    lue = LUE.model_copy(update={"anomalies": doutes})
    nom = decision("/deliberations/0/collectivite/nom", "Commune de X")
    tenue = appliquer_decisions(lue, [decision(OBJET, "Médiathèque"), nom], contredire=False)
    assert [a.gravite for a in tenue.anomalies] == ["info", "info", "doute"]


def test_ce_qui_se_deduisait_de_l_ancienne_valeur_s_en_va() -> None:
    champs = {d.champ for d in LUE.deductions}
    champ = next(c for c in champs if c.endswith("/pour"))
    tenue = appliquer_decisions(LUE, [decision(champ, 5)])
    assert {d.champ for d in tenue.deductions} == champs - {champ}


CHAMPS = st.sampled_from([*LUE.sources, RAPPORTEUR, VISAS, "/deliberations/0/numero", "/deliberations/0/presences"])
VALEURS = (
    st.none() | st.booleans() | st.integers(-2, 20) | st.text(max_size=5) | st.lists(st.text(max_size=5), max_size=3)
)


@given(st.lists(st.builds(decision, CHAMPS, VALEURS), max_size=5))
def test_toujours_une_source_par_feuille(decisions: list[DecisionHumaine]) -> None:
    tenue = appliquer_decisions(LUE, decisions)
    une_source_par_feuille(tenue)
    assert Lecture.model_validate_json(tenue.model_dump_json(exclude={"statut"})) == tenue
    assert appliquer_decisions(tenue, decisions).deliberations == tenue.deliberations
