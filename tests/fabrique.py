"""Pages, passages and acts from plain text, so that tests read like documents. No OCR."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from modeles.acte import Acte, NatureZone
from modeles.lecture import Document, Lecture, Trouvaille
from modeles.page import Cellule, Ligne, Page, Region
from modeles.texte import Mot, Passage
from pipeline.chaine import lire_pages
from pipeline.etapes.segmentation import segmenter

ECHANTILLONS = Path(__file__).parent.parent / "echantillons"
DOCUMENT = Document(nom="essai.txt", sha256="0" * 64, pages=1)
CHASSE, CORPS, INTERLIGNE = 5.0, 10.0, 12.0
"""Advance of a character, height of a word, line step: points."""


@dataclass(frozen=True)
class Pose:
    """A line and where it stands. ``y`` None: one step under the line before."""

    texte: str
    x: float = 70.0
    y: float | None = None
    region: Region = "corps"
    bloc: int = 0
    cellule: Cellule | None = None


def tableau(*rangees: str, haut: float, numero: int = 0, large: float = 110.0) -> list[Pose]:
    """The cells of a table from ``haut`` down, a string a row, its cells parted by "|". An empty cell holds no line."""
    poses = []
    for rang, rangee in enumerate(rangees):
        pleines = [(n, c.strip()) for n, c in enumerate(rangee.split("|")) if c.strip()]
        for n, texte in pleines:
            cellule = Cellule(tableau=numero, rangee=rang, colonne=n)
            poses.append(Pose(texte, 70.0 + large * n, haut + 14.0 * rang, bloc=50 + numero, cellule=cellule))
    return poses


def mot(texte: str, page: int = 1, x: float = 0.0, y: float = 0.0, confiance: float = 1.0) -> Mot:
    boite = (x, y, x + CHASSE * len(texte), y + CORPS)
    return Mot(texte=texte, brut=texte, page=page, boite=boite, confiance=confiance)


def ligne(
    texte: str,
    x: float,
    y: float,
    numero: int = 1,
    region: Region = "corps",
    bloc: int = 0,
    cellule: Cellule | None = None,
) -> Ligne:
    """A line of fixed pitch: the words stand where their columns say."""
    mots, colonne = [], 0
    for morceau in texte.split(" "):
        if morceau:
            mots.append(mot(morceau, numero, x + CHASSE * colonne, y))
        colonne += len(morceau) + 1
    return Ligne(mots=tuple(mots), bloc=bloc, region=region, cellule=cellule)


def page(lignes: Iterable[str | Pose], numero: int = 1, haut: float = 60.0) -> Page:
    """A page of A4. An empty string is a blank line; a string stands at the left margin, a ``Pose`` where it says."""
    y, faites = haut, []
    for element in lignes:
        pose = Pose(element) if isinstance(element, str) else element
        if pose.texte.strip():
            ici = y if pose.y is None else pose.y
            faites.append(ligne(pose.texte, pose.x, ici, numero, pose.region, pose.bloc, pose.cellule))
            y = ici
        y += INTERLIGNE
    return Page(
        numero=numero, largeur=595.0, hauteur=842.0, origine="texte" if faites else "vide", lignes=tuple(faites)
    )


def pages(*textes: str) -> tuple[Page, ...]:
    """One page a text, line by line as printed."""
    return tuple(page(t.strip("\n").split("\n"), n) for n, t in enumerate(textes, start=1))


def passage(texte: str) -> Passage:
    return Passage.de_mots(tuple(mot(m) for m in texte.split()))


def actes(*textes: str) -> tuple[Acte, ...]:
    """Segmentation alone: the acts of a document, one text a page."""
    return segmenter(pages(*textes))


def lire(*textes: str) -> Lecture:
    """Correction to validation: the reading of a document, one text a page."""
    return lire_pages(pages(*textes), DOCUMENT)


def fiches(*textes: str) -> list[dict[str, Any]]:
    """The records of a document as the contract writes them: persons as their full name."""
    lues: list[dict[str, Any]] = noms(lire(*textes).model_dump(mode="json")["deliberations"])
    return lues


def fiche(*textes: str) -> dict[str, Any]:
    """The only record of a document."""
    (unique,) = fiches(*textes)
    return unique


def noms(valeur: Any) -> Any:
    """The same tree, where each person is its full name."""
    if isinstance(valeur, dict):
        return valeur.get("nom_complet") or {cle: noms(v) for cle, v in valeur.items()}
    return [noms(v) for v in valeur] if isinstance(valeur, list) else valeur


def zones(acte: Acte) -> list[NatureZone]:
    return [z.nature for z in acte.zones]


def textes(acte: Acte, *natures: NatureZone) -> list[str]:
    return [p.texte for p in acte.passages(*natures)]


def valeurs(trouvailles: Sequence[Trouvaille[Any]]) -> list[Any]:
    return [t.valeur for t in trouvailles]
