"""Visas and grounds of the part "aveugle"."""

from collections.abc import Sequence
from functools import partial

from outils.generateur import reserve_corps
from outils.generateur.ecriture import majuscule
from outils.generateur.modele import Bloc, Fiche, Tableau, Texte


def visas_colonne(f: Fiche, textes: Sequence[str]) -> list[Bloc]:
    """The word in a column of its own, the text hanging beside it."""
    f.or_["visas"] = list(textes)
    return [Tableau(tuple(("Vu", f"{t} ;") for t in textes), (0.08, 0.92), filets=False, titre=False)]


def visas_colles(f: Fiche, textes: Sequence[str]) -> list[Bloc]:
    """A dash stuck to the word, a full stop at the end."""
    f.or_["visas"] = list(textes)
    return [Texte(f"-VU {t}.", saut=0.05) for t in textes]


def visas_titre(f: Fiche, textes: Sequence[str]) -> list[Bloc]:
    """The word alone in the middle of the line, then paragraphs, each with a capital."""
    f.or_["visas"] = [majuscule(t) for t in textes]
    return [Texte("VU", "centre", gras=True, saut=0.5), *(Texte(f"{majuscule(t)},", saut=0.15) for t in textes)]


def visas_file(f: Fiche, textes: Sequence[str]) -> list[Bloc]:
    """In one paragraph, the word repeated in capitals after each full stop."""
    f.or_["visas"] = list(textes)
    return [Texte(" ".join(f"VU {t}." for t in textes), saut=0.4)]


considerants_colonne = partial(reserve_corps.considerants_colonne, largeurs=(0.2, 0.78))


def considerants_que(f: Fiche, textes: Sequence[str]) -> list[Bloc]:
    """The word once, then lines that begin with "Que" or with the ground itself, in capital."""
    coupes = [x.split("|") for x in textes]
    f.or_["considerants"] = [t if lien else majuscule(t) for lien, t in coupes]
    lignes = [Texte(majuscule(f"{lien}{t}."), "retrait", saut=0.1) for lien, t in coupes]
    return [Texte("CONSIDÉRANT :", saut=0.4), *lignes]
