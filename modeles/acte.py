"""What segmentation gives: acts, each cut into zones of paragraphs."""

from typing import Literal

from pydantic import Field

from modeles.base import Modele
from modeles.texte import Passage

NatureZone = Literal[
    "entete",  # letterhead, title of the extract, date and place of the session, counts, chair, secretary
    "presents", "absents", "excuses", "procurations", "assistants",  # the roll
    "titre",  # number, object, rapporteur
    "expose",  # what the rapporteur says
    "visas", "considerants",
    "dispositif",  # what is decided
    "vote",
    "signature",
    "tampon",  # stamp of the control of legality, certificates of publication
    "annexe",  # tables, annexes, legal remedies, page furniture: belongs to no field
]  # fmt: skip


class Zone(Modele):
    """Consecutive paragraphs that play one part. Paragraphs are already joined over line ends and pages."""

    nature: NatureZone
    passages: tuple[Passage, ...]


class Acte(Modele):
    """One deliberation, cut. The zones of the session are repeated in each act of a procès-verbal."""

    zones: tuple[Zone, ...] = Field(min_length=1)

    def passages(self, *natures: NatureZone) -> tuple[Passage, ...]:
        """The paragraphs of these zones, in reading order."""
        return tuple(p for z in self.zones if z.nature in natures for p in z.passages)
