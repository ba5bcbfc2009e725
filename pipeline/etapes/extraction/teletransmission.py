"""The control of legality: stamps, footers and certificates of publication."""

from collections import Counter
from collections.abc import Sequence
from datetime import date
from typing import Any, TypeVar

from modeles.lecture import Trouvaille
from modeles.texte import Passage
from pipeline.grammaire import teletransmission as grammaire
from pipeline.grammaire.dates import dates_positions

PORTEE = 110
"""Characters that may stand between a label and its date."""

_ETIQUETTES = (
    ("date_envoi", grammaire.ENVOI),
    ("date_reception", grammaire.RECEPTION),
    ("publication", grammaire.PUBLICATION),
    ("affichage", grammaire.AFFICHAGE),
    ("notification", grammaire.NOTIFICATION),
)
T = TypeVar("T")


def _plus_frequente(trouvailles: Sequence[Trouvaille[T]]) -> Trouvaille[T] | None:
    """A stamp repeated on each page may be misread on one: the commonest reading, then the first."""
    if not trouvailles:
        return None
    comptes = Counter(t.valeur for t in trouvailles)
    return max(trouvailles, key=lambda t: (comptes[t.valeur], t.nature == "lu"))


def _identifiants(texte: Passage) -> list[Trouvaille[str]]:
    trouves = []
    for m in grammaire.IDENTIFIANT.finditer(texte.plie):
        identifiant = grammaire.de_correspondance(m, texte.texte)
        if identifiant:
            trouves.append((identifiant.luhn_valide and identifiant.date is not None, Trouvaille[str](
                valeur=identifiant.texte, mots=texte.mots_de(*m.span()), regle="teletransmission.identifiant",
                nature="corrige" if identifiant.corrige else "lu",
            )))  # fmt: skip
    surs = [t for sur, t in trouves if sur]
    return surs or [t for _, t in trouves]


def _dates(texte: Passage) -> dict[str, list[Trouvaille[date]]]:
    """Each label takes the first date after it, when no other label stands between."""
    plie = texte.plie
    etiquettes = sorted(
        (m.start(), m.end(), nom)
        for nom, motif in _ETIQUETTES
        for m in motif.finditer(plie)
        if not grammaire.DELAI.search(plie[max(0, m.start() - 60) : m.start()])
    )
    lues = dates_positions(texte)
    trouvees: dict[str, list[Trouvaille[date]]] = {}
    for rang, (_, fin, nom) in enumerate(etiquettes):
        limite = etiquettes[rang + 1][0] if rang + 1 < len(etiquettes) else len(plie)
        for debut_date, _, trouvaille in lues:
            if fin <= debut_date:
                if debut_date < min(limite, fin + PORTEE):
                    regle = f"teletransmission.{nom}"
                    trouvees.setdefault(nom, []).append(trouvaille.model_copy(update={"regle": regle}))
                break
    return trouvees


def _date_du_timbre(passages: Sequence[Passage]) -> Trouvaille[date] | None:
    """The only date of an ink stamp of the préfecture whose "reçu le" was not read."""
    courts = [p for p in passages if len(p.texte) < 60]
    if not any(grammaire.TIMBRE.search(p.plie) for p in courts):
        return None
    lues = [t for p in courts for _, _, t in dates_positions(p)]
    if len({t.valeur for t in lues}) != 1:
        return None
    return lues[0].model_copy(update={"regle": "teletransmission.timbre"})


def extraire_teletransmission(passages: Sequence[Passage]) -> dict[str, Trouvaille[Any]]:
    """Keys among identifiant, date_envoi, date_reception, date_publication."""
    if not passages:
        return {}
    texte = Passage.joindre(list(passages), "\n")
    champs: dict[str, Trouvaille[Any]] = {}
    if identifiant := _plus_frequente(_identifiants(texte)):
        champs["identifiant"] = identifiant
    lues = _dates(texte)
    lues["date_publication"] = next((lues[n] for n in ("publication", "affichage", "notification") if n in lues), [])
    for nom in ("date_envoi", "date_reception", "date_publication"):
        if trouvaille := _plus_frequente(lues.get(nom, [])):
            champs[nom] = trouvaille
    if not any(nom.startswith("date_") for nom in champs) and (timbre := _date_du_timbre(passages)):
        champs["date_reception"] = timbre
    return champs
