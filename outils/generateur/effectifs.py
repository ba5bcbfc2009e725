"""The numbers: in office, present, voting, quorum; and who is secretary or rapporteur."""

from outils.generateur.donnees_noms import AGENTS
from outils.generateur.ecriture import lettres, majuscule
from outils.generateur.modele import Bloc, Fiche, Tableau, Texte


def nombres(f: Fiche, *champs: str) -> dict[str, int]:
    tous = {
        "en_exercice": len(f.membres), "presents": len(f.presents),
        "votants": len(f.presents) + len(f.mandats), "quorum": len(f.membres) // 2 + 1,
    }  # fmt: skip
    dits = {c: tous[c] for c in champs}
    f.or_["effectifs"].update(dits)
    return dits


def absents(f: Fiche) -> list[Bloc]:
    return []


def bloc_chiffres(f: Fiche) -> list[Bloc]:
    n = nombres(f, "en_exercice", "presents", "votants")
    lignes = (f"Nombre de membres en exercice : {n['en_exercice']}", f"Présents : {n['presents']}",
              f"Votants : {n['votants']}")  # fmt: skip
    return [Texte(x, saut=0.05) for x in lignes]


def ligne(f: Fiche) -> list[Bloc]:
    n = nombres(f, "en_exercice", "presents", "votants")
    return [Texte(f"Membres en exercice : {n['en_exercice']} - Présents : {n['presents']} - Votants : {n['votants']}")]


def en_lettres(f: Fiche) -> list[Bloc]:
    n = nombres(f, "en_exercice", "presents")
    return [Texte(f"Nombre de {f.organe.membres} en exercice : {lettres(n['en_exercice'])}", saut=0.05),
            Texte(f"Nombre de présents : {lettres(n['presents'])}", saut=0.05)]  # fmt: skip


def tableau(f: Fiche) -> list[Bloc]:
    n = nombres(f, "en_exercice", "presents", "votants")
    rangs = (("En exercice", "Présents", "Votants"), tuple(str(x) for x in n.values()))
    return [Tableau(rangs, (0.2, 0.2, 0.2), centre=True)]


def phrase_quorum(f: Fiche) -> list[Bloc]:
    n = nombres(f, "en_exercice", "presents", "quorum")
    return [Texte(f"L'assemblée compte {n['en_exercice']} membres en exercice ; {n['presents']} étant présents, le"
                  f" quorum de {n['quorum']} est atteint.")]  # fmt: skip


def marge(f: Fiche) -> list[Bloc]:
    n = nombres(f, "en_exercice", "presents", "votants")
    f.marge += ["Nombre de membres", f"en exercice : {n['en_exercice']}", f"présents : {n['presents']}",
                f"votants : {n['votants']}", ""]  # fmt: skip
    return []


def secretaire_etiquete(f: Fiche) -> list[Bloc]:
    f.or_["seance"]["secretaire"] = f.nom(f.secretaire)
    return [Texte(f"Secrétaire de séance : {f.cite(f.secretaire)}")]


def secretaire_phrase(f: Fiche) -> list[Bloc]:
    f.or_["seance"]["secretaire"] = f.nom(f.secretaire)
    e = f.e(f.secretaire)
    tours = (f"{f.cite(f.secretaire)} a été élu{e} secrétaire de séance.",
             f"{f.cite(f.secretaire)} a été désigné{e} en qualité de secrétaire.",
             f"Il a été procédé à l'élection du secrétaire : {f.cite(f.secretaire)} a été désigné{e}.")  # fmt: skip
    return [Texte(f.alea.choice(tours))]


def rapporteur(f: Fiche) -> list[Bloc]:
    m = f.alea.choice(f.appeles[1:])
    f.or_["rapporteur"] = f.nom(m)
    return [Texte(f"{majuscule(f.alea.choice(('rapporteur', 'RAPPORTEUR')))} : {f.cite(m)}")]


def agent_present(f: Fiche) -> list[Bloc]:
    """Staff are not members: a trap."""
    return [Texte(f"Assistait également à la séance : {f.alea.choice(AGENTS)}.")]


def invites(f: Fiche) -> list[Bloc]:
    un, deux = f.alea.sample(AGENTS, 2)
    return [Texte(f"En présence de {un}, et de {deux}, sans voix délibérative.")]
