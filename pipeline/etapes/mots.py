"""Recognised words: making them, and telling text from the noise of logos, signatures and specks."""

import re
import unicodedata
from collections.abc import Sequence
from statistics import median

from modeles.page import Ligne
from modeles.texte import Boite, Mot
from pipeline.etapes.fils import Voisins, commun, hauteur_type

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
MARQUE = "☒"
"""What a tick or a signature becomes: ink in the cell of a table, where no word is read."""
_COCHES = frozenset("xX×✓✔✗☒")
_PUCES = frozenset("-–—•●▪■*+>➢→«»\"'():;,.!?%€/=°&e")
_BARRES = frozenset("ÎÏÌÍIl|[](){}!/\\")
_BAVURES = frozenset(":;.,|'!_")
_FINS = frozenset(":;.,")
SIGNE_SUR = 0.85
"""Confidence from which a sign at the head of a line is print and no speck."""


def faire_mot(brut: str, page: int, boite: Boite, confiance: float) -> Mot:
    """A word: NFC, curly apostrophes made straight; ``brut`` keeps what was read."""
    texte = unicodedata.normalize("NFC", brut).replace("’", "'").replace("‘", "'")
    return Mot(texte=texte, brut=brut, page=page, boite=boite, confiance=confiance)


def trier(mots: Sequence[Mot]) -> list[Mot]:
    """The words without the noise of logos, signatures and specks."""
    haut = hauteur_type([m for m in mots if m.confiance > 0.5])

    surs = Voisins([m for m in mots if m.confiance > 0.6 and any(c.isalnum() for c in m.texte)], 2 * haut)

    def entoure(m: Mot) -> int:
        """Sides (0 to 2) on which a sure word touches this one."""
        x0, y0, x1, y1 = m.boite
        voisins = [
            b
            for b in (n.boite for n in surs.de(m.boite) if n is not m)
            if min(y1, b[3]) - max(y0, b[1]) > 0.5 * min(y1 - y0, b[3] - b[1])
        ]
        return any(0 <= x0 - b[2] + 1 < 1.2 * haut for b in voisins) + any(
            0 <= b[0] - x1 + 1 < 1.2 * haut for b in voisins
        )

    def se_tient(m: Mot) -> bool:
        """Whether a word looks like one by itself."""
        h, w = m.boite[3] - m.boite[1], m.boite[2] - m.boite[0]
        if not any(c.isalnum() for c in m.texte):
            return m.confiance >= CONFIANCE_MIN and all(c in _PUCES for c in m.texte) and h < 2.5 * haut
        if m.confiance < 0.75 and (h > 3.2 * haut or (h > 2.2 * haut and m.confiance < 0.5) or h < 0.25 * haut):
            return False
        if m.confiance < 0.6 and w > 0 and len(m.texte) > 2 and w / len(m.texte) > 3 * haut:
            return False
        return m.confiance >= CONFIANCE_MIN or bool(MOT_PLAUSIBLE.match(m.texte))

    def est_tenu(m: Mot) -> bool:
        """Whether a word of a fair height is held by its neighbours."""
        de_taille = 0.3 * haut < m.boite[3] - m.boite[1] < 2 * haut
        return de_taille and entoure(m) >= (1 if any(c.isalnum() for c in m.texte) else 2)

    return _sans_doubles(_rogner([m for m in mots if se_tient(m) or est_tenu(m)]))


def _rogner(mots: Sequence[Mot]) -> list[Mot]:
    """The words; a box drawn too wide, over the words that follow it on its line, is cut where they begin."""
    chasses = [(m.boite[2] - m.boite[0]) / len(m.texte) for m in mots if len(m.texte) >= 4]
    chasse = median(chasses) if chasses else 0.0
    sorties = []
    for i, mot in enumerate(mots):
        x0, y0, x1, y1 = mot.boite
        fin = min(
            (n.boite[0] for n in mots[i + 1 : i + 5] if commun(mot.boite, n.boite) > 0.5 and n.boite[0] > x0),
            default=x1,
        )
        if fin < x1 and x1 - x0 > 1.6 * chasse * len(mot.texte) and fin - x0 > 0.6 * chasse * len(mot.texte):
            mot = mot.model_copy(update={"boite": (x0, y0, fin - 0.5, y1)})
        sorties.append(mot)
    return sorties


def _sans_doubles(mots: Sequence[Mot]) -> list[Mot]:
    """The words, less the worse of two long ones that cover each other."""
    longs = Voisins([m for m in mots if len(m.texte) > 2], 20)
    retenus: set[int] = set()
    for mot in sorted(mots, key=lambda m: -m.confiance * len(m.texte)):
        pareils = (n for n in longs.de(mot.boite) if id(n) in retenus and abs(n.boite[1] - mot.boite[1]) < 20)
        if len(mot.texte) < 3 or not any(commun(mot.boite, n.boite) > 0.5 for n in pareils):
            retenus.add(id(mot))
    return [m for m in mots if id(m) in retenus]


def nettoyer(lignes: Sequence[Ligne]) -> tuple[Ligne, ...]:
    """The lines without those that hold no text: ornaments, dashes, scribbles. A tick stays in its cell.

    A stop at the head of a line ends the sentence of the line before, when it is sure; any other sign is a speck.
    """
    gardees: list[Ligne] = []
    for ligne in lignes:
        signes, reste = _signes_en_tete(_sans_barre(ligne.mots))
        meme = bool(gardees) and (gardees[-1].bloc, gardees[-1].cellule) == (ligne.bloc, ligne.cellule)
        if signes and meme and all(m.confiance >= SIGNE_SUR and m.texte in _FINS for m in signes):
            gardees[-1] = gardees[-1].model_copy(update={"mots": (*gardees[-1].mots, *signes)})
        if reste and (tient(reste) or (ligne.cellule and _est_coche(reste))):
            gardees.append(_majuscule_seule(ligne.model_copy(update={"mots": reste})))
    return tuple(gardees)


def tient(mots: Sequence[Mot]) -> bool:
    """Whether words make a line of text, the surer the less they look like it; or a tick, no text but put there on
    purpose."""
    if any(m.texte == MARQUE for m in mots):
        return True
    alnum = sum(c.isalnum() for m in mots for c in m.texte)
    if alnum == 0:
        return False
    sure = max(m.confiance for m in mots)
    plausibles = [bool(MOT_PLAUSIBLE.match(m.texte)) for m in mots if any(c.isalnum() for c in m.texte)]
    if all(plausibles) and alnum > 5:
        return sure >= 0.3  # "Pour : 55", read with doubt
    return sure >= 0.5 if any(plausibles) else sure >= 0.75 and (alnum > 1 or sure > 0.85)


def _est_coche(mots: Sequence[Mot]) -> bool:
    return len(mots) == 1 and mots[0].texte in _COCHES


def _majuscule_seule(ligne: Ligne) -> Ligne:
    """The line with a bar between a surname in capitals and a capitalised word made "I", with low confidence."""
    mots = list(ligne.mots)
    for i in range(1, len(mots) - 1):
        avant, bar, apres = mots[i - 1 : i + 2]
        haut = max(avant.boite[3] - avant.boite[1], apres.boite[3] - apres.boite[1])
        colle = bar.boite[0] - avant.boite[2] < haut and apres.boite[0] - bar.boite[2] < haut
        noms = avant.texte.isupper() and avant.texte.isalpha() and apres.texte[:1].isupper()
        if bar.texte == "|" and colle and noms and bar.boite[3] - bar.boite[1] < 1.4 * haut:
            mots[i] = bar.model_copy(update={"texte": "I", "confiance": min(bar.confiance, 0.4)})
    return ligne.model_copy(update={"mots": tuple(mots)})


def _sans_barre(mots: Sequence[Mot]) -> Sequence[Mot]:
    """The words of a line without the rule in its margin that was read as its first letter: "Î 2021-04-03"."""
    if len(mots) < 2 or len(mots[0].texte) > 1 or mots[0].texte not in _BARRES:
        return mots
    suite = median(m.boite[3] - m.boite[1] for m in mots[1:])
    return mots[1:] if mots[0].boite[3] - mots[0].boite[1] > 1.4 * suite else mots


def _signes_en_tete(mots: Sequence[Mot]) -> tuple[tuple[Mot, ...], tuple[Mot, ...]]:
    """The punctuation at the head of a line, which never opens one, and the rest."""
    n = 0
    while n < len(mots) and mots[n].texte in _BAVURES:
        n += 1
    return tuple(mots[:n]), tuple(mots[n:])
