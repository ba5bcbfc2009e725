"""The counts of members that the document prints."""

import re
from collections.abc import Sequence

from modeles.lecture import Nature, Trouvaille
from modeles.texte import Passage
from pipeline.grammaire import effectifs as grammaire
from pipeline.grammaire.nombres import lire_entier

CHIFFRE_SUR = 0.5
"""Confidence from which a count that contradicts another is kept, and named by the checks."""

_MOTIFS: dict[str, tuple[re.Pattern[str], ...]] = {
    "en_exercice": (
        grammaire.EN_EXERCICE_PHRASE,
        grammaire.EN_EXERCICE,
        grammaire.EN_EXERCICE_AVANT,
        grammaire.ONZE_EN_EXERCICE,
        grammaire.COMPOSE,
        grammaire.COMPOSE_DE,
    ),
    "presents": (grammaire.PRESENTS, grammaire.PRESENTS_AVANT, grammaire.PORTE_A),
    "votants": (grammaire.VOTANTS, grammaire.VOTANTS_AVANT, grammaire.ONZE_VOTANTS, grammaire.CELUI_DES_VOTANTS),
    "quorum": (grammaire.QUORUM, grammaire.QUORUM_ENTRE_PARENTHESES),
}


def _premier(texte: Passage, motif: re.Pattern[str], regle: str) -> Trouvaille[int] | None:
    for m in motif.finditer(texte.plie):
        lu: tuple[int, Nature] | None = (11, "corrige") if grammaire.ONZE.fullmatch(m["n"]) else lire_entier(m["n"])
        if lu and 0 < lu[0] <= grammaire.MAXIMUM:
            return Trouvaille[int](valeur=lu[0], mots=texte.mots_de(*m.span("n")), regle=regle, nature=lu[1])
    return None


def extraire_effectifs(passages: Sequence[Passage]) -> dict[str, Trouvaille[int]]:
    """Keys among en_exercice, presents, votants, quorum; only what is printed. A table of labels comes first."""
    texte = Passage.joindre(list(passages), "\n")
    trouves: dict[str, Trouvaille[int]] = {}
    tableau = grammaire.lire_tableau(texte.plie)
    for nom, motifs in _MOTIFS.items():
        if nom in tableau:
            nombre, debut, fin = tableau[nom]
            trouves[nom] = Trouvaille[int](valeur=nombre, mots=texte.mots_de(debut, fin), regle="effectifs.tableau")
            continue
        for motif in motifs:
            if trouvaille := _premier(texte, motif, f"effectifs.{nom}"):
                trouves[nom] = trouvaille
                break
    return _possibles(trouves)


def votants_du_vote(passages: Sequence[Passage]) -> Trouvaille[int] | None:
    """The voters printed with the vote, on a line of their own ("Votants : 14"); None where the votes differ."""
    lus = [
        t
        for p in passages
        if grammaire.VOTANTS_SEULS.match(p.plie) and (t := _premier(p, grammaire.VOTANTS, "effectifs.votants_du_vote"))
    ]
    return lus[0] if lus and len({t.valeur for t in lus}) == 1 else None


def _possibles(trouves: dict[str, Trouvaille[int]]) -> dict[str, Trouvaille[int]]:
    """The counts, less those above the number in office that were read with doubt: a misread figure is no value."""
    sieges = trouves.get("en_exercice")
    if sieges is None:
        return trouves
    return {
        nom: t
        for nom, t in trouves.items()
        if t.valeur <= sieges.valeur or min(m.confiance for m in t.mots) >= CHIFFRE_SUR
    }
