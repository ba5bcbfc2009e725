"""A folder watched: files are given once they are whole, that is when neither their size nor their date has changed for
a while (a scanner or a copy over the network may take minutes to write one)."""

import time
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from threading import Event

from pipeline.lots import SUFFIXES

REPOS = 3.0
"""Seconds without a change after which a file is whole."""
PAS = 1000
"""Milliseconds between two looks."""

Mesure = tuple[int, int]
"""Size in bytes, date in nanoseconds."""


def surveiller(dossier: Path, arret: Event, *, sonder: bool = False) -> Iterator[list[Path]]:
    """The scans of the folder, those that are there and those that come, as they are whole; until ``arret``.

    ``sonder``: the folder is looked over at each step, for file systems that announce nothing (NFS, SMB); else the
    system says what changes.
    """
    from watchfiles import watch

    reveils = watch(dossier, stop_event=arret, rust_timeout=PAS, yield_on_timeout=True, force_polling=sonder,
                    raise_interrupt=False)  # fmt: skip
    yield from entiers(dossier, ([Path(chemin) for _, chemin in changements] for changements in reveils))


def entiers(
    dossier: Path, reveils: Iterable[list[Path]], horloge: Callable[[], float] = time.monotonic
) -> Iterator[list[Path]]:
    """The same, for a series of moments, each with the files that changed."""
    vus: dict[Path, tuple[Mesure, float]] = {}
    donnes: dict[Path, Mesure] = {}
    _noter(_scans(dossier), vus, donnes, horloge())
    for changes in reveils:
        nouveaux = [f for c in changes for f in (_scans(c) if c.is_dir() else [c])]  # a folder comes with its files
        _noter([*nouveaux, *vus], vus, donnes, horloge())
        prets = sorted(c for c, (_, depuis) in vus.items() if horloge() - depuis >= REPOS)
        for chemin in prets:
            donnes[chemin] = vus.pop(chemin)[0]
        if prets:
            yield prets


def _scans(dossier: Path) -> list[Path]:
    return [c for c in dossier.rglob("*") if c.is_file()]


def _noter(
    chemins: list[Path], vus: dict[Path, tuple[Mesure, float]], donnes: dict[Path, Mesure], maintenant: float
) -> None:
    """Measure files: one that changed waits again; one that went, or was given as it is, no longer waits."""
    for chemin in chemins:
        if chemin.suffix.lower() not in SUFFIXES or chemin.name.startswith("."):
            continue
        try:
            etat = chemin.stat()
        except OSError:
            vus.pop(chemin, None)
            continue
        mesure = (etat.st_size, etat.st_mtime_ns)
        if donnes.get(chemin) != mesure and vus.get(chemin, (None, 0.0))[0] != mesure:
            vus[chemin] = (mesure, maintenant)
