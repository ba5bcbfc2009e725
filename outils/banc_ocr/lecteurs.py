"""The readers that the bench compares: each takes a PDF of scans and gives the text of its pages."""

import os
import resource
import subprocess
import tempfile
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Any

from pipeline.reglages import Reglages

UN_FIL = os.environ | {"OMP_THREAD_LIMIT": "1"}


def cpu() -> float:
    """CPU seconds spent by this process and the children it waited for."""
    usages = (resource.getrusage(qui) for qui in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
    return sum(u.ru_utime + u.ru_stime for u in usages)


def tesseract_seul(pdf: Path) -> list[str]:
    """``tesseract -l fra`` on each embedded image, one thread, nothing else."""
    import pikepdf

    textes = []
    with pikepdf.open(pdf) as document, tempfile.TemporaryDirectory() as dossier:
        for page in document.pages:
            (image,) = page.get_images().values()
            vue = pikepdf.PdfImage(image)  # type: ignore[arg-type]
            chemin = vue.extract_to(fileprefix=str(Path(dossier) / "page"))
            dpi = round(int(image.Width) * 72 / float(page.mediabox[2]))
            commande = ["tesseract", chemin, "-", "-l", "fra", "--dpi", str(dpi)]
            textes.append(subprocess.run(commande, check=True, capture_output=True, text=True, env=UN_FIL).stdout)
    return textes


def ocrmypdf(pdf: Path, *options: str) -> list[str]:
    """OCRmyPDF, one job; its sidecar text, a page a form feed."""
    with tempfile.TemporaryDirectory() as dossier:
        texte = Path(dossier) / "texte.txt"
        commande = ["ocrmypdf", "-l", "fra", "--jobs", "1", "--output-type", "pdf", "-O0", *options,
                    "--sidecar", str(texte), str(pdf), str(Path(dossier) / "sortie.pdf")]  # fmt: skip
        subprocess.run(commande, check=True, capture_output=True, env=UN_FIL)
        return texte.read_text(encoding="utf-8").split("\f")


def ocrmypdf_nettoye(pdf: Path) -> list[str]:
    return ocrmypdf(pdf, "--deskew", "--clean")


@cache
def _rapidocr() -> Any:
    import logging

    from rapidocr import RapidOCR

    logging.disable(logging.INFO)
    return RapidOCR(params={"EngineConfig.onnxruntime.intra_op_num_threads": 1})


def rapidocr(pdf: Path) -> list[str]:
    """RapidOCR alone, its lines from top to bottom."""
    import cv2

    from pipeline.etapes.images import ouvrir

    textes = []
    with ouvrir(pdf, Reglages()) as scan:
        for numero in range(1, scan.pages + 1):
            lu = _rapidocr()(cv2.cvtColor(scan.page(numero).pixels, cv2.COLOR_GRAY2BGR))
            textes.append("\n".join(lu.txts or ()))
    return textes


def greffier(**reglages: Any) -> Callable[[Path], list[str]]:
    """The images, OCR and correction steps of this project, as ``greffier lire`` runs them with these settings."""

    def lire(pdf: Path) -> list[str]:
        from pipeline.chaine import lire_images
        from pipeline.etapes.correction import corriger

        pages = corriger(lire_images(pdf, Reglages(**reglages)))
        return ["\n".join(x.texte for x in page.lignes) for page in pages]

    return lire


LECTEURS: dict[str, Callable[[Path], list[str]]] = {
    "tesseract": tesseract_seul,
    "ocrmypdf": ocrmypdf_nettoye,
    "rapidocr": rapidocr,
    "greffier": greffier(double=True),
    "rapide": greffier(double=True, moteur="tesserocr"),
    "simple": greffier(double=False),
}
