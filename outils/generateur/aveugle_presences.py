"""The roll in running text, third part of the split. Each function prints a layout and notes what it printed."""

from outils.generateur.modele import Bloc, Colonnes, Fiche, Membre, Texte
from outils.generateur.presences import noter

_CHARGES = (
    "aux finances et au personnel", "à l'urbanisme, à la voirie et aux réseaux",
    "aux écoles, à la jeunesse et aux sports",
    "à l'environnement et à l'eau", "aux affaires sociales, au logement et à la petite enfance",
    "à la culture, aux fêtes et à la vie associative",
)  # fmt: skip


def adjoints(f: Fiche) -> list[Membre]:
    """The listed deputies, in their order."""
    return [m for m in f.appeles if m is not f.president and m.qualite[0].isdigit()]


def _par_sexe(f: Fiche, membres: list[Membre], femmes_avant: bool) -> tuple[str, list[Membre]]:
    """ "MM. A, B, Mme C", and the members in this order."""
    textes, rangs = list[str](), list[Membre]()
    for femme in (femmes_avant, not femmes_avant):
        groupe = [m for m in membres if m.femme is femme]
        mots = ("Mme", "Mmes") if femme else ("M.", "MM.")
        if groupe:
            textes.append(f"{mots[len(groupe) > 1]} {', '.join(f.noms(groupe))}")
            rangs += groupe
    return ", ".join(textes), rangs


def qualites_apres(f: Fiche) -> list[Bloc]:
    """ "M. A, Maire ; MM. B, C, adjoints ; Mmes D, E, M. F, conseillers municipaux": the function ends its group."""
    chefs = [m for m in f.appeles if m is f.president]
    seconds = adjoints(f)
    autres = [m for m in f.appeles if m not in chefs and m not in seconds]
    femmes_avant = f.alea.random() < 0.4
    textes, rangs = [f"{f.cite(m)}, {f.organe.chef[m.femme]}" for m in chefs], list(chefs)
    if seconds:
        texte, ordre = _par_sexe(f, seconds, femmes_avant)
        mot = f.organe.adjoint[all(m.femme for m in seconds)]
        textes.append(f"{texte}, {mot}{'s' if len(seconds) > 1 else ''}")
        rangs += ordre
    texte, ordre = _par_sexe(f, autres, femmes_avant)
    textes.append(f"{texte}, {f.organe.membres}")
    f.or_["presences"]["presents"] = f.noms([*rangs, *ordre])
    debut = f.alea.choice(("Étaient présents :", "Présents à la séance :", "ONT SIÉGÉ :"))
    return [Texte(f"{debut} {' ; '.join(textes)}.")]


def sauf(f: Fiche) -> list[Bloc]:
    """Nobody is listed but those who are missing: the proxies that follow then print whole names."""
    f.liste_president = False
    if f.alea.random() < 0.5:
        return [Texte("Tous les membres en exercice étaient présents, à l'exception de ceux portés comme absents,"
                      " excusés ou représentés.")]  # fmt: skip
    return [Texte("Présents : l'ensemble des membres en exercice, hormis les personnes portées comme excusées, absentes"
                  " ou ayant donné pouvoir.")]  # fmt: skip


def tirets_colles(f: Fiche) -> list[Bloc]:
    """Dashes glued to one of the two names that they part."""
    noter(f)
    signe = f.alea.choice(("- ", " -"))
    return [Texte(f"{f.alea.choice(('PRÉSENTS :', 'Présents :'))} {signe.join(f.cite(m) for m in f.appeles)}")]


def cases(f: Fiche) -> list[Bloc]:
    """All the members, each behind a box ticked for those present."""
    noter(f)
    listes = [m for m in f.membres if f.liste_president or m is not f.president]
    lignes = tuple(f"[{'X' if any(m is p for p in f.presents) else ' '}] {f.cite(m)}" for m in listes)
    titre = f.alea.choice(("Appel des membres (case cochée : présent) :", "Feuille de présence (X : membre présent) :"))
    return [Texte(titre), Colonnes(lignes, 2)]


def renvois(f: Fiche) -> list[Bloc]:
    """Call marks behind two names, explained under the list."""
    noter(f)
    un, deux = sorted(f.alea.sample(range(2, len(f.appeles)), 2))
    marques = {un: " (1)", deux: " (2)"} if f.machine or f.alea.random() < 0.5 else {un: "*", deux: "**"}
    liste = ", ".join(f"{f.cite(m)}{marques.get(i, '')}" for i, m in enumerate(f.appeles))
    e, s = f.e(f.appeles[un]), f.e(f.appeles[deux])
    signes = [m.strip() for m in marques.values()]
    return [
        Texte(f"Membres présents : {liste}."),
        Texte(f"{signes[0]} arrivé{e} après l'appel, avant l'examen de la première question", "retrait", saut=0.1),
        Texte(f"{signes[1]} parti{s} en fin de séance, après le dernier vote", "retrait", saut=0.05),
    ]


def titulaires_puis_suppleants(f: Fiche) -> list[Bloc]:
    """Two lists: the suppléants who sit are present like the others."""
    noter(f)
    nombre = f.alea.randint(1, 2)
    titulaires, suppleants = f.appeles[:-nombre], f.appeles[-nombre:]
    mot = f.alea.choice(("Délégués", "Membres"))
    fin = "s" if nombre > 1 else ""
    return [
        Texte(f"{mot} titulaires présents : {', '.join(f.cite(m) for m in titulaires)}."),
        Texte(f"{mot[:-1]}{fin} suppléant{fin} présent{fin} avec voix délibérative :"
              f" {', '.join(f.cite(m) for m in suppleants)}.", saut=0.1),
    ]  # fmt: skip


def delegations(f: Fiche) -> list[Bloc]:
    """Functions that hold commas themselves: "Mme A, 2ème adjointe, déléguée aux écoles, aux fêtes et aux sports"."""
    noter(f)
    charges = f.alea.sample(_CHARGES, len(_CHARGES))
    seconds, lignes = adjoints(f), list[str]()
    for m in f.appeles:
        charge = charges.pop() if m in seconds else ""
        lignes.append(f"- {f.cite(m)}, {m.qualite}" + (f", délégué{f.e(m)} {charge}" if charge else ""))
    fins = [" ;"] * (len(lignes) - 1) + ["."]
    titre = f.alea.choice(("Sont présents :", "ÉTAIENT PRÉSENTS :", "Présents à l'ouverture de la séance :"))
    return [Texte(titre), *(Texte(x + y, saut=0.05) for x, y in zip(lignes, fins, strict=True))]
