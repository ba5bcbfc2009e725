"""What a reading is made of besides the records: findings, sources, anomalies."""

from collections.abc import Iterable, Iterator, Mapping
from types import MappingProxyType
from typing import Any, Generic, Literal, TypeVar

from pydantic import Field, computed_field

from modeles.base import Modele
from modeles.deliberation import Deliberation
from modeles.reference import Citation, EffetCite
from modeles.texte import Boite, Mot

T = TypeVar("T")

Nature = Literal["lu", "corrige", "deduit"]
"""lu: printed so. corrige: OCR repaired. deduit: derived; never in the printed fields."""

Gravite = Literal["info", "doute", "erreur"]
"""info: worth knowing. doute: a person should look. erreur: something was lost or contradicts itself."""
GRAVITES: Mapping[Gravite, str] = MappingProxyType(
    {"erreur": "perte ou contradiction", "doute": "à vérifier", "info": "à savoir"}
)
"""The same, said to the person."""


class Anomalie(Modele):
    """Doubt or damage, as a value. ``message`` is French, for the archivist."""

    code: str = Field(description='Short ASCII identifier, e.g. "date-jour-semaine".')
    gravite: Gravite
    message: str
    page: int | None = None
    champ: str | None = Field(
        None, description='JSON Pointer of the field in doubt, e.g. "/deliberations/0/seance/date".'
    )
    extrait: str | None = Field(None, description="The printed text that raised the doubt.")


class Trouvaille(Modele, Generic[T]):
    """A value, the words that print it and the rule that found it."""

    valeur: T
    mots: tuple[Mot, ...]
    regle: str = Field(description='Name of the grammar piece, "vote.comptes".')
    nature: Nature = "lu"


class Endroit(Modele):
    """Where on the scan: boxes in points on the page as stored (what a PDF viewer shows)."""

    page: int
    boite: Boite


class Source(Modele):
    """Where a value of the record stands on the page, and how it was read."""

    endroits: tuple[Endroit, ...]
    brut: str = Field(description="The words as OCR gave them.")
    lisibilite: float = Field(ge=0, le=1, description="The lowest recognition confidence among the words.")
    confiance: float = Field(
        ge=0, le=1, description="Estimated chance that the value is right: see ``pipeline.etapes.fiabilite``."
    )
    regle: str
    nature: Nature
    corrections: tuple[str, ...] = Field(
        (), description='Lines of the dictionary or roll that changed a word; "decision:" and who settled it.'
    )


class Deduction(Modele):
    """A value that is not printed and follows from what is: it stands apart from the record, with its reason."""

    champ: str = Field(description='JSON Pointer, "/deliberations/0/decision/vote/pour"; the record has nothing there.')
    valeur: int | str
    regle: str = Field(description='Name of the rule, "vote.reste".')
    raison: str = Field(description="In French: what it follows from, with the text of law.")


class Document(Modele):
    """The file that was read."""

    nom: str = Field(description="File name, without folder.")
    sha256: str
    pages: int


class Lecture(Modele):
    """One scan, read: its records, the source of each value, and what is in doubt."""

    document: Document
    deliberations: tuple[Deliberation, ...] = ()
    sources: dict[str, Source] = Field(default_factory=dict, description="By JSON Pointer, one for each non-null leaf.")
    anomalies: tuple[Anomalie, ...] = ()
    deductions: tuple[Deduction, ...] = ()
    references: tuple[Citation, ...] = Field((), description="Legal texts cited, typed and normalised.")
    effets: tuple[EffetCite, ...] = Field((), description="What the articles do to other acts.")

    @computed_field  # type: ignore[prop-decorator]
    @property
    def statut(self) -> Literal["complete", "partielle", "echec"]:
        """Computed from the anomalies, never set."""
        if not self.deliberations:
            return "echec"
        return "partielle" if any(a.gravite != "info" for a in self.anomalies) else "complete"

    def feuille(self, pointeur: str) -> Any:
        """The value at a JSON Pointer (RFC 6901). KeyError when there is none."""
        try:
            return suivre(self.model_dump(mode="json"), pointeur.split("/")[1:])
        except (KeyError, IndexError, ValueError, TypeError):
            raise KeyError(pointeur) from None


def feuilles(arbre: Any, pointeur: str = "") -> Iterator[tuple[str, Any]]:
    """Every leaf of a dumped model, with its JSON Pointer; an empty list, or group, is a leaf."""
    if isinstance(arbre, dict | list) and arbre:
        for cle, valeur in arbre.items() if isinstance(arbre, dict) else enumerate(arbre):
            yield from feuilles(valeur, f"{pointeur}/{cle}")
    else:
        yield pointeur, arbre


def feuilles_dites(arbre: Any, pointeur: str = "") -> Iterator[tuple[str, Any]]:
    """Those that say something: neither null nor empty."""
    return ((p, v) for p, v in feuilles(arbre, pointeur) if v is not None and not isinstance(v, dict | list))


def suivre(arbre: Any, chemin: Iterable[str]) -> Any:
    """What stands in a dumped model at the end of a path of keys and ranks. An error of the container when nothing
    does."""
    for cle in chemin:
        arbre = arbre[int(cle)] if isinstance(arbre, (list, tuple)) else arbre[cle]
    return arbre
