"""The roll as a table or side by side, third part of the split: states are told with the names."""

from outils.generateur.modele import Bloc, Fiche, Membre, Paire, Tableau, Texte, capitales


def _etat(f: Fiche, m: Membre) -> str:
    """P present, R gave a proxy, E excused, A absent."""
    for lettre, membres in (("P", f.presents), ("R", [a for a, _ in f.mandats]), ("E", f.excuses)):
        if any(m is x for x in membres):
            return lettre
    return "A"


def _ranger(f: Fiche, membres: list[Membre]) -> list[Membre]:
    """In the order of the roll."""
    return [m for m in f.membres if any(m is x for x in membres)]


def _dire(f: Fiche, imprimes: list[Membre]) -> None:
    """The states of the printed members go into the record, in this order. Who gave a proxy is a giver only."""
    f.etats_dits = True
    for lettre, cle in (("P", "presents"), ("E", "excuses"), ("A", "absents")):
        f.or_["presences"][cle] = f.noms([m for m in imprimes if _etat(f, m) == lettre])


def _tous(f: Fiche) -> list[Membre]:
    return [m for m in f.membres if f.liste_president or m is not f.president]


def codes(f: Fiche) -> list[Bloc]:
    """A letter behind each name, two members a row, without rules; the letters are explained under it."""
    tous = _tous(f)
    _dire(f, tous)
    cases = [x for m in tous for x in (f.nom(m), _etat(f, m))] + ["", ""] * (len(tous) % 2)
    rangs = tuple(tuple(cases[i : i + 4]) for i in range(0, len(cases), 4))
    pouvoir = "R : représenté (pouvoir) - " if f.mandats else ""
    legende = f"(P : présent - {pouvoir}E : excusé - A : absent)"
    return [Texte("État des présences"), Tableau(rangs, (0.4, 0.1, 0.4, 0.1), filets=False, titre=False),
            Texte(legende, saut=0)]  # fmt: skip


def cellules_communes(f: Fiche) -> list[Bloc]:
    """A row a commune; its delegates in one cell, those missing with their state in brackets."""
    tous = _tous(f)
    lieux = list(dict.fromkeys(m.lieu for m in tous))
    _dire(f, [m for lieu in lieux for m in tous if m.lieu == lieu])
    mots = {"P": "", "R": " (pouvoir)", "E": " (excusé{})", "A": " (absent{})"}
    rangs = [("Commune", "Délégués présents, sauf mention contraire")]
    for lieu in lieux:
        noms = [f.nom(m) + mots[_etat(f, m)].format(f.e(m)) for m in tous if m.lieu == lieu]
        rangs.append((lieu, ", ".join(noms)))
    return [Tableau(tuple(rangs), (0.34, 0.66))]


def listes_comptees(f: Fiche) -> list[Bloc]:
    """Each list under its heading and its count."""
    f.liste_president = True
    _dire(f, f.membres)
    f.or_["effectifs"]["presents"] = len(f.presents)
    signe = f.alea.choice((" : {}", " ({})"))
    blocs: list[Bloc] = []
    for mot, membres in (("Présents", f.presents), ("Excusés", f.excuses), ("Absents", f.absents)):
        titre = mot.upper() if f.alea.random() < 0.5 else mot
        noms = ", ".join(f.cite(m) for m in _ranger(f, membres)) or "néant"
        blocs += [Texte(titre + signe.format(len(membres)), gras=True), Texte(noms, saut=0.05)]
    return blocs


def cellules_nom_prenom(f: Fiche) -> list[Bloc]:
    """The surname and the first name in two columns."""
    tous = _tous(f)
    _dire(f, tous)
    lignes = [("N°", "NOM", "Prénom", "Présence")]
    for rang, m in enumerate(tous, start=1):
        mot = {"P": f"présent{f.e(m)}", "R": "pouvoir", "E": f"excusé{f.e(m)}", "A": f"absent{f.e(m)}"}[_etat(f, m)]
        lignes.append((str(rang), capitales(m.nom), m.prenom, mot))
    return [Tableau(tuple(lignes), (0.09, 0.36, 0.31, 0.24))]


def listes_en_regard(f: Fiche) -> list[Bloc]:
    """Those present on the left, the others on the right, centred, without rules."""
    _dire(f, _tous(f))
    droite: list[str] = []
    for mot, membres in (("EXCUSÉ", f.excuses), ("ABSENT", f.absents)):
        droite += [mot + ("S" if len(membres) > 1 else ""), *(f.cite(m) for m in _ranger(f, membres)), ""]
        if not membres:
            droite[-1:] = ["néant", ""]
    return [Paire(("PRÉSENTS", *(f.cite(m) for m in f.appeles)), tuple(droite[:-1]))]
