"""What a person settled takes the place of what was read. Pure: a reading and decisions in, a reading out.

The ``Source`` of a settled leaf says so. Where the reading had a place for it, the place and the raw words stay, since
that is where to look; where it had none, there is none, and no legibility. ``regle`` is "decision" and ``nature``
"corrige" (repaired, here by a person, whom ``corrections`` names) unless the reading agreed: it was read so, and the
person vouches for it. ``confiance`` is 1 in all cases.
"""

import json
from collections.abc import Sequence
from copy import deepcopy
from typing import Any

from modeles.decision import DecisionHumaine
from modeles.deliberation import Deliberation
from modeles.fiche import DECISION
from modeles.lecture import Anomalie, Lecture, Source, feuilles_dites, suivre

REGLE = "decision"
_REFUS = (KeyError, IndexError, TypeError, ValueError)  # pydantic's ValidationError is a ValueError

Arbre = dict[str, Any]


def appliquer_decisions(lecture: Lecture, decisions: Sequence[DecisionHumaine], *, contredire: bool = True) -> Lecture:
    """The reading with the decisions in it, in the order in which they were taken; the last at a pointer holds.

    With ``contredire``, what the reading had found otherwise is an anomaly that shows both ("decision-contredite"). A
    decision whose place is no longer there, or that no longer makes a valid record, is one too
    ("decision-inapplicable").
    """
    dernieres = _dernieres(decisions)
    if not dernieres:
        return lecture
    lu = lecture.model_dump(mode="json", include={"deliberations"})
    tenues = _tenables(lu, dernieres)
    deliberations = _poser(lu, tenues)
    tranche = {"deliberations": [d.model_dump(mode="json") for d in deliberations]}
    sources, dits = dict(lecture.sources), list[Anomalie]()
    for decision in tenues:
        _sourcer(sources, lecture, decision, lu, tranche)
        if contredire and (contre := _contredite(decision, lu, tranche)):
            dits.append(contre)
    dits += [_inapplicable(d) for d in dernieres if d not in tenues]
    changes = [d.pointeur for d in tenues if _valeur(lu, d.pointeur) != _valeur(tranche, d.pointeur)]
    return lecture.model_copy(
        update={
            "deliberations": deliberations,
            "sources": sources,
            "anomalies": (*(_regler(a, tenues) for a in lecture.anomalies), *dits),
            "deductions": tuple(x for x in lecture.deductions if not _sous(x.champ, changes)),
            "references": tuple(x for x in lecture.references if not _sous(x.champ, changes)),
            "effets": tuple(x for x in lecture.effets if not _sous(x.champ, changes)),
        }
    )


def _dernieres(decisions: Sequence[DecisionHumaine]) -> list[DecisionHumaine]:
    par_pointeur: dict[str, DecisionHumaine] = {}
    for decision in decisions:
        par_pointeur.pop(decision.pointeur, None)
        par_pointeur[decision.pointeur] = decision
    return list(par_pointeur.values())


def _tenables(lu: Arbre, decisions: Sequence[DecisionHumaine]) -> list[DecisionHumaine]:
    """Those that make a valid record together: a person may settle a name in two fields, valid only as a whole."""
    try:
        _poser(lu, decisions)
    except _REFUS:
        tenues: list[DecisionHumaine] = []
        for decision in decisions:
            try:
                _poser(lu, [*tenues, decision])
            except _REFUS:
                continue
            tenues.append(decision)
        return tenues
    return list(decisions)


def _poser(lu: Arbre, decisions: Sequence[DecisionHumaine]) -> tuple[Deliberation, ...]:
    arbre = deepcopy(lu)
    for decision in decisions:
        *parents, cle = decision.pointeur.split("/")[1:]
        noeud = arbre
        for parent in parents:
            noeud = _descendre(noeud, parent)
        if isinstance(noeud, list):
            rang = _rang(cle)
            noeud[rang : rang + 1] = [decision.valeur]
            if rang >= len(noeud):
                raise IndexError(decision.pointeur)
        else:
            noeud[cle] = decision.valeur
    return tuple(Deliberation.model_validate_json(json.dumps(d)) for d in arbre["deliberations"])


def _descendre(noeud: Any, cle: str) -> Any:
    if isinstance(noeud, list):
        return noeud[_rang(cle)]
    if noeud[cle] is None:
        noeud[cle] = {}
    return noeud[cle]


def _rang(cle: str) -> int:
    if not cle.isdigit():
        raise KeyError(cle)
    return int(cle)


def _sourcer(
    sources: dict[str, Source], lecture: Lecture, decision: DecisionHumaine, lu: Arbre, tranche: Arbre
) -> None:
    """One source a non-null leaf of the settled value, none for what it removed."""
    for pointeur in [p for p in sources if _sous(p, [decision.pointeur])]:
        del sources[pointeur]
    trace = f"{DECISION}{decision.auteur}"
    for pointeur, valeur in feuilles_dites(_valeur(tranche, decision.pointeur), decision.pointeur):
        lue = lecture.sources.get(pointeur)
        if lue is None:
            sources[pointeur] = Source(
                endroits=(), brut="", lisibilite=0.0, confiance=1.0, regle=REGLE, nature="corrige", corrections=(trace,)
            )
            continue
        change: Arbre = {"confiance": 1.0, "corrections": (*(c for c in lue.corrections if c != trace), trace)}
        if valeur != _valeur(lu, pointeur):
            change |= {"regle": REGLE, "nature": "corrige"}
        sources[pointeur] = lue.model_copy(update=change)


def _valeur(arbre: Arbre, pointeur: str) -> Any:
    """What stands there; None when there is no such place."""
    try:
        return suivre(arbre, pointeur.split("/")[1:])
    except _REFUS:
        return None


def _sous(champ: str | None, pointeurs: Sequence[str]) -> bool:
    return champ is not None and any(f"{champ}/".startswith(f"{p}/") for p in pointeurs)


def _regler(anomalie: Anomalie, decisions: Sequence[DecisionHumaine]) -> Anomalie:
    """A doubt at a settled place is settled: it stays, for the record, and asks for nothing more. So is the absence of
    a group of fields when one of them was settled."""
    champ = anomalie.champ
    if anomalie.gravite == "info" or champ is None:
        return anomalie
    regle = _sous(champ, [d.pointeur for d in decisions]) or (
        anomalie.code.endswith(("-absent", "-absente"))
        and any(d.valeur is not None and _sous(d.pointeur, [champ]) for d in decisions)
    )
    message = f"Tranché par une personne. {anomalie.message}"
    return anomalie.model_copy(update={"gravite": "info", "message": message}) if regle else anomalie


def _contredite(decision: DecisionHumaine, lu: Arbre, tranche: Arbre) -> Anomalie | None:
    """Nothing read is no contradiction: the person filled a gap that is still one."""
    lue, tenue = _valeur(lu, decision.pointeur), _valeur(tranche, decision.pointeur)
    if lue == tenue or lue is None or lue == []:
        return None
    return Anomalie(
        code="decision-contredite", gravite="doute", champ=decision.pointeur, extrait=_dire(lue),
        message=f"Lu « {_dire(lue)} » ; « {_dire(tenue)} » est gardé, décidé par {decision.auteur} "
        f"le {decision.pris_le:%d/%m/%Y}. Vérifiez sur l'image lequel est juste.",
    )  # fmt: skip


def _inapplicable(decision: DecisionHumaine) -> Anomalie:
    return Anomalie(
        code="decision-inapplicable", gravite="doute", champ=decision.pointeur,
        message=f"« {_dire(decision.valeur)} », décidé par {decision.auteur} le {decision.pris_le:%d/%m/%Y}, n'a plus "
        "sa place dans cette lecture : décidez de nouveau.",
    )  # fmt: skip


def _dire(valeur: Any) -> str:
    return valeur if isinstance(valeur, str) else json.dumps(valeur, ensure_ascii=False)
