"""What stands in a vote without being its count: amendments voted before, roll calls by name, totals of the ballot."""

import re
from collections.abc import Callable, Sequence
from typing import Any

from modeles.deliberation import Personne
from modeles.lecture import Trouvaille
from modeles.texte import Passage
from pipeline.grammaire.votes import PHRASE

Nommer = Callable[[Passage], tuple[Trouvaille[Personne], ...]]

AMENDEMENT = re.compile(r"\bamendements?\b")
"""A sentence that votes on an amendment, not on the act."""
VOIX_NOMINALE = re.compile(r":\s(?P<sens>oui|non|pour|contre|abstention|s'abstient)\b\s{0,2}(?:[;,.]|$)")
"""One voice of a roll call: "M. DUPONT : oui ;"."""
TOTAL = re.compile(
    r"(?:nombre\sde\s)?(?:votants|suffrages\sexprimes|majorite\sabsolue)[\s.…:]{1,60}\d{1,3}(?=\s{0,3}(?:\n|$|[a-z]))"
)
"""A total of the ballot, on its line: "Nombre de votants .... 13"."""
COMPTE_SEUL = re.compile(r"\d{1,3}\s(?:voix\s)?(?:pour|contre|abstentions?)\W{0,2}")
"""A count alone on its line: "15 pour"."""
APPEL = 4
"""Voices from which a paragraph is a roll call."""


def depouiller(passages: Sequence[Passage], nommer: Nommer) -> tuple[list[Passage], dict[str, Any]]:
    """(the passages where the counts of the act are, the names that a roll call gives to "contre" and "abstention")."""
    noms: dict[str, list[Trouvaille[Personne]]] = {}
    gardes: list[Passage] = []
    for passage in passages:
        voix = list(VOIX_NOMINALE.finditer(passage.plie))
        if len(voix) >= APPEL:
            _ranger(passage, voix, nommer, noms)
            continue
        gardes += _sans_totaux(_sans_amendement(passage))
    return _en_colonne(gardes), {champ: tuple(trouves) for champ, trouves in noms.items()}


def _ranger(
    passage: Passage, voix: Sequence[re.Match[str]], nommer: Nommer, noms: dict[str, list[Trouvaille[Personne]]]
) -> None:
    """Each name to its voice."""
    debut = 0
    for m in voix:
        champ = {"non": "noms_contre", "contre": "noms_contre", "abstention": "noms_abstention",
                 "s'abstient": "noms_abstention"}.get(m["sens"])  # fmt: skip
        if champ:
            noms.setdefault(champ, []).extend(nommer(passage.extrait(debut, m.start()))[-1:])
        debut = m.end()


def _sans_amendement(passage: Passage) -> list[Passage]:
    if not AMENDEMENT.search(passage.plie):
        return [passage]
    return [p for p in passage.couper(m.end() for m in PHRASE.finditer(passage.texte)) if not AMENDEMENT.search(p.plie)]


def _sans_totaux(passages: Sequence[Passage]) -> list[Passage]:
    gardes: list[Passage] = []
    for passage in passages:
        debut = 0
        for m in TOTAL.finditer(passage.plie):
            gardes.append(passage.extrait(debut, m.start()))
            debut = m.end()
        gardes.append(passage.extrait(debut, len(passage.texte)) if debut else passage)
    return [p for p in gardes if p.texte]


def _en_colonne(passages: Sequence[Passage]) -> list[Passage]:
    """Counts one under the other joined: alone, "15 pour" says too little."""
    sorties: list[Passage] = []
    colonne = False
    for passage in passages:
        seul = COMPTE_SEUL.fullmatch(passage.plie.strip()) is not None
        if seul and colonne:
            sorties[-1] = Passage.joindre([sorties[-1], passage], ", ")
        else:
            sorties.append(passage)
        colonne = seul
    return sorties
