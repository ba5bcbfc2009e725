"""The house: what is written about it is true, and its rules hold."""

import ast
import json
import re
import shlex
import subprocess
import sys
import tomllib
from argparse import ArgumentParser, _SubParsersAction
from collections.abc import Iterator
from importlib import metadata
from pathlib import Path
from typing import Any

import pytest

from modeles.deliberation import Deliberation
from pipeline import erreurs
from pipeline.__main__ import CODES, analyseur

RACINE = Path(__file__).parent.parent
PRODUIT = ("modeles", "corrections", "pipeline")
MODULES = sorted(p for paquet in PRODUIT for p in (RACINE / paquet).rglob("*.py"))
README = (RACINE / "README.md").read_text(encoding="utf-8")
PROJET = tomllib.loads((RACINE / "pyproject.toml").read_text(encoding="utf-8"))


def normaliser(paquet: str) -> str:
    """Name of a distribution without version, as indexes compare it."""
    return re.sub(r"[-_.]+", "-", re.split(r"[<>=!~;\s\[]", paquet)[0]).lower()


def commandes() -> dict[str, ArgumentParser]:
    """The parser of each command."""
    (sous,) = (a for a in analyseur()._actions if isinstance(a, _SubParsersAction))
    return dict(sous.choices)


def blocs(langage: str) -> list[str]:
    """The code blocks of the README in this language."""
    return re.findall(rf"^```{langage}\n(.*?)^```", README, flags=re.MULTILINE | re.DOTALL)


# --- README -----------------------------------------------------------------------------------------------------------


def test_readme_commence_par_les_deux_commandes() -> None:
    lignes = [ligne.split("#")[0].strip() for ligne in README.splitlines()[1:] if ligne.strip()]
    assert lignes[:2] == ["make demo", "make test"]


@pytest.mark.parametrize("nom", sorted(commandes()))
def test_commande_et_options_dans_le_readme(nom: str) -> None:
    assert f"greffier {nom}" in README
    options = [o for a in commandes()[nom]._actions for o in a.option_strings if o.startswith("--") and o != "--help"]
    assert [o for o in options if f"`{o}" not in README] == []


def test_commandes_du_readme_acceptees() -> None:
    exemples = [shlex.split(ligne, comments=True) for bloc in blocs("sh") for ligne in bloc.splitlines()]
    assert len(exemples) >= 7
    for programme, *arguments in exemples:
        assert programme == "greffier"
        analyseur().parse_args(arguments)


def test_cibles_de_make_dans_le_readme() -> None:
    makefile = (RACINE / "Makefile").read_text(encoding="utf-8")
    (publiques,) = re.findall(r"^\.PHONY: (.*)$", makefile, flags=re.MULTILINE)
    for cible in set(publiques.split()) - {"aide", "systeme", "systeme-dev"}:
        assert f"`make {cible}`" in README or f"    make {cible} " in README
        assert f"make {cible} " in makefile  # said by « make »


def test_fiche_du_readme_est_vraie() -> None:
    (bloc,) = blocs("json")
    lue = Deliberation.model_validate_json(bloc)
    (vraie,) = json.loads((RACINE / "echantillons/telephone-2022/attendu.json").read_text(encoding="utf-8"))[
        "deliberations"
    ]
    abregee = simplifier(lue.model_dump(mode="json"))
    for liste, garde in ((vraie["presences"], abregee["presences"]), (vraie, abregee)):
        for cle in ("presents", "absents", "procurations"):
            if cle in liste:
                liste[cle] = liste[cle][: len(garde[cle])]
    assert abregee == vraie


def simplifier(valeur: Any) -> Any:
    """Persons as the contract writes them: their full name."""
    if isinstance(valeur, dict):
        return valeur.get("nom_complet") or {c: simplifier(v) for c, v in valeur.items()}
    return [simplifier(v) for v in valeur] if isinstance(valeur, list) else valeur


def test_codes_de_sortie_documentes() -> None:
    classes = [c for c in vars(erreurs).values() if isinstance(c, type) and issubclass(c, erreurs.ErreurDeliberation)]
    for code in {0, 1, 130, *(c.code_sortie for c in classes)}:
        assert f"\n  {code}  " in CODES
        assert f"\n| {code} |" in README


def test_liens_des_documents() -> None:
    for document in RACINE.glob("*.md"):
        texte = document.read_text(encoding="utf-8")
        for lien in re.findall(r"\]\((?!https?:|#)([^)]+)\)", texte):
            assert (RACINE / lien).exists(), f"{document.name} : {lien}"


# --- Architecture -----------------------------------------------------------------------------------------------------


def test_chaque_piece_est_dans_l_architecture() -> None:
    texte = (RACINE / "ARCHITECTURE.md").read_text(encoding="utf-8")
    pieces = {
        RACINE.joinpath(*m.relative_to(RACINE).parts[:2]) for m in MODULES if m.is_relative_to(RACINE / "pipeline")
    }
    for piece in {*pieces, *(RACINE / paquet for paquet in PRODUIT)} - {RACINE / "pipeline" / "__init__.py"}:
        assert f"{piece.relative_to(RACINE)}{'/' if piece.is_dir() else ' '}" in texte
    for chemin in re.findall(r"^(?:\d )? +(\w+/[\w./]+)", texte, flags=re.MULTILINE):
        assert (RACINE / chemin).exists(), chemin


def test_contrats_d_importation() -> None:
    fini = subprocess.run(
        [Path(sys.executable).parent / "lint-imports", "--no-cache", "--no-logo"],
        cwd=RACINE, capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert fini.returncode == 0, fini.stdout + fini.stderr


def arbres() -> Iterator[tuple[Path, ast.Module]]:
    for module in MODULES:
        yield module.relative_to(RACINE), ast.parse(module.read_text(encoding="utf-8"))


def test_seule_la_ligne_de_commande_imprime() -> None:
    appels = [
        str(module)
        for module, arbre in arbres()
        for n in ast.walk(arbre)
        if isinstance(n, ast.Call) and isinstance(n.func, ast.Name) and n.func.id == "print"
    ]
    assert [m for m in appels if not m.startswith(("pipeline/__main__.py", "pipeline/commandes/"))] == []


def test_aucun_defaut_avale() -> None:
    larges = [
        f"{module}:{n.lineno}"
        for module, arbre in arbres()
        for n in ast.walk(arbre)
        if isinstance(n, ast.ExceptHandler)
        and (
            n.type is None
            or {x.id for x in ast.walk(n.type) if isinstance(x, ast.Name)} & {"Exception", "BaseException"}
        )
    ]
    assert larges == []


# --- Packages ---------------------------------------------------------------------------------------------------------


def test_chaque_bibliotheque_importee_est_declaree() -> None:
    extras = PROJET["project"]["optional-dependencies"]
    offertes = [d for nom, extra in extras.items() if nom != "dev" for d in extra]
    declarees = {normaliser(d) for d in (*PROJET["project"]["dependencies"], *offertes)}
    distributions = metadata.packages_distributions()
    for module, arbre in arbres():
        noms = {a.name for n in ast.walk(arbre) if isinstance(n, ast.Import) for a in n.names}
        noms |= {n.module for n in ast.walk(arbre) if isinstance(n, ast.ImportFrom) and n.module}
        for racine in {nom.split(".")[0] for nom in noms} - set(PRODUIT) - sys.stdlib_module_names:
            assert {normaliser(d) for d in distributions.get(racine, [racine])} & declarees, f"{module} : {racine}"


def test_contraintes_exactes_et_completes() -> None:
    lignes = [li for li in (RACINE / "contraintes.txt").read_text().splitlines() if li and not li.startswith("#")]
    assert [li for li in lignes if not re.fullmatch(r"[\w.-]+==[\w.]+", li)] == []
    fixees = {normaliser(li): li.split("==")[1] for li in lignes}
    directes = [*PROJET["project"]["dependencies"], *PROJET["project"]["optional-dependencies"]["dev"]]
    assert {normaliser(d) for d in directes} <= fixees.keys()
    modele = re.search(
        r"^MODELE := (\S+)==(\S+) --hash=sha256:[0-9a-f]{64}$", (RACINE / "Makefile").read_text(), re.MULTILINE
    )
    assert modele is not None
    assert fixees[normaliser(modele[1])] == modele[2]


@pytest.mark.parametrize("nom", ["Makefile", "contraintes.txt", "pyproject.toml", ".ci/run"])
def test_aucune_adresse_de_depot_de_paquets(nom: str) -> None:
    assert not re.search(r"https?://|index-url|find-links|trusted-host", (RACINE / nom).read_text(encoding="utf-8"))


def test_version_au_journal() -> None:
    journal = (RACINE / "CHANGELOG.md").read_text(encoding="utf-8")
    assert "## [Unreleased]" in journal or f"## [{PROJET['project']['version']}]" in journal
