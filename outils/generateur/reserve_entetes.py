"""Letterheads and sessions of the part "reserve"."""

from datetime import timedelta

from outils.generateur import ecriture as ec
from outils.generateur.modele import Bloc, Fiche, Texte
from outils.generateur.reserve_blocs import Courant
from outils.generateur.reserve_donnees import RUES, SALLES


def _titre(f: Fiche) -> str:
    if f.choix["document"] == "proces_verbal":
        return f"PROCÈS-VERBAL DE LA RÉUNION DU {f.organe.organe.upper()}"
    return f.alea.choice((f"{f.organe.organe} - Délibération", f"Délibérations du {f.organe.organe}")).upper()


def papier_a_lettre(f: Fiche) -> list[Bloc]:
    """Address, telephone and hours at the top; the same in small at the foot of each page."""
    rue = f.alea.choice(RUES)
    code = f"{f.departement[2].lstrip('0') if f.departement[2] < '097' else '97'}{f.alea.randint(10, 89)}0"
    tel = " ".join(f"{f.alea.randint(10, 98)}" for _ in range(4))
    tel = f"0{f.alea.randint(2, 5)} {tel}" if f.annee > 1996 else tel
    blocs: list[Bloc] = [Texte(f.collectivite, gras=True, saut=0), Texte(f"{rue} - {code}", saut=0.05),
                         Texte(f"Téléphone : {tel}", saut=0.05),
                         Texte("Secrétariat ouvert le mardi et le vendredi de 9 h à 12 h", saut=0.05)]  # fmt: skip
    pied = Courant(f"{f.collectivite} - {rue} - Tél. {tel}", "centre", bas=True)
    return [*blocs, pied, Texte(_titre(f), "centre", gras=True, saut=1)]


def titre_courant(f: Fiche) -> list[Bloc]:
    """The session as a running header from the second page on, with the page number."""
    tete = Courant(f"{f.organe.organe} du {ec.courte(f.jour)} - {f.collectivite}", premiere=False)
    page = Courant("- {p} -", "centre", bas=True)
    return [tete, page, Texte(f.collectivite.upper(), "droite", saut=0), Texte(_titre(f), "droite", saut=0.1)]


def feuillet(f: Fiche) -> list[Bloc]:
    """A leaf of the register: its number is a false number of the act."""
    nom, article, _, ville = f.departement
    blocs: list[Bloc] = [Courant(f"Feuillet n° {f.annee} / {f.alea.randint(1, 40):02d}{{p}}")]
    if f.organe.cle not in ("departement", "departement_ancien"):
        f.or_["collectivite"]["departement"] = nom
        blocs.append(Texte(ec.elider(f"Département {article}{nom} - Arrondissement de {ville}"), saut=0))
    blocs.append(Texte(f"{f.collectivite} - Registre tenu en exécution de la loi", saut=0.1))
    if f.choix["document"] == "proces_verbal":
        blocs.append(Texte(_titre(f), "centre", gras=True, saut=0.8))
    return blocs


def _chef(f: Fiche) -> str:
    f.or_["seance"]["president"] = f.nom(f.president)
    f.or_["collectivite"]["organe"] = f.organe.organe
    return f"{f.cite(f.president)}, {f.organe.chef[f.president.femme]}"


def _heure(f: Fiche) -> tuple[int, int]:
    h, m = f.alea.choice(((20, 15), (18, 45), (19, 30), (17, 0), (14, 30), (10, 0), (20, 35), (9, 0)))
    f.or_["seance"]["heure"] = f"{h:02d}:{m:02d}"
    f.or_["seance"]["date"] = f.jour.isoformat()
    return h, m


def _salle(f: Fiche) -> str:
    salle = f.alea.choice(SALLES)
    f.or_["seance"]["lieu"] = salle
    return f"{'dans' if salle.startswith('salle') else 'à'} la {salle}"


def _convoque(f: Fiche) -> None:
    f.or_["seance"]["date_convocation"] = f.convocation.isoformat()


def par_visioconference(f: Fiche) -> list[Bloc]:
    """A session under the rules of the health crisis."""
    h, m = _heure(f)
    _convoque(f)
    return [Texte(f"En raison de l'état d'urgence sanitaire, la réunion du {ec.jour_longue(f.jour)} s'est tenue hors la"
                  f" présence du public, {_salle(f)} et par visioconférence pour les membres qui l'ont demandé. La"
                  f" séance, retransmise en direct, a été ouverte à {h}h{m:02d} par {_chef(f)}, sur convocation du"
                  f" {ec.longue(f.convocation)}.", saut=0.6)]  # fmt: skip


def ouverture(f: Fiche) -> list[Bloc]:
    """The story of the opening, the session in a heading above it."""
    h, m = _heure(f)
    _convoque(f)
    minutes = f" {m} minutes" if m else " précises"
    return [Texte(f"Réunion du {ec.longue(f.jour)}", "centre", saut=0.6),
            Texte(f"La séance est ouverte à {h} heures{minutes}, {_salle(f)}, par {_chef(f)}, qui la préside. Les"
                  f" convocations ont été adressées le {ec.longue(f.convocation)}.", saut=0.4)]  # fmt: skip


def session(f: Fiche) -> list[Bloc]:
    """A numbered meeting of the year, as départements hold; no hour."""
    f.or_["seance"]["date"] = f.jour.isoformat()
    _convoque(f)
    rang = (f.jour.month + 2) // 3
    chef = f.organe.chef[f.president.femme]
    ordinal = "1ère" if rang == 1 else f"{rang}ème"
    _chef(f)
    return [Texte(f"{ordinal} réunion de {f.annee} - Séance du {ec.longue(f.jour)}", gras=True, saut=0.6),
            Texte(f"Convocation du {ec.courte(f.convocation)}", saut=0.05),
            Texte(f"{f.cite(f.president)}, {chef}, occupe le fauteuil et déclare la séance ouverte.",
                  saut=0.3)]  # fmt: skip


def seconde_convocation(f: Fiche) -> list[Bloc]:
    """The first meeting had no quorum: its date is a trap."""
    h, m = _heure(f)
    _convoque(f)
    avant = f.convocation - timedelta(days=1)
    return [Texte(f"Le quorum n'ayant pas été atteint à la réunion du {ec.longue(avant)}, {f.l_organe}, convoqué à"
                  f" nouveau le {ec.longue(f.convocation)}, s'est réuni sans condition de quorum le"
                  f" {ec.jour_longue(f.jour)} à {h} h{f' {m}' if m else ''}, {_salle(f)},"
                  f" {_chef(f)}, assurant la présidence.",
                  saut=0.6)]  # fmt: skip


def lignes_du_registre(f: Fiche) -> list[Bloc]:
    """The old formula broken in short lines, all in words."""
    h, m = _heure(f)
    minutes = f" {ec.lettres(m)}" if m else ""
    return [Texte(f"L'an {ec.lettres(f.jour.year)}", saut=0.6),
            Texte(f"et le {ec.en_lettres(f.jour)} à {ec.lettres(h)} heures{minutes},", saut=0.05),
            Texte(f"{f.l_organe}, régulièrement convoqué, s'est réuni au nombre prescrit par la loi,", saut=0.05),
            Texte(f"{_salle(f)}, sous la présidence de {_chef(f)}.", saut=0.05)]  # fmt: skip


def session_extraordinaire(f: Fiche) -> list[Bloc]:
    h, m = _heure(f)
    _convoque(f)
    f.or_["seance"]["nature"] = "extraordinaire"
    affiche = f.convocation + timedelta(days=1)
    f.or_["seance"]["date_affichage"] = affiche.isoformat()
    return [Texte(f"SESSION EXTRAORDINAIRE DU {ec.pointee(f.jour)}", gras=True, saut=0.6),
            Texte(f"Sur convocation adressée le {ec.pointee(f.convocation)} et affichée à la porte du siège le"
                  f" {ec.pointee(affiche)}, {f.l_organe} s'est réuni {_salle(f)} à {h}:{m:02d}.", saut=0.2),
            Texte(f"Présidait la réunion : {_chef(f)}", saut=0.1)]  # fmt: skip
