"""Titles and numbers of the acts of the part "reserve"."""

from outils.generateur.modele import Bloc, Fiche, Tableau, Texte

_NOMENCLATURE = ("7.1 - Décisions budgétaires", "3.1 - Acquisitions", "8.4 - Aménagement du territoire",
                 "1.1 - Marchés publics", "9.1 - Autres domaines de compétences")  # fmt: skip


def numero(f: Fiche, modele: str) -> None:
    """Chooses the number; a title prints it."""
    f.rang = rang = f.rang + 1 if f.rang else f.alea.randint(1, 90)
    f.numero = modele.format(a=f.jour.year, aa=f"{f.jour.year % 100:02d}", m=f"{f.jour.month:02d}",
                             j=f"{f.jour.day:02d}", rr=f"{rang:02d}", rrr=f"{rang:03d}")  # fmt: skip


def _dit(f: Fiche) -> str:
    f.or_["numero"] = f.numero or None
    return f.numero


def nomenclature(f: Fiche, objet: str) -> list[Bloc]:
    """The class of the act, a label on a line of its own, the title centred below."""
    f.or_["objet"] = objet
    blocs: list[Bloc] = [Texte(f"Nomenclature : {f.alea.choice(_NOMENCLATURE)}", "droite", saut=0.5)]
    if _dit(f):
        blocs.append(Texte(f"Délibération {f.numero}", "droite", saut=0.05))
    return [*blocs, Texte("OBJET DE LA DÉLIBÉRATION", "centre", saut=0.5), Texte(objet, "centre", gras=True, saut=0.1)]


def en_marge(f: Fiche, objet: str) -> list[Bloc]:
    """Number and title in the margin of the first page."""
    f.or_["objet"] = objet
    if _dit(f):
        f.marge += ["Délibération n°", f.numero, ""]
    f.marge += ["OBJET :", objet, ""]
    return []


def rapport(f: Fiche, objet: str) -> list[Bloc]:
    """The labels of a report: a commission and a service are traps."""
    f.or_["objet"] = objet
    rangs = [("Commission", f.alea.choice(("Finances et moyens", "Cadre de vie", "Équipement et réseaux"))),
             ("Service instructeur", f.alea.choice(("Direction générale", "Pôle technique"))),
             ("Objet", objet)]  # fmt: skip
    if _dit(f):
        rangs.append(("Délibération n°", f.numero))
    return [Tableau(tuple(rangs), (0.3, 0.68), filets=False, titre=False)]


def affaire(f: Fiche, objet: str) -> list[Bloc]:
    """Between two lines of dashes, the number in brackets at the end."""
    f.or_["objet"] = objet
    fin = f" (délibération n° {f.numero})" if _dit(f) else ""
    return [Texte("- - - - - - - - - -", "centre", saut=0.6), Texte(f"AFFAIRE : {objet}{fin}", "centre", saut=0.1),
            Texte("- - - - - - - - - -", "centre", saut=0.1)]  # fmt: skip


def points_du_proces_verbal(f: Fiche, objet: str) -> list[Bloc]:
    """A point of the minutes: the agenda before the first one; between two, somebody may come in."""
    f.or_["objet"] = objet
    blocs: list[Bloc] = []
    if f.or_["objet"] == f.sujets[0]:
        blocs = [Texte("ORDRE DU JOUR", gras=True, saut=0.6), *(Texte(f"- {s}", saut=0.05) for s in f.sujets),
                 Texte("- Questions diverses", saut=0.05)]  # fmt: skip
    else:
        blocs += _arrivee(f)
    for m in f.arrives:
        _asseoir(f, f.nom(m))
    titre = [Texte("*   *   *", "centre", saut=0.8), Texte(objet, gras=True, saut=0.4)]
    if _dit(f):
        titre.append(Texte(f"Délibération n° {f.numero}", saut=0.05))
    return [*blocs, *titre]


def _arrivee(f: Fiche) -> list[Bloc]:
    """Once, and only where no printed figure would then be wrong."""
    attendus = [m for m in [*f.excuses, *f.absents] if m not in f.arrives]
    comptes = f.or_["effectifs"]
    dits = comptes["presents"] is not None or comptes["votants"] is not None
    dits = dits or f.or_["decision"]["vote"]["pour"] is not None
    if f.arrives or dits or not attendus or f.alea.random() < 0.4:
        return []
    m = f.alea.choice(attendus)
    f.arrives.append(m)
    f.presents = [*f.presents, m]
    return [Texte(f"Arrivée de {f.cite(m)} au cours de la réunion, avant l'examen du point suivant ;"
                  f" {'elle' if m.femme else 'il'} prend part à la suite des travaux.", saut=0.6)]  # fmt: skip


def _asseoir(f: Fiche, nom: str) -> None:
    presences = f.or_["presences"]
    for cle in ("excuses", "absents"):
        presences[cle] = [n for n in presences[cle] if n != nom]
    if nom not in presences["presents"]:
        presences["presents"] = [*presences["presents"], nom]
