"""Scans the drawn pages into a PDF of images, under one condition a document."""

import random
from pathlib import Path

import cv2
import img2pdf
import numpy as np

from outils.banc_ocr.defauts import Scan, abimer
from outils.generateur.composer import Document
from outils.generateur.dessin import Gris, dessiner

CONDITIONS = {
    "propre": 30, "bureau": 28, "inclinaison 1": 8, "doux": 8, "photocopie 1": 5, "fax 1": 5, "verso 1": 6,
    "compression 1": 6, "lumiere 1": 4,
}  # fmt: skip
"""Condition -> weight: mostly mild."""


def condition(document: Document) -> str:
    """The condition of a document. A typewriter's thin strokes do not outlive a photocopy."""
    facteurs = {"fax": 2 if document.annee < 2000 else 1, "photocopie": 0 if document.machine else 1}
    poids = {c: p * facteurs.get(c.split()[0], 1) for c, p in CONDITIONS.items()}
    return random.Random(document.graine + 1).choices(list(poids), list(poids.values()))[0]


def _abimer(page: Gris, autre: Gris, nom: str, graine: int) -> Scan:
    """ "doux": a lens slightly out of focus; milder than "flou 1" of the OCR bench."""
    if nom == "doux":
        return Scan(np.asarray(cv2.GaussianBlur(page, (0, 0), 1.5), np.uint8), qualite=75)
    return abimer(page, autre, nom, graine)


def numeriser(document: Document, pdf: Path) -> None:
    pages = list(dessiner(document))
    nom = condition(document)
    versos = [*pages[1:], pages[0]]  # ``abimer`` mirrors them
    images = [
        _abimer(page, dos, nom, document.graine + i).octets()
        for i, (page, dos) in enumerate(zip(pages, versos, strict=True))
    ]  # fmt: skip
    pdf.write_bytes(img2pdf.convert(images, nodate=True, engine=img2pdf.Engine.internal) or b"")
