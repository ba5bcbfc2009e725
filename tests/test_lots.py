"""Many files at once: order, deaths, stops, names."""

import os
import random
import threading
from collections.abc import Callable
from functools import partial
from pathlib import Path

import lecteurs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.commandes.sorties import noms_distincts
from pipeline.erreurs import ErreurDeliberation, ScanChiffre, ScanIntrouvable, ScanVide
from pipeline.lots import Resultat, lire_lot, ordonner, rassembler

LIRE = partial(lecteurs.lire, reglages=None)


@pytest.fixture
def poser(tmp_path: Path) -> Callable[..., list[Path]]:
    def poser(**ordres: str) -> list[Path]:
        chemins = [tmp_path / f"{nom}.pdf" for nom in ordres]
        for chemin, ordre in zip(chemins, ordres.values(), strict=True):
            chemin.write_text(ordre)
        return chemins

    return poser


def test_rassembler_trie_descend_et_ne_repete_pas(tmp_path: Path) -> None:
    for nom in ("b.PDF", "a/z.tiff", "a/y.jpeg", "a/.cache.pdf", "a/notes.txt", "c.docx"):
        (tmp_path / nom).parent.mkdir(exist_ok=True)
        (tmp_path / nom).touch()
    absent = tmp_path / "absent.pdf"
    chemins, erreurs = rassembler([tmp_path / "b.PDF", tmp_path, absent, tmp_path / "a" / ".." / "b.PDF"])
    assert [c.relative_to(tmp_path).as_posix() for c in chemins] == ["b.PDF", "a/y.jpeg", "a/z.tiff", "absent.pdf"]
    assert erreurs == []
    assert [c.name for c in rassembler([tmp_path], texte=True)[0]] == ["notes.txt"]


def test_rassembler_dossier_vide(tmp_path: Path) -> None:
    chemins, (erreur,) = rassembler([tmp_path])
    assert chemins == []
    assert isinstance(erreur, ScanVide)
    assert str(tmp_path) in str(erreur)


def test_rassembler_dossier_interdit(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    ouvrir = os.scandir

    def refuser(chemin: str) -> object:
        if Path(chemin).name == "interdit":
            raise PermissionError(13, "Permission denied", str(chemin))
        return ouvrir(chemin)

    (tmp_path / "interdit").mkdir()
    (tmp_path / "a.pdf").touch()
    monkeypatch.setattr(os, "scandir", refuser)
    chemins, (erreur,) = rassembler([tmp_path])
    assert [c.name for c in chemins] == ["a.pdf"]
    assert isinstance(erreur, ScanIntrouvable)
    assert erreur.chemin == tmp_path / "interdit"


def test_chaque_fichier_a_son_resultat(poser: Callable[..., list[Path]], capfd: pytest.CaptureFixture[str]) -> None:
    chemins = poser(a="va", b="tue", c="chiffre", d="defaut", e="va", f="tue", g="va")
    obtenus = list(ordonner(lire_lot(chemins, LIRE, processus=2)))
    assert [r.rang for r in obtenus] == list(range(7))
    assert [r.chemin for r in obtenus] == chemins
    assert [r.chemin.stem for r in obtenus if r.lecture] == ["a", "e", "g"]
    erreurs = {r.chemin.stem: r.erreur for r in obtenus if r.erreur}
    assert set(erreurs) == {"b", "c", "d", "f"}
    assert all(e.chemin is not None and e.chemin.stem == nom for nom, e in erreurs.items())
    assert "SIGKILL" in str(erreurs["b"])
    assert isinstance(erreurs["c"], ScanChiffre)
    assert type(erreurs["d"]) is ErreurDeliberation
    assert "ZeroDivisionError: défaut pour l'essai" in capfd.readouterr().err


def test_ordre_des_entrees_quoi_qui_finisse_d_abord(poser: Callable[..., list[Path]], tmp_path: Path) -> None:
    lot = lire_lot(poser(a=f"attend {tmp_path / 'b.rendu'}", b="va"), LIRE, processus=2)
    premier = next(lot)
    (tmp_path / "b.rendu").touch()
    second = next(lot)
    assert [premier.rang, second.rang] == [1, 0]
    assert [r.rang for r in ordonner([premier, second])] == [0, 1]


def test_un_processus_sert_a_plusieurs_fichiers(poser: Callable[..., list[Path]]) -> None:
    pages: list[tuple[str, int]] = []
    lot = lire_lot(poser(a="va", b="chiffre", c="va"), LIRE, processus=1, suivi=lambda c, n: pages.append((c.stem, n)))
    lectures = [r.lecture for r in lot if r.lecture]
    assert len(lectures) == 2
    assert len({lecture.deliberations[0].numero for lecture in lectures}) == 1  # the number is that of the process
    assert pages == [("a", 1), ("b", 1), ("c", 1)]


def test_arret_demande(poser: Callable[..., list[Path]], tmp_path: Path) -> None:
    jamais = f"attend {tmp_path / 'jamais'}"
    arret = threading.Event()
    lot = lire_lot(poser(a="va", b=jamais, c=jamais), LIRE, processus=1, arret=arret.is_set)
    assert next(lot).chemin.stem == "a"
    arret.set()
    assert list(lot) == []


@given(st.integers(0, 30), st.randoms(use_true_random=False), st.integers(0, 30))
def test_ordonner_rend_tout_dans_l_ordre(nombre: int, alea: random.Random, perdu: int) -> None:
    rangs = [r for r in range(nombre) if r != perdu]
    alea.shuffle(rangs)
    assert [r.rang for r in ordonner(Resultat(r, Path("x"), 0.0) for r in rangs)] == sorted(rangs)


@pytest.mark.parametrize(
    ("chemins", "noms"),
    [
        (["x/a.pdf", "x/b.pdf"], ["a", "b"]),
        (["x/a.pdf", "y/a.pdf", "y/b.pdf"], ["x-a", "y-a", "b"]),
        (["u/x/a.pdf", "v/x/a.pdf"], ["u-x-a", "v-x-a"]),
        (["x/a.pdf", "y/A.pdf"], ["x-a", "y-A"]),
    ],
)
def test_noms_distincts(chemins: list[str], noms: list[str]) -> None:
    assert noms_distincts([Path(c) for c in chemins]) == noms


@given(
    st.lists(
        st.builds(
            lambda dossiers, nom, suffixe: Path("/", *dossiers, nom + suffixe),
            st.lists(st.sampled_from(["x", "y", "x-y"]), max_size=3),
            st.sampled_from(["a", "A", "x-a", "y-a"]),
            st.sampled_from([".pdf", ".png"]),
        ),
        max_size=12,
        unique=True,
    )
)
def test_noms_toujours_distincts(chemins: list[Path]) -> None:
    noms = [nom.casefold() for nom in noms_distincts(chemins)]
    assert len(set(noms)) == len(chemins)
