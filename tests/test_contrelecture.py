"""A second engine beside Tesseract: where they agree, where they differ, who is believed, what stays in doubt."""

import sys
from collections.abc import Sequence
from typing import Any

import numpy as np
import pytest
from PIL import Image as pillow
from PIL import ImageDraw, ImageFont

from modeles.texte import Mot
from pipeline.erreurs import ErreurEnvironnement
from pipeline.etapes.contrelecture import CONFIRME, DISPUTE, contrelire
from pipeline.etapes.filets import Filets
from pipeline.etapes.moteurs import second
from pipeline.etapes.mots import faire_mot
from pipeline.etapes.redressement import Redressee
from pipeline.etapes.relecture import Lecture

POLICE = "/usr/share/fonts/truetype/dejavu/DejaVuSans.ttf"
IMPRIME = "Subvention de 924,25 euros"


def ligne(*mots: tuple[str, float]) -> list[Mot]:
    """Words on one line, from x = 20, 60 points apart."""
    return [faire_mot(t, 3, (20 + 60 * i, 20, 70 + 60 * i, 32), c) for i, (t, c) in enumerate(mots)]


def contrelire_avec(mots: Sequence[Mot], *lu: str, surete: float = 0.99) -> tuple[list[Mot], tuple[Any, ...]]:
    page = Redressee(np.full((60, 600), 255, np.uint8), 72, (1, 0, 0, 0, 1, 0, 0, 0, 1))
    lecture = Lecture(page, np.zeros_like(page.pixels), tuple(mots), Filets())
    return contrelire(lecture, mots, lambda lignes: [(texte, surete) for texte, _ in zip(lu, lignes, strict=True)])


@pytest.mark.parametrize(
    ("lu", "autre", "retenu", "confiance"),
    [
        ("toiture", "toiture", "toiture", CONFIRME),  # agreed
        ("t0iture", "toiture", "toiture", CONFIRME),  # a French word
        ("Passcal", "Pascal", "Pascal", CONFIRME),  # a first name
        ("ybert,", "Ybert,", "Ybert,", CONFIRME),  # the same letters
        ("l'accueil", "1'accueil", "l'accueil", CONFIRME),  # the second's usual slips
        ("n°", "n。", "n°", CONFIRME),
        ("né", "ne", "né", CONFIRME),
        ("Œuilly", "Euilly", "Œuilly", 0.55),
        ("LEBŒUF.", "LEBCEUF.", "LEBŒUF.", 0.55),
        ("Gilles", "G₁lles", "Gilles", 0.55),
        ("commune", "commvne", "commune", 0.55),
        ("924,75", "924,25", "924,25", 0.55),  # no list knows either: the second is kept, in doubt
        ("LHUILLER", "LHUILLIER", "LHUILLIER", 0.55),
    ],
)
def test_un_mot_douteux_est_pese(lu: str, autre: str, retenu: str, confiance: float) -> None:
    mots, _ = contrelire_avec(ligne(("Le", 0.96), (lu, 0.55)), f"Le {autre}")
    assert [(m.texte, m.confiance) for m in mots] == [("Le", 0.96), (retenu, confiance)]
    assert mots[1].brut == lu


def test_ce_qui_reste_dispute_est_dit() -> None:
    mots, anomalies = contrelire_avec(ligne(("Coût", 0.96), ("924,75", 0.8), ("ëuros", 0.5)), "Coût 924,25 euros")
    assert [m.confiance for m in mots] == [0.96, DISPUTE, CONFIRME]
    (anomalie,) = anomalies
    assert (anomalie.code, anomalie.page, anomalie.extrait) == ("lectures-differentes", 3, "924,25")
    assert "« 924,75 »" in anomalie.message


def test_un_mot_coupe_est_recolle_s_il_est_francais() -> None:
    coupe = ligne(("Sur", 0.96), ("appro", 0.6), (":ation", 0.2), ("du", 0.9))
    mots, _ = contrelire_avec(coupe, "Sur approbation du")
    assert [m.texte for m in mots] == ["Sur", "approbation", "du"]
    assert mots[1].boite == (80, 20, 190, 32)
    mots, _ = contrelire_avec(ligne(("CONSEIL", 0.96), ("MUNIC:", 0.6), ("PAL", 0.2)), "CONSEIL MUNICTPAL")
    assert [m.texte for m in mots] == ["CONSEIL", "MUNIC:", "PAL"]


def test_des_blancs_vus_autrement_sont_un_accord() -> None:
    mots, _ = contrelire_avec(ligne(("Pour", 0.29), (":", 0.29), ("55", 0.29)), "Pour:55")
    assert [(m.texte, m.confiance) for m in mots] == [("Pour", CONFIRME), (":", CONFIRME), ("55", CONFIRME)]


def test_ni_mot_sur_change_ni_mot_invente_ni_lecture_incertaine_entendue() -> None:
    sure = ligne(("Séance", 0.96), ("du", 0.97))
    assert contrelire_avec(sure) == (sure, ())  # no line is read again
    mots, _ = contrelire_avec(ligne(("Séance", 0.96), ("dv", 0.5)), "Seance du 12")
    assert [m.texte for m in mots] == ["Séance", "dv"]
    mots, _ = contrelire_avec(ligne(("Séance", 0.96), ("dv", 0.5)), "Seance du", surete=0.7)
    assert [m.texte for m in mots] == ["Séance", "dv"]


def test_le_second_moteur_lit_l_encre() -> None:
    """The real one, on print: the figure that Tesseract is said to have doubted and misread."""
    image = pillow.new("L", (900, 120), 255)
    police = ImageFont.truetype(POLICE, 26)
    ImageDraw.Draw(image).text((40, 40), IMPRIME, fill=0, font=police)
    page = Redressee(np.asarray(image), 200, (1, 0, 0, 0, 1, 0, 0, 0, 1))
    textes = IMPRIME.replace("25", "75").split()
    bords = [40 + police.getlength(IMPRIME[: IMPRIME.index(t[:3])]) for t in textes]
    mots = [
        faire_mot(t, 1, (x * 0.36, 14, (x + police.getlength(t)) * 0.36, 26), 0.5 if t[0].isdigit() else 0.95)
        for t, x in zip(textes, bords, strict=True)
    ]
    lus, _ = contrelire(Lecture(page, np.zeros_like(page.pixels), tuple(mots), Filets()), mots, second.lire_lignes)
    assert " ".join(m.texte for m in lus) == IMPRIME


def test_second_moteur_absent(monkeypatch: pytest.MonkeyPatch) -> None:
    second._moteur.cache_clear()
    monkeypatch.setitem(sys.modules, "rapidocr", None)
    with pytest.raises(ErreurEnvironnement, match=r"greffier\[double\]"):
        second.lire_lignes([np.full((40, 200), 255, np.uint8)])
    second._moteur.cache_clear()
