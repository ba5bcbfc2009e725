"""Layout: from words with boxes to lines in reading order, with their column, their cell or their stamp.

Words make *threads* (words that follow each other without a wide gap). A *gutter* is a blank upright strip, or a ruled
upright, with threads that belong together on both sides. The page is read down to a gutter, then the column on its
left, then the one on its right, then on below; in each column likewise. Threads side by side that no gutter parts
make one line (a label and its number).
"""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from itertools import count

from modeles.page import Cellule, Ligne, Region
from modeles.texte import Boite, Mot, union
from pipeline.etapes import appels, grilles
from pipeline.etapes.filets import Case, Filets
from pipeline.etapes.fils import Fil, dans, enfiler, hauteur_type, meme_ligne
from pipeline.etapes.rues import FILS_MAX, filet_utile, largeur, meilleure_rue


@dataclass(frozen=True)
class Bloc:
    """Threads read together, in one column."""

    fils: tuple[Fil, ...]
    region: Region = "corps"


def disposer(mots: Sequence[Mot], filets: Filets, tampons: Sequence[Sequence[Mot]] = ()) -> tuple[Ligne, ...]:
    """Lines in reading order. ``tampons``: the words of each stamp, read apart, at the end of the page."""
    cellules, libres = repartir(mots, filets)
    haut = hauteur_type([*mots])
    fils = enfiler(libres, haut, filets.verticales)
    for n, tableau in enumerate(filets.tableaux):
        dedans = [m for (t, _), mm in cellules.items() if t == n for m in mm]
        if dedans:
            fils.append(Fil((), union([c.boite for c in tableau]), n))
    fils, roles, leurs = appels.detacher(fils, haut, len(filets.tableaux))
    for n, role in enumerate(roles, start=len(filets.tableaux)):
        fils.append(Fil((), union([c.boite for c in role]), n))
    filets, cellules = replace(filets, tableaux=(*filets.tableaux, *roles)), cellules | leurs
    blocs = ordonner(fils, haut, filets.verticales)
    lignes: list[Ligne] = []
    numeros, nus = count(), count(len(filets.tableaux))
    for bloc in blocs:
        lignes += _lignes_du_bloc(bloc, haut, filets, cellules, numeros, nus)
    for tampon in tampons:
        bloc = Bloc(tuple(enfiler(tampon, hauteur_type(tampon), ())), "tampon")
        lignes += _lignes_du_bloc(bloc, hauteur_type(tampon), filets, {}, numeros)
    return tuple(lignes)


def repartir(mots: Sequence[Mot], filets: Filets) -> tuple[dict[tuple[int, int], list[Mot]], list[Mot]]:
    """The words of each cell, by (table, rank of the cell), and those that stand in none."""
    cellules: dict[tuple[int, int], list[Mot]] = {}
    libres = []
    for mot in mots:
        cle = next(
            ((t, i) for t, tab in enumerate(filets.tableaux) for i, c in enumerate(tab) if dans(mot.boite, c.boite)),
            None,
        )
        if cle is None:
            libres.append(mot)
        else:
            cellules.setdefault(cle, []).append(mot)
    return cellules, libres


def ordonner(fils: Sequence[Fil], haut: float, verticales: Sequence[Boite], region: Region = "corps") -> list[Bloc]:
    """Blocks in reading order."""
    if not fils:
        return []
    rue = filet_utile(fils, verticales) or (meilleure_rue(fils, haut) if len(fils) < FILS_MAX else None)
    if rue is None:
        return [Bloc(tuple(fils), region)]
    cotes = {*rue.gauche, *rue.droite}
    y0 = min(f.boite[1] for f in cotes)
    avant = [f for f in fils if f not in cotes and f.milieu < y0]
    apres = [f for f in fils if f not in cotes and f.milieu >= y0]
    etroite, large = (
        (rue.gauche, rue.droite) if largeur(rue.gauche) <= largeur(rue.droite) else (rue.droite, rue.gauche)
    )
    premier, second = (etroite, large) if rue.marge else (rue.gauche, rue.droite)
    return [
        *ordonner(avant, haut, verticales, region),
        *ordonner(premier, haut, verticales, "marge" if rue.marge else region),
        *ordonner(second, haut, verticales, region),
        *ordonner(apres, haut, verticales, region),
    ]


@dataclass
class _Rangee:
    fils: list[Fil] = field(default_factory=list)


def _lignes_du_bloc(
    bloc: Bloc,
    haut: float,
    filets: Filets,
    cellules: dict[tuple[int, int], list[Mot]],
    numeros: "count[int]",
    nus: "count[int] | None" = None,
) -> list[Ligne]:
    """The lines of a block, top to bottom; a table opens a block of its own and the text goes on in another.

    ``nus`` numbers the unruled tables; None: none is looked for.
    """
    rangees: list[_Rangee] = []
    for fil in sorted(bloc.fils, key=lambda f: f.milieu):
        rangee = next((r for r in reversed(rangees[-4:]) if fil.tableau is None and _sur(fil, r, haut)), None)
        if rangee is None:
            rangee = _Rangee()
            rangees.append(rangee)
        rangee.fils.append(fil)
    lignes: list[Ligne] = []
    numero = next(numeros)
    trouvees = grilles.trouver([r.fils for r in rangees], haut) if nus is not None else []
    tables = {g.debut: g for g in trouvees}
    prises = {rang for g in trouvees for rang in range(g.debut, g.fin)}
    for rang, rangee in enumerate(rangees):
        if nus is not None and rang in tables:
            lignes += _lignes_de_la_grille(tables[rang], rangees, next(nus), next(numeros), bloc.region)
            numero = next(numeros)
        if rang in prises:
            continue
        tableau = rangee.fils[0].tableau
        if tableau is None:
            mots = tuple(m for f in sorted(rangee.fils, key=lambda f: f.boite[0]) for m in f.mots)
            lignes.append(Ligne(mots=mots, bloc=numero, region=bloc.region))
        else:
            numero = next(numeros)
            lignes += _lignes_du_tableau(tableau, filets.tableaux[tableau], cellules, haut, numero, bloc.region)
            numero = next(numeros)
    return lignes


def _sur(fil: Fil, rangee: _Rangee, haut: float) -> bool:
    """Whether a thread stands on a row: level with its nearest neighbour there, without touching any."""
    if rangee.fils[0].tableau is not None:
        return False
    proche = min(rangee.fils, key=lambda f: max(f.boite[0] - fil.boite[2], fil.boite[0] - f.boite[2]))
    bout = proche.mots[-1] if proche.boite[0] < fil.boite[0] else proche.mots[0]
    moi = fil.mots[0] if proche.boite[0] < fil.boite[0] else fil.mots[-1]
    libre = all(f.boite[2] <= fil.boite[0] + 2 or f.boite[0] >= fil.boite[2] - 2 for f in rangee.fils)
    return libre and meme_ligne(bout.boite, moi.boite, haut)


def _lignes_de_la_grille(
    grille: grilles.Grille, rangees: Sequence[_Rangee], n: int, bloc: int, region: Region
) -> list[Ligne]:
    """The cells of an unruled table, row by row."""
    return [
        Ligne(mots=mots, bloc=bloc, region=region, cellule=Cellule(tableau=n, rangee=rang, colonne=colonne))
        for rang, rangee in enumerate(rangees[grille.debut : grille.fin])
        for colonne, mots in grilles.cases(grille, rangee.fils)
    ]


def _lignes_du_tableau(
    n: int, cases: tuple[Case, ...], cellules: dict[tuple[int, int], list[Mot]], haut: float, bloc: int, region: Region
) -> list[Ligne]:
    lignes = []
    for i, case in enumerate(cases):
        mots = cellules.get((n, i), [])
        if not mots:
            continue
        cellule = Cellule(tableau=n, rangee=case.rangee, colonne=case.colonne)
        dedans = _lignes_du_bloc(Bloc(tuple(enfiler(mots, haut, ())), region), haut, Filets(), {}, count())
        lignes += [Ligne(mots=x.mots, bloc=bloc, region=region, cellule=cellule) for x in dedans]
    return lignes
