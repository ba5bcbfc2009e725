"""Step 4: from pages to acts cut into zones."""

from modeles.acte import Acte
from modeles.page import Page
from pipeline.etapes.segmentation import actes, mobilier, paragraphes


def segmenter(pages: tuple[Page, ...]) -> tuple[Acte, ...]:
    """The acts of a document; () when it holds no text."""
    return actes.decouper(paragraphes.paragraphes(mobilier.retirer(pages)))
