"""The record: one deliberation. What is not printed is None or (), never guessed.

The members and their French names follow the SCDL Délibérations 2.1.5 schema where it has them, and the CGCT where it
does not.
"""

import datetime
from typing import Literal

from pydantic import Field

from modeles.base import Modele

Heure = str
"""Local time "HH:MM"."""

Resultat = Literal["adopte", "rejete", "avis_favorable", "avis_defavorable", "prend_acte", "ajourne"]


class Personne(Modele):
    """A person as printed. ``nom_complet`` keeps the printed order, case and accents."""

    civilite: Literal["M.", "Mme", "Mlle"] | None = Field(None, description="Normalised civility.")
    prenom: str | None = Field(None, description="First names, when they can be told from the surname.")
    nom: str = Field(min_length=1, description="Surname with its particles.")
    nom_complet: str = Field(min_length=1, description="First name and surname in the printed order.")
    qualite: str | None = Field(None, description="Function printed beside the name, without article.")


class Collectivite(Modele):
    nom: str | None = Field(None, description='Legal body, "Commune de Saint-Aubin".')
    departement: str | None = Field(None, description="Name of the département, when printed.")
    organe: str | None = Field(None, description='Deliberating body, "Conseil municipal".')


class Seance(Modele):
    """CGCT L.2121-7 to L.2121-18."""

    date: datetime.date | None = Field(None, description="Day of the session.")
    heure: Heure | None = Field(None, pattern=r"^([01]\d|2[0-3]):[0-5]\d$", description="Hour it opened.")
    lieu: str | None = Field(None, description="Place, without leading article.")
    nature: Literal["ordinaire", "extraordinaire"] | None = None
    date_convocation: datetime.date | None = Field(None, description="CGCT L.2121-10.")
    date_affichage: datetime.date | None = Field(None, description="Posting date printed in the header.")
    president: Personne | None = Field(None, description="Who chairs, as the header says (CGCT L.2121-14).")
    secretaire: Personne | None = Field(None, description="CGCT L.2121-15.")


class Effectifs(Modele):
    """Only the numbers printed in the document."""

    en_exercice: int | None = Field(None, ge=0)
    presents: int | None = Field(None, ge=0)
    votants: int | None = Field(None, ge=0)
    quorum: int | None = Field(None, ge=0)


class Presences(Modele):
    """Who gave a proxy is in ``Deliberation.procurations`` only."""

    presents: tuple[Personne, ...] = ()
    absents: tuple[Personne, ...] = ()
    excuses: tuple[Personne, ...] = ()


class Procuration(Modele):
    """CGCT L.2121-20: a written power to vote."""

    mandant: Personne = Field(description="Who gives the power.")
    mandataire: Personne | None = Field(None, description="Who holds it; None when not printed.")


class Article(Modele):
    numero: str | None = Field(None, description='"1" when printed "Article 1er"; None for an unnumbered item.')
    texte: str = Field(min_length=1)


class Vote(Modele):
    """Counts only when printed."""

    resultat: Resultat | None = None
    unanimite: bool | None = Field(None, description="True when printed; False when the counts are divided.")
    pour: int | None = Field(None, ge=0)
    contre: int | None = Field(None, ge=0)
    abstentions: int | None = Field(None, ge=0)
    ne_prend_pas_part: int | None = Field(None, ge=0)
    noms_contre: tuple[Personne, ...] = ()
    noms_abstention: tuple[Personne, ...] = ()
    noms_ne_prend_pas_part: tuple[Personne, ...] = ()


class Decision(Modele):
    articles: tuple[Article, ...] = ()
    vote: Vote = Vote()


class Signataire(Modele):
    nom: str = Field(min_length=1, description="Full name as printed.")
    qualite: str | None = Field(None, description="Function, without leading article.")


class Teletransmission(Modele):
    """Control of legality (CGCT L.2131-1): the ACTES identifier and its dates."""

    identifiant: str | None = Field(None, description='"013-211300058-20220308-DEL2022_45-DE".')
    date_envoi: datetime.date | None = None
    date_reception: datetime.date | None = None
    date_publication: datetime.date | None = None


class Deliberation(Modele):
    """One act of a deliberating body."""

    collectivite: Collectivite | None = None
    numero: str | None = Field(None, description='As printed, without "N°".')
    objet: str | None = Field(None, description="The title, on one line.")
    rapporteur: Personne | None = None
    seance: Seance = Seance()
    effectifs: Effectifs = Effectifs()
    presences: Presences = Presences()
    procurations: tuple[Procuration, ...] = ()
    visas: tuple[str, ...] = Field((), description='Each "Vu ...", without "Vu" and without its final mark.')
    considerants: tuple[str, ...] = Field((), description='Each "Considérant (que) ...", likewise.')
    decision: Decision = Decision()
    signataires: tuple[Signataire, ...] = ()
    teletransmission: Teletransmission = Teletransmission()
