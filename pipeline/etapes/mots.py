"""Recognised words: making them, and telling text from the noise of logos, signatures and specks."""

import re
import unicodedata
from collections.abc import Sequence

from modeles.page import Ligne
from modeles.texte import Boite, Mot
from pipeline.etapes.fils import commun, hauteur_type

CONFIANCE_MIN = 0.25
"""Under it a word is kept only when it looks like one, or stands beside a sure one."""
MOT_PLAUSIBLE = re.compile(
    r"""^[«"'(]* (?: (?:[^\W\d_]{1,2}['-])? [^\W\d_]{3,} (?:['-][^\W\d_]{1,})* | \d[\d./:,-]* ) [.,;:)»"']*$""",
    re.VERBOSE,
)
"""mot = ouvrants, [1 or 2 letters, ("'" | "-")], 3 letters or more, {("'" | "-"), letters}, fermants
| ouvrants, number, fermants."""
EXEMPLES = ("Maire", "l'Assemblée", "Saint-Aubin,", "(Mme", "2021", "29/06/2021", "«Voix»")
CONTRE_EXEMPLES = ("|", "à", "x_x", "AÀ~")
_PUCES = frozenset("-–—•●▪■*+>➢→«»\"'():;,.!?%€/=°&e")
_BAVURES = frozenset(":;.,|'!_")


def faire_mot(brut: str, page: int, boite: Boite, confiance: float) -> Mot:
    """A word: NFC, curly apostrophes made straight; ``brut`` keeps what was read."""
    texte = unicodedata.normalize("NFC", brut).replace("’", "'").replace("‘", "'")
    return Mot(texte=texte, brut=brut, page=page, boite=boite, confiance=confiance)


def trier(mots: Sequence[Mot]) -> list[Mot]:
    """The words without the noise of logos, signatures and specks."""
    haut = hauteur_type([m for m in mots if m.confiance > 0.5])

    surs = [m for m in mots if m.confiance > 0.6 and any(c.isalnum() for c in m.texte)]

    def entoure(m: Mot) -> int:
        """Sides (0 to 2) on which a sure word touches this one."""
        x0, y0, x1, y1 = m.boite
        voisins = [
            b
            for b in (n.boite for n in surs if n is not m)
            if min(y1, b[3]) - max(y0, b[1]) > 0.5 * min(y1 - y0, b[3] - b[1])
        ]
        return any(0 <= x0 - b[2] + 1 < 1.2 * haut for b in voisins) + any(
            0 <= b[0] - x1 + 1 < 1.2 * haut for b in voisins
        )

    def garde(m: Mot) -> bool:
        h, w = m.boite[3] - m.boite[1], m.boite[2] - m.boite[0]
        if 0.3 * haut < h < 2 * haut and entoure(m) >= (1 if any(c.isalnum() for c in m.texte) else 2):
            return True
        if not any(c.isalnum() for c in m.texte):
            return m.confiance >= CONFIANCE_MIN and all(c in _PUCES for c in m.texte) and h < 2.5 * haut
        if m.confiance < 0.75 and (h > 3.2 * haut or (h > 2.2 * haut and m.confiance < 0.5) or h < 0.25 * haut):
            return False
        if m.confiance < 0.6 and w > 0 and len(m.texte) > 2 and w / len(m.texte) > 3 * haut:
            return False
        return m.confiance >= CONFIANCE_MIN or bool(MOT_PLAUSIBLE.match(m.texte))

    return _sans_doubles([m for m in mots if garde(m)])


def _sans_doubles(mots: Sequence[Mot]) -> list[Mot]:
    """The words, less the worse of two long ones that cover each other."""
    gardes: list[Mot] = []
    for mot in sorted(mots, key=lambda m: -m.confiance * len(m.texte)):
        pareils = [n for n in gardes if len(n.texte) > 2 and abs(n.boite[1] - mot.boite[1]) < 20]
        if len(mot.texte) < 3 or not any(commun(mot.boite, n.boite) > 0.5 for n in pareils):
            gardes.append(mot)
    retenus = {id(m) for m in gardes}
    return [m for m in mots if id(m) in retenus]


def nettoyer(lignes: Sequence[Ligne]) -> tuple[Ligne, ...]:
    """The lines without those that hold no text: ornaments, dashes, scribbles."""

    def garde(ligne: Ligne) -> bool:
        alnum = sum(c.isalnum() for c in ligne.texte)
        if alnum == 0:
            return False
        sure = max(m.confiance for m in ligne.mots)
        plausible = any(MOT_PLAUSIBLE.match(m.texte) for m in ligne.mots)
        return sure >= 0.5 if plausible else sure >= 0.75 and (alnum > 1 or sure > 0.85)

    return tuple(_sans_bavure(x) for x in lignes if garde(x))


def _sans_bavure(ligne: Ligne) -> Ligne:
    """The line without the specks read as punctuation at its left end."""
    n = 0
    while n < len(ligne.mots) - 1 and ligne.mots[n].texte in _BAVURES:
        n += 1
    return ligne.model_copy(update={"mots": ligne.mots[n:]}) if n else ligne
