"""The legal references of a visa or of an article, and what the act does to others (CRPA L.243-1: repeal, withdrawal).

Texts and codes are found first, then the lists of articles, and each list goes to the text it belongs to.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence

from modeles.reference import Effet, EffetLu, Genre, Reference, ReferenceLue, Verbe
from modeles.texte import Passage
from pipeline.etapes.extraction import codes
from pipeline.etapes.extraction.articles_cites import Liste, lire_listes, rattacher
from pipeline.etapes.extraction.textes_cites import NATIONAUX, Lecteur, TexteCite, lire_textes
from pipeline.grammaire import effets as g

_ELI: dict[Genre, str] = {"loi": "loi", "ordonnance": "ordonnance", "decret": "decret"}
"""Kinds whose alias on Légifrance is made of the date and the number."""
_ELI_UE: dict[Genre, str] = {"directive": "dir", "reglement_ue": "reg"}
_TITRE = re.compile(r"relati|portant|creant|modifiant|instituant|partie|approuvant\sle\scode")
_TITRE_SUJET = re.compile(r"(?:[^;:.]|\.(?!\s)){0,200}")
"""Between a reference and what happens to it: its title."""

Ancre = TexteCite | codes.CodeCite


def lire_references(source: Passage | str) -> tuple[ReferenceLue, ...]:
    """The references with their spans in the text, in order. A ``str`` must be NFC, as every Passage is."""
    passage = source if isinstance(source, Passage) else Passage(texte=source, mots=(), bornes=())
    lecteur = Lecteur(passage)
    ancres = _ancres(lecteur)
    listes = [x for x in lire_listes(lecteur.plie) if not _touche(x, ancres)]
    rangs = rattacher(lecteur.plie, listes, [(a.debut, a.fin) for a in ancres])
    groupes: dict[int | None, list[Liste]] = {}
    for liste, r in zip(listes, rangs, strict=True):
        groupes.setdefault(r, []).append(liste)
    lues = []
    for rang, ancre in enumerate(ancres):
        siennes = groupes.get(rang, [])
        if siennes or _se_suffit(lecteur.plie, ancre, ancres[:rang]):
            lues.append(_reference(passage.texte, ancre, siennes))
    seules = [x for x in groupes.get(None, []) if x.lettree]
    lues += [_lue(passage.texte, x.debut, x.fin, {"genre": "code", "articles": x.articles}) for x in seules]
    return tuple(sorted(lues, key=lambda lue: (lue.debut, lue.fin)))


def references(source: Passage | str) -> tuple[Reference, ...]:
    """The references alone, in order."""
    return tuple(lue.reference for lue in lire_references(source))


def _ancres(lecteur: Lecteur) -> list[Ancre]:
    textes = lire_textes(lecteur)
    cites = [c for c in codes.lire_codes(lecteur.plie) if not _touche(c, textes)]
    return sorted([*textes, *cites], key=lambda a: a.debut)


def _touche(x: Ancre | Liste, autres: Sequence[Ancre]) -> bool:
    """``x`` shares a character with one of the others, which are in order and apart."""
    rang = bisect_left(autres, x.fin, key=lambda a: a.debut)
    return rang > 0 and autres[rang - 1].fin > x.debut


def _se_suffit(plie: str, ancre: Ancre, avant: list[Ancre]) -> bool:
    """A code without article counts, unless its name is part of the title of the text before it."""
    if isinstance(ancre, TexteCite):
        return True
    texte = next((a for a in reversed(avant) if isinstance(a, TexteCite)), None)
    entre = plie[texte.fin : ancre.debut] if texte else ";"
    return ancre.sur and not (";" not in entre and " vu " not in entre and _TITRE.search(entre))


def _lue(texte: str, debut: int, fin: int, champs: dict[str, object]) -> ReferenceLue:
    return ReferenceLue(debut=debut, fin=fin, reference=Reference.model_validate({**champs, "texte": texte[debut:fin]}))


def _reference(texte: str, ancre: Ancre, listes: list[Liste]) -> ReferenceLue:
    debut = min([ancre.debut, *(x.debut for x in listes)])
    fin = max([ancre.fin, *(x.fin for x in listes)])
    champs: dict[str, object] = {"articles": tuple(a for x in listes for a in x.articles)}
    if isinstance(ancre, codes.CodeCite):
        legitext = codes.legitext(ancre.nom) if ancre.nom else None
        return _lue(texte, debut, fin, {**champs, "genre": "code", "code": ancre.nom, "legitext": legitext})
    champs |= {"genre": ancre.genre, "numero": ancre.numero, "date": ancre.date, "organe": ancre.organe}
    return _lue(texte, debut, fin, {**champs, "nor": ancre.nor, "eli": _eli(ancre), "coherent": coherent(ancre)})


def coherent(cite: TexteCite) -> bool | None:
    """The year in the number is that of the date; a regulation of the Union may be numbered the year after."""
    if cite.an is None or cite.date is None:
        return None
    annees = (cite.date.year,) if cite.genre in NATIONAUX else (cite.date.year, cite.date.year + 1)
    return any(cite.an in (a, a % 100) if cite.an < 100 else cite.an == a for a in annees)


def _eli(cite: TexteCite) -> str | None:
    """The alias, when number or NOR and date are read and agree: a false one would lead to another text."""
    if cite.genre in _ELI_UE and cite.numero and cite.an:
        gauche, droite = cite.numero.split("/")[:2]
        rang = droite if int(gauche) == cite.an else gauche
        return f"/eli/{_ELI_UE[cite.genre]}/{cite.an if cite.an > 99 else 1900 + cite.an}/{rang}/oj"
    if cite.date is None:
        return None
    jour = f"{cite.date.year}/{cite.date.month}/{cite.date.day}"
    if cite.genre in _ELI and cite.numero and coherent(cite):
        return f"/eli/{_ELI[cite.genre]}/{jour}/{cite.numero}/jo"
    return f"/eli/arrete/{jour}/{cite.nor}/jo" if cite.genre == "arrete" and cite.nor else None


def lire_effets(source: Passage | str, lues: tuple[ReferenceLue, ...] | None = None) -> tuple[EffetLu, ...]:
    """What the text does to the references it holds (``lues``, when they were read already), with spans, in order."""
    passage = source if isinstance(source, Passage) else Passage(texte=source, mots=(), bornes=())
    lues, plie = lire_references(passage) if lues is None else lues, passage.plie
    effets: list[EffetLu] = []
    debuts = [x.debut for x in lues]
    for m in g.ACTIF.finditer(plie):
        trou = g.TROU.match(plie, m.end())
        rang = bisect_left(debuts, m.end())
        if rang == len(lues) or debuts[rang] > (trou.end() if trou else m.end()):
            continue
        effets += [_effet(m, lue, m.start(), lue.fin) for lue in _suite(plie, lues, rang)]
    fins = [x.fin for x in lues]
    for m in g.PASSIF.finditer(plie):
        premier = dernier = bisect_right(fins, m.start()) - 1
        if dernier < 0 or not _TITRE_SUJET.fullmatch(plie, fins[dernier], m.start()):
            continue
        while premier > 0 and _joints(plie, lues[premier - 1], lues[premier]):
            premier -= 1
        if _sujet(plie, lues[premier].debut):
            effets += [_effet(m, lue, lue.debut, m.end()) for lue in lues[premier : dernier + 1]]
    return tuple(sorted(effets, key=lambda e: e.debut))


def effets(source: Passage | str) -> tuple[Effet, ...]:
    """The effects alone, in order."""
    return tuple(lu.effet for lu in lire_effets(source))


def _sujet(plie: str, debut: int) -> bool:
    """The reference opens its sentence, but for "les dispositions de l'article 2 de la"."""
    phrase = plie[max(plie.rfind(x, 0, debut) for x in (".", ";", ":", "-", ",")) + 1 : debut]
    reste = re.sub(r"^\s*(?:(?:decide\s)?que\s|article\s\w+\s)?", " ", phrase)
    return bool(g.TROU.fullmatch(reste))


def _joints(plie: str, gauche: ReferenceLue, droite: ReferenceLue) -> bool:
    """Two references that one verb takes together: a comma or "et" between them."""
    return gauche.fin <= droite.debut and bool(g.ENTRE.fullmatch(plie, gauche.fin, droite.debut))


def _suite(plie: str, lues: tuple[ReferenceLue, ...], rang: int) -> tuple[ReferenceLue, ...]:
    """The reference at ``rang`` and those joined to it."""
    fin = rang + 1
    while fin < len(lues) and _joints(plie, lues[fin - 1], lues[fin]):
        fin += 1
    return lues[rang:fin]


def _effet(m: re.Match[str], lue: ReferenceLue, debut: int, fin: int) -> EffetLu:
    nom = next(c for c, v in m.groupdict().items() if v)
    verbe: Verbe = "retire" if nom == "retrait" else nom  # type: ignore[assignment]
    return EffetLu(debut=debut, fin=fin, effet=Effet(verbe=verbe, reference=lue.reference))
