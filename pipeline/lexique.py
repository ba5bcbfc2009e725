"""Is this a French word, and how common is it? The only door of pyspellchecker (its French word list, MIT, offline)."""

from functools import cache

from corrections import charger

_FREQUENCE_AJOUT = 1_000


@cache
def _frequences() -> dict[str, int]:
    from spellchecker import SpellChecker

    liste = SpellChecker(language="fr", distance=1).word_frequency
    frequences = {mot: int(liste[mot]) for mot in liste.words()}
    for fiche in charger("lexique"):
        frequences.setdefault(fiche["mot"].replace("œ", "oe"), _FREQUENCE_AJOUT)
    return frequences


def frequence(mot: str) -> int:
    """How often the word stands in the list; 0 when it is not French. Case does not matter, "œ" counts as "oe".

    The list holds inflected forms (about 140,000); ``corrections/lexique.tsv`` adds words of administration. It is
    loaded at the first call (0.2 s) and kept.
    """
    return _frequences().get(mot.lower().replace("œ", "oe"), 0)
