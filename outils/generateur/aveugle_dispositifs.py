"""Operative parts of the part "aveugle". Each function prints a layout and notes what it printed."""

from collections.abc import Sequence

from outils.generateur.corps import Item, infinitif, present
from outils.generateur.ecriture import majuscule
from outils.generateur.modele import Bloc, Fiche, Tableau, Texte
from outils.generateur.votes import Vote


def _noter(f: Fiche, textes: Sequence[str], numeros: Sequence[str] = ()) -> None:
    f.or_["decision"]["articles"] = [
        {"numero": numeros[i] if numeros else None, "texte": t} for i, t in enumerate(textes)
    ]  # fmt: skip


def _le(f: Fiche) -> str:
    """The body, with a small article."""
    nom = f.organe.le()
    return nom[0].lower() + nom[1:]


def _sujet(f: Fiche) -> str:
    tours = (f"{f.organe.le()}, l'exposé entendu,", f"Sur ces bases, {_le(f)}, après délibération,",
             f"{f.organe.le()}, considérant ce qui précède et après en avoir débattu,",
             f"Entendu les explications données, {_le(f)}")  # fmt: skip
    return f.alea.choice(tours)


def _ouvrir(f: Fiche, vote: Vote, verbe: str) -> Texte:
    """The deciding sentence; the words of the vote follow the verb."""
    incise = f", {vote.incise}" if vote.incise else ""
    return Texte(f"{_sujet(f)} {verbe}{incise} :", saut=0.6)


def decide_espace(f: Fiche, vote: Vote, its: Sequence[Item]) -> list[Bloc]:
    """The verb spaced out at the centre, then paragraphs without marks."""
    textes = [majuscule(infinitif(x)) for x in its]
    _noter(f, textes)
    return [Texte(_virgule(f, vote), saut=0.6),
            Texte("D É C I D E", "centre", saut=0.4), *(Texte(f"{t}.", saut=0.4) for t in textes)]  # fmt: skip


def _virgule(f: Fiche, vote: Vote) -> str:
    """The deciding sentence down to the comma before a verb set apart."""
    tete = _sujet(f).rstrip(",")
    return f"{tete}, {vote.incise}," if vote.incise else f"{tete},"


def article_isole(f: Fiche, vote: Vote, its: Sequence[Item]) -> list[Bloc]:
    """The number alone at the centre of its line, its text below."""
    textes = [majuscule(infinitif(x)) for x in its]
    _noter(f, textes, [str(i + 1) for i in range(len(textes))])
    blocs: list[Bloc] = [_ouvrir(f, vote, "DÉCIDE")]
    for i, t in enumerate(textes):
        blocs += [Texte("ARTICLE PREMIER" if i == 0 else f"ARTICLE {i + 1}", "centre", saut=0.5),
                  Texte(f"{t}.", saut=0.1)]  # fmt: skip
    return blocs


def articles_a_sujet(f: Fiche, vote: Vote, its: Sequence[Item]) -> list[Bloc]:
    """Whole sentences, the last one about the notice to the préfecture."""
    textes = [f"{f.organe.le()} {present(x, haut=False)}" for x in its]
    textes.append("La présente délibération sera notifiée à Monsieur le Préfet et au comptable public")
    _noter(f, textes, [str(i + 1) for i in range(len(textes))])
    lignes = [Texte(f"Art. {'1er' if i == 0 else i + 1}. - {t}.", saut=0.3) for i, t in enumerate(textes)]
    return [_ouvrir(f, vote, "délibère ainsi qu'il suit"), *lignes]


def articles_en_marge(f: Fiche, vote: Vote, its: Sequence[Item]) -> list[Bloc]:
    """The numbers in a column of their own."""
    textes = [present(x) for x in its]
    _noter(f, textes, [str(i + 1) for i in range(len(textes))])
    rangs = tuple((f"Article {i}", f"{t}.") for i, t in enumerate(textes, start=1))
    return [Texte(_virgule(f, vote), saut=0.6), Tableau(rangs, (0.25, 0.75), filets=False, titre=False)]


def lettres(f: Fiche, vote: Vote, its: Sequence[Item]) -> list[Bloc]:
    """Small letters; a lone item has no mark."""
    textes = [infinitif(x) for x in its]
    if len(textes) == 1:
        _noter(f, textes)
        return [_ouvrir(f, vote, "décide"), Texte(f"{textes[0]}.", "retrait", saut=0.2)]
    _noter(f, textes, [chr(ord("a") + i) for i in range(len(textes))])
    fin = len(textes) - 1
    lignes = [Texte(f"{chr(ord('a') + i)}) {t}{'.' if i == fin else ' ;'}", "retrait", saut=0.2)
              for i, t in enumerate(textes)]  # fmt: skip
    return [_ouvrir(f, vote, "décide"), *lignes]


def decide_puis_verbes(f: Fiche, vote: Vote, its: Sequence[Item]) -> list[Bloc]:
    """ "DÉCIDE d'approuver", then one verb a paragraph, between double dashes."""
    textes = [f"DÉCIDE {infinitif(its[0])}", *(present(x) for x in its[1:])]
    _noter(f, textes)
    return [Texte(_virgule(f, vote), saut=0.6), *(Texte(f"-- {t}.", saut=0.25) for t in textes)]
