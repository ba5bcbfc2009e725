"""The head of an act: letterhead, number, title, session. Each function prints a layout and notes what it printed."""

from outils.generateur import ecriture as ec
from outils.generateur.donnees_lieux import LIEUX, LIEUX_EPCI
from outils.generateur.modele import Bloc, Fiche, Paire, Tableau, Texte, ecrire


def dire_departement(f: Fiche) -> str:
    nom, article, _, _ = f.departement
    f.or_["collectivite"]["departement"] = nom
    return f"{article}{nom}"


def registre(f: Fiche) -> str:
    debut = f.alea.choice(
        ("Extrait du registre des délibérations du", "Délibération du", "Extrait du procès-verbal du")
    )
    return f"{debut} {f.organe.organe}".upper()


def porte_departement(f: Fiche) -> bool:
    return f.organe.cle not in ("region", "departement", "departement_ancien")


def tete_centree(f: Fiche) -> list[Bloc]:
    lignes = ["RÉPUBLIQUE FRANÇAISE"]
    if porte_departement(f):
        lignes.append(f"Département {dire_departement(f)}")
    blocs: list[Bloc] = [Texte(x, "centre", saut=0.1) for x in [*lignes, f.collectivite]]
    return [*blocs, Texte(registre(f), "centre", gras=True, saut=0.6)]


def tete_gauche(f: Fiche) -> list[Bloc]:
    lignes = [f"DÉPARTEMENT {dire_departement(f).upper()}", ec.elider(f"Arrondissement de {f.departement[3]}").upper()]
    if not porte_departement(f):
        f.or_["collectivite"]["departement"] = None
        lignes = ["RÉPUBLIQUE FRANÇAISE"]
    blocs: list[Bloc] = [Texte(x, saut=0.05) for x in [*lignes, f.collectivite.upper()]]
    return [*blocs, Texte(registre(f), "centre", gras=True, saut=1)]


def tete_double(f: Fiche) -> list[Bloc]:
    gauche = [f"Département {dire_departement(f)}"] if porte_departement(f) else ["République française"]
    return [Paire((*gauche, f.collectivite), (registre(f),))]


def tete_sobre(f: Fiche) -> list[Bloc]:
    return [Texte(f.collectivite.upper(), "centre", gras=True), Texte(registre(f), "centre", saut=0.1)]


def numero(f: Fiche, modele: str) -> None:
    """Chooses the number, the next one for a second act; it is printed with the title."""
    f.rang = rang = f.rang + 1 if f.rang else f.alea.randint(1, 90)
    f.numero = modele.format(
        a=f.jour.year, aa=f"{f.jour.year % 100:02d}", m=f"{f.jour.month:02d}", j=f"{f.jour.day:02d}",
        r=rang, rr=f"{rang:02d}", rrr=f"{rang:03d}", n=rang % 9 + 1)  # fmt: skip


def dire_numero(f: Fiche) -> str:
    f.or_["numero"] = f.numero or None
    return f.numero


def objet_etiquete(f: Fiche, objet: str) -> list[Bloc]:
    f.or_["objet"] = objet
    blocs: list[Bloc] = []
    if dire_numero(f):
        blocs.append(Texte(f.alea.choice(("Délibération n° {}", "N° {}", "DÉLIBÉRATION N° {}")).format(f.numero),
                           f.alea.choice(("gauche", "centre")), gras=True, saut=0.6))  # fmt: skip
    return [*blocs, Texte(f"{f.alea.choice(('Objet :', 'OBJET :'))} {objet}", gras=True)]


def objet_centre(f: Fiche, objet: str) -> list[Bloc]:
    """A centred title in capitals, without a label."""
    f.or_["objet"] = objet.upper()
    blocs: list[Bloc] = [Texte(f"Délibération n° {f.numero}", "centre", saut=0.6)] if dire_numero(f) else []
    return [*blocs, Texte(f.or_["objet"], "centre", gras=True, saut=0.5)]


def objet_en_ligne(f: Fiche, objet: str) -> list[Bloc]:
    """Number and title on one line."""
    f.or_["objet"] = objet
    if not dire_numero(f):
        return [Texte(f"Objet : {objet}", gras=True, saut=0.6)]
    return [Texte(f"N° {f.numero} : {objet}", gras=True, saut=0.6)]


def objet_cartouche(f: Fiche, objet: str) -> list[Bloc]:
    """Number and title in a ruled table."""
    f.or_["objet"] = objet
    rangs = [("Objet", objet)]
    if dire_numero(f):
        rangs.insert(0, ("Délibération n°", f.numero))
    return [Tableau(tuple(rangs), (0.25, 0.75), titre=False)]


def dire_chef(f: Fiche) -> str:
    """Who chairs, with the function: in the record."""
    f.or_["seance"]["president"] = f.nom(f.president)
    return f"{f.cite(f.president)}, {f.organe.chef[f.president.femme]}"


def dater(f: Fiche, heure: bool = True) -> tuple[int, int]:
    f.or_["seance"]["date"] = f.jour.isoformat()
    h, m = f.alea.choice(((20, 30), (18, 0), (19, 0), (18, 30), (20, 0), (17, 30), (9, 30)))
    if heure:
        f.or_["seance"]["heure"] = f"{h:02d}:{m:02d}"
    return h, m


def heures(h: int, m: int, lettres: bool = False) -> str:
    if lettres:
        return f"{ec.lettres(h)} heures{' ' + ec.lettres(m) if m else ''}"
    return f"{h} heures{f' {m}' if m else ''}"


def dire_lieu(f: Fiche) -> str:
    article, lieu = f.alea.choice(LIEUX if f.organe.cle in ("commune", "ccas", "ecoles") else LIEUX_EPCI)
    f.or_["seance"]["lieu"] = lieu
    return f"{article}{lieu}"


def dire_organe(f: Fiche) -> str:
    f.or_["collectivite"]["organe"] = f.organe.organe
    return f.organe.le()[3:]


def dire_convocation(f: Fiche, forme: str) -> Texte:
    f.or_["seance"]["date_convocation"] = f.convocation.isoformat()
    return Texte(f"Date de convocation : {ec.courte(f.convocation) if forme == 'courte' else ec.longue(f.convocation)}",
                 saut=0.1)  # fmt: skip


def phrase_chiffres(f: Fiche) -> list[Bloc]:
    h, m = dater(f)
    phrase = (
        f"L'an {f.jour.year}, le {ec.longue(f.jour).rsplit(' ', 1)[0]} à {heures(h, m)}, le {dire_organe(f)},"
        f" régulièrement convoqué, s'est réuni {dire_lieu(f)} en séance publique, sous la présidence de {dire_chef(f)}."
    )
    return [Texte(phrase, saut=0.6), dire_convocation(f, "courte")]


def phrase_lettres(f: Fiche) -> list[Bloc]:
    h, m = dater(f)
    annee = ec.lettres(f.jour.year)
    if f.jour.year < 2000 and f.alea.random() < 0.5:
        annee = annee.replace("mille neuf cent", "mil neuf cent")
    f.or_["seance"]["nature"] = "ordinaire"
    f.or_["seance"]["date_convocation"] = f.convocation.isoformat()
    return [Texte(
        f"L'an {annee}, le {ec.en_lettres(f.jour)}, à {heures(h, m, lettres=True)}, le {dire_organe(f)}, légalement"
        f" convoqué le {ec.longue(f.convocation)}, s'est assemblé {dire_lieu(f)} en séance ordinaire sous la présidence"
        f" de {dire_chef(f)}.", saut=0.6)]  # fmt: skip


def titre_seance(f: Fiche) -> list[Bloc]:
    dater(f, heure=False)
    nature = f.alea.choice((None, "ordinaire", "extraordinaire"))
    f.or_["seance"]["nature"] = nature
    titre = f"Séance {nature + ' ' if nature else ''}du {ec.jour_longue(f.jour)}"
    return [Texte(titre, "centre", gras=True, saut=0.5), dire_convocation(f, "longue"),
            Texte(f"Président : {dire_chef(f)}" if not f.president.femme else f"Présidente : {dire_chef(f)}", saut=0.1),
            Texte(f"Le {dire_organe(f)} s'est réuni {dire_lieu(f)}.", saut=0.1)]  # fmt: skip


def titre_capitales(f: Fiche) -> list[Bloc]:
    h, m = dater(f)
    titre = f"SÉANCE DU {ec.longue(f.jour).upper().replace('1ER', '1er')}"
    f.or_["seance"]["date_convocation"] = f.convocation.isoformat()
    chef = dire_chef(f)
    fin = f"{chef}, présidant la séance." if f.alea.random() < 0.3 else f"sous la présidence de {chef}."
    reuni = f"convoqué le {ec.courte(f.convocation)}, s'est réuni à {h}h{m:02d} {dire_lieu(f)}"
    phrase = f"Le {dire_organe(f)}, {reuni}, {fin}"
    return [Texte(titre, "centre", gras=True, saut=0.5), Texte(phrase)]


def lignes_etiquetees(f: Fiche) -> list[Bloc]:
    """One fact a line, behind its label."""
    h, m = dater(f)
    dire_organe(f)
    f.or_["seance"]["date_convocation"] = f.convocation.isoformat()
    f.or_["seance"]["date_affichage"] = f.convocation.isoformat()
    lignes = (f"Réunion du {ec.jour_longue(f.jour)} à {h} h {m:02d}", f"Présidence de {dire_chef(f)}",
              f"Date de la convocation : {ec.longue(f.convocation)}",
              f"Date d'affichage : {ec.longue(f.convocation)}")  # fmt: skip
    return [Texte(x, saut=0.1) for x in lignes]


def tableau_seance(f: Fiche) -> list[Bloc]:
    h, m = dater(f)
    dire_organe(f)
    f.or_["seance"]["date_convocation"] = f.convocation.isoformat()
    mot = f.alea.choice(("Président de séance", "Présidence", "Sous la présidence de"))
    rangs = (("Date de la séance", ec.courte(f.jour)), ("Date de convocation", ec.courte(f.convocation)),
             ("Heure", f"{h}h{m:02d}"), (mot, dire_chef(f)))  # fmt: skip
    return [Tableau(rangs, (0.32, 0.6), titre=False)]


def marge_seance(f: Fiche) -> list[Bloc]:
    """Dates in the margin, the sentence in the body."""
    h, m = dater(f)
    f.or_["seance"]["date_convocation"] = f.convocation.isoformat()
    f.marge += ["Date de convocation :", ec.courte(f.convocation), ""]
    if f.alea.random() < 0.5:
        f.or_["seance"]["date_affichage"] = f.convocation.isoformat()
        f.marge += ["Date d'affichage :", ec.courte(f.convocation), ""]
    return [Texte(f"Le {ec.jour_longue(f.jour)} à {h} h {m:02d}, le {dire_organe(f)} s'est réuni {dire_lieu(f)} sous la"
                  f" présidence de {dire_chef(f)}.", saut=0.6)]  # fmt: skip


def signe(f: Fiche) -> str:
    """The chair's name as signatures print it."""
    return ecrire(f.president, "prenom NOM")
