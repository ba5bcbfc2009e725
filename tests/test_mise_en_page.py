"""Layout: words with boxes to lines in reading order, columns, tables and stamps told apart."""

import cv2
import numpy as np
import pytest

from modeles.page import IDENTITE, Ligne
from modeles.texte import Mot
from pipeline.etapes import filets, marques, mots, redressement, tampons
from pipeline.etapes.apparence import mesurer
from pipeline.etapes.filets import Filets
from pipeline.etapes.images import Image
from pipeline.etapes.mise_en_page import disposer

PAS, CHASSE, CORPS = 13.0, 5.0, 9.0


def imprimer(x: float, y: float, *lignes: str, pas: float = PAS) -> list[Mot]:
    """Words of lines of print that begin at x, the first at y; fixed advance."""
    sortie = []
    for n, ligne in enumerate(lignes):
        colonne = 0
        for texte in ligne.split(" "):
            x0, y0 = x + colonne * CHASSE, y + n * pas
            boite = (x0, y0, x0 + len(texte) * CHASSE, y0 + CORPS)
            if texte:
                sortie.append(Mot(texte=texte, brut=texte, page=1, boite=boite, confiance=0.9))
            colonne += len(texte) + 1
    return sortie


def textes(lignes: tuple[Ligne, ...], region: str | None = None) -> list[str]:
    return [x.texte for x in lignes if region in (None, x.region)]


CORPS_LONG = tuple(f"Le conseil municipal entendu le rapport numero {n} et apres deliberation" for n in range(12))


def test_marge_jamais_tissee_dans_le_corps() -> None:
    marge = imprimer(40, 106, "Nombre de", "membres en", "exercice : 11", "", "Convocation", "le 13 mars")
    corps = imprimer(170, 100, *CORPS_LONG)
    lignes = disposer([*corps, *marge], Filets())
    assert textes(lignes, "corps") == list(CORPS_LONG)
    assert textes(lignes, "marge") == ["Nombre de", "membres en", "exercice : 11", "Convocation", "le 13 mars"]
    regions = [x.region for x in lignes]
    assert regions == sorted(regions, reverse=True)  # the margin in one piece


def test_filet_vertical_separe_meme_sans_blanc() -> None:
    marge = imprimer(40, 100, *["Marge de page"] * 12)
    corps = imprimer(112, 100, *CORPS_LONG)
    lignes = disposer([*corps, *marge], Filets(verticales=((108, 20, 110, 800),)))
    assert textes(lignes, "corps") == list(CORPS_LONG)


def test_entete_en_deux_blocs_puis_titre() -> None:
    gauche = imprimer(57, 50, "Republique Francaise", "Departement du Gard", "Commune de Flaux")
    droite = imprimer(380, 50, "Extrait du registre", "du Conseil", "Seance du 4 mai 2021")
    titre = imprimer(57, 120, "Deliberation du conseil municipal relative au budget primitif de la commune pour 2021")
    lignes = disposer([*droite, *titre, *gauche], Filets())
    assert textes(lignes)[:6] == [
        "Republique Francaise", "Departement du Gard", "Commune de Flaux",
        "Extrait du registre", "du Conseil", "Seance du 4 mai 2021",
    ]  # fmt: skip
    assert len({x.bloc for x in lignes}) == 3
    assert {x.region for x in lignes} == {"corps"}


def test_deux_signatures_cote_a_cote() -> None:
    gauche = imprimer(100, 700, "La secretaire de seance,", "Aurelie WENDLING", pas=40)
    droite = imprimer(350, 700, "Le Maire de la commune,", "Xavier OBERLE", pas=40)
    lignes = disposer([*gauche, *droite], Filets())
    assert textes(lignes) == [
        "La secretaire de seance,",
        "Aurelie WENDLING",
        "Le Maire de la commune,",
        "Xavier OBERLE",
    ]


def test_noms_en_deux_colonnes_lus_colonne_par_colonne() -> None:
    gauche = imprimer(60, 100, "Mme Denise CATHERINE", "M. Arnaud VAUTIER", "M. Guy MARTIN", "Mme Aude FERRAND")
    droite = imprimer(300, 100, "M. Joel LEMOINE", "Mme Isabelle BENARD", "M. Samuel TOUTAIN", "M. Cyrille VASTEL")
    lignes = disposer([*droite, *gauche], Filets())
    assert textes(lignes)[:4] == ["Mme Denise CATHERINE", "M. Arnaud VAUTIER", "M. Guy MARTIN", "Mme Aude FERRAND"]
    assert len({x.bloc for x in lignes}) == 2


@pytest.mark.parametrize(
    ("gauche", "droite"),
    [
        (("VU", "VU", "CONSIDERANT"), ("la loi du 2 mars 1982", "le code general", "que le budget est vote")),
        (("En exercice :", "Presents :", "Votants :"), ("onze membres", "neuf membres", "dix membres")),
        (("-", "-", "-"), ("adopte le budget", "autorise le maire", "charge le comptable")),
    ],
)
def test_etiquette_et_valeur_restent_sur_leur_ligne(gauche: tuple[str, ...], droite: tuple[str, ...]) -> None:
    lignes = disposer([*imprimer(60, 100, *gauche, pas=26), *imprimer(240, 100, *droite, pas=26)], Filets())
    assert textes(lignes) == [f"{a} {b}" for a, b in zip(gauche, droite, strict=True)]


def test_numero_dans_la_marge_va_avec_sa_ligne() -> None:
    noms = imprimer(30, 100, "Jean-Louis", "GELY", "", "", "Philippe", "SAUREL", "", "")
    numeros = imprimer(110, 100, "2", "", "", "", "3")
    corps = imprimer(130, 100, *CORPS_LONG[:8])
    lignes = disposer([*noms, *numeros, *corps], Filets())
    assert textes(lignes, "marge") == ["Jean-Louis", "GELY", "Philippe", "SAUREL"]
    assert textes(lignes, "corps")[0] == "2 " + CORPS_LONG[0]
    assert textes(lignes, "corps")[4] == "3 " + CORPS_LONG[4]


def test_signe_bas_et_mot_souligne_sur_la_meme_ligne() -> None:
    article, numero, tiret = imprimer(60, 100, "ARTICLE 1 -")
    souligne = article.model_copy(update={"boite": (60, 100, 95, 113)})
    bas = tiret.model_copy(update={"boite": (tiret.boite[0], 104, tiret.boite[2], 105)})
    assert textes(disposer([bas, numero, souligne], Filets())) == ["ARTICLE 1 -"]


def dessiner_tableau() -> np.ndarray:
    """A page with a table of two rows and three columns, a box, an underline and some bars like letters."""
    image = np.full((1170, 827), 255, np.uint8)
    for y in (100, 140, 180):
        cv2.line(image, (100, y), (700, y), 0, 2)
    for x in (100, 300, 500, 700):
        cv2.line(image, (x, 100), (x, 180), 0, 2)
    cv2.rectangle(image, (400, 400), (700, 470), 0, 2)
    cv2.line(image, (100, 600), (300, 600), 0, 2)
    return image


def test_tableau_cadre_et_souligne() -> None:
    noir = redressement.encre(dessiner_tableau())
    regles = filets.trouver(noir, 100)
    assert len(regles.tableaux) == 1
    assert [(c.rangee, c.colonne) for c in regles.tableaux[0]] == [(0, 0), (0, 1), (0, 2), (1, 0), (1, 1), (1, 2)]
    assert regles.tableaux[0][1].boite == pytest.approx((216, 72, 360, 101), abs=4)
    assert len(regles.cadres) == 1
    assert regles.verticales == ()
    assert filets.soulignes(noir, 100)[600, 200] > 0


def test_cellules_rangee_par_rangee() -> None:
    regles = filets.trouver(redressement.encre(dessiner_tableau()), 100)
    en_tete = [*imprimer(80, 80, "Commune"), *imprimer(220, 80, "Presents"), *imprimer(365, 80, "Pouvoirs")]
    rangee = [
        *imprimer(80, 104, "Lannerc'h"),
        *imprimer(220, 103, "Jean LE GOFF", "Anne BRAS"),
        *imprimer(365, 104, "A -> B"),
    ]
    apres = imprimer(72, 150, "Assistaient egalement a la reunion")
    lignes = disposer([*apres, *rangee, *en_tete], regles)
    cellules = [(x.cellule.rangee, x.cellule.colonne, x.texte) for x in lignes if x.cellule]
    assert cellules == [
        (0, 0, "Commune"), (0, 1, "Presents"), (0, 2, "Pouvoirs"),
        (1, 0, "Lannerc'h"), (1, 1, "Jean LE GOFF"), (1, 1, "Anne BRAS"), (1, 2, "A -> B"),
    ]  # fmt: skip
    assert lignes[-1].cellule is None


def test_tampon_mis_a_part() -> None:
    corps = imprimer(60, 100, *CORPS_LONG)
    tampon = imprimer(400, 60, "Envoye en prefecture le 29/06/2021", "Recu en prefecture le 29/06/2021", pas=10)
    groupes, reste = tampons.detacher([*corps, *tampon], [], 595)
    lignes = disposer(reste, Filets(), groupes)
    assert textes(lignes, "corps") == list(CORPS_LONG)
    assert textes(lignes, "tampon") == ["Envoye en prefecture le 29/06/2021", "Recu en prefecture le 29/06/2021"]


def test_un_cadre_sans_mention_n_est_pas_un_tampon() -> None:
    titre = imprimer(110, 100, "EXTRAIT DU REGISTRE", "DES DELIBERATIONS")
    groupes, reste = tampons.detacher(titre, [(100, 95, 300, 130)], 595)
    assert groupes == []
    assert reste == titre


@pytest.mark.parametrize("texte", tampons.EXEMPLES)
def test_ligne_de_tampon(texte: str) -> None:
    assert tampons.est_ligne(texte)


@pytest.mark.parametrize("texte", tampons.CONTRE_EXEMPLES)
def test_ligne_ordinaire(texte: str) -> None:
    assert not tampons.est_ligne(texte)


@pytest.mark.parametrize("texte", mots.EXEMPLES)
def test_mot_plausible(texte: str) -> None:
    assert mots.MOT_PLAUSIBLE.match(texte)


@pytest.mark.parametrize("texte", mots.CONTRE_EXEMPLES)
def test_mot_peu_plausible(texte: str) -> None:
    assert not mots.MOT_PLAUSIBLE.match(texte)


def test_le_bruit_part_les_mots_restent() -> None:
    vrais = imprimer(60, 100, "- le Maire est present")
    doute = imprimer(100, 200, "Wojcik")[0].model_copy(update={"confiance": 0.2})
    bruit = [m.model_copy(update={"confiance": 0.1}) for m in imprimer(300, 300, "~| x_")]
    gardes = mots.trier([*vrais, doute, *bruit])
    assert [m.texte for m in gardes] == ["-", "le", "Maire", "est", "present", "Wojcik"]


@pytest.mark.parametrize("quarts", [0, 1, 2, 3])
@pytest.mark.parametrize("angle", [0.0, 2.0])
def test_le_chemin_de_retour_vers_le_scan(quarts: int, angle: float) -> None:
    """A mark on the stored page is found again from its place on the straightened page."""
    pixels: np.ndarray = np.full((1000, 800), 255, np.uint8)
    for y in range(200, 800, 30):
        cv2.line(pixels, (100, y), (700, y), 0, 3)
    tourne = cv2.getRotationMatrix2D((400, 500), -angle, 1.0)
    pixels = np.asarray(cv2.warpAffine(pixels, tourne, (800, 1000), borderValue=255), dtype=np.uint8)
    cv2.circle(pixels, (640, 130), 9, 120, -1)
    stockee = np.ascontiguousarray(np.rot90(pixels, -quarts))
    image = Image(stockee, stockee.shape[1] * 0.72, stockee.shape[0] * 0.72)
    droite = redressement.redresser(image, mesurer(image.pixels, image.dpi), quarts, 20)
    rond = np.argwhere(cv2.inRange(droite.pixels, 100, 140) > 0)
    y, x = np.median(rond, axis=0)
    a, b, c, d, e, f, _, _, _ = droite.vers_scan
    xp, yp = x * 72 / droite.dpi, y * 72 / droite.dpi
    attendu = np.median(np.argwhere(stockee == 120), axis=0)[::-1] * 0.72
    assert (a * xp + b * yp + c, d * xp + e * yp + f) == pytest.approx(tuple(attendu), abs=2.5)


def est_blanche(pixels: np.ndarray) -> bool:
    return redressement.est_blanche(pixels, 100, mesurer(pixels, 100))


def test_page_blanche_meme_avec_le_verso_par_transparence() -> None:
    fantome = np.full((1170, 827), 250, np.uint8)
    for n in range(20):
        cv2.putText(fantome, "ellen el erolgrI", (80, 100 + 40 * n), cv2.FONT_HERSHEY_SIMPLEX, 1, 215, 2)
    assert est_blanche(fantome)
    cv2.putText(fantome, "Le Maire, Paul", (80, 1000), cv2.FONT_HERSHEY_SIMPLEX, 1, 20, 2)
    assert not est_blanche(fantome)


def test_une_page_passee_n_est_pas_blanche() -> None:
    """Grey print on grey paper: what a worn ribbon and an old copier leave."""
    passee = np.full((1170, 827), 165, np.uint8)
    for n in range(12):
        cv2.putText(passee, "ACCEPTE les travaux", (80, 100 + 40 * n), cv2.FONT_HERSHEY_SIMPLEX, 0.6, 105, 1)
    assert not est_blanche(passee)


def test_intitule_entre_deux_listes_en_colonnes() -> None:
    """Each pair of columns is read within its own height, then what stands below."""
    haut_g = imprimer(80, 100, "Mme Denise CATHERINE", "M. Arnaud VAUTIER", "M. Guy MARTIN")
    haut_d = imprimer(320, 100, "M. Joel LEMOINE", "Mme Isabelle BENARD", "M. Samuel TOUTAIN")
    intitule = imprimer(60, 145, "EXCUSES AYANT DONNE PROCURATION :")
    bas_g = imprimer(80, 165, "M. Paul BRETHES a M. Guy MARTIN", "Mme Aude CASTAING a M. Joel LEMOINE")
    bas_d = imprimer(320, 165, "M. Luc DUCOURNAU a M. Guy MARTIN", "Mme Lise LAMARQUE a M. Guy MARTIN")
    suite = imprimer(60, 200, *CORPS_LONG[:3])
    lignes = disposer([*haut_d, *bas_d, *suite, *intitule, *haut_g, *bas_g], Filets())
    attendu = [*haut_g, *haut_d, *intitule, *bas_g, *bas_d, *suite]
    assert [m for x in lignes for m in x.mots] == attendu
    assert len({x.bloc for x in lignes}) == 6


def test_barre_entre_deux_noms_lue_comme_un_i() -> None:
    lignes = disposer(imprimer(60, 100, "M. PLANAS | ROIG et Mme SERRA"), Filets())
    (nettoyee,) = mots.nettoyer(lignes)
    assert nettoyee.texte == "M. PLANAS I ROIG et Mme SERRA"
    assert (nettoyee.mots[2].brut, nettoyee.mots[2].confiance) == ("|", 0.4)
    (tete,) = mots.nettoyer(disposer(imprimer(60, 100, "Present | Absent"), Filets()))
    assert tete.texte == "Present | Absent"


def test_boite_trop_large_rognee_plutot_que_le_mot_suivant_perdu() -> None:
    publication, date = imprimer(380, 79, "Publication 06/12/2022")
    large = publication.model_copy(update={"boite": (380, 79, date.boite[2], 88)})
    autres = imprimer(60, 200, *CORPS_LONG[:2])
    gardes = mots.trier([large, date, *autres])
    assert [m.texte for m in gardes[:2]] == ["Publication", "06/12/2022"]
    assert gardes[0].boite[2] < date.boite[0]


def test_demi_deux_points_ne_coupe_pas_la_ligne() -> None:
    reception, signe, date = imprimer(60, 100, "reception : 14/10/2016")
    bas = signe.model_copy(update={"boite": (signe.boite[0], 107.5, signe.boite[2], 108.5)})
    assert textes(disposer([reception, bas, date, *imprimer(60, 120, *CORPS_LONG)], Filets()))[0].endswith("14/10/2016")


def dessiner_presence() -> tuple[np.ndarray, Filets]:
    """A roll of three rows on a 100 dpi page: a cross in (1, 1), nothing in (2, 1), a scribble in (1, 2), a speck."""
    image = np.full((1170, 827), 255, np.uint8)
    for y in (100, 140, 180, 220):
        cv2.line(image, (100, y), (700, y), 0, 2)
    for x in (100, 300, 500, 700):
        cv2.line(image, (x, 100), (x, 220), 0, 2)
    regles = filets.trouver(redressement.encre(image), 100)
    image[:] = 255
    for a, b in (((390, 152), (402, 166)), ((402, 152), (390, 166))):
        cv2.line(image, a, b, 0, 2)
    for n in range(6):
        cv2.line(image, (540 + 10 * n, 150 + 14 * (n % 2)), (550 + 10 * n, 164 - 14 * (n % 2)), 0, 2)
    image[200, 400] = 0
    return image, regles


def test_cases_cochees_et_signees() -> None:
    image, regles = dessiner_presence()
    noms = [*imprimer(80, 110, "Anne BRAS"), *imprimer(80, 138, "Jean LE GOFF")]
    tetes = [*imprimer(80, 80, "Nom"), *imprimer(220, 80, "Present"), *imprimer(365, 80, "Signature")]
    doute = imprimer(390, 138, "PAU")[0].model_copy(update={"confiance": 0.5})
    page = redressement.Redressee(image, 100, IDENTITE)
    lus = marques.cocher(page, regles, [*tetes, *noms, doute], 3)
    cellules = {
        (x.cellule.rangee, x.cellule.colonne): x.mots[0]
        for x in mots.nettoyer(disposer(lus, regles))
        if x.cellule and x.texte == mots.MARQUE
    }
    assert sorted(cellules) == [(1, 1), (1, 2), (2, 2)]
    croix = cellules[1, 1]
    assert (croix.brut, croix.page, croix.confiance) == ("", 3, 0.5)
    assert croix.boite == pytest.approx((280.8, 109.4, 289.4, 119.5), abs=2)


def test_un_mot_que_l_ocr_a_manque_n_est_pas_une_coche() -> None:
    image, regles = dessiner_presence()
    surs = [*imprimer(390, 112, "Excuse"), *imprimer(390, 138, "Absent")]
    lus = marques.cocher(redressement.Redressee(image, 100, IDENTITE), regles, surs, 1)
    assert [m.boite[0] < 300 for m in lus if m.texte == mots.MARQUE] == [True]


def test_etiquette_de_colonne_etroite_n_est_pas_un_intitule() -> None:
    marge = imprimer(40, 100, "Nombre de", "Conseillers :", "- en exercice: 11", "- presents : 9", "- votants : 10")
    corps = [*imprimer(277, 100, "DU CONSEIL MUNICIPAL"), *imprimer(190, 126, *CORPS_LONG[:3])]
    assert textes(disposer([*corps, *marge], Filets()))[:2] == ["Nombre de", "Conseillers :"]


# --- Unruled tables ---------------------------------------------------------------------------------------------------


def cases(lignes: tuple[Ligne, ...]) -> dict[tuple[int, int], str]:
    return {(x.cellule.rangee, x.cellule.colonne): x.texte for x in lignes if x.cellule is not None}


BUDGET = (
    "Depenses                            BP 2021        DM 1",
    "Chapitre 21 - voirie              20 000,00   1 500,00 ",
    "Chapitre 23 - travaux de la",
    "salle des fetes                  112 300,50    -300,00",
    "Chapitre 16 - emprunts             8 000 EUR",
    "TOTAL                            140 300,50   1 200,00",
)


def test_tableau_sans_filets_garde_ses_rangees_et_ses_cases() -> None:
    texte = imprimer(70, 100, *CORPS_LONG[:4])
    suite = imprimer(70, 280, *CORPS_LONG[4:8])
    lignes = disposer([*texte, *imprimer(80, 180, *BUDGET), *suite], Filets())
    lues = cases(lignes)
    assert {c: [lues.get((r, c)) for r in range(6)] for c in range(3)} == {
        0: ["Depenses", "Chapitre 21 - voirie", "Chapitre 23 - travaux de la", "salle des fetes",
            "Chapitre 16 - emprunts", "TOTAL"],
        1: ["BP 2021", "20 000,00", None, "112 300,50", "8 000 EUR", "140 300,50"],
        2: ["DM 1", "1 500,00", None, "-300,00", None, "1 200,00"],
    }  # fmt: skip
    assert [x.texte for x in lignes if x.cellule is None] == [*CORPS_LONG[:8]]
    assert [x.cellule is None for x in lignes] == [True] * 4 + [False] * len(lues) + [True] * 4


def test_intitules_et_montants_espaces_restent_en_rangees() -> None:
    gauche = imprimer(60, 100, "Excedent de fonctionnement", "Excedent d'investissement", "Resultat", pas=26)
    lignes = disposer([*gauche, *imprimer(240, 100, "82 837,02", "94 100,30", "176 937", pas=26)], Filets())
    assert textes(lignes) == [
        "Excedent de fonctionnement", "82 837,02", "Excedent d'investissement", "94 100,30", "Resultat", "176 937",
    ]  # fmt: skip
    assert list(cases(lignes)) == [(0, 0), (0, 1), (1, 0), (1, 1), (2, 0), (2, 1)]


@pytest.mark.parametrize(
    "rangees",
    [
        ("Nombre de conseillers en exercice :      15", "Presents :      12", "Votants :      14"),
        ("M. DUPONT Jean      Mme ROY Anne", "Mme PETIT Lucie      M. NOIR Marc", "M. BRUN Paul      M. VERT Luc"),
        ("1      approuve le projet", "2      sollicite la subvention", "3      autorise le maire"),
        ("Chapitre 21      20 000", "Chapitre 23      12 000"),
    ],
)
def test_ce_qui_n_est_pas_un_tableau_reste_en_lignes(rangees: tuple[str, ...]) -> None:
    """Labels and counts, names in columns, numbered items; and two rows, which anything may make."""
    assert not cases(disposer(imprimer(70, 100, *rangees), Filets()))


# --- Roll calls on dotted lines ---------------------------------------------------------------------------------------

APPEL = (("Jean DUPONT", "présent"), ("Anne ROY", ".présente"), ("Luc LE GOFF", "excusé"), ("Paul MARTIN", "absent."))


def test_appel_a_points_de_conduite_lu_par_rangees() -> None:
    """The dots are lost, or read as noise: each state goes back to its name, and no gutter parts them."""
    noms = [m for n, (nom, _) in enumerate(APPEL) for m in imprimer(70, 100 + 15 * n, nom)]
    etats = [m for n, (_, etat) in enumerate(APPEL) for m in imprimer(290 + 9 * n, 100 + 15 * n, etat)]
    bruit = [m.model_copy(update={"confiance": 0.1}) for m in imprimer(140, 100, "000 eee ana")]
    lignes = disposer([*imprimer(60, 80, "Appel nominal :"), *noms, *bruit, *etats], Filets())
    assert cases(lignes) == {(r, c): x for r, ligne in enumerate(APPEL) for c, x in enumerate(ligne)}
    assert [x.texte for x in lignes if x.cellule is None] == ["Appel nominal :"]


def test_etats_trop_peu_nombreux_restent_dans_le_texte() -> None:
    lignes = disposer([*imprimer(70, 100, "M. Jean DUPONT est présent", "Mme Anne ROY est absente")], Filets())
    assert not cases(lignes)
