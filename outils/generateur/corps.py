"""Visas, grounds and the operative part. Each function prints a layout and notes what it printed."""

from collections.abc import Callable, Sequence

from outils.generateur import donnees_sujets, reserve_donnees_sujets
from outils.generateur.ecriture import lettres, majuscule
from outils.generateur.modele import Bloc, Fiche, Texte
from outils.generateur.votes import Vote

Item = tuple[str, str]
VERBES = donnees_sujets.VERBES | reserve_donnees_sujets.VERBES
ISSUES = donnees_sujets.ISSUES | reserve_donnees_sujets.ISSUES
ROMAINS = ("I", "II", "III", "IV", "V")


def visas(f: Fiche, textes: Sequence[str], tete: str = "Vu ", fin: str = " ;", puce: str = "") -> list[Bloc]:
    f.or_["visas"] = list(textes)
    return [Texte(f"{puce}{tete}{t}{fin}", saut=0.15) for t in textes]


def visas_paragraphe(f: Fiche, textes: Sequence[str]) -> list[Bloc]:
    f.or_["visas"] = list(textes)
    suite = " ; ".join(f"{'Vu' if i == 0 else 'vu'} {t}" for i, t in enumerate(textes))
    return [Texte(f"{suite} ;")]


def visas_sous_titre(f: Fiche, textes: Sequence[str]) -> list[Bloc]:
    """ "VU :" then a dash list."""
    f.or_["visas"] = list(textes)
    return [Texte("VU :"), *(Texte(f"- {t} ;", "retrait", saut=0.1) for t in textes)]


def visas_numerotes(f: Fiche, textes: Sequence[str]) -> list[Bloc]:
    f.or_["visas"] = list(textes)
    return [Texte(f"{i}) Vu {t},", saut=0.15) for i, t in enumerate(textes, start=1)]


def rien(f: Fiche, textes: Sequence[str]) -> list[Bloc]:
    return []


def considerants(f: Fiche, textes: Sequence[str], tete: str = "Considérant", fin: str = " ;") -> list[Bloc]:
    coupes = [t.split("|") for t in textes]
    f.or_["considerants"] = [t for _, t in coupes]
    return [Texte(f"{tete} {lien}{t}{fin}", saut=0.15) for lien, t in coupes]


def considerants_sous_titre(f: Fiche, textes: Sequence[str]) -> list[Bloc]:
    coupes = [t.split("|") for t in textes]
    f.or_["considerants"] = [t for _, t in coupes]
    return [Texte("Considérant :"), *(Texte(f"- {lien}{t} ;", "retrait", saut=0.1) for lien, t in coupes)]


def infinitif(item: Item) -> str:
    verbe, suite = item
    return f"d'{verbe} {suite}" if verbe[0] in "aeiouéè" else f"de {verbe} {suite}"


def present(item: Item, haut: bool = True) -> str:
    verbe = VERBES[item[0]]
    return f"{verbe.upper() if haut else verbe} {item[1]}"


def items(vote: Vote, articles: Sequence[Item]) -> Sequence[Item]:
    """What is decided: the items of the subject, or the outcome that takes their place."""
    return ISSUES.get(vote.verbe, tuple(articles))


def ouvrir(f: Fiche, vote: Vote, fin: str) -> Texte:
    """The deciding sentence up to its verb."""
    tete = f.alea.choice((f"{f.organe.le()}, après en avoir délibéré,", f"Après en avoir délibéré, {f.l_organe},",
                          f"{f.organe.le()}, ouï cet exposé et après en avoir délibéré,"))  # fmt: skip
    f.or_["collectivite"]["organe"] = f.organe.organe
    incise = f" {vote.incise}," if vote.incise else ""
    return Texte(f"{tete}{incise}{fin}", saut=0.6)


def noter_articles(f: Fiche, textes: Sequence[str], numeros: bool, romains: bool = False) -> None:
    f.or_["decision"]["articles"] = [
        {"numero": (ROMAINS[i - 1] if romains else str(i)) if numeros else None, "texte": t}
        for i, t in enumerate(textes, start=1)
    ]  # fmt: skip


def _liste(
    f: Fiche, vote: Vote, textes: Sequence[str], tetes: Callable[[int], str], fin: str, numeros: bool, point: str = " ;"
) -> list[Bloc]:
    """The deciding sentence, then the items behind their marks."""
    noter_articles(f, textes, numeros)
    derniere = len(textes) - 1
    lignes = [
        Texte(f"{tetes(i)}{t}{'.' if i == derniere else point}", "retrait", saut=0.2) for i, t in enumerate(textes)
    ]
    return [ouvrir(f, vote, fin), *lignes]


def tirets_infinitifs(f: Fiche, vote: Vote, its: Sequence[Item]) -> list[Bloc]:
    return _liste(f, vote, [infinitif(x) for x in its], lambda i: "- ", " DÉCIDE :", numeros=False)


def tirets_verbes(f: Fiche, vote: Vote, its: Sequence[Item]) -> list[Bloc]:
    return _liste(f, vote, [present(x) for x in its], lambda i: "- ", "", numeros=False)


def verbes_capitales(f: Fiche, vote: Vote, its: Sequence[Item]) -> list[Bloc]:
    return _liste(f, vote, [present(x) for x in its], lambda i: "", "", numeros=False, point=",")


def puces_infinitifs(f: Fiche, vote: Vote, its: Sequence[Item]) -> list[Bloc]:
    puce = "- " if f.machine else "• "
    return _liste(f, vote, [infinitif(x) for x in its], lambda i: puce, " décide :", numeros=False)


def articles(f: Fiche, vote: Vote, its: Sequence[Item]) -> list[Bloc]:
    textes = [majuscule(infinitif(x)) for x in its]
    return _liste(f, vote, textes, lambda i: f"Article {'1er' if i == 0 else i + 1} : ", " DÉCIDE :", True, ".")


def articles_verbes(f: Fiche, vote: Vote, its: Sequence[Item]) -> list[Bloc]:
    textes = [present(x) for x in its]
    return _liste(f, vote, textes, lambda i: f"ARTICLE {i + 1} - ", "", True, ".")


def articles_lettres(f: Fiche, vote: Vote, its: Sequence[Item]) -> list[Bloc]:
    textes = [majuscule(infinitif(x)) for x in its]
    return _liste(f, vote, textes, lambda i: f"ARTICLE {lettres(i + 1).upper()} : ", " DÉCIDE", True, ".")


def numeros(f: Fiche, vote: Vote, its: Sequence[Item]) -> list[Bloc]:
    return _liste(f, vote, [infinitif(x) for x in its], lambda i: f"{i + 1}) ", " décide :", numeros=True)


def degres(f: Fiche, vote: Vote, its: Sequence[Item]) -> list[Bloc]:
    return _liste(f, vote, [present(x) for x in its], lambda i: f"{i + 1}° - ", "", numeros=True)


def romains(f: Fiche, vote: Vote, its: Sequence[Item]) -> list[Bloc]:
    textes = [majuscule(infinitif(x)) for x in its]
    blocs = _liste(f, vote, textes, lambda i: f"{ROMAINS[i]}. - ", " DÉCIDE :", numeros=True)
    noter_articles(f, textes, numeros=True, romains=True)
    return blocs


def phrase(f: Fiche, vote: Vote, its: Sequence[Item]) -> list[Bloc]:
    """One plain sentence: only the first item is decided."""
    texte = present(its[0], haut=f.alea.random() < 0.4)
    noter_articles(f, [texte], numeros=False)
    ouverture = ouvrir(f, vote, f" {texte}.")
    return [ouverture]
