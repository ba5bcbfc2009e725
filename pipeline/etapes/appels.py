"""Roll calls: a name, a dotted line, and how the person attended ("Jean DUPONT ........ présent").

The dots are read as noise or not at all, and the names and the states then look like two columns. Here each state is
given back to the name it stands level with, and the roll becomes a table of two columns.
"""

import re
from collections.abc import Sequence
from typing import NamedTuple

from modeles.texte import Boite, Mot, plier, union
from pipeline.etapes.filets import Case
from pipeline.etapes.fils import Fil, meme_ligne

RANGEES = 4
"""Fewest names of a roll."""
PAS = 5.0
"""Furthest that one name stands from the next, in word heights."""
SUR = 0.5
"""Confidence of a word that dots are rarely given."""

ETAT = re.compile(r"(?:present|absent|excuse|represente)e?")
"""etat = "présent" | "absente" | ..., alone at the end of a line; folded, without punctuation."""
_PARTICULE = re.compile(r"d[eu']|des|la|le|von|van|der|den|el|da|dos|di|della|ait|d'\w+")

Cellules = dict[tuple[int, int], list[Mot]]


class _Rangee(NamedTuple):
    nom: tuple[Mot, ...]
    etat: tuple[Mot, ...]
    boite: Boite


def detacher(fils: Sequence[Fil], haut: float, premier: int) -> tuple[list[Fil], list[tuple[Case, ...]], Cellules]:
    """(other threads, tables, words of their cells). ``premier``: the rank of the first table made."""
    rangees = [r for f in fils if (r := _rangee(f, fils, haut)) is not None]
    tables: list[tuple[Case, ...]] = []
    cellules: Cellules = {}
    reste = list(fils)
    for serie in _series(rangees, haut):
        cadre = union([r.boite for r in serie])
        dedans = [f for f in reste if f.tableau is None and _est_dans(f.boite, cadre, haut)]
        seules = [_Rangee(n, (), f.boite) for f in dedans if (n := _sans_etat(f, serie, haut))]
        reste = [f for f in reste if f not in dedans]
        cases: list[Case] = []
        for rang, rangee in enumerate(sorted([*serie, *seules], key=lambda r: r.nom[0].boite[1])):
            for colonne, mots in enumerate((rangee.nom, rangee.etat)):
                if mots:
                    cellules[(premier + len(tables), len(cases))] = list(mots)
                    cases.append(Case(union([m.boite for m in mots]), rang, colonne))
        tables.append(tuple(cases))
    return reste, tables, cellules


def _rangee(fil: Fil, fils: Sequence[Fil], haut: float) -> _Rangee | None:
    """The name that the state at the end of a thread belongs to: in the thread itself, or the nearest on its left."""
    if not fil.mots or not ETAT.fullmatch(plier(fil.mots[-1].texte).strip(" .,;:»")):
        return None
    etat = fil.mots[-1]
    gauche = [fil] if len(fil.mots) > 1 and _nom(fil.mots[:-1]) else []
    if not gauche:
        niveau = [f for f in fils if f is not fil and f.mots and f.boite[2] <= etat.boite[0] + haut
                  and meme_ligne(f.mots[0].boite, etat.boite, haut) and _nom(f.mots)]  # fmt: skip
        gauche = sorted(niveau, key=lambda f: f.boite[0])[-1:]
    if not gauche:
        return None
    nom = _nom(gauche[0].mots[:-1] if gauche[0] is fil else gauche[0].mots)
    return _Rangee(nom, (etat,), union([*(m.boite for m in nom), etat.boite]))


def _nom(mots: Sequence[Mot]) -> tuple[Mot, ...]:
    """The capitalised words that open a thread, as a person's name does; () when they do not make one."""
    nom: list[Mot] = []
    for mot in mots:
        lettres = sum(c.isalpha() for c in mot.texte)
        particule = bool(nom) and _PARTICULE.fullmatch(plier(mot.texte))
        if not particule and not (mot.texte[:1].isupper() and 2 * lettres > len(mot.texte) and _tenu(mot, nom)):
            break
        nom.append(mot)
    while nom and _PARTICULE.fullmatch(plier(nom[-1].texte)):
        nom.pop()
    lu = "".join(m.texte for m in nom)
    return tuple(nom) if len(nom) >= 2 and len(nom) <= 7 and ":" not in lu else ()


def _tenu(mot: Mot, nom: Sequence[Mot]) -> bool:
    """A word surely read, or one that goes on with the name without a gap."""
    return mot.confiance >= SUR or (len(nom) == 1 and mot.boite[0] - nom[-1].boite[2] < mot.boite[3] - mot.boite[1])


def _sans_etat(fil: Fil, serie: Sequence[_Rangee], haut: float) -> tuple[Mot, ...]:
    """A name of the roll whose state was not read: it begins where the others do, and is none of them."""
    nom = _nom(fil.mots)
    aligne = any(abs(fil.boite[0] - r.nom[0].boite[0]) < haut for r in serie)
    return nom if nom and aligne and not any(nom[0] is r.nom[0] for r in serie) else ()


def _series(rangees: Sequence[_Rangee], haut: float) -> list[list[_Rangee]]:
    """Runs of names under each other."""
    series: list[list[_Rangee]] = []
    for rangee in sorted(rangees, key=lambda r: r.boite[1]):
        x0, y0 = rangee.nom[0].boite[:2]
        suite = next(
            (
                s
                for s in series
                if abs(s[-1].nom[0].boite[0] - x0) < 3 * haut and 0 < y0 - s[-1].nom[0].boite[1] < PAS * haut
            ),
            None,
        )
        if suite is None:
            series.append([rangee])
        else:
            suite.append(rangee)
    return [s for s in series if len(s) >= RANGEES]


def _est_dans(boite: Boite, cadre: Boite, haut: float) -> bool:
    y = (boite[1] + boite[3]) / 2
    return cadre[1] - 0.2 * haut < y < cadre[3] + 0.2 * haut and cadre[0] - haut < boite[0] < cadre[2]
