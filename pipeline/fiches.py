"""The acts of a registre as records, one by one however many they are, in an order that does not change.

A record is cut out of the kept JSON of its reading, which was validated when it was kept, and travels as JSON: making
the models costs five times what all the rest does, so they are made for who asks. Beyond a first lot of readings, the
cutting is shared between processes.
"""

import os
from collections import defaultdict, deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from datetime import date
from itertools import chain, islice
from multiprocessing import get_context
from typing import NamedTuple, TypeVar

import orjson

from modeles.deliberation import Deliberation
from modeles.fiche import DECISION, VERSION, Arbre, Fiche, en_fiche
from modeles.texte import plier_saisie
from pipeline.erreurs import ErreurExport
from pipeline.registre.ouverture import Registre
from pipeline.registre.recherche import LectureCourante, lectures_courantes

T = TypeVar("T")

_ACTES = "/deliberations/"
LOT = 25
"""Readings that a process is given at once."""
AVANCE = 2
"""Lots handed out for each process beyond the one it cuts."""


class Choix(NamedTuple):
    """The acts wanted; None: any."""

    depuis: date | None = None
    jusqua: date | None = None
    """Included."""
    collectivite: str | None = None
    """A part of the name, whatever the case and accents."""
    statut: str | None = None
    """Of the record: "complete" or "partielle"."""


def fiches(registre: Registre, choix: Choix | None = None) -> Iterator[Fiche]:
    """By body, date and digest of the scan, then in the order of the scan."""
    choix = choix or Choix()
    for courante in _courantes(registre, choix):
        yield from (en_fiche(orjson.dumps(a)) for a in _retenus(courante, choix))


def actes(registre: Registre, choix: Choix, traiter: Callable[[Arbre], T]) -> Iterator[T]:
    """What ``traiter`` makes of each, in the same order; it runs on all cores, in processes of its own.

    Raises ErreurExport when one of them is stopped from outside.
    """
    courantes = _courantes(registre, choix)
    yield from _traiter(list(islice(courantes, LOT)), choix, traiter)
    lots = iter(lambda: list(islice(courantes, LOT)), [])
    deuxieme = next(lots, None)
    if deuxieme is None:
        return
    try:
        yield from _partager(chain((deuxieme,), lots), choix, traiter)
    except BrokenProcessPool:
        raise ErreurExport(
            "Un des processus de l'export a été arrêté.", "Libérez de la mémoire, puis relancez."
        ) from None


def _partager(lots: Iterable[list[LectureCourante]], choix: Choix, traiter: Callable[[Arbre], T]) -> Iterator[T]:
    nombre = len(os.sched_getaffinity(0))
    attente: deque[Future[list[T]]] = deque()
    with ProcessPoolExecutor(nombre, mp_context=get_context("spawn")) as equipe:
        for lot in lots:
            attente.append(equipe.submit(_traiter, lot, choix, traiter))
            if len(attente) > AVANCE * nombre:
                yield from attente.popleft().result()
        while attente:
            yield from attente.popleft().result()


def retenues(courante: LectureCourante, choix: Choix) -> list[bytes]:
    """The records of one reading that are wanted, as lines of JSON."""
    return [orjson.dumps(a) for a in _retenus(courante, choix)]


def _courantes(registre: Registre, choix: Choix) -> Iterator[LectureCourante]:
    return lectures_courantes(registre, depuis=choix.depuis, jusqua=choix.jusqua, collectivite=choix.collectivite)


def _traiter(courantes: Iterable[LectureCourante], choix: Choix, traiter: Callable[[Arbre], T]) -> list[T]:
    return [traiter(a) for courante in courantes for a in _retenus(courante, choix)]


def _retenus(courante: LectureCourante, choix: Choix) -> Iterator[Arbre]:
    return (a for a in decouper(courante) if _convient(a, choix))


def decouper(courante: LectureCourante) -> Iterator[Arbre]:
    """A record for each act of a reading."""
    lecture: Arbre = orjson.loads(courante.texte)
    document = lecture["document"]
    sources: defaultdict[int | None, list[Arbre]] = defaultdict(list)
    for pointeur, source in lecture["sources"].items():
        rang, source["champ"] = _couper(pointeur)
        sources[rang].append(source)
    anomalies, deductions = _par_acte(lecture["anomalies"]), _par_acte(lecture["deductions"])
    references, effets = _par_acte(lecture["references"]), _par_acte(lecture["effets"])
    for rang, acte in enumerate(lecture["deliberations"]):
        siennes = [*anomalies[rang], *anomalies[None]]
        yield {
            **{nom: acte[nom] for nom in Deliberation.model_fields},
            "id": f"{document['sha256'][:16]}-{rang + 1}",
            "modele": VERSION,
            "statut": "partielle" if any(a["gravite"] != "info" for a in siennes) else "complete",
            "profil": "interne",
            "origine": {
                "fichier": document["nom"], "sha256": document["sha256"], "pages": document["pages"], "rang": rang,
                "moteur": courante.moteur, "version": courante.version, "lu_le": courante.faite_le,
            },
            "confirmes": [s["champ"] for s in sources[rang] if any(c.startswith(DECISION) for c in s["corrections"])],
            "sources": sources[rang],
            "anomalies": siennes,
            "deductions": [{**d, "valeur": str(d["valeur"])} for d in deductions[rang]],
            "references": references[rang],
            "effets": effets[rang],
        }  # fmt: skip


def _couper(pointeur: str | None) -> tuple[int | None, str]:
    """The rank of the act, None when it points at no act, and the pointer from the act."""
    if pointeur is None or not pointeur.startswith(_ACTES):
        return None, pointeur or ""
    rang, barre, reste = pointeur[len(_ACTES) :].partition("/")
    return int(rang), barre + reste


def _par_acte(valeurs: Iterable[Arbre]) -> "defaultdict[int | None, list[Arbre]]":
    """By act, their pointers from the act; under None what is of the scan as a whole."""
    ranges: defaultdict[int | None, list[Arbre]] = defaultdict(list)
    for valeur in valeurs:
        rang, champ = _couper(valeur["champ"])
        ranges[rang].append(valeur if rang is None else {**valeur, "champ": champ})
    return ranges


def _convient(arbre: Arbre, choix: Choix) -> bool:
    jour, corps = arbre["seance"]["date"], arbre["collectivite"]
    if jour is None and (choix.depuis or choix.jusqua):
        return False
    if jour is not None and not (choix.depuis or date.min) <= date.fromisoformat(jour) <= (choix.jusqua or date.max):
        return False
    if choix.collectivite is not None:
        nom = (corps["nom"] if corps else None) or ""
        if plier_saisie(choix.collectivite) not in plier_saisie(nom):
            return False
    return choix.statut in (None, arbre["statut"])
