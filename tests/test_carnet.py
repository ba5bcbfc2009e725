"""The notebook of docs/ runs as it is on the samples, and its answers are those of their records."""

import warnings
from pathlib import Path
from typing import Any

import nbformat
import pytest
from nbclient import NotebookClient

from pipeline import ouvrir_registre

RACINE = Path(__file__).parent.parent
CARNET = RACINE / "docs/recherche.ipynb"


def sorties(carnet: Any, genre: str) -> list[Any]:
    return [s["data"][genre] for c in carnet.cells for s in c.get("outputs", ()) if genre in s.get("data", ())]


@pytest.fixture(scope="module")
def execute(echantillons: str) -> Any:
    carnet = nbformat.read(CARNET, as_version=4)  # type: ignore[no-untyped-call]
    with pytest.MonkeyPatch.context() as ici, warnings.catch_warnings():
        warnings.simplefilter("ignore")
        ici.setenv("GREFFIER_REGISTRE", echantillons)
        ici.setenv("PYTHONPATH", str(RACINE))
        NotebookClient(carnet, timeout=120, kernel_name="python3", resources={"metadata": {"path": RACINE}}).execute()
    return carnet


def test_il_tourne_et_montre_trois_graphiques(execute: Any) -> None:
    assert len(sorties(execute, "image/png")) == 3
    garde = nbformat.read(CARNET, as_version=4)  # type: ignore[no-untyped-call]
    assert len(sorties(garde, "image/png")) == 3  # for who reads it on a forge


def test_ses_reponses_sont_celles_des_fiches(execute: Any, echantillons: str) -> None:
    tables = sorties(execute, "text/plain")
    with ouvrir_registre(echantillons) as registre:
        fiches = list(registre.deliberations())
    unanimes = next(t for t in tables if t.lstrip().startswith("unanimes"))
    dits = [f.decision.vote.unanimite for f in fiches if f.decision.vote.unanimite is not None]
    comptes = [list(map(int, ligne.split()[-2:])) for ligne in unanimes.splitlines()[2:]]
    assert [sum(c) for c in zip(*comptes, strict=True)] == [sum(dits), len(dits)]
    (dites,) = (s["text"] for c in execute.cells for s in c.get("outputs", ()) if s["output_type"] == "stream")
    assert dites.startswith(f"{len(fiches)} délibérations")
