"""Votes of the part "aveugle", told by figures set apart: lines, boxes, roll calls."""

from outils.generateur.aveugle_votes import partager
from outils.generateur.modele import Cadre, Fiche, Membre, Tableau, Texte
from outils.generateur.votes import Partage, Vote, dire, votants


def _noter(f: Fiche, p: Partage, noms: bool = False) -> None:
    dire(f, resultat="adopte", unanimite=False, pour=p.pour, contre=len(p.contre), abstentions=len(p.abstenus))
    if noms:
        dire(f, noms_contre=f.noms(p.contre), noms_abstention=f.noms(p.abstenus))


def _cites(f: Fiche, membres: list[Membre]) -> str:
    return ", ".join(f.cite(m) for m in membres)


def suffrages(f: Fiche) -> Vote:
    """The count of a ballot, down to the majority that it took: figures of no field."""
    p = partager(f)
    _noter(f, p)
    total = len(votants(f))
    f.or_["effectifs"]["votants"] = total
    exprimes = p.pour + len(p.contre)
    lignes = (f"Nombre de votants {'.' * 14} {total}", f"Abstentions {'.' * 20} {len(p.abstenus)}",
              f"Suffrages exprimés {'.' * 13} {exprimes}", f"Majorité absolue {'.' * 15} {exprimes // 2 + 1}",
              f"Ont voté pour {'.' * 18} {p.pour}", f"Ont voté contre {'.' * 16} {len(p.contre)}")  # fmt: skip
    suites = [Texte(x, "retrait", saut=0.05) for x in lignes]
    return Vote(suites=(Texte("Le scrutin a donné les résultats suivants :", saut=0.6), *suites))


def sans_part_compte(f: Fiche) -> Vote:
    """Whoever does not take part is counted beside the others, and named."""
    choix = [m for m in f.presents if m is not f.president and m is not f.secretaire]
    sorti, contre, abstenu = f.alea.sample(choix, 3)
    p = Partage([contre], [abstenu], len(votants(f)) - 3)
    _noter(f, p, noms=True)
    dire(f, ne_prend_pas_part=1, noms_ne_prend_pas_part=[f.nom(sorti)])
    rangs = (("Votes pour", str(p.pour), ""), ("Votes contre", "1", f.cite(contre)),
             ("Abstention", "1", f.cite(abstenu)), ("Ne prend pas part au vote", "1", f.cite(sorti)))  # fmt: skip
    return Vote(suites=(Tableau(rangs, (0.36, 0.1, 0.5), filets=False, titre=False),))


def appel_nominal(f: Fiche) -> Vote:
    """A cross a member in one of three columns, and the totals."""
    p = partager(f)
    _noter(f, p)
    rangs: list[tuple[str, ...]] = [("Appel nominal", "Pour", "Contre", "Abstention")]
    contre, abstenus = [], []
    for m in votants(f):
        est_contre, est_abstenu = any(m is x for x in p.contre), any(m is x for x in p.abstenus)
        contre += [f.nom(m)] if est_contre else []
        abstenus += [f.nom(m)] if est_abstenu else []
        rangs.append((f.nom(m), "" if est_contre or est_abstenu else "X", "X" if est_contre else "",
                      "X" if est_abstenu else ""))  # fmt: skip
    dire(f, noms_contre=contre, noms_abstention=abstenus)
    rangs.append(("TOTAL", str(p.pour), str(len(p.contre)), str(len(p.abstenus))))
    return Vote(suites=(Texte("Scrutin public :", saut=0.6), Tableau(tuple(rangs), (0.46, 0.14, 0.14, 0.18))))


def cartouche(f: Fiche) -> Vote:
    """A small box at the right, as a rubber stamp filled in."""
    p = partager(f)
    _noter(f, p)
    lignes = (f"POUR        {p.pour:02d}", f"CONTRE      {len(p.contre):02d}", f"ABSTENTION  {len(p.abstenus):02d}")
    return Vote(suites=(Cadre(("RÉSULTAT DU VOTE", *lignes), "droite", 0.3),))


def rejet_compte(f: Fiche) -> Vote:
    """Refused: figures and conclusion on lines of their own."""
    total = len(votants(f))
    pour, abstentions = f.alea.randint(1, total // 3), f.alea.randint(1, 2)
    contre = total - pour - abstentions
    dire(f, resultat="rejete", unanimite=False, pour=pour, contre=contre, abstentions=abstentions)
    return Vote(verbe="rejeter", suites=(
        Texte(f"Voix favorables : {pour} / Voix contraires : {contre} / Abstentions : {abstentions}", "centre"),
        Texte("La proposition n'est pas adoptée.", "centre", saut=0.1),
    ))  # fmt: skip


def barre_oblique(f: Fiche) -> Vote:
    """Names before the figures, all on one line."""
    p = partager(f)
    _noter(f, p, noms=True)
    return Vote(suites=(
        Texte(f"VOTE - Contre : {_cites(f, p.contre)} ({len(p.contre)}) / Abstention : {_cites(f, p.abstenus)}"
              f" ({len(p.abstenus)}) / Pour : tous les autres votants ({p.pour})", saut=0.6),
    ))  # fmt: skip
