"""Searchable PDF/A-2b: the pages of the scan as they are, and over the ink the corrected words, invisible.

Written by pikepdf, which knows PDF/A since 10.15 (``pikepdf.pdfa``, the rules of veraPDF): it declares the conformance,
puts the colour profile, and **checks the bytes it wrote before they take their place**. What it cannot vouch for is not
written. Why not OCRmyPDF, whose author wrote it too: it draws every page to hand it to an engine, while here the words
are known; it would bring nine packages, worker processes and a plugin to say "these words". Why not Ghostscript: it
writes images again. Here the images of the scan are copied byte for byte (img2pdf does so for TIFF, JPEG and PNG), and
a page costs milliseconds.

Part 2, because it takes transparency and JPEG 2000, which scanners write; level b, because a scan has no structure to
declare and the fonts of its own text may not map to Unicode.

What is changed, on the copy: the invisible words of a former OCR leave the pages that were read again (two layers would
answer every search twice); forms, scripts and attached files are not taken over. Where PDF/A refuses the text of a page
(a font that is not embedded, as that of many stamps of télétransmission), the text is drawn over the page's images;
where it refuses more, the whole page is drawn. Who asked is told which.
"""

import io
import re
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from modeles.page import Page
from modeles.texte import Boite
from pipeline.erreurs import ErreurEnvironnement, ErreurExport, ScanIllisible
from pipeline.etapes.couche_texte import lire_mots
from pipeline.etapes.fichiers import situer
from pipeline.etapes.images import Scan, geometrie, ouvrir
from pipeline.exports._pages_archivables import nom_libre, pdf_d_images, prendre
from pipeline.exports._texte_invisible import Codes, montre_du_texte, police, repere, tracer
from pipeline.reglages import Reglages

if TYPE_CHECKING:
    import pikepdf

NOM = "pdfa"
SUFFIXE = ".pdf"


class Dessins(NamedTuple):
    """The pages that PDF/A did not take as they were, so that who asked is told."""

    textes: tuple[int, ...] = ()
    """Those whose text and annotations were drawn over their images, at the resolution of the settings."""
    pages: tuple[int, ...] = ()
    """Those that were drawn whole."""


def ecrire(source: Path, pages: Sequence[Page], sortie: Path, reglages: Reglages | None = None) -> Dessins:
    """Write ``sortie``, whole or not at all; the pages that had to be drawn, in part or whole.

    ``source``: the scan (PDF, TIFF, JPEG, PNG), only read. ``pages``: all its pages, corrected
    (``etapes.correction.corriger``). Raises ErreurScan when the source cannot be read, ErreurExport when the file
    cannot be written or would not be PDF/A, ErreurEnvironnement when the extra [pdfa] is not installed.
    """
    _exiger()
    import pikepdf

    if sortie.exists() and sortie.samefile(source):
        raise ErreurExport("La sortie est le document d'origine, qui n'est jamais modifié.", chemin=sortie)
    with ouvrir(source, reglages or Reglages()) as scan, pikepdf.Pdf.new() as pdf:
        if len(pages) != scan.pages:
            raise ValueError(f"{len(pages)} pages read, {scan.pages} in the scan")
        with _lisible(scan.chemin):
            dessins = _reprendre(scan, pages, pdf)
            _poser_les_mots(pdf, pages, {*dessins.textes, *dessins.pages})
            _decrire(pdf, scan)
        _enregistrer(pdf, sortie)
    return dessins


def _exiger() -> None:
    try:
        import img2pdf  # noqa: F401
        import pikepdf.pdfa  # noqa: F401
    except ImportError:
        raise ErreurEnvironnement(
            "L'écriture de PDF/A n'est pas installée.", "Installez-la : pip install 'greffier[pdfa]'."
        ) from None


@contextmanager
def _lisible(chemin: Path) -> Iterator[None]:
    """What a library says of a damaged source, as an error of the project."""
    import img2pdf
    import pikepdf
    import pypdfium2

    try:
        with situer(chemin):
            yield
    except (pikepdf.PdfError, pikepdf.ForeignObjectError, img2pdf.ImageOpenError, pypdfium2.PdfiumError, OSError):
        raise ScanIllisible("Ce document est endommagé.", chemin=chemin) from None


def _reprendre(scan: Scan, pages: Sequence[Page], pdf: "pikepdf.Pdf") -> Dessins:
    """Take the pages of the scan into ``pdf``."""
    import pikepdf

    if scan.format == "image":
        with pikepdf.open(io.BytesIO(pdf_d_images(scan))) as feuilles:
            pdf.pages.extend(feuilles.pages)
        return Dessins()
    reprises = {page.numero: prendre(scan, page.numero, page, pdf) for page in pages}
    pdf.remove_unreferenced_resources()
    return Dessins(
        textes=tuple(n for n, reprise in reprises.items() if reprise == "texte_dessine"),
        pages=tuple(n for n, reprise in reprises.items() if reprise == "dessinee"),
    )


def _poser_les_mots(pdf: "pikepdf.Pdf", pages: Sequence[Page], dessinees: set[int]) -> None:
    """The layer of words on every page that was read by OCR or drawn; any other keeps its own text."""
    from pikepdf import Name

    lues = [page for page in pages if page.lignes and (page.origine == "ocr" or page.numero in dessinees)]
    visibles = _mots_visibles(pdf, {page.numero for page in lues if montre_du_texte(pdf.pages[page.numero - 1])})
    codes, poses = Codes(), []
    for page in lues:
        cadre, tour, _, _ = geometrie(pdf, page.numero)
        flux = tracer(page, repere(cadre, tour), codes, "/Invisible", visibles.get(page.numero, ()))
        poses.append((pdf.pages[page.numero - 1], flux))
    if not len(codes):
        return
    fonte = police(pdf, codes)
    for feuille, flux in poses:
        nom = feuille.add_resource(fonte, Name.Font, nom_libre(feuille, "/Font", "Invisible"))
        feuille.contents_add(flux.replace(b"/Invisible 1 Tf", f"{nom} 1 Tf".encode()), prepend=True)


def _mots_visibles(pdf: "pikepdf.Pdf", numeros: set[int]) -> dict[int, list[Boite]]:
    """The boxes of the words that these pages show as text, by page."""
    import pypdfium2

    if not numeros:
        return {}
    tampon = io.BytesIO()
    pdf.save(tampon)
    document = pypdfium2.PdfDocument(tampon.getvalue())
    try:
        return {n: [mot.boite for mot in lire_mots(document[n - 1], n)] for n in numeros}
    finally:
        document.close()


def _decrire(pdf: "pikepdf.Pdf", scan: Scan) -> None:
    """The title and the author of the source, its name as the origin; pikepdf carries them to the XMP."""
    from pikepdf import Name, String

    if scan.format == "pdf":
        for cle, valeur in scan.document.docinfo.items():
            if cle in ("/Title", "/Author", "/Subject", "/Keywords", "/CreationDate"):
                pdf.docinfo[Name(cle)] = String(str(valeur))
    if not str(pdf.docinfo.get("/Title", "")).strip():
        pdf.docinfo[Name.Title] = String(scan.chemin.stem)
    pdf.docinfo[Name.Creator] = String("greffier")
    pdf.Root.Lang = String("fr-FR")
    with pdf.open_metadata(set_pikepdf_as_editor=False) as xmp:
        xmp.load_from_docinfo(pdf.docinfo)
        xmp["dc:source"] = scan.chemin.name


_HEURE = re.compile(rb"\s*<xmp:MetadataDate>[^<]*</xmp:MetadataDate>")


def _enregistrer(pdf: "pikepdf.Pdf", sortie: Path) -> None:
    """The same scan and the same words give the same bytes: the time of writing, which XMP may hold, is left out."""
    from pikepdf import Stream, pdfa

    try:
        pdfa.prepare(pdf, "2b")
        xmp = _HEURE.sub(b"", pdf.Root.Metadata.read_bytes())
        pdf.Root.Metadata = Stream(pdf, xmp, Type=pdf.Root.Metadata.Type, Subtype=pdf.Root.Metadata.Subtype)
        pdfa.save(pdf, sortie, "2b", repair=False, deterministic_id=True)
    except OSError as erreur:
        raise ErreurExport(f"Écriture impossible ({erreur.strerror}).", chemin=sortie) from None
    except pdfa.PdfaError as erreur:
        raisons = "; ".join(f"{x.rule} ({x.where})" for x in erreur.report.findings[:3])
        raise ErreurExport(
            f"Ce document ne peut pas devenir un PDF/A : {raisons}.", "Numérisez-le de nouveau.", chemin=sortie
        ) from None
