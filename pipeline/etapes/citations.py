"""The legal texts that a record cites in its visas, grounds and articles, and what its articles do to them."""

from collections.abc import Iterator

from modeles.deliberation import Deliberation
from modeles.reference import Citation, EffetCite
from pipeline.etapes.extraction.references import lire_effets, lire_references


def citer(deliberation: Deliberation, rang: int) -> tuple[Citation, ...]:
    """The references of the record of this rank (from 0), field by field, in the order of the text."""
    return tuple(
        Citation(champ=champ, debut=lue.debut, fin=lue.fin, reference=lue.reference)
        for champ, texte in _textes(deliberation, rang)
        for lue in lire_references(texte)
    )


def effets_cites(deliberation: Deliberation, rang: int) -> tuple[EffetCite, ...]:
    """What the articles of the decision do to other acts: abroge, modifie, retire..."""
    return tuple(
        EffetCite(champ=champ, debut=lu.debut, fin=lu.fin, verbe=lu.effet.verbe, reference=lu.effet.reference)
        for champ, texte in _textes(deliberation, rang)
        if "/decision/" in champ
        for lu in lire_effets(texte)
    )


def _textes(d: Deliberation, rang: int) -> Iterator[tuple[str, str]]:
    base = f"/deliberations/{rang}"
    yield from ((f"{base}/visas/{i}", texte) for i, texte in enumerate(d.visas))
    yield from ((f"{base}/considerants/{i}", texte) for i, texte in enumerate(d.considerants))
    yield from ((f"{base}/decision/articles/{i}/texte", a.texte) for i, a in enumerate(d.decision.articles))
