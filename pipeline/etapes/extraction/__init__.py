"""Step 5: what each act says, field by field, as findings that know their words."""

import re
from collections.abc import Sequence
from typing import Any

from modeles.acte import Acte
from modeles.deliberation import Personne
from modeles.lecture import Trouvaille
from modeles.texte import Passage
from pipeline.etapes.extraction.collectivite import extraire_collectivite
from pipeline.etapes.extraction.decision import extraire_articles
from pipeline.etapes.extraction.effectifs import extraire_effectifs
from pipeline.etapes.extraction.mouvements import appliquer_mouvements, arrivees_du_role
from pipeline.etapes.extraction.noms import completer, nommes, retrouver
from pipeline.etapes.extraction.presences import Appel, lire_appel
from pipeline.etapes.extraction.seance import extraire_seance
from pipeline.etapes.extraction.signataires import extraire_signataires
from pipeline.etapes.extraction.teletransmission import extraire_teletransmission
from pipeline.etapes.extraction.textes import extraire_considerants, extraire_visas
from pipeline.etapes.extraction.titre import extraire_titre
from pipeline.etapes.extraction.vote import extraire_vote, resultat_implicite

Arbre = dict[str, Any]
"""The shape of ``Deliberation`` where each leaf is a ``Trouvaille`` (or is absent)."""


def extraire(actes: Sequence[Acte]) -> tuple[Arbre, ...]:
    """One tree an act. The acts of a session share their roll, their header and their stamps."""
    appels = {acte.seance: lire_appel(acte) for acte in reversed(actes)}
    tampons = {rang: _tampons([a for a in actes if a.seance == rang]) for rang in appels}
    arbres: list[Arbre] = []
    numeros: dict[int, list[str]] = {}
    for acte in actes:
        appel = appels[acte.seance]
        titre = extraire_titre(acte, appel.membres)
        numero = titre["numero"].valeur if "numero" in titre else None
        points = numeros.setdefault(acte.seance, [])
        points.append(numero or str(len(points) + 1))
        arrivees = [p for a in actes[: actes.index(acte)] if a.seance == acte.seance for p in a.passages("mouvements")]
        appel = appliquer_mouvements(
            appel,
            arrivees,
            [*arrivees_du_role(acte), *(p for a in actes if a.seance == acte.seance for p in a.passages("mouvements"))],
            points,
        )
        arbres.append(_arbre(acte, appel, titre, tampons[acte.seance]))
    return tuple(arbres)


def _tampons(actes: Sequence[Acte]) -> dict[int, tuple[Passage, ...]]:
    """Rank of the act in its session -> the stamps that concern it: its own pages', else the session's."""
    tous = tuple(dict.fromkeys(p for a in actes for p in a.passages("tampon")))
    return {id(a): tous for a in actes}


def _arbre(acte: Acte, appel: Appel, titre: Arbre, tampons: dict[int, tuple[Passage, ...]]) -> Arbre:
    role = appel.membres
    header = (*acte.passages("entete"), *acte.passages("marge"))
    effectifs = extraire_effectifs((*header, *acte.passages("presents", "titre", "procurations")))
    collectivite = extraire_collectivite(acte)
    return {
        "collectivite": collectivite or None,
        "numero": titre.get("numero"),
        "objet": titre.get("objet"),
        "rapporteur": titre.get("rapporteur"),
        "seance": extraire_seance(acte, role),
        "effectifs": effectifs,
        "presences": {"presents": appel.presents, "absents": appel.absents, "excuses": appel.excuses},
        "procurations": tuple({"mandant": a, "mandataire": b} for a, b in appel.procurations),
        "visas": tuple(extraire_visas(acte)),
        "considerants": tuple(extraire_considerants(acte)),
        "decision": _decision(acte, role),
        "signataires": tuple(
            {"nom": _nom_complet(s.nom), "qualite": s.qualite} for s in extraire_signataires(acte, role)
        ),
        "teletransmission": extraire_teletransmission((*tampons[id(acte)], *_certificats(acte))),
    }


def _certificats(acte: Acte) -> tuple[Passage, ...]:
    """Sentences outside the stamps that say when the act was sent or published."""
    return tuple(
        p
        for p in acte.passages("signature", "annexe", "marge", "entete")
        if re.search(r"prefecture|executoire", p.plie)
    )


def _nom_complet(trouvaille: Trouvaille[Personne]) -> Trouvaille[str]:
    return Trouvaille(
        valeur=trouvaille.valeur.nom_complet, mots=trouvaille.mots, regle=trouvaille.regle, nature=trouvaille.nature
    )


def _plausible(trouvaille: Trouvaille[Personne], role: Sequence[Trouvaille[Personne]]) -> bool:
    """In running text a lone capitalised word is a name only when the roll knows it or a civility stands before it."""
    valeur = trouvaille.valeur
    return (
        valeur.civilite is not None
        or (valeur.prenom is not None and valeur.nom.isupper())
        or retrouver(valeur, role) is not None
    )


def _decision(acte: Acte, role: Sequence[Trouvaille[Personne]]) -> Arbre:
    def nommer(passage: Passage) -> tuple[Trouvaille[Personne], ...]:
        return tuple(completer(t, role) for t in nommes(passage, "vote.noms") if _plausible(t, role))

    decidant = acte.passages("dispositif")
    vote = extraire_vote(decidant, nommer)
    if "resultat" not in vote:
        implicite = resultat_implicite(decidant)
        if implicite is not None:
            vote["resultat"] = implicite
    articles = tuple({"numero": a.numero, "texte": a.texte} for a in extraire_articles(acte))
    return {"articles": articles, "vote": vote}
