"""The texts of an act in Akoma Ntoso: paragraphs whose legal references are links, and the persons that they name."""

import re
from collections.abc import Iterable
from xml.etree import ElementTree as ET

from modeles.deliberation import Personne
from modeles.fiche import Fiche
from modeles.reference import Citation, Reference
from modeles.texte import plier
from pipeline.exports._xml import ajouter, propre

LEGIFRANCE = "https://www.legifrance.gouv.fr"
EUROPE = "http://data.europa.eu"


def lien(reference: Reference) -> str | None:
    """Where a text is published: its ELI (Légifrance, EUR-Lex), else the page of its code."""
    if reference.eli:
        europeen = reference.eli.split("/")[2] in ("dir", "reg", "dec", "dec_impl", "reg_impl")
        return f"{EUROPE if europeen else LEGIFRANCE}{reference.eli}"
    return f"{LEGIFRANCE}/codes/texte_lc/{reference.legitext}" if reference.legitext else None


def paragraphe(parent: ET.Element, texte: str, citations: Iterable[Citation] = ()) -> ET.Element:
    """A ``p``; what cites a published text is a ``ref``."""
    p = ajouter(parent, "p")
    fin, dernier = 0, None
    for c in sorted(citations, key=lambda c: c.debut):
        href = lien(c.reference)
        if href is None or c.debut < fin:
            continue
        _prolonger(p, dernier, texte[fin : c.debut])
        dernier, fin = ajouter(p, "ref", texte[c.debut : c.fin], href=href), c.fin
    _prolonger(p, dernier, texte[fin:])
    return p


def _prolonger(p: ET.Element, dernier: ET.Element | None, texte: str) -> None:
    if dernier is None:
        p.text = (p.text or "") + propre(texte)
    else:
        dernier.tail = propre(texte)


def jeton(texte: str) -> str:
    """A part of an IRI: folded words and hyphens."""
    return re.sub(r"[^a-z0-9]+", "-", plier(texte)).strip("-") or "x"


class Registre:
    """Who and what a document refers to, each once: the ``references`` of its metadata."""

    def __init__(self, fiche: Fiche) -> None:
        self._corps = jeton((fiche.collectivite and fiche.collectivite.nom) or "")
        self._dits: dict[tuple[str, str], str] = {}
        self._lignes: list[tuple[str, str, str, str]] = []

    def personne(self, nom: str) -> str:
        return self._dire("TLCPerson", nom, "personne", f"/akn/ontology/person/fr/{self._corps}/{jeton(nom)}")

    def role(self, nom: str) -> str:
        return self._dire("TLCRole", nom, "role", f"/akn/ontology/role/fr/{jeton(nom)}")

    def organisme(self, nom: str) -> str:
        return self._dire("TLCOrganization", nom, "organisme", f"/akn/ontology/organization/fr/{jeton(nom)}")

    def notion(self, nom: str) -> str:
        return self._dire("TLCConcept", nom, "notion", f"/akn/ontology/concept/fr/{jeton(nom)}")

    def _dire(self, genre: str, nom: str, tete: str, href: str) -> str:
        """The reference of a name, "#personne-3"."""
        cle = (genre, nom)
        if cle not in self._dits:
            eid = f"{tete}-{1 + sum(g == genre for g, _ in self._dits)}"
            self._dits[cle] = f"#{eid}"
            self._lignes.append((genre, eid, href, nom))
        return self._dits[cle]

    def ecrire(self, references: ET.Element) -> None:
        for genre, eid, href, nom in self._lignes:
            ajouter(references, genre, eId=eid, href=href, showAs=nom)


def nommer(p: ET.Element, registre: Registre, personne: Personne, role: str) -> None:
    """A ``person`` under a role, with its printed function."""
    dite = " ".join(x for x in (personne.civilite, personne.nom_complet) if x)
    attributs = {"refersTo": registre.personne(personne.nom_complet), "as": registre.role(role)}
    ajouter(p, "person", dite, **attributs)
    if personne.qualite:
        p[-1].tail = ", "
        ajouter(p, "role", personne.qualite, refersTo=registre.role(personne.qualite))


def liste(parent: ET.Element, registre: Registre, titre: str, personnes: Iterable[Personne], role: str) -> None:
    """One paragraph of persons; none when there is nobody."""
    p = None
    for personne in personnes:
        if p is None:
            p = ajouter(parent, "p", f"{titre} : ")
        else:
            p[-1].tail = " ; "
        nommer(p, registre, personne, role)
