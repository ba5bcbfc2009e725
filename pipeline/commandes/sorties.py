"""What ``greffier lire`` writes: the JSON of a document, JSON lines, one file a document; whole or not at all."""

import ctypes
import fcntl
import glob
import hashlib
import json
import os
import shutil
import tempfile
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any

from modeles.lecture import Lecture
from pipeline.commandes.affichage import lisible
from pipeline.erreurs import ErreurExport

NOM_MAX = 240
"""Bytes of the name of an output, without its suffix: file systems take 255."""
Ecrire = Callable[[str], None]
APART = ("deductions", "references", "effets")
"""What stands beside the records: what follows from them, the legal texts they cite, what they do to these."""


def json_document(lecture: Lecture, *, sources: bool) -> str:
    """The whole reading, indented."""
    complet = lecture.model_dump(mode="json")
    cles = ["document", "statut", "deliberations", "anomalies", *APART, *(["sources"] if sources else [])]
    return json.dumps({cle: complet[cle] for cle in cles}, ensure_ascii=False, indent=2) + "\n"


def lignes_json(lecture: Lecture, chemin: Path, *, sources: bool) -> Iterator[str]:
    """One line a record: the record, then "document" (the path), "rang" (from 0), "statut" of the document, "anomalies"
    (those of this record and of the document as a whole), what is ``APART`` for this record and, when asked, "sources".
    """
    complet = lecture.model_dump(mode="json")
    for rang, acte in enumerate(complet["deliberations"]):
        prefixe = f"/deliberations/{rang}/"
        fiche: dict[str, Any] = {**acte, "document": lisible(str(chemin)), "rang": rang, "statut": complet["statut"]}
        fiche["anomalies"] = [
            a
            for a in complet["anomalies"]
            if not (a["champ"] or "").startswith("/deliberations/") or _est_de(a["champ"], prefixe)
        ]
        for cle in APART:
            fiche[cle] = [x for x in complet[cle] if x["champ"].startswith(prefixe)]
        if sources:
            fiche["sources"] = {p: s for p, s in complet["sources"].items() if p.startswith(prefixe)}
        yield json.dumps(fiche, ensure_ascii=False) + "\n"


def _est_de(champ: str, prefixe: str) -> bool:
    return f"{champ}/".startswith(prefixe)


@contextmanager
def fichier_entier(chemin: Path, droits: int = 0o666) -> Iterator[Ecrire]:
    """Gives a function that writes; the file takes its place at the end, or is not made at all if an error passes.
    ``droits``: of the file, less those that the user's mask takes off.

    Raises ErreurExport when it cannot be written.
    """
    provisoire = chemin.with_name(f".{chemin.name[:40]}.{os.getpid()}.partiel")
    with _en_erreur_export(chemin):
        provisoire.unlink(missing_ok=True)
        provisoire.touch(mode=droits)
        flux = provisoire.open("w", encoding="utf-8")

    def ecrire(texte: str) -> None:
        with _en_erreur_export(chemin):
            flux.write(texte)

    try:
        yield ecrire
        with _en_erreur_export(chemin):
            flux.close()
            provisoire.replace(chemin)
    finally:
        flux.close()
        provisoire.unlink(missing_ok=True)


SOMMES = "SHA256SUMS"
"""Digests of the files of a folder, as ``sha256sum`` writes them."""


@contextmanager
def dossier_entier(destination: Path) -> Iterator[Path]:
    """Gives an empty folder; once filled, it takes the place of ``destination`` with its digests, or is dropped if an
    error passes. A process killed at any moment leaves the former export, or the new one, whole.

    Raises ErreurExport when it cannot be written, or when something else than a former export stands there.
    """
    _verifier_remplacable(destination)
    with _en_erreur_export(destination):
        destination.parent.mkdir(parents=True, exist_ok=True)
        _balayer(destination)
        provisoire = Path(tempfile.mkdtemp(".partiel", f".{destination.name[:40]}.", destination.parent))
        provisoire.chmod(0o777 & ~_masque())
        verrou = os.open(provisoire, os.O_RDONLY)
        fcntl.flock(verrou, fcntl.LOCK_EX)
    try:
        with _en_erreur_export(destination):
            yield provisoire
            _condenser(provisoire)
            if destination.exists():
                _echanger(provisoire, destination)
            else:
                provisoire.rename(destination)
    finally:
        os.close(verrou)
        shutil.rmtree(provisoire, ignore_errors=True)


def _balayer(destination: Path) -> None:
    """Drop what processes that died left of the same export: the folders that nobody locks any more."""
    for reste in destination.parent.glob(f"{glob.escape(f'.{destination.name[:40]}.')}*.partiel"):
        verrou = os.open(reste, os.O_RDONLY)
        with suppress(BlockingIOError):
            fcntl.flock(verrou, fcntl.LOCK_EX | fcntl.LOCK_NB)
            shutil.rmtree(reste, ignore_errors=True)
        os.close(verrou)


def _masque() -> int:
    """What is taken off the rights of a new file; reading it sets it."""
    masque = os.umask(0o077)
    os.umask(masque)
    return masque


def _verifier_remplacable(destination: Path) -> None:
    """A folder is replaced when it is empty or holds what its SHA256SUMS says, and nothing else."""
    if not destination.exists() and not destination.is_symlink():
        return
    remede = "Choisissez un autre dossier."
    if not destination.is_dir() or destination.is_symlink():
        raise ErreurExport("Cette destination n'est pas un dossier.", remede, chemin=destination)
    with _en_erreur_export(destination):
        trouves = {f.relative_to(destination).as_posix() for f in destination.rglob("*") if not f.is_dir()}
        sommes = destination / SOMMES
        dits = {x[66:] for x in sommes.read_text(encoding="utf-8").splitlines()} if sommes.is_file() else set()
    if trouves - dits - {SOMMES}:
        raise ErreurExport("Ce dossier contient autre chose qu'un export précédent.", remede, chemin=destination)


def _condenser(dossier: Path) -> None:
    lignes = []
    for fichier in sorted(f for f in dossier.rglob("*") if f.is_file()):
        with fichier.open("rb") as flux:
            somme = hashlib.file_digest(flux, "sha256").hexdigest()
        lignes.append(f"{somme}  {fichier.relative_to(dossier).as_posix()}\n")
    (dossier / SOMMES).write_text("".join(lignes), encoding="utf-8", newline="\n")


def _echanger(nouveau: Path, ancien: Path) -> None:
    """The two folders change names at once (renameat2, Linux); elsewhere, in two steps."""
    ici, echange = -100, 2  # AT_FDCWD, RENAME_EXCHANGE
    renommer = getattr(ctypes.CDLL(None, use_errno=True), "renameat2", None)
    if renommer is not None and renommer(ici, os.fsencode(nouveau), ici, os.fsencode(ancien), echange) == 0:
        return
    ecarte = ancien.with_name(f".{ancien.name[:40]}.{os.getpid()}.ancien")
    ancien.rename(ecarte)
    nouveau.rename(ancien)
    shutil.rmtree(ecarte)


@contextmanager
def _en_erreur_export(chemin: Path) -> Iterator[None]:
    try:
        yield
    except OSError as erreur:
        raise ErreurExport(f"Écriture impossible ({erreur.strerror}).", chemin=chemin) from None


def preparer_dossier(dossier: Path) -> None:
    """Make the folder. Raises ErreurExport when it cannot be made or written in."""
    with _en_erreur_export(dossier):
        dossier.mkdir(parents=True, exist_ok=True)
    if not os.access(dossier, os.W_OK | os.X_OK):
        raise ErreurExport("Le droit d'écrire dans ce dossier manque.", chemin=dossier)


def noms_distincts(chemins: Sequence[Path]) -> list[str]:
    """A name for the JSON of each document: its stem; where several share it, its folders are put before, as few as are
    needed ("ville-2021-scan"); where even that is not enough, its suffix or a number after."""
    noms = [chemin.stem for chemin in chemins]
    dossiers = [Path(os.path.realpath(chemin)).parent.parts[1:] for chemin in chemins]
    for profondeur in range(1, max(map(len, dossiers), default=0) + 1):
        semblables = _semblables(noms)
        if not semblables:
            break
        for rang in semblables:
            noms[rang] = "-".join([*dossiers[rang][-profondeur:], chemins[rang].stem])
    for rang in _semblables(noms):
        noms[rang] += chemins[rang].suffix.replace(".", "-")
    for rang in _semblables(noms):
        noms[rang] += f"-{rang + 1}"
    return [nom if len(os.fsencode(nom)) <= NOM_MAX else f"{_couper(nom)}-{rang + 1}" for rang, nom in enumerate(noms)]


def _couper(nom: str) -> str:
    """The start of a name that a file system would refuse once ".json" is added."""
    return os.fsencode(nom)[: NOM_MAX - 20].decode("utf-8", "ignore")


def _semblables(noms: Sequence[str]) -> list[int]:
    """The ranks of the names that are not alone, upper and lower case taken as one."""
    plies = [nom.casefold() for nom in noms]
    nombres = Counter(plies)
    return [rang for rang, nom in enumerate(plies) if nombres[nom] > 1]
