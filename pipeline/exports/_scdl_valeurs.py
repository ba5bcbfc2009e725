"""The 17 values of a SCDL row, each printed or inferred by a rule that is told; and what a row must hold."""

import re
from collections.abc import Mapping
from functools import cache

from corrections import charger
from modeles.fiche import Fiche
from modeles.texte import plier
from pipeline.grammaire.teletransmission import analyser_identifiant
from pipeline.sirets import siret_du_siege, siret_valide

COLONNES = (
    "COLL_NOM", "COLL_SIRET", "DELIB_ID", "DELIB_DATE", "DELIB_MATIERE_CODE", "DELIB_MATIERE_NOM", "DELIB_OBJET",
    "BUDGET_ANNEE", "BUDGET_NOM", "PREF_ID", "PREF_DATE", "VOTE_EFFECTIF", "VOTE_REEL", "VOTE_POUR", "VOTE_CONTRE",
    "VOTE_ABSTENTION", "DELIB_URL",
)  # fmt: skip
VOTES = tuple(c for c in COLONNES if c.startswith("VOTE_"))
Valeurs = dict[str, str]
"""Column -> value; "" where there is none."""


def evaluer(fiche: Fiche, sirets: Mapping[str, str]) -> tuple[Valeurs, tuple[str, ...]]:
    """The row of a record, and what is to be said of it in French. ``sirets``: folded name of a body -> SIRET."""
    deduit = {d.champ: d for d in fiche.deductions}
    remarques: list[str] = []
    imprime = fiche.collectivite.nom if fiche.collectivite else None
    nom = imprime or _texte(deduit, "/collectivite/nom")
    if nom and not imprime:
        remarques.append(f"COLL_NOM n'est pas imprimé : {deduit['/collectivite/nom'].raison}")
    valeurs = dict.fromkeys(COLONNES, "")
    valeurs |= {
        "COLL_NOM": nom,
        "COLL_SIRET": _siret(nom, _texte(deduit, "/collectivite/siren"), sirets, remarques),
        "DELIB_ID": fiche.numero or "",
        "DELIB_DATE": fiche.seance.date.isoformat() if fiche.seance.date else "",
        "DELIB_OBJET": fiche.objet or "",
        **_matiere(fiche, remarques),
        **_prefecture(fiche, remarques),
        **_votes(fiche, remarques),
    }
    return {c: _propre(v) for c, v in valeurs.items()}, tuple(remarques)


def _texte(deduit: Mapping[str, object], champ: str) -> str:
    return str(getattr(deduit.get(champ), "valeur", ""))


def _propre(valeur: str) -> str:
    """On one line, without the control characters that a CSV reader may refuse."""
    return re.sub(r"[\x00-\x1f\x7f\s]+", " ", valeur).strip()


def _siret(nom: str, siren: str, sirets: Mapping[str, str], remarques: list[str]) -> str:
    """From the person's table; else the seat's usual one: SIREN, "0001" and the key that Luhn's test asks for."""
    if donne := sirets.get(plier(nom)):
        return donne
    if not siren:
        return ""
    siret = siret_du_siege(siren)
    remarques.append(f"COLL_SIRET inféré du SIREN {siren} de l'identifiant ACTES (--sirets pour en donner un autre).")
    return siret


@cache
def _nomenclature() -> dict[str, str]:
    return {x["code"]: x["matiere"] for x in charger("nomenclature")}


def _matiere(fiche: Fiche, remarques: list[str]) -> Valeurs:
    deduction = next((d for d in fiche.deductions if d.champ == "/matiere"), None)
    if deduction is None:
        return {}
    morceaux = str(deduction.valeur).split(".")
    code = ".".join(morceaux[:2])
    if code not in _nomenclature():
        return {}
    if deduction.regle != "matiere.imprimee":
        remarques.append(f"DELIB_MATIERE_CODE proposé d'après l'objet : {deduction.raison}")
    return {"DELIB_MATIERE_CODE": code, "DELIB_MATIERE_NOM": _nomenclature()[code]}


def _prefecture(fiche: Fiche, remarques: list[str]) -> Valeurs:
    """The préfecture that the ACTES identifier begins with, where the stamp says that the act was received."""
    recu = fiche.teletransmission.date_reception
    lu = analyser_identifiant(fiche.teletransmission.identifiant or "")
    if recu is None:
        return {}
    if fiche.seance.date and recu < fiche.seance.date:
        remarques.append(f"PREF_DATE laissée vide : la réception imprimée ({recu}) précède la séance.")
        return {}
    if lu is None:
        return {"PREF_DATE": recu.isoformat()}
    remarques.append(
        "PREF_ID : la préfecture du département de l'identifiant ACTES, qui ne dit pas de sous-préfecture."
    )
    return {"PREF_ID": f"PREF{lu.departement}", "PREF_DATE": recu.isoformat()}


def _votes(fiche: Fiche, remarques: list[str]) -> Valeurs:
    """The five counts, or none. Unanimous: nobody against, nobody abstaining, unless counts are printed."""
    vote, effectif = fiche.decision.vote, fiche.effectifs.en_exercice
    reste = next((d for d in fiche.deductions if d.champ == "/decision/vote/pour"), None)
    pour = vote.pour if vote.pour is not None else int(reste.valeur) if reste else None
    zero = 0 if vote.unanimite else None
    contre = vote.contre if vote.contre is not None else zero
    abstentions = vote.abstentions if vote.abstentions is not None else zero
    if pour is None or contre is None or abstentions is None or effectif is None:
        return {}
    comptes = (effectif, pour + contre + abstentions, pour, contre, abstentions)
    if comptes[0] < comptes[1]:
        remarques.append(f"VOTE_* laissés vides : {comptes[1]} suffrages pour {effectif} membres en exercice.")
        return {}
    if vote.pour is None and reste is not None:
        remarques.append(f"VOTE_POUR déduit. {reste.raison}")
    if vote.unanimite and (vote.contre is None or vote.abstentions is None):
        remarques.append("VOTE_CONTRE et VOTE_ABSTENTION à zéro : le vote est dit unanime.")
    return dict(zip(VOTES, map(str, comptes), strict=True))


_NOMS = {"COLL_NOM": "le nom de la collectivité", "COLL_SIRET": "le SIRET de la collectivité (donnez-le par --sirets)",
         "DELIB_ID": "le numéro de la délibération", "DELIB_DATE": "la date de la séance",
         "DELIB_MATIERE_CODE": "la matière", "DELIB_OBJET": "l'objet"}  # fmt: skip


def constats(valeurs: Valeurs) -> list[str]:
    """What breaks SCDL 2.1.5 in a row, in French: required values, patterns, and the checks that Frictionless ignores
    (``custom_checks`` of the schema)."""
    manques = [f"{quoi} manque" for colonne, quoi in _NOMS.items() if not valeurs[colonne]]
    if manques:
        return manques
    faux = []
    if not siret_valide(valeurs["COLL_SIRET"]):
        faux.append("le SIRET a une clé fausse")
    if _nomenclature().get(valeurs["DELIB_MATIERE_CODE"]) != valeurs["DELIB_MATIERE_NOM"]:
        faux.append("la matière n'est pas de la nomenclature ACTES")
    if valeurs["PREF_DATE"] and valeurs["PREF_DATE"] < valeurs["DELIB_DATE"]:
        faux.append("la réception en préfecture précède la séance")
    if bool(valeurs["BUDGET_ANNEE"]) != bool(valeurs["BUDGET_NOM"]):
        faux.append("l'année et le nom du budget vont ensemble")
    return faux + _votes_faux([valeurs[c] for c in VOTES])


def _votes_faux(lus: list[str]) -> list[str]:
    if not any(lus):
        return []
    if not all(lus):
        return ["les cinq comptes du vote vont ensemble"]
    effectif, reel, *sens = map(int, lus)
    return [] if effectif >= reel == sum(sens) else ["les comptes du vote ne s'additionnent pas"]
