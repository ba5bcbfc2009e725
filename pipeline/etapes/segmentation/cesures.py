"""Words cut at line ends: whether the hyphen belongs to the word, and one text from consecutive lines."""

import itertools
import re
from collections.abc import Sequence

from modeles.page import Ligne
from modeles.texte import Passage, plier

CESURE = re.compile(r"(?<=\w)[-‐¬]$")
_COMPOSES = re.compile(
    r"(?:vice|ci|procès|proces|sous|non|peut|celui|celle|ceux|celles|c'est|chef|rez|avant|après|pré|compte|porte|mi|demi|"
    r"semi|co|ex|dix|vingt|trente|quarante|cinquante|soixante|quatre|grand|saint|sainte|st|ste|dit|au|par|là|la|lieu|et|y|[a-z]+eurs?)$"
)


def hyphene_le_document(lignes: Sequence[Ligne]) -> bool:
    """True when the document cuts words at line ends: a lower-case word cut before a lower-case rest, twice."""
    coupes = 0
    for haut, bas in itertools.pairwise(lignes):
        fin = haut.mots[-1].texte
        if CESURE.search(fin) and bas.mots[0].texte[:1].islower() and not _COMPOSES.match(fin[:-1].lower()):
            coupes += 1
    return coupes >= 2


def _garde_trait(avant: str, apres: str, hyphene: bool, composes: frozenset[str]) -> bool:
    """Whether the hyphen at a line end belongs to the word ("Jean-/Michel") or only to the line ("Noé-/mie")."""
    gauche, droite = re.split(r"[\s-]", avant)[-1], re.split(r"[\s-]", apres.rstrip(",;.)"))[0]
    if plier(f"{gauche}-{droite}") in composes:
        return True
    if plier(gauche + droite) in composes:
        return False
    if apres[:1].islower():
        return bool(_COMPOSES.match(gauche.lower())) and not hyphene
    if gauche.isupper() and apres[:1].isupper() and hyphene:
        return len(gauche) > 3
    return True


def vocabulaire(lignes: Sequence[Ligne]) -> frozenset[str]:
    """Every word printed whole in the document, folded: they tell how a cut word is written."""
    return frozenset(plier(m.texte.strip(",;.:()«»")) for ligne in lignes for m in ligne.mots[:-1] if len(m.texte) > 4)


def coudre(lignes: Sequence[Ligne], hyphene: bool = False, composes: frozenset[str] = frozenset()) -> Passage:
    """One text from consecutive lines; words cut at line ends are joined."""
    texte, mots, bornes = "", [], []
    for rang, ligne in enumerate(lignes):
        for mot in ligne.mots:
            if texte and not texte.endswith("\x00"):
                texte += " "
            texte = texte.replace("\x00", "")
            bornes.append((len(texte), len(texte) + len(mot.texte)))
            mots.append(mot)
            texte += mot.texte
        if rang + 1 < len(lignes) and CESURE.search(texte):
            if not _garde_trait(ligne.mots[-1].texte[:-1], lignes[rang + 1].mots[0].texte, hyphene, composes):
                texte = texte[:-1]
                bornes[-1] = (bornes[-1][0], bornes[-1][1] - 1)
            texte += "\x00"  # no space before the next word
    return Passage(texte=texte.replace("\x00", ""), mots=tuple(mots), bornes=tuple(bornes))


def joindre(haut: Passage, bas: Passage, hyphene: bool, composes: frozenset[str]) -> Passage:
    """Two passages as one sentence; a word cut between them is joined."""
    if not CESURE.search(haut.texte):
        return Passage.joindre([haut, bas])
    if not _garde_trait(haut.mots[-1].texte[:-1], bas.mots[0].texte, hyphene, composes):
        haut = haut.extrait(0, len(haut.texte) - 1)
    return Passage.joindre([haut, bas], "")
