"""Step 2: from a page image to its words, line by line, in reading order. The only door of Tesseract."""

import os
import re
import unicodedata

from bisect import bisect
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import count
from typing import TYPE_CHECKING

from modeles.lecture import Anomalie
from modeles.page import Ligne, Page
from modeles.texte import Boite, Mot
from pipeline.erreurs import ErreurEnvironnement, ErreurScan
from pipeline.etapes import couche_texte, filets, mise_en_page, redressement, tampons
from pipeline.etapes.images import Image, Scan
from pipeline.etapes.redressement import Redressee
from pipeline.reglages import Reglages

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Gris = NDArray[np.uint8]

CONFIANCE_MIN = 0.25
"""Under it a word is kept only when it looks like one."""
DOUTE = 0.45
"""Confidence of a word under which its line is read again."""
LIGNES_RELUES = 12
"""Lines of a page that are read again at most, the least sure first."""
LECTURE_FAIBLE = 0.62
"""Mean confidence under which a page may be turned the wrong way."""
_MOT_PLAUSIBLE = re.compile(
    r"""^[«"'(]* (?: (?:[^\W\d_]{1,2}['-])? [^\W\d_]{3,} (?:['-][^\W\d_]{1,})* | \d[\d./:,-]* ) [.,;:)»"']*$""", re.VERBOSE
)
_PUCES = frozenset("-–—•●▪■*+>➢→«»\"'():;,.!?%€/=°&e")
_BAVURES = frozenset(":;.,|'!_")


@dataclass(frozen=True)
class Lecture:
    """What was recognised on a straightened page."""

    page: Redressee
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
        return sum(m.confiance**2 * len(m.texte) for m in self.mots if _MOT_PLAUSIBLE.match(m.texte))


def lire_page(scan: Scan, numero: int, reglages: Reglages) -> Page:
    """The page ``numero`` (from 1), from its text layer when it is sound, else by OCR.

    A damaged page is returned without words, with an anomaly "page-illisible". Raises ErreurEnvironnement when
    Tesseract or its data are missing.
    """
    try:
        couche = couche_texte.lire(scan, numero) if scan.format == "pdf" else None
        if couche is not None and couche.saine:
            return couche_texte.mettre_en_page(couche, scan, numero)
        image = scan.page(numero)
        return _lire_image(image, numero, reglages, couche)
    except ErreurScan as erreur:
        return _perdue(numero, f"Page illisible : {erreur.message}")
    except TimeoutError:
        return _perdue(numero, f"Page illisible : la reconnaissance a dépassé {reglages.delai_page} secondes.")


def _perdue(numero: int, message: str) -> Page:
    anomalie = Anomalie(code="page-illisible", gravite="erreur", message=message, page=numero)
    return Page(numero=numero, largeur=595.0, hauteur=842.0, origine="vide", anomalies=(anomalie,))


def _vide(image: Image, numero: int) -> Page:
    anomalie = Anomalie(code="page-blanche", gravite="info", message="Page blanche.", page=numero)
    return Page(numero=numero, largeur=image.largeur, hauteur=image.hauteur, origine="vide", anomalies=(anomalie,))


def _lire_image(image: Image, numero: int, reglages: Reglages, couche: "couche_texte.Couche | None") -> Page:
    if couche is None and redressement.est_blanche(image.pixels, image.dpi):
        return _vide(image, numero)
    lecture = _reconnaitre_droit(image, numero, reglages)
    exacts = _tampon_exact(couche, lecture.page) if couche is not None else []
    mots = trier(relire_douteux(lecture, numero, reglages))
    if exacts:
        cadre = mise_en_page.union([m.boite for m in exacts])
        cadre = next((c for c in lecture.regles.cadres if all(mise_en_page.dans(m.boite, c, 4) for m in exacts)), cadre)
        mots = [m for m in mots if not mise_en_page.dans(m.boite, cadre, 3)]
    groupes, mots = tampons.detacher(mots, lecture.regles.cadres, lecture.page.largeur)
    if exacts:
        groupes.insert(0, exacts)
    mots, anomalies = _completer(lecture, mots, [m for g in groupes for m in g], numero, reglages)
    lignes = nettoyer(mise_en_page.disposer(mots, lecture.regles, groupes))
    if not lignes:
        return _vide(image, numero)
    page = lecture.page
    return Page(
        numero=numero, largeur=page.largeur, hauteur=page.hauteur, origine="ocr", lignes=lignes,
        vers_scan=page.vers_scan, anomalies=anomalies,
    )  # fmt: skip


def _tampon_exact(couche: "couche_texte.Couche", page: Redressee) -> list[Mot]:
    """The words of a stamp that the text layer holds, on the straightened page."""
    import numpy as np

    retour = np.linalg.inv(np.array(page.vers_scan).reshape(3, 3))
    a, b, c, d, e, f, g, h, i = (float(v) for v in retour.ravel())
    droite = Page(numero=1, largeur=1, hauteur=1, origine="vide", vers_scan=(a, b, c, d, e, f, g, h, i))
    if not any(tampons.est_ligne(x.texte) for x in couche_texte.lignes(couche)):
        return []
    return [m.model_copy(update={"boite": droite.boite_scan(m.boite)}) for m in couche.mots]


# -- recognition ------------------------------------------------------------------------------------------------------


def _reconnaitre_droit(image: Image, numero: int, reglages: Reglages) -> Lecture:
    """Recognise the page, turned the right way up: other turns are tried when the first reading is poor."""
    hauteur, largeur = image.pixels.shape
    quarts = _orientation(image, reglages) if largeur > hauteur else 0
    lecture = _reconnaitre(image, quarts, numero, reglages)
    if lecture.confiance >= LECTURE_FAIBLE and len(lecture.mots) > 8:
        return lecture
    autre = _orientation(image, reglages)
    essais = [autre] if autre != quarts else ([] if len(lecture.mots) < 30 else [(quarts + 2) % 4])
    for essai in essais:
        seconde = _reconnaitre(image, essai, numero, reglages)
        if seconde.qualite > 1.3 * lecture.qualite:
            lecture = seconde
    return lecture


def _orientation(image: Image, reglages: Reglages) -> int:
    """Quarter turns (counter-clockwise) that put the page upright, by Tesseract's OSD; 0 when it cannot tell."""
    import cv2
    import pytesseract

    facteur = min(1.0, 170 / image.dpi)
    petit = cv2.resize(image.pixels, None, fx=facteur, fy=facteur, interpolation=cv2.INTER_AREA)
    try:
        with _un_fil():
            sortie = pytesseract.image_to_osd(
                _vers_pillow(petit), config="--psm 0 --dpi 170", output_type=pytesseract.Output.DICT, timeout=reglages.delai_page
            )
    except (pytesseract.TesseractError, RuntimeError):
        return 0  # too few letters
    if float(sortie["orientation_conf"]) < 0.5:
        return 0
    return int(sortie["orientation"]) // 90 % 4


def _reconnaitre(image: Image, quarts: int, numero: int, reglages: Reglages) -> Lecture:
    page = redressement.redresser(image, quarts, reglages.hauteur_x)
    claire = redressement.eclairer(page.pixels)
    noir = brut = redressement.encre(claire)
    if redressement.est_bitonale(image.pixels):  # thin rules do not survive the cleaning
        brute = redressement.redresser(image, quarts, reglages.hauteur_x, propre=False).pixels
        brut = redressement.encre(redressement.adoucir(brute))
    regles = filets.trouver(brut, page.dpi)
    page = Redressee(effacer(claire, regles.masque | filets.soulignes(noir, page.dpi)), page.dpi, page.vers_scan)
    return Lecture(page, tuple(tesseract(page.pixels, page.dpi, numero, reglages)), regles)


def effacer(pixels: "Gris", masque: "Gris") -> "Gris":
    """The page without the pixels of the mask: they are painted like the paper beside them."""
    import cv2
    import numpy as np

    fond = cv2.dilate(pixels, np.ones((9, 9), np.uint8))
    return np.where(masque > 0, fond, pixels).astype(np.uint8)


def _vers_pillow(pixels: "Gris") -> "object":
    from PIL import Image as pillow

    image = pillow.fromarray(pixels)
    image.format = "PPM"  # pytesseract's temporary file: no time lost in compressing it
    return image


class _un_fil:
    """One thread a Tesseract process: four times less CPU time."""

    def __enter__(self) -> None:
        self.avant = os.environ.get("OMP_THREAD_LIMIT")
        os.environ["OMP_THREAD_LIMIT"] = "1"

    def __exit__(self, *_: object) -> None:
        if self.avant is None:
            del os.environ["OMP_THREAD_LIMIT"]
        else:
            os.environ["OMP_THREAD_LIMIT"] = self.avant


def tesseract(
    pixels: "Gris", dpi: float, numero: int, reglages: Reglages, psm: int = 3, origine: tuple[float, float] = (0.0, 0.0)
) -> list[Mot]:
    """The words of an image, boxes in points from ``origine``.

    Raises TimeoutError after ``delai_page`` seconds, ErreurEnvironnement when Tesseract or its data are missing,
    ErreurScan when it fails.
    """
    import pytesseract

    try:
        with _un_fil():
            sortie = pytesseract.image_to_data(
                _vers_pillow(pixels), lang=reglages.langue, config=f"--psm {psm} --dpi {round(dpi)}",
                output_type=pytesseract.Output.DICT, timeout=reglages.delai_page,
            )  # fmt: skip
    except pytesseract.TesseractNotFoundError:
        raise ErreurEnvironnement("Tesseract n'est pas installé.") from None
    except pytesseract.TesseractError as erreur:
        if "load" in erreur.message and "lang" in erreur.message:
            raise ErreurEnvironnement(f"Les données de langue « {reglages.langue} » de Tesseract manquent.") from None
        raise ErreurScan("La reconnaissance de cette page a échoué.") from None
    except RuntimeError as erreur:
        raise TimeoutError(str(erreur)) from None
    k = 72 / dpi
    mots = []
    colonnes = (sortie[c] for c in ("text", "conf", "left", "top", "width", "height"))
    for texte, confiance, x, y, w, h in zip(*colonnes, strict=True):
        brut = str(texte).strip()
        if not brut or float(confiance) < 0:
            continue
        boite = (origine[0] + x * k, origine[1] + y * k, origine[0] + (x + w) * k, origine[1] + (y + h) * k)
        mots.append(faire_mot(brut, numero, boite, min(1.0, float(confiance) / 100)))
    return mots


def faire_mot(brut: str, page: int, boite: Boite, confiance: float) -> Mot:
    """A word: NFC, curly apostrophes made straight; ``brut`` keeps what was read."""
    texte = unicodedata.normalize("NFC", brut).replace("’", "'").replace("‘", "'")
    return Mot(texte=texte, brut=brut, page=page, boite=boite, confiance=confiance)


# -- noise ------------------------------------------------------------------------------------------------------------


def trier(mots: Sequence[Mot]) -> list[Mot]:
    """The words without the noise of logos, signatures and specks."""
    haut = mise_en_page.hauteur_type([m for m in mots if m.confiance > 0.5])

    surs = [m for m in mots if m.confiance > 0.6 and any(c.isalnum() for c in m.texte)]

    def entoure(m: Mot) -> int:
        """Sides (0 to 2) on which a sure word touches this one."""
        x0, y0, x1, y1 = m.boite
        voisins = [b for b in (n.boite for n in surs if n is not m) if min(y1, b[3]) - max(y0, b[1]) > 0.5 * min(y1 - y0, b[3] - b[1])]
        return any(0 <= x0 - b[2] + 1 < 1.2 * haut for b in voisins) + any(0 <= b[0] - x1 + 1 < 1.2 * haut for b in voisins)

    def garde(m: Mot) -> bool:
        h, w = m.boite[3] - m.boite[1], m.boite[2] - m.boite[0]
        if 0.3 * haut < h < 2 * haut and entoure(m) >= (1 if any(c.isalnum() for c in m.texte) else 2):
            return True
        if not any(c.isalnum() for c in m.texte):
            return m.confiance >= CONFIANCE_MIN and all(c in _PUCES for c in m.texte) and h < 2.5 * haut
        if m.confiance < 0.75 and (h > 3.2 * haut or (h > 2.2 * haut and m.confiance < 0.5) or h < 0.25 * haut):
            return False
        if m.confiance < 0.6 and w > 0 and len(m.texte) > 2 and w / len(m.texte) > 3 * haut:
            return False
        return m.confiance >= CONFIANCE_MIN or bool(_MOT_PLAUSIBLE.match(m.texte))

    return [m for m in mots if garde(m)]


def nettoyer(lignes: Sequence[Ligne]) -> tuple[Ligne, ...]:
    """The lines without those that hold no text: ornaments, dashes, scribbles."""

    def garde(ligne: Ligne) -> bool:
        alnum = sum(c.isalnum() for c in ligne.texte)
        if alnum == 0:
            return False
        sure = max(m.confiance for m in ligne.mots)
        plausible = any(_MOT_PLAUSIBLE.match(m.texte) for m in ligne.mots)
        return sure >= 0.5 if plausible else sure >= 0.75 and (alnum > 1 or sure > 0.85)

    return tuple(_sans_bavure(x) for x in lignes if garde(x))


def _sans_bavure(ligne: Ligne) -> Ligne:
    """The line without the specks read as punctuation at its left end."""
    n = 0
    while n < len(ligne.mots) - 1 and ligne.mots[n].texte in _BAVURES:
        n += 1
    return ligne.model_copy(update={"mots": ligne.mots[n:]}) if n else ligne


# -- what the first reading missed ------------------------------------------------------------------------------------


def _completer(
    lecture: Lecture, mots: list[Mot], tampon: list[Mot], numero: int, reglages: Reglages
) -> tuple[list[Mot], tuple[Anomalie, ...]]:
    """Read again the cells, the paragraphs and the lone marks that no word covers; name what stays lost."""
    page = lecture.page
    cases = [c.boite for t in lecture.regles.tableaux for c in t]
    vides = [c for c in cases if not any(mise_en_page.dans(m.boite, c) for m in mots)]
    vides = [c for c in vides if _encre_dans(page, c) > 12][:60]
    noir = _encre_libre(lecture, [*mots, *tampon], cases)
    haut = mise_en_page.hauteur_type(mots)
    miettes = _miettes(noir, page.dpi, haut, mise_en_page.enfiler(mots, haut, lecture.regles.verticales))[:24]
    pieces = [*vides, *(large for _, large in miettes)]
    lus = _relire(page, pieces, numero, reglages) if pieces else []
    mots = mots + [m for g in lus[: len(vides)] for m in g if _sur(m)]
    seules = []
    for (tache, _), groupe in zip(miettes, lus[len(vides) :], strict=True):
        relus = [m for m in groupe if mise_en_page.commun(m.boite, tache) > 0.5 and _est_libre(m, mots) and _credible(m)]
        mots = mots + relus
        seules += [] if relus else [tache]
    if seules:
        for groupe in _relire(page, seules, numero, reglages, 2):
            mots = mots + [m for m in groupe if m.texte.strip(".-)").isalnum() and _est_libre(m, mots) and _credible(m)]
    anomalies = []
    for zone in _paragraphes_perdus(noir, page.dpi)[:4]:
        pixels, origine = _decouper(page, zone, 4)
        relus = [m for m in trier(tesseract(pixels, page.dpi, numero, reglages, 6, origine)) if m.confiance > 0.6]
        if _lettres(relus) > 12 and _surete(relus) > 0.75:
            mots = mots + [m for m in relus if _est_libre(m, mots)]
        elif zone[3] - zone[1] > 24 and zone[2] - zone[0] > 150:
            message = "De l'encre n'a pas été reconnue comme du texte (image, manuscrit ou paragraphe perdu)."
            anomalies.append(Anomalie(code="encre-sans-texte", gravite="info", message=message, page=numero))
    return mots, tuple(anomalies)


def _est_libre(mot: Mot, mots: Sequence[Mot]) -> bool:
    """Whether a word stands where no other does."""
    return not any(mise_en_page.commun(mot.boite, n.boite) > 0.25 for n in mots)


def _credible(mot: Mot) -> bool:
    """A lone mark that was read: a number, a bullet, a word, but no speck."""
    return mot.confiance > (0.5 if mot.texte.strip(".-)").isdigit() or _MOT_PLAUSIBLE.match(mot.texte) else 0.85)


def _sur(mot: Mot) -> bool:
    return mot.confiance > 0.5 and any(c.isalnum() for c in mot.texte) and (len(mot.texte) > 1 or mot.confiance > 0.85)


def _decouper(page: Redressee, boite: Boite, marge: float) -> tuple["Gris", tuple[float, float]]:
    k = page.dpi / 72
    x0, y0 = max(0, round((boite[0] - marge) * k)), max(0, round((boite[1] - marge) * k))
    x1, y1 = round((boite[2] + marge) * k), round((boite[3] + marge) * k)
    return page.pixels[y0:y1, x0:x1], (x0 / k, y0 / k)


def _encre_dans(page: Redressee, boite: Boite) -> float:
    """Inked surface of a cell, square points."""
    import numpy as np

    pixels, _ = _decouper(page, boite, -1.5)
    if pixels.size == 0:
        return 0.0
    fond = float(np.percentile(pixels, 80))
    return float(np.count_nonzero(pixels < fond - 70)) * (72 / page.dpi) ** 2


def _relire(page: Redressee, cases: Sequence[Boite], numero: int, reglages: Reglages, marge: float = -1.2) -> list[list[Mot]]:
    """Read pieces of a page again in one call, the words of each: they are stacked in a column, each on its own lines."""
    import cv2
    import numpy as np

    k = 72 / page.dpi
    morceaux = [_decouper(page, c, marge) for c in cases]
    pas = max(12, round(page.dpi / 12))
    large = max(p.shape[1] for p, _ in morceaux) + 2 * pas
    bandes: list[Gris] = []
    fins: list[float] = []
    for pixels, _ in morceaux:
        fond = int(np.percentile(pixels, 80))
        bande = cv2.copyMakeBorder(pixels, pas, pas, pas, large - pas - pixels.shape[1], cv2.BORDER_CONSTANT, value=fond)
        bandes.append(np.asarray(bande, dtype=np.uint8))
        fins.append((fins[-1] if fins else 0.0) + bande.shape[0] * k)
    lus: list[list[Mot]] = [[] for _ in cases]
    for mot in tesseract(np.vstack(bandes), page.dpi, numero, reglages, 6):
        rang = min(bisect(fins, (mot.boite[1] + mot.boite[3]) / 2), len(cases) - 1)
        debut = fins[rang - 1] if rang else 0.0
        dx, dy = morceaux[rang][1][0] - pas * k, morceaux[rang][1][1] - debut - pas * k
        x0, y0, x1, y1 = mot.boite
        lus[rang].append(mot.model_copy(update={"boite": (x0 + dx, y0 + dy, x1 + dx, y1 + dy)}))
    return lus


def relire_douteux(lecture: Lecture, numero: int, reglages: Reglages) -> list[Mot]:
    """The words, after a second reading of the lines read with doubt: the surer reading of each line is kept."""
    haut = mise_en_page.hauteur_type([m for m in lecture.mots if m.confiance > 0.5])
    regles = lecture.regles
    groupes = [list(f.mots) for f in mise_en_page.enfiler(lecture.mots, haut, regles.verticales)]

    def douteux(mots: Sequence[Mot]) -> bool:
        b = mise_en_page.union([m.boite for m in mots])
        pires = [m for m in mots if m.confiance < DOUTE and any(c.isalnum() for c in m.texte)]
        return bool(pires) and 0.5 * haut < b[3] - b[1] < 2.6 * haut and b[2] - b[0] > 1.5 * haut

    rangs = [i for i, g in enumerate(groupes) if douteux(g)]
    rangs = sorted(rangs, key=lambda i: _surete(groupes[i]))[:LIGNES_RELUES]
    if not rangs:
        return list(lecture.mots)
    boites = [mise_en_page.union([m.boite for m in groupes[i]]) for i in rangs]
    for i, boite, relus in zip(rangs, boites, _relire(lecture.page, boites, numero, reglages, 2.5), strict=True):
        autres = [m.boite for j, g in enumerate(groupes) if j != i for m in g if mise_en_page.commun(m.boite, boite) > 0.1]
        relus = [m for m in relus if mise_en_page.dans(m.boite, boite) and all(mise_en_page.commun(m.boite, b) < 0.4 for b in autres)]
        if relus and _surete(relus) > _surete(groupes[i]) + 0.02 and _lettres(relus) > 0.75 * _lettres(groupes[i]):
            groupes[i] = relus
    return [m for g in groupes for m in g]


def _lettres(mots: Sequence[Mot]) -> int:
    return sum(len(m.texte) for m in mots)


def _surete(mots: Sequence[Mot]) -> float:
    """Mean confidence of a line, by length."""
    return sum(m.confiance * len(m.texte) for m in mots) / max(_lettres(mots), 1)


def _encre_libre(lecture: Lecture, mots: Sequence[Mot], cases: Sequence[Boite]) -> "Gris":
    """The ink, letter by letter, that neither word nor cell covers: 255 on 0."""
    import cv2
    import numpy as np

    page = lecture.page
    k = page.dpi / 72
    noir = redressement.encre(page.pixels, 30)
    for b in [*(m.boite for m in mots), *cases]:
        noir[max(0, int((b[1] - 2) * k)) : int((b[3] + 2) * k), max(0, int((b[0] - 2) * k)) : int((b[2] + 2) * k)] = 0
    marge = round(20 * k)
    noir[:marge] = noir[-marge:] = 0
    noir[:, :marge] = noir[:, -marge:] = 0
    _, etiquettes, formes, _ = cv2.connectedComponentsWithStats(noir, connectivity=8)
    lettres = (formes[:, 3] > 2.5 * k) & (formes[:, 3] < 16 * k) & (formes[:, 2] < 20 * k) & (formes[:, 4] > 2 * k)
    lettres[0] = False
    return (lettres[etiquettes] * np.uint8(255)).astype(np.uint8)


def _taches(noir: "Gris", k: float, dx: float, dy: float) -> list[Boite]:
    """Boxes, in points, of the ink joined over gaps of dx, dy points."""
    import cv2
    import numpy as np

    joint = cv2.morphologyEx(noir, cv2.MORPH_CLOSE, np.ones((max(1, round(dy * k)), max(1, round(dx * k))), np.uint8))
    _, _, zones, _ = cv2.connectedComponentsWithStats(joint, connectivity=8)
    return [(x / k, y / k, (x + w) / k, (y + h) / k) for x, y, w, h, _ in zones[1:]]


def _paragraphes_perdus(noir: "Gris", dpi: float) -> list[Boite]:
    """Free ink that looks like lines of text."""
    zones = [(b, b[2] - b[0], b[3] - b[1]) for b in _taches(noir, dpi / 72, 14, 12)]
    return [b for b, w, h in zones if w > 60 and h > 5 and w * h > 400 and w > 1.3 * h]


def _miettes(noir: "Gris", dpi: float, haut: float, fils: Sequence[mise_en_page.Fil]) -> list[tuple[Boite, Boite]]:
    """Small free marks as high as letters, level with a line near by; each with the strip to read: mark and line."""
    sorties = []
    for b in _taches(noir, dpi / 72, 5, 1):
        if not 0.6 * haut < b[3] - b[1] < 1.7 * haut or b[2] - b[0] > 60:
            continue
        if any(_serre(b, f, haut) for f in fils):
            continue
        milieu = (b[1] + b[3]) / 2
        voisins = [f for f in fils if f.boite[1] - 1 < milieu < f.boite[3] + 1 and f.boite[3] - f.boite[1] < 2.2 * haut]
        proche = min(voisins, key=lambda f: max(f.boite[0] - b[2], b[0] - f.boite[2]), default=None)
        if proche is not None and max(proche.boite[0] - b[2], b[0] - proche.boite[2]) < 6 * haut:
            x0, y0, x1, y1 = mise_en_page.union([b, proche.boite])
            sorties.append((b, (x0 - 4, y0 - 3, x1 + 4, y1 + 3)))
    return sorties


def _serre(tache: Boite, fil: mise_en_page.Fil, haut: float) -> bool:
    """Whether a mark stands between two words of a thread that leave no room for it: their boxes are off, not the ink."""
    b = fil.boite
    if not (b[0] < tache[0] and tache[2] < b[2] and b[1] - 2 < (tache[1] + tache[3]) / 2 < b[3] + 2):
        return False
    milieu = (tache[0] + tache[2]) / 2
    avant = max((m.boite[2] for m in fil.mots if m.boite[0] <= milieu), default=b[0])
    apres = min((m.boite[0] for m in fil.mots if m.boite[0] > milieu), default=b[2])
    return apres - avant < tache[2] - tache[0] + 0.4 * haut


# -- plain text -------------------------------------------------------------------------------------------------------

CHASSE, INTERLIGNE = 6.0, 12.0
"""Advance and line step of plain text, points."""


def pages_de_texte(texte: str) -> tuple[Page, ...]:
    """The pages of raw OCR text: form feeds part pages, blank lines part blocks.

    Boxes are made up but monotone: x from the column, y from the line, so that indents and order survive.
    """
    feuilles = unicodedata.normalize("NFC", texte).replace("\r\n", "\n").replace("\r", "\n").split("\f")
    while len(feuilles) > 1 and not feuilles[-1].strip():
        feuilles.pop()
    return tuple(_page_de_texte(feuille, n) for n, feuille in enumerate(feuilles, start=1))


def _page_de_texte(feuille: str, numero: int) -> Page:
    lignes, blocs, blanc = [], count(), True
    rangs = feuille.expandtabs(8).split("\n")
    bloc = 0
    for rang, contenu in enumerate(rangs):
        if not contenu.strip():
            blanc = True
            continue
        bloc = next(blocs) if blanc else bloc
        blanc = False
        y = rang * INTERLIGNE
        mots = tuple(
            faire_mot(m.group(), numero, (m.start() * CHASSE, y, m.end() * CHASSE, y + 0.75 * INTERLIGNE), 1.0)
            for m in re.finditer(r"\S+", contenu)
        )
        lignes.append(Ligne(mots=mots, bloc=bloc))
    largeur = max((len(r) for r in rangs), default=0) * CHASSE
    return Page(
        numero=numero, largeur=max(largeur, 1.0), hauteur=max(len(rangs) * INTERLIGNE, 1.0),
        origine="texte" if lignes else "vide", lignes=tuple(lignes),
    )  # fmt: skip
