"""What the XML formats share: text that XML can hold, elements, files with the same bytes each time."""

import re
from xml.etree import ElementTree as ET

_INTERDITS = re.compile(r"[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""What XML 1.0 cannot hold; a text layer may."""


def propre(texte: str) -> str:
    """The text as XML 1.0 can hold it: what it cannot becomes a replacement sign, so that places do not move."""
    return _INTERDITS.sub("\ufffd", texte)


def ajouter(parent: ET.Element, nom: str, texte: str | None = None, **attributs: str) -> ET.Element:
    """A child, its text and its attributes."""
    enfant = ET.SubElement(parent, nom, {n: propre(v) for n, v in attributs.items()})
    if texte is not None:
        enfant.text = propre(texte)
    return enfant


def octets(element: ET.Element, *, declaration: bool = True) -> bytes:
    """A file, or without ``declaration`` a part of one."""
    ET.indent(element, " ")
    contenu: bytes = ET.tostring(element, encoding="UTF-8", xml_declaration=declaration)
    return contenu + b"\n"
