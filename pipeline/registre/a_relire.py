"""What re-reading needs of a document: its pages as recognised and its current reading, as the bytes that are kept.

Bytes, because the process that directs only carries them: parsing is for those that read.
"""

from collections.abc import Iterator
from typing import NamedTuple

from sqlalchemy import select

from modeles.decision import DecisionHumaine
from modeles.page import Page
from pipeline.registre.depot import decisions_du, ouvrir_page
from pipeline.registre.ouverture import Registre, consulter
from pipeline.registre.schema import decisions, documents, lectures, pages, pages_ocr


class ARelire(NamedTuple):
    """A document whose pages are all kept. ``lecture`` and ``pages`` are zlib-compressed JSON."""

    sha256: str
    lecture: bytes
    version: str
    """Of the program that made the reading."""
    pages: tuple[bytes, ...]
    decisions: tuple[DecisionHumaine, ...]


def a_relire(registre: Registre, reglages: str) -> Iterator[ARelire | str]:
    """The documents that were read, by digest; the digest alone of one whose pages, under these OCR settings, are not
    all kept."""
    with consulter(registre) as cx:
        lus = cx.execute(
            select(documents.c.sha256, documents.c.pages)
            .join(lectures, lectures.c.sha256 == documents.c.sha256)
            .where(lectures.c.courante.is_(True))
            .order_by(documents.c.sha256)
        ).all()
        decides = set(cx.execute(select(decisions.c.sha256).distinct()).scalars())
    for sha256, nombre in lus:
        with consulter(registre) as cx:
            gardees = cx.execute(
                select(pages_ocr.c.contenu)
                .join(pages, pages.c.cle == pages_ocr.c.cle)
                .where(pages.c.sha256 == sha256, pages.c.reglages == reglages)
                .order_by(pages.c.numero)
            ).scalars().all()  # fmt: skip
            courante = cx.execute(
                select(lectures.c.contenu, lectures.c.version).where(
                    lectures.c.sha256 == sha256, lectures.c.courante.is_(True)
                )
            ).one()
        if len(gardees) != nombre:
            yield str(sha256)
            continue
        tenues = tuple(decisions_du(registre, sha256)) if sha256 in decides else ()
        yield ARelire(sha256, courante.contenu, courante.version, tuple(gardees), tenues)


def ouvrir_pages(contenus: tuple[bytes, ...]) -> tuple[Page, ...]:
    """The pages, numbered from 1: equal images share their OCR."""
    return tuple(ouvrir_page(contenu, numero) for numero, contenu in enumerate(contenus, start=1))
