"""The roll: who is present, absent, excused, and who gave a proxy to whom."""

import re
from collections.abc import Sequence
from itertools import pairwise
from typing import Any, NamedTuple

from modeles.acte import Acte, NatureZone, Paragraphe
from modeles.deliberation import Personne
from modeles.lecture import Trouvaille
from modeles.texte import Passage, plier
from pipeline.etapes.extraction.emargement import lire_tableaux
from pipeline.etapes.extraction.liste_de_noms import NomLu, lire_noms, ouvre_par_un_libelle
from pipeline.etapes.extraction.noms import cle, completer, personne
from pipeline.grammaire import parts
from pipeline.grammaire.appel import COLONNE_DE_LIBELLES
from pipeline.grammaire.personnes import ABSENT_APRES, EXCUSE_APRES, LIEN, LIEN_INVERSE

Noms = tuple[Trouvaille[Personne], ...]
_Brut = dict[str, list[Any]]
"""What the paragraphs of the roll say, before each person is given one place: part of the roll -> findings."""


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
_LIEN_COURT = re.compile(r"\s*[(,;]?\s*(?:a|par|→|=>|->|-+>?|>|:|au\s+profit\s+de|en\s+faveur\s+de)\s*$")


def _sans_formule(passage: Passage) -> tuple[Passage, int]:
    """The list without the formula that opens it ("Absents :"), and the offset of what is left."""
    for motif in (
        parts.PRESENTS_OU_REPRESENTES,
        parts.PROCURATIONS,
        parts.EXCUSES,
        parts.PRESENTS,
        parts.ABSENTS,
        parts.ASSISTANTS,
    ):
        trouve = motif.match(passage.plie)
        if trouve:
            suite = re.match(r"[^:]{0,90}:", passage.plie[trouve.end() :])
            sans_nom = suite and not re.search(
                r"\bM(?:me|r|\.)", passage.texte[trouve.end() : trouve.end() + suite.end()]
            )
            fin = trouve.end() + (suite.end() if suite and sans_nom else 0)
            compte = re.match(r"\s{0,3}\d{1,3}\b\W{0,4}", passage.plie[fin:])
            fin += compte.end() if compte else 0
            return passage.extrait(fin, len(passage.texte)), fin
    return passage, 0


def _entre(passage: Passage, a: NomLu, b: NomLu) -> str:
    """Folded text from the end of one name to the start of the next, its civility included."""
    return passage.plie[a.fin : b.debut]


def _lire(passage: Passage, nature: NatureZone, appel: _Brut) -> None:
    """Add to ``appel`` what one paragraph of the roll says."""
    corps, _ = _sans_formule(passage)
    if not corps.texte or re.match(r"(?:neant|aucun|/|-+\s*$)", corps.plie):
        return
    sauf = parts.SAUF.match(corps.plie) if nature == "presents" else None
    porteurs = passage.plie.startswith("porteur")  # "Porteurs de pouvoirs : Y pour X"
    noms = [lu for lu in lire_noms(corps.texte) if lu.civilite or not _incise(corps.texte, lu)]
    if nature == "procurations" and re.match(r"de\s", corps.plie):  # "Procurations : de X à Y"
        noms = [_sans_de(corps.texte, lu) for lu in noms]
    pris: set[int] = set()
    for i, lu in enumerate(noms):
        if i in pris:
            continue
        suivant = noms[i + 1] if i + 1 < len(noms) else None
        entre = _entre(corps, lu, suivant) if suivant else ""
        if suivant and (
            _est_lien(entre, nature) or (nature == "procurations" and len(noms) == 2 and not entre.strip())
        ):
            _ajouter_procuration(corps, lu, suivant, appel, inverse=False)
            pris.add(i + 1)
        elif suivant and (LIEN_INVERSE.search(entre) or (porteurs and entre.strip(" ,;").startswith("pour"))):
            _ajouter_procuration(corps, suivant, lu, appel, inverse=True)
            if nature == "presents":
                appel["presents"].append(personne(corps, lu, "presences.presents"))
            pris.add(i + 1)
        elif suivant and (_SUPPLEANT_DE.search(entre) or _SUPPLEE.search(entre)):
            remplace = _SUPPLEE.search(entre)
            appel[nature].append(personne(corps, suivant if remplace else lu, f"presences.{nature}"))
            pris.add(i + 1)
        elif nature == "procurations" and lu.fin - lu.debut <= 2:
            continue  # a stroke of the pen read as letters
        else:
            absent = sauf is not None and sauf.start("qui") <= lu.debut < sauf.end("qui")
            sienne = _etat_apres(corps.plie[lu.fin :], nature) or ("absents" if absent else nature)
            if sienne == "procurations":
                appel[sienne].append((personne(corps, lu, "procurations.sans_mandataire"), None))
            elif sienne in appel:
                appel[sienne].append(personne(corps, lu, f"presences.{sienne}"))


_LETTRE = re.compile(r"\s{0,2}\((?P<etat>[prea])\)")
_LETTRES = {"p": "presents", "e": "excuses", "a": "absents", "r": "represente"}
"""The key of a list of all members: "Jean DUPONT (P), Anne ROY (E)". Of who is represented the proxies say by whom."""


def _etat_apres(suite: str, nature: NatureZone) -> str | None:
    """What the words after a name say of this one alone; None when they say nothing."""
    if nature == "presents" and (lettre := _LETTRE.match(suite)):
        return _LETTRES[lettre["etat"]]
    if EXCUSE_APRES.match(suite):
        return "excuses"
    return "absents" if nature == "procurations" and ABSENT_APRES.match(suite) else None


def _sans_de(texte: str, lu: NomLu) -> NomLu:
    return lu._replace(debut_nom=lu.debut_nom + 3) if texte.startswith("de ", lu.debut_nom) else lu


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
        entre = re.sub(r"\([^()]*\)", " ", entre)
        return entre.strip() == "(" or bool(
            _LIEN_COURT.fullmatch(entre)
            or re.fullmatch(r"\W*(?:representee?|absente?|excusee?)?\W*(?:a|par)\W*", entre)
        )
    return False


def _ajouter_procuration(corps: Passage, mandant: NomLu, mandataire: NomLu, appel: _Brut, *, inverse: bool) -> None:
    regle = "procurations.inverse" if inverse else "procurations.lien"
    appel["procurations"].append((personne(corps, mandant, regle), personne(corps, mandataire, regle)))


def _listes(paragraphes: Sequence[tuple[NatureZone, Paragraphe]]) -> _Brut:
    appel: _Brut = {"presents": [], "absents": [], "excuses": [], "procurations": [], "assistants": []}
    groupes: list[tuple[NatureZone, Passage]] = []
    for nature, p in paragraphes:
        if (
            groupes
            and groupes[-1][0] == nature
            and _a_suivre(groupes[-1][1].texte)
            and not _ETIQUETTE.match(p.passage.plie)
            and not ouvre_par_un_libelle(p.passage.texte)
        ):
            groupes[-1] = (nature, Passage.joindre([groupes[-1][1], p.passage]))
        else:
            groupes.append((nature, p.passage))
    for nature, passage in _sans_les_colonnes(groupes, appel):
        _lire(passage, nature, appel)
    return appel


def _sans_les_colonnes(groupes: Sequence[tuple[NatureZone, Passage]], appel: _Brut) -> list[tuple[NatureZone, Passage]]:
    """The parts of the roll, less two columns of proxies without rules: those who give under "Ont donné pouvoir", then
    as many who hold, under "à", row by row; their pairs are added to ``appel``."""
    pouvoirs = [i for i, (nature, _) in enumerate(groupes) if nature == "procurations"]
    milieu = next((i for i in pouvoirs if _SECONDE_COLONNE.match(groupes[i][1].plie)), None)
    if milieu is None or milieu == pouvoirs[0]:
        return list(groupes)
    gauche, droite = ([groupes[i][1] for i in pouvoirs if (i < milieu) == avant] for avant in (True, False))
    mandants, mandataires = ([(p, lu) for p in cote for lu in lire_noms(p.texte)] for cote in (gauche, droite))
    if len(mandants) != len(mandataires) or len(mandants) < 2 or any(map(_est_lien_dedans, gauche)):
        return list(groupes)
    regle = "procurations.colonnes"
    for (ici, mandant), (la, mandataire) in zip(mandants, mandataires, strict=True):
        appel["procurations"].append((personne(ici, mandant, regle), personne(la, mandataire, regle)))
    return [g for i, g in enumerate(groupes) if i not in pouvoirs]


_SECONDE_COLONNE = re.compile(r"a\s{1,3}(?:m\.|mr|mme|mlle|monsieur|madame)\s")


def _est_lien_dedans(passage: Passage) -> bool:
    corps, _ = _sans_formule(passage)
    return any(_est_lien(_entre(corps, a, b), "procurations") for a, b in pairwise(lire_noms(corps.texte)))


_ETIQUETTE = re.compile(r"[^,;:]{3,90}\s:|groupe|liste\b|[-•*]\s")


def _a_suivre(texte: str) -> bool:
    """The list goes on in the next paragraph: it ends inside a name, or without the separator it has elsewhere."""
    if re.search(
        r"(?:\b(?:à|par|de|et|M\.|Mme|Mlle|MM\.)|(?:Mme|M\.|Mlle)\s[A-ZÀ-Ý][a-zà-ÿ]+(?:-[A-ZÀ-Ý][a-zà-ÿ]+)?)$", texte
    ):
        return True
    return len(re.findall(r"[;,]|\s[-–—]\s", texte)) >= 2 and not re.search(r"[.;:,)]\s*$", texte)


def lire_appel(acte: Acte) -> Appel:
    """The roll of the act's session, arrivals and departures not yet applied."""
    natures: tuple[NatureZone, ...] = ("presents", "absents", "excuses", "procurations", "assistants")
    appel = _listes(
        [(z.nature, p) for z in acte.zones if z.nature in natures for p in _rangees(z.nature, z.paragraphes)]
    )
    for p in lire_tableaux(acte):
        for nature, passage in p:
            _lire(passage, nature, appel)
    return _ranger(appel)


def _rang(p: Paragraphe) -> tuple[int, int, int] | None:
    return (p.page, p.cellule.tableau, p.cellule.rangee) if p.cellule else None


def _rangees(nature: NatureZone, paragraphes: Sequence[Paragraphe]) -> list[Paragraphe]:
    """A table of proxies inside the roll, one paragraph a row ("giver → holder")."""
    sorties: list[Paragraphe] = []
    libelles = {
        (p.page, p.cellule.tableau, p.cellule.colonne)
        for p in paragraphes
        if p.cellule and p.cellule.rangee == 0 and COLONNE_DE_LIBELLES.match(p.passage.plie)
    }
    for p in paragraphes:
        if p.cellule and (p.page, p.cellule.tableau, p.cellule.colonne) in libelles:
            continue
        avant = sorties[-1] if sorties else None
        if nature == "procurations" and avant is not None and p.cellule and _rang(avant) == _rang(p):
            sorties[-1] = avant.model_copy(update={"passage": Passage.joindre([avant.passage, p.passage], " → ")})
        else:
            sorties.append(p)
    return sorties


def _ranger(appel: _Brut) -> Appel:
    """One place for each person: who gave a proxy is neither excused nor absent; holders completed by the roll."""
    appel = appel | {nature: _sans_etiquettes(appel[nature]) for nature in ("presents", "absents", "excuses")}
    mandants = {cle(m.valeur.nom_complet) for m, _ in appel["procurations"]}
    presents = uniques(appel["presents"], set())
    role = [*presents, *(m for m, _ in appel["procurations"]), *appel["excuses"], *appel["absents"]]
    procurations: list[tuple[Trouvaille[Personne], Trouvaille[Personne] | None]] = []
    vus: set[str] = set()
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
    excuses = uniques(appel["excuses"], deja)
    deja |= {cle(t.valeur.nom_complet) for t in excuses}
    return Appel(presents, uniques(appel["absents"], deja), excuses, tuple(procurations), tuple(appel["assistants"]))


def _sans_etiquettes(noms: Sequence[Trouvaille[Personne]]) -> list[Trouvaille[Personne]]:
    """Where nearly all have a civility, a lone word without one is a commune or a group, not a person."""
    civils = sum(t.valeur.civilite is not None for t in noms)
    if civils < 0.6 * len(noms):
        return list(noms)
    return [t for t in noms if t.valeur.civilite or t.valeur.prenom or t.valeur.nom.isupper()]


def uniques(noms: Sequence[Trouvaille[Personne]], exclus: set[str]) -> Noms:
    gardes: dict[str, Trouvaille[Personne]] = {}
    for t in noms:
        if cle(t.valeur.nom_complet) not in exclus:
            gardes.setdefault(cle(t.valeur.nom_complet), t)
    return tuple(gardes.values())
