"""What part each paragraph plays: several witnesses, read in the order in which an act is written.

A deliberation goes header, session, roll, title, report, visas, considérants, decision, vote, signature. Formulas
(``grammaire.structure``), the shape of the paragraph, what a list of names looks like, and where we are in that order
decide together.
"""

import re
from collections.abc import Sequence
from itertools import groupby
from typing import NamedTuple

from modeles.acte import NatureZone, Paragraphe, Zone
from pipeline.etapes.segmentation.cellules import ROLE, hors_texte, parts_des_cases, reconnaitre
from pipeline.etapes.segmentation.role import est_liste_de_noms, role, tete
from pipeline.etapes.segmentation.tableaux import table
from pipeline.etapes.segmentation.titres import est_intitule, est_titre, titre_en_tete
from pipeline.grammaire import appel, parts
from pipeline.grammaire import structure as s
from pipeline.grammaire.dispositif import VERBE
from pipeline.grammaire.titre import NUMERO_SEUL


class Etat(NamedTuple):
    """Where we are: the part of the last paragraph, whether the title is known, whether a bare "Vu :" opened a list."""

    nature: NatureZone
    titre: bool = False
    liste: bool = False
    signe: bool = False
    """A signature block was read: what looks decided below belongs to a document joined to the act."""
    corps: float = 0.0
    """Type size of the roll's last paragraph: a title under the roll is larger."""


def _acte(plie: str, texte: str, etat: NatureZone) -> NatureZone | None:
    """What opens with a formula of the act itself: visas, considérants, decision, signature, certificates."""
    if s.TAMPON.match(plie) or (s.DATE_DE_CERTIFICAT.match(plie) and etat in ("dispositif", "signature", "annexe")):
        return "tampon"
    if s.RECOURS.match(plie) and etat in ("dispositif", "signature", "annexe", "tampon"):
        return "annexe"
    if _ouvre_les_visas(plie, texte):
        return "visas"
    considere = texte[:1].isupper() or etat in ("visas", "considerants")
    if s.CONSIDERANTS.match(plie) and considere and etat != "signature":
        return "considerants"
    if etat in ("dispositif", "signature", "expose") and s.QUESTIONS_DIVERSES.match(plie) and len(plie) < 120:
        return "annexe"
    if s.ANNEXE.match(plie) and etat in ("signature", "annexe", "dispositif") and len(plie) < 120:
        return "annexe"
    if etat == "signature" and appel.PIECE_JOINTE.match(plie):
        return "annexe"
    if s.SIGNATURE.match(plie) and len(plie) < 160:
        return "signature"
    if etat == "signature":
        return None
    vote = bool(s.CONSEIL.match(plie)) and len(plie) < 300 and bool(re.search(r"unanimite|majorite|\d+\s+voix", plie))
    vote = vote or (texte[:1].isupper() and bool(s.CONSEIL.search(plie[:120]) and s.VOIX.search(plie[:260])))
    delibere = (
        vote or s.DELIBERE.match(plie) or (len(plie) < 200 and re.search(r"(?:apres|et) (?:en )?avoir delibere", plie))
    )
    if etat in ("visas", "considerants", "expose") and _decide_seul(plie, texte, etat):
        return "dispositif"
    if (
        s.PAS_PART.match(plie)
        or (len(plie) < 180 and s.SANS_PART.search(plie))
        or (s.REPORT.search(plie) if len(plie) < 260 else s.REPORT.match(plie))
        or s.AUX_VOIX.search(plie[:200])
        or s.EST_ADOPTE.search(plie)
        or (etat in ("visas", "considerants", "expose") and len(plie) < 220 and s.CONSEIL_DELIBERE.search(plie))
        or _decide_en_capitales(plie, texte)
        or s.VOTE.match(plie)
        or ((s.ARTICLE.match(plie) or delibere) and not s.PROPOSITION.match(plie[:80]))
    ):
        return "dispositif"
    return None


def _ouvre_les_visas(plie: str, texte: str) -> bool:
    sans_majuscule = s.VISA_SEUL.match(plie) or s.VISA_MINUSCULE.match(plie)
    return bool(s.CONSEIL_VU.match(plie) or (s.VISAS.match(plie) and (texte[:1].isupper() or sans_majuscule)))


def _decide_en_capitales(plie: str, texte: str) -> bool:
    """The council's verb in capitals at the end of a report: "... le conseil municipal DÉCIDE de reporter"."""
    if s.verbe_en_capitales(plie, texte):
        return True
    trouve = s.VERBE_DU_CONSEIL.search(plie)
    verbe = texte[trouve.start("verbe") : trouve.end("verbe")] if trouve else ""
    return verbe.isupper() and not texte.isupper()


def _se_retire(paragraphe: Paragraphe) -> bool:
    """A member leaves the vote before the report: said in passing, the decision is yet to come."""
    plie, _ = tete(paragraphe)
    return bool(s.PAS_PART.match(plie) or s.SANS_PART.search(plie)) and not s.DELIBERE.search(plie)


def _decide_seul(plie: str, texte: str, etat: NatureZone) -> bool:
    """A paragraph that opens with the verb itself ("APPROUVE le projet"), right after the grounds or in capitals."""
    verbe = re.match(rf"{VERBE}(?<=[edt])(?<!ant)\s", plie)
    return verbe is not None and (texte[: verbe.end()].isupper() or (etat != "expose" and texte[:1].isupper()))


def _ouvre_titre(plie: str, texte: str) -> bool:
    numero = s.NUMERO.match(plie) and (texte[:1].isupper() or plie.startswith("n"))
    return bool(s.OBJET.match(plie) or s.RAPPORTEUR.match(plie) or numero or s.NUMERO_NU.match(plie))


def _frontiere(paragraphes: Sequence[Paragraphe], roles: frozenset[tuple[int, int]]) -> int:
    """Index of the first paragraph after the session's header and roll.

    The roll ends the header; where no roll is printed, the last sentence of the session (date, chair, counts) does.
    Both are looked for before the first visa or deciding formula. ``roles``: the tables that hold the roll.
    """
    dernier_role = derniere_seance = -1
    for i, p in enumerate(paragraphes):
        if table(p) in roles:
            dernier_role = i
        if p.region != "corps" or p.cellule is not None:
            continue
        plie, texte = tete(p)
        nature = role(plie, texte)
        if (nature is not None and nature != "mouvements") or (
            (s.SECRETAIRE.match(plie) or appel.SECRETAIRE_NOMME.match(plie)) and len(plie) < 200 and dernier_role >= 0
        ):
            dernier_role = i
        elif _acte(plie, texte, "entete") in ("visas", "considerants", "dispositif") and not s.VOTE.match(plie):
            break
        elif s.LAN.match(plie) or appel.SEANCE.match(plie[:300]):
            derniere_seance = i
    return (dernier_role if dernier_role >= 0 else derniere_seance) + 1


def etiqueter(paragraphes: Sequence[Paragraphe], *, point: bool = False) -> tuple[Zone, ...]:
    """Cut one act into zones. ``point``: the item of a procès-verbal, whose first paragraph is its title."""
    tables = reconnaitre(paragraphes)
    cases = parts_des_cases(paragraphes)
    cartouches = {
        table(p) for p in paragraphes if p.cellule and appel.ETIQUETTE_D_ACTE.fullmatch(p.passage.plie.strip())
    }
    frontiere = (
        0 if point else _frontiere(paragraphes, tables.presence | {c for i in cases if (c := table(paragraphes[i]))})
    )
    etat = Etat("titre" if point else "entete")
    natures: list[NatureZone] = []
    for i, paragraphe in enumerate(paragraphes):
        precedent = etat.nature
        avant = i < frontiere or etat.nature == "entete"
        nature = hors_texte(paragraphe, etat.nature, avant, tables)
        if nature in ROLE and table(paragraphe) in cartouches:  # number and title, under the roll of the margin
            nature = "entete"
        if i in cases and (nature == "entete" or nature in ROLE):
            nature, etat = cases[i], etat._replace(nature=cases[i])
        if nature is None:
            if point and i == 0:
                etat = Etat("titre", not NUMERO_SEUL.match(paragraphe.passage.plie))
            else:
                etat = _avant(paragraphe, etat) if i < frontiere else _apres(paragraphe, etat)
            nature = etat.nature
        if nature == "dispositif" and precedent in ("titre", "expose", "mouvements") and _se_retire(paragraphe):
            etat = etat._replace(nature=precedent)
        if nature == "tampon":
            etat = etat._replace(nature=next((n for n in reversed(natures) if n not in ("tampon", "marge")), "entete"))
        natures.append(nature)
    if not any(n == "titre" and est_intitule(p) for n, p in zip(natures, paragraphes, strict=True)):
        for rang in titre_en_tete(paragraphes, natures):
            natures[rang] = "titre"
    couples = zip(natures, paragraphes, strict=True)
    return tuple(
        Zone(nature=nature, paragraphes=tuple(p for _, p in groupe))
        for nature, groupe in groupby(couples, key=lambda c: c[0])
    )


def _avant(paragraphe: Paragraphe, etat: Etat) -> Etat:
    """A paragraph of the session's header or roll."""
    plie, texte = tete(paragraphe)
    if s.TAMPON.match(plie):
        return etat._replace(nature="tampon")
    nature = role(plie, texte)
    if nature is not None:
        return etat._replace(nature=nature, corps=paragraphe.corps)
    if etat.nature == "procurations" and parts.DE_A.fullmatch(texte):
        return etat
    if s.SECRETAIRE.match(plie) or s.LAN.match(plie) or s.REGISTRE.match(plie):
        return etat._replace(nature="entete")
    if plie.startswith("conformement") and appel.SECRETAIRE_NOMME.match(plie[:220]):
        return etat._replace(nature="entete")
    if _ouvre_titre(plie, texte):
        return Etat("titre", etat.titre or _dit_l_objet(plie))
    if appel.LIGNE_DE_LIEU.match(plie) or (paragraphe.centre and appel.LETTRE_DE_CORPS.match(plie)):
        return etat._replace(nature="entete")  # a roll in the margin, and the letterhead beside it
    if etat.nature in ROLE and (
        est_liste_de_noms(texte)
        or appel.SOUS_TITRE.match(plie)
        or appel.NOM_ET_FONCTION.match(plie)
        or parts.DONNE_POUVOIR.match(plie)
    ):
        return etat
    libre = etat.nature == "titre" and not etat.titre and not appel.SEANCE.match(plie)
    if libre and est_titre(paragraphe, texte) and not appel.LETTRE_DE_CORPS.match(plie):
        return Etat("titre", True)
    return etat._replace(nature="entete")


def _dit_l_objet(plie: str) -> bool:
    """The title itself, not only its label ("Objet de la délibération :", and the title on the next line)."""
    trouve = s.OBJET.match(plie)
    return trouve is not None and len(plie[trouve.end() :].strip(" :.-")) > 3


def _poursuit_le_role(paragraphe: Paragraphe, plie: str, texte: str, etat: Etat) -> bool:
    """More names of the same part of the roll, close under it and not in the larger type of a title."""
    noms = est_liste_de_noms(texte) or parts.DONNE_POUVOIR.match(plie)
    if not noms or _ouvre_titre(plie, texte) or role(plie, texte) is not None or paragraphe.ecart >= 3:
        return False
    if s.REGISTRE.match(plie) or (s.CONSIDERANTS.match(plie) and texte[:1].isupper()):
        return False
    return not (paragraphe.ecart > 1 and etat.corps and paragraphe.corps > 1.12 * etat.corps)


def _dit_qui_siege(plie: str) -> bool:
    """Who presides, or how many sit: a line of the header, wherever it stands."""
    return bool(
        (len(plie) < 200 and appel.PRESIDENT_NOMME.match(plie)) or (len(plie) < 400 and appel.COMPTE_SEUL.match(plie))
    )


def _apres(paragraphe: Paragraphe, etat: Etat) -> Etat:
    """A paragraph of the act itself."""
    plie, texte = tete(paragraphe)
    precedent = etat.nature
    if precedent == "titre" and texte[:1].islower() and paragraphe.ecart < 0.9 and len(texte) < 120:
        return etat  # the last line of a title
    if precedent in ROLE and _poursuit_le_role(paragraphe, plie, texte, etat):
        return etat
    debut = precedent in ROLE or precedent in ("entete", "titre")
    tardif = precedent == "expose" and not etat.titre
    if debut and not etat.titre and s.REGISTRE.match(plie) and len(plie) < 100:
        return etat._replace(nature="entete")
    if (debut or precedent in ("expose", "emargement")) and _dit_qui_siege(plie):
        return etat._replace(nature="entete")
    if (
        (debut or tardif)
        and not etat.titre
        and len(plie) < 200
        and appel.SEANCE.match(plie)
        and not s.OBJET.match(plie)
    ):
        return etat._replace(nature="entete")
    if tardif and (s.OBJET.match(plie) or s.NUMERO.match(plie)):
        return Etat("titre", bool(s.OBJET.search(plie[:60])))
    if debut and appel.SECRETAIRE_NOMME.match(plie[:220]) and not s.OBJET.match(plie):
        return etat._replace(nature="entete")
    if debut and (_ouvre_titre(plie, texte) or s.SECRETAIRE.match(plie)):
        return Etat("entete" if s.SECRETAIRE.match(plie) else "titre", etat.titre or _dit_l_objet(plie))
    nature = _acte(plie, texte, precedent)
    if nature == "dispositif" and etat.signe:
        nature = None
    if nature is not None:
        return Etat(nature, etat.titre, bool(s.VISA_SEUL.match(plie)), etat.signe or nature == "signature")
    if debut and not etat.titre and est_titre(paragraphe, texte):
        return Etat("titre", True)
    if parts.MOUVEMENTS.match(plie) and (precedent not in ("dispositif", "signature") or len(plie) < 220):
        return etat._replace(nature="mouvements")
    if precedent in ("visas", "considerants"):
        puce = s.PUCE.match(paragraphe.passage.plie) or s.RANG.match(paragraphe.passage.plie)
        suit = puce or texte[:1].islower() or (etat.liste and not s.ENTENDU.match(plie) and not s.CONSEIL.match(plie))
        return etat if suit else Etat("expose", etat.titre)
    if precedent in ("dispositif", "signature", "annexe"):
        return etat
    return Etat("expose", etat.titre)
