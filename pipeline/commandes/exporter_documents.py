"""``greffier exporter --format alto|pdfa``: a file, or several, for each scan of the registre.

A document whose scan moved or whose pages were read under other settings is named, and the others are written.
"""

import hashlib
import sys
from argparse import Namespace
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import NamedTuple

from modeles.lecture import Document
from modeles.page import Page
from pipeline import empreintes
from pipeline.commandes.affichage import compter, dire_erreur, montrable, progression
from pipeline.commandes.dates import periode
from pipeline.commandes.sorties import fichier_entier, noms_distincts, preparer_dossier
from pipeline.erreurs import ErreurDeliberation, ErreurExport, ScanIntrouvable
from pipeline.etapes.correction import corriger
from pipeline.registre.depot import pages_du
from pipeline.registre.ouverture import Registre, ouvrir
from pipeline.registre.recherche import lectures_courantes
from pipeline.reglages import Reglages, charger


class AEcrire(NamedTuple):
    """A document, its scan and the name of its files."""

    document: Document
    scan: Path
    nom: str
    moteur: str


def executer(options: Namespace) -> int:
    """0 when every document was written, else the highest code of what could not be."""
    reglages = charger(options.reglages)
    ecrire = FORMATS[options.format]
    preparer_dossier(options.destination)
    montrer, ecrits, codes = progression(), 0, {0}
    with ouvrir(options.registre, creer=False) as registre:
        for a_ecrire in _choisir(registre, options):
            montrer(f"{compter(ecrits, 'document')} : {a_ecrire.nom}")
            try:
                verifier_scan(a_ecrire)
                ecrire(a_ecrire, pages_gardees(registre, a_ecrire, reglages), options.destination, reglages)
                ecrits += 1
            except ErreurDeliberation as erreur:
                erreur.chemin = erreur.chemin or a_ecrire.scan
                montrer("")
                dire_erreur(erreur)
                codes.add(erreur.code_sortie)
    montrer("")
    print(montrable(f"{compter(ecrits, 'document')} dans {options.destination}."), file=sys.stderr)
    return max(codes)


def _choisir(registre: Registre, options: Namespace) -> Iterator[AEcrire]:
    """The documents that the options keep; each under a name that no other has."""
    depuis, jusqua = periode(options)
    lues = [
        (x.lecture.document, Path(x.chemins[0]), x.moteur)
        for x in lectures_courantes(
            registre,
            depuis=depuis,
            jusqua=jusqua,
            collectivite=options.collectivite,
            statut=options.statut,
        )
        if x.chemins
    ]
    noms = noms_distincts([scan for _, scan, _ in lues])
    for (document, scan, moteur), nom in zip(lues, noms, strict=True):
        yield AEcrire(document, scan, nom, moteur)


def verifier_scan(a_ecrire: AEcrire) -> None:
    """The scan is where it was, and what it was; else raises ScanIntrouvable."""
    try:
        with a_ecrire.scan.open("rb") as fichier:
            sha256 = hashlib.file_digest(fichier, "sha256").hexdigest()
    except OSError:
        raise ScanIntrouvable("Ce scan n'est plus là où il a été lu.", "Remettez-le, puis relancez.") from None
    if sha256 != a_ecrire.document.sha256:
        raise ScanIntrouvable("Ce fichier a changé depuis sa lecture.", "Importez-le de nouveau, puis relancez.")


def pages_gardees(registre: Registre, a_ecrire: AEcrire, reglages: Reglages) -> tuple[Page, ...]:
    """All its pages, corrected. Raises ErreurExport when some are missing under these settings."""
    pages = pages_du(registre, a_ecrire.document.sha256, empreintes.ocr(reglages))
    if len(pages) != a_ecrire.document.pages:
        raise ErreurExport(
            "Les pages de ce document n'ont pas été gardées sous ces réglages.",
            "Importez-le de nouveau, puis relancez.",
        )
    return corriger(pages)


def _alto(a_ecrire: AEcrire, pages: tuple[Page, ...], destination: Path, reglages: Reglages) -> None:
    from pipeline.etapes.images import ouvrir as ouvrir_scan
    from pipeline.exports import alto

    with ouvrir_scan(a_ecrire.scan, reglages) as scan:
        tailles = [scan.taille(n) for n in range(1, scan.pages + 1)]
    document = a_ecrire.document.model_copy(update={"nom": f"{a_ecrire.nom}{a_ecrire.scan.suffix}"})
    for nom, contenu in alto.ecrire(pages, document, a_ecrire.moteur, tailles):
        with fichier_entier(destination / nom) as ecrire:
            ecrire(contenu.decode())


def _pdfa(a_ecrire: AEcrire, pages: tuple[Page, ...], destination: Path, reglages: Reglages) -> None:
    from pipeline.exports import pdfa

    pdfa.ecrire(a_ecrire.scan, pages, destination / f"{a_ecrire.nom}.pdf", reglages)


FORMATS: dict[str, Callable[..., None]] = {"alto": _alto, "pdfa": _pdfa}
"""Name of a format -> what writes one document."""
