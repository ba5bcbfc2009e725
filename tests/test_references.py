"""Legal references: recall and precision on the list of citations, spans, years, effects, time."""

import importlib
import re
import time

import pytest

from modeles.reference import Verbe
from modeles.texte import Mot, Passage
from outils.banc_references import Citation, charger_citations, compter, entieres
from pipeline.etapes.extraction.codes import legitext, nommer
from pipeline.etapes.extraction.references import effets, lire_effets, lire_references, references

CITATIONS = charger_citations()
MOTIFS = [
    (nom, objet)
    for module in ("references", "articles", "effets")
    for nom, objet in vars(importlib.import_module(f"pipeline.grammaire.{module}")).items()
    if isinstance(objet, re.Pattern)
]
BRIQUES = (
    " ", "a", "1", "1 ", "1-", "1.", "l'", "n'", "n° ", "du du ", "des ", "de la ", "l. 2121-29, ", "l 2121-29 a ",
    "article 1 ", "loi ",
    "n° 82-213 ", "loi n° 82-213 du 2 mars 1982 ", "code ", "c. g. c. ", "du 1er, 2, ", "avis de la commission ",
    "deliberation du conseil ", "abroge la ", "est modifiee ", "code general des collectivites ", "x" * 40 + " ",
)  # fmt: skip
BUDGET = 0.05
"""Seconds of processor time for 100,000 characters, the best of three."""


def test_la_liste_tient_ses_promesses() -> None:
    assert len(CITATIONS) >= 220
    assert sum(c.bruit for c in CITATIONS) >= len(CITATIONS) * 0.33
    assert sum(not c.attendu for c in CITATIONS) >= len(CITATIONS) * 0.1
    assert {c.moitie for c in CITATIONS} == {"1", "2"}
    assert len({c.texte for c in CITATIONS}) == len(CITATIONS)


@pytest.mark.parametrize("moitie", ["1", "2"])
def test_rappel_et_precision(moitie: str) -> None:
    bons, attendus, trouves = compter([c for c in CITATIONS if c.moitie == moitie], entieres)
    assert bons / attendus >= 0.98
    assert bons / trouves >= 0.98


@pytest.mark.parametrize("citation", [c for c in CITATIONS if not c.attendu], ids=lambda c: c.texte)
def test_pas_de_reference_inventee(citation: Citation) -> None:
    assert references(citation.texte) == ()


@pytest.mark.parametrize("citation", CITATIONS, ids=lambda c: c.texte)
def test_les_bornes_montrent_le_texte(citation: Citation) -> None:
    for lue in lire_references(citation.texte):
        assert citation.texte[lue.debut : lue.fin] == lue.reference.texte
        assert lue.reference.texte == lue.reference.texte.strip()


def test_les_bornes_menent_aux_mots_d_un_passage() -> None:
    mots = tuple(
        Mot(texte=m, brut=m, page=1, boite=(0.0, 0.0, 0.0, 0.0), confiance=1.0)
        for m in ("Vu", "la", "loi", "n°", "82-213", "du", "2", "mars", "1982", "modifiée")
    )
    passage = Passage.de_mots(mots)
    (lue,) = lire_references(passage)
    assert " ".join(m.texte for m in passage.mots_de(lue.debut, lue.fin)) == "loi n° 82-213 du 2 mars 1982"


@pytest.mark.parametrize(
    ("texte", "attendu", "eli"),
    [
        ("la loi n° 82-213 du 2 mars 1982", True, "/eli/loi/1982/3/2/82-213/jo"),
        ("la loi n° 2015-991 du 7 août 2016", False, None),
        ("le décret n° 2016-360 du 25 mars 2016", True, "/eli/decret/2016/3/25/2016-360/jo"),
        ("la loi n° 87-529", None, None),
        ("la loi du 1er juillet 1901", None, None),
        ("la loi organique n° 2013-402 du 17 mai 2013", True, None),
        ("le règlement (UE) 2016/679 du 27 avril 2016", True, "/eli/reg/2016/679/oj"),
        ("le règlement (UE) n° 651/2014 du 17 juin 2014", True, "/eli/reg/2014/651/oj"),
        ("la directive 92/43/CEE du 21 mai 1992", True, "/eli/dir/1992/43/oj"),
        ("l'arrêté du 20 mai 2014 (NOR : RDFS1406111A)", None, "/eli/arrete/2014/5/20/RDFS1406111A/jo"),
        ("la délibération n° 2021-45 du 3 mai 2022", None, None),
    ],
)
def test_annee_du_numero_et_alias(texte: str, attendu: bool | None, eli: str | None) -> None:
    (reference,) = references(texte)
    assert (reference.coherent, reference.eli) == (attendu, eli)


@pytest.mark.parametrize(
    ("texte", "organe", "nor"),
    [
        ("l'avis favorable de la commission des finances du 3 mai 2010", "commission des finances", None),
        ("la délibération n° 12 du Conseil municipal du 3 mai 2010", "Conseil municipal", None),
        ("la délibération du 3 mai 2010 du Conseil de Paris", "Conseil de Paris", None),
        ("l'arrêté préfectoral n° 99-876 du 11 août 1999", "préfectoral", None),
        ("l'arrêté du Préfet de l'Ain du 12 mai 1998", "Préfet de l'Ain", None),
        ("la circulaire NOR/INT/B/02/00184/C du 22 juillet 2002", None, "INTB0200184C"),
        ("l'avis de M. le Préfet en date du 3 mars 1981", "M. le Préfet", None),
        ("l'arrêté n° 12/2005 du 3 mai 2005 du Maire", "Maire", None),
        ("la loi NOTRe du 7 août 2015", None, None),
    ],
)
def test_organe_et_nor(texte: str, organe: str | None, nor: str | None) -> None:
    (reference,) = references(texte)
    assert (reference.organe, reference.nor) == (organe, nor)


def test_codes_et_identifiants() -> None:
    (reference,) = references("l'article L. 2121-29 du C.G.C.T.")
    assert reference.code == "Code général des collectivités territoriales"
    assert reference.legitext == "LEGITEXT000006070633"
    assert nommer("cgppp") == "Code général de la propriété des personnes publiques"
    assert legitext("Code de la route") is None  # two editions, that of 1954 and that of 2001


@pytest.mark.parametrize(
    ("texte", "attendus"),
    [
        ("ABROGE la délibération n° 2012-10 du 5 avril 2012", [("abroge", "2012-10")]),
        ("Article 2 : La délibération n° 18-45 du 27 juin 2018 fixant les tarifs est abrogée.", [("abroge", "18-45")]),
        ("DÉCIDE de rapporter la délibération du 3 février 1989", [("retire", None)]),
        ("L'article 3 de la délibération n° 12 du 3 mai 2010 est modifié comme suit", [("modifie", "12")]),
        (
            "Les délibérations n° 2012-10 du 5 avril 2012 et n° 2013-22 du 6 juin 2013 sont abrogées",
            [("abroge", "2012-10"), ("abroge", "2013-22")],
        ),
        ("annule et remplace la délibération n° 9-04 du 4 avril 2019", [("annule", "9-04"), ("remplace", "9-04")]),
        ("complète les dispositions de l'arrêté municipal n° 45 du 6 octobre 1997", [("complete", "45")]),
        ("Proroge l'arrêté préfectoral n° 98-12 du 12 mai 1998 jusqu'au 31 décembre 2000", [("proroge", "98-12")]),
        ("prononce le retrait de la décision n° 2020-15 du 3 mai 2020", [("retire", "2020-15")]),
        ("Vu la loi n° 84-53 du 26 janvier 1984 modifiée", []),
        ("proroge la convention du 3 mai 2010", []),
        ("approuve le règlement annexé à la délibération n° 12 du 3 mai 2010, qui est modifié", []),
        ("Le tarif est modifié. La délibération n° 12 du 3 mai 2010 reste en vigueur", []),
        ("La commission est complétée", []),
    ],
)  # fmt: skip
def test_effets(texte: str, attendus: list[tuple[Verbe, str | None]]) -> None:
    assert [(e.verbe, e.reference.numero) for e in effets(texte)] == attendus
    assert all(0 <= e.debut < e.fin <= len(texte) for e in lire_effets(texte))


def _duree(motif: re.Pattern[str], texte: str) -> float:
    debut = time.process_time()
    for _ in motif.finditer(texte):
        pass
    return time.process_time() - debut


@pytest.mark.parametrize(("nom", "motif"), MOTIFS, ids=lambda v: v if isinstance(v, str) else "")
def test_100_ko_hostiles_en_50_ms(nom: str, motif: re.Pattern[str]) -> None:
    for brique in BRIQUES:
        texte = (brique * (100_000 // len(brique) + 1))[:100_000]
        assert any(_duree(motif, texte) < BUDGET for _ in range(3)), f"{nom} : {brique!r}"


@pytest.mark.parametrize("brique", BRIQUES)
def test_la_lecture_croit_comme_le_texte(brique: str) -> None:
    debut = time.process_time()
    lire_effets((brique * 20_000)[:20_000])
    assert time.process_time() - debut < 3
