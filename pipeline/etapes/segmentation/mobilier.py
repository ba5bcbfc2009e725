"""Page furniture: running heads, footers, page and folio numbers leave the text before anything is joined."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from modeles.page import Ligne, Page
from modeles.texte import plier
from pipeline.grammaire.mobilier import ADRESSE, NUMERO_PAGE, NUMERO_SUR
from pipeline.grammaire.structure import REGISTRE, SIGNATURE, TAMPON, VOTE
from pipeline.rapprochement import ressemblance

_NOM = re.compile(r"(?:[A-ZÀ-Ý][a-zà-ÿ]+(?:-[A-ZÀ-Ý][a-zà-ÿ]+)?|[A-Z]\.)\s(?:[A-ZÀ-Ý'’-]+\s?)+")
"""A person's name alone on its line: acts signed at the same place of their page repeat it."""

BORD = 4
"""Lines looked at from the top and from the bottom of a page."""

DECALAGE = 18.0
"""How far the same running head may stand from page to page, points: sheets are fed a few millimetres apart."""


def _bords(page: Page) -> Iterator[tuple[Ligne, bool]]:
    """The first and last body lines by their height on the page; True for the bottom."""
    corps = sorted((x for x in page.lignes if x.region == "corps" and not x.cellule), key=lambda x: x.boite[1])
    yield from ((x, False) for x in corps[:BORD])
    yield from ((x, True) for x in corps[max(BORD, len(corps) - BORD) :])


class _Bord(NamedTuple):
    """A line near an edge: its letters, its numbers (but the page's and their total), and where it stands."""

    page: int
    lettres: str
    chiffres: str
    bas: bool
    hauteur: float
    """Middle of the line, points from the top."""


def _bord(ligne: Ligne, page: int, total: int, bas: bool) -> _Bord:
    lettres = re.sub(r"[\W\d_]+", " ", plier(ligne.texte)).strip()
    chiffres = " ".join(n for n in re.findall(r"\d+", ligne.texte) if n not in (str(page), str(total)))
    return _Bord(page, lettres, chiffres, bas, (ligne.boite[1] + ligne.boite[3]) / 2)


def _se_repete(a: _Bord, b: _Bord) -> bool:
    """The same running head on two pages: same edge, same height, same numbers, the same letters but for OCR errors.

    Numbers count: "Délibération n° 90" and "Délibération n° 91" are two headings. A long line may misread a digit.
    """
    decalage = 3 * DECALAGE if len(a.lettres) > 12 and a.chiffres == b.chiffres else DECALAGE
    if a.page == b.page or a.bas != b.bas or abs(a.hauteur - b.hauteur) > decalage or len(a.lettres) <= 3:
        return False
    if a.lettres == b.lettres:
        return a.chiffres == b.chiffres or len(a.lettres) > 30
    court = len(a.lettres) <= 12 or (a.chiffres != b.chiffres and len(a.lettres) <= 30)
    return not court and ressemblance(a.lettres, b.lettres) >= 0.9


def _numero_en_marge(ligne: Ligne, page: int) -> bool:
    """The page's own number among those of its act, in the margin column, at any height: "3/7"."""
    m = NUMERO_SUR.match(plier(ligne.texte)) if ligne.region == "marge" else None
    return m is not None and int(m["n"]) <= min(page, int(m["total"]))


def _a_une_lettre(page: Page) -> bool:
    """The page opens with the full header of an act: what stands above is a letterhead, not a running head."""
    corps = [plier(x.texte) for x in page.lignes if x.region == "corps" and not x.cellule][:15]
    return any(REGISTRE.match(x) or x.startswith(("l'an ", "lan ")) for x in corps)


def retirer(pages: tuple[Page, ...]) -> tuple[Page, ...]:
    """The pages without running heads, footers and page numbers.

    A line is furniture when it stands near an edge and (1) the same line stands at the same height of another page, or
    (2) it is a page number (at any height in the margin column), or (3) it is the last line and an address.
    A vote or a signature is never furniture, though lists of votes and series of acts repeat it at the foot of their
    pages; nor is the letterhead where an act begins.
    """
    tous = [_bord(x, page.numero, len(pages), bas) for page in pages for x, bas in _bords(page)]
    sorties = []
    for page in pages:
        bords = list(_bords(page))
        dernier = bords[-1][0] if bords else None
        otes = {id(x) for x in page.lignes if _numero_en_marge(x, page.numero)}
        lettre = _a_une_lettre(page)
        for ligne, bas in bords:
            plie, soi = plier(ligne.texte), _bord(ligne, page.numero, len(pages), bas)
            adresse = ligne is dernier and ADRESSE.match(plie)
            garde = VOTE.match(plie) or SIGNATURE.match(plie) or _NOM.fullmatch(ligne.texte.strip())
            seulement_avant = TAMPON.match(plie) is not None  # the control of legality at each foot: once is enough
            premiers = [b for b in tous if (bas and not seulement_avant) or (b.page < page.numero and not lettre)]
            if NUMERO_PAGE.match(plie) or adresse or (not garde and any(_se_repete(soi, b) for b in premiers)):
                otes.add(id(ligne))
        sorties.append(page.model_copy(update={"lignes": tuple(x for x in page.lignes if id(x) not in otes)}))
    return tuple(sorties)
