"""Names in a passage as persons, and names completed or repaired by the session's own roll."""

import re
from collections.abc import Iterable, Sequence
from functools import lru_cache

from modeles.deliberation import Personne
from modeles.lecture import Nature, Trouvaille
from modeles.texte import Passage, plier
from pipeline.etapes.extraction.liste_de_noms import NomLu, lire_noms
from pipeline.etapes.extraction.prenoms import genre
from pipeline.grammaire.personnes import PARTICULE
from pipeline.rapprochement import ressemblance

SEUIL_ROLE = 0.86
"""Similarity under which a name is not taken for one of the roll's."""


def couper(nom_complet: str) -> tuple[str | None, str]:
    """(first names, surname): capitals tell the surname; without capitals the first word is the first name."""
    mots = nom_complet.split()
    majuscules = [
        i
        for i, m in enumerate(mots)
        if m.isupper() and sum(c.isalpha() for c in m) > 1 and not re.fullmatch(r"(?:[A-Z]\.-?)+|[A-Z]-[A-Z]\.?", m)
    ]
    if not majuscules:
        return (mots[0], " ".join(mots[1:])) if len(mots) > 1 else (None, nom_complet)
    debut, fin = majuscules[0], majuscules[-1] + 1
    while debut > 0 and PARTICULE.match(plier(mots[debut - 1])) and not mots[debut - 1][0].isupper():
        debut -= 1
    prenom = " ".join(mots[:debut] + mots[fin:]) or None
    return prenom, " ".join(mots[debut:fin])


def personne(passage: Passage, lu: NomLu, regle: str) -> Trouvaille[Personne]:
    """The person printed at ``lu``, with the words from its civility to its function."""
    nom_complet = " ".join(passage.texte[lu.debut_nom : lu.fin].split())
    nom_complet = re.sub(r"\s[-–—]\s?|[-–—]\s", "-", nom_complet)
    prenom, nom = couper(nom_complet)
    qualite = " ".join(passage.texte[slice(*lu.qualite)].split()).strip(" .,;") if lu.qualite else None
    mots = passage.mots_de(lu.debut, lu.fin) + (passage.mots_de(*lu.qualite) if lu.qualite else ())
    nature: Nature = "corrige" if any(m.correction for m in mots) else "lu"
    valeur = Personne(civilite=lu.civilite, prenom=prenom, nom=nom, nom_complet=nom_complet, qualite=qualite or None)  # type: ignore[arg-type]
    return Trouvaille(valeur=valeur, mots=mots, regle=regle, nature=nature)


def nommes(passage: Passage, regle: str = "personnes.liste") -> tuple[Trouvaille[Personne], ...]:
    """Every person named in a list."""
    return tuple(personne(passage, lu, regle) for lu in lire_noms(passage.texte))


@lru_cache(maxsize=8192)
def cle(nom: str) -> str:
    """Folded words in alphabetical order: the same for "Jean DUPONT" and "DUPONT Jean"."""
    return " ".join(sorted(re.findall(r"\w+", plier(nom))))


def _mots(nom: str) -> set[str]:
    return set(re.findall(r"\w+", plier(nom)))


def retrouver(cherche: Personne, role: Sequence[Trouvaille[Personne]]) -> Trouvaille[Personne] | None:
    """The roll's entry that ``cherche`` names: the same words, a part of them ("M. BLANC"), or nearly so.

    None when nobody, or when two different persons fit and the civility does not tell them apart.
    """
    complet = cle(cherche.nom_complet)
    exacts = [t for t in role if cle(t.valeur.nom_complet) == complet]
    if exacts:
        return exacts[0]
    mots = _mots(cherche.nom_complet)
    entiers = [t for t in role if mots and mots == _mots(t.valeur.nom)]
    partiels = entiers or [t for t in role if mots and mots < _mots(t.valeur.nom_complet) and _surname(mots, t.valeur)]
    initiales = partiels or [t for t in role if _par_initiale(cherche, t.valeur)]
    candidats = _distincts(initiales)
    if len(candidats) > 1:
        candidats = [t for t in candidats if _meme_civilite(cherche, t.valeur)]
    if candidats:
        return candidats[0] if len(candidats) == 1 else None
    proches = _distincts(t for t in role if ressemblance(complet, cle(t.valeur.nom_complet)) >= SEUIL_ROLE)
    return proches[0] if len(proches) == 1 else None


def _surname(mots: set[str], candidat: Personne) -> bool:
    """The words are the surname, or hold part of it: a first name alone names nobody."""
    return bool(mots & _mots(candidat.nom)) and len(mots) >= len(_mots(candidat.nom))


def _par_initiale(cherche: Personne, candidat: Personne) -> bool:
    """ "J. DUPONT" or "J-P DUPONT" for "Jean-Pierre DUPONT"."""
    if not cherche.prenom or not candidat.prenom or cle(cherche.nom) != cle(candidat.nom):
        return False
    lettres = re.findall(r"\w+", plier(cherche.prenom))
    prenoms = re.findall(r"\w+", plier(candidat.prenom))
    return all(len(x) == 1 for x in lettres) and [p[0] for p in prenoms][: len(lettres)] == lettres


def _distincts(trouvailles: Iterable[Trouvaille[Personne]]) -> list[Trouvaille[Personne]]:
    return list({cle(t.valeur.nom_complet): t for t in trouvailles}.values())


def _meme_civilite(cherche: Personne, candidat: Personne) -> bool:
    """Both men or both women, by the civility printed or by the candidate's first name."""
    sien = _genre(candidat)
    return bool(cherche.civilite and sien) and (cherche.civilite == "M.") == (sien == "M")


def _genre(personne: Personne) -> str | None:
    if personne.civilite:
        return "M" if personne.civilite == "M." else "F"
    return genre(re.split(r"[\s-]", plier(personne.prenom))[0]) if personne.prenom else None


def completer(trouvaille: Trouvaille[Personne], role: Sequence[Trouvaille[Personne]]) -> Trouvaille[Personne]:
    """The person as the roll prints it; unchanged when the roll does not know it, or prints it alike."""
    connu = retrouver(trouvaille.valeur, role)
    if connu is None or cle(connu.valeur.nom_complet) == cle(trouvaille.valeur.nom_complet):
        return trouvaille
    valeur = connu.valeur.model_copy(
        update={"civilite": trouvaille.valeur.civilite or connu.valeur.civilite, "qualite": trouvaille.valeur.qualite}
    )
    return trouvaille.model_copy(update={"valeur": valeur, "nature": "corrige", "regle": f"{trouvaille.regle}+role"})
