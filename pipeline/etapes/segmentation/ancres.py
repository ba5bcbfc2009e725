"""Anchors: the paragraphes that print a decision or a vote. Every point of a procès-verbal holds one."""

from modeles.acte import Paragraphe
from pipeline.etapes.segmentation.zones import tete
from pipeline.grammaire import proces_verbal as pv


def est_ancre(p: Paragraphe) -> bool:
    return p.region == "corps" and p.cellule is None and bool(pv.ANCRE.match(tete(p)[0]))
