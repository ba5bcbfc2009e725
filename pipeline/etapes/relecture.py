"""What the first reading of a page missed or doubted, read again: lines, cells, lone marks, paragraphs."""

from bisect import bisect
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import islice
from typing import TYPE_CHECKING, Protocol

from modeles.lecture import Anomalie
from modeles.texte import Boite, Mot, union
from pipeline.etapes import filets, fils, restes
from pipeline.etapes.mots import MOT_PLAUSIBLE, trier
from pipeline.etapes.redressement import Redressee

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Gris = NDArray[np.uint8]

DOUTE = 0.45
"""Confidence of a word under which its line is read again."""
DOUTE_SEUL = 0.8
"""The same for a number or two letters far from any other word: nothing beside it says what it is."""
LIGNES_RELUES = 12
"""Lines of a page that are read again at most, the least sure first."""


class Lecteur(Protocol):
    """Reads grey pixels of a page: words with boxes in points from ``origine``."""

    def __call__(
        self, pixels: "Gris", dpi: float, psm: int, origine: tuple[float, float] = (0.0, 0.0)
    ) -> list[Mot]: ...


@dataclass(frozen=True)
class Lecture:
    """What was recognised on a straightened page."""

    page: Redressee
    encre: "Gris"
    """The ink of the page without its rules: 255 on 0."""
    mots: tuple[Mot, ...]
    regles: filets.Filets

    @property
    def confiance(self) -> float:
        """Mean confidence of the words, weighted by their length; 0 without words."""
        poids = sum(len(m.texte) for m in self.mots)
        return sum(m.confiance * len(m.texte) for m in self.mots) / poids if poids else 0.0

    @property
    def qualite(self) -> float:
        """How much was read well: letters of plausible words, by confidence."""
        return sum(m.confiance**2 * len(m.texte) for m in self.mots if MOT_PLAUSIBLE.match(m.texte))


def completer(
    lecture: Lecture, mots: list[Mot], tampon: list[Mot], lecteur: Lecteur
) -> tuple[list[Mot], tuple[Anomalie, ...]]:
    """Read again the cells, the paragraphs and the lone marks that no word covers; name what stays lost."""
    page = lecture.page
    cases = [c.boite for t in lecture.regles.tableaux for c in t]
    vides = [c for c in cases if not any(fils.dans(m.boite, c) for m in mots)]
    vides = [c for c in vides if _encre_dans(page, c) > 12][:60]
    noir = restes.encre_libre(page, [*mots, *tampon], cases)
    haut = fils.hauteur_type(mots)
    lignes = fils.enfiler(mots, haut, lecture.regles.verticales)
    miettes = restes.miettes(noir, page.dpi, haut, lignes)[:24]
    perdues = restes.courtes_lignes(noir, page.dpi, haut, lignes)[:24]
    pieces = [*vides, *(large for _, large in miettes), *perdues]
    lus = iter(_relire(page, pieces, lecteur) if pieces else [])
    mots = mots + [m for g in islice(lus, len(vides)) for m in g if _sur(m)]
    des_miettes = list(islice(lus, len(miettes)))
    for groupe in lus:
        if _lettres(groupe) > 3 and surete(groupe) > 0.75:
            mots = mots + [m for m in groupe if _est_libre(m, mots) and _credible(m)]
    seules = []
    for (tache, _), groupe in zip(miettes, des_miettes, strict=True):
        relus = [m for m in groupe if fils.commun(m.boite, tache) > 0.5 and _est_libre(m, mots) and _credible(m)]
        mots = mots + relus
        seules += [] if relus else [tache]
    if seules:
        for groupe in _relire(page, seules, lecteur, 2):
            mots = mots + [m for m in groupe if m.texte.strip(".-)").isalnum() and _est_libre(m, mots) and _credible(m)]
    anomalies = []
    for zone in restes.paragraphes(noir, page.dpi)[:4]:
        pixels, origine = decouper(page, zone, 4)
        relus = [m for m in trier(lecteur(pixels, page.dpi, 6, origine)) if m.confiance > 0.6]
        if _lettres(relus) > 12 and surete(relus) > 0.75:
            mots = mots + [m for m in relus if _est_libre(m, mots)]
        elif zone[3] - zone[1] > 24 and zone[2] - zone[0] > 150:
            message = "De l'encre n'a pas été reconnue comme du texte (image, manuscrit ou paragraphe perdu)."
            anomalies.append(
                Anomalie(code="encre-sans-texte", gravite="info", message=message, page=mots[0].page if mots else None)
            )
    return mots, tuple(anomalies)


def _est_libre(mot: Mot, mots: Sequence[Mot]) -> bool:
    """Whether a word stands where no other does, and is not the echo of its neighbour."""
    x0, y0, x1, y1 = mot.boite
    large = (x0 - 2 * (y1 - y0), y0, x1 + 2 * (y1 - y0), y1)
    pres = [n for n in mots if fils.commun(large, n.boite) > 0.25]
    return not any(n.texte.lower() == mot.texte.lower() or fils.commun(mot.boite, n.boite) > 0.25 for n in pres)


def _credible(mot: Mot) -> bool:
    """A lone mark that was read: a number, a bullet, a word, but no speck."""
    return mot.confiance > (0.5 if mot.texte.strip(".-)").isdigit() or MOT_PLAUSIBLE.match(mot.texte) else 0.85)


def _sur(mot: Mot) -> bool:
    return mot.confiance > 0.5 and any(c.isalnum() for c in mot.texte) and (len(mot.texte) > 1 or mot.confiance > 0.85)


def decouper(page: Redressee, boite: Boite, marge: float) -> tuple["Gris", tuple[float, float]]:
    """The pixels of a box and its margin, all in points, and where they begin."""
    k = page.dpi / 72
    x0, y0 = max(0, round((boite[0] - marge) * k)), max(0, round((boite[1] - marge) * k))
    x1, y1 = round((boite[2] + marge) * k), round((boite[3] + marge) * k)
    return page.pixels[y0:y1, x0:x1], (x0 / k, y0 / k)


def _encre_dans(page: Redressee, boite: Boite) -> float:
    """Inked surface of a cell, square points."""
    import numpy as np

    pixels, _ = decouper(page, boite, -1.5)
    if pixels.size == 0:
        return 0.0
    fond = float(np.percentile(pixels, 80))
    return float(np.count_nonzero(pixels < fond - 70)) * (72 / page.dpi) ** 2


def _relire(page: Redressee, cases: Sequence[Boite], lecteur: Lecteur, marge: float = -1.2) -> list[list[Mot]]:
    """Read pieces of a page again in one call, the words of each: they are stacked in a column, each on its lines."""
    import cv2
    import numpy as np

    k = 72 / page.dpi
    morceaux = [decouper(page, c, marge) for c in cases]
    pas = max(12, round(page.dpi / 12))
    large = max(p.shape[1] for p, _ in morceaux) + 2 * pas
    bandes: list[Gris] = []
    fins: list[float] = []
    for pixels, _ in morceaux:
        fond = int(np.percentile(pixels, 80))
        bande = cv2.copyMakeBorder(
            pixels, pas, pas, pas, large - pas - pixels.shape[1], cv2.BORDER_CONSTANT, value=fond
        )
        bandes.append(np.asarray(bande, dtype=np.uint8))
        fins.append((fins[-1] if fins else 0.0) + bande.shape[0] * k)
    lus: list[list[Mot]] = [[] for _ in cases]
    for mot in lecteur(np.vstack(bandes), page.dpi, 6):
        rang = min(bisect(fins, (mot.boite[1] + mot.boite[3]) / 2), len(cases) - 1)
        debut = fins[rang - 1] if rang else 0.0
        dx, dy = morceaux[rang][1][0] - pas * k, morceaux[rang][1][1] - debut - pas * k
        x0, y0, x1, y1 = mot.boite
        lus[rang].append(mot.model_copy(update={"boite": (x0 + dx, y0 + dy, x1 + dx, y1 + dy)}))
    return lus


def relire_douteux(lecture: Lecture, lecteur: Lecteur) -> list[Mot]:
    """The words, after a second reading of the lines read with doubt: the surer reading of each line is kept."""
    haut = fils.hauteur_type([m for m in lecture.mots if m.confiance > 0.5])
    regles = lecture.regles
    groupes, meles = _demeler([list(f.mots) for f in fils.enfiler(lecture.mots, haut, regles.verticales)], haut)

    def douteux(mots: Sequence[Mot]) -> bool:
        b = union([m.boite for m in mots])
        seuil = DOUTE_SEUL if len(mots) == 1 and len(mots[0].texte) <= 3 else DOUTE
        pires = [m for m in mots if m.confiance < seuil and any(c.isalnum() for c in m.texte)]
        return bool(pires) and 0.5 * haut < b[3] - b[1] < 2.6 * haut and b[2] - b[0] > 0.6 * haut

    rangs = [i for i, g in enumerate(groupes) if i in meles or douteux(g)]
    rangs = sorted(rangs, key=lambda i: (i not in meles, surete(groupes[i])))[:LIGNES_RELUES]
    if not rangs:
        return list(lecture.mots)
    surs = {i: [m for m in groupes[i] if i not in meles or m.confiance > 0.25] or groupes[i] for i in rangs}
    boites = [union([m.boite for m in surs[i]]) for i in rangs]
    for i, boite, relus in zip(rangs, boites, _relire(lecture.page, boites, lecteur, 2.5), strict=True):
        autres = [m.boite for j, g in enumerate(groupes) if j != i for m in g if fils.commun(m.boite, boite) > 0.1]
        relus = [m for m in relus if fils.dans(m.boite, boite) and all(fils.commun(m.boite, b) < 0.4 for b in autres)]
        mieux, assez = (-0.1, 0.55) if i in meles else (0.02, 0.75)
        if relus and surete(relus) > surete(groupes[i]) + mieux and _lettres(relus) > assez * _lettres(groupes[i]):
            groupes[i] = [_a_sa_place(m, groupes[i]) for m in relus]
    return [m for g in groupes for m in g]


def _a_sa_place(relu: Mot, lus: Sequence[Mot]) -> Mot:
    """A word read again, in the box of the first reading where it is the same word: a strip is cut closer than a page,
    and boxes on it run over its edge."""
    meme = next((m.boite for m in lus if m.texte == relu.texte and fils.commun(m.boite, relu.boite) > 0.3), relu.boite)
    return relu.model_copy(update={"boite": meme})


def _demeler(groupes: list[list[Mot]], haut: float) -> tuple[list[list[Mot]], set[int]]:
    """Threads, those whose words cover each other made one; and the ranks of the latter: letters were read twice."""

    def couvre(g: Sequence[Mot], h: Sequence[Mot]) -> bool:
        a, b = union([m.boite for m in g]), union([m.boite for m in h])
        if min(a[3], b[3]) <= max(a[1], b[1]) or min(a[2], b[2]) <= max(a[0], b[0]):
            return False
        longs = [(m.boite, n.boite) for m in g for n in h if min(len(m.texte), len(n.texte)) >= 3]
        return any(fils.commun(a, b) > 0.3 and fils.meme_ligne(a, b, haut) for a, b in longs)

    sorties: list[list[Mot]] = []
    meles: set[int] = set()
    for groupe in groupes:
        rang = next((i for i, g in enumerate(sorties) if couvre(g, groupe)), None)
        if rang is None:
            sorties.append(groupe)
        else:
            sorties[rang] = sorted([*sorties[rang], *groupe], key=lambda m: m.boite[0])
            meles.add(rang)
    return sorties, meles


def _lettres(mots: Sequence[Mot]) -> int:
    return sum(len(m.texte) for m in mots)


def surete(mots: Sequence[Mot]) -> float:
    """Mean confidence of a line, by length."""
    return sum(m.confiance * len(m.texte) for m in mots) / max(_lettres(mots), 1)
