"""Ends of acts of the part "aveugle": signatures, stamps, appeals. Each function notes what it printed."""

from datetime import date, timedelta

from outils.generateur import ecriture as ec
from outils.generateur.modele import Bloc, Cadre, Fiche, Membre, Tableau, Texte, ecrire


def _titre(f: Fiche) -> str:
    femme = f.president.femme
    return f"{'La' if femme else 'Le'} {f.organe.chef[femme]}"


def _signer(f: Fiche, m: Membre, qualite: str) -> str:
    nom = ecrire(m, "prenom NOM")
    f.or_["signataires"].append({"nom": nom, "qualite": qualite})
    return nom


def empeche(f: Fiche) -> list[Bloc]:
    """A deputy signs for the chair."""
    m, femme = f.presents[1], f.president.femme
    chef = f.organe.chef[femme]
    pour = f"Pour {'la' if femme else 'le'} {chef} empêché{'e' if femme else ''},"
    article = "L'" if m.qualite[0] in "aeiou" else "La " if m.femme else "Le "
    return [Texte(f"Délibéré en séance, le {ec.longue(f.jour)}.", saut=0.8), Texte(pour, "droite", saut=0.5),
            Texte(f"{article}{m.qualite},", "droite", saut=0.1),
            Texte(_signer(f, m, m.qualite), "droite", saut=1.6)]  # fmt: skip


def nom_puis_qualite(f: Fiche) -> list[Bloc]:
    """The name, and the function under it, at the left; signed some days later."""
    jour = f.jour + timedelta(days=f.alea.randint(1, 6))
    qualite = f.organe.chef[f.president.femme]
    return [Texte(f"Pour expédition conforme au registre, le {ec.longue(jour)}", saut=1),
            Texte(_signer(f, f.president, qualite), saut=1.8), Texte(qualite, saut=0.05)]  # fmt: skip


def electronique(f: Fiche) -> list[Bloc]:
    """The mark of an electronic signature."""
    jour = f.jour + timedelta(days=f.alea.randint(0, 3))
    qualite = f.organe.chef[f.president.femme]
    nom = _signer(f, f.president, qualite)
    return [Texte("Ont signé au registre les membres présents ; pour extrait conforme.", saut=0.8),
            Cadre((f"Signé électroniquement par : {nom}", f"Date de signature : {ec.courte(jour)}",
                   f"Qualité : {qualite}"), f.alea.choice(("gauche", "droite")), 0.4)]  # fmt: skip


def seance_levee(f: Fiche) -> list[Bloc]:
    """The end of the meeting, then a line a signatory; the secretary only when the head names one."""
    debut = int((f.or_["seance"]["heure"] or "20:00")[:2])
    heure = f"{min(23, debut + f.alea.randint(1, 3))} h {f.alea.choice((35, 40, 45, 50, 55))}"
    blocs: list[Bloc] = [Texte(f"L'ordre du jour étant épuisé, la séance est levée à {heure}.", saut=0.8)]
    if f.or_["seance"]["secretaire"]:
        titre = f"{'La' if f.secretaire.femme else 'Le'} secrétaire de séance"
        blocs.append(Texte(f"{titre} : {_signer(f, f.secretaire, 'secrétaire de séance')}", saut=0.6))
    chef = _signer(f, f.president, f.organe.chef[f.president.femme])
    return [*blocs, Texte(f"{_titre(f)} : {chef}", saut=0.8)]


def _apres(jour: date, f: Fiche, champ: str) -> date:
    """Some days later, noted."""
    jour += timedelta(days=f.alea.randint(0, 3))
    f.or_["teletransmission"][champ] = jour.isoformat()
    return jour


def _identifiant(f: Fiche) -> str:
    numero = "".join(c if c.isalnum() else "_" for c in f.numero).upper() or f"DE{f.alea.randint(100, 999)}"
    siren = f"2{f.alea.randint(10000000, 99999999)}"
    ident = f"{f.departement[2]}-{siren}-{f.jour:%Y%m%d}-{numero}-DE"
    f.or_["teletransmission"]["identifiant"] = ident
    return ident


def caractere_executoire(f: Fiche) -> list[Bloc]:
    """The certificate in a list, with dates in words."""
    recu = _apres(f.jour, f, "date_reception")
    publie = _apres(recu, f, "date_publication")
    mot = f.alea.choice(("Préfecture", "Sous-Préfecture"))
    return [Texte("Certifié exécutoire, compte tenu :", saut=0.8),
            Texte(f"- de la réception en {mot} le {ec.longue(recu)}", "retrait", saut=0.05),
            Texte(f"- et de la publication le {ec.longue(publie)}", "retrait", saut=0.05)]  # fmt: skip


def ar_prefecture(f: Fiche) -> list[Bloc]:
    """The acknowledgement at the top of each page."""
    recu = _apres(f.jour, f, "date_reception")
    publie = _apres(recu, f, "date_publication")
    return [Cadre(("AR PREFECTURE", _identifiant(f), f"Reçu le {ec.courte(recu)}", f"Publié le {ec.courte(publie)}"),
                  "haut", 0.3, chaque_page=True)]  # fmt: skip


def grille_transmission(f: Fiche) -> list[Bloc]:
    """A ruled table under the act."""
    envoi = _apres(f.jour, f, "date_envoi")
    recu = _apres(envoi, f, "date_reception")
    publie = _apres(recu, f, "date_publication")
    mot = "Mise en ligne de l'acte" if f.annee > 2022 else "Affichage de l'acte"
    rangs = (("Contrôle de légalité", "Date"), ("Transmis à la préfecture", ec.pointee(envoi)),
             ("Reçu par la préfecture", ec.pointee(recu)), (mot, ec.pointee(publie)))  # fmt: skip
    return [Tableau(rangs, (0.4, 0.2), centre=True)]


def voies_de_recours(f: Fiche) -> list[Bloc]:
    """Two remedies and their delays: numbers and words of no field."""
    titre = _titre(f)
    devant = f"devant {titre[0].lower()}{titre[1:]}"
    site = " ou par l'application Télérecours citoyens (www.telerecours.fr)" if f.annee >= 2019 else ""
    return [Texte("Voies et délais de recours", gras=True, saut=0.8),
            Texte(f"Un recours gracieux peut être formé {devant} dans les deux mois qui suivent la publication de"
                  " l'acte. L'absence de réponse pendant deux mois vaut rejet et ouvre un nouveau délai de deux mois"
                  f" pour saisir le tribunal administratif, par courrier{site}.", saut=0.1)]  # fmt: skip
