"""Lists of articles, and the code or law that each belongs to."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from pipeline.grammaire import articles as g

_CHIFFRES = str.maketrans({"l": "1", "i": "1", "|": "1", "o": "0"})
_AVANT = re.compile(
    r"\s?(?:\([^()]{0,30}\)\s?)?,?\s?(?:(?:susvisee?s?|precitee?s?)\s)?"
    r"(?:(?:dudit|de\s?la(?:dite)?|du|des?|au)\s(?:nouveau\s)?|de\s?l'\s?|\(|,\s|-\s)?$"
)
_NOTAMMENT = r"(?:n\w{2,4}mment|en\sparticulier|(?:plus\s)?particulierement|(?:plus\s)?precisement|specialement)"
_APRES = re.compile(
    rf"[\s,:(.]*(?:et\s|ainsi\sque\s|dans\s|pris\s|modifiee?s?\s)?(?:et\s)?(?:{_NOTAMMENT}[\s,:]*)?"
    r"(?:en\s|dans\s|a\s|aux?\s|dont\s)?(?:ses\s?|son\s?|les?\s?|leurs?\s?|[l1i|]\s?'\s?)?$"
)
_LOIN = re.compile(rf"(?:{_NOTAMMENT}\s(?:en\s|dans\s|a\s)?(?:ses|son|les|l\s?')|(?:en|et|dans|,)\s(?:ses|son))\s?$")
_AUTRE = re.compile(r"\s?(?:(?:du|de\sla|des|de)\s|de\sl')\w|\s?:")
"""The list belongs to something else, or heads an article of the act."""


@dataclass(frozen=True)
class Liste:
    """Articles, normalised. ``lettree``: a letter (L., R.) shows that they are of a code."""

    debut: int
    fin: int
    articles: tuple[str, ...]
    lettree: bool


def _article(m: re.Match[str], precedent: str) -> str:
    """ "l. 2121 - 29" is "L2121-29". A number of the same shape takes the letter before it ("L. 2121-29, 2241-1")."""
    nombre = re.sub(r"\s", "", m["nombre"].replace("er", "")).translate(_CHIFFRES).replace(".", "-")
    lettre = re.sub(r"[\s.,]", "", m["lettre"] or "").upper().replace("I", "L").replace("|", "L")
    if not lettre and re.match(r"\d{3,4}-\d", nombre):
        lettre = (re.match(r"[LRDAO*]*", precedent) or [""])[0]
    rang = re.sub(r"\b([a-h])\b", lambda x: x[1].upper(), m["rang"].strip())
    return f"{lettre}{nombre}{' ' + rang if rang else ''}"


def _lire(plie: str, debut: int, position: int) -> Liste | None:
    """The list whose first article stands at ``position``."""
    lus: list[str] = []
    fin, plage = position, False
    while m := g.ARTICLE.match(plie, fin):
        article = _article(m, lus[-1] if lus else "")
        lus[-1:] = [f"{lus[-1]} à {article}"] if plage else [*lus[-1:], article]
        fin = m.end()
        while c := g.COMPLEMENT.match(plie, fin):
            fin = c.end()
        if s := g.SUIVANTS.match(plie, fin):
            lus[-1], fin = f"{lus[-1]} et suivants", s.end()
        if not (sep := g.SEPARATEUR.match(plie, fin)):
            break
        if not g.ARTICLE.match(plie, sep.end()):
            break
        plage, fin = bool(sep["plage"]), sep.end()
    return Liste(debut, fin, tuple(lus), lus[0][0].isalpha()) if lus else None


def lire_listes(plie: str) -> list[Liste]:
    """All the lists, those with a head and those whose letter is enough, in order, without overlap."""
    departs = [(m.start(), m.end()) for m in g.TETE.finditer(plie)]
    departs += [(m.start(), m.start()) for m in g.NU.finditer(plie)]
    listes: list[Liste] = []
    for debut, position in sorted(departs):
        if listes and debut < listes[-1].fin:
            continue
        if lue := _lire(plie, debut, position):
            listes.append(lue)
    return listes


def rattacher(plie: str, listes: Sequence[Liste], bornes: Sequence[tuple[int, int]]) -> list[int | None]:
    """For each list, the rank in ``bornes`` (spans of codes and texts, in order) of what it belongs to."""
    rangs: list[int | None] = []
    for k, liste in enumerate(listes):
        suivant = bisect_left(bornes, (liste.fin, 0))
        if suivant < len(bornes) and _AVANT.fullmatch(plie, liste.fin, min(bornes[suivant][0], liste.fin + 80)):
            rangs.append(suivant)
            continue
        avant = bisect_right(bornes, liste.debut, key=lambda b: b[1]) - 1
        if avant < 0 or (not liste.lettree and _AUTRE.match(plie, liste.fin)):
            rangs.append(None)
            continue
        debut = bornes[avant][1]
        if k and rangs[-1] == avant:
            debut = max(debut, listes[k - 1].fin)
        loin_de = liste.debut - debut
        entre = plie[debut : liste.debut] if loin_de <= 300 else ";"
        pres = len(entre) <= 60 and _APRES.fullmatch(entre)
        loin = loin_de <= 300 and ";" not in entre and _LOIN.search(entre)
        rangs.append(avant if pres or loin else None)
    return rangs
