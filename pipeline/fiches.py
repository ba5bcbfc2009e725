"""The acts of a registre as records, one by one however many they are, in an order that does not change."""

import datetime
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import NamedTuple, TypeVar

from modeles.deliberation import Deliberation
from modeles.fiche import DECISION, VERSION, DeductionDite, Fiche, Origine, SourceDite
from modeles.lecture import Anomalie, Deduction
from modeles.reference import Citation, EffetCite
from modeles.texte import plier_saisie
from pipeline.registre.ouverture import Registre
from pipeline.registre.recherche import LectureCourante, lectures_courantes

T = TypeVar("T", Anomalie, Deduction, Citation, EffetCite)

_ACTE = re.compile(r"/deliberations/(\d+)(?=/|$)")


class Choix(NamedTuple):
    """The acts wanted; None: any."""

    depuis: datetime.date | None = None
    jusqua: datetime.date | None = None
    """Included."""
    collectivite: str | None = None
    """A part of the name, whatever the case and accents."""
    statut: str | None = None
    """Of the record: "complete" or "partielle"."""


def fiches(registre: Registre, choix: Choix | None = None) -> Iterator[Fiche]:
    """By body, date and digest of the scan, then in the order of the scan."""
    choix = choix or Choix()
    for courante in lectures_courantes(
        registre, depuis=choix.depuis, jusqua=choix.jusqua, collectivite=choix.collectivite
    ):
        yield from (f for f in decouper(courante) if _convient(f, choix))


def decouper(courante: LectureCourante) -> Iterator[Fiche]:
    """A record for each act of a reading."""
    lecture, document = courante.lecture, courante.lecture.document
    sources: defaultdict[int | None, list[SourceDite]] = defaultdict(list)
    for pointeur, source in lecture.sources.items():
        rang, reste = _couper(pointeur)
        sources[rang].append(SourceDite.model_construct(champ=reste, **source.__dict__))
    anomalies, deductions = _par_acte(lecture.anomalies), _par_acte(lecture.deductions)
    references, effets = _par_acte(lecture.references), _par_acte(lecture.effets)
    for rang, acte in enumerate(lecture.deliberations):
        siennes = (*anomalies[rang], *anomalies[None])
        yield Fiche.model_construct(
            **{nom: getattr(acte, nom) for nom in Deliberation.model_fields},
            id=f"{document.sha256[:16]}-{rang + 1}",
            modele=VERSION,
            statut="partielle" if any(a.gravite != "info" for a in siennes) else "complete",
            origine=Origine(
                fichier=document.nom, sha256=document.sha256, pages=document.pages, rang=rang,
                moteur=courante.moteur, version=courante.version, lu_le=courante.faite_le,
            ),
            confirmes=tuple(s.champ for s in sources[rang] if any(c.startswith(DECISION) for c in s.corrections)),
            sources=tuple(sources[rang]),
            anomalies=siennes,
            deductions=tuple(DeductionDite(**{**d.__dict__, "valeur": str(d.valeur)}) for d in deductions[rang]),
            references=tuple(references[rang]),
            effets=tuple(effets[rang]),
        )  # fmt: skip


def _couper(pointeur: str | None) -> tuple[int | None, str]:
    """The rank of the act, None when it points at no act, and the pointer from the act."""
    acte = _ACTE.match(pointeur or "")
    return (int(acte[1]), acte.string[acte.end() :]) if acte else (None, pointeur or "")


def _par_acte(valeurs: Iterable[T]) -> "defaultdict[int | None, list[T]]":
    """By act, their pointers from the act; under None what is of the scan as a whole."""
    ranges: defaultdict[int | None, list[T]] = defaultdict(list)
    for valeur in valeurs:
        rang, champ = _couper(valeur.champ)
        ranges[rang].append(valeur if rang is None else valeur.model_copy(update={"champ": champ}))
    return ranges


def _convient(fiche: Fiche, choix: Choix) -> bool:
    date, nom = fiche.seance.date, fiche.collectivite.nom if fiche.collectivite else None
    if date is None and (choix.depuis or choix.jusqua):
        return False
    if date is not None and not (choix.depuis or date) <= date <= (choix.jusqua or date):
        return False
    if choix.collectivite is not None and plier_saisie(choix.collectivite) not in plier_saisie(nom or ""):
        return False
    return choix.statut in (None, fiche.statut)
