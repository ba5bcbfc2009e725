"""SCDL: every constraint of version 2.1.5 held, by Frictionless and by our own checks; what is inferred is told."""

import csv
import datetime
import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest
from frictionless import Package

from modeles.deliberation import (
    Collectivite,
    Decision,
    Effectifs,
    Personne,
    Presences,
    Procuration,
    Seance,
    Teletransmission,
    Vote,
)
from modeles.fiche import DeductionDite, Fiche, Origine, en_ligne
from modeles.texte import plier
from pipeline.erreurs import ErreurReglages
from pipeline.exports import Bilan, Demande, scdl, scdl_plus
from pipeline.exports._scdl_valeurs import COLONNES, VOTES, constats
from pipeline.sirets import lire_sirets, siret_valide

SIRET = "21300110000014"
ORIGINE = Origine(
    fichier="a.pdf", sha256="0" * 64, pages=1, rang=0, moteur="T", version="0", lu_le="2026-01-01T00:00:00Z"
)
PRESENT = Personne(civilite="Mme", prenom="Anne", nom="ROY", nom_complet="Anne ROY", qualite="maire")
ABSENT = Personne(nom="BLANC", nom_complet="Jean BLANC")


def deduction(champ: str, valeur: str, regle: str = "r") -> DeductionDite:
    return DeductionDite(champ=champ, valeur=valeur, regle=regle, raison="Parce que.")


RESTE = deduction("/decision/vote/pour", "9")
MATIERE = deduction("/matiere", "7.1", "matiere.imprimee")


def fiche(numero: str | None = "2022-1", **champs: Any) -> Fiche:
    base: dict[str, Any] = {
        "id": f"{'0' * 16}-{numero}",
        "statut": "complete",
        "origine": ORIGINE,
        "numero": numero,
        "objet": "Budget primitif",
        "collectivite": Collectivite(nom="Commune de Flaux"),
        "seance": Seance(date=datetime.date(2022, 3, 8)),
        "effectifs": Effectifs(en_exercice=11),
        "presences": Presences(presents=(PRESENT,), absents=(ABSENT,)),
        "procurations": (Procuration(mandant=ABSENT, mandataire=PRESENT),),
        "decision": Decision(vote=Vote(resultat="adopte", unanimite=True, pour=9)),
        "teletransmission": Teletransmission(
            identifiant="030-213001100-20220308-D1-DE", date_reception=datetime.date(2022, 3, 10)
        ),
        "deductions": (MATIERE, deduction("/collectivite/siren", "213001100")),
    }
    return Fiche(**(base | champs))


def ecrire(dossier: Path, *fiches: Fiche, sirets: Mapping[str, str] | None = None, plus: bool = False) -> Bilan:
    dossier.mkdir(exist_ok=True)
    demande = Demande(sirets=sirets or {})
    format_ = scdl_plus.ecrire if plus else scdl.ecrire
    return format_(map(en_ligne, fiches), dossier, demande)


def lire(fichier: Path) -> list[dict[str, str]]:
    with fichier.open(encoding="utf-8", newline="") as flux:
        return list(csv.DictReader(flux))


@pytest.mark.parametrize("plus", [False, True])
def test_frictionless_valide_le_paquet(tmp_path: Path, plus: bool) -> None:
    piege = 'Vente "=1+1" ;\nà M.\x00 X, ' + "très " * 3000 + "longue 🏛"
    bilan = ecrire(tmp_path / "x", fiche(), fiche("2022-2", objet=piege), fiche("=SOMME(A1)", objet=";"), plus=plus)
    assert bilan == Bilan(3)
    rapport = Package(str(tmp_path / "x" / "datapackage.json")).validate()
    assert rapport.valid, rapport.flatten(["title", "note"])
    lignes = lire(tmp_path / "x" / "deliberations.csv")
    assert [constats(x) for x in lignes] == [[], [], []]
    assert "\n" not in lignes[1]["DELIB_OBJET"]
    assert list(lignes[0]) == list(COLONNES)


def test_une_ligne_entiere(tmp_path: Path) -> None:
    ecrire(tmp_path, fiche())
    assert lire(tmp_path / "deliberations.csv") == [
        dict.fromkeys(COLONNES, "")
        | {
            "COLL_NOM": "Commune de Flaux", "COLL_SIRET": SIRET, "DELIB_ID": "2022-1", "DELIB_DATE": "2022-03-08",
            "DELIB_MATIERE_CODE": "7.1", "DELIB_MATIERE_NOM": "finances locales/décisions budgétaires",
            "DELIB_OBJET": "Budget primitif", "PREF_ID": "PREF030", "PREF_DATE": "2022-03-10", "VOTE_EFFECTIF": "11",
            "VOTE_REEL": "9", "VOTE_POUR": "9", "VOTE_CONTRE": "0", "VOTE_ABSTENTION": "0",
        }
    ]  # fmt: skip
    dites = [x["remarque"] for x in lire(tmp_path / "rapport.csv")]
    assert [x.partition(" ")[0] for x in dites] == ["COLL_SIRET", "PREF_ID", "VOTE_CONTRE"]


def test_le_siret_de_la_table_l_emporte_et_rien_n_est_alors_infere(tmp_path: Path) -> None:
    ecrire(tmp_path, fiche(teletransmission=Teletransmission()), sirets={plier("Commune de FLAUX"): "21300110000022"})
    assert lire(tmp_path / "deliberations.csv")[0]["COLL_SIRET"] == "21300110000022"
    assert [x["remarque"] for x in lire(tmp_path / "rapport.csv")] == [
        "VOTE_CONTRE et VOTE_ABSTENTION à zéro : le vote est dit unanime."
    ]


@pytest.mark.parametrize(
    ("champs", "raison"),
    [
        ({"numero": None}, "le numéro de la délibération manque"),
        ({"objet": None}, "l'objet manque"),
        ({"seance": Seance()}, "la date de la séance manque"),
        ({"collectivite": None}, "le nom de la collectivité manque"),
        ({"deductions": (MATIERE,)}, "le SIRET de la collectivité (donnez-le par --sirets) manque"),
        ({"deductions": (deduction("/collectivite/siren", "213001100"),)}, "la matière manque"),
        ({"decision": Decision(vote=Vote(resultat="rejete"))}, "la délibération n'est pas adoptée"),
    ],
)
def test_ce_qui_ne_peut_s_ecrire_est_refuse_avec_sa_raison(tmp_path: Path, champs: dict[str, Any], raison: str) -> None:
    bilan = ecrire(tmp_path, fiche(**champs))
    assert bilan.ecrites == 0
    assert bilan.refus[0].raison.startswith(raison)
    assert lire(tmp_path / "deliberations.csv") == []
    assert lire(tmp_path / "rapport.csv")[0]["ecrite"] == "non"


def test_un_numero_ne_sert_qu_une_fois_par_collectivite(tmp_path: Path) -> None:
    autre = (MATIERE, deduction("/collectivite/siren", "210100012"))
    bilan = ecrire(tmp_path, fiche(), fiche(), fiche(deductions=autre))
    assert (bilan.ecrites, len(bilan.refus)) == (2, 1)


@pytest.mark.parametrize(
    ("vote", "effectifs", "deductions", "comptes"),
    [
        (Vote(resultat="adopte", pour=7, contre=2, abstentions=1), 11, (), ("11", "10", "7", "2", "1")),
        (
            Vote(resultat="adopte", unanimite=True),
            11,
            (deduction("/decision/vote/pour", "9"),),
            ("11", "9", "9", "0", "0"),
        ),
        (Vote(resultat="adopte", unanimite=True, pour=8, abstentions=1), 11, (), ("11", "9", "8", "0", "1")),
        (Vote(resultat="adopte", unanimite=True), 11, (), ("",) * 5),
        (Vote(resultat="adopte", pour=7, contre=2), 11, (), ("",) * 5),
        (Vote(resultat="adopte", pour=7, contre=2, abstentions=1), None, (), ("",) * 5),
        (Vote(resultat="adopte", pour=12, contre=0, abstentions=0), 11, (), ("",) * 5),
        (
            Vote(resultat="adopte", pour=7, contre=2, abstentions=1, ne_prend_pas_part=1),
            11,
            (),
            ("11", "10", "7", "2", "1"),
        ),
    ],
)
def test_les_cinq_comptes_ou_aucun(
    tmp_path: Path, vote: Vote, effectifs: int | None, deductions: tuple[DeductionDite, ...], comptes: tuple[str, ...]
) -> None:
    base = (MATIERE, deduction("/collectivite/siren", "213001100"))
    ecrire(tmp_path, fiche(decision=Decision(vote=vote), effectifs=Effectifs(en_exercice=effectifs),
                           deductions=(*base, *deductions)))  # fmt: skip
    ligne = lire(tmp_path / "deliberations.csv")[0]
    assert tuple(ligne[c] for c in VOTES) == comptes


def test_une_reception_avant_la_seance_reste_vide(tmp_path: Path) -> None:
    tampon = Teletransmission(date_reception=datetime.date(2022, 3, 1))
    ecrire(tmp_path, fiche(teletransmission=tampon))
    assert lire(tmp_path / "deliberations.csv")[0]["PREF_DATE"] == ""
    assert "précède" in lire(tmp_path / "rapport.csv")[1]["remarque"]


def test_une_matiere_proposee_est_dite(tmp_path: Path) -> None:
    proposee = deduction("/matiere", "8.5", "matiere.objet")
    ecrire(tmp_path, fiche(deductions=(proposee, deduction("/collectivite/siren", "213001100"))))
    assert any(x["remarque"].startswith("DELIB_MATIERE_CODE proposé") for x in lire(tmp_path / "rapport.csv"))


@pytest.mark.parametrize(
    "faux",
    [
        {"COLL_SIRET": "21300110000013"},
        {"DELIB_MATIERE_NOM": "finances locales/emprunts"},
        {"PREF_DATE": "2022-03-07"},
        {"BUDGET_ANNEE": "2022"},
        {"VOTE_CONTRE": ""},
        {"VOTE_REEL": "10"},
        {"VOTE_EFFECTIF": "8"},
    ],
)
def test_nos_controles_voient_ce_que_frictionless_ignore(tmp_path: Path, faux: dict[str, str]) -> None:
    ecrire(tmp_path, fiche())
    ligne = lire(tmp_path / "deliberations.csv")[0]
    assert constats(ligne) == []
    assert constats(ligne | faux) != []


def test_les_presences_et_les_procurations_suivent(tmp_path: Path) -> None:
    ecrire(tmp_path, fiche(), fiche(None), plus=True)
    cle = {"COLL_SIRET": SIRET, "DELIB_ID": "2022-1"}
    assert lire(tmp_path / "presences.csv") == [
        cle | {"ETAT": "present", "CIVILITE": "Mme", "PRENOM": "Anne", "NOM": "ROY", "QUALITE": "maire"},
        cle | {"ETAT": "absent", "CIVILITE": "", "PRENOM": "", "NOM": "BLANC", "QUALITE": ""},
    ]
    assert lire(tmp_path / "procurations.csv") == [cle | {"MANDANT": "Jean BLANC", "MANDATAIRE": "Anne ROY"}]


def test_deux_fois_les_memes_octets(tmp_path: Path) -> None:
    for nom in ("a", "b"):
        ecrire(tmp_path / nom, fiche(), fiche(None), plus=True)
    assert {f.name: f.read_bytes() for f in (tmp_path / "a").iterdir()} == {
        f.name: f.read_bytes() for f in (tmp_path / "b").iterdir()
    }
    assert json.loads((tmp_path / "a" / "datapackage.json").read_text())["resources"]


@pytest.mark.parametrize(
    ("siret", "valide"), [(SIRET, True), ("21300110000013", False), ("35600000049837", True), ("1", False)]
)
def test_la_cle_du_siret(siret: str, valide: bool) -> None:
    assert siret_valide(siret) is valide


def test_la_table_des_sirets(tmp_path: Path) -> None:
    table = tmp_path / "t.csv"
    table.write_text(f"﻿nom;siret\nCommune  de Flaux;{SIRET[:3]} {SIRET[3:]}\n", encoding="utf-8")
    assert lire_sirets(table) == {"commune de flaux": SIRET}


@pytest.mark.parametrize(
    "contenu", [b"a,b\n", b"nom,siret\nX,123\n", b"nom,siret\n,21300110000014\n", b"nom,siret\n\xff\n"]
)
def test_une_table_fausse_est_refusee(tmp_path: Path, contenu: bytes) -> None:
    table = tmp_path / "t.csv"
    table.write_bytes(contenu)
    with pytest.raises(ErreurReglages):
        lire_sirets(table)
    with pytest.raises(ErreurReglages):
        lire_sirets(tmp_path / "absente.csv")
