"""Votes of the part "aveugle", told by sentences. Each function notes the vote and gives its words."""

from outils.generateur.ecriture import feminin
from outils.generateur.modele import Fiche, Membre, Texte
from outils.generateur.votes import Partage, Vote, dire, votants
from outils.generateur.votes import partager as tirer_partage


def partager(f: Fiche) -> Partage:
    """A divided vote that more are for than against."""
    p = tirer_partage(f)
    while p.pour <= len(p.contre):
        p = tirer_partage(f)
    return p


def ensemble(f: Fiche, membres: list[Membre]) -> str:
    """ "MM. Luc PIN et Jean ROY, Mme Anne BOIS": one civility for several names."""
    groupes = []
    for femme, seul, plusieurs in ((False, "M.", "MM."), (True, "Mme", "Mmes")):
        noms = [f.nom(m) for m in membres if m.femme is femme]
        if noms:
            liste = f"{', '.join(noms[:-1])} et {noms[-1]}" if len(noms) > 1 else noms[0]
            groupes.append(f"{plusieurs if len(noms) > 1 else seul} {liste}")
    return ", ".join(groupes)


def rangee(membres: list[Membre]) -> list[Membre]:
    """The order in which ``ensemble`` prints them."""
    return sorted(membres, key=lambda m: m.femme)


def majorite_parenthese(f: Fiche) -> Vote:
    """The figures of the minority alone, and its names under shared civilities."""
    p = partager(f)
    contre, abstenus = rangee(p.contre), rangee(p.abstenus)
    dire(f, resultat="adopte", unanimite=False, contre=len(contre), abstentions=len(abstenus),
         noms_contre=f.noms(contre), noms_abstention=f.noms(abstenus))  # fmt: skip
    s = "s" if len(abstenus) > 1 else ""
    return Vote(incise=f"à la majorité ({len(contre)} contre : {ensemble(f, contre)} ; {len(abstenus)}"
                       f" abstention{s} : {ensemble(f, abstenus)})")  # fmt: skip


def unanimite_comptee(f: Fiche) -> Vote:
    """ "à l'unanimité (15 voix pour)"."""
    total = len(votants(f))
    dire(f, resultat="adopte", unanimite=True, pour=total)
    tours = ("à l'unanimité ({} voix pour)", "à l'unanimité, soit {} voix pour", "par {} voix pour, à l'unanimité")
    return Vote(incise=f.alea.choice(tours).format(total))


def main_levee(f: Fiche) -> Vote:
    """Each figure twice, in digits and in words; nobody abstains."""
    p = partager(f)
    contre = len(p.contre)
    dire(f, resultat="adopte", unanimite=False, pour=len(votants(f)) - contre, contre=contre, abstentions=0)
    pour = len(votants(f)) - contre
    return Vote(suites=(Texte(f"Le vote a eu lieu à main levée et a donné le résultat ci-après : {pour}"
                              f" ({feminin(pour)}) voix pour, {contre} ({feminin(contre)}) voix contre,"
                              " aucune abstention.", saut=0.6),))  # fmt: skip


def amendement(f: Fiche) -> Vote:
    """An amendment is voted down first: its figures are not those of the act."""
    auteur = f.alea.choice([m for m in f.presents if m is not f.president])
    total = len(votants(f))
    pour = f.alea.randint(1, total // 3)
    dire(f, resultat="adopte", unanimite=True)
    return Vote(suites=(
        Texte(f"Un amendement déposé par {f.cite(auteur)}, mis aux voix en premier lieu, a été repoussé par"
              f" {total - pour} voix contre {pour}.", saut=0.6),
        Texte("L'ensemble de la délibération a ensuite été adopté à l'unanimité."),
    ))  # fmt: skip


def presidence_cedee(f: Fiche) -> Vote:
    """The chair leaves the room and a deputy chairs the vote; a mere member leaves when no roll names the chair."""
    sort, adjoint = f.president if f.liste_president else f.presents[-1], f.presents[1]
    titre, cede = sort.qualite, ""
    if sort is f.president:
        f.or_["seance"]["president"] = f.nom(adjoint)
        titre, cede = f.organe.chef[sort.femme], f" et cédé la présidence à {f.cite(adjoint)}, {adjoint.qualite}"
    dire(f, resultat="adopte", unanimite=True, noms_ne_prend_pas_part=[f.nom(sort)])
    return Vote(incise="à l'unanimité", suites=(
        Texte(f"Pour cette affaire, {f.cite(sort)}, {titre}, a quitté la salle{cede} ;"
              f" {'elle' if sort.femme else 'il'} n'a pris part ni à la discussion ni au vote.", saut=0.6),
    ))  # fmt: skip


def avis_favorable_partage(f: Fiche) -> Vote:
    p = partager(f)
    dire(f, resultat="avis_favorable", unanimite=False, pour=p.pour, contre=len(p.contre),
         abstentions=len(p.abstenus))  # fmt: skip
    s = "s" if len(p.abstenus) > 1 else ""
    return Vote(incise=f"par {p.pour} voix contre {len(p.contre)} et {len(p.abstenus)} abstention{s}",
                verbe="avis favorable")  # fmt: skip


def communication(f: Fiche) -> Vote:
    """Noted without a vote, and said so."""
    dire(f, resultat="prend_acte")
    mots = ("Cette communication n'est pas suivie d'un vote.", "Ce point n'a pas donné lieu à un vote.",
            "S'agissant d'une information, il n'est pas procédé au vote.")  # fmt: skip
    return Vote(verbe="prendre acte", suites=(Texte(f.alea.choice(mots)),))


def voix_preponderante(f: Fiche) -> Vote:
    """As many for as against: the chair's voice decides."""
    total = len(votants(f))
    abstentions = 1 if total % 2 else 2
    moitie = (total - abstentions) // 2
    dire(f, resultat="adopte", unanimite=False, pour=moitie, contre=moitie, abstentions=abstentions)
    chef = f.organe.chef[f.president.femme]
    du = f"de la {chef}" if f.president.femme else f"du {chef}"
    a = "une abstention" if abstentions == 1 else "deux abstentions"
    return Vote(suites=(
        Texte(f"Ont été recensées {feminin(moitie)} voix pour, {feminin(moitie)} voix contre et {a}. En raison du"
              f" partage égal des voix, celle {du} étant prépondérante, la délibération est adoptée.", saut=0.6),
    ))  # fmt: skip


def s_etant_prononces(f: Fiche) -> Vote:
    """Names in participles, no figure."""
    p = partager(f)
    contre, abstenus = rangee(p.contre), rangee(p.abstenus)
    dire(f, resultat="adopte", unanimite=False, noms_contre=f.noms(contre), noms_abstention=f.noms(abstenus))
    ayant = f"{ensemble(f, contre)} ayant voté contre"
    fin = "s'étant abstenu" + ("e" if all(m.femme for m in abstenus) else "") + ("s" if len(abstenus) > 1 else "")
    return Vote(incise=f"à la majorité, {ayant} et {ensemble(f, abstenus)} {fin}")


def sans_debat(f: Fiche) -> Vote:
    """Nobody speaks; the voters are counted in the sentence."""
    total = len(votants(f))
    f.or_["effectifs"]["votants"] = total
    dire(f, resultat="adopte", unanimite=True)
    return Vote(suites=(
        Texte(f"Personne ne demandant la parole, il est passé au vote. Nombre de votants : {total}. La proposition"
              " recueille l'unanimité et se trouve donc adoptée.", saut=0.6),
    ))  # fmt: skip
