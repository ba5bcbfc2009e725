"""Wide repair of letters and accents, for text read with English data only.

A word is changed only when it is not French and the result is: noisy channel, the weight of the confusion
(``corrections/confusions.tsv``) times the frequency of the result. Numbers, capitals and names stay.
"""

import re
from functools import cache

from corrections import charger
from modeles.page import Ligne
from modeles.texte import Mot, plier
from pipeline.etapes.correction.mots import corrige, nommer
from pipeline.lexique import frequence

_JETON = re.compile(
    r"""
    (?P<avant> [^\w]* (?: (?: [ldnsjcmt] | (?: jus|lors|puis|quoi)? qu ) ['’‘] )? )
    (?P<coeur> [^\W\d_]+ (?: -[^\W\d_]+ )* )
    (?P<apres> [^\w]* )
    """,
    re.VERBOSE | re.IGNORECASE,
)
_ELISION = re.compile(r"(?P<lettre>[LlDd]|[Qq]u)(?P<reste>[aeiouyhâéèêîôû]\w{3,})")
_DETERMINANT = re.compile(r"(?:[Ll]es?|[Ll]a|[Uu]ne?|[DdCc]es|[Dd]u|[Aa]ux?|[Vv]u|[Ll]eurs?|[Ee]n|[Dd]e)")
_MINIMUM = 4
_NOM = re.compile(r"[^\W\d_]")


@cache
def _confusions() -> tuple[tuple[str, str, str, float], ...]:
    return tuple(
        (nommer("confusions", f["cle"]), f["lu"], f["ecrit"], int(f["poids"]) / 1000)
        for f in charger("confusions")
        if f["lu"]
    )


@cache
def _departements() -> dict[str, str]:
    return {f["nom"].lower(): f["nom"] for f in charger("departements")}


@cache
def _prenoms() -> frozenset[str]:
    return frozenset(f["prenom"].lower() for f in charger("prenoms"))


@cache
def _propres() -> dict[str, set[str]]:
    """First names and départements by their letters without accents: "helene" gives "Hélène"."""
    noms = [f["prenom"] for f in charger("prenoms")] + [f["nom"] for f in charger("departements")]
    trouves: dict[str, set[str]] = {}
    for nom in noms:
        trouves.setdefault(plier(nom), set()).add(nom)
    return trouves


def _variantes(mot: str) -> dict[str, tuple[float, str]]:
    """Each word one confusion away, with the weight and the line of the dictionary."""
    trouves: dict[str, tuple[float, str]] = {}
    for cle, lu, ecrit, poids in _confusions():
        i = mot.find(lu)
        while i >= 0:
            trouves.setdefault(mot[:i] + ecrit + mot[i + len(lu) :], (poids, cle))
            i = mot.find(lu, i + 1)
    return trouves


@cache
def meilleure(mot: str) -> tuple[str, str] | None:
    """The likeliest French word at one or two confusions from ``mot``, and the lines of the dictionary; or None."""
    if frequence(mot):
        return None
    proches = _variantes(mot)
    candidats = [(poids * frequence(v), v, cle) for v, (poids, cle) in proches.items() if frequence(v)]
    if not candidats and len(mot) >= 5:
        for milieu, (poids, cle) in proches.items():
            for fin, (poids2, cle2) in _variantes(milieu).items():
                if fin != mot and frequence(fin):
                    noms = cle if cle2 == cle else f"{cle} + {cle2}"
                    candidats.append((poids * poids2 * frequence(fin), fin, noms))
    if not candidats:
        return None
    _, gagnant, cle = max(candidats)
    return gagnant, cle


def _departement(mot: str) -> tuple[str, str] | None:
    if mot.lower() in _departements():
        return None
    for variante, (_, cle) in _variantes(mot).items():
        if variante.lower() in _departements():
            return variante, cle
    return None


def _propre(mot: str) -> str:
    """The only first name or département with these letters, or with one confusion of them; else the word as it is.

    A capital stays as it is: "Eric" is printed as well as "Éric".
    """
    if not mot.istitle() or mot in _propres().get(plier(mot), ()):
        return mot
    proches = _propres().get(plier(mot)) or {v for v in _variantes(mot) if v in _propres().get(plier(v), ())}
    candidats = [nom for nom in proches if nom[0] == mot[0]]
    return candidats[0] if len(candidats) == 1 else mot


def _peut_etre_nom(mot: str, avant: Mot | None, apres: Mot | None) -> bool:
    """A capitalised word that may be a name: its neighbour has a capital too, or is "M.", "Mme"."""
    if not mot[:1].isupper():
        return False
    for voisin in (avant, apres):
        lettres = "".join(_NOM.findall(voisin.texte)) if voisin else ""
        if len(lettres) > 1 and lettres.isupper():
            return True
    if avant is None or (avant.texte[-1:] in ".;:!?" and len(avant.texte) > 4) or _DETERMINANT.fullmatch(avant.texte):
        return False
    return bool(avant.texte[:1].isupper())


def _reparer_coeur(coeur: str, en_tete: bool) -> tuple[str, str] | None:
    if "-" in coeur and coeur[:1].isupper():
        return _departement(coeur)
    morceaux, noms = [], []
    for morceau in coeur.split("-"):
        trouve = None
        if len(morceau) >= _MINIMUM and morceau.lower() not in _prenoms() and (morceau.islower() or morceau.istitle()):
            trouve = meilleure(morceau) or _elision_perdue(morceau, en_tete)
            if trouve and "'" not in trouve[0] and morceau.istitle() and (morceau + trouve[0]).isascii():
                trouve = None  # a capital and no accent at stake: "Maud" is a name, not "moud"
        morceaux.append(trouve[0] if trouve else morceau)
        noms += [trouve[1]] if trouve else []
    return ("-".join(morceaux), " + ".join(noms)) if noms else None


def _elision_perdue(mot: str, en_tete: bool) -> tuple[str, str] | None:
    """ "Lenjeu" -> "L'enjeu", at the head of a line only when it has a capital."""
    trouve = _ELISION.fullmatch(mot)
    if trouve is None or frequence(mot) or (mot[0].isupper() and not en_tete):
        return None
    reste, nom = trouve["reste"], nommer("confusions", "elision")
    if not frequence(reste):
        repare = meilleure(reste)
        if repare is None:
            return None
        reste, nom = repare[0], f"{nom} + {repare[1]}"
    return f"{trouve['lettre']}'{reste}", nom


def reparer(lignes: list[Ligne]) -> list[Ligne]:
    """The lines with their words repaired by confusion and lexicon."""
    sortie: list[Ligne] = []
    precedente: Ligne | None = None
    for ligne in lignes:
        mots = list(ligne.mots)
        dernier = precedente.mots[-1] if precedente and precedente.bloc == ligne.bloc else None
        en_tete = True
        for i, mot in enumerate(mots):
            avant = mots[i - 1] if i else dernier
            apres = mots[i + 1] if i + 1 < len(mots) else None
            mots[i] = _reparer(mot, avant, apres, en_tete)
            en_tete = en_tete and not _NOM.search(mot.texte)
        precedente = ligne
        sortie.append(ligne if tuple(mots) == ligne.mots else ligne.model_copy(update={"mots": tuple(mots)}))
    return sortie


def _reparer(mot: Mot, avant: Mot | None, apres: Mot | None, en_tete: bool) -> Mot:
    jeton = _JETON.fullmatch(mot.texte)
    if jeton is None or jeton["coeur"].isupper():
        return mot
    coeur = jeton["coeur"]
    propre = _propre(coeur) if plier(coeur) in _propres() else "-".join(map(_propre, coeur.split("-")))
    if propre != coeur:
        return corrige(mot, jeton["avant"] + propre + jeton["apres"], nommer("prenoms", "accents"))
    elide = jeton["avant"][-1:] in "'’‘" and jeton["avant"] != ""
    if "-" not in jeton["coeur"] and not elide and _peut_etre_nom(jeton["coeur"], avant, apres):
        return mot
    trouve = _reparer_coeur(jeton["coeur"], en_tete)
    return corrige(mot, jeton["avant"] + trouve[0] + jeton["apres"], trouve[1]) if trouve else mot
