"""Signatures and stamps of the part "reserve"."""

import re
from datetime import timedelta

from outils.generateur import ecriture as ec
from outils.generateur.clotures import signer
from outils.generateur.modele import Bloc, Cadre, Fiche, Texte
from outils.generateur.reserve_blocs import Cachet, Courant


def par_delegation(f: Fiche) -> list[Bloc]:
    """A deputy signs for the chair, whose name is not printed."""
    adjoints = [m for m in f.presents if m is not f.president and m.qualite[0].isdigit()]
    if not adjoints:
        return electronique(f)
    m = adjoints[0]
    article = "La" if m.femme else "Le"
    return [Texte(f"Fait le {ec.longue(f.jour)}", "droite", saut=0.8),
            Texte(f"Pour {f.le_chef.replace('L', 'l', 1)} empêché{f.e(f.president)},", "droite", saut=0.2),
            Texte(f"{article} {m.qualite},", "droite", saut=0.05),
            Texte(signer(f, m, m.qualite), "droite", saut=1.6)]  # fmt: skip


def electronique(f: Fiche) -> list[Bloc]:
    """A box of an electronic signature; on a typewriter, "signé"."""
    qualite = f.organe.chef[f.president.femme]
    nom = signer(f, f.president, qualite)
    if f.annee < 2012:
        return [Texte("Pour expédition conforme :", saut=0.8), Texte(f"{f.le_chef}, {nom} (signé)", saut=0.1)]
    signe = f.jour + timedelta(days=f.alea.randint(1, 4))
    return [Cadre(("Signé électroniquement par :", nom, f"Date de signature : {ec.courte(signe)}",
                   f"Qualité : {qualite}"), "droite", 0.42)]  # fmt: skip


def avec_cachet(f: Fiche) -> list[Bloc]:
    """The round stamp of the body beside the signature."""
    court = f.collectivite.split(" ")[0].upper()
    return [Texte("Pour extrait littéral du registre,", saut=0.8),
            Cachet((court, "* SCEAU *", f"({f.departement[2][-2:]})"), "gauche"),
            Texte(f"{f.le_chef},", "droite", saut=0.6),
            Texte(signer(f, f.president, f.organe.chef[f.president.femme]), "droite", saut=2),
            Texte("", saut=2.4)]  # fmt: skip


def levee_de_seance(f: Fiche) -> list[Bloc]:
    """Other business, which is no act; the hour of the end, which is no hour of the session; two signatures."""
    un, deux = f.alea.sample([m for m in f.presents if m is not f.president], 2)
    titre, lieu = f.le_chef, f.alea.choice(("l'école", "la gare", "l'ancien lavoir"))
    nom = signer(f, f.president, f.organe.chef[f.president.femme])
    signatures = [Texte(f"{titre} : {nom}", saut=0.8)]
    if f.or_["seance"]["secretaire"]:
        article = "La" if f.secretaire.femme else "Le"
        signatures.append(Texte(f"{article} secrétaire : {signer(f, f.secretaire, 'secrétaire')}", saut=0.8))
    return [Texte("*   *   *", "centre", saut=0.8), Texte("Questions diverses", gras=True, saut=0.4),
            Texte(f"{f.cite(un)} signale qu'un lampadaire est éteint près de {lieu}."
                  f" {f.cite(deux)} rappelle la date du repas des aînés.", saut=0.3),
            Texte("L'ordre du jour étant épuisé et plus personne ne demandant la parole, la séance est levée à"
                  f" {f.alea.choice(('22 h 10', '23 h 05', '22 h 45'))}.", saut=0.5),
            *signatures]  # fmt: skip


def _dates(f: Fiche, *champs: str) -> list[str]:
    jour, sorties = f.jour, []
    for champ in champs:
        jour += timedelta(days=f.alea.randint(1, 4))
        if champ:
            f.or_["teletransmission"][champ] = jour.isoformat()
        sorties.append(ec.courte(jour))
    return sorties


def trois_cachets(f: Fiche) -> list[Bloc]:
    """Three ink stamps; the one of the notification holds no field."""
    recu, publie, notifie = _dates(f, "date_reception", "date_publication", "")
    return [Cadre(("SOUS-PRÉFECTURE", f"Reçu le {recu}"), "haut", 0.3), Cadre((f"PUBLIÉ LE {publie}",), "gauche", 0.3),
            Cadre((f"NOTIFIÉ LE {notifie}",), "droite", 0.3)]  # fmt: skip


def certificat(f: Fiche) -> list[Bloc]:
    """A certificate in a sentence."""
    recu, publie = _dates(f, "date_reception", "date_publication")
    moyen = "mise en ligne" if f.annee > 2021 else "affichage au siège"
    return [Texte(f"{f.le_chef} soussigné{f.e(f.president)} certifie, sous sa responsabilité, que la"
                  f" présente délibération a été reçue en préfecture le {recu} et publiée par {moyen} le {publie}, et"
                  " qu'elle est exécutoire de plein droit.", saut=0.8)]  # fmt: skip


def pied_de_page(f: Fiche) -> list[Bloc]:
    """The traces of the transmission along the foot of each page."""
    transmis, recu = _dates(f, "date_envoi", "date_reception")
    numero = "_".join(re.findall(r"\w+", f.numero)) or f"D{f.alea.randint(1, 99):02d}"
    ident = f"{f.departement[2]}-2{f.alea.randint(10000000, 99999999)}-{f.jour:%Y%m%d}-{numero}-DE"
    f.or_["teletransmission"]["identifiant"] = ident
    return [Courant(f"Transmis en préfecture le {transmis} - Reçu le {recu} - {ident}", bas=True)]
