"""One item of the operative part, from the paragraphes that hold it to what it says."""

import re
from typing import NamedTuple

from modeles.lecture import Trouvaille
from modeles.texte import Mot, Passage
from pipeline.grammaire import dispositif as g


class ArticleLu(NamedTuple):
    numero: Trouvaille[str] | None
    texte: Trouvaille[str]


class Ouvert(NamedTuple):
    """An article being read: its number, its paragraphs so far."""

    numero: Trouvaille[str] | None
    passages: tuple[Passage, ...]
    sous_liste: bool = False

    @property
    def annonce_une_liste(self) -> bool:
        return self.passages[-1].texte.rstrip().endswith(":")


def numeroter(lu: str, mots: tuple[Mot, ...], regle: str) -> Trouvaille[str]:
    """The number in figures: "deux" -> "2"."""
    valeur = lu if lu.isdigit() else g.ORDINAUX.get(lu, "1")
    return Trouvaille(valeur=valeur, mots=mots, regle=regle)


def clore(ouvert: Ouvert | None, articles: list[ArticleLu]) -> None:
    """Add to ``articles`` the one that ends, without the vote behind it, cut where it holds several items."""
    if ouvert is None or not ouvert.passages:
        return
    joint = Passage.joindre(ouvert.passages)
    debut = len(joint.texte) - len(joint.texte.lstrip(" :;,.-–—•*>"))
    fin = len(re.sub(r"[\s;,.:|]+(?:et)?\s*$", "", joint.texte))
    debut += _verbe_seul(joint.extrait(debut, fin))
    vote = g.VOTE_ENTRE_PARENTHESES.search(joint.plie[:fin]) or g.VOTE_COLLE.search(joint.plie[:fin])
    fin = vote.start() if vote else fin
    corps = joint.extrait(debut, fin)
    seul = ouvert.numero is not None or not g.INFINITIF.match(corps.plie)
    coupes = [] if seul else [m.end() for m in g.ITEM_COLLE.finditer(corps.plie)]
    if not seul:
        coupes += [m.end() for m in g.INFINITIF_COLLE.finditer(corps.texte)]
    if _verbe_en_capitales(corps, tout_verbe=True):
        suites = [(m.end(), m.group()[0] == ";") for m in g.VERBE_COLLE.finditer(corps.texte)]
        coupes += [
            fin for fin, sur in suites if _verbe_en_capitales(corps.extrait(fin, len(corps.texte)), tout_verbe=sur)
        ]
    for morceau in corps.couper(coupes):
        propre = morceau.extrait(0, len(morceau.texte.rstrip(" ;,.")))
        if len(propre.texte) > 3:
            articles.append(
                ArticleLu(ouvert.numero, Trouvaille(valeur=propre.texte, mots=propre.mots, regle="decision.article"))
            )


def _verbe_seul(corps: Passage) -> int:
    """The length of a verb alone on its line, above the infinitives that it rules ("DÉCIDE", then "de vendre ...")."""
    verbe = g.VERBE_SEUL.match(corps.plie)
    if verbe is None:
        return 0
    dessus, dessous = corps.mots_de(*verbe.span())[-1].boite, corps.mots_de(verbe.end(), verbe.end() + 2)[0].boite
    return verbe.end() if dessous[1] > (dessus[1] + dessus[3]) / 2 else 0


def _verbe_en_capitales(passage: Passage, *, tout_verbe: bool = False) -> bool:
    """The passage opens with a verb in capitals; ``tout_verbe``: any word that ends as a verb does."""
    premier = passage.texte.split()[0] if passage.texte.split() else ""
    return (
        premier.isupper()
        and re.match(r"[a-z]{3,15}[etd]\s" if tout_verbe else rf"{g.VERBE}\s", passage.plie) is not None
    )
