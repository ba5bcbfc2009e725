"""The command line: parse, call, print, exit codes.

Exit codes: 0 all complete, 1 something to re-read, 2 and above the code of the error (``pipeline.erreurs``), 130 when
Ctrl-C stopped it.
Nothing heavy is imported before the command is known, so that ``greffier --help`` answers at once.
"""

import argparse
import io
import os
import sys
from collections.abc import Sequence
from importlib import import_module, metadata
from pathlib import Path

from pipeline.commandes.francais import parler_francais
from pipeline.erreurs import ErreurDeliberation
from pipeline.exports import DE_DOCUMENTS, DE_FICHES

CODES = """\
codes de sortie :
  0  tout est complet
  1  quelque chose est à relire
  2  commande mal formée, champ inconnu, ou lecture arrêtée par un défaut
  3  réglage refusé
  4  un programme ou des données manquent (voir « greffier verifier »)
  5  un fichier n'a pas pu être lu
  6  la sortie n'a pas pu être écrite
  7  le registre n'a pas pu être ouvert, lu ou écrit
  130  interrompu par Ctrl-C ; ce qui était lu est conservé
Avec plusieurs fichiers, le plus élevé est rendu ; les autres fichiers sont lus."""


def analyseur() -> argparse.ArgumentParser:
    """The commands and their options."""
    parler_francais()
    racine = argparse.ArgumentParser(
        prog="greffier",
        description="Lit les délibérations numérisées des collectivités et en tire des fiches vérifiées.",
        epilog=CODES,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    racine.add_argument("--version", action="version", version=f"greffier {_version()}", help="affiche la version")
    commandes = racine.add_subparsers(dest="commande", metavar="COMMANDE", required=True, title="commandes")
    _ajouter_lire(commandes)
    _ajouter_expliquer(commandes)
    _ajouter_chercher(commandes)
    _ajouter_registre(commandes)
    verifier = commandes.add_parser("verifier", help="dit ce qui manque sur cette machine, et comment l'installer")
    _ajouter_reglages(verifier)
    _ajouter_importer(commandes)
    _ajouter_file(commandes)
    _ajouter_relire_tout(commandes)
    _ajouter_surveiller(commandes)
    _ajouter_exporter(commandes)
    comparer = commandes.add_parser(
        "comparer",
        help="montre ce qui change entre deux exports de délibérations",
        description="Montre les délibérations nouvelles (+), disparues (-) et, champ par champ, changées (~).",
    )
    comparer.add_argument(
        "ancien",
        type=Path,
        metavar="ANCIEN",
        help="un export : son dossier, ou son fichier ; ou un fichier SCDL publié",
    )
    comparer.add_argument("nouveau", type=Path, metavar="NOUVEAU", help="l'autre")
    comparer.add_argument("--json", action="store_true", help="un changement par ligne, en JSON")
    _ajouter_bilan(commandes)
    commandes.add_parser("schema", help="écrit le schéma JSON des délibérations exportées (jsonl, json)")
    return racine


def _ajouter_importer(commandes: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    importer = commandes.add_parser(
        "importer",
        help="lit tous les scans d'un dossier et les garde dans le registre",
        description="Lit les scans et garde tout dans le registre : pages reconnues, fiches, doutes. Interrompue ou\n"
        "coupée, la même commande reprend où elle en était. Un document qui ne se lit pas est mis de côté.",
        epilog=CODES,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    importer.add_argument(
        "entrees", nargs="+", type=Path, metavar="FICHIER|DOSSIER|s3://…", help="ce qu'il faut importer"
    )
    importer.add_argument(
        "--copies", type=Path, default=Path("copies-s3"), metavar="DOSSIER",
        help="où garder les scans d'un dépôt S3 (sinon copies-s3 du dossier courant)",
    )  # fmt: skip
    _ajouter_import(importer)
    importer.add_argument(
        "--moteur", choices=("local", "dask"), default="local", help="processus d'ici (local), ou grappe Dask (dask)"
    )
    importer.add_argument("--ordonnanceur", metavar="tcp://MACHINE:PORT", help="l'ordonnanceur de la grappe Dask")
    _ajouter_limites(importer)


def _ajouter_file(commandes: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    _ajouter_adresse(commandes.add_parser("etat", help="dit ce que le registre contient et ce qui reste à lire"))
    _ajouter_adresse(commandes.add_parser("quarantaine", help="montre les documents mis de côté, et pourquoi"))
    reprendre = commandes.add_parser("reprendre", help="remet à lire des documents mis de côté (tous, ou ceux-ci)")
    reprendre.add_argument("fichiers", nargs="*", type=Path, metavar="FICHIER", help="un document mis de côté")
    _ajouter_adresse(reprendre)


def _ajouter_relire_tout(commandes: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    relire = commandes.add_parser(
        "relire-tout",
        help="relit tout le registre sans OCR et montre ce qui change",
        description="Relit chaque document depuis ses pages gardées et montre, champ par champ, ce qui change ;\n"
        "rien n'est gardé sans --accepter. Ce qu'une personne a décidé ne change pas.",
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    relire.add_argument("--accepter", action="store_true", help="garde les nouvelles lectures")
    relire.add_argument("--json", action="store_true", help="un changement par ligne, en JSON")
    relire.add_argument("--processus", type=int, metavar="N", help="documents relus à la fois (sinon un par cœur)")
    _ajouter_adresse(relire)
    _ajouter_reglages(relire)


def _ajouter_surveiller(commandes: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    surveiller = commandes.add_parser("surveiller", help="importe les scans à mesure qu'ils arrivent dans un dossier")
    surveiller.add_argument("dossier", type=Path, metavar="DOSSIER", help="le dossier à surveiller")
    surveiller.add_argument(
        "--sonder", action="store_true", help="regarde le dossier à chaque pas (dossier réseau : NFS, SMB)"
    )
    _ajouter_import(surveiller)


def _ajouter_exporter(commandes: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    formats = {**DE_FICHES, **DE_DOCUMENTS}
    exporter = commandes.add_parser(
        "exporter",
        help="écrit le registre dans les formats du domaine",
        description="Écrit les délibérations du registre, ou leurs scans, dans un dossier. Les délibérations sont\n"
        "écrites toutes ou pas du tout, avec les empreintes des fichiers (SHA256SUMS).",
        epilog="formats :\n" + "\n".join(f"  {nom:<7} {quoi}" for nom, quoi in formats.items()),
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    exporter.add_argument("destination", type=Path, metavar="DOSSIER", help="où écrire")
    exporter.add_argument("--format", required=True, choices=tuple(formats), metavar="FORMAT", help="voir plus bas")
    _ajouter_choix(exporter)
    exporter.add_argument(
        "--sirets", type=Path, metavar="TABLE.csv", help="SIRET des collectivités (colonnes nom et siret), pour scdl"
    )
    exporter.add_argument("--statut", choices=("complete", "partielle", "echec"), help="ces documents seulement")
    exporter.add_argument(
        "--profil", choices=("interne", "recherche", "public"), default="interne",
        help="données personnelles : tout (interne), noms sous pseudonyme (recherche), noms masqués (public)",
    )  # fmt: skip
    exporter.add_argument("--cle", type=Path, metavar="FICHIER", help="clé des pseudonymes, créée au premier usage")
    exporter.add_argument("--service-archives", metavar="ID", help="seda : le service d'archives qui reçoit")
    exporter.add_argument("--service-versant", metavar="ID", help="seda : le service qui verse")
    exporter.add_argument("--accord", metavar="ID", help="seda : l'accord de service")
    exporter.add_argument(
        "--regle-acces", default="ACC-00001", metavar="CODE",
        help="seda : règle d'accès des délibérations, communicables de plein droit (ACC-00001)",
    )  # fmt: skip
    exporter.add_argument("--forcer", action="store_true", help="profil public, malgré des doutes non relus")
    _ajouter_adresse(exporter)
    _ajouter_reglages(exporter)


def _ajouter_bilan(commandes: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    bilan = commandes.add_parser(
        "bilan",
        help="résume le registre en chiffres et en graphiques",
        description="Documents, confiance, anomalies, présence, votes, couverture par collectivité et par année.",
    )
    bilan.add_argument("--html", type=Path, metavar="FICHIER.html", help="écrit aussi une page, graphiques compris")
    _ajouter_choix(bilan)
    _ajouter_adresse(bilan)


def _ajouter_lire(commandes: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    lire = commandes.add_parser(
        "lire",
        help="lit des scans (PDF, TIFF, JPEG, PNG) et écrit leurs délibérations en JSON",
        description="Un fichier : son JSON sur la sortie standard. Un dossier ou plusieurs fichiers : une ligne JSON\n"
        "par délibération, dans l'ordre des fichiers ; un fichier illisible n'arrête pas les autres.",
        epilog=CODES,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    lire.add_argument("entrees", nargs="+", type=Path, metavar="FICHIER|DOSSIER", help="ce qu'il faut lire")
    lire.add_argument(
        "--sortie", type=Path, metavar="FICHIER.jsonl|DOSSIER",
        help="écrit là plutôt que sur la sortie standard, où paraît un tableau : un fichier de lignes JSON, ou "
        "un dossier avec un fichier .json par document",
    )  # fmt: skip
    lire.add_argument(
        "--sources", action="store_true", help="ajoute l'origine de chaque valeur : page, place, texte lu"
    )
    lire.add_argument(
        "--elus", type=Path, metavar="FICHIER.csv",
        help="liste des élus (colonnes nom, prénom ; Répertoire national des élus) : elle fait foi pour les noms",
    )  # fmt: skip
    _ajouter_texte(lire)
    _ajouter_reglages(lire)
    lire.add_argument("--moteur", metavar="MOTEUR", help="tesseract, ou tesserocr : plus rapide, s'il est installé")
    lire.add_argument(
        "--sans-double",
        dest="double",
        action="store_const",
        const=False,
        help="ne fait pas relire les mots douteux par le second moteur, RapidOCR, quand il est installé",
    )
    _ajouter_limites(lire)


def _ajouter_expliquer(commandes: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    expliquer = commandes.add_parser(
        "expliquer",
        help="montre la page, la ligne et la règle d'où vient une valeur",
        description="Relit le fichier et dit d'où vient une valeur, par exemple /deliberations/0/seance/date ; d'un "
        "groupe de champs, par exemple /deliberations/0/decision/vote, donne toutes les valeurs.",
    )
    expliquer.add_argument("entree", type=Path, metavar="FICHIER", help="le scan")
    expliquer.add_argument("pointeur", metavar="POINTEUR", help="le champ (JSON Pointer)")
    _ajouter_texte(expliquer)
    _ajouter_reglages(expliquer)


def _ajouter_chercher(commandes: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    chercher = commandes.add_parser(
        "chercher",
        help="cherche des mots dans les délibérations du registre",
        description="Donne les délibérations où se trouvent tous ces mots, sans égard aux accents ni aux majuscules. "
        "Entre guillemets, les mots se suivent ; « média* » vaut pour tout ce qui commence ainsi.",
    )
    chercher.add_argument("question", metavar="MOTS", help="ce qu'il faut chercher")
    chercher.add_argument("--depuis", metavar="DATE", help="séances de ce jour ou d'après (2019, 2019-03, 2019-03-12)")
    chercher.add_argument("--jusqua", metavar="DATE", help="séances de ce jour ou d'avant")
    chercher.add_argument("--organe", metavar="NOM", help="assemblée, ou une partie de son nom (conseil municipal)")
    chercher.add_argument("--limite", type=int, default=20, metavar="N", help="au plus N délibérations (20)")
    chercher.add_argument("--json", action="store_true", help="écrit du JSON")
    _ajouter_adresse(chercher)


def _ajouter_registre(commandes: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    registre = commandes.add_parser("registre", help="entretient le registre : migrer, verifier, sauvegarder")
    actions = registre.add_subparsers(dest="action", metavar="ACTION", required=True, title="actions")
    _ajouter_adresse(actions.add_parser("migrer", help="crée le registre, ou le met à la version de ce programme"))
    _ajouter_adresse(actions.add_parser("verifier", help="dit si le registre est en bon état"))
    sauvegarder = actions.add_parser("sauvegarder", help="copie le registre, même pendant qu'il sert")
    sauvegarder.add_argument("destination", type=Path, metavar="FICHIER", help="où écrire la copie")
    _ajouter_adresse(sauvegarder)


def _ajouter_import(commande: argparse.ArgumentParser) -> None:
    commande.add_argument("--processus", type=int, metavar="N", help="documents lus à la fois (sinon un par cœur)")
    commande.add_argument("--json", action="store_true", help="un événement par ligne, en JSON")
    _ajouter_adresse(commande)
    _ajouter_reglages(commande)


def _ajouter_limites(commande: argparse.ArgumentParser) -> None:
    commande.add_argument("--pages-max", type=int, metavar="N", help="refuse un document de plus de N pages")
    commande.add_argument("--pixels-max", type=int, metavar="N", help="refuse une page de plus de N pixels")


def _ajouter_choix(commande: argparse.ArgumentParser) -> None:
    commande.add_argument("--depuis", metavar="DATE", help="séances depuis cette année ou ce jour")
    commande.add_argument("--jusqua", metavar="DATE", help="séances jusqu'à cette année ou ce jour")
    commande.add_argument("--collectivite", metavar="NOM", help="une partie du nom de la collectivité")


def _ajouter_adresse(commande: argparse.ArgumentParser) -> None:
    commande.add_argument(
        "--registre", metavar="ADRESSE",
        help="sqlite:///fichier ou postgresql://utilisateur@serveur/base (sinon GREFFIER_REGISTRE, sinon registre.db)",
    )  # fmt: skip


def _ajouter_texte(commande: argparse.ArgumentParser) -> None:
    commande.add_argument("--texte", action="store_true", help="les fichiers sont du texte déjà reconnu (.txt)")


def _ajouter_reglages(commande: argparse.ArgumentParser) -> None:
    commande.add_argument(
        "--reglages",
        type=Path,
        metavar="greffier.toml",
        help="fichier de réglages (sinon greffier.toml du dossier courant)",
    )


def _version() -> str:
    try:
        return metadata.version("greffier")
    except metadata.PackageNotFoundError:
        return "(non installé)"


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command; its exit code."""
    if isinstance(sys.stdout, io.TextIOWrapper):
        sys.stdout.reconfigure(encoding="utf-8")
    options = analyseur().parse_args(arguments)
    os.environ.setdefault("OMP_THREAD_LIMIT", "1")
    try:
        code: int = import_module(f"pipeline.commandes.{options.commande.replace('-', '_')}").executer(options)
        sys.stdout.flush()
    except ErreurDeliberation as erreur:
        from pipeline.commandes.affichage import dire_erreur

        dire_erreur(erreur)
        return erreur.code_sortie
    except KeyboardInterrupt:
        print("greffier : interrompu.", file=sys.stderr)
        return 130
    except BrokenPipeError:  # « | head » has read enough
        os.dup2(os.open(os.devnull, os.O_WRONLY), 1)
        return 0
    return code


if __name__ == "__main__":
    sys.exit(main())
