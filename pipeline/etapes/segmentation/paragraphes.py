"""Lines joined into paragraphs, list items and headings.

Measured elsewhere and here: this alone brings most of the visas right, since a pattern then sees whole sentences.
"""

import itertools
import re
from collections.abc import Sequence
from functools import lru_cache
from statistics import median

from modeles.acte import Paragraphe
from modeles.page import Ligne, Page
from modeles.texte import Mot, Passage, plier, union
from pipeline.etapes.segmentation.cesures import CESURE, coudre, hyphene_le_document, joindre, vocabulaire
from pipeline.grammaire import seance, structure
from pipeline.grammaire.dispositif import VERBE


@lru_cache(maxsize=8192)
def _est_ecrit(texte: str) -> bool:
    """Two letters or figures at least: a lone mark or comma says nothing of the height of a line."""
    return sum(c.isalnum() for c in texte) > 1


def _hauteur(mots: Sequence[Mot]) -> float:
    """Median height of the words."""
    grands = [m for m in mots if _est_ecrit(m.texte)] or mots
    return median(m.boite[3] - m.boite[1] for m in grands)


def _commence(ligne: Ligne) -> bool:
    """The line opens with a word or mark that only opens paragraphs."""
    plie = plier(ligne.texte)
    if _ETIQUETTE.match(ligne.texte) or re.match(r"\d{1,2}\s?[)./]\s{0,2}(?:vu|considerant)\s", plie):
        return True
    if ligne.texte[:1].isupper() and (
        structure.TITRE_DE_SEANCE.fullmatch(plie) or seance.EFFECTIF.match(plie) or seance.LIGNE_DE_SEANCE.match(plie)
    ):
        return True
    if re.match(r"\d{1,2}\s?/\s?d(?:e\s|')", plie):
        return True
    if (
        len(ligne.mots) > 1
        and plie[0].isdigit()
        and ligne.mots[0].texte.rstrip(".)").isdigit()
        and ligne.mots[1].texte[:1].isupper()
    ):
        return ligne.mots[1].boite[0] - ligne.mots[0].boite[2] > 0.8 * _hauteur(ligne.mots)  # a rank set off by a tab
    puce = structure.PUCE.match(plie)
    if puce and plie[0] not in "eo":
        return True
    debut = puce.end() if puce else 0
    if not ligne.texte[debut : debut + 1].isupper() and plie.strip(" :") != "vu":
        return False
    return any(motif.match(plie[debut:]) for motif in structure.OUVERTURES)


_UN_NOM = re.compile(
    r"(?=.*[a-zà-ÿ]{2})(?:(?:M|Mme|Mlle)\.?\s)?(?:d['’]\s?|(?:du|de|de\sla|des|della|von|van)\s)?[A-ZÀ-Ý][\w'’-]+(?:\s(?:de|du|des|la|le|van|von|den|ben|da|do|dos|el|d['’]))*"
    r"(?:\s(?:d['’])?[A-ZÀ-Ý][\w'’-]+){1,3}"
)
"""First name and surname, with nothing else on the line."""
_ABREVIATION = re.compile(
    r"(?:\b(?:[LRDA]|n°|art|M|Mme|MM|Mmes|Mlle|alinéa|articles?|de|du|des|la|le|les|et|à|au|aux|en|l'|d'|par|pour|sur|ou|que|qui)\.?|\()$"
)
"""What no sentence ends with: the line runs on."""


def _nouveau_verbe(haut: str, bas: Ligne) -> bool:
    """After ":" or ";", a line that opens with a word in capitals opens an item ("APPROUVE ...")."""
    premier = bas.mots[0].texte.strip(",:")
    if haut.rstrip()[-1:] in ",;:." and re.match(
        r"(?:\d{1,2}\s?[°)]|[a-h]\))", bas.texte
    ):  # "1° - Approuve", "b) fixe"
        return True
    if haut.rstrip().endswith(";") and re.match(rf"{VERBE}(?<=[etd])(?<!ment)\s", plier(bas.texte)):
        return True  # "approuve ... ;" and, on the next line, "autorise ..."
    if haut.rstrip().endswith(":") and re.match(r"d(?:e\s|')\w+(?:er|ir|re|oir)\b", bas.texte):
        return True
    if len(premier) == 1 and premier in "eo•" and len(bas.mots) > 1:  # a bullet read as a letter
        return haut.rstrip()[-1:] in ":;." and bas.mots[1].texte[:1].isupper()
    return haut.rstrip()[-1:] in (":", ";") and premier.isupper() and len(premier) > 3 and premier.isalpha()


_ETIQUETTE = re.compile(r"(?!M\.|MM\.|Mmes?\b|Mlles?\b)[A-ZÀ-Ý][^:,;.]{2,45}\s?:\s(?:M\.|MM\.|Mmes?|Mlles?)\s")
"""A commune or a group before its members: "ESQUEHIN : Mme LEFÈVRE Annie"."""


class _Colonne:
    """Edges of the column a line stands in: the block's, widened to the page's body where nothing stands beside."""

    def __init__(self, lignes: Sequence[Ligne]) -> None:
        boites = [x.boite for x in lignes]
        self.gauche = min((b[0] for b in boites), default=0.0)
        self.droite = sorted(b[2] for b in boites)[int(len(boites) * 0.97)] if boites else 0.0
        self.interligne = _interligne(lignes)


def _interligne(lignes: Sequence[Ligne]) -> float:
    pas = [b.boite[1] - a.boite[1] for a, b in itertools.pairwise(lignes) if 2 < b.boite[1] - a.boite[1] < 40]
    return sorted(pas)[len(pas) * 2 // 5] if pas else 12.0  # under the median: short paragraphs have as many gaps


def _colonnes(page: Page) -> dict[object, _Colonne]:
    """One column a block, or a column of a table. Blocks with none beside them share the page's edges."""
    blocs: dict[int, list[Ligne]] = {}
    cases: dict[tuple[int, int], list[Ligne]] = {}
    for ligne in page.lignes:
        if ligne.cellule is not None:
            cases.setdefault((ligne.cellule.tableau, ligne.cellule.colonne), []).append(ligne)
        elif ligne.region == "corps":
            blocs.setdefault(ligne.bloc, []).append(ligne)
    boites = {n: union([y.boite for y in x]) for n, x in blocs.items()}
    seuls = {
        n
        for n, b in boites.items()
        if not any(
            m != n and min(b[3], c[3]) - max(b[1], c[1]) > 3 and (c[0] >= b[2] - 2 or c[2] <= b[0] + 2)
            for m, c in boites.items()
        )
    }
    commune = _Colonne([x for n in sorted(seuls) for x in blocs[n]])
    return {n: (commune if n in seuls else _Colonne(x)) for n, x in blocs.items()} | {
        n: _Colonne(x) for n, x in cases.items()
    }


def _cle_colonne(ligne: Ligne) -> object:
    return (ligne.cellule.tableau, ligne.cellule.colonne) if ligne.cellule else ligne.bloc


def _chasse(ligne: Ligne) -> float:
    """Mean advance of a character, points."""
    return (ligne.boite[2] - ligne.boite[0]) / max(len(ligne.texte), 1)


def _meme_chasse(haut: Ligne, bas: Ligne) -> bool:
    """The same type size by the width of the letters: heights are misled by rules and stamps over a line."""
    return min(len(haut.texte), len(bas.texte)) >= 12 and 0.82 < _chasse(haut) / max(_chasse(bas), 0.1) < 1.22


def _se_suivent(haut: Ligne, bas: Ligne, colonne: _Colonne) -> bool:
    """Whether ``bas`` goes on with the paragraph of ``haut``: by region, by words, by type and place, by room left."""
    if (haut.region, haut.cellule) != (bas.region, bas.cellule):
        return False
    if haut.region == "marge":
        return 0 < bas.boite[1] - haut.boite[1] < 1.9 * _hauteur(haut.mots) and not re.search(r"\d$", haut.texte)
    if re.search(r":\s*\d{1,4}$", haut.texte) and bas.texte[:1].isupper():  # a count ends its line
        return False
    if structure.LAN.match(plier(haut.texte)) and len(haut.texte) < 60 and bas.texte.startswith("et le "):
        return True  # the old formula, one piece a line: "L'an deux mille / et le seize août, / le conseil ..."
    if haut.texte.startswith("et le ") and haut.texte.endswith(",") and bas.texte[:1].islower():
        return True
    if haut.texte[-1:] in ".;:" and structure.NUMERO_NU.match(plier(bas.texte)) and " - " in plier(bas.texte):
        return False
    if _commence(bas) or _nouveau_verbe(haut.texte, bas):
        return False
    if _UN_NOM.fullmatch(haut.texte) and _UN_NOM.fullmatch(bas.texte):  # a column of names
        return False
    a, b = haut.boite, bas.boite
    hauteur = max(_hauteur(haut.mots), 4.0)
    if min(a[3], b[3]) - max(a[1], b[1]) > 0.6 * hauteur and -2 <= b[0] - a[2] < 4 * hauteur:
        return True  # one printed line, cut by a wide space of justified text
    if not 0 < b[1] - a[1] < 2.1 * max(colonne.interligne, hauteur) or min(a[2], b[2]) < max(a[0], b[0]):
        return False
    if not _meme_corps(haut, bas, hauteur):
        return False
    return bool(CESURE.search(haut.texte) or _ABREVIATION.search(haut.texte)) or _ligne_pleine(haut, bas, colonne)


def _meme_corps(haut: Ligne, bas: Ligne, hauteur: float) -> bool:
    """One type size, by height or by the width of the letters."""
    if not 0.72 < hauteur / max(_hauteur(bas.mots), 4.0) < 1.4 and len(haut.texte) > 5 and not _meme_chasse(haut, bas):
        return False
    courtes = min(len(haut.texte), len(bas.texte)) < 12
    return courtes or 0.74 < _chasse(haut) / max(_chasse(bas), 0.1) < 1.35


def _ligne_pleine(haut: Ligne, bas: Ligne, colonne: _Colonne) -> bool:
    """The main witness: a line is broken on purpose when the next line's first word would have fitted on it."""
    a, b = haut.boite, bas.boite
    majuscule, minuscule = bas.texte[:1].isupper(), bas.texte[:1].islower()
    chasse = _chasse(haut)
    seconde = 2 if len(bas.mots) > 1 and bas.mots[1].texte in (";", ":", "!", "?", "»") else 0
    mot = (len(bas.mots[0].texte) + seconde + 1.5) * chasse
    libre = colonne.droite - a[2]
    milieu = (colonne.gauche + colonne.droite) / 2
    if abs((a[0] + a[2]) / 2 - milieu) < 6 and a[0] > colonne.gauche + 20:  # centred: blank on both sides
        return 2 * libre < mot + 30 or minuscule
    if abs(a[2] - b[2]) < 4 and abs(a[0] - b[0]) > 15 and a[0] > colonne.gauche + 15 and majuscule:  # set right
        return False
    fin_de_phrase = haut.texte[-1:] in ".;:," and majuscule
    if fin_de_phrase and b[0] < a[0] - 20:  # a hanging indent ends
        return False
    if b[1] - a[1] > 1.45 * colonne.interligne and not minuscule:
        return False
    if libre < mot + (0 if fin_de_phrase else 2 * chasse):
        return True
    suit = minuscule or (bas.texte[:1].isdigit() and haut.texte[-1:] not in ".;:!?")
    return suit and libre < 0.35 * (colonne.droite - colonne.gauche)


def _paragraphe(
    lignes: Sequence[Ligne], colonne: _Colonne | None, precedent: Ligne | None, passage: Passage
) -> Paragraphe:
    boite = union([x.boite for x in lignes])
    corps = _hauteur([m for x in lignes for m in x.mots])
    ecart = 99.0 if precedent is None else max(0.0, boite[1] - precedent.boite[3]) / max(corps, 1.0)
    centre = False
    retrait = 0.0
    if colonne is not None:
        milieu = (colonne.gauche + colonne.droite) / 2
        marge = min(x.boite[0] for x in lignes) - colonne.gauche
        centre = marge > 15 and all(abs((x.boite[0] + x.boite[2]) / 2 - milieu) < 12 for x in lignes)
        retrait = max(0.0, boite[0] - colonne.gauche)
    return Paragraphe(
        passage=passage, page=lignes[0].mots[0].page, boite=boite, region=lignes[0].region, cellule=lignes[0].cellule,
        lignes=len(lignes), corps=corps, ecart=ecart, centre=centre, retrait=retrait,
    )  # fmt: skip


def paragraphes(pages: tuple[Page, ...]) -> tuple[Paragraphe, ...]:
    """The document's paragraphs in reading order; one that runs over a page end is whole."""
    toutes = [x for p in pages for x in p.lignes]
    hyphene, composes = hyphene_le_document(toutes), vocabulaire(toutes)
    sorties: list[Paragraphe] = []
    for page in pages:
        colonnes = _colonnes(page)
        groupe: list[Ligne] = []
        precedents: dict[str, Ligne] = {}  # the last line read in each region: what stands above
        debut_page = len(sorties)

        def clore(groupe: list[Ligne], precedent: Ligne | None, colonnes: dict[object, _Colonne] = colonnes) -> None:
            if groupe:
                passage = coudre(groupe, hyphene, composes)
                sorties.append(_paragraphe(groupe, colonnes.get(_cle_colonne(groupe[0])), precedent, passage))

        for ligne in page.lignes:
            if ligne.cellule is None and not any(c.isalnum() for c in ligne.texte):
                continue  # a lone mark would break the sentence around it
            colonne = colonnes.get(_cle_colonne(ligne))
            suite = bool(groupe) and (_se_suivent(groupe[-1], ligne, colonne or _Colonne([*groupe, ligne])))
            if not suite:
                clore(groupe, precedents.get(groupe[0].region) if groupe else None)
                if groupe:
                    precedents[groupe[-1].region] = groupe[-1]
                groupe = []
            groupe.append(ligne)
        clore(groupe, precedents.get(groupe[0].region) if groupe else None)
        _recoller(sorties, debut_page, hyphene, composes)
    return tuple(sorties)


def _recoller(sorties: list[Paragraphe], debut: int, hyphene: bool, composes: frozenset[str]) -> None:
    """Join the last paragraph of the former page with the first of this one when the sentence runs on."""
    avant = next((i for i in range(debut - 1, -1, -1) if sorties[i].region == "corps"), None)
    apres = next((i for i in range(debut, len(sorties)) if sorties[i].region == "corps"), None)
    if avant is None or apres is None or sorties[avant].cellule or sorties[apres].cellule:
        return
    haut, bas = sorties[avant], sorties[apres]
    if haut.page + 1 != bas.page or not bas.passage.texte[:1].islower() or haut.passage.texte[-1:] in ".:;!?":
        return
    if structure.PUCE.match(bas.passage.plie) or any(m.match(bas.passage.plie) for m in structure.OUVERTURES):
        return
    joint = joindre(haut.passage, bas.passage, hyphene, composes)
    sorties[avant] = haut.model_copy(update={"passage": joint, "lignes": haut.lignes + bas.lignes})
    del sorties[apres]
