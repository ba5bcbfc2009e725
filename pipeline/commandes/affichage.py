"""What a terminal shows: the progress line, the errors, the table of what was read."""

import json
import os
import sys
import unicodedata
from collections import Counter
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from modeles.lecture import Lecture
from pipeline.comparaison import Changement
from pipeline.erreurs import ErreurDeliberation
from pipeline.lots import Resultat

Progression = Callable[[str], None]
"""Shows a text in place of the former one; "" wipes it."""


def progression() -> Progression:
    """One line on stderr, rewritten; nothing when stderr is not a terminal."""
    if not sys.stderr.isatty():
        return lambda texte: None

    def montrer(texte: str) -> None:
        print(f"\r\x1b[K{montrable(texte)}", end="", file=sys.stderr, flush=True)

    return montrer


def dire_erreur(erreur: ErreurDeliberation) -> None:
    """The French message, with the file and the remedy, on stderr."""
    print(montrable(f"greffier : {erreur}"), file=sys.stderr)


def lisible(texte: str) -> str:
    """The text, bytes of file names that are not UTF-8 replaced."""
    return texte.encode("utf-8", "surrogateescape").decode("utf-8", "replace")


def montrable(texte: str) -> str:
    """The text as a terminal may receive it: a file name can hold orders to it, line ends, letters that turn back."""
    return "".join(
        c.encode("unicode_escape").decode() if unicodedata.category(c) in ("Cc", "Cf", "Zl", "Zp") else c
        for c in lisible(texte)
    )


def compter(nombre: int, nom: str) -> str:
    """ "1 document", "3 documents"."""
    return f"{nombre} {nom}{'s' if nombre > 1 else ''}"


def doutes(lecture: Lecture) -> int:
    """How many anomalies a person should look at."""
    return sum(a.gravite != "info" for a in lecture.anomalies)


ENTETES = ("Document", "Pages", "Actes", "Statut", "Anomalies", "Secondes")


def tableau(resultats: Sequence[Resultat], secondes: float) -> str:
    """One line a document and a line of totals; ``secondes``: the whole call, all processes at work."""
    noms = _abreger([r.chemin for r in resultats])
    lignes = [ENTETES, *(_ligne(nom, r) for nom, r in zip(noms, resultats, strict=True))]
    largeurs = [max(len(ligne[i]) for ligne in lignes) for i in range(len(ENTETES))]
    texte = [
        "  ".join(
            c.ljust(n) if i in (0, 3) else c.rjust(n) for i, (c, n) in enumerate(zip(ligne, largeurs, strict=True))
        ).rstrip()
        for ligne in lignes
    ]
    texte.insert(1, "  ".join("─" * n for n in largeurs))
    lues = [r.lecture for r in resultats if r.lecture]
    total = (
        compter(len(resultats), "document"),
        compter(sum(lecture.document.pages for lecture in lues), "page"),
        compter(sum(len(lecture.deliberations) for lecture in lues), "acte"),
    )
    return "\n".join([*texte, f"{', '.join(total)} en {secondes:.1f} s".replace(".", ",")])


def _ligne(nom: str, resultat: Resultat) -> tuple[str, ...]:
    temps = f"{resultat.secondes:.1f}".replace(".", ",")
    lecture = resultat.lecture
    if lecture is None:
        return (nom, "-", "-", "erreur", "-", temps)
    statut = {"complete": "complète", "partielle": "partielle", "echec": "échec"}[lecture.statut]
    return (nom, str(lecture.document.pages), str(len(lecture.deliberations)), statut, str(doutes(lecture)), temps)


def _abreger(chemins: Sequence[Path]) -> list[str]:
    """The paths without the folders they all share; without a file name they all share either."""
    absolus = [Path(os.path.realpath(chemin)) for chemin in chemins]
    commun = Path(os.path.commonpath([a.parent for a in absolus])) if absolus else Path()
    courts = [a.relative_to(commun) for a in absolus]
    if len({c.name for c in courts}) == 1 and all(len(c.parts) > 1 for c in courts):
        courts = [c.parent for c in courts]
    return [montrable(str(c)) for c in courts]


def dire_changement(changement: Changement) -> None:
    """One leaf that is not the same, under the line of what holds it."""
    avant, apres = dire_valeur(changement.avant), dire_valeur(changement.apres)
    print(montrable(f"    {changement.pointeur} : {avant} → {apres}"))


def dire_nombres(champs: Counter[str]) -> None:
    """How often each field changed, the commonest first, on stderr."""
    for champ, nombre in champs.most_common():
        print(f"{nombre:8d}  {champ}", file=sys.stderr)


def dire_valeur(valeur: Any) -> str:
    """A value, quoted and cut short; "rien" for none."""
    if valeur is None:
        return "rien"
    texte = valeur if isinstance(valeur, str) else json.dumps(valeur, ensure_ascii=False)
    return f"« {texte if len(texte) < 80 else texte[:79] + '…'} »"
