"""``greffier importer``: every scan of a folder into the registre; stopped at any moment, it goes on where it was."""

import json
import signal
import sys
import time
from argparse import Namespace
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from typing import Any

from pipeline.commandes.affichage import compter, dire_erreur, lisible, montrable, progression
from pipeline.depots_s3 import Adresse, adresse, copier, est_distante
from pipeline.erreurs import ErreurReglages, ErreurScan
from pipeline.importation import Arret, Ensemble, inscrire_fichiers, lire_la_file, reste
from pipeline.lots import INTERROMPU, lire_lot, rassembler
from pipeline.registre.ouverture import Registre, ouvrir
from pipeline.registre.travaux import compter_etats
from pipeline.reglages import charger

A_RELIRE = 1
REFUSE = 5


def executer(options: Namespace) -> int:
    """The exit code: 0 all complete, 1 something to re-read, 5 a document set aside, 130 stopped."""
    reglages = charger(options.reglages, pages_max=options.pages_max, pixels_max=options.pixels_max)
    distantes = [adresse(str(e)) for e in options.entrees if est_distante(e)]
    chemins, erreurs = rassembler(e for e in options.entrees if not est_distante(e))
    for ou in distantes:
        _copier(ou, options.copies, chemins, erreurs)
    for erreur in erreurs:
        dire_erreur(erreur)
    with ouvrir(options.registre) as registre, arrets() as arret:
        suivi = Suivi(registre, en_json=options.json)
        nouveaux = inscrire_fichiers(registre, chemins, suivi.raconter)
        suivi.commencer(len(chemins), nouveaux)
        lire_la_file(
            registre, reglages, processus=options.processus, raconter=suivi.raconter, arret=arret,
            ensemble=_ensemble(options),
        )  # fmt: skip
        suivi.conclure(interrompu=arret.doux.is_set())
        if arret.doux.is_set():
            return INTERROMPU
        return max(suivi.code(), *(e.code_sortie for e in erreurs)) if erreurs else suivi.code()


def _copier(ou: Adresse, dossier: Path, chemins: list[Path], erreurs: list[ErreurScan]) -> None:
    """Scans of an S3 store, added to the files to import."""
    montrer = progression()
    for copie in copier(ou, dossier):
        if isinstance(copie, Path):
            chemins.append(copie)
            montrer(f"{compter(len(chemins), 'fichier')} à l'abri dans {dossier}")
        else:
            erreurs.append(copie)
    montrer("")


def _ensemble(options: Namespace) -> Ensemble:
    """Where the files are read: here, or on a cluster."""
    if options.moteur == "local":
        return lire_lot
    if options.ordonnanceur is None:
        raise ErreurReglages("--moteur dask demande --ordonnanceur.", "Donnez son adresse : tcp://machine:8786.")
    from pipeline.grappe import lire_en_grappe

    return partial(lire_en_grappe, ordonnanceur=options.ordonnanceur)


class Suivi:
    """What the archivist sees of an import: one event a line (``--json``), or a line rewritten and a summary."""

    def __init__(self, registre: Registre, *, en_json: bool) -> None:
        self.registre = registre
        self.en_json = en_json
        self.montrer: Callable[[str], None] = (lambda texte: None) if en_json else progression()
        self.debut = time.monotonic()
        self.comptes: Counter[str] = Counter()
        self.restants = 0

    def commencer(self, fichiers: int, nouveaux: int) -> None:
        self.debut = time.monotonic()
        self.restants = reste(self.registre)
        evenement = {"evenement": "inscrit", "fichiers": fichiers, "nouveaux": nouveaux, "a_lire": self.restants}
        if self.en_json:
            self.raconter(evenement)
        else:
            connus = f"{compter(fichiers, 'fichier')}, dont {compter(nouveaux, 'document')} que le registre n'avait pas"
            print(f"{connus} ; {compter(self.restants, 'document')} à lire.", flush=True)

    def raconter(self, evenement: dict[str, Any]) -> None:
        """One event, as it happens."""
        genre = evenement["evenement"]
        if self.en_json:
            print(lisible(json.dumps(evenement, ensure_ascii=False)), flush=True)
        if genre == "page":
            self.comptes["pages"] += 1
        elif genre == "document":
            self.comptes[evenement.get("statut") or evenement["etat"]] += 1
            self.restants = max(0, self.restants - (evenement["etat"] != "attente"))
        if not self.en_json and evenement.get("raison"):
            self.montrer("")
            suite = "sera lu de nouveau" if evenement.get("etat") == "attente" else "mis de côté"
            print(montrable(f"greffier : {evenement['chemin']} : {suite}. {evenement['raison']}"), file=sys.stderr)
        self.montrer(self._ligne())

    def _faits(self) -> int:
        return sum(self.comptes[e] for e in ("complete", "partielle", "echec", "quarantaine"))

    def _etats(self) -> str:
        relire = self.comptes["partielle"] + self.comptes["echec"]
        complets = compter(self.comptes["complete"], "complet")
        return f"{complets}, {relire} à relire, {self.comptes['quarantaine']} de côté"

    def _ligne(self) -> str:
        secondes, faits = max(time.monotonic() - self.debut, 0.001), self._faits()
        cadence = f"{60 * self.comptes['pages'] / secondes:.0f} pages/min"
        duree = _duree(self.restants * secondes / faits) if faits else "…"
        lus = f"{compter(faits, 'document')} sur {faits + self.restants}"
        return f"{lus} (encore {duree}) ; {cadence} ; {self._etats()}"

    def _bilan(self) -> str:
        lus = f"{compter(self._faits(), 'document')}, {compter(self.comptes['pages'], 'page')}"
        return f"{lus} en {_duree(time.monotonic() - self.debut)} : {self._etats()}"

    def conclure(self, *, interrompu: bool) -> None:
        """The summary, or the last event."""
        self.montrer("")
        etats = compter_etats(self.registre)
        if self.en_json:
            self.raconter({"evenement": "fin", "interrompu": interrompu, **dict(self.comptes), "registre": etats})
            return
        print(f"{self._bilan()}.")
        if interrompu:
            print("Interrompu : ce qui est lu est gardé ; la même commande reprend où elle en était.")
        if etats["en_cours"]:
            print(f"{compter(etats['en_cours'], 'document')} en cours de lecture par un autre import.")
        if etats["quarantaine"]:
            print(f"{compter(etats['quarantaine'], 'document')} de côté : « greffier quarantaine » dit pourquoi.")

    def code(self) -> int:
        """The exit code that the documents deserve."""
        if self.comptes["quarantaine"]:
            return REFUSE
        return A_RELIRE if self.comptes["partielle"] or self.comptes["echec"] else 0


def _duree(secondes: float) -> str:
    """ "3 h 05", "12 min", "40 s"."""
    minutes = round(secondes / 60)
    if minutes >= 60:
        return f"{minutes // 60} h {minutes % 60:02d}"
    return f"{minutes} min" if minutes else f"{secondes:.0f} s"


@contextmanager
def arrets() -> Iterator[Arret]:
    """The first Ctrl-C finishes the documents under way, a second one leaves them."""
    arret = Arret()

    def noter(*_: object) -> None:
        if arret.doux.is_set():
            arret.net.set()
        arret.doux.set()
        print("\ngreffier : arrêt demandé ; les documents commencés s'achèvent (Ctrl-C encore : arrêt immédiat).",
              file=sys.stderr)  # fmt: skip

    avant = {s: signal.signal(s, noter) for s in (signal.SIGINT, signal.SIGTERM)}
    try:
        yield arret
    finally:
        for genre, action in avant.items():
            signal.signal(genre, action)
