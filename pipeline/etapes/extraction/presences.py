"""The roll: who is present, absent, excused, and who gave a proxy to whom."""

import re
from collections.abc import Sequence
from typing import Any, NamedTuple

from modeles.acte import Acte, NatureZone, Paragraphe
from modeles.deliberation import Personne
from modeles.lecture import Trouvaille
from modeles.texte import Passage, plier
from pipeline.etapes.extraction.emargement import lire_tableaux
from pipeline.etapes.extraction.liste_de_noms import NomLu, lire_noms, ouvre_par_un_libelle
from pipeline.etapes.extraction.noms import cle, completer, personne
from pipeline.etapes.extraction.procurations import (
    Procuration,
    colonnes,
    est_lien,
    est_lien_inverse,
    est_suite,
    paire,
    rangees,
    respectivement,
)
from pipeline.grammaire import parts
from pipeline.grammaire.personnes import ABSENT_APRES, ABSENT_ENTRE_PARENTHESES, EXCUSE_APRES

Noms = tuple[Trouvaille[Personne], ...]
_Brut = dict[str, list[Any]]
"""What the paragraphs of the roll say, before each person is given one place: part of the roll -> findings."""


class Appel(NamedTuple):
    """The roll of one session, in the order it is printed. A proxy is (giver, holder or None)."""

    presents: Noms = ()
    absents: Noms = ()
    excuses: Noms = ()
    procurations: tuple[Procuration, ...] = ()
    assistants: Noms = ()

    @property
    def membres(self) -> Noms:
        """Everyone the roll names as a member."""
        return (*self.presents, *(m for m, _ in self.procurations), *self.excuses, *self.absents)


_SUPPLEE = re.compile(r"(?:supplee?|remplacee?|representee?)\s+par\s*$")
_SUPPLEANT_DE = re.compile(r"(?:suppleant\w*|remplac\w+|representant\w*|en\s+remplacement)\s+(?:de|d')?\s*$")


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


class _Cle(NamedTuple):
    """How a list of all the members tells who is present."""

    codes: bool = False
    """By letters after the names, which a legend explains."""
    cases: bool = False
    """By boxes before the names, ticked or not."""


def _lire(passage: Passage, nature: NatureZone, appel: _Brut, signes: _Cle) -> None:
    """Add to ``appel`` what one paragraph of the roll says."""
    corps, _ = _sans_formule(passage)
    if not corps.texte or re.match(r"(?:neant|aucun|/|-+\s*$)", corps.plie):
        return
    if signes.codes and nature == "presents" and parts.CODES.search(corps.texte):
        _lire_codes(corps, appel)
        return
    noms = _noms(corps, nature, signes)
    en_regard = respectivement(corps, noms)
    pris = set(en_regard.values())
    for i, lu in enumerate(noms):
        if i in pris:
            continue
        suivant = noms[i + 1] if i + 1 < len(noms) else None
        entre = _entre(corps, lu, suivant) if suivant else ""
        if i in en_regard:
            appel["procurations"].append(paire(corps, lu, noms[en_regard[i]], "procurations.respectivement"))
        elif suivant and _ensemble(corps, lu, suivant, entre, nature, appel, seuls=len(noms) == 2):
            pris.add(i + 1)
        elif nature != "procurations" or lu.fin - lu.debut > 2:  # less is a stroke of the pen read as letters
            _ranger_un(corps, lu, nature, appel)


def _noms(corps: Passage, nature: NatureZone, signes: _Cle) -> list[NomLu]:
    """The names of a paragraph that it says something of: of a list of boxes, those of the ticked ones."""
    noms = [lu for lu in lire_noms(corps.texte) if lu.civilite or not _incise(corps.texte, lu)]
    if nature == "presents" and signes.cases:
        return [lu for lu in noms if parts.CASE_COCHEE.search(corps.texte, 0, lu.debut)]
    if nature == "procurations" and re.match(r"de\s", corps.plie):  # "Procurations : de X à Y"
        return [_sans_de(corps.texte, lu) for lu in noms]
    return noms


def _ensemble(
    corps: Passage, lu: NomLu, suivant: NomLu, entre: str, nature: NatureZone, appel: _Brut, *, seuls: bool
) -> bool:
    """Two names that go together, a proxy or a deputy, added to ``appel``; False when they do not."""
    if est_lien(entre, nature) or (nature == "procurations" and seuls and not entre.strip()):
        appel["procurations"].append(paire(corps, lu, suivant, "procurations.lien"))
    elif est_lien_inverse(entre, nature):
        appel["procurations"].append(paire(corps, suivant, lu, "procurations.inverse"))
        if nature == "presents":
            appel["presents"].append(personne(corps, lu, "presences.presents"))
    elif remplace := _SUPPLEE.search(entre) or _SUPPLEANT_DE.search(entre):
        assis = suivant if remplace.re is _SUPPLEE else lu
        part: NatureZone = "presents" if nature == "procurations" else nature  # a deputy sits, and votes by no proxy
        appel[part].append(personne(corps, assis, f"presences.{part}"))
    else:
        return False
    return True


def _ranger_un(corps: Passage, lu: NomLu, nature: NatureZone, appel: _Brut) -> None:
    """One name, where the words after it or the part of the roll put it."""
    sauf = parts.SAUF.match(corps.plie) if nature == "presents" else None
    absent = sauf is not None and sauf.start("qui") <= lu.debut < sauf.end("qui")
    sienne = _etat_apres(corps.plie[lu.fin :], nature) or ("absents" if absent else nature)
    if sienne == "procurations":
        appel[sienne].append((personne(corps, lu, "procurations.sans_mandataire"), None))
    elif sienne in appel:
        appel[sienne].append(personne(corps, lu, f"presences.{sienne}"))


def _lire_codes(corps: Passage, appel: _Brut) -> None:
    """A key letter after each name: "Jean DUPONT P  Anne ROY E". Of who is represented the proxies say by whom."""
    debut = 0
    for m in parts.CODES.finditer(corps.texte):
        nature = _LETTRES[m["code"].lower()]
        ici = corps.extrait(debut, m.start())
        for lu in lire_noms(ici.texte)[-1:]:
            if nature in appel:
                appel[nature].append(personne(ici, lu, f"presences.{nature}.code"))
        debut = m.end()


_LETTRE = re.compile(r"\s{0,2}\((?P<etat>[prea])\)")
_LETTRES = {"p": "presents", "e": "excuses", "a": "absents", "r": "represente"}
"""The key of a list of all members: "Jean DUPONT (P), Anne ROY (E)". Of who is represented the proxies say by whom."""


def _etat_apres(suite: str, nature: NatureZone) -> str | None:
    """What the words after a name say of this one alone; None when they say nothing."""
    if nature == "presents" and (lettre := _LETTRE.match(suite)):
        return _LETTRES[lettre["etat"]]
    if EXCUSE_APRES.match(suite):
        return "excuses"
    if nature == "presents" and ABSENT_ENTRE_PARENTHESES.match(suite):
        return "absents"
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


def _listes(paragraphes: Sequence[tuple[NatureZone, Paragraphe]], signes: _Cle) -> _Brut:
    appel: _Brut = {"presents": [], "absents": [], "excuses": [], "procurations": [], "assistants": []}
    groupes: list[tuple[NatureZone, Passage]] = []
    for nature, p in paragraphes:
        avant = groupes[-1][1] if groupes and groupes[-1][0] == nature else None
        if avant is not None and (est_suite(avant, p.passage) or _continue(avant, p.passage)):
            groupes[-1] = (nature, Passage.joindre([avant, p.passage]))
        else:
            groupes.append((nature, p.passage))
    couples, reste = colonnes(groupes)
    appel["procurations"] += couples
    for nature, passage in reste:
        _lire(passage, nature, appel, signes)
    return appel


_ETIQUETTE = re.compile(r"[^,;:]{3,90}\s:|groupe|liste\b|[-•*]\s")


def _continue(avant: Passage, passage: Passage) -> bool:
    """The same list goes on in the next paragraph, and no label opens a new one."""
    libelle = _ETIQUETTE.match(passage.plie) or ouvre_par_un_libelle(passage.texte)
    return not libelle and _a_suivre(avant.texte)


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
    presents = acte.passages("presents")
    signes = _Cle(
        codes=any(parts.LEGENDE.search(p.plie) for z in acte.zones for p in z.passages),
        cases=any(parts.CASE.search(p.texte) and parts.CASE_A_COCHER.search(p.texte) for p in presents),
    )
    en_marge: list[tuple[NatureZone, Paragraphe]] = [
        ("procurations", p) for p in acte.paragraphes("marge") if parts.PROCURATIONS.match(p.passage.plie)
    ]
    appel = _listes(
        [
            *((z.nature, p) for z in acte.zones if z.nature in natures for p in rangees(z.nature, z.paragraphes)),
            *en_marge,
        ],
        signes,
    )
    for p in lire_tableaux(acte):
        for nature, passage in p:
            _lire(passage, nature, appel, signes)
    return _ranger(appel)


def _ranger(appel: _Brut) -> Appel:
    """One place for each person: who gave a proxy is neither excused nor absent; holders completed by the roll."""
    appel = appel | {nature: _sans_etiquettes(appel[nature]) for nature in ("presents", "absents", "excuses")}
    mandants = {cle(m.valeur.nom_complet) for m, _ in appel["procurations"]}
    presents = uniques(appel["presents"], set())
    role = [*presents, *(m for m, _ in appel["procurations"]), *appel["excuses"], *appel["absents"]]
    procurations: list[Procuration] = []
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
