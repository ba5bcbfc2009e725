"""The names of a list, one by one, where they stand: reads the printed text, whose capitals tell a name."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from modeles.texte import plier
from pipeline.etapes.extraction.prenoms import est_prenom
from pipeline.grammaire.personnes import (
    CIVILITE,
    DE_QUOI,
    DIRECT,
    FONCTION,
    HOMONYME,
    INVERSE,
    NOMME,
    PARTICULE,
    PATRONYME_COMMUN,
    PRENOM_NOM,
    QUALITE,
    SEPARATEUR,
    TITRE,
)


class NomLu(NamedTuple):
    """A name where it stands. Spans are offsets in the text; ``fin`` excludes what follows the name."""

    debut: int
    """Start of the civility, or of the name when there is none."""
    debut_nom: int
    fin: int
    civilite: str | None
    """"M.", "Mme" or "Mlle"; carried over from "MM." and "Mmes" to the names that follow."""
    qualite: tuple[int, int] | None
    """Span of the function printed after the name."""


def _prenom_d_abord(texte: str) -> bool:
    """Most elements of the list read "Prénom NOM": capitals before them are the label of a commune or a group."""
    directs, inverses = len(DIRECT.findall(texte)), len(INVERSE.findall(texte))
    return directs >= 3 and directs > 2 * inverses


def _sans_libelle(mots: list[tuple[int, int, str]], i: int) -> int:
    """The index after words in capitals that stand before a "Prénom NOM": the label of its line."""
    j = i
    while j < len(mots) and len(mots[j][2]) > 2 and mots[j][2].isupper() and not mots[j][2].endswith(","):
        j += 1
    suit = [m.strip(".,;") for _, _, m in mots[j : j + 2]]
    return j if j > i and len(suit) == 2 and re.match(r"[A-ZÀ-Ý][a-zà-ÿ]", suit[0]) and suit[1].isupper() else i


def ouvre_par_un_libelle(texte: str) -> bool:
    """ "TRÉBRIANT Christian STÉPHAN, Odile CONNAN": a commune in capitals, then its members."""
    mots = [(m.start(), m.end(), m.group()) for m in re.finditer(r"\S+", texte)]
    return _sans_libelle(mots, 0) > 0


def _initiales(texte: str) -> str:
    """The same text, where "M." is masked when it is an initial: after a civility ("M. M. ROY"), or in a list of
    initials without any other civility."""
    texte = re.sub(r"(?<=\bM\.\s)M\.(?=\s[A-ZÀ-Ý]{2})|(?<=\bMme\s)M\.(?=\s[A-ZÀ-Ý]{2})", "M\x02", texte)
    autres = re.findall(r"(?<![\w.-])(?!M\.)[A-ZÀ-Ý]\.(?:-?[A-ZÀ-Ý]\.)?\s[A-ZÀ-Ý]{2}", texte)
    if len(autres) < 3 or re.search(r"\b(?:MM|Mlle|Monsieur|Madame)\b|\bMme\s", texte):
        return texte
    return re.sub(r"(?<![\w.-])M\.(?=\s[A-ZÀ-Ý]{2})", "M\x02", texte)


def _est_nom(mot: str) -> bool:
    """A capitalised word, elisions ("d'ORGEVAL") and initials included."""
    nu = re.sub(r"^[dDlL]['’]", "", mot.strip("\"«»“”.'’*\x01\x02"))
    return bool(nu) and nu[0].isalpha() and nu[0].isupper()


def _civilite(texte: str) -> str | None:
    plie = plier(texte).rstrip(".")
    if plie in ("m", "mr", "mm", "mrs", "monsieur", "messieurs"):
        return "M."
    if plie in ("mlle", "mlles", "melle", "mademoiselle"):
        return "Mlle"
    return "Mme"


def _elements(texte: str) -> Iterator[tuple[int, int, bool]]:
    """(start, end, followed by a colon) of the parts between separators."""
    position = 0
    for m in SEPARATEUR.finditer(texte):
        yield position, m.start(), ":" in m.group()
        position = m.end()
    yield position, len(texte), False


def _fonction(mot: str, deja: list[str], suivant: str = "") -> bool:
    """A function word, unless capitals and what stands beside make it a surname ("Bruno LE MAIRE", "M. MAIRE Jean").

    ``suivant``: the next word, given after a civility only.
    """
    if not FONCTION.match(plier(mot.strip(".,'\"«»"))):
        return False
    if mot.isupper() and not deja and re.match(r"[A-ZÀ-Ý][a-zà-ÿ]", suivant) and not CIVILITE.match(suivant):
        return False
    return not (mot.isupper() and deja and not deja[0].isupper() and len(deja) <= 3)


def _patronyme_commun(mot: str, deja: list[str], suite: str, *, civil: bool) -> bool:
    """A surname that is also a word of rolls ("Hélène PRÉSENT", "MAIRE Paul", "Mme VOTE"): beside a first name of the
    closed list, or alone after a civility, in capitals."""
    nu = mot.strip(".,;")
    if not PATRONYME_COMMUN.fullmatch(plier(nu)) or not nu[:1].isupper():
        return False
    if not deja:
        return nu.isupper() and (est_prenom(suite) or (civil and not suite))
    prenom = len(deja) == 1 and (est_prenom(deja[0]) or (civil and deja[0].istitle() and plier(nu) != "maire"))
    return prenom and not _est_nom(suite)


def _homonymes(texte: str) -> str:
    """The same text, where the brackets of "MARTIN (Paul), MARTIN (Pauline)" no longer separate.

    A first name in brackets belongs to the name only when the same surname is printed twice: elsewhere brackets hold a
    commune, a group or a proxy.
    """
    trouves = list(HOMONYME.finditer(texte))
    noms = [m.group("nom") for m in trouves]
    for m in trouves:
        if noms.count(m.group("nom")) > 1:
            texte = f"{texte[: m.start('ouvre')]}\x01{m.group('prenom')}\x02{texte[m.end('ferme') :]}"
    return texte


def lire_noms(texte: str) -> list[NomLu]:
    """Every name of a roll or a list, in order. Labels before a colon, functions and bare words are left out."""
    texte = _homonymes(texte)
    noms: list[NomLu] = []
    civilite: str | None = None
    mixte = False  # "Mmes et MM." opens a list of both
    direct = _prenom_d_abord(texte)
    texte = _initiales(texte)
    for debut, fin, etiquette in _elements(texte):
        if etiquette and not (
            NOMME.search(texte, debut, fin) or PRENOM_NOM.fullmatch(texte, debut, fin)
        ):  # "Le Bourg (commune déléguée) : M. X": what stands before the bracket was the label's start
            if (
                noms
                and noms[-1].civilite is None
                and re.fullmatch(r"\s{0,3}[({][^():;]*\)\s{0,3}", texte[noms[-1].fin : fin])
            ):
                noms.pop()
            civilite = None
            continue
        trouves, civilite = _noms_de(texte, debut, fin, civilite, mixte=mixte, direct=direct)
        mixte = not trouves and civilite is not None
        if not trouves and noms and plier(texte[debut : debut + 2]).strip() and _qualite_seule(texte[debut:fin]):
            dernier = noms[-1]
            if dernier.qualite is None and re.fullmatch(r"\s{0,3},\s{0,3}", texte[dernier.fin : debut]):
                noms[-1] = dernier._replace(qualite=(debut, fin))
        noms.extend(trouves)
    return composes(texte, noms)


def _recommence(deja: list[str], suivant: str) -> bool:
    """Columns without separator ("Paul MARTIN  Anne ROY", "MARTIN Paul  ROY Anne") begin anew by their capitals."""
    formes = [
        "N" if re.sub(r"\W|(?<=^)d['’]", "", m).isupper() else "p"
        for m in deja
        if not PARTICULE.match(plier(m.strip(".,"))) and len(m.strip(".")) > 1
    ]
    if len(formes) < 2 or formes[0] == formes[-1] or not _est_nom(suivant) or len(suivant) < 3:
        return False
    forme = "N" if re.sub(r"\W", "", suivant).isupper() else "p"
    return forme == formes[0] and forme != formes[-1]


def _suite(mots: list[tuple[int, int, str]], i: int) -> str:
    """The first word from ``i`` on that is no particle: what tells whether a name begins anew."""
    return next((m for _, _, m in mots[i:] if not PARTICULE.match(plier(m.strip(".,")))), "")


def composes(texte: str, noms: list[NomLu]) -> list[NomLu]:
    """Double surnames printed with spaces: "Philippe ROUVIER - COROUGE" in a list where everyone has a first name.

    A lone surname in capitals after a dash is the second half of the name before it when hardly anyone else in the list
    is named by a surname alone.
    """
    seuls = [lu for lu in noms if _seul(texte, lu)]
    if len(noms) < 3 or len(seuls) > max(1, 0.25 * len(noms)):
        return noms
    sorties: list[NomLu] = []
    for lu in noms:
        avant = sorties[-1] if sorties else None
        tiret = avant is not None and re.fullmatch(r"\s?[-–—]\s?", texte[avant.fin : lu.debut])
        if (
            avant is not None
            and tiret
            and _seul(texte, lu)
            and not _seul(texte, avant)
            and texte[avant.fin - 1].isupper()
        ):
            sorties[-1] = avant._replace(fin=lu.fin)
        else:
            sorties.append(lu)
    return sorties


def _seul(texte: str, lu: NomLu) -> bool:
    nom = texte[lu.debut_nom : lu.fin]
    return lu.civilite is None and nom.isupper() and " " not in nom


def _qualite_seule(morceau: str) -> bool:
    """A function in the singular: it belongs to the person before it."""
    return bool(QUALITE.match(plier(morceau.strip())))


def _noms_de(
    texte: str, debut: int, fin: int, civilite: str | None, *, mixte: bool = False, direct: bool = False
) -> tuple[list[NomLu], str | None]:
    """Names of one element, and the civility that goes on to the next ("MM. A, B")."""
    noms: list[NomLu] = []
    mots = [(m.start() + debut, m.end() + debut, m.group()) for m in re.finditer(r"\S+", texte[debut:fin])]
    if len(mots) == 1 and CIVILITE.fullmatch(mots[0][2]):
        return [], _civilite(mots[0][2])
    titre = DE_QUOI.match(plier(texte[debut:fin]))
    i, depart = _sans_libelle(mots, 0) if direct else 0, True
    while i < len(mots):
        if depart and TITRE.fullmatch(plier(mots[i][2])):
            i += 1
            continue
        a, _, mot = mots[i]
        propre = CIVILITE.match(texte, a)
        if propre and propre.end() >= mots[i][1] - 1 and i + 1 < len(mots):
            pluriel = plier(mot).rstrip(".") in ("mm", "mmes", "mrs", "messieurs", "mesdames", "mlles")
            nom, j = _nom(mots, i + 1, civil=True, nomme=True)
            lue = None if pluriel and mixte else _civilite(propre.group())  # "Mmes et MM."
            if nom:
                noms.append(NomLu(a, nom[0], nom[1], lue, None))
            civilite = lue if pluriel or (civilite and not nom) else None
            i, depart = max(j, i + 1), False
            continue
        lien = i > 0 and plier(mots[i - 1][2]) in (
            ("a", "par", "et") if titre else ("a", "par", "de", "d'", "et", "+", "=", "→")
        )
        nom, j = _nom(mots, i, nomme=civilite is not None) if (depart or lien) else (None, i + 1)
        if nom:
            noms.append(NomLu(nom[0], nom[0], nom[1], civilite, _queue(texte, nom[1], fin) if j < len(mots) else None))
            depart = j < len(mots) and _recommence([m for _, _, m in mots[i:j]], _suite(mots, j))
        elif not re.fullmatch(r"[\W\d_]+|(?:le|la|les|l')", plier(mot)):
            depart = False
        i = max(j, i + 1)
    return noms, civilite


def _queue(texte: str, debut: int, fin: int) -> tuple[int, int] | None:
    """Span of the function that follows a name without comma."""
    reste = texte[debut:fin].strip()
    return (fin - len(texte[debut:fin].lstrip()), fin) if reste and _qualite_seule(reste) else None


def _nom(
    mots: list[tuple[int, int, str]], i: int, *, civil: bool = False, nomme: bool = False
) -> tuple[tuple[int, int] | None, int]:
    """(span of the name from word ``i``, index of the word after it); right after a civility, or a name after it."""
    pris: list[tuple[int, int, str]] = []
    j = i
    while j < len(mots):
        mot = mots[j][2]
        plie = plier(mot.strip(".,"))
        particule = PARTICULE.match(plie) and not (plie in ("e", "i", "y") and not pris)
        deja = [m for _, _, m in pris]
        if deja and CIVILITE.fullmatch(mot):
            break
        suite = mots[j + 1][2] if j + 1 < len(mots) else ""
        fonction = _fonction(mot, deja, suite if civil else "") and not _patronyme_commun(mot, deja, suite, civil=nomme)
        if fonction or not (_est_nom(mot) or particule) or _recommence(deja, _suite(mots, j)):
            break
        pris.append(mots[j])
        j += 1
        if mot.endswith(".") and len(mot) > 3 and not mot[:-1].isupper():
            break
    while pris and (not _est_nom(pris[-1][2]) and PARTICULE.match(plier(pris[-1][2].strip(".,")))):
        pris.pop()
    if not any(
        _est_nom(m)
        and (not PARTICULE.match(plier(m.strip(".,"))) or (m.isupper() and len(pris) > 1))
        and sum(c.isalpha() for c in m) > 1
        for _, _, m in pris
    ):
        return None, j
    fin = pris[-1][1] - (len(pris[-1][2]) - len(pris[-1][2].rstrip(".,'\"*»")))
    if re.fullmatch(r"[A-ZÀ-Ý]\.", pris[-1][2]):
        fin = pris[-1][1]
    return (pris[0][0], fin), j
