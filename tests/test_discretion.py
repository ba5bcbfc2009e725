"""Personal data: private persons are found in turns of phrase that nothing was tuned on, officials stay, nothing leaks
through what stands beside the texts, and an export says what it did."""

import csv
import json
import stat
import subprocess
from pathlib import Path
from typing import Any

import pytest
from exportateur import exporter, sommes_justes
from jsonschema import Draft202012Validator

from modeles.fiche import Arbre, Profil
from outils.banc_discretion import composes, compter
from pipeline.discretion.noms import nommes
from pipeline.discretion.officiels import Officiel, accord
from pipeline.discretion.profils import BRUT_MASQUE, PROFILS, masquer
from pipeline.discretion.reperage import relever
from pipeline.exports import schema

RACINE = Path(__file__).parent.parent
CLE = b"c" * 32
ROY = Officiel(frozenset({"roy"}), ("anne",), "Mme")


def test_rappel_sur_des_phrases_ecrites_avant() -> None:
    comptes = [compter(c) for c in composes("prives_reserve", 60)]
    plantes, fuites = sum(c.plantes for c in comptes), [f for c in comptes for f in c.fuites]
    assert plantes > 250
    assert len(fuites) <= 0.01 * plantes, fuites
    assert sum(c.officiels for c in comptes) > 60
    assert [m for c in comptes for m in c.masques] == []


@pytest.mark.parametrize(
    ("texte", "attendus"),
    [
        ("la vente à M. et Mme Jean DUPONT née MARTIN", ["Jean DUPONT née MARTIN"]),
        ("MM. DURAND, Le Goff et Petit sont désignés", ["DURAND", "Le Goff", "Petit"]),
        ("les consorts Boulanger et la famille d'Hauteville", ["Boulanger", "d'Hauteville"]),
        ("la demande de FERREIRA DA SILVA Ousmane", ["FERREIRA DA SILVA Ousmane"]),
        ("VENTE D'UN TERRAIN A M. JEAN DUPONT", ["JEAN DUPONT"]),
        ("Maître LÊ VAN, notaire", ["LÊ VAN"]),
        ("Monsieur Le Maire, Madame LA PRÉSIDENTE, M. le Préfet, Mme la Sous-Préfète", []),
        ("rue du Docteur Roux, école Jules Ferry, avenue du Général-de-Gaulle, square Louise Michel", []),
        ("le SIVOM du Val d'Ance, la SARL Dupont, la loi Macron, la commune de Saint-Aubin", []),
        ("M. DUMONT Projet urbain", ["DUMONT"]),
    ],
)
def test_noms(texte: str, attendus: list[str]) -> None:
    assert [texte[n.debut : n.fin] for n in nommes(texte)] == attendus


@pytest.mark.parametrize(
    ("nom", "civilite", "dit"),
    [
        ("Anne ROY", None, "oui"), ("ROY Anne", "Mme", "oui"), ("A. ROY", None, "oui"), ("Roy", "Mme", "par_le_nom"),
        ("ROY", "M.", "non"), ("Paul ROY", None, "non"), ("Anne ROI", None, "oui"), ("Anne DUPONT", None, "non"),
    ],
)  # fmt: skip
def test_un_parent_n_est_pas_l_elu(nom: str, civilite: str | None, dit: str) -> None:
    assert accord(nom, civilite, [ROY]) == dit


@pytest.mark.parametrize(
    "texte",
    [
        "M. Jean DUPONT, maire de Flaux", "l'adjointe Anne BLANC", "Mme Anne BLANC, conseillère départementale",
        "sous la présidence de M. BLANC", "Jean BLANC, en qualité de président du syndicat mixte",
    ],
)  # fmt: skip
def test_une_charge_publique_reste(texte: str) -> None:
    releve = relever({"/objet": texte}, [])["/objet"]
    assert releve.reperes == ()
    assert len(releve.doutes) == 1


def test_le_president_d_une_association_n_est_pas_un_elu() -> None:
    assert relever({"/objet": "M. Jean DUPONT, président de l'association"}, [])["/objet"].reperes


def test_un_nom_connu_ailleurs_est_trouve_sans_annonce() -> None:
    releves = relever({"/objet": "Contentieux DEBRUYNE", "/visas/0": "la requête de M. Géry DEBRUYNE"}, [])
    assert [r.identite for p in releves for r in releves[p].reperes] == ["debruyne gery"] * 2


# --- A record ---------------------------------------------------------------------------------------------------------


def acte(**champs: Any) -> Arbre:
    vides: dict[str, Any] = {c: [] for c in ("sources", "anomalies", "deductions", "references", "effets", "visas",
                                             "considerants", "procurations", "signataires")}  # fmt: skip
    membre = {"civilite": "Mme", "prenom": "Anne", "nom": "ROY", "nom_complet": "Anne ROY", "qualite": "maire"}
    return {
        "id": "0-1", "objet": "Vente", "collectivite": {"nom": "Commune de Flaux", "organe": None}, "rapporteur": None,
        "seance": {"president": membre, "secretaire": None}, "presences": {"presents": [membre], "absents": []},
        "decision": {"articles": [], "vote": {"noms_contre": [], "noms_abstention": [], "noms_ne_prend_pas_part": []}},
        "profil": "interne", "origine": {"fichier": "vente DUPONT.PDF", "sha256": "a" * 64},
    } | vides | champs  # fmt: skip


def masque(profil: Profil = "public", **champs: Any) -> Arbre:
    return masquer(acte(**champs), profil, CLE).arbre


def test_rien_ne_fuit_a_cote() -> None:
    texte = "la demande de M. Jean DUPONT, 12 rue des Lilas, 06 01 02 03 04, né le 3 mars 1951, j.d@exemple.fr"
    rendu = masque(
        visas=[texte],
        sources=[{"champ": "/visas/0", "brut": "la demande de M. Jean DUP0NT"}, {"champ": "/objet", "brut": "Vente"}],
        anomalies=[{"champ": "/visas/0", "message": "Lu « DUPONT »", "extrait": "M. Jean DUPONT"}],
        deductions=[{"champ": "/matiere", "valeur": "3.2", "raison": "« vente à DUPONT » dans l'objet"}],
    )
    dit = json.dumps(rendu, ensure_ascii=False)
    assert not any(x in dit for x in ("DUP", "Lilas", "06 01", "1951", "exemple.fr"))
    assert rendu["visas"] == ["la demande de M. [personne], [adresse], [téléphone], né le [naissance], [courriel]"]
    assert [s["brut"] for s in rendu["sources"]] == [BRUT_MASQUE, "Vente"]
    assert rendu["origine"]["fichier"] == "a" * 16 + ".pdf"
    assert rendu["seance"]["president"]["nom_complet"] == "Anne ROY"


def test_les_references_suivent_le_texte() -> None:
    texte = "la lettre de M. Jean DUPONT et la loi n° 82-213 du 2 mars 1982"
    debut = texte.index("loi")
    reference = {"champ": "/visas/0", "debut": debut, "fin": len(texte), "reference": {"texte": texte[debut:]}}
    rendu = masque(visas=[texte], references=[reference])
    (cite,) = rendu["references"]
    assert rendu["visas"][0][cite["debut"] : cite["fin"]] == texte[debut:]


def test_pseudonymes() -> None:
    def nom(profil: Profil, cle: bytes, visa: str, corps: str = "Commune de Flaux") -> str:
        arbre = acte(visas=[visa], collectivite={"nom": corps, "organe": None})
        return str(masquer(arbre, profil, cle).arbre["visas"][0])

    un = nom("recherche", CLE, "M. Jean DUPONT")
    assert un.startswith("M. [personne ")
    assert nom("recherche", CLE, "M. DUPONT Jean") == un  # one person, one pseudonym
    assert nom("recherche", b"d" * 32, "M. Jean DUPONT") != un  # another key, another pseudonym
    assert nom("recherche", CLE, "M. Jean DUPONT", "Commune de Mons") != un  # not followed from one body to another
    assert nom("public", CLE, "M. Jean DUPONT") == "M. [personne]"
    assert nom("interne", CLE, "M. Jean DUPONT") == "M. Jean DUPONT"


# --- The command ------------------------------------------------------------------------------------------------------


@pytest.fixture
def maison(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))
    return tmp_path


def test_public_refuse_les_doutes_sauf_force(
    echantillons: str, maison: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert exporter(echantillons, maison / "jeu", "jsonl", "--profil", "public") == 6
    assert "--forcer" in capsys.readouterr().err
    assert list(maison.iterdir()) == []
    assert exporter(echantillons, maison / "jeu", "jsonl", "--profil", "public", "--forcer") == 0
    assert "Forcé" in capsys.readouterr().err
    assert exporter(echantillons, maison / "jeu", "jsonl", "--profil", "public", "--statut", "complete") == 0


@pytest.mark.parametrize("profil", PROFILS)
def test_chaque_profil_s_exporte(echantillons: str, maison: Path, profil: str) -> None:
    for nom in ("un", "deux"):
        assert exporter(echantillons, maison / "neuf" / nom, "jeu", "--profil", profil, "--forcer") == 0
        assert sommes_justes(maison / "neuf" / nom)
    maison /= "neuf"
    assert (maison / "un/SHA256SUMS").read_bytes() == (maison / "deux/SHA256SUMS").read_bytes()
    verifier = Draft202012Validator(schema.schema())
    for ligne in (maison / "un/deliberations.jsonl").read_text().splitlines():
        lue = json.loads(ligne)
        verifier.validate(lue)
        assert lue["profil"] == profil
    rapport = maison / "un-donnees-personnelles.csv"
    assert rapport.exists() == (profil != "interne")
    if rapport.exists():
        assert stat.S_IMODE(rapport.stat().st_mode) == 0o600
        a_verifier = [bool(x["a_verifier"]) for x in csv.DictReader(rapport.open(encoding="utf-8"))]
        assert a_verifier == sorted(a_verifier, reverse=True)


def test_la_cle_est_gardee_a_part(echantillons: str, maison: Path, capsys: pytest.CaptureFixture[str]) -> None:
    recherche = ("jsonl", "--profil", "recherche")
    assert exporter(echantillons, maison / "jeu", *recherche) == 0
    cle = maison / "config/greffier/pseudonymes.cle"
    assert stat.S_IMODE(cle.stat().st_mode) == 0o600
    assert cle.read_text().strip() not in (maison / "jeu/deliberations.jsonl").read_text()
    assert exporter(echantillons, maison / "jeu", *recherche, "--cle", str(maison / "jeu/cle")) == 3
    (maison / "faux").write_text("secret")
    assert exporter(echantillons, maison / "jeu", *recherche, "--cle", str(maison / "faux")) == 3
    assert "64 chiffres" in capsys.readouterr().err


def test_les_scans_ne_se_masquent_pas(echantillons: str, maison: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert exporter(echantillons, maison / "x", "alto", "--profil", "public") == 3
    assert "pages entières" in capsys.readouterr().err


def test_rien_n_est_dit_anonyme() -> None:
    suivis = subprocess.run(["git", "ls-files", "*.py", "*.md", "*.tsv"], cwd=RACINE, capture_output=True, check=True)
    mot = "anon" + "ym"
    dits = [f for f in suivis.stdout.decode().split() if mot in (RACINE / f).read_text(encoding="utf-8").lower()]
    assert [f for f in dits if not f.startswith("tests/")] == []
