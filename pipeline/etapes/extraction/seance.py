"""The session: date, hour, place, nature, convocation, posting, chair, secretary."""

import re
from collections.abc import Sequence
from datetime import date
from itertools import pairwise
from typing import Any

from modeles.acte import Acte
from modeles.deliberation import Personne
from modeles.lecture import Trouvaille
from modeles.texte import Passage
from pipeline.etapes.extraction.noms import completer, nommes
from pipeline.grammaire import seance as g
from pipeline.grammaire.dates import DateLue, lire_dates, sans_annee
from pipeline.grammaire.heures import heures_positions
from pipeline.rapprochement import meilleur_extrait


def _sens(passage: Passage, lue: DateLue, debut: int) -> str:
    """What a date of the header is, from the words between the former date and it."""
    avant = passage.plie[debut : lue.debut]
    if (debut == 0 and g.TITRE_DATE.match(avant)) or g.SEANCE_MEME.search(avant):
        return "seance"
    for nom, motif in (
        ("affichage", g.AFFICHAGE),
        ("convocation", g.CONVOCATION),
        ("publication", g.PUBLICATION),
        ("autre", g.AUTRE_DATE),
    ):
        if motif.search(avant):
            return nom
    return "seance"


def _force(passage: Passage, lue: DateLue, debut: int) -> int:
    """How surely a date is the session's: written out ("L'an ..."), in the meeting's sentence, after "séance du"."""
    avant = passage.plie[debut : lue.debut]
    an = passage.plie[max(0, lue.debut - 2) :].startswith(("l'an", "lan "))
    force = 3 if an or g.REUNI.search(passage.plie) else 1
    return force - bool(g.DATE_DE_LETTRE.search(avant)) + bool(g.SEANCE_DU.search(avant))


def _dates(passages: Sequence[Passage]) -> list[tuple[str, int, Passage, DateLue]]:
    """(kind, strength, passage, date) of each date of the header. The strength ranks candidates for the session's."""
    trouvees: list[tuple[str, int, Passage, DateLue]] = []
    attente = ""  # "Date de convocation :" on its own line: the date stands on the next
    for passage in passages:
        debut, en_regard = 0, False
        lues = lire_dates(passage)
        for lue in lues:
            sens = _sens(passage, lue, debut)
            if sens == "seance" and debut == 0 and attente and not passage.plie[: lue.debut].strip(" :-"):
                sens = attente
            if en_regard:
                sens, en_regard = "affichage", False
            elif len(lues) > 1 and g.DEUX_ETIQUETTES.search(passage.plie[debut : lue.debut]):
                sens, en_regard = "convocation", True
            deux = not en_regard and g.CONVOCATION_ET_AFFICHAGE.search(passage.plie[debut : lue.debut])
            force = _force(passage, lue, debut) if sens == "seance" else 0
            trouvees.extend((nom, force, passage, lue) for nom in (("convocation", "affichage") if deux else (sens,)))
            debut = lue.fin
        attente = ""
        if not lues and len(passage.plie) < 60:
            attente = (
                "convocation"
                if re.search(r"convocation(?:\s(?:du|le))?\W*$", passage.plie)
                else "affichage"
                if re.search(r"affichage(?:\s(?:du|le))?\W*$", passage.plie)
                else ""
            )
    return trouvees


def _convocation_sans_annee(passages: Sequence[Passage], seance: date) -> Trouvaille[date] | None:
    for passage in passages:
        trouve = g.CONVOQUE_SANS_ANNEE.search(passage.plie)
        jour = sans_annee(trouve["jour"], trouve["mois"], seance) if trouve else None
        if trouve and jour and jour != seance:
            mots = passage.mots_de(trouve.start("jour"), trouve.end("mois"))
            return Trouvaille(valeur=jour, mots=mots, regle="seance.convocation_sans_annee", nature="deduit")
    return None


def _personne_apres(passage: Passage, fin: int, regle: str) -> Trouvaille[Personne] | None:
    """The first person named in the sentence after ``fin``."""
    suite = passage.extrait(fin, min(len(passage.texte), fin + 130))
    return next(iter(nommes(suite, regle)), None)


def _president(passages: Sequence[Passage]) -> Trouvaille[Personne] | None:
    for passage in passages:
        trouve = g.PRESIDENCE.search(passage.plie)
        if trouve:
            nom = _personne_apres(passage, trouve.end(), "seance.presidence")
            if nom is not None:
                return nom
    for etiquette, passage in pairwise(passages):
        noms = nommes(passage, "seance.presidence") if g.ETIQUETTE_PRESIDENT.fullmatch(etiquette.plie) else ()
        if noms:
            return noms[0]
    for passage in passages:
        preside = g.QUI_PRESIDE.search(passage.plie)
        noms = nommes(passage.extrait(*preside.span("personne")), "seance.president.preside") if preside else ()
        if noms:
            return noms[-1]
    for passage in passages:
        ouvre = g.OUVRE.match(passage.plie)
        noms = nommes(passage.extrait(0, ouvre.end("personne")), "seance.president.ouvre") if ouvre else ()
        if noms:
            return noms[0]
    return None


def _cede(acte: Acte) -> Trouvaille[Personne] | None:
    """Who takes the chair for this act alone."""
    for passage in acte.passages("mouvements", "expose", "dispositif"):
        trouve = g.PRESIDENCE_CEDEE.search(passage.plie)
        if trouve and (nom := _personne_apres(passage, trouve.end(), "seance.presidence_cedee")):
            return nom
    return None


def _secretaire(passages: Sequence[Passage]) -> Trouvaille[Personne] | None:
    for i, passage in enumerate(passages):
        if not re.search("secretari|secretaire", passage.plie):
            continue
        avant = g.SECRETAIRE_AVANT.search(passage.plie)
        if avant:
            phrase = max(_debuts_de_phrase(passage.plie, avant.start()))
            noms = nommes(passage.extrait(phrase, avant.start()), "seance.secretaire.nomme") or nommes(
                passage.extrait(avant.start(), avant.end()), "seance.secretaire.nomme"
            )
            if noms:
                return noms[-1]
        designe = g.QUI_EST_SECRETAIRE.search(passage.plie) or g.SECRETAIRE_DE_LA_LOI.search(passage.plie)
        noms = nommes(passage.extrait(*designe.span("personne")), "seance.secretaire.designe") if designe else ()
        if noms:
            return noms[-1]
        cite = g.SECRETAIRE_CITE.search(passage.plie)
        if cite:
            noms = nommes(passage.extrait(cite.start(), cite.end()), "seance.secretaire.propose")
            if noms:
                return noms[0]
        apres = g.SECRETAIRE_APRES.search(passage.plie)
        if apres:
            nom = _personne_apres(passage, apres.end(), "seance.secretaire")
            if nom is None and apres.end() >= len(passage.plie) - 2 and i + 1 < len(passages):
                suivants = nommes(passages[i + 1], "seance.secretaire") if len(passages[i + 1].texte) < 60 else ()
                nom = next(
                    (t for t in suivants if t.valeur.prenom or t.valeur.civilite or t.valeur.nom.isupper()), None
                )
            if nom is not None:
                return nom
    for passage in passages:
        proche = meilleur_extrait("secretaire de seance", passage.plie, 82) if len(passage.plie) < 120 else None
        nom = _personne_apres(passage, proche[1], "seance.secretaire.approche") if proche else None
        if nom is not None:
            return nom
    return None


def _debuts_de_phrase(plie: str, fin: int) -> list[int]:
    """Where the sentence that holds ``fin`` may begin; a full stop after a civility or an initial ends none."""
    return [
        0,
        *(
            m.end()
            for m in re.finditer(
                r"(?<!\bm)(?<!\bmm)(?<!\bmme)(?<!\b\w)[.;,]\s+(?=(?:m\.|mme|monsieur|madame|mlle)\b)|(?<!\bm)(?<!\bmme)\.\s+",
                plie[:fin],
            )
        ),
    ]


def _lieu(passages: Sequence[Passage]) -> Trouvaille[str] | None:
    for passage in passages:
        for reuni in g.REUNI.finditer(passage.plie):
            fin = passage.plie.find("sous la presidence", reuni.end())
            portee = passage.extrait(reuni.end(), fin + 18 if fin > 0 else min(len(passage.texte), reuni.end() + 260))
            trouve = g.LIEU.search(portee.plie)
            lieu = portee.extrait(*trouve.span("lieu")) if trouve else None
            if lieu is not None and 2 < len(lieu.texte) < 140:
                return Trouvaille(valeur=lieu.texte.strip(" ,"), mots=lieu.mots, regle="seance.lieu")
    return None


def _lieu_etiquete(passages: Sequence[Passage]) -> Trouvaille[str] | None:
    for passage in passages:
        trouve = g.LIEU_ETIQUETTE.search(passage.plie) or g.LIEU_APRES_L_HEURE.match(passage.plie)
        if trouve:
            lieu = passage.extrait(*trouve.span("lieu"))
            return Trouvaille(valeur=lieu.texte.strip(" ,."), mots=lieu.mots, regle="seance.lieu.etiquette")
    return None


def _lieu_seul(passages: Sequence[Passage]) -> Trouvaille[str] | None:
    """A line of the header that is a place and nothing else ("Salle des Rencontres")."""
    for i, passage in enumerate(passages):
        if (
            i
            and re.match(r"(?:salle|hotel)\s+(?:de|du|des|d'|jean|la|l')?[^.:]{3,80}$", passage.plie)
            and re.search(r"seance|reunion", " ".join(p.plie for p in passages[max(0, i - 2) : i]))
        ):
            return Trouvaille(valeur=passage.texte.strip(" ,."), mots=passage.mots, regle="seance.lieu.ligne")
    return None


def _nature(passages: Sequence[Passage]) -> Trouvaille[str] | None:
    for passage in passages:
        trouve = g.NATURE.search(passage.plie)
        if trouve:
            valeur = "extraordinaire" if trouve.group("extra") else "ordinaire"
            return Trouvaille(valeur=valeur, mots=passage.mots_de(*trouve.span()), regle="seance.nature")
    return None


def _heure(passages: Sequence[Passage], seance: Passage | None) -> Trouvaille[str] | None:
    """The hour in the sentence of the session, else the first of a header line that speaks of the session."""
    ordre = [
        *([seance] if seance else []),
        *(
            p
            for p in passages
            if re.search(r"seance|reuni|convoqu|heures|\d\s?h", p.plie) and not g.HORAIRES.search(p.plie)
        ),
    ]
    for passage in ordre:
        for debut, _, heure in heures_positions(passage):
            if not re.search(r"(?:arriv|depart|parti|quitt|lev)\w*[^.]{0,20}$", passage.plie[:debut]):
                return heure
    return None


def extraire_seance(acte: Acte, role: Sequence[Trouvaille[Personne]]) -> dict[str, Any]:
    """The fields of ``Seance`` that the header prints, by name."""
    passages = acte.passages("entete")
    marges = acte.passages("marge")
    dates = _dates([*passages, *marges])
    champs: dict[str, Any] = {}
    seances = sorted((d for d in dates if d[0] == "seance"), key=lambda d: -d[1])
    if seances:
        champs["date"] = seances[0][3].trouvaille
    for sens, nom in (("convocation", "date_convocation"), ("affichage", "date_affichage")):
        trouve = next((d for d in dates if d[0] == sens), None)
        if trouve:
            champs[nom] = trouve[3].trouvaille
    if "date" in champs and "date_convocation" not in champs:
        champs["date_convocation"] = _convocation_sans_annee((*passages, *marges), champs["date"].valeur)
    corps = (*passages, *acte.passages("assistants"))
    champs["heure"] = _heure(passages, seances[0][2] if seances else None)
    champs["lieu"] = _lieu(passages) or _lieu_etiquete(passages) or _lieu_seul(passages)
    champs["nature"] = _nature(passages)
    matiere = " ".join(p.plie for p in acte.passages("titre", "expose"))[:600]
    compte = acte.passages("expose", "dispositif") if "compte administratif" in matiere else ()
    for nom, trouvee in (
        ("president", _cede(acte) or _president((*compte, *passages, *acte.passages("titre")))),
        ("secretaire", _secretaire((*corps, *acte.passages("titre"), *marges))),
    ):
        champs[nom] = completer(trouvee, role) if trouvee else None
    return {k: v for k, v in champs.items() if v is not None}


def jour_imprime(acte: Acte) -> DateLue | None:
    """The session's date as printed, with its weekday: for the cross-checks."""
    seances = sorted(
        (d for d in _dates(acte.passages("entete")) if d[0] == "seance"),
        key=lambda d: (-bool(d[3].jour_semaine), -d[1]),
    )
    return seances[0][3] if seances else None
