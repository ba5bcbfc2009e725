"""Twelve defects of scans, each at two strengths, on a clean grey page at 300 dpi. Same seed, same pixels."""

import io
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Literal

import cv2
import numpy as np
from numpy.typing import NDArray
from PIL import Image

Gris = NDArray[np.uint8]
Alea = np.random.Generator
Force = Literal[1, 2]


@dataclass(frozen=True)
class Scan:
    """A page as a scanner gave it."""

    pixels: Gris
    dpi: int = 300
    qualite: int = 85
    """JPEG quality; 0: black and white, CCITT group 4."""

    def octets(self) -> bytes:
        """The image file that goes into the PDF."""
        tampon = io.BytesIO()
        image = Image.fromarray(self.pixels)
        if self.qualite:
            image.save(tampon, "JPEG", quality=self.qualite, dpi=(self.dpi, self.dpi))
        else:
            image.point(lambda v: 255 if v > 127 else 0).convert("1").save(
                tampon, "TIFF", compression="group4", dpi=(self.dpi, self.dpi)
            )
        return tampon.getvalue()


def _bruit(pixels: Gris, alea: Alea, sigma: float) -> Gris:
    return np.clip(pixels + alea.normal(0, sigma, pixels.shape).astype(np.float32), 0, 255).astype(np.uint8)


def _flou(pixels: Gris, sigma: float) -> Gris:
    return np.asarray(cv2.GaussianBlur(pixels, (0, 0), sigma), np.uint8)


def _tourner(pixels: Gris, degres: float) -> Gris:
    h, w = pixels.shape
    matrice = cv2.getRotationMatrix2D((w / 2, h / 2), degres, 1.0)
    return np.asarray(cv2.warpAffine(pixels, matrice, (w, h), flags=cv2.INTER_CUBIC, borderValue=250), np.uint8)


def _reduire(pixels: Gris, dpi: int) -> Gris:
    return np.asarray(cv2.resize(pixels, None, fx=dpi / 300, fy=dpi / 300, interpolation=cv2.INTER_AREA), np.uint8)


def propre(pixels: Gris, verso: Gris, alea: Alea) -> Scan:
    """A good scanner: hardly any defect."""
    return Scan(_bruit(_tourner(pixels, alea.uniform(-0.15, 0.15)), alea, 2))


def bureau(pixels: Gris, verso: Gris, alea: Alea) -> Scan:
    """The office copier: 200 dpi, a slight skew, soft, grainy, compressed."""
    petit = _flou(_tourner(_reduire(pixels, 200), alea.uniform(-0.8, 0.8)), alea.uniform(0.4, 0.8))
    return Scan(_bruit(np.asarray(cv2.convertScaleAbs(petit, alpha=0.93, beta=8), np.uint8), alea, 5), 200, 60)


def inclinaison(pixels: Gris, verso: Gris, alea: Alea, force: Force) -> Scan:
    return Scan(_tourner(pixels, float(alea.choice((-1, 1))) * (1.2, 3.5)[force - 1]))


def verso(pixels: Gris, verso: Gris, alea: Alea, force: Force) -> Scan:
    """The other side shows through thin paper."""
    fantome = _flou(np.fliplr(verso), 2.2).astype(np.float32)
    voile = (0.22, 0.42)[force - 1] * (255 - fantome)
    return Scan(_bruit(np.clip(pixels - voile, 0, 255).astype(np.uint8), alea, 3), qualite=75)


def mouchetures(pixels: Gris, verso: Gris, alea: Alea, force: Force) -> Scan:
    """Dust and toner on a page made black and white."""
    noir = _flou(pixels, 0.7) < 150
    noir ^= alea.random(pixels.shape) < (0.0012, 0.004)[force - 1]
    grains = (alea.random(pixels.shape) < (0.00002, 0.00012)[force - 1]).astype(np.uint8)
    noir |= cv2.dilate(grains, np.ones((3, 3), np.uint8)).astype(bool)
    return Scan(np.where(noir, 0, 255).astype(np.uint8), qualite=0)


def bruit(pixels: Gris, verso: Gris, alea: Alea, force: Force) -> Scan:
    return Scan(_bruit(_flou(pixels, 0.6), alea, (22, 45)[force - 1]), qualite=80)


def flou(pixels: Gris, verso: Gris, alea: Alea, force: Force) -> Scan:
    return Scan(_bruit(_flou(pixels, (2.4, 3.6)[force - 1]), alea, 2))


def palissement(pixels: Gris, verso: Gris, alea: Alea, force: Force) -> Scan:
    """Faded ink, or a ribbon at its end."""
    encre = (0.35, 0.18)[force - 1]
    return Scan(_bruit((235 - (255 - pixels.astype(np.float32)) * encre).astype(np.uint8), alea, 4), qualite=75)


def lumiere(pixels: Gris, verso: Gris, alea: Alea, force: Force) -> Scan:
    """Uneven light: a gradient, and the dark gutter of a bound register."""
    h, w = pixels.shape
    angle = alea.uniform(0, 2 * np.pi)
    y, x = np.mgrid[0:h, 0:w].astype(np.float32)
    pente = np.cos(angle) * x / w + np.sin(angle) * y / h
    pente = (pente - pente.min()) / np.ptp(pente)
    voile = 1 - (0.35, 0.6)[force - 1] * pente - (0.35, 0.6)[force - 1] * np.exp(-((x / w / 0.07) ** 2))
    return Scan(_bruit(np.clip(pixels * np.maximum(voile, 0.12), 0, 255).astype(np.uint8), alea, 3))


def photocopie(pixels: Gris, verso: Gris, alea: Alea, force: Force) -> Scan:
    """A copy of a copy, made black and white by a threshold that eats the strokes (2: harsh)."""
    gris = _bruit(_flou(pixels, (1.3, 1.9)[force - 1]), alea, (16, 26)[force - 1])
    return Scan(np.where(gris < (150, 130)[force - 1], 0, 255).astype(np.uint8), qualite=0)


def fax(pixels: Gris, verso: Gris, alea: Alea, force: Force) -> Scan:
    """204 dots an inch, black and white (fine); 2: the rows of the standard mode are then doubled from 98."""
    petit = _bruit(_reduire(pixels, 204), alea, 12)
    if force == 2:
        h, w = petit.shape
        bas = cv2.resize(petit, (w, round(h * 0.66)), interpolation=cv2.INTER_AREA)
        petit = np.asarray(cv2.resize(bas, (w, h), interpolation=cv2.INTER_NEAREST), np.uint8)
    return Scan(np.where(petit < 150, 0, 255).astype(np.uint8), 204, 0)


def compression(pixels: Gris, verso: Gris, alea: Alea, force: Force) -> Scan:
    return Scan(_bruit(_reduire(pixels, 200), alea, 4), 200, (22, 10)[force - 1])


def resolution(pixels: Gris, verso: Gris, alea: Alea, force: Force) -> Scan:
    dpi = (130, 100)[force - 1]
    return Scan(_bruit(_reduire(pixels, dpi), alea, 3), dpi)


def photo(pixels: Gris, verso: Gris, alea: Alea, force: Force) -> Scan:
    """A telephone's picture: perspective on a dark desk, uneven light."""
    h, w = pixels.shape
    marge = (0.02, 0.06)[force - 1]
    coins = np.array([[0, 0], [w, 0], [w, h], [0, h]], np.float32)
    vers = coins + alea.uniform(0, marge, (4, 2)) * [w, h] * np.array([[1, 1], [-1, 1], [-1, -1], [1, -1]])
    matrice = cv2.getPerspectiveTransform(coins, vers.astype(np.float32))
    vue = np.asarray(cv2.warpPerspective(pixels, matrice, (w, h), flags=cv2.INTER_CUBIC, borderValue=60), np.uint8)
    y, x = np.mgrid[0:h, 0:w].astype(np.float32)
    vue = np.clip(vue * (1 - (0.2, 0.4)[force - 1] * (x / w * 0.6 + y / h * 0.4)), 0, 255).astype(np.uint8)
    return Scan(_bruit(_flou(_reduire(vue, 220), 0.7), alea, 4), 220, 55)


DEFAUTS: Mapping[str, Callable[[Gris, Gris, Alea, Force], Scan]] = {
    "inclinaison": inclinaison, "verso": verso, "mouchetures": mouchetures, "bruit": bruit, "flou": flou,
    "palissement": palissement, "lumiere": lumiere, "photocopie": photocopie, "fax": fax,
    "compression": compression, "resolution": resolution, "photo": photo,
}  # fmt: skip
"""In the tables: "verso 2" is the show-through at its greater strength."""


def abimer(pixels: Gris, autre: Gris, condition: str, graine: int) -> Scan:
    """The page under a condition: ``propre``, ``bureau``, or defect and its strength ("fax 2"). ``autre``: its back."""
    alea = np.random.default_rng([graine, *condition.encode()])
    if condition in ("propre", "bureau"):
        return {"propre": propre, "bureau": bureau}[condition](pixels, autre, alea)
    nom, force = condition.split()
    return DEFAUTS[nom](pixels, autre, alea, 2 if force == "2" else 1)


CONDITIONS = ("propre", "bureau", *(f"{nom} {force}" for nom in DEFAUTS for force in (1, 2)))
