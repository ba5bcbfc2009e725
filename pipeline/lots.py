"""Many scans at once: one process a core, answers as they come, and no file that stops the others.

A process that dies (killed, out of memory, out of time, a bug) costs the file it was reading and nothing else: a new
one takes its place. A bug keeps its traceback, on stderr. What a process may take is in ``pipeline.bornes``.
"""

import logging
import os
import signal
import tempfile
import time
from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from multiprocessing import get_context
from multiprocessing.connection import Connection, wait
from multiprocessing.process import BaseProcess
from pathlib import Path
from typing import Any, NamedTuple

from modeles.lecture import Lecture
from pipeline.bornes import borner
from pipeline.erreurs import ErreurDeliberation, ErreurScan, ScanIntrouvable, ScanTropLourd, ScanVide
from pipeline.reglages import Reglages

SUFFIXES = frozenset({".pdf", ".tif", ".tiff", ".jpg", ".jpeg", ".png"})
SUFFIXES_TEXTE = frozenset({".txt"})
INTERROMPU = 130
"""Exit code of a process stopped by Ctrl-C."""

Lecteur = Callable[..., Lecture]
"""Called as ``lecteur(chemin, suivi=...)``, and with ``demander=...`` when someone answers; must be picklable (a
function of a module, or a partial of one)."""
Repondre = Callable[[Path, Any], Any]
"""Answers what the reader of a file asks, in the process that directs: ``demander(question)`` gives the answer."""


class _Question(NamedTuple):
    contenu: Any


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
                fichiers.setdefault(Path(os.path.realpath(fichier)), fichier)  # resolve() fails on a loop of links
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
    """A process, how it is spoken to, and the file it was given."""

    canal: Connection
    processus: BaseProcess
    rang: int
    chemin: Path
    debut: float


def lire_lot(
    chemins: Iterable[Path],
    lecteur: Lecteur,
    *,
    reglages: Reglages | None = None,
    processus: int | None = None,
    suivi: Callable[[Path, int], None] | None = None,
    repondre: Repondre | None = None,
    arret: Callable[[], bool] = lambda: False,
) -> Iterator[Resultat]:
    """Read every file; the results as they come, whatever the order (see :func:`ordonner`).

    ``reglages``: the memory and the time that a file may take. ``processus``: how many at once, by default one a core.
    ``chemins`` may be without end: the next is asked for when a process is free. ``suivi(chemin, page)`` is called
    after each page. When ``arret()`` becomes true, what is finished has been given
    and the rest is abandoned.
    """
    reglages = reglages or Reglages()
    restants = enumerate(chemins)
    nombre = processus or len(os.sched_getaffinity(0))
    suivant = next(restants, None)
    equipe: dict[Connection, _Poste] = {}
    with tempfile.TemporaryDirectory(prefix="greffier-", ignore_cleanup_errors=True) as provisoire:
        try:
            while (suivant or equipe) and not arret():
                while suivant and len(equipe) < nombre:
                    canal, employe = _embaucher(lecteur, reglages, Path(provisoire), interroge=repondre is not None)
                    equipe[canal] = _confier(canal, employe, *suivant)
                    suivant = next(restants, None)
                for poste, resultat in _ecouter(equipe, reglages.delai_document, suivi, repondre):
                    del equipe[poste.canal]
                    if resultat is not None:
                        yield resultat
                    suivant = suivant or next(restants, None)
                    if suivant and _peut_servir(poste, resultat):
                        equipe[poste.canal] = _confier(poste.canal, poste.processus, *suivant)
                        suivant = next(restants, None)
                    else:
                        poste.canal.close()
        finally:
            for poste in equipe.values():
                _tuer(poste.processus)
                poste.canal.close()


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


def _embaucher(
    lecteur: Lecteur, reglages: Reglages, provisoire: Path, *, interroge: bool
) -> tuple[Connection, BaseProcess]:
    contexte = get_context("spawn")
    ici, la_bas = contexte.Pipe()
    employe = contexte.Process(target=_travailler, args=(la_bas, lecteur, reglages, provisoire, interroge), daemon=True)
    employe.start()
    la_bas.close()
    return ici, employe


def _confier(canal: Connection, employe: BaseProcess, rang: int, chemin: Path) -> _Poste:
    with suppress(BrokenPipeError):  # it died before its first file: reading the channel will say so
        canal.send(chemin)
    return _Poste(canal, employe, rang, chemin, time.perf_counter())


def _peut_servir(poste: _Poste, resultat: Resultat | None) -> bool:
    """Whether a process may be given another file: one that lacked memory may have kept what it took."""
    return poste.processus.is_alive() and not (resultat and isinstance(resultat.erreur, ScanTropLourd))


def _ecouter(
    equipe: dict[Connection, _Poste],
    delai: int,
    suivi: Callable[[Path, int], None] | None,
    repondre: Repondre | None,
) -> Iterator[tuple[_Poste, Resultat | None]]:
    """The files that are done, None for one that Ctrl-C stopped; pages are told and questions answered meanwhile. A
    process that is late is killed, and its file gets an error."""
    prets = wait(list(equipe), timeout=0.2)
    for poste in list(equipe.values()):
        secondes = time.perf_counter() - poste.debut
        if poste.canal in prets:
            message = _recevoir(poste)
            if isinstance(message, int):
                if suivi is not None:
                    suivi(poste.chemin, message)
            elif isinstance(message, _Question):
                if repondre is not None:
                    poste.canal.send(repondre(poste.chemin, message.contenu))
            else:
                yield poste, message
        elif secondes > delai:
            _tuer(poste.processus)
            erreur = ScanTropLourd(f"La lecture de ce fichier a dépassé {delai} secondes.", chemin=poste.chemin)
            yield poste, Resultat(poste.rang, poste.chemin, secondes, erreur=erreur)


def _recevoir(poste: _Poste) -> int | _Question | Resultat | None:
    """A page number, a question, or the result; None when Ctrl-C stopped the process."""
    try:
        message = poste.canal.recv()
    except (EOFError, OSError):
        poste.processus.join()
        _tuer(poste.processus)
        secondes = time.perf_counter() - poste.debut
        code = poste.processus.exitcode
        if code == INTERROMPU:
            return None
        return Resultat(poste.rang, poste.chemin, secondes, erreur=_mort(code, poste.chemin))
    if isinstance(message, (int, _Question)):
        return message
    lecture, erreur, secondes = message
    return Resultat(poste.rang, poste.chemin, secondes, lecture, erreur)


def _tuer(employe: BaseProcess) -> None:
    """End a process and the programs that it started: they are its group."""
    if employe.pid is not None:
        with suppress(ProcessLookupError):
            os.killpg(employe.pid, signal.SIGKILL)
    employe.kill()
    employe.join()


def _mort(code: int | None, chemin: Path) -> ErreurDeliberation:
    if code is not None and code < 0:
        return ErreurDeliberation(
            f"La lecture a été interrompue par le système ({signal.Signals(-code).name}), sans doute faute de "
            "mémoire : le fichier en demande plus que la limite, ou il est piégé.",
            "Découpez-le ; si vous savez d'où il vient, relevez memoire_max dans greffier.toml.",
            chemin=chemin,
        )
    return ErreurDeliberation(
        "La lecture s'est arrêtée sur un défaut de greffier (trace ci-dessus).",
        "Signalez-le avec la trace ; les autres fichiers sont lus.",
        chemin=chemin,
    )


def _travailler(canal: Connection, lecteur: Lecteur, reglages: Reglages, provisoire: Path, interroge: bool) -> None:
    """The life of a process: a path comes, pages then a result go."""
    os.setpgid(0, 0)
    signal.signal(signal.SIGINT, lambda *_: os._exit(INTERROMPU))
    os.environ["OMP_THREAD_LIMIT"] = "1"
    borner(reglages, provisoire)
    logging.lastResort = None  # what libraries say of a damaged file, in English, is said in French by its error

    def demander(question: Any) -> Any:
        canal.send(_Question(question))
        return canal.recv()

    outils = {"demander": demander} if interroge else {}
    while True:
        try:
            chemin = canal.recv()
        except EOFError:
            return
        debut = time.perf_counter()
        lecture, erreur = None, None
        try:
            lecture = lecteur(chemin, suivi=lambda fait, total: canal.send(fait), **outils)
        except ErreurDeliberation as refus:
            erreur = refus
            erreur.chemin = erreur.chemin or chemin
        except MemoryError:
            limite = f"La lecture de ce fichier demande plus de {reglages.memoire_max} Mo de mémoire."
            erreur = ScanTropLourd(limite, chemin=chemin)
        canal.send((lecture, erreur, time.perf_counter() - debut))
