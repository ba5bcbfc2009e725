"""Raw OCR text of an invented council, read with English data: the whole chain but the images.

The text is our own; its errors are those that Tesseract makes on French with ``eng``: I' for l', é for è and ê, & for
à, bullets read as letters, capitals without accents, a name of the signature block misread.
"""

from pathlib import Path

import pytest
from fabrique import noms

from modeles.lecture import Lecture
from pipeline.chaine import lire
from pipeline.reglages import Reglages

TEXTE = Path(__file__).parent / "donnees" / "graine_maison.txt"


@pytest.fixture(scope="module")
def lecture() -> Lecture:
    return lire(TEXTE, Reglages(), texte=True)


def test_la_fiche(lecture: Lecture) -> None:
    (fiche,) = noms(lecture.model_dump(mode="json")["deliberations"])
    organe = fiche["collectivite"].pop("organe")
    assert organe.lower() == "conseil communautaire"
    assert fiche == {
        "collectivite": {"nom": "Communauté de communes des Trois Vallées", "departement": "Bouches-du-Rhône"},
        "numero": "CC/140622/31",
        "objet": "Adhésion au Parc naturel régional des Monts d'Azur (2023/2026)",
        "rapporteur": "Hervé CASTELNAU",
        "seance": {
            "date": "2022-06-14", "heure": "18:30", "lieu": None, "nature": None, "date_convocation": None,
            "date_affichage": None, "president": "Gilbert LANTELME", "secretaire": "Noémie SAVOURNIN",
        },
        "effectifs": {"en_exercice": None, "presents": None, "votants": None, "quorum": None},
        "presences": {
            "presents": [
                "Noémie SAVOURNIN", "Jean-Paul BREMOND", "Hervé CASTELNAU", "Gilbert LANTELME", "Maryse DAUMAS",
                "Rémi ESTRANGIN", "Patrice OLIVE", "Solange MICHELIS",
            ],
            "absents": ["Didier VAUQUELIN"],
            "excuses": [],
        },
        "procurations": [
            {"mandant": "Yvette PELLISSON", "mandataire": "Patrice OLIVE"},
            {"mandant": "Raoul GAUTIER", "mandataire": "Gilbert LANTELME"},
        ],
        "visas": [
            "Le Code Général des Collectivités Territoriales",
            "La loi n°2016-1087 du 8 août 2016 pour la reconquête de la biodiversité",
            "La délibération n°CC/150321/12 du 15 mars 2021 portant définition de l'intérêt communautaire",
            "L'avis de la commission Environnement du 2 juin 2022",
        ],
        "considerants": [
            "L'intérêt pour la Communauté de participer à une démarche de protection",
            (
                "Le rôle de la Communauté en matière de développement durable, d'insertion et de tourisme"
            ),
        ],
        "decision": {
            "articles": [
                {
                    "numero": "1",
                    "texte": "Est approuvée l'adhésion de la Communauté au Parc naturel régional des Monts d'Azur",
                },
                {
                    "numero": "2",
                    "texte": "Monsieur le Président ou son représentant est autorisé à signer tout document relatif à "
                    "cette adhésion",
                },
            ],
            "vote": {
                "resultat": "adopte", "unanimite": True, "pour": None, "contre": None, "abstentions": None,
                "ne_prend_pas_part": None, "noms_contre": [], "noms_abstention": [], "noms_ne_prend_pas_part": [],
            },
        },
        "signataires": [{"nom": "Gilbert LANTELME", "qualite": "Président de la Communauté de communes"}],
        "teletransmission": {
            "identifiant": None, "date_envoi": None, "date_reception": None, "date_publication": None,
        },
    }  # fmt: skip


def test_ce_qui_fut_repare_garde_ce_qui_fut_lu(lecture: Lecture) -> None:
    loi = lecture.sources["/deliberations/0/visas/1"]
    assert "8 aot 2016 pour la reconquéte" in loi.brut
    assert loi.nature == "corrige"
    assert any(c.startswith("formules.tsv:") for c in loi.corrections)
    signature = lecture.sources["/deliberations/0/signataires/0/nom"]
    assert signature.brut.endswith("LANTELMF")
    assert (signature.nature, signature.regle) == ("corrige", "signataires.nom+role")


def test_les_nombres_et_les_noms_restent_tels_quels(lecture: Lecture) -> None:
    for pointeur, source in lecture.sources.items():
        if pointeur.endswith(("/numero", "/nom_complet", "/date")) and source.nature == "lu":
            assert source.corrections == (), pointeur
    assert lecture.sources["/deliberations/0/numero"].brut == "CC/140622/31"


def test_statut(lecture: Lecture) -> None:
    assert lecture.statut == "complete"
    assert lecture.document.pages == 1
