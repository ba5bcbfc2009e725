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

CODES = """\
codes de sortie :
  0  tout est complet
  1  quelque chose est à relire
  2  commande mal formée, champ inconnu, ou lecture arrêtée par un défaut
  3  réglage refusé
  4  un programme ou des données manquent (voir « greffier verifier »)
  5  un fichier n'a pas pu être lu
  6  la sortie n'a pas pu être écrite
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
    verifier = commandes.add_parser("verifier", help="dit ce qui manque sur cette machine, et comment l'installer")
    _ajouter_reglages(verifier)
    return racine


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
    lire.add_argument("--pages-max", type=int, metavar="N", help="refuse un document de plus de N pages")
    lire.add_argument("--pixels-max", type=int, metavar="N", help="refuse une page de plus de N pixels")


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
        code: int = import_module(f"pipeline.commandes.{options.commande}").executer(options)
        sys.stdout.flush()
    except ErreurDeliberation as erreur:
        print(f"greffier : {erreur}".encode("utf-8", "surrogateescape").decode("utf-8", "replace"), file=sys.stderr)
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
