"""Score the reader of legal references beside two others: ``python -m outils.banc_references [--details]``.

The list (``tests/donnees/citations.tsv``) was written before the patterns: half 1 tuned them, half 2 measures. Scores:
whole references (kind, code, articles, number, date), for this reader only; and atoms (a numbered or dated text, an
article, a code), which every reader can express: ``metslesliens`` (PyPI, a PEG of the habits of laws) when it is
installed, and a plain regex. metslesliens knows no arrêté, délibération, avis nor circulaire: it is scored on what it
does know as well ("textes nationaux").
"""

import argparse
import csv
import datetime
import importlib
import re
import sys
from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import partial, reduce
from operator import add
from pathlib import Path
from typing import Any

from modeles.texte import Passage, plier
from pipeline.etapes.extraction.codes import nommer
from pipeline.etapes.extraction.references import references
from pipeline.grammaire.dates import dates

LISTE = Path(__file__).parent.parent / "tests" / "donnees" / "citations.tsv"
Cle = tuple[str, ...]
Lecteur = Callable[[str], "Counter[Cle]"]
_ATTENDU = re.compile(
    r"(?P<genre>\w+)(?:\[(?P<code>[^\]]+)\])?(?:=(?P<numero>[^@#!]+))?(?:@(?P<date>[\d-]+))?(?:#(?P<articles>[^!]+))?!?"
)
_SIGLES = re.compile(r"/(?:UE|CEE|CE)$")
NATIONAUX = {
    "code",
    "loi",
    "loi_organique",
    "ordonnance",
    "decret",
    "decret_loi",
    "directive",
    "reglement_ue",
    "constitution",
}


@dataclass(frozen=True)
class Citation:
    moitie: str
    bruit: bool
    texte: str
    attendu: tuple[Cle, ...]
    """Kind, code, articles joined by "+", number, date, "!" where year and date disagree."""


def charger_citations() -> tuple[Citation, ...]:
    """The list, checked: a malformed line is an error here, not a missed reference."""
    lignes = (li for li in LISTE.read_text(encoding="utf-8").splitlines() if not li.startswith("#"))
    return tuple(
        Citation(f["moitie"], f["bruit"] == "1", f["texte"], _attendues(f["attendu"]))
        for f in csv.DictReader(lignes, delimiter="\t", quoting=csv.QUOTE_NONE)
    )


def _attendues(cellule: str) -> tuple[Cle, ...]:
    cles = []
    for piece in [] if cellule == "-" else cellule.split(" ; "):
        m = _ATTENDU.fullmatch(piece)
        code = nommer(m["code"]) if m and m["code"] else ""
        if m is None or code is None:
            raise ValueError(f"{LISTE.name} : {piece}")
        incoherente = "!" if piece.endswith("!") else ""
        cles.append((m["genre"], code, m["articles"] or "", (m["numero"] or "").upper(), m["date"] or "", incoherente))
    return tuple(cles)


def lues(texte: str) -> tuple[Cle, ...]:
    """What this reader finds, in the form of the list."""
    return tuple(
        (
            r.genre, r.code or "", "+".join(r.articles), (r.numero or "").upper(),
            r.date.isoformat() if r.date else "", "!" if r.coherent is False else "",
        )
        for r in references(texte)
    )  # fmt: skip


def atomes(cles: Iterable[Cle]) -> "Counter[Cle]":
    """What any reader can say: the code, each article, the text by its number or else by its date."""
    compte: Counter[Cle] = Counter()
    for genre, code, articles, numero, date, _ in cles:
        compte.update(("article", a) for x in articles.split("+") if x for a in _bouts(x))
        if genre == "code":
            compte.update([("code", plier(code))] if code else [])
        else:
            compte[("texte", _SIGLES.sub("", numero) or date or genre)] += 1
    return compte


def _bouts(articles: str) -> list[str]:
    return [a.replace(" ", "") for a in articles.replace(" et suivants", "").split(" à ")]


def _jour(texte: str) -> datetime.date | None:
    trouvees = dates(Passage(texte=texte, mots=(), bornes=()))
    return trouvees[0].valeur if trouvees else None


def regex_simple(texte: str) -> "Counter[Cle]":
    """What ten lines do: no OCR, no body, no date alone but a law's."""
    compte: Counter[Cle] = Counter()
    for m in re.finditer(r"\b([LRDA]|L\.O)\.? ?\*?(\d+(?:-\d+)*)", texte):
        compte[("article", m[1].replace(".", "") + m[2])] += 1
    for m in re.finditer(r"[Aa]rticles? (\d+(?:-\d+)*)", texte):
        compte[("article", m[1])] += 1
    for m in re.finditer(r"[Cc]ode [a-zà-ÿ' ]+|CGCT|CGI|CGPPP", texte):
        nom = nommer(plier(m[0]).strip()) or nommer(plier(m[0]).split(" et ")[0].strip())
        compte.update([("code", plier(nom))] if nom else [])
    for m in re.finditer(
        r"(?:[Ll]oi|[Dd]écret|[Oo]rdonnance|[Aa]rrêté|[Dd]élibération|[Dd]écision)[^;]*?n° ?([\w/.-]+)", texte
    ):
        compte[("texte", m[1].upper())] += 1
    return compte


def metslesliens() -> Lecteur | None:
    """The PyPI package as a reader; None when it is not installed."""
    try:
        paquet: Any = importlib.import_module("metslesliens")
    except ImportError as erreur:
        print(f"metslesliens : sauté, {erreur} (pip install metslesliens)")
        return None
    # "accents": its own option for texts that lost them.
    return lambda texte: reduce(
        add, map(_atomes_de, paquet.donnelescandidats(texte, "structuré", [], ["accents"])), Counter()
    )


def _atomes_de(candidat: dict[str, Any]) -> "Counter[Cle]":
    """Its articles (a string, or a list with ranges as pairs) and its text, in our atoms."""
    compte: Counter[Cle] = Counter()
    brut = candidat.get("article", [])
    for article in [brut] if isinstance(brut, str) else brut:
        for bout in [article] if isinstance(article, str) else article:
            net = re.sub(r"[\s.]|\(.*", "", bout).removesuffix("er")
            compte.update([("article", net)] if net != "suivants" else [])
    texte = candidat.get("texte", {})
    if plier(texte.get("nom", "")).startswith(("code", "livre")):
        compte[("code", plier(" ".join(texte["nom"].split())))] += 1
    elif texte:
        jour = _jour(texte.get("date", ""))
        compte[("texte", texte.get("numero", "").upper() or (jour.isoformat() if jour else plier(texte["nom"])))] += 1
    return compte


def noter(citations: Iterable[Citation], lecteur: Callable[[Citation], tuple["Counter[Cle]", "Counter[Cle]"]]) -> str:
    """Recall and precision over expected and read, as printed."""
    bons, attendus, trouves = compter(citations, lecteur)
    return f"rappel {bons / attendus:.3f}  précision {bons / max(1, trouves):.3f}  ({bons}/{attendus} attendues)"


def compter(
    citations: Iterable[Citation], lecteur: Callable[[Citation], tuple["Counter[Cle]", "Counter[Cle]"]]
) -> tuple[int, int, int]:
    """Right, expected, read."""
    bons = attendus = trouves = 0
    for citation in citations:
        voulu, lu = lecteur(citation)
        bons, attendus, trouves = bons + (voulu & lu).total(), attendus + voulu.total(), trouves + lu.total()
    return bons, attendus, trouves


def entieres(citation: Citation) -> tuple["Counter[Cle]", "Counter[Cle]"]:
    """Whole references, expected and read."""
    return Counter(citation.attendu), Counter(lues(citation.texte))


def _noter_atomes(partie: Iterable[Citation], lecteurs: dict[str, Lecteur | None]) -> None:
    for qui, lire in lecteurs.items():
        if lire:
            print(f"  atomes               {qui:13} {noter(partie, partial(_par_atomes, lire))}")


def _par_atomes(lire: Lecteur, citation: Citation) -> tuple["Counter[Cle]", "Counter[Cle]"]:
    return atomes(citation.attendu), lire(citation.texte)


def main() -> int:
    """Print the scores; always 0."""
    analyseur = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    analyseur.add_argument("--details", action="store_true", help="list each error of this reader")
    analyseur.add_argument("--moitie", choices=("1", "2"), help="one half only")
    options = analyseur.parse_args()
    toutes = [c for c in charger_citations() if options.moitie in (None, c.moitie)]
    tiers = metslesliens()
    lecteurs: dict[str, Lecteur | None] = {
        "greffier": lambda t: atomes(lues(t)), "metslesliens": tiers, "regex simple": regex_simple,
    }  # fmt: skip
    for moitie in ("1", "2"):
        groupe = [c for c in toutes if c.moitie == moitie]
        nationaux = [c for c in groupe if {cle[0] for cle in c.attendu} <= NATIONAUX]
        for nom, partie in (
            ("", groupe), ("sans bruit", [c for c in groupe if not c.bruit]), ("textes nationaux", nationaux),
        ):  # fmt: skip
            if partie:
                print(f"moitié {moitie} {nom}: {len(partie)} citations")
                print(f"  références entières  greffier      {noter(partie, entieres)}")
                _noter_atomes(partie, lecteurs)
    for citation in toutes if options.details else []:
        voulu, lu = entieres(citation)
        if voulu != lu:
            print(f"\n{citation.moitie} {citation.texte}\n  manque {list(voulu - lu)}\n  de trop {list(lu - voulu)}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
