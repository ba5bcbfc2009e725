"""A watched folder gives files once they are whole."""

import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from pipeline.veille import REPOS, entiers, surveiller


def test_un_fichier_qui_grandit_attend_d_etre_entier(tmp_path: Path) -> None:
    """With a clock of our own: three writings, then rest; and a second version, later."""
    (tmp_path / "deja.pdf").write_bytes(b"a")
    (tmp_path / "notes.txt").write_bytes(b"a")
    lent, heure = tmp_path / "lent.pdf", 0.0

    def reveils() -> Iterator[list[Path]]:
        nonlocal heure
        for taille in (1, 2, 3, 3, 3, 4, 4):
            heure += REPOS * 0.6
            lent.write_bytes(b"x" * taille) if not lent.exists() or lent.stat().st_size != taille else None
            yield [lent]

    donnes = [(round(heure / REPOS, 1), [c.name for c in lot]) for lot in entiers(tmp_path, reveils(), lambda: heure)]
    assert donnes == [(1.2, ["deja.pdf"]), (3.0, ["lent.pdf"])]


@pytest.mark.parametrize("sonder", [False, True])
def test_un_vrai_dossier(tmp_path: Path, sonder: bool) -> None:
    (tmp_path / "deja.pdf").write_bytes(b"a")
    arret = threading.Event()
    lots = surveiller(tmp_path, arret, sonder=sonder)
    assert next(lots) == [tmp_path / "deja.pdf"]
    (tmp_path / "sous").mkdir()
    (tmp_path / "sous/neuf.pdf").write_bytes(b"b")
    assert next(lots) == [tmp_path / "sous/neuf.pdf"]
    arret.set()
    assert list(lots) == []
