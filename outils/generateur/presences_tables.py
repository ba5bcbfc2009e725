"""The roll as a table: who is present, and often who is not."""

from outils.generateur.modele import Bloc, Fiche, Membre, Tableau, Texte
from outils.generateur.presences import noter


def _dire_etats(f: Fiche) -> None:
    f.etats_dits = True
    f.noter_manquants()


def _etat(f: Fiche, m: Membre) -> int:
    """0 present, 1 absent, 2 excused; who gave a proxy is shown as excused."""
    if any(m is p for p in f.presents):
        return 0
    return 1 if any(m is p for p in f.absents) else 2


def grille_x(f: Fiche) -> list[Bloc]:
    noter(f)
    _dire_etats(f)
    lignes = [("Nom et prénom", "Présent", "Absent", "Excusé")]
    for m in f.tous:
        croix = ["", "", ""]
        croix[_etat(f, m)] = "X"
        lignes.append((f.nom(m), *croix))  # type: ignore[arg-type]
    return [Tableau(tuple(lignes), (0.49, 0.17, 0.17, 0.17))]


def tableau_etats(f: Fiche) -> list[Bloc]:
    """Name, function, and the state in words."""
    noter(f)
    _dire_etats(f)
    mots = ("Présent", "Absent", "Excusé")
    lignes = [("NOM", "QUALITÉ", "PRÉSENCE")]
    lignes += [(f.nom(m), m.qualite, f"{mots[_etat(f, m)]}{f.e(m)}") for m in f.tous]
    return [Tableau(tuple(lignes), (0.42, 0.36, 0.22))]


def tableau_signatures(f: Fiche) -> list[Bloc]:
    """Those present, with an empty column that they sign."""
    noter(f)
    lignes = [("Membres présents", "Fonction", "Signature"), *((f.nom(m), m.qualite, "") for m in f.appeles)]
    return [Tableau(tuple(lignes), (0.4, 0.35, 0.25))]


def tableau_trois_listes(f: Fiche) -> list[Bloc]:
    """Three lists side by side under their headings; the middle and last ones soon end."""
    noter(f)
    _dire_etats(f)
    listes = [f.noms(f.appeles), f.noms(f.excuses), f.noms(f.absents)]
    haut = max(len(x) for x in listes)
    rangs = [tuple(x[i] if i < len(x) else "" for x in listes) for i in range(haut)]
    return [Tableau((("Présents", "Excusés", "Absents"), *rangs), (0.4, 0.3, 0.3))]


def titulaires_suppleants(f: Fiche) -> list[Bloc]:
    """A row a commune. A suppléant who sits is present, and the titulaire of the row is marked as excused."""
    f.etats_dits = True
    presents: list[str] = []
    excuses: list[str] = []
    remplacants = {id(m): e for m, e in zip(f.appeles[-2:], f.excuses, strict=False)}
    lignes = [("Commune", "Titulaire", "Suppléant")]
    for m in f.appeles:
        presents.append(f.nom(m))
        titulaire = remplacants.get(id(m))
        if titulaire is None:
            lignes.append((m.lieu, f"{f.nom(m)} - présent{f.e(m)}", ""))
            continue
        excuses.append(f.nom(titulaire))
        lignes.append((m.lieu, f"{f.nom(titulaire)} - excusé{f.e(titulaire)}", f"{f.nom(m)} - présent{f.e(m)}"))
    reste = [m for m in f.excuses if f.nom(m) not in excuses]
    lignes += [(m.lieu, f"{f.nom(m)} - excusé{f.e(m)}", "") for m in [*reste, *(a for a, _ in f.mandats)]]
    lignes += [(m.lieu, f"{f.nom(m)} - absent{f.e(m)}", "") for m in f.absents]
    f.or_["presences"] = {"presents": presents, "absents": f.noms(f.absents), "excuses": [*excuses, *f.noms(reste)]}
    return [Texte("Délégués en exercice :"), Tableau(tuple(lignes), (0.28, 0.36, 0.36))]


def tableau_deux_listes(f: Fiche) -> list[Bloc]:
    """The roll in a ruled table of two names a row."""
    noter(f)
    cites = [f.cite(m) for m in f.appeles]
    cites += [""] * (len(cites) % 2)
    rangs = tuple(zip(cites[::2], cites[1::2], strict=True))
    return [Texte("Étaient présents :"), Tableau(rangs, (0.5, 0.5), titre=False)]
