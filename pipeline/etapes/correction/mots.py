"""Change the text of words without losing where they stand and what was read."""

import unicodedata
from collections.abc import Sequence

from modeles.texte import Mot, union


def nommer(table: str, cle: str) -> str:
    """The name of a line of the dictionary, as it stands in ``Mot.correction``."""
    return f"{table}.tsv:{cle}"


def corrige(mot: Mot, texte: str, cle: str) -> Mot:
    """The word with another text; the names of several repairs of one word are joined by " + "."""
    texte = unicodedata.normalize("NFC", texte)
    if texte == mot.texte:
        return mot
    noms = f"{mot.correction} + {cle}" if mot.correction else cle
    return mot.model_copy(update={"texte": texte, "correction": noms})


def refaire(mots: Sequence[Mot], textes: Sequence[str], cle: str) -> tuple[Mot, ...]:
    """Words made anew with other texts; merged or split when their number changes.

    Merged: the box that holds all, ``brut`` joined by spaces, the lowest confidence. Split: box and ``brut`` shared
    out in proportion to the length of the parts.
    """
    if len(mots) == len(textes):
        return tuple(corrige(m, t, cle) for m, t in zip(mots, textes, strict=True))
    entier = _fondre(mots)
    if len(textes) == 1:
        return (corrige(entier, textes[0], cle),)
    x0, y0, x1, y1 = entier.boite
    total = sum(map(len, textes))
    faits: list[Mot] = []
    vu = 0
    for texte in textes:
        a, b = vu / total, (vu + len(texte)) / total
        brut = entier.brut[round(a * len(entier.brut)) : round(b * len(entier.brut))]
        boite = (x0 + a * (x1 - x0), y0, x0 + b * (x1 - x0), y1)
        piece = entier.model_copy(update={"texte": "", "brut": brut, "boite": boite})  # cut: a repair in any case
        faits.append(corrige(piece, texte, cle))
        vu += len(texte)
    return tuple(faits)


def _fondre(mots: Sequence[Mot]) -> Mot:
    return mots[0].model_copy(
        update={
            "texte": " ".join(m.texte for m in mots),
            "brut": " ".join(m.brut for m in mots),
            "boite": union([m.boite for m in mots]),
            "confiance": min(m.confiance for m in mots),
            "correction": next((m.correction for m in mots if m.correction), None),
        }
    )
