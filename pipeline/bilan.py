"""What a registre holds, in figures: one small summary a record, added up as they pass."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import NamedTuple

from modeles.fiche import Arbre
from modeles.lecture import Gravite
from modeles.texte import plier

TRANCHES = 20
"""Of the histogram of confidences, from 0 to 1."""
SANS_NOM = "(collectivité non imprimée)"


class Resume(NamedTuple):
    """What the figures need of a record."""

    sha256: str
    pages: int
    complete: bool
    corps: str
    jour: str
    """Of the session, ISO 8601; "" when it is not printed."""
    confiances: tuple[int, ...]
    """How many values fall in each ``TRANCHES``."""
    somme: float
    """Of the confidences."""
    confirmees: int
    anomalies: tuple[tuple[Gravite, str], ...]
    """Gravity and code of each."""
    presents: int
    attendus: int
    """Present, absent, excused, and those who gave a proxy, when the roll was read; else 0, and ``presents`` too."""
    resultat: str
    """As recorded; "" when no vote is printed."""
    unanime: bool | None
    matiere: str
    """Deduced code, "7.1"; "" when there is none."""


def resumer(arbre: Arbre) -> Resume:
    """Of one record."""
    histogramme = [0] * TRANCHES
    for s in arbre["sources"]:
        histogramme[min(TRANCHES - 1, int(s["confiance"] * TRANCHES))] += 1
    presences, corps, vote = arbre["presences"], arbre["collectivite"], arbre["decision"]["vote"]
    presents = len(presences["presents"])
    ailleurs = len(presences["absents"]) + len(presences["excuses"]) + len(arbre["procurations"])
    return Resume(
        arbre["origine"]["sha256"], arbre["origine"]["pages"], arbre["statut"] == "complete",
        (corps and corps["nom"]) or SANS_NOM, arbre["seance"]["date"] or "", tuple(histogramme),
        sum(s["confiance"] for s in arbre["sources"]), len(arbre["confirmes"]),
        tuple((a["gravite"], a["code"]) for a in arbre["anomalies"]),
        presents, presents + ailleurs if presents else 0, vote["resultat"] or "", vote["unanimite"],
        next((d["valeur"] for d in arbre["deductions"] if d["champ"] == "/matiere"), ""),
    )  # fmt: skip


@dataclass
class Bilan:
    """The sums."""

    actes: int = 0
    completes: int = 0
    documents: int = 0
    """That hold an act: the others are in ``greffier etat``."""
    pages: int = 0
    confirmees: int = 0
    somme: float = 0.0
    confiances: list[int] = field(default_factory=lambda: [0] * TRANCHES)
    anomalies: Counter[tuple[Gravite, str]] = field(default_factory=Counter)
    presence: dict[str, tuple[int, int]] = field(default_factory=dict)
    """Year -> present, expected; a session counts once."""
    votes: Counter[tuple[str, bool | None]] = field(default_factory=Counter)
    """By outcome and unanimity."""
    matieres: dict[str, tuple[int, int]] = field(default_factory=dict)
    """First level of the ACTES nomenclature, "7" -> unanimous votes, votes whose unanimity is known."""
    couverture: Counter[tuple[str, str]] = field(default_factory=Counter)
    """By body and year."""
    noms: dict[str, Counter[str]] = field(default_factory=dict)
    """Folded name of a body -> its forms."""

    @property
    def valeurs(self) -> int:
        return sum(self.confiances)

    @property
    def confiance(self) -> float | None:
        """The mean."""
        return self.somme / self.valeurs if self.valeurs else None

    @property
    def annees(self) -> list[str]:
        """From the first to the last, those without a session included."""
        dites = sorted(int(a) for _, a in self.couverture if a)
        return [str(a) for a in range(dites[0], dites[-1] + 1)] if dites else []

    @property
    def corps(self) -> list[tuple[str, int]]:
        """Folded names of bodies and their acts, most acts first."""
        totaux = {plie: formes.total() for plie, formes in self.noms.items()}
        return sorted(totaux.items(), key=lambda x: (-x[1], x[0]))

    def nom(self, plie: str) -> str:
        """The form of a body's name that most acts print."""
        return min(self.noms[plie].items(), key=lambda x: (-x[1], x[0]))[0]


def compter(resumes: Iterable[Resume]) -> Bilan:
    """The acts of one document come one after the other, as do the sessions of one body."""
    bilan, dernier, seance = Bilan(), "", ("", "")
    for r in resumes:
        bilan.actes += 1
        bilan.completes += r.complete
        if r.sha256 != dernier:
            dernier = r.sha256
            bilan.documents += 1
            bilan.pages += r.pages
        bilan.confirmees += r.confirmees
        bilan.somme += r.somme
        bilan.confiances = [a + b for a, b in zip(bilan.confiances, r.confiances, strict=True)]
        bilan.anomalies.update(r.anomalies)
        bilan.votes[r.resultat, r.unanime] += 1
        plie, annee = plier(r.corps), r.jour[:4]
        bilan.couverture[plie, annee] += 1
        bilan.noms.setdefault(plie, Counter())[r.corps] += 1
        if r.jour and r.attendus and seance != (plie, r.jour):
            seance = (plie, r.jour)
            _ajouter(bilan.presence, annee, r.presents, r.attendus)
        if r.matiere and r.unanime is not None:
            _ajouter(bilan.matieres, r.matiere.partition(".")[0], int(r.unanime), 1)
    return bilan


def _ajouter(sommes: dict[str, tuple[int, int]], cle: str, un: int, deux: int) -> None:
    avant = sommes.get(cle, (0, 0))
    sommes[cle] = (avant[0] + un, avant[1] + deux)
