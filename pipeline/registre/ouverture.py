"""Opening the registre: its address, its connections, its schema.

SQLite, the default, needs nothing. WAL lets readers work while one writes; ``synchronous=FULL`` writes to the disk at
each commit, so that a power cut loses nothing that was committed; a write takes its lock at once (BEGIN IMMEDIATE), so
that two processes never find out at the end that they were both writing.
"""

import os
import sqlite3
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Self

from sqlalchemy import URL, Connection, Engine, create_engine, event, inspect, make_url, text
from sqlalchemy.exc import ArgumentError

from pipeline.erreurs import ErreurEnvironnement, ErreurRegistre
from pipeline.registre import defauts
from pipeline.registre.schema import VERSION

VARIABLE = "GREFFIER_REGISTRE"
DEFAUT = "sqlite:///registre.db"
PATIENCE = 30
"""Seconds to wait for another writer."""
VERROU = 0x67726566
"""PostgreSQL advisory lock: one process at a time makes the tables."""


@dataclass(frozen=True)
class Registre:
    """An open registre. ``adresse`` is for messages (no password); ``url`` opens it again in another process."""

    moteur: Engine = field(repr=False)
    url: str = field(repr=False)
    adresse: str

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        fermer(self)


def ouvrir(url: str | None = None, *, creer: bool = True) -> Registre:
    """The registre at ``url``, else at GREFFIER_REGISTRE, else ``registre.db`` here; if ``creer``, made if need be.

    Raises ErreurRegistre when it is not there, cannot be read, or is of another version; ErreurEnvironnement when
    PostgreSQL's driver is not installed.
    """
    registre = _preparer(url, creer=creer)
    etat = _version(registre)
    if etat is None and creer:
        migrer(registre)
    elif etat != VERSION:
        fermer(registre)
        raise _autre_version(registre, etat)
    return registre


def rejoindre(url: str | None) -> Registre:
    """The same, whatever its version: a registre must be saved before it is migrated."""
    return _preparer(url, creer=False)


def fermer(registre: Registre) -> None:
    """Give back its connections."""
    registre.moteur.dispose()


def mettre_a_jour(url: str | None) -> tuple[str | None, Registre]:
    """Bring the registre at ``url`` to this program's version; the version it had (None: new), and the registre."""
    registre = _preparer(url, creer=True)
    avant = _version(registre)
    if avant != VERSION:
        if avant is not None and avant not in _versions():
            fermer(registre)
            raise _autre_version(registre, avant)
        migrer(registre)
    return avant, registre


def migrer(registre: Registre) -> None:
    """Run the migrations that are missing, in one transaction; two processes may ask at once."""
    from alembic import command

    if registre.moteur.dialect.name == "sqlite":
        with defauts.en_francais(registre.adresse), registre.moteur.connect() as cx:
            _passer_en_wal(cx)
    with ecrire(registre) as cx:
        if cx.dialect.name == "postgresql":
            cx.execute(text("SELECT pg_advisory_xact_lock(:verrou)"), {"verrou": VERROU})
            _exiger_unaccent(cx, registre.adresse)
        configuration = _alembic()
        configuration.attributes["connexion"] = cx
        command.upgrade(configuration, "head")


@contextmanager
def consulter(registre: Registre) -> Iterator[Connection]:
    """A connection that reads; all it sees is of one moment (SQLite)."""
    with defauts.en_francais(registre.adresse), registre.moteur.connect() as cx:
        yield cx


@contextmanager
def ecrire(registre: Registre) -> Iterator[Connection]:
    """A transaction that writes: whole, or not at all."""
    with (
        defauts.en_francais(registre.adresse),
        registre.moteur.connect().execution_options(ecriture=True) as cx,
        cx.begin(),
    ):
        yield cx


def chemin_sqlite(registre: Registre) -> Path | None:
    """The file of a SQLite registre; None for PostgreSQL."""
    nom = registre.moteur.url.database
    return Path(nom) if registre.moteur.dialect.name == "sqlite" and nom else None


# --- Address ----------------------------------------------------------------------------------------------------------


def _preparer(url: str | None, *, creer: bool) -> Registre:
    adresse = _adresse(url or os.environ.get(VARIABLE) or DEFAUT)
    lisible = adresse.set(drivername=adresse.get_backend_name()).render_as_string(hide_password=True)
    if adresse.get_backend_name() == "sqlite":
        fichier = Path(adresse.database or "")
        lisible = str(fichier)
        if not creer and not fichier.exists():
            raise ErreurRegistre(
                f"{lisible} : ce registre n'existe pas.",
                "Vérifiez l'adresse (--registre ou GREFFIER_REGISTRE), ou créez-le avec « greffier registre migrer ».",
            )
        moteur = create_engine(adresse, connect_args={"timeout": PATIENCE})
        _regler_sqlite(moteur)
    else:
        moteur = _moteur_postgresql(adresse)
    return Registre(moteur, adresse.render_as_string(hide_password=False), lisible)


def _adresse(url: str) -> URL:
    try:
        adresse = make_url(url) if "://" in url else URL.create("sqlite", database=url)
    except (ArgumentError, ValueError):
        raise ErreurRegistre("L'adresse du registre est mal formée.", _FORMES) from None
    if adresse.drivername in ("postgresql", "postgres", "postgresql+psycopg"):
        return adresse.set(drivername="postgresql+psycopg")
    if adresse.drivername == "sqlite" and adresse.database and adresse.database != ":memory:":
        return adresse
    raise ErreurRegistre(f"Le registre ne peut pas être à cette adresse ({adresse.drivername}).", _FORMES)


_FORMES = "Donnez sqlite:///dossier/registre.db ou postgresql://utilisateur@serveur/base."


def _moteur_postgresql(adresse: URL) -> Engine:
    options: dict[str, Any] = {"connect_args": {"connect_timeout": 10}, "pool_pre_ping": True}
    try:
        moteur = create_engine(adresse, **options)
    except ImportError:
        raise ErreurEnvironnement(
            "Le pilote de PostgreSQL n'est pas installé.", "Installez-le : pip install 'greffier[postgresql]'."
        ) from None

    @event.listens_for(moteur, "connect")
    def regler(connexion: Any, _: object) -> None:
        connexion.execute(f"SET lock_timeout = {round(PATIENCE * 1000)}")
        connexion.commit()

    return moteur


def _regler_sqlite(moteur: Engine) -> None:
    """Transactions are ours, not the driver's, which would open them late."""

    @event.listens_for(moteur, "connect")
    def regler(connexion: sqlite3.Connection, _: object) -> None:
        connexion.isolation_level = None
        connexion.execute("PRAGMA synchronous = FULL")
        connexion.execute("PRAGMA foreign_keys = ON")

    @event.listens_for(moteur, "begin")
    def commencer(cx: Connection) -> None:
        ecriture = cx.get_execution_options().get("ecriture", False)
        cx.exec_driver_sql("BEGIN IMMEDIATE" if ecriture else "BEGIN")


def _passer_en_wal(cx: Connection) -> None:
    """Kept in the file, so asked once. SQLite does not wait here for a process that asks the same: we do."""
    pilote = cx.connection.driver_connection
    assert isinstance(pilote, sqlite3.Connection)
    for _ in range(50):
        try:
            pilote.execute("PRAGMA journal_mode = WAL")
            return
        except sqlite3.OperationalError as erreur:
            if erreur.sqlite_errorname != "SQLITE_BUSY":
                raise
            time.sleep(0.1)


# --- Version of the schema --------------------------------------------------------------------------------------------


def _version(registre: Registre) -> str | None:
    """The version of the tables; None when there is no table at all."""
    with consulter(registre) as cx:
        tables = set(inspect(cx).get_table_names())
        if "alembic_version" in tables:
            version = cx.execute(text("SELECT version_num FROM alembic_version")).scalar_one_or_none()
            if version is not None:
                return str(version)
        elif not tables:
            return None
    fermer(registre)
    raise ErreurRegistre(
        f"{registre.adresse} : cette base n'est pas un registre de greffier, elle contient autre chose.",
        "Donnez une autre adresse avec --registre ou GREFFIER_REGISTRE.",
    )


def _autre_version(registre: Registre, version: str | None) -> ErreurRegistre:
    if version is None:
        return ErreurRegistre(f"{registre.adresse} : ce registre est vide.", "Lancez « greffier registre migrer ».")
    if version in _versions():
        return ErreurRegistre(
            f"{registre.adresse} : ce registre est d'une version antérieure ({version}).",
            "Sauvegardez-le (« greffier registre sauvegarder »), puis lancez « greffier registre migrer ».",
        )
    return ErreurRegistre(
        f"{registre.adresse} : ce registre vient d'une version plus récente de greffier ({version}).",
        "Mettez greffier à jour sur cette machine.",
    )


def _alembic() -> Any:
    from alembic.config import Config

    configuration = Config()
    dossier = str(Path(__file__).parent / "migrations").replace("%", "%%")
    configuration.set_main_option("script_location", dossier)
    return configuration


def _versions() -> set[str]:
    from alembic.script import ScriptDirectory

    return {script.revision for script in ScriptDirectory.from_config(_alembic()).walk_revisions()}


def _exiger_unaccent(cx: Connection, adresse: str) -> None:
    """Raises ErreurRegistre when the extension is neither there nor can be added."""
    etat = cx.execute(
        text(
            "SELECT installed_version IS NOT NULL, has_database_privilege(current_database(), 'CREATE') "
            "FROM pg_available_extensions WHERE name = 'unaccent'"
        )
    ).one_or_none()
    if etat is None or not (etat[0] or etat[1]):
        raise defauts.extension_absente(adresse)
