"""The chain, from top to bottom: images, OCR, correction, segmentation, extraction, validation."""

import hashlib
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from modeles.deliberation import Deliberation
from modeles.lecture import Anomalie, Deduction, Document, Lecture
from modeles.page import Page
from pipeline.etapes import extraction
from pipeline.etapes.citations import citer
from pipeline.etapes.controles import Contexte, controler
from pipeline.etapes.correction import corriger
from pipeline.etapes.deductions import deduire
from pipeline.etapes.extraction.seance import jour_imprime
from pipeline.etapes.matieres import matiere
from pipeline.etapes.segmentation import segmenter
from pipeline.etapes.validation import valider
from pipeline.reglages import Reglages

if TYPE_CHECKING:
    from pipeline.etapes.ocr import Memoire

Suivi = Callable[[int, int], None]
"""Called after each page with (pages done, pages in all)."""


def lire(
    chemin: Path,
    reglages: Reglages,
    *,
    texte: bool = False,
    suivi: Suivi | None = None,
    memoire: "Memoire | None" = None,
) -> Lecture:
    """Read one scan (PDF, TIFF, JPEG, PNG), or raw OCR text when ``texte``.

    Raises a class of ``pipeline.erreurs`` when the file cannot be read at all; a page that cannot is an anomaly.
    """
    pages = lire_texte(chemin) if texte else lire_images(chemin, reglages, suivi, memoire)
    return lire_pages(pages, decrire(chemin, len(pages)))


def lire_images(
    chemin: Path, reglages: Reglages, suivi: Suivi | None = None, memoire: "Memoire | None" = None
) -> tuple[Page, ...]:
    """Steps 1 and 2: the pages of a scan, recognised one by one; ``memoire`` spares what was recognised before."""
    from pipeline.etapes.images import ouvrir
    from pipeline.etapes.ocr import lire_page

    with ouvrir(chemin, reglages) as scan:
        pages = []
        for numero in range(1, scan.pages + 1):
            pages.append(lire_page(scan, numero, reglages, memoire))
            if suivi is not None:
                suivi(numero, scan.pages)
    return tuple(pages)


def lire_texte(chemin: Path) -> tuple[Page, ...]:
    """The pages of a file of raw OCR text."""
    from pipeline.etapes.images import lire_fichier_texte
    from pipeline.etapes.ocr import pages_de_texte

    return pages_de_texte(lire_fichier_texte(chemin))


def lire_pages(pages: tuple[Page, ...], document: Document) -> Lecture:
    """Steps 3 to 6: from pages as recognised to the reading. No OCR: any frozen pages can be replayed."""
    corrigees = corriger(pages)
    actes = segmenter(corrigees)
    jours = [jour_imprime(acte) for acte in actes]

    def controle(deliberation: Deliberation, rang: int) -> Sequence[Anomalie]:
        jour = jours[rang]
        return controler(deliberation, rang, Contexte(jour_semaine=jour.jour_semaine if jour else None))

    lecture = valider(extraction.extraire(actes), corrigees, document, controle)
    deductions: list[Deduction] = []
    for rang, (deliberation, acte) in enumerate(zip(lecture.deliberations, actes, strict=True)):
        autour = acte.passages("entete", "titre", "tampon", "marge", "signature", "annexe")
        trouvee = matiere(deliberation, autour, rang)
        deductions += [*deduire(deliberation, rang), *([trouvee] if trouvee else [])]
    cites = [citer(d, rang) for rang, d in enumerate(lecture.deliberations)]
    return lecture.model_copy(
        update={
            "deductions": tuple(deductions),
            "references": tuple(x for citations, _ in cites for x in citations),
            "effets": tuple(x for _, effets in cites for x in effets),
        }
    )


def decrire(chemin: Path, pages: int) -> Document:
    """Name and digest of the file."""
    with chemin.open("rb") as fichier:
        return Document(nom=chemin.name, sha256=hashlib.file_digest(fichier, "sha256").hexdigest(), pages=pages)
