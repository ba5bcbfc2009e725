"""Rolls of the part "reserve" in running text. Each function prints a layout and notes what it printed."""

from outils.generateur import procurations
from outils.generateur.modele import Bloc, Fiche, Membre, Texte
from outils.generateur.presences import noter


def _etats(f: Fiche) -> None:
    f.etats_dits = True
    f.noter_manquants()


def _noter_mandats(f: Fiche) -> None:
    """In the order of the holders, which is the printed one."""
    rangs = {id(m): i for i, m in enumerate(f.presents)}
    f.mandats = sorted(f.mandats, key=lambda x: rangs[id(x[1])])
    procurations.noter(f)
    f.mandats_dits = True


def _est(m: Membre, membres: list[Membre]) -> bool:
    return any(m is x for x in membres)


def porteurs(f: Fiche) -> list[Bloc]:
    """Roll and proxies in one sentence: each holder with his giver."""
    noter(f)
    _noter_mandats(f)
    donneurs = {id(h): m for m, h in f.mandats}
    liste = []
    for m in f.appeles:
        donneur = donneurs.get(id(m))
        mot = "porteuse" if m.femme else "porteur"
        liste.append(f"{f.cite(m)}, {mot} du pouvoir de {f.cite(donneur)}" if donneur else f.cite(m))
    reste = next((m for m, h in f.mandats if not _est(h, f.appeles)), None)
    blocs: list[Bloc] = [Texte(f"Sont présents autour de la table : {' ; '.join(liste)}.")]
    if reste is not None:
        blocs.append(Texte(f"{f.cite(f.president)} détient en outre le pouvoir de {f.cite(reste)}."))
    return blocs


def appel_oral(f: Fiche) -> list[Bloc]:
    noter(f)
    *debut, dernier = [f.cite(m) for m in f.appeles]
    return [Texte("Il est procédé à l'appel nominal. Ont répondu à l'appel de leur nom "
                  f"{', '.join(debut)} et {dernier}, formant la majorité des membres en exercice.")]  # fmt: skip


def a_distance(f: Fiche) -> list[Bloc]:
    """In the room and by video: present all the same."""
    noter(f)
    coupe = max(2, len(f.appeles) * 2 // 3)
    salle, ecran = f.appeles[:coupe], f.appeles[coupe:]
    return [Texte(f"Présents dans la salle : {', '.join(f.cite(m) for m in salle)}."),
            Texte(f"Présents en visioconférence : {', '.join(f.cite(m) for m in ecran)}.")]  # fmt: skip


def lettres_entre_parentheses(f: Fiche) -> list[Bloc]:
    """All members in one list, each with the letter of the key."""
    noter(f)
    _etats(f)
    liste = []
    for m in f.membres:
        if m is f.president and not f.liste_president:
            continue
        lettre = "P" if _est(m, f.presents) else "E" if _est(m, f.excuses) else "A" if _est(m, f.absents) else "R"
        liste.append(f"{f.nom(m)} ({lettre})")
    return [Texte("État des présences (P : présent, R : absent représenté, E : excusé, A : absent)", saut=0.5),
            Texte(", ".join(liste))]  # fmt: skip


def barres(f: Fiche) -> list[Bloc]:
    noter(f)
    return [Texte("Présents"), Texte(" / ".join(f.noms(f.appeles)), saut=0.05)]


def asterisque(f: Fiche) -> list[Bloc]:
    """A star behind a name, explained below."""
    noter(f)
    tard = f.alea.choice(f.appeles[2:])
    liste = ", ".join(f"{f.cite(m)}{'*' if m is tard else ''}" for m in f.appeles)
    return [Texte(f"Conseillers présents : {liste}" if "onseil" in f.organe.membres else f"Membres présents : {liste}"),
            Texte(f"* retardé{f.e(tard)}, a pris séance avant le premier vote", saut=0.1)]  # fmt: skip


def titulaires_puis_suppleants(f: Fiche) -> list[Bloc]:
    """Two lists; whoever sits for another is present."""
    noter(f)
    titulaires, suppleants = f.appeles[:-2], f.appeles[-2:]
    return [Texte(f"Délégués titulaires présents : {', '.join(f.cite(m) for m in titulaires)}"),
            Texte(f"Délégués suppléants siégeant avec voix délibérative : "
                  f"{', '.join(f.cite(m) for m in suppleants)}", saut=0.1)]  # fmt: skip


def phrase_des_fonctions(f: Fiche) -> list[Bloc]:
    """Functions in the plural inside one sentence."""
    noter(f)
    chefs = [m for m in f.appeles if m is f.president]
    adjoints = [m for m in f.appeles if m is not f.president and m.qualite.split()[0][0].isdigit()]
    autres = [m for m in f.appeles if not _est(m, chefs) and not _est(m, adjoints)]
    f.or_["presences"]["presents"] = f.noms([*chefs, *adjoints, *autres])
    parts = [f"{f.cite(m)}, {f.organe.chef[m.femme]}" for m in chefs]
    if adjoints:
        mot = f.organe.adjoint[0] if len(adjoints) > 1 else f.organe.adjoint[adjoints[0].femme]
        noms = " et ".join(f.cite(m) for m in adjoints) if len(adjoints) < 3 else _enumerer(f, adjoints)
        parts.append(f"{noms}, {mot}{'s' if len(adjoints) > 1 else ''}")
    parts.append(f"{_enumerer(f, autres)}, {f.organe.membres}")
    return [Texte(f"Assistent à la réunion {' ; '.join(parts)}.")]


def _enumerer(f: Fiche, membres: list[Membre]) -> str:
    *debut, dernier = [f.cite(m) for m in membres]
    return f"{', '.join(debut)} et {dernier}" if debut else dernier


def exception(f: Fiche) -> list[Bloc]:
    """Those who are missing come first, then all the others by name."""
    noter(f)
    _etats(f)
    manque = [f"{f.cite(m)}, excusé{f.e(m)}" for m in f.excuses] + [f"{f.cite(m)}, absent{f.e(m)}" for m in f.absents]
    donneurs = [f"{f.cite(m)}, qui a donné pouvoir" for m, _ in f.mandats]
    return [Texte(f"Tous les membres en exercice sont présents, sauf {' ; '.join([*manque, *donneurs])}."),
            Texte(f"Siègent donc : {', '.join(f.cite(m) for m in f.appeles)}.", saut=0.1)]  # fmt: skip


def communes_entre_parentheses(f: Fiche) -> list[Bloc]:
    noter(f)
    return [Texte(f"Présents : {', '.join(f'{f.cite(m)} ({m.lieu})' for m in f.appeles)}")]


def civilite_apres(f: Fiche) -> list[Bloc]:
    """ "DUPONT Jean (M.)", one under the other."""
    noter(f)
    return [Texte("Membres ayant siégé", gras=True),
            *(Texte(f"{f.nom(m)} ({m.civilite})", "retrait", saut=0.05) for m in f.appeles)]  # fmt: skip


def centres(f: Fiche) -> list[Bloc]:
    """One centred line a member, the function before the name."""
    noter(f)
    lignes = [Texte(f"{m.qualite[0].upper()}{m.qualite[1:]} - {f.cite(m)}", "centre", saut=0.05) for m in f.appeles]
    return [Texte("COMPOSITION DE L'ASSEMBLÉE PRÉSENTE", "centre", saut=0.5), *lignes]
