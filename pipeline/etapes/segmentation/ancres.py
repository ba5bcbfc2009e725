"""Anchors: the paragraphes that print a decision or a vote. Every point of a procès-verbal holds one."""

from collections.abc import Sequence

from modeles.acte import Paragraphe
from pipeline.etapes.segmentation.role import tete
from pipeline.grammaire import proces_verbal as pv
from pipeline.grammaire import structure as s


def est_ancre(p: Paragraphe) -> bool:
    if p.region != "corps" or p.cellule is not None:
        return False
    en_ligne = pv.TITRE_ET_DECISION.match(p.passage.plie)
    decide_en_ligne = en_ligne and p.passage.texte[en_ligne.end() : en_ligne.end() + 1].isupper()
    return bool(decide_en_ligne or pv.ANCRE.match(tete(p)[0]))


def decide(paragraphes: Sequence[Paragraphe]) -> bool:
    """Whether a decision or a vote stands among the paragraphes."""
    return any(est_ancre(p) or s.DELIBERE.match(tete(p)[0]) for p in paragraphes)
