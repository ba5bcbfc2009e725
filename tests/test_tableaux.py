"""Tables and columns: rolls by their heads or by what their cells say, votes, lists of deliberations."""

from typing import Any

import pytest
from documents import ACTE
from fabrique import DOCUMENT, Pose, page, tableau

from pipeline.chaine import lire_pages

ENTETE = ACTE[: ACTE.index("Étaient présents")].strip("\n").split("\n")
SUITE = ACTE[ACTE.index("Secrétaire de séance") :].strip("\n").split("\n")
HAUT = 60.0 + 12 * len(ENTETE)
"""Where the roll begins, points from the top."""
DECISION = SUITE.index("Fait et délibéré les jour, mois et an susdits.")


def fiches(*lignes: str | Pose) -> list[dict[str, Any]]:
    lues = lire_pages((page(lignes),), DOCUMENT)
    return [d.model_dump(mode="json") for d in lues.deliberations]


def presences(lue: dict[str, Any]) -> tuple[list[str], list[str], list[str], list[tuple[str, str]]]:
    noms = {cle: [p["nom_complet"] for p in lue["presences"][cle]] for cle in ("presents", "absents", "excuses")}
    pouvoirs = [(p["mandant"]["nom_complet"], p["mandataire"]["nom_complet"]) for p in lue["procurations"]]
    return noms["presents"], noms["absents"], noms["excuses"], pouvoirs


def test_une_colonne_dit_comment_chacun_a_siege() -> None:
    table = tableau(
        "Administrateurs | Collège | Présence",
        "Anne ROY | Présidente | Présente",
        "Jean DUPONT | Élu | Présent",
        "Luc PETIT | UDAF | Représenté par Anne ROY",
        "Lucie FAURE | Retraités | Excusée",
        "Gilles VIDAL | Insertion | Absent",
        haut=HAUT + 30,
    )
    (lue,) = fiches(*ENTETE, *table, "", *SUITE)
    pouvoirs = [("Luc PETIT", "Anne ROY")]
    assert presences(lue) == (["Anne ROY", "Jean DUPONT"], ["Gilles VIDAL"], ["Lucie FAURE"], pouvoirs)


@pytest.mark.parametrize(
    "rangees",
    [
        ("Anne ROY | présente", "Jean DUPONT | .présent", "Lucie FAURE | excusée", "Gilles VIDAL | absent"),
        ("Commune | Titulaire | Suppléant", "Orle | Anne ROY - présente | Zoé NOIR", "Clair | Jean DUPONT - présent |",
         "Pré | Lucie FAURE - excusée |", "Val | Gilles VIDAL - absent |"),
    ],
)  # fmt: skip
def test_chaque_nom_suivi_de_son_etat(rangees: tuple[str, ...]) -> None:
    """A roll call has no head, and the state may stand in the cell of the name."""
    (lue,) = fiches(*ENTETE, "Appel nominal :", *tableau(*rangees, haut=HAUT + 30, large=160.0), "", *SUITE)
    assert presences(lue) == (["Anne ROY", "Jean DUPONT"], ["Gilles VIDAL"], ["Lucie FAURE"], [])


def test_un_tableau_des_absents() -> None:
    table = tableau(
        "Absents | Ni pouvoir ni suppléant | Suppléant | Pouvoir donné à",
        "Luc PETIT | | | Anne ROY",
        "Gilles VIDAL | X | | ",
        haut=HAUT + 30,
    )
    (lue,) = fiches(*ENTETE, "Présents : Anne ROY, Jean DUPONT", "Absents :", *table, "", *SUITE)
    assert presences(lue) == (["Anne ROY", "Jean DUPONT"], ["Gilles VIDAL"], [], [("Luc PETIT", "Anne ROY")])


def test_un_tableau_d_effectifs_n_est_pas_un_appel() -> None:
    table = tableau("En exercice | Présents | Pouvoirs | Votants", "7 | 4 | 1 | 5", haut=HAUT)
    (lue,) = fiches(*ENTETE, *table, "", "Présents : Anne ROY, Jean DUPONT", *SUITE)
    assert lue["effectifs"] == {"en_exercice": 7, "presents": 4, "votants": 5, "quorum": None}
    assert presences(lue) == (["Anne ROY", "Jean DUPONT"], [], [], [])


def test_deux_colonnes_sous_les_memes_titres() -> None:
    """The headings stand on the left only; each governs both columns down to the next."""
    gauche = ["Présents", "1. Mme Anne ROY", "2. M. Jean DUPONT", "Absents", "5. M. Gilles VIDAL"]
    droite = ["", "3. M. Paul MARTIN", "4. Mme Lucie FAURE", "", "6. M. Luc PETIT"]
    colonnes = [
        Pose(texte, x=x, y=HAUT + 14 * rang + 28 * (rang > 2), bloc=bloc)
        for x, bloc, textes in ((70.0, 1, gauche), (330.0, 2, droite))
        for rang, texte in enumerate(textes)
        if texte
    ]
    (lue,) = fiches(*ENTETE, *colonnes, Pose(SUITE[0], y=HAUT + 120), *SUITE[1:])
    presents = ["Anne ROY", "Jean DUPONT", "Paul MARTIN", "Lucie FAURE"]
    assert presences(lue) == (presents, ["Gilles VIDAL", "Luc PETIT"], [], [])


def test_le_vote_en_tableau() -> None:
    attendu = {"pour": 4, "contre": 1, "abstentions": 0, "noms_contre": ["Jean DUPONT"], "unanimite": False}
    rangees = ("Votants | 5", "Voix pour | 4", "Voix contre | 1 - M. Jean DUPONT", "Abstention | 0")
    colonnes = ("Votants | Pour | Contre | Abstention", "5 | 4 | 1 (Jean DUPONT) | 0")
    appel = "Présents : Mme Anne ROY, M. Jean DUPONT"
    avant = [x.replace(", à l'unanimité,", " :") for x in SUITE[:DECISION]]
    for table in (rangees, colonnes):
        (lue,) = fiches(*ENTETE, appel, *avant, *tableau(*table, haut=700.0), "", *SUITE[DECISION:])
        vote = lue["decision"]["vote"]
        lu = {cle: vote[cle] for cle in attendu} | {"noms_contre": [p["nom_complet"] for p in vote["noms_contre"]]}
        assert lu == attendu
        assert len(lue["decision"]["articles"]) == 2


def test_la_liste_des_deliberations() -> None:
    table = tableau(
        "N° | Objet | Rapporteur | Résultat du vote",
        "2025-01 | Débat d'orientation budgétaire | Jean DUPONT | Prend acte",
        "2025-02 | Convention avec le club nautique | Lucie FAURE | Adoptée à l'unanimité",
        "2025-03 | Stationnement payant | Paul MARTIN | Rejetée. Pour : 2 Contre : 3",
        haut=HAUT + 30,
    )
    appel = "Présents : Anne ROY, Jean DUPONT, Paul MARTIN, Lucie FAURE"
    lues = fiches(*ENTETE, appel, "", *table, "", "Liste affichée le 15 mars 2021", "La Présidente,", "Anne ROY")
    assert [(d["numero"], d["objet"], d["decision"]["vote"]["resultat"]) for d in lues] == [
        ("2025-01", "Débat d'orientation budgétaire", "prend_acte"),
        ("2025-02", "Convention avec le club nautique", "adopte"),
        ("2025-03", "Stationnement payant", "rejete"),
    ]
    assert [d["rapporteur"]["nom_complet"] for d in lues] == ["Jean DUPONT", "Lucie FAURE", "Paul MARTIN"]
    assert {len(d["presences"]["presents"]) for d in lues} == {4}
    assert {d["teletransmission"]["date_publication"] for d in lues} == {"2021-03-15"}
    assert [s["nom"] for s in lues[0]["signataires"]] == ["Anne ROY"]


def test_un_budget_n_est_pas_une_liste_de_deliberations() -> None:
    table = tableau(
        "Chapitre | Libellé | Crédits votés", "011 | Charges générales | 12 000", "012 | Personnel | 45 000", haut=700.0
    )
    appel = "Présents : Mme Anne ROY, M. Jean DUPONT"
    (lue,) = fiches(*ENTETE, appel, *SUITE[:DECISION], *table, "", *SUITE[DECISION:])
    assert lue["objet"] == "Rénovation de la salle des fêtes"
    assert len(lue["decision"]["articles"]) == 2


def test_la_liste_continue_sur_la_page_suivante() -> None:
    tetes = "N° | Objet | Résultat du vote"
    haut = page(
        [
            *ENTETE,
            "Présents : Anne ROY, Jean DUPONT",
            "",
            *tableau(tetes, "1 | Budget | Adopté", "2 | Voirie | Adopté", haut=500.0),
        ]
    )
    suite = tableau("3 | Forêt | Rejeté", "4 | École | Adopté", haut=80.0)
    lues = lire_pages((haut, page([*suite, "", "La Présidente,", "Anne ROY"], 2)), DOCUMENT).deliberations
    assert [d.objet for d in lues] == ["Budget", "Voirie", "Forêt", "École"]


def test_un_appel_dans_une_annexe_n_ouvre_pas_d_acte() -> None:
    acte = page([*ENTETE, "Présents : Mme Anne ROY, M. Jean DUPONT", *SUITE])
    annexe = [
        "ANNEXE À LA DÉLIBÉRATION",
        "Procès-verbal de la commission d'appel d'offres",
        "Membres présents : Mme Anne ROY, M. Jean DUPONT",
    ]
    assert len(lire_pages((acte, page(annexe, 2)), DOCUMENT).deliberations) == 1
