"""How the session is told in the part "aveugle"."""

from outils.generateur import aveugle_donnees as ed
from outils.generateur import ecriture as ec
from outils.generateur.modele import Bloc, Fiche, Paire, Tableau, Texte

HEURES = ((20, 30), (18, 15), (19, 0), (14, 30), (20, 45), (10, 0), (17, 0), (9, 15))


def _seance(f: Fiche, **champs: str) -> None:
    f.or_["seance"].update(date=f.jour.isoformat(), president=f.nom(f.president), **champs)
    f.or_["collectivite"]["organe"] = f.organe.organe


def _heure(f: Fiche) -> tuple[int, int]:
    h, m = f.alea.choice(HEURES)
    f.or_["seance"]["heure"] = f"{h:02d}:{m:02d}"
    return h, m


def _lieu(f: Fiche) -> str:
    mairie = f.organe.cle in ("commune", "commune_nouvelle", "ccas")
    article, lieu = f.alea.choice(ed.LIEUX_MAIRIE if mairie else ed.LIEUX)
    f.or_["seance"]["lieu"] = lieu
    return f"{article}{lieu}"


def _long(f: Fiche) -> str:
    """The chair, the civility in full."""
    return f"{'Madame' if f.president.femme else 'Monsieur'} {f.nom(f.president)}"


def _fonction(f: Fiche) -> str:
    return f.organe.chef[f.president.femme]


def _petit(f: Fiche) -> str:
    nom = f.organe.le()
    return nom[0].lower() + nom[1:]


def an_et_le(f: Fiche) -> list[Bloc]:
    """The southern opening, in words, a line for each part of it."""
    h, m = _heure(f)
    _seance(f)
    minutes = f" {ec.lettres(m)} minutes" if m else ""
    return [
        Texte(f"L'AN {ec.lettres(f.jour.year).upper()}", "centre", saut=0.7),
        Texte(f"et le {ec.en_lettres(f.jour)} à {ec.lettres(h)} heures{minutes},", "centre", saut=0.05),
        Texte(f"{f.organe.le()}, dûment convoqué, s'est assemblé {_lieu(f)}, sous la présidence de {_long(f)},"
              f" {_fonction(f)}.", saut=0.3),
    ]  # fmt: skip


def presidence_d_abord(f: Fiche) -> list[Bloc]:
    """The chair first, the hour in a sentence of its own."""
    h, m = _heure(f)
    _seance(f, date_convocation=f.convocation.isoformat())
    ouverte = f"{h} heures {m:02d}" if m else f"{h} heures"
    return [
        Texte(f"Sous la présidence de {_long(f)}, {_fonction(f)}, {_petit(f)}, convoqué par lettre du"
              f" {ec.jour_longue(f.convocation)}, a siégé {_lieu(f)} le {ec.jour_longue(f.jour)}.", saut=0.6),
        Texte(f"La séance est ouverte à {ouverte}.", saut=0.1),
    ]  # fmt: skip


def trois_dates(f: Fiche) -> list[Bloc]:
    """Three dates in columns without rules, with dots or dashes between the figures."""
    signe = f.alea.choice((".", "-"))
    _seance(f, date_convocation=f.convocation.isoformat(), date_affichage=f.convocation.isoformat())
    dates = [ec.pointee(d).replace(".", signe) for d in (f.jour, f.convocation, f.convocation)]
    nature = f.alea.choice(("ordinaire", "extraordinaire"))
    f.or_["seance"]["nature"] = nature
    rangs = (("Séance du", "Convocation du", "Affichage du"), tuple(dates))
    return [Tableau(rangs, (0.3, 0.3, 0.3), filets=False, centre=True),
            Texte(f"{f.organe.le()} s'est réuni en session {nature} {_lieu(f)}.", saut=0.2),
            Texte(f"Présidait : {_long(f)}, {_fonction(f)}.", saut=0.1)]  # fmt: skip


def face_a_face(f: Fiche) -> list[Bloc]:
    """The session on one side, the convocation and the place on the other."""
    h, m = _heure(f)
    _lieu(f)
    lieu = ec.majuscule(f.or_["seance"]["lieu"])
    _seance(f, date_convocation=f.convocation.isoformat(), lieu=lieu)
    gauche = (f"Séance du {ec.longue(f.jour)}", f"à {h}h{m:02d}", f"Lieu : {lieu}")
    droite = (f"Convoqué le {ec.longue(f.convocation)}", "Président de séance :", f"{f.cite(f.president)}")
    return [Paire(gauche, droite)]


def suite_a_convocation(f: Fiche) -> list[Bloc]:
    """The convocation and its posting told in the sentence, the date of the session on the right, above."""
    h, m = _heure(f)
    affiche = f.convocation
    _seance(f, date_convocation=f.convocation.isoformat(), date_affichage=affiche.isoformat())
    quand = f"{h} H {m:02d}" if m else f"{h} H"
    qui = f"{_long(f)}, {_fonction(f)}, ouvre la séance à {quand} et la préside."
    return [
        Texte(f"Séance publique du {ec.jour_longue(f.jour)}", "droite", gras=True, saut=0.6),
        Texte(f"{f.organe.le()} s'est réuni {_lieu(f)} sur la convocation qui lui a été adressée le"
              f" {ec.longue(f.convocation)}, laquelle a été affichée à la porte le {ec.longue(affiche)}.", saut=0.4),
        Texte(qui, saut=0.1),
    ]  # fmt: skip
