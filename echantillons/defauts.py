"""What paper, copiers, scanners and telephones do to a page.

A page is a grey image, (height, width) uint8, black ink on white. Each defect takes the page, a random generator and
one strength, and gives a new page; ``DEFAUTS`` names them all. Same input, strength and seed: same page.
"""

from __future__ import annotations

from collections.abc import Callable

import cv2
import numpy as np
import numpy.typing as npt

Image = npt.NDArray[np.uint8]
Defaut = Callable[[Image, np.random.Generator, float], Image]


def _octets(valeurs: npt.ArrayLike) -> Image:
    """Rounded and clipped to 0..255."""
    return np.rint(np.clip(np.asarray(valeurs, dtype=np.float32), 0, 255)).astype(np.uint8)


def _deformer(image: Image, coins: npt.NDArray[np.float32], fond: float) -> Image:
    """The page with its four corners (top left, top right, bottom right, bottom left) moved to ``coins``."""
    h, w = image.shape
    depart = np.array([[0, 0], [w, 0], [w, h], [0, h]], dtype=np.float32)
    matrice = cv2.getPerspectiveTransform(depart, coins)
    return _octets(cv2.warpPerspective(image, matrice, (w, h), flags=cv2.INTER_AREA, borderValue=(fond,)))


def incliner(image: Image, alea: np.random.Generator, degres: float) -> Image:
    """Fed askew by ``degres``, counter-clockwise."""
    h, w = image.shape
    matrice = cv2.getRotationMatrix2D((w / 2, h / 2), degres, 1.0)
    return _octets(cv2.warpAffine(image, matrice, (w, h), flags=cv2.INTER_LINEAR, borderValue=(246.0,)))


def retourner(image: Image, alea: np.random.Generator, degres: float) -> Image:
    """Fed sideways or upside down: 90, 180 or 270 degrees counter-clockwise."""
    return np.ascontiguousarray(np.rot90(image, round(degres / 90)))


def estomper(image: Image, alea: np.random.Generator, force: float) -> Image:
    """A worn ribbon: ink fades towards grey (``force`` 0..1), unevenly from line to line."""
    h = image.shape[0]
    lignes = alea.normal(0, 0.12, h // 24 + 2)
    usure = np.interp(np.arange(h), np.arange(lignes.size) * 24, lignes)[:, None]
    return _octets(255 - (255 - image.astype(np.float32)) * np.clip(1 - force * (1 + usure), 0, 1))


def jaunir(image: Image, alea: np.random.Generator, force: float) -> Image:
    """Old paper: a darker ground (``force`` in grey levels) with slow blotches."""
    h, w = image.shape
    taches = cv2.resize(alea.normal(0, force / 4, (9, 7)).astype(np.float32), (w, h), interpolation=cv2.INTER_CUBIC)
    return _octets(image.astype(np.float32) * (255 - force) / 255 + taches)


def grain(image: Image, alea: np.random.Generator, sigma: float) -> Image:
    """Sensor noise of ``sigma`` grey levels."""
    return _octets(image.astype(np.float32) + alea.normal(0, sigma, image.shape))


def flou(image: Image, alea: np.random.Generator, sigma: float) -> Image:
    """Out of focus by ``sigma`` pixels."""
    return _octets(cv2.GaussianBlur(image, (0, 0), sigma))


def poussieres(image: Image, alea: np.random.Generator, nombre: float) -> Image:
    """Dust on the glass: ``nombre`` small dark blots."""
    page = image.copy()
    h, w = page.shape
    for _ in range(round(nombre)):
        centre = (int(alea.integers(0, w)), int(alea.integers(0, h)))
        cv2.circle(page, centre, int(alea.integers(1, 3)), (float(alea.integers(20, 120)),), -1)
    return page


def perforations(image: Image, alea: np.random.Generator, diametre: float) -> Image:
    """Two holes of a ring binder, dark on the left edge; ``diametre`` in pixels."""
    page = image.copy()
    h, w = page.shape
    for hauteur in (0.36, 0.63):
        cv2.circle(page, (round(0.028 * w), round(hauteur * h)), round(diametre / 2), (45.0,), -1)
    return page


def capot(image: Image, alea: np.random.Generator, pixels: float) -> Image:
    """The lid was open: black bands along two edges."""
    page = image.copy()
    page[-round(pixels) :, :] = 18
    page[:, -round(pixels * 0.6) :] = 18
    return page


def reliure(image: Image, alea: np.random.Generator, force: float) -> Image:
    """The shadow of a register's gutter on the left, ``force`` 0..1."""
    voile = 1 - force * np.exp(-((np.arange(image.shape[1]) / (0.06 * image.shape[1])) ** 2))
    return _octets(image.astype(np.float32) * voile[None, :])


def lampe(image: Image, alea: np.random.Generator, force: float) -> Image:
    """Uneven light from one side, ``force`` 0..1 at the far corner."""
    h, w = image.shape
    y, x = np.mgrid[0:h, 0:w].astype(np.float32)
    cote = alea.uniform(0.2, 0.8)
    return _octets(image.astype(np.float32) * (1 - force * (cote * x / w + (1 - cote) * y / h)))


def perspective(image: Image, alea: np.random.Generator, force: float) -> Image:
    """Taken with a telephone held askew: each corner moves inwards by up to ``force`` of the side."""
    h, w = image.shape
    sens = np.array([[1, 1], [-1, 1], [-1, -1], [1, -1]], dtype=np.float32)
    coins = np.array([[0, 0], [w, 0], [w, h], [0, h]], dtype=np.float32)
    deplacement = alea.uniform(0.2, 1, (4, 2)).astype(np.float32) * sens * np.array([w, h], dtype=np.float32)
    return _deformer(image, (coins + force * deplacement).astype(np.float32), 62.0)


def verso(image: Image, alea: np.random.Generator, force: float) -> Image:
    """The blank back of this page: only its ink shows through, mirrored, at ``force`` 0..1."""
    fantome = cv2.GaussianBlur(np.ascontiguousarray(np.fliplr(image)), (0, 0), 2.2).astype(np.float32)
    return _octets(252 - force * (255 - fantome))


def photocopier(image: Image, alea: np.random.Generator, seuil: float) -> Image:
    """Black or white at ``seuil`` (0..255; high: fat strokes), toner specks included."""
    flou_leger = cv2.GaussianBlur(image, (0, 0), 0.9).astype(np.float32) + alea.normal(0, 10, image.shape)
    noir = (flou_leger < seuil) ^ (alea.random(image.shape) < 0.0003)
    return np.where(noir, 0, 255).astype(np.uint8)


DEFAUTS: dict[str, Defaut] = {
    f.__name__: f
    for f in (
        incliner, retourner, estomper, jaunir, grain, flou, poussieres, perforations,
        capot, reliure, lampe, perspective, verso, photocopier,
    )
}  # fmt: skip
