"""Dated rules of law, as data: how many members make a quorum, how many proxies one of them may hold."""

import datetime
from collections.abc import Mapping
from typing import Literal, NamedTuple

from corrections import charger
from modeles.texte import plier


class Quorum(NamedTuple):
    """What a body needs to deliberate (CGCT L.2121-17 and its dated exceptions)."""

    minimum: int
    compte: Literal["presents", "presents_representes"]
    """Whether members who gave a proxy count."""
    source: str


def _en_vigueur(table: str, organe: str | None, date: datetime.date) -> list[Mapping[str, str]]:
    cle, jour = plier(organe or "").strip(), date.isoformat()
    siennes = (r for r in charger(table) if r["organe"] == "*" or cle.startswith(r["organe"]))
    return [r for r in siennes if r["debut"] <= jour <= (r["fin"] or "9999")]


def pouvoirs_permis(organe: str | None, date: datetime.date) -> tuple[int, str] | None:
    """How many proxies one member of this body might hold on this day, and the text that says so. None: not known."""
    return max(((int(r["maximum"]), r["source"]) for r in _en_vigueur("pouvoirs", organe, date)), default=None)


def quorum_requis(organe: str | None, date: datetime.date, en_exercice: int) -> Quorum | None:
    """The fewest members that a body of ``en_exercice`` members needed on this day. None: not known."""
    parts = {"majorite": en_exercice // 2 + 1, "tiers": -(-en_exercice // 3)}
    regles = [
        Quorum(parts[r["part"]], "presents" if r["compte"] == "presents" else "presents_representes", r["source"])
        for r in _en_vigueur("quorum", organe, date)
    ]
    return min(regles, key=lambda q: q.minimum, default=None)
