"""Step 5: what each act says, field by field, as findings that know their words."""

from collections.abc import Sequence
from itertools import groupby
from typing import Any

from modeles.acte import Acte, Paragraphe
from modeles.deliberation import Personne
from modeles.lecture import Trouvaille
from modeles.texte import Passage
from pipeline.etapes.extraction.collectivite import extraire_collectivite, nom_cite
from pipeline.etapes.extraction.decision import extraire_articles
from pipeline.etapes.extraction.depouillement import depouiller
from pipeline.etapes.extraction.effectifs import extraire_effectifs, votants_du_vote
from pipeline.etapes.extraction.mouvements import appliquer_mouvements, arrivees_du_role
from pipeline.etapes.extraction.noms import completer, nommes, retrouver
from pipeline.etapes.extraction.presences import Appel, lire_appel
from pipeline.etapes.extraction.seance import extraire_seance
from pipeline.etapes.extraction.signataires import extraire_signataires
from pipeline.etapes.extraction.teletransmission import extraire_teletransmission
from pipeline.etapes.extraction.textes import extraire_considerants, extraire_visas
from pipeline.etapes.extraction.titre import extraire_titre
from pipeline.etapes.extraction.urne import lire_croix, lire_urne
from pipeline.etapes.extraction.vote import Nommer, extraire_vote, resultat_implicite
from pipeline.grammaire.structure import SANS_PART
from pipeline.grammaire.teletransmission import CERTIFICAT
from pipeline.grammaire.votes import PHRASE, VOTE_D_ENTETE

Arbre = dict[str, Any]
"""The shape of ``Deliberation`` where each leaf is a ``Trouvaille`` (or is absent)."""


def extraire(actes: Sequence[Acte]) -> tuple[Arbre, ...]:
    """One tree an act. The acts of a session share their roll and their stamps; those of a document, their body."""
    arbres = [arbre for _, seance in groupby(actes, key=lambda a: a.seance) for arbre in _seance(tuple(seance))]
    corps = [a["collectivite"] or {} for a in arbres]
    commun = {cle: c[cle] for c in reversed(corps) for cle in c}
    organe = commun["organe"].valeur.lower() if "organe" in commun else "conseil municipal"
    if "nom" not in commun and organe == "conseil municipal" and (cite := nom_cite(actes)):
        commun["nom"] = cite
    return tuple({**a, "collectivite": (commun | c) or None} for a, c in zip(arbres, corps, strict=True))


def _seance(actes: Sequence[Acte]) -> list[Arbre]:
    """The acts of one session, each with the roll as it stands when it is voted."""
    appel = lire_appel(actes[0])
    tampons = tuple(dict.fromkeys(p for a in actes for p in a.passages("tampon")))
    mouvements = (*arrivees_du_role(actes[0]), *(p for a in actes for p in a.passages("mouvements")))
    arbres: list[Arbre] = []
    points: list[str] = []
    for rang, acte in enumerate(actes):
        titre = extraire_titre(acte, appel.membres)
        points.append(titre["numero"].valeur if "numero" in titre else str(rang + 1))
        avant = [*(p for a in actes[:rang] for p in a.passages("mouvements")), *_avant_le_vote(acte)]
        arbre = _arbre(acte, appliquer_mouvements(appel, avant, mouvements, points), titre, tampons)
        arbres.append({**arbre, "effectifs": arbre["effectifs"] | extraire_effectifs(avant[::-1])})
    return arbres


def _avant_le_vote(acte: Acte) -> tuple[Passage, ...]:
    """The movements printed inside an act before it decides."""
    natures = [z.nature for z in acte.zones]
    fin = natures.index("dispositif") if "dispositif" in natures else len(natures)
    return tuple(p for z in acte.zones[:fin] if z.nature == "mouvements" for p in z.passages)


def _arbre(acte: Acte, appel: Appel, titre: Arbre, tampons: tuple[Passage, ...]) -> Arbre:
    role = appel.membres
    header = (*acte.passages("entete"), *acte.passages("marge"))
    effectifs = extraire_effectifs((*header, *acte.passages("presents", "titre", "procurations"), *lire_urne(acte)))
    if "votants" not in effectifs and (votants := votants_du_vote(acte.passages("dispositif"))):
        effectifs["votants"] = votants
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
        "teletransmission": extraire_teletransmission((*tampons, *_certificats(acte))),
    }


def _certificats(acte: Acte) -> tuple[Passage, ...]:
    """Sentences outside the stamps that say when the act was sent or published, and the date below."""
    passages = _par_rangee(acte.paragraphes("signature", "annexe", "marge", "entete"))
    pris = [bool(CERTIFICAT.search(p.plie)) and "convo" not in p.plie for p in passages]
    suite = [avant and p.plie.endswith((" le", " le :")) for avant, p in zip(pris, passages, strict=True)]
    return tuple(p for k, p in enumerate(passages) if pris[k] or (k and suite[k - 1]))


def _par_rangee(paragraphes: Sequence[Paragraphe]) -> list[Passage]:
    """Their texts, the cells of one row of a table as one: "Reçu par la préfecture : 18.01.2025"."""
    rangs = groupby(
        enumerate(paragraphes),
        key=lambda c: (c[1].page, c[1].cellule.tableau, c[1].cellule.rangee) if c[1].cellule else (-1, -1, c[0]),
    )
    return [Passage.joindre([p.passage for _, p in groupe], " : ") for _, groupe in rangs]


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


def _retraits(acte: Acte) -> list[Passage]:
    """The sentences of the report that say who takes no part in the vote."""
    phrases = [f for p in acte.passages("expose") for f in p.couper(m.end() for m in PHRASE.finditer(p.texte))]
    return [phrase for phrase in phrases if SANS_PART.search(phrase.plie)]


def _comptes_d_entete(acte: Acte, nommer: Nommer) -> Arbre:
    """The counts of a header that prints the vote with the members ("Vote(s) pour : 44   Vote(s) contre : 0")."""
    comptes = [p for p in acte.passages("entete", "marge", "titre") if VOTE_D_ENTETE.search(p.plie)]
    return {k: v for k, v in extraire_vote(comptes, nommer).items() if k in ("pour", "contre", "abstentions")}


def _decision(acte: Acte, role: Sequence[Trouvaille[Personne]]) -> Arbre:
    def nommer(passage: Passage) -> tuple[Trouvaille[Personne], ...]:
        return tuple(completer(t, role) for t in nommes(passage, "vote.noms") if _plausible(t, role))

    decidant = acte.passages("dispositif")
    comptes, voix = depouiller(decidant, nommer)
    vote = extraire_vote((*comptes, *lire_urne(acte)), nommer)
    voix |= {champ: tuple(t for p in cases for t in nommer(p)) for champ, cases in lire_croix(acte).items()}
    vote |= {champ: noms for champ, noms in voix.items() if noms}
    if "noms_ne_prend_pas_part" not in vote:
        retraits = extraire_vote(_retraits(acte), nommer)
        vote |= {k: v for k, v in retraits.items() if k == "noms_ne_prend_pas_part"}
    if not vote.keys() & {"pour", "contre", "abstentions"}:
        vote = _comptes_d_entete(acte, nommer) | vote
    if "resultat" not in vote:
        implicite = resultat_implicite(decidant)
        if implicite is not None:
            vote["resultat"] = implicite
    articles = tuple({"numero": a.numero, "texte": a.texte} for a in extraire_articles(acte))
    return {"articles": articles, "vote": vote}
