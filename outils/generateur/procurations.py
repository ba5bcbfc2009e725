"""Who gave a proxy to whom, who is excused, who is absent. Each function prints a layout and notes what it printed."""

from outils.generateur.modele import Bloc, Fiche, Membre, Tableau, Texte


def noter(f: Fiche, muets: bool = False) -> None:
    """``muets``: the holders are not printed."""
    f.or_["procurations"] = [
        {"mandant": f.nom(m), "mandataire": None if muets else f.nom(h)} for m, h in f.mandats
    ]  # fmt: skip


def absences(f: Fiche, excuses: str = "Absents excusés :", absents: str = "Absents :") -> list[Bloc]:
    """The excused and the absent, unless the roll has named them."""
    if f.etats_dits:
        return []
    blocs: list[Bloc] = []
    for cle, titre, membres in (("excuses", excuses, f.excuses), ("absents", absents, f.absents)):
        f.or_["presences"][cle] = f.noms(membres)
        if membres:
            titre_accorde = titre if len(membres) > 1 else titre.replace("bsents", "bsent").replace("xcusés", "xcusé")
            blocs.append(Texte(f"{titre_accorde} {', '.join(f.cite(m) for m in membres)}."))
    return blocs


def aucune(f: Fiche) -> list[Bloc]:
    return absences(f)


def entre_parentheses(f: Fiche) -> list[Bloc]:
    """Proxies inside the list of the excused."""
    noter(f)
    mot = f.alea.choice(("pouvoir à", "procuration à", "donne pouvoir à"))
    cites = [f"{f.cite(m)} ({mot} {f.court(h)})" for m, h in f.mandats]
    if not f.etats_dits:
        f.noter_manquants()
        cites += [f.cite(m) for m in f.excuses]
    blocs: list[Bloc] = [Texte(f"Absents excusés : {', '.join(cites)}.")]
    if f.absents and not f.etats_dits:
        blocs.append(Texte(f"Absents : {', '.join(f.cite(m) for m in f.absents)}."))
    return blocs


def donne_pouvoir(f: Fiche) -> list[Bloc]:
    noter(f)
    titre = f.alea.choice(("Procurations :", "Pouvoirs :"))
    lignes = [Texte(f"{f.cite(m)} donne pouvoir à {f.court(h)}", "retrait", saut=0.05) for m, h in f.mandats]
    return [*absences(f), Texte(titre), *lignes]


def a_donne_procuration(f: Fiche) -> list[Bloc]:
    noter(f)
    liste = " ; ".join(f"{f.cite(m)} a donné procuration à {f.court(h)}" for m, h in f.mandats)
    return [*absences(f), Texte(f"{liste}.")]


def mandant_a_mandataire(f: Fiche) -> list[Bloc]:
    noter(f)
    liste = ", ".join(f"{f.cite(m)} à {f.court(h)}" for m, h in f.mandats)
    return [Texte(f"Absents ayant donné procuration : {liste}."), *absences(f)]


def tableau_mandants(f: Fiche) -> list[Bloc]:
    noter(f)
    rangs = [(f.cite(m), f.cite(h)) for m, h in f.mandats]
    return [*absences(f), Tableau((("Mandant", "Mandataire"), *rangs), (0.4, 0.4), centre=True)]


def representes_par(f: Fiche) -> list[Bloc]:
    noter(f)
    liste = ", ".join(f"{f.cite(m)} représenté{f.e(m)} par {f.court(h)}" for m, h in f.mandats)
    return [Texte(f"Étaient représentés : {liste}."), *absences(f)]


def fleches(f: Fiche) -> list[Bloc]:
    noter(f)
    lignes = [Texte(f"{f.cite(m)} → {f.cite(h)}", "retrait", saut=0.05) for m, h in f.mandats]
    return [Texte("Pouvoirs :"), *lignes, *absences(f)]


def pouvoirs_de(f: Fiche) -> list[Bloc]:
    noter(f)
    lignes = [Texte(f"- de {f.cite(m)} à {f.court(h)}", "retrait", saut=0.05) for m, h in f.mandats]
    return [Texte("Pouvoirs :"), *lignes, *absences(f)]


def ayant_donne(f: Fiche) -> list[Bloc]:
    noter(f)
    liste = ", ".join(f"{f.cite(m)} ayant donné pouvoir à {f.court(h)}" for m, h in f.mandats)
    return [Texte(f"Excusés : {liste}."), *absences(f, "Autres absents excusés :")]


def tableau_absents(f: Fiche) -> list[Bloc]:
    """Absent members in a table, with a dash where there is no proxy."""
    noter(f)
    autres: list[Membre] = [] if f.etats_dits else f.excuses
    if not f.etats_dits:
        f.or_["presences"]["excuses"] = f.noms(f.excuses)
    rangs = [(f.nom(m), f.nom(h)) for m, h in f.mandats] + [(f.nom(m), "-") for m in autres]
    suite: list[Bloc] = []
    if f.absents and not f.etats_dits:
        f.or_["presences"]["absents"] = f.noms(f.absents)
        suite.append(Texte(f"Absents : {', '.join(f.cite(m) for m in f.absents)}."))
    return [Tableau((("Absents excusés", "Pouvoir donné à"), *rangs), (0.45, 0.45)), *suite]


def points(f: Fiche) -> list[Bloc]:
    """Full stops between the pairs."""
    noter(f)
    liste = " ".join(f"{f.cite(m)} à {f.court(h)}." for m, h in f.mandats)
    return [*absences(f), Texte(f"Pouvoirs : {liste}")]


def sans_mandataire(f: Fiche) -> list[Bloc]:
    noter(f, muets=True)
    liste = ", ".join(f.cite(m) for m, _ in f.mandats)
    return [Texte(f"Absents ayant donné procuration : {liste}."), *absences(f)]


def recu_de(f: Fiche) -> list[Bloc]:
    """The holder first."""
    noter(f)
    lignes = [Texte(f"- {f.cite(h)} a reçu pouvoir de {f.cite(m)}", "retrait", saut=0.05) for m, h in f.mandats]
    return [*absences(f), Texte("Délégations de vote :"), *lignes]


def virgule_a(f: Fiche) -> list[Bloc]:
    """ "X, à Y ; Z, à W" behind a heading that says it all."""
    noter(f)
    liste = " ; ".join(f"{f.cite(m)}, à {f.court(h)}" for m, h in f.mandats)
    return [Texte(f"Ont donné pouvoir : {liste}."), *absences(f)]


def colonnes_sans_filets(f: Fiche) -> list[Bloc]:
    """Two columns without rules under their headings."""
    noter(f)
    rangs = [(f.cite(m), f.cite(h)) for m, h in f.mandats]
    return [*absences(f), Tableau((("Ont donné pouvoir", "à"), *rangs), (0.45, 0.45), filets=False)]


def absent_represente(f: Fiche) -> list[Bloc]:
    """Each on its line, absent and excused in the sentence."""
    noter(f)
    lignes = [
        Texte(f"{f.cite(m)}, absent{f.e(m)}, représenté{f.e(m)} par {f.cite(h)}", saut=0.05) for m, h in f.mandats
    ]
    return [*lignes, *absences(f, "Excusés sans pouvoir :", "Absents non excusés :")]
