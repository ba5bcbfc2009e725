"""Step 6: findings become the record, its sources and its anomalies."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from modeles.base import Modele
from modeles.deliberation import Deliberation
from modeles.lecture import Anomalie, Document, Endroit, Lecture, Source, Trouvaille
from modeles.page import Page
from modeles.texte import Boite, Mot
from pipeline.etapes.fiabilite import champ_de, estimer, principale

SEUIL_DOUTE = 0.5
"""Legibility of the worst word under which a name, a date or a number is to be re-read."""
SEUIL_CONFIANCE = 0.65
"""Estimated chance under which a value is to be checked (docs/MESURES.md, "Reliability")."""


Controle = Callable[[Deliberation, int], Sequence[Anomalie]]
"""A cross-check of one record: (record, its rank in the document) -> what contradicts itself."""


def _endroits(mots: Sequence[Mot], pages: Mapping[int, Page]) -> tuple[Endroit, ...]:
    """One box a printed line, on the page as stored."""
    lignes: list[tuple[int, Boite]] = []
    for mot in mots:
        x0, y0, x1, y1 = mot.boite
        if lignes and lignes[-1][0] == mot.page:
            a0, b0, a1, b1 = lignes[-1][1]
            if min(b1, y1) - max(b0, y0) > 0.4 * min(b1 - b0, y1 - y0) and -2 <= x0 - a1 < 60:
                lignes[-1] = (mot.page, (min(a0, x0), min(b0, y0), max(a1, x1), max(b1, y1)))
                continue
        lignes.append((mot.page, mot.boite))
    return tuple(Endroit(page=p, boite=pages[p].boite_scan(b) if p in pages else b) for p, b in lignes)


def _source(trouvaille: Trouvaille[Any], pages: Mapping[int, Page]) -> Source:
    corrections = tuple(dict.fromkeys(m.correction for m in trouvaille.mots if m.correction))
    nature = "corrige" if corrections and trouvaille.nature == "lu" else trouvaille.nature
    return Source(
        endroits=_endroits(trouvaille.mots, pages),
        brut=" ".join(m.brut for m in trouvaille.mots),
        lisibilite=(lisible := min((m.confiance for m in trouvaille.mots), default=1.0)),
        confiance=lisible,  # until the whole act is known
        regle=trouvaille.regle,
        nature=nature,
        corrections=corrections,
    )


def _poser(noeud: Any, pointeur: str, sources: dict[str, Source], pages: Mapping[int, Page]) -> Any:
    """The plain value of a tree of findings; a source is written for each non-null leaf below."""
    if isinstance(noeud, Trouvaille):
        source = _source(noeud, pages)
        if isinstance(noeud.valeur, Modele):
            for nom, valeur in noeud.valeur:
                if valeur is not None:
                    sources[f"{pointeur}/{nom}"] = source
        else:
            sources[pointeur] = source
        return noeud.valeur
    if isinstance(noeud, Mapping):
        return {k: _poser(v, f"{pointeur}/{k}", sources, pages) for k, v in noeud.items() if v is not None}
    if isinstance(noeud, (tuple, list)):
        return tuple(_poser(v, f"{pointeur}/{i}", sources, pages) for i, v in enumerate(noeud))
    return noeud


def _doutes(sources: Mapping[str, Source]) -> list[Anomalie]:
    """Names, dates and numbers whose worst word was hardly legible."""
    anomalies = []
    for pointeur, source in sources.items():
        court = pointeur.endswith("/nom_complet") or (
            "/visas/" not in pointeur and "/considerants/" not in pointeur and "/articles/" not in pointeur
        )
        if (
            court
            and not pointeur.endswith(("/nom", "/prenom", "/civilite", "/qualite"))
            and source.lisibilite < SEUIL_DOUTE
            and "/objet" not in pointeur
        ):
            anomalies.append(
                Anomalie(
                    code="lecture-incertaine", gravite="doute", champ=pointeur, extrait=source.brut[:120],
                    page=source.endroits[0].page if source.endroits else None,
                    message=f"Lu à {source.lisibilite:.0%} de confiance : relire « {source.brut[:60]} » sur l'image.",
                )
            )  # fmt: skip
    return anomalies


def _incertaines(sources: Mapping[str, Source]) -> list[Anomalie]:
    """The fields whose values are less likely right than most: one anomaly a field of an act, at its worst value."""
    pires: dict[tuple[str, str], tuple[str, Source]] = {}
    for pointeur, source in sources.items():
        if principale(pointeur, sources) != pointeur:
            continue
        _, _, rang, *suite = pointeur.split("/")
        cle = (rang, champ_de("/".join(suite)))
        if source.confiance < SEUIL_CONFIANCE and (cle not in pires or source.confiance < pires[cle][1].confiance):
            pires[cle] = (pointeur, source)
    return [
        Anomalie(
            code="valeur-incertaine", gravite="doute", champ=pointeur, extrait=source.brut[:120],
            page=source.endroits[0].page if source.endroits else None,
            message=f"À vérifier : juste {round(10 * source.confiance)} fois sur 10 dans ces conditions.",
        )
        for pointeur, source in pires.values()
    ]  # fmt: skip


def _manques(deliberation: Deliberation, rang: int) -> list[Anomalie]:
    """What every act prints and was not found here."""
    nom = deliberation.collectivite.nom if deliberation.collectivite else None
    attendus = (
        ("/seance/date", deliberation.seance.date, "date-absente", "La date de la séance n'a pas été trouvée."),
        ("/objet", deliberation.objet, "objet-absent", "L'objet de la délibération n'a pas été trouvé."),
        ("/collectivite", nom, "collectivite-absente", "La collectivité n'a pas été trouvée."),
        ("/decision/vote/resultat", deliberation.decision.vote.resultat, "resultat-absent", "Vote non trouvé."),
    )  # fmt: skip
    return [
        Anomalie(code=code, gravite="doute", message=message, champ=f"/deliberations/{rang}{chemin}")
        for chemin, valeur, code, message in attendus
        if valeur is None
    ]


def valider(
    arbres: Sequence[Mapping[str, Any]],
    pages: Sequence[Page],
    document: Document,
    controler: Controle = lambda _, __: (),
) -> Lecture:
    """The reading: strict models from the trees, one source a leaf, anomalies of the pages, the fields and the checks.

    Raises pydantic's ValidationError when a finding is not of its field's type: that is a bug, never bad input.
    """
    par_numero = {p.numero: p for p in pages}
    sources: dict[str, Source] = {}
    deliberations = []
    constats = [a for p in pages for a in p.anomalies]
    for rang, arbre in enumerate(arbres):
        valeurs = _poser(arbre, f"/deliberations/{rang}", sources, par_numero)
        deliberation = Deliberation.model_validate(valeurs)
        deliberations.append(deliberation)
        constats.extend(_manques(deliberation, rang))
        constats.extend(controler(deliberation, rang))
    if not deliberations:
        constats.append(
            Anomalie(
                code="aucun-acte",
                gravite="erreur",
                message="Aucune délibération n'a été reconnue dans ce document : vérifiez le scan.",
            )
        )
    sources = estimer(deliberations, sources, constats)
    return Lecture(
        document=document, deliberations=tuple(deliberations), sources=sources,
        anomalies=(*constats, *_doutes(sources), *_incertaines(sources)),
    )  # fmt: skip
