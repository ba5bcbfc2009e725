"""Scans kept in an S3 store (MinIO, Ceph, a provider): copied here, then imported as any other file.

The only door of boto3, and the only address that an import contacts, because the person named it. The store is that of
boto3's own settings: ``AWS_ENDPOINT_URL``, ``AWS_ACCESS_KEY_ID``, ``AWS_SECRET_ACCESS_KEY``, ``AWS_PROFILE``...
"""

import hashlib
import os
import re
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, NamedTuple

from pipeline.erreurs import ErreurEnvironnement, ErreurReglages, ErreurScan, ScanIntrouvable, ScanVide
from pipeline.lots import SUFFIXES

PREFIXE = "s3://"


class Adresse(NamedTuple):
    """``s3://seau/debut``: the objects of a bucket whose key begins so."""

    seau: str
    debut: str


def est_distante(entree: Path | str) -> bool:
    """An address rather than a path. ``Path`` has made one of its two slashes."""
    return str(entree).startswith("s3:/")


def adresse(texte: str) -> Adresse:
    """Raises ErreurReglages when it names no bucket."""
    seau, _, debut = re.sub("^s3:/+", "", texte).partition("/")
    if not re.fullmatch(r"[A-Za-z0-9][A-Za-z0-9._-]{1,254}", seau):
        raise ErreurReglages(f"Adresse S3 non reconnue : « {texte} ».", "Écrivez s3://seau/debut.")
    return Adresse(seau, debut)


def copier(ou: Adresse, dossier: Path) -> Iterator[Path | ErreurScan]:
    """Each scan of the store, copied under ``dossier/seau/``; one that is there already, of the same size and date, is
    not fetched again. A copy takes its place when it is whole; one that could not be made is given as its error.

    Raises ErreurEnvironnement without boto3 or when the store does not answer, ScanIntrouvable when it has no such
    bucket, ScanVide when nothing there is a scan.
    """
    vus = 0
    client = _client()
    with _traduire(ou):
        for lot in client.get_paginator("list_objects_v2").paginate(Bucket=ou.seau, Prefix=ou.debut):
            for objet in lot.get("Contents", ()):
                if Path(objet["Key"]).suffix.lower() in SUFFIXES:
                    vus += 1
                    yield _copier(client, ou.seau, objet, dossier)
    if not vus:
        raise ScanVide(f"Aucun scan à cette adresse : {_dire(ou)}.", "Vérifiez-la.")


def _copier(client: Any, seau: str, objet: dict[str, Any], dossier: Path) -> Path | ErreurScan:
    from botocore.exceptions import ClientError

    chemin = dossier / seau / chemin_de(objet["Key"])
    date = objet["LastModified"].timestamp()
    try:
        if chemin.is_file() and (chemin.stat().st_size, chemin.stat().st_mtime) == (objet["Size"], date):
            return chemin
        chemin.parent.mkdir(parents=True, exist_ok=True)
        provisoire = chemin.with_name(f".{chemin.name[:40]}.{os.getpid()}.partiel")
        try:
            client.download_file(seau, objet["Key"], str(provisoire))
            os.utime(provisoire, (date, date))
            provisoire.replace(chemin)
        finally:
            provisoire.unlink(missing_ok=True)
    except ClientError as erreur:  # of this object: gone since it was listed, or out of our rights
        return ScanIntrouvable(
            f"L'objet « {objet['Key']} » n'a pas pu être copié ({_code(erreur)}).", "Vérifiez-le, puis relancez."
        )
    except OSError as erreur:
        return ScanIntrouvable(
            f"La copie de cet objet ne peut pas être écrite ({erreur.strerror}).",
            "Libérez de la place ou choisissez un autre dossier (--copies).",
            chemin=chemin,
        )
    return chemin


def chemin_de(cle: str) -> Path:
    """Where the copy of an object goes: a key is no path, what would lead out of the folder is written otherwise."""
    return Path(*(_composant(x) for x in cle.split("/") if x))


def _composant(nom: str) -> str:
    """Control characters and a leading dot in percents: neither "..", nor a hidden file, nor a line break."""
    sur = re.sub(r"^\.|[\x00-\x1f\x7f%\\]", lambda c: f"%{ord(c[0]):02X}", nom)
    if len(os.fsencode(sur)) <= 200:
        return sur
    return f"{hashlib.sha256(nom.encode()).hexdigest()[:16]}-{sur[-40:]}"


def _client() -> Any:
    try:
        import boto3
        from botocore.config import Config
    except ImportError:
        raise ErreurEnvironnement(
            "boto3 n'est pas installé : il lit les dépôts S3.", "pip install 'greffier[s3]'"
        ) from None
    os.environ.setdefault("AWS_EC2_METADATA_DISABLED", "true")  # no address but the store's
    os.environ.setdefault("AWS_DEFAULT_REGION", "us-east-1")  # a store of one's own has none
    return boto3.session.Session().client(
        "s3", config=Config(connect_timeout=10, read_timeout=60, retries={"max_attempts": 5})
    )


@contextmanager
def _traduire(ou: Adresse) -> Iterator[None]:
    """boto3's errors in the person's words."""
    from botocore.exceptions import BotoCoreError, ClientError, NoCredentialsError

    try:
        yield
    except NoCredentialsError:
        raise ErreurEnvironnement(
            "Aucun identifiant pour ce dépôt S3.", "Donnez AWS_ACCESS_KEY_ID et AWS_SECRET_ACCESS_KEY, ou AWS_PROFILE."
        ) from None
    except ClientError as erreur:
        code = _code(erreur)
        if code in ("NoSuchBucket", "404", "NoSuchKey"):
            raise ScanIntrouvable(f"Ce seau n'existe pas : {_dire(ou)}.", "Vérifiez l'adresse.") from None
        raise ErreurEnvironnement(f"Le dépôt S3 refuse ({code}).", "Vérifiez l'adresse et vos droits.") from None
    except BotoCoreError:
        raise ErreurEnvironnement(
            "Le dépôt S3 ne répond pas.", "Vérifiez AWS_ENDPOINT_URL, puis relancez : ce qui est copié est gardé."
        ) from None


def _code(erreur: Any) -> str:
    return str(erreur.response.get("Error", {}).get("Code", "?"))


def _dire(ou: Adresse) -> str:
    return f"{PREFIXE}{ou.seau}/{ou.debut}"
