"""Upkeep: is the registre sound, and a copy of it that can take its place."""

import os
import shutil
import sqlite3
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple

from sqlalchemy import Connection, func, select, text
from sqlalchemy.exc import DatabaseError

from modeles.lecture import Lecture
from pipeline.erreurs import ErreurEnvironnement, ErreurExport, ErreurRegistre
from pipeline.registre import defauts
from pipeline.registre.depot import lire_contenu
from pipeline.registre.ouverture import Registre, chemin_sqlite, consulter
from pipeline.registre.recherche import LOT
from pipeline.registre.schema import VERSION, actes, documents, lectures

CITES = 5
"""Faults named for each check; the others are counted."""


class Constat(NamedTuple):
    """What a check found: ``detail`` when all is well, else ``defauts``, in French."""

    nom: str
    detail: str
    defauts: tuple[str, ...] = ()


def verifier(registre: Registre) -> Iterator[Constat]:
    """Each check in turn; the registre was opened, so its version is the right one."""
    with consulter(registre) as cx:
        yield _base(cx)
        yield Constat("version", VERSION)
        yield _lectures(cx)
        yield _actes(cx)
    yield _mots(registre)


def sauvegarder(registre: Registre, destination: Path) -> None:
    """Copy the registre while it is in use: a SQLite file, or PostgreSQL's archive; whole, or not at all.

    Raises ErreurExport when it cannot be written, ErreurEnvironnement when pg_dump is missing.
    """
    fichier = chemin_sqlite(registre)
    if destination.is_dir():
        raise ErreurExport("La destination est un dossier.", "Donnez un nom de fichier.", chemin=destination)
    if fichier is not None and destination.exists() and destination.samefile(fichier):
        raise ErreurExport("C'est le registre lui-même.", "Donnez un autre nom de fichier.", chemin=destination)
    provisoire = destination.with_name(f".{destination.name}.{os.getpid()}.partiel")
    try:
        if fichier is None:
            _archiver_postgresql(registre, provisoire)
        else:
            _copier_sqlite(registre, provisoire)
        _sur_le_disque(provisoire)
        provisoire.replace(destination)
        _sur_le_disque(destination.parent)
    except OSError as erreur:
        raise ErreurExport(f"Écriture impossible ({erreur.strerror}).", _AILLEURS, chemin=destination) from None
    finally:
        for suite in ("", "-journal", "-wal", "-shm"):
            Path(f"{provisoire}{suite}").unlink(missing_ok=True)


_AILLEURS = "Choisissez un autre emplacement, ou vérifiez le droit d'écriture et la place libre."


# --- Checks -----------------------------------------------------------------------------------------------------------


def _base(cx: Connection) -> Constat:
    if cx.dialect.name != "sqlite":
        cx.execute(select(func.count()).select_from(documents))
        return Constat("base", f"PostgreSQL {cx.execute(text('SHOW server_version')).scalar_one()}")
    dites = [str(x) for x in cx.execute(text("PRAGMA integrity_check")).scalars() if x != "ok"]
    dites += [
        f"{x[0]} : la ligne {x[1]} renvoie à {x[2]}, qui manque" for x in cx.execute(text("PRAGMA foreign_key_check"))
    ]
    return _constat("base", f"SQLite {sqlite3.sqlite_version}, fichier intact", dites)


def _lectures(cx: Connection) -> Constat:
    dites, lues = list[str](), 0
    lignes = cx.execution_options(stream_results=True, yield_per=LOT).execute(select(lectures))
    for ligne in lignes:
        lues += 1
        try:
            lecture: Lecture | None = lire_contenu(ligne.contenu)
        except ValueError:
            lecture = None
        if lecture is None or lecture.document.sha256 != ligne.sha256 or lecture.statut != ligne.statut:
            dites.append(f"la lecture {ligne.id} du document {ligne.sha256[:12]}… est endommagée : relisez-le")
    return _constat("lectures", f"{lues} relues", dites)


def _actes(cx: Connection) -> Constat:
    orphelins = cx.execute(
        select(actes.c.id)
        .join(lectures, lectures.c.id == actes.c.lecture_id, isouter=True)
        .where(lectures.c.id.is_(None) | lectures.c.courante.is_(False) | (lectures.c.sha256 != actes.c.sha256))
    ).scalars()
    dites = [f"l'acte {x} n'est pas d'une lecture en vigueur" for x in orphelins]
    nombre = cx.execute(select(func.count()).select_from(actes)).scalar_one()
    attendus = select(lectures.c.sha256).where(
        lectures.c.courante.is_(True),
        lectures.c.statut != "echec",
        ~select(actes.c.id).where(actes.c.lecture_id == lectures.c.id).exists(),
    )
    dites += [f"les actes du document {x[:12]}… manquent : relisez-le" for x in cx.execute(attendus).scalars()]
    return _constat("actes", f"{nombre} rangés", dites)


def _mots(registre: Registre) -> Constat:
    """The index of words against the text: SQLite compares the two itself; PostgreSQL keeps one from the other."""
    dit = "l'index des mots ne suit plus les actes : relisez les documents, ou reprenez une sauvegarde"
    if registre.moteur.dialect.name == "postgresql":
        ecart = "SELECT count(*) FROM actes WHERE mots IS DISTINCT FROM to_tsvector('greffier', texte)"
        with consulter(registre) as cx:
            return _constat("mots", "index en accord", [dit] * bool(cx.execute(text(ecart)).scalar_one()))
    with defauts.en_francais(registre.adresse), registre.moteur.connect() as cx:
        try:
            cx.execute(text("INSERT INTO actes_mots(actes_mots, rank) VALUES ('integrity-check', 1)"))
        except DatabaseError as erreur:
            if "CORRUPT" not in getattr(erreur.orig, "sqlite_errorname", ""):
                raise
            return Constat("mots", "", (dit,))
    return Constat("mots", "index en accord")


def _constat(nom: str, detail: str, dites: list[str]) -> Constat:
    reste = [f"et {len(dites) - CITES} autres défauts"] if len(dites) > CITES else []
    return Constat(nom, detail, (*dites[:CITES], *reste))


# --- Copies -----------------------------------------------------------------------------------------------------------


def _copier_sqlite(registre: Registre, provisoire: Path) -> None:
    """SQLite's own backup, of one moment, then read again before it is trusted."""
    with consulter(registre) as cx, _copie(provisoire) as copie:
        source = cx.connection.driver_connection
        assert isinstance(source, sqlite3.Connection)
        source.backup(copie)
        copie.execute("PRAGMA journal_mode = DELETE")  # one file, whole by itself
        if copie.execute("PRAGMA integrity_check").fetchone() != ("ok",):
            raise ErreurRegistre(
                f"{registre.adresse} : la copie est endommagée comme l'original ; elle n'a pas été gardée.",
                "Lancez « greffier registre verifier », et gardez vos sauvegardes précédentes.",
            )


@contextmanager
def _copie(provisoire: Path) -> Iterator[sqlite3.Connection]:
    try:
        copie = sqlite3.connect(provisoire)
        try:
            yield copie
        finally:
            copie.close()
    except sqlite3.OperationalError as erreur:
        raise ErreurExport(f"Écriture impossible ({erreur}).", _AILLEURS, chemin=provisoire.parent) from None


def _archiver_postgresql(registre: Registre, provisoire: Path) -> None:
    pg_dump = shutil.which("pg_dump")
    if pg_dump is None:
        raise ErreurEnvironnement(
            "Le programme pg_dump manque : c'est lui qui sauvegarde PostgreSQL.",
            "Installez le paquet postgresql-client, ou sauvegardez sur le serveur.",
        )
    url = registre.moteur.url
    milieu = os.environ | ({"PGPASSWORD": url.password} if url.password else {})  # never on the command line
    base = url.set(drivername="postgresql", password=None).render_as_string()
    fini = subprocess.run(
        [pg_dump, "--format=custom", f"--file={provisoire}", f"--dbname={base}"],
        env=milieu, capture_output=True, text=True, check=False,
    )  # fmt: skip
    if fini.returncode:
        dernier = (fini.stderr.strip().splitlines() or ["sans message"])[-1]
        raise ErreurRegistre(
            f"pg_dump n'a pas pu sauvegarder ce registre ({dernier}).", "Corrigez-en la cause, puis relancez."
        )


def _sur_le_disque(chemin: Path) -> None:
    descripteur = os.open(chemin, os.O_RDONLY)
    try:
        os.fsync(descripteur)
    finally:
        os.close(descripteur)
