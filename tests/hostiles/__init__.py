"""Hostile files, by table: each with what must become of it. ``poser`` builds them all in a folder."""

import os
from pathlib import Path

from hostiles.documents import DOCUMENTS
from hostiles.ecriture import Hostile
from hostiles.enchassees import ENCHASSEES
from hostiles.entrees import ENTREES
from hostiles.images import IMAGES
from hostiles.pages import PAGES

__all__ = ["HOSTILES", "Hostile", "poser"]

HOSTILES: tuple[Hostile, ...] = (*ENTREES, *IMAGES, *DOCUMENTS, *PAGES, *ENCHASSEES)


def poser(dossier: Path, port: int) -> dict[Path, Hostile]:
    """Each file, built; the address that they would fetch is at ``port`` (five figures, so that no offset moves)."""
    poses = {}
    for hostile in HOSTILES:
        chemin = dossier / hostile.nom
        hostile.poser(chemin)
        poses[chemin] = hostile
        if (
            chemin.is_file()
            and not chemin.is_symlink()
            and os.access(chemin, os.R_OK)
            and chemin.stat().st_size < 1 << 30
        ):
            octets = chemin.read_bytes()
            if b":65535/appel" in octets:
                chemin.write_bytes(octets.replace(b":65535/appel", b":%05d/appel" % port))
    return poses
