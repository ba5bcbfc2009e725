"""The subject of an act in the nomenclature of the control of legality (ACTES): printed on it, or proposed."""

import re
from collections.abc import Sequence
from functools import cache

from corrections import charger
from modeles.deliberation import Deliberation
from modeles.lecture import Deduction
from modeles.texte import Passage, plier

CHAMP = "/matiere"
_IMPRIMEE = re.compile(
    r"(?:nomenclature|matiere|classification|rubrique|domaine)s?"
    r"(?:\s(?:actes?|prefecture|de l'acte))?(?:\s\([^)]{0,40}\))?"
    r"\s{0,2}(?:n\s?°)?\s{0,2}:?\s{0,2}(?P<code>[1-9]\s?[.,-]\s?\d{1,2})(?![\d/])"
)


@cache
def _motifs() -> tuple[tuple[str, str, re.Pattern[str]], ...]:
    return tuple((f["code"], f["nom"], re.compile(f["motif"])) for f in charger("matieres"))


@cache
def _noms() -> dict[str, str]:
    return {code: nom for code, nom, _ in _motifs()}


def matiere(deliberation: Deliberation, passages: Sequence[Passage], rang: int) -> Deduction | None:
    """The code "7.1" of this record (rank from 0): the one printed, else the one that its title announces; or None.

    ``passages``: the texts of the act, stamps and margins included.
    """
    trouvee = _imprimee(passages) or _proposee(deliberation.objet)
    if trouvee is None:
        return None
    code, regle, raison = trouvee
    return Deduction(champ=f"/deliberations/{rang}{CHAMP}", valeur=code, regle=regle, raison=raison)


def _imprimee(passages: Sequence[Passage]) -> tuple[str, str, str] | None:
    for passage in passages:
        trouve = _IMPRIMEE.search(passage.plie)
        if trouve:
            code = re.sub(r"\s?[.,-]\s?", ".", trouve["code"])
            if code in _noms() or code.split(".")[0] in {c.split(".")[0] for c in _noms()}:
                imprime = passage.texte[trouve.start() : trouve.end()]
                return code, "matiere.imprimee", f"Imprimé : « {imprime} »."
    return None


def _proposee(objet: str | None) -> tuple[str, str, str] | None:
    plie = plier(objet or "")
    for code, nom, motif in _motifs():
        trouve = motif.search(plie)
        if trouve and objet:
            mots = objet[trouve.start() : trouve.end()]
            return code, "matiere.objet", f"{nom} : « {mots} » dans l'objet."
    return None
