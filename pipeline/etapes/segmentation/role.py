"""The roll among the paragraphes: what opens one of its parts, what goes on with it, and the order of its columns."""

import re
from collections.abc import Sequence

from modeles.acte import NatureZone, Paragraphe
from modeles.texte import Passage, plier, union
from pipeline.etapes.segmentation.tableaux import lire_les_grilles
from pipeline.grammaire import appel, parts
from pipeline.grammaire import structure as s


def est_liste_de_noms(texte: str) -> bool:
    """Most words are capitalised, or particles and functions: a roll, not a sentence."""
    if (
        appel.RECIT.match(plier(texte))
        or s.CONSEIL.match(plier(texte))
        or (texte == texte.upper() and appel.TITRE_CAPITALE.search(plier(texte)))
    ):
        return False
    if appel.CIVILITE_ET_NOM.match(texte) and len(texte) < 60 and not re.search(r"[.:]\s*$", texte):
        return True
    texte = re.sub(r"\([^)]*\)|\b[\dl]{1,2}\s?(?:er|ère|e|è|ème|eme|nde?)\b", " ", texte)
    mots = re.findall(r"[A-Za-zÀ-ÿŒœ'-]{2,}", texte)
    if len(mots) < 14 * len(appel.PERSONNE_NOMMEE.findall(texte)):
        return True
    noms = sum(m[0].isupper() for m in mots)
    restes = [m for m in mots if not m[0].isupper() and not appel.FONCTION.match(plier(m))]
    return noms >= 1 and len(restes) <= 0.12 * len(mots) and noms >= 0.4 * len(mots)


def tete(paragraphe: Paragraphe) -> tuple[str, str]:
    """Folded text and printed text from the first word on, bullet and rank skipped."""
    plie, texte = paragraphe.passage.plie, paragraphe.passage.texte
    debut = 0
    for motif in (s.PUCE, s.RANG):
        trouve = motif.match(plie, debut)
        lettre = motif is s.PUCE and plie[debut : debut + 1] in ("e", "o")
        if trouve and not (lettre and not texte[trouve.end() : trouve.end() + 1].isupper()):
            debut = trouve.end()
    return plie[debut:], texte[debut:]


def role(plie: str, texte: str) -> NatureZone | None:
    """The part of the roll a paragraph opens, if it opens one. Counts ("Présents : 14") open none, without names."""
    compte = appel.COMPTE_DE_NOMS.match(plie)
    if compte:
        return next(nature for cle, nature in appel.PARTS if compte.group("part").startswith(cle))
    if not texte[:1].isupper():
        return None
    de = appel.NOMBRE_DE.match(plie)  # "Nombre d'absents : 2", and their names
    plie, texte = (plie[de.end() :], texte[de.end() :]) if de else (plie, texte)
    nombre = appel.NOMBRE_EN_TETE.match(plie)
    if (nombre or de) and not (nombre and _sont_des_noms(texte[nombre.end() :])):
        return None
    ensemble = parts.PRESENTS_OU_REPRESENTES.match(plie)
    if ensemble and _sont_des_noms(texte[ensemble.end() :]):
        return "presents"
    if parts.PROCURATION_DITE.match(plie) or (
        appel.CIVILITE_ET_NOM.match(texte) and parts.RESPECTIVEMENT.search(plie[:400])
    ):
        return "procurations"
    ordre: tuple[tuple[NatureZone, re.Pattern[str]], ...] = (
        ("mouvements", parts.MOUVEMENTS), ("procurations", parts.PROCURATIONS), ("assistants", parts.ASSISTANTS),
        ("excuses", parts.EXCUSES), ("presents", parts.PRESENTS), ("absents", parts.ABSENTS),
    )  # fmt: skip
    return next((nature for nature, motif in ordre if motif.match(plie)), None)


def _sont_des_noms(suite: str) -> bool:
    """What follows "Présents : 14" is the list itself, not the next count nor the secretary."""
    plie = plier(suite)
    autre = s.SECRETAIRE.match(plie) or appel.NOMBRE_EN_TETE.match(plie) or appel.SEANCE.match(plie)
    return not autre and len(suite.split()) > 1 and est_liste_de_noms(suite)


def preparer(paragraphes: Sequence[Paragraphe]) -> tuple[Paragraphe, ...]:
    """The roll made plain: one part a paragraph, a count with its names, columns read under their own heading."""
    scindes = [morceau for p in paragraphes for morceau in _scinder_role(p)]
    return tuple(_joindre_les_comptes(_par_bandes(_par_listes(lire_les_grilles(scindes)))))


def _joindre_les_comptes(paragraphes: Sequence[Paragraphe]) -> list[Paragraphe]:
    """ "Absents : 6" joined to the names printed under it."""
    sorties: list[Paragraphe] = []
    for p in paragraphes:
        avant = sorties[-1] if sorties else None
        if (
            avant is not None
            and (avant.region, avant.cellule) == (p.region, p.cellule) == ("corps", None)
            and appel.PART_COMPTEE.fullmatch(avant.passage.plie)
            and _sont_des_noms(p.passage.texte)
            and role(*tete(p)) is None
        ):
            joint = Passage.joindre([avant.passage, p.passage])
            boite = union([avant.boite, p.boite]) if avant.page == p.page else avant.boite
            sorties[-1] = avant.model_copy(update={"passage": joint, "lignes": avant.lignes + p.lignes, "boite": boite})
        else:
            sorties.append(p)
    return sorties


def _par_listes(paragraphes: Sequence[Paragraphe]) -> list[Paragraphe]:
    """Two lists side by side, each under its own heading ("PRÉSENTS" | "EXCUSÉS"): one after the other, whatever the
    order in which their lines were read."""
    sorties = list(paragraphes)
    i = 0
    while i < len(sorties):
        suite = sorties[i + 1 :] if _intitule_une_liste(sorties[i]) else ()
        voisin = next((q for q in suite if _en_regard(sorties[i], q)), None)
        if voisin is None:
            i += 1
            continue
        milieu = (sorties[i].boite[0] + sorties[i].boite[2] + voisin.boite[0] + voisin.boite[2]) / 4
        fin = i + 1
        while (
            fin < len(sorties)
            and _d_un_cote(sorties[fin], sorties[i], milieu)
            and (_centre(sorties[fin]) > milieu or role(*tete(sorties[fin])) is None)
        ):
            fin += 1
        bloc = sorted(sorties[i:fin], key=lambda p: (_centre(p) > milieu, p.boite[1]))
        sorties[i:fin] = bloc if voisin in bloc else sorties[i:fin]
        i = fin
    return sorties


def _centre(p: Paragraphe) -> float:
    return (p.boite[0] + p.boite[2]) / 2


def _intitule_une_liste(p: Paragraphe) -> bool:
    """The heading of those present, alone on its line."""
    libre = p.region == "corps" and p.cellule is None
    titre = len(p.passage.texte) < 60 and p.lignes <= 2 and ":" not in p.passage.texte
    return libre and titre and role(*tete(p)) == "presents"


def _en_regard(gauche: Paragraphe, droite: Paragraphe) -> bool:
    """On the right of such a heading, level with it, another part of the roll opens."""
    if gauche.page != droite.page or droite.region != "corps" or droite.cellule:
        return False
    niveau = abs(gauche.boite[1] - droite.boite[1]) < gauche.corps and gauche.boite[2] < droite.boite[0]
    return niveau and role(*tete(droite)) is not None


def _d_un_cote(p: Paragraphe, titre: Paragraphe, milieu: float) -> bool:
    """Under the heading, and on one side of what parts the two lists."""
    libre = p.page == titre.page and p.region == "corps" and p.cellule is None
    return libre and p.boite[1] > titre.boite[1] - titre.corps and not p.boite[0] + 4 < milieu < p.boite[2] - 4


def _par_bandes(paragraphes: Sequence[Paragraphe]) -> list[Paragraphe]:
    """Two columns of names under headings that stand on the left only: read heading by heading.

    A heading ("Absents") governs both columns down to the next one; read column by column, the right one would belong
    whole to the last heading of the left one.
    """
    sorties = list(paragraphes)
    j = 1
    while j < len(sorties):
        gauche, droite = _colonnes(sorties, j)
        titres = [p.boite[1] for p in gauche if role(*tete(p)) and p.boite[1] > sorties[j].boite[1]]
        if titres and not any(role(*tete(p)) for p in droite):
            debut, fin = j - len(gauche), j + len(droite)
            bandes = sorted(
                sorties[debut:fin], key=lambda p: sum(p.boite[1] >= y - 3 for y in titres)
            )  # stable: left before right in each band
            sorties[debut:fin] = bandes
        j += max(len(droite), 1)
    return sorties


def _colonnes(paragraphes: Sequence[Paragraphe], j: int) -> tuple[list[Paragraphe], list[Paragraphe]]:
    """The runs before and from ``j`` when ``j`` goes back up the page, at the right of what stands before it."""
    haut = paragraphes[j]

    def libre(p: Paragraphe) -> bool:
        return p.page == haut.page and p.region == "corps" and p.cellule is None

    if not libre(haut) or not libre(paragraphes[j - 1]) or haut.boite[1] >= paragraphes[j - 1].boite[1]:
        return [], []
    i = j
    while i and libre(paragraphes[i - 1]) and paragraphes[i - 1].boite[2] <= haut.boite[0] + 4:
        i -= 1
    bas = max((p.boite[3] for p in paragraphes[i:j]), default=0.0)
    k = j
    while k < len(paragraphes) and libre(paragraphes[k]) and haut.boite[0] - 12 <= paragraphes[k].boite[0]:
        if paragraphes[k].boite[1] > bas + 6:
            break
        k += 1
    return list(paragraphes[i:j]), list(paragraphes[j:k])


def _scinder_role(paragraphe: Paragraphe) -> list[Paragraphe]:
    """ "Excusé : X. Absents : Y, Z." cut before each part of the roll."""
    passage = paragraphe.passage
    coupes = [m.end() for m in appel.AUTRE_PART.finditer(passage.texte)]
    if not coupes or paragraphe.region != "corps" or role(*tete(paragraphe)) is None:
        return [paragraphe]
    return [paragraphe.model_copy(update={"passage": partie}) for partie in passage.couper(coupes)]
