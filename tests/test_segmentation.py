"""Step 4: lines become paragraphs, paragraphs zones, zones acts; nothing is lost on the way."""

from collections import Counter

import pytest
from documents import ACTE, LISTE_DE_VOTES, PROCES_VERBAL_A_ORDRE_DU_JOUR, PROCES_VERBAL_NUMEROTE
from fabrique import Pose, actes, page, pages, textes, zones
from hypothesis import given, settings
from hypothesis import strategies as st

from modeles.page import Ligne, Page, Region
from modeles.texte import Mot
from pipeline.etapes.segmentation import segmenter
from pipeline.etapes.segmentation.mobilier import retirer
from pipeline.etapes.segmentation.paragraphes import paragraphes
from pipeline.etapes.segmentation.zones import etiqueter


def lus(*feuilles: str) -> list[str]:
    return [p.passage.texte for p in paragraphes(pages(*feuilles))]


def restes(*feuilles: str) -> list[list[str]]:
    """The lines of each page once its furniture is gone."""
    return [[x.texte for x in p.lignes] for p in retirer(pages(*feuilles))]


# --- Paragraphs -------------------------------------------------------------------------------------------------------

PHRASE = """
Le Conseil municipal, réuni en séance ordinaire le 3 mars 2021, a examiné le rapport
présenté par Monsieur le Maire et portant sur la rénovation de la salle des fêtes de
"""


def test_les_lignes_d_une_phrase_font_un_paragraphe() -> None:
    assert lus(PHRASE + "la commune, dont le coût est élevé.\nLe rapport est adopté.") == [
        PHRASE.replace("\n", " ").lstrip() + "la commune, dont le coût est élevé.",
        "Le rapport est adopté.",
    ]


def test_une_phrase_court_sur_deux_pages() -> None:
    (entier,) = paragraphes(pages(PHRASE, "la commune, dont le coût est élevé."))
    assert entier.passage.texte.endswith("la salle des fêtes de la commune, dont le coût est élevé.")
    assert (entier.page, entier.lignes) == (1, 3)
    assert {m.page for m in entier.passage.mots} == {1, 2}


@pytest.mark.parametrize("suite", ["La séance est levée.", "Article 2 : Le Maire est chargé.", "- de charger le Maire"])
def test_une_page_neuve_ouvre_un_paragraphe(suite: str) -> None:
    assert lus(PHRASE + "la commune, dont le coût est élevé.", suite)[1:] == [suite]


CESURES = """
Étaient présents : M. Jean DUPONT, Mme Anne ROY, M. Paul MARTIN, M. Luc PETIT, Mme Noé-
mie BLANC, M. Yves LE GOFF, M. Hubert de LESTAPIS, M. Henri du PONTAVICE, et M. Jean-
Michel DURAND, M. Alain BERNARD, Mme Lucie FAURE, M. Gilles VIDAL, Mme Inès PELTIER-
AUBINEAU, M. Marc NOIR, M. Serge BRUN, M. Pol VERT, Mme Zoé ROUX, conseillers munici-
paux, M. Roger MINVIELLE, Mme Corinne PÉBARTHE, M. Marcel ROUSTAING, et Mme Élodie DE-
VÈZE, qui remplace M. Paul FABRE.
"""


@pytest.mark.parametrize(
    "nom", ["Noémie BLANC", "Jean-Michel DURAND", "Inès PELTIER-AUBINEAU", "conseillers municipaux", "Élodie DEVÈZE"]
)
def test_mot_coupe_en_fin_de_ligne(nom: str) -> None:
    (unique,) = lus(CESURES)
    assert nom in unique


def test_sans_cesure_ailleurs_le_trait_appartient_au_nom() -> None:
    (unique,) = lus(
        "Étaient présents : M. Jean DUPONT, Mme Anne ROY, M. Paul MARTIN, M. Luc PETIT et Mme Lise LA-\n"
        "VERGNE, conseillers municipaux."
    )
    assert "Mme Lise LA-VERGNE, conseillers" in unique


def test_mot_coupe_entre_deux_pages() -> None:
    (unique,) = lus(PHRASE + "la commune, qui en a fait la demande par une lettre de son conseil muni-", "cipal.")
    assert unique.endswith("de son conseil municipal.")


def test_un_mot_imprime_entier_ailleurs_dit_comment_l_ecrire() -> None:
    deux = lus(
        "Le conseil de Saint-Aubin et le sous-préfet se sont accordés sur le tracé de la route.\n"
        "La route passera au nord du bourg, sur les terrains acquis en 2019 par la commune de Saint-\n"
        "Aubin et par le département, sans toucher au bois qui appartient à la paroisse et au sous-\n"
        "préfet."
    )
    assert "de Saint-Aubin et par" in deux[1]
    assert deux[1].endswith("au sous-préfet.")


def test_les_deux_moities_gardent_leur_place() -> None:
    (unique,) = paragraphes(pages(CESURES))
    debut = unique.passage.texte.index("Noémie")
    haut, bas = unique.passage.mots_de(debut, debut + len("Noémie"))
    assert (haut.texte, bas.texte) == ("Noé-", "mie")
    assert haut.boite[1] < bas.boite[1]


def test_chaque_point_d_une_liste_est_un_paragraphe() -> None:
    assert lus("""
Le Conseil municipal décide :
- d'approuver le plan de financement de la rénovation de la salle des fêtes tel que
présenté en séance ;
- d'autoriser le Maire à signer tout document ;
- de charger le Maire de son exécution.
""") == [
        "Le Conseil municipal décide :",
        "- d'approuver le plan de financement de la rénovation de la salle des fêtes tel que présenté en séance ;",
        "- d'autoriser le Maire à signer tout document ;",
        "- de charger le Maire de son exécution.",
    ]


def test_vu_sans_puces() -> None:
    assert lus("""
Vu le Code général des collectivités territoriales, et notamment ses articles L. 2121-29
et suivants,
Vu le budget communal,
VU la demande de l'association sportive
Considérant que la salle des fêtes est vétuste et que sa rénovation est nécessaire pour
la sécurité de tous,
""") == [
        "Vu le Code général des collectivités territoriales, et notamment ses articles L. 2121-29 et suivants,",
        "Vu le budget communal,",
        "VU la demande de l'association sportive",
        "Considérant que la salle des fêtes est vétuste et que sa rénovation est nécessaire pour la sécurité de tous,",
    ]


def test_ce_qui_n_est_pas_le_corps_reste_a_part() -> None:
    feuille = page(
        [
            Pose("Le Conseil municipal examine le rapport et en", x=200, y=100),
            Pose("N° 12", x=40, y=106, region="marge", bloc=1),
            Pose("approuve les conclusions.", x=200, y=112),
        ]
    )
    regions = [(p.region, p.passage.texte) for p in paragraphes((feuille,))]
    assert ("marge", "N° 12") in regions
    assert all("N° 12" not in texte for region, texte in regions if region == "corps")


def test_une_ligne_centree_le_dit() -> None:
    centre, corps = paragraphes(
        (page([Pose("DÉLIBÉRATION", x=250, y=60), Pose("Le Conseil municipal " * 4, x=70, y=100)]),)
    )
    assert (centre.centre, corps.centre) == (True, False)
    assert (centre.ecart, corps.retrait) == (99.0, 0.0)
    assert centre.retrait > 100


# --- Furniture --------------------------------------------------------------------------------------------------------


def feuille(numero: int, sujet: str, milieu: str) -> str:
    return f"""
Commune de Bellerive - Registre des délibérations
{sujet}
{milieu} est présenté par le Maire et le rapport en est lu devant l'assemblée.
{milieu} donne lieu à une discussion entre les membres du conseil.
La commission a étudié {milieu.lower()} le mois dernier.
{milieu} ne soulève aucune remarque de l'assemblée.
Pour : 12 - Contre : 2 - Abstention : 1
Page {numero} sur 3
"""


TROIS = (feuille(1, "Finances", "Le budget"), feuille(2, "Travaux", "La route"), feuille(3, "École", "La cantine"))


def test_titres_courants_et_numeros_de_page_s_en_vont() -> None:
    une, deux, trois = restes(*TROIS)
    assert une[:2] == ["Commune de Bellerive - Registre des délibérations", "Finances"]  # where it is first printed
    assert (deux[0], trois[0]) == ("Travaux", "École")
    assert not any(x.startswith("Page") for lignes in (une, deux, trois) for x in lignes)


def test_une_signature_n_est_jamais_du_mobilier() -> None:
    une, deux = restes(ACTE, ACTE)
    assert une[-2:] == deux[-2:] == ["Le Maire,", "Anne ROY"]


def test_un_numero_de_page_dans_la_marge_s_en_va() -> None:
    """ "2/3" half-way down the margin is the page; "5/3" and a "2/3" of the body are not."""

    def ligne(texte: str, region: Region) -> Ligne:
        mot = Mot(texte=texte, brut=texte, page=2, boite=(90, 400, 110, 410), confiance=1)
        return Ligne(mots=(mot,), bloc=0, region=region)

    lignes = tuple(ligne(f"Ligne {i}", "corps") for i in "abcdefgh")
    fractions = (ligne("2/3", "marge"), ligne("5/3", "marge"), ligne("2/3", "corps"))
    page = Page(numero=2, largeur=595, hauteur=842, origine="ocr", lignes=(*lignes[:4], *fractions, *lignes[4:]))
    (reste,) = retirer((page,))
    assert [(x.texte, x.region) for x in reste.lignes if "/" in x.texte] == [("5/3", "marge"), ("2/3", "corps")]


def test_un_vote_n_est_jamais_du_mobilier() -> None:
    assert [lignes[-1] for lignes in restes(*TROIS)] == ["Pour : 12 - Contre : 2 - Abstention : 1"] * 3


def test_deux_numeros_d_actes_ne_sont_pas_un_titre_courant() -> None:
    une, deux = restes(
        "Délibération n° 90\nLe budget est présenté par le Maire.", "Délibération n° 91\nLa route est réparée."
    )
    assert (une[0], deux[0]) == ("Délibération n° 90", "Délibération n° 91")


@pytest.mark.parametrize("pied", ["1/3", "- 2 -", "Page 1 sur 3", "Feuillet 2", "2022/14", "12"])
def test_numero_de_page(pied: str) -> None:
    assert restes(f"{PHRASE}la commune.\n\n{pied}")[0][-1] == "la commune."


@pytest.mark.parametrize("pied", ["Article 1er", "N° 2023/041", "Anne ROY", "Le Maire,"])
def test_pas_un_numero_de_page(pied: str) -> None:
    assert restes(f"{PHRASE}la commune.\n\n{pied}")[0][-1] == pied


def test_le_corps_d_une_page_seule_reste_entier() -> None:
    (sans,) = retirer(pages(ACTE))
    assert sans == pages(ACTE)[0]


# --- Nothing is lost --------------------------------------------------------------------------------------------------

LIGNES = st.sampled_from(
    [x for t in (ACTE, CESURES, PROCES_VERBAL_NUMEROTE, LISTE_DE_VOTES, feuille(1, "Finances", "Le budget"))
     for x in t.split("\n")]
)  # fmt: skip
REGIONS = st.sampled_from(("corps", "corps", "corps", "corps", "marge"))
POSES = st.builds(Pose, LIGNES, x=st.sampled_from([70.0, 90.0, 300.0]), region=REGIONS)
DOCUMENTS = st.lists(st.lists(POSES, min_size=1, max_size=20), min_size=1, max_size=3).map(
    lambda feuilles: tuple(page(x, n) for n, x in enumerate(feuilles, start=1))
)


def compter(mots: list[Mot]) -> Counter[tuple[int, tuple[float, float, float, float], str]]:
    return Counter((m.page, m.boite, m.brut) for m in mots)


def mots_des_pages(document: tuple[Page, ...]) -> list[Mot]:
    return [m for p in document for x in p.lignes for m in x.mots]


@given(DOCUMENTS)
@settings(max_examples=60)
def test_chaque_mot_est_dans_un_paragraphe_et_un_seul(document: tuple[Page, ...]) -> None:
    faits = paragraphes(document)
    assert compter([m for p in faits for m in p.passage.mots]) == compter(mots_des_pages(document))


@given(DOCUMENTS)
@settings(max_examples=60)
def test_chaque_paragraphe_est_dans_une_zone_et_une_seule(document: tuple[Page, ...]) -> None:
    faits = paragraphes(document)
    ranges = [m for z in etiqueter(faits) for p in z.paragraphes for m in p.passage.mots]
    assert compter(ranges) == compter(mots_des_pages(document))


@given(DOCUMENTS)
@settings(max_examples=60)
def test_le_mobilier_n_est_fait_que_de_lignes_entieres_du_bord(document: tuple[Page, ...]) -> None:
    for avant, apres in zip(document, retirer(document), strict=True):
        assert apres == avant.model_copy(update={"lignes": apres.lignes})
        otees = [x for x in avant.lignes if x not in apres.lignes]
        assert len(otees) <= 8
        assert {x.region for x in otees} <= {"corps"}


@given(DOCUMENTS)
@settings(max_examples=40)
def test_segmenter_rend_un_acte_des_qu_il_y_a_du_texte(document: tuple[Page, ...]) -> None:
    a_du_texte = any(p.lignes for p in retirer(document))
    assert bool(segmenter(document)) == a_du_texte


def test_pas_de_texte_pas_d_acte() -> None:
    assert segmenter(()) == ()
    assert segmenter((page([]), page(["", ""], 2))) == ()


# --- Zones of one act -------------------------------------------------------------------------------------------------


def test_les_zones_d_un_acte_dans_l_ordre() -> None:
    (acte,) = actes(ACTE)
    assert zones(acte) == [
        "entete", "presents", "procurations", "absents", "entete", "titre", "expose", "visas", "considerants",
        "dispositif", "signature",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("nature", "attendus"),
    [
        ("presents", ["Étaient présents : Mme Anne ROY, M. Jean DUPONT, M. Paul MARTIN, Mme Lucie FAURE"]),
        ("procurations", ["Absent excusé ayant donné pouvoir : M. Luc PETIT à Mme Anne ROY"]),
        ("absents", ["Absent : M. Gilles VIDAL"]),
        ("titre", ["N° 2021-014", "Objet : Rénovation de la salle des fêtes"]),
        ("visas", ["Vu le Code général des collectivités territoriales ;", "Vu le budget de la commune ;"]),
        ("considerants", ["Considérant que la salle est vétuste ;"]),
        (
            "dispositif",
            [
                "Le Conseil municipal, après en avoir délibéré, à l'unanimité,",
                "- APPROUVE le projet de rénovation ;",
                "- AUTORISE Mme le Maire à signer les marchés.",
            ],
        ),
        (
            "signature",
            ["Fait et délibéré les jour, mois et an susdits.", "Pour extrait conforme,", "Le Maire,", "Anne ROY"],
        ),
    ],
)
def test_ce_que_tient_chaque_zone(nature: str, attendus: list[str]) -> None:
    (acte,) = actes(ACTE)
    assert [p.passage.texte for z in acte.zones if z.nature == nature for p in z.paragraphes] == attendus


def test_un_considerant_qui_nomme_quelqu_un_n_est_pas_un_pouvoir() -> None:
    """Right under the proxies, where no visa is printed."""
    sans_visas = ACTE[: ACTE.index("Vu le Code")] + ACTE[ACTE.index("Considérant") :]
    dits = "Considérant que Mme Anne ROY avait signé l'arrêté attaqué,\nConsidérant que M. Jean NOË est condamné,\n"
    roles = "Absent : M. Gilles VIDAL\n"
    (acte,) = actes(sans_visas.replace(roles, roles + dits))
    assert textes(acte, "considerants")[:2] == [x for x in dits.splitlines() if x]
    assert textes(acte, "absents") == [roles.strip()]


def test_le_tampon_ne_coupe_pas_les_visas() -> None:
    tampon = "Vu le budget de la commune ;\nReçu en préfecture le 15/03/2021"
    (acte,) = actes(ACTE.replace("Vu le budget de la commune ;", tampon))
    assert textes(acte, "tampon") == ["Reçu en préfecture le 15/03/2021"]
    assert len(textes(acte, "visas")) == 2
    assert textes(acte, "considerants") == ["Considérant que la salle est vétuste ;"]


def test_voies_de_recours_en_annexe() -> None:
    recours = "La présente délibération peut faire l'objet d'un recours devant le tribunal administratif."
    (acte,) = actes(ACTE.replace("Fait et délibéré", f"{recours}\nFait et délibéré"))
    assert textes(acte, "annexe") == [recours]
    assert textes(acte, "signature")[-1] == "Anne ROY"


# --- Several acts -----------------------------------------------------------------------------------------------------

AUTRE = (
    ACTE.replace("2021-014", "2021-021")
    .replace("Rénovation de la salle des fêtes", "Vente du presbytère")
    .replace("12 mars 2021", "9 avril 2021")
    .replace("le douze mars", "le neuf avril")
    .replace("M. Jean DUPONT, ", "")
)


@pytest.mark.parametrize("haut", [60.0, 130.0], ids=["à la même hauteur", "plus bas"])
def test_deux_actes_chacun_avec_son_entete(haut: float) -> None:
    """Whether or not the second letterhead can be taken for a running head."""
    une, deux = segmenter((page(ACTE.split("\n")), page(AUTRE.split("\n"), 2, haut=haut)))
    assert (une.seance, deux.seance) == (0, 1)
    assert zones(une) == zones(deux) == zones(actes(ACTE)[0])
    assert textes(une, "titre") == ["N° 2021-014", "Objet : Rénovation de la salle des fêtes"]
    assert textes(deux, "titre") == ["N° 2021-021", "Objet : Vente du presbytère"]
    assert "Jean DUPONT" in textes(une, "presents")[0]
    assert "Jean DUPONT" not in textes(deux, "presents")[0]


def test_proces_verbal_numerote() -> None:
    lus = actes(PROCES_VERBAL_NUMEROTE)
    assert [textes(a, "titre") for a in lus] == [
        ["Délibération n° 2021-014 : Rénovation de la salle des fêtes"],
        ["Délibération n° 2021-015 : Vente du presbytère"],
        ["Délibération n° 2021-016 : Rapport sur l'eau"],
    ]
    assert {a.seance for a in lus} == {0}
    assert [textes(a, "presents") for a in lus] == [
        ["Présents : Mme Anne ROY, M. Jean DUPONT, M. Paul MARTIN, Mme Lucie FAURE"]
    ] * 3
    assert textes(lus[2], "annexe") == ["La séance est levée à 21 heures."]


def test_proces_verbal_sans_numeros_avec_ordre_du_jour() -> None:
    lus = actes(PROCES_VERBAL_A_ORDRE_DU_JOUR)
    assert [textes(a, "titre") for a in lus] == [
        ["Rénovation de la salle des fêtes"], ["Vente du presbytère"], ["Rapport sur la qualité de l'eau"],
    ]  # fmt: skip
    assert textes(lus[1], "expose") == ["Le prix proposé est de 62 500 euros."]
    # what follows the last point, "Questions diverses", is nobody's decision
    assert not any("banc" in t for a in lus for t in textes(a, "dispositif", "expose", "titre"))


def test_liste_de_votes() -> None:
    lus = actes(LISTE_DE_VOTES)
    assert [(textes(a, "titre"), textes(a, "dispositif")) for a in lus] == [
        (["Approbation du procès-verbal de la séance précédente"], ["Adopté à l'unanimité"]),
        (["Rénovation de la salle des fêtes"], ["Adopté à l'unanimité"]),
        (["Vente du presbytère"], ["Pour : 3 - Contre : 1"]),
        (["Tarifs de la cantine"], ["Adopté à l'unanimité"]),
        (["Convention avec le département"], ["Adopté à l'unanimité"]),
    ]


# --- Titles under stamps ----------------------------------------------------------------------------------------------

AVEC_ORDRE_DU_JOUR = """
PROCÈS-VERBAL DU CONSEIL MUNICIPAL
Séance du 16 décembre 2022
Présents : Denis JAUVIN, Catherine MARTY, Muriel NIGAUD


Ordte du jour

- Dépenses d'investissement avant le vote du budget 2023 M14

- Dépenses d'investissement avant le vote du budget 2023 M49

- Formation des agents

La séance est ouverte.

"""


def titres(*lignes: str | Pose) -> list[str]:
    premiere = AVEC_ORDRE_DU_JOUR.strip("\n").split("\n")
    tampon = [Pose("Envoyé en préfecture le 02/02/2023", 300.0, 48.0, "tampon", 9)]
    tampon.append(Pose("Affiché le", 300.0, 74.0, "tampon", 9))
    suite = ["", "Vote : à l'unanimité", "", ""]
    autres = ["Dépenses d'investissement avant le vote du budget 2023 M49", *suite]
    feuilles = (
        page(premiere),
        page([*lignes, *suite, *autres, *[""] * 9, "Formation des agents", *suite, *tampon], 2),
    )
    return [textes(a, "titre")[0] for a in segmenter(feuilles)]


def test_titre_cache_par_un_tampon_complete_par_l_ordre_du_jour() -> None:
    """No entry but one is left: "M49" is the title of the next point."""
    lus = titres("Dépenses d'investissement avant le vote du 1")
    assert lus[0] == "Dépenses d'investissement avant le vote du budget 2023 M14"
    assert lus[1:] == [
        "Dépenses d'investissement avant le vote du budget 2023 M49",
        "Formation des agents",
    ]


def test_titre_entier_jamais_complete() -> None:
    """Far from the stamp a title is what it says, however much an entry resembles it."""
    assert titres("Dépenses d'investissement avant")[0] == "Dépenses d'investissement avant"
    assert titres("", "", "", "", "", "Dépenses d'investissement avant le vote du 1")[0].endswith("vote du 1")
