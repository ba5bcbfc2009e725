"""Tables told apart by what their cells say: rolls, votes, grids of labels and values."""

import re
from collections.abc import Sequence

from modeles.acte import Paragraphe
from modeles.texte import Passage
from pipeline.grammaire import appel
from pipeline.grammaire.dispositif import INFINITIF
from pipeline.grammaire.urne import CASE_COMPTEE, CASE_DE_VOTE


def tableaux_de_presence(paragraphes: Sequence[Paragraphe]) -> frozenset[tuple[int, int]]:
    """(page, table) of the tables that are rolls: their header names people, presence, signature or powers."""
    return frozenset(cle for cle, cases in tables(paragraphes).items() if _est_un_appel(cases))


def _est_un_appel(cases: Sequence[Paragraphe]) -> bool:
    corps = [p for p in cases if rangee(p)]
    if not any(re.search(r"[^\W\d_]{3}", p.passage.texte) for p in corps):
        return False
    if 2 * sum(p.passage.plie.strip().isdigit() for p in corps) >= len(corps):  # a table of seats, not of people
        return False
    tetes = " ".join(p.passage.plie for p in cases if rangee(p) <= 1)
    if "emargement" in tetes or 2 * sum(bool(appel.NOM_ET_ETAT.fullmatch(p.passage.plie)) for p in corps) >= max(
        3, *map(rangee, corps)
    ):
        return True
    if _noms_par_commune(cases):
        return True
    comptes = any(re.search(r":\s*\d+\b", p.passage.texte) for p in cases)
    statuts = sum(bool(appel.STATUT.match(p.passage.plie)) for p in cases)
    return (not comptes and len(appel.TABLEAU_DE_PRESENCE.findall(tetes)) >= 2) or (
        statuts >= 3 and 2 * statuts >= 1 + max(map(rangee, cases))
    )


def _noms_par_commune(cases: Sequence[Paragraphe]) -> bool:
    """ "Communes | Délégués présents": the head of one column, names and no figure under it."""
    tetes = {colonne(p) for p in cases if rangee(p) == 0 and appel.TETE_DES_PRESENTS.fullmatch(p.passage.plie)}
    sous = [p.passage.texte for p in cases if rangee(p) and colonne(p) in tetes]
    large = len({colonne(p) for p in cases if not rangee(p)}) > 1
    return large and len(tetes) == 1 and len(sous) > 1 and not any(c.isdigit() for texte in sous for c in texte)


def tableaux_de_decisions(paragraphes: Sequence[Paragraphe]) -> frozenset[tuple[int, int]]:
    """(page, table) of the tables of what is decided: infinitives in their longer cells ("1 | D'accorder ...")."""
    return frozenset(
        cle
        for cle, cases in tables(paragraphes).items()
        if (longues := [p.passage.plie for p in cases if len(p.passage.plie.split()) > 3])
        and all(INFINITIF.match(plie) for plie in longues)
    )


def tableaux_de_vote(paragraphes: Sequence[Paragraphe]) -> frozenset[tuple[int, int]]:
    """(page, table) of the tables that print a vote: "pour" and "contre" alone in their cells."""
    return frozenset(cle for cle, cases in tables(paragraphes).items() if {"pour", "contre"} <= _sens_comptes(cases))


def _sens_comptes(cases: Sequence[Paragraphe]) -> set[str]:
    """The last word of each label of a vote, with its count in the same cell or not."""
    vus = set()
    for p in cases:
        plie = p.passage.plie.strip(" :")
        if CASE_COMPTEE.match(p.passage.plie):
            vus.add(plie.split()[0].rstrip(":"))
        elif CASE_DE_VOTE.fullmatch(plie):
            vus.add(plie.split()[-1])
    return vus


def table(p: Paragraphe) -> tuple[int, int] | None:
    """(page, rank) of the table that a paragraph is a cell of; None outside."""
    return (p.page, p.cellule.tableau) if p.cellule is not None else None


def tables(paragraphes: Sequence[Paragraphe]) -> dict[tuple[int, int], list[Paragraphe]]:
    """The cells of each table, in reading order."""
    lues: dict[tuple[int, int], list[Paragraphe]] = {}
    for p in paragraphes:
        if (cle := table(p)) is not None:
            lues.setdefault(cle, []).append(p)
    return lues


def rangee(p: Paragraphe) -> int:
    """Row of a cell; 0 outside a table."""
    return p.cellule.rangee if p.cellule is not None else 0


def colonne(p: Paragraphe) -> int:
    """Column of a cell; 0 outside a table."""
    return p.cellule.colonne if p.cellule is not None else 0


def lire_les_grilles(paragraphes: Sequence[Paragraphe]) -> list[Paragraphe]:
    """Tables of labels and values ("En exercice | Présents" over "24 | 15", "Objet | ...") as lines "label : value".

    Two rows, the first of labels; or two columns, the first of labels; or "Nom | Prénom | Fonction", a person a row.
    Tables of votes and rolls are left alone.
    """
    autres = tableaux_de_presence(paragraphes) | tableaux_de_vote(paragraphes)
    lues = {
        cle: lignes
        for cle, cases in tables(paragraphes).items()
        if cle not in autres and (lignes := _grille(cases) or _noms(cases))
    }
    sorties: list[Paragraphe] = []
    for p in paragraphes:
        cle = table(p)
        if cle is None or cle not in lues:
            sorties.append(p)
        else:
            sorties += lues[cle]  # once, where the table begins
            lues[cle] = []
    return sorties


def _noms(cases: Sequence[Paragraphe]) -> list[Paragraphe]:
    """The persons of a table that parts surname, first name and function, one a line; [] when it is no such table."""
    tetes = {p.passage.plie.strip(" :"): colonne(p) for p in cases if rangee(p) == 0}
    colonnes = [tetes.get(x) for x in ("nom", "prenom", "fonction")]
    if None in colonnes[:2]:
        return []
    lignes: dict[int, list[Paragraphe]] = {}
    for p in sorted(
        (p for p in cases if rangee(p) and colonne(p) in colonnes), key=lambda p: colonnes.index(colonne(p))
    ):
        lignes.setdefault(rangee(p), []).append(p)
    return [_en_ligne(lignes[rang]) for rang in sorted(lignes) if len(lignes[rang]) > 1]


def _en_ligne(cases: Sequence[Paragraphe]) -> Paragraphe:
    personne = Passage.joindre([p.passage for p in cases[:2]])
    passage = Passage.joindre([personne, *(p.passage for p in cases[2:])], ", ")
    return cases[0].model_copy(update={"passage": passage, "cellule": None})


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
