"""The profile of an export: what it asks before it runs, what it does to each record, and what it reports."""

import csv
import sys
import tempfile
from argparse import Namespace
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from operator import itemgetter
from pathlib import Path
from types import SimpleNamespace
from typing import NamedTuple

from modeles.fiche import Arbre, Profil
from pipeline.commandes.affichage import compter, montrable
from pipeline.commandes.sorties import fichier_entier
from pipeline.discretion.cle import fichier_de_cle, lire_cle
from pipeline.discretion.profils import Constat, ligne_discrete
from pipeline.erreurs import ErreurExport, ErreurReglages
from pipeline.fiches import Choix, actes
from pipeline.registre.ouverture import Registre

Ligne = tuple[bytes, tuple[Constat, ...]]
"""A record as the profile leaves it, and what was done to it."""


class Discretion(NamedTuple):
    """What an export does to each record, and where it reports it."""

    traiter: Callable[[Arbre], Ligne]
    rapport: Path | None
    """None: nothing is done, nothing reported."""


def preparer(options: Namespace, registre: Registre, choix: Choix) -> Discretion:
    """Raises ErreurExport when a public export would let out doubts that nobody has looked at."""
    profil: Profil = options.profil
    if profil == "public":
        _exiger_relecture(registre, choix, forcer=options.forcer)
    cle = b""
    if profil == "recherche":
        fichier = options.cle or fichier_de_cle()
        if options.destination.resolve() in (fichier.resolve(), *fichier.resolve().parents):
            raise ErreurReglages("La clé ne peut être dans le dossier exporté.", "Donnez un autre fichier par --cle.")
        cle = lire_cle(fichier)
        print(montrable(f"Clé des pseudonymes : {fichier}. Gardez-la, et à part."), file=sys.stderr)
    d = options.destination.resolve()
    rapport = None if profil == "interne" else d.with_name(f"{d.name}-donnees-personnelles.csv")
    return Discretion(partial(ligne_discrete, profil=profil, cle=cle), rapport)


def _exiger_relecture(registre: Registre, choix: Choix, *, forcer: bool) -> None:
    doutes = sum(statut == "partielle" for statut in actes(registre, choix, itemgetter("statut")))
    if doutes and not forcer:
        raise ErreurExport(
            f"{compter(doutes, 'délibération')} avec des doutes que personne n'a relus : rien n'a été écrit.",
            "Relisez-les, ou exportez celles sans doute (--statut complete), ou forcez (--forcer).",
        )
    if doutes:
        print(f"Forcé : {compter(doutes, 'délibération')} avec des doutes que personne n'a relus.", file=sys.stderr)


@contextmanager
def rapport(chemin: Path | None) -> Iterator[Callable[[tuple[Constat, ...]], None]]:
    """Gives what notes findings; the report takes its place at the end, with what a person should check first at its
    head."""
    if chemin is None:
        yield lambda constats: None
        return
    comptes: Counter[str] = Counter()
    with (
        tempfile.TemporaryFile("w+", encoding="utf-8", newline="", dir=chemin.parent) as suite,
        fichier_entier(chemin, droits=0o600) as ecrire,
    ):
        tete, reste = csv.writer(SimpleNamespace(write=ecrire)), csv.writer(suite)
        tete.writerow(Constat._fields)

        def noter(constats: tuple[Constat, ...]) -> None:
            for c in constats:
                (tete if c.a_verifier else reste).writerow(c)
            comptes.update(f"{c.genre} laissée" if not c.rendu else c.genre for c in constats)

        yield noter
        suite.seek(0)
        for bloc in iter(lambda: suite.read(1 << 16), ""):
            ecrire(bloc)
    dits = ", ".join(f"{genre} {n}" for genre, n in sorted(comptes.items())) or "rien"
    print(montrable(f"Données personnelles : {dits}. À vérifier, noms en clair : {chemin}."), file=sys.stderr)
