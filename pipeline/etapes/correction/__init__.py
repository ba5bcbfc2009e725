"""Step 3, correction: what OCR misread is put right by the reviewed tables of ``corrections/``, nothing else.

    formules  closed patterns (words, formulas, units, ordinals)   OCR; apostrophes on a text layer too
    signes    signs, figures and stray accents inside a word        OCR
    capitales names whose capital was read as a small letter        OCR
    points    stops set apart from their word               OCR, where it gives boxes
    puces     bullets read as e, o, «, *, +, ¢, >                   OCR
    lettres   letters and accents, checked by a lexicon            OCR with English data only

Why the gate: on text read with French data a lexicon breaks more right words than it mends (measured); with English
data it mends half of the wrong ones.
"""

from modeles.page import Page
from pipeline.etapes.correction import capitales, formules, lettres, points, puces, signes
from pipeline.etapes.correction.signature import MOTS_SUFFISANTS, est_lu_en_anglais

__all__ = ["corriger", "est_lu_en_anglais"]


def corriger(pages: tuple[Page, ...]) -> tuple[Page, ...]:
    """The pages with their words corrected; lines, boxes and ``brut`` stay.

    Every changed word names the lines of the dictionary in ``Mot.correction`` ("formules.tsv:l-I"). Raises
    ErreurEnvironnement when a table is missing or malformed.
    """
    lus = [page for page in pages if page.origine in ("ocr", "texte")]
    document = est_lu_en_anglais("\n".join(_texte(page) for page in lus))
    return tuple(_corriger_page(page, document) for page in pages)


def _texte(page: Page) -> str:
    return "\n".join(ligne.texte for ligne in page.lignes)


def _corriger_page(page: Page, document: bool) -> Page:
    if not page.lignes:
        return page
    lignes = list(page.lignes)
    if page.origine == "couche_texte":
        lignes = formules.appliquer(lignes, frozenset({"tous"}))
    else:
        texte = _texte(page)
        anglais = est_lu_en_anglais(texte) if len(texte.split()) >= MOTS_SUFFISANTS else document
        portees = frozenset(formules.PORTEES if anglais else ("tous", "ocr"))
        lignes = puces.reparer(formules.appliquer(points.reparer(lignes), portees))
        lignes = capitales.reparer(signes.reparer(lignes))
        if anglais:
            lignes = lettres.reparer(lignes)
    if all(a is b for a, b in zip(lignes, page.lignes, strict=True)):
        return page
    return page.model_copy(update={"lignes": tuple(lignes)})
