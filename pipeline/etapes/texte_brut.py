"""Raw OCR text made into pages, as if it had been seen."""

import re
import unicodedata
from itertools import count

from modeles.page import Ligne, Page
from pipeline.etapes.mots import faire_mot

CHASSE, INTERLIGNE = 6.0, 12.0
"""Advance and line step of plain text, points."""


def pages_de_texte(texte: str) -> tuple[Page, ...]:
    """The pages of raw OCR text: form feeds part pages, blank lines part blocks.

    Boxes are made up but monotone: x from the column, y from the line, so that indents and order survive.
    """
    feuilles = unicodedata.normalize("NFC", texte).replace("\r\n", "\n").replace("\r", "\n").split("\f")
    while len(feuilles) > 1 and not feuilles[-1].strip():
        feuilles.pop()
    return tuple(_page_de_texte(feuille, n) for n, feuille in enumerate(feuilles, start=1))


def _page_de_texte(feuille: str, numero: int) -> Page:
    lignes, blocs, blanc = [], count(), True
    rangs = feuille.expandtabs(8).split("\n")
    bloc = 0
    for rang, contenu in enumerate(rangs):
        if not contenu.strip():
            blanc = True
            continue
        bloc = next(blocs) if blanc else bloc
        blanc = False
        y = rang * INTERLIGNE
        mots = tuple(
            faire_mot(m.group(), numero, (m.start() * CHASSE, y, m.end() * CHASSE, y + 0.75 * INTERLIGNE), 1.0)
            for m in re.finditer(r"\S+", contenu)
        )
        lignes.append(Ligne(mots=mots, bloc=bloc))
    largeur = max((len(r) for r in rangs), default=0) * CHASSE
    return Page(
        numero=numero, largeur=max(largeur, 1.0), hauteur=max(len(rangs) * INTERLIGNE, 1.0),
        origine="texte" if lignes else "vide", lignes=tuple(lignes),
    )  # fmt: skip
