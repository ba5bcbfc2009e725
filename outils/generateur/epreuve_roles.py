"""Part ``epreuve``: rolls, proxies, numbers and secretaries in other habits; written in one go, before any was read."""

from outils.generateur import ecriture as ec
from outils.generateur.effectifs import nombres
from outils.generateur.modele import Bloc, Colonnes, Fiche, Membre, Tableau, Texte
from outils.generateur.presences import noter
from outils.generateur.procurations import absences
from outils.generateur.procurations import noter as noter_pouvoirs


def barres(f: Fiche) -> list[Bloc]:
    noter(f)
    return [Texte(f"Membres présents : {' / '.join(f.noms(f.appeles))}")]


def titre_compte(f: Fiche) -> list[Bloc]:
    """The count stands in the heading of the list."""
    noter(f)
    return [
        Texte(f"PRÉSENTS ({len(f.appeles)})", gras=True),
        Texte(", ".join(f"{'Madame' if m.femme else 'Monsieur'} {f.nom(m)}" for m in f.appeles) + ".", saut=0.1),
    ]


def qualite_parentheses(f: Fiche) -> list[Bloc]:
    noter(f)
    return [Texte(f"Sont présents : {', '.join(f'{f.nom(m)} ({m.qualite})' for m in f.appeles)}.")]


def reponse_a_l_appel(f: Fiche) -> list[Bloc]:
    noter(f)
    return [Texte(f"À l'appel nominal, ont répondu présents : {', '.join(f.cite(m) for m in f.appeles)}.")]


def civilites_titres(f: Fiche) -> list[Bloc]:
    """ "Mesdames" and "Messieurs" as headings, the names below."""
    noter(f)
    blocs: list[Bloc] = [Texte("Étaient présents :")]
    for femme, titre in ((True, "Mesdames"), (False, "Messieurs")):
        groupe = [f.nom(m) for m in f.appeles if m.femme is femme]
        if groupe:
            blocs += [Texte(f"{titre} :", saut=0.1), Texte(", ".join(groupe), "retrait", saut=0.05)]
    return blocs


def lignes_virgules(f: Fiche) -> list[Bloc]:
    noter(f)
    derniere = f.appeles[-1]
    return [
        Texte("Présents :"),
        *(Texte(f"{f.cite(m)}{'.' if m is derniere else ','}", "retrait", saut=0.05) for m in f.appeles),
    ]


def commune_parentheses(f: Fiche) -> list[Bloc]:
    noter(f)
    return [Texte(f"Délégués présents : {', '.join(f'{f.cite(m)} ({m.lieu})' for m in f.appeles)}.")]


def tableau_commune_nom(f: Fiche) -> list[Bloc]:
    """One row a commune, its members in the second cell."""
    noter(f)
    lieux = dict.fromkeys(m.lieu for m in f.appeles)
    rangs = [(lieu, ", ".join(f.nom(m) for m in f.appeles if m.lieu == lieu)) for lieu in lieux]
    return [Tableau((("COMMUNES", "DÉLÉGUÉS PRÉSENTS"), *rangs), (0.3, 0.6))]


def colonnes_civilites(f: Fiche) -> list[Bloc]:
    noter(f)
    return [Texte("ÉTAIENT PRÉSENTS", "centre", gras=True), Colonnes(tuple(f.cite(m) for m in f.appeles), 2)]


def president_puis_liste(f: Fiche) -> list[Bloc]:
    """The chair opens the list by the function."""
    noter(f)
    autres = [m for m in f.appeles if m is not f.president]
    tete = [f"{f.cite(f.president)}, {f.organe.chef[f.president.femme]}"] if f.liste_president else []
    return [Texte("Présents : " + " ; ".join([*tete, ", ".join(f.cite(m) for m in autres)]) + ".")]


def presents_absents_lignes(f: Fiche) -> list[Bloc]:
    """One line a member, with the state before the name."""
    noter(f)
    f.etats_dits = True
    f.noter_manquants()
    groupes: list[tuple[str, list[Membre]]] = [("Présent", f.appeles), ("Excusé", f.excuses), ("Absent", f.absents)]
    return [Texte(f"{mot}{'es' if all(m.femme for m in ms) and len(ms) > 1 else 's' if len(ms) > 1 else f.e(ms[0])} : "
                  f"{' - '.join(f.nom(m) for m in ms)}", saut=0.1) for mot, ms in groupes if ms]  # fmt: skip


# --- Proxies ----------------------------------------------------------------------------------------------------------


def procuration_de(f: Fiche) -> list[Bloc]:
    noter_pouvoirs(f)
    return [*(Texte(f"Procuration de {f.cite(m)} à {f.court(h)}", saut=0.05) for m, h in f.mandats), *absences(f)]


def voter_en_son_nom(f: Fiche) -> list[Bloc]:
    noter_pouvoirs(f)
    return [
        *absences(f),
        *(Texte(f"{f.cite(m)} a donné pouvoir de voter en son nom à {f.cite(h)}.", saut=0.1) for m, h in f.mandats),
    ]


def mandataire_parentheses(f: Fiche) -> list[Bloc]:
    noter_pouvoirs(f)
    liste = ", ".join(f"{f.cite(m)} ({f.cite(h)})" for m, h in f.mandats)
    return [Texte(f"Absents représentés (mandataire entre parenthèses) : {liste}."), *absences(f)]


def avec_et_sans(f: Fiche) -> list[Bloc]:
    noter_pouvoirs(f)
    liste = " ; ".join(f"{f.cite(m)} pouvoir à {f.court(h)}" for m, h in f.mandats)
    blocs: list[Bloc] = [Texte(f"Excusés avec pouvoir : {liste}.")]
    if not f.etats_dits:
        f.noter_manquants()
        if f.excuses:
            blocs.append(Texte(f"Excusés sans pouvoir : {', '.join(f.cite(m) for m in f.excuses)}."))
        if f.absents:
            blocs.append(Texte(f"Absents non excusés : {', '.join(f.cite(m) for m in f.absents)}."))
    return blocs


def delegue_droit_de_vote(f: Fiche) -> list[Bloc]:
    noter_pouvoirs(f)
    liste = " ; ".join(f"{f.cite(m)} à {f.cite(h)}" for m, h in f.mandats)
    return [Texte(f"Étaient absents et avaient délégué leur droit de vote : {liste}."), *absences(f)]


def qui_donne(f: Fiche) -> list[Bloc]:
    noter_pouvoirs(f)
    cites = [f"{f.cite(m)}, qui donne pouvoir à {f.cite(h)}" for m, h in f.mandats]
    if not f.etats_dits:
        f.noter_manquants()
        cites += [f.cite(m) for m in f.excuses]
    suite: list[Bloc] = (
        [Texte(f"Absents : {', '.join(f.cite(m) for m in f.absents)}.")] if f.absents and not f.etats_dits else []
    )
    return [Texte(f"Excusés : {' ; '.join(cites)}."), *suite]


def titre_puis_lignes(f: Fiche) -> list[Bloc]:
    noter_pouvoirs(f)
    return [Texte("ABSENTS AYANT DONNÉ POUVOIR", gras=True),
            *(Texte(f"{f.nom(m)} à {f.nom(h)}", "retrait", saut=0.05) for m, h in f.mandats), *absences(f)]  # fmt: skip


def tableau_pouvoir(f: Fiche) -> list[Bloc]:
    noter_pouvoirs(f)
    rangs = [(f.nom(m), f"Pouvoir à {f.nom(h)}") for m, h in f.mandats]
    return [Tableau((("Élus absents", "Observations"), *rangs), (0.4, 0.5)), *absences(f)]


# --- Numbers, secretary -----------------------------------------------------------------------------------------------


def sans_deux_points(f: Fiche) -> list[Bloc]:
    n = nombres(f, "en_exercice", "presents", "votants")
    return [Texte(f"En exercice {n['en_exercice']}  -  présents {n['presents']}  -  votants {n['votants']}")]


def alsace(f: Fiche) -> list[Bloc]:
    n = nombres(f, "en_exercice", "presents")
    return [Texte(f"Nombre des membres élus : {n['en_exercice']}", saut=0.05),
            Texte(f"Membres en fonction : {n['en_exercice']}", saut=0.05),
            Texte(f"Membres présents : {n['presents']}", saut=0.05)]  # fmt: skip


def quorum_ligne(f: Fiche) -> list[Bloc]:
    n = nombres(f, "en_exercice", "presents", "votants", "quorum")
    return [Texte(f"Membres en exercice : {n['en_exercice']} ; quorum : {n['quorum']} ; présents : {n['presents']} ; "
                  f"représentés : {len(f.mandats)} ; votants : {n['votants']}")]  # fmt: skip


def nomme_article(f: Fiche) -> list[Bloc]:
    f.or_["seance"]["secretaire"] = f.nom(f.secretaire)
    return [Texte(f"Conformément à l'article L. 2121-15 du CGCT, {f.cite(f.secretaire)} est nommé{f.e(f.secretaire)} "
                  "secrétaire de séance.")]  # fmt: skip


def secretariat(f: Fiche) -> list[Bloc]:
    f.or_["seance"]["secretaire"] = f.nom(f.secretaire)
    return [Texte(f"Le secrétariat est assuré par {f.cite(f.secretaire)}.")]


def public(f: Fiche) -> list[Bloc]:
    """Staff and the public: nobody of the roll."""
    return [Texte(f"Le secrétariat administratif est tenu par les services ; {ec.lettres(f.alea.randint(2, 9))} "
                  "personnes composent le public.")]  # fmt: skip
