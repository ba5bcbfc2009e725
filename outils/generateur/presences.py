"""The roll in running text: who is present. Each function prints a layout and notes what it printed."""

from outils.generateur.ecriture import majuscule
from outils.generateur.modele import Bloc, Colonnes, Fiche, Membre, Texte


def noter(f: Fiche) -> None:
    """The listed members go into the record."""
    f.or_["presences"]["presents"] = f.noms(f.appeles)


def _titre(f: Fiche) -> str:
    return f.alea.choice(("Présents :", "Étaient présents :", "Membres présents :", "ÉTAIENT PRÉSENTS :"))


def virgules_fonctions(f: Fiche) -> list[Bloc]:
    noter(f)
    liste = ", ".join(f"{f.cite(m)}, {m.qualite}" if i < 5 else f.cite(m) for i, m in enumerate(f.appeles))
    return [Texte(f"{_titre(f)} {liste}.")]


def virgules(f: Fiche) -> list[Bloc]:
    noter(f)
    return [Texte(f"{_titre(f)} {', '.join(f.cite(m) for m in f.appeles)}.")]


def mmes_et_mm(f: Fiche) -> list[Bloc]:
    noter(f)
    femmes, hommes = ([f.nom(m) for m in f.appeles if m.femme is x] for x in (True, False))
    groupes = [f"{'Mmes' if len(g) > 1 else 'Mme'} {', '.join(g)}" for g in (femmes,) if g]
    groupes += [f"{'MM.' if len(g) > 1 else 'M.'} {', '.join(g)}" for g in (hommes,) if g]
    if f.alea.random() < 0.3:
        groupes.reverse()
    return [Texte(f"{_titre(f)} {' et '.join(groupes)}.")]


def un_par_ligne(f: Fiche) -> list[Bloc]:
    noter(f)
    puce = f.alea.choice(("- ", "", "• ")) if not f.machine else "- "
    return [Texte(_titre(f)), *(Texte(f"{puce}{f.cite(m)}", "retrait", saut=0.05) for m in f.appeles)]


def lignes_fonctions(f: Fiche) -> list[Bloc]:
    noter(f)
    lignes = [Texte(f"{f.cite(m)}, {m.qualite}", "retrait", saut=0.05) for m in f.appeles]
    return [Texte(_titre(f)), *lignes]


def deux_colonnes(f: Fiche) -> list[Bloc]:
    noter(f)
    return [Texte(_titre(f)), Colonnes(tuple(f.cite(m) for m in f.appeles), 2)]


def trois_colonnes(f: Fiche) -> list[Bloc]:
    noter(f)
    return [Texte(_titre(f)), Colonnes(tuple(f.nom(m) for m in f.appeles), 3)]


def tirets(f: Fiche) -> list[Bloc]:
    noter(f)
    signe = " - " if f.machine else f.alea.choice((" - ", " – "))
    return [Texte(f"{_titre(f)} {signe.join(f.noms(f.appeles))}")]


def points_virgules(f: Fiche) -> list[Bloc]:
    noter(f)
    longs = {True: "Madame", False: "Monsieur"}
    liste = " ; ".join(f"{longs[m.femme]} {f.nom(m)}" for m in f.appeles)
    return [Texte(f"Étaient présents : {liste}.")]


def _groupes(f: Fiche, cle: str) -> list[tuple[str, list[Membre]]]:
    noms = dict.fromkeys(getattr(m, cle) for m in f.appeles)
    return [(n, [m for m in f.appeles if getattr(m, cle) == n]) for n in noms]


def par_commune(f: Fiche) -> list[Bloc]:
    noter(f)
    groupes = _groupes(f, "lieu")
    textes = [f"{lieu} : {', '.join(f.cite(m) for m in membres)}" for lieu, membres in groupes]
    if f.alea.random() < 0.5:
        return [Texte(f"Étaient présents : {' ; '.join(textes)}.")]
    return [Texte("Étaient présents :"), *(Texte(t, saut=0.1) for t in textes)]


def par_groupe(f: Fiche) -> list[Bloc]:
    noter(f)
    return [
        Texte("Étaient présents :"),
        *(Texte(f"Groupe « {n} » : {', '.join(f.cite(m) for m in ms)}", saut=0.1) for n, ms in _groupes(f, "groupe")),
    ]


def initiales(f: Fiche) -> list[Bloc]:
    noter(f)
    return [Texte(f"{_titre(f)} {', '.join(f.cite(m) for m in f.appeles)}.")]


def par_fonction(f: Fiche) -> list[Bloc]:
    """The mayor, then the deputies, then the rest; a name follows its civility."""
    noter(f)
    chef = [m for m in f.appeles if m is f.president]
    adjoints = [m for m in f.appeles if m is not f.president and m.qualite.split()[0][0].isdigit()]
    autres = [m for m in f.appeles if m not in chef and m not in adjoints]
    titre = f.organe.adjoint[0]
    rangs = [(majuscule(f.organe.chef[f.president.femme]), chef), (majuscule(f"{titre}s"), adjoints),
             (majuscule(f.organe.membres), autres)]  # fmt: skip
    lignes = [Texte(f"{n} : {', '.join(f.cite(m) for m in ms)}", saut=0.1) for n, ms in rangs if ms]
    return [Texte("Membres présents :"), *lignes]


def numerotee(f: Fiche) -> list[Bloc]:
    noter(f)
    lignes = [Texte(f"{i}. {f.nom(m)}", "retrait", saut=0.05) for i, m in enumerate(f.appeles, start=1)]
    return [Texte(_titre(f)), *lignes]


def phrase_messieurs(f: Fiche) -> list[Bloc]:
    """ "Étaient présents : Messieurs A, B et Mesdames C, D, formant la majorité des membres en exercice." """
    noter(f)
    femmes, hommes = ([f.nom(m) for m in f.appeles if m.femme is x] for x in (True, False))
    groupes = [f"{n[len(g) > 1]} {', '.join(g)}" for n, g in (
        (("Monsieur", "Messieurs"), hommes), (("Madame", "Mesdames"), femmes)) if g]  # fmt: skip
    return [Texte(f"Étaient présents : {', '.join(groupes)}, formant la majorité des membres en exercice.")]


def sans_civilite(f: Fiche) -> list[Bloc]:
    noter(f)
    return [Texte(f"{_titre(f)} {', '.join(f.noms(f.appeles))}")]


def marge(f: Fiche) -> list[Bloc]:
    """The whole roll in the margin of the first page."""
    noter(f)
    f.marge += ["PRÉSENTS :", *(f.cite(m) for m in f.appeles), ""]
    return []


def pointilles(f: Fiche) -> list[Bloc]:
    """One line a member, with the state at the end of a dotted line."""
    noter(f)
    f.etats_dits = True
    f.noter_manquants()
    mandants = {id(m): h for m, h in f.mandats}
    lignes = []
    for m in f.membres:
        if m is f.president and not f.liste_president:
            continue
        etat = "présent" if any(m is p for p in f.presents) else "absent"
        etat = "excusé" if any(m is p for p in f.excuses) or id(m) in mandants else etat
        lignes.append(Texte(f"{f.nom(m)} {'.' * (46 - len(f.nom(m)))} {etat}{f.e(m)}", "retrait", saut=0.05))
    return [Texte("Appel nominal :"), *lignes]


def majuscules_prenoms_meles(f: Fiche) -> list[Bloc]:
    """The order of name and first name changes inside one list, as in lists typed by several hands."""
    f.styles = {id(m): "NOM prenom" for m in f.appeles[2::3]}
    noter(f)
    return [Texte(f"{_titre(f)} {', '.join(f.noms(f.appeles))}.")]


def arrives(f: Fiche) -> list[Bloc]:
    """A remark in brackets behind a name."""
    noter(f)
    tard = f.alea.choice(f.appeles[2:])
    liste = [f"{f.cite(m)}{' (arrivé' + f.e(m) + ' à 20 h 45)' if m is tard else ''}" for m in f.appeles]
    return [Texte(f"{_titre(f)} {', '.join(liste)}.")]


def suppleants_entre_parentheses(f: Fiche) -> list[Bloc]:
    """A suppléant who sits, in the running list."""
    noter(f)
    dernier = f.appeles[-1]
    liste = [f"{f.cite(m)}{' (suppléant' + f.e(m) + ')' if m is dernier else ''}" for m in f.appeles]
    return [Texte(f"{_titre(f)} {' ; '.join(liste)}.")]
