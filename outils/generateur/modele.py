"""The words of the generator: members, blocks of a page, the sheet on which a document is composed."""

import random
from dataclasses import dataclass, field
from datetime import date
from typing import Any, Literal

from outils.generateur.donnees_organes import Organe

Style = Literal["prenom NOM", "Prenom Nom", "NOM prenom", "NOM", "P. NOM"]
Place = Literal["gauche", "centre", "droite", "retrait"]
Part = Literal["reglage", "mesure", "epreuve", "reserve", "aveugle", "deux"]
Or = dict[str, Any]
"""A gold record, or a part of it."""


@dataclass(frozen=True)
class Membre:
    """Who sits. ``qualite`` is the printed function, without article."""

    prenom: str
    nom: str
    femme: bool
    qualite: str
    lieu: str
    groupe: str

    @property
    def civilite(self) -> str:
        return "Mme" if self.femme else "M."


@dataclass(frozen=True)
class Texte:
    """A paragraph; ``saut``: the space above, in lines."""

    texte: str
    place: Place = "gauche"
    gras: bool = False
    saut: float = 0.3


@dataclass(frozen=True)
class Tableau:
    """Rows of cells; widths are shares of the line."""

    lignes: tuple[tuple[str, ...], ...]
    largeurs: tuple[float, ...]
    filets: bool = True
    centre: bool = False
    titre: bool = True
    """The first row is a heading, in bold."""


@dataclass(frozen=True)
class Colonnes:
    """Lines that run down each column."""

    textes: tuple[str, ...]
    nombre: int


@dataclass(frozen=True)
class Cadre:
    """A box; ``place`` "haut" is the top right corner of the page, out of the flow."""

    lignes: tuple[str, ...]
    place: Literal["haut", "gauche", "droite", "centre"] = "haut"
    largeur: float = 0.42
    chaque_page: bool = False


@dataclass(frozen=True)
class Paire:
    """Two groups of centred lines side by side."""

    gauche: tuple[str, ...]
    droite: tuple[str, ...]


Bloc = Texte | Tableau | Colonnes | Cadre | Paire


@dataclass
class Fiche:
    """A document under composition: its facts, what was chosen, and the record of what has been printed."""

    alea: random.Random
    organe: Organe
    region: str
    annee: int
    jour: date
    convocation: date
    machine: bool
    collectivite: str
    departement: tuple[str, str, str, str]
    membres: list[Membre]
    presents: list[Membre]
    excuses: list[Membre]
    absents: list[Membre]
    mandats: list[tuple[Membre, Membre]]
    president: Membre
    secretaire: Membre
    numero: str
    or_: Or
    style: Style = "prenom NOM"
    liste_president: bool = True
    rang: int = 0
    """Of the last act numbered."""
    etats_dits: bool = False
    """The roll has said who is absent and who excused."""
    styles: dict[int, Style] = field(default_factory=dict)
    """By member, where the roll mixes styles."""
    marge: list[str] = field(default_factory=list)
    choix: dict[str, str] = field(default_factory=dict)
    non_notes: list[str] = field(default_factory=list)
    mandats_dits: bool = False
    """The roll has said who holds whose proxy."""
    sujets: list[str] = field(default_factory=list)
    """The titles on the agenda."""
    particuliers: list[str] = field(default_factory=list)
    """What is private in the acts: surnames, contacts, dates of birth."""
    arrives: list[Membre] = field(default_factory=list)
    """Who came in after an act, and is present from then on."""

    @property
    def appeles(self) -> list[Membre]:
        """Those present whom the roll lists."""
        return [m for m in self.presents if self.liste_president or m is not self.president]

    def nom(self, m: Membre) -> str:
        """The printed name, which is that of the record."""
        return ecrire(m, self.styles.get(id(m), self.style))

    def cite(self, m: Membre) -> str:
        return f"{m.civilite} {self.nom(m)}"

    def court(self, m: Membre) -> str:
        """How a holder is called once known from the roll: half of the time by surname alone."""
        return f"{m.civilite} {capitales(m.nom)}" if self.court_ok and self.alea.random() < 0.4 else self.cite(m)

    @property
    def court_ok(self) -> bool:
        return self.style in ("prenom NOM", "NOM prenom") and self.liste_president

    @property
    def le_chef(self) -> str:
        """ "La Présidente"."""
        return f"{'La' if self.president.femme else 'Le'} {self.organe.chef[self.president.femme]}"

    @property
    def monsieur_le(self) -> str:
        """ "Madame la Présidente"."""
        return f"{'Madame la' if self.president.femme else 'Monsieur le'} {self.organe.chef[self.president.femme]}"

    @property
    def l_organe(self) -> str:
        """ "le conseil municipal"."""
        nom = self.organe.le()
        return nom[0].lower() + nom[1:]

    @property
    def tous(self) -> list[Membre]:
        """The members that a list of all prints: the chair may stand apart."""
        return [m for m in self.membres if self.liste_president or m is not self.president]

    def liste(self, membres: list[Membre]) -> str:
        return ", ".join(self.cite(m) for m in membres)

    def noter_manquants(self) -> None:
        """Who is excused and who is absent go into the record."""
        self.or_["presences"] |= {"excuses": self.noms(self.excuses), "absents": self.noms(self.absents)}

    def noms(self, membres: list[Membre]) -> list[str]:
        return [self.nom(m) for m in membres]

    def e(self, m: Membre) -> str:
        return "e" if m.femme else ""


def capitales(nom: str) -> str:
    """Upper case, but for the particles "de", "du" and "d'", as many rolls print them."""
    if nom.startswith("d'"):
        return "d'" + nom[2:].upper()
    mots = nom.split()
    return " ".join(mot if mot in ("de", "du", "da", "della") else mot.upper() for mot in mots)


def ecrire(m: Membre, style: Style) -> str:
    """The name in a style; the initial of a compound first name keeps its hyphen."""
    if style == "Prenom Nom":
        return f"{m.prenom} {m.nom}"
    if style == "NOM prenom":
        return f"{capitales(m.nom)} {m.prenom}"
    if style == "NOM":
        return capitales(m.nom)
    if style == "P. NOM":
        return "-".join(f"{p[0]}." for p in m.prenom.split("-")) + f" {capitales(m.nom)}"
    return f"{m.prenom} {capitales(m.nom)}"


def vide() -> Or:
    """A record of which nothing has been printed yet."""
    vote: Or = {"resultat": None, "unanimite": None, "pour": None, "contre": None, "abstentions": None,
            "ne_prend_pas_part": None, "noms_contre": [], "noms_abstention": [],
            "noms_ne_prend_pas_part": []}  # fmt: skip
    seance = ("date", "heure", "lieu", "nature", "date_convocation", "date_affichage", "president", "secretaire")
    return {
        "collectivite": {"nom": None, "departement": None, "organe": None},
        "numero": None, "objet": None, "rapporteur": None,
        "seance": dict.fromkeys(seance),
        "effectifs": {"en_exercice": None, "presents": None, "votants": None, "quorum": None},
        "presences": {"presents": [], "absents": [], "excuses": []},
        "procurations": [], "visas": [], "considerants": [],
        "decision": {"articles": [], "vote": vote},
        "signataires": [],
        "teletransmission": dict.fromkeys(("identifiant", "date_envoi", "date_reception", "date_publication")),
    }  # fmt: skip
