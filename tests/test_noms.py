"""Names: how rolls print them, and how the roll of a session completes or repairs them."""

import pytest
from fabrique import passage

from modeles.deliberation import Personne
from modeles.lecture import Trouvaille
from pipeline.etapes.extraction.liste_de_noms import lire_noms
from pipeline.etapes.extraction.noms import cle, completer, nommes, retrouver

Role = tuple[Trouvaille[Personne], ...]


def lus(texte: str) -> list[str]:
    """Names with their civility, when they have one."""
    return [f"{n.civilite or ''} {texte[n.debut_nom : n.fin]}".strip() for n in lire_noms(texte)]


# --- Rolls as they are printed ----------------------------------------------------------------------------------------

HABITUDES: list[tuple[str, str, list[str]]] = [
    ("hommes et femmes mêlés", "Mmes et MM. DUPONT, ROY", ["DUPONT", "ROY"]),
    ("titres", "Dr Jean DUPONT, Maître Anne ROY", ["Jean DUPONT", "Anne ROY"]),
    (
        "colonnes et particules",
        "DUPONT Jean ROY Anne LE GOFF Yves de LESTAPIS Hubert",
        ["DUPONT Jean", "ROY Anne", "LE GOFF Yves", "de LESTAPIS Hubert"],
    ),
    (
        "virgules",
        "M. Jean DUPONT, Mme Anne ROY et M. Paul MARTIN",
        ["M. Jean DUPONT", "Mme Anne ROY", "M. Paul MARTIN"],
    ),
    (
        "fonctions",
        "M. Jean DUPONT, Maire, Mme Anne ROY, 1ère adjointe, M. Luc PETIT, conseiller municipal",
        ["M. Jean DUPONT", "Mme Anne ROY", "M. Luc PETIT"],
    ),
    (
        "fonctions en capitales",
        "Monsieur Paul ROUX, MAIRE, Madame Anne BON, ADJOINTE",
        ["M. Paul ROUX", "Mme Anne BON"],
    ),
    (
        "fonctions sans virgule",
        "M. Jean DUPONT adjoint au maire, Mme Anne ROY conseillère municipale",
        ["M. Jean DUPONT", "Mme Anne ROY"],
    ),
    (
        "points-virgules",
        "Sophie AMARANTINIS ; Jean-Jacques COULOMB ; Serge PEROTTINO",
        ["Sophie AMARANTINIS", "Jean-Jacques COULOMB", "Serge PEROTTINO"],
    ),
    (
        "tirets de toutes longueurs",
        "Jean Dupont - Anne Roy – Paul Martin — Luc Petit",
        ["Jean Dupont", "Anne Roy", "Paul Martin", "Luc Petit"],
    ),
    (
        "tirets collés et prénoms composés",
        "Hallu- David – Jean-Pierre Roux - Marie Le Goff",
        ["Hallu", "David", "Jean-Pierre Roux", "Marie Le Goff"],
    ),
    ("puces", "• Jean DUPONT\n• Anne ROY", ["Jean DUPONT", "Anne ROY"]),
    ("barres", "Jean DUPONT / Anne ROY / Luc PETIT", ["Jean DUPONT", "Anne ROY", "Luc PETIT"]),
    ("points", "M. Jean DUPONT. Mme Anne ROY. M. Luc PETIT.", ["M. Jean DUPONT", "Mme Anne ROY", "M. Luc PETIT"]),
    ("NOM Prénom", "DUPONT Jean, ROY Anne, LE GOFF Yves", ["DUPONT Jean", "ROY Anne", "LE GOFF Yves"]),
    ("ordre mêlé", "DUPONT Jean, Anne ROY, PETIT Luc", ["DUPONT Jean", "Anne ROY", "PETIT Luc"]),
    ("noms seuls", "DUPONT, ROY, PETIT", ["DUPONT", "ROY", "PETIT"]),
    ("noms seuls sans capitales", "Dupont, Roy et Petit", ["Dupont", "Roy", "Petit"]),
    (
        "colonnes Prénom NOM",
        "Paul MARTIN Anne ROY Luc DE ROCCA",
        ["Paul MARTIN", "Anne ROY", "Luc DE ROCCA"],
    ),
    ("colonnes NOM Prénom", "DUPONT Jean ROY Anne PETIT Luc", ["DUPONT Jean", "ROY Anne", "PETIT Luc"]),
    (
        "colonnes avec civilité",
        "M. DUPONT Jean Mme ROY Anne M. PETIT Luc",
        ["M. DUPONT Jean", "Mme ROY Anne", "M. PETIT Luc"],
    ),
    (
        "particules en minuscules",
        "M. Hubert de LESTAPIS, Mme Claire d'ORGEVAL, M. Henri du PONTAVICE",
        ["M. Hubert de LESTAPIS", "Mme Claire d'ORGEVAL", "M. Henri du PONTAVICE"],
    ),
    ("particules en tête", "D'HAUTEVILLE Jean, L'HERMITE Anne", ["D'HAUTEVILLE Jean", "L'HERMITE Anne"]),
    (
        "particules en capitales",
        "M. Willem VAN DER HEYDEN, M. Pol VAN DE WOESTYNE, M. Yves LE GOFF",
        ["M. Willem VAN DER HEYDEN", "M. Pol VAN DE WOESTYNE", "M. Yves LE GOFF"],
    ),
    (
        "noms venus d'ailleurs",
        "M. Saïd BEN AMAR, Mme Fatima EL IDRISSI, M. Sean O'CONNOR",
        ["M. Saïd BEN AMAR", "Mme Fatima EL IDRISSI", "M. Sean O'CONNOR"],
    ),
    (
        "des mots d'appel qui sont des noms",
        "Mme Hélène PRÉSENT, Hervé Maire, VOTE Anne-Sophie, M. PRÉFET, M. Jean BLANC, maire, Mme ROY, présente",
        ["Mme Hélène PRÉSENT", "Hervé Maire", "VOTE Anne-Sophie", "M. PRÉFET", "M. Jean BLANC", "Mme ROY"],
    ),
    ("noms doubles", "Mme Anne ROY-BLANC, Élodie SAINT-MARC", ["Mme Anne ROY-BLANC", "Élodie SAINT-MARC"]),
    (
        "initiales devant",
        "M. J. DUPONT, Mme A.-M. ROY, M. J-P MARTIN",
        ["M. J. DUPONT", "Mme A.-M. ROY", "M. J-P MARTIN"],
    ),
    ("initiales derrière", "ROY A., PETIT L.", ["ROY A.", "PETIT L."]),
    (
        "civilité au pluriel",
        "MM. DUPONT, MARTIN, PETIT, Mmes ROY, BLANC, Mlle NOIR",
        ["M. DUPONT", "M. MARTIN", "M. PETIT", "Mme ROY", "Mme BLANC", "Mlle NOIR"],
    ),
    ("civilités abrégées", "Mr DUPONT, Mme ROY, Melle BLANC", ["M. DUPONT", "Mme ROY", "Mlle BLANC"]),
    ("étiquette", "Mesdames et Messieurs : Jean DUPONT, Anne ROY", ["Jean DUPONT", "Anne ROY"]),
    (
        "communes devant deux-points",
        "Saint-Aubin : M. Jean DUPONT, Mme Anne ROY ; Le Bourg : M. Paul PETIT",
        ["M. Jean DUPONT", "Mme Anne ROY", "M. Paul PETIT"],
    ),
    (
        "groupes devant deux-points",
        "Groupe Union : Jean DUPONT, Anne ROY. Groupe des Verts : Luc PETIT",
        ["Jean DUPONT", "Anne ROY", "Luc PETIT"],
    ),
    (
        "homonymes, prénom entre parenthèses",
        "MARTIN (Paul), MARTIN (Pauline), DURAND Luc",
        ["MARTIN (Paul)", "MARTIN (Pauline)", "DURAND Luc"],
    ),
    (
        "noms qui sont des mots",
        "M. Bruno LE MAIRE, M. Jacques MAIRE, Mme Chantal CONSEIL",
        ["M. Bruno LE MAIRE", "M. Jacques MAIRE", "Mme Chantal CONSEIL"],
    ),
    ("dit", "M. Jean MARTIN dit BOB, M. Luc DIT LE BON", ["M. Jean MARTIN dit BOB", "M. Luc DIT LE BON"]),
    (
        "épouse, née",
        "Mme Anne MARTIN épouse ROY, Mme Lucie PETIT née BLANC",
        ["Mme Anne MARTIN épouse ROY", "Mme Lucie PETIT née BLANC"],
    ),
    ("incise", "Mme Anne ROY (arrivée à 19h), M. Luc PETIT", ["Mme Anne ROY", "M. Luc PETIT"]),
    ("pouvoir", "DUPONT Jean (pouvoir à ROY Anne)", ["DUPONT Jean", "ROY Anne"]),
]


@pytest.mark.parametrize(("texte", "attendus"), [h[1:] for h in HABITUDES], ids=[h[0] for h in HABITUDES])
def test_lire_noms(texte: str, attendus: list[str]) -> None:
    assert lus(texte) == attendus


@pytest.mark.parametrize(
    "texte", ["Néant", "aucun", "M. le Maire, Mme la Présidente", "M. LE MAIRE", "15 conseillers étaient présents", ""]
)
def test_pas_de_nom(texte: str) -> None:
    assert lus(texte) == []


def test_noms_seuls_sous_deux_civilites() -> None:
    texte = "Mmes et MM. DUPONT, ROY, PETIT"
    assert [texte[n.debut_nom : n.fin] for n in lire_noms(texte)] == ["DUPONT", "ROY", "PETIT"]


def test_la_portion_d_un_nom_commence_a_sa_civilite() -> None:
    texte = "Présents : M. Jean DUPONT, Maire"
    (nom,) = lire_noms(texte)
    assert texte[nom.debut : nom.fin] == "M. Jean DUPONT"
    assert nom.qualite is not None
    assert texte[slice(*nom.qualite)] == "Maire"


# --- Persons ----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("texte", "prenom", "nom"),
    [
        ("Jean-Pierre DUPONT", "Jean-Pierre", "DUPONT"),
        ("DUPONT Jean-Pierre", "Jean-Pierre", "DUPONT"),
        ("Hubert de LESTAPIS", "Hubert", "de LESTAPIS"),
        ("de LESTAPIS Hubert", "Hubert", "de LESTAPIS"),
        ("Pol VAN DE WOESTYNE", "Pol", "VAN DE WOESTYNE"),
        ("J. DUPONT", "J.", "DUPONT"),
        ("Jean Dupont", "Jean", "Dupont"),
        ("DUPONT", None, "DUPONT"),
    ],
)
def test_prenom_et_nom(texte: str, prenom: str | None, nom: str) -> None:
    (lu,) = nommes(passage(texte))
    assert (lu.valeur.prenom, lu.valeur.nom, lu.valeur.nom_complet) == (prenom, nom, texte)
    assert " ".join(m.texte for m in lu.mots) == texte


def test_personne_avec_sa_civilite_et_sa_fonction() -> None:
    (lu,) = nommes(passage("Présents : Mme Anne ROY, 1ère adjointe"))
    assert lu.valeur == Personne(
        civilite="Mme", prenom="Anne", nom="ROY", nom_complet="Anne ROY", qualite="1ère adjointe"
    )
    assert [m.texte for m in lu.mots] == ["Mme", "Anne", "ROY,", "1ère", "adjointe"]


# --- The roll completes and repairs -----------------------------------------------------------------------------------

ROLE: Role = nommes(
    passage(
        "Loïc BLANC, Sophie BLANC, Gilbert BLANC-TAILLEUR, M. Serge PEROTTINO, Mme Anne MARTIN, "
        "Jean-Pierre DUPONT, Patrick PIN, Hubert de LESTAPIS, Yves LE GOFF"
    )
)


def cherche(texte: str, role: Role = ROLE) -> str | None:
    (lu,) = nommes(passage(texte))
    connu = retrouver(lu.valeur, role)
    return connu.valeur.nom_complet if connu else None


@pytest.mark.parametrize(
    ("texte", "attendu"),
    [
        ("M. BLANC", "Loïc BLANC"),
        ("Mme BLANC", "Sophie BLANC"),
        ("M. BLANC-TAILLEUR", "Gilbert BLANC-TAILLEUR"),
        ("BLANC", None),  # two persons fit, and no civility
        ("BLANC Sophie", "Sophie BLANC"),
        ("M. PIN", "Patrick PIN"),
        ("J.-P. DUPONT", "Jean-Pierre DUPONT"),
        ("J. DUPONT", "Jean-Pierre DUPONT"),
        ("P. DUPONT", None),
        ("de LESTAPIS", "Hubert de LESTAPIS"),
        ("M. LE GOFF", "Yves LE GOFF"),
        ("Serge PEROTTING", "Serge PEROTTINO"),
        ("SERGE PEROTTINO", "Serge PEROTTINO"),
        ("Zoé INCONNUE", None),
        ("Patrick", None),  # a first name names nobody
    ],
)
def test_retrouver(texte: str, attendu: str | None) -> None:
    assert cherche(texte) == attendu


def test_homonymes_de_meme_civilite() -> None:
    role = nommes(passage("Mme Anne ROY, Mme Lucie ROY, M. Paul ROY"))
    assert cherche("Mme ROY", role) is None
    assert cherche("M. ROY", role) == "Paul ROY"
    assert cherche("Mme L. ROY", role) == "Lucie ROY"


def test_deux_noms_presque_pareils() -> None:
    role = nommes(passage("Jean MARTINEZ, Jean MARTINES"))
    assert cherche("Jean MARTINEU", role) is None
    assert cherche("Jean MARTINEZ", role) == "Jean MARTINEZ"


def test_completer_garde_la_civilite_lue_et_dit_qui_a_repare() -> None:
    (lu,) = nommes(passage("Mme PEROTTINO"))
    assert completer(lu, ()) == lu
    (lu,) = nommes(passage("M. Serge PEROTTING, Président"))
    complet = completer(lu, ROLE)
    assert complet.valeur.nom_complet == "Serge PEROTTINO"
    assert (complet.valeur.civilite, complet.valeur.qualite) == ("M.", "Président")
    assert complet.nature == "corrige"
    assert complet.regle == "personnes.liste+role"
    assert complet.mots == lu.mots  # the source is what was read, not the roll


def test_completer_laisse_ce_que_le_role_imprime_de_meme() -> None:
    (lu,) = nommes(passage("PIN Patrick"))
    assert completer(lu, ROLE) is lu


def test_cle_ne_depend_pas_de_l_ordre_ni_des_accents() -> None:
    assert cle("Noémie ROUX-BLANC") == cle("ROUX-BLANC Noemie") == "blanc noemie roux"
