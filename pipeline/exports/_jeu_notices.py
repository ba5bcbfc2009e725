"""What describes a ``jeu``: datapackage.json (Frictionless), croissant.json, its card, its citation and its licence.

Dates are those of the readings, never of the day: the same registre gives the same bytes.
"""

import hashlib
import json
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from modeles.fiche import VERSION, Fiche, Profil
from modeles.lecture import GRAVITES, Gravite
from pipeline.exports import _jeu_parquet, jsonl
from pipeline.exports._csv import ecrire_json, ressource
from pipeline.exports._jeu_croissant import Empreinte, croissant
from pipeline.exports._jeu_tables import TOUTES, Table

LICENCE_URL = "https://www.etalab.gouv.fr/licence-ouverte-open-licence"
AUTEURS_MAX = 10
TAILLES = ((1_000, "n<1K"), (10_000, "1K<n<10K"), (100_000, "10K<n<100K"), (1_000_000, "100K<n<1M"))


CARTE = """\
---
license: etalab-2.0
language: [fr]
pretty_name: {nom}
size_categories: [{taille}]
tags: [deliberations, legal, ocr]
configs:
  - config_name: deliberations
    data_files: deliberations.parquet
---

# {titre}

{compte.actes} délibérations de {auteurs}, lues sur leurs scans par
greffier ({moteurs}). Séances : {seances}. Modèle de
fiche : {modele}.

## Fichiers

| Fichier | |
|---|---|
| `deliberations.jsonl`, `deliberations.parquet` | Les fiches entières, décrites par `schema.json`. |
{fichiers}

Chaque ligne finit par sa preuve : le scan et son empreinte, la page, les boîtes, la confiance, ce qui a lu. Ce qui
n'est pas imprimé est vide. `sha256sum -c SHA256SUMS` vérifie les fichiers.

```python
import duckdb, pandas, polars
pandas.read_json("deliberations.jsonl", lines=True)
polars.read_ndjson("deliberations.jsonl", infer_schema_length=None)
duckdb.read_parquet("deliberations.parquet")

from datasets import load_dataset
load_dataset(".")                                    # les fiches, en Parquet
load_dataset("csv", data_files="presences.csv")      # une table
```

En R : `jsonlite::stream_in(file("deliberations.jsonl"))`.

## Qualité

- Sans rien à vérifier : {compte.completes} délibérations sur {compte.actes}.
- Valeurs : {compte.valeurs}, dont {compte.confirmees} arrêtées par une personne.
- Confiance moyenne, la chance estimée qu'une valeur soit juste : {moyenne}.

| Anomalie | | Nombre |
|---|---|---|
{doutes}

## Données à caractère personnel

{personnelles}

## Licence

Licence Ouverte 2.0 : voir `LICENCE.md`. Pour citer : `CITATION.cff`.
"""
"""The card of a Hugging Face dataset: YAML, then what a reader must know. One configuration: ``datasets`` reads a
folder with one reader, whatever the files of its configurations."""


PERSONNELLES: dict[Profil, str] = {
    "interne": """\
Ce jeu nomme des élus dans l'exercice de leur mandat. Les titres, visas, considérants et articles peuvent nommer
d'autres personnes (agents, acquéreurs, demandeurs), donner des adresses ou des parcelles : rien n'y est masqué. Avant
de le publier, relisez ces textes (CRPA, L.312-1-2 ; RGPD).""",
    "recherche": """\
Profil « recherche ». Les élus sont nommés dans l'exercice de leur mandat. Dans les textes, les autres personnes portent
un pseudonyme, `[personne 3f9a2c81d0]`, le même pour un nom dans une collectivité (HMAC-SHA256, la clé est gardée à
part) ; adresses, courriels, téléphones, dates de naissance, comptes et immatriculations sont ôtés. Ce sont des données
pseudonymisées : le RGPD s'y applique, un nom peut avoir échappé, et un lieu, une parcelle ou une fonction désigner
quelqu'un.""",
    "public": """\
Profil « public ». Les élus sont nommés dans l'exercice de leur mandat. Dans les textes, les autres personnes sont
masquées (`[personne]`), comme les adresses, courriels, téléphones, dates de naissance, comptes et immatriculations. Un
nom peut avoir échappé, et un lieu, une parcelle ou une fonction désigner quelqu'un : signalez-le à qui publie ce jeu.
Délibérations dont les doutes de lecture n'ont pas été relus : {non_relues}.""",
}
"""What the card says of personal data."""


@dataclass
class Compte:
    """What the notices say of the records, summed as they pass."""

    actes: int = 0
    completes: int = 0
    valeurs: int = 0
    confirmees: int = 0
    confiance: float = 0.0
    jours: set[str] = field(default_factory=set)
    """First and last session, no more."""
    lu_le: str = ""
    profil: Profil = "interne"
    corps: set[str] = field(default_factory=set)
    moteurs: set[str] = field(default_factory=set)
    anomalies: Counter[tuple[Gravite, str]] = field(default_factory=Counter)

    def noter(self, fiche: Fiche) -> None:
        self.actes += 1
        self.completes += fiche.statut == "complete"
        self.profil = fiche.profil
        self.valeurs += len(fiche.sources)
        self.confirmees += len(fiche.confirmes)
        self.confiance += sum(s.confiance for s in fiche.sources)
        if fiche.seance.date:
            jours = self.jours | {str(fiche.seance.date)}
            self.jours = {min(jours), max(jours)}
        self.lu_le = max(self.lu_le, fiche.origine.lu_le)
        self.moteurs.add(fiche.origine.moteur)
        if fiche.collectivite and fiche.collectivite.nom:
            self.corps.add(fiche.collectivite.nom)
        self.anomalies.update((a.gravite, a.code) for a in fiche.anomalies)

    @property
    def auteurs(self) -> list[str]:
        noms = sorted(self.corps)
        reste = len(noms) - AUTEURS_MAX
        return noms[:AUTEURS_MAX] + ([f"et {reste} autre{'s' * (reste > 1)}"] if reste > 0 else [])

    @property
    def titre(self) -> str:
        annees = sorted({j[:4] for j in self.jours})
        return "Délibérations" + (f", {'-'.join(annees)}" if annees else "")


def decrire(dossier: Path, compte: Compte) -> None:
    """Write them beside the files that they describe."""
    fichiers = [*(f"{t.nom}.csv" for t in TOUTES), jsonl.FICHIER, _jeu_parquet.FICHIER]
    empreintes = {f: _empreinte(dossier / f) for f in fichiers}
    for nom, texte in (("LICENCE.md", _licence(compte)), ("CITATION.cff", _citation(compte)),
                       ("README.md", _carte(compte))):  # fmt: skip
        (dossier / nom).write_text(texte, encoding="utf-8", newline="\n")
    ecrire_json(dossier / "datapackage.json", _paquet(empreintes, compte))
    ecrire_json(dossier / "croissant.json", croissant(TOUTES, empreintes, _jeu_entier(compte)))


def _empreinte(fichier: Path) -> Empreinte:
    with fichier.open("rb") as flux:
        return Empreinte(fichier.stat().st_size, hashlib.file_digest(flux, "sha256").hexdigest())


def _jeu_entier(compte: Compte) -> dict[str, Any]:
    """The dataset as a whole, in the words of schema.org."""
    return {"name": "deliberations", "description": compte.titre, "license": LICENCE_URL, "inLanguage": "fr",
            "creator": [{"@type": "sc:Organization", "name": nom} for nom in compte.auteurs],
            **({"datePublished": compte.lu_le[:10]} if compte.lu_le else {})}  # fmt: skip


def _paquet(empreintes: Mapping[str, Empreinte], compte: Compte) -> dict[str, Any]:
    """Frictionless Data Package 1; the records, nested, are described by their own schema.json."""
    fiches = [
        {"name": nom, "type": "file", "path": fichier, "format": fichier.rpartition(".")[2], "mediatype": genre}
        for nom, fichier, genre in (("fiches-jsonl", jsonl.FICHIER, "application/x-ndjson"),
                                    ("fiches-parquet", _jeu_parquet.FICHIER, "application/vnd.apache.parquet"))
    ]  # fmt: skip
    ressources = [*map(_ressource, TOUTES), *fiches]
    for r in ressources:
        e = empreintes[r["path"]]
        r |= {"bytes": e.octets, "hash": f"sha256:{e.sha256}"}
    return {
        "name": "deliberations", "title": compte.titre, "profile": "data-package",
        "licenses": [{"name": "etalab-2.0", "title": "Licence Ouverte 2.0", "path": LICENCE_URL}],
        "sources": [{"title": nom} for nom in compte.auteurs], "resources": ressources,
    }  # fmt: skip


def _ressource(table: Table) -> dict[str, Any]:
    """Rows are tied to their act, and those that name persons by id to these."""
    schema: dict[str, Any] = {
        "fields": [{"name": c.nom, "type": c.genre, "description": c.description} for c in table.toutes],
        "missingValues": [""],
    }
    liens = [(table.toutes[n].nom, "personnes") for n in table.places]
    if table.nom in ("deliberations", "personnes"):
        schema["primaryKey"] = ["id"]
    else:
        liens.insert(0, ("id", "deliberations"))
    if liens:
        schema["foreignKeys"] = [{"fields": [c], "reference": {"resource": r, "fields": ["id"]}} for c, r in liens]
    return ressource(f"{table.nom}.csv", schema) | {"description": table.description}


def _licence(compte: Compte) -> str:
    return (
        f"# Licence Ouverte / Open Licence, version 2.0 (Etalab)\n\n{LICENCE_URL}\n\n"
        f"Source : {', '.join(compte.auteurs) or 'non imprimée'}. "
        f"Dernière mise à jour : {compte.lu_le[:10] or '–'}.\n\n"
        "Qui réutilise ces données mentionne cette source et cette date.\n"
    )


def _citation(compte: Compte) -> str:
    """Citation File Format 1.2.0; JSON strings are YAML strings."""
    auteurs = compte.auteurs or ["Collectivités non imprimées"]
    lignes = ["cff-version: 1.2.0", "type: dataset", 'message: "Pour citer ce jeu de données :"',
              f"title: {_texte_yaml(compte.titre)}", "authors:", *(f"  - name: {_texte_yaml(a)}" for a in auteurs),
              *([f'date-released: "{compte.lu_le[:10]}"'] if compte.lu_le else []), "license: etalab-2.0"]  # fmt: skip
    return "\n".join(lignes) + "\n"


def _texte_yaml(texte: str) -> str:
    return json.dumps(texte, ensure_ascii=False)


def _carte(compte: Compte) -> str:
    fichiers = [f"| `{t.nom}.csv` | {t.description} |" for t in TOUTES]
    doutes = [f"| `{code}` | {GRAVITES[g]} | {n} |" for (g, code), n in sorted(compte.anomalies.items())]
    return CARTE.format(
        compte=compte,
        titre=compte.titre,
        nom=_texte_yaml(compte.titre),
        taille=next((nom for borne, nom in TAILLES if compte.actes < borne), "n>1M"),
        auteurs=", ".join(compte.auteurs) or "collectivités non imprimées",
        moteurs=" ; ".join(sorted(compte.moteurs)) or "–",
        seances=" – ".join(sorted(compte.jours)) or "–",
        modele=VERSION,
        fichiers="\n".join(fichiers),
        moyenne=f"{compte.confiance / compte.valeurs:.4f}" if compte.valeurs else "–",
        doutes="\n".join(doutes),
        personnelles=PERSONNELLES[compte.profil].format(non_relues=compte.actes - compte.completes),
    )
