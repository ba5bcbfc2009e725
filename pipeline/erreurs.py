"""The error tree: each class owns its exit code and its remedy.

ErreurDeliberation              2
├── ErreurReglages              3   settings: a bad option or greffier.toml
├── ErreurEnvironnement         4   a program or a data file is missing
├── ErreurScan                  5   this file cannot be read at all
│   ├── ScanIntrouvable         5     no such file, no permission
│   ├── ScanVide                5     zero bytes, no page
│   ├── ScanIllisible           5     not a PDF or an image, truncated, damaged
│   ├── ScanChiffre             5     encrypted
│   └── ScanTropGrand           5     too many pages or pixels
│       └── ScanTropLourd       5     too much memory or time
├── ErreurExport                6   the output cannot be written
└── ErreurRegistre              7   the database of readings cannot be opened, read or written

Exit codes 0 (all complete) and 1 (something to re-read) are not errors. A bug is never wrapped in these: it keeps its
traceback.
"""

from pathlib import Path


class ErreurDeliberation(Exception):
    """``message`` says what is wrong, ``remede`` what to do next; both French. ``chemin`` and ``page`` are added as the
    error passes the place that knows them."""

    code_sortie = 2
    remede = "Relancez avec --help pour voir les options."

    def __init__(self, message: str, remede: str | None = None, *, chemin: Path | None = None, page: int | None = None):
        super().__init__(message)
        self.message = message
        self.remede = remede or self.remede
        self.chemin = chemin
        self.page = page

    def __str__(self) -> str:
        ou = str(self.chemin) if self.chemin else ""
        if self.page:
            ou += f", page {self.page}"
        return f"{ou + ' : ' if ou else ''}{self.message} {self.remede}"


class ErreurReglages(ErreurDeliberation):
    code_sortie = 3
    remede = "Corrigez l'option ou le fichier greffier.toml, puis relancez."


class ErreurEnvironnement(ErreurDeliberation):
    code_sortie = 4
    remede = "Lancez « greffier verifier » : la commande dit ce qui manque et comment l'installer."


class ErreurScan(ErreurDeliberation):
    code_sortie = 5
    remede = "Vérifiez le fichier, puis relancez."


class ScanIntrouvable(ErreurScan):
    remede = "Vérifiez le chemin et le droit de lecture."


class ScanVide(ErreurScan):
    remede = "Numérisez ou téléchargez de nouveau le document."


class ScanIllisible(ErreurScan):
    remede = "Ouvrez-le dans un lecteur de PDF ; s'il ne s'ouvre pas, numérisez ou téléchargez-le de nouveau."


class ScanChiffre(ErreurScan):
    remede = "Enlevez le mot de passe (par exemple « qpdf --decrypt »), puis relancez."


class ScanTropGrand(ErreurScan):
    remede = "Découpez le document, ou relevez la limite avec --pages-max ou --pixels-max."


class ScanTropLourd(ScanTropGrand):
    remede = (
        "Découpez le document, ou numérisez-le de nouveau ; si vous savez d'où il vient, relevez memoire_max ou "
        "delai_document dans greffier.toml."
    )


class ErreurExport(ErreurDeliberation):
    code_sortie = 6
    remede = "Choisissez un autre emplacement avec --sortie, ou vérifiez le droit d'écriture et la place libre."


class ErreurRegistre(ErreurDeliberation):
    """``passager``: the database did not answer, and may when it is asked again."""

    code_sortie = 7
    passager = False
    remede = "Vérifiez l'adresse donnée par --registre ou GREFFIER_REGISTRE, puis relancez."
