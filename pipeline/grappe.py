"""Many scans on a Dask cluster that is already there: this process directs and writes, the nodes read.

A node finds the file at the same path (a shared folder), or else is sent its bytes. What a file may take on a node is
what it may take here: each is read in a process of its own (``pipeline.lots``), so that a poisoned file kills neither
the node nor the others. The files that a dead node was reading are read again elsewhere.
"""

import multiprocessing
import tempfile
import time
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any, NamedTuple

from modeles.page import Page
from pipeline import empreintes
from pipeline.erreurs import ErreurDeliberation, ErreurEnvironnement
from pipeline.lots import Lecteur, Repondre, Resultat, lire_lot
from pipeline.reglages import Reglages

AVANCE = 2
"""Files handed to the cluster for each thread of its nodes: none waits for work, and few are lost with a node."""
ATTENTE = 15
"""Seconds to wait for the scheduler."""


class _Lu(NamedTuple):
    """What a node gives back. ``resultat``: None when it does not find the file."""

    resultat: Resultat | None
    pages: list[tuple[str, Page]]


def lire_en_grappe(
    chemins: Iterable[Path],
    lecteur: Lecteur,
    *,
    ordonnanceur: str,
    reglages: Reglages | None = None,
    processus: int | None = None,
    suivi: Callable[[Path, int], None] | None = None,
    repondre: Repondre | None = None,
    arret: Callable[[], bool] = lambda: False,
) -> Iterator[Resultat]:
    """As :func:`pipeline.lots.lire_lot`; the pages come with each result. ``processus`` is the business of the nodes.

    Raises ErreurEnvironnement when the scheduler does not answer, or when a node is of another version.
    """
    client = _joindre(ordonnanceur)
    envois: dict[Any, tuple[int, Path]] = {}
    suite = enumerate(chemins)
    suivant = next(suite, None)
    try:
        while (suivant or envois) and not arret():
            while suivant and len(envois) < AVANCE * max(1, sum(client.nthreads().values())):
                envois[_confier(client, suivant[1], None, lecteur, reglages or Reglages())] = suivant
                suivant = next(suite, None)
            for futur in _finis(client, list(envois)):
                rang, chemin = envois.pop(futur)
                lu = _prendre(futur, rang, chemin)
                if lu.resultat is None:  # not a shared folder
                    octets = chemin.read_bytes()
                    envois[_confier(client, chemin, octets, lecteur, reglages or Reglages())] = (rang, chemin)
                    continue
                _rapporter(chemin, lu.pages, suivi, repondre)
                yield replace(lu.resultat, rang=rang, chemin=chemin)
                suivant = suivant or next(suite, None)
    finally:
        client.cancel(list(envois))
        client.close()


def _rapporter(
    chemin: Path,
    pages: list[tuple[str, Page]],
    suivi: Callable[[Path, int], None] | None,
    repondre: Repondre | None,
) -> None:
    """The pages of a file, told as a reader of this machine tells them."""
    for cle, page in pages:
        if repondre is not None:
            repondre(chemin, ("garder", cle, page))
        if suivi is not None:
            suivi(chemin, page.numero)


def _joindre(ordonnanceur: str) -> Any:
    """A client of the cluster, whose nodes are all of this version."""
    try:
        from distributed import Client
    except ImportError:
        raise ErreurEnvironnement(
            "Dask n'est pas installé.", "Installez-le ici et sur les nœuds : pip install 'greffier[dask]'."
        ) from None
    try:
        ouvrir: Any = Client  # Dask has no types
        client = ouvrir(ordonnanceur, timeout=ATTENTE)
    except (OSError, TimeoutError, ValueError):
        raise ErreurEnvironnement(
            f"L'ordonnanceur Dask ne répond pas à {ordonnanceur}.",
            "Vérifiez l'adresse (--ordonnanceur tcp://machine:8786) et qu'il est démarré.",
        ) from None
    for noeud, (version, demon) in client.run(_se_presenter).items():
        if version != empreintes.lecteur():
            client.close()
            raise ErreurEnvironnement(
                f"Le nœud {noeud} a une autre version de greffier ({version} ; ici {empreintes.lecteur()}).",
                "Installez la même version partout : les fiches doivent venir d'un seul programme.",
            )
        if demon:
            client.close()
            raise ErreurEnvironnement(
                f"Le nœud {noeud} ne peut pas lancer de processus.",
                "Démarrez les nœuds avec DASK_DISTRIBUTED__WORKER__DAEMON=False, ou « dask worker --no-nanny ».",
            )
    return client


def _se_presenter() -> tuple[str, bool]:
    """On a node: its version, and whether its processes may have none of their own."""
    return empreintes.lecteur(), bool(multiprocessing.current_process().daemon)


def _confier(client: Any, chemin: Path, octets: bytes | None, lecteur: Lecteur, reglages: Reglages) -> Any:
    arguments = (str(chemin), octets, lecteur, reglages, empreintes.lecteur())
    return client.submit(lire_la_bas, *arguments, pure=False, key=f"{chemin.name}-{time.monotonic_ns()}")


def lire_la_bas(chemin: str, octets: bytes | None, lecteur: Lecteur, reglages: Reglages, version: str) -> _Lu:
    """On a node: read one file, at its path or from its bytes."""
    if version != empreintes.lecteur():  # a node that joined since
        raise ErreurEnvironnement(f"Ce nœud a une autre version de greffier ({empreintes.lecteur()}).")
    pages: list[tuple[str, Page]] = []

    def repondre(_: Path, question: Any) -> None:
        if question[0] == "garder":
            pages.append(question[1:])

    with tempfile.TemporaryDirectory(prefix="greffier-") as provisoire:
        ici = Path(chemin)
        if octets is not None:
            ici = Path(provisoire) / ici.name
            ici.write_bytes(octets)
        if not ici.is_file():
            return _Lu(None, [])
        resultats = list(lire_lot([ici], lecteur, reglages=reglages, processus=1, repondre=repondre))
    return _Lu(resultats[0], pages)


def _finis(client: Any, futurs: list[Any]) -> list[Any]:
    """The files that are read, or lost; after half a second, none."""
    from distributed import wait

    attendre: Any = wait
    try:
        return list(attendre(futurs, timeout=0.5, return_when="FIRST_COMPLETED").done)
    except TimeoutError:
        if client.status != "running":
            raise ErreurEnvironnement("L'ordonnanceur Dask ne répond plus.", "Redémarrez-le, puis relancez.") from None
        return []


def _prendre(futur: Any, rang: int, chemin: Path) -> _Lu:
    """What a node gives; the death of a node is an error of the file, which is read again elsewhere."""
    from distributed import KilledWorker

    try:
        lu: _Lu = futur.result()
    except KilledWorker:
        erreur = ErreurDeliberation(
            "Le nœud qui lisait ce fichier s'est arrêté, plusieurs fois.", "Lisez ce fichier seul, ou découpez-le."
        )
        return _Lu(Resultat(rang, chemin, 0.0, erreur=erreur), [])
    finally:
        futur.release()
    return lu
