"""The text layer of a PDF page: its words with boxes, and whether it can be trusted."""

import ctypes
import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from modeles.page import Ligne, Page
from modeles.texte import Boite, Mot, plier, union
from pipeline.etapes import filets, mise_en_page, redressement, tampons
from pipeline.etapes.images import Scan

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Gris = NDArray[np.uint8]

DPI_APERCU = 150
CARACTERES_MAX = 200_000
"""Characters of a page: a sheet of the densest print has twenty thousand. Beyond, the page is read as it looks."""
_ANGLAIS = re.compile(r"\bI'[a-zéèêàâîô]|\bqu' ?[I1]l\b|(?<= )& (?=[a-z])")
"""What an English OCR makes of l', qu'il and à."""


@dataclass(frozen=True)
class Couche:
    """Words on the page as shown, points; ``saine`` when they may stand for the page."""

    mots: tuple[Mot, ...]
    largeur: float
    hauteur: float
    saine: bool
    apercu: "Gris"


def lire(scan: Scan, numero: int) -> Couche | None:
    """The text layer of a page; None when it has no word, or when the page cannot be read here."""
    import pypdfium2

    try:
        document = pypdfium2.PdfDocument(scan.chemin)
    except pypdfium2.PdfiumError:
        return None
    try:
        page = document[numero - 1]
        mots = tuple(lire_mots(page, numero))
        if not mots:
            return None
        largeur, hauteur = page.get_size()
        dpi = min(DPI_APERCU, 72 * 4000 / max(largeur, hauteur))
        apercu = page.render(scale=dpi / 72, grayscale=True).to_numpy()
        if apercu.ndim == 3:
            apercu = apercu[:, :, 0]
        return Couche(mots, largeur, hauteur, est_saine(mots, apercu, dpi), apercu)
    except (pypdfium2.PdfiumError, IndexError):
        return None
    finally:
        document.close()


def lire_mots(page: Any, numero: int) -> list[Mot]:
    """The words of a page of pypdfium2, boxes on the page as shown: a blank, a jump or a new line ends one."""
    mots: list[Mot] = []
    lettres: list[str] = []
    boites: list[Boite] = []

    def clore() -> None:
        texte = unicodedata.normalize("NFC", "".join(lettres)).strip()
        if texte:
            boite = union(boites)
            lisse = texte.replace("’", "'").replace("‘", "'")
            mots.append(Mot(texte=lisse, brut=texte, page=numero, boite=boite, confiance=1.0))
        lettres.clear()
        boites.clear()

    for lettre, boite in _caracteres(page):
        if lettre.isspace() or lettre == "\0":
            clore()
            continue
        if boites:
            b = boites[-1]
            haut = max(boite[3] - boite[1], b[3] - b[1], 3.0)
            saut = boite[0] - b[2]
            if saut > 0.6 * haut or saut < -1.5 * haut or min(b[3], boite[3]) - max(b[1], boite[1]) < -0.6 * haut:
                clore()
        lettres.append(lettre)
        boites.append(boite)
    clore()
    return mots


def _caracteres(page: Any) -> list[tuple[str, Boite]]:
    """Characters with their boxes on the page as shown; blanks have an empty box."""
    from pypdfium2 import raw

    texte = page.get_textpage()
    gauche, bas, droite, haut = page.get_cropbox()
    tour = page.get_rotation()
    sorties: list[tuple[str, Boite]] = []
    a, b, c, d = (ctypes.c_double() for _ in range(4))
    nombre = texte.count_chars()
    for i in range(nombre if nombre <= CARACTERES_MAX else 0):
        code = raw.FPDFText_GetUnicode(texte, i)
        lettre = "-" if code in (2, 0xFFFE, 0xAD) else chr(code) if 32 <= code < 0x110000 else " "
        if 0xD800 <= code < 0xE000:  # half of a letter outside the basic plane
            lettre = "\ufffd"
        raw.FPDFText_GetCharBox(texte, i, a, b, c, d)  # left, right, bottom, top
        x0, x1, y0, y1 = a.value, b.value, c.value, d.value
        match tour:
            case 90:
                boite = (y0 - bas, x0 - gauche, y1 - bas, x1 - gauche)
            case 180:
                boite = (droite - x1, y0 - bas, droite - x0, y1 - bas)
            case 270:
                boite = (haut - y1, droite - x1, haut - y0, droite - x0)
            case _:
                boite = (x0 - gauche, haut - y1, x1 - gauche, haut - y0)
        sorties.append((lettre, boite))
    return sorties


def est_saine(mots: Sequence[Mot], apercu: "Gris", dpi: float) -> bool:
    """Whether the words cover the ink of the page and read like French."""
    return _couvre(mots, apercu, dpi) and est_francais(" ".join(m.texte for m in mots))


def est_francais(texte: str) -> bool:
    """Whether a text has the letters of French: no foreign glyphs, no garble, no signature of an English OCR."""
    etranges = sum(unicodedata.category(c) in ("Co", "Cn", "Cc") or c == "\ufffd" for c in texte)
    if etranges > max(2, 0.01 * len(texte)):
        return False
    plie = plier(texte)
    lettres = [c for c in plie if c.isalpha()]
    if len(lettres) < 0.5 * len(texte.replace(" ", "")):
        return False
    if len(lettres) >= 150:
        voyelles = sum(c in "aeiouy" for c in lettres) / len(lettres)
        if not 0.33 < voyelles < 0.6 or not 0.07 < lettres.count("e") / len(lettres) < 0.24:
            return False
    bas = [c for c in texte if c.islower()]
    accents = sum(c in "éèêàâîïôûùçë" for c in bas)
    if len(bas) >= 400 and (accents < 0.008 * len(bas) or texte.count("è") > 1.2 * texte.count("é") > 0):
        return False
    return len(_ANGLAIS.findall(texte)) <= max(1, len(texte) / 1500)


def _couvre(mots: Sequence[Mot], apercu: "Gris", dpi: float) -> bool:
    """Whether most of the ink stands under words."""
    import numpy as np

    noir = redressement.encre(apercu, 25) > 0
    total = int(np.count_nonzero(noir))
    if sum(len(m.texte) for m in mots) < 20:
        return False
    if total == 0:
        return True
    k = dpi / 72
    for x0, y0, x1, y1 in (m.boite for m in mots):
        noir[max(0, int((y0 - 2) * k)) : int((y1 + 2) * k) + 1, max(0, int((x0 - 2) * k)) : int((x1 + 2) * k) + 1] = (
            False
        )
    return float(np.count_nonzero(noir)) < 0.6 * total


def lignes(couche: Couche) -> tuple[Ligne, ...]:
    """The layer's lines, without regard to columns."""
    return mise_en_page.disposer(couche.mots, filets.Filets())


def mettre_en_page(couche: Couche, scan: Scan, numero: int) -> Page:
    """The page of a sound layer, laid out with the rules that stand on it."""
    dpi = 72 * couche.apercu.shape[1] / couche.largeur
    regles = filets.trouver(redressement.encre(couche.apercu), dpi)
    groupes, mots = tampons.detacher(couche.mots, regles.cadres, couche.largeur)
    disposees = mise_en_page.disposer(mots, regles, groupes)
    return Page(numero=numero, largeur=couche.largeur, hauteur=couche.hauteur, origine="couche_texte", lignes=disposees)
