"""From one annotated HTML source to the page that is printed and the record that is true.

A source opens with a front matter (``key: value`` lines between two ``---``), then the body of the page. The
annotations are elements that print nothing by themselves, so that what the record holds is what the page prints:

    <v> visa   <k> considérant   <x n="1"> article   <o> title   <no> number   <rap> rapporteur
    <pr> present   <ab> absent   <ex> excused   <pc h="holder"> gives a proxy (no ``h``: holder not printed)
    <acte> one act, opened by a comment of ``key: value`` lines that hold for this act only

What stands outside every ``<acte>`` belongs to all of them; a source without ``<acte>`` is one act. In acts,
``presents+`` / ``presents-`` move people who arrive or leave.

Macros: ``@J(1978-03-04)`` "samedi 4 mars 1978", ``@D(...)`` "4 mars 1978", ``@N(...)`` "04/03/1978",
``@SIREN(21290435)`` appends the Luhn digit, ``@SIGNATURE(seed)`` a scribble, ``@CACHET(text)`` a round ink stamp.
"""

from __future__ import annotations

import copy
import datetime
import html
import os
import random
import re
import unicodedata
from pathlib import Path
from typing import Any

MOIS = [
    "janvier",
    "février",
    "mars",
    "avril",
    "mai",
    "juin",
    "juillet",
    "août",
    "septembre",
    "octobre",
    "novembre",
    "décembre",
]
JOURS = ["lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche"]
LISTES = {"presents": "pr", "absents": "ab", "excuses": "ex"}
NOMBRES = {"en_exercice", "presents", "votants", "quorum", "pour", "contre", "abstentions", "ne_prend_pas_part"}
NOMS_DU_VOTE = ("noms_contre", "noms_abstention", "noms_ne_prend_pas_part")


def cle_luhn(prefixe: str) -> str:
    """``prefixe`` with its Luhn digit: eight digits give a SIREN."""
    somme = 0
    for rang, chiffre in enumerate(reversed(prefixe)):
        double = int(chiffre) * (2 if rang % 2 == 0 else 1)
        somme += double // 10 + double % 10
    return prefixe + str(-somme % 10)


def date_longue(jour: datetime.date) -> str:
    """Long form, "1er mars 1978"."""
    return f"{jour.day if jour.day > 1 else '1er'} {MOIS[jour.month - 1]} {jour.year}"


def signature(graine: str) -> str:
    """An SVG scribble, the same for the same seed."""
    alea = random.Random(graine)
    x, y, trace = 8.0, 34.0, "M 8 34"
    for _ in range(9):
        a, b, c, d = (alea.uniform(-22, 22) for _ in range(4))
        x += alea.uniform(6, 17)
        y = 32 + alea.uniform(-14, 10)
        trace += f" C {x - 14 + a:.1f} {y + b:.1f} {x - 5 + c:.1f} {y + d:.1f} {x:.1f} {y:.1f}"
    trace += f" L {x + 26:.1f} {y - 6:.1f}"
    return (
        '<svg class="signature" width="150" height="60" viewBox="0 0 150 60">'
        f'<path d="{trace}" fill="none" stroke="#222a55" stroke-width="1.5"/></svg>'
    )


def cachet(texte: str) -> str:
    """A round rubber stamp with ``texte`` on two lines split by "/"."""
    haut, _, bas = texte.partition("/")
    return (
        '<svg class="cachet" width="92" height="92" viewBox="0 0 92 92"><g fill="none" stroke="#3b3f77">'
        '<circle cx="46" cy="46" r="43" stroke-width="2"/><circle cx="46" cy="46" r="28" stroke-width="1"/></g>'
        '<g fill="#3b3f77" font-size="8" text-anchor="middle" font-family="Liberation Sans">'
        f'<text x="46" y="42">{haut}</text><text x="46" y="54">{bas}</text></g></svg>'
    )


def developper(source: str) -> str:
    """The source with its macros written out."""

    def jour(m: re.Match[str]) -> str:
        date = datetime.date.fromisoformat(m[2])
        if m[1] == "N":
            return date.strftime("%d/%m/%Y")
        return f"{JOURS[date.weekday()]} {date_longue(date)}" if m[1] == "J" else date_longue(date)

    source = re.sub(r"@([JDN])\(([\d-]+)\)", jour, source)
    source = re.sub(r"@SIREN\((\d{8})\)", lambda m: cle_luhn(m[1]), source)
    source = re.sub(r"@SIGNATURE\((.*?)\)", lambda m: signature(m[1]), source)
    return re.sub(r"@CACHET\((.*?)\)", lambda m: cachet(m[1]), source)


def texte_nu(balise: str) -> str:
    """The words that an HTML fragment prints: NFC, ASCII apostrophe, single spaces."""
    nu = html.unescape(re.sub(r"<[^>]*>", "", re.sub(r"<br\s*/?>", " ", balise)))
    nu = unicodedata.normalize("NFC", nu).replace("’", "'").replace("\u00ad", "")
    return " ".join(nu.split())


def lire_cles(bloc: str) -> dict[str, str]:
    """``key: value`` lines."""
    couples = (ligne.split(":", 1) for ligne in bloc.strip().splitlines() if ":" in ligne)
    return {cle.strip(): valeur.strip() for cle, valeur in couples}


def separer(source: str) -> tuple[dict[str, str], str]:
    """(front matter, body) of an expanded source."""
    _, entete, corps = source.split("---\n", 2)
    return lire_cles(entete), corps


def _balises(corps: str, nom: str) -> list[tuple[str, str]]:
    """(attributes, printed words) of each element, in order."""
    return [(m[1], texte_nu(m[2])) for m in re.finditer(rf"<{nom}(\s[^>]*)?>(.*?)</{nom}>", corps, re.DOTALL)]


def _attribut(attributs: str | None, nom: str) -> str | None:
    trouve = re.search(rf'{nom}="([^"]*)"', attributs or "")
    return html.unescape(trouve[1]) if trouve else None


def _noms(valeur: str) -> list[str]:
    return [n.strip() for n in valeur.split("|") if n.strip()]


def _vide() -> dict[str, Any]:
    vote: dict[str, Any] = dict.fromkeys(
        ("resultat", "unanimite", "pour", "contre", "abstentions", "ne_prend_pas_part")
    )
    vote |= {nom: [] for nom in NOMS_DU_VOTE}
    seance = ("date", "heure", "lieu", "nature", "date_convocation", "date_affichage", "president", "secretaire")
    return {
        "collectivite": dict.fromkeys(("nom", "departement", "organe")),
        "numero": None,
        "objet": None,
        "rapporteur": None,
        "seance": dict.fromkeys(seance),
        "effectifs": dict.fromkeys(("en_exercice", "presents", "votants", "quorum")),
        "presences": {"presents": [], "absents": [], "excuses": []},
        "procurations": [],
        "visas": [],
        "considerants": [],
        "decision": {"articles": [], "vote": vote},
        "signataires": [],
        "teletransmission": dict.fromkeys(("identifiant", "date_envoi", "date_reception", "date_publication")),
    }


def _poser(acte: dict[str, Any], cles: dict[str, str]) -> None:
    """Write the dotted keys into the record; "presents+" and "presents-" move people."""
    for cle, valeur in cles.items():
        if cle == "signataires":
            paires = (n.partition("=") for n in _noms(valeur))
            acte["signataires"] = [{"nom": n.strip(), "qualite": q.strip() or None} for n, _, q in paires]
        elif cle[-1] in "+-":
            bouger = getattr(acte["presences"][cle[:-1]], "append" if cle[-1] == "+" else "remove")
            for nom in _noms(valeur):
                bouger(nom)
        elif "." in cle or cle in ("numero", "objet", "rapporteur"):
            *chemin, feuille = ("decision." * cle.startswith("vote.") + cle).split(".")
            cible = acte
            for pas in chemin:
                cible = cible[pas]
            if feuille not in cible:
                raise KeyError(cle)
            lu: Any = int(valeur) if feuille in NOMBRES else valeur
            lu = valeur == "true" if feuille == "unanimite" else lu
            cible[feuille] = _noms(valeur) if feuille in NOMS_DU_VOTE else lu


def _releve(acte: dict[str, Any], corps: str) -> None:
    """Add what the annotations of ``corps`` print."""
    for liste, nom in LISTES.items():
        acte["presences"][liste] += [t for _, t in _balises(corps, nom)]
    for attributs, mandant in _balises(corps, "pc"):
        acte["procurations"].append({"mandant": mandant, "mandataire": _attribut(attributs, "h")})
    acte["visas"] += [t for _, t in _balises(corps, "v")]
    acte["considerants"] += [t for _, t in _balises(corps, "k")]
    for attributs, texte in _balises(corps, "x"):
        acte["decision"]["articles"].append({"numero": _attribut(attributs, "n"), "texte": texte})
    for cle, nom in (("numero", "no"), ("objet", "o"), ("rapporteur", "rap")):
        for _, texte in _balises(corps, nom):
            acte[cle] = texte


def deliberations(source: str) -> list[dict[str, Any]]:
    """The true records of an expanded source, in reading order."""
    cles, corps = separer(source)
    motif = r"<acte>(.*?)</acte>"
    actes = re.findall(motif, corps, re.DOTALL) or [""]
    commun = _vide()
    _releve(commun, re.sub(motif, "", corps, flags=re.DOTALL))
    _poser(commun, cles)
    resultat = []
    for contenu in actes:
        acte = copy.deepcopy(commun)
        _releve(acte, contenu)
        propre = re.search(r"<!--(.*?)-->", contenu, re.DOTALL)
        _poser(acte, lire_cles(propre[1]) if propre else {})
        resultat.append(acte)
    return resultat


def composer(source: str, feuille: Path, sortie: Path) -> None:
    """Set the page with WeasyPrint and write a clean PDF with its text layer."""
    import weasyprint

    os.environ["SOURCE_DATE_EPOCH"] = "0"  # fontTools dates the embedded fonts by it
    cles, corps = separer(source)
    if cles.get("apostrophe") == "courbe":
        corps = re.sub(r"(?<=\w)'(?=[\w«<])", "’", corps)
    page = f'<html lang="fr"><head><meta charset="utf-8"><title>{cles.get("titre", "")}</title></head><body>{corps}'
    styles = [weasyprint.CSS(filename=str(feuille))]
    weasyprint.HTML(string=page + "</body></html>").write_pdf(
        str(sortie), stylesheets=styles, pdf_identifier=b"greffier"
    )
