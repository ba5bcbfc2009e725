"""Headings: what looks like a title, and the one above the session that nothing marks."""

import re
from collections.abc import Sequence

from modeles.acte import NatureZone, Paragraphe
from modeles.texte import plier
from pipeline.etapes.segmentation.role import tete
from pipeline.grammaire import appel
from pipeline.grammaire import structure as s
from pipeline.grammaire.dates import lire_dates
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
    preside = plie.startswith("sous la presidence") and bool(re.search(r"\b(?:siege|reuni|assemble)", plie))
    reuni = s.CONSEIL.match(plie) and " reuni" in plie
    return bool(s.LAN.match(plie) or s.OUVERTURE_DATEE.match(plie) or reuni or preside)


def _annonce(paragraphes: Sequence[Paragraphe], natures: Sequence[NatureZone], rang: int) -> bool:
    """Above a title stands the register's formula, the session or a number; above a motto, the letterhead."""
    plie = next((tete(paragraphes[i])[0] for i in range(rang - 1, -1, -1) if natures[i] in ("entete", "titre")), "")
    motifs = (s.REGISTRE, s.ACTE_DE_L_ORGANE, appel.SEANCE, appel.LIGNE_D_ENTETE, s.NUMERO, s.NUMERO_NU, NUMERO_SEUL)
    return any(m.match(plie) for m in motifs)


def titre_en_tete(paragraphes: Sequence[Paragraphe], natures: Sequence[NatureZone]) -> list[int]:
    """The ranks of the title when nothing marks it: beside the number; the last heading of the letterhead before the
    session's sentence; the one heading at the centre of what stands before the act."""
    entete = [i for i, n in enumerate(natures) if n == "entete" and _est_libre(paragraphes[i])]
    return (
        _a_cote_du_numero(paragraphes, natures, entete)
        or _avant_la_seance(paragraphes, natures)
        or _seul_au_centre(paragraphes, entete)
    )


def _est_libre(p: Paragraphe) -> bool:
    return p.cellule is None and p.region == "corps"


def _peut_intituler(p: Paragraphe) -> bool:
    """A heading of some words that is no line of the letterhead nor of the session."""
    plie, texte = tete(p)
    autre = appel.LETTRE.match(plie) or appel.SEANCE.match(plie) or s.REGISTRE.match(plie) or lire_dates(p.passage)
    return est_titre(p, texte) and len(texte.split()) > 3 and not autre and appel.CIVILITE_ET_NOM.match(texte) is None


def _a_cote_du_numero(
    paragraphes: Sequence[Paragraphe], natures: Sequence[NatureZone], entete: Sequence[int]
) -> list[int]:
    """ "Délibération n° 12" on the left, the title level with it on the right."""
    for i, numero in enumerate(paragraphes):
        if natures[i] != "titre" or not _est_libre(numero) or not NUMERO_SEUL.match(numero.passage.plie):
            continue
        for j in entete:
            p = paragraphes[j]
            a_droite = p.page == numero.page and p.boite[0] > numero.boite[2] and _peut_intituler(p)
            if a_droite and min(p.boite[3], numero.boite[3]) > max(p.boite[1], numero.boite[1]):
                return [j, *_suite(paragraphes, j, entete)]
    return []


def _suite(paragraphes: Sequence[Paragraphe], rang: int, entete: Sequence[int]) -> list[int]:
    """The lines of the same heading right under it."""
    suite: list[int] = []
    for j in range(rang + 1, len(paragraphes)):
        p, avant = paragraphes[j], paragraphes[j - 1]
        dessous = p.page == avant.page and p.boite[0] < avant.boite[2] and avant.boite[0] < p.boite[2]
        if j not in entete or not dessous or p.ecart > 0.9 or not est_titre(p, tete(p)[1]):
            break
        suite.append(j)
    return suite


def _seul_au_centre(paragraphes: Sequence[Paragraphe], entete: Sequence[int]) -> list[int]:
    rangs = [i for i in entete if paragraphes[i].centre and _peut_intituler(paragraphes[i])]
    return [*rangs, *_suite(paragraphes, rangs[0], entete)] if len(rangs) == 1 else []


def _avant_la_seance(paragraphes: Sequence[Paragraphe], natures: Sequence[NatureZone]) -> list[int]:
    """The last heading of the letterhead before the session's sentence, line by line."""
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
