"""What a page of a PDF draws, measured before anything is drawn: how large it is, and whether it is one image."""

from collections.abc import Sequence
from typing import Any

from pipeline.erreurs import ScanTropLourd
from pipeline.etapes.fichiers import OBJETS_MAX, depliage

Cadre = tuple[float, float, float, float]

LZW_MAX = 200_000
"""Bytes of a content under LZW, which inflates up to 1,400 times and which qpdf does not bound."""
SEULE_MAX = 50_000
"""Bytes, as stored, of the content of a page that is one image: a line does it."""
_NE_TRACENT_RIEN = frozenset({"gs", "BT", "ET", "Tf", "TL", "w", "J", "j", "M", "d", "i", "ri"})


def verifier(page: Any) -> None:
    """Refuse a page whose content is a bomb. Raises ScanTropLourd; a damaged content is left to those who draw it."""
    for flux in _flux(page):
        lzw = "LZW" in str(flux.get("/Filter", "")) and len(flux.read_raw_bytes()) > LZW_MAX
        if lzw or not _tient(flux, OBJETS_MAX):
            raise ScanTropLourd(
                f"Ce que cette page dessine occupe plus de {OBJETS_MAX >> 20} Mo.", "Numérisez-la de nouveau."
            )


def seule_image(page: Any, cadre: Cadre) -> str | None:
    """Name of the image when the page draws it over its whole box, upright, and draws nothing else."""
    import pikepdf

    morceaux = _flux(page)
    longs = sum(len(flux.read_raw_bytes()) for flux in morceaux) > SEULE_MAX
    if longs or not all(_tient(flux, 20 * SEULE_MAX) for flux in morceaux):
        return None
    return _suivre(pikepdf.parse_content_stream(page), cadre)


def _suivre(instructions: Sequence[Any], cadre: Cadre) -> str | None:
    import pikepdf

    nom, matrices = None, [pikepdf.Matrix()]
    for instruction in instructions:
        operandes: Any = instruction.operands
        match str(instruction.operator):
            case "q":
                matrices.append(matrices[-1])
            case "Q" if len(matrices) > 1:
                matrices.pop()
            case "cm":
                matrices[-1] = pikepdf.Matrix(*(float(v) for v in operandes)) @ matrices[-1]
            case "Do" if nom is None:
                nom, matrice = str(operandes[0]), matrices[-1]
            case operateur if operateur not in _NE_TRACENT_RIEN:
                return None
    if nom is None:
        return None
    x0, y0, x1, y1 = cadre
    attendu = (x1 - x0, 0, 0, y1 - y0, x0, y0)
    lu = (matrice.a, matrice.b, matrice.c, matrice.d, matrice.e, matrice.f)
    return nom if all(abs(a - b) < 1.5 for a, b in zip(attendu, lu, strict=True)) else None


def _flux(page: Any) -> list[Any]:
    """The streams of a page's content."""
    import pikepdf

    contenu = page.get("/Contents")
    if isinstance(contenu, pikepdf.Array):
        contenu = [x for x in contenu if isinstance(x, pikepdf.Stream)]
    return list(contenu) if isinstance(contenu, list) else [contenu] if isinstance(contenu, pikepdf.Stream) else []


def _tient(flux: Any, octets: int) -> bool:
    """Whether a stream inflates to ``octets`` at most; so is it said of one that cannot be inflated at all."""
    import pikepdf

    try:
        with depliage(octets):
            return len(flux.read_bytes(pikepdf.StreamDecodeLevel.specialized)) <= octets
    except MemoryError:
        return False
    except (pikepdf.PikepdfError, ValueError, RuntimeError) as erreur:
        return "limit" not in str(erreur)
