"""The secretary and those who attend, third part of the split."""

from outils.generateur.modele import Bloc, Fiche, Texte

_PERSONNELS = (
    ("M. Aymeric DUROSELLE", "directeur des services techniques"), ("Mme Solène CARADET", "attachée territoriale"),
    ("M. Ghislain PONTHIEUX", "trésorier"), ("Mme Ombeline HARCHOUX", "chargée du secrétariat administratif"),
    ("M. Evrard LESTANG", "ingénieur conseil"),
)  # fmt: skip
"""Staff and guests: never members."""


def assistance_liste(f: Fiche) -> list[Bloc]:
    """A heading, then a line each."""
    titre = f.alea.choice(("Personnel administratif :", "Participaient sans voix délibérative :"))
    gens = f.alea.sample(_PERSONNELS, f.alea.randint(2, 3))
    return [Texte(titre), *(Texte(f"- {nom}, {qualite}", "retrait", saut=0.05) for nom, qualite in gens)]


def assistance_retrait(f: Fiche) -> list[Bloc]:
    """The function first, in a sentence."""
    nom, qualite = _PERSONNELS[f.alea.choice((0, 2))]
    fins = ("a répondu aux questions posées et s'est retiré avant la délibération", "a été entendu à titre consultatif")
    return [Texte(f"Le {qualite}, {nom}, qui n'est pas membre de l'assemblée, {f.alea.choice(fins)}.")]


def secretaire_loi(f: Fiche) -> list[Bloc]:
    """The article of law and a ballot, which is not the vote of the act."""
    m = f.secretaire
    f.or_["seance"]["secretaire"] = f.nom(m)
    code = "L. 121-14 du Code des communes" if f.annee < 1996 else "L. 2121-15 du CGCT"
    return [Texte(f"Il a été procédé, conformément à l'article {code}, à la nomination d'un secrétaire pris au sein de"
                  f" l'assemblée. {f.cite(m)}, ayant obtenu la majorité des suffrages, a été désigné{f.e(m)} pour"
                  f" remplir ces fonctions, qu'{'elle' if m.femme else 'il'} a acceptées.")]  # fmt: skip


def secretaire_bureau(f: Fiche) -> list[Bloc]:
    """The word before the name, inside a short sentence."""
    m = f.secretaire
    f.or_["seance"]["secretaire"] = f.nom(m)
    tours = (f"Le secrétariat de la séance est tenu par {f.cite(m)}, {m.qualite}.",
             f"L'assemblée choisit pour secrétaire {f.cite(m)}, {m.qualite}.",
             f"Les fonctions de secrétaire sont remplies par {f.cite(m)}.")  # fmt: skip
    return [Texte(f.alea.choice(tours), saut=0.4)]
