"""Composes a document: a council, one layout a notion, the blocks to print and the true record."""

import copy
import random
import unicodedata
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Any

from outils.generateur import corps, particuliers
from outils.generateur.disposition import Disposition
from outils.generateur.dispositions import DISPOSITIONS, PARTS
from outils.generateur.donnees_sujets import Sujet
from outils.generateur.ecriture import longue
from outils.generateur.modele import Bloc, Cadre, Colonnes, Fiche, Or, Tableau, Texte
from outils.generateur.parts import FONDS, FORCES, Fonds
from outils.generateur.votes import Vote

_FRAPPE = str.maketrans({"•": "-", "–": "-", "’": "'", "«": '"', "»": '"', "œ": "oe", "Œ": "OE", "²": "2", "€": "F"})


@dataclass(frozen=True)
class Document:
    """What is drawn, and what is true of it."""

    graine: int
    blocs: tuple[Bloc, ...]
    marge: tuple[str, ...]
    machine: bool
    annee: int
    actes: tuple[Or, ...]
    """The records, in reading order."""
    choix: dict[str, str]
    particuliers: tuple[str, ...] = ()

    @property
    def gold(self) -> Or:
        """The content of the ``.gold.json``."""
        prives = {"particuliers": list(self.particuliers)} if self.particuliers else {}
        return {"deliberations": list(self.actes)} | prives

    @property
    def texte(self) -> str:
        """All that is printed, block by block."""
        return "\n".join([*self.marge, *(ligne for b in self.blocs for ligne in lignes(b))])


def lignes(bloc: Bloc) -> Sequence[str]:
    if isinstance(bloc, Texte):
        return (bloc.texte,)
    if isinstance(bloc, Tableau):
        return tuple(" | ".join(rang) for rang in bloc.lignes)
    if isinstance(bloc, Colonnes):
        return bloc.textes
    return bloc.lignes if isinstance(bloc, Cadre) else (*bloc.gauche, *bloc.droite)


def composer(graine: int, part: str = "tout") -> Document:
    """A document; the same for the same seed and part."""
    alea = random.Random(f"{part}-{graine}")
    fonds = FONDS[part]
    f = fonds.tirer(alea)
    choix = _choisir(f, part)
    f.choix = {notion: d.nom for notion, d in choix.items()}
    f.style = alea.choice(choix["presences"].styles)
    if f.choix["procurations"] in ("aucune", "neant"):
        f.excuses, f.mandats = [*f.excuses, *(m for m, _ in f.mandats)], []
    faire = {n: d.fonction for n, d in choix.items()}
    blocs, fiches = _blocs(f, fonds, faire, _permises(f, part, "votes"))
    frappe: Callable[[Any], Any] = _frappe if f.machine else lambda x: x
    actes = tuple(frappe(a) | {"collectivite": a["collectivite"]} for a in fiches)
    return Document(graine, tuple(_refaire(b, frappe) for b in blocs), tuple(frappe(x) for x in f.marge), f.machine,
                    f.annee, actes, f.choix, tuple(frappe(x) for x in f.particuliers))  # fmt: skip


def _permises(f: Fiche, part: str, notion: str) -> list[Disposition]:
    return [r for r in DISPOSITIONS[notion] if r.part in PARTS[part]
            and r.convient(f.organe.cle, f.annee, f.machine)]  # fmt: skip


def _choisir(f: Fiche, part: str) -> dict[str, Disposition]:
    choix: dict[str, Disposition] = {}
    for notion in DISPOSITIONS:
        bonnes = _permises(f, part, notion)
        choix[notion] = f.alea.choices(bonnes, [d.poids for d in bonnes])[0]
    if choix["document"].nom != "acte_seul":  # one stamp of one act cannot close several
        for notion, nom in FORCES.get(choix["document"].nom, (("tampons", "aucun"), ("objet", "etiquete"))):
            choix[notion] = next(d for d in DISPOSITIONS[notion] if d.nom == nom)
    return choix


def _blocs(
    f: Fiche, fonds: Fonds, faire: dict[str, Callable[..., Any]], votes: list[Disposition]
) -> tuple[list[Bloc], list[Or]]:
    """The session, then its acts, from the letterhead to the stamps; and the records."""
    nombre: int = faire["document"](f)
    sujets = f.alea.sample(fonds.sujets, nombre)
    f.sujets = [s.objet for s in sujets]
    tete, seance = faire["tete"](f), faire["seance"](f)
    effectifs, presences = faire["effectifs"](f), faire["presences"](f)
    roles = [*effectifs, *presences] if f.alea.random() < 0.5 else [*presences, *effectifs]
    roles += [*faire["procurations"](f), *faire["secretaire"](f), *faire["assistance"](f)]
    base, fiches, corps_actes = f.or_, list[Or](), list[Bloc]()
    ordre = f.alea.choice(("titre", "seance", "roles")) if nombre == 1 else "roles"
    avant: list[Bloc] = []
    for rang, sujet in enumerate(sujets):
        f.or_, f.non_notes = copy.deepcopy(base), []
        if rang:
            suivant = f.alea.choice(votes)
            faire["votes"] = suivant.fonction
            f.choix["votes"] += f"+{suivant.nom}"
        objet, suite = _acte(f, fonds, faire, sujet)
        fin = rang == nombre - 1 or f.choix["document"] == "signe_a_chaque_acte"
        suite += faire["signatures"](f) if fin else []
        suite += [*faire["recours"](f), *faire["tampons"](f)] if rang == nombre - 1 else []
        avant = objet if ordre != "roles" else []
        corps_actes += suite if avant else [*objet, *suite]
        _completer(f)
        fiches.append(f.or_)
    for fiche in fiches:
        fiche["signataires"] = fiches[-1]["signataires"]
    debut = [*avant, *seance] if ordre == "titre" else [*seance, *avant]
    return [*tete, *debut, *roles, *corps_actes], fiches


def _acte(f: Fiche, fonds: Fonds, faire: dict[str, Callable[..., Any]], sujet: Sujet) -> tuple[list[Bloc], list[Bloc]]:
    """One act: its title, and its body down to the vote."""
    remplir = _remplisseur(f, fonds)
    faire["numerotation"](f)
    vote: Vote = faire["votes"](f)
    objet: list[Bloc] = faire["objet"](f, remplir(sujet.objet))
    visas = [_code(f), *(remplir(v) for v in sujet.visas), *(remplir(v) for v in f.alea.sample(fonds.visas, 2))]
    its = [(v, remplir(t)) for v, t in corps.items(vote, sujet.articles)]
    return objet, [
        *faire["rapporteur"](f), *fonds.exposer(f), *faire["visas"](f, visas),
        *faire["considerants"](f, [remplir(c) for c in sujet.considerants]),
        *faire["dispositif"](f, vote, its), *vote.suites,
    ]  # fmt: skip


def _code(f: Fiche) -> str:
    code = "Code des communes" if f.annee < 1996 else "Code général des collectivités territoriales"
    article = {"region": "L. 4221-1", "departement": "L. 3211-1"}.get(f.organe.cle, "L. 2121-29")
    return f"le {code}" if f.annee < 1996 else f"le {code}, et notamment son article {article}"


def _remplisseur(f: Fiche, fonds: Fonds) -> Callable[[str], str]:
    """Fills the blanks of the sentences, the same way throughout the document."""
    alea, monnaie = f.alea, "€" if f.annee >= 2002 else "francs"
    milliers = f"{alea.randint(1, 480)} {alea.randint(0, 999):03d}"
    ancienne = date(f.annee, 1, 1) - timedelta(days=alea.randint(20, 900))
    valeurs = {
        "montant": f"{milliers} {monnaie}", "petit": f"{alea.randint(2, 95)},{alea.randint(10, 95)} {monnaie}",
        "parcelle": f"section {alea.choice('ABCDZ')}{alea.choice('BCDEH')} n° {alea.randint(12, 480)}",
        "ancienne": longue(ancienne), "convocation": longue(f.convocation), "annee": str(f.annee),
        "taux": str(alea.randint(20, 80)), "petit_rang": str(alea.randint(1, 4)), "chef": f.monsieur_le,
    }  # fmt: skip
    if fonds.nommer:
        noms, prives = particuliers.blancs(f)
        f.particuliers += prives
        valeurs |= noms
    return lambda modele: modele.format(**valeurs)


def _completer(f: Fiche) -> None:
    """What every document prints, and what nobody can be sure of."""
    f.or_["collectivite"]["nom"] = f.collectivite
    f.or_["collectivite"]["organe"] = f.organe.organe
    if f.organe.cle in ("departement", "departement_ancien", "sdis", "office", "energie"):
        f.non_notes.append("collectivite.departement")  # the name of the body is that of the département
    if f.non_notes:
        f.or_["non_notes"] = sorted(set(f.non_notes))


def _frappe(valeur: Any) -> Any:
    """What a typewriter prints: no accented capital, no typographic sign. In the record too, down to its leaves."""
    if isinstance(valeur, dict):
        return {k: _frappe(v) for k, v in valeur.items()}
    if isinstance(valeur, list):
        return [_frappe(v) for v in valeur]
    if not isinstance(valeur, str):
        return valeur
    return "".join(_sans_accent(c) if c.isupper() else c for c in valeur.translate(_FRAPPE))


def _sans_accent(lettre: str) -> str:
    return "".join(c for c in unicodedata.normalize("NFD", lettre) if not unicodedata.combining(c))


def _refaire(bloc: Bloc, frappe: Callable[[Any], Any]) -> Bloc:
    if isinstance(bloc, Texte):
        return replace(bloc, texte=frappe(bloc.texte))
    if isinstance(bloc, Tableau):
        return replace(bloc, lignes=tuple(tuple(frappe(c) for c in rang) for rang in bloc.lignes))
    if isinstance(bloc, Colonnes):
        return replace(bloc, textes=tuple(frappe(x) for x in bloc.textes))
    if isinstance(bloc, Cadre):
        return replace(bloc, lignes=tuple(frappe(x) for x in bloc.lignes))
    return replace(bloc, gauche=tuple(map(frappe, bloc.gauche)), droite=tuple(map(frappe, bloc.droite)))
