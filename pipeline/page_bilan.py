"""The report of a registre as one HTML page that needs nothing else: plots drawn in it, every figure in a table."""

from collections.abc import Iterable, Sequence
from html import escape

from corrections import charger
from modeles.lecture import GRAVITES
from pipeline import graphiques
from pipeline.bilan import TRANCHES, Bilan

MONTRES = 25
"""Bodies, or kinds of anomalies, in a plot; the table has them all."""
RESULTATS = {"adopte": "adopté", "rejete": "rejeté", "avis_favorable": "avis favorable",
             "avis_defavorable": "avis défavorable", "prend_acte": "prend acte", "ajourne": "ajourné",
             "": "sans vote imprimé"}  # fmt: skip
STYLE = """
:root { color-scheme: light }
body { font: 16px/1.5 "DejaVu Sans", Verdana, sans-serif; color: #222; max-width: 920px; margin: 2rem auto; padding: 0 1rem }
h1 { font-size: 1.6rem; margin-bottom: 0 } h2 { font-size: 1.2rem; margin: 2.2rem 0 .6rem; border-bottom: 1px solid #ccc }
.faits { display: flex; flex-wrap: wrap; margin: 1.5rem 0 }
.faits div { flex: 0 0 11rem; box-sizing: border-box; margin: 0 .5rem 1rem 0; border-left: 4px solid #1f5a93; padding-left: .7rem }
.faits b { display: block; font-size: 1.5rem }
figure { margin: .5rem 0 } figcaption { font-weight: bold; font-size: .9rem } svg { width: 100%; height: auto }
table { border-collapse: collapse; font-size: .9rem } caption { text-align: left; color: #555 }
th, td { text-align: left; padding: .15rem 1rem .15rem 0; border-bottom: 1px solid #eee; font-variant-numeric: tabular-nums }
td + td, th + th { text-align: right }
summary { cursor: pointer; color: #1f5a93 } .note { color: #555; font-size: .9rem }
@media print {
  @page { size: A4; margin: 15mm }
  body { margin: 0; padding: 0; max-width: none; font-size: 10pt }
  figure, .faits, tr { break-inside: avoid } h2 { break-after: avoid } details { display: none }
}
"""  # noqa: E501 - lines of CSS


def page(bilan: Bilan, adresse: str, etats: dict[str, int]) -> str:
    """``etats``: documents by state of the queue, in French. Raises ErreurEnvironnement without matplotlib."""
    graphiques.exiger()
    corps = "\n".join((_faits(bilan), *_sections(bilan), _etats(etats)))
    titre = f"Bilan de {escape(adresse)}"
    return (
        f'<!DOCTYPE html>\n<html lang="fr"><head><meta charset="utf-8"><title>{titre}</title>\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<style>{STYLE}</style></head>\n<body>\n<h1>{titre}</h1>\n{corps}\n</body></html>\n"
    )


def _faits(b: Bilan) -> str:
    confiance = "–" if b.confiance is None else _part(b.confiance)
    faits = ((b.documents, "documents"), (b.pages, "pages"), (b.actes, "délibérations"),
             (b.actes - b.completes, "à vérifier"), (len(b.corps), "collectivités"), (b.valeurs, "valeurs"),
             (b.confirmees, "arrêtées par une personne"), (confiance, "confiance moyenne"))  # fmt: skip
    return '<div class="faits">' + "".join(f"<div><b>{_nombre(n)}</b>{quoi}</div>" for n, quoi in faits) + "</div>"


def _nombre(valeur: int | str) -> str:
    return f"{valeur:,}".replace(",", "\u202f") if isinstance(valeur, int) else valeur


def _part(part: float) -> str:
    return f"{100 * part:.1f}".replace(".", ",") + "\u202f%"


def _sections(b: Bilan) -> Iterable[str]:
    if b.valeurs:
        bornes = [n / TRANCHES for n in range(TRANCHES + 1)]
        yield _section("Confiance", graphiques.histogramme(
            bornes, b.confiances, "Valeurs, par chance estimée d'être juste (échelle logarithmique)", "confiance"),
            ("confiance", "valeurs"), [(f"{u:.2f} – {v:.2f}", str(n)) for u, v, n in
                                       zip(bornes, bornes[1:], b.confiances, strict=False)])  # fmt: skip
    if b.anomalies:
        dites = [(f"{code} ({GRAVITES[g]})", n) for (g, code), n in b.anomalies.most_common()]
        dites.sort(key=lambda x: (-x[1], x[0]))
        yield _barres("Anomalies", "Anomalies, par genre", ("genre", "nombre"), dites)
    annees = [a for a in b.annees if b.presence.get(a, (0, 0))[1]]
    if annees:
        sommes = [b.presence.get(a, (0, 0)) for a in b.annees]
        parts = [p / n if n else None for p, n in sommes]
        yield _section("Présence", graphiques.courbe(
            b.annees, parts, "Membres présents, en part de ceux que l'appel nomme", poids=[n for _, n in sommes]),
            ("année", "présents", "nommés", "part"),
            [(a, str(p), str(n), _part(p / n)) for a, (p, n) in zip(b.annees, sommes, strict=True) if n],
            "Absents, excusés et mandants compris. Une séance compte une fois, si son appel a été lu.")  # fmt: skip
    yield from _votes(b)
    yield from _couverture(b)


def _votes(b: Bilan) -> Iterable[str]:
    resultats: dict[str, int] = {}
    for (resultat, unanime), n in b.votes.items():
        dit = RESULTATS[resultat]
        if resultat == "adopte":
            dit += {True: ", unanime", False: ", partagé", None: ", unanimité non dite"}[unanime]
        resultats[dit] = resultats.get(dit, 0) + n
    if resultats:
        dits = sorted(resultats.items(), key=lambda x: (-x[1], x[0]))
        yield _barres("Votes", "Délibérations, par résultat", ("résultat", "délibérations"), dits)
    if b.matieres:
        noms = {x["code"].partition(".")[0]: x["matiere"].partition("/")[0] for x in charger("nomenclature")}
        lignes = [(f"{c} {noms.get(c, '')}", u, n) for c, (u, n) in sorted(b.matieres.items())]
        svg = graphiques.barres([f"{nom} ({n})" for nom, _, n in lignes], [100 * u / n for _, u, n in lignes],
                                "Votes unanimes, par matière (entre parenthèses : votes)",
                                format_="{:.0f} %")  # fmt: skip
        yield _section("Unanimité", svg, ("matière", "unanimes", "votes"),
                       [(nom, str(u), str(n)) for nom, u, n in lignes],
                       "Matières ACTES, déduites ; votes dont l'unanimité est dite ou comptée.")  # fmt: skip


def _couverture(b: Bilan) -> Iterable[str]:
    annees = b.annees
    if not annees:
        return
    noms = [nom for nom, _ in b.corps]
    valeurs = [[b.couverture[nom, a] for a in annees] for nom in noms]
    reste = f" (les {MONTRES} premières sur {len(noms)})" if len(noms) > MONTRES else ""
    yield _section("Couverture", graphiques.grille(
        [_court(b.nom(n)) for n in noms[:MONTRES]], annees, valeurs[:MONTRES],
        f"Délibérations, par collectivité et par année{reste}"), ("collectivité", "années", "sans date", "total"),
        [(b.nom(nom), str(sum(1 for v in rang if v)), str(b.couverture[nom, ""]), str(total))
         for (nom, total), rang in zip(b.corps, valeurs, strict=True)])  # fmt: skip


def _barres(titre: str, legende: str, tete: Sequence[str], valeurs: Sequence[tuple[str, int]]) -> str:
    montrees = valeurs[:MONTRES]
    svg = graphiques.barres([_court(nom) for nom, _ in montrees], [n for _, n in montrees], legende)
    return _section(titre, svg, tete, [(nom, str(n)) for nom, n in valeurs])


def _court(nom: str, plafond: int = 48) -> str:
    return nom if len(nom) <= plafond else f"{nom[: plafond - 1]}…"


def _section(titre: str, svg: str, tete: Sequence[str], lignes: Iterable[Sequence[str]], note: str = "") -> str:
    dite = f'<p class="note">{escape(note)}</p>' if note else ""
    legende = svg.partition('aria-label="')[2].partition('"')[0]  # escaped already
    return (
        f"<h2>{titre}</h2>\n<figure><figcaption>{legende}</figcaption>{svg}</figure>{dite}\n"
        f"<details><summary>Les chiffres</summary>{_table(tete, lignes)}</details>"
    )


def _table(tete: Sequence[str], lignes: Iterable[Sequence[str]]) -> str:
    entete = "".join(f"<th>{escape(t)}</th>" for t in tete)
    rangs = "".join("<tr>" + "".join(f"<td>{escape(c)}</td>" for c in rang) + "</tr>" for rang in lignes)
    return f"<table><thead><tr>{entete}</tr></thead><tbody>{rangs}</tbody></table>"


def _etats(etats: dict[str, int]) -> str:
    return "<h2>Documents du registre</h2>\n" + _table(
        ("état", "documents"), [(quoi, str(n)) for quoi, n in etats.items()]
    )
