"""The samples are what they claim: complete, of the contract's shape, and coherent except where they should not be."""

import datetime
import json
import re
import unicodedata
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from echantillons import defauts, maquette
from modeles.deliberation import Deliberation

ICI = Path(maquette.__file__).parent
SLUGS = sorted(p.stem for p in (ICI / "sources").glob("*.html"))
PERSONNES = {"rapporteur", "president", "secretaire", "mandant", "mandataire"}
LISTES_DE_PERSONNES = {"presents", "absents", "excuses", *maquette.NOMS_DU_VOTE}
EXPRIMES = {"pour", "contre", "abstentions"}


def source(slug: str) -> str:
    return maquette.developper((ICI / "sources" / f"{slug}.html").read_text(encoding="utf-8"))


def attendus(slug: str) -> list[dict[str, Any]]:
    lu: list[dict[str, Any]] = json.loads((ICI / slug / "attendu.json").read_text(encoding="utf-8"))["deliberations"]
    return lu


def pour_le_modele(valeur: Any, cle: str = "") -> Any:
    """The contract's persons (strings) as the model's persons (objects)."""
    if isinstance(valeur, dict):
        return {c: pour_le_modele(v, c) for c, v in valeur.items()}
    if isinstance(valeur, list) and cle in LISTES_DE_PERSONNES:
        return [{"nom": nom, "nom_complet": nom} for nom in valeur]
    if isinstance(valeur, list):
        return [pour_le_modele(v) for v in valeur]
    return {"nom": valeur, "nom_complet": valeur} if cle in PERSONNES and valeur else valeur


def textes(valeur: Any) -> Iterator[str]:
    if isinstance(valeur, str):
        yield valeur
    elif isinstance(valeur, dict | list):
        for v in valeur.values() if isinstance(valeur, dict) else valeur:
            yield from textes(v)


def jours_faux(texte: str) -> bool:
    """True when a weekday is printed beside a date that falls on another."""
    motif = rf"\b({'|'.join(maquette.JOURS)}) (\d+)(?:er)? ({'|'.join(maquette.MOIS)}) (\d{{4}})"
    for jour, quantieme, mois, annee in re.findall(motif, texte.lower()):
        date = datetime.date(int(annee), maquette.MOIS.index(mois) + 1, int(quantieme))
        if maquette.JOURS[date.weekday()] != jour:
            return True
    return False


def incoherences(acte: dict[str, Any]) -> set[str]:
    """What the figures of one record deny about each other."""
    effectifs, presences, vote = acte["effectifs"], acte["presences"], acte["decision"]["vote"]
    presents, mandants = len(presences["presents"]), len(acte["procurations"])
    porteurs = Counter(p["mandataire"] for p in acte["procurations"])
    exprimes = sum(vote[r] or 0 for r in EXPRIMES)
    votants = effectifs["votants"]
    identifiant = acte["teletransmission"]["identifiant"]
    controles = {
        "presents": effectifs["presents"] not in (None, presents),
        "total": effectifs["en_exercice"] not in (None, mandants + sum(map(len, presences.values()))),
        "votants": votants not in (None, presents + mandants),
        "votes": bool(votants and exprimes > votants),
        "noms du vote": any(
            vote[f"noms_{r}"] and vote[n] is not None and len(vote[f"noms_{r}"]) != vote[n]
            for r, n in (("contre", "contre"), ("abstention", "abstentions"))
        ),
        "porteur absent": not set(porteurs) <= {None, *presences["presents"]},
        "porteur de deux": any(nombre > 1 for nombre in porteurs.values()),
        "siren": bool(identifiant) and maquette.cle_luhn(identifiant[4:12]) != identifiant[4:13],
        "date de l'identifiant": bool(identifiant)
        and identifiant.split("-")[2] != acte["seance"]["date"].replace("-", ""),
    }
    return {nom for nom, faux in controles.items() if faux}


@pytest.mark.parametrize("slug", SLUGS)
def test_dossier_complet_et_decrit(slug: str) -> None:
    import pypdfium2

    with (ICI / slug / "scan.pdf").open("rb") as pdf:
        assert pdf.read(5) == b"%PDF-"
    lignes = [li for li in (ICI / "README.md").read_text(encoding="utf-8").splitlines() if li.startswith(f"| `{slug}`")]
    assert len(lignes) == 1
    _, _, preuve, corps, annee, pages, defauts_vus, _ = (c.strip() for c in lignes[0].split("|"))
    assert preuve
    assert corps
    assert defauts_vus
    assert {annee} == {a["seance"]["date"][:4] for a in attendus(slug)}
    assert int(pages) == len(pypdfium2.PdfDocument(ICI / slug / "scan.pdf"))


def test_aucun_dossier_sans_source() -> None:
    assert sorted(p.parent.name for p in ICI.glob("*/scan.pdf")) == SLUGS
    assert len(SLUGS) >= 8
    assert sum(p.stat().st_size for p in ICI.glob("*/scan.pdf")) < 6_000_000


@pytest.mark.parametrize("slug", SLUGS)
def test_verite_tiree_de_la_source(slug: str) -> None:
    assert attendus(slug) == maquette.deliberations(source(slug))


@pytest.mark.parametrize("slug", SLUGS)
def test_forme_du_contrat(slug: str) -> None:
    for acte in attendus(slug):
        Deliberation.model_validate_json(json.dumps(pour_le_modele(acte)))
        assert acte["seance"]["date"]
        assert acte["objet"]
        assert acte["collectivite"]["nom"]
        for texte in textes(acte):
            assert texte == " ".join(unicodedata.normalize("NFC", texte).split()) != ""
            assert "’" not in texte
            assert not texte.endswith((";", "."))


@pytest.mark.parametrize("slug", SLUGS)
def test_chaque_nom_est_imprime(slug: str) -> None:
    _, corps = maquette.separer(source(slug))
    imprime = maquette.texte_nu(re.sub(r"<!--.*?-->|<style>.*?</style>", "", corps, flags=re.DOTALL))
    for acte in attendus(slug):
        noms = [*textes(acte["presences"]), *textes(acte["procurations"])]
        noms += [n for n in (acte["rapporteur"], acte["seance"]["president"], acte["seance"]["secretaire"]) if n]
        noms += [s["nom"] for s in acte["signataires"]]
        assert [nom for nom in noms if nom not in imprime] == []


@pytest.mark.parametrize("slug", [s for s in SLUGS if not s.startswith("comptes-incoherents")])
def test_coherent(slug: str) -> None:
    assert [incoherences(acte) for acte in attendus(slug)] == [set()] * len(attendus(slug))
    assert not jours_faux(maquette.texte_nu(source(slug)))


def test_incoherent_a_dessein() -> None:
    (acte,) = attendus("comptes-incoherents-2015")
    # 13 voters printed, 10 named and 2 proxies.
    assert incoherences(acte) == {"presents", "total", "votants", "votes", "noms du vote", "porteur de deux", "siren"}
    assert jours_faux(maquette.texte_nu(source("comptes-incoherents-2015")))


@pytest.mark.parametrize("nom", sorted(defauts.DEFAUTS))
def test_defaut_reproductible(nom: str) -> None:
    page = np.full((90, 64), 255, dtype=np.uint8)
    page[20:70:9, 8:56] = 0
    avant = page.copy()
    force = {"retourner": 90.0, "photocopier": 150.0}.get(nom, 0.5 if nom in ("flou", "perspective") else 2.0)
    une, deux = (defauts.DEFAUTS[nom](page, np.random.default_rng(3), force) for _ in range(2))
    assert np.array_equal(une, deux)
    assert np.array_equal(page, avant)
    assert une.dtype == np.uint8
    assert sorted(une.shape) == sorted(page.shape)
    assert not np.array_equal(une, page)


@pytest.mark.parametrize(("prefixe", "siren"), [("73282932", "732829320"), ("21750001", "217500016")])
def test_cle_luhn(prefixe: str, siren: str) -> None:
    assert maquette.cle_luhn(prefixe) == siren
