"""Visas and considérants, one value each, without the word that opens them."""

import re
from collections.abc import Sequence
from typing import NamedTuple

from modeles.acte import Acte, NatureZone
from modeles.lecture import Trouvaille
from modeles.texte import Passage
from pipeline.grammaire import structure as s

_QUE = re.compile(
    r"(?:\s*[,:]?\s*(?:par\s+ailleurs|en\s+outre|egalement|enfin|d'une\s+part|d'autre\s+part|ainsi|toutefois),?)?\s*(?:que\s+|qu'\s?|ce\s+qui\s+suit\s*:?\s*)?"
)
_COUPE = re.compile(r"[;,.]\s+(?=(?:et\s+)?(?:vu\s+(?:l[ea']|les|la|son|ses|sa|notre|que|d)|considerant\b))")

_COUPE_SUITE = re.compile(
    r";\s+(?:et\s+)?(?=(?:l[ae]\s|les\s|l')\s?(?:code|loi|decret|ordonnance|arrete|avis|deliberation|reglement|rapport|circulaire|"
    r"budget|contrat|marche|statuts|convention|proces|demande|courrier|projet|directive|instruction)|(?:entendu|oui)\b)"
)
"""What one "Vu" goes on with: "Vu le code ... ; le décret ... ; l'avis ..."."""

_COUPE_LISTE = re.compile(r"[;,]\s+(?=Qu(?:e\s|['’]))")
"""On the printed text: an item of "CONSIDÉRANT :" opens with a capital."""


_COUPE_NUE = re.compile(
    r"(?<=\w)(?<!\ba)(?<!\bont)(?<!\best)(?<!\bau)(?<!\bavait)(?<!\bayant)\s(?=(?:considerant\s(?:que\s|qu')|vu\s(?:l[ae]\s|les\s|l')))"
)
"""Where the secretary prints no mark at all between two."""
_COUPE_ENTENDU = re.compile(r"[;,.]\s+(?=(?:entendu|oui|sur)\s(?:le\s|l'\s?|son\s)(?:rapport|expose|proposition))")


class _Espece(NamedTuple):
    zone: NatureZone
    formule: re.Pattern[str]
    regle: str


VISAS = _Espece("visas", s.VISAS, "visas.vu")
CONSIDERANTS = _Espece("considerants", s.CONSIDERANTS, "considerants.considerant")


def _propre(passage: Passage, regle: str) -> Trouvaille[str] | None:
    """The text without the marks at both ends."""
    texte = passage.texte
    debut = len(texte) - len(texte.lstrip(" :;,.-–—•*"))
    fin = len(re.sub(r"[\s;,.:|]+(?:et)?\s*$", "", texte)) if not texte.endswith("etc.") else len(texte)
    if fin - debut < 3:
        return None
    corps = passage.extrait(debut, fin)
    return Trouvaille(valeur=corps.texte, mots=corps.mots, regle=regle)


def _sans_puce(passage: Passage) -> tuple[Passage, bool]:
    for motif in (s.PUCE, s.RANG):
        trouve = motif.match(passage.plie)
        if trouve:
            return passage.extrait(trouve.end(), len(passage.texte)), True
    return passage, False


def _morceaux(passage: Passage) -> list[Passage]:
    """A paragraph that holds several ("Vu X ; Vu Y ; considérant Z") cut before each."""
    coupes = [m.end() for m in (*_COUPE.finditer(passage.plie), *_COUPE_LISTE.finditer(passage.texte))]
    coupes += [m.end() for m in _COUPE_NUE.finditer(passage.plie)]
    coupes += [m.end() for m in _COUPE_ENTENDU.finditer(passage.plie)]
    return passage.couper(coupes)


def _lire(passages: Sequence[Passage], espece: _Espece) -> list[Trouvaille[str]]:
    textes: list[Passage] = []
    liste = False
    autre = CONSIDERANTS if espece is VISAS else VISAS
    for passage in (m for p in passages for m in _morceaux(p)):
        corps, puce = _sans_puce(passage)
        formule = espece.formule.match(corps.plie)
        if formule:
            reste = corps.extrait(formule.end(), len(corps.texte))
            if espece is CONSIDERANTS:
                reste = _sans_que(reste)
            liste = len(re.sub(r"\W", "", reste.texte)) < 3
            if not liste:
                textes.append(reste)
        elif (
            autre.formule.match(corps.plie)
            or s.ENTENDU.match(corps.plie)
            or s.CONSEIL.fullmatch(corps.plie.strip(" ,:"))
        ):
            continue
        elif liste or not textes:
            textes.append(_sans_que(corps) if espece is CONSIDERANTS else corps)
        elif puce or corps.texte[:1].islower() or textes[-1].texte.rstrip().endswith(":"):
            textes[-1] = Passage.joindre([textes[-1], passage])
        else:
            textes.append(corps)
    if espece is VISAS:
        textes = [suite for texte in textes for suite in texte.couper(_suites(texte.plie))]
    return [t for t in (_propre(p, espece.regle) for p in textes) if t is not None]


def _suites(plie: str) -> list[int]:
    """Where one "Vu" goes on with another text; what stands after a colon is a list inside it."""
    return [m.end() for m in _COUPE_SUITE.finditer(plie) if ":" not in plie[: m.start()]]


def _sans_que(passage: Passage) -> Passage:
    trouve = _QUE.match(passage.plie)
    return passage.extrait(trouve.end() if trouve else 0, len(passage.texte))


def extraire_visas(acte: Acte) -> list[Trouvaille[str]]:
    """Each "Vu ..." in reading order."""
    return _lire(acte.passages("visas"), VISAS) + list(
        _lire([m for p in acte.passages("considerants") for m in _morceaux(p)[1:] if s.VISAS.match(m.plie)], VISAS)
    )


def extraire_considerants(acte: Acte) -> list[Trouvaille[str]]:
    """Each "Considérant (que) ..." in reading order."""
    return list(
        _lire(
            [m for p in acte.passages("visas") for m in _morceaux(p)[1:] if s.CONSIDERANTS.match(m.plie)], CONSIDERANTS
        )
    ) + _lire(acte.passages("considerants"), CONSIDERANTS)
