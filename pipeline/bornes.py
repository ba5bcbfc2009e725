"""What a process that reads may take: memory, files, descriptors, and nothing from the network.

Set once, inside the process, before it opens a file that nobody vouches for: the programs that it starts (tesseract,
pdftoppm) are born with the same limits.
"""

import ctypes
import errno
import os
import resource
import tempfile
from contextlib import suppress
from pathlib import Path

from pipeline.reglages import Reglages

ADRESSES_EN_PLUS = 4 << 30
"""Bytes of addresses beside the memory proper: libraries, mapped files, stacks of threads that are never touched."""
FICHIER_MAX = 2 << 30
"""Bytes a temporary file may have: a page of 200 million pixels in colour is 600 million."""
DESCRIPTEURS = 512
_CLONE_NEWUSER, _CLONE_NEWNET, _PR_SET_NO_NEW_PRIVS = 0x10000000, 0x40000000, 38


def borner(reglages: Reglages, provisoire: Path | None = None) -> None:
    """Hold this process, for good, and all that it starts. ``provisoire``: the folder of its temporary files.

    To be called before any thread is started. What the system refuses is left as it was: a process may be held more
    tightly already.
    """
    if provisoire is not None:
        os.environ["TMPDIR"] = tempfile.tempdir = str(provisoire)
    memoire = reglages.memoire_max << 20
    _baisser(resource.RLIMIT_DATA, memoire)
    _baisser(resource.RLIMIT_AS, memoire + ADRESSES_EN_PLUS)
    _baisser(resource.RLIMIT_FSIZE, FICHIER_MAX)
    _baisser(resource.RLIMIT_CORE, 0)
    _baisser(resource.RLIMIT_NOFILE, DESCRIPTEURS)
    _isoler()


def _baisser(genre: int, valeur: int) -> None:
    dur = resource.getrlimit(genre)[1]
    if dur != resource.RLIM_INFINITY:
        valeur = min(valeur, dur)
    resource.setrlimit(genre, (valeur, valeur))


def _isoler() -> bool:
    """Leave the network, and never gain a right by running a program; whether the network was left.

    Nothing here fetches anything; this holds even a decoder that a file has taken over. Linux gives a process a network
    of its own, empty, when it may (root) or in a user namespace of its own; where both are refused (some containers),
    the process goes on as it is.
    """
    libc = ctypes.CDLL(None, use_errno=True)
    libc.prctl(_PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0)
    if libc.unshare(_CLONE_NEWNET) == 0:
        return True
    uid, gid = os.getuid(), os.getgid()
    if ctypes.get_errno() != errno.EPERM or uid == 0 or libc.unshare(_CLONE_NEWUSER | _CLONE_NEWNET) != 0:
        return False
    # Without these lines, the user would be nobody in there; some systems refuse them, and nothing here needs a name.
    with suppress(OSError):
        for fichier, texte in (("setgroups", "deny"), ("uid_map", f"{uid} {uid} 1"), ("gid_map", f"{gid} {gid} 1")):
            Path("/proc/self", fichier).write_text(texte)
    return True
