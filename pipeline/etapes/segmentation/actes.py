"""Several acts in one document: sessions by their full header, points of a procès-verbal by what ``points`` finds."""

from collections.abc import Sequence

from modeles.acte import Acte, NatureZone, Paragraphe, Zone
from pipeline.etapes.segmentation import points
from pipeline.etapes.segmentation.ancres import decide
from pipeline.etapes.segmentation.cellules import ROLE
from pipeline.etapes.segmentation.listes import Liste, lire_liste
from pipeline.etapes.segmentation.ordre_du_jour import detacher_exposes, detacher_titres, lire_ordre_du_jour
from pipeline.etapes.segmentation.role import preparer, role, tete
from pipeline.etapes.segmentation.titres_coupes import completer_titres
from pipeline.etapes.segmentation.zones import etiqueter
from pipeline.grammaire import appel, parts
from pipeline.grammaire import proces_verbal as pv
from pipeline.grammaire import structure as s


def _debuts_de_seance(paragraphes: Sequence[Paragraphe]) -> list[int]:
    """Indices where a new full header begins: after a decision, a register title that tops a page, then a session."""
    debuts, a_decide, a_signe, tete_page, dernier = [0], False, False, 0, 0
    for i, p in enumerate(paragraphes):
        if i and p.page != paragraphes[i - 1].page:
            tete_page = i
        plie, _ = tete(p)
        if p.region == "corps" and (s.DELIBERE.match(plie) or s.ARTICLE.match(plie) or s.VOTE.match(plie)):
            a_decide = True
        a_signe = a_signe or (a_decide and p.region == "corps" and bool(s.SIGNATURE.match(plie)))
        appelle = a_signe and tete_page > dernier and i - tete_page < 20 and role(plie, tete(p)[1]) == "presents"
        if appelle and _ouvre_un_acte(paragraphes[tete_page:i]):
            debuts.append(tete_page)  # a page that prints a roll after a signature opens another act
            dernier, a_decide, a_signe = tete_page, False, False
        titre = (s.REGISTRE.match(plie) or pv.SEANCE_DU.match(plie)) and len(plie) < 140
        ouvre = bool(s.LAN.match(plie) or s.OUVERTURE_DATEE.match(plie))
        if (titre or ouvre) and a_decide and tete_page > dernier and i - tete_page < 15:
            suite = [tete(q)[0] for q in paragraphes[i : i + 25]]
            roles, chaire = any(parts.PRESENTS.match(x) for x in suite), any("presidence" in x for x in suite)
            plein = roles or chaire or any(s.LAN.match(x) for x in suite)
            if plein if s.REGISTRE.match(plie) else roles and (chaire or ouvre):
                debuts.append(tete_page)
                dernier, a_decide, a_signe = tete_page, False, False
    return debuts


def _ouvre_un_acte(haut: Sequence[Paragraphe]) -> bool:
    """What stands above a roll is the header of an act, not of a document joined to the one before."""
    plies = [tete(p)[0] for p in haut]
    if not plies or s.ANNEXE.match(plies[0]) or appel.PIECE_JOINTE.match(plies[0]):
        return False
    seance = any(
        s.LAN.match(x) or s.OUVERTURE_DATEE.match(x) or s.REGISTRE.match(x) or pv.SEANCE_DU.match(x) for x in plies
    )
    return seance or (any(s.NUMERO.match(x) for x in plies) and any(appel.SEANCE.match(x) for x in plies))


def _preparer(paragraphes: Sequence[Paragraphe]) -> Sequence[Paragraphe]:
    debut, entrees = lire_ordre_du_jour(paragraphes)
    return detacher_exposes(detacher_titres(paragraphes, debut, entrees) if entrees else paragraphes)


def _decouper_liste(paragraphes: Sequence[Paragraphe], liste: Liste, rang: int) -> list[Acte]:
    """One act a row; the header above the table and the signature below hold for all."""
    entete = _entete_de_seance(paragraphes[: liste.debut])
    reste = paragraphes[liste.fin :]
    queue = tuple(
        z if z.nature == "signature" else z.model_copy(update={"nature": "annexe"})
        for z in etiqueter(reste, point=True)
    )
    return [Acte(zones=(*entete, *zones, *queue), seance=rang) for zones in liste.rangees]


def _decouper_seance(paragraphes: Sequence[Paragraphe], rang: int) -> list[Acte]:
    tous = _preparer(paragraphes)
    liste = lire_liste(tous)
    if liste:
        return _decouper_liste(tous, liste, rang)
    corps = [p for p in tous if p.region != "marge"]
    debuts = points.reperer(corps)
    if not debuts:
        return [Acte(zones=etiqueter(tous), seance=rang)]
    marges = [p for p in tous if p.region == "marge"]
    premiere = [p for p in marges if p.page == corps[0].page]
    blocs = completer_titres([corps[a:b] for a, b in zip(debuts, [*debuts[1:], len(corps)], strict=True)], tous)
    secretaire = [p for bloc in blocs if "secretaire" in bloc[0].passage.plie and _sans_acte(bloc) for p in bloc]
    entete = _entete_de_seance([*premiere, *corps[: debuts[0]], *secretaire])
    queue = _queue(blocs[-1])
    actes = []
    for k, bloc in enumerate(blocs):
        if _sans_acte(bloc) or not (decide(bloc) or _numerote(bloc[0].passage.plie)):
            continue
        zones = etiqueter(_scinder_point(bloc), point=True)
        a_cote = tuple(p for p in marges if _a_cote(p, bloc[0], blocs[k + 1][0] if k + 1 < len(blocs) else None))
        marge = (Zone(nature="marge", paragraphes=a_cote),) if a_cote else ()
        signature = () if any(z.nature == "signature" for z in zones) else queue
        actes.append(Acte(zones=(*entete, *marge, *zones, *signature), seance=rang))
    return actes or [Acte(zones=etiqueter(tous), seance=rang)]


def _numerote(plie: str) -> bool:
    return bool(pv.NUMERO_POINT.match(plie) or s.NUMERO_NU.match(plie))


def _sans_acte(bloc: Sequence[Paragraphe]) -> bool:
    return bool(pv.SANS_ACTE.match(tete(bloc[0])[0]))


def _scinder_point(bloc: Sequence[Paragraphe]) -> Sequence[Paragraphe]:
    """A point of one line cut after its title ("1) Repas des aînés - Le conseil fixe ...")."""
    titre = bloc[0]
    coupe = pv.TITRE_ET_DECISION.match(titre.passage.plie)
    if not coupe or not titre.passage.texte[coupe.end() : coupe.end() + 1].isupper():
        return bloc
    haut, bas = (
        titre.passage.extrait(0, coupe.end("titre")),
        titre.passage.extrait(coupe.end(), len(titre.passage.texte)),
    )
    return [titre.model_copy(update={"passage": haut}), titre.model_copy(update={"passage": bas}), *bloc[1:]]


def _a_cote(marge: Paragraphe, debut: Paragraphe, suivant: Paragraphe | None) -> bool:
    """A margin line stands beside a point: from its title down to the next one."""
    ici = (marge.page, marge.boite[3])
    return (debut.page, debut.boite[1]) <= ici and (suivant is None or ici < (suivant.page, suivant.boite[1]))


def _entete_de_seance(paragraphes: Sequence[Paragraphe]) -> tuple[Zone, ...]:
    """The session's zones: header and roll only, whatever decision was cited before the first point."""
    gardes: frozenset[NatureZone] = ROLE | {"entete", "emargement", "tampon", "marge"}
    return tuple(z if z.nature in gardes else z.model_copy(update={"nature": "entete"}) for z in etiqueter(paragraphes))


def _queue(bloc: Sequence[Paragraphe]) -> tuple[Zone, ...]:
    """Signatures at the end of the document, and what closes the session: they hold for every act."""
    zones = etiqueter(bloc, point=True)
    if _sans_acte(bloc):
        return tuple(z if z.nature == "signature" else z.model_copy(update={"nature": "annexe"}) for z in zones)
    return tuple(z for z in zones if z.nature == "signature")


def decouper(paragraphes: tuple[Paragraphe, ...]) -> tuple[Acte, ...]:
    """The acts of a document in reading order. One at least when there is any text."""
    if not paragraphes:
        return ()
    paragraphes = preparer(paragraphes)
    debuts = _debuts_de_seance(paragraphes)
    actes: list[Acte] = []
    for rang, (a, b) in enumerate(zip(debuts, [*debuts[1:], len(paragraphes)], strict=True)):
        actes.extend(_decouper_seance(paragraphes[a:b], rang))
    return tuple(actes)
