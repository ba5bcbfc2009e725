"""A real PostgreSQL for the tests: a server of its own on a socket of its own, which goes away with them."""

import os
import pwd
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import count
from pathlib import Path
from typing import Any

_NUMEROS = count(1)


def programme(nom: str) -> str | None:
    """In PATH, or where Debian puts the programs of the server."""
    ailleurs = sorted(str(d) for d in Path("/usr/lib/postgresql").glob("*/bin"))
    return shutil.which(nom) or shutil.which(nom, path=os.pathsep.join(ailleurs))


def _compte() -> dict[str, Any]:
    """Who runs the server, which refuses root."""
    if os.geteuid() != 0:
        return {}
    qui = next(u for u in pwd.getpwall() if u.pw_name in ("postgres", "nobody"))
    return {"user": qui.pw_uid, "group": qui.pw_gid, "extra_groups": ()}


def _lancer(dossier: Path, *ordre: str) -> None:
    fini = subprocess.run(ordre, cwd=dossier, capture_output=True, text=True, check=False, timeout=120, **_compte())
    assert fini.returncode == 0, fini.stdout + fini.stderr


def redemarrer(socket: str) -> None:
    """Stop the server, its clients cut off, and start it again."""
    pg_ctl = programme("pg_ctl")
    assert pg_ctl is not None
    dossier = Path(socket)
    _lancer(
        dossier, pg_ctl, "-D", str(dossier / "donnees"), "-w", "-m", "fast", "-l", str(dossier / "journal"), "restart"
    )


@contextmanager
def demarrer() -> Iterator[str]:
    """The folder of the socket. Not under tmp_path: the server refuses root, and its user cannot go through there."""
    initdb, pg_ctl = programme("initdb"), programme("pg_ctl")
    assert initdb is not None
    assert pg_ctl is not None
    dossier = Path(tempfile.mkdtemp(prefix="greffier-pg-"))
    compte = _compte()
    if compte:
        os.chown(dossier, compte["user"], compte["group"])
    donnees, journal = str(dossier / "donnees"), str(dossier / "journal")
    try:
        _lancer(
            dossier,
            initdb,
            "-D",
            donnees,
            "-U",
            "postgres",
            "-A",
            "trust",
            "-E",
            "UTF8",
            "--locale=C.UTF-8",
            "--no-sync",
        )
        options = f"-c listen_addresses='' -c unix_socket_directories={dossier} -c fsync=off"
        # its output to a file: a pipe would stay open as long as the server lives
        _lancer(dossier, pg_ctl, "-D", donnees, "-w", "-l", journal, "-o", options, "start")
        yield str(dossier)
    finally:
        subprocess.run([pg_ctl, "-D", donnees, "-m", "immediate", "stop"], cwd=dossier, check=False,
                       capture_output=True, timeout=60, **compte)  # fmt: skip
        shutil.rmtree(dossier, ignore_errors=True)


def base_neuve(socket: str) -> str:
    """The address of an empty database."""
    import psycopg

    nom = f"essai{next(_NUMEROS)}"
    with psycopg.connect(host=socket, user="postgres", dbname="postgres", autocommit=True) as cx:
        cx.execute(f"CREATE DATABASE {nom}")
    return f"postgresql://postgres@/{nom}?host={socket}"
