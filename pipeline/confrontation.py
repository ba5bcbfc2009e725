"""Two exports side by side: which records are in both, which in one alone, and what changed in each, field by field.

The former export is read once for the place of each record in its file; then the new one, a record at a time.
"""

import json
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import IO, Any, NamedTuple

from modeles.deliberation import Deliberation
from modeles.fiche import VERSION, Arbre
from pipeline.comparaison import Changement, comparer_arbres
from pipeline.erreurs import ErreurExport

CHAMPS = tuple(Deliberation.model_fields)
"""What is compared: the act. Its sources, doubts and deductions follow from it."""

Cle = tuple[Any, ...]


class Confrontation(NamedTuple):
    """A record of one export or both. ``avant`` or ``apres`` is None when it is in one alone."""

    id: str
    avant: Arbre | None
    apres: Arbre | None
    changements: tuple[Changement, ...] = ()


def confronter(ancien: Path, nouveau: Path) -> Iterator[Confrontation]:
    """Every record that is not the same in both: those of the new export in its order, then those that it lacks.

    A record is found by its id, else by body, date and number when they name one record alone: the scan may have been
    made anew. Raises ErreurExport when a path is no export of records, or one of another model.
    """
    avant, apres = fichier_de(ancien), fichier_de(nouveau)
    presents = {fiche["id"] for _, fiche in _lire(apres)}
    places, cles = _repertorier(avant, presents)
    vues: set[str] = set()
    with avant.open("rb") as flux:
        for _, fiche in _lire(apres):
            identifiant = fiche["id"] if fiche["id"] in places else cles.get(_cle(fiche), "")
            if not identifiant or identifiant in vues:
                yield Confrontation(fiche["id"], None, fiche)
                continue
            vues.add(identifiant)
            une = _prendre(flux, places[identifiant])
            if changements := tuple(_comparer(une, fiche)):
                yield Confrontation(fiche["id"], une, fiche, changements)
        for identifiant, place in places.items():
            if identifiant not in vues:
                yield Confrontation(identifiant, _prendre(flux, place), None)


def _comparer(avant: Arbre, apres: Arbre) -> Iterator[Changement]:
    for champ in CHAMPS:
        yield from comparer_arbres(avant.get(champ), apres.get(champ), f"/{champ}")


def fichier_de(export: Path) -> Path:
    """The file of records of an export: of its folder, or given itself."""
    if export.is_dir():
        for nom in ("deliberations.jsonl", "deliberations.json"):
            if (export / nom).is_file():
                return export / nom
    elif export.is_file():
        return export
    raise ErreurExport("Aucun export de délibérations ici.", "Donnez le dossier d'un export jsonl, json ou jeu.",
                       chemin=export)  # fmt: skip


def _lire(fichier: Path) -> Iterator[tuple[int, Arbre]]:
    """Each record and its place in the file, bytes. Both formats have one a line."""
    with fichier.open("rb") as flux:
        while ligne := flux.readline():
            place = flux.tell() - len(ligne)
            if ligne.strip() not in (b"", b"[", b"]"):
                yield place, _ouvrir(ligne, fichier)


def _prendre(flux: IO[bytes], place: int) -> Arbre:
    flux.seek(place)
    return _ouvrir(flux.readline(), Path(flux.name))


def _ouvrir(ligne: bytes, fichier: Path) -> Arbre:
    try:
        fiche = json.loads(ligne.rstrip().removesuffix(b","))
        modele = fiche["modele"].partition(".")[0]
        fiche["seance"]["date"], fiche["id"].encode()
    except (ValueError, KeyError, TypeError, AttributeError):
        raise ErreurExport("Ce fichier n'est pas un export de délibérations.", "Donnez un export jsonl, json ou jeu.",
                           chemin=fichier) from None  # fmt: skip
    if modele != VERSION.partition(".")[0]:
        raise ErreurExport(f"Cet export est du modèle {fiche['modele']}, et ce programme du {VERSION}.",
                           "Exportez de nouveau le registre.", chemin=fichier)  # fmt: skip
    return dict(fiche)


def _cle(fiche: Arbre) -> Cle:
    corps = fiche.get("collectivite") or {}
    return corps.get("nom"), corps.get("organe"), fiche["seance"].get("date"), fiche.get("numero")


def _repertorier(fichier: Path, presents: set[str]) -> tuple[dict[str, int], dict[Cle, str]]:
    """Id -> place in the file; and body, date and number -> id, for those that name one record alone and whose id is
    not among ``presents``."""
    places: dict[str, int] = {}
    nombres: Counter[Cle] = Counter()
    ids: dict[Cle, str] = {}
    for place, fiche in _lire(fichier):
        places[fiche["id"]] = place
        cle = _cle(fiche)
        if None not in cle[2:] and fiche["id"] not in presents:
            nombres[cle] += 1
            ids[cle] = fiche["id"]
    return places, {cle: i for cle, i in ids.items() if nombres[cle] == 1}
