"""Dates as users give them: a year, a month or a day."""

import calendar
import datetime
from argparse import Namespace

from pipeline.erreurs import ErreurDeliberation


def periode(options: Namespace) -> tuple[datetime.date | None, datetime.date | None]:
    """The first and the last day that ``--depuis`` and ``--jusqua`` ask for; None where they ask for none."""
    depuis, jusqua = options.depuis, options.jusqua
    return premier_jour(depuis) if depuis else None, dernier_jour(jusqua) if jusqua else None


def premier_jour(texte: str) -> datetime.date:
    annee, mois, jour = _parts(texte)
    return _jour(texte, annee, mois or 1, jour or 1)


def dernier_jour(texte: str) -> datetime.date:
    annee, mois, jour = _parts(texte)
    mois = mois or 12
    return _jour(texte, annee, mois, jour or (calendar.monthrange(annee, mois)[1] if 1 <= mois <= 12 else 1))


def _parts(texte: str) -> tuple[int, int, int]:
    """Year, month, day; 0 for what is not said."""
    parts = texte.split("-")
    if not all(p.isdecimal() for p in parts) or len(parts) > 3 or not 1 <= int(parts[0]) <= 9999:
        raise _mal_datee(texte)
    annee, mois, jour = [int(p) for p in parts] + [0] * (3 - len(parts))
    return annee, mois, jour


def _jour(texte: str, annee: int, mois: int, jour: int) -> datetime.date:
    try:
        return datetime.date(annee, mois, jour)
    except ValueError:
        raise _mal_datee(texte) from None


def _mal_datee(texte: str) -> ErreurDeliberation:
    return ErreurDeliberation(f"Date non reconnue : « {texte} ».", "Écrivez 2019, 2019-03 ou 2019-03-12.")
