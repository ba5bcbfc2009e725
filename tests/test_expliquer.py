"""``greffier expliquer``: from a value back to the line that prints it."""

from pathlib import Path

import lecteurs
import pytest

from modeles.lecture import Anomalie, Endroit, Source
from modeles.page import Ligne, Page
from modeles.texte import Mot
from pipeline.__main__ import main
from pipeline.commandes.expliquer import expliquer

NATIF = Path(__file__).parent.parent / "echantillons" / "texte-natif-2023" / "scan.pdf"


def test_expliquer_une_date(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["expliquer", str(NATIF), "/deliberations/0/seance/date"]) == 0
    vu = dict(ligne.split(maxsplit=1) for ligne in capsys.readouterr().out.splitlines())
    assert vu["Valeur"] == '"2023-03-29"'
    assert vu["Page"].startswith("1, de (")
    assert "mars" in vu["Ligne"]
    assert "mars" in vu["Lu"]
    assert {"Règle", "Confiance", "Nature"} <= vu.keys()


def test_expliquer_un_groupe(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["expliquer", str(NATIF), "/deliberations/0/effectifs"]) == 0
    assert "/deliberations/0/effectifs/en_exercice : 11\n" in capsys.readouterr().out


@pytest.mark.parametrize("pointeur", ["/deliberations/0/seance/dat", "deliberations/0/seance/date"])
def test_expliquer_pointeur_inconnu(pointeur: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["expliquer", str(NATIF), pointeur]) == 2
    messages = capsys.readouterr().err
    assert f"Aucun champ « {pointeur} »" in messages
    assert "/deliberations/0/seance/date" in messages.split("proches : ")[1]


def test_expliquer_correction_doute_et_texte() -> None:
    def mot(texte: str, brut: str) -> Mot:
        return Mot(texte=texte, brut=brut, page=1, boite=(0, 0, 0, 0), confiance=1.0)

    lignes = (
        Ligne(mots=(mot("Ville", "Ville"), mot("de", "de"), mot("Dijon", "D1jon")), bloc=0),
        Ligne(mots=(mot("Séance", "Séance"),), bloc=1),
    )
    page = Page(numero=1, largeur=595, hauteur=842, origine="texte", lignes=lignes, soins=("redresser", "contraster"))
    champ = "/deliberations/0/collectivite"
    douteuse = Anomalie(code="nom", gravite="doute", message="Nom douteux.", champ=champ)
    source = Source(
        endroits=(Endroit(page=1, boite=(0, 0, 0, 0)),), brut="D1jon", lisibilite=0.4, confiance=0.4,
        regle="collectivite.nom", nature="corrige", corrections=("mots.tsv:12 D1jon → Dijon",),
    )  # fmt: skip
    lecture = lecteurs.lecture(Path("Dijon.txt"), 1, douteuse).model_copy(update={"sources": {f"{champ}/nom": source}})
    texte = list(expliquer(lecture, [page], f"{champ}/nom"))
    assert texte == [
        f"Champ       {champ}/nom",
        'Valeur      "Dijon"',
        "Page        1",
        "Image       redressée, contraste rehaussé avant lecture",
        "Ligne       « Ville de Dijon »",
        "Lu          « D1jon »",
        "Lisibilité  40 % (le mot le moins sûr)",
        "Confiance   40 % (chance estimée que la valeur soit juste)",
        "Règle       collectivite.nom",
        "Nature      imprimée, la lecture corrigée",
        "Correction  mots.tsv:12 D1jon → Dijon",
        "Doute       Nom douteux. (nom)",
    ]
    assert list(expliquer(lecture, [page], "/deliberations/0/objet"))[1:] == [
        "Valeur      rien (null)",
        "Origine     rien de tel n'a été trouvé dans le document",
    ]
