"""Step 6: trees of findings become strict records, one source a leaf, and nothing else."""

import datetime
from collections.abc import Iterator
from typing import Any

import pytest
from fabrique import DOCUMENT, mot, pages
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from modeles.deliberation import Article, Deliberation, Effectifs, Personne, Seance, Vote
from modeles.lecture import Anomalie, Lecture, Source, Trouvaille
from modeles.page import Ligne, Page
from modeles.texte import Mot
from pipeline.etapes.validation import valider

Arbre = dict[str, Any]


def feuilles(noeud: Any, pointeur: str = "") -> Iterator[tuple[str, Any]]:
    """(JSON Pointer, value) of each non-null leaf."""
    if isinstance(noeud, dict):
        for cle, valeur in noeud.items():
            yield from feuilles(valeur, f"{pointeur}/{cle}")
    elif isinstance(noeud, list):
        for rang, valeur in enumerate(noeud):
            yield from feuilles(valeur, f"{pointeur}/{rang}")
    elif noeud is not None:
        yield pointeur, noeud


def une_source_par_feuille(lecture: Lecture) -> None:
    lues = dict(feuilles(lecture.model_dump(mode="json")["deliberations"], "/deliberations"))
    assert lues.keys() == lecture.sources.keys()
    for pointeur, valeur in lues.items():
        assert lecture.feuille(pointeur) == valeur


# --- Any tree ---------------------------------------------------------------------------------------------------------

MOTS = st.builds(
    lambda texte, numero, x, y, sur: mot(texte, numero, x, y, sur),
    st.sampled_from(["Anne", "ROY", "12", "mars", "2021"]),
    st.integers(1, 3),
    st.floats(0, 500),
    st.floats(0, 800),
    st.floats(0, 1),
)


def trouvailles(valeurs: st.SearchStrategy[Any]) -> st.SearchStrategy[Trouvaille[Any]]:
    return st.builds(
        lambda v, m, n: Trouvaille(valeur=v, mots=tuple(m), regle="essai", nature=n),
        valeurs,
        st.lists(MOTS, min_size=1, max_size=4),
        st.sampled_from(["lu", "corrige"]),
    )


def ou_rien(valeurs: st.SearchStrategy[Any]) -> st.SearchStrategy[Any]:
    return st.none() | trouvailles(valeurs)


def listes(strategie: st.SearchStrategy[Any]) -> st.SearchStrategy[Any]:
    return st.lists(strategie, max_size=3).map(tuple)


TEXTES = st.text(min_size=1, max_size=8)
COMPTES = st.integers(0, 99)
DATES = st.dates()
PERSONNES = st.builds(
    Personne,
    civilite=st.sampled_from(["M.", "Mme", "Mlle", None]),
    prenom=st.none() | TEXTES,
    nom=TEXTES,
    nom_complet=TEXTES,
    qualite=st.none() | TEXTES,
)
NOMS = listes(trouvailles(PERSONNES))
VOTES = st.fixed_dictionaries(
    {},
    optional={
        "resultat": trouvailles(st.sampled_from(["adopte", "rejete", "prend_acte"])),
        "unanimite": ou_rien(st.booleans()),
        "pour": ou_rien(COMPTES),
        "contre": ou_rien(COMPTES),
        "noms_contre": NOMS,
        "noms_abstention": NOMS,
    },
)
ARBRES = st.fixed_dictionaries(
    {},
    optional={
        "collectivite": st.none()
        | st.fixed_dictionaries({"nom": trouvailles(TEXTES)}, optional={"organe": ou_rien(TEXTES)}),
        "numero": ou_rien(TEXTES),
        "objet": ou_rien(TEXTES),
        "rapporteur": ou_rien(PERSONNES),
        "seance": st.fixed_dictionaries(
            {}, optional={"date": ou_rien(DATES), "heure": ou_rien(st.just("19:05")), "president": ou_rien(PERSONNES)}
        ),
        "effectifs": st.fixed_dictionaries({}, optional={"presents": ou_rien(COMPTES), "quorum": ou_rien(COMPTES)}),
        "presences": st.fixed_dictionaries({}, optional={"presents": NOMS, "excuses": NOMS}),
        "procurations": listes(
            st.fixed_dictionaries({"mandant": trouvailles(PERSONNES), "mandataire": ou_rien(PERSONNES)})
        ),
        "visas": listes(trouvailles(TEXTES)),
        "considerants": listes(trouvailles(TEXTES)),
        "decision": st.fixed_dictionaries(
            {},
            optional={
                "articles": listes(st.fixed_dictionaries({"numero": ou_rien(TEXTES), "texte": trouvailles(TEXTES)})),
                "vote": VOTES,
            },
        ),
        "signataires": listes(st.fixed_dictionaries({"nom": trouvailles(TEXTES), "qualite": ou_rien(TEXTES)})),
        "teletransmission": st.fixed_dictionaries({}, optional={"date_envoi": ou_rien(DATES)}),
    },
)


@given(st.lists(ARBRES, max_size=3))
def test_une_source_par_feuille_et_une_feuille_par_source(arbres: list[Arbre]) -> None:
    une_source_par_feuille(valider(arbres, (), DOCUMENT))


@given(st.lists(ARBRES, max_size=2))
def test_aller_et_retour_par_json(arbres: list[Arbre]) -> None:
    lecture = valider(arbres, (), DOCUMENT)
    # "statut" is computed: it is written, never read
    assert Lecture.model_validate_json(lecture.model_dump_json(exclude={"statut"})) == lecture
    for deliberation in lecture.deliberations:
        assert Deliberation.model_validate_json(deliberation.model_dump_json()) == deliberation


@given(st.lists(ARBRES, max_size=2))
def test_chaque_source_dit_ou_comment_et_avec_quelle_surete(arbres: list[Arbre]) -> None:
    for source in valider(arbres, (), DOCUMENT).sources.values():
        assert source.endroits
        assert source.brut
        assert source.regle == "essai"
        assert 0 <= source.lisibilite <= 1
        assert 0 < source.confiance < 1


# --- Sources ----------------------------------------------------------------------------------------------------------


def trouve(valeur: Any, *mots: Mot) -> Trouvaille[Any]:
    return Trouvaille(valeur=valeur, mots=mots or (mot("x"),), regle="essai")


def source(*mots: Mot, feuilles: tuple[Page, ...] = ()) -> Source:
    return valider([{"numero": trouve("12", *mots)}], feuilles, DOCUMENT).sources["/deliberations/0/numero"]


def test_une_boite_par_ligne_imprimee() -> None:
    lue = source(mot("Anne", x=400, y=100), mot("ROY", x=425, y=100), mot("DIT", x=70, y=112))
    assert [e.boite for e in lue.endroits] == [(400, 100, 440, 110), (70, 112, 85, 122)]
    assert lue.brut == "Anne ROY DIT"


def test_une_boite_par_page() -> None:
    lue = source(mot("Noé-", 1, 400, 800), mot("mie", 2, 70, 60))
    assert [(e.page, e.boite[0]) for e in lue.endroits] == [(1, 400), (2, 70)]


def test_les_boites_sont_celles_de_la_page_telle_que_rangee() -> None:
    """A page fed upside down: what is read at the top left stands at the bottom right."""
    demi_tour = (-1.0, 0.0, 595.0, 0.0, -1.0, 842.0, 0.0, 0.0, 1.0)
    feuille = Page(numero=1, largeur=595, hauteur=842, origine="ocr", lignes=(Ligne(mots=(mot("12"),), bloc=0),),
                   vers_scan=demi_tour)  # fmt: skip
    (endroit,) = source(mot("12", x=70, y=60), feuilles=(feuille,)).endroits
    assert endroit.boite == (595 - 80, 842 - 70, 595 - 70, 842 - 60)


def test_le_mot_le_moins_sur_fait_la_lisibilite_et_la_correction_la_nature() -> None:
    faux = Mot(texte="l'eau", brut="I'eau", page=1, boite=(0, 0, 9, 9), confiance=0.3, correction="formules.tsv:l-I")
    lue = source(mot("de", confiance=0.9), faux, faux)
    assert (lue.lisibilite, lue.nature, lue.corrections) == (0.3, "corrige", ("formules.tsv:l-I",))
    assert lue.brut == "de I'eau I'eau"
    assert source(mot("de")).nature == "lu"


# --- Statut and anomalies ---------------------------------------------------------------------------------------------

COMPLET: Arbre = {
    "collectivite": {"nom": trouve("Commune de Bellerive")},
    "objet": trouve("Budget"),
    "seance": {"date": trouve(datetime.date(2021, 3, 12))},
    "decision": {"vote": {"resultat": trouve("adopte")}},
}


def codes(lecture: Lecture) -> list[str]:
    return [a.code for a in lecture.anomalies]


def test_complete() -> None:
    lecture = valider([COMPLET], pages("Le Conseil"), DOCUMENT)
    assert (lecture.statut, codes(lecture)) == ("complete", [])


@pytest.mark.parametrize(
    ("champ", "code"),
    [
        ("collectivite", "collectivite-absente"),
        ("objet", "objet-absent"),
        ("seance", "date-absente"),
        ("decision", "resultat-absent"),
    ],
)
def test_ce_qui_manque_est_une_anomalie(champ: str, code: str) -> None:
    lecture = valider([COMPLET, {k: v for k, v in COMPLET.items() if k != champ}], (), DOCUMENT)
    assert lecture.statut == "partielle"
    (anomalie,) = lecture.anomalies
    assert anomalie.code == code
    assert anomalie.champ is not None
    assert anomalie.champ.startswith(f"/deliberations/1/{champ}")


def test_echec_sans_acte() -> None:
    lecture = valider([], (), DOCUMENT)
    assert (lecture.statut, codes(lecture), lecture.sources) == ("echec", ["aucun-acte"], {})


@pytest.mark.parametrize(("gravite", "statut"), [("info", "complete"), ("doute", "partielle"), ("erreur", "partielle")])
def test_le_statut_se_calcule_des_anomalies(gravite: Any, statut: str) -> None:
    anomalie = Anomalie(code="page-blanche", gravite=gravite, message="Page blanche.", page=2)
    blanche = Page(numero=2, largeur=595, hauteur=842, origine="vide", anomalies=(anomalie,))
    lecture = valider([COMPLET], (blanche,), DOCUMENT)
    assert (lecture.statut, lecture.anomalies) == (statut, (anomalie,))


def test_les_controles_de_chaque_acte_sont_gardes() -> None:
    def controle(deliberation: Deliberation, rang: int) -> list[Anomalie]:
        return [Anomalie(code="essai", gravite="doute", message=f"{rang} : {deliberation.objet}")]

    lecture = valider([COMPLET, COMPLET], (), DOCUMENT, controle)
    assert [a.message for a in lecture.anomalies] == ["0 : Budget", "1 : Budget"]


@pytest.mark.parametrize(("confiance", "attendus"), [(0.2, ["lecture-incertaine"]), (0.9, [])])
def test_un_numero_a_peine_lisible_est_a_relire(confiance: float, attendus: list[str]) -> None:
    lecture = valider([COMPLET | {"numero": trouve("12", mot("12", confiance=confiance))}], (), DOCUMENT)
    assert codes(lecture) == attendus
    assert lecture.statut == ("partielle" if attendus else "complete")


def test_le_statut_ne_se_pose_pas() -> None:
    with pytest.raises(ValidationError):
        Lecture(document=DOCUMENT, statut="complete")  # type: ignore[call-arg]


@pytest.mark.parametrize("pointeur", ["/deliberations/1", "/deliberations/x", "/inconnu", "/deliberations/0/objet/0"])
def test_feuille_inconnue(pointeur: str) -> None:
    with pytest.raises(KeyError):
        valider([COMPLET], (), DOCUMENT).feuille(pointeur)


# --- Strict, frozen, closed -------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "arbre",
    [
        {"effectifs": {"presents": trouve("12")}},
        {"decision": {"vote": {"pour": trouve("12")}}},
        {"decision": {"vote": {"unanimite": trouve(1)}}},
        {"decision": {"vote": {"resultat": trouve("adoptée")}}},
        {"effectifs": {"presents": trouve(-1)}},
        {"seance": {"date": trouve("2021-03-12")}},
        {"seance": {"heure": trouve("24:00")}},
        {"numero": trouve(12)},
        {"inconnu": trouve("x")},
        {"rapporteur": trouve("Anne ROY")},
    ],
)
def test_une_trouvaille_du_mauvais_type_est_un_defaut(arbre: Arbre) -> None:
    with pytest.raises(ValidationError):
        valider([COMPLET | arbre], (), DOCUMENT)


@pytest.mark.parametrize(
    ("modele", "champ", "valeur"),
    [
        (Deliberation(), "objet", "Budget"),
        (Seance(), "heure", "19:00"),
        (Vote(), "pour", 3),
        (Effectifs(), "votants", 3),
        (Personne(nom="ROY", nom_complet="Anne ROY"), "nom", "DUPONT"),
        (mot("ROY"), "texte", "ROI"),
        (valider([COMPLET], (), DOCUMENT), "deliberations", ()),
    ],
)
def test_fige(modele: Any, champ: str, valeur: Any) -> None:
    with pytest.raises(ValidationError):
        setattr(modele, champ, valeur)


@pytest.mark.parametrize("vide", [{"nom": "", "nom_complet": "Anne"}, {"nom": "ROY", "nom_complet": ""}])
def test_jamais_de_texte_vide(vide: dict[str, str]) -> None:
    with pytest.raises(ValidationError):
        Personne(**vide)  # type: ignore[arg-type]
    with pytest.raises(ValidationError):
        Article(texte="")
