"""Cross-checks of a record: contradictions become anomalies, nothing is repaired, and what cannot be told is not
said."""

import datetime
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise

from modeles.base import Modele
from modeles.deliberation import Deliberation, Personne
from modeles.lecture import Anomalie, Gravite
from modeles.texte import plier
from pipeline.etapes.regles import pouvoirs_permis
from pipeline.grammaire.dates import JOURS
from pipeline.grammaire.teletransmission import analyser_identifiant

_MOIS = (
    "janvier", "février", "mars", "avril", "mai", "juin", "juillet", "août", "septembre", "octobre", "novembre",
    "décembre",
)  # fmt: skip
_ANNEE = re.compile(r"(?<!\d)((?:19|20)\d\d)(?!\d)")
_SIX = re.compile(r"(?<!\d)(\d{2})(\d{2})(\d{2})(?!\d)")


class Contexte(Modele):
    """What the checks need besides the record. ``jour_semaine``: the weekday printed before the session's date,
    folded."""

    jour_semaine: str | None = None
    page: int | None = None


def en_francais(date: datetime.date) -> str:
    """ "24 juin 2021"."""
    return f"{'1er' if date.day == 1 else date.day} {_MOIS[date.month - 1]} {date.year}"


def _anomalie(code: str, champ: str, message: str, gravite: Gravite = "doute", extrait: str | None = None) -> Anomalie:
    return Anomalie(code=code, gravite=gravite, message=message, champ=champ, extrait=extrait)


def _cle(personne: Personne) -> frozenset[str]:
    return frozenset(re.findall(r"\w+", plier(personne.nom_complet)))


def est_present(personne: Personne, presents: Sequence[Personne]) -> bool:
    """Whether one of the presents bears this name, or this part of a name."""
    cle = _cle(personne)
    return any(cle <= _cle(p) or _cle(p) <= cle for p in presents)


def _jour_semaine(d: Deliberation, contexte: Contexte) -> Iterator[Anomalie]:
    date, imprime = d.seance.date, contexte.jour_semaine
    if date and imprime in JOURS and JOURS[date.weekday()] != imprime:
        message = f"Le {en_francais(date)} est un {JOURS[date.weekday()]}, le document imprime « {imprime} »."
        yield _anomalie("date-jour-semaine", "/seance/date", message, extrait=imprime)


def _identifiant(d: Deliberation, _: Contexte) -> Iterator[Anomalie]:
    texte, champ = d.teletransmission.identifiant, "/teletransmission/identifiant"
    lu = analyser_identifiant(texte) if texte else None
    if lu is None:
        return
    if not lu.luhn_valide:
        yield _anomalie(
            "identifiant-siren",
            champ,
            f"Le SIREN {lu.siren} a une clé fausse : un chiffre est sans doute mal lu.",
            extrait=texte,
        )
    if lu.date is None:
        yield _anomalie(
            "identifiant-date", champ, "La date de l'identifiant n'existe pas au calendrier.", extrait=texte
        )
    elif d.seance.date and lu.date != d.seance.date:
        message = (
            f"L'identifiant porte la date du {en_francais(lu.date)}, la séance est du {en_francais(d.seance.date)}."
        )
        yield _anomalie("date-identifiant", "/seance/date", message, extrait=texte)


def _numero(d: Deliberation, _: Contexte) -> Iterator[Anomalie]:
    """The year (or the six-digit day) that the act's number holds, against the session's date."""
    date, numero = d.seance.date, d.numero
    if not date or not numero:
        return
    annees = [int(a) for a in _ANNEE.findall(numero)]
    if annees and date.year not in annees:
        message = f"Le numéro {numero} porte l'année {annees[0]}, la séance est du {en_francais(date)}."
        yield _anomalie("date-numero", "/seance/date", message, extrait=numero)
    for jour, mois, an in _SIX.findall(numero):
        try:
            lue = datetime.date(2000 + int(an), int(mois), int(jour))
        except ValueError:
            continue
        if lue != date and f"{date:%y%m%d}" != jour + mois + an:
            message = f"Le numéro {numero} porte la date du {en_francais(lue)}, la séance est du {en_francais(date)}."
            yield _anomalie("date-numero", "/seance/date", message, extrait=numero)


def _ordre(d: Deliberation, _: Contexte) -> Iterator[Anomalie]:
    """Convocation, session, sending, reception: in this order. A publication comes after the session."""
    s, t = d.seance, d.teletransmission
    suite = (
        ("la convocation", s.date_convocation, "/seance/date_convocation"),
        ("la séance", s.date, "/seance/date"),
        ("l'envoi en préfecture", t.date_envoi, "/teletransmission/date_envoi"),
        ("la réception en préfecture", t.date_reception, "/teletransmission/date_reception"),
    )
    connues = [(nom, date, champ) for nom, date, champ in suite if date]
    couples = list(pairwise(connues))
    if s.date and t.date_publication:
        publication = ("la publication", t.date_publication, "/teletransmission/date_publication")
        couples.append((("la séance", s.date, "/seance/date"), publication))
    for (avant, date_avant, _champ), (apres, date_apres, champ) in couples:
        if date_apres < date_avant:
            sujet = f"{apres[0].upper()}{apres[1:]} ({en_francais(date_apres)})"
            message = f"{sujet} précède {avant} ({en_francais(date_avant)})."
            yield _anomalie("dates-ordre", champ, message)


def _effectifs(d: Deliberation, _: Contexte) -> Iterator[Anomalie]:
    """Printed totals against each other and against the names of the roll."""
    e, p = d.effectifs, d.presences
    for nom, libelle, valeur in (
        ("presents", "présents", e.presents),
        ("votants", "votants", e.votants),
        ("quorum", "de quorum", e.quorum),
    ):
        if e.en_exercice is not None and valeur is not None and valeur > e.en_exercice:
            message = f"{valeur} {libelle} pour {e.en_exercice} membres en exercice."
            yield _anomalie("effectifs-exercice", f"/effectifs/{nom}", message)
    if e.presents is not None and p.presents:
        ecart = e.presents - len(p.presents)
        preside = d.seance.president and not est_present(d.seance.president, p.presents)
        if ecart and not (ecart == 1 and preside):
            message = f"Le document annonce {e.presents} présents, {len(p.presents)} noms ont été lus."
            yield _anomalie("effectifs-presents", "/presences/presents", message)
    noms = len(p.presents) + len(d.procurations)
    if e.en_exercice is not None and p.presents and noms > e.en_exercice:
        message = f"{noms} présents et mandants lus pour {e.en_exercice} membres en exercice."
        yield _anomalie("effectifs-noms", "/effectifs/en_exercice", message)
    if (
        e.votants is not None
        and e.presents is not None
        and e.votants > e.presents + len(d.procurations)
        and d.procurations
    ):
        message = f"{e.votants} votants pour {e.presents} présents et {len(d.procurations)} pouvoirs."
        yield _anomalie("effectifs-votants", "/effectifs/votants", message)
    if e.quorum is not None and e.presents is not None and e.presents < e.quorum:
        yield _anomalie("effectifs-quorum", "/effectifs/quorum", f"{e.presents} présents pour un quorum de {e.quorum}.")


def _procurations(d: Deliberation, _: Contexte) -> Iterator[Anomalie]:
    presents = d.presences.presents
    tenus: Counter[frozenset[str]] = Counter()
    for rang, procuration in enumerate(d.procurations):
        mandataire, champ = procuration.mandataire, f"/procurations/{rang}/mandataire"
        if mandataire is None:
            continue
        tenus[_cle(mandataire)] += 1
        preside = d.seance.president and est_present(mandataire, [d.seance.president])
        if presents and not preside and not est_present(mandataire, presents):
            message = f"{mandataire.nom_complet} porte un pouvoir sans figurer parmi les présents."
            yield _anomalie("pouvoir-absent", champ, message)
        if est_present(procuration.mandant, presents):
            message = f"{procuration.mandant.nom_complet} donne pouvoir et figure aussi parmi les présents."
            yield _anomalie("pouvoir-present", f"/procurations/{rang}/mandant", message)
        permis = d.seance.date and pouvoirs_permis(d.collectivite.organe if d.collectivite else None, d.seance.date)
        if permis and tenus[_cle(mandataire)] == permis[0] + 1:
            message = (
                f"{mandataire.nom_complet} porte plus de {permis[0]} pouvoir{'s' * (permis[0] > 1)} ({permis[1]})."
            )
            yield _anomalie("pouvoirs-nombre", champ, message)


def _vote(d: Deliberation, _: Contexte) -> Iterator[Anomalie]:
    """Counts against voters and against the names given."""
    vote, base = d.decision.vote, "/decision/vote"
    voix = [n for n in (vote.pour, vote.contre, vote.abstentions) if n is not None]
    votants, origine = d.effectifs.votants, "annoncés"
    if votants is None and d.presences.presents:
        votants, origine = len(d.presences.presents) + len(d.procurations) + 1, "au plus"
    if voix and votants is not None and sum(voix) > votants:
        message = f"{sum(voix)} voix comptées (pour, contre, abstentions) pour {votants} votants {origine}."
        yield _anomalie("vote-total", base + "/pour", message)
    listes = (
        ("contre", vote.contre, vote.noms_contre, "noms_contre"),
        ("abstentions", vote.abstentions, vote.noms_abstention, "noms_abstention"),
        ("ne prend pas part", vote.ne_prend_pas_part, vote.noms_ne_prend_pas_part, "noms_ne_prend_pas_part"),
    )
    for nom, nombre, noms, champ in listes:
        if nombre is not None and len(noms) > nombre:
            message = f"{len(noms)} noms pour {nombre} « {nom} » comptés."
            yield _anomalie("vote-noms", f"{base}/{champ}", message)
    if vote.unanimite and vote.contre:
        yield _anomalie("vote-unanimite", base + "/unanimite", f"Unanimité imprimée avec {vote.contre} voix contre.")


def _secretaire(d: Deliberation, _: Contexte) -> Iterator[Anomalie]:
    secretaire = d.seance.secretaire
    if secretaire and d.presences.presents and not est_present(secretaire, d.presences.presents):
        message = f"{secretaire.nom_complet}, secrétaire de séance, ne figure pas parmi les présents."
        yield _anomalie("secretaire-absent", "/seance/secretaire", message, "info")


CONTROLES = (_jour_semaine, _identifiant, _numero, _ordre, _effectifs, _procurations, _vote, _secretaire)


def controler(deliberation: Deliberation, rang: int, contexte: Contexte | None = None) -> tuple[Anomalie, ...]:
    """The contradictions of the record of this rank (from 0); ``champ`` is a JSON Pointer from the root of the
    reading."""
    contexte = contexte or Contexte()
    return tuple(
        a.model_copy(update={"champ": f"/deliberations/{rang}{a.champ}", "page": contexte.page})
        for controle in CONTROLES
        for a in controle(deliberation, contexte)
    )
