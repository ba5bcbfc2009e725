"""One body, one roll: names repaired across files, members told apart, the user's list."""

from pathlib import Path

import pytest
from documents import ACTE
from fabrique import lire

from modeles.lecture import Lecture
from modeles.membre import Elu
from pipeline.assemblees import accorder, recenser, recomposer, relever
from pipeline.elus import lire_elus
from pipeline.erreurs import ErreurReglages


def lectures(*textes: str) -> list[Lecture]:
    """One document a text; each has its own digest."""
    lues = []
    for rang, texte in enumerate(textes):
        lue = lire(texte)
        lues.append(lue.model_copy(update={"document": lue.document.model_copy(update={"sha256": f"{rang:064d}"})}))
    return lues


def tout(*textes: str, elus: tuple[Elu, ...] = ()) -> list[Lecture]:
    lues = lectures(*textes)
    accords = recenser([m for x in lues for m in relever(x)], elus)[1]
    return [accorder(x, accords) for x in lues]


def presents(lecture: Lecture) -> list[str]:
    return [p.nom_complet for p in lecture.deliberations[0].presences.presents]


FAUTIF = ACTE.replace("M. Jean DUPONT,", "M. Jean DUPCNT,")


def test_un_nom_mal_lu_est_repare_par_les_autres_actes_de_la_seance() -> None:
    lue = tout(ACTE, FAUTIF, ACTE)[1]
    assert presents(lue) == ["Anne ROY", "Jean DUPONT", "Paul MARTIN", "Lucie FAURE"]
    personne = lue.deliberations[0].presences.presents[1]
    assert (personne.prenom, personne.nom) == ("Jean", "DUPONT")
    source = lue.sources["/deliberations/0/presences/presents/1/nom_complet"]
    assert source.nature == "corrige"
    assert source.corrections[-1] == "même assemblée, 2 documents"
    assert "DUPCNT" in source.brut
    assert [(a.code, a.extrait) for a in lue.anomalies if a.code == "nom-accorde"] == [("nom-accorde", "Jean DUPCNT")]


def test_deux_formes_aussi_bien_attestees_restent() -> None:
    assert presents(tout(ACTE, FAUTIF)[1])[1] == "Jean DUPCNT"


@pytest.mark.parametrize(
    ("autre", "garde"),
    [
        ("M. Jean DUPONT, M. Jean DUPOND,", "Jean DUPOND"),  # both called in one act: two persons
        ("M. Jean DUPONT, Mme Jeanne DUPONT,", "Jeanne DUPONT"),
    ],
)
def test_deux_personnes_ne_se_confondent_pas(autre: str, garde: str) -> None:
    deux = ACTE.replace("M. Jean DUPONT,", autre)
    assert garde in presents(tout(ACTE, deux, ACTE)[1])


def test_un_autre_jour_ne_suffit_pas_a_un_nom_bien_lu() -> None:
    """A new councillor may be called nearly like one who left."""
    ailleurs = FAUTIF.replace("12 mars 2021", "13 avril 2021").replace("douze mars", "treize avril")
    assert presents(tout(ACTE, ACTE, ailleurs)[2])[1] == "Jean DUPCNT"


def test_une_autre_assemblee_ne_repare_rien() -> None:
    autre = FAUTIF.replace("Bellerive-sur-Orle", "Clairfont")
    assert presents(tout(ACTE, autre, ACTE)[1])[1] == "Jean DUPCNT"


def test_les_membres_ont_une_identite_stable() -> None:
    membres = recenser([m for x in lectures(ACTE, FAUTIF, ACTE) for m in relever(x)])[0]
    seul = recenser([m for x in lectures(ACTE) for m in relever(x)])[0]
    assert {m.nom_complet for m in membres} == {m.nom_complet for m in seul}
    assert {m.id for m in membres} == {m.id for m in seul}
    (dupont,) = [m for m in membres if m.nom_complet == "Jean DUPONT"]
    assert dupont.variantes == {"Jean DUPONT": 2, "Jean DUPCNT": 1}
    assert (dupont.actes, str(dupont.premiere)) == (3, "2021-03-12")


# --- The user's list --------------------------------------------------------------------------------------------------


def test_la_liste_des_elus_fait_foi(tmp_path: Path) -> None:
    fichier = tmp_path / "elus.csv"
    fichier.write_text("Nom de l'élu;Prénom de l'élu;Code sexe\nDUPONT;Jean;M\nROY;Anne;F\n", encoding="utf-8")
    (lue,) = tout(FAUTIF, elus=lire_elus(fichier))
    assert presents(lue)[1] == "Jean DUPONT"
    source = lue.sources["/deliberations/0/presences/presents/1/nom_complet"]
    assert source.corrections[-1] == "liste des élus, ligne 2"


@pytest.mark.parametrize("texte", ["", "a;b\n1;2\n", "nom;age\nDUPONT;3\n"])
def test_une_liste_sans_noms_est_refusee(texte: str, tmp_path: Path) -> None:
    fichier = tmp_path / "elus.csv"
    fichier.write_text(texte, encoding="utf-8")
    with pytest.raises(ErreurReglages, match="élus"):
        lire_elus(fichier)


@pytest.mark.parametrize(
    ("lu", "juste", "rendu"),
    [
        ("DUPCNT Jean", "Jean DUPONT", "DUPONT Jean"),
        ("Jean Dupcnt", "Jean DUPONT", "Jean Dupont"),
        ("Jean-Pierre LE GOFE", "Jean-Pierre Le Goff", "Jean-Pierre LE GOFF"),
        ("Jean DUPONT", "Jean Pierre DUPONT", None),
    ],
)
def test_le_nom_juste_garde_l_ordre_et_la_casse_de_la_page(lu: str, juste: str, rendu: str | None) -> None:
    assert recomposer(lu, juste) == rendu
