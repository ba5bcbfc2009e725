"""Headings: what looks like a title, and the one above the session that nothing marks."""

import re
from collections.abc import Sequence

from modeles.acte import NatureZone, Paragraphe
from modeles.texte import plier
from pipeline.etapes.segmentation.role import tete
from pipeline.grammaire import appel
from pipeline.grammaire import structure as s
from pipeline.grammaire.titre import NUMERO_SEUL


def est_titre(paragraphe: Paragraphe, texte: str) -> bool:
    """A heading: few lines, no final stop, a capital or a figure first, not a sentence of the report."""
    if paragraphe.lignes > 6 or len(texte) > 420 or not (texte[:1].isupper() or texte[:1].isdigit()):
        return False
    plie = plier(texte)
    return not (
        re.search(r"[.;,:]\s*$", texte)
        or s.PROPOSITION.match(plie)
        or appel.PHRASE.match(plie)
        or appel.LIGNE_D_ENTETE.fullmatch(plie)
        or appel.PRESIDENT_NOMME.match(plie)
    )


def est_intitule(paragraphe: Paragraphe) -> bool:
    """The title itself, not its number nor its rapporteur."""
    plie, _ = tete(paragraphe)
    return not (s.RAPPORTEUR.match(plie) or NUMERO_SEUL.match(paragraphe.passage.plie) or NUMERO_SEUL.match(plie))


def _ouvre_la_seance(plie: str) -> bool:
    return bool(s.LAN.match(plie) or s.OUVERTURE_DATEE.match(plie) or (s.CONSEIL.match(plie) and " reuni" in plie))


def _annonce(paragraphes: Sequence[Paragraphe], natures: Sequence[NatureZone], rang: int) -> bool:
    """Above a title stands the register's formula, the session or a number; above a motto, the letterhead."""
    plie = next((tete(paragraphes[i])[0] for i in range(rang - 1, -1, -1) if natures[i] in ("entete", "titre")), "")
    motifs = (s.REGISTRE, appel.SEANCE, appel.LIGNE_D_ENTETE, s.NUMERO, s.NUMERO_NU, NUMERO_SEUL)
    return any(m.match(plie) for m in motifs)


def titre_en_tete(paragraphes: Sequence[Paragraphe], natures: Sequence[NatureZone]) -> list[int]:
    """The last heading of the letterhead before the session's sentence, line by line, when nothing marks the title."""
    rangs: list[int] = []
    debut = next(
        (i for i, p in enumerate(paragraphes) if natures[i] == "entete" and _ouvre_la_seance(tete(p)[0])), None
    )
    for i in range((debut or 0) - 1, -1, -1):
        p = paragraphes[i]
        plie, texte = tete(p)
        if natures[i] != "entete" or p.cellule is not None or p.region != "corps":
            continue
        if appel.LETTRE.match(plie) or appel.SEANCE.match(plie) or s.REGISTRE.match(plie) or NUMERO_SEUL.match(plie):
            break
        if not est_titre(p, texte) or (rangs and paragraphes[rangs[0]].ecart > 1.0):
            break
        rangs.insert(0, i)
    if not rangs or not _annonce(paragraphes, natures, rangs[0]):
        return []
    return rangs if sum(len(paragraphes[i].passage.texte.split()) for i in rangs) > 3 else []
