"""Claims left by processes that died on this machine: given back at once, without waiting for their lease to lapse."""

import os
import socket
from pathlib import Path
from typing import NamedTuple

from sqlalchemy import func, select

from pipeline.registre.ouverture import Registre, consulter
from pipeline.registre.schema import chemins, travaux
from pipeline.registre.travaux import rendre


def nommer() -> str:
    """This process, among all machines and times: "archives-2:1204:88213004"."""
    return f"{socket.gethostname()}:{os.getpid()}:{_naissance(os.getpid())}"


def liberer(registre: Registre) -> int:
    """Give back what dead processes of this machine had claimed: the attempt does not count. How many documents."""
    with consulter(registre) as cx:
        pris = cx.execute(
            select(travaux.c.sha256, travaux.c.proprietaire).where(travaux.c.etat == "en_cours")
        ).all()  # fmt: skip
    morts = [(sha256, qui) for sha256, qui in pris if qui and _est_mort(qui)]
    return sum(rendre(registre, sha256, qui) for sha256, qui in morts)


def _est_mort(proprietaire: str) -> bool:
    machine, _, reste = proprietaire.partition(":")
    pid, _, naissance = reste.partition(":")
    return machine == socket.gethostname() and pid.isdigit() and _naissance(int(pid)) != naissance


def _naissance(pid: int) -> str:
    """When a process began, in clock ticks since the machine did (proc(5), field 22); "" when there is none."""
    try:
        return Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[19]
    except (OSError, IndexError):
        return ""


class MisDeCote(NamedTuple):
    """A document in quarantine, under the first of its paths."""

    sha256: str
    chemin: str
    raison: str
    essais: int


def mis_de_cote(registre: Registre) -> list[MisDeCote]:
    """The documents in quarantine, by path."""
    chemin = select(func.min(chemins.c.chemin)).where(chemins.c.sha256 == travaux.c.sha256).scalar_subquery()
    with consulter(registre) as cx:
        lignes = cx.execute(
            select(travaux.c.sha256, chemin, travaux.c.raison, travaux.c.essais)
            .where(travaux.c.etat == "quarantaine")
            .order_by(chemin)
        ).all()
    return [MisDeCote(sha256, ou or "", raison or "", essais) for sha256, ou, raison, essais in lignes]
