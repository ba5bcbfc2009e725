"""Arrivals and departures during the session: the roll as it stands for one act."""

import re
from collections.abc import Sequence

from modeles.acte import Acte
from modeles.deliberation import Personne
from modeles.lecture import Trouvaille
from modeles.texte import Passage, plier
from pipeline.etapes.extraction.liste_de_noms import lire_noms
from pipeline.etapes.extraction.noms import cle, completer, personne, retrouver
from pipeline.etapes.extraction.presences import Appel, Noms, uniques
from pipeline.grammaire import parts
from pipeline.grammaire.personnes import LIEN

_DEPART = re.compile(r"(?:depart|quitte|parti\w*|sorti?\w*|jusqu)")
_QUITTE_LA_SEANCE = re.compile(r"\bdeparts?\s+d(?:e|u|')|\bquitt\w+\s+(?:definitivement\s+)?la\s+(?:seance|reunion)")
_NON_MEMBRE = re.compile(r"(?:invite|directeur\s+general|dgs|secretaire\s+general|agent|technicien|receveur|comptable)")


def appliquer_mouvements(
    appel: Appel, avant: Sequence[Passage], tous: Sequence[Passage], points: Sequence[str]
) -> Appel:
    """The roll as it stands for one act: who arrived before it is present, no longer absent nor excused.

    ``avant``: the movements printed before the act; ``tous``: those of the whole session, of which the ones that name a
    point count from that point on (``points``: the numbers of the acts up to this one). Who left the session before it
    is no longer present; who only leaves the room for a vote is. Staff and guests stay out.
    """
    libres = [p for p in avant if not _point_cite(p)]
    arrives = [t for p in libres for t in _arrivee(p, appel.membres)]
    arrives += [
        t
        for p in tous
        if (cite := _point_cite(p)) and any(plier(x).rstrip(".") == cite for x in points)
        for t in _arrivee(p, appel.membres)
    ]
    partis: set[str] = set()
    for p in libres:  # in order: who left may come back
        partis |= {cle(t.valeur.nom_complet) for t in _depart(p, appel.membres)}
        partis -= {cle(t.valeur.nom_complet) for t in _arrivee(p, appel.membres)}
    presents = uniques([*appel.presents, *arrives], partis)
    donnes = tuple(x for p in libres for x in _pouvoir_laisse(p, appel.membres))
    la = {cle(t.valeur.nom_complet) for t in arrives}
    absents, excuses = (
        tuple(t for t in liste if cle(t.valeur.nom_complet) not in la) for liste in (appel.absents, appel.excuses)
    )
    procurations = (*appel.procurations, *donnes)
    return appel._replace(presents=presents, absents=absents, excuses=excuses, procurations=procurations)


def arrivees_du_role(acte: Acte) -> tuple[Passage, ...]:
    """Late arrivals that the roll itself prints: "Gérard PRADIER (arrivé avant l'examen de la délibération n° 3)"."""
    trouvees = []
    for passage in acte.passages("absents", "excuses", "procurations"):
        for m in re.finditer(r"\([^()]*\barriv[^()]*\)", passage.plie):
            noms = [lu for lu in lire_noms(passage.texte) if lu.fin <= m.start()]
            if noms:
                trouvees.append(passage.extrait(noms[-1].debut, m.end()))
    return tuple(trouvees)


def _point_cite(passage: Passage) -> str | None:
    cite = re.search(
        r"(?:deliberation|point|question|affaire|rapport|dossier)s?\s*(?:n\S{0,2}\s*)?([\w./-]*\d[\w./-]*)",
        passage.plie,
    )
    return cite.group(1).rstrip(".)") if cite else None


def _depart(passage: Passage, membres: Noms) -> Noms:
    """Members who leave the session for good, as the roll prints them."""
    if not _QUITTE_LA_SEANCE.search(passage.plie) or _NON_MEMBRE.search(passage.plie):
        return ()
    lus = (completer(personne(passage, lu, "presences.depart"), membres) for lu in lire_noms(passage.texte)[:1])
    return tuple(t for t in lus if retrouver(t.valeur, membres))


def _pouvoir_laisse(passage: Passage, membres: Noms) -> list[tuple[Trouvaille[Personne], Trouvaille[Personne] | None]]:
    """Who leaves the session and gives a proxy: "M. X quitte la séance et donne pouvoir à M. Y"."""
    lien = LIEN.search(passage.plie)
    partis = _depart(passage, membres)
    if not lien or not partis:
        return []
    suite = passage.extrait(lien.end(), len(passage.texte))
    recus = [completer(personne(suite, lu, "procurations.depart"), membres) for lu in lire_noms(suite.texte)[:1]]
    return [(partis[0], recus[0] if recus else None)]


def _arrivee(passage: Passage, membres: Noms) -> Noms:
    """Who arrives, as the roll prints them."""
    if _DEPART.search(passage.plie) or _NON_MEMBRE.search(passage.plie):
        return ()
    ouvre = parts.MOUVEMENTS.match(passage.plie)
    debut = ouvre.end() if ouvre and re.match(r"(?:est|sont|arrivee)", passage.plie) else 0
    corps = passage.extrait(debut, len(passage.texte))
    lus = [personne(corps, lu, "presences.arrivee") for lu in lire_noms(corps.texte)[:1]]
    return tuple(completer(t, membres) for t in lus if t.valeur.civilite or retrouver(t.valeur, membres))
