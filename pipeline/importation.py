"""Thousands of scans into the registre: each page kept as soon as it is recognised, each reading as soon as it is made.

One process directs and alone writes in the registre; the others read (``pipeline.lots``), and ask it for the pages that
were recognised before. What a stop of any kind finds done stays done; what it finds under way goes back to the queue.
Several imports may share one registre: a document belongs to the one that claimed it, as long as it renews its claim.
"""

import hashlib
import threading
import time
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import Any, TypeVar

from modeles.lecture import Lecture
from modeles.page import Page
from pipeline import chaine, empreintes
from pipeline.erreurs import ErreurDeliberation, ErreurEnvironnement, ErreurRegistre, ErreurScan, ScanTropLourd
from pipeline.lots import Resultat, lire_lot
from pipeline.registre import baux
from pipeline.registre.depot import deposer, garder_page, page_connue
from pipeline.registre.ouverture import Registre
from pipeline.registre.travaux import (
    Scan,
    chemins_de,
    compter_etats,
    echouer,
    inscrire,
    prendre,
    prolonger,
    rendre,
)
from pipeline.reglages import Reglages

BAIL = 60.0
"""Seconds for which a document is claimed; a claim is renewed four times as often."""
PATIENCE = 120.0
"""Seconds to wait for a database that is being restarted."""
Raconter = Callable[[dict[str, Any]], None]
"""Told of each event: "evenement" is "inscrit", "page", "document" or "refus"."""
Ensemble = Callable[..., Iterator[Resultat]]
"""Reads many files, called as :func:`pipeline.lots.lire_lot`."""
T = TypeVar("T")


@dataclass
class Arret:
    """What a person asked: ``doux`` finishes the documents under way, ``net`` leaves them."""

    doux: threading.Event = field(default_factory=threading.Event)
    net: threading.Event = field(default_factory=threading.Event)


def inscrire_fichiers(registre: Registre, chemins: Iterable[Path], raconter: Raconter) -> int:
    """Register files by their content: the same scan under two names is one document. How many are new."""
    return inscrire(registre, _condenser(chemins, raconter))


def _condenser(chemins: Iterable[Path], raconter: Raconter) -> Iterator[Scan]:
    for chemin in chemins:
        try:
            with chemin.open("rb") as fichier:
                sha256 = hashlib.file_digest(fichier, "sha256").hexdigest()
            octets = chemin.stat().st_size
        except OSError as erreur:
            raison = f"Ce fichier ne peut pas être ouvert ({erreur.strerror})."
            raconter({"evenement": "refus", "chemin": str(chemin), "raison": raison})
            continue
        yield Scan(str(chemin.absolute()), sha256, octets)


def lire_la_file(
    registre: Registre,
    reglages: Reglages,
    *,
    processus: int | None,
    raconter: Raconter,
    arret: Arret,
    lecteur: Callable[..., Lecture] | None = None,
    ensemble: Ensemble = lire_lot,
) -> None:
    """Read what the queue holds, until it is empty or a stop is asked. ``lecteur`` reads one (:func:`lire_document`),
    ``ensemble`` many at once: processes of this machine, or a cluster (``pipeline.grappe``).

    Raises ErreurEnvironnement when a program is missing (no document is to blame), ErreurRegistre when the registre
    stays out of reach; what was claimed is given back.
    """
    baux.liberer(registre)
    lire = partial(lecteur or lire_document, reglages=reglages, empreinte=empreintes.ocr(reglages))
    with _tenir(registre) as en_main:

        def suivre(chemin: Path, page: int) -> None:
            raconter({"evenement": "page", "chemin": str(chemin), "page": page})

        def repondre(chemin: Path, question: Any) -> Page | None:
            return _repondre(registre, en_main.documents[chemin], empreintes.ocr(reglages), question)

        while not arret.doux.is_set():  # again for those that failed once, back in the queue
            prises = _prises(registre, en_main, arret, raconter)
            lot = ensemble(prises, lire, reglages=reglages, processus=processus, suivi=suivre, repondre=repondre,
                           arret=arret.net.is_set)  # fmt: skip
            vus = 0
            for resultat in lot:
                vus += 1
                _conclure(registre, en_main, resultat, reglages, raconter)
            if not vus:
                return


def lire_document(
    chemin: Path, *, suivi: chaine.Suivi, demander: Callable[[Any], Any], reglages: Reglages, empreinte: str
) -> Lecture:
    """Read one scan, in a process that asks the one that directs for pages and gives it those that it recognises."""
    from pipeline.etapes.ocr import Memoire

    def garder(cle: str, page: Page) -> None:
        demander(("garder", cle, page))

    memoire = Memoire(empreinte, lambda cle: demander(("chercher", cle)), garder)
    return chaine.lire(chemin, reglages, suivi=suivi, memoire=memoire)


def patiemment(registre: Registre, faire: Callable[..., T], *arguments: Any, **options: Any) -> T:
    """``faire(registre, ...)``, again while the database is being restarted. Raises ErreurRegistre after PATIENCE."""
    limite = time.monotonic() + PATIENCE
    while True:
        try:
            return faire(registre, *arguments, **options)
        except ErreurRegistre as erreur:
            if not erreur.passager or time.monotonic() > limite:
                raise
            time.sleep(1)


# --- Claims -----------------------------------------------------------------------------------------------------------


@dataclass
class _EnMain:
    """The documents claimed and not concluded: path -> sha256."""

    qui: str
    documents: dict[Path, str] = field(default_factory=dict)


@contextmanager
def _tenir(registre: Registre) -> Iterator[_EnMain]:
    """Claims are renewed while the block lasts, and given back at its end."""
    en_main = _EnMain(baux.nommer())
    fini = threading.Event()

    def battre() -> None:
        while not fini.wait(BAIL / 4):
            for sha256 in list(en_main.documents.values()):
                with suppress(ErreurRegistre):  # restarted: the next beat comes in time
                    prolonger(registre, sha256, en_main.qui, BAIL)

    coeur = threading.Thread(target=battre, daemon=True)
    coeur.start()
    try:
        yield en_main
    finally:
        fini.set()
        coeur.join()
        for sha256 in en_main.documents.values():
            with suppress(ErreurRegistre):
                rendre(registre, sha256, en_main.qui)


def _prises(registre: Registre, en_main: _EnMain, arret: Arret, raconter: Raconter) -> Iterator[Path]:
    """The documents of the queue, claimed one by one as processes are free."""
    while not arret.doux.is_set() and (sha256 := patiemment(registre, prendre, en_main.qui, BAIL)):
        chemins = patiemment(registre, chemins_de, sha256)
        chemin = next((Path(c) for c in chemins if Path(c).is_file()), None)
        if chemin is None or chemin in en_main.documents:
            raison = "Ce fichier n'est plus là où il était. Remettez-le à sa place, puis « greffier reprendre »."
            etat = patiemment(registre, echouer, sha256, raison, ErreurScan.code_sortie, essais_max=1)
            raconter({"evenement": "document", "sha256": sha256, "chemin": chemins[0] if chemins else "", "etat": etat,
                      "raison": raison})  # fmt: skip
            continue
        en_main.documents[chemin] = sha256
        yield chemin


# --- What the readers say ---------------------------------------------------------------------------------------------


def _repondre(registre: Registre, sha256: str, empreinte: str, question: Any) -> Page | None:
    genre, cle, *reste = question
    if genre == "chercher":
        return patiemment(registre, page_connue, cle)
    (page,) = reste
    patiemment(registre, garder_page, cle, page, sha256, page.numero, empreinte)
    return None


def _conclure(registre: Registre, en_main: _EnMain, resultat: Resultat, reglages: Reglages, raconter: Raconter) -> None:
    """A reading goes to the registre; a failure to the queue or, when it cannot end otherwise, to quarantine."""
    sha256 = en_main.documents[resultat.chemin]
    dit = {"evenement": "document", "sha256": sha256, "chemin": str(resultat.chemin), "secondes": resultat.secondes}
    erreur, lecture = resultat.erreur, resultat.lecture
    if lecture is not None and lecture.document.sha256 != sha256:
        erreur = ErreurScan("Ce fichier a changé depuis qu'il a été inscrit.", "Relancez l'import.")
    if isinstance(erreur, ErreurEnvironnement):
        raise erreur
    if erreur is not None:
        raison = f"{erreur.message} {erreur.remede}"
        etat = patiemment(registre, echouer, sha256, raison, erreur.code_sortie, essais_max=_essais(erreur))
        raconter(dit | {"etat": etat, "raison": raison})
    elif lecture is not None:
        tenue = patiemment(
            registre, deposer, lecture, empreintes.lecteur(), empreintes.moteur(reglages), resultat.secondes
        )
        raconter(dit | {"etat": "fait", "statut": tenue.statut, "pages": tenue.document.pages,
                        "actes": len(tenue.deliberations)})  # fmt: skip
    del en_main.documents[resultat.chemin]


def _essais(erreur: ErreurDeliberation) -> int:
    """Attempts that a document is worth: a second one when the first was killed, none when the file is to blame."""
    return 1 if isinstance(erreur, ErreurScan) and not isinstance(erreur, ScanTropLourd) else 2


def reste(registre: Registre) -> int:
    """Documents still to be read, by this import or another."""
    etats = compter_etats(registre)
    return etats["attente"] + etats["en_cours"]
