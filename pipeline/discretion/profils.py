"""The profiles of an export: what each leaves of the personal data of a record.

interne: all. recherche: private persons under a pseudonym, the same for a name in one body. public: private persons
masked. In both, contacts, addresses and dates of birth are taken out, what OCR read of such a text too, and the name of
the scan, which may hold anything. Boxes stay: they say where on a scan that is not in the dataset.
"""

import hashlib
import hmac
from collections.abc import Iterator, Sequence
from pathlib import PurePath
from typing import Any, NamedTuple, get_args

import orjson

from modeles.fiche import Arbre, Profil
from modeles.texte import plier
from pipeline.discretion.officiels import officiels
from pipeline.discretion.reperage import Doute, Genre, Releve, Repere, relever

PROFILS: tuple[Profil, ...] = get_args(Profil)
RENDUS: dict[Genre, str] = {
    "personne": "[personne]", "adresse": "[adresse]", "courriel": "[courriel]", "telephone": "[téléphone]",
    "naissance": "[naissance]", "compte": "[compte bancaire]", "nir": "[sécurité sociale]",
    "immatriculation": "[immatriculation]",
}  # fmt: skip
"""What stands in place of each."""
BRUT_MASQUE = "[masqué]"
CHIFFRES = 10
"""Hexadecimal digits of a pseudonym."""


class Constat(NamedTuple):
    """One line of the report. ``rendu``: what stands there now; "" when the text was left."""

    id: str
    champ: str
    genre: str
    texte: str
    rendu: str
    a_verifier: str
    """In French: why a person should look at it; "" when nothing asks for it."""


class Discret(NamedTuple):
    arbre: Arbre
    constats: tuple[Constat, ...]


def masquer(arbre: Arbre, profil: Profil, cle: bytes) -> Discret:
    """The record as the profile leaves it, and what was done. ``cle``: the secret of pseudonyms (recherche)."""
    if profil == "interne":
        return Discret(arbre, ())
    return _Masque(arbre, profil, cle).appliquer()


def ligne_discrete(arbre: Arbre, profil: Profil, cle: bytes) -> tuple[bytes, tuple[Constat, ...]]:
    """The same, the record as a line of JSON."""
    discret = masquer(arbre, profil, cle)
    return orjson.dumps(discret.arbre), discret.constats


class _Masque:
    """One record under one profile."""

    def __init__(self, arbre: Arbre, profil: Profil, cle: bytes) -> None:
        self._arbre, self._profil, self._cle = arbre, profil, cle
        self._connus = officiels(arbre)
        corps = arbre["collectivite"] or {}
        self._corps = plier(corps.get("nom") or "")
        self._textes = dict(_textes(arbre))
        self._seconds = {p: t for p, t in _seconds(arbre) if t}
        bruts = {s["champ"]: s["brut"] for s in arbre["sources"] if s["champ"] in self._textes}
        self._releves = relever(self._textes | self._seconds, self._connus)
        self._changes = {p for p in self._textes if self._releves[p].reperes}
        self._bruts = {p for p, r in relever(bruts, self._connus, modele=False).items() if r.reperes}

    def appliquer(self) -> Discret:
        arbre = _copier(self._arbre, {p: self._rendre(t, self._releves[p]) for p, t in
                                      (self._textes | self._seconds).items() if self._releves[p].reperes})  # fmt: skip
        masques = self._changes | self._bruts
        arbre["sources"] = [{**s, "brut": BRUT_MASQUE} if s["champ"] in masques else s for s in arbre["sources"]]
        for nom in ("references", "effets"):
            arbre[nom] = [self._decaler(c) for c in arbre[nom]]
        o = arbre["origine"]
        arbre["origine"] = {**o, "fichier": f"{o['sha256'][:16]}{PurePath(o['fichier']).suffix.lower()}"}
        arbre["profil"] = self._profil
        return Discret(arbre, tuple(self._constats()))

    def _rendu(self, repere: Repere) -> str:
        if repere.genre != "personne" or self._profil == "public":
            return RENDUS[repere.genre]
        dit = f"{self._corps}\n{repere.identite}".encode()
        return f"[personne {hmac.new(self._cle, dit, hashlib.sha256).hexdigest()[:CHIFFRES]}]"

    def _rendre(self, texte: str, releve: Releve) -> str:
        morceaux, fin = list[str](), 0
        for repere in releve.reperes:
            morceaux += [texte[fin : repere.debut], self._rendu(repere)]
            fin = repere.fin
        return "".join((*morceaux, texte[fin:]))

    def _decaler(self, citation: dict[str, Any]) -> dict[str, Any]:
        """A reference whose text has changed before it."""
        releve = self._releves.get(citation["champ"])
        if releve is None or not releve.reperes:
            return citation
        debut, fin = (self._place(citation[bout], releve.reperes) for bout in ("debut", "fin"))
        return {**citation, "debut": debut, "fin": fin}

    def _place(self, ancienne: int, reperes: Sequence[Repere]) -> int:
        ecart = 0
        for r in reperes:
            rendu = len(self._rendu(r))
            if ancienne >= r.fin:
                ecart += rendu - (r.fin - r.debut)
            elif ancienne > r.debut:
                return r.debut + ecart + rendu
        return ancienne + ecart

    def _constats(self) -> Iterator[Constat]:
        acte = self._arbre["id"]
        for champ, texte in (self._textes | self._seconds).items():
            releve = self._releves[champ]
            for r in releve.reperes:
                yield Constat(acte, champ, r.genre, texte[r.debut : r.fin], self._rendu(r), _a_verifier(r))
            for d in releve.doutes:
                yield _laisse(acte, champ, texte, d)
        for champ in sorted(self._bruts - self._changes):
            yield Constat(acte, champ, "brut", "", BRUT_MASQUE, "l'OCR y montre un nom que le texte corrigé n'a pas")


def _laisse(acte: str, champ: str, texte: str, doute: Doute) -> Constat:
    return Constat(acte, champ, "personne", texte[doute.debut : doute.fin], "", doute.raison)


def _a_verifier(repere: Repere) -> str:
    return {"modele": "trouvé par le modèle de langue seul", "echo": "trouvé par le nom de famille seul"}.get(
        repere.indice, ""
    )


def _textes(arbre: Arbre) -> Iterator[tuple[str, str]]:
    """The running texts, by their pointers: where persons without office are named."""
    if arbre["objet"]:
        yield "/objet", arbre["objet"]
    for nom in ("visas", "considerants"):
        yield from ((f"/{nom}/{n}", t) for n, t in enumerate(arbre[nom]))
    yield from ((f"/decision/articles/{n}/texte", a["texte"]) for n, a in enumerate(arbre["decision"]["articles"]))


def _seconds(arbre: Arbre) -> Iterator[tuple[str, str]]:
    """What quotes them: doubts, deductions, references."""
    textes = {p for p, _ in _textes(arbre)}
    for n, a in enumerate(arbre["anomalies"]):
        if a["champ"] and a["champ"] not in textes:
            continue  # it is about a field of officials
        yield from ((f"/anomalies/{n}/{c}", a[c] or "") for c in ("message", "extrait"))
    for n, d in enumerate(arbre["deductions"]):
        yield from ((f"/deductions/{n}/{c}", d[c]) for c in ("valeur", "raison"))
    for nom in ("references", "effets"):
        for n, cite in enumerate(arbre[nom]):
            for c, v in cite["reference"].items():
                if isinstance(v, str) and c not in ("eli", "nor", "date"):
                    yield f"/{nom}/{n}/reference/{c}", v


def _copier(arbre: Arbre, rendus: dict[str, str]) -> Arbre:
    """The record with other texts at these pointers; what is not touched is shared."""
    neuf = dict(arbre)
    for pointeur, texte in rendus.items():
        noeud: Any = neuf
        *chemin, dernier = pointeur.split("/")[1:]
        for cle in chemin:
            rang = int(cle) if isinstance(noeud, list) else cle
            noeud[rang] = noeud[rang].copy()
            noeud = noeud[rang]
        noeud[int(dernier) if isinstance(noeud, list) else dernier] = texte
    return neuf
