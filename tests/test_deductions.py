"""What follows from the printed values, apart from them: votes, voters, quorum by the law of the day."""

import datetime
import json
import re
from typing import Any

import pytest

from corrections import charger
from modeles.deliberation import Deliberation
from modeles.texte import Mot, Passage, plier
from pipeline.etapes.citations import citer
from pipeline.etapes.deductions import deduire
from pipeline.etapes.matieres import matiere
from pipeline.etapes.regles import quorum_requis


def acte(**champs: Any) -> Deliberation:
    return Deliberation.model_validate_json(json.dumps({"collectivite": {"organe": "Conseil municipal"}, **champs}))


def personnes(*noms: str) -> list[dict[str, str]]:
    return [{"nom": n, "nom_complet": n} for n in noms]


def valeurs(d: Deliberation) -> dict[str, int | str]:
    return {x.champ.removeprefix("/deliberations/2"): x.valeur for x in deduire(d, 2)}


def vote(**champs: Any) -> dict[str, Any]:
    return {"decision": {"vote": {"resultat": "adopte", **champs}}}


@pytest.mark.parametrize(
    ("champs", "pour"),
    [
        ({"unanimite": True}, 20),
        ({"unanimite": True, "ne_prend_pas_part": 1}, 19),
        ({"unanimite": True, "abstentions": 2}, 18),  # of the votes cast
        ({"unanimite": False, "contre": 3, "abstentions": 1}, 16),
        ({"unanimite": False, "noms_contre": personnes("A", "B")}, 18),
        ({"unanimite": True, "pour": 20}, None),  # printed
        ({"unanimite": False}, None),  # a majority that is not told
        ({"unanimite": True, "resultat": "prend_acte"}, None),
        ({}, None),
    ],
)
def test_les_voix_pour(champs: dict[str, Any], pour: int | None) -> None:
    lues = valeurs(acte(effectifs={"votants": 20}, **vote(**champs)))
    assert lues.get("/decision/vote/pour") == pour


def test_les_votants_de_l_appel() -> None:
    appel = {"presences": {"presents": personnes("A", "B", "C")}, "seance": {"president": personnes("D")[0]}}
    pouvoir = {"mandant": personnes("E")[0], "mandataire": personnes("A")[0]}
    d = acte(**appel, procurations=[pouvoir], **vote(unanimite=True))
    assert valeurs(d) == {"/effectifs/votants": 5, "/decision/vote/pour": 5}
    raison = deduire(d, 0)[0].raison
    assert raison == "3 noms à l'appel et qui préside, 1 pouvoir."
    assert valeurs(acte(**appel, procurations=[{"mandant": personnes("E")[0]}], **vote(unanimite=True))) == {}
    assert valeurs(acte(presences=appel["presences"], **vote(unanimite=True))) == {}  # does who chairs vote?


@pytest.mark.parametrize(
    ("organe", "jour", "minimum", "compte"),
    [
        ("Conseil municipal", "2019-06-24", 10, "presents"),
        ("Conseil communautaire", "2023-06-24", 10, "presents"),
        ("Conseil municipal", "2020-03-30", 7, "presents"),
        ("Conseil municipal", "2020-05-28", 7, "presents_representes"),
        ("Conseil départemental", "2020-09-15", 10, "presents"),  # between two windows
        ("Conseil régional", "2021-02-01", 7, "presents"),
        ("Conseil municipal", "2022-08-01", 10, "presents"),
        ("Conseil d'administration", "2021-02-01", 7, "presents"),
        ("Conseil d'administration", "2019-02-01", None, None),
        ("Conseil municipal", "1970-02-01", None, None),
    ],
)
def test_le_quorum_de_ce_jour_la(organe: str, jour: str, minimum: int | None, compte: str | None) -> None:
    requis = quorum_requis(organe, datetime.date.fromisoformat(jour), 19)
    assert (requis and requis.minimum, requis and requis.compte) == (minimum, compte)


@pytest.mark.parametrize(
    ("effectifs", "verdict"),
    [
        ({"en_exercice": 19, "presents": 10}, "atteint"),
        ({"en_exercice": 19, "presents": 9}, "non_atteint"),
        ({"en_exercice": 19}, "indetermine"),
    ],
)
def test_le_verdict_du_quorum(effectifs: dict[str, int], verdict: str) -> None:
    d = acte(effectifs=effectifs, seance={"date": "2019-06-24"})
    lues = {x.champ: x for x in deduire(d, 0)}
    assert lues["/deliberations/0/quorum"].valeur == verdict
    assert "L. 2121-17" in lues["/deliberations/0/quorum"].raison
    assert lues["/deliberations/0/effectifs/quorum"].valeur == 10


@pytest.mark.parametrize("fiche", charger("matieres"), ids=lambda f: f["code"])
def test_chaque_matiere_a_son_exemple(fiche: dict[str, str]) -> None:
    assert re.search(fiche["motif"], plier(fiche["exemple"]))
    assert not re.search(fiche["motif"], plier(fiche["contre_exemple"]))


@pytest.mark.parametrize(
    ("objet", "imprime", "code", "regle"),
    [
        ("Demande de subvention pour l'école", "", "7.5", "matiere.objet"),
        ("Budget primitif 2021", "Nomenclature : 7.1", "7.1", "matiere.imprimee"),
        ("Divers", "Matière ACTES : 8.3 - Voirie", "8.3", "matiere.imprimee"),
        ("Divers", "Domaine de compétence de la commune", None, None),
        (None, "", None, None),
    ],
)
def test_la_matiere_imprimee_ou_proposee(objet: str | None, imprime: str, code: str | None, regle: str | None) -> None:
    mots = tuple(Mot(texte=m, brut=m, page=1, boite=(0, 0, 1, 1), confiance=0.9) for m in imprime.split())
    trouvee = matiere(acte(objet=objet), [Passage.de_mots(mots)] if mots else [], 1)
    assert (trouvee and trouvee.valeur, trouvee and trouvee.regle) == (code, regle)
    assert trouvee is None or trouvee.champ == "/deliberations/1/matiere"


def test_rien_ne_se_deduit_de_rien() -> None:
    assert deduire(Deliberation(), 0) == ()


def test_les_textes_cites_et_ce_que_l_acte_leur_fait() -> None:
    d = acte(
        visas=["le code général des collectivités territoriales, notamment son article L. 2121-29"],
        decision={"articles": [{"texte": "abroge la délibération n° 2012-10 du 3 mars 2012"}]},
    )
    citations, (effet,) = citer(d, 3)
    assert [(c.champ, c.reference.genre) for c in citations] == [
        ("/deliberations/3/visas/0", "code"),
        ("/deliberations/3/decision/articles/0/texte", "deliberation"),
    ]
    code = citations[0].reference
    assert (code.legitext, code.articles) == ("LEGITEXT000006070633", ("L2121-29",))
    assert d.visas[0][citations[0].debut : citations[0].fin] == code.texte
    assert (effet.verbe, effet.reference.numero, effet.reference.date) == (
        "abroge",
        "2012-10",
        datetime.date(2012, 3, 3),
    )
