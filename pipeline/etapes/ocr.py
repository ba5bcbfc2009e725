"""Step 2: from a page image to its words, line by line, in reading order."""

import hashlib
from collections.abc import Callable
from dataclasses import replace
from functools import partial
from operator import attrgetter
from typing import TYPE_CHECKING, NamedTuple

from modeles.lecture import Anomalie
from modeles.page import Page
from modeles.texte import Boite, Mot, union
from pipeline import donnees
from pipeline.erreurs import ErreurScan
from pipeline.etapes import (
    couche_texte,
    filets,
    fils,
    glyphes,
    marques,
    mise_en_page,
    moteurs,
    redressement,
    restes,
    tampons,
)
from pipeline.etapes.apparence import Apparence, mesurer, reduire
from pipeline.etapes.contrelecture import contrelire
from pipeline.etapes.fichiers import SANS_MEMOIRE
from pipeline.etapes.images import Image, Scan
from pipeline.etapes.moteurs import second
from pipeline.etapes.mots import faire_mot, nettoyer, trier
from pipeline.etapes.redressement import Redressee
from pipeline.etapes.relecture import Lecture, completer, relire_douteux, surete
from pipeline.etapes.soins import REMEDES
from pipeline.etapes.texte_brut import pages_de_texte
from pipeline.reglages import Reglages

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Gris = NDArray[np.uint8]

__all__ = ["lire_page", "pages_de_texte", "tesseract"]

LECTURE_FAIBLE = 0.62
"""Mean confidence under which a page may be turned the wrong way."""
ORIENTATION_SURE = 0.5
"""What Tesseract's orientation detection must reach to be believed."""
LIGNE_SURE = 0.6
"""Mean confidence of the lines that are kept of a page written by hand, or too damaged."""
LECTURE_DOUTEUSE = 0.8
"""Mean confidence under which a treated page is read untreated as well: the better reading is kept."""


class Memoire(NamedTuple):
    """The OCR of pages already recognised, by the digest of their image and of all that makes their OCR."""

    reglages: str
    """Digest of the engines and settings."""
    chercher: Callable[[str], Page | None]
    """The page kept under a key."""
    garder: Callable[[str, Page], None]
    """Keep a page under its key."""


def lire_page(scan: Scan, numero: int, reglages: Reglages, memoire: Memoire | None = None) -> Page:
    """The page ``numero`` (from 1), from its text layer when it is sound, else by OCR; ``memoire`` spares the OCR of an
    image seen before, and is told of each page.

    A damaged page is returned without words, with an anomaly "page-illisible". Raises ErreurEnvironnement when
    Tesseract or its data are missing.
    """
    try:
        scan.verifier(numero)
        couche = couche_texte.lire(scan, numero) if scan.format == "pdf" else None
        if couche is not None and couche.saine:
            return _garder(couche_texte.mettre_en_page(couche, scan, numero), memoire)
        image = scan.page(numero)
        if memoire is None:
            return _lire_image(image, numero, reglages, couche)
        cle = _cle(image, couche, memoire)
        page = memoire.chercher(cle) or _lire_image(image, numero, reglages, couche)
        page = page if page.numero == numero else page.renumeroter(numero)
        memoire.garder(cle, page)
        return page
    except ErreurScan as erreur:
        return _garder(_perdue(numero, f"Page illisible : {erreur.message}"), memoire)
    except MemoryError:
        return _garder(_perdue(numero, f"Page illisible : {SANS_MEMOIRE}"), memoire)
    except TimeoutError:
        delai = f"Page illisible : la reconnaissance a dépassé {reglages.delai_page} secondes."
        return _garder(_perdue(numero, delai), memoire)


def _garder(page: Page, memoire: Memoire | None) -> Page:
    """A page that took no OCR, or lost it: kept by its own content, so that its image is looked at again next time."""
    if memoire is not None:
        memoire.garder(hashlib.sha256(page.model_dump_json().encode()).hexdigest(), page)
    return page


def _cle(image: Image, couche: "couche_texte.Couche | None", memoire: Memoire) -> str:
    """The digest of the pixels, of their size on paper and of a text layer that may complete them."""
    condense = hashlib.sha256(memoire.reglages.encode())
    condense.update(repr((image.pixels.shape, image.largeur, image.hauteur)).encode())
    condense.update(image.pixels.tobytes())
    if couche is not None:
        condense.update("".join(m.model_dump_json() for m in couche.mots).encode())
    return condense.hexdigest()


def _perdue(numero: int, message: str) -> Page:
    anomalie = Anomalie(code="page-illisible", gravite="erreur", message=message, page=numero)
    return Page(numero=numero, largeur=595.0, hauteur=842.0, origine="vide", anomalies=(anomalie,))


def _vide(image: Image, numero: int) -> Page:
    anomalie = Anomalie(code="page-blanche", gravite="info", message="Page blanche.", page=numero)
    return Page(numero=numero, largeur=image.largeur, hauteur=image.hauteur, origine="vide", anomalies=(anomalie,))


def _lire_image(image: Image, numero: int, reglages: Reglages, couche: "couche_texte.Couche | None") -> Page:
    vue = mesurer(image.pixels, image.dpi)
    blanche = couche is None and redressement.est_blanche(image.pixels, image.dpi, vue)
    if blanche and not redressement.est_pale(vue):
        return _vide(image, numero)
    lecture = _reconnaitre_droit(image, vue, numero, reglages)
    if blanche and lecture.confiance < LECTURE_DOUTEUSE:
        return _vide(image, numero)
    exacts = _tampon_exact(couche, lecture.page) if couche is not None else []
    lecteur = partial(tesseract, numero, reglages)
    mots = trier(relire_douteux(lecture, lecteur))
    if exacts:
        cadre = union([m.boite for m in exacts])
        cadre = next((c for c in lecture.regles.cadres if all(fils.dans(m.boite, c, 4) for m in exacts)), cadre)
        mots = [m for m in mots if not fils.dans(m.boite, cadre, 3)]
    groupes, mots = tampons.detacher(mots, lecture.regles.cadres, lecture.page.largeur)
    if exacts:
        groupes.insert(0, exacts)
    mots, anomalies = completer(lecture, mots, [m for g in groupes for m in g], lecteur)
    mots = glyphes.mettre_la_casse(lecture.encre, lecture.page.dpi, mots)
    if second.est_installe() if reglages.double is None else reglages.double:
        mots, disputes = contrelire(lecture, mots, second.lire_lignes)
        anomalies += disputes
    mots = marques.cocher(lecture.page, lecture.regles, mots, numero)
    lignes = nettoyer(mise_en_page.disposer(mots, lecture.regles, groupes))
    if restes.est_mal_lue(lecture.encre, lecture.page.dpi, [m for x in lignes for m in x.mots]):
        lignes = tuple(x for x in lignes if surete(x.mots) >= LIGNE_SURE)
        anomalies = (_mal_lue(numero), *anomalies)
    elif not lignes:
        return _vide(image, numero)
    page = lecture.page
    return Page(
        numero=numero, largeur=page.largeur, hauteur=page.hauteur, origine="ocr", lignes=lignes,
        vers_scan=page.vers_scan, soins=page.soins, anomalies=anomalies,
    )  # fmt: skip


def _mal_lue(numero: int) -> Anomalie:
    message = (
        "Cette page porte surtout de l'encre qui ne se lit pas comme du texte imprimé (écriture à la main, plan, copie "
        "trop abîmée) : ce qui n'est pas sûr est laissé de côté, lisez-la sur le scan."
    )
    return Anomalie(code="page-mal-lue", gravite="doute", message=message, page=numero)


def _tampon_exact(couche: "couche_texte.Couche", page: Redressee) -> list[Mot]:
    """The words of a stamp that the text layer holds, on the straightened page."""
    import numpy as np

    retour = np.linalg.inv(np.array(page.vers_scan).reshape(3, 3))
    a, b, c, d, e, f, g, h, i = (float(v) for v in retour.ravel())
    droite = Page(numero=1, largeur=1, hauteur=1, origine="vide", vers_scan=(a, b, c, d, e, f, g, h, i))
    if not any(tampons.est_ligne(x.texte) for x in couche_texte.lignes(couche)):
        return []
    return [m.model_copy(update={"boite": droite.boite_scan(m.boite)}) for m in couche.mots]


def _reconnaitre_droit(image: Image, vue: Apparence, numero: int, reglages: Reglages) -> Lecture:
    """Recognise the page, turned the right way up: other turns are tried when the first reading is poor."""
    hauteur, largeur = image.pixels.shape
    quarts = _orientation(image, reglages) if largeur > hauteur else 0
    lecture = _reconnaitre(image, vue, quarts, numero, reglages)
    if lecture.confiance < LECTURE_DOUTEUSE and set(lecture.page.soins) & set(REMEDES):
        lecture = max(
            lecture, _reconnaitre(image, vue, quarts, numero, reglages, soigner=False), key=attrgetter("qualite")
        )
    if lecture.confiance >= LECTURE_FAIBLE and len(lecture.mots) > 8:
        return lecture
    autre = _orientation(image, reglages)
    essais = [autre] if autre != quarts else ([] if len(lecture.mots) < 30 else [(quarts + 2) % 4])
    for essai in essais:
        seconde = _reconnaitre(image, vue, essai, numero, reglages)
        if seconde.qualite > 1.3 * lecture.qualite:
            lecture = seconde
    return lecture


def _orientation(image: Image, reglages: Reglages) -> int:
    """Quarter turns (counter-clockwise) that put the page upright, by Tesseract's OSD; 0 when it cannot tell."""
    facteur = min(1.0, 170 / image.dpi)
    petit = reduire(image.pixels, facteur)
    degres, surete = moteurs.choisir(reglages.moteur).orienter(petit, 170, reglages)
    return degres // 90 % 4 if surete >= ORIENTATION_SURE else 0


def _reconnaitre(
    image: Image, vue: Apparence, quarts: int, numero: int, reglages: Reglages, soigner: bool = True
) -> Lecture:
    hauteur_x = reglages.hauteur_x or donnees.hauteur_x(reglages.langue)
    page = redressement.redresser(image, vue, quarts, hauteur_x, soigner)
    noir = redressement.encre(page.pixels)
    regles = filets.trouver(noir, page.dpi)
    soulignes = filets.soulignes(noir, page.dpi)
    masque = soulignes if regles.masque is None else soulignes | regles.masque
    if masque.any():
        page = replace(page, pixels=effacer(page.pixels, masque))
        noir = redressement.encre(page.pixels)
    return Lecture(page, noir, tuple(tesseract(numero, reglages, page.pixels, page.dpi)), regles)


def effacer(pixels: "Gris", masque: "Gris") -> "Gris":
    """The page without its rules and underlines (255 in ``masque``): they are painted like the paper beside them."""
    import cv2
    import numpy as np

    fond = cv2.dilate(pixels, np.ones((9, 9), np.uint8))
    return np.where(masque > 0, fond, pixels).astype(np.uint8)


def tesseract(
    numero: int, reglages: Reglages, pixels: "Gris", dpi: float, psm: int = 3, origine: tuple[float, float] = (0.0, 0.0)
) -> list[Mot]:
    """The words of an image of page ``numero``, boxes in points from ``origine``; a lone sign takes the height of the
    word it follows on its line.

    Raises TimeoutError after ``delai_page`` seconds, ErreurEnvironnement when the engine or its data are missing,
    ErreurScan when it fails.
    """
    k = 72 / dpi
    mots: list[Mot] = []
    rang = None
    for lu in moteurs.choisir(reglages.moteur).lire(pixels, dpi, psm, reglages):
        x, y, w, h = lu.cadre
        boite = (origine[0] + x * k, origine[1] + y * k, origine[0] + (x + w) * k, origine[1] + (y + h) * k)
        if mots and lu.ligne == rang and not any(c.isalnum() for c in lu.texte):
            boite = _hausser(boite, mots[-1].boite)
        mots.append(faire_mot(lu.texte, numero, boite, lu.confiance))
        rang = lu.ligne
    return mots


def _hausser(signe: Boite, mot: Boite) -> Boite:
    """The box of a sign, as high as the word just before it: half a colon or a comma is level with no line."""
    haut = mot[3] - mot[1]
    proche = -0.5 * haut < signe[0] - mot[2] < 1.5 * haut
    niveau = mot[1] - 0.3 * haut < (signe[1] + signe[3]) / 2 < mot[3] + 0.5 * haut
    return (signe[0], mot[1], signe[2], mot[3]) if proche and niveau else signe
