"""A reader without OCR for the tests of many files: what a file holds says what becomes of it.

In a module of its own, so that other processes can import it.
"""

import os
import signal
import socket
import subprocess
import time
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

from modeles.deliberation import Collectivite, Deliberation
from modeles.lecture import Anomalie, Document, Lecture, Source
from pipeline.erreurs import ScanChiffre
from pipeline.reglages import Reglages

SOURCE = Source(endroits=(), brut="DIJON", lisibilite=0.9, confiance=0.9, regle="collectivite.nom", nature="lu")


def lecture(chemin: Path, actes: int = 1, *anomalies: Anomalie) -> Lecture:
    """A reading of ``actes`` records; the name of the body is that of the file."""
    acte = Deliberation(collectivite=Collectivite(nom=chemin.stem), numero=str(os.getpid()))
    sources = {f"/deliberations/{i}/collectivite/nom": SOURCE for i in range(actes)}
    return Lecture(
        document=Document(nom=chemin.name, sha256="0" * 64, pages=2),
        deliberations=(acte,) * actes,
        sources=sources,
        anomalies=anomalies,
    )


def lire(
    chemin: Path,
    reglages: Reglages | None = None,
    *,
    texte: bool = False,
    suivi: Callable[[int, int], None] | None = None,
) -> Lecture:
    """Stands for ``pipeline.chaine.lire``: obeys the file, "mot argument" on one line."""
    ordre, _, argument = chemin.read_text().partition(" ")
    if suivi is not None:
        suivi(1, 2)
    match ordre:
        case "tue":
            os.kill(os.getpid(), signal.SIGKILL)
        case "defaut":
            raise ZeroDivisionError("défaut pour l'essai")
        case "chiffre":
            raise ScanChiffre("Ce PDF est protégé par un mot de passe.")
        case "attend":
            _attendre(Path(argument))
        case "interrompt":
            _attendre(Path(argument))
            os.kill(os.getppid(), signal.SIGINT)
            signal.pause()
        case "avale":
            bytearray(int(argument) << 20)
        case "dort":
            enfant = subprocess.Popen(["sleep", "600"])
            Path(argument).write_text(str(enfant.pid))
            enfant.wait()
        case "limites":
            with Path(argument).open("wb") as sortie:
                subprocess.run(["cat", "/proc/self/limits"], stdout=sortie, check=True)
        case "appelle":
            with suppress(OSError), socket.create_connection(("127.0.0.1", int(argument)), 2):
                raise ScanChiffre("Le réseau répond.")
        case "doute":
            champ = "/deliberations/0/numero"
            return lecture(chemin, 2, Anomalie(code="numero", gravite="doute", message="Numéro douteux.", champ=champ))
        case "rien":
            return lecture(chemin, 0)
    temoin = chemin.with_suffix(".fini")
    temoin.touch()
    return lecture(chemin)


def _attendre(temoin: Path) -> None:
    while not temoin.exists():
        time.sleep(0.01)
