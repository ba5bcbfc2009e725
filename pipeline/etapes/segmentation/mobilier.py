"""Page furniture: running heads, footers, page and folio numbers leave the text before anything is joined."""

import re
from collections import Counter
from collections.abc import Iterator

from modeles.page import Ligne, Page
from modeles.texte import plier
from pipeline.rapprochement import ressemblance

NUMERO_PAGE = re.compile(
    r"""
    (?: [-\s]*\d{1,3}\s*[/|]\s*\d{1,3}[-\s]*                    # 1/3
      | (?:.*\s)?pages?\s*\d{1,3}(?:\s*(?:/|sur|de)\s*\d{1,3})? # ... Page 1 sur 3
      | (?:feuillet|folio|f°)\s*(?:n°\s*)?[\d/ -]+
      | (?:19|20)\d\d\s*/\s*\d{1,4}                             # folio 2022/14
      | [-\s]*\d{1,3}[-\s]*
    )$""",
    re.VERBOSE,
)
ADRESSE = re.compile(r".*(?:\btel\.?\s*:?\s*0\d|@\w|\bwww\.|\bsiret\b|\bfax\b|\b\d{5}\s+[a-z]{3}|\bcs\s\d{5}\b)")

EXEMPLES = {
    "NUMERO_PAGE": ("1/3", "- 2 -", "page 1 sur 3", "syndicat mixte - 2023/041 - page 1", "feuillet 2", "2022/1"),
    "ADRESSE": ("hotel de ville - 77390 rozay - tel. : 01 64 05 00 00", "mairie@commune.example"),
}
CONTRE_EXEMPLES = {
    "NUMERO_PAGE": ("n° 2023/041", "article 1", "le 3 mars 2021"),
    "ADRESSE": ("le conseil municipal de rozay", "un montant de 18 500 euros"),
}

BORD = 4
"""Lines looked at from the top and from the bottom of a page."""


def _bords(page: Page) -> Iterator[tuple[Ligne, bool]]:
    """The first and last body lines by their height on the page; True for the bottom."""
    corps = sorted((x for x in page.lignes if x.region == "corps" and not x.cellule), key=lambda x: x.boite[1])
    yield from ((x, False) for x in corps[:BORD])
    yield from ((x, True) for x in corps[max(BORD, len(corps) - BORD) :])


def _cle(ligne: Ligne) -> str:
    """The line without what changes from page to page."""
    return re.sub(r"[\W\d_]+", " ", plier(ligne.texte)).strip()


def _chiffres(ligne: Ligne, page: int) -> str:
    """The line's numbers, the page's own apart: "Délibération n° 90" and "n° 91" are two lines, not a running head."""
    return " ".join(n for n in re.findall(r"\d+", ligne.texte) if n != str(page))


def _semblables(a: tuple[str, str, bool], b: tuple[str, str, bool]) -> bool:
    """The same running head, a few letters misread; digits too when it is long."""
    return a[2] == b[2] and len(a[0]) > 12 and (a[1] == b[1] or len(a[0]) > 30) and ressemblance(a[0], b[0]) >= 0.9


def retirer(pages: tuple[Page, ...]) -> tuple[Page, ...]:
    """The pages without running heads, footers and page numbers.

    A line is furniture when it stands near an edge and (1) the same line, numbers aside, stands near the same edge of
    another page, or (2) it is a page number, or (3) it is the last line and an address. A letterhead printed once is
    not furniture, nor is the first page's copy of a running head when it alone names the body.
    """
    comptes: Counter[tuple[str, str, bool]] = Counter()
    for page in pages:
        comptes.update({(_cle(x), _chiffres(x, page.numero), bas) for x, bas in _bords(page) if len(_cle(x)) > 3})

    def est_mobilier(ligne: Ligne, numero: int, bas: bool, dernier: bool) -> bool:
        plie, cle = plier(ligne.texte), _cle(ligne)
        if NUMERO_PAGE.match(plie) or (dernier and ADRESSE.match(plie)):
            return True
        if len(cle) <= 3:
            return False
        soi = (cle, _chiffres(ligne, numero), bas)
        return comptes[soi] > 1 or any(autre != soi and _semblables(soi, autre) for autre in comptes)

    sorties = []
    for page in pages:
        bords = list(_bords(page))
        dernier = bords[-1][0] if bords else None
        otes = {id(x) for x, bas in bords if est_mobilier(x, page.numero, bas, x is dernier)}
        sorties.append(page.model_copy(update={"lignes": tuple(x for x in page.lignes if id(x) not in otes)}))
    return tuple(sorties)
