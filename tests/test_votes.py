"""Votes, counts of members and stamps: what the document prints, and nothing more."""

import re
from typing import Any

import pytest

from modeles.deliberation import Personne
from modeles.lecture import Trouvaille
from modeles.texte import Mot, Passage
from pipeline.etapes.extraction.effectifs import extraire_effectifs
from pipeline.etapes.extraction.teletransmission import extraire_teletransmission
from pipeline.etapes.extraction.vote import extraire_vote, resultat_implicite
from pipeline.grammaire.teletransmission import analyser_identifiant

_CIVIL = re.compile(r"(?:M\.|Mme)\s+([A-Z]\w+)")


def passages(texte: str) -> list[Passage]:
    """The paragraphs of a text, cut at "|"."""
    return [
        Passage.de_mots(tuple(Mot(texte=m, brut=m, page=1, boite=(0, 0, 0, 0), confiance=1) for m in p.split()))
        for p in texte.split("|")
    ]


def nommer(passage: Passage) -> tuple[Trouvaille[Personne], ...]:
    """Whoever has a civility: enough for these sentences."""
    return tuple(
        Trouvaille[Personne](
            valeur=Personne(civilite=None, prenom=None, nom=m[1], nom_complet=m[1], qualite=None),
            mots=passage.mots_de(*m.span()),
            regle="essai",
        )
        for m in _CIVIL.finditer(passage.texte)
        if m[1] not in ("Maire", "Le")
    )


def lire(texte: str) -> dict[str, Any]:
    vote = extraire_vote(passages(texte), nommer)
    return {k: v.valeur if isinstance(v, Trouvaille) else [t.valeur.nom for t in v] for k, v in vote.items()}


A, R = "adopte", "rejete"
VOTES: list[tuple[str, dict[str, Any]]] = [
    (
        (
            "Par 23 voix POUR, 4 voix CONTRE (M. Roche, M. Chatel par procuration) et 2 "
            "ABSTENTIONS (M. Yann, Mme Roum), "
            "M. Didier, président du Club, ne prenant pas part au vote,|DÉCIDE"
        ),
        {
            "resultat": A,
            "unanimite": False,
            "pour": 23,
            "contre": 4,
            "abstentions": 2,
            "noms_contre": ["Roche", "Chatel"],
            "noms_abstention": ["Yann", "Roum"],
            "noms_ne_prend_pas_part": ["Didier"],
        },
    ),
    (
        "Vote : Pour : 17 - Contre : 0 - Abstentions : 2 (M. Eli, Mme Duh)",
        {
            "resultat": A,
            "unanimite": False,
            "pour": 17,
            "contre": 0,
            "abstentions": 2,
            "noms_abstention": ["Eli", "Duh"],
        },
    ),
    (
        "Pour : 58|Abstention : 1 (NPA M. Viguie)|Adopté à l'unanimité",
        {"resultat": A, "unanimite": True, "pour": 58, "abstentions": 1, "noms_abstention": ["Viguie"]},
    ),
    (
        "POUR : groupes « A », « B » (24 voix)|CONTRE : groupe « C » (4 voix)",
        {"resultat": A, "unanimite": False, "pour": 24, "contre": 4},
    ),
    (
        "Le vœu, mis aux voix, est REJETÉ par 18 voix contre et 5 voix pour.",
        {"resultat": R, "unanimite": False, "pour": 5, "contre": 18},
    ),
    ("le Conseil DÉCIDE d'ajourner cette question", {"resultat": "ajourne"}),
    ("Le Conseil prend acte du rapport annuel.", {"resultat": "prend_acte"}),
    ("AVIS FAVORABLE", {"resultat": "avis_favorable"}),
    ("Avis défavorable adopté à l'unanimité.", {"resultat": "avis_defavorable", "unanimite": True}),
    ("Le Conseil, à l'unanimité des membres présents et représentés,|DELIBERE :", {"resultat": A, "unanimite": True}),
    ("Le Conseil municipal, à la majorité, approuve", {"resultat": A, "unanimite": False}),
    ("Vote : Unanimité", {"resultat": A, "unanimite": True}),
    ("AL'UNANIMITE, approuve", {"resultat": A, "unanimite": True}),
    (
        "le Conseil, à 12 voix pour et 1 voix|contre, décide d'acquérir",
        {"resultat": A, "unanimite": False, "pour": 12, "contre": 1},
    ),
    (
        "par quinze voix pour, trois voix contre et une abstention, autorise",
        {"resultat": A, "unanimite": False, "pour": 15, "contre": 3, "abstentions": 1},
    ),
    (
        "15 POUR, 0 CONTRE, 2 ABSTENTIONS",
        {"resultat": A, "unanimite": False, "pour": 15, "contre": 0, "abstentions": 2},
    ),
    ("Votants: 14 Pour: 12 Contre : 2", {"resultat": A, "unanimite": False, "pour": 12, "contre": 2}),
    ("Pour Contre Abstentions|12 1 1", {"resultat": A, "unanimite": False, "pour": 12, "contre": 1, "abstentions": 1}),
    (
        (
            "Ne prennent pas part au vote et quittent la salle, en raison de leurs liens : 3 conseillers "
            "(M. Aime, M. Roch, Mme Petel).|à l'unanimité, approuve"
        ),
        {"resultat": A, "unanimite": True, "ne_prend_pas_part": 3, "noms_ne_prend_pas_part": ["Aime", "Roch", "Petel"]},
    ),
    (
        "M. le Maire se retire et ne prend pas part au vote.|Le conseil adopte à l'unanimité le compte.",
        {"resultat": A, "unanimite": True},
    ),
    (
        "Ont voté contre : M. Leroy|Se sont abstenus : Mme Morel",
        {"resultat": None, "unanimite": False, "noms_contre": ["Leroy"], "noms_abstention": ["Morel"]},
    ),
    ("Vote : 9 pour|Vote : 6 pour, 1 abstention, 2 contre|AOP vote : à l'unanimité", {"resultat": A}),
    (
        (
            "L'amendement est rejeté par 20 voix contre et 3 voix pour.|La délibération est adoptée par 20 "
            "voix pour et 3 abstentions."
        ),
        {"resultat": A, "unanimite": False, "pour": 20, "abstentions": 3},
    ),
]


@pytest.mark.parametrize(("texte", "attendu"), VOTES)
def test_le_vote_imprime(texte: str, attendu: dict[str, Any]) -> None:
    lu = lire(texte)
    if attendu.get("resultat", ...) is None:
        lu["resultat"] = None
    assert lu == attendu


@pytest.mark.parametrize(
    "texte",
    [
        "Il est proposé au Conseil municipal :|- de fixer à 20 le nombre d'Adjoints|- d'autoriser M. le Maire",
        "Par délibération n° 12 du 3 mars 2020, adoptée à l'unanimité le 3 mars",
        "d'attribuer 450 € pour 3 associations au titre de 2021 pour l'année",
        "Après avis favorable de la commission des finances",
    ],
)
def test_une_proposition_ou_un_acte_cite_n_est_pas_un_vote(texte: str) -> None:
    assert lire(texte) == {}
    assert resultat_implicite(passages(texte)) is None


@pytest.mark.parametrize(
    "texte",
    [
        "Le Conseil adopte.",
        "Après vote à bulletins secrets, sont élus : M. Dupont",
        "Article 1er : La convention est approuvée.",
        "Le Conseil Municipal, après en avoir délibéré, autorise Monsieur le Maire à signer.",
        "- APPROUVE le projet ;",
        "Il est proposé d'autoriser la vente.|Le Conseil Adopte.",
    ],
)
def test_une_formule_sans_vote_vaut_adoption(texte: str) -> None:
    trouvaille = resultat_implicite(passages(texte))
    assert trouvaille is not None
    assert trouvaille.valeur == "adopte"
    assert trouvaille.mots


@pytest.mark.parametrize(
    ("texte", "attendus"),
    [
        (
            "Nombre de conseillers en exercice : 33 — Présents : 25 — Représentés : 5 — Votants : 30",
            {"en_exercice": 33, "presents": 25, "votants": 30},
        ),
        (
            "Conseillers en fonction : 15|Conseillers présents : 12|Quorum : 8",
            {"en_exercice": 15, "presents": 12, "quorum": 8},
        ),
        ("Membres en exercice : 20|Membres présents : 16 Suffrages exprimés : 17", {"en_exercice": 20, "presents": 16}),
        (
            "Nombre de membres|en exercice : 11|qui ont pris part à la|délibération : 11",
            {"en_exercice": 11, "votants": 11},
        ),
        ("La majorité des 26 membres du Conseil d'arrondissement en exercice était présente", {"en_exercice": 26}),
        ("En exercice Présents Votants|15 12 14", {"en_exercice": 15, "presents": 12, "votants": 14}),
        ("En exercice|15|Présents|12", {"en_exercice": 15, "presents": 12}),
        ("vingt-trois membres en exercice", {"en_exercice": 23}),
        ("Présents ou représentés : 25", {}),
        ("25 Conseillers étaient Présents ou Représentés", {}),
    ],
)
def test_seuls_les_nombres_imprimes(texte: str, attendus: dict[str, int]) -> None:
    assert {k: v.valeur for k, v in extraire_effectifs(passages(texte)).items()} == attendus


def test_un_nombre_mal_lu_au_dessus_de_l_effectif_n_est_pas_une_valeur() -> None:
    """ "61" for a printed 11, read with doubt, is no count of voters; a sure one is kept for the checks to name."""

    def lus(confiance: float) -> dict[str, int]:
        (p,) = passages("Membres en exercice : 11 Votants : 61")
        mots = tuple(m.model_copy(update={"confiance": confiance}) if m.texte == "61" else m for m in p.mots)
        return {k: v.valeur for k, v in extraire_effectifs([p.model_copy(update={"mots": mots})]).items()}

    assert lus(0.23) == {"en_exercice": 11}
    assert lus(0.95) == {"en_exercice": 11, "votants": 61}


@pytest.mark.parametrize(
    ("texte", "attendus"),
    [
        (
            (
                "Envoyé en préfecture le 29/06/2021|Reçu en préfecture le 30/06/2021|Affiché le 01/07/2021|ID : "
                "030-213001100-20210624-2021_06-14-DE"
            ),
            ("030-213001100-20210624-2021_06-14-DE", "2021-06-29", "2021-06-30", "2021-07-01"),
        ),
        (
            (
                "Accusé de réception en préfecture|Date de télétransmission : 13/10/2016|Date de réception "
                "préfecture : 14/10/2016"
            ),
            (None, "2016-10-13", "2016-10-14", None),
        ),
        ("Réception par le préfet : 05/12/2022|Publication : 06/12/2022", (None, None, "2022-12-05", "2022-12-06")),
        (
            "reçues en Préfecture de l'Aude le 2 juillet 1996 et publiées le 4 juillet 1996.",
            (None, None, "1996-07-02", "1996-07-04"),
        ),
        ("PREFECTURE DE LA LOZERE ARRIVEE LE|21 MAI 1976", (None, None, "1976-05-21", None)),
        ("LEKVyé en préfecture le 01/10/2019", (None, "2019-10-01", None, None)),
        ("REÇUE N PRÉFECTURE LE|8 JUIL. 2008", (None, None, "2008-07-08", None)),
        ("REÇU LE|- 4 OCT. 2023|SOUS-PRÉFECTURE", (None, None, "2023-10-04", None)),
        (
            "recours dans un délai de deux mois à compter de sa publication. Séance du 24 juin 2021",
            (None, None, None, None),
        ),
        (
            (
                "exécutoire après transmission en sous-préfecture le 3 octobre 2023, réception le 4 octobre "
                "2023 et publication le 5 octobre 2023"
            ),
            (None, "2023-10-03", "2023-10-04", "2023-10-05"),
        ),
    ],
)
def test_les_tampons(texte: str, attendus: tuple[str | None, ...]) -> None:
    lus = extraire_teletransmission(passages(texte))
    cles = ("identifiant", "date_envoi", "date_reception", "date_publication")
    assert tuple(str(lus[c].valeur) if c in lus else None for c in cles) == attendus


def test_un_identifiant_n_est_repare_que_sous_la_cle_de_luhn_et_la_date() -> None:
    repare = analyser_identifiant("ID : 030-2I3001100-2022O502-FLAUXCR25032022-DE")
    assert repare is not None
    assert repare.corrige
    assert repare.luhn_valide
    assert repare.texte == "030-213001100-20220502-FLAUXCR25032022-DE"
    assert analyser_identifiant("030-2I3001101-20220502-CR-DE") is None
    faux = analyser_identifiant("030-213001101-20220502-CR-DE")
    assert faux is not None
    assert not faux.luhn_valide


@pytest.mark.parametrize(
    ("texte", "attendus"),
    [
        ("Le Comité, par 9 voix contre 3, se prononce pour le tracé", (9, 3)),
        ("par douze voix contre deux, le conseil adopte le projet", (12, 2)),
        ("par 4 voix contre et 9 voix pour, le conseil adopte", (9, 4)),
    ],
)
def test_deux_nombres_opposes(texte: str, attendus: tuple[int, int]) -> None:
    lu = lire(texte)
    assert (lu["pour"], lu["contre"]) == attendus


def test_une_proposition_mise_aux_voix_est_votee() -> None:
    lu = lire("Mise aux voix, la proposition de bail est rejetée : 4 voix pour, 7 voix contre, 2 abstentions.")
    assert (lu["pour"], lu["contre"], lu["abstentions"], lu["resultat"]) == (4, 7, 2, "rejete")


@pytest.mark.parametrize(
    ("texte", "attendus"),
    [
        ("Membres en exercice : 14|PRÉSENTS (8) :", {"en_exercice": 14, "presents": 8}),
        ("La Commission permanente est composée de 19 membres.", {"en_exercice": 19}),
        ("La commission d'appel d'offres est composée de 5 membres.", {}),
        ("Quorum (loi n° 2020-760) : 10", {"quorum": 10}),
        ("en exercice : 11 - présents : 8°|L'an mil", {"en_exercice": 11, "presents": 8}),
    ],
)
def test_les_effectifs_d_autres_formes(texte: str, attendus: dict[str, int]) -> None:
    assert {k: v.valeur for k, v in extraire_effectifs(passages(texte)).items()} == attendus
