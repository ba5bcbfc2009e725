"""The vote printed as a table: its cells as sentences ("Pour : 15") that the grammar of votes reads, and the crosses
that say who voted how."""

from modeles.acte import Acte
from modeles.texte import Passage
from pipeline.grammaire.urne import CASE_DE_VOTE, CROIX

_COLONNES = (("noms_contre", "contre"), ("noms_abstention", "abstention"), ("noms_ne_prend_pas_part", "prend"))


def _rangees(acte: Acte) -> list[dict[int, Passage]]:
    """The rows of the tables of votes: column -> what it holds."""
    rangees: dict[tuple[int, int, int], dict[int, list[Passage]]] = {}
    for p in acte.paragraphes("scrutin"):
        assert p.cellule is not None  # the zone holds cells only
        cle = (p.page, p.cellule.tableau, p.cellule.rangee)
        rangees.setdefault(cle, {}).setdefault(p.cellule.colonne, []).append(p.passage)
    return [{n: Passage.joindre(c) for n, c in rangee.items()} for _, rangee in sorted(rangees.items())]


def lire_croix(acte: Acte) -> dict[str, tuple[Passage, ...]]:
    """Field of the vote -> the names of the rows that bear a cross under its head ("Contre", "Abstention")."""
    champs: dict[int, str] = {}
    lues: dict[str, tuple[Passage, ...]] = {}
    for cases in _rangees(acte):
        tetes = {n: c.plie for n, c in cases.items() if CASE_DE_VOTE.fullmatch(c.plie.strip(" :"))}
        if len(tetes) > 1:
            champs = {n: champ for n, plie in tetes.items() for champ, mot in _COLONNES if mot in plie}
            continue
        cochees = [n for n in champs if n in cases and CROIX.fullmatch(cases[n].plie)]
        if len(cochees) == 1 and min(cases) < min(champs):
            lues[champs[cochees[0]]] = (*lues.get(champs[cochees[0]], ()), cases[min(cases)])
    return lues


def lire_urne(acte: Acte) -> tuple[Passage, ...]:
    """One passage a label and its value, whether the labels head the columns or open the rows."""
    lues: list[Passage] = []
    tetes: dict[int, Passage] = {}
    for rangee in _rangees(acte):
        cases = {n: c for n, c in rangee.items() if n not in tetes or not CROIX.fullmatch(c.plie)}
        etiquettes = [n for n, c in cases.items() if CASE_DE_VOTE.fullmatch(c.plie.strip(" :"))]
        if len(etiquettes) > 1:
            tetes = {n: cases[n] for n in etiquettes}
        elif tetes and not etiquettes:
            lues += [Passage.joindre([tetes[n], c], " : ") for n, c in sorted(cases.items()) if n in tetes]
        elif not etiquettes:
            lues += list(cases.values())
        elif len(cases) > 1:
            suite = [c for n, c in sorted(cases.items()) if n > etiquettes[0]]
            lues.append(Passage.joindre([cases[etiquettes[0]], *suite], " : "))
    return tuple(lues)
