"""What is read back: the current readings, one by one however many they are, and the acts where words stand."""

import datetime
from collections.abc import Iterator, Sequence
from functools import reduce
from typing import Any, NamedTuple

from sqlalchemy import ColumnElement, Connection, Select, func, literal_column, select, text
from sqlalchemy.dialects.postgresql import REGCONFIG, TSVECTOR

from modeles.lecture import Lecture
from modeles.texte import plier_saisie
from pipeline.erreurs import ErreurDeliberation
from pipeline.registre.depot import lire_contenu, texte_du
from pipeline.registre.ouverture import Registre, consulter
from pipeline.registre.schema import actes, chemins, lectures
from pipeline.registre.texte_cherche import Terme, analyser, pour_fts5

LOT = 100
"""Readings held at once."""


class LectureCourante(NamedTuple):
    """The reading that holds for a document, and where it comes from."""

    contenu: bytes
    """As kept; opened each time it is asked."""
    chemins: tuple[str, ...]
    version: str
    moteur: str
    secondes: float
    faite_le: str

    @property
    def lecture(self) -> Lecture:
        return lire_contenu(self.contenu)

    @property
    def texte(self) -> bytes:
        """Its JSON."""
        return texte_du(self.contenu)


class ActeTrouve(NamedTuple):
    """An act where the words stand. ``chemin``: the first path of its document."""

    sha256: str
    rang: int
    date: datetime.date | None
    collectivite: str | None
    organe: str | None
    numero: str | None
    objet: str | None
    chemin: str | None


def lectures_courantes(
    registre: Registre,
    *,
    depuis: datetime.date | None = None,
    jusqua: datetime.date | None = None,
    collectivite: str | None = None,
    statut: str | None = None,
) -> Iterator[LectureCourante]:
    """The current readings, ordered by body, date and digest (of their first act), the same in every run.

    ``depuis``, ``jusqua`` (both included) and ``collectivite`` (part of the name, whatever the case and accents) keep a
    document when one of its acts meets them all.
    """
    filtres = _filtres(depuis, jusqua, collectivite=collectivite)
    with consulter(registre) as cx:
        ordre = cx.execution_options(stream_results=True, yield_per=LOT).execute(_ordre(cx, filtres, statut))
        for lot in ordre.scalars().partitions(LOT):
            yield from _completer(cx, lot)


def chercher(
    registre: Registre,
    question: str,
    *,
    depuis: datetime.date | None = None,
    jusqua: datetime.date | None = None,
    organe: str | None = None,
    limite: int = 20,
) -> list[ActeTrouve]:
    """The acts where every word of the question stands, the closest first, then the latest (see ``texte_cherche``).

    Raises ErreurDeliberation when the question has no word.
    """
    termes = analyser(question)
    if not termes:
        raise ErreurDeliberation("La question ne contient aucun mot.", "Donnez au moins un mot à chercher.")
    premier = select(func.min(chemins.c.chemin)).where(chemins.c.sha256 == actes.c.sha256).scalar_subquery()
    colonnes = (*(actes.c[nom] for nom in ActeTrouve._fields[:-1]), premier)
    with consulter(registre) as cx:
        demande = select(*colonnes).where(*_filtres(depuis, jusqua, organe=organe))
        demande, pertinence = (_en_postgresql if cx.dialect.name == "postgresql" else _en_sqlite)(demande, termes)
        lignes = cx.execute(
            demande.order_by(pertinence, actes.c.date.desc().nulls_last(), actes.c.sha256, actes.c.rang).limit(limite)
        ).all()
    return [ActeTrouve(*ligne) for ligne in lignes]


def _filtres(
    depuis: datetime.date | None,
    jusqua: datetime.date | None,
    *,
    collectivite: str | None = None,
    organe: str | None = None,
) -> list[ColumnElement[bool]]:
    conditions: list[ColumnElement[bool]] = []
    if depuis is not None:
        conditions.append(actes.c.date >= depuis)
    if jusqua is not None:
        conditions.append(actes.c.date <= jusqua)
    if collectivite is not None:
        conditions.append(actes.c.collectivite_pliee.contains(plier_saisie(collectivite), autoescape=True))
    if organe is not None:
        conditions.append(actes.c.organe_plie.contains(plier_saisie(organe), autoescape=True))
    return conditions


def _ordre(cx: Connection, filtres: Sequence[ColumnElement[bool]], statut: str | None) -> Select[Any]:
    """The ids alone: sorting must not carry the readings themselves."""
    octets = "C" if cx.dialect.name == "postgresql" else "BINARY"  # one order, whatever the server's language
    premiers = (
        select(
            actes.c.lecture_id,
            func.min(func.coalesce(actes.c.collectivite, "").collate(octets)).label("corps"),
            func.min(actes.c.date).label("jour"),
        )
        .where(*filtres)
        .group_by(actes.c.lecture_id)
        .subquery()
    )
    return (
        select(lectures.c.id)
        .join(premiers, premiers.c.lecture_id == lectures.c.id, isouter=not filtres)
        .where(lectures.c.courante.is_(True), *([lectures.c.statut == statut] if statut is not None else []))
        .order_by(func.coalesce(premiers.c.corps, "").collate(octets), premiers.c.jour.nulls_first(), lectures.c.sha256)
    )


def _completer(cx: Connection, ids: Sequence[int]) -> Iterator[LectureCourante]:
    lignes = {x.id: x for x in cx.execute(select(lectures).where(lectures.c.id.in_(ids)))}
    lieux: dict[str, list[str]] = {}
    connus = select(chemins).where(chemins.c.sha256.in_([x.sha256 for x in lignes.values()]))
    for chemin, sha256 in cx.execute(connus):
        lieux.setdefault(sha256, []).append(chemin)
    for numero in ids:
        x = lignes[numero]
        yield LectureCourante(
            x.contenu, tuple(sorted(lieux.get(x.sha256, ()))), x.version, x.moteur, x.secondes, x.faite_le
        )


def _en_sqlite(demande: Select[Any], termes: list[Terme]) -> tuple[Select[Any], ColumnElement[Any]]:
    jointe = demande.select_from(actes).join(text("actes_mots"), literal_column("actes_mots.rowid") == actes.c.id)
    trouves = text("actes_mots MATCH :mots").bindparams(mots=pour_fts5(termes))
    return jointe.where(trouves), literal_column("actes_mots.rank")


def _en_postgresql(demande: Select[Any], termes: list[Terme]) -> tuple[Select[Any], ColumnElement[Any]]:
    francais = literal_column("'greffier'::regconfig", REGCONFIG)
    mots = literal_column("actes.mots", TSVECTOR)
    # Joined by &&, where a term of mere articles ("d'une") counts for nothing; alone, it would find nothing.
    cherches = [_tsquery(francais, terme) for terme in termes]
    cherche = reduce(lambda a, b: a.op("&&")(b), cherches)
    tout = func.plainto_tsquery(francais, " ".join(m for t in termes for m in t.mots))
    return demande.where(mots.op("@@")(cherche)), func.ts_rank(mots, tout).desc()


def _tsquery(francais: ColumnElement[Any], terme: Terme) -> ColumnElement[Any]:
    if terme.debut:
        return func.to_tsquery(francais, " <-> ".join((*terme.mots[:-1], f"{terme.mots[-1]}:*")))
    return func.phraseto_tsquery(francais, " ".join(terme.mots))
