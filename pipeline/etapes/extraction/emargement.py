"""Attendance sheets: tables whose columns say who is present, absent, excused, or gave a proxy."""

import re
from collections import Counter
from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from modeles.acte import Acte, NatureZone, Paragraphe
from modeles.texte import Passage
from pipeline.etapes.extraction.liste_de_noms import lire_noms
from pipeline.grammaire.appel import NOM_ET_ETAT, STATUT


def lire_tableaux(acte: Acte) -> list[list[tuple[NatureZone, Passage]]]:
    """Attendance tables as lists of (part of the roll, text), row by row."""
    tableaux: dict[tuple[int, int], list[Paragraphe]] = {}
    defauts: dict[tuple[int, int], NatureZone] = {}
    for avant, zone in pairwise([None, *acte.zones]):
        if zone is None or zone.nature != "emargement":
            continue
        for p in zone.paragraphes:
            assert p.cellule is not None  # the zone holds cells only
            cle = (p.page, p.cellule.tableau)
            tableaux.setdefault(cle, []).append(p)
            if (
                avant is not None
                and avant.nature in ("absents", "excuses")
                and len(avant.passages[-1].plie.split()) < 4
            ):
                defauts[cle] = avant.nature  # "Délégués excusés", and the table under it
    return [_lire_tableau(cellules, defauts.get(cle)) for cle, cellules in tableaux.items()]


_COLONNES: tuple[tuple[str, re.Pattern[str]], ...] = (
    ("prenoms", re.compile(r"\Aprenoms?\b")),
    ("croix", re.compile(r"\bni (?:de )?pouvoir|sans pouvoir")),
    ("noms", re.compile(r"\A(?:pouvoirs?|procurations?|mandats?)?\s?donnee?s?\spar\b")),
    ("absents", re.compile(r"\Aabsents?\s(?:ou|et|/)\srepresent")),
    ("procurations", re.compile(r"\Arecue?s?\spar\b|pouvoirs?|represente|procurations?|mandataires?|mandats?\b")),
    ("statut", re.compile(r"signature|emargement|motif|observation|presence\b|etat\b|statut\b")),
    ("excuses", re.compile(r"excuses?")),
    ("absents", re.compile(r"absents?")),
    (
        "noms",
        re.compile(
            r"noms?\b|mandants?\b|(?:elus?|membres?|conseillers?)\b(?!.*present)|\A(?:delegue|administrateur)s?\Z"
        ),
    ),
    ("suppleants", re.compile(r"\Asuppleants?\Z")),
    ("presents", re.compile(r"presents?|titulaires?|suppleants?|delegues?")),
)


class _Tetes(NamedTuple):
    """What the columns hold, by the heads of the first two rows."""

    sens: dict[int, str]
    entete: int
    """Last row of the heads; -1 when there is none."""
    defaut: NatureZone = "presents"
    """What a row says of its person when no cell does: a table of the absent lists absent members."""

    def trouver(self, sens: str, cellules: dict[int, list[Passage]]) -> Passage | None:
        """The cell of the first column that holds ``sens``, its lines joined."""
        return next((Passage.joindre(c) for n, c in sorted(cellules.items()) if self.sens.get(n) == sens), None)


def _lire_tableau(cellules: Sequence[Paragraphe], defaut: NatureZone | None = None) -> list[tuple[NatureZone, Passage]]:
    """What each cell says: by the head of its column, and for a signature table by the last cell of its row."""
    rangees: dict[int, dict[int, list[Passage]]] = {}
    for p in cellules:
        assert p.cellule is not None
        rangees.setdefault(p.cellule.rangee, {}).setdefault(p.cellule.colonne, []).append(p.passage)
    etats = [x for p in cellules if (x := _nom_et_etat(p.passage)) is not None]
    listes = any(len(lire_noms(p.passage.texte)) > 1 for p in cellules)
    if not listes and 2 * len(etats) >= len(rangees) >= 3:  # "Titulaire | Suppléant", each cell a name and its state
        return etats
    tetes = _tetes(rangees)
    corps = [rangees[rang] for rang in sorted(rangees) if rang > tetes.entete]
    cochees = sum(any(_coche(c) for c in rangee.values()) for rangee in corps)
    grille = 2 * cochees >= len(corps)
    lus = set(tetes.sens.values())
    manque: NatureZone = "absents" if "absents" in lus else "excuses"
    if {"procurations", "statut"} & lus and manque in lus and not {"noms", "presents"} & lus:
        tetes = tetes._replace(sens={n: "noms" if x == manque else x for n, x in tetes.sens.items()}, defaut=manque)
    else:
        tetes = tetes._replace(sens={n: "presents" if x == "suppleants" else x for n, x in tetes.sens.items()})
    if defaut and "noms" in tetes.sens.values():
        tetes = tetes._replace(defaut=defaut)
    if "noms" not in tetes.sens.values():
        statut = _colonne_de_statut(corps, tetes)
        if statut is not None:  # "Administrateurs | Collège | Présence"
            tetes = tetes._replace(sens={_colonne_de_noms(corps, statut): "noms", statut: "statut"})
        elif grille and tetes.sens:  # "Délégué | Présent | Absent"
            tetes = tetes._replace(sens=tetes.sens | {min(tetes.sens): "noms"})
    return [x for rangee in corps for x in _rangee(rangee, tetes, grille=grille)]


def _colonne_de_statut(corps: Sequence[dict[int, list[Passage]]], tetes: _Tetes) -> int | None:
    """The column where most rows say how the person attended ("Présente", "Représenté par X", "Excusé")."""
    libres = [{n: c for n, c in r.items() if tetes.sens.get(n, "statut") == "statut"} for r in corps]
    lus = Counter(n for rangee in libres for n, c in rangee.items() if STATUT.match(c[0].plie.lstrip(" .…")))
    if not lus:
        return None
    colonne, nombre = lus.most_common(1)[0]
    return colonne if nombre >= 3 and 2 * nombre >= len(corps) and len(lus) < 3 else None


def _colonne_de_noms(corps: Sequence[dict[int, list[Passage]]], statut: int) -> int:
    """The column that holds most names; the leftmost of equals."""
    lus = Counter(n for r in corps for n, c in r.items() if n != statut and lire_noms(Passage.joindre(c).texte))
    return max(sorted(lus), key=lambda n: lus[n], default=0)


def _tetes(rangees: dict[int, dict[int, list[Passage]]]) -> _Tetes:
    sens: dict[int, str] = {}
    lues = [-1]
    deux = sorted(rangees)[:2]
    if len(deux) == 2 and any(_sont_des_etats([rangees[r].get(n) for r in deux]) for n in rangees[deux[0]]):
        return _Tetes({}, -1)  # the roll begins at once
    for rang in deux:
        for colonne, passages in rangees[rang].items():
            plie = " ".join(p.plie for p in passages)
            lu = next((nom for nom, motif in _COLONNES if motif.search(plie)), None)
            if (
                lu
                and colonne not in sens
                and not (rang and STATUT.match(plie))
                and not re.search(r"\d{2,}|\bdate", plie)
            ):
                sens[colonne] = lu
                lues.append(rang)
    return _Tetes(sens, max(lues))


def _nom_et_etat(passage: Passage) -> tuple[NatureZone, Passage] | None:
    """A cell that holds a name and how the person attended: "Jean DUPONT - présent"."""
    fin = NOM_ET_ETAT.fullmatch(passage.plie)
    if fin is None:
        return None
    natures: dict[str, NatureZone] = {"present": "presents", "absent": "absents", "excuse": "excuses"}
    return natures[fin["etat"]], passage.extrait(0, fin.end("nom"))


def _sont_des_etats(cellules: Sequence[list[Passage] | None]) -> bool:
    """Each cell says how one person attended: "présent", "excusée"; not the head of a column ("Présents")."""
    return all(c and re.fullmatch(r"\W*(?:present|absent|excuse)e?\W*", c[0].plie) for c in cellules)


def _coche(passages: Sequence[Passage]) -> bool:
    """A cross or a tick alone in its cell."""
    return len(passages) == 1 and bool(re.fullmatch(r"[xXvV×✓✔✗☒•*/\\+]{1,2}", passages[0].texte.strip()))


def _rangee(cellules: dict[int, list[Passage]], tetes: _Tetes, *, grille: bool) -> list[tuple[NatureZone, Passage]]:
    """One row. ``grille``: most rows bear a cross, so that a row without any says nothing."""
    nom = tetes.trouver("noms", cellules)
    if nom is not None:
        if prenom := tetes.trouver("prenoms", cellules):
            nom = Passage.joindre([nom, prenom])
        nature = _statut(cellules, tetes)
        if nature == "procurations":
            pouvoir = tetes.trouver("procurations", cellules) or tetes.trouver("statut", cellules)
            return [("procurations", Passage.joindre([nom, _sans_croix(pouvoir)], " → "))] if pouvoir else []
        return [(nature or tetes.defaut, nom)] if nature or not (grille and "presents" in tetes.sens.values()) else []
    sorties: list[tuple[NatureZone, Passage]] = []
    for colonne, passages in sorted(cellules.items()):
        natures: dict[str, NatureZone] = {"presents": "presents", "absents": "absents", "excuses": "excuses"}
        sens = tetes.sens.get(colonne, "")
        if sens == "procurations":
            sorties.append(("procurations", Passage.joindre(passages)))
        elif sens in natures:
            sorties.extend((_annonce(p) or natures[sens], p) for p in _a_joindre(passages))
    return sorties


def _statut(cellules: dict[int, list[Passage]], tetes: _Tetes) -> NatureZone | None:
    """What a row says of its person: a power, a word in the signature's cell, a cross under a head."""
    pouvoir = tetes.trouver("procurations", cellules)
    statut = tetes.trouver("statut", cellules)
    plie = " ".join(p.plie for n, c in cellules.items() if tetes.sens.get(n) != "noms" for p in c)
    if (pouvoir and lire_noms(pouvoir.texte)) or (statut and re.search(r"pouvoir|procuration|represent", statut.plie)):
        return "procurations"
    for nature, motif in (("excuses", r"excus"), ("absents", r"absent")):
        croix = any(tetes.sens.get(n) == nature and _coche(c) for n, c in cellules.items())
        if croix or re.search(motif, plie):
            return "excuses" if nature == "excuses" else "absents"
    signe = statut is not None or any(tetes.sens.get(n) == "presents" and _coche(c) for n, c in cellules.items())
    return "presents" if signe else None


def _sans_croix(passage: Passage) -> Passage:
    """The holder printed beside the cross: "X (M. CAPMARTIN)"."""
    croix = re.match(r"[xv☒✓]\s*\(?\s*(?=\S)", passage.plie)
    return passage.extrait(croix.end(), len(passage.texte)) if croix else passage


def _annonce(passage: Passage) -> NatureZone | None:
    """What a cell says against the head of its column ("Absente : Mme X" under "Absents / excusés")."""
    ouvre = re.match(r"(?P<part>absent|excuse)\w*\s?:", passage.plie)
    return None if ouvre is None else "absents" if ouvre["part"] == "absent" else "excuses"


def _a_joindre(passages: Sequence[Passage]) -> list[Passage]:
    """Lines of a cell, joined where one cannot end ("X, suppléé / par / Y")."""
    groupes: list[Passage] = []
    for passage in passages:
        if groupes and re.search(r"(?:\b(?:par|a|de|supplee?|remplacee?|representee?)|[,→-])$", groupes[-1].plie):
            groupes[-1] = Passage.joindre([groupes[-1], passage])
        else:
            groupes.append(passage)
    return groupes
