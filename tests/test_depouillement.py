"""What is no count of the act in its vote: amendments, roll calls by name, totals, columns of figures."""

from typing import Any

from fabrique import passage, valeurs

from modeles.texte import Passage
from pipeline.etapes.extraction.depouillement import depouiller
from pipeline.etapes.extraction.noms import nommes
from pipeline.etapes.extraction.vote import extraire_vote


def lire(*textes: str) -> tuple[list[str], dict[str, Any]]:
    gardes, noms = depouiller([passage(t) for t in textes], nommes)
    return [p.texte for p in gardes], {champ: [p.nom_complet for p in valeurs(t)] for champ, t in noms.items()}


def compter(*textes: str) -> dict[str, Any]:
    gardes: list[Passage] = depouiller([passage(t) for t in textes], nommes)[0]
    return {k: t.valeur for k, t in extraire_vote(gardes, nommes).items() if not k.startswith("noms")}


def test_un_scrutin_public_range_chaque_nom() -> None:
    """Those who say yes are in no list, and no name goes to its neighbour's voice."""
    restes, noms = lire(
        "Scrutin public. M. Jean DUPONT : oui ; Mme Anne ROY : non ; M. Luc PETIT : abstention ; Mme Zoé FAURE : oui.",
        "Total : 2 voix pour, 1 voix contre, 1 abstention.",
    )
    assert restes == ["Total : 2 voix pour, 1 voix contre, 1 abstention."]
    assert noms == {"noms_contre": ["Anne ROY"], "noms_abstention": ["Luc PETIT"]}


def test_le_vote_d_un_amendement_n_est_pas_celui_de_l_acte() -> None:
    lu = compter("M. PETIT dépose un amendement. Mis aux voix, cet amendement est repoussé par 12 voix contre 3.",
                 "La délibération est adoptée à l'unanimité.")  # fmt: skip
    assert (lu.get("pour"), lu.get("contre"), lu["unanimite"], lu["resultat"]) == (None, None, True, "adopte")


def test_les_totaux_du_scrutin_ne_sont_pas_des_voix() -> None:
    lu = compter("Nombre de votants ...... 13 Abstentions ...... 2 Suffrages exprimés ...... 11 Ont voté pour ...... 8",
                 "Ont voté contre ...... 3")  # fmt: skip
    assert (lu["pour"], lu["contre"], lu["abstentions"]) == (8, 3, 2)


def test_des_comptes_l_un_sous_l_autre() -> None:
    assert lire("VOTE", "15 pour", "2 contre", "1 abstention", "ADOPTÉ")[0] == [
        "VOTE",
        "15 pour, 2 contre, 1 abstention",
        "ADOPTÉ",
    ]
