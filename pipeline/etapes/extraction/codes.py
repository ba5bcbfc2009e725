"""Where a code is named: by its name, even misread, or by its abbreviation (table ``codes.tsv``)."""

import re
from dataclasses import dataclass
from functools import cache, lru_cache

from corrections import charger
from pipeline.rapprochement import ressemblance

SEUIL = 0.9
"""A name misread: one letter in ten or fewer."""
_SOSIES = {"l": "[l1i|]", "i": "[i1l|]", "o": "[o0]", " ": r"\s{1,2}", "'": r"\s?'\s?"}
_DEBUT = re.compile(r"(?<!\w)(?:c[o0]des?\s|livre\sdes\s)")
_RENVOI = re.compile(r"(?<!\w)(?:(?:du|le|au|de\sce)\smeme\scode|(?:du|le)dit\scode|code\s(?:precite|susvise))(?!\w)")
_APRES_VU = re.compile(r"vus?\s(?:le\s)?$")


@dataclass(frozen=True)
class CodeCite:
    """A mention: ``nom`` is None for "dudit code" until the code before it is known; ``sur`` is False for a short
    abbreviation, which says nothing without an article ("CCP" is a postal account too)."""

    debut: int
    fin: int
    nom: str | None
    sur: bool = True


@cache
def _alias() -> dict[str, str]:
    """Folded name to official name, the longest first."""
    tous = {a.strip(): f["nom"] for f in charger("codes") for a in f["alias"].split("|")}
    return dict(sorted(tous.items(), key=lambda paire: -len(paire[0])))


@cache
def _motifs() -> tuple[tuple[re.Pattern[str], str, str], ...]:
    return tuple(
        (re.compile("".join(_SOSIES.get(c, re.escape(c)) for c in alias) + r"(?!\w)"), alias, nom)
        for alias, nom in _alias().items()
    )


@cache
def _sigle() -> re.Pattern[str]:
    sigles = [f["abreviation"].lower() for f in charger("codes") if f["abreviation"]]
    motifs = (r"\s?\.?\s?".join(s) for s in sorted(sigles, key=len, reverse=True))
    return re.compile(rf"(?<![\w.])(?:{'|'.join(motifs)}|cg3p|ceseda)(?!\w)")


@cache
def legitext(nom: str) -> str | None:
    """The Légifrance id of a code, by its official name."""
    return next((f["legitext"] or None for f in charger("codes") if f["nom"] == nom), None)


def nommer(alias: str) -> str | None:
    """The official name of a code, from a folded name or abbreviation."""
    sigle = re.sub(r"[\s.]", "", alias).upper()
    return _alias().get(alias) or next((f["nom"] for f in charger("codes") if sigle == f["abreviation"]), None)


@lru_cache(2048)
def _lire_nom(fenetre: str) -> tuple[int, str] | None:
    """The length of the name at the start of ``fenetre`` and the official name; a longer misread name comes first."""
    exact = next(((m.end(), nom) for motif, _, nom in _motifs() if (m := motif.match(fenetre))), None)
    meilleur, note = exact, SEUIL
    for alias, nom in _alias().items():
        if exact and len(alias) <= exact[0] + 3:
            break
        for fin in {m.end() for m in re.finditer(r"\w(?!\w)", fenetre) if abs(m.end() - len(alias)) <= 3}:
            score = ressemblance(fenetre[:fin], alias)
            if score > note or (score == note and meilleur is None):
                meilleur, note = (fin, nom), score
    return meilleur


def lire_codes(plie: str) -> list[CodeCite]:
    """The codes named in a folded text, in order, without overlap."""
    cites: list[CodeCite] = []
    for m in _DEBUT.finditer(plie):
        if lu := _lire_nom(plie[m.start() : m.start() + 100]):
            fin = m.start() + lu[0]
            if entre := re.compile(rf"\s?\(\s?(?:{_sigle().pattern})\.?\s?\)").match(plie, fin):
                fin = entre.end()
            cites.append(CodeCite(m.start(), fin, lu[1]))
    pris = [(c.debut, c.fin) for c in cites]
    for m in _sigle().finditer(plie):
        if not any(a < m.end() and m.start() < b for a, b in pris):
            lettres = re.sub(r"[\s.]", "", m[0])
            sur = len(lettres) > 3 or bool(_APRES_VU.search(plie, max(0, m.start() - 8), m.start()))
            cites.append(CodeCite(m.start(), m.end(), nommer(lettres), sur))
    cites += [CodeCite(m.start(), m.end(), None) for m in _RENVOI.finditer(plie)]
    return _renvoyer(sorted(cites, key=lambda c: c.debut))


def _renvoyer(cites: list[CodeCite]) -> list[CodeCite]:
    """ "Dudit code" is the code named last."""
    dernier, resolus = None, []
    for cite in cites:
        resolus.append(cite if cite.nom else CodeCite(cite.debut, cite.fin, dernier, sur=False))
        dernier = resolus[-1].nom
    return resolus
