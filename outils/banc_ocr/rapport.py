"""The tables and the plot of the OCR bench."""

from collections.abc import Callable, Mapping
from pathlib import Path

from outils.banc_ocr.mesures import Compte

Resultats = Mapping[tuple[str, str], Compte]
"""By (condition, reader)."""

MESURES: Mapping[str, Callable[[Compte], float]] = {
    "WER": lambda c: c.wer,
    "WER, accents and case folded": lambda c: c.wer_plie,
    "CER": lambda c: c.cer,
    "full names right": lambda c: c.noms_lus / max(c.noms, 1),
    "numbers right": lambda c: c.nombres_lus / max(c.nombres, 1),
}
TEINTES = {
    "tesseract": "0.75",
    "ocrmypdf": "0.5",
    "rapidocr": "tab:orange",
    "simple": "skyblue",
    "greffier": "tab:blue",
}
HORS_MOYENNE = ("photocopie 2",)
"""The harsh photocopy: names and numbers are also given without it."""


def tableaux(resultats: Resultats, temps: Mapping[str, float]) -> str:
    """Two Markdown tables, %: WER by condition; then each measure over the 24 defects, and on the office copier."""
    lecteurs = list(dict.fromkeys(n for _, n in resultats))
    lignes = ["| WER % | " + " | ".join(lecteurs) + " |", "|---|" + "---|" * len(lecteurs)]
    for condition in dict.fromkeys(c for c, _ in resultats):
        valeurs = [resultats[condition, n].wer for n in lecteurs]
        lignes.append(_rangee(condition, valeurs))
    lignes += ["", "| % | " + " | ".join(lecteurs) + " |", "|---|" + "---|" * len(lecteurs)]
    defauts = {c for c, _ in resultats if " " in c}
    for titre, mesure in MESURES.items():
        lignes.append(
            _rangee(f"{titre}, mean of the defects", [_moyenne(resultats, defauts, n, mesure) for n in lecteurs])
        )
    doux = defauts - {*HORS_MOYENNE}
    for titre in ("full names right", "numbers right"):
        valeurs = [_moyenne(resultats, doux, n, MESURES[titre]) for n in lecteurs]
        lignes.append(_rangee(f"{titre}, all but {HORS_MOYENNE[0]}", valeurs))
        if ("bureau", lecteurs[0]) in resultats:
            lignes.append(_rangee(f"{titre}, bureau", [MESURES[titre](resultats["bureau", n]) for n in lecteurs]))
    perdus = [sum(c.passages_perdus for (_, nom), c in resultats.items() if nom == n) for n in lecteurs]
    lignes.append(f"| lines and paragraphs lost, number | {' | '.join(map(str, perdus))} |")
    reference = temps[lecteurs[0]] or 1.0
    lignes.append(_rangee(f"CPU, {lecteurs[0]} = 100", [temps[n] / reference for n in lecteurs]))
    return "\n".join(lignes)


def _rangee(titre: str, valeurs: list[float]) -> str:
    return f"| {titre} | " + " | ".join(f"{100 * v:.2f}" for v in valeurs) + " |"


def _moyenne(resultats: Resultats, conditions: set[str], lecteur: str, mesure: Callable[[Compte], float]) -> float:
    """Mean over conditions: each defect weighs the same, however long its pages."""
    valeurs = [mesure(c) for (condition, n), c in resultats.items() if n == lecteur and condition in conditions]
    return sum(valeurs) / max(len(valeurs), 1)


def ecrire(dossier: Path, entete: str, tables: str, resultats: Resultats) -> None:
    """Write ``OCR.md`` and ``images/ocr-wer.png``."""
    dossier.joinpath("images").mkdir(parents=True, exist_ok=True)
    _dessiner(dossier / "images" / "ocr-wer.png", resultats)
    texte = f"""# OCR bench

Written by `make banc-ocr ARGS="--rapport docs"`; how it is made: `outils/banc_ocr/`. {entete}

Pages of invented acts in six typefaces (four of the office, two of the typewriter), scanned with twelve defects at two
strengths; `propre` is a good scanner, `bureau` the office copier. `tesseract` is `tesseract -l fra` alone on the
embedded image, `ocrmypdf` is `ocrmypdf --deskew --clean`, one thread each; `rapidocr` is RapidOCR alone, `simple` is
greffier without it as second reader. Errors: edits over the words (or
characters) of the true text; apostrophes, quotes and dashes count in one form.

![Word error rate by condition](images/ocr-wer.png)

{tables}
"""
    dossier.joinpath("OCR.md").write_text(texte, encoding="utf-8")


def _dessiner(chemin: Path, resultats: Resultats) -> None:
    """Horizontal bars, a group a condition, on a square-root scale: small rates stay visible."""
    import matplotlib as mpl

    mpl.use("Agg")
    from matplotlib import pyplot

    lecteurs = list(dict.fromkeys(n for _, n in resultats))
    conditions = list(dict.fromkeys(c for c, _ in resultats))
    figure, axes = pyplot.subplots(figsize=(8, 0.36 * len(conditions) + 1.2))
    haut = 0.8 / len(lecteurs)
    for rang, lecteur in enumerate(lecteurs):
        places = [i + rang * haut for i in range(len(conditions))]
        valeurs = [100 * resultats[c, lecteur].wer for c in conditions]
        axes.barh(places, valeurs, haut, label=lecteur, color=TEINTES.get(lecteur))
    axes.set_yticks([i + 0.4 - haut / 2 for i in range(len(conditions))], conditions)
    axes.invert_yaxis()
    axes.set_xscale("function", functions=(lambda v: abs(v) ** 0.5, lambda v: v**2))
    axes.set_xticks([0, 1, 2, 5, 10, 20, 40, 80])
    axes.set_xlabel("word error rate, % (square-root scale)")
    axes.legend(loc="lower right", frameon=False)
    axes.spines[["top", "right"]].set_visible(False)
    figure.tight_layout()
    figure.savefig(chemin, dpi=110)
    pyplot.close(figure)
