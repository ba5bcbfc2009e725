"""ALTO 4 (Library of Congress, METS family): one XML file a page, for archives and digital libraries.

Decisions, where the schema leaves a choice:

- Unit ``inch1200``, 1/1200 inch, whole numbers: a point is 50/3 of it, a pixel at 300 dpi is 4. ``pixel`` would tie
  the file to one drawing of a page that may not be an image; ``mm10`` is coarser than a pixel.
- Coordinates are on the page **as stored**, what a viewer of the scan shows. A box is upright there; ``BASELINE``
  follows the line of a page scanned askew, ``ROTATION`` of a block says by how much (degrees, counter-clockwise).
- ``CONTENT`` is the corrected word, which is what is indexed and searched. The word as OCR read it stands in
  ``ALTERNATIVE PURPOSE="brut"`` where it differs, and ``PROCESSINGREFS`` names the correction. Not ``SUBS_CONTENT``,
  kept for cut words and abbreviations; not ``CS``, which says that a person corrected.
- ``WC`` is the confidence of the engine; no ``CC``, which no engine here gives by character.
- ``Processing``, not ``OCRProcessing``, which ALTO 4 deprecates.
- Stamps and margins are blocks like others, told by a ``StructureTag``; a ruled table is a ``ComposedBlock``
  TYPE="table", a block a cell. The order of the blocks is the reading order.
- Nothing beyond ALTO 4.3 is written: the file is valid against 4.3 and 4.4.
"""

import math
from collections.abc import Iterator, Sequence
from importlib import metadata
from itertools import groupby
from pathlib import Path
from statistics import median
from xml.etree import ElementTree as ET

from modeles.lecture import Document
from modeles.page import Ligne, Page
from modeles.texte import Boite, Mot, union
from pipeline.exports._xml import propre

NOM = "alto"
SUFFIXE = ".alto.xml"
ESPACE = "http://www.loc.gov/standards/alto/ns-v4#"
SCHEMA = f"{ESPACE} http://www.loc.gov/standards/alto/v4/alto-4-3.xsd"
XSI = "http://www.w3.org/2001/XMLSchema-instance"
ETIQUETTES = {"tampon": ("stamp", "Tampon"), "marge": ("marginalia", "Marge")}
"""Type and label of the tag of each region that is not the body."""

Taille = tuple[float, float]


def ecrire(
    pages: Sequence[Page], document: Document, moteur: str, tailles: Sequence[Taille] | None = None
) -> Iterator[tuple[str, bytes]]:
    """The name and the bytes of the file of each page.

    ``pages``: corrected (``etapes.correction.corriger``). ``moteur``: the engine, its name then its version
    ("Tesseract 5.3.0"). ``tailles``: width and height of each page as stored, points (``Scan.taille``); without them
    ``Page`` has no WIDTH and HEIGHT, since a straightened page does not know the size of its scan.
    """
    connues: Sequence[Taille | None] = tailles if tailles is not None else [None] * len(pages)
    for page, taille in zip(pages, connues, strict=True):
        racine = _alto(page, document, moteur, taille)
        ET.indent(racine)
        octets = ET.tostring(racine, encoding="UTF-8", xml_declaration=True)
        yield f"{Path(document.nom).stem}-{page.numero:04}{SUFFIXE}", octets + b"\n"


def _alto(page: Page, document: Document, moteur: str, taille: Taille | None) -> ET.Element:
    racine = ET.Element("alto", {"xmlns": ESPACE, "xmlns:xsi": XSI, "xsi:schemaLocation": SCHEMA})
    description = ET.SubElement(racine, "Description")
    ET.SubElement(description, "MeasurementUnit").text = "inch1200"
    image = ET.SubElement(description, "sourceImageInformation")
    ET.SubElement(image, "fileName").text = propre(document.nom)
    ET.SubElement(image, "fileIdentifier", fileIdentifierLocation="sha256").text = document.sha256
    traitements = _traitements(description, page, moteur)
    regions = [r for r in ETIQUETTES if any(ligne.region == r for ligne in page.lignes)]
    if regions:
        tags = ET.SubElement(racine, "Tags")
        for region in regions:
            genre, nom = ETIQUETTES[region]
            ET.SubElement(tags, "StructureTag", ID=f"TAG_{region}", TYPE=genre, LABEL=nom)
    attributs = {"ID": f"P{page.numero}", "PHYSICAL_IMG_NR": str(page.numero)}
    if traitements:
        attributs["PROCESSINGREFS"] = traitements
    if taille is not None:
        attributs |= {"WIDTH": _unite(taille[0]), "HEIGHT": _unite(taille[1])}
    feuille = ET.SubElement(ET.SubElement(racine, "Layout"), "Page", attributs)
    cadre = _cadre(page, union([ligne.boite for ligne in page.lignes])) if page.lignes else {}
    _blocs(ET.SubElement(feuille, "PrintSpace", {"ID": f"P{page.numero}_espace"} | cadre), page)
    return racine


def _traitements(description: ET.Element, page: Page, moteur: str) -> str:
    """What was done to the page, in its order: treatments of the image, reading, correction; the ids of them all."""
    nom, _, version = moteur.partition(" ")
    if page.origine == "vide":
        return ""
    ids = []
    if page.soins:
        ids.append(_traitement(description, "T_soins", "preOperation", page.soins, *_greffier()))
    if page.origine == "ocr":
        ids.append(_traitement(description, "T_lecture", "contentGeneration", ["OCR"], nom, version))
    else:
        etape = "couche de texte du PDF" if page.origine == "couche_texte" else "texte brut"
        ids.append(_traitement(description, "T_lecture", "contentGeneration", [etape], *_greffier()))
    if any(_est_corrige(mot) for ligne in page.lignes for mot in ligne.mots):
        ids.append(_traitement(description, "T_correction", "contentModification", ["correction"], *_greffier()))
    return " ".join(ids)


def _traitement(
    description: ET.Element, identifiant: str, categorie: str, etapes: Sequence[str], logiciel: str, version: str
) -> str:
    traitement = ET.SubElement(description, "Processing", ID=identifiant)
    ET.SubElement(traitement, "processingCategory").text = categorie
    for etape in etapes:
        ET.SubElement(traitement, "processingStepDescription").text = etape
    programme = ET.SubElement(traitement, "processingSoftware")
    ET.SubElement(programme, "softwareName").text = propre(logiciel)
    if version:
        ET.SubElement(programme, "softwareVersion").text = propre(version)
    return identifiant


def _greffier() -> tuple[str, str]:
    try:
        return "greffier", metadata.version("greffier")
    except metadata.PackageNotFoundError:  # run from its sources
        return "greffier", ""


def _blocs(parent: ET.Element, page: Page) -> None:
    """The blocks of the page in reading order; the cells of a table in a block of their own."""
    tableau = {id(ligne): ligne.cellule.tableau if ligne.cellule else None for ligne in page.lignes}
    numero = 0
    for cle, suite in groupby(page.lignes, lambda x: (tableau[id(x)], x.region, x.bloc if not x.cellule else 0)):
        numero += 1
        lignes, identifiant = list(suite), f"P{page.numero}_B{numero}"
        if cle[0] is None:
            _bloc(parent, page, lignes, identifiant)
            continue
        attributs = {"ID": identifiant, "TYPE": "table"} | _cadre(page, union([x.boite for x in lignes]))
        compose = ET.SubElement(parent, "ComposedBlock", attributs)
        for rang, (_, cellule) in enumerate(groupby(lignes, lambda x: x.cellule), start=1):
            _bloc(compose, page, list(cellule), f"{identifiant}_C{rang}")


def _bloc(parent: ET.Element, page: Page, lignes: Sequence[Ligne], identifiant: str) -> None:
    attributs = {"ID": identifiant} | _cadre(page, union([x.boite for x in lignes]))
    if lignes[0].region in ETIQUETTES:
        attributs["TAGREFS"] = f"TAG_{lignes[0].region}"
    angle = _angle(page, lignes[0].boite)
    if abs(angle) >= 0.05:
        attributs["ROTATION"] = f"{angle:.2f}"
    bloc = ET.SubElement(parent, "TextBlock", attributs)
    for rang, ligne in enumerate(lignes, start=1):
        _ligne(bloc, page, ligne, f"{identifiant}_L{rang}")


def _ligne(bloc: ET.Element, page: Page, ligne: Ligne, identifiant: str) -> None:
    attributs = {"ID": identifiant} | _cadre(page, ligne.boite)
    if page.origine != "texte":
        x0, _, x1, _ = ligne.boite
        pied = median(mot.boite[3] for mot in ligne.mots)  # most words have no descender
        bouts = (page.point_scan(x0, pied), page.point_scan(x1, pied))
        attributs["BASELINE"] = " ".join(f"{_unite(x)},{_unite(y)}" for x, y in bouts)
    element = ET.SubElement(bloc, "TextLine", attributs)
    avant: Mot | None = None
    for rang, mot in enumerate(ligne.mots, start=1):
        if avant is not None:
            ET.SubElement(element, "SP", _vide(page, avant.boite, mot.boite))
        _mot(element, page, mot, f"{identifiant}_S{rang}")
        avant = mot


def _mot(ligne: ET.Element, page: Page, mot: Mot, identifiant: str) -> None:
    attributs = {"ID": identifiant} | _cadre(page, mot.boite)
    attributs |= {"CONTENT": propre(mot.texte), "WC": f"{mot.confiance:.3f}"}
    if not _est_corrige(mot):
        ET.SubElement(ligne, "String", attributs)
        return
    chaine = ET.SubElement(ligne, "String", attributs | {"PROCESSINGREFS": "T_correction"})
    ET.SubElement(chaine, "ALTERNATIVE", PURPOSE="brut").text = propre(mot.brut)


def _est_corrige(mot: Mot) -> bool:
    return mot.texte != mot.brut


def _vide(page: Page, avant: Boite, apres: Boite) -> dict[str, str]:
    """The place of the space between two words; none where they touch."""
    return _cadre(page, (avant[2], avant[1], apres[0], avant[3])) if apres[0] > avant[2] else {}


def _cadre(page: Page, boite: Boite) -> dict[str, str]:
    """HPOS, VPOS, WIDTH, HEIGHT of a box, on the page as stored; none for plain text, which stands nowhere."""
    if page.origine == "texte":
        return {}
    x0, y0, x1, y1 = (round(v * 1200 / 72) for v in page.boite_scan(boite))
    return {"HPOS": str(x0), "VPOS": str(y0), "WIDTH": str(x1 - x0), "HEIGHT": str(y1 - y0)}


def _angle(page: Page, boite: Boite) -> float:
    """Degrees, counter-clockwise, from level to the bottom of a box on the page as stored."""
    if page.origine == "texte":
        return 0.0
    (x0, y0), (x1, y1) = page.point_scan(boite[0], boite[3]), page.point_scan(boite[2], boite[3])
    return math.degrees(math.atan2(y0 - y1, x1 - x0))


def _unite(points: float) -> str:
    return str(round(points * 1200 / 72))
