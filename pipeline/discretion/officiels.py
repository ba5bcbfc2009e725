"""Who acts as an official in a record: members of the body, its chair and secretary, those who sign."""

import re
from collections.abc import Iterator, Sequence
from typing import Any, Literal, NamedTuple

from modeles.fiche import Arbre
from modeles.texte import plier
from pipeline.etapes.extraction.noms import couper
from pipeline.grammaire.personnes import PARTICULE
from pipeline.rapprochement import ressemblance

SEUIL = 0.86
"""Similarity from which a name is that of an official, misread."""
Accord = Literal["oui", "par_le_nom", "non"]
"""par_le_nom: the surname alone says it; another family may bear it."""


class Officiel(NamedTuple):
    """Folded words."""

    nom: frozenset[str]
    prenoms: tuple[str, ...]
    civilite: str | None


def officiels(arbre: Arbre) -> tuple[Officiel, ...]:
    """Of one record."""
    return tuple(dict.fromkeys(o for p in _personnes(arbre) if (o := _officiel(p)).nom))


def _personnes(arbre: Arbre) -> Iterator[dict[str, Any]]:
    vote = arbre["decision"]["vote"]
    yield from (p for p in (arbre["rapporteur"], arbre["seance"]["president"], arbre["seance"]["secretaire"]) if p)
    for liste in arbre["presences"].values():
        yield from liste
    for procuration in arbre["procurations"]:
        yield from (p for p in procuration.values() if p)
    for cle in ("noms_contre", "noms_abstention", "noms_ne_prend_pas_part"):
        yield from vote[cle]
    yield from ({"nom_complet": s["nom"]} for s in arbre["signataires"])


def _officiel(personne: dict[str, Any]) -> Officiel:
    complet = personne["nom_complet"]
    nom = personne.get("nom")
    if nom is None or nom == complet:
        nom = couper(complet)[1]
    propres = frozenset(mots(nom)) or frozenset(mots(complet))
    return Officiel(propres, tuple(m for m in mots(complet) if m not in propres), personne.get("civilite"))


def mots(nom: str) -> list[str]:
    """The folded words of a name, without its particles and links."""
    return [plier(m) for m in re.findall(r"[^\W\d_]+", nom) if not PARTICULE.fullmatch(m.lower())]


def accord(nom: str, civilite: str | None, connus: Sequence[Officiel]) -> Accord:
    """Whether a name in the text is that of an official. A first name that contradicts, or the other civility, says
    another person of the family."""
    siens = mots(nom)
    accords = {_accord(siens, civilite, o) for o in connus} if siens else set()
    return "oui" if "oui" in accords else "par_le_nom" if "par_le_nom" in accords else "non"


def _accord(siens: Sequence[str], civilite: str | None, o: Officiel) -> Accord:
    if set(siens) <= o.nom:
        autre = civilite is not None and o.civilite is not None and civilite != o.civilite
        return "non" if autre else "par_le_nom"
    if o.nom <= set(siens):
        restes = [m for m in siens if m not in o.nom]
        if not o.prenoms:
            return "par_le_nom"
        return "oui" if all(any(_meme_prenom(r, p) for p in o.prenoms) for r in restes) else "non"
    complet = " ".join(sorted((*o.nom, *o.prenoms)))
    proche = ressemblance(" ".join(sorted(siens)), complet) >= SEUIL
    return "oui" if proche and len(siens) > 1 else "non"


def _meme_prenom(lu: str, connu: str) -> bool:
    initiale = min(len(lu), len(connu)) == 1 and lu[0] == connu[0]
    return lu == connu or initiale or ressemblance(lu, connu) >= SEUIL
