"""The queue of the registre: many processes, leases, failures, sudden death; the same in both databases."""

import signal
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import select, text

from pipeline.erreurs import ErreurRegistre
from pipeline.registre import (
    Registre,
    Scan,
    compter_etats,
    echouer,
    inscrire,
    lectures_courantes,
    ouvrir,
    prendre,
    prolonger,
    rendre,
    reprendre,
    verifier,
)
from pipeline.registre.ouverture import consulter, ecrire
from pipeline.registre.schema import travaux
from pipeline.registre.travaux import SANS_NOUVELLES

RACINE = Path(__file__).parent.parent
A, B = "a" * 64, "b" * 64


@pytest.fixture
def registre(url: str) -> Iterator[Registre]:
    with ouvrir(url) as ouvert:
        inscrire(ouvert, [Scan("a.pdf", A, 12)])
        yield ouvert


def etat(registre: Registre, sha256: str = A) -> tuple[str, int]:
    with consulter(registre) as cx:
        ligne = cx.execute(select(travaux).where(travaux.c.sha256 == sha256)).one()
    return ligne.etat, ligne.essais


def perimer(registre: Registre) -> None:
    """Every lease lapses."""
    with ecrire(registre) as cx:
        cx.execute(travaux.update().values(bail=0.0))


# --- Leases -----------------------------------------------------------------------------------------------------------


def test_un_document_pris_ne_l_est_pas_deux_fois(registre: Registre) -> None:
    assert prendre(registre, "moi", 60) == A
    assert prendre(registre, "toi", 60) is None
    assert etat(registre) == ("en_cours", 1)


def test_un_bail_echu_se_reprend_et_l_ancien_tenant_l_apprend(registre: Registre) -> None:
    assert prendre(registre, "moi", 0.01) == A
    time.sleep(0.05)
    assert prendre(registre, "toi", 60) == A
    assert not prolonger(registre, A, "moi", 60)
    assert not rendre(registre, A, "moi")
    assert prolonger(registre, A, "toi", 60)
    assert etat(registre) == ("en_cours", 2)


def test_un_bail_prolonge_tient(registre: Registre) -> None:
    assert prendre(registre, "moi", 0.01) == A
    assert prolonger(registre, A, "moi", 60)
    time.sleep(0.05)
    assert prendre(registre, "toi", 60) is None


def test_rendre_ne_compte_pas_d_essai(registre: Registre) -> None:
    prendre(registre, "moi", 60)
    assert rendre(registre, A, "moi")
    assert etat(registre) == ("attente", 0)


def test_ce_qui_tue_son_lecteur_est_mis_de_cote(registre: Registre) -> None:
    for _ in range(SANS_NOUVELLES):
        assert prendre(registre, "moi", 60) == A
        perimer(registre)
    assert prendre(registre, "moi", 60) is None
    assert etat(registre)[0] == "quarantaine"


def test_le_moins_essaye_passe_d_abord(registre: Registre) -> None:
    prendre(registre, "moi", 60)
    assert echouer(registre, A, "page illisible", 5) == "attente"
    inscrire(registre, [Scan("b.pdf", B, 12)])
    assert [prendre(registre, "moi", 60) for _ in range(3)] == [B, A, None]


# --- Failures ---------------------------------------------------------------------------------------------------------


def test_deux_echecs_puis_la_quarantaine_puis_la_reprise(registre: Registre) -> None:
    prendre(registre, "moi", 60)
    assert echouer(registre, A, "panne", 2) == "attente"
    prendre(registre, "moi", 60)
    assert echouer(registre, A, "panne", 2) == "quarantaine"
    assert prendre(registre, "moi", 60) is None
    assert compter_etats(registre)["quarantaine"] == 1
    assert reprendre(registre, [B]) == 0
    assert reprendre(registre, [A]) == 1
    assert etat(registre) == ("attente", 0)
    assert reprendre(registre) == 0


def test_un_seul_essai_si_on_le_veut(registre: Registre) -> None:
    prendre(registre, "moi", 60)
    assert echouer(registre, A, "chiffré", 5, essais_max=1) == "quarantaine"
    with consulter(registre) as cx:
        ligne = cx.execute(select(travaux)).one()
    assert (ligne.raison, ligne.code, ligne.proprietaire, ligne.bail) == ("chiffré", 5, None, None)


def test_echec_sans_avoir_ete_pris(registre: Registre) -> None:
    assert [echouer(registre, A, "x", 5) for _ in range(2)] == ["attente", "quarantaine"]


def test_echec_d_un_inconnu(registre: Registre) -> None:
    with pytest.raises(ErreurRegistre, match="ne connaît pas"):
        echouer(registre, B, "x", 5)


# --- Processes --------------------------------------------------------------------------------------------------------

PRENEUR = """
import sys
from pipeline.registre import ouvrir, prendre
with ouvrir(sys.argv[1]) as registre:
    while (sha256 := prendre(registre, sys.argv[2], 600)) is not None:
        print(sha256, flush=True)
"""


def lancer(programme: str, *arguments: str) -> "subprocess.Popen[str]":
    ordre = [sys.executable, "-c", programme, *arguments]
    return subprocess.Popen(ordre, cwd=RACINE, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)


def test_plusieurs_processus_ni_perte_ni_doublon(registre: Registre) -> None:
    inscrire(registre, [Scan(f"{n}.pdf", f"{n:064x}", n) for n in range(199)])
    processus = [lancer(PRENEUR, registre.url, f"p{n}") for n in range(3)]
    pris = [p.communicate(timeout=120)[0].split() for p in processus]
    assert [p.returncode for p in processus] == [0, 0, 0]
    assert Counter(sha for lot in pris for sha in lot) == Counter([A, *(f"{n:064x}" for n in range(199))])
    assert compter_etats(registre)["en_cours"] == 200


CREATEUR = "import sys; from pipeline.registre import ouvrir; ouvrir(sys.argv[1])"


def test_plusieurs_processus_creent_le_meme_registre(url: str) -> None:
    processus = [lancer(CREATEUR, url) for _ in range(4)]
    assert [p.communicate(timeout=120)[1] for p in processus] == [""] * 4
    with ouvrir(url, creer=False) as registre:
        assert [d for constat in verifier(registre) for d in constat.defauts] == []


TUE = """
import os, signal, sys
sys.path[:0] = ["tests"]
from documents import ACTE
from fabrique import lire
from pipeline.registre import Scan, deposer, depot, inscrire, ouvrir, prendre
lecture = lire(ACTE)
lecture = lecture.model_copy(update={"document": lecture.document.model_copy(update={"sha256": "b" * 64})})
registre = ouvrir(sys.argv[1])
inscrire(registre, [Scan("b.pdf", "b" * 64, 12)])
while prendre(registre, "moi", 0.01) != "b" * 64: pass
if sys.argv[2] == "dedans":  # the reading is inserted, its acts are not, nothing is committed
    depot._colonnes = lambda acte: os.kill(os.getpid(), signal.SIGKILL)
if sys.argv[2] != "avant":
    deposer(registre, lecture, "v1", "tesseract", 1.0)
os.kill(os.getpid(), signal.SIGKILL)
"""


@pytest.mark.parametrize(("moment", "lues"), [("avant", 0), ("dedans", 0), ("apres", 1)])
def test_une_mort_soudaine_laisse_un_registre_sain(registre: Registre, moment: str, lues: int) -> None:
    tue = subprocess.run([sys.executable, "-c", TUE, registre.url, moment], cwd=RACINE, check=False, timeout=120)
    assert tue.returncode == -signal.SIGKILL
    assert [d for constat in verifier(registre) for d in constat.defauts] == []
    assert len(list(lectures_courantes(registre))) == lues
    assert etat(registre, B)[0] == ("fait" if lues else "en_cours")
    with consulter(registre) as cx:
        assert cx.execute(text("SELECT count(*) FROM lectures")).scalar_one() == lues
    if not lues:
        perimer(registre)
        assert B in {prendre(registre, "toi", 60) for _ in range(2)}
