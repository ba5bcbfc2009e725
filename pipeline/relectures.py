"""Every document of a registre read again from its kept pages, without OCR, on all cores; what changes is shown before
it is accepted."""

import os
import time
from collections.abc import Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from multiprocessing import get_context
from typing import NamedTuple

from modeles.lecture import Lecture
from pipeline import chaine, empreintes
from pipeline.comparaison import Changement, comparer
from pipeline.registre.a_relire import ARelire, a_relire, ouvrir_pages
from pipeline.registre.decisions import appliquer_decisions
from pipeline.registre.depot import lire_contenu
from pipeline.registre.ouverture import Registre
from pipeline.reglages import Reglages

AVANCE = 4
"""Documents handed out for each process beyond the one it reads."""


class Relu(NamedTuple):
    """One document read again. ``lecture``: None when nothing was made anew, for want of its pages."""

    sha256: str
    lecture: Lecture | None
    """As read, before the decisions of persons."""
    changements: list[Changement]
    """Against the current reading, decisions in both."""
    secondes: float


def relire_tout(registre: Registre, reglages: Reglages, *, processus: int | None = None) -> Iterator[Relu]:
    """Each document, in the order of the digests."""
    nombre = processus or len(os.sched_getaffinity(0))
    attente: list[tuple[str, Future[Relu] | None]] = []
    with ProcessPoolExecutor(nombre, mp_context=get_context("spawn")) as equipe:
        for document in a_relire(registre, empreintes.ocr(reglages)):
            if isinstance(document, ARelire):
                attente.append((document.sha256, equipe.submit(relire, document)))
            else:
                attente.append((document, None))
            while len(attente) > AVANCE * nombre or (attente and attente[0][1] is None):
                yield _prendre(*attente.pop(0))
        for reste in attente:
            yield _prendre(*reste)


def _prendre(sha256: str, futur: "Future[Relu] | None") -> Relu:
    return futur.result() if futur is not None else Relu(sha256, None, [], 0.0)


def relire(document: ARelire) -> Relu:
    """One document, from its pages."""
    debut = time.perf_counter()
    avant = lire_contenu(document.lecture)
    lecture = chaine.lire_pages(ouvrir_pages(document.pages), avant.document)
    tenue = appliquer_decisions(lecture, document.decisions)
    return Relu(document.sha256, lecture, comparer(avant, tenue), time.perf_counter() - debut)
