"""Where the points of one session begin: by number, by rank, by agenda, by heading, by vote."""

import re
from collections.abc import Sequence
from itertools import pairwise
from statistics import median

from modeles.acte import Paragraphe
from pipeline.etapes.segmentation.ancres import decide, est_ancre
from pipeline.etapes.segmentation.ordre_du_jour import est_a_l_ordre, lire_ordre_du_jour
from pipeline.etapes.segmentation.role import est_liste_de_noms, role, tete
from pipeline.etapes.segmentation.titres import est_titre
from pipeline.grammaire import proces_verbal as pv
from pipeline.grammaire import structure as s

_NOMBRE = re.compile(r"(?<![a-z])[ivxl\d]+(?![a-z])|\d+")
"""A figure, or a Roman one: "2022/IV/38" and "2022/1V/37" are numbers of one form."""
_VALEURS = {"i": 1, "v": 5, "x": 10, "l": 50}


def _points_par_numero(paragraphes: Sequence[Paragraphe]) -> list[int]:
    """Indices of "Délibération n° X" or "2014-04-11/01 - Titre" paragraphes, when each has its decision."""
    debuts, formes = [], []
    for i, p in enumerate(paragraphes):
        plie = p.passage.plie
        trouve = pv.NUMERO_POINT.match(plie)
        nu = s.NUMERO_NU.match(plie)
        if (
            p.region == "corps"
            and p.cellule is None
            and p.passage.texte[:1].isupper() | p.passage.texte[:1].isdigit()
            and (trouve or nu)
        ):
            fin = trouve.end() if trouve else 0
            numero = re.match(r"[\w./-]*\d[\w./-]*(?:\s/\s?\d[\w./-]*)*", plie[fin:])
            if numero and (len(plie) < 260 or "objet" in plie[:60]):
                debuts.append(i)
                formes.append((bool(trouve), _NOMBRE.sub("0", numero.group().replace(" ", ""))))
    if not debuts:
        return []
    forme = max(set(formes), key=formes.count)
    gardes = [i for i, f in zip(debuts, formes, strict=True) if f == forme]
    return gardes if _avec_decision(paragraphes, gardes) else []


def _avec_son_titre(paragraphes: Sequence[Paragraphe], i: int, debut: int, entrees: Sequence[str]) -> int:
    """Where the point really begins: its title, an entry of the agenda, may stand above its number."""
    j = _precedent(paragraphes, i)
    return j if j >= debut and _annonce(paragraphes[j], tete(paragraphes[j])[0], entrees) else i


def _points_par_objet(paragraphes: Sequence[Paragraphe]) -> list[int]:
    gardes = [i for i, p in enumerate(paragraphes) if p.region == "corps" and s.OBJET.match(tete(p)[0])]
    return _avec_decision(paragraphes, gardes)


def _avec_decision(paragraphes: Sequence[Paragraphe], debuts: list[int]) -> list[int]:
    """The starts that a decision follows before the next start; [] unless at least two are left."""
    if len(debuts) < 2:
        return []
    fins = [*debuts[1:], len(paragraphes)]
    gardes = [i for i, fin in zip(debuts, fins, strict=True) if decide(paragraphes[i:fin])]
    return gardes if len(gardes) >= 2 else []


def _romain(lu: str) -> int:
    """Value of a Roman number; OCR reads I as 1 or l."""
    valeurs = [_VALEURS[c] for c in lu.replace("1", "i").replace("l", "i")]
    return sum(-v if v < max(valeurs[k + 1 :], default=0) else v for k, v in enumerate(valeurs))


def _points_par_rang(paragraphes: Sequence[Paragraphe], *, romain: bool = False) -> list[int]:
    """Indices of the longest run of plain ranks 1, 2, 3... (or I, II, III...) whose items hold decisions."""
    rangs: list[tuple[int, int]] = []
    for i, p in enumerate(paragraphes):
        trouve = (pv.ROMAIN if romain else pv.RANG_POINT).match(p.passage.plie)
        lettre = p.passage.texte[trouve.end() : trouve.end() + 1] if trouve else ""
        if (
            trouve
            and p.region == "corps"
            and p.cellule is None
            and (lettre.isupper() or lettre in '"«')
            and not est_liste_de_noms(p.passage.texte)
        ):
            rangs.append((i, _romain(trouve.group(1)) if romain else int(trouve.group(1))))
    meilleure: dict[int, list[int]] = {}  # rank of an entry -> longest chain that ends there
    for k, (_, n) in enumerate(rangs):
        avant = [
            meilleure[j]
            for j in range(k)
            if 0 < n - rangs[j][1] <= 4 and _a_ancre(paragraphes, rangs[j][0], rangs[k][0])
        ]
        meilleure[k] = [*max(avant, key=len, default=[]), k]
    chaine = max(meilleure.values(), key=len, default=[])
    return _avec_decision(paragraphes, [rangs[k][0] for k in chaine]) if len(chaine) >= (2 if romain else 3) else []


def _a_ancre(paragraphes: Sequence[Paragraphe], debut: int, fin: int) -> bool:
    return any(est_ancre(p) for p in paragraphes[debut:fin])


def _points_par_titre(paragraphes: Sequence[Paragraphe], debut: int, entrees: Sequence[str]) -> list[int]:
    """Headings of an unnumbered procès-verbal: agenda entries, and headings that follow a decision."""
    points, apres_vote = [], True
    for i in range(debut, len(paragraphes)):
        p = paragraphes[i]
        if p.region != "corps" or p.cellule is not None:
            continue
        plie, texte = tete(p)
        if est_ancre(p):
            apres_vote = True
            continue
        titre = (
            est_titre(p, texte) and len(texte) > 5 and not est_liste_de_noms(texte) and not pv.CORPS_D_ACTE.match(plie)
        )
        titre = titre and not pv.COMPTES_DE_SEANCE.match(plie)
        if pv.SANS_ACTE.match(plie) and len(plie) < 120:
            points.append(i)
            apres_vote = False
        elif p.ecart > 0.3 and _annonce(p, plie, entrees):
            if not (points and points[-1] == _precedent(paragraphes, i)):
                points.append(i)
            apres_vote = False
        elif titre and apres_vote and p.ecart > 0.5 and not s.PUCE.match(p.passage.plie) and i + 1 < len(paragraphes):
            points.append(i)
            apres_vote = False
    return points


def _points_par_vote(paragraphes: Sequence[Paragraphe], debut: int) -> list[int]:
    """Titles of a bare list of votes: each vote stands right under its title. [] when reports stand between them."""
    corps = [
        i for i in range(debut, len(paragraphes)) if paragraphes[i].region == "corps" and paragraphes[i].cellule is None
    ]
    votes = [
        i for i in corps if pv.VOTE_COURT.match(tete(paragraphes[i])[0]) and len(paragraphes[i].passage.texte) < 160
    ]
    points, intervalles, dernier = [], [], debut - 1
    for i in votes:
        entre = [j for j in corps if dernier < j < i]
        if entre:
            intervalles.append(len(entre))
            points.append(entre[-1])
        dernier = i
    return points if len(points) >= 4 and median(intervalles) <= 2.5 and _longs(paragraphes, points) < 0.2 else []


def _longs(paragraphes: Sequence[Paragraphe], points: Sequence[int]) -> float:
    """Share of the would-be titles that are sentences of a report."""
    return sum(not est_titre(paragraphes[i], tete(paragraphes[i])[1].rstrip(" .")) for i in points) / max(
        len(points), 1
    )


def _annonce(p: Paragraphe, plie: str, entrees: Sequence[str]) -> bool:
    """A heading of a few lines that repeats an entry of the agenda."""
    court = p.lignes <= 6 and len(plie) < 420 and not pv.CORPS_D_ACTE.match(plie)
    return court and est_a_l_ordre(plie, entrees)


def _precedent(paragraphes: Sequence[Paragraphe], i: int) -> int:
    return next((j for j in range(i - 1, -1, -1) if paragraphes[j].region == "corps"), -1)


def _fin_de_role(paragraphes: Sequence[Paragraphe]) -> int:
    """Index after the last paragraph that opens a part of the roll, before the first decision."""
    fin = 0
    for i, p in enumerate(paragraphes):
        if est_ancre(p) and fin:
            break
        if p.region == "corps" and (
            role(*tete(p)) or s.LAN.match(tete(p)[0]) or (s.SECRETAIRE.match(tete(p)[0]) and len(p.passage.texte) < 120)
        ):
            fin = i + 1
    return fin


def reperer(paragraphes: Sequence[Paragraphe]) -> list[int]:
    """Where the points of one session begin; [] when it holds one act with its own header."""
    fin_role = _fin_de_role(paragraphes)
    suite = [
        i + fin_role for i in _points_par_numero(paragraphes[fin_role:]) or _points_par_objet(paragraphes[fin_role:])
    ]
    debut, entrees = lire_ordre_du_jour(paragraphes)
    suite = [_avec_son_titre(paragraphes, i, debut, entrees) for i in suite] if entrees else suite
    entete = [p for p in paragraphes[:25] if len(p.passage.texte) < 160]
    est_pv = any(pv.PROCES_VERBAL.match(tete(p)[0]) and not s.REGISTRE.match(tete(p)[0]) for p in entete)
    if suite:
        return [*_points_par_titre(paragraphes[: suite[0]], fin_role, []), *suite]
    ancres = [i for i, p in enumerate(paragraphes) if est_ancre(p)]
    votes = sum(b - a > 2 for a, b in pairwise(ancres))
    if not (est_pv and len(ancres) >= 2) and votes < 4:
        return []
    debut = max(debut, fin_role)
    en_liste = _points_par_vote(paragraphes, debut)
    if en_liste:
        return en_liste
    reste = paragraphes[debut:]
    rangs = [i + debut for i in _points_par_rang(reste) or _points_par_rang(reste, romain=True)]
    if rangs:
        return [*_points_par_titre(paragraphes[: rangs[0]], debut, entrees), *rangs]
    return _points_par_titre(paragraphes, debut, entrees)
