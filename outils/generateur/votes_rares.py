"""Votes told in other ways: words, tables, ticks, groups, secret ballots, refusals, adjournments."""

from outils.generateur.ecriture import feminin, majuscule
from outils.generateur.modele import Fiche, Tableau, Texte
from outils.generateur.votes import Vote, dire, noter_partage, partager, votants


def unanimite_mise_aux_voix(f: Fiche) -> Vote:
    dire(f, resultat="adopte", unanimite=True)
    mots = ("Mise aux voix, la délibération est adoptée à l'unanimité.",
            "Le rapport, mis aux voix, est adopté à l'unanimité des membres présents et représentés.",
            "Résultat du vote : unanimité")  # fmt: skip
    return Vote(suites=(Texte(f.alea.choice(mots)),))


def lettres(f: Fiche) -> Vote:
    p = partager(f)
    noter_partage(f, p)
    a = len(p.abstenus)
    return Vote(incise=f"par {feminin(p.pour)} voix pour, {feminin(len(p.contre))} voix contre et {feminin(a)}"
                       f" abstention{'s' if a > 1 else ''}")  # fmt: skip


def tableau(f: Fiche) -> Vote:
    p = partager(f)
    f.or_["effectifs"]["votants"] = len(votants(f))
    noter_partage(f, p)
    rangs = (("Votants", "Pour", "Contre", "Abstentions"),
             (str(len(votants(f))), str(p.pour), str(len(p.contre)), str(len(p.abstenus))))  # fmt: skip
    return Vote(suites=(Texte("Résultat du scrutin :"), Tableau(rangs, (0.2, 0.2, 0.2, 0.2), centre=True)))


def tableau_vertical(f: Fiche) -> Vote:
    """One row a kind of vote, with the names beside the figure."""
    p = partager(f)
    noter_partage(f, p, noms=True)
    rangs = (("VOTE", "Nombre", "Noms"), ("Pour", str(p.pour), ""),
             ("Contre", str(len(p.contre)), ", ".join(f.noms(p.contre))),
             ("Abstention", str(len(p.abstenus)), ", ".join(f.noms(p.abstenus))))  # fmt: skip
    return Vote(suites=(Tableau(rangs, (0.2, 0.15, 0.6)),))


def cases_cochees(f: Fiche) -> Vote:
    """Ticks; the unticked boxes are traps."""
    dire(f, resultat="adopte", unanimite=True)
    return Vote(suites=(Texte("[X] Adopté à l'unanimité    [ ] Adopté à la majorité    [ ] Rejeté"),))


def groupes(f: Fiche) -> Vote:
    """Groups are not names."""
    p = partager(f)
    noter_partage(f, p)
    lignes = (f"Pour : {p.pour}", f"Contre : {len(p.contre)} (groupe « {p.contre[0].groupe} »)",
              f"Abstentions : {len(p.abstenus)} (groupe « {p.abstenus[0].groupe} »)")  # fmt: skip
    return Vote(suites=tuple(Texte(x, saut=0.05) for x in lignes))


def scrutin_secret(f: Fiche) -> Vote:
    dire(f, resultat="adopte")
    return Vote(incise="au scrutin secret")


def rejet(f: Fiche) -> Vote:
    """More against than for; the names are not printed."""
    total = len(votants(f))
    pour, abstentions = f.alea.randint(1, total // 3), f.alea.randint(1, 2)
    dire(f, resultat="rejete", unanimite=False, pour=pour, contre=total - pour - abstentions, abstentions=abstentions)
    a = f"{abstentions} abstention{'s' if abstentions > 1 else ''}"
    return Vote(incise=f"par {total - pour - abstentions} voix contre, {pour} voix pour et {a}", verbe="rejeter")


def ajournement(f: Fiche) -> Vote:
    dire(f, resultat="ajourne")
    return Vote(verbe="ajourner")


def avis_defavorable(f: Fiche) -> Vote:
    dire(f, resultat="avis_defavorable", unanimite=True)
    return Vote(incise="à l'unanimité", verbe="avis défavorable")


def prend_acte_unanimite(f: Fiche) -> Vote:
    dire(f, resultat="prend_acte", unanimite=True)
    return Vote(incise="à l'unanimité", verbe="prendre acte")


def ont_vote_contre(f: Fiche) -> Vote:
    """Names without figures."""
    p = partager(f)
    dire(f, resultat="adopte", unanimite=False, noms_contre=f.noms(p.contre), noms_abstention=f.noms(p.abstenus))
    contre, abstenus = (", ".join(f.cite(m) for m in ms) for ms in (p.contre, p.abstenus))
    tete = "Ont voté contre" if len(p.contre) > 1 else "A voté contre"
    queue = "Se sont abstenus" if len(p.abstenus) > 1 else "S'est abstenue" if p.abstenus[0].femme else "S'est abstenu"
    return Vote(incise="à la majorité", suites=(Texte(f"{tete} : {contre}. {queue} : {abstenus}."),))


def deport_longue(f: Fiche) -> Vote:
    """Two members leave the room; the count follows."""
    sortis = f.alea.sample([m for m in f.presents if m is not f.president and m is not f.secretaire], 2)
    total = len(votants(f)) - 2
    dire(f, resultat="adopte", pour=total, noms_ne_prend_pas_part=f.noms(sortis))
    f.non_notes.append("decision.vote.unanimite")
    noms = " et ".join(f.cite(m) for m in sortis)
    return Vote(incise=f"par {total} voix pour",
                suites=(Texte(f"{noms}, intéressés à l'affaire, ont quitté la salle et n'ont pas pris part"
                              " au vote."),))  # fmt: skip


def abstention_seule(f: Fiche) -> Vote:
    """ "à l'unanimité et deux abstentions": unanimous as printed, and not quite."""
    p = partager(f)
    a = len(p.abstenus)
    dire(f, resultat="adopte", abstentions=a, noms_abstention=f.noms(p.abstenus))
    f.non_notes.append("decision.vote.unanimite")
    noms = ", ".join(f.cite(m) for m in p.abstenus)
    return Vote(incise=f"à l'unanimité moins {feminin(a)} abstention{'s' if a > 1 else ''} ({noms})")


def en_tete(f: Fiche) -> Vote:
    """Figures in words on a line of their own."""
    total = len(votants(f))
    dire(f, resultat="adopte", unanimite=True, pour=total)
    return Vote(suites=(Texte(f"{majuscule(feminin(total))} voix pour : adopté à l'unanimité."),))
