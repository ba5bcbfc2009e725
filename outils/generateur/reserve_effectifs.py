"""Numbers, secretary, rapporteur and staff in the part "reserve"."""

from outils.generateur.ecriture import lettres
from outils.generateur.effectifs import nombres
from outils.generateur.modele import Bloc, Cadre, Fiche, Tableau, Texte
from outils.generateur.reserve_donnees import AGENTS


def cadre(f: Fiche) -> list[Bloc]:
    """A box whose figures are not all of the record: absents and powers are traps."""
    n = nombres(f, "en_exercice", "presents", "votants")
    lignes = (f"En exercice : {n['en_exercice']}", f"Présents : {n['presents']}",
              f"Absents : {n['en_exercice'] - n['presents']}", f"Pouvoirs : {len(f.mandats)}",
              f"Votants : {n['votants']}")  # fmt: skip
    return [Cadre(lignes, f.alea.choice(("gauche", "droite")), 0.28)]


def phrase_soit(f: Fiche) -> list[Bloc]:
    n = nombres(f, "en_exercice", "presents", "votants", "quorum")
    r = len(f.mandats)
    suite = f"{r} {'sont représentés' if r > 1 else 'est représenté'}" if r else "aucun n'est représenté"
    return [Texte(f"Sur les {n['en_exercice']} membres en exercice, {n['presents']} sont présents et {suite}, ce qui"
                  f" porte à {n['votants']} le nombre des votants. Le quorum, fixé à {n['quorum']}, est"
                  " atteint.")]  # fmt: skip


def sur(f: Fiche) -> list[Bloc]:
    n = nombres(f, "en_exercice", "presents")
    return [Texte(f"Présents : {n['presents']} sur {n['en_exercice']} en exercice (pouvoirs : {len(f.mandats)})")]


def quorum_reduit(f: Fiche) -> list[Bloc]:
    """The quorum of the health crisis: one third."""
    n = nombres(f, "en_exercice", "presents")
    tiers = -(-n["en_exercice"] // 3)
    f.or_["effectifs"]["quorum"] = tiers
    return [Texte("En raison de l'état d'urgence sanitaire, l'assemblée délibère valablement dès que le tiers de ses"
                  f" membres est présent. Membres en exercice : {n['en_exercice']} ; quorum : {tiers} ; présents :"
                  f" {n['presents']}.")]  # fmt: skip


def conduites(f: Fiche) -> list[Bloc]:
    """Dotted lines to the figures."""
    n = nombres(f, "en_exercice", "presents", "votants")
    lignes = (("Nombre des membres en exercice", n["en_exercice"]), ("Nombre des membres présents", n["presents"]),
              ("Nombre des procurations", len(f.mandats)), ("Nombre des votants", n["votants"]))  # fmt: skip
    return [Texte(f"{mot} {'.' * (44 - len(mot))} {x}", saut=0.05) for mot, x in lignes]


def lettres_et_chiffres(f: Fiche) -> list[Bloc]:
    n = nombres(f, "en_exercice", "presents")
    return [Texte(f"L'assemblée se compose de {lettres(n['en_exercice'])} ({n['en_exercice']}) membres en exercice,"
                  f" dont {lettres(n['presents'])} ({n['presents']}) présents à l'ouverture.")]  # fmt: skip


def colonne(f: Fiche) -> list[Bloc]:
    """A form: one label a row."""
    n = nombres(f, "en_exercice", "presents", "quorum", "votants")
    rangs = (("Effectif légal en exercice", str(n["en_exercice"])), ("Quorum", str(n["quorum"])),
             ("Présents", str(n["presents"])), ("Nombre de suffrages (votants)", str(n["votants"])))  # fmt: skip
    return [Tableau(rangs, (0.36, 0.1), titre=False)]


def secretaire_et_auxiliaire(f: Fiche) -> list[Bloc]:
    """The member, and the clerk who helps: a trap."""
    f.or_["seance"]["secretaire"] = f.nom(f.secretaire)
    return [Texte(f"Les fonctions de secrétaire sont remplies par {f.cite(f.secretaire)}, à"
                  f" {'laquelle' if f.secretaire.femme else 'qui'} est adjoint à titre d'auxiliaire"
                  f" {f.alea.choice(AGENTS)}.")]  # fmt: skip


def secretaire_propose(f: Fiche) -> list[Bloc]:
    f.or_["seance"]["secretaire"] = f.nom(f.secretaire)
    return [
        Texte(f"{f.monsieur_le} propose de confier le secrétariat de la séance à {f.cite(f.secretaire)}, qui accepte.")
    ]


def secretaire_mot(f: Fiche) -> list[Bloc]:
    """The name, then the role."""
    f.or_["seance"]["secretaire"] = f.nom(f.secretaire)
    return [Texte(f"{f.cite(f.secretaire)}, secrétaire désigné{f.e(f.secretaire)} à l'ouverture, procède à l'appel.")]


def rapport_presente(f: Fiche) -> list[Bloc]:
    m = f.alea.choice(f.appeles[1:])
    f.or_["rapporteur"] = f.nom(m)
    return [Texte(f"Rapport présenté par {f.cite(m)}")]


def consultatifs(f: Fiche) -> list[Bloc]:
    """Staff, one of them excused: neither present nor excused in the record."""
    un, deux = f.alea.sample(AGENTS, 2)
    return [Texte("Assistaient en outre, sans prendre part aux débats, au titre de l'administration :", saut=0.3),
            Texte(f"- {un}", "retrait", saut=0.05), Texte(f"- {deux}", "retrait", saut=0.05)]  # fmt: skip
