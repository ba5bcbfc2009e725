"""Rolls and proxies of the part "reserve" as tables."""

from outils.generateur import procurations
from outils.generateur.modele import Bloc, Fiche, Membre, Tableau, Texte, capitales
from outils.generateur.presences import noter


def _est(m: Membre, membres: list[Membre]) -> bool:
    return any(m is x for x in membres)


def _dire_tout(f: Fiche, ordre: list[Membre]) -> None:
    """Notes states and proxies in the printed order."""
    f.etats_dits = f.mandats_dits = True
    rangs = {id(m): i for i, m in enumerate(ordre)}
    f.mandats = sorted(f.mandats, key=lambda x: rangs[id(x[0])])
    procurations.noter(f)
    for cle, membres in (("presents", f.appeles), ("excuses", f.excuses), ("absents", f.absents)):
        f.or_["presences"][cle] = f.noms([m for m in ordre if _est(m, membres)])


def emargement(f: Fiche) -> list[Bloc]:
    """The attendance sheet: signed, or why not, the proxies with their holders."""
    tous = f.tous
    _dire_tout(f, tous)
    tenants = {id(m): h for m, h in f.mandats}
    rangs = []
    for m in tous:
        mot = "présent" if _est(m, f.presents) else "excusé" if _est(m, f.excuses) else "absent"
        etat = f"pouvoir à {f.cite(tenants[id(m)])}" if id(m) in tenants else f"{mot}{f.e(m)}"
        rangs.append((f.nom(m), m.qualite, etat))
    return [Texte("FEUILLE D'ÉMARGEMENT", "centre", gras=True, saut=0.6),
            Tableau((("Membre", "Qualité", "Émargement"), *rangs), (0.36, 0.28, 0.36))]  # fmt: skip


def une_ligne_par_commune(f: Fiche) -> list[Bloc]:
    """A row a commune: who sits for it, who is missing and why."""
    tous = f.tous
    lieux = list(dict.fromkeys(m.lieu for m in tous))
    ordre = [m for x in lieux for m in tous if m.lieu == x]
    _dire_tout(f, ordre)
    tenants = {id(m): h for m, h in f.mandats}
    rangs = []
    for lieu in lieux:
        ici = [m for m in ordre if m.lieu == lieu]
        manque = []
        for m in (x for x in ici if not _est(x, f.presents)):
            etat = f"excusé{f.e(m)}" if _est(m, f.excuses) else f"absent{f.e(m)}"
            etat = f"pouvoir à {f.cite(tenants[id(m)])}" if id(m) in tenants else etat
            manque.append(f"{f.cite(m)} ({etat})")
        rangs.append((lieu, ", ".join(f.cite(m) for m in ici if _est(m, f.presents)), ", ".join(manque)))
    return [Tableau((("Communes", "Présents", "Absents ou représentés"), *rangs), (0.31, 0.4, 0.29))]


def nom_et_prenom(f: Fiche) -> list[Bloc]:
    """Surname and first name in two columns."""
    noter(f)
    rangs = [(capitales(m.nom), m.prenom, m.qualite) for m in f.appeles]
    return [Texte("Étaient présents :"), Tableau((("NOM", "PRÉNOM", "FONCTION"), *rangs), (0.32, 0.28, 0.36))]


def cantons(f: Fiche) -> list[Bloc]:
    """Two members a row, as the two of a canton; no rules."""
    noter(f)
    noms = [f.cite(m) for m in f.appeles]
    noms += [""] * (len(noms) % 2)
    lieux = ("Nord", "Sud", "Est", "Ouest", "Centre")
    rangs = [(f"Canton n° {i + 1} ({lieux[i % 5]})", a, b)
             for i, (a, b) in enumerate(zip(noms[::2], noms[1::2], strict=True))]  # fmt: skip
    return [Texte("Étaient présents les membres ci-après :"), Tableau(tuple(rangs), (0.28, 0.36, 0.36), False,
                                                                      titre=False)]  # fmt: skip


def _manquants(f: Fiche) -> list[Membre]:
    """The absent that the roll has not settled."""
    if f.etats_dits:
        return []
    f.noter_manquants()
    return [*f.excuses, *f.absents]


def quatre_colonnes(f: Fiche) -> list[Bloc]:
    """Those who are missing: crosses, or the holder of the proxy."""
    if f.mandats_dits:
        return procurations.absences(f)
    procurations.noter(f)
    rangs = [(f.nom(m), "", "", f.cite(h)) for m, h in f.mandats]
    rangs += [(f.nom(m), *(("X", "") if _est(m, f.excuses) else ("", "X")), "") for m in _manquants(f)]
    tete = ("Membres non présents", "Excusé", "Absent", "Pouvoir donné à")
    return [Tableau((tete, *rangs), (0.34, 0.13, 0.13, 0.36))]


def pouvoirs_dates(f: Fiche) -> list[Bloc]:
    """A register of the powers, with the day each was signed."""
    if f.mandats_dits:
        return procurations.absences(f)
    procurations.noter(f)
    jour = f"{f.convocation.day:02d}/{f.convocation.month:02d}/{f.convocation.year}"
    rangs = [(str(i), f.cite(m), f.cite(h), jour) for i, (m, h) in enumerate(f.mandats, start=1)]
    tete = ("N°", "Donné par", "Reçu par", "Signé le")
    return [Texte("Registre des pouvoirs"), Tableau((tete, *rangs), (0.07, 0.35, 0.35, 0.2)), *procurations.absences(f)]
