"""The generator of documents: same seed, same document; a true record; layouts split in two parts."""

import json
from collections.abc import Iterator
from itertools import combinations
from typing import Any

import pytest

from modeles.deliberation import Deliberation
from modeles.texte import plier
from outils.generateur.composer import Document, composer
from outils.generateur.dispositions import DISPOSITIONS, lister

PARTS = ("reglage", "mesure", "epreuve", "reserve", "aveugle", "tout", "prives", "prives_reserve", "prives_aveugle")
ESSAIS = [(part, graine) for part in PARTS for graine in range(60)]


@pytest.fixture(scope="module")
def documents() -> list[Document]:
    return [composer(graine, part) for part, graine in ESSAIS]


def feuilles(valeur: Any) -> list[str]:
    """The strings of a record."""
    if isinstance(valeur, dict):
        return [f for v in valeur.values() for f in feuilles(v)]
    if isinstance(valeur, list):
        return [f for v in valeur for f in feuilles(v)]
    return [valeur] if isinstance(valeur, str) else []


def actes(documents: list[Document]) -> Iterator[dict[str, Any]]:
    for document in documents:
        yield from document.actes


def plie(texte: str) -> str:
    return " ".join(plier(texte.replace("Œ", "Oe").replace("œ", "oe")).split())


def imprime(document: Document) -> str:
    """A row of a table is read across."""
    return plie(document.texte.replace(" | ", " "))


def test_meme_graine_meme_document() -> None:
    for part, graine in ESSAIS[::12]:
        un, deux = composer(graine, part), composer(graine, part)
        assert json.dumps(un.gold, ensure_ascii=False) == json.dumps(deux.gold, ensure_ascii=False)
        assert un.texte == deux.texte
    assert composer(1).texte != composer(2).texte


def test_au_moins_quarante_dispositions() -> None:
    couples = [(notion, nom) for notion, nom, _ in lister()]
    assert len(couples) == len(set(couples))
    assert sum(notion in ("presences", "procurations", "votes") for notion, _ in couples) >= 40


@pytest.mark.parametrize("notion", ["presences", "procurations", "votes"])
def test_parts_disjointes(notion: str) -> None:
    parts = {p: {nom for n, nom, _ in lister(p) if n == notion} for p in PARTS if p != "tout"}
    fonctions = {p: {d.fonction for d in DISPOSITIONS[notion] if d.part == p} for p in parts}
    for un, autre in combinations(parts, 2):
        assert not fonctions[un] & fonctions[autre]
    assert set().union(*parts.values()) == {d.nom for d in DISPOSITIONS[notion]}
    assert min(len(noms) for noms in parts.values()) >= 8


def test_choix_dans_la_part(documents: list[Document]) -> None:
    for (part, _), document in zip(ESSAIS, documents, strict=True):
        permis = {(notion, nom) for notion, nom, _ in lister(part)}
        assert {(n, x) for n, noms in document.choix.items() for x in noms.split("+")} <= permis


def test_verite_au_modele(documents: list[Document]) -> None:
    """Persons are strings in a gold record: they become objects, and the model takes the rest."""

    def personne(valeur: Any) -> Any:
        return {"nom": valeur, "nom_complet": valeur} if isinstance(valeur, str) else valeur

    for brut in actes(documents):
        fiche = json.loads(json.dumps(brut))
        fiche.pop("non_notes", None)
        fiche["rapporteur"] = personne(fiche["rapporteur"])
        for role in ("president", "secretaire"):
            fiche["seance"][role] = personne(fiche["seance"][role])
        for listes in (fiche["presences"], fiche["decision"]["vote"]):
            for cle, valeur in listes.items():
                if isinstance(valeur, list):
                    listes[cle] = [personne(x) for x in valeur]
        for mandat in fiche["procurations"]:
            mandat.update({cle: personne(valeur) for cle, valeur in mandat.items()})
        Deliberation.model_validate_json(json.dumps(fiche))


def test_noms_du_vote_et_des_pouvoirs_a_l_appel(documents: list[Document]) -> None:
    for document, fiche in ((d, a) for d in documents for a in d.actes):
        presences = fiche["presences"]
        if document.choix["presences"] == "sauf":  # nobody is listed but those who are missing
            continue
        connus = {tuple(sorted(plier(n).split())) for n in [*presences["presents"], fiche["seance"]["president"]]}
        mandants = [m["mandant"] for m in fiche["procurations"]]
        cites = [m["mandataire"] for m in fiche["procurations"] if m["mandataire"]]
        cites += [n for cle, noms in fiche["decision"]["vote"].items() if cle.startswith("noms_") for n in noms]
        inconnus = {tuple(sorted(plier(n).split())) for n in cites} - connus
        assert len(inconnus) <= ("chef_sorti" in document.choix["votes"])  # the chair of the session, who left
        autres = [*presences["presents"], *presences["excuses"], *presences["absents"]]
        assert not set(mandants) & set(autres)
        assert len(autres) == len(set(autres))


def test_la_verite_est_imprimee(documents: list[Document]) -> None:
    """Every name and text of the record stands on the pages."""
    for document, fiche in ((d, a) for d in documents for a in d.actes):
        texte = imprime(document)
        libres = (*fiche["presences"].values(), fiche["visas"], fiche["considerants"], fiche["objet"], fiche["numero"],
                  fiche["procurations"], [a["texte"] for a in fiche["decision"]["articles"]], fiche["rapporteur"],
                  [s["nom"] for s in fiche["signataires"]],
                  fiche["collectivite"]["nom"], fiche["collectivite"]["departement"],
                  fiche["collectivite"]["organe"], fiche["seance"]["lieu"])  # fmt: skip
        for feuille in feuilles(list(libres)):
            assert plie(feuille) in texte, (document.choix, feuille)


def test_comptes_justes(documents: list[Document]) -> None:
    for document, fiche in ((d, a) for d in documents for a in d.actes):
        vote, effectifs = fiche["decision"]["vote"], fiche["effectifs"]
        assert vote["contre"] is None or not vote["noms_contre"] or len(vote["noms_contre"]) == vote["contre"]
        if effectifs["presents"] is not None and document.choix["presences"] != "sauf":
            listes = len(fiche["presences"]["presents"])
            assert listes in (effectifs["presents"], effectifs["presents"] - 1)
        if effectifs["votants"] is not None and effectifs["presents"] is not None:
            assert effectifs["votants"] == effectifs["presents"] + len(fiche["procurations"])


def test_pas_d_anachronisme(documents: list[Document]) -> None:
    for document in documents:
        assert document.annee < 1995 or not document.machine
        assert document.annee >= 2005 or not document.actes[0]["teletransmission"]["identifiant"]
