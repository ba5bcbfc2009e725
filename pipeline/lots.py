"""Many scans at once: one process a core, answers as they come, and no file that stops the others.

A process that dies (killed, out of memory, a bug) costs the file it was reading and nothing else: a new one takes its
place. A bug keeps its traceback, on stderr.
"""

import os
import signal
import time
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass
from multiprocessing import get_context
from multiprocessing.connection import Connection, wait
from multiprocessing.process import BaseProcess
from pathlib import Path

from modeles.lecture import Lecture
from pipeline.erreurs import ErreurDeliberation, ErreurScan, ScanIntrouvable, ScanVide

SUFFIXES = frozenset({".pdf", ".tif", ".tiff", ".jpg", ".jpeg", ".png"})
SUFFIXES_TEXTE = frozenset({".txt"})
INTERROMPU = 130
"""Exit code of a process stopped by Ctrl-C."""

Lecteur = Callable[..., Lecture]
"""Called as ``lecteur(chemin, suivi=...)``; must be picklable (a function of a module, or a partial of one)."""


@dataclass(frozen=True)
class Resultat:
    """What became of one file: ``lecture`` or ``erreur``, never both. ``rang`` is its place among the inputs."""

    rang: int
    chemin: Path
    secondes: float
    lecture: Lecture | None = None
    erreur: ErreurDeliberation | None = None


def rassembler(entrees: Iterable[Path], *, texte: bool = False) -> tuple[list[Path], list[ErreurScan]]:
    """The files to read: each file named, and every scan under each folder, in alphabetical order; none twice.

    Hidden files are left alone. Second, as errors: a folder that cannot be opened or that holds no scan, a file whose
    name is not UTF-8 (neither the records nor pikepdf can hold it).
    """
    suffixes = SUFFIXES_TEXTE if texte else SUFFIXES
    fichiers: dict[Path, Path] = {}
    erreurs: list[ErreurScan] = []
    for entree in entrees:
        trouves = [entree]
        if entree.is_dir():
            trouves, refus = _parcourir(entree, suffixes)
            erreurs.extend(refus)
            if not trouves and not refus:
                genres = ", ".join(sorted(s[1:] for s in suffixes))
                erreurs.append(
                    ScanVide(
                        f"Ce dossier ne contient aucun fichier à lire ({genres}).",
                        "Vérifiez le dossier.",
                        chemin=entree,
                    )
                )
        for fichier in trouves:
            if _est_nommable(fichier):
                fichiers.setdefault(fichier.resolve(), fichier)
            else:
                erreurs.append(
                    ScanIntrouvable("Le nom de ce fichier n'est pas en UTF-8.", "Renommez-le.", chemin=fichier)
                )
    return list(fichiers.values()), erreurs


def _est_nommable(chemin: Path) -> bool:
    return not any("\udc80" <= caractere <= "\udcff" for caractere in str(chemin))


def _parcourir(dossier: Path, suffixes: frozenset[str]) -> tuple[list[Path], list[ErreurScan]]:
    refus: list[ErreurScan] = []

    def refuser(erreur: OSError) -> None:
        refus.append(ScanIntrouvable("Ce dossier ne peut pas être ouvert.", chemin=Path(erreur.filename)))

    trouves = [
        Path(racine) / nom
        for racine, _, noms in os.walk(dossier, onerror=refuser)
        for nom in noms
        if not nom.startswith(".") and Path(nom).suffix.lower() in suffixes
    ]
    return sorted(trouves), refus


@dataclass
class _Poste:
    """A process and the file it was given."""

    processus: BaseProcess
    rang: int
    chemin: Path
    debut: float


def lire_lot(
    chemins: Sequence[Path],
    lecteur: Lecteur,
    *,
    processus: int | None = None,
    suivi: Callable[[Path, int], None] | None = None,
    arret: Callable[[], bool] = lambda: False,
) -> Iterator[Resultat]:
    """Read every file; the results as they come, whatever the order (see :func:`ordonner`).

    ``processus``: how many at once, by default one a core. ``suivi(chemin, page)`` is called after each page. When
    ``arret()`` becomes true, what is finished has been given and the rest is abandoned.
    """
    restants = deque(enumerate(chemins))
    nombre = min(processus or len(os.sched_getaffinity(0)), len(chemins))
    equipe: dict[Connection, _Poste] = {}
    try:
        while (restants or equipe) and not arret():
            while restants and len(equipe) < nombre:
                canal, employe = _embaucher(lecteur)
                equipe[canal] = _confier(canal, employe, *restants.popleft())
            prets = wait(list(equipe), timeout=0.2)
            for canal in [c for c in equipe if c in prets]:
                poste = equipe[canal]
                message = _recevoir(canal, poste)
                if isinstance(message, int):
                    if suivi is not None:
                        suivi(poste.chemin, message)
                    continue
                del equipe[canal]
                if message is not None:
                    yield message
                if restants and poste.processus.is_alive():
                    equipe[canal] = _confier(canal, poste.processus, *restants.popleft())
                else:
                    canal.close()
    finally:
        for canal, poste in equipe.items():
            poste.processus.terminate()
            canal.close()


def ordonner(resultats: Iterable[Resultat]) -> Iterator[Resultat]:
    """The same, in the order of the inputs; those that a stop left without predecessor come last, in order too."""
    attente: dict[int, Resultat] = {}
    suivant = 0
    for resultat in resultats:
        attente[resultat.rang] = resultat
        while suivant in attente:
            yield attente.pop(suivant)
            suivant += 1
    yield from (attente[rang] for rang in sorted(attente))


def _embaucher(lecteur: Lecteur) -> tuple[Connection, BaseProcess]:
    contexte = get_context("spawn")
    ici, la_bas = contexte.Pipe()
    employe = contexte.Process(target=_travailler, args=(la_bas, lecteur), daemon=True)
    employe.start()
    la_bas.close()
    return ici, employe


def _confier(canal: Connection, employe: BaseProcess, rang: int, chemin: Path) -> _Poste:
    with suppress(BrokenPipeError):  # it died before its first file: reading the channel will say so
        canal.send(chemin)
    return _Poste(employe, rang, chemin, time.perf_counter())


def _recevoir(canal: Connection, poste: _Poste) -> int | Resultat | None:
    """A page number, or the result; None when Ctrl-C stopped the process."""
    try:
        message = canal.recv()
    except (EOFError, OSError):
        poste.processus.join()
        secondes = time.perf_counter() - poste.debut
        code = poste.processus.exitcode
        return (
            None
            if code == INTERROMPU
            else Resultat(poste.rang, poste.chemin, secondes, erreur=_mort(code, poste.chemin))
        )
    if isinstance(message, int):
        return message
    lecture, erreur, secondes = message
    return Resultat(poste.rang, poste.chemin, secondes, lecture, erreur)


def _mort(code: int | None, chemin: Path) -> ErreurDeliberation:
    if code is not None and code < 0:
        return ErreurDeliberation(
            f"La lecture a été interrompue par le système ({signal.Signals(-code).name}), sans doute faute de mémoire.",
            "Relancez ce fichier seul, ou découpez-le.",
            chemin=chemin,
        )
    return ErreurDeliberation(
        "La lecture s'est arrêtée sur un défaut de greffier (trace ci-dessus).",
        "Signalez-le avec la trace ; les autres fichiers sont lus.",
        chemin=chemin,
    )


def _travailler(canal: Connection, lecteur: Lecteur) -> None:
    """The life of a process: a path comes, pages then a result go."""
    signal.signal(signal.SIGINT, lambda *_: os._exit(INTERROMPU))
    os.environ["OMP_THREAD_LIMIT"] = "1"
    while True:
        try:
            chemin = canal.recv()
        except EOFError:
            return
        debut = time.perf_counter()
        lecture, erreur = None, None
        try:
            lecture = lecteur(chemin, suivi=lambda fait, total: canal.send(fait))
        except ErreurDeliberation as refus:
            erreur = refus
            erreur.chemin = erreur.chemin or chemin
        canal.send((lecture, erreur, time.perf_counter() - debut))
