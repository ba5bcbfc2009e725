"""Number, title and rapporteur of an act."""

import re
from collections.abc import Sequence
from itertools import pairwise
from typing import Any

from modeles.acte import Acte, Paragraphe
from modeles.deliberation import Personne
from modeles.lecture import Nature, Trouvaille
from modeles.texte import Passage
from pipeline.etapes.extraction.etiquettes import lire_grille
from pipeline.etapes.extraction.noms import completer, nommes, retrouver
from pipeline.grammaire import structure as s
from pipeline.grammaire import titre as g
from pipeline.grammaire.collectivite import AUTRE_TITRE, CORPS
from pipeline.grammaire.dates import dates_positions
from pipeline.grammaire.personnes import CIVILITE
from pipeline.grammaire.seance import PHRASE_DE_SEANCE, REUNI
from pipeline.personnes import personnes_citees

LIGNES_DE_TITRE = 4
"""Lines of the header that a title takes at most."""


def _numero(passage: Passage) -> tuple[Trouvaille[str], int] | None:
    """(number, offset after it) when the passage opens with a number, or is one."""
    for regle, motif in (("titre.numero", g.NUMERO), ("titre.numero_nu", g.NUMERO_NU), ("titre.rang", g.RANG)):
        trouve = motif.match(passage.plie)
        if trouve:
            a, b = trouve.span("numero")
            if not g.FAUX_NUMERO.match(passage.plie[a:b]) and (lu := _trouve(passage, a, b, regle)).valeur:
                return lu, trouve.end()
    return None


def _trouve(passage: Passage, a: int, b: int, regle: str) -> Trouvaille[str]:
    """The number printed there; in a Roman part ("2022/1V/37") 1 and l are I."""
    lu = " ".join(passage.texte[a:b].split()).strip(" .-:")
    juste = g.PARTIE_ROMAINE.sub(lambda m: re.sub(r"[1l]", "I", m.group()), lu)
    nature: Nature = "lu" if juste == lu else "corrige"
    return Trouvaille[str](valeur=juste, mots=passage.mots_de(a, b), regle=regle, nature=nature)


def _numero_cite(passages: Sequence[Passage]) -> Trouvaille[str] | None:
    """A number printed inside the header: "Délibération n° 2023/041", "N° 12" in the margin."""
    for passage in passages:
        for motif in (g.NUMERO_CITE, g.NUMERO_NU, g.NUMERO_ENTETE):
            if motif is g.NUMERO_ENTETE and len(passage.plie) > 120:
                continue
            trouve = motif.match(passage.plie) if motif is g.NUMERO_NU else motif.search(passage.plie)
            if trouve:
                a, b = trouve.span("numero")
                if not g.FAUX_NUMERO.match(passage.plie[a:b]):
                    return _trouve(passage, a, b, "titre.numero_entete")
    return None


def _numero_apres(passages: Sequence[Passage]) -> Trouvaille[str] | None:
    """The number in brackets at the end of the title."""
    for passage in passages:
        if trouve := g.NUMERO_FINAL.search(passage.plie):
            return _trouve(passage, *trouve.span("numero"), "titre.numero_apres")
    return None


def _sans_prefixe(passage: Passage) -> Passage:
    """The title without number, "Objet :", bullet or dash."""
    debut = 0
    lu = _numero(passage)
    if lu is not None:
        debut = lu[1]
    for motif in (g.ROMAIN, g.SEPARATION, g.POINT, s.OBJET, g.SEPARATION):
        trouve = motif.match(passage.plie, debut)
        if trouve:
            debut = trouve.end()
    return passage.extrait(debut, len(passage.texte))


def _objet(paragraphes: Sequence[Paragraphe]) -> Trouvaille[str] | None:
    """The paragraph marked "Objet", with the lines of the same heading that follow; else the first heading."""
    for i, p in enumerate(paragraphes):
        tete = p.passage.plie
        objet = s.OBJET.search(tete[:90])
        if objet and (objet.start() == 0 or _numero(p.passage)):
            passage = _sans_prefixe(p.passage) if objet.start() == 0 or _numero(p.passage) else p.passage
            suite = _suite(paragraphes, i)
            return _texte([passage, *suite] if passage.texte else suite, "titre.objet")
    for i, p in enumerate(paragraphes):
        if s.RAPPORTEUR.match(p.passage.plie) or g.ANNEXE_DU_TITRE.match(p.passage.plie):
            continue
        passage = _sans_prefixe(p.passage)
        if len(re.sub(r"[\W\d_]", "", passage.texte)) >= 4 and not g.SERVICE.match(passage.plie):
            return _texte([passage, *_suite(paragraphes, i)], "titre.intitule")
    return None


def _objet_en_marge(acte: Acte) -> Trouvaille[str] | None:
    """The title in the margin column: what stands under "Objet de la délibération", line by line, to the next blank."""
    marge = acte.paragraphes("marge")
    for i, p in enumerate(marge):
        etiquette = Passage.joindre([q.passage for q in marge[i : i + 2]])
        ouvre = s.OBJET.match(p.passage.plie) or s.OBJET.match(etiquette.plie)
        if not ouvre:
            continue
        lignes = [p.passage.extrait(ouvre.end(), len(p.passage.texte))] if ouvre.end() <= len(p.passage.plie) else []
        for q in marge[i + (1 if lignes else 2) :]:
            if q.ecart > 2.5 or q.page != p.page or g.ANNEXE_DU_TITRE.match(q.passage.plie) or _numero(q.passage):
                break
            lignes.append(q.passage)
        return _texte(lignes, "titre.objet_marge") if any(x.texte for x in lignes) else None
    return None


def _etiquetes(acte: Acte) -> dict[str, Trouvaille[str]]:
    """Number and title in the cell after their label, alone in its own."""
    trouves: dict[str, Trouvaille[str]] = {}
    for etiquette, passage in pairwise(acte.passages("entete", "titre")):
        if g.ETIQUETTE_NUMERO.fullmatch(etiquette.plie) and g.NUMERO_EN_CASE.fullmatch(passage.plie):
            trouves.setdefault(
                "numero", Trouvaille(valeur=passage.texte.strip(), mots=passage.mots, regle="titre.numero_case")
            )
        elif s.OBJET.fullmatch(etiquette.plie.strip() + " :") and (lu := _texte([passage], "titre.objet_case")):
            trouves.setdefault("objet", lu)
    return trouves


def _objet_d_entete(acte: Acte) -> Trouvaille[str] | None:
    """The title between the headings and the sentence that opens the session, with no label of its own."""
    lignes = acte.passages("entete")
    fin = next(
        (i for i, p in enumerate(lignes) if PHRASE_DE_SEANCE.match(p.plie) and REUNI.search(p.plie)), len(lignes)
    )
    debut = fin
    while fin < len(lignes) and debut > max(0, fin - LIGNES_DE_TITRE) and not _est_un_autre_titre(lignes[debut - 1]):
        debut -= 1
    titre = Passage.joindre(list(lignes[debut:fin])) if debut < fin else None
    return _texte([titre], "titre.entete") if titre is not None and len(titre.texte) >= 20 else None


def _est_un_autre_titre(passage: Passage) -> bool:
    """A line of the header that names the body, the document, a date or a person."""
    nomme = AUTRE_TITRE.match(passage.plie) or CORPS.match(passage.plie) or CIVILITE.match(passage.texte)
    return bool(nomme) or bool(dates_positions(passage))


def _suite(paragraphes: Sequence[Paragraphe], i: int) -> list[Passage]:
    """The headings glued under the title: same size, little space, no formula of their own."""
    suite: list[Passage] = []
    for p in paragraphes[i + 1 : i + 5]:
        avant = paragraphes[i].passage.plie
        seul = s.OBJET.fullmatch(avant.strip()) is not None and not suite
        if not seul and (p.ecart > 0.9 or not 0.8 < p.corps / max(paragraphes[i].corps, 1) < 1.25):
            break
        if s.RAPPORTEUR.match(p.passage.plie) or g.ANNEXE_DU_TITRE.match(p.passage.plie) or _numero(p.passage):
            break
        suite.append(p.passage)
    return suite


def _texte(passages: Sequence[Passage], regle: str) -> Trouvaille[str] | None:
    joint = Passage.joindre([p for p in passages if p.texte])
    numero = g.NUMERO_FINAL.search(joint.plie)
    joint = joint.extrait(0, numero.start()) if numero else joint
    propre = g.SERVICE_FINAL.sub("", g.RAPPORTEUR_FINAL.sub("", joint.texte)).strip(" .:;-–—*_|")
    return Trouvaille(valeur=propre, mots=joint.mots, regle=regle) if propre else None


def _rapporteur(acte: Acte, role: Sequence[Trouvaille[Personne]]) -> Trouvaille[Personne] | None:
    passages = (
        *acte.passages("titre"),
        *acte.passages("entete"),
        *acte.passages("expose")[:3],
        *acte.passages("visas", "dispositif")[:2],
        *acte.passages("considerants")[-1:],
    )
    for passage in passages:
        for motif in (g.RAPPORTEUR_AVANT, g.RAPPORTEUR_APRES):
            trouve = motif.search(passage.plie)
            if not trouve:
                continue
            a, b = trouve.span("personne")
            noms = nommes(passage.extrait(a, b), "titre.rapporteur")
            if noms:
                return noms[0]
    for passage in acte.passages("expose")[:2]:
        trouve = g.EXPOSE.match(passage.plie)
        noms = nommes(passage.extrait(0, trouve.end("personne")), "titre.rapporteur_expose") if trouve else ()
        if noms:
            return noms[0]
        cite = _cite_en_tete(passage)
        if cite is not None:
            return cite
    return _entendu(acte, role)


def _entendu(acte: Acte, role: Sequence[Trouvaille[Personne]]) -> Trouvaille[Personne] | None:
    """ "Entendu le rapport de Mme X": a person named there and then, not "de son Président"."""
    for passage in acte.passages("expose", "visas", "considerants", "dispositif"):
        trouve = g.RAPPORT_ENTENDU.search(passage.plie)
        suite = passage.extrait(*trouve.span("personne")) if trouve else None
        noms = nommes(suite, "titre.rapport_entendu") if suite else ()
        membre = not role or (noms and retrouver(noms[0].valeur, role))
        if suite and noms and membre and noms[0].mots[0] == suite.mots[0]:
            return noms[0]
    return None


def _cite_en_tete(passage: Passage) -> Trouvaille[Personne] | None:
    """A name without civility that opens a report ("Jean Martin présente ..."), confirmed as a person by spaCy."""
    trouve = g.EXPOSE_NU.match(passage.plie)
    if not trouve:
        return None
    sujet = passage.extrait(0, trouve.end("personne"))
    noms = nommes(sujet, "titre.rapporteur_cite")
    if len(noms) != 1 or not noms[0].valeur.prenom:
        return None
    return noms[0] if any(a == 0 for a, _ in personnes_citees(passage.texte[: trouve.end() + 40])) else None


def _rapporteur_en_marge(acte: Acte) -> Trouvaille[Personne] | None:
    """A name alone in the margin beside the title (lists of votes)."""
    titre = next(iter(acte.paragraphes("titre")), None)
    if titre is None:
        return None
    for p in acte.paragraphes("marge"):
        voisin = p.page == titre.page and min(p.boite[3], titre.boite[3] + 12) - max(p.boite[1], titre.boite[1] - 8) > 0
        noms = nommes(p.passage, "titre.rapporteur_marge") if voisin and len(p.passage.texte) < 60 else ()
        if len(noms) == 1 and len(noms[0].valeur.nom_complet) >= 0.7 * len(p.passage.texte.strip()):
            return noms[0]
    return None


def extraire_titre(acte: Acte, role: Sequence[Trouvaille[Personne]]) -> dict[str, Any]:
    """``numero``, ``objet``, ``rapporteur`` where printed."""
    paragraphes = acte.paragraphes("titre")
    numero = next((lu[0] for lu in (_numero(p.passage) for p in paragraphes) if lu), None)
    cite = _numero_cite([*acte.passages("entete"), *acte.passages("marge")]) or _numero_apres(acte.passages("titre"))
    rang = numero is not None and numero.valeur.isdigit() and len(numero.valeur) < 3
    numero = cite if numero is None or (rang and cite is not None) else numero
    rapporteur = _rapporteur(acte, role) or _rapporteur_en_marge(acte)
    cases = _etiquetes(acte)
    grille = lire_grille(acte)
    objet = (
        grille.get("objet")
        or _objet(paragraphes)
        or _objet_en_marge(acte)
        or cases.get("objet")
        or _objet_d_entete(acte)
    )
    champs = {
        "numero": grille.get("numero") or numero or cases.get("numero"),
        "objet": objet,
        "rapporteur": completer(rapporteur, role) if rapporteur else None,
    }
    return {k: v for k, v in champs.items() if v is not None}
