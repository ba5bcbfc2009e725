"""Plots as SVG, to be set in a page: the only door of matplotlib (the extra ``bilan``).

The same figures give the same bytes. One colour says one thing; every plot has its figures in a table beside it.
"""

import io
from collections.abc import Sequence
from html import escape
from typing import Any

from pipeline.erreurs import ErreurEnvironnement

BLEU, PALE, GRIS = "#1f5a93", "#c9d9ea", "#555555"
LARGEUR = 9.2
"""Inches: 880 pixels of a page 1280 wide, the width of an A4 page in print."""


def exiger() -> None:
    """Raises ErreurEnvironnement when the extra [bilan] is not installed."""
    try:
        import matplotlib  # noqa: F401
    except ImportError:
        raise ErreurEnvironnement(
            "matplotlib n'est pas installé : il dessine les graphiques.",
            "Installez-le : pip install 'greffier[bilan]'.",
        ) from None


def barres(noms: Sequence[str], valeurs: Sequence[float], titre: str, *, format_: str = "{:.0f}") -> str:
    """One bar a line, the first at the top, its value at its end."""
    figure, axe = _figure(0.9 + 0.34 * len(noms))
    places = range(len(noms))
    dessin = axe.barh(places, valeurs, color=BLEU, height=0.68)
    axe.bar_label(dessin, [format_.format(v) for v in valeurs], padding=4, fontsize=10, color=GRIS)
    axe.set_yticks(places, noms)
    axe.invert_yaxis()
    axe.set_xticks([])
    axe.spines["bottom"].set_visible(False)
    axe.margins(x=0.12)
    return _svg(figure, titre)


def histogramme(bornes: Sequence[float], effectifs: Sequence[int], titre: str, abscisse: str) -> str:
    """``bornes``: left edge of each bar, and the right one of the last; heights on a scale of powers of ten."""
    figure, axe = _figure(3.0)
    axe.bar(bornes[:-1], effectifs, width=bornes[1] - bornes[0], align="edge", color=BLEU, edgecolor="white")
    axe.set_xlabel(abscisse)
    axe.set_xlim(bornes[0], bornes[-1])
    axe.set_yscale("log")  # the doubtful ones are few beside the sure
    axe.set_ylim(0.7, 2 * max(effectifs))
    axe.yaxis.set_major_formatter(lambda n, _: f"{n:.0f}")
    axe.minorticks_off()
    return _svg(figure, titre)


def courbe(abscisses: Sequence[str], parts: Sequence[float | None], titre: str, *, poids: Sequence[int]) -> str:
    """Shares over years; a year without figures breaks the line. ``poids``: what each is the share of, as the size of
    its point."""
    figure, axe = _figure(3.2)
    places = range(len(abscisses))
    axe.plot(places, [float("nan") if p is None else 100 * p for p in parts], color=BLEU, linewidth=1.6)
    dits = [(x, 100 * p, n) for x, p, n in zip(places, parts, poids, strict=True) if p is not None]
    haut = max((n for *_, n in dits), default=1)
    axe.scatter([x for x, *_ in dits], [y for _, y, _ in dits], s=[20 + 80 * n / haut for *_, n in dits], color=BLEU)
    pas = 1 + len(abscisses) // 16
    axe.set_xticks(list(places)[::pas], list(abscisses)[::pas])
    axe.set_ylim(0, 104)
    axe.set_ylabel("%")
    axe.grid(axis="y", color="#dddddd", linewidth=0.7)
    axe.set_axisbelow(True)
    return _svg(figure, titre)


def grille(lignes: Sequence[str], colonnes: Sequence[str], valeurs: Sequence[Sequence[int]], titre: str) -> str:
    """A number in each cell, darker as it grows; empty cells are white."""
    from matplotlib.colors import LinearSegmentedColormap

    figure, axe = _figure(0.9 + 0.34 * len(lignes))
    haut = max((v for rang in valeurs for v in rang), default=1) or 1
    teintes = LinearSegmentedColormap.from_list("bleus", ["#ffffff", PALE, BLEU])
    bords = ([x - 0.5 for x in range(len(colonnes) + 1)], [y - 0.5 for y in range(len(lignes) + 1)])
    axe.pcolormesh(*bords, valeurs, cmap=teintes, vmin=0, vmax=haut)  # shapes, where imshow would embed a picture
    axe.invert_yaxis()
    pas = 1 + len(colonnes) // 16
    axe.set_xticks(range(0, len(colonnes), pas), list(colonnes)[::pas])
    axe.set_yticks(range(len(lignes)), lignes)
    axe.tick_params(length=0)
    if len(colonnes) <= 24:
        for y, rang in enumerate(valeurs):
            for x, v in enumerate(rang):
                if v:
                    axe.text(x, y, str(v), ha="center", va="center", fontsize=9,
                             color="white" if v > haut * 0.6 else "#222222")  # fmt: skip
    return _svg(figure, titre)


def _figure(hauteur: float) -> tuple[Any, Any]:
    from matplotlib.figure import Figure

    figure = Figure(figsize=(LARGEUR, hauteur), layout="constrained")
    axe = figure.subplots()
    for cote in ("top", "right", "left"):
        axe.spines[cote].set_visible(False)
    axe.tick_params(labelsize=10, length=0)
    return figure, axe


def _svg(figure: Any, titre: str) -> str:
    """The ``svg`` element alone, its letters as shapes: the same on every screen and printer. ``titre``: for who cannot
    see it."""
    import matplotlib as mpl

    sortie = io.StringIO()
    with mpl.rc_context({"svg.hashsalt": titre, "svg.fonttype": "path", "font.family": "DejaVu Sans"}):
        figure.savefig(sortie, format="svg", metadata={"Date": None, "Creator": None})
    dessin = sortie.getvalue()
    return f'<svg role="img" aria-label="{escape(titre)}"' + dessin[dessin.index("<svg") + 4 :]
