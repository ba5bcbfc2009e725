"""What a database refuses, said in French with what to do next. What is a bug of ours keeps its traceback."""

from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy.exc import DBAPIError

from pipeline.erreurs import ErreurRegistre

_SQLITE = {
    "SQLITE_BUSY": (
        "Le registre est occupé par un autre programme.",
        "Attendez qu'il ait fini, ou arrêtez-le, puis relancez.",
    ),
    "SQLITE_NOTADB": (
        "Ce fichier n'est pas un registre (ce n'est pas une base SQLite).",
        "Vérifiez l'adresse, ou reprenez une sauvegarde.",
    ),
    "SQLITE_CORRUPT": (
        "Le fichier du registre est endommagé.",
        "Gardez-le, remettez la dernière sauvegarde à sa place, puis relancez.",
    ),
    "SQLITE_CANTOPEN": (
        "Le fichier du registre ne peut pas être ouvert.",
        "Vérifiez que son dossier existe et le droit d'y écrire.",
    ),
    "SQLITE_READONLY": (
        "Le droit d'écrire dans le registre manque.",
        "Demandez ce droit, ou donnez un autre registre.",
    ),
    "SQLITE_FULL": ("Le disque est plein : rien n'a été écrit.", "Libérez de la place, puis relancez."),
    "SQLITE_IOERR": ("Le disque du registre ne répond pas comme il faut.", "Vérifiez le disque, puis relancez."),
}
"""By the name of SQLite's error: what is said, what to do."""

_SANS_FTS5 = (
    "La bibliothèque SQLite de ce Python n'a pas la recherche de mots (FTS5).",
    "Prenez le Python de Debian, ou un registre PostgreSQL.",
)

_POSTGRESQL = {
    "28": ("Le serveur PostgreSQL refuse cet utilisateur ou son mot de passe.", "Vérifiez l'adresse du registre."),
    "3D": ("Cette base n'existe pas sur le serveur PostgreSQL.", "Créez-la (« createdb »), puis relancez."),
    "42501": ("Cet utilisateur de PostgreSQL n'a pas les droits qu'il faut.", "Demandez-les à qui gère le serveur."),
    "53": ("Le serveur PostgreSQL manque de place ou de connexions.", "Prévenez qui gère le serveur, puis relancez."),
    "55P03": ("Le registre est occupé par un autre programme.", "Attendez qu'il ait fini, puis relancez."),
    "40P01": ("Deux programmes se sont attendus l'un l'autre.", "Relancez."),
    "57": ("Le serveur PostgreSQL s'arrête.", "Attendez qu'il ait redémarré, puis relancez."),
}
"""By SQLSTATE or its class."""

INJOIGNABLE = (
    "Le serveur PostgreSQL ne répond pas.",
    "Vérifiez qu'il est démarré, et l'adresse du registre (--registre ou GREFFIER_REGISTRE).",
)


_PASSAGERS = (INJOIGNABLE, _POSTGRESQL["57"], _POSTGRESQL["40P01"], _POSTGRESQL["55P03"], _SQLITE["SQLITE_BUSY"])
"""What may pass if one waits: a server that restarts, another writer."""


@contextmanager
def en_francais(adresse: str) -> Iterator[None]:
    """Errors of the database as ErreurRegistre; ``adresse`` is shown, without password."""
    try:
        yield
    except DBAPIError as erreur:
        dit = _dire(erreur)
        if dit is None:
            raise
        registre = ErreurRegistre(f"{adresse} : {dit[0]}", dit[1])
        registre.passager = dit in _PASSAGERS
        raise registre from erreur


def _dire(erreur: DBAPIError) -> tuple[str, str] | None:
    origine = erreur.orig
    nom = getattr(origine, "sqlite_errorname", None)
    if nom is not None:
        if "no such module: fts5" in str(origine):
            return _SANS_FTS5
        return _SQLITE.get("_".join(nom.split("_")[:2]))
    etat = getattr(origine, "sqlstate", None)
    if etat is not None:
        return _POSTGRESQL.get(etat) or _POSTGRESQL.get(etat[:2]) or (INJOIGNABLE if etat[:2] == "08" else None)
    # psycopg gives no state where no server answered; and it wraps the refusals of one that did, with their text only
    if type(origine).__name__ not in ("OperationalError", "ConnectionTimeout"):
        return None
    texte = str(origine)
    if "authentication failed" in texte or "no pg_hba.conf entry" in texte or "role " in texte:
        return _POSTGRESQL["28"]
    return _POSTGRESQL["3D"] if "database " in texte and "not exist" in texte else INJOIGNABLE


def extension_absente(adresse: str) -> ErreurRegistre:
    return ErreurRegistre(
        f"{adresse} : l'extension « unaccent » manque à ce serveur PostgreSQL ; la recherche en a besoin.",
        "Faites installer le paquet postgresql-contrib, puis lancez « CREATE EXTENSION unaccent » dans cette base "
        "avec un compte qui en a le droit.",
    )
