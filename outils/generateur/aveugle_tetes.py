"""Letterheads, titles, numbers and head counts of the part "aveugle"."""

from outils.generateur import ecriture as ec
from outils.generateur.effectifs import nombres
from outils.generateur.entetes import dire_numero, numero, objet_etiquete, porte_departement
from outils.generateur.modele import Bloc, Cadre, Fiche, Paire, Tableau, Texte

CANTONS = ("Les Vaux-Hauts", "Montbrisson", "Rivecourt", "Plaine-et-Coteaux")
VOIES = ("rue de la République", "place du Marché", "avenue des Tilleuls", "chemin des Écoliers")


def _departement(f: Fiche) -> str:
    f.or_["collectivite"]["departement"] = f.departement[0]
    return f.departement[0]


def tete_etiquettes(f: Fiche) -> list[Bloc]:
    """A small unruled table of labels, the title after the name of the body."""
    rangs: list[tuple[str, str]] = []
    if porte_departement(f):
        rangs = [("DÉPARTEMENT", f": {_departement(f)}"), ("ARRONDISSEMENT", f": {f.departement[3]}"),
                 ("CANTON", f": {f.alea.choice(CANTONS)}")]  # fmt: skip
    blocs: list[Bloc] = [Tableau(tuple(rangs), (0.25, 0.5), filets=False, titre=False)] if rangs else []
    trait = "-" * 24 if f.machine else "* * *"
    return [*blocs, Texte(f.collectivite, "centre", gras=True, saut=0.3), Texte(trait, "centre", saut=0.1),
            Texte("DÉLIBÉRATION DU", "centre", saut=0.2),
            Texte(f.organe.organe.upper(), "centre", gras=True, saut=0.05)]  # fmt: skip


def tete_quadrillee(f: Fiche) -> list[Bloc]:
    """Two ruled columns at the top of the sheet."""
    a_droite = f"Registre des délibérations du {f.organe.organe}"
    rangs = [(f.collectivite, a_droite)]
    if porte_departement(f):
        rangs.append((f"Département : {_departement(f)}", f"Folio {f.alea.randint(3, 190)}"))
    else:
        rangs.append(("République française", f"Folio {f.alea.randint(3, 190)}"))
    return [Tableau(tuple(rangs), (0.46, 0.54), titre=False)]


def tete_devise(f: Fiche) -> list[Bloc]:
    """The motto on one side, the body and its address on the other; the title below."""
    devise = ("RÉPUBLIQUE FRANÇAISE", "Liberté - Égalité - Fraternité")
    adresse = f"{f.alea.randint(1, 48)}, {f.alea.choice(VOIES)}"
    telephone = " ".join(f"{f.alea.randint(0, 99):02d}" for _ in range(3 if f.annee < 1985 else 4))
    indicatif = f"0{f.alea.randint(2, 5)} " if f.annee > 1996 else ""
    droite = (f.collectivite, adresse, f"Tél. {indicatif}{telephone}")
    gauche = [*devise]
    if porte_departement(f):
        gauche.append(f"Département {f.departement[1]}{_departement(f)}")
    debut = f.alea.choice(("Procès-verbal de délibération du", "Extrait des délibérations du", "Acte du"))
    titre = f"{debut} {f.organe.organe}"
    return [Paire(tuple(gauche), droite), Texte(titre, "centre", gras=True, saut=0.9)]


def objet_marge(f: Fiche, objet: str) -> list[Bloc]:
    """Number and title in the margin, as in the old registers, where there is room."""
    if len(f.marge) > 12:
        return objet_etiquete(f, objet)
    f.or_["objet"] = objet
    if dire_numero(f):
        f.marge += [f"N° {f.numero}", ""]
    f.marge += ["OBJET :", objet, ""]
    return []


def objet_cote(f: Fiche, objet: str) -> list[Bloc]:
    """Number on the left, title on the right, without rules."""
    f.or_["objet"] = objet
    gauche = ("Délibération", f"n° {f.numero}") if dire_numero(f) else ("OBJET",)
    return [Paire(gauche, (objet,))]


def objet_colonne(f: Fiche, objet: str) -> list[Bloc]:
    """A heading over the title, in a table of one column."""
    f.or_["objet"] = objet
    rangs = [("OBJET DE LA DÉLIBÉRATION",), (objet,)]
    blocs: list[Bloc] = []
    if dire_numero(f):
        blocs = [Texte(f"Registre des délibérations - Acte n° {f.numero}", "droite", saut=0.4)]
    return [*blocs, Tableau(tuple(rangs), (0.7,), centre=True)]


def objet_souligne(f: Fiche, objet: str) -> list[Bloc]:
    """The title alone between two rules of signs, the number at its end or on the right above."""
    f.or_["objet"] = objet
    trait = ("-" if f.machine else "_") * 40
    blocs: list[Bloc] = [Texte(f"N° {f.numero}", "droite", saut=0.4)] if dire_numero(f) else []
    return [*blocs, Texte(trait, "centre", saut=0.2), Texte(objet, "centre", gras=True, saut=0.3),
            Texte(trait, "centre", saut=0.05)]  # fmt: skip


def numero_romain(f: Fiche) -> None:
    """Year, quarter in Roman figures, rank."""
    trimestre = ("I", "II", "III", "IV")[(f.jour.month - 1) // 3]
    numero(f, "{a}/" + trimestre + "/{rr}")


def effectifs_afferents(f: Fiche) -> list[Bloc]:
    """The old table of three columns: seats, in office, who took part."""
    n = nombres(f, "en_exercice", "votants")
    sieges = n["en_exercice"] + f.alea.choice((0, 0, 0, 1))
    rangs = ((f"Afférents au {f.organe.organe}", "En exercice", "Qui ont pris part à la délibération"),
             (str(sieges), str(n["en_exercice"]), str(n["votants"])))  # fmt: skip
    return [Texte("NOMBRE DE MEMBRES", "centre"), Tableau(rangs, (0.3, 0.2, 0.3), centre=True)]


def effectifs_pointes(f: Fiche) -> list[Bloc]:
    """Labels, dot leaders and figures; the proxies are counted too."""
    n = nombres(f, "en_exercice", "quorum", "presents", "votants")
    etiquettes = {"Membres en exercice": n["en_exercice"], "Quorum": n["quorum"], "Membres présents": n["presents"],
                  "Pouvoirs": len(f.mandats), "Nombre de votants": n["votants"]}  # fmt: skip
    return [Texte(f"{mot} {'.' * (34 - len(mot))} {v}", "retrait", saut=0.05) for mot, v in etiquettes.items()]


def effectifs_phrase(f: Fiche) -> list[Bloc]:
    """A sentence on the members in office and those who are there."""
    n = nombres(f, "en_exercice", "presents")
    return [Texte(f"Le nombre des {f.organe.membres} en exercice étant de {n['en_exercice']}, et {n['presents']}"
                  " d'entre eux étant présents, l'assemblée peut valablement délibérer.")]  # fmt: skip


def effectifs_cadre(f: Fiche) -> list[Bloc]:
    """Figures in words and digits, in a box on the right."""
    n = nombres(f, "en_exercice", "presents", "votants")
    mots = {"Composition de l'assemblée en exercice": n["en_exercice"], "Membres présents": n["presents"],
            "Membres ayant voix délibérative (votants)": n["votants"]}  # fmt: skip
    return [Cadre(tuple(f"{mot} : {ec.lettres(v)} ({v})" for mot, v in mots.items()), "droite", 0.5)]
