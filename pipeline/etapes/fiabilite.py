"""How likely each value is right: what is known of it, weighed by a table of counts (``corrections/fiabilite.tsv``).

The legibility of the words says little of the grammar that read them; the rule, the checks that agree or do not, what
else is missing from the act say more. Each is an *index*; the table gives its weight in log-odds, fitted by
``python -m outils.fiabilite`` on generated documents whose layouts the grammar was not written for.
"""

import math
import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from typing import NamedTuple

from corrections import charger
from modeles.deliberation import Deliberation
from modeles.lecture import Anomalie, Source
from pipeline.etapes.controles import est_present

_CIVILITE = re.compile(r"(?:M|MM|Mme|Mmes|Mlle|Mr)\.?|Monsieur|Madame|Messieurs|Mesdames")
_LONGS = ("visas", "considerants", "decision.articles", "objet", "collectivite.nom", "seance.lieu")
"""Fields of running text: their worst word is often poor, and says less."""
SUITES = ("lecture-incertaine", "valeur-incertaine")
"""Anomalies that say how surely a value was read."""
_BORNES = (0.3, 0.6, 0.85, 0.92)
_VOIX = ("decision.vote.pour", "decision.vote.contre", "decision.vote.abstentions")
_ROLE = ("presences.presents", "presences.absents", "presences.excuses", "procurations")
_CITES = (
    "seance.secretaire", "rapporteur", "decision.vote.noms_contre", "decision.vote.noms_abstention",
    "decision.vote.noms_ne_prend_pas_part",
)  # fmt: skip


class Contexte(NamedTuple):
    """What is known of the act beside the value: worked out once, for all its values."""

    deliberation: Deliberation
    alertes: tuple[str, ...]
    """Pointers of the fields that the checks put in doubt, from the act."""
    actes: int
    """Acts of the document."""
    lacunes: int
    """Fields that every act prints and that were not found."""
    preside: bool
    """Who chairs is not among the names of the roll."""
    usuelle: int
    """Capitalised words that most names of the roll have."""


def estimer(
    deliberations: Sequence[Deliberation], sources: Mapping[str, Source], anomalies: Sequence[Anomalie]
) -> dict[str, Source]:
    """The sources, their ``confiance`` estimated. Keys are JSON Pointers from the root of the reading."""
    poids, contextes = _poids(), contextes_de(deliberations, anomalies)
    tetes = {p: principale(p, sources) for p in sources}
    chances = {
        t: _chance(sum(poids.get(i, 0.0) for i in indices_de(t, sources[t], contextes)))
        for t in dict.fromkeys(tetes.values())
    }
    return {p: s.model_copy(update={"confiance": chances[tetes[p]]}) for p, s in sources.items()}


def principale(pointeur: str, sources: Mapping[str, Source]) -> str:
    """The leaf that stands for an item: the full name of a person, the name of a signatory, the text of an article."""
    base = pointeur.rsplit("/", 1)[0]
    return next(
        (p for f in ("nom_complet", "texte") if (p := f"{base}/{f}") in sources), _signataire(pointeur, sources)
    )


def _signataire(pointeur: str, sources: Mapping[str, Source]) -> str:
    nom = pointeur.removesuffix("/qualite") + "/nom"
    return nom if pointeur.endswith("/qualite") and nom in sources else pointeur


def contextes_de(deliberations: Sequence[Deliberation], anomalies: Sequence[Anomalie]) -> list[Contexte]:
    """One an act. The anomalies that follow from the confidence itself are left out: they cannot make it."""
    alertes: list[list[str]] = [[] for _ in deliberations]
    for a in anomalies:
        lu = re.match(r"/deliberations/(\d+)/(.*)", a.champ or "")
        if lu and a.gravite != "info" and a.code not in SUITES:
            alertes[int(lu[1])].append(lu[2])
    return [_contexte(d, x, len(deliberations)) for d, x in zip(deliberations, alertes, strict=True)]


def _contexte(d: Deliberation, alertes: Sequence[str], actes: int) -> Contexte:
    noms = d.presences.presents
    longueurs = sorted(sum(m[0].isupper() for m in p.nom_complet.split()) for p in noms)
    return Contexte(
        d, tuple(alertes), actes,
        lacunes=_lacunes(d),
        preside=bool(d.seance.president and noms and not est_present(d.seance.president, noms)),
        usuelle=longueurs[len(longueurs) // 2] if longueurs else 2,
    )  # fmt: skip


def indices_de(pointeur: str, source: Source, contextes: Sequence[Contexte]) -> tuple[str, ...]:
    """The indices of one value, by name."""
    _, _, rang, *suite = pointeur.split("/")
    return tuple(indices("/".join(suite), source, contextes[int(rang)]))


def indices(chemin: str, source: Source, contexte: Contexte) -> Iterator[str]:
    """What is known of the value at a path of its act ("presences/presents/3/nom_complet")."""
    champ = champ_de(chemin)
    yield "base"
    yield f"champ:{champ}"
    yield f"regle:{source.regle}"
    longueur = "texte" if champ in _LONGS else "court"
    yield f"lisible:{longueur}:{sum(source.lisibilite >= b for b in _BORNES)}"
    if source.nature == "corrige":
        yield f"corrige:{longueur}"
    yield f"temoin:{champ}:{_temoin(champ, source, contexte)}"
    if any(chemin.startswith(a) or a.startswith(chemin.rsplit("/", 1)[0]) for a in contexte.alertes):
        yield "alerte:champ"
    yield f"alertes:{min(len(contexte.alertes), 3)}"
    yield f"lacunes:{min(contexte.lacunes, 3)}"
    yield f"actes:{min(contexte.actes, 2)}"
    yield from _forme(champ, source, contexte.usuelle)


def champ_de(chemin: str) -> str:
    """The field of a path, ranks and parts of a person left out: "presences.presents"."""
    personnes = ("nom_complet", "nom", "prenom", "civilite", "mandant", "mandataire")
    parts = [p for p in chemin.split("/") if not p.isdigit()]
    while len(parts) > 1 and parts[-1] in personnes and parts[0] != "collectivite":
        parts.pop()
    if parts[0] == "signataires" or parts[:2] == ["decision", "articles"] or parts[0] in ("visas", "considerants"):
        parts = parts[: 2 if parts[0] == "decision" else 1]
    return ".".join(parts)


def _forme(champ: str, source: Source, usuelle: int) -> Iterator[str]:
    """Whether the value looks like what the field holds."""
    if champ in _ROLE or champ in _CITES or champ in ("seance.president", "signataires"):
        if champ in _ROLE:
            lettres = sum(m[0].isupper() and not _CIVILITE.fullmatch(m) for m in source.brut.split())
            yield f"forme:nom:{max(-2, min(lettres - usuelle, 3))}"  # words, against those of most members
        if any(c.isdigit() for c in source.brut):
            yield "forme:nom:chiffre"
    elif champ in _LONGS:
        yield f"forme:{champ}:{sum(len(source.brut) >= n for n in (15, 40, 120, 300))}"
        if source.brut[:1].islower() and champ in ("objet", "decision.articles"):
            yield f"forme:{champ}:minuscule"


def _lacunes(d: Deliberation) -> int:
    """Fields that every act prints and that were not found."""
    nom = d.collectivite.nom if d.collectivite else None
    presque_tous = (d.seance.date, d.objet, nom, d.decision.vote.resultat, d.presences.presents, d.decision.articles)
    return sum(not x for x in presque_tous)


def _temoin(champ: str, source: Source, contexte: Contexte) -> str:
    """What another field of the act says of this one: "juste", "faux", or "muet"."""
    d, dit = contexte.deliberation, None
    if champ in _ROLE or champ in ("effectifs.presents", "effectifs.en_exercice", "effectifs.votants"):
        dit = _role_compte(champ, contexte)
    elif champ in _VOIX or champ == "decision.vote.unanimite":
        dit = _voix_comptees(d)
    elif champ in ("seance.date", "numero", "seance.date_convocation"):
        dit = _dates(champ, d)
    elif champ in _CITES and d.presences.presents:
        dit = any(_cite(source.brut, p.nom) for p in d.presences.presents)
    elif champ == "seance.president" and d.signataires:
        dit = any(_cite(source.brut, s.nom) or _cite(s.nom, source.brut) for s in d.signataires)
    elif champ == "signataires" and d.seance.president:
        tenu = [p for p in (d.seance.president, d.seance.secretaire) if p]
        dit = any(_cite(source.brut, p.nom) for p in tenu)
    return "muet" if dit is None else "juste" if dit else "faux"


def _cite(brut: str, nom: str) -> bool:
    return nom.casefold() in brut.casefold()


def _role_compte(champ: str, contexte: Contexte) -> bool | None:
    """The names of the roll make the printed counts."""
    d = contexte.deliberation
    e, p = d.effectifs, d.presences
    presents = {len(p.presents), len(p.presents) + contexte.preside}
    if champ in ("presences.presents", "effectifs.presents") and e.presents is not None and p.presents:
        return e.presents in presents
    if champ in ("procurations", "presences.presents", "effectifs.votants") and e.votants is not None and p.presents:
        return e.votants in {n + len(d.procurations) for n in presents}
    if e.en_exercice is None or not p.presents:
        return None
    dehors = len({x.nom_complet for x in (*p.absents, *p.excuses, *(q.mandant for q in d.procurations))})
    return e.en_exercice in {n + dehors for n in presents} or None


def _voix_comptees(d: Deliberation) -> bool | None:
    """The votes cast are those who may vote, or unanimity goes with no vote against."""
    vote, votants = d.decision.vote, d.effectifs.votants
    voix = [n for n in (vote.pour, vote.contre, vote.abstentions) if n is not None]
    if not voix:
        return None
    if votants is None:
        votants = len(d.presences.presents) + len(d.procurations)
        return None if not d.presences.presents else True if votants - 1 <= sum(voix) <= votants + 1 else None
    return sum(voix) == votants or (votants - 3 <= sum(voix) < votants and None)


def _dates(champ: str, d: Deliberation) -> bool | None:
    s = d.seance
    if s.date is None:
        return None
    if champ == "seance.date_convocation":
        return None if s.date_convocation is None else 0 <= (s.date - s.date_convocation).days <= 31
    annees = re.findall(r"(?<!\d)(?:19|20)\d\d(?!\d)", d.numero or "")
    if annees:
        return str(s.date.year) in annees
    if champ == "seance.date" and d.teletransmission.identifiant:
        return f"{s.date:%Y%m%d}" in d.teletransmission.identifiant
    return None


@cache
def _poids() -> dict[str, float]:
    return {r["indice"]: float(r["poids"]) for r in charger("fiabilite")}


def _chance(cote: float) -> float:
    return round(1 / (1 + math.exp(-cote)), 3)
