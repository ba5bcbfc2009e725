"""Votes of the part "reserve". Each function notes the vote, and gives its words."""

from outils.generateur.ecriture import majuscule
from outils.generateur.modele import Fiche, Membre, Tableau, Texte
from outils.generateur.votes import Partage, Vote, dire, noter_partage, partager, votants


def _simples(f: Fiche) -> list[Membre]:
    return [m for m in f.presents if m is not f.president and m is not f.secretaire]


def _partager(f: Fiche) -> Partage:
    """Divided, with a clear majority even when two do not take part."""
    p = partager(f)
    while p.pour - 2 <= len(p.contre):
        p = partager(f)
    return p


def main_levee(f: Fiche) -> Vote:
    """A show of hands told in three sentences."""
    p = _partager(f)
    c, a = len(p.contre), len(p.abstenus)
    noter_partage(f, p, noms=True)
    texte = (f"Il est procédé au vote à main levée. Votent pour : {p.pour}. {'Votent' if c > 1 else 'Vote'} contre :"
             f" {c}, {f.liste(p.contre)}. {_sabstiennent(a)} : {a}, {f.liste(p.abstenus)}."
             " La proposition est donc adoptée.")  # fmt: skip
    return Vote(suites=(Texte(texte, saut=0.5),))


def _sabstiennent(n: int) -> str:
    return "S'abstiennent" if n > 1 else "S'abstient"


def suffrages_exprimes(f: Fiche) -> Vote:
    """The whole count of a ballot, majority needed and votes cast among the figures."""
    p = _partager(f)
    total, c, a = len(votants(f)), len(p.contre), len(p.abstenus)
    f.or_["effectifs"]["votants"] = total
    noter_partage(f, p)
    lignes = (f"Nombre de votants ................ {total}", f"Abstentions ...................... {a}",
              f"Suffrages exprimés ............... {total - a}", (f"Majorité absolue ................. "
              f"{(total - a) // 2 + 1}"), f"Ont voté pour .................... {p.pour}",
              f"Ont voté contre .................. {c}")  # fmt: skip
    return Vote(suites=(Texte("Le dépouillement donne les résultats suivants :", saut=0.5),
                        *(Texte(x, "retrait", saut=0.05) for x in lignes)))  # fmt: skip


def chef_sorti(f: Fiche) -> Vote:
    """The chair leaves the room and another takes the seat for this vote only."""
    adjoints = [m for m in _simples(f) if m.qualite[0].isdigit()]
    autre = adjoints[0] if adjoints else _simples(f)[0]
    titre = autre.qualite if adjoints else ("doyenne d'âge" if autre.femme else "doyen d'âge")
    dire(f, resultat="adopte", unanimite=True, noms_ne_prend_pas_part=[f.nom(f.president)])
    f.or_["seance"]["president"] = f.nom(autre)
    chef = f.organe.chef[f.president.femme]
    texte = (f"{f.cite(f.president)}, {chef}, intéressé{f.e(f.president)} à l'affaire, a quitté la salle avant le vote"
             f" et n'y a pas pris part. Pour ce point, {f.cite(autre)}, {titre}, a présidé la séance.")  # fmt: skip
    return Vote(incise="à l'unanimité", suites=(Texte(texte, saut=0.5),))


def pour_contre_nombre(f: Fiche) -> Vote:
    """ "par 14 voix contre 3"."""
    contre = f.alea.randint(1, min(3, len(_simples(f))))
    pour = len(votants(f)) - contre
    dire(f, resultat="adopte", unanimite=False, pour=pour, contre=contre)
    return Vote(suites=(Texte(f"Mise aux voix, la proposition est adoptée par {pour} voix contre {contre}.",
                              saut=0.5),))  # fmt: skip


def colonnes_nppv(f: Fiche) -> Vote:
    """Who does not take part has a column of the table."""
    p = _partager(f)
    n = f.alea.randint(1, 2)
    c, a, pour = len(p.contre), len(p.abstenus), p.pour - n
    dire(f, resultat="adopte", unanimite=False, pour=pour, contre=c, abstentions=a, ne_prend_pas_part=n)
    rangs = (("Pour", "Contre", "Abstention", "Ne prend pas part au vote"), (str(pour), str(c), str(a), str(n)))
    return Vote(suites=(Tableau(rangs, (0.15, 0.15, 0.2, 0.4)), Texte("La délibération est adoptée.", saut=0.1)))


def scrutin_public(f: Fiche) -> Vote:
    """Every voter with yes, no or abstention; the totals below."""
    p = _partager(f)
    c, a = len(p.contre), len(p.abstenus)
    contre, abstenus = ([m for m in votants(f) if m in ms] for ms in (p.contre, p.abstenus))
    dire(f, resultat="adopte", unanimite=False, pour=p.pour, contre=c, abstentions=a,
         noms_contre=f.noms(contre), noms_abstention=f.noms(abstenus))  # fmt: skip
    mots = [(m, "non" if m in contre else "abstention" if m in abstenus else "oui") for m in votants(f)]
    liste = " ; ".join(f"{f.cite(m)} : {mot}" for m, mot in mots)
    total = (f"Total : {p.pour} voix pour, {c} voix contre, {a} abstention{'s' if a > 1 else ''}."
             " Le texte est adopté.")  # fmt: skip
    return Vote(suites=(Texte(f"Scrutin public par appel nominal. {liste}.", saut=0.5), Texte(total, saut=0.1)))


def amendement(f: Fiche) -> Vote:
    """An amendment is voted down first: its figures are not those of the act."""
    auteur = f.alea.choice(_simples(f))
    total = len(votants(f))
    pour = f.alea.randint(1, max(1, total // 4))
    dire(f, resultat="adopte", unanimite=True)
    refus = f"Mis aux voix, cet amendement est repoussé par {total - pour} voix contre {pour}."
    textes = (f"{f.cite(auteur)} dépose un amendement. {refus}",
              "La délibération, non modifiée, est ensuite adoptée à l'unanimité.")  # fmt: skip
    return Vote(suites=tuple(Texte(t, saut=0.4) for t in textes))


def assentiment(f: Fiche) -> Vote:
    dire(f, resultat="adopte", unanimite=True)
    mots = ("Cette proposition recueille l'accord unanime des membres de l'assemblée.",
            "L'assemblée unanime donne son accord.", "Vote : unanime.",
            "Adoption à l'unanimité, sans débat.")  # fmt: skip
    return Vote(suites=(Texte(f.alea.choice(mots), saut=0.5),))


def voix_preponderante(f: Fiche) -> Vote:
    """A tie that the chair breaks."""
    total = len(votants(f))
    a = total % 2
    moitie = (total - a) // 2
    dire(f, resultat="adopte", unanimite=False, pour=moitie, contre=moitie)
    absent = ""
    if a:
        sage = f.alea.choice(_simples(f))
        dire(f, abstentions=1, noms_abstention=[f.nom(sage)])
        absent = f", {f.cite(sage)} s'abstenant (1 abstention)"
    titre = "de la" if f.president.femme else "du"
    qui = f"{titre} {f.organe.chef[f.president.femme]}"
    return Vote(suites=(Texte(f"Le vote donne {moitie} voix pour et {moitie} voix contre{absent}. La voix {qui} étant"
                              " prépondérante, la proposition est adoptée.", saut=0.5),))  # fmt: skip


def nombre_avant(f: Fiche) -> Vote:
    """The figure before its word, down a column at the right."""
    p = _partager(f)
    c, a = len(p.contre), len(p.abstenus)
    noter_partage(f, p)
    lignes = ("VOTE", f"{p.pour} pour", f"{c} contre", f"{a} abstention{'s' if a > 1 else ''}", "ADOPTÉ")
    return Vote(suites=tuple(Texte(x, "droite", saut=0.5 if i == 0 else 0.02) for i, x in enumerate(lignes)))


def scrutin_electronique(f: Fiche) -> Vote:
    """Other words: "favorables", "défavorables"."""
    p = _partager(f)
    c, a = len(p.contre), len(p.abstenus)
    noter_partage(f, p)
    return Vote(suites=(Texte("Le scrutin électronique étant clos, le résultat s'affiche :"
                              f" {p.pour} vote{'s' if p.pour > 1 else ''} favorable{'s' if p.pour > 1 else ''},"
                              f" {c} vote{'s' if c > 1 else ''} défavorable{'s' if c > 1 else ''},"
                              f" {a} abstention{'s' if a > 1 else ''}. La délibération est adoptée.",
                              saut=0.5),))  # fmt: skip


def surseoir(f: Fiche) -> Vote:
    dire(f, resultat="ajourne", unanimite=True)
    return Vote(incise="à l'unanimité", verbe="surseoir")


def donner_acte(f: Fiche) -> Vote:
    dire(f, resultat="prend_acte")
    return Vote(verbe="donner acte")


def ne_participent_pas(f: Fiche) -> Vote:
    """Members who keep out of the vote, inside the deciding sentence."""
    sortis = f.alea.sample(_simples(f), 2)
    dire(f, resultat="adopte", unanimite=True, noms_ne_prend_pas_part=f.noms(sortis))
    noms = " et ".join(f.cite(m) for m in sortis)
    return Vote(incise=f"à l'unanimité des votants, {noms} ne prenant pas part au vote")


def reserves(f: Fiche) -> Vote:
    """A majority named by what it lacks."""
    p = _partager(f)
    c = len(p.contre)
    dire(f, resultat="adopte", unanimite=False, contre=c, noms_contre=f.noms(p.contre))
    mots = majuscule(f"adopté à la majorité, {c} vote{'s' if c > 1 else ''} contre : {f.liste(p.contre)}.")
    return Vote(suites=(Texte(mots, saut=0.5),))
