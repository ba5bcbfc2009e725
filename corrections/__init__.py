"""The reviewed data of the project: tables of OCR errors and of closed lists, one TSV file each.

A file is UTF-8, one record a line, tabs between columns. Empty lines and lines that begin with ``#`` are comments; the
first line that is neither names the columns. See ``README.md`` beside this file.
"""

import unicodedata
from functools import cache
from pathlib import Path

from pipeline.erreurs import ErreurEnvironnement

DOSSIER = Path(__file__).parent
_REMEDE = "Corrigez cette ligne (voir corrections/README.md), ou réinstallez greffier."


def charger(nom: str) -> tuple[dict[str, str], ...]:
    """The records of ``corrections/<nom>.tsv``, in the order of the file; read once.

    Each record maps the column names to text: NFC, blanks around it cut, "" where the cell is empty. Callers share
    the records and must not change them.

    Raises ErreurEnvironnement, with file and line, when the file is missing, is not UTF-8, has no header, repeats a
    column, or has a line whose number of cells is not that of the header.
    """
    return _lire(DOSSIER / f"{nom}.tsv")


@cache
def _lire(chemin: Path) -> tuple[dict[str, str], ...]:
    try:
        texte = chemin.read_text(encoding="utf-8")
    except OSError:
        raise ErreurEnvironnement("Fichier de données introuvable ou illisible.", chemin=chemin) from None
    except UnicodeDecodeError as erreur:
        rang = chemin.read_bytes()[: erreur.start].count(b"\n") + 1
        raise _malforme(chemin, rang, "texte qui n'est pas en UTF-8") from None
    colonnes: list[str] = []
    fiches: list[dict[str, str]] = []
    for numero, ligne in enumerate(texte.split("\n"), start=1):
        if not ligne.strip() or ligne.startswith("#"):
            continue
        cellules = [unicodedata.normalize("NFC", c.strip()) for c in ligne.split("\t")]
        if not colonnes:
            colonnes = cellules
            if not all(colonnes) or len(set(colonnes)) < len(colonnes):
                raise _malforme(chemin, numero, "colonne sans nom ou nommée deux fois")
        elif len(cellules) != len(colonnes):
            raise _malforme(chemin, numero, f"{len(cellules)} colonnes au lieu de {len(colonnes)}")
        else:
            fiches.append(dict(zip(colonnes, cellules, strict=True)))
    if not colonnes:
        raise _malforme(chemin, 1, "aucune ligne d'en-tête")
    return tuple(fiches)


def _malforme(chemin: Path, ligne: int, constat: str) -> ErreurEnvironnement:
    return ErreurEnvironnement(f"Fichier de données mal formé, ligne {ligne} : {constat}.", _REMEDE, chemin=chemin)
