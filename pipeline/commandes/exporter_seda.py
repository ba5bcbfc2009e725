"""``greffier exporter --format seda``: scans, PDF/A, ALTO and records for an archive; whole or not at all.

A document whose scan moved, or whose pages were read under other settings, is named, and is not in the transfer.
"""

import shutil
import sys
from argparse import Namespace
from pathlib import Path

from modeles.fiche import en_fiche
from pipeline.commandes.affichage import compter, dire_erreur, montrable, progression
from pipeline.commandes.dates import periode
from pipeline.commandes.exporter_documents import FORMATS, AEcrire, pages_gardees, verifier_scan
from pipeline.commandes.sorties import dossier_entier
from pipeline.erreurs import ErreurDeliberation, ErreurReglages
from pipeline.exports.seda import Bordereau, Piece, Versement
from pipeline.fiches import Choix, retenues
from pipeline.registre.ouverture import Registre, ouvrir
from pipeline.registre.recherche import LectureCourante, lectures_courantes
from pipeline.reglages import Reglages, charger


def executer(options: Namespace) -> int:
    """0 when every document was written, else the highest code of what could not be."""
    reglages = charger(options.reglages)
    if not options.service_archives or not options.service_versant:
        raise ErreurReglages("Un versement nomme le service d'archives et le service versant.",
                             "Donnez --service-archives et --service-versant, tels que l'accord les dit.")  # fmt: skip
    versement = Versement(options.service_archives, options.service_versant, options.accord, options.regle_acces)
    depuis, jusqua = periode(options)
    choix = Choix(depuis, jusqua, options.collectivite, None)
    montrer, ecrits, codes = progression(), 0, {0}
    with (
        ouvrir(options.registre, creer=False) as registre,
        dossier_entier(options.destination) as dossier,
        Bordereau(dossier, versement) as bordereau,
    ):
        for courante in lectures_courantes(registre, depuis=depuis, jusqua=jusqua, collectivite=options.collectivite,
                                           statut=options.statut):  # fmt: skip
            montrer(compter(ecrits, "document"))
            try:
                _ajouter(bordereau, registre, courante, choix, reglages)
                ecrits += 1
            except ErreurDeliberation as erreur:
                erreur.chemin = erreur.chemin or _scan(courante)
                montrer("")
                dire_erreur(erreur)
                codes.add(erreur.code_sortie)
        bordereau.clore()
    montrer("")
    print(montrable(f"{compter(ecrits, 'document')} dans {options.destination}."), file=sys.stderr)
    return max(codes)


def _ajouter(
    bordereau: Bordereau, registre: Registre, courante: LectureCourante, choix: Choix, reglages: Reglages
) -> None:
    """One document: its files, then what describes them; nothing of it when one cannot be made."""
    document, scan = courante.lecture.document, _scan(courante)
    a_ecrire = AEcrire(document, scan, document.sha256[:16], courante.moteur)
    verifier_scan(a_ecrire)
    pages = pages_gardees(registre, a_ecrire, reglages)
    contenu, nom = bordereau.contenu, a_ecrire.nom
    original = contenu / f"{nom}-scan{scan.suffix.lower()}"
    try:
        shutil.copyfile(scan, original)
        for format_ in ("pdfa", "alto"):
            FORMATS[format_](a_ecrire, pages, contenu, reglages)
    except ErreurDeliberation:
        for fichier in contenu.glob(f"{nom}[-.]*"):
            fichier.unlink()
        raise
    pieces = [Piece(original, "BinaryMaster", scan.name), Piece(contenu / f"{nom}.pdf", "Dissemination", f"{nom}.pdf"),
              *(Piece(f, "TextContent", f.name) for f in sorted(contenu.glob(f"{nom}-*.alto.xml")))]  # fmt: skip
    bordereau.ajouter(document, pieces, [en_fiche(ligne) for ligne in retenues(courante, choix)])


def _scan(courante: LectureCourante) -> Path:
    return Path(courante.chemins[0] if courante.chemins else courante.lecture.document.nom)
