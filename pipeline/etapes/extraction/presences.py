"""The roll: who is present, absent, excused, and who gave a proxy to whom."""

import re
from collections.abc import Sequence
from typing import NamedTuple

from modeles.acte import Acte, NatureZone, Paragraphe
from modeles.deliberation import Personne
from modeles.lecture import Trouvaille
from modeles.texte import Passage, plier
from pipeline.etapes.extraction.noms import cle, completer, personne, retrouver
from pipeline.grammaire import structure
from pipeline.grammaire.personnes import LIEN, LIEN_INVERSE, NomLu, lire_noms

Noms = tuple[Trouvaille[Personne], ...]


class Appel(NamedTuple):
    """The roll of one session, in the order it is printed. A proxy is (giver, holder or None)."""

    presents: Noms = ()
    absents: Noms = ()
    excuses: Noms = ()
    procurations: tuple[tuple[Trouvaille[Personne], Trouvaille[Personne] | None], ...] = ()
    assistants: Noms = ()

    @property
    def membres(self) -> Noms:
        """Everyone the roll names as a member."""
        return (*self.presents, *(m for m, _ in self.procurations), *self.excuses, *self.absents)


_SUPPLEE = re.compile(r"(?:supplee?|remplacee?|representee?)\s+par\s*$")
_SUPPLEANT_DE = re.compile(r"(?:suppleant\w*|remplac\w+|representant\w*|en\s+remplacement)\s+(?:de|d')?\s*$")
_DEPART = re.compile(r"(?:depart|quitte|parti\w*|sorti?\w*|jusqu)")
_NON_MEMBRE = re.compile(r"(?:invite|directeur\s+general|dgs|secretaire\s+general|agent|technicien|receveur|comptable)")
_LIEN_COURT = re.compile(r"\s*[(,;]?\s*(?:a|par|→|=>|->|-+>?|>|:|au\s+profit\s+de|en\s+faveur\s+de)\s*$")


def _sans_formule(passage: Passage) -> tuple[Passage, int]:
    """The list without the formula that opens it ("Absents :"), and the offset of what is left."""
    for motif in (structure.PROCURATIONS, structure.EXCUSES, structure.PRESENTS, structure.ABSENTS, structure.ASSISTANTS):
        trouve = motif.match(passage.plie)
        if trouve:
            suite = re.match(r"[^:]{0,90}:", passage.plie[trouve.end() :])
            sans_nom = suite and not re.search(r"\bM(?:me|r|\.)", passage.texte[trouve.end() : trouve.end() + suite.end()])
            fin = trouve.end() + (suite.end() if suite and sans_nom else 0)
            return passage.extrait(fin, len(passage.texte)), fin
    return passage, 0


def _entre(passage: Passage, a: NomLu, b: NomLu) -> str:
    """Folded text from the end of one name to the start of the next, its civility included."""
    return passage.plie[a.fin : b.debut]


def _lire(passage: Passage, nature: NatureZone, appel: dict[str, list]) -> None:  # type: ignore[type-arg]
    """Add to ``appel`` what one paragraph of the roll says."""
    corps, _ = _sans_formule(passage)
    if not corps.texte or re.match(r"(?:neant|aucun|/|-+\s*$)", corps.plie):
        return
    noms = [lu for lu in lire_noms(corps.texte) if lu.civilite or not _incise(corps.texte, lu)]
    pris: set[int] = set()
    for i, lu in enumerate(noms):
        if i in pris:
            continue
        suivant = noms[i + 1] if i + 1 < len(noms) else None
        entre = _entre(corps, lu, suivant) if suivant else ""
        if suivant and (_est_lien(entre, nature) or (nature == "procurations" and len(noms) == 2 and not entre.strip())):
            _ajouter_procuration(corps, lu, suivant, appel, inverse=False)
            pris.add(i + 1)
        elif suivant and LIEN_INVERSE.search(entre):
            _ajouter_procuration(corps, suivant, lu, appel, inverse=True)
            if nature == "presents":
                appel["presents"].append(personne(corps, lu, "presences.presents"))
            pris.add(i + 1)
        elif suivant and (_SUPPLEANT_DE.search(entre) or _SUPPLEE.search(entre)):
            remplace = _SUPPLEE.search(entre)
            appel[nature].append(personne(corps, suivant if remplace else lu, f"presences.{nature}"))
            pris.add(i + 1)
        elif nature == "procurations":
            appel["procurations"].append((personne(corps, lu, "procurations.sans_mandataire"), None))
        else:
            appel[nature].append(personne(corps, lu, f"presences.{nature}"))


def _incise(texte: str, lu: NomLu) -> bool:
    """A commune, a group or an association in brackets; a person when the bracket speaks of a power or a deputy."""
    avant = texte[: lu.debut]
    ouvre = avant.rfind("(")
    if ouvre <= avant.rfind(")") or texte[lu.debut_nom : lu.fin].endswith(")"):
        return False
    return not re.search(r"\b(?:a|par|de|pouvoir|proc\w*|suppl\w+|remplac\w+)\b", plier(texte[ouvre : lu.debut]))


def _est_lien(entre: str, nature: NatureZone) -> bool:
    if re.search(r"suppl|remplac", entre):
        return False
    if LIEN.search(entre) and not LIEN_INVERSE.search(entre):
        return True
    if nature == "procurations":
        return bool(_LIEN_COURT.fullmatch(entre) or re.fullmatch(r"\W*(?:representee?|absente?|excusee?)?\W*(?:a|par)\W*", entre))
    return False


def _ajouter_procuration(corps: Passage, mandant: NomLu, mandataire: NomLu, appel: dict[str, list], *, inverse: bool) -> None:  # type: ignore[type-arg]
    regle = "procurations.inverse" if inverse else "procurations.lien"
    appel["procurations"].append((personne(corps, mandant, regle), personne(corps, mandataire, regle)))


def _listes(paragraphes: Sequence[tuple[NatureZone, Paragraphe]]) -> dict[str, list]:  # type: ignore[type-arg]
    appel: dict[str, list] = {"presents": [], "absents": [], "excuses": [], "procurations": [], "assistants": []}  # type: ignore[type-arg]
    groupes: list[tuple[NatureZone, Passage]] = []
    for nature, p in paragraphes:
        if groupes and groupes[-1][0] == nature and _a_suivre(groupes[-1][1].texte) and not _ETIQUETTE.match(p.passage.plie):
            groupes[-1] = (nature, Passage.joindre([groupes[-1][1], p.passage]))
        else:
            groupes.append((nature, p.passage))
    for nature, passage in groupes:
        _lire(passage, nature, appel)
    return appel


_ETIQUETTE = re.compile(r"[^,;:]{3,90}\s:|groupe|liste\b|[-•*]\s")


def _a_suivre(texte: str) -> bool:
    """A list with separators inside, whose last name has none after it, goes on in the next paragraph."""
    return len(re.findall(r"[;,]|\s[-–—]\s", texte)) >= 2 and not re.search(r"[.;:,)]\s*$", texte)


def lire_appel(acte: Acte) -> Appel:
    """The roll of the act's session, arrivals and departures not yet applied."""
    natures: tuple[NatureZone, ...] = ("presents", "absents", "excuses", "procurations", "assistants")
    appel = _listes([(z.nature, p) for z in acte.zones if z.nature in natures for p in _rangees(z.nature, z.paragraphes)])
    for p in _tableaux(acte):
        for nature, passage in p:
            _lire(passage, nature, appel)
    return _ranger(appel)


def _rangees(nature: NatureZone, paragraphes: Sequence[Paragraphe]) -> list[Paragraphe]:
    """A table of proxies inside the roll, one paragraph a row ("giver → holder")."""
    sorties: list[Paragraphe] = []
    for p in paragraphes:
        avant = sorties[-1] if sorties else None
        meme = avant is not None and avant.cellule and p.cellule and (avant.page, avant.cellule.tableau, avant.cellule.rangee) == (
            p.page, p.cellule.tableau, p.cellule.rangee
        )  # fmt: skip
        if nature == "procurations" and meme and avant is not None:
            sorties[-1] = avant.model_copy(update={"passage": Passage.joindre([avant.passage, p.passage], " → ")})
        else:
            sorties.append(p)
    return sorties


def _ranger(appel: dict[str, list]) -> Appel:  # type: ignore[type-arg]
    """One place for each person: who gave a proxy is neither excused nor absent; holders completed by the roll."""
    appel = appel | {nature: _sans_etiquettes(appel[nature]) for nature in ("presents", "absents", "excuses")}
    mandants = {cle(m.valeur.nom_complet) for m, _ in appel["procurations"]}
    presents = _uniques(appel["presents"], set())
    role = [*presents, *(m for m, _ in appel["procurations"]), *appel["excuses"], *appel["absents"]]
    procurations, vus = [], set()
    for mandant, mandataire in appel["procurations"]:
        identite = cle(completer(mandant, role).valeur.nom_complet)
        doublon = next((i for i, (m, _) in enumerate(procurations) if cle(m.valeur.nom_complet) == identite), None)
        complet = completer(mandataire, [*presents, *role]) if mandataire else None
        if doublon is None:
            procurations.append((mandant, complet))
            vus.add(identite)
        elif procurations[doublon][1] is None:
            procurations[doublon] = (mandant, complet)
    presents = tuple(t for t in presents if cle(t.valeur.nom_complet) not in mandants)
    deja = mandants | {cle(t.valeur.nom_complet) for t in presents}
    excuses = _uniques(appel["excuses"], deja)
    deja |= {cle(t.valeur.nom_complet) for t in excuses}
    return Appel(presents, _uniques(appel["absents"], deja), excuses, tuple(procurations), tuple(appel["assistants"]))


def _sans_etiquettes(noms: Sequence[Trouvaille[Personne]]) -> list[Trouvaille[Personne]]:
    """Where nearly all have a civility, a lone word without one is a commune or a group, not a person."""
    civils = sum(t.valeur.civilite is not None for t in noms)
    if civils < 0.6 * len(noms):
        return list(noms)
    return [t for t in noms if t.valeur.civilite or t.valeur.prenom or t.valeur.nom.isupper()]


def _uniques(noms: Sequence[Trouvaille[Personne]], exclus: set[str]) -> Noms:
    gardes: dict[str, Trouvaille[Personne]] = {}
    for t in noms:
        if cle(t.valeur.nom_complet) not in exclus:
            gardes.setdefault(cle(t.valeur.nom_complet), t)
    return tuple(gardes.values())


def _tableaux(acte: Acte) -> list[list[tuple[NatureZone, Passage]]]:
    """Attendance tables as lists of (part of the roll, text), row by row."""
    tableaux: dict[tuple[int, int], list[Paragraphe]] = {}
    for p in acte.paragraphes("emargement"):
        assert p.cellule is not None  # the zone holds cells only
        tableaux.setdefault((p.page, p.cellule.tableau), []).append(p)
    return [_lire_tableau(cellules) for cellules in tableaux.values()]


_COLONNES: tuple[tuple[str, re.Pattern[str]], ...] = (
    ("procurations", re.compile(r"pouvoirs?|procurations?|mandataires?|mandats?\b")),
    ("statut", re.compile(r"signature|emargement|motif|observation|presence\b|etat")),
    ("excuses", re.compile(r"excuses?")),
    ("absents", re.compile(r"absents?")),
    ("noms", re.compile(r"noms?\b|mandants?\b|elus?\b|membres?\b|conseillers?\b")),
    ("presents", re.compile(r"presents?|titulaires?|suppleants?|delegues?")),
)


def _lire_tableau(cellules: Sequence[Paragraphe]) -> list[tuple[NatureZone, Passage]]:
    """What each cell says: by the head of its column, and for a signature table by the last cell of its row."""
    rangees: dict[int, dict[int, list[Passage]]] = {}
    for p in cellules:
        assert p.cellule is not None
        rangees.setdefault(p.cellule.rangee, {}).setdefault(p.cellule.colonne, []).append(p.passage)
    tetes = _tetes(rangees)
    entete = max(tetes.get("_rangees", {0}))  # type: ignore[arg-type]
    sorties: list[tuple[NatureZone, Passage]] = []
    for rang in sorted(rangees):
        if rang > entete:
            sorties.extend(_rangee(rangees[rang], tetes))
    return sorties


def _tetes(rangees: dict[int, dict[int, list[Passage]]]) -> dict[object, object]:
    """Column -> what it holds, read from the first two rows; "_rangees": the rows that are heads."""
    tetes: dict[object, object] = {}
    lues: set[int] = set()
    for rang in sorted(rangees)[:2]:
        for colonne, passages in rangees[rang].items():
            plie = " ".join(p.plie for p in passages)
            sens = next((nom for nom, motif in _COLONNES if motif.search(plie)), None) if not re.search(r"\bdate", plie) else None
            if sens and colonne not in tetes and not re.search(r"\d{2,}", plie):
                tetes[colonne] = sens
                lues.add(rang)
    tetes["_rangees"] = lues or {-1}
    return tetes


def _rangee(cellules: dict[int, list[Passage]], tetes: dict[object, object]) -> list[tuple[NatureZone, Passage]]:
    sorties: list[tuple[NatureZone, Passage]] = []
    nom = next((Passage.joindre(c) for n, c in sorted(cellules.items()) if tetes.get(n) == "noms"), None)
    statut = next((Passage.joindre(c) for n, c in sorted(cellules.items()) if tetes.get(n) == "statut"), None)
    if nom is not None:
        return [_emargement(nom, statut, cellules, tetes)]
    for colonne, passages in sorted(cellules.items()):
        sens = tetes.get(colonne)
        if sens in ("presents", "absents", "excuses", "procurations"):
            groupes = _a_joindre(passages) if sens != "procurations" else [Passage.joindre(passages)]
            sorties.extend((sens, p) for p in groupes)  # type: ignore[misc]
    return sorties


def _a_joindre(passages: Sequence[Passage]) -> list[Passage]:
    """Lines of a cell, joined where one cannot end ("X, suppléé / par / Y")."""
    groupes: list[Passage] = []
    for passage in passages:
        if groupes and re.search(r"(?:\b(?:par|a|de|supplee?|remplacee?|representee?)|[,→-])$", groupes[-1].plie):
            groupes[-1] = Passage.joindre([groupes[-1], passage])
        else:
            groupes.append(passage)
    return groupes


def _emargement(
    nom: Passage, statut: Passage | None, cellules: dict[int, list[Passage]], tetes: dict[object, object]
) -> tuple[NatureZone, Passage]:
    """One row of a signature table: signed (or nothing legible) means present."""
    pouvoir = next((Passage.joindre(c) for n, c in sorted(cellules.items()) if tetes.get(n) == "procurations"), None)
    plie = statut.plie if statut else ""
    if pouvoir and lire_noms(pouvoir.texte):
        return "procurations", Passage.joindre([nom, pouvoir], " → ")
    if statut and re.search(r"pouvoir|procuration|represent", plie):
        return "procurations", Passage.joindre([nom, statut])
    if re.search(r"excus", plie):
        return "excuses", nom
    if re.search(r"absent", plie):
        return "absents", nom
    return "presents", nom


def appliquer_mouvements(appel: Appel, avant: Sequence[Passage], tous: Sequence[Passage], points: Sequence[str]) -> Appel:
    """The roll as it stands for one act: who arrived before it is present, no longer absent nor excused.

    ``avant``: the movements printed before the act; ``tous``: those of the whole session, of which the ones that name a
    point count from that point on (``points``: the numbers of the acts up to this one). Departures change nothing:
    the lists of presence stay as the header prints them. Staff and guests stay out.
    """
    arrives = [t for p in avant if not _point_cite(p) for t in _arrivee(p, appel.membres)]
    arrives += [t for p in tous if (cite := _point_cite(p)) and any(plier(x).rstrip(".") == cite for x in points) for t in _arrivee(p, appel.membres)]
    presents = _uniques([*appel.presents, *arrives], set())
    la = {cle(t.valeur.nom_complet) for t in arrives}
    absents, excuses = (tuple(t for t in liste if cle(t.valeur.nom_complet) not in la) for liste in (appel.absents, appel.excuses))
    return appel._replace(presents=presents, absents=absents, excuses=excuses)


def _point_cite(passage: Passage) -> str | None:
    cite = re.search(r"(?:deliberation|point|question|affaire|rapport|dossier)s?\s*(?:n\S{0,2}\s*)?([\w./-]*\d[\w./-]*)", passage.plie)
    return cite.group(1).rstrip(".)") if cite else None


def _arrivee(passage: Passage, membres: Noms) -> Noms:
    """Who arrives, as the roll prints them."""
    if _DEPART.search(passage.plie) or _NON_MEMBRE.search(passage.plie):
        return ()
    ouvre = structure.MOUVEMENTS.match(passage.plie)
    debut = ouvre.end() if ouvre and re.match(r"(?:est|sont|arrivee)", passage.plie) else 0
    corps = passage.extrait(debut, len(passage.texte))
    lus = [personne(corps, lu, "presences.arrivee") for lu in lire_noms(corps.texte)[:1]]
    return tuple(completer(t, membres) for t in lus if t.valeur.civilite or retrouver(t.valeur, membres))
