"""The habits of French registers, one phrasing at a time (``tests/habitudes/``), the rest of the act as it stands."""

import tomllib
from pathlib import Path
from typing import Any

import pytest
from documents import ACTE
from fabrique import fiche

DOSSIER = Path(__file__).parent / "habitudes"
DECISION = """
Vu le Code général des collectivités territoriales ;

Le Conseil, après en avoir délibéré, à l'unanimité, APPROUVE le projet.

Pour extrait conforme,
Le Président,
Anne ROY
"""


def cas(nom: str) -> list[Any]:
    """The cases of one file, named by their first line."""
    lus = tomllib.loads((DOSSIER / f"{nom}.toml").read_text(encoding="utf-8"))["cas"]
    return [pytest.param(c, id=c["texte"].split("\n")[0][:50]) for c in lus]


def avec(debut: str, fin: str, texte: str) -> dict[str, Any]:
    """The record of the act of Bellerive, where ``texte`` stands from ``debut`` to ``fin``."""
    return fiche(ACTE[: ACTE.index(debut)] + texte + "\n" + ACTE[ACTE.index(fin) :])


@pytest.mark.parametrize("attendu", cas("appel"))
def test_appel(attendu: dict[str, Any]) -> None:
    lue = avec("Étaient présents", "Secrétaire de séance", attendu["texte"])
    assert lue["presences"] == {cle: attendu[cle] for cle in ("presents", "absents", "excuses")}
    assert [[p["mandant"], p["mandataire"]] for p in lue["procurations"]] == attendu["pouvoirs"]
    assert lue["objet"] == "Rénovation de la salle des fêtes"
    assert lue["seance"]["secretaire"] == "Paul MARTIN"


@pytest.mark.parametrize("attendu", cas("votes"))
def test_vote(attendu: dict[str, Any]) -> None:
    lue = avec("Le Conseil municipal, après", "Fait et délibéré", attendu["texte"])["decision"]
    assert {cle: valeur for cle, valeur in lue["vote"].items() if valeur not in (None, [])} == attendu["vote"]
    assert len(lue["articles"]) == attendu.get("articles", len(lue["articles"]))


@pytest.mark.parametrize("attendu", cas("textes"))
def test_visas_considerants_et_articles(attendu: dict[str, Any]) -> None:
    lue = avec("Vu le Code", "Fait et délibéré", attendu["texte"])
    assert (lue["visas"], lue["considerants"]) == (attendu["visas"], attendu["considerants"])
    assert len(lue["decision"]["articles"]) == attendu["articles"]


@pytest.mark.parametrize("attendu", cas("entetes"))
def test_entete(attendu: dict[str, Any]) -> None:
    lue = fiche(attendu["texte"] + DECISION)

    def feuille(chemin: str) -> Any:
        valeur: Any = lue
        for cle in chemin.split("."):
            valeur = valeur[cle]
        return valeur

    assert {chemin: feuille(chemin) for chemin in attendu["feuilles"]} == attendu["feuilles"]


@pytest.mark.parametrize("attendu", cas("fins"))
def test_signatures_et_timbres(attendu: dict[str, Any]) -> None:
    lue = fiche(ACTE[: ACTE.index("Fait et délibéré")] + attendu["texte"])
    assert [[s["nom"], s["qualite"]] for s in lue["signataires"]] == attendu["signataires"]
    imprime = {cle: valeur for cle, valeur in lue["teletransmission"].items() if valeur is not None}
    assert imprime == attendu["teletransmission"]
    assert len(lue["decision"]["articles"]) == 2
