"""Titles whose end a stamp hides, completed from the agenda, which prints them whole.

The lines left of a title must be found, word by word, in one entry of the agenda that is no other title: the words
hidden are then those of the entry, with their place there.
"""

from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from modeles.acte import Paragraphe
from modeles.texte import Boite, Passage, union
from pipeline.etapes.segmentation.ordre_du_jour import entrees_de_l_ordre, fins_de_ligne
from pipeline.etapes.segmentation.role import tete
from pipeline.rapprochement import ressemblance

Point = Sequence[Paragraphe]
LIGNES = 4
"""Lines of a title looked at."""
MEME_TITRE, MEME_MOT = 0.92, 0.8
"""Ratios from which a title is an entry of the agenda, and a word one of the entry's."""
MOTS = 3
"""Words of its first line that a title must keep."""


class _Bout(NamedTuple):
    """A printed line of a title; ``coupe``: it runs into a stamp."""

    passage: Passage
    coupe: bool


def completer_titres(points: Sequence[Point], paragraphes: Sequence[Paragraphe]) -> list[Point]:
    """Each point of a session, its title whole."""
    tampons = _tampons(paragraphes)
    entrees = _libres([tete(x[0])[0] for x in points], entrees_de_l_ordre(paragraphes)[1]) if tampons else []
    return [_completer(x, entrees, tampons) for x in points] if entrees else list(points)


def _tampons(paragraphes: Sequence[Paragraphe]) -> list[tuple[int, Boite]]:
    """(page, box) of each stamp: its lines, one under the other."""
    tampons: list[tuple[int, Boite]] = []
    for p in paragraphes:
        if p.region != "tampon":
            continue
        dernier = tampons[-1] if tampons else None
        if dernier and dernier[0] == p.page and dernier[1][0] < p.boite[2] and p.boite[0] < dernier[1][2]:
            tampons[-1] = (p.page, union([dernier[1], p.boite]))
        else:
            tampons.append((p.page, p.boite))
    return tampons


def _libres(titres: Sequence[str], entrees: Sequence[Paragraphe]) -> list[Passage]:
    """The entries that no title repeats; each title takes one, the most like it first."""
    paires = [(ressemblance(t, tete(e)[0]), i, j) for i, t in enumerate(titres) for j, e in enumerate(entrees)]
    pris_t, pris_e = set[int](), set[int]()
    for ratio, i, j in sorted(paires, reverse=True):
        if ratio >= MEME_TITRE and i not in pris_t and j not in pris_e:
            pris_t.add(i)
            pris_e.add(j)
    return [e.passage for j, e in enumerate(entrees) if j not in pris_e]


def _completer(point: Point, entrees: Sequence[Passage], tampons: Sequence[tuple[int, Boite]]) -> Point:
    bouts: list[_Bout] = []
    for p in point:
        if p.page != point[0].page or len(bouts) >= LIGNES:
            break
        bornes = [0, *fins_de_ligne(p.passage), len(p.passage.texte)]
        lignes = [p.passage.extrait(a, b) for a, b in pairwise(bornes)]
        bouts += [_Bout(x, _sous_un_tampon(x, p.page, tampons)) for x in lignes if x.mots]
    bouts = bouts[:LIGNES]
    if not any(b.coupe for b in bouts):
        return point
    tisses = [t for e in entrees if (t := _tisser(bouts, e)) is not None]
    if len(tisses) != 1:
        return point
    entier, pris = tisses[0]
    reste = [p for p in point[1:] if not any(p.passage.mots[0] in b.passage.mots for b in bouts[:pris])]
    return [point[0].model_copy(update={"passage": entier}), *reste]


def _sous_un_tampon(ligne: Passage, page: int, tampons: Sequence[tuple[int, Boite]]) -> bool:
    fin = ligne.mots[-1].boite
    haut = fin[3] - fin[1]
    return any(
        p == page and t[1] < fin[3] and t[3] > fin[1] and -2 * haut < t[0] - fin[2] < 2 * haut for p, t in tampons
    )


def _tisser(bouts: Sequence[_Bout], entree: Passage) -> tuple[Passage, int] | None:
    """(the title, lines used): lines and entry woven together; None when the entry says something else."""
    mots, morceaux, place = _lisibles(entree), list[Passage](), 0
    pris, ouvert = 0, False
    for bout in bouts:
        trouve = _chercher(bout, mots, place)
        if trouve is None or (trouve[0] > place and not ouvert):
            break
        debut, fin, texte = trouve
        morceaux += [_entre(entree, mots, place, debut), texte]
        place, ouvert, pris = fin, bout.coupe, pris + 1
    if not pris or not any(b.coupe for b in bouts[:pris]):
        return None
    if ouvert:
        morceaux.append(_entre(entree, mots, place, len(mots)))
    return Passage.joindre([m for m in morceaux if m.texte]), pris


def _lisibles(passage: Passage) -> list[tuple[str, int, int]]:
    """(folded word, start, end) of the words that bullets and specks are not."""
    plies = [(passage.plie[a:b].strip(" .,;:-"), a, b) for a, b in passage.bornes]
    return [(m, a, b) for m, a, b in plies if sum(c.isalnum() for c in m) >= 2 or m.isdigit()]


def _chercher(bout: _Bout, mots: Sequence[tuple[str, int, int]], place: int) -> tuple[int, int, Passage] | None:
    """(first word of the entry, the one after the last, what the line keeps). A stamp may leave half a word."""
    lus = _lisibles(bout.passage)
    for n in (len(lus), len(lus) - 1) if bout.coupe else (len(lus),):
        if n < (MOTS if not place else 1):
            continue
        for k in range(place, len(mots) - n + 1) if place else (0,):
            suite = mots[k : k + n]
            if len(suite) == n and all(
                ressemblance(a[0], b[0]) >= MEME_MOT for a, b in zip(lus[:n], suite, strict=True)
            ):
                return k, k + n, bout.passage.extrait(0, lus[n - 1][2])
    return None


def _entre(entree: Passage, mots: Sequence[tuple[str, int, int]], debut: int, fin: int) -> Passage:
    """The words of the entry between two places, with the dash before them."""
    if debut >= fin:
        return entree.extrait(0, 0)
    return entree.extrait(mots[debut - 1][2] if debut else mots[0][1], mots[fin - 1][2])
