"""The registre, the same in both databases: documents, pages, readings, decisions, search."""

import datetime
import json
import threading
import unicodedata
from collections.abc import Iterator
from pathlib import Path

import pytest
from alembic.script import ScriptDirectory
from documents import ACTE, PROCES_VERBAL_NUMEROTE
from fabrique import lire, page
from sqlalchemy import inspect, select, text

from modeles.lecture import Anomalie, Lecture
from pipeline.__main__ import main
from pipeline.erreurs import ErreurDeliberation, ErreurRegistre
from pipeline.registre import (
    VERSION,
    Registre,
    Scan,
    chemins_de,
    chercher,
    compter_etats,
    decider,
    decisions_du,
    deposer,
    depot,
    fermer,
    garder_page,
    inscrire,
    lectures_courantes,
    ouverture,
    ouvrir,
    page_connue,
    pages_du,
    verifier,
)
from pipeline.registre.ouverture import consulter, ecrire
from pipeline.registre.schema import METADONNEES, actes, anomalies, decisions, documents, lectures, travaux

A, B, C, D = (lettre * 64 for lettre in "abcd")
OBJET = "/deliberations/0/objet"
REGLAGES, CLE = "e" * 64, "f" * 64


@pytest.fixture
def registre(url: str) -> Iterator[Registre]:
    with ouvrir(url) as ouvert:
        yield ouvert


def lecture(sha256: str = A, texte: str = ACTE) -> Lecture:
    """A real reading, of the document wanted."""
    lue = lire(texte)
    return lue.model_copy(update={"document": lue.document.model_copy(update={"sha256": sha256})})


def poser(registre: Registre, sha256: str = A, texte: str = ACTE, version: str = "v1") -> Lecture:
    inscrire(registre, [Scan(f"{sha256[0]}.pdf", sha256, 12)])
    return deposer(registre, lecture(sha256, texte), version, "tesseract", 1.5)


def nombre(registre: Registre, table: str) -> int:
    with consulter(registre) as cx:
        return int(cx.execute(text(f"SELECT count(*) FROM {table}")).scalar_one())


def defauts(registre: Registre) -> list[str]:
    return [d for constat in verifier(registre) for d in constat.defauts]


# --- Documents --------------------------------------------------------------------------------------------------------


def test_un_scan_sous_deux_noms_est_un_document(registre: Registre) -> None:
    assert inscrire(registre, [Scan("x/a.pdf", A, 12), Scan("y/b.pdf", A, 12), Scan("c.pdf", B, 9)]) == 2
    assert inscrire(registre, [Scan("z.pdf", A, 12)]) == 0
    assert chemins_de(registre, A) == ["x/a.pdf", "y/b.pdf", "z.pdf"]
    assert compter_etats(registre) == {"attente": 2, "en_cours": 0, "fait": 0, "echec": 0, "quarantaine": 0}


def test_un_chemin_suit_son_contenu(registre: Registre) -> None:
    inscrire(registre, [Scan("a.pdf", A, 12)])
    inscrire(registre, [Scan("a.pdf", B, 13)])
    assert (chemins_de(registre, A), chemins_de(registre, B)) == ([], ["a.pdf"])


def test_beaucoup_de_scans_d_un_coup(registre: Registre) -> None:
    scans = [Scan(f"{n}.pdf", f"{n:064x}", n) for n in range(1234)]
    assert inscrire(registre, iter(scans)) == 1234
    assert inscrire(registre, iter(scans)) == 0


# --- Pages ------------------------------------------------------------------------------------------------------------


def test_une_page_est_gardee_telle_que_lue(registre: Registre) -> None:
    inscrire(registre, [Scan("a.pdf", A, 12)])
    lue = page(["Le Conseil municipal", "délibère"], 1)
    assert page_connue(registre, CLE) is None
    garder_page(registre, CLE, lue, A, 1, REGLAGES)
    garder_page(registre, CLE, lue, A, 1, REGLAGES)
    assert page_connue(registre, CLE) == lue
    assert pages_du(registre, A, REGLAGES) == (lue,)
    assert pages_du(registre, A, "0" * 64) == ()


def test_deux_pages_pareilles_ont_une_lecture_chacune_son_numero(registre: Registre) -> None:
    inscrire(registre, [Scan("a.pdf", A, 12), Scan("b.pdf", B, 12)])
    dite = Anomalie(code="page-blanche", gravite="info", message="Page blanche.", page=1)
    lue = page(["Annexe"], 1).model_copy(update={"anomalies": (dite,)})
    for sha256, numero in ((A, 1), (A, 4), (B, 2)):
        garder_page(registre, CLE, lue, sha256, numero, REGLAGES)
    assert nombre(registre, "pages_ocr") == 1
    premiere, autre = pages_du(registre, A, REGLAGES)
    assert premiere == lue
    assert (autre.numero, autre.lignes[0].mots[0].page, autre.anomalies[0].page) == (4, 4, 4)
    (ailleurs,) = pages_du(registre, B, REGLAGES)
    assert page_connue(registre, CLE, 2) == ailleurs


def test_page_d_un_document_inconnu(registre: Registre) -> None:
    with pytest.raises(ErreurRegistre, match="ne connaît pas"):
        garder_page(registre, CLE, page(["x"]), A, 1, REGLAGES)
    assert nombre(registre, "pages_ocr") == 0


# --- Readings ---------------------------------------------------------------------------------------------------------


def test_une_lecture_deposee_revient_la_meme(registre: Registre) -> None:
    deposee = poser(registre)
    assert deposee == lecture()
    (courante,) = lectures_courantes(registre)
    assert courante.lecture == deposee
    assert courante[1:5] == (("a.pdf",), "v1", "tesseract", 1.5)
    with consulter(registre) as cx:
        assert cx.execute(select(travaux.c.etat)).scalars().all() == ["fait"]
        assert cx.execute(select(documents.c.pages)).scalar_one() == 1
        acte = cx.execute(select(actes)).one()
    assert (acte.collectivite, acte.date) == ("Commune de Bellerive-sur-Orle", datetime.date(2021, 3, 12))
    assert (acte.numero, acte.organe_plie) == ("2021-014", "conseil municipal")


def test_l_histoire_est_gardee_et_une_seule_lecture_vaut(registre: Registre) -> None:
    poser(registre, texte=PROCES_VERBAL_NUMEROTE)
    poser(registre, version="v2")
    assert [c.version for c in lectures_courantes(registre)] == ["v2"]
    assert (nombre(registre, "lectures"), nombre(registre, "actes")) == (2, 1)
    assert chercher(registre, "presbytère") == []
    assert defauts(registre) == []


def test_deposer_un_document_inconnu(registre: Registre) -> None:
    with pytest.raises(ErreurRegistre, match="Inscrivez-le"):
        deposer(registre, lecture(), "v1", "tesseract", 1.0)


def test_un_depot_qui_s_arrete_ne_laisse_rien(registre: Registre, monkeypatch: pytest.MonkeyPatch) -> None:
    poser(registre)
    monkeypatch.setattr(depot, "_colonnes", lambda acte: 1 / 0)
    with pytest.raises(ZeroDivisionError):
        poser(registre, version="v2")
    assert [c.version for c in lectures_courantes(registre)] == ["v1"]
    assert len(chercher(registre, "salle")) == 1
    assert defauts(registre) == []


def test_deux_depots_en_meme_temps(registre: Registre) -> None:
    inscrire(registre, [Scan("a.pdf", A, 12)])
    lue = lecture()
    fils = [threading.Thread(target=deposer, args=(registre, lue, f"v{n}", "t", 1.0)) for n in range(8)]
    for fil in fils:
        fil.start()
    for fil in fils:
        fil.join()
    assert (nombre(registre, "lectures"), nombre(registre, "actes")) == (8, 1)
    assert len(list(lectures_courantes(registre))) == 1
    assert defauts(registre) == []


def test_un_acte_immense(registre: Registre) -> None:
    lue = lecture()
    visas = tuple(f"{chr(0x4E00 + n % 20000)}{chr(0x4E00 + n // 20000)}é{n % 7}" for n in range(120_000))
    acte = lue.deliberations[0].model_copy(update={"visas": visas})
    inscrire(registre, [Scan("a.pdf", A, 12)])
    deposer(registre, lue.model_copy(update={"deliberations": (acte,)}), "v1", "t", 1.0)
    assert len(chercher(registre, "salle")) == 1


def test_un_document_sans_acte(registre: Registre) -> None:
    lue = lecture()
    vide = Lecture(document=lue.document, anomalies=(Anomalie(code="aucun-acte", gravite="erreur", message="Rien."),))
    inscrire(registre, [Scan("a.pdf", A, 12)])
    assert deposer(registre, vide, "v1", "tesseract", 1.0).statut == "echec"
    assert [c.lecture for c in lectures_courantes(registre)] == [vide]
    assert nombre(registre, "anomalies") == 1
    assert defauts(registre) == []


def test_un_caractere_nul_n_arrete_rien(registre: Registre) -> None:
    lue = lecture()
    acte = lue.deliberations[0].model_copy(update={"objet": "Salle\x00 des fêtes"})
    inscrire(registre, [Scan("a.pdf", A, 12)])
    assert deposer(registre, lue.model_copy(update={"deliberations": (acte,)}), "v1", "t", 1.0).deliberations == (acte,)
    assert [a.objet for a in chercher(registre, "salle")] == ["Salle des fêtes"]


def test_lectures_dans_le_meme_ordre_et_filtrees(registre: Registre, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("pipeline.registre.recherche.LOT", 2)
    for sha256, commune, an in ((A, "Zuydcoote", 2021), (B, "Écully", 2022), (C, "Arles", 2022), (D, "Arles", 2020)):
        texte = ACTE.replace("Bellerive-sur-Orle", commune).replace("deux mille vingt et un", "x")
        poser(registre, sha256, texte.replace("2021", str(an)))

    def lus(**filtres: object) -> list[str]:
        return [c.lecture.document.sha256[0] for c in lectures_courantes(registre, **filtres)]  # type: ignore[arg-type]

    assert lus() == ["d", "c", "a", "b"]
    assert lus(collectivite="ECULLY") == ["b"]
    assert lus(collectivite="100%") == []
    assert lus(depuis=datetime.date(2022, 1, 1)) == ["c", "b"]
    assert lus(jusqua=datetime.date(2021, 3, 12)) == ["d", "a"]
    assert lus(statut="echec") == []


# --- Decisions --------------------------------------------------------------------------------------------------------


def test_une_decision_vaut_tout_de_suite_et_pour_la_suite(registre: Registre) -> None:
    poser(registre)
    prise = decider(registre, A, OBJET, "Médiathèque", motif="vu sur l'image", auteur="Claire")
    (courante,) = lectures_courantes(registre)
    assert courante.lecture.deliberations[0].objet == "Médiathèque"
    assert courante.lecture.statut == "complete"
    assert [a.objet for a in chercher(registre, "mediatheque")] == ["Médiathèque"]

    relue = poser(registre, version="v2")
    assert relue.deliberations[0].objet == "Médiathèque"
    assert [a.code for a in relue.anomalies] == ["decision-contredite"]
    with consulter(registre) as cx:
        assert cx.execute(select(anomalies.c.code)).scalars().all() == ["decision-contredite"]
        remplacee = cx.execute(select(decisions.c.remplacee)).scalar_one()
    assert json.loads(remplacee) == "Rénovation de la salle des fêtes"
    assert decisions_du(registre, A) == [prise]
    assert defauts(registre) == []


def test_la_derniere_decision_d_un_champ_vaut(registre: Registre) -> None:
    poser(registre)
    decider(registre, A, OBJET, "Un", auteur="Claire")
    decider(registre, A, OBJET, "Deux", auteur="Léa")
    assert [(d.valeur, d.auteur) for d in decisions_du(registre, A)] == [("Deux", "Léa")]
    assert poser(registre).deliberations[0].objet == "Deux"
    assert nombre(registre, "decisions") == 2


@pytest.mark.parametrize(
    ("pointeur", "valeur", "auteur"),
    [
        ("/deliberations/0/seance/date", "hier", "Claire"),
        ("/deliberations/7/objet", "x", "Claire"),
        ("/document/nom", "x", "Claire"),
        (OBJET, "x", ""),
    ],
)
def test_une_decision_impossible_est_refusee(registre: Registre, pointeur: str, valeur: str, auteur: str) -> None:
    poser(registre)
    with pytest.raises(ErreurRegistre, match="ne peut pas prendre cette valeur"):
        decider(registre, A, pointeur, valeur, auteur=auteur)
    assert decisions_du(registre, A) == []


def test_une_decision_qui_a_perdu_sa_place_se_reprend(registre: Registre) -> None:
    poser(registre, texte=PROCES_VERBAL_NUMEROTE)
    troisieme = "/deliberations/2/objet"
    decider(registre, A, troisieme, "Eau", auteur="Claire")
    assert [a.code for a in poser(registre).anomalies] == ["decision-inapplicable"]
    with pytest.raises(ErreurRegistre, match="ne peut pas prendre"):
        decider(registre, A, troisieme, "Eau", auteur="Claire")
    assert poser(registre, texte=PROCES_VERBAL_NUMEROTE).deliberations[2].objet == "Eau"


def test_on_ne_decide_pas_avant_d_avoir_lu(registre: Registre) -> None:
    inscrire(registre, [Scan("a.pdf", A, 12)])
    with pytest.raises(ErreurRegistre, match="pas encore été lu"):
        decider(registre, A, OBJET, "x", auteur="Claire")


# --- Search -----------------------------------------------------------------------------------------------------------

MEDIATHEQUE = ACTE.replace("Rénovation de la salle des fêtes", "Création d'une médiathèque : vœu du conseil")


@pytest.mark.parametrize(
    ("question", "attendus"),
    [
        ("mediatheque", ["b"]),
        ("MÉDIATHÈQUE", ["b"]),
        (unicodedata.normalize("NFD", "médiathèque"), ["b"]),
        ("médiathèques", ["b"]),
        ("média*", ["b"]),
        ("voeu", ["b"]),
        ("création d'une médiathèque", ["b"]),
        ('"salle des fetes"', ["a"]),
        ('"fêtes des salle"', []),
        ("marché", ["a", "b"]),
        ("2021-014", ["a", "b"]),
        ("médiathèque fêtes", []),
        ("OR AND NOT", []),
        ("l'inconnu", []),
        ("approuve : projet & | ! ( )", ["a", "b"]),
    ],
)
def test_chercher_sans_accents(registre: Registre, question: str, attendus: list[str]) -> None:
    poser(registre, A, ACTE.replace("salle des fêtes, construite", "salle, construite"))
    poser(registre, B, MEDIATHEQUE.replace("la salle des fêtes", "la maison"))
    assert sorted(a.sha256[0] for a in chercher(registre, question)) == attendus


def test_chercher_par_dates_et_organe(registre: Registre) -> None:
    poser(registre)
    assert len(chercher(registre, "salle", depuis=datetime.date(2021, 3, 12), organe="CONSEIL municipal")) == 1
    assert chercher(registre, "salle", depuis=datetime.date(2021, 3, 13)) == []
    assert chercher(registre, "salle", jusqua=datetime.date(2021, 3, 11)) == []
    assert chercher(registre, "salle", organe="communautaire") == []


def test_chercher_s_arrete_a_la_limite(registre: Registre) -> None:
    poser(registre, texte=PROCES_VERBAL_NUMEROTE)
    assert len(chercher(registre, "commune")) == 3
    assert len(chercher(registre, "commune", limite=2)) == 2


@pytest.mark.parametrize("question", ["", "  ", "« »", "*", '""'])
def test_question_sans_mot(registre: Registre, question: str) -> None:
    with pytest.raises(ErreurDeliberation, match="aucun mot"):
        chercher(registre, question)


# --- Schema -----------------------------------------------------------------------------------------------------------


def test_les_migrations_font_les_tables_du_schema(registre: Registre) -> None:
    with consulter(registre) as cx:
        faites = inspect(cx)
        for table in METADONNEES.sorted_tables:
            colonnes = {c["name"]: c["nullable"] for c in faites.get_columns(table.name)}
            colonnes.pop("mots", None)  # PostgreSQL's index of words
            assert colonnes == {c.name: c.nullable for c in table.columns}, table.name
            index = {i["name"]: bool(i["unique"]) for i in faites.get_indexes(table.name)}
            index.pop("actes_mots", None)
            assert index == {i.name: i.unique for i in table.indexes}, table.name
            cles = {tuple(f["constrained_columns"]) for f in faites.get_foreign_keys(table.name)}
            assert cles == {tuple(f.column_keys) for f in table.foreign_key_constraints}, table.name
            assert faites.get_pk_constraint(table.name)["constrained_columns"] == [c.name for c in table.primary_key]


def test_une_seule_lecture_courante_le_schema_y_veille(registre: Registre) -> None:
    poser(registre)
    poser(registre, version="v2")
    with pytest.raises(Exception, match=r"(?i)unique"), ecrire(registre) as cx:
        cx.execute(lectures.update().values(courante=True))


def test_un_registre_d_une_version_inconnue(url: str, capsys: pytest.CaptureFixture[str]) -> None:
    with ouvrir(url) as registre, ecrire(registre) as cx:
        cx.execute(text("UPDATE alembic_version SET version_num = '9999'"))
    for commande in (["chercher", "x"], ["registre", "verifier"], ["registre", "migrer"]):
        assert main([*commande, "--registre", url]) == 7
        assert "version plus récente" in capsys.readouterr().err


def test_la_derniere_migration_est_celle_du_programme() -> None:
    assert ScriptDirectory.from_config(ouverture._alembic()).get_current_head() == VERSION


def test_un_registre_plus_ancien_est_a_migrer(url: str, monkeypatch: pytest.MonkeyPatch) -> None:
    fermer(ouvrir(url))
    monkeypatch.setattr("pipeline.registre.ouverture.VERSION", "0002")
    with pytest.raises(ErreurRegistre, match=r"version antérieure .* registre migrer"):
        ouvrir(url)


def test_une_base_qui_est_a_un_autre(url: str) -> None:
    registre = ouvrir(url)
    with ecrire(registre) as cx:
        cx.execute(text("DROP TABLE alembic_version"))
    fermer(registre)
    with pytest.raises(ErreurRegistre, match="n'est pas un registre"):
        ouvrir(url)


# --- Commands ---------------------------------------------------------------------------------------------------------


def test_commandes_du_registre(url: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["registre", "migrer", "--registre", url]) == 0
    assert "créé" in capsys.readouterr().out
    assert main(["registre", "migrer", "--registre", url]) == 0
    assert "déjà à jour" in capsys.readouterr().out
    with ouvrir(url, creer=False) as registre:
        poser(registre)
    assert main(["registre", "verifier", "--registre", url]) == 0
    assert "1 relues" in capsys.readouterr().out


def test_verifier_dit_ce_qui_est_endommage(url: str, capsys: pytest.CaptureFixture[str]) -> None:
    with ouvrir(url) as registre:
        poser(registre)
        poser(registre, B, version="v2")
        with ecrire(registre) as cx:
            cx.execute(lectures.update().where(lectures.c.sha256 == A).values(contenu=b"abime", courante=False))
            cx.execute(actes.delete().where(actes.c.sha256 == B))
    assert main(["registre", "verifier", "--registre", url]) == 7
    sortie = capsys.readouterr().out
    assert "est endommagée" in sortie
    assert "n'est pas d'une lecture en vigueur" in sortie
    assert f"les actes du document {B[:12]}… manquent" in sortie


def test_commande_chercher(url: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setenv("GREFFIER_REGISTRE", url)
    with ouvrir() as registre:
        poser(registre)
    assert main(["chercher", "renovation", "--depuis", "2021", "--jusqua", "2021-03", "--organe", "conseil"]) == 0
    sortie = capsys.readouterr().out
    assert sortie.startswith("12/03/2021  Commune de Bellerive-sur-Orle  2021-014  Rénovation de la salle des fêtes\n")
    assert "a.pdf (acte 1)" in sortie
    assert main(["chercher", "renovation", "--json", "--limite", "1"]) == 0
    (fiche,) = json.loads(capsys.readouterr().out)
    assert (fiche["date"], fiche["chemin"], fiche["rang"]) == ("2021-03-12", "a.pdf", 0)
    assert main(["chercher", "xylophone"]) == 0
    assert "Aucun acte" in capsys.readouterr().out


@pytest.mark.parametrize(
    "options",
    [["--depuis", "hier"], ["--jusqua", "2019-13"], ["--depuis", "2019-02-30"], ["--depuis", "0"], ["--limite", "0"]],
)
def test_chercher_mal_demande(options: list[str], tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["chercher", "x", *options, "--registre", str(tmp_path / "r.db")]) == 2
    assert capsys.readouterr().err.startswith("greffier : ")
