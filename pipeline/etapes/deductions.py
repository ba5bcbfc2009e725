"""What follows from what is printed, kept apart from it: each value with its reason, none in the record's fields."""

from collections.abc import Iterator

from modeles.deliberation import Deliberation
from modeles.lecture import Deduction
from pipeline.etapes import identite
from pipeline.etapes.controles import est_present
from pipeline.etapes.regles import quorum_requis
from pipeline.grammaire.teletransmission import analyser_identifiant


def deduire(deliberation: Deliberation, rang: int) -> tuple[Deduction, ...]:
    """What can be derived for the record of this rank (from 0); ``champ`` is a JSON Pointer from the root."""
    trouvees = [d for regle in (_votants, _pour, _quorum, _corps) for d in regle(deliberation)]
    return tuple(d.model_copy(update={"champ": f"/deliberations/{rang}{d.champ}"}) for d in trouvees)


def _presents(d: Deliberation) -> tuple[int, str] | None:
    """Members present in person: the printed count, else the names of the roll with who chairs."""
    if d.effectifs.presents is not None:
        return d.effectifs.presents, f"{d.effectifs.presents} présents imprimés"
    noms = d.presences.presents
    if not noms or d.seance.president is None:
        return None
    preside = est_present(d.seance.president, noms)
    return len(noms) + (not preside), f"{len(noms)} noms à l'appel{'' if preside else ' et qui préside'}"


def _voix(d: Deliberation) -> tuple[int, str] | None:
    """Members who vote: the printed count, else those present and the proxies that they hold."""
    if d.effectifs.votants is not None:
        return d.effectifs.votants, f"{d.effectifs.votants} votants imprimés"
    presents = _presents(d)
    if presents is None or any(p.mandataire is None for p in d.procurations):
        return None
    pouvoirs = len(d.procurations)
    return presents[0] + pouvoirs, f"{presents[1]}, {pouvoirs} pouvoir{'s' * (pouvoirs > 1)}"


def _votants(d: Deliberation) -> Iterator[Deduction]:
    voix = _voix(d)
    if voix is not None and d.effectifs.votants is None:
        yield Deduction(champ="/effectifs/votants", valeur=voix[0], regle="votants.appel", raison=f"{voix[1]}.")


def _pour(d: Deliberation) -> Iterator[Deduction]:
    """Votes in favour: all those who vote, less the votes against and the abstentions, when every other count is known
    or the vote was unanimous."""
    vote, voix = d.decision.vote, _voix(d)
    if voix is None or vote.pour is not None or vote.resultat not in ("adopte", "avis_favorable"):
        return
    dehors = vote.ne_prend_pas_part if vote.ne_prend_pas_part is not None else len(vote.noms_ne_prend_pas_part)
    contre = vote.contre if vote.contre is not None else len(vote.noms_contre)
    abstentions = vote.abstentions if vote.abstentions is not None else len(vote.noms_abstention)
    if not vote.unanimite and not contre + abstentions:
        return  # a majority that is not told
    reste = voix[0] - contre - abstentions - dehors
    if reste <= 0:
        return
    moins = [f"{n} {nom}" for n, nom in ((contre, "contre"), (abstentions, "abstentions"), (dehors, "hors vote")) if n]
    suite = f", moins {', '.join(moins)}." if moins else "."
    raison = f"{'Unanimité' if vote.unanimite else 'Vote'} : {voix[1]}{suite}"
    yield Deduction(champ="/decision/vote/pour", valeur=reste, regle="vote.reste", raison=raison)


def _quorum(d: Deliberation) -> Iterator[Deduction]:
    """The quorum of the day's law, and whether it was met."""
    if d.seance.date is None or d.effectifs.en_exercice is None or d.collectivite is None:
        return
    requis = quorum_requis(d.collectivite.organe, d.seance.date, d.effectifs.en_exercice)
    if requis is None:
        return
    base = f"{requis.minimum} membres sur {d.effectifs.en_exercice} ({requis.source})"
    if d.effectifs.quorum is None:
        yield Deduction(champ="/effectifs/quorum", valeur=requis.minimum, regle="quorum.loi", raison=f"Il faut {base}.")
    presents = _presents(d) if requis.compte == "presents" else _voix(d)
    if presents is None:
        valeur, raison = "indetermine", f"Il faut {base} ; le nombre de présents n'est pas connu."
    elif presents[0] >= requis.minimum:
        valeur, raison = "atteint", f"{presents[1]} ; il en faut {base}."
    else:
        valeur, raison = "non_atteint", f"{presents[1]} ; il en faut {base}, sauf seconde convocation."
    yield Deduction(champ="/quorum", valeur=valeur, regle="quorum.verdict", raison=raison)


def _corps(d: Deliberation) -> Iterator[Deduction]:
    """Of the body, what its ACTES identifier says: SIREN; from public lists name, INSEE code and département."""
    lu = analyser_identifiant(d.teletransmission.identifiant or "")
    if lu is None or not lu.luhn_valide:
        return
    imprime = d.collectivite
    raison = f"Identifiant ACTES {lu.texte}"
    yield Deduction(champ="/collectivite/siren", valeur=lu.siren, regle="corps.siren", raison=f"{raison}.")
    if (imprime is None or imprime.departement is None) and (nom := identite.nom_du_departement(lu.departement)):
        yield Deduction(champ="/collectivite/departement", valeur=nom, regle="corps.departement", raison=f"{raison}.")
    corps = identite.identifier(lu)
    nomme = imprime.nom if imprime else None
    if corps is None or (nomme is not None and not identite.s_accorde(corps, nomme)):
        return
    raison = f"{raison} ; {identite.SOURCE}."
    if nomme is None:
        yield Deduction(champ="/collectivite/nom", valeur=corps.nom, regle="corps.nom", raison=raison)
    if corps.code:
        yield Deduction(champ="/collectivite/code_insee", valeur=corps.code, regle="corps.insee", raison=raison)
