"""The secret of pseudonyms: a file of this machine, never part of a dataset.

With it, whoever holds a list of names finds their pseudonyms again: it is personal data too (GDPR, recital 26).
"""

import os
import secrets
from pathlib import Path

from pipeline.erreurs import ErreurReglages

OCTETS = 32


def fichier_de_cle() -> Path:
    """Where it is kept when nothing else is asked: the user's configuration."""
    base = os.environ.get("XDG_CONFIG_HOME")
    return (Path(base) if base else Path.home() / ".config") / "greffier" / "pseudonymes.cle"


def lire_cle(chemin: Path) -> bytes:
    """The key, made at the first use, readable by its owner alone. Raises ErreurReglages when it cannot be used."""
    try:
        if not chemin.exists():
            chemin.parent.mkdir(parents=True, exist_ok=True)
            chemin.touch(mode=0o600, exist_ok=False)
            chemin.write_text(secrets.token_hex(OCTETS) + "\n", encoding="ascii")
        cle = bytes.fromhex(chemin.read_text(encoding="ascii").strip())
    except OSError as erreur:
        raise ErreurReglages(f"La clé des pseudonymes ne peut être lue ni créée ({erreur.strerror}).",
                             "Donnez un autre fichier par --cle.", chemin=chemin) from None  # fmt: skip
    except ValueError:
        cle = b""
    if len(cle) < OCTETS:
        raise ErreurReglages("Ce fichier n'est pas une clé de pseudonymes : 64 chiffres hexadécimaux.",
                             "Donnez par --cle un fichier qui n'existe pas encore : la clé y sera créée.",
                             chemin=chemin)  # fmt: skip
    return cle
