"""Proxies of the part "reserve" in running text. Each function prints a layout and notes what it printed."""

from collections.abc import Callable
from functools import wraps

from outils.generateur.modele import Bloc, Fiche, Texte
from outils.generateur.procurations import absences, noter

Disposer = Callable[[Fiche], list[Bloc]]


def _sauf_dits(fonction: Disposer) -> Disposer:
    """Not a second time, when the roll has given the proxies."""

    @wraps(fonction)
    def disposer(f: Fiche) -> list[Bloc]:
        if f.mandats_dits:
            return absences(f, "Excusés :", "Absents sans excuse :")
        noter(f)
        return fonction(f)

    return disposer


def neant(f: Fiche) -> list[Bloc]:
    """No proxy at all."""
    return [*absences(f, "Excusés :"), Texte("Pouvoirs : néant", saut=0.1)]


@_sauf_dits
def mandat_de_voter(f: Fiche) -> list[Bloc]:
    code = "code des communes" if f.annee < 1996 else "code général des collectivités territoriales"
    liste = " ; ".join(f"{f.cite(m)} à {f.court(h)}" for m, h in f.mandats)
    return [*absences(f), Texte(f"En application du {code}, les membres suivants ont donné à un collègue mandat écrit"
                                f" de voter en leur nom : {liste}.")]  # fmt: skip


@_sauf_dits
def porteurs(f: Fiche) -> list[Bloc]:
    """The holder first, "pour" the giver."""
    liste = ", ".join(f"{f.cite(h)} pour {f.cite(m)}" for m, h in f.mandats)
    return [Texte(f"Porteurs de pouvoirs : {liste}."), *absences(f, "Absents et excusés :", "Absents non excusés :")]


@_sauf_dits
def lecture(f: Fiche) -> list[Bloc]:
    """The chair reads the powers out."""
    liste = [f"celui de {f.cite(m)} en faveur de {f.court(h)}" for m, h in f.mandats]
    suite = f"{', '.join(liste[:-1])} et {liste[-1]}" if len(liste) > 1 else liste[0]
    pluriel = "des pouvoirs reçus" if len(liste) > 1 else "du pouvoir reçu"
    return [Texte(f"{f.monsieur_le} donne connaissance {pluriel} : {suite}."), *absences(f, "Autres excusés :")]


@_sauf_dits
def deux_points(f: Fiche) -> list[Bloc]:
    lignes = [Texte(f"{f.cite(m)} : procuration à {f.court(h)}", saut=0.05) for m, h in f.mandats]
    autres = [] if f.etats_dits else [*((m, "excusé") for m in f.excuses), *((m, "absent") for m in f.absents)]
    if not f.etats_dits:
        f.noter_manquants()
    lignes += [Texte(f"{f.cite(m)} : {mot}{f.e(m)}", saut=0.05) for m, mot in autres]
    return [Texte("N'assistaient pas à la séance :"), *lignes]


@_sauf_dits
def votent_par(f: Fiche) -> list[Bloc]:
    liste = ", ".join(f"{f.cite(m)} par {f.court(h)}" for m, h in f.mandats)
    return [Texte(f"Ont voté par procuration ({len(f.mandats)}) : {liste}"), *absences(f)]


@_sauf_dits
def recit(f: Fiche) -> list[Bloc]:
    """Each absence told, proxies and excuses in one paragraph."""
    motifs = ("empêché", "souffrant", "retenu")
    phrases = []
    for m, h in f.mandats:
        motif = f.alea.choice(motifs)
        mot = f"{motif}{f.e(m)}"
        phrases.append(f"{f.cite(m)}, {mot}, a chargé {f.court(h)} de voter à sa place")
    if not f.etats_dits:
        f.noter_manquants()
        phrases += [f"{f.cite(m)} s'est fait excuser" for m in f.excuses]
        phrases += [f"{f.cite(m)} est absent{f.e(m)} sans excuse" for m in f.absents]
    return [Texte(f"{' ; '.join(phrases)}.")]


@_sauf_dits
def mandataire_seul(f: Fiche) -> list[Bloc]:
    """ "X (Y)" behind a heading that says which is which."""
    liste = ", ".join(f"{f.cite(m)} ({f.court(h)})" for m, h in f.mandats)
    return [Texte(f"Représentés (le nom du mandataire est entre parenthèses) : {liste}"),
            *absences(f, "Non représentés, excusés :", "Non représentés, absents :")]  # fmt: skip


@_sauf_dits
def ayant_pour_mandataire(f: Fiche) -> list[Bloc]:
    """One line a giver, the state in the sentence."""
    lignes = [Texte(f"{f.cite(m)}, absent{f.e(m)}, ayant pour mandataire {f.court(h)}", "retrait", saut=0.05)
              for m, h in f.mandats]  # fmt: skip
    return [*absences(f, "Excusés n'ayant pas donné pouvoir :"), *lignes]
