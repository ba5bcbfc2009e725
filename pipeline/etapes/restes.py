"""The ink of a page that no word covers: letters, small marks, lines, paragraphs that the first reading left out."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from modeles.texte import Boite, Mot, union
from pipeline.etapes import fils, redressement
from pipeline.etapes.redressement import Redressee

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Gris = NDArray[np.uint8]


def encre_libre(page: Redressee, mots: Sequence[Mot], cases: Sequence[Boite]) -> "Gris":
    """The ink, letter by letter, that neither word nor cell covers: 255 on 0."""
    import cv2
    import numpy as np

    k = page.dpi / 72
    noir = _decouvert(redressement.encre(page.pixels, 30), k, [*(m.boite for m in mots), *cases])
    formes, _ = cv2.findContours(noir, cv2.RETR_EXTERNAL, cv2.CHAIN_APPROX_NONE)
    lettres = [f for f in formes if _est_lettre(np.asarray(f, np.int32), k)]
    return np.asarray(cv2.drawContours(np.zeros_like(noir), lettres, -1, 255, cv2.FILLED), dtype=np.uint8)


def _est_lettre(contour: "NDArray[np.int32]", k: float) -> bool:
    """Whether a shape, given by its outline, has the size of a letter: pixels, ``k`` of them a point."""
    import cv2

    _, _, large, haut = cv2.boundingRect(contour)
    aire = cv2.contourArea(contour) + len(contour) / 2
    return 2.5 * k < haut < 16 * k and large < 20 * k and aire > 2 * k


def _taches(noir: "Gris", k: float, dx: float, dy: float) -> list[Boite]:
    """Boxes, in points, of the ink joined over gaps of dx, dy points."""
    import cv2
    import numpy as np

    if not noir.any():
        return []
    joint = cv2.morphologyEx(noir, cv2.MORPH_CLOSE, np.ones((max(1, round(dy * k)), max(1, round(dx * k))), np.uint8))
    contours, _ = cv2.findContours(joint, cv2.RETR_EXTERNAL, cv2.CHAIN_APPROX_SIMPLE)
    boites = (cv2.boundingRect(c) for c in contours)
    return [(x / k, y / k, (x + w) / k, (y + h) / k) for x, y, w, h in boites]


def paragraphes(noir: "Gris", dpi: float) -> list[Boite]:
    """Free ink that looks like lines of text."""
    zones = [(b, b[2] - b[0], b[3] - b[1]) for b in _taches(noir, dpi / 72, 14, 12)]
    return [b for b, w, h in zones if w > 60 and h > 5 and w * h > 400 and w > 1.3 * h]


def courtes_lignes(noir: "Gris", dpi: float, haut: float, lignes: Sequence[fils.Fil]) -> list[Boite]:
    """Free ink that looks like a line of a few words, which a paragraph's surface does not show: strips to read."""
    sorties = []
    for b in _taches(noir, dpi / 72, 1.2 * haut, 1):
        long = 2.5 * haut < b[2] - b[0]
        if long and 0.6 * haut < b[3] - b[1] < 2.2 * haut and not any(_dans_un_fil(b, f) for f in lignes):
            sorties.append((b[0] - 4, b[1] - 3, b[2] + 4, b[3] + 3))
    return sorties


def miettes(noir: "Gris", dpi: float, haut: float, lignes: Sequence[fils.Fil]) -> list[tuple[Boite, Boite]]:
    """Small free marks as high as letters, level with a line near by; each with the strip to read."""
    sorties = []
    for b in _taches(noir, dpi / 72, 5, 1):
        if not 0.6 * haut < b[3] - b[1] < 1.7 * haut or b[2] - b[0] > 60:
            continue
        if any(_dans_un_fil(b, f) for f in lignes):
            continue
        milieu = (b[1] + b[3]) / 2
        voisins = [
            f for f in lignes if f.boite[1] - 1 < milieu < f.boite[3] + 1 and f.boite[3] - f.boite[1] < 2.2 * haut
        ]
        proche = min(voisins, key=lambda f: max(f.boite[0] - b[2], b[0] - f.boite[2]), default=None)
        if proche is None:
            continue
        ecart = max(proche.boite[0] - b[2], b[0] - proche.boite[2])
        if ecart < 10 * haut:  # far from its line, as a number from its label, a mark is read by itself
            x0, y0, x1, y1 = union([b, proche.boite]) if ecart < 3 * haut else b
            sorties.append((b, (x0 - 4, y0 - 3, x1 + 4, y1 + 3)))
    return sorties


def _dans_un_fil(tache: Boite, fil: fils.Fil) -> bool:
    """Whether a mark stands between the ends of a thread: its words' boxes are off, the ink was read."""
    b = fil.boite
    return b[0] < tache[0] and tache[2] < b[2] and b[1] - 2 < (tache[1] + tache[3]) / 2 < b[3] + 2


TRACES = 60
"""Strokes that no word covers, from which a page with fewer words is mostly written by hand, drawn or damaged: 53 at
most on 329 pages of print, signatures and show-through included."""
ILLISIBLE = 0.3
"""Share of the letters read with less than ``MOT_DOUTEUX`` from which most of a page was not print: 0.21 at most on
pages that can be read."""
MOT_DOUTEUX = 0.6


def est_mal_lue(encre: "Gris", dpi: float, mots: Sequence[Mot]) -> bool:
    """Whether most of a page's ink could not be read as print. ``mots``: all that were kept."""
    lettres = [(len(m.texte), m.confiance) for m in mots if any(c.isalnum() for c in m.texte)]
    total, douteuses = sum(n for n, _ in lettres), sum(n for n, c in lettres if c < MOT_DOUTEUX)
    return (total > 30 and douteuses > ILLISIBLE * total) or traces(encre, dpi, mots) > max(TRACES, len(mots))


def traces(encre: "Gris", dpi: float, mots: Sequence[Mot]) -> int:
    """How many strokes of a pen, of broken letters or of a drawing no word covers: as high as letters, thin."""
    import cv2

    k = dpi / 72
    noir = _decouvert(encre, k, [m.boite for m in mots])
    if cv2.countNonZero(noir) < 3 * TRACES * k**2:  # most pages: too little ink for so many
        return 0
    _, _, formes, _ = cv2.connectedComponentsWithStats(noir, connectivity=8)
    large, haut, aire = formes[1:, 2] / k, formes[1:, 3] / k, formes[1:, 4] / k**2
    minces = (haut > 4) & (haut < 45) & (large > 3) & (large < 250) & (aire > 3) & (aire < 0.6 * large * haut)
    return int(minces.sum())


def _decouvert(noir: "Gris", k: float, boites: Sequence[Boite]) -> "Gris":
    """The ink that no box covers, the edge of the sheet left out; ``k``: pixels a point."""
    reste = noir.copy()
    for b in boites:
        reste[max(0, int((b[1] - 2) * k)) : int((b[3] + 2) * k), max(0, int((b[0] - 2) * k)) : int((b[2] + 2) * k)] = 0
    marge = round(20 * k)
    reste[:marge] = reste[-marge:] = 0
    reste[:, :marge] = reste[:, -marge:] = 0
    return reste
