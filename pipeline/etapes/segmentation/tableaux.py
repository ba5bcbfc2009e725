"""Tables told apart by what their cells say: rolls, votes, grids of labels and values."""

import re
from collections import Counter
from collections.abc import Sequence

from modeles.acte import Paragraphe
from modeles.texte import Passage
from pipeline.grammaire import appel
from pipeline.grammaire.votes import CASE_COMPTEE, CASE_DE_VOTE


def tableaux_de_presence(paragraphes: Sequence[Paragraphe]) -> frozenset[tuple[int, int]]:
    """(page, table) of the tables that are rolls: their header names people, presence, signature or powers."""
    entetes: dict[tuple[int, int], str] = {}
    for p in paragraphes:
        if p.cellule is not None and p.cellule.rangee <= 1:
            cle = (p.page, p.cellule.tableau)
            entetes[cle] = f"{entetes.get(cle, '')} {p.passage.plie}"
    lettres = {cle for cle, p in _cases(paragraphes) if rangee(p) and re.search(r"[^\W\d_]{3}", p.passage.texte)}
    comptes = {cle for cle, p in _cases(paragraphes) if re.search(r":\s*\d+\b", p.passage.texte)}
    tailles = Counter(cle for cle, p in _cases(paragraphes) if rangee(p))
    chiffres = Counter(cle for cle, p in _cases(paragraphes) if rangee(p) and p.passage.plie.strip().isdigit())
    statuts = Counter(cle for cle, p in _cases(paragraphes) if appel.STATUT.match(p.passage.plie))
    rangees = {cle: 1 + max(rangee(p) for c, p in _cases(paragraphes) if c == cle) for cle in entetes}
    return frozenset(
        cle
        for cle, texte in entetes.items()
        if cle in lettres
        and 2 * chiffres[cle] < tailles[cle]  # a table of seats, not of people
        and (
            (cle not in comptes and len(appel.TABLEAU_DE_PRESENCE.findall(texte)) >= 2)
            or "emargement" in texte
            or (statuts[cle] >= 3 and 2 * statuts[cle] >= rangees[cle])
        )
    )


def tableaux_de_vote(paragraphes: Sequence[Paragraphe]) -> frozenset[tuple[int, int]]:
    """(page, table) of the tables that print a vote: "pour" and "contre" alone in their cells."""
    vus: dict[tuple[int, int], set[str]] = {}
    for cle, p in _cases(paragraphes):
        comptee = CASE_COMPTEE.match(p.passage.plie)
        if CASE_DE_VOTE.fullmatch(p.passage.plie.strip(" :")) or comptee:
            mot = p.passage.plie.split()[0] if comptee else p.passage.plie.strip(" :").split()[-1]
            vus.setdefault(cle, set()).add(mot.rstrip(":"))
    return frozenset(cle for cle, mots in vus.items() if {"pour", "contre"} <= mots)


def _cases(paragraphes: Sequence[Paragraphe]) -> list[tuple[tuple[int, int], Paragraphe]]:
    """((page, table), cell) of every cell."""
    return [((p.page, p.cellule.tableau), p) for p in paragraphes if p.cellule is not None]


def rangee(p: Paragraphe) -> int:
    """Row of a cell; 0 outside a table."""
    return p.cellule.rangee if p.cellule is not None else 0


def colonne(p: Paragraphe) -> int:
    """Column of a cell; 0 outside a table."""
    return p.cellule.colonne if p.cellule is not None else 0


def lire_les_grilles(paragraphes: Sequence[Paragraphe]) -> list[Paragraphe]:
    """Tables of labels and values ("En exercice | Présents" over "24 | 15", "Objet | ...") as lines "label : value".

    Two rows, the first of labels; or two columns, the first of labels. Tables of votes and rolls are left alone.
    """
    autres = tableaux_de_presence(paragraphes) | tableaux_de_vote(paragraphes)
    tables: dict[tuple[int, int], list[Paragraphe]] = {}
    for cle, p in _cases(paragraphes):
        if cle not in autres:
            tables.setdefault(cle, []).append(p)
    lues = {cle: lignes for cle, cases in tables.items() if (lignes := _grille(cases))}
    sorties: list[Paragraphe] = []
    for p in paragraphes:
        cle = (p.page, p.cellule.tableau if p.cellule is not None else -1)
        if cle not in lues:
            sorties.append(p)
        else:
            sorties += lues[cle]  # once, where the table begins
            lues[cle] = []
    return sorties


def _grille(cases: Sequence[Paragraphe]) -> list[Paragraphe]:
    """The lines of one table; [] when it is no grid of labels and values."""
    en_tete = [p for p in cases if rangee(p) == 0 and appel.GRILLE.fullmatch(p.passage.plie)]
    sous = {p.cellule.colonne: p for p in cases if p.cellule is not None and rangee(p) == 1}
    a_gauche = [p for p in cases if colonne(p) == 0 and appel.GRILLE.fullmatch(p.passage.plie)]
    a_droite = {rangee(p): p for p in cases if colonne(p) == 1}
    if len(en_tete) >= 2 and max(map(rangee, cases)) == 1 and len(sous) >= 2:
        couples = [(p, sous[colonne(p)]) for p in en_tete if colonne(p) in sous]
    elif a_gauche and len(a_gauche) == len({rangee(p) for p in cases}) and max(map(colonne, cases)) == 1:
        couples = [(p, a_droite[rangee(p)]) for p in a_gauche if rangee(p) in a_droite]
    else:
        return []
    return [
        a.model_copy(update={"passage": Passage.joindre([a.passage, b.passage], " : "), "cellule": None})
        for a, b in couples
    ]
