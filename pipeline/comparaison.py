"""What differs between two records, or two readings of one document, leaf by leaf."""

import json
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from typing import Any, NamedTuple

from modeles.lecture import Lecture, feuilles_dites


class Changement(NamedTuple):
    """A leaf that is not the same; None on the side where there is none."""

    pointeur: str
    """JSON Pointer: in what came after, or in what was before for a leaf that is gone."""
    avant: Any
    apres: Any

    @property
    def champ(self) -> str:
        """The field, without the ranks: "seance.date", "presences.presents"."""
        cles = self.pointeur.removeprefix("/deliberations").split("/")[1:]
        return ".".join(x for x in cles if not x.isdigit()) or "acte"


def comparer(avant: Lecture, apres: Lecture) -> list[Changement]:
    """The leaves that changed in the acts of a document, in their order."""
    un, deux = (x.model_dump(mode="json", include={"deliberations"})["deliberations"] for x in (avant, apres))
    return list(comparer_arbres(un, deux, "/deliberations", par_rang=True))


def comparer_arbres(avant: Any, apres: Any, pointeur: str = "", *, par_rang: bool = False) -> Iterator[Changement]:
    """The same for two JSON values. What enters a list or leaves it does not change what follows it there, unless
    ``par_rang``: the acts of a document are compared rank by rank."""
    if isinstance(avant, dict) and isinstance(apres, dict):
        for cle in dict.fromkeys((*avant, *apres)):
            yield from comparer_arbres(avant.get(cle), apres.get(cle), f"{pointeur}/{cle}")
    elif isinstance(avant, list) and isinstance(apres, list):
        for i, j in _rangs(len(avant), len(apres)) if par_rang else _apparier(avant, apres):
            rang = j if j is not None else i
            un = avant[i] if i is not None else None
            yield from comparer_arbres(un, apres[j] if j is not None else None, f"{pointeur}/{rang}")
    else:
        yield from (Changement(p, v, None) for p, v in feuilles_dites(avant, pointeur) if p != pointeur)
        yield from (Changement(p, None, v) for p, v in feuilles_dites(apres, pointeur) if p != pointeur)
        un, deux = (None if isinstance(x, (dict, list)) else x for x in (avant, apres))
        # To Python False is 0; in JSON they are not the same value.
        if (un, isinstance(un, bool)) != (deux, isinstance(deux, bool)):
            yield Changement(pointeur, un, deux)


Paire = tuple[int | None, int | None]


def _rangs(avant: int, apres: int) -> list[Paire]:
    return [(n if n < avant else None, n if n < apres else None) for n in range(max(avant, apres))]


def _apparier(avant: Sequence[Any], apres: Sequence[Any]) -> Iterator[Paire]:
    """Which item of one list is which of the other; None for one that has no like."""
    un, deux = ([json.dumps(x, sort_keys=True) for x in liste] for liste in (avant, apres))
    for genre, i, fin_i, j, fin_j in SequenceMatcher(None, un, deux, autojunk=False).get_opcodes():
        if genre != "equal":
            for a, b in _rangs(fin_i - i, fin_j - j):
                yield (None if a is None else i + a), (None if b is None else j + b)
