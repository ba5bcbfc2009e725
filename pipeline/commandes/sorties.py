"""What ``greffier lire`` writes: the JSON of a document, JSON lines, one file a document; whole or not at all."""

import json
import os
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from modeles.lecture import Lecture
from pipeline.commandes.affichage import lisible
from pipeline.erreurs import ErreurExport

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
def fichier_entier(chemin: Path) -> Iterator[Ecrire]:
    """Gives a function that writes; the file takes its place at the end, or is not made at all if an error passes.

    Raises ErreurExport when it cannot be written.
    """
    provisoire = chemin.with_name(f".{chemin.name}.{os.getpid()}.partiel")
    with _en_erreur_export(chemin):
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
    dossiers = [chemin.resolve().parent.parts[1:] for chemin in chemins]
    for profondeur in range(1, max(map(len, dossiers), default=0) + 1):
        semblables = _semblables(noms)
        if not semblables:
            return noms
        for rang in semblables:
            noms[rang] = "-".join([*dossiers[rang][-profondeur:], chemins[rang].stem])
    for rang in _semblables(noms):
        noms[rang] += chemins[rang].suffix.replace(".", "-")
    for rang in _semblables(noms):
        noms[rang] += f"-{rang + 1}"
    return noms


def _semblables(noms: Sequence[str]) -> list[int]:
    """The ranks of the names that are not alone, upper and lower case taken as one."""
    plies = [nom.casefold() for nom in noms]
    nombres = Counter(plies)
    return [rang for rang, nom in enumerate(plies) if nombres[nom] > 1]
