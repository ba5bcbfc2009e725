"""The end of an act: signatures, stamps of the préfecture. Each function prints a layout and notes what it printed."""

from datetime import timedelta

from outils.generateur import ecriture as ec
from outils.generateur.modele import Bloc, Cadre, Fiche, Membre, Paire, Texte, ecrire


def signer(f: Fiche, m: Membre, qualite: str) -> str:
    nom = ecrire(m, "prenom NOM")
    f.or_["signataires"].append({"nom": nom, "qualite": qualite})
    return nom


def signer_chef(f: Fiche) -> str:
    return signer(f, f.president, f.organe.chef[f.president.femme])


def seul(f: Fiche) -> list[Bloc]:
    return [Texte("Fait et délibéré les jour, mois et an susdits.", saut=0.8),
            Texte(f"{f.le_chef},", "droite", saut=0.6), Texte(signer_chef(f), "droite", saut=1.5)]  # fmt: skip


def certifie(f: Fiche) -> list[Bloc]:
    mots = ("Pour extrait certifié conforme,", "Pour copie conforme au registre,", "Pour extrait conforme,")
    return [Texte(f.alea.choice(mots), "droite", saut=0.8), Texte(f"{f.le_chef},", "droite", saut=0.1),
            Texte(signer_chef(f), "droite", saut=0.1)]  # fmt: skip


def deux(f: Fiche) -> list[Bloc]:
    secretaire = signer(f, f.secretaire, "secrétaire de séance")
    article = "La" if f.secretaire.femme else "Le"
    return [Paire((f"{article} secrétaire de séance,", "", secretaire), (f"{f.le_chef},", "", signer_chef(f)))]


def signe(f: Fiche) -> list[Bloc]:
    return [Texte("Ont signé au registre les membres présents.", saut=0.8),
            Texte(f"{f.le_chef}, signé : {signer_chef(f)}", "droite", saut=0.6)]  # fmt: skip


def sans_nom(f: Fiche) -> list[Bloc]:
    return [Texte("Ainsi fait et délibéré, les jour, mois et an que dessus.", saut=0.8),
            Texte(f"{f.le_chef},", "droite", saut=0.6)]  # fmt: skip


def _acte(f: Fiche) -> str:
    numero = "".join(c if c.isalnum() else "_" for c in f.numero) or f"D{f.alea.randint(1, 99):02d}"
    siren = f"2{f.departement[2][-2:] if f.departement[2].isdigit() else '00'}{f.alea.randint(100000, 999999)}"
    ident = f"{f.departement[2]}-{siren}-{f.jour:%Y%m%d}-{numero}-DE"
    f.or_["teletransmission"]["identifiant"] = ident
    return ident


def _dates(f: Fiche, *champs: str) -> list[str]:
    """Days after the session, in order."""
    jour, sorties = f.jour, []
    for champ in champs:
        jour += timedelta(days=f.alea.randint(0, 3))
        f.or_["teletransmission"][champ] = jour.isoformat()
        sorties.append(ec.courte(jour))
    return sorties


def aucun(f: Fiche) -> list[Bloc]:
    return []


def envoye_recu(f: Fiche) -> list[Bloc]:
    """The electronic stamp at the top of each page."""
    envoi, reception, publication = _dates(f, "date_envoi", "date_reception", "date_publication")
    mot = "Publié" if f.jour.year > 2021 else "Affiché"
    return [Cadre((f"Envoyé en préfecture le {envoi}", f"Reçu en préfecture le {reception}",
                   f"{mot} le {publication}", f"ID : {_acte(f)}"), "haut", 0.5, chaque_page=True)]  # fmt: skip


def accuse(f: Fiche) -> list[Bloc]:
    ident = _acte(f)
    envoi, reception = _dates(f, "date_envoi", "date_reception")
    return [Cadre(("Accusé de réception en préfecture", ident, f"Date de télétransmission : {envoi}",
                   f"Date de réception préfecture : {reception}"),
                  f.alea.choice(("haut", "gauche")), 0.45)]  # fmt: skip


def recu_cadre(f: Fiche) -> list[Bloc]:
    """An ink stamp."""
    (recu,) = _dates(f, "date_reception")
    mot = f.alea.choice(("PRÉFECTURE", "SOUS-PRÉFECTURE"))
    return [Cadre((f"REÇU EN {mot}", f"LE {recu}"), f.alea.choice(("gauche", "haut")), 0.32)]


def executoire(f: Fiche) -> list[Bloc]:
    """The closing certificate of the mayor."""
    transmis, publie = _dates(f, "date_envoi", "date_publication")
    return [Texte(f"Acte certifié exécutoire : transmis en préfecture le {transmis}, publié le {publie}.", saut=0.8)]


def affiche(f: Fiche) -> list[Bloc]:
    recu, publie = _dates(f, "date_reception", "date_publication")
    return [Cadre((f"Reçu en préfecture le {recu}", f"Affiché le {publie}"), "centre", 0.4)]


def recours(f: Fiche) -> list[Bloc]:
    """The clause on appeals, which belongs to no field."""
    return [Texte("La présente délibération peut faire l'objet d'un recours pour excès de pouvoir devant le tribunal"
                  " administratif dans un délai de deux mois à compter de sa publication.", saut=0.8)]  # fmt: skip
