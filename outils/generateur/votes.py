"""How a vote is told. Each function notes it, and gives the words in the deciding sentence and the blocks after it."""

from dataclasses import dataclass

from outils.generateur.modele import Bloc, Fiche, Membre, Tableau, Texte


@dataclass(frozen=True)
class Vote:
    """``incise``: words in the deciding sentence; ``suites``: blocks after the items; ``verbe``: replaces the items."""

    incise: str = ""
    suites: tuple[Bloc, ...] = ()
    verbe: str = ""


@dataclass(frozen=True)
class Partage:
    """Who votes what."""

    contre: list[Membre]
    abstenus: list[Membre]
    pour: int


def votants(f: Fiche) -> list[Membre]:
    return [*f.presents, *(m for m, _ in f.mandats)]


def partager(f: Fiche) -> Partage:
    """A divided vote; the chair and the secretary follow the majority."""
    choix = [m for m in f.presents if m is not f.president and m is not f.secretaire]
    contre = f.alea.sample(choix, f.alea.randint(1, min(3, len(choix) - 1)))
    reste = [m for m in choix if m not in contre]
    abstenus = f.alea.sample(reste, f.alea.randint(1, min(2, len(reste))))
    total = len(votants(f))
    return Partage(contre, abstenus, total - len(contre) - len(abstenus))


def dire(f: Fiche, **champs: object) -> None:
    f.or_["decision"]["vote"].update(champs)


def noter_partage(f: Fiche, p: Partage, *, noms: bool = False) -> None:
    """An act adopted by a divided vote, with its figures; ``noms``: who voted what is printed too."""
    dire(f, resultat="adopte", unanimite=False, pour=p.pour, contre=len(p.contre), abstentions=len(p.abstenus))
    if noms:
        dire(f, noms_contre=f.noms(p.contre), noms_abstention=f.noms(p.abstenus))


def pluriel(n: int, mot: str) -> str:
    return f"{n} {mot}{'s' if n > 1 else ''}"


def unanimite_incise(f: Fiche) -> Vote:
    dire(f, resultat="adopte", unanimite=True)
    mots = ("à l'unanimité", "à l'unanimité des membres présents", "à l'unanimité des suffrages exprimés")
    return Vote(incise=f.alea.choice(mots))


def unanimite_ligne(f: Fiche) -> Vote:
    dire(f, resultat="adopte", unanimite=True)
    mots = ("Vote : à l'unanimité", "ADOPTÉ À L'UNANIMITÉ", "Adopté à l'unanimité des membres présents.")
    return Vote(suites=(Texte(f.alea.choice(mots), gras=True),))


def chiffres_ligne(f: Fiche) -> Vote:
    p = partager(f)
    noter_partage(f, p)
    return Vote(suites=(Texte(f"Pour : {p.pour}   Contre : {len(p.contre)}   Abstentions : {len(p.abstenus)}"),))


def chiffres_lignes(f: Fiche) -> Vote:
    total = len(votants(f))
    f.or_["effectifs"]["votants"] = total
    dire(f, resultat="adopte", pour=total, contre=0, abstentions=0)
    f.non_notes.append("decision.vote.unanimite")  # all for, none against: said by figures only
    lignes = (f"Votants : {total}", f"Pour : {total}", "Contre : 0", "Abstention : 0")
    return Vote(suites=tuple(Texte(x, saut=0.05) for x in lignes))


def chiffres_phrase(f: Fiche) -> Vote:
    p = partager(f)
    noter_partage(f, p, noms=True)
    return Vote(
        incise=f"par {p.pour} voix pour, {len(p.contre)} voix contre ({f.liste(p.contre)})"
        f" et {pluriel(len(p.abstenus), 'abstention')} ({f.liste(p.abstenus)})"
    )


def noms_sous_le_vote(f: Fiche) -> Vote:
    p = partager(f)
    noter_partage(f, p, noms=True)
    mot = "Abstentions" if len(p.abstenus) > 1 else "Abstention"
    lignes = (
        f"Pour : {p.pour}",
        f"Contre : {len(p.contre)} ({f.liste(p.contre)})",
        f"{mot} : {len(p.abstenus)} ({f.liste(p.abstenus)})",
    )
    return Vote(suites=tuple(Texte(x, saut=0.05) for x in lignes))


def cadres(f: Fiche) -> Vote:
    """Figures in a row of boxes."""
    p = partager(f)
    noter_partage(f, p)
    rang = (f"POUR : {p.pour}", f"CONTRE : {len(p.contre)}", f"ABSTENTIONS : {len(p.abstenus)}")
    return Vote(suites=(Tableau((rang,), (0.25, 0.25, 0.3), centre=True),))


def prend_acte(f: Fiche) -> Vote:
    dire(f, resultat="prend_acte")
    return Vote(verbe="prendre acte")


def avis_favorable(f: Fiche) -> Vote:
    dire(f, resultat="avis_favorable", unanimite=True)
    return Vote(incise="à l'unanimité", verbe="avis favorable")


def deport(f: Fiche) -> Vote:
    sort = f.alea.choice([m for m in f.presents if m is not f.president and m is not f.secretaire])
    dire(f, resultat="adopte", unanimite=True, noms_ne_prend_pas_part=[f.nom(sort)])
    return Vote(incise="à l'unanimité", suites=(Texte(f"{f.cite(sort)} ne prend pas part au vote."),))


def sans_vote(f: Fiche) -> Vote:
    dire(f, resultat="adopte")
    return Vote()


def majorite(f: Fiche) -> Vote:
    dire(f, resultat="adopte", unanimite=False)
    return Vote(incise=f.alea.choice(("à la majorité", "à la majorité des suffrages exprimés")))
