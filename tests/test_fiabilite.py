"""The confidence of a value: what makes it rise or fall, and the tool that fits it and tells whether it is true."""

import random

import pytest
from documents import ACTE
from fabrique import lire, mot

from modeles.lecture import Trouvaille
from outils.fiabilite import Valeur, ajuster, rapport
from pipeline.etapes.validation import valider


def confiance(texte: str, pointeur: str) -> float:
    return lire(texte).sources[f"/deliberations/0/{pointeur}"].confiance


PRESENT = "presences/presents/1/nom_complet"
COMPTE = "En exercice : 7\nPrésents : {}\nÉtaient présents"


def test_un_compte_qui_tombe_juste_rassure_et_un_compte_faux_inquiete() -> None:
    juste, faux = (ACTE.replace("Étaient présents", COMPTE.format(n)) for n in (4, 6))
    assert confiance(juste, PRESENT) > confiance(faux, PRESENT)


def test_un_mot_illisible_inquiete() -> None:
    def numero(lisible: float) -> float:
        arbre = {"numero": Trouvaille(valeur="12", mots=(mot("12", confiance=lisible),), regle="titre.numero")}
        source = valider([arbre], (), lire(ACTE).document).sources["/deliberations/0/numero"]
        assert source.lisibilite == lisible
        return source.confiance

    assert numero(0.95) > numero(0.2)


def test_les_morceaux_d_une_personne_ont_la_meme_confiance() -> None:
    sources = lire(ACTE).sources
    base = "/deliberations/0/presences/presents/1/"
    assert len({sources[base + part].confiance for part in ("nom", "prenom", "civilite", "nom_complet")}) == 1


def test_une_valeur_peu_sure_est_a_verifier(monkeypatch: pytest.MonkeyPatch) -> None:
    """One anomaly a field, at its worst value; the document is no longer complete."""
    monkeypatch.setattr("pipeline.etapes.fiabilite._poids", lambda: {"base": 3.0, "champ:presences.presents": -4.0})
    lecture = lire(ACTE)
    (doute,) = [a for a in lecture.anomalies if a.code == "valeur-incertaine"]
    assert doute.champ is not None
    assert doute.champ.startswith("/deliberations/0/presences/presents/")
    assert doute.champ.endswith("/nom_complet")
    assert lecture.statut == "partielle"


def test_l_ajustement_retrouve_ce_qui_se_trompe() -> None:
    """Values that bear an index right three times in four, others always: the table says so."""
    alea = random.Random(7)
    sures = [Valeur("objet", ("base", "champ:objet"), 0.9, True) for _ in range(400)]
    douteuses = [Valeur("numero", ("base", "champ:numero"), 0.9, alea.random() < 0.75) for _ in range(400)]
    table = ajuster([*sures, *douteuses])
    assert table["champ:objet"][0] > 1 > table["champ:numero"][0]
    assert table["base"][1:] == (400 + sum(v.juste for v in douteuses), 400 - sum(v.juste for v in douteuses))
    _, ligne = rapport([*sures, *douteuses])
    assert ligne.split()[3:5] == ["800", "0.900"]
