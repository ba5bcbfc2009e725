"""Every grammar piece against its own examples, and against hostile input."""

import importlib
import pkgutil
import re
import time

import pytest

import pipeline.grammaire as grammaire

MODULES = [importlib.import_module(f"{grammaire.__name__}.{m.name}") for m in pkgutil.iter_modules(grammaire.__path__)]
MOTIFS = [
    (m.__name__.rsplit(".", 1)[1], nom, objet)
    for m in MODULES
    for nom, objet in vars(m).items()
    if isinstance(objet, re.Pattern) and not nom.startswith("_")
]
BUDGET = 3.0
BRIQUES = (
    " ",
    "a",
    "1",
    "l'an deux mille ",
    "vingt et ",
    "le 1er ",
    "vu ",
    "pour : 1 ",
    "m. a b, ",
    "1 2/",
    "contre (",
    "- ",
    "mme de ",
    "pouvoir a ",
    "x" * 40 + " ",
)


@pytest.mark.parametrize("module", MODULES, ids=lambda m: m.__name__)
def test_les_tables_d_exemples_existent_et_nomment_des_motifs(module) -> None:  # type: ignore[no-untyped-def]
    for table in (module.EXEMPLES, module.CONTRE_EXEMPLES):
        assert all(isinstance(getattr(module, nom), re.Pattern) for nom in table)
    motifs = {nom for nom, objet in vars(module).items() if isinstance(objet, re.Pattern) and not nom.startswith("_")}
    assert motifs <= set(module.EXEMPLES), f"motif sans exemple : {motifs - set(module.EXEMPLES)}"


@pytest.mark.parametrize("module", MODULES, ids=lambda m: m.__name__)
def test_chaque_motif_reconnait_ses_exemples(module) -> None:  # type: ignore[no-untyped-def]
    for nom, textes in module.EXEMPLES.items():
        for texte in textes:
            assert getattr(module, nom).search(texte), f"{nom} ne reconnaît pas « {texte} »"
    for nom, textes in module.CONTRE_EXEMPLES.items():
        for texte in textes:
            assert not getattr(module, nom).search(texte), f"{nom} reconnaît « {texte} »"


def _duree(motif: re.Pattern[str], texte: str) -> float:
    debut = time.process_time()
    for _ in motif.finditer(texte):
        pass
    return time.process_time() - debut


@pytest.mark.parametrize(("module", "nom", "motif"), MOTIFS, ids=lambda v: v if isinstance(v, str) else "")
def test_le_temps_reste_borne_sur_un_texte_hostile(module: str, nom: str, motif: re.Pattern[str]) -> None:
    """20,000 characters cost under BUDGET seconds of processor time, some twenty times what a sound pattern takes.

    The text grows step by step, so that an exponential pattern fails at a small size instead of hanging.
    """
    for brique in BRIQUES:
        taille = 16
        while taille < 20_000:
            taille = min(taille * 4 // 3, 20_000)
            texte = (brique * (taille // len(brique) + 1))[:taille]
            duree = _duree(motif, texte)
            assert duree < BUDGET, f"{nom} : {taille} caractères de {brique!r} coûtent {duree:.2f} s"
