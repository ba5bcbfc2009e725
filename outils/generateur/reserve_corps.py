"""Visas, grounds and the operative part in the part "reserve"."""

from collections.abc import Sequence

from outils.generateur.corps import Item, infinitif, present
from outils.generateur.ecriture import majuscule
from outils.generateur.modele import Bloc, Fiche, Tableau, Texte
from outils.generateur.votes import Vote


def visas_colonne(f: Fiche, textes: Sequence[str]) -> list[Bloc]:
    """VU alone in a column, the texts in the other; no rules."""
    f.or_["visas"] = list(textes)
    rangs = tuple(("VU", f"{t},") for t in textes)
    return [Tableau(rangs, (0.12, 0.86), filets=False, titre=False)]


def visas_dans_la_phrase(f: Fiche, textes: Sequence[str]) -> list[Bloc]:
    """ "L'assemblée, vu A, vu B et vu C,"."""
    f.or_["visas"] = list(textes)
    suite = ", ".join(f"vu {t}" for t in textes[:-1])
    return [Texte(f"L'assemblée, {suite} et vu {textes[-1]},", saut=0.5)]


def visas_case(f: Fiche, textes: Sequence[str]) -> list[Bloc]:
    """A form: a label, and a case with all of them."""
    f.or_["visas"] = list(textes)
    return [Tableau((("Textes visés", " ; ".join(f"Vu {t}" for t in textes)),), (0.2, 0.8), titre=False)]


def visas_titres(f: Fiche, textes: Sequence[str]) -> list[Bloc]:
    """Under a centred heading, each on its line with a colon."""
    f.or_["visas"] = list(textes)
    return [Texte("VISAS", "centre", gras=True, saut=0.5), *(Texte(f"Vu : {t}", saut=0.1) for t in textes)]


def _coupes(f: Fiche, textes: Sequence[str]) -> list[tuple[str, str]]:
    coupes = [(t.split("|")[0], t.split("|")[1]) for t in textes]
    f.or_["considerants"] = [t for _, t in coupes]
    return coupes


def considerants_paragraphe(f: Fiche, textes: Sequence[str]) -> list[Bloc]:
    suite = " ; ".join(f"considérant {lien}{t}" for lien, t in _coupes(f, textes))
    return [Texte(f"{majuscule(suite)} ;", saut=0.4)]


def considerants_colonne(f: Fiche, textes: Sequence[str], largeurs: tuple[float, ...] = (0.28, 0.7)) -> list[Bloc]:
    """The word in a column of its own."""
    rangs = tuple(("CONSIDÉRANT", f"{lien}{t},") for lien, t in _coupes(f, textes))
    return [Tableau(rangs, largeurs, filets=False, titre=False)]


def considerants_numerotes(f: Fiche, textes: Sequence[str]) -> list[Bloc]:
    lignes = [f"{i}/ Considérant {lien}{t} ;" for i, (lien, t) in enumerate(_coupes(f, textes), start=1)]
    return [Texte(x, "retrait", saut=0.15) for x in lignes]


def _noter(f: Fiche, textes: Sequence[str], numeros: bool) -> None:
    f.or_["collectivite"]["organe"] = f.organe.organe
    f.or_["decision"]["articles"] = [
        {"numero": str(i) if numeros else None, "texte": t} for i, t in enumerate(textes, start=1)
    ]  # fmt: skip


def _ouvre(f: Fiche, vote: Vote, fin: str) -> Texte:
    incise = f" {vote.incise}," if vote.incise else ""
    tete = f.alea.choice((f"{f.organe.le()}, sur le rapport qui précède et après délibération,",
                          f"{f.organe.le()}, après avoir entendu l'exposé et en avoir débattu,",
                          f"{f.organe.le()}, délibérant valablement,"))  # fmt: skip
    return Texte(f"{tete}{incise}{fin}", saut=0.6)


def articles_en_colonne(f: Fiche, vote: Vote, its: Sequence[Item]) -> list[Bloc]:
    """ "Article 2" in a column, its text in the other."""
    textes = [majuscule(infinitif(x)) for x in its]
    _noter(f, textes, numeros=True)
    rangs = tuple((f"Article {'1er' if i == 0 else i + 1}", f"{t}.") for i, t in enumerate(textes))
    return [_ouvre(f, vote, " DÉCIDE :"), Tableau(rangs, (0.2, 0.78), filets=False, titre=False)]


def decide_centre(f: Fiche, vote: Vote, its: Sequence[Item]) -> list[Bloc]:
    """The verb alone, spaced out and centred; then plain paragraphs."""
    textes = [infinitif(x) for x in its]
    _noter(f, textes, numeros=False)
    return [_ouvre(f, vote, ""), Texte("D É C I D E", "centre", gras=True, saut=0.4),
            *(Texte(f"{t} ;" if t is not textes[-1] else f"{t}.", saut=0.3) for t in textes)]  # fmt: skip


def paragraphe_de_verbes(f: Fiche, vote: Vote, its: Sequence[Item]) -> list[Bloc]:
    """All in one paragraph, the verbs in capitals."""
    textes = [present(x) for x in its]
    _noter(f, textes, numeros=False)
    ouverture = _ouvre(f, vote, f" {' ; '.join(textes)}.")
    return [ouverture]


def article_sur_sa_ligne(f: Fiche, vote: Vote, its: Sequence[Item]) -> list[Bloc]:
    """The number of the article as a centred heading, its text below."""
    textes = [present(x) for x in its]
    _noter(f, textes, numeros=True)
    blocs: list[Bloc] = [_ouvre(f, vote, "")]
    for i, t in enumerate(textes, start=1):
        blocs += [Texte(f"ARTICLE {i}", "centre", saut=0.4), Texte(f"{t}.", saut=0.1)]
    return blocs


def propose_puis_decide(f: Fiche, vote: Vote, its: Sequence[Item]) -> list[Bloc]:
    """What is proposed, in a sentence; then what is decided, item by item."""
    textes = [infinitif(x) for x in its]
    _noter(f, textes, numeros=False)
    return [Texte(f"{f.monsieur_le} propose en conséquence à l'assemblée {', '.join(textes)}.", saut=0.5),
            _ouvre(f, vote, " décide en conséquence :"),
            *(Texte(f"* {t}{'.' if t is textes[-1] else ' ;'}", "retrait", saut=0.15) for t in textes)]  # fmt: skip


def tableau_des_decisions(f: Fiche, vote: Vote, its: Sequence[Item]) -> list[Bloc]:
    """A ruled row a decision."""
    textes = [majuscule(infinitif(x)) for x in its]
    _noter(f, textes, numeros=True)
    rangs = [(str(i), t) for i, t in enumerate(textes, start=1)]
    return [_ouvre(f, vote, " arrête les décisions suivantes :"),
            Tableau((("Art.", "Décision"), *rangs), (0.1, 0.88))]  # fmt: skip
