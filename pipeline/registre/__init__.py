"""The registre: one database that knows every document, page OCR, reading, anomaly and human decision.

The only door of SQLAlchemy and Alembic. Functions take an open ``Registre``; each write is one transaction.
"""

from pipeline.registre.decisions import appliquer_decisions
from pipeline.registre.depot import decider, decisions_du, deposer, garder_page, page_connue, pages_du
from pipeline.registre.entretien import sauvegarder, verifier
from pipeline.registre.ouverture import Registre, fermer, mettre_a_jour, ouvrir, rejoindre
from pipeline.registre.recherche import ActeTrouve, LectureCourante, chercher, lectures_courantes
from pipeline.registre.schema import VERSION
from pipeline.registre.travaux import (
    Scan,
    chemins_de,
    compter_etats,
    echouer,
    inscrire,
    prendre,
    prolonger,
    rendre,
    reprendre,
)

__all__ = [
    "VERSION",
    "ActeTrouve",
    "LectureCourante",
    "Registre",
    "Scan",
    "appliquer_decisions",
    "chemins_de",
    "chercher",
    "compter_etats",
    "decider",
    "decisions_du",
    "deposer",
    "echouer",
    "fermer",
    "garder_page",
    "inscrire",
    "lectures_courantes",
    "mettre_a_jour",
    "ouvrir",
    "page_connue",
    "pages_du",
    "prendre",
    "prolonger",
    "rejoindre",
    "rendre",
    "reprendre",
    "sauvegarder",
    "verifier",
]
