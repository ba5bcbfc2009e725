"""Closed repairs: patterns of ``corrections/formules.tsv`` searched in the lines of a page."""

import re
from bisect import bisect_right
from functools import cache

from corrections import charger
from modeles.page import Ligne
from modeles.texte import Mot
from pipeline.etapes.correction.mots import nommer, refaire

PORTEES = ("tous", "ocr", "anglais")
"""tous: every page, a PDF's text layer included. ocr: what was OCRed. anglais: OCRed with English data."""

_CITE = re.compile(r"\{(\w+)\}")


def motif(source: str) -> str:
    """The pattern with its ``{mois}``-like names replaced by the list of ``corrections/listes.tsv``."""
    listes = {f["nom"]: f["motif"] for f in charger("listes")}
    return _CITE.sub(lambda m: f"(?:{listes[m[1]]})" if m[1] in listes else m[0], source)


@cache
def _regles(portees: frozenset[str]) -> tuple[tuple[str, re.Pattern[str], str], ...]:
    return tuple(
        (nommer("formules", f["cle"]), re.compile(motif(f["motif"])), f["ecrit"])
        for f in charger("formules")
        if f["portee"] in portees
    )


def appliquer(lignes: list[Ligne], portees: frozenset[str]) -> list[Ligne]:
    """The lines with every pattern of these scopes applied, in the order of the file.

    A pattern sees the page as lines of words joined by single spaces. What it replaces is its group ``x``, or all
    that it matched; a replacement never reaches over a line end. Merging or splitting words keeps their boxes (see
    :func:`pipeline.etapes.correction.mots.refaire`).
    """
    texte = "\n".join(ligne.texte for ligne in lignes)
    for cle, regle, ecrit in _regles(portees):
        trouves = [(*m.span("x" if "x" in regle.groupindex else 0), m.expand(ecrit)) for m in regle.finditer(texte)]
        trouves = [t for t in trouves if "\n" not in texte[t[0] : t[1]]]
        if not trouves:
            continue
        debuts = [0]
        for ligne in lignes:
            debuts.append(debuts[-1] + len(ligne.texte) + 1)
        for debut, fin, remplacement in reversed(trouves):
            i = bisect_right(debuts, debut) - 1
            mots = _remplacer(lignes[i].mots, debut - debuts[i], fin - debuts[i], remplacement, cle)
            lignes[i] = lignes[i].model_copy(update={"mots": mots})
        texte = "\n".join(ligne.texte for ligne in lignes)
    return lignes


def _remplacer(mots: tuple[Mot, ...], debut: int, fin: int, remplacement: str, cle: str) -> tuple[Mot, ...]:
    """``mots`` with ``texte[debut:fin]`` of the line replaced."""
    position, bornes = 0, []
    for mot in mots:
        bornes.append((position, position + len(mot.texte)))
        position += len(mot.texte) + 1
    premier = next(i for i, (_, b) in enumerate(bornes) if b >= debut)
    dernier = next(i for i in reversed(range(len(mots))) if bornes[i][0] <= fin)
    texte = " ".join(m.texte for m in mots)
    parts = (texte[bornes[premier][0] : debut] + remplacement + texte[fin : bornes[dernier][1]]).split()
    if not parts:
        return mots
    return mots[:premier] + refaire(mots[premier : dernier + 1], parts, cle) + mots[dernier + 1 :]
