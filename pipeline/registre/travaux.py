"""The queue: which documents are to be read, who reads them, what became of them.

A claim is a lease: a process that dies lets it lapse, and another takes the document. Claiming is atomic across
processes and machines: SQLite has one writer at a time (BEGIN IMMEDIATE), PostgreSQL skips the rows that others are
claiming.
"""

import time
from collections.abc import Iterable, Iterator, Sequence
from datetime import UTC, datetime
from itertools import islice
from typing import Any, NamedTuple, TypeVar

from sqlalchemy import Connection, Table, func, select, text, update
from sqlalchemy.dialects import postgresql, sqlite

from pipeline.erreurs import ErreurRegistre
from pipeline.registre.ouverture import Registre, consulter, ecrire
from pipeline.registre.schema import ETATS, chemins, documents, travaux

T = TypeVar("T")

TRANCHE = 500
"""Documents registered in one transaction."""
SANS_NOUVELLES = 3
"""Claims that may lapse before a document is set aside: what kills its reader each time must not stop the others."""


class Scan(NamedTuple):
    """A file to read, as found: the same ``sha256`` under two paths is one document."""

    chemin: str
    sha256: str
    octets: int


def inscrire(registre: Registre, scans: Iterable[Scan]) -> int:
    """Register files; those whose content is new join the queue. How many are new.

    A path known for another content now leads to this one. What was already read is left as it is.
    """
    nouveaux = 0
    for tranche in _tranches(scans):
        with ecrire(registre) as cx:
            nouveaux += _inscrire(cx, tranche)
    return nouveaux


def prendre(registre: Registre, proprietaire: str, bail_secondes: float) -> str | None:
    """Claim a document for ``bail_secondes``: its sha256; None when nothing is left to claim. Fewest attempts first."""
    with ecrire(registre) as cx:
        maintenant = _horloge(cx)
        echu = (travaux.c.etat == "en_cours") & (travaux.c.bail < maintenant)
        raison = f"La lecture s'est arrêtée {SANS_NOUVELLES} fois sans rien dire, sans doute faute de mémoire."
        ecarter = {"etat": "quarantaine", "proprietaire": None, "bail": None, "raison": raison, "maj_le": instant()}
        cx.execute(update(travaux).where(echu, travaux.c.essais >= SANS_NOUVELLES).values(ecarter))
        for condition in (travaux.c.etat == "attente", echu):
            sha256 = cx.execute(
                select(travaux.c.sha256)
                .where(condition)
                .order_by(travaux.c.essais, travaux.c.sha256)
                .limit(1)
                .with_for_update(skip_locked=True)
            ).scalar()
            if sha256 is not None:
                _noter(
                    cx, sha256, etat="en_cours", essais=travaux.c.essais + 1, proprietaire=proprietaire,
                    bail=maintenant + bail_secondes,
                )  # fmt: skip
                return str(sha256)
    return None


def prolonger(registre: Registre, sha256: str, proprietaire: str, bail_secondes: float) -> bool:
    """Renew a claim; False when it is no longer ours (it lapsed and another process has the document)."""
    with ecrire(registre) as cx:
        fait = cx.execute(
            update(travaux)
            .where(_tenu(sha256, proprietaire))
            .values(bail=_horloge(cx) + bail_secondes, maj_le=instant())
        )
        return fait.rowcount == 1


def rendre(registre: Registre, sha256: str, proprietaire: str) -> bool:
    """Give a document back unread (a stop was asked): the attempt does not count. False when it is no longer ours."""
    with ecrire(registre) as cx:
        fait = cx.execute(
            update(travaux)
            .where(_tenu(sha256, proprietaire))
            .values(etat="attente", essais=travaux.c.essais - 1, proprietaire=None, bail=None, maj_le=instant())
        )
        return fait.rowcount == 1


def echouer(registre: Registre, sha256: str, raison: str, code: int, *, essais_max: int = 2) -> str:
    """Note a failure: back to "attente" until ``essais_max`` attempts were made, then "quarantaine". The new state."""
    with ecrire(registre) as cx:
        ligne = cx.execute(
            select(travaux.c.etat, travaux.c.essais).where(travaux.c.sha256 == sha256).with_for_update()
        ).one_or_none()
        if ligne is None:
            raise inconnu(sha256)
        essais = ligne.essais + (ligne.etat != "en_cours")  # a claim has counted it already
        etat = "quarantaine" if essais >= essais_max else "attente"
        _noter(cx, sha256, etat=etat, essais=essais, raison=raison, code=code, proprietaire=None, bail=None)
        return etat


def reprendre(registre: Registre, sha256s: Sequence[str] | None = None) -> int:
    """Put documents set aside (all, or these) back in the queue, their attempts forgotten. How many."""
    a_reprendre = travaux.c.etat.in_(("quarantaine", "echec"))
    remis = update(travaux).values(
        etat="attente", essais=0, raison=None, code=None, proprietaire=None, bail=None, maj_le=instant()
    )
    with ecrire(registre) as cx:
        if sha256s is None:
            return int(cx.execute(remis.where(a_reprendre)).rowcount)
        return sum(
            int(cx.execute(remis.where(a_reprendre, travaux.c.sha256.in_(t))).rowcount) for t in _tranches(sha256s)
        )


def compter_etats(registre: Registre) -> dict[str, int]:
    """How many documents are in each state, all states named."""
    with consulter(registre) as cx:
        lignes = cx.execute(select(travaux.c.etat, func.count()).group_by(travaux.c.etat)).all()
    nombres = {ligne[0]: ligne[1] for ligne in lignes}
    return {etat: nombres.get(etat, 0) for etat in ETATS}


def chemins_de(registre: Registre, sha256: str) -> list[str]:
    """The paths of a document, sorted."""
    with consulter(registre) as cx:
        return list(
            cx.execute(select(chemins.c.chemin).where(chemins.c.sha256 == sha256).order_by(chemins.c.chemin)).scalars()
        )


# --- Used by the other writers ----------------------------------------------------------------------------------------


def instant() -> str:
    """Now, as the database keeps it."""
    return datetime.now(UTC).isoformat(timespec="seconds")


def inserer(cx: Connection, table: Table) -> Any:
    """An INSERT that knows ON CONFLICT, of the dialect at hand."""
    return postgresql.insert(table) if cx.dialect.name == "postgresql" else sqlite.insert(table)


def verrouiller(cx: Connection, sha256: str) -> None:
    """One writer at a time for a document. Raises ErreurRegistre when it is unknown."""
    trouve = cx.execute(select(documents.c.sha256).where(documents.c.sha256 == sha256).with_for_update()).scalar()
    if trouve is None:
        raise inconnu(sha256)


def inconnu(sha256: str) -> ErreurRegistre:
    return ErreurRegistre(f"Le registre ne connaît pas le document {sha256[:12]}….", "Inscrivez-le d'abord.")


def _inscrire(cx: Connection, scans: Sequence[Scan]) -> int:
    vu_le = instant()
    uniques = {s.sha256: {"sha256": s.sha256, "octets": s.octets, "vu_le": vu_le} for s in scans}
    connus = set(cx.execute(select(documents.c.sha256).where(documents.c.sha256.in_(list(uniques)))).scalars())
    nouveaux = [uniques[sha] for sha in sorted(uniques.keys() - connus)]
    if nouveaux:
        cx.execute(inserer(cx, documents).on_conflict_do_nothing(), nouveaux)
        file = [{"sha256": d["sha256"], "etat": "attente", "essais": 0, "maj_le": vu_le} for d in nouveaux]
        cx.execute(inserer(cx, travaux).on_conflict_do_nothing(), file)
    lieux = inserer(cx, chemins)
    lieux = lieux.on_conflict_do_update(index_elements=["chemin"], set_={"sha256": lieux.excluded.sha256})
    cx.execute(lieux, [{"chemin": c, "sha256": s} for c, s in sorted({s.chemin: s.sha256 for s in scans}.items())])
    return len(nouveaux)


def _tranches(elements: Iterable[T]) -> Iterator[list[T]]:
    suite = iter(elements)
    while tranche := list(islice(suite, TRANCHE)):
        yield tranche


def _tenu(sha256: str, proprietaire: str) -> Any:
    return (travaux.c.sha256 == sha256) & (travaux.c.etat == "en_cours") & (travaux.c.proprietaire == proprietaire)


def _noter(cx: Connection, sha256: str, **valeurs: Any) -> None:
    cx.execute(update(travaux).where(travaux.c.sha256 == sha256).values(maj_le=instant(), **valeurs))


def _horloge(cx: Connection) -> float:
    """One clock for all: the server's, where machines share one."""
    if cx.dialect.name == "postgresql":
        return float(cx.execute(text("SELECT extract(epoch FROM clock_timestamp())")).scalar_one())
    return time.time()
