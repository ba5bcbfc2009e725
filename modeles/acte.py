"""What segmentation gives: acts, each cut into zones of paragraphs."""

from typing import Literal

from pydantic import Field

from modeles.base import Modele
from modeles.page import Cellule, Region
from modeles.texte import Boite, Passage

NatureZone = Literal[
    "entete",  # letterhead, title of the extract, date and place of the session, counts, chair, secretary
    "presents", "absents", "excuses", "procurations", "assistants", "mouvements",  # the roll
    "emargement",  # the roll as a table
    "titre",  # number, object, rapporteur
    "expose",  # what the rapporteur says
    "visas", "considerants",
    "dispositif",  # what is decided, the vote included
    "scrutin",  # the vote as a table
    "signature",
    "tampon",  # stamp of the control of legality, certificates of publication
    "marge",  # the narrow column beside the body
    "annexe",  # tables, annexes, legal remedies: belongs to no field
]  # fmt: skip


class Paragraphe(Modele):
    """Lines joined over line ends and pages: a sentence, a list item, a heading, a table cell."""

    passage: Passage
    page: int = Field(ge=1, description="Page where it begins.")
    boite: Boite = Field(description="Box of its first page's lines, points on the straightened page.")
    region: Region = "corps"
    cellule: Cellule | None = None
    lignes: int = Field(1, ge=1, description="Printed lines.")
    corps: float = Field(description="Height of its words, median, points: tells headings from text.")
    ecart: float = Field(0.0, description="Blank space above, in line heights; 99 at the top of a page.")
    centre: bool = Field(False, description="Centred in its column.")
    retrait: float = Field(0.0, description="Indent from the left edge of the body, points.")


class Zone(Modele):
    """Consecutive paragraphs that play one part."""

    nature: NatureZone
    paragraphes: tuple[Paragraphe, ...]

    @property
    def passages(self) -> tuple[Passage, ...]:
        return tuple(p.passage for p in self.paragraphes)


class Acte(Modele):
    """One deliberation, cut. The zones of the session are repeated in each act of a procès-verbal."""

    zones: tuple[Zone, ...] = Field(min_length=1)
    seance: int = Field(0, description="Rank of the session in the document: its acts share their roll.")

    def paragraphes(self, *natures: NatureZone) -> tuple[Paragraphe, ...]:
        """The paragraphs of these zones, in reading order."""
        return tuple(p for z in self.zones if z.nature in natures for p in z.paragraphes)

    def passages(self, *natures: NatureZone) -> tuple[Passage, ...]:
        """The texts of these zones, in reading order."""
        return tuple(p.passage for p in self.paragraphes(*natures))
