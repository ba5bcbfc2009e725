"""Which body an ACTES identifier names: its SIREN, and the commune or EPCI that bears it (table ``collectivites``)."""

import re
from functools import cache
from typing import NamedTuple

from corrections import charger
from modeles.texte import plier
from pipeline.grammaire.teletransmission import IdentifiantActes

SOURCE = "Code officiel géographique (INSEE) et Banatic (DGCL)"


class Corps(NamedTuple):
    """A commune or an EPCI of today."""

    siren: str
    nature: str
    """"commune", "CC", "CA", "CU", "METRO"."""
    code: str
    """INSEE code of a commune, "30110"; "" for an EPCI."""
    nom: str


@cache
def _par_siren() -> dict[str, Corps]:
    return {x["siren"]: Corps(x["siren"], x["nature"], x["code"], x["nom"]) for x in charger("collectivites")}


def identifier(identifiant: IdentifiantActes) -> Corps | None:
    """The body of an identifier whose SIREN and département agree with the table.

    None when it is not there (a syndicate, a board, a commune since merged) or when a digit was misread.
    """
    corps = _par_siren().get(identifiant.siren) if identifiant.luhn_valide else None
    if corps is None or not corps.code:
        return corps
    departement = corps.code[:3] if corps.code.startswith("97") else corps.code[:2].zfill(3)
    return corps if departement == identifiant.departement else None


def s_accorde(corps: Corps, nom: str) -> bool:
    """Whether a printed name can be that of this body: it has its capitalised words, the article aside ("Le Havre",
    "Ville du Havre")."""
    officiel = re.sub(r"^(?:L[ea]s?\s|L'|(?:CC|CA|CU|METRO)\s)", "", corps.nom)
    propres = {plier(mot) for mot in re.findall(r"\b[A-ZÀ-ÝŒ]\w*", officiel)}
    return propres <= set(re.findall(r"\w+", plier(nom)))


def nom_du_departement(code: str) -> str | None:
    """ "030" -> "Gard", "02A" -> "Corse-du-Sud", "972" -> "Martinique"."""
    noms = {x["code"]: x["nom"] for x in charger("departements")}
    return noms.get(code) or noms.get(code.removeprefix("0"))
