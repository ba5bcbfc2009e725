"""What stands outside the running text: cells of tables, margin, stamps. Told by their place first."""

from collections import Counter
from collections.abc import Sequence
from typing import NamedTuple

from modeles.acte import NatureZone, Paragraphe
from pipeline.etapes.segmentation.role import est_liste_de_noms, role, tete
from pipeline.etapes.segmentation.tableaux import (
    rangee,
    table,
    tableaux_de_decisions,
    tableaux_de_presence,
    tableaux_de_vote,
)
from pipeline.grammaire import appel
from pipeline.grammaire import structure as s

ROLE: frozenset[NatureZone] = frozenset({"presents", "absents", "excuses", "procurations", "assistants", "mouvements"})


def parts_des_cases(paragraphes: Sequence[Paragraphe]) -> dict[int, NatureZone]:
    """The cells that open a part of the roll: a caption alone in its row ("MEMBRES PRÉSENTS"), or a label and names."""
    rangees = Counter((table(p), rangee(p)) for p in paragraphes if p.cellule is not None)
    parts_lues: dict[int, NatureZone] = {}
    for i, p in enumerate(paragraphes):
        part = role(*tete(p)) if p.cellule is not None else None
        if part is None:
            continue
        texte = p.passage.texte
        nommes = ":" in texte and est_liste_de_noms(texte.split(":", 1)[1].strip() or "-")
        if rangees[table(p), rangee(p)] == 1 or nommes:
            parts_lues[i] = part
    return parts_lues


class Tables(NamedTuple):
    """The tables that have a part of their own, as (page, table)."""

    urnes: frozenset[tuple[int, int]]
    presence: frozenset[tuple[int, int]]
    decisions: frozenset[tuple[int, int]]


def reconnaitre(paragraphes: Sequence[Paragraphe]) -> Tables:
    """What the tables are, by what their cells say; one that prints a vote is no roll."""
    urnes = tableaux_de_vote(paragraphes)
    return Tables(urnes, tableaux_de_presence(paragraphes) - urnes, tableaux_de_decisions(paragraphes))


def hors_texte(paragraphe: Paragraphe, etat: NatureZone, avant: bool, tables: Tables) -> NatureZone | None:
    """Margin, stamp and table: told by their place, not by their words."""
    if table(paragraphe) in tables.urnes:
        return "scrutin"
    if paragraphe.region != "corps":
        return paragraphe.region
    if paragraphe.cellule is None:
        return None
    if table(paragraphe) in tables.presence:
        return "emargement"
    if s.OBJET.match(paragraphe.passage.plie):
        return "titre"
    if s.VISA_MINUSCULE.match(paragraphe.passage.plie):
        return "visas"
    if etat == "dispositif" and table(paragraphe) in tables.decisions:
        return "dispositif"
    if etat in ROLE and not _est_une_lettre(paragraphe.passage.plie):
        return etat
    return "entete" if avant else "annexe"


def _est_une_lettre(plie: str) -> bool:
    """A line of the letterhead, beside a roll in the margin."""
    return bool(appel.LIGNE_DE_LIEU.match(plie) or appel.LETTRE_DE_CORPS.match(plie) or s.REGISTRE.match(plie))
