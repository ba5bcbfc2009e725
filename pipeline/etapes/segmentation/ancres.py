"""Anchors: the paragraphes that print a decision or a vote. Every point of a procès-verbal holds one."""

import re

from modeles.acte import Paragraphe
from pipeline.etapes.segmentation.zones import tete

_ANCRE = re.compile(
    r"""
    (?: .*\b(?:unanimite|unanimement)\b | .*\ba\s+la\s+majorite\b | .*\bapres\s+(?:en\s+)?avoir\s+delibere
      | .*\bmis\s+aux\s+voix
      | (?:vote|pour|contre|abstentions?)\s*:\s | .*\b\d+\s+voix\s+(?:pour|contre)\b | .*\b(?:prend|prennent)\s+acte
      | adopte(?:e|s|es)?\b | (?:le|la|l')\s*(?:conseil|comite|assemblee|bureau)\b[^.]{0,90}\b(?:decide|adopte
        |approuve|autorise|valide|emet|fixe|accepte|refuse|rejette|nomme|designe|elit|charge|donne|confirme|prend)
      | .*\b(?:est|sont)\s+(?:\w+\s+)?(?:proclame|elu|designe|reporte|ajourne|retire|renvoye|differe|adopte
        |approuve|rejete)\w* | .*\bmise?s?\s+aux\s+voix | .*\bsurseoir
    )""",
    re.VERBOSE,
)


def est_ancre(p: Paragraphe) -> bool:
    return p.region == "corps" and p.cellule is None and bool(_ANCRE.match(tete(p)[0]))
