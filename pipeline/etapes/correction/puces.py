"""Bullets that OCR read as a letter or a sign, put back as "•"."""

import re
from functools import cache

from corrections import charger
from modeles.page import Ligne
from pipeline.etapes.correction.mots import corrige, nommer

PUCE = "•"
_VOISINAGE = 6
_SUITE = re.compile(r"[^\W\d_]{2,}|[^\W\d_]['’]\w")
_ATTAQUE = re.compile(r"[A-ZÀ-ÖØ-Þ](?:\w|['’]\w)|(?:d['’]|s['’])?[a-zà-ÿ]{2,}(?:er|ir|oir|re)\b|d['’]\w|(?:de|se)\b")
_DEJA = re.compile(r"[•▪●‣-]$|[–—]$")


@cache
def _puces() -> dict[str, tuple[str, str]]:
    return {f["lu"]: (f["genre"], nommer("puces", f["cle"])) for f in charger("puces")}


def reparer(lignes: list[Ligne]) -> list[Ligne]:
    """The lines whose first sign is a misread bullet, with "•" in its place.

    Three kinds of sign (``corrections/puces.tsv``): ``signe`` (*, +, ¢, >) is a bullet before a capital, an infinitive,
    or beside another bullet; ``lettre`` (e, o) only before a capital or an infinitive and in a list; ``guillemet`` («)
    likewise and never closed by "»". In a list: another bullet within 6 lines, or the line before ends with ":" or ";",
    or this one with ";". With boxes, a letter must stand apart from its word. Dashes stay.
    """
    tetes = [_tete(ligne) for ligne in lignes]
    return [_mettre_puce(lignes, tetes, i) if tetes[i] in _puces() else ligne for i, ligne in enumerate(lignes)]


def _tete(ligne: Ligne) -> str:
    """The sign a line begins with, when it stands alone before a word; else ""."""
    if len(ligne.mots) < 2 or ligne.region == "tampon" or not _SUITE.match(ligne.mots[1].texte.lstrip("_(")):
        return ""
    tete = ligne.mots[0].texte
    return tete if tete in _puces() or _DEJA.match(tete) else ""


def _mettre_puce(lignes: list[Ligne], tetes: list[str], i: int) -> Ligne:
    ligne = lignes[i]
    genre, cle = _puces()[tetes[i]]
    suite = " ".join(m.texte for m in ligne.mots[1:3]).lstrip("_(")
    attaque = bool(_ATTAQUE.match(suite))
    voisine = any(tetes[max(0, i - _VOISINAGE) : i] + tetes[i + 1 : i + 1 + _VOISINAGE])
    liste = voisine or ligne.texte.endswith(";") or (i > 0 and lignes[i - 1].texte.endswith((":", ";")))
    if genre == "signe":
        vrai = attaque or voisine
    else:
        vrai = attaque and liste and _detachee(ligne) and not (genre == "guillemet" and _fermee(lignes, i))
    if not vrai:
        return ligne
    return ligne.model_copy(update={"mots": (corrige(ligne.mots[0], PUCE, cle), *ligne.mots[1:])})


def _detachee(ligne: Ligne) -> bool:
    """The gap after the sign is at least a third of the height of the next word; true without boxes."""
    signe, mot = ligne.mots[0].boite, ligne.mots[1].boite
    return mot[0] == mot[2] or mot[0] - signe[2] >= (mot[3] - mot[1]) / 3


def _fermee(lignes: list[Ligne], i: int) -> bool:
    """A "»" comes before the next "«"."""
    texte = " ".join(ligne.texte for ligne in lignes[i : i + 1 + _VOISINAGE])[1:]
    return "»" in texte.split("«")[0]
