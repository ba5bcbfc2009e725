"""SCDL "Délibérations" with what it has no column for: who was present, and who gave a proxy to whom."""

from collections.abc import Iterable, Iterator
from contextlib import ExitStack
from pathlib import Path
from typing import Any

from modeles.deliberation import Personne
from modeles.fiche import Fiche
from pipeline.exports import Bilan, Demande, Refus, scdl
from pipeline.exports._scdl_valeurs import COLONNES

NOM = "scdl+"
PRESENCES = "presences.csv"
PROCURATIONS = "procurations.csv"
_CLE = ("COLL_SIRET", "DELIB_ID")
_PERSONNE = ("CIVILITE", "PRENOM", "NOM", "QUALITE")
COLONNES_PRESENCES = (*_CLE, "ETAT", *_PERSONNE)
COLONNES_PROCURATIONS = (*_CLE, "MANDANT", "MANDATAIRE")
ETATS = {"presents": "present", "absents": "absent", "excuses": "excuse"}


def ecrire(fiches: Iterable[Fiche], dossier: Path, demande: Demande) -> Bilan:
    """The files of ``scdl``, ``presences.csv`` and ``procurations.csv``, tied to the rows by SIRET and number."""
    refus: list[Refus] = []
    ecrites = 0
    with ExitStack() as pile:
        corps = scdl.ecrivain(pile, dossier / scdl.FICHIER, COLONNES)
        rapport = scdl.ecrivain(pile, dossier / scdl.RAPPORT, scdl.COLONNES_RAPPORT)
        presences = scdl.ecrivain(pile, dossier / PRESENCES, COLONNES_PRESENCES)
        procurations = scdl.ecrivain(pile, dossier / PROCURATIONS, COLONNES_PROCURATIONS)
        for ligne in scdl.lignes(fiches, demande):
            scdl.rendre_compte(rapport, ligne)
            if ligne.refus:
                refus.append(Refus(ligne.fiche.id, ligne.refus))
                continue
            ecrites += 1
            cle = tuple(ligne.valeurs[c] for c in _CLE)
            corps.writerow([ligne.valeurs[c] for c in COLONNES])
            presences.writerows((*cle, *p) for p in _presences(ligne.fiche))
            procurations.writerows(
                (*cle, p.mandant.nom_complet, p.mandataire.nom_complet if p.mandataire else "")
                for p in ligne.fiche.procurations
            )
    ressources = [scdl.ressource(scdl.FICHIER, scdl.SCHEMA), scdl.ressource(scdl.RAPPORT, scdl.SCHEMA_RAPPORT)]
    ressources.append(scdl.ressource(PRESENCES, _schema(COLONNES_PRESENCES)))
    ressources.append(scdl.ressource(PROCURATIONS, _schema(COLONNES_PROCURATIONS)))
    scdl.decrire(dossier, ressources)
    return Bilan(ecrites, tuple(refus))


def _presences(fiche: Fiche) -> Iterator[tuple[str, ...]]:
    for champ, etat in ETATS.items():
        for personne in getattr(fiche.presences, champ):
            yield etat, *_personne(personne)


def _personne(personne: Personne) -> tuple[str, ...]:
    return personne.civilite or "", personne.prenom or "", personne.nom, personne.qualite or ""


def _schema(colonnes: Iterable[str]) -> dict[str, Any]:
    """Every row belongs to a row of ``deliberations.csv``."""
    lien = {"fields": list(_CLE), "reference": {"resource": "deliberations", "fields": list(_CLE)}}
    champs: list[dict[str, Any]] = [{"name": nom, "type": "string"} for nom in colonnes]
    return {"fields": champs, "missingValues": [""], "foreignKeys": [lien]}
