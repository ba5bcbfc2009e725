"""Fixtures that several test modules share."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from exportateur import deposer_echantillons, importer_scans
from hypothesis import settings
from serveur_postgresql import base_neuve, demarrer, programme

# The same examples at every run, so that a failure is of the change at hand; "make check" draws new ones each time.
settings.register_profile("constant", derandomize=True, deadline=None)
settings.register_profile("hasard", print_blob=True, deadline=None)
settings.load_profile("constant")


@pytest.fixture(scope="session")
def serveur() -> Iterator[str]:
    """The socket of a PostgreSQL server of our own."""
    if programme("initdb") is None:
        pytest.fail("PostgreSQL n'est pas installé : « make test » l'installe (paquet postgresql).")
    with demarrer() as socket:
        yield socket


@pytest.fixture(params=["sqlite", "postgresql"])
def url(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """The address of a registre that does not exist yet, in both databases."""
    if request.param == "sqlite":
        return f"sqlite:///{tmp_path}/registre.db"
    return base_neuve(request.getfixturevalue("serveur"))


@pytest.fixture(scope="session")
def echantillons(tmp_path_factory: pytest.TempPathFactory) -> str:
    """The address of a registre of the samples, only read."""
    adresse = f"sqlite:///{tmp_path_factory.mktemp('echantillons')}/r.db"
    deposer_echantillons(adresse)
    return adresse


@pytest.fixture(scope="session")
def importes(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, str]:
    """A folder of two scans read by Tesseract, and the registre that holds them; tests leave both as they are."""
    dossier = tmp_path_factory.mktemp("scans") / "scans"
    return dossier, importer_scans(dossier)
