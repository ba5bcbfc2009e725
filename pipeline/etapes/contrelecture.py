"""A second opinion on doubtful words: they are read again by an engine of another family, and the two are weighed.

The engines err on different words (``python -m outils.banc_ocr --lecteurs simple,greffier``). Where they agree, the
word is sure. Where they differ, the French lexicon and the closed lists choose, else the second, for the first doubts;
what no list settles keeps a low confidence, and an anomaly gives both readings.
"""

import re
from collections.abc import Callable, Sequence
from functools import cache
from itertools import pairwise
from typing import TYPE_CHECKING

from corrections import charger
from modeles.lecture import Anomalie
from modeles.texte import Mot, plier, union
from pipeline.etapes import fils
from pipeline.etapes.correction.mots import corrige, refaire
from pipeline.etapes.relecture import Lecture, decouper
from pipeline.lexique import frequence
from pipeline.rapprochement import aligner

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Gris = NDArray[np.uint8]

DOUTE = 0.85
"""Confidence of a word under which it is read again, with its neighbours."""
MORCEAUX_MAX = 60
"""Stretches of a page that are read again at most, the least sure first: noise is nothing to insist on."""
SUR = 0.9
"""What the second engine must give its line to be heard."""
CONFIRME = 0.95
"""Confidence of a word that both engines read, or that one read and a closed list knows."""
DISPUTE = 0.6
"""Confidence, at most, of a word that they read differently and no list knows."""
CLE = "double:RapidOCR"
DISPUTEE = "double:dispute"
_SIGNES = str.maketrans({"。": "°", "，": ",", "（": "(", "）": ")", "：": ":", "；": ";", "’": "'", "‘": "'"})
_LATIN = re.compile(r"[\x21-\x7e°²³€§•–—«»œŒÀ-ÖØ-öø-ÿ]+")
_ELIDE = re.compile(r"1'(?=[aeiouyhâàéèêîôœ])", re.IGNORECASE)
_LIGATURE = re.compile(r"[œŒ]")
"""The second engine knows no such letter: it reads "E", "CE", "OE"."""
_COEUR = re.compile(r"(?:\w{1,2}['’])?([^\W\d_]+(?:-[^\W\d_]+)*)")

Lecteur = Callable[[Sequence["Gris"]], list[tuple[str, float]]]
"""Gives the text of each line of pixels, and how sure it is of it (0 to 1)."""


def contrelire(lecture: Lecture, mots: Sequence[Mot], lecteur: Lecteur) -> tuple[list[Mot], tuple[Anomalie, ...]]:
    """The words of a page, the doubtful ones weighed against the second engine's; and what stays disputed."""
    lignes = fils.enfiler(mots, fils.hauteur_type(mots), lecture.regles.verticales)
    morceaux = [m for fil in lignes for m in _couper(fil.mots)]
    rangs = sorted((i for i, m in enumerate(morceaux) if any(map(_douteux, m))), key=lambda i: _pire(morceaux[i]))
    vues = {i: decouper(lecture.page, union([m.boite for m in morceaux[i]]), 2)[0] for i in rangs[:MORCEAUX_MAX]}
    vues = {i: pixels for i, pixels in vues.items() if pixels.size}
    for i, (texte, surete) in zip(vues, lecteur([*vues.values()]), strict=True):
        if surete >= SUR:
            morceaux[i] = _peser(morceaux[i], _jetons(texte))
    mots = [m for morceau in morceaux for m in morceau]
    return mots, tuple(_dispute(m) for m in mots if m.correction == DISPUTEE)


def _couper(ligne: Sequence[Mot]) -> list[Sequence[Mot]]:
    """A line in stretches: doubtful words with a word on each side, which tells what to read; and the rest."""
    pres = [any(map(_douteux, ligne[max(0, i - 1) : i + 2])) for i in range(len(ligne))]
    bords = [0, *(i for i in range(1, len(ligne)) if pres[i] != pres[i - 1]), len(ligne)]
    return [ligne[a:b] for a, b in pairwise(bords)]


def _douteux(mot: Mot) -> bool:
    return mot.confiance < DOUTE and any(c.isalnum() for c in mot.texte)


def _pire(mots: Sequence[Mot]) -> float:
    return min(m.confiance for m in mots if _douteux(m))


def _jetons(texte: str) -> list[str]:
    """The words of a second reading, its signs made those of French print; "1'" before a vowel is its usual slip."""
    return [_ELIDE.sub("l'", jeton) for jeton in texte.translate(_SIGNES).split()]


def _peser(mots: Sequence[Mot], autres: Sequence[str]) -> list[Mot]:
    """The words of a line, each or each group weighed against what the second engine read in its place."""
    sortie: list[Mot] = []
    for ici, la in aligner([plier(m.texte) for m in mots], [plier(a) for a in autres]):
        groupe, lus = mots[ici.start : ici.stop], autres[la.start : la.stop]
        if len(groupe) == len(lus):
            sortie += [_choisir(m, a) if _douteux(m) else m for m, a in zip(groupe, lus, strict=True)]
        elif plier("".join(m.texte for m in groupe)) == plier("".join(lus)):  # the blanks are seen otherwise
            sortie += [m.model_copy(update={"confiance": max(m.confiance, CONFIRME)}) for m in groupe]
        elif groupe and lus and all(m.confiance < DOUTE for m in groupe) and all(map(_est_connu, lus)):
            sortie += [m.model_copy(update={"confiance": CONFIRME}) for m in refaire(groupe, lus, CLE)]
        else:
            sortie += groupe  # words that one engine alone saw are not made up
    return sortie


def _choisir(mot: Mot, autre: str) -> Mot:
    """One word, by both readings: agreed, settled by a list, or disputed."""
    if mot.texte == autre:
        return mot.model_copy(update={"confiance": CONFIRME})
    if not _LATIN.fullmatch(autre) or _LIGATURE.search(mot.texte):
        return mot
    connu, autre_connu = _est_connu(mot.texte), _est_connu(autre)
    if plier(mot.texte) == plier(autre):
        garde = connu and not mot.texte.isascii()  # it loses accents, and adds none
        return (mot if garde else corrige(mot, autre, CLE)).model_copy(update={"confiance": CONFIRME})
    if connu and not autre_connu:
        return mot
    if autre_connu and not connu:
        return corrige(mot, autre, CLE).model_copy(update={"confiance": CONFIRME})
    return corrige(mot, autre, DISPUTEE).model_copy(update={"confiance": min(mot.confiance, DISPUTE)})


def _est_connu(texte: str) -> bool:
    """Whether every part of a word is French, or a first name or département of the closed lists."""
    coeur = _COEUR.fullmatch(texte.strip('().,;:«»"-'))
    if coeur is None:
        return False
    return all(len(x) > 1 and (frequence(x) > 0 or x.lower() in _noms()) for x in coeur[1].split("-"))


@cache
def _noms() -> frozenset[str]:
    noms = [f["prenom"] for f in charger("prenoms")] + [f["nom"] for f in charger("departements")]
    return frozenset(morceau for nom in noms for morceau in nom.lower().split("-"))


def _dispute(mot: Mot) -> Anomalie:
    message = f"Deux lectures diffèrent : « {mot.brut} » et « {mot.texte} » ; la seconde est gardée."
    return Anomalie(code="lectures-differentes", gravite="info", message=message, page=mot.page, extrait=mot.texte)
