"""Step 5 on invented deliberations of several bodies and decades, read from plain text."""

from typing import Any

import pytest
from documents import ACTE, LISTE_DE_VOTES, PROCES_VERBAL_A_ORDRE_DU_JOUR, PROCES_VERBAL_NUMEROTE
from fabrique import fiche, fiches, lire

COMMUNE_1976 = """
DÉPARTEMENT DE LA LOZÈRE
COMMUNE DE VALBONNE-LE-HAUT

EXTRAIT DU REGISTRE DES DÉLIBÉRATIONS DU CONSEIL MUNICIPAL

L'an mil neuf cent soixante-seize, le quatorze octobre à vingt heures trente minutes, le
Conseil Municipal de la Commune de Valbonne-le-Haut, dûment convoqué, s'est réuni en session
ordinaire, à la Mairie, sous la présidence de M. BOYER Émile, Maire.

Date de convocation du Conseil Municipal : 4 octobre 1976

Présents : MM. BOYER, ROUSSEL, TEISSIER, CHAPTAL, Mme VIDAL, MM. PAGES et MALAVAL
Absents : MM. CHARDONNET et FOLCHER

Objet : Adduction d'eau du hameau de la Fage

Monsieur le Maire expose à l'assemblée que le hameau de la Fage n'est pas desservi en eau
potable et que le devis des travaux s'élève à 142.000 francs.

Le Conseil Municipal, ouï l'exposé de son Président et après en avoir délibéré :
1°) ADOPTE le projet présenté ;
2°) SOLLICITE de l'État la subvention la plus élevée possible ;
3°) DONNE tous pouvoirs au Maire pour l'exécution de la présente délibération.

Fait et délibéré les jour, mois et an que dessus.
Au registre sont les signatures.
Pour extrait certifié conforme,
Le Maire,
Émile BOYER
"""

COMMUNAUTE_2019 = """
COMMUNAUTÉ DE COMMUNES DU PAYS D'ARGANCE
DÉLIBÉRATION DU CONSEIL COMMUNAUTAIRE
N° CC-2019-087

Le vingt-six septembre deux mille dix-neuf à 18h30, les membres du Conseil communautaire, légalement
convoqués le 19 septembre 2019, se sont réunis à la salle polyvalente de Montreuil, sous la présidence de
Monsieur Alain FERRAND, Président.

Nombre de conseillers en exercice : 24
Présents : 7
Votants : 9

Étaient présents : Alain FERRAND, Nadine COLLET, Bruno CARLIER, Sylvie de VILLARS, Karim HADDAD,
Pierre MOULIN suppléant de Denis PRADEL, Odile BEAUMONT (arrivée au point n° 3)
Étaient excusés : Hélène GARNIER donne pouvoir à Nadine COLLET ; Yvon TANGUY représenté par Karim HADDAD ;
Claude ROSSI
Étaient absents : Marc LENOIR, Julie PERRIN
Assistaient également à la réunion : M. Fabien DROUET, directeur général des services
Madame Sylvie de VILLARS est désignée secrétaire de séance.

OBJET : Convention d'entretien des sentiers de randonnée
Rapporteur : Mme Nadine COLLET

Vu
- le Code général des collectivités territoriales, notamment son article L. 5214-16 ;
- la loi n° 83-663 du 22 juillet 1983 ;
- l'avis favorable de la commission tourisme du 4 septembre 2019 ;

Considérant :
- Que les sentiers traversent onze communes ;
- Que leur entretien relève de la communauté ;

Après en avoir délibéré, par 7 voix pour, 1 voix contre (M. CARLIER) et 1 abstention (Mme de VILLARS), le Conseil
communautaire décide :

Article 1er : d'approuver la convention d'entretien des sentiers annexée à la présente délibération.
Article 2 : d'autoriser le Président à signer la convention et tout document nécessaire à son
exécution.
ARTICLE TROIS : de charger le Président de l'exécution de la présente.

Fait à Montreuil, le 27 septembre 2019

La secrétaire de séance,                              Le Président,
Sylvie de VILLARS                                     Alain FERRAND
"""

VIDE: dict[str, Any] = {
    "resultat": None, "unanimite": None, "pour": None, "contre": None, "abstentions": None, "ne_prend_pas_part": None,
    "noms_contre": [], "noms_abstention": [], "noms_ne_prend_pas_part": [],
}  # fmt: skip


def remplace(avant: str, apres: str, texte: str = ACTE) -> str:
    assert texte.count(avant) == 1
    return texte.replace(avant, apres)


def entre(debut: str, fin: str, apres: str) -> str:
    """The act of Bellerive where what stands from ``debut`` to ``fin`` is ``apres``."""
    return ACTE[: ACTE.index(debut)] + apres.strip("\n") + "\n\n" + ACTE[ACTE.index(fin) :]


# --- Whole records ----------------------------------------------------------------------------------------------------


def test_commune_de_1976() -> None:
    lue = fiche(COMMUNE_1976)
    assert lue["collectivite"]["nom"] == "Commune de Valbonne-le-Haut"
    assert lue["collectivite"]["departement"] == "Lozère"
    assert (lue["numero"], lue["objet"]) == (None, "Adduction d'eau du hameau de la Fage")
    assert lue["seance"] == {
        "date": "1976-10-14", "heure": "20:30", "lieu": "Mairie", "nature": "ordinaire",
        "date_convocation": "1976-10-04", "date_affichage": None, "president": "BOYER Émile", "secretaire": None,
    }  # fmt: skip
    assert lue["presences"] == {
        "presents": ["BOYER", "ROUSSEL", "TEISSIER", "CHAPTAL", "VIDAL", "PAGES", "MALAVAL"],
        "absents": ["CHARDONNET", "FOLCHER"],
        "excuses": [],
    }
    assert (lue["procurations"], lue["visas"], lue["considerants"]) == ([], [], [])
    assert lue["decision"]["articles"] == [
        {"numero": "1", "texte": "ADOPTE le projet présenté"},
        {"numero": "2", "texte": "SOLLICITE de l'État la subvention la plus élevée possible"},
        {"numero": "3", "texte": "DONNE tous pouvoirs au Maire pour l'exécution de la présente délibération"},
    ]
    assert lue["decision"]["vote"] == VIDE | {"resultat": "adopte"}
    assert lue["signataires"] == [{"nom": "Émile BOYER", "qualite": "Maire"}]


def test_communaute_de_2019() -> None:
    lue = fiche(COMMUNAUTE_2019)
    assert lue["collectivite"]["nom"] == "Communauté de Communes du Pays d'Argance"
    assert lue["collectivite"]["organe"].lower() == "conseil communautaire"
    assert lue["numero"] == "CC-2019-087"
    assert lue["objet"] == "Convention d'entretien des sentiers de randonnée"
    assert lue["rapporteur"] == "Nadine COLLET"
    assert lue["seance"] == {
        "date": "2019-09-26", "heure": "18:30", "lieu": "salle polyvalente de Montreuil", "nature": None,
        "date_convocation": "2019-09-19", "date_affichage": None, "president": "Alain FERRAND",
        "secretaire": "Sylvie de VILLARS",
    }  # fmt: skip
    assert lue["effectifs"] == {"en_exercice": 24, "presents": 7, "votants": 9, "quorum": None}
    assert lue["presences"]["absents"] == ["Marc LENOIR", "Julie PERRIN"]
    assert lue["presences"]["excuses"] == ["Claude ROSSI"]
    assert lue["procurations"] == [
        {"mandant": "Hélène GARNIER", "mandataire": "Nadine COLLET"},
        {"mandant": "Yvon TANGUY", "mandataire": "Karim HADDAD"},
    ]
    assert lue["visas"] == [
        "le Code général des collectivités territoriales, notamment son article L. 5214-16",
        "la loi n° 83-663 du 22 juillet 1983",
        "l'avis favorable de la commission tourisme du 4 septembre 2019",
    ]
    assert lue["considerants"] == ["les sentiers traversent onze communes", "leur entretien relève de la communauté"]
    assert [a["numero"] for a in lue["decision"]["articles"]] == ["1", "2", "3"]
    assert lue["decision"]["articles"][1]["texte"] == (
        "d'autoriser le Président à signer la convention et tout document nécessaire à son exécution"
    )
    assert lue["decision"]["vote"] == VIDE | {
        "resultat": "adopte", "unanimite": False, "pour": 7, "contre": 1, "abstentions": 1,
        "noms_contre": ["Bruno CARLIER"], "noms_abstention": ["Sylvie de VILLARS"],
    }  # fmt: skip
    assert lue["signataires"] == [
        {"nom": "Sylvie de VILLARS", "qualite": "secrétaire de séance"},
        {"nom": "Alain FERRAND", "qualite": "Président"},
    ]


def test_un_suppleant_siege_et_le_personnel_n_est_pas_membre() -> None:
    presents = fiche(COMMUNAUTE_2019)["presences"]["presents"]
    assert presents == [
        "Alain FERRAND", "Nadine COLLET", "Bruno CARLIER", "Sylvie de VILLARS", "Karim HADDAD", "Pierre MOULIN",
        "Odile BEAUMONT",
    ]  # fmt: skip


def test_un_texte_coherent_ne_leve_pas_de_doute() -> None:
    assert lire(COMMUNE_1976).statut == "complete"
    assert lire(ACTE).statut == "complete"


# --- The roll ---------------------------------------------------------------------------------------------------------

Appel = tuple[list[str], list[str], list[str], list[tuple[str, str | None]]]
TROIS = ["Anne ROY", "Jean DUPONT", "Paul MARTIN"]
ROLES: dict[str, tuple[str, Appel]] = {
    "A à B": (
        """
Étaient présents : Mme Anne ROY, M. Jean DUPONT, M. Paul MARTIN
Procurations : M. Luc PETIT à Mme Anne ROY, Mme Lucie FAURE à M. Jean DUPONT
""",
        (TROIS, [], [], [("Luc PETIT", "Anne ROY"), ("Lucie FAURE", "Jean DUPONT")]),
    ),
    "mandataires abrégés": (
        """
Étaient présents : Mme Anne ROY, M. Jean DUPONT, M. Paul MARTIN
Pouvoirs : M. PETIT à Mme ROY ; Mme FAURE à M. DUPONT
Absent excusé : M. Gilles VIDAL
""",
        (TROIS, [], ["Gilles VIDAL"], [("PETIT", "Anne ROY"), ("FAURE", "Jean DUPONT")]),
    ),
    "représentés par": (
        """
Présents : ROY Anne, DUPONT Jean, MARTIN Paul
Représentés : PETIT Luc par ROY Anne, VIDAL Gilles par DUPONT Jean
Absents : Néant
""",
        (
            ["ROY Anne", "DUPONT Jean", "MARTIN Paul"], [], [],
            [("PETIT Luc", "ROY Anne"), ("VIDAL Gilles", "DUPONT Jean")],
        ),
    ),
    "pouvoir entre parenthèses parmi les excusés": (
        """
Étaient présents : Mmes et MM. ROY, DUPONT, MARTIN
Absents excusés : M. Luc PETIT (pouvoir à Mme ROY), M. Gilles VIDAL
Absents : Mme Lucie FAURE
""",
        (["ROY", "DUPONT", "MARTIN"], ["Lucie FAURE"], ["Gilles VIDAL"], [("Luc PETIT", "ROY")]),
    ),
    "un pouvoir par ligne": (
        """
Étaient présents : Mme Anne ROY, M. Jean DUPONT, M. Paul MARTIN
Ont donné procuration :
M. Luc PETIT à Mme Anne ROY
Mme Lucie FAURE à M. Jean DUPONT
Absents non excusés : M. Gilles VIDAL
""",
        (TROIS, ["Gilles VIDAL"], [], [("Luc PETIT", "Anne ROY"), ("Lucie FAURE", "Jean DUPONT")]),
    ),
    "liste à tirets, personnel à part": (
        """
Étaient présents :
- Mme Anne ROY, Maire
- M. Jean DUPONT, 1er adjoint
- M. Paul MARTIN, conseiller municipal
Était absente : Mme Lucie FAURE
Participaient également : Mme Zoé BRUN, secrétaire de mairie
""",
        (TROIS, ["Lucie FAURE"], [], []),
    ),
    "flèches": (
        """
Présents : Anne ROY - Jean DUPONT - Paul MARTIN
Absents ayant donné pouvoir : Luc PETIT → Anne ROY
Absents : Gilles VIDAL
""",
        (TROIS, ["Gilles VIDAL"], [], [("Luc PETIT", "Anne ROY")]),
    ),
}  # fmt: skip


@pytest.mark.parametrize(("texte", "attendu"), ROLES.values(), ids=ROLES)
def test_appel(texte: str, attendu: Appel) -> None:
    lue = fiche(entre("Étaient présents", "N° 2021-014", texte))
    presences = lue["presences"]
    pouvoirs = [(p["mandant"], p["mandataire"]) for p in lue["procurations"]]
    assert (presences["presents"], presences["absents"], presences["excuses"], pouvoirs) == attendu
    assert lue["objet"] == "Rénovation de la salle des fêtes"


def presents_par_acte(texte: str) -> list[bool]:
    """For each act, whether Gilles VIDAL is present; he is absent otherwise."""
    lus = []
    for f in fiches(texte):
        present = "Gilles VIDAL" in f["presences"]["presents"]
        assert f["presences"]["absents"] == ([] if present else ["Gilles VIDAL"])
        lus.append(present)
    return lus


def test_qui_arrive_est_present_des_le_point_suivant() -> None:
    entree = "M. Gilles VIDAL arrive en séance à 19 h 40.\n\nDélibération n° 2021-015"
    assert presents_par_acte(PROCES_VERBAL_NUMEROTE) == [False, False, False]
    texte = remplace("Délibération n° 2021-015", entree, PROCES_VERBAL_NUMEROTE)
    assert presents_par_acte(texte) == [False, True, True]


def test_qui_arrive_au_point_nomme_dans_l_appel() -> None:
    absent = "Absent : M. Gilles VIDAL"
    entree = f"{absent}\nArrivée de M. Gilles VIDAL à la délibération n° 2021-016"
    assert presents_par_acte(remplace(absent, entree, PROCES_VERBAL_NUMEROTE)) == [False, False, True]


@pytest.mark.parametrize(
    ("depart", "presents"), [("quitte la séance", [True, False, False]), ("quitte la salle", [True, True, True])]
)
def test_qui_quitte_la_seance_n_est_plus_present(depart: str, presents: list[bool]) -> None:
    sortie = f"M. Jean DUPONT {depart}.\n\nDélibération n° 2021-015"
    texte = remplace("Délibération n° 2021-015", sortie, PROCES_VERBAL_NUMEROTE)
    assert ["Jean DUPONT" in f["presences"]["presents"] for f in fiches(texte)] == presents


# --- Session and title ------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("avant", "apres", "champs"),
    [
        ("", "", {"date": "2021-03-12", "date_convocation": "2021-03-05", "date_affichage": None, "heure": "19:00"}),
        (
            "Séance du 12 mars 2021",
            "Date de la convocation : 5 mars 2021\nDate d'affichage : 6 mars 2021\nSéance du 12 mars 2021",
            {"date": "2021-03-12", "date_convocation": "2021-03-05", "date_affichage": "2021-03-06"},
        ),
        (
            "Séance du 12 mars 2021",
            "Convocation du 05/03/2021",
            {"date": "2021-03-12", "date_convocation": "2021-03-05"},
        ),
        (
            "L'an deux mille vingt et un, le douze mars à dix-neuf heures, le",
            "Le vendredi 12 mars 2021, à 19 h 05, en séance extraordinaire, le",
            {"date": "2021-03-12", "heure": "19:05", "nature": "extraordinaire", "lieu": "salle des fêtes"},
        ),
        ("les jour, mois et an susdits.", "le 18 mars 2021.", {"date": "2021-03-12"}),
        ("", "", {"president": "Anne ROY", "secretaire": "Paul MARTIN", "lieu": "salle des fêtes"}),
        ("Secrétaire de séance : M. Paul MARTIN", "M. Paul MARTIN a été désigné secrétaire de séance.",
         {"secretaire": "Paul MARTIN"}),
        ("Secrétaire de séance : M. Paul MARTIN\n", "", {"secretaire": None}),
    ],
)  # fmt: skip
def test_seance(avant: str, apres: str, champs: dict[str, str | None]) -> None:
    lue = fiche(ACTE.replace(avant, apres) if avant else ACTE)["seance"]
    assert {k: lue[k] for k in champs} == champs


@pytest.mark.parametrize(
    ("avant", "apres", "numero", "rapporteur"),
    [
        ("Objet : ", "Objet : ", "2021-014", None),
        ("N° 2021-014\nObjet : ", "Délibération n° 14/2021 : ", "14/2021", None),
        ("N° 2021-014\nObjet : ", "OBJET - ", None, None),
        ("Objet : ", "Rapporteur : M. Jean DUPONT, adjoint aux travaux\nObjet : ", "2021-014", "Jean DUPONT"),
        ("Madame le Maire", "Sur le rapport de M. Jean DUPONT,\nMadame le Maire", "2021-014", "Jean DUPONT"),
        ("Madame le Maire expose", "M. DUPONT expose", "2021-014", "Jean DUPONT"),
    ],
)  # fmt: skip
def test_titre(avant: str, apres: str, numero: str | None, rapporteur: str | None) -> None:
    lue = fiche(remplace(avant, apres))
    assert (lue["numero"], lue["rapporteur"]) == (numero, rapporteur)
    assert lue["objet"] == "Rénovation de la salle des fêtes"


def test_le_titre_s_etend_sur_deux_lignes() -> None:
    long = "Rénovation de la salle des fêtes, du foyer rural et de la bibliothèque - Demande de\nsubvention"
    lue = fiche(remplace("Objet : Rénovation de la salle des fêtes", f"Objet : {long}"))
    assert lue["objet"] == long.replace("\n", " ")


@pytest.mark.parametrize(
    ("entete", "nom", "departement"),
    [
        ("Commune de Bellerive-sur-Orle", "Commune de Bellerive-sur-Orle", None),
        ("COMMUNE DE BELLERIVE-SUR-ORLE\nDépartement de l'Ain", "Commune de Bellerive-sur-Orle", "Ain"),
        ("Département du Puy-de-Dôme", "Commune de Bellerive-sur-Orle", "Puy-de-Dôme"),
    ],
)
def test_collectivite(entete: str, nom: str, departement: str | None) -> None:
    lue = fiche(remplace("                         Commune de Bellerive-sur-Orle", entete))["collectivite"]
    assert (lue["nom"], lue["departement"], lue["organe"].lower()) == (nom, departement, "conseil municipal")


def test_effectifs() -> None:
    comptes = "Nombre de membres en exercice : 6\nPrésents : 4\nVotants : 5\nQuorum : 4\nSéance du 12 mars 2021"
    lue = fiche(remplace("Séance du 12 mars 2021", comptes))
    assert lue["effectifs"] == {"en_exercice": 6, "presents": 4, "votants": 5, "quorum": 4}
    assert fiche(ACTE)["effectifs"] == {"en_exercice": None, "presents": None, "votants": None, "quorum": None}


# --- Visas and considérants -------------------------------------------------------------------------------------------

CGCT, LOI = "le Code général des collectivités territoriales", "la loi n° 82-213 du 2 mars 1982"


@pytest.mark.parametrize(
    ("texte", "attendus"),
    [
        (f"VU {CGCT},\nVU {LOI} ;\nVU l'avis de la commission.", [CGCT, LOI, "l'avis de la commission"]),
        (f"• Vu {CGCT} ;\n• Vu {LOI} ;", [CGCT, LOI]),
        (f"- Vu {CGCT}\n- Vu {LOI}", [CGCT, LOI]),
        (f"-Vu {CGCT},\n-Vu {LOI},", [CGCT, LOI]),
        (f"Vu :\n- {CGCT} ;\n- {LOI} ;", [CGCT, LOI]),
        (f"Vu {CGCT} ; Vu {LOI} ;", [CGCT, LOI]),
        (f"Vu {CGCT} et notamment :\n- son article L. 2121-29 ;\nVu {LOI} ;",
         [f"{CGCT} et notamment : - son article L. 2121-29 ;", LOI]),
        ("Entendu l'exposé de Mme le Maire,", []),
    ],
)  # fmt: skip
def test_visas(texte: str, attendus: list[str]) -> None:
    lue = fiche(entre("Vu le Code", "Considérant", texte))
    assert [v.rstrip(" ;") for v in lue["visas"]] == [a.rstrip(" ;") for a in attendus]
    assert lue["considerants"] == ["la salle est vétuste"]


@pytest.mark.parametrize(
    ("texte", "attendus"),
    [
        ("Considérant l'intérêt du projet,", ["l'intérêt du projet"]),
        ("CONSIDÉRANT qu'il convient de rénover la salle ;", ["il convient de rénover la salle"]),
        ("Considérant :\n- Que la salle est vétuste ;\n- Que le toit fuit.", ["la salle est vétuste", "le toit fuit"]),
        ("Considérant que la salle est vétuste,\nConsidérant en outre que le toit fuit,",
         ["la salle est vétuste", "le toit fuit"]),
    ],
)  # fmt: skip
def test_considerants(texte: str, attendus: list[str]) -> None:
    lue = fiche(entre("Considérant", "Le Conseil municipal, après", texte))
    assert lue["considerants"] == attendus
    assert lue["visas"] == [CGCT, "le budget de la commune"]


# --- Decision ---------------------------------------------------------------------------------------------------------

A, B = "Approuve le projet de rénovation", "Autorise Mme le Maire à signer les marchés"
DELIBERE = "Le Conseil municipal, après en avoir délibéré, à l'unanimité"
Articles = list[tuple[str | None, str]]
DECISIONS: dict[str, tuple[str, Articles]] = {
    "Article 1er": (f"{DELIBERE} :\nArticle 1er : {A}.\nArticle 2 : {B}.", [("1", A), ("2", B)]),
    "Article premier": (f"DÉCIDE\nArticle premier - {A}.\nArt. 2 - {B}.", [("1", A), ("2", B)]),
    "ARTICLE UN": (
        (
            "Le Conseil municipal DÉCIDE :\nARTICLE UN : Le projet de rénovation est approuvé.\n"
            "ARTICLE DEUX : Mme le Maire est autorisée à signer les marchés, à savoir :\n- le lot maçonnerie,\n"
            "- le lot peinture."
        ),
        [
            ("1", "Le projet de rénovation est approuvé"),
            ("2", "Mme le Maire est autorisée à signer les marchés, à savoir : - le lot maçonnerie, - le lot peinture"),
        ],
    ),
    "1°": (f"{DELIBERE} :\n1° {A}.\n2° {B}.", [("1", A), ("2", B)]),
    "1° - après une virgule": (f"{DELIBERE},\n1° - {A}.\n2° - {B}.", [("1", A), ("2", B)]),
    "1°)": (f"{DELIBERE} :\n1°) {A} ;\n2°) {B}.", [("1", A), ("2", B)]),
    "1.": (f"{DELIBERE} :\n1. {A} ;\n2. {B}.", [("1", A), ("2", B)]),
    "infinitifs": (
        "Le Conseil municipal décide à l'unanimité :\n- d'approuver le projet ;\n- de signer les marchés.",
        [(None, "d'approuver le projet"), (None, "de signer les marchés")],
    ),
    "infinitifs sans puces, vote dans la formule": (
        "Le Conseil municipal décide, par 4 voix pour et 1 abstention :\nd'approuver le projet,\nd'autoriser le Maire.",
        [(None, "d'approuver le projet"), (None, "d'autoriser le Maire")],
    ),
    "verbes en capitales, sans puces": (
        (
            "Après en avoir délibéré, le Conseil municipal :\nAPPROUVE le projet de rénovation ;\n"
            "AUTORISE Mme le Maire à signer les marchés ;\nDIT que les crédits sont inscrits au budget.\n"
            "Adopté à l'unanimité."
        ),
        [
            (None, "APPROUVE le projet de rénovation"),
            (None, "AUTORISE Mme le Maire à signer les marchés"),
            (None, "DIT que les crédits sont inscrits au budget"),
        ],
    ),
    "une phrase": (
        f"{DELIBERE}, décide d'approuver le projet de rénovation.",
        [(None, "décide d'approuver le projet de rénovation")],
    ),
    "le vote après les articles": (
        f"Le Conseil municipal DÉCIDE :\nArticle 1 : {A}.\nArticle 2 : {B}.\nAdopté à l'unanimité.",
        [("1", A), ("2", B)],
    ),
}


@pytest.mark.parametrize(("texte", "attendus"), DECISIONS.values(), ids=DECISIONS)
def test_articles(texte: str, attendus: Articles) -> None:
    lue = fiche(entre("Le Conseil municipal, après", "Fait et", texte))
    assert [(a["numero"], a["texte"]) for a in lue["decision"]["articles"]] == attendus
    assert lue["decision"]["vote"]["resultat"] == "adopte"
    assert lue["signataires"] == [{"nom": "Anne ROY", "qualite": "Maire"}]


CONVENTION = """
CONVENTION DE MISE À DISPOSITION

Entre la commune de Bellerive-sur-Orle et l'association des fêtes,
ARTICLE 1 : OBJET
La commune met à disposition la salle.
ARTICLE 2 : DURÉE
La convention dure un an.
ARTICLE 3 : LITIGES
Le tribunal administratif est compétent.
"""


@pytest.mark.parametrize("feuilles", [(ACTE + CONVENTION,), (ACTE, CONVENTION)], ids=["à la suite", "page suivante"])
def test_les_articles_d_une_convention_ne_sont_pas_ceux_de_l_acte(feuilles: tuple[str, ...]) -> None:
    (lue,) = fiches(*feuilles)
    assert lue["decision"]["articles"] == fiche(ACTE)["decision"]["articles"]
    assert lue["decision"]["articles"][0] == {"numero": None, "texte": "APPROUVE le projet de rénovation"}


@pytest.mark.parametrize(
    ("texte", "vote"),
    [
        (f"{DELIBERE}, approuve le projet.", {"resultat": "adopte", "unanimite": True}),
        ("Le Conseil municipal, par 4 voix pour et 1 abstention (M. DUPONT), approuve le projet.",
         {"resultat": "adopte", "unanimite": False, "pour": 4, "abstentions": 1, "noms_abstention": ["Jean DUPONT"]}),
        ("Le Conseil municipal approuve le projet.\nVOTE : Pour : 4 Contre : 0 Abstention : 1",
         {"resultat": "adopte", "unanimite": False, "pour": 4, "contre": 0, "abstentions": 1}),
        ("Le Conseil municipal, après en avoir délibéré, émet un avis favorable au projet.",
         {"resultat": "avis_favorable"}),
        ("Le Conseil municipal prend acte du rapport annuel.", {"resultat": "prend_acte"}),
        ("Le Conseil municipal décide de reporter ce point à une séance ultérieure.", {"resultat": "ajourne"}),
        ("Le Conseil municipal approuve le projet.", {"resultat": "adopte"}),
    ],
)  # fmt: skip
def test_vote(texte: str, vote: dict[str, Any]) -> None:
    assert fiche(entre("Le Conseil municipal, après", "Fait et", texte))["decision"]["vote"] == VIDE | vote


# --- Signatures and stamps --------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("bloc", "attendus"),
    [
        ("Le Maire,\nAnne ROY", [("Anne ROY", "Maire")]),
        ("Le Maire : Anne ROY", [("Anne ROY", "Maire")]),
        ("Le secrétaire de séance,                    Le Maire,\nPaul MARTIN                                Anne ROY",
         [("Paul MARTIN", "secrétaire de séance"), ("Anne ROY", "Maire")]),
        ("Pour le Maire et par délégation,\nLe premier adjoint,\nJean DUPONT", [("Jean DUPONT", "premier adjoint")]),
        ("Le Maire,\nAnne ROI", [("Anne ROY", "Maire")]),  # repaired by the roll
        ("Le Maire,", []),
    ],
)  # fmt: skip
def test_signataires(bloc: str, attendus: list[tuple[str, str]]) -> None:
    lue = fiche(ACTE[: ACTE.index("Le Maire,\nAnne")] + bloc)
    assert [(s["nom"], s["qualite"]) for s in lue["signataires"]] == attendus


def test_tampon() -> None:
    identifiant = "001-210100012-20210312-2021_014-DE"
    tampon = "Envoyé en préfecture le 15/03/2021\nReçu en préfecture le 16/03/2021\nPublié le 17/03/2021\nID : "
    lue = fiche(f"{ACTE}\n{tampon}{identifiant}\n")
    assert lue["teletransmission"] == {
        "identifiant": identifiant, "date_envoi": "2021-03-15", "date_reception": "2021-03-16",
        "date_publication": "2021-03-17",
    }  # fmt: skip
    assert lue["seance"]["date"] == "2021-03-12"
    assert lue["signataires"] == [{"nom": "Anne ROY", "qualite": "Maire"}]


# --- Procès-verbaux ---------------------------------------------------------------------------------------------------


def test_proces_verbal() -> None:
    lues = fiches(PROCES_VERBAL_NUMEROTE)
    assert [(f["numero"], f["objet"]) for f in lues] == [
        ("2021-014", "Rénovation de la salle des fêtes"),
        ("2021-015", "Vente du presbytère"),
        ("2021-016", "Rapport sur l'eau"),
    ]
    assert [f["decision"]["vote"] for f in lues] == [
        VIDE | {"resultat": "adopte", "unanimite": True},
        VIDE | {"resultat": "adopte", "unanimite": False, "pour": 3, "contre": 1},
        VIDE | {"resultat": "prend_acte"},
    ]
    assert [f["seance"] for f in lues] == [lues[0]["seance"]] * 3
    assert lues[0]["seance"]["date"] == "2021-03-12"
    assert {f["seance"]["secretaire"] for f in lues} == {"Paul MARTIN"}


@pytest.mark.parametrize(("texte", "nombre"), [(PROCES_VERBAL_A_ORDRE_DU_JOUR, 3), (LISTE_DE_VOTES, 5)])
def test_sans_numeros(texte: str, nombre: int) -> None:
    lues = fiches(texte)
    assert len(lues) == nombre
    assert {f["numero"] for f in lues} == {None}
    assert {f["seance"]["date"] for f in lues} == {"2021-03-12"}
    vente = next(f for f in lues if f["objet"] == "Vente du presbytère")
    assert vente["decision"]["vote"] == VIDE | {"resultat": "adopte", "unanimite": False, "pour": 3, "contre": 1}


def test_deux_actes_d_une_meme_seance_gardent_chacun_leur_entete() -> None:
    premier, second = fiches(ACTE, ACTE.replace("2021-014", "2021-015"))
    assert (premier["numero"], second["numero"]) == ("2021-014", "2021-015")
    for champ in ("collectivite", "seance", "presences", "procurations", "signataires"):
        assert premier[champ] == second[champ] != []


def test_le_secretaire_nomme_sous_les_absents_n_est_pas_absent() -> None:
    d = fiche(COMMUNE_1976.replace("et FOLCHER\n", "et FOLCHER\nM. ROUSSEL a été élu secrétaire.\n"))
    assert d["seance"]["secretaire"] == "ROUSSEL"
    assert "ROUSSEL" not in d["presences"]["absents"]
