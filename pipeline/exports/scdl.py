"""SCDL "Délibérations" 2.1.5 (Socle commun des données locales): ``deliberations.csv``, and what could not be written.

A row that would break the schema, or one of the checks that it states apart, is refused with its reason. What is
inferred (the SIRET from the SIREN, the matière from the title, votes from unanimity) is told in ``rapport.csv``.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import ExitStack
from pathlib import Path
from typing import Any, NamedTuple

from modeles.fiche import Fiche, en_fiche
from pipeline.exports import Bilan, Demande, Refus, Refusees
from pipeline.exports._csv import ecrire_json, ouvrir, ressource
from pipeline.exports._scdl_valeurs import COLONNES, Valeurs, constats, evaluer

NOM = "scdl"
FICHIER = "deliberations.csv"
RAPPORT = "rapport.csv"
CLE = ("COLL_SIRET", "DELIB_ID")
COLONNES_RAPPORT = ("id", "fichier", "delib_id", "ecrite", "remarque")
_MOTIFS = {
    "COLL_SIRET": r"^\d{14}$",
    "DELIB_MATIERE_CODE": r"^\d\.\d{1,2}$",
    "BUDGET_ANNEE": r"^[0-9]{4}(\/[0-9]{4})?$",
}
_OBLIGATOIRES = COLONNES[:7]


class Ligne(NamedTuple):
    """A record and its row; ``refus``: why it has none."""

    fiche: Fiche
    valeurs: Valeurs
    remarques: tuple[str, ...]
    """What was inferred or left empty, in French."""
    refus: str = ""


class Table(NamedTuple):
    """A file beside the rows, tied to them by ``CLE``."""

    fichier: str
    colonnes: tuple[str, ...]
    """After those of the key."""
    tirer: Callable[[Fiche], Iterable[tuple[str, ...]]]
    """Its rows for one record, without the key."""


def ecrire(recues: Iterable[bytes], dossier: Path, demande: Demande, tables: Sequence[Table] = ()) -> Bilan:
    """``deliberations.csv``, ``rapport.csv``, the ``tables`` asked for, and their schemas in ``datapackage.json``."""
    ecrites = 0
    refusees = Refusees()
    with ExitStack() as pile:
        corps = ouvrir(pile, dossier / FICHIER, COLONNES)
        rapport = ouvrir(pile, dossier / RAPPORT, COLONNES_RAPPORT)
        autres = [ouvrir(pile, dossier / t.fichier, (*CLE, *t.colonnes)) for t in tables]
        for ligne in lignes(map(en_fiche, recues), demande):
            rapport.writerows(_rendre_compte(ligne))
            if ligne.refus:
                refusees.noter(Refus(ligne.fiche.id, ligne.refus))
                continue
            ecrites += 1
            corps.writerow([ligne.valeurs[c] for c in COLONNES])
            cle = [ligne.valeurs[c] for c in CLE]
            for table, autre in zip(tables, autres, strict=True):
                autre.writerows((*cle, *rangee) for rangee in table.tirer(ligne.fiche))
    _decrire(dossier, {FICHIER: SCHEMA, RAPPORT: SCHEMA_RAPPORT} | {t.fichier: _schema(t) for t in tables})
    return refusees.bilan(ecrites)


def lignes(fiches: Iterable[Fiche], demande: Demande) -> Iterator[Ligne]:
    """A row for each record, or why it has none. The numbers of one body at a time are held: records come by body."""
    corps, vus = "", set[str]()
    for fiche in fiches:
        valeurs, remarques = evaluer(fiche, demande.sirets)
        if valeurs["COLL_SIRET"] != corps:
            corps, vus = valeurs["COLL_SIRET"], set()
        manques = constats(valeurs)
        if not manques and valeurs["DELIB_ID"] in vus:
            manques = [f"le numéro {valeurs['DELIB_ID']} est déjà celui d'une autre délibération de cette collectivité"]
        if fiche.decision.vote.resultat in ("rejete", "ajourne"):
            manques = ["la délibération n'est pas adoptée, et le SCDL n'a pas de colonne pour le dire"]
        if not manques:
            vus.add(valeurs["DELIB_ID"])
        yield Ligne(fiche, valeurs, remarques, " ; ".join(manques))


def _rendre_compte(ligne: Ligne) -> Iterator[tuple[str, ...]]:
    """One line of the report for each remark; none for a row where all is printed."""
    base = (ligne.fiche.id, ligne.fiche.origine.fichier, ligne.valeurs["DELIB_ID"])
    ecrite, dites = ("non", (ligne.refus,)) if ligne.refus else ("oui", ligne.remarques)
    return ((*base, ecrite, remarque) for remarque in dites)


def _champ(nom: str) -> dict[str, Any]:
    genre = "date" if nom.endswith("_DATE") else "integer" if nom.startswith("VOTE_") else "string"
    contraintes: dict[str, Any] = {"required": True} if nom in _OBLIGATOIRES else {}
    if nom in _MOTIFS:
        contraintes["pattern"] = _MOTIFS[nom]
    champ: dict[str, Any] = {"name": nom, "type": genre}
    if nom == "DELIB_URL":
        champ["format"] = "uri"
    return champ | ({"constraints": contraintes} if contraintes else {})


SCHEMA: dict[str, Any] = {
    "fields": [_champ(nom) for nom in COLONNES],
    "missingValues": [""],
    "primaryKey": list(CLE),
}
"""Table schema (Frictionless) of the 17 columns, in the words of SCDL 2.1.5, with the key that identifies a row."""
SCHEMA_RAPPORT: dict[str, Any] = {
    "fields": [{"name": nom, "type": "string"} for nom in COLONNES_RAPPORT],
    "missingValues": [""],
}


def _schema(table: Table) -> dict[str, Any]:
    """Every row belongs to a row of ``deliberations.csv``."""
    lien = {"fields": list(CLE), "reference": {"resource": "deliberations", "fields": list(CLE)}}
    champs = [{"name": nom, "type": "string"} for nom in (*CLE, *table.colonnes)]
    return {"fields": champs, "missingValues": [""], "foreignKeys": [lien]}


def _decrire(dossier: Path, schemas: Mapping[str, dict[str, Any]]) -> None:
    """``datapackage.json``; ``schemas``: of each file."""
    paquet = {"name": "deliberations-scdl", "title": "Délibérations, SCDL 2.1.5", "profile": "data-package",
              "resources": [ressource(fichier, schema) for fichier, schema in schemas.items()]}  # fmt: skip
    ecrire_json(dossier / "datapackage.json", paquet)
