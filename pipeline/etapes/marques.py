"""Ticks and signatures: cells of a table that hold ink and no word are given a mark."""

from collections.abc import Sequence
from statistics import mean
from typing import TYPE_CHECKING

from modeles.texte import Boite, Mot, union
from pipeline.etapes import filets, fils, redressement
from pipeline.etapes.mise_en_page import repartir
from pipeline.etapes.mots import MARQUE, tient
from pipeline.etapes.redressement import Redressee

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Gris = NDArray[np.uint8]

CONFIANCE = 0.5
"""Confidence of a mark: ink stands there, what it says is a guess."""
TRAIT = 3.2
"""Least height and width of a mark, points; a stroke that leans may be half as wide."""
ENCRE_MIN = 4.0
"""Least inked surface of a mark, square points."""
COMPACT = 15.0
"""Widest cross or tick, points; a signature is wider."""
GRIBOUILLIS = 0.65
"""Confidence under which a short word may be a signature."""


def cocher(page: Redressee, regles: filets.Filets, mots: Sequence[Mot], numero: int) -> list[Mot]:
    """The words, with a mark in each cell of a table that holds ink and no word, and in place of misread signatures.

    The first row and the first column of a table name things: they are left alone, as are tables of one row.
    """
    if not regles.tableaux:
        return list(mots)
    cellules, sortie = repartir(mots, regles)
    encres = _encres(page, regles)
    for t, tableau in enumerate(regles.tableaux):
        lus = {i: cellules.pop((t, i), []) for i in range(len(tableau))}
        for colonne in {c.colonne for c in tableau} - {0}:
            rangs = [i for i, c in enumerate(tableau) if c.colonne == colonne and c.rangee]
            vus = {i: _marque(encres.get((t, i), ()), tableau[i].boite) for i in rangs if not tient(lus[i])}
            boites = {i: b for i, b in vus.items() if b is not None}
            for i in _plausibles(boites, [lus[j] for j in rangs if tient(lus[j])]):
                lus[i] = [faire_marque(numero, boites[i])]
            for i in _signatures({i: lus[i] for i in rangs if lus[i]}):
                lus[i] = [faire_marque(numero, union([m.boite for m in lus[i]]))]
        sortie += [m for groupe in lus.values() for m in groupe]
    return sortie


def _plausibles(boites: dict[int, Boite], textes: Sequence[Sequence[Mot]]) -> list[int]:
    """The marks of a column, less those that are words OCR missed: wide, or alone, among cells of text."""
    mots = sum(not _est_coche(t) for t in textes)
    coches = len(boites) + len(textes) - mots
    larges = [i for i, b in boites.items() if b[2] - b[0] > COMPACT]
    return [i for i in boites if mots <= (len(larges) if i in larges else 3 * coches)]


def _est_coche(mots: Sequence[Mot]) -> bool:
    return len(mots) == 1 and mots[0].texte in "xX" + MARQUE


def faire_marque(numero: int, boite: Boite) -> Mot:
    """A mark: no text was read, so ``brut`` is empty."""
    return Mot(texte=MARQUE, brut="", page=numero, boite=boite, confiance=CONFIANCE)


def _signatures(lus: dict[int, list[Mot]]) -> list[int]:
    """Cells of a column whose short unsure words are signatures: the others hold marks, none a sure word."""
    douteux = [i for i, mots in lus.items() if _est_gribouillis(mots)]
    marques = [i for i, mots in lus.items() if _est_coche(mots)]
    return douteux if marques and len(marques) + len(douteux) == len(lus) else []


def _est_gribouillis(mots: Sequence[Mot]) -> bool:
    lettres = sum(len(m.texte) for m in mots)
    return 1 < lettres <= 12 and mean(m.confiance for m in mots) < GRIBOUILLIS


def _encres(page: Redressee, regles: filets.Filets) -> dict[tuple[int, int], list[tuple[Boite, float]]]:
    """Strokes of ink by (table, rank of the cell) that holds their middle: box in points, inked square points."""
    import cv2

    k = page.dpi / 72
    sorties: dict[tuple[int, int], list[tuple[Boite, float]]] = {}
    encre = redressement.encre(page.pixels, 30)
    for t, tableau in enumerate(regles.tableaux):
        cadre = union([c.boite for c in tableau])
        x0, y0 = max(0, round(cadre[0] * k)), max(0, round(cadre[1] * k))
        noir = encre[y0 : round(cadre[3] * k), x0 : round(cadre[2] * k)]
        _, _, formes, _ = cv2.connectedComponentsWithStats(noir, connectivity=8)
        for x, y, w, h, aire in formes[1:].tolist():
            b = ((x + x0) / k, (y + y0) / k, (x + x0 + w) / k, (y + y0 + h) / k)
            if aire < 0.5 * k * k:  # a speck
                continue
            rang = next((i for i, c in enumerate(tableau) if fils.dans(b, c.boite, -1.5)), None)
            if rang is not None:
                sorties.setdefault((t, rang), []).append((b, aire / k**2))
    return sorties


def _marque(traits: Sequence[tuple[Boite, float]], case: Boite) -> Boite | None:
    """The box of a mark among the strokes of a cell; None for specks, dashes and the remains of rules."""
    haut, large = case[3] - case[1], case[2] - case[0]
    gardes = [
        (b, encre) for b, encre in traits
        if b[3] - b[1] > TRAIT / 2 and b[3] - b[1] < 2 * haut
        and TRAIT / 2 < b[2] - b[0] < 1.3 * large and encre > 0.25 * ENCRE_MIN
    ]  # fmt: skip
    if not gardes or sum(encre for _, encre in gardes) < ENCRE_MIN:
        return None
    boite = union([b for b, _ in gardes])
    grand = max(b[3] - b[1] for b, _ in gardes)
    return boite if grand >= TRAIT and boite[2] - boite[0] >= TRAIT / 2 else None
