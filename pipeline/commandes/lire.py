"""``greffier lire``: one scan to its JSON, many to JSON lines or to a folder."""

import signal
import sys
import threading
import time
from argparse import Namespace
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager, nullcontext
from dataclasses import replace
from functools import partial
from pathlib import Path

from modeles.lecture import Lecture
from modeles.membre import Elu
from pipeline import chaine
from pipeline.assemblees import accorder, recenser, relever
from pipeline.commandes.affichage import compter, dire_erreur, doutes, montrable, progression, tableau
from pipeline.commandes.sorties import fichier_entier, json_document, lignes_json, noms_distincts, preparer_dossier
from pipeline.elus import lire_elus
from pipeline.erreurs import ErreurDeliberation, ErreurExport
from pipeline.lots import INTERROMPU, Resultat, lire_lot, ordonner, rassembler
from pipeline.reglages import Reglages, charger

A_RELIRE = 1
SANS_ACTE = "Aucune délibération n'a été trouvée. Vérifiez que c'est bien le bon document, puis sa netteté."


def executer(options: Namespace) -> int:
    """The exit code: 0 all complete, 1 something to re-read, else the highest code of the errors."""
    reglages = charger(
        options.reglages,
        moteur=options.moteur,
        double=options.double,
        pages_max=options.pages_max,
        pixels_max=options.pixels_max,
    )
    chemins, erreurs = rassembler(options.entrees, texte=options.texte)
    for erreur in erreurs:
        dire_erreur(erreur)
    codes = {erreur.code_sortie for erreur in erreurs}
    elus = lire_elus(options.elus) if options.elus is not None else ()
    if len(options.entrees) == 1 and not options.entrees[0].is_dir():
        return max(codes) if codes else _lire_un(chemins[0], reglages, options, elus)
    return max(codes | {_lire_plusieurs(chemins, reglages, options, elus)})


def _lire_un(chemin: Path, reglages: Reglages, options: Namespace, elus: Sequence[Elu]) -> int:
    sortie: Path | None = options.sortie
    if sortie is not None and sortie.suffix not in (".json", ".jsonl"):
        preparer_dossier(sortie)
        sortie = sortie / f"{noms_distincts([chemin])[0]}.json"
    montrer = progression()
    lecteur = partial(chaine.lire, reglages=reglages, texte=options.texte)
    try:  # in a process of its own, held as those of many files are
        lot = lire_lot(
            [chemin], lecteur, reglages=reglages, suivi=lambda _, page: montrer(f"{chemin.name} : page {page}")
        )
        resultat = next(lot, None)
    finally:
        montrer("")
    if resultat is None:
        raise KeyboardInterrupt
    if resultat.lecture is None:
        raise resultat.erreur or ErreurDeliberation("La lecture n'a rien donné.", chemin=chemin)
    lecture = _selon_la_liste(resultat.lecture, elus)
    resultat = replace(resultat, lecture=lecture)
    if sortie is None:
        sys.stdout.write(json_document(lecture, sources=options.sources))
    else:
        with fichier_entier(sortie) as ecrire:
            for texte in _textes(lecture, chemin, sortie.suffix, sources=options.sources):
                ecrire(texte)
        print(tableau([resultat], resultat.secondes))
    return _constater(resultat, en_tableau=sortie is not None)


def _textes(lecture: Lecture, chemin: Path, suffixe: str, *, sources: bool) -> Iterable[str]:
    if suffixe == ".jsonl":
        return lignes_json(lecture, chemin, sources=sources)
    return [json_document(lecture, sources=sources)]


def _lire_plusieurs(chemins: list[Path], reglages: Reglages, options: Namespace, elus: Sequence[Elu]) -> int:
    if options.sortie is not None and options.sortie.suffix == ".json":
        raise ErreurExport(
            "Un fichier .json ne reçoit qu'un document.",
            "Donnez un fichier .jsonl ou un dossier.",
            chemin=options.sortie,
        )
    debut = time.perf_counter()
    faits: list[Resultat] = []
    codes = {0}
    with _depot(chemins, options) as deposer, _arret_demande() as arret:
        for lu in _lire_tout(chemins, reglages, options, arret):
            resultat = replace(lu, lecture=_selon_la_liste(lu.lecture, elus)) if lu.lecture else lu
            deposer(resultat)
            faits.append(resultat)
            codes.add(_constater(resultat, en_tableau=options.sortie is not None))
        interrompu = arret.is_set()
        if _est_dossier(options.sortie):
            for resultat in _selon_les_autres(faits, options.sortie, elus):
                deposer(resultat)
    if options.sortie is not None and faits:
        print(tableau(sorted(faits, key=lambda r: r.rang), time.perf_counter() - debut))
    if interrompu:
        print(
            f"greffier : interrompu ; {compter(len(faits), 'document')} sur {len(chemins)} conservés.", file=sys.stderr
        )
        return INTERROMPU
    return max(codes)


def _lire_tout(
    chemins: list[Path], reglages: Reglages, options: Namespace, arret: threading.Event
) -> Iterator[Resultat]:
    """The results, in the order in which they can be written: that of the inputs, but for a folder."""
    montrer = progression()
    pages = 0

    def suivre(chemin: Path, page: int) -> None:
        nonlocal pages
        pages += 1
        montrer(f"{compter(len(chemins), 'document')}, {compter(pages, 'page')} déjà lues : {chemin.name}, page {page}")

    lecteur = partial(chaine.lire, reglages=reglages, texte=options.texte)
    lot = lire_lot(chemins, lecteur, reglages=reglages, suivi=suivre, arret=arret.is_set)
    for resultat in lot if _est_dossier(options.sortie) else ordonner(lot):
        montrer("")
        yield resultat


def _selon_la_liste(lecture: Lecture, elus: Sequence[Elu]) -> Lecture:
    """The reading, its names as the user's list spells them."""
    return accorder(lecture, recenser(relever(lecture), elus)[1]) if elus else lecture


def _selon_les_autres(faits: Sequence[Resultat], dossier: Path, elus: Sequence[Elu]) -> Iterator[Resultat]:
    """The results whose names the other documents of the same body repair; the members go to ``membres.jsonl``."""
    membres, accords = recenser([m for r in faits if r.lecture for m in relever(r.lecture)], elus)
    if membres:
        with fichier_entier(dossier / "membres.jsonl") as ecrire:
            for membre in membres:
                ecrire(membre.model_dump_json() + "\n")
    for resultat in faits:
        if resultat.lecture is not None and (juste := accorder(resultat.lecture, accords)) is not resultat.lecture:
            yield replace(resultat, lecture=juste)


def _est_dossier(sortie: Path | None) -> bool:
    return sortie is not None and sortie.suffix != ".jsonl"


@contextmanager
def _depot(chemins: list[Path], options: Namespace) -> Iterator[Callable[[Resultat], None]]:
    """Gives a function that writes the records of one document where they must go."""
    sources: bool = options.sources
    if _est_dossier(options.sortie):
        preparer_dossier(options.sortie)
        noms = noms_distincts(chemins)

        def deposer(resultat: Resultat) -> None:
            if resultat.lecture:
                with fichier_entier(options.sortie / f"{noms[resultat.rang]}.json") as ecrire:
                    ecrire(json_document(resultat.lecture, sources=sources))

        exemple = next((nom for nom, chemin in zip(noms, chemins, strict=True) if nom != chemin.stem), None)
        if exemple is not None:
            avis = "Plusieurs fichiers portent le même nom : leur dossier précède celui de leur JSON"
            print(montrable(f"greffier : {avis} ({exemple}.json)."), file=sys.stderr)
        yield deposer
        return
    with nullcontext(sys.stdout.write) if options.sortie is None else fichier_entier(options.sortie) as ecrire:

        def deposer_lignes(resultat: Resultat) -> None:
            if resultat.lecture:
                for ligne in lignes_json(resultat.lecture, resultat.chemin, sources=sources):
                    ecrire(ligne)

        yield deposer_lignes


def _constater(resultat: Resultat, *, en_tableau: bool) -> int:
    """Say on stderr what is wrong with a document, unless the table will; the exit code it deserves."""
    if resultat.erreur is not None:
        dire_erreur(resultat.erreur)
        return resultat.erreur.code_sortie
    lecture = resultat.lecture
    if lecture is None or lecture.statut == "complete":
        return 0
    if lecture.statut == "echec":
        print(montrable(f"greffier : {resultat.chemin} : {SANS_ACTE}"), file=sys.stderr)
    elif not en_tableau:
        constat = f"À relire : {compter(doutes(lecture), 'point')} en doute (voir « anomalies »)."
        print(montrable(f"greffier : {resultat.chemin} : {constat}"), file=sys.stderr)
    return A_RELIRE


@contextmanager
def _arret_demande() -> Iterator[threading.Event]:
    """An event that the first Ctrl-C sets; a second one stops at once."""
    arret = threading.Event()

    def noter(*_: object) -> None:
        arret.set()
        signal.signal(signal.SIGINT, avant)

    avant = signal.signal(signal.SIGINT, noter)
    try:
        yield arret
    finally:
        signal.signal(signal.SIGINT, avant)
