"""Nearest entry of a closed list: the only door of rapidfuzz, loaded on first use.

Everything is compared folded (:func:`modeles.texte.plier`), with blanks reduced to one. Scores go from 0 to 100.
"""

from collections.abc import Iterable, Sequence

from modeles.texte import plier


def _normaliser(texte: str) -> str:
    return " ".join(plier(texte).split())


def proches(texte: str, candidats: Iterable[str], seuil: float) -> tuple[tuple[str, float], ...]:
    """All candidates at ``seuil`` (0 to 100) or above, best first, then in the given order."""
    from rapidfuzz import fuzz

    cible = _normaliser(texte)
    if not cible:
        return ()
    notes = [(c, fuzz.ratio(cible, _normaliser(c), score_cutoff=seuil)) for c in dict.fromkeys(candidats)]
    return tuple(sorted((n for n in notes if n[1] >= seuil and n[1] > 0), key=lambda n: -n[1]))


def plus_proche(texte: str, candidats: Iterable[str], seuil: float) -> tuple[str, float] | None:
    """The nearest candidate and its score; None under ``seuil`` or when two different candidates tie."""
    notes = proches(texte, candidats, seuil)
    if not notes or (len(notes) > 1 and notes[1][1] == notes[0][1]):
        return None
    return notes[0]


def meilleur_extrait(formule: str, texte: str, seuil: float) -> tuple[int, int, float] | None:
    """Where ``texte`` comes nearest to ``formule``: (start, end, score), positions in ``texte``. None under ``seuil``.

    ``texte`` is folded only, not squeezed, so that positions hold for the text itself.
    """
    from rapidfuzz import fuzz

    cible = _normaliser(formule)
    if not cible or len(texte) < len(cible) // 2:
        return None
    trouve = fuzz.partial_ratio_alignment(cible, plier(texte), score_cutoff=seuil)
    if trouve is None or (len(texte) < len(cible) and trouve.score < seuil):
        return None
    return trouve.dest_start, trouve.dest_end, trouve.score


def ressemblance(a: str, b: str) -> float:
    """Normalised Indel similarity of two strings, from 0 to 1; already folded by the caller."""
    from rapidfuzz import fuzz

    return fuzz.ratio(a, b) / 100


def aligner(a: Sequence[str], b: Sequence[str]) -> list[tuple[range, range]]:
    """Stretches of two readings of a line that stand for each other, in order: ranks in ``a`` and in ``b``, equal words
    or all those between two equal stretches. The words are folded by the caller."""
    from rapidfuzz.distance import Levenshtein

    blocs: list[tuple[range, range]] = []
    egal_avant = True
    for bloc in Levenshtein.opcodes(a, b):
        egal = bloc.tag == "equal"
        ici, la = range(bloc.src_start, bloc.src_end), range(bloc.dest_start, bloc.dest_end)
        if not egal and not egal_avant:
            ici_avant, la_avant = blocs.pop()
            ici, la = range(ici_avant.start, ici.stop), range(la_avant.start, la.stop)
        blocs.append((ici, la))
        egal_avant = egal
    return blocs
