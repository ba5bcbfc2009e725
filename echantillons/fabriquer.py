"""Rebuild the samples: ``python -m echantillons.fabriquer [slug ...]``.

``sources/<slug>.html`` (read by ``maquette``) becomes ``<slug>/scan.pdf`` and ``<slug>/attendu.json``. The front matter
says how the page was spoiled::

    defauts: incliner 1.2 | 2:retourner 180 | grain 4      in order; "2:" on page 2 only
    graine: 7                                              seed of the noise
    dpi: 200
    image: jpeg 45 | g4 | natif                            natif: the clean PDF, with its text layer
    verso: 0.1                                             adds the blank back of the last page, ink showing through

Needs the development packages weasyprint, img2pdf, pikepdf, opencv-python-headless, pypdfium2 and Pillow, and the
Debian fonts DejaVu and Liberation. The same versions of them give the same bytes.
"""

from __future__ import annotations

import io
import json
import sys
from collections.abc import Sequence
from pathlib import Path

import numpy as np

from echantillons import defauts, maquette

ICI = Path(__file__).parent
SOURCES = ICI / "sources"


def rendre(pdf: Path, dpi: int) -> list[defauts.Image]:
    """The clean pages as grey images."""
    import pypdfium2

    document = pypdfium2.PdfDocument(str(pdf))
    pages = [page.render(scale=dpi / 72, grayscale=True).to_numpy() for page in document]
    return [np.array(page, dtype=np.uint8).reshape(page.shape[:2]) for page in pages]


def abimer(image: defauts.Image, page: int, recette: str, graine: int) -> defauts.Image:
    """The image with each defect of ``recette`` that concerns this page (from 1), in order."""
    alea = np.random.default_rng([graine, page])
    for pas in filter(None, (p.strip() for p in recette.split("|"))):
        seule, _, reste = pas.rpartition(":")
        if not seule or int(seule) == page:
            nom, force = reste.split()
            image = defauts.DEFAUTS[nom](image, alea, float(force))
    return image


def encoder(image: defauts.Image, dpi: int, codage: str) -> bytes:
    """A JPEG of the quality given ("jpeg 45"), or a CCITT G4 TIFF ("g4")."""
    from PIL import Image

    tampon = io.BytesIO()
    if codage == "g4":
        page = Image.fromarray(image).convert("1", dither=Image.Dither.NONE)
        page.save(tampon, "TIFF", compression="group4", dpi=(dpi, dpi))
    else:
        Image.fromarray(image).save(tampon, "JPEG", quality=int(codage.split()[1]), optimize=True, dpi=(dpi, dpi))
    return tampon.getvalue()


def numeriser(propre: Path, sortie: Path, cles: dict[str, str]) -> None:
    """Turn a clean PDF into its scan, images only."""
    import img2pdf

    dpi, graine = int(cles["dpi"]), int(cles["graine"])
    pages = rendre(propre, dpi)
    if "verso" in cles:
        pages.append(defauts.verso(pages[-1], np.random.default_rng(graine), float(cles["verso"])))
    images = [abimer(page, rang, cles["defauts"], graine) for rang, page in enumerate(pages, 1)]
    figer(img2pdf.convert([encoder(i, dpi, cles["image"]) for i in images], nodate=True), sortie)


def figer(pdf: bytes, sortie: Path) -> None:
    """Write the PDF with an identifier drawn from its content, not from the clock."""
    import pikepdf

    with pikepdf.open(io.BytesIO(pdf)) as document:
        if "/ID" in document.trailer:
            del document.trailer["/ID"]
        document.save(sortie, deterministic_id=True)


def fabriquer(slug: str, racine: Path = ICI) -> Path:
    """Build one sample under ``racine``; its folder."""
    source = maquette.developper((SOURCES / f"{slug}.html").read_text(encoding="utf-8"))
    cles, _ = maquette.separer(source)
    dossier = racine / slug
    dossier.mkdir(parents=True, exist_ok=True)
    scan, propre = dossier / "scan.pdf", dossier / "propre.pdf"
    attendu = json.dumps({"deliberations": maquette.deliberations(source)}, ensure_ascii=False, indent=1)
    (dossier / "attendu.json").write_text(attendu + "\n", encoding="utf-8")
    maquette.composer(source, SOURCES / "commun.css", propre)
    if cles["image"] == "natif":
        figer(propre.read_bytes(), scan)
    else:
        numeriser(propre, scan, cles)
    propre.unlink()
    return dossier


def main(arguments: Sequence[str]) -> None:
    """Build the samples named, or all."""
    for slug in arguments or sorted(p.stem for p in SOURCES.glob("*.html")):
        scan = fabriquer(slug) / "scan.pdf"
        print(f"{slug:32} {scan.stat().st_size / 1e3:7.0f} ko")


if __name__ == "__main__":
    main(sys.argv[1:])
