"""The vote printed as a table: its cells as sentences ("Pour : 15") that the grammar of votes reads."""

from modeles.acte import Acte
from modeles.texte import Passage
from pipeline.grammaire.votes import CASE_DE_VOTE


def lire_urne(acte: Acte) -> tuple[Passage, ...]:
    """One passage a label and its value, whether the labels head the columns or open the rows."""
    rangees: dict[tuple[int, int, int], dict[int, list[Passage]]] = {}
    for p in acte.paragraphes("scrutin"):
        assert p.cellule is not None  # the zone holds cells only
        cle = (p.page, p.cellule.tableau, p.cellule.rangee)
        rangees.setdefault(cle, {}).setdefault(p.cellule.colonne, []).append(p.passage)
    lues: list[Passage] = []
    tetes: dict[int, Passage] = {}
    for _, rangee in sorted(rangees.items()):
        cases = {n: Passage.joindre(c) for n, c in rangee.items()}
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
