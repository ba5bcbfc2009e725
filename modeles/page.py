"""What steps 1 to 3 give: the words of a page, line by line, in reading order."""

from functools import cached_property
from typing import Literal

from pydantic import Field

from modeles.base import Modele
from modeles.lecture import Anomalie
from modeles.texte import Boite, Mot, union

Region = Literal["corps", "marge", "tampon"]
"""corps: the body. marge: a narrow column beside it. tampon: a stamp or seal, read apart."""

Soin = Literal[
    "tourner", "deplier", "redresser", "reduire", "depoussierer", "epaissir", "aplanir", "accentuer", "contraster"
]
"""A treatment of the image: turned by quarters, its perspective undone, levelled, made smaller, freed of specks, its
strokes made thicker, its light made even, its edges sharper, its contrast higher."""

Matrice = tuple[float, float, float, float, float, float, float, float, float]
IDENTITE: Matrice = (1.0, 0.0, 0.0, 0.0, 1.0, 0.0, 0.0, 0.0, 1.0)


class Cellule(Modele):
    """The place of a line in a table of the page; all counted from 0."""

    tableau: int = Field(ge=0)
    rangee: int = Field(ge=0)
    colonne: int = Field(ge=0)


class Ligne(Modele):
    """A line of words, left to right. ``bloc`` numbers the blocks of the page in reading order."""

    mots: tuple[Mot, ...] = Field(min_length=1)
    bloc: int = Field(ge=0)
    region: Region = "corps"
    cellule: Cellule | None = Field(None, description="Set when the line stands in a table; one line may fill a cell.")

    @cached_property
    def texte(self) -> str:
        return " ".join(m.texte for m in self.mots)

    @cached_property
    def boite(self) -> Boite:
        return union([m.boite for m in self.mots])


class Page(Modele):
    """A page as read. ``lignes`` are in reading order; the cells of a table follow row by row, column by column."""

    numero: int = Field(ge=1)
    largeur: float = Field(description="Width of the straightened page, points.")
    hauteur: float = Field(description="Height of the straightened page, points.")
    origine: Literal["ocr", "couche_texte", "texte", "vide"] = Field(
        description="Where the words come from: OCR, the PDF's text layer, plain text; or none (blank page)."
    )
    lignes: tuple[Ligne, ...] = ()
    vers_scan: Matrice = Field(
        IDENTITE,
        description="3x3 matrix, row by row: from the straightened page to the page as stored (what a PDF viewer "
        "shows), points to points. Undoes quarter turns, skew and perspective.",
    )
    soins: tuple[Soin, ...] = Field((), description="Treatments of the image before recognition, in their order.")
    anomalies: tuple[Anomalie, ...] = ()

    def point_scan(self, x: float, y: float) -> tuple[float, float]:
        """Where the point (x, y) of the straightened page stands on the page as stored."""
        a, b, c, d, e, f, g, h, i = self.vers_scan
        w = g * x + h * y + i
        return ((a * x + b * y + c) / w, (d * x + e * y + f) / w)

    def renumeroter(self, numero: int) -> "Page":
        """The same page, as page ``numero`` of a document: equal images share their OCR."""
        lignes = tuple(
            x.model_copy(update={"mots": tuple(m.model_copy(update={"page": numero}) for m in x.mots)})
            for x in self.lignes
        )
        dites = tuple(a.model_copy(update={"page": numero}) if a.page == self.numero else a for a in self.anomalies)
        return self.model_copy(update={"numero": numero, "lignes": lignes, "anomalies": dites})

    def boite_scan(self, boite: Boite) -> Boite:
        """The upright box, on the page as stored, that holds ``boite`` of the straightened page."""
        x0, y0, x1, y1 = boite
        coins = [self.point_scan(x, y) for x, y in ((x0, y0), (x1, y0), (x1, y1), (x0, y1))]
        xs, ys = [p[0] for p in coins], [p[1] for p in coins]
        return (min(xs), min(ys), max(xs), max(ys))
