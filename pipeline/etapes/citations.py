"""The legal texts that a record cites in its visas, grounds and articles, and what its articles do to them."""

from modeles.deliberation import Deliberation
from modeles.reference import Citation, EffetCite
from pipeline.etapes.extraction.references import lire_effets, lire_references


def citer(deliberation: Deliberation, rang: int) -> tuple[tuple[Citation, ...], tuple[EffetCite, ...]]:
    """The references of the record of this rank (from 0), field by field, in the order of the text; and what its
    articles do to other acts: abroge, modifie, retire..."""
    base = f"/deliberations/{rang}"
    motifs = [(f"{base}/visas/{i}", texte) for i, texte in enumerate(deliberation.visas)]
    motifs += [(f"{base}/considerants/{i}", texte) for i, texte in enumerate(deliberation.considerants)]
    articles = [(f"{base}/decision/articles/{i}/texte", a.texte) for i, a in enumerate(deliberation.decision.articles)]
    lues = [(champ, texte, lire_references(texte)) for champ, texte in (*motifs, *articles)]
    citations = tuple(
        Citation(champ=champ, debut=lue.debut, fin=lue.fin, reference=lue.reference)
        for champ, _, siennes in lues
        for lue in siennes
    )
    effets = tuple(
        EffetCite(champ=champ, debut=lu.debut, fin=lu.fin, verbe=lu.effet.verbe, reference=lu.effet.reference)
        for champ, texte, siennes in lues[len(motifs) :]
        for lu in lire_effets(texte, siennes)
    )
    return citations, effets
