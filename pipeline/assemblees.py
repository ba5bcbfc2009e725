"""One body, one roll: the names that its acts print are compared, in one file or in many; a name misread in one is
repaired by the others, with the trace, and a councillor is the same person from session to session.

A form gives way to another only when the two differ as a misreading does, never stand in the same act, and the other is
better attested, or is in the list of members that the user gives.
"""

import datetime
import hashlib
import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from typing import Any, NamedTuple

from modeles.deliberation import Deliberation
from modeles.lecture import Anomalie, Lecture, Source, suivre
from modeles.membre import Elu, Membre
from modeles.texte import plier
from pipeline.etapes.extraction.noms import cle
from pipeline.etapes.extraction.prenoms import est_prenom, genre
from pipeline.rapprochement import ressemblance

PROCHE, PROCHE_ELU = 0.88, 0.84
"""Likeness (0 to 1) from which two forms may be one name: between acts, and to the user's list."""
DOUTE = 0.93
"""Legibility under which a form may be a misreading."""
POIDS = 2.0
"""How many times better attested the form that wins must be."""

Corps = tuple[str, str]
"""Folded name of the body, folded name of its assembly."""


class Mention(NamedTuple):
    """A person named in an act."""

    document: str
    """Its sha256."""
    pointeur: str
    """Of the name, from the root of the reading."""
    corps: Corps
    noms: Corps
    """Of the body and of its assembly, as printed."""
    date: datetime.date | None
    nom: str
    lisibilite: float

    @property
    def acte(self) -> tuple[str, str]:
        return self.document, self.pointeur.split("/")[2]

    @property
    def appel(self) -> bool:
        """The roll itself, where two forms are two persons."""
        return "/presences/" in self.pointeur or self.pointeur.endswith("/mandant/nom_complet")


class Accord(NamedTuple):
    """A form and the one it gives way to."""

    nom: str
    trace: str


def nomme(chemin: Sequence[str]) -> bool:
    """A pointer, cut at its slashes, that leads to the name of a person."""
    return chemin[-1] == "nom_complet" or (chemin[-1] == "nom" and "signataires" in chemin)


def relever(lecture: Lecture) -> list[Mention]:
    """Every person of a reading whose body is known."""
    arbre = lecture.model_dump(include={"deliberations"})  # once: the minutes of a year have thousands of names
    mentions = []
    for pointeur, source in lecture.sources.items():
        morceaux = pointeur.split("/")
        acte = lecture.deliberations[int(morceaux[2])] if nomme(morceaux) else None
        if acte is None or acte.collectivite is None or not acte.collectivite.nom:
            continue
        noms = (acte.collectivite.nom, acte.collectivite.organe or "")
        corps = (plier(noms[0]), plier(noms[1]))
        nom = str(suivre(arbre, morceaux[1:]))
        sha = lecture.document.sha256
        mentions.append(Mention(sha, pointeur, corps, noms, acte.seance.date, nom, source.lisibilite))
    return mentions


def recenser(
    mentions: Sequence[Mention], elus: Sequence[Elu] = ()
) -> tuple[list[Membre], dict[Corps, dict[str, Accord]]]:
    """The members of each body, and by body which form (:func:`cle`) gives way to which."""
    par_corps: dict[Corps, list[Mention]] = defaultdict(list)
    for m in mentions:
        par_corps[m.corps].append(m)
    accords = {c: _accords(mm, _elus_de(c, elus)) for c, mm in par_corps.items()}
    membres = [x for c, mm in sorted(par_corps.items()) for x in _membres(c, mm, accords[c], _elus_de(c, elus))]
    return membres, accords


def accorder(lecture: Lecture, accords: Mapping[Corps, Mapping[str, Accord]]) -> Lecture:
    """The reading, its misread names repaired: each keeps what was read, and says what repaired it."""
    if not any(accords.values()):
        return lecture
    arbre = lecture.model_dump(include={"deliberations"})
    sources, dits = dict(lecture.sources), list[Anomalie]()
    for m in relever(lecture):
        accord = accords.get(m.corps, {}).get(cle(m.nom))
        juste = recomposer(m.nom, accord.nom) if accord else None
        if accord is None or juste is None or juste == m.nom:
            continue
        _remplacer(arbre, m.pointeur, m.nom, juste)
        base = m.pointeur.rsplit("/", 1)[0]
        for p in [p for p in sources if p == m.pointeur or (p.startswith(base + "/") and "signataires" not in p)]:
            sources[p] = _tracer(sources[p], accord.trace)
        dits.append(Anomalie(code="nom-accorde", gravite="info", champ=m.pointeur, extrait=m.nom,
                             message=f"Lu « {m.nom} », rendu par « {juste} » ({accord.trace})."))  # fmt: skip
    if not dits:
        return lecture
    repares = {a.champ for a in dits}
    gardees = [a for a in lecture.anomalies if not (a.code == "lecture-incertaine" and a.champ in repares)]
    return lecture.model_copy(
        update={
            "deliberations": tuple(Deliberation.model_validate(d) for d in arbre["deliberations"]),
            "sources": sources,
            "anomalies": (*gardees, *dits),
        }
    )


def recomposer(lu: str, juste: str) -> str | None:
    """The right name in the order and case of the one read: "DUPONI Jean", "Jean DUPONT" -> "DUPONT Jean". None when
    their words do not pair."""
    restes, mots = re.split(r"\s+", juste), []
    lus = lu.split()
    if len(lus) != len(restes):
        return None
    for mot in lus:
        proche = max(restes, key=lambda r: ressemblance(plier(mot), plier(r)))
        restes.remove(proche)
        mots.append(proche.upper() if mot.isupper() else mot if plier(mot) == plier(proche) else _casse(mot, proche))
    return " ".join(mots)


def _casse(modele: str, mot: str) -> str:
    return mot.title() if mot.isupper() and not modele.isupper() else mot


def _accords(mentions: Sequence[Mention], elus: Sequence[Elu]) -> dict[str, Accord]:
    """Which form of a body gives way to which."""
    formes: dict[str, list[Mention]] = defaultdict(list)
    for m in mentions:
        formes[cle(m.nom)].append(m)
    listes = {cle(e.nom_complet): e for e in elus}
    poids = {f: _poids(mm) for f, mm in formes.items()}
    appels = {f: {m.acte for m in mm if m.appel} for f, mm in formes.items()}
    accords: dict[str, Accord] = {}
    for forme, siennes in formes.items():
        if forme in listes:
            continue
        proches = [e for k, e in listes.items() if _semblables(forme, k, PROCHE_ELU)]
        if len(proches) == 1:
            accords[forme] = Accord(proches[0].nom_complet, f"liste des élus, ligne {proches[0].ligne}")
            continue
        douteuse = min(m.lisibilite for m in siennes) < DOUTE or _prenom_inconnu(siennes[0].nom)
        voisines = [
            g
            for g in formes
            if g != forme
            and poids[g] >= POIDS * poids[forme]
            and not appels[g] & appels[forme]
            and (douteuse or _meme_seance(siennes, formes[g]))
            and _semblables(forme, g, PROCHE)
        ]
        if len(voisines) == 1:
            meilleure = max(formes[voisines[0]], key=lambda m: m.lisibilite)
            combien = len({m.document for m in formes[voisines[0]]})
            accords[forme] = Accord(meilleure.nom, f"même assemblée, {combien} document{'s' * (combien > 1)}")
    return {f: a for f, a in accords.items() if cle(a.nom) not in accords}


def _meme_seance(siennes: Sequence[Mention], autres: Sequence[Mention]) -> bool:
    """Each session that calls one form calls the other, in another act: two persons would both be called in both."""
    jours = {m.date for m in siennes if m.appel}
    return bool(jours) and None not in jours and jours <= {m.date for m in autres if m.appel}


def _poids(mentions: Sequence[Mention]) -> float:
    """How well a form is attested: once a document, whose acts share their roll, by its most legible mention."""
    par_document: dict[str, float] = {}
    for m in mentions:
        par_document[m.document] = max(m.lisibilite, par_document.get(m.document, 0.0))
    return sum(par_document.values())


def _semblables(a: str, b: str, seuil: float) -> bool:
    """Two folded names that may be one misread: as many words, each like one of the other's, and of one gender."""
    mots, autres = a.split(), b.split()
    if len(mots) != len(autres) or len(mots) < 2 or ressemblance(a, b) < seuil:
        return False
    genres = {g for nom in (mots, autres) for m in nom if (g := genre(m)) is not None}
    return len(genres) < 2 and all(max(ressemblance(m, x) for x in autres) >= 0.6 for m in mots)


def _prenom_inconnu(nom: str) -> bool:
    """No word of the name is a first name of the list: one of them may be misread, however surely."""
    return not any(est_prenom(m) for m in nom.split())


def _elus_de(corps: Corps, elus: Sequence[Elu]) -> list[Elu]:
    """Those of the list who may sit in a body: its own, when the list names bodies."""
    return [e for e in elus if e.collectivite is None or plier(e.collectivite) in corps[0]]


def _membres(
    corps: Corps, mentions: Sequence[Mention], accords: Mapping[str, Accord], elus: Sequence[Elu]
) -> Iterator[Membre]:
    personnes: dict[str, list[Mention]] = defaultdict(list)
    for m in mentions:
        accord = accords.get(cle(m.nom))
        personnes[cle(accord.nom) if accord else cle(m.nom)].append(m)
    lignes = {cle(e.nom_complet): e for e in elus}
    for forme, siennes in sorted(personnes.items()):
        justes = [m for m in siennes if cle(m.nom) == forme] or siennes
        jours = [m.date for m in siennes if m.date]
        elu = lignes.get(forme)
        variantes = Counter({nom: len({m.acte for m in siennes if m.nom == nom}) for nom in {m.nom for m in siennes}})
        meilleure = max(justes, key=lambda m: (variantes[m.nom], m.lisibilite, m.nom))
        yield Membre(
            id=identifiant(corps, forme),
            collectivite=siennes[0].noms[0], organe=siennes[0].noms[1],
            nom_complet=elu.nom_complet if elu else meilleure.nom,
            variantes=dict(sorted(variantes.items(), key=lambda v: (-v[1], v[0]))),
            actes=len({m.acte for m in siennes}),
            premiere=min(jours, default=None), derniere=max(jours, default=None), elu=elu.ligne if elu else None,
        )  # fmt: skip


def identifiant(corps: Corps, forme: str) -> str:
    """The stable id of a member: of the body and of the form of the name (:func:`cle`) alone."""
    return "greffier:" + hashlib.sha256("|".join((*corps, forme)).encode()).hexdigest()[:12]


def _remplacer(arbre: dict[str, Any], pointeur: str, lu: str, juste: str) -> None:
    """Write the name at its place; of a person, the surname and the first name follow word by word."""
    *chemin, feuille = pointeur.split("/")[1:]
    noeud = suivre(arbre, chemin)
    noeud[feuille] = juste
    rendus = dict(zip(lu.split(), juste.split(), strict=True))
    for part in ("nom", "prenom") if feuille == "nom_complet" else ():
        if noeud.get(part):
            noeud[part] = " ".join(rendus.get(m, m) for m in noeud[part].split())


def _tracer(source: Source, trace: str) -> Source:
    return source.model_copy(update={"nature": "corrige", "corrections": (*source.corrections, trace)})
