"""Does the confidence tell the truth? ``python -m outils.fiabilite DOSSIER... [--ajuster] [--noteur NOTER.PY]``.

Each folder holds scans and their true records (``<nom>.gold.json``). Every value read is compared with the record by
the rules of the scorer; the table says, for each bin of confidence, how many values it holds and how many are right.
``--ajuster`` fits the weights of ``corrections/fiabilite.tsv`` on them first (ridge logistic regression, Newton's
method): only on layouts that the grammar was not written for, and never on those that the table is quoted from.
"""

import argparse
import importlib.util
import json
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from itertools import pairwise
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np

from corrections import DOSSIER
from modeles.lecture import Lecture
from pipeline.chaine import lire
from pipeline.etapes import fiabilite
from pipeline.reglages import Reglages

BACS = (0.0, 0.5, 0.7, 0.8, 0.85, 0.9, 0.95, 0.98, 1.01)
RAPPEL = 2.0
"""Strength of the pull of each weight towards nothing."""
VUS = 12
"""Values an index must have been seen on to be given a weight."""


class Valeur(NamedTuple):
    """One value read: its field, its indices, the confidence it was given, and whether the true record has it."""

    champ: str
    indices: tuple[str, ...]
    confiance: float
    juste: bool


def _noteur(chemin: Path) -> Any:
    spec = importlib.util.spec_from_file_location("noter", chemin)
    if spec is None or spec.loader is None:
        raise SystemExit(f"Pas de noteur dans {chemin}.")
    module = importlib.util.module_from_spec(spec)
    sys.modules["noter"] = module
    spec.loader.exec_module(module)
    return module


def valeurs(lecture: Lecture, gold: dict[str, Any], n: Any) -> Iterator[Valeur]:
    """The values of a reading, one a leaf, a person being one; fields that nobody annotated are left out."""
    fiches = json.loads(lecture.model_dump_json())["deliberations"]
    contextes = fiabilite.contextes_de(lecture.deliberations, lecture.anomalies)
    vrais = {id(o): a for a, o in n.aligner(gold["deliberations"], fiches) if o is not None}
    for pointeur, source in lecture.sources.items():
        _, _, rang, *suite = pointeur.split("/")
        if not _est_valeur(suite):
            continue
        champ, vrai = fiabilite.champ_de("/".join(suite)), vrais.get(id(fiches[int(rang)]))
        tus = {*gold.get("non_notes", ()), *((vrai or {}).get("non_notes", ()))}
        if any(champ == t or champ.startswith(t + ".") for t in tus):
            continue
        juste = vrai is not None and _juste(champ, _lire(fiches[int(rang)], suite), vrai, n)
        yield Valeur(champ, fiabilite.indices_de(pointeur, source, contextes), source.confiance, juste)


def _est_valeur(suite: Sequence[str]) -> bool:
    """One leaf a value: a person by the full name, a text without its number, a signatory by the name."""
    if suite[-1] in ("prenom", "civilite", "qualite") or suite[:-1][-1:] == ["type"]:
        return False
    if suite[-1] in ("nom", "numero"):
        return suite[0] in ("signataires", "collectivite", "numero")
    return suite[0] not in ("visas", "considerants") or suite[-1] == "texte" or suite[-1].isdigit()


def _lire(fiche: Any, suite: Sequence[str]) -> tuple[Any, Any]:
    """(the leaf, the item of the list it belongs to)."""
    noeud, item = fiche, None
    for cle in suite:
        noeud = noeud[int(cle)] if isinstance(noeud, list) else noeud[cle]
        item = noeud if cle.isdigit() else item
    return noeud, item


def _juste(champ: str, lu: tuple[Any, Any], vrai: dict[str, Any], n: Any) -> bool:
    """Whether the true record has this value, by the scorer's rules."""
    valeur, item = lu
    if champ == "procurations":  # a proxy is right as a whole
        return any(
            all(n.meme_nom(n.nom(x[c]), n.nom(item[c])) for c in ("mandant", "mandataire"))
            for x in vrai.get("procurations") or []
        )
    if champ == "signataires":
        return any(n.meme_nom(n.nom(x) or x.get("nom", ""), item["nom"]) for x in vrai.get("signataires") or [])
    attendu = n.lire(vrai, champ)
    if champ in n.LISTES_NOMS:
        return any(n.meme_nom(n.nom(x), valeur) for x in attendu or [])
    if champ in n.LISTES_TEXTES:
        return any(n.meme_texte(n.texte(x), n.texte(item)) for x in attendu or [])
    if attendu in (None, ""):
        return False
    if champ in n.NOMS_SCALAIRES:
        return bool(n.meme_nom(n.nom(attendu), valeur))
    if champ in n.TEXTES_SCALAIRES:
        return bool(n.meme_texte(attendu, valeur))
    if champ in ("numero", "teletransmission.identifiant"):
        return bool(n.meme_numero(attendu, valeur))
    return bool(attendu == valeur)


def _lire_un(tache: tuple[Path, Path]) -> list[Valeur]:
    gold, noteur = tache
    scan = gold.with_name(gold.name.removesuffix(".gold.json") + ".pdf")
    vrai = json.loads(gold.read_text(encoding="utf-8"))
    return list(valeurs(lire(scan, Reglages()), vrai, _noteur(noteur)))


def ajuster(lues: Sequence[Valeur]) -> dict[str, tuple[float, int, int]]:
    """(weight, right, wrong) of each index seen often enough."""
    vus = Counter(i for v in lues for i in v.indices)
    noms = ["base", *sorted(i for i, k in vus.items() if k >= VUS and i != "base")]
    rang = {nom: k for k, nom in enumerate(noms)}
    x = np.zeros((len(lues), len(noms)))
    for ligne, v in enumerate(lues):
        x[ligne, [rang[i] for i in v.indices if i in rang]] = 1.0
    y = np.array([v.juste for v in lues], dtype=float)
    poids = np.zeros(len(noms))
    rappel = np.full(len(noms), RAPPEL)
    rappel[0] = 1e-3
    for _ in range(30):
        p = 1 / (1 + np.exp(-x @ poids))
        gradient = x.T @ (y - p) - rappel * poids
        poids += np.linalg.solve((x * (p * (1 - p))[:, None]).T @ x + np.diag(rappel), gradient)
    justes = x.T @ y
    return {nom: (float(poids[k]), int(justes[k]), int(vus[nom] - justes[k])) for nom, k in rang.items()}


def ecrire(table: dict[str, tuple[float, int, int]], combien: int) -> None:
    """The table of weights."""
    lignes = [
        "# Ce que pèse chaque indice de fiabilité d'une valeur, en cotes logarithmiques ; inconnu, il ne pèse rien.",
        f"# Écrit par « python -m outils.fiabilite --ajuster » ({combien} valeurs) : ne pas corriger à la main.",
        "# justes, faux : valeurs justes et fausses qui portaient l'indice.",
        "indice\tpoids\tjustes\tfaux",
        *(f"{nom}\t{w:.2f}\t{j}\t{f}" for nom, (w, j, f) in table.items()),
    ]
    (DOSSIER / "fiabilite.tsv").write_text("\n".join(lignes) + "\n", encoding="utf-8")


def rapport(lues: Sequence[Valeur]) -> Iterator[str]:
    """The reliability table, one line a bin, then the mean gap."""
    yield "confiance        valeurs   annoncé   justes   écart"
    for bas, haut in pairwise(BACS):
        bac = [v for v in lues if bas <= v.confiance < haut]
        if bac:
            dit, vrai = sum(v.confiance for v in bac) / len(bac), sum(v.juste for v in bac) / len(bac)
            yield f"{bas:.2f} à {min(haut, 1):.2f} {len(bac):10d} {dit:9.3f} {vrai:8.3f} {vrai - dit:+7.3f}"


def main() -> int:
    """0 when every document was read."""
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("dossiers", type=Path, nargs="+")
    arguments.add_argument("--ajuster", action="store_true", help="fit the weights on these documents, and write them")
    arguments.add_argument("--noteur", type=Path, default=Path("../shared/banc/noter.py"))
    options = arguments.parse_args()
    taches = [(g, options.noteur) for d in options.dossiers for g in sorted(d.rglob("*.gold.json"))]
    with ProcessPoolExecutor() as bassin:
        lues = [v for lot in bassin.map(_lire_un, taches) for v in lot]
    if options.ajuster:
        ecrire(ajuster(lues), len(lues))
        print(f"corrections/fiabilite.tsv : ajusté sur {len(lues)} valeurs. Mesurez sur d'autres documents.")
        return 0
    print("\n".join(rapport(lues)))
    return 0


if __name__ == "__main__":
    sys.exit(main())
