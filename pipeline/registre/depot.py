"""What is kept: page OCR, readings with their acts and anomalies, decisions. Each deposit is one transaction."""

import json
import zlib
from collections.abc import Iterator
from datetime import UTC, datetime
from typing import Any

from pydantic import JsonValue, ValidationError
from sqlalchemy import Connection, delete, func, insert, select, update

from modeles.decision import DecisionHumaine
from modeles.deliberation import Deliberation
from modeles.lecture import Lecture
from modeles.page import Page
from modeles.texte import plier
from pipeline.erreurs import ErreurRegistre
from pipeline.registre.decisions import appliquer_decisions
from pipeline.registre.ouverture import Registre, consulter, ecrire
from pipeline.registre.schema import actes, anomalies, decisions, documents, lectures, pages, pages_ocr, travaux
from pipeline.registre.texte_cherche import TEXTE_MAX, normaliser
from pipeline.registre.travaux import inserer, instant, verrouiller

# --- Pages ------------------------------------------------------------------------------------------------------------


def page_connue(registre: Registre, cle: str, numero: int | None = None) -> Page | None:
    """The page that OCR gave for this key, if any; as page ``numero`` of its document (equal images share one OCR)."""
    with consulter(registre) as cx:
        contenu = cx.execute(select(pages_ocr.c.contenu).where(pages_ocr.c.cle == cle)).scalar()
    if contenu is None:
        return None
    return ouvrir_page(contenu, numero)


def ouvrir_page(contenu: bytes, numero: int | None = None) -> Page:
    """A page as kept; as page ``numero`` of its document."""
    page = Page.model_validate_json(zlib.decompress(contenu))
    return page if numero is None or numero == page.numero else page.renumeroter(numero)


def garder_page(registre: Registre, cle: str, page: Page, sha256: str, numero: int, reglages: str) -> None:
    """Keep the OCR of a page, and that the document uses it under these settings."""
    usage = {"sha256": sha256, "numero": numero, "reglages": reglages, "cle": cle}
    contenu = zlib.compress(page.model_dump_json().encode())
    with ecrire(registre) as cx:
        verrouiller(cx, sha256)
        cx.execute(inserer(cx, pages_ocr).on_conflict_do_nothing(), {"cle": cle, "contenu": contenu})
        ordre = inserer(cx, pages).values(usage)
        cx.execute(ordre.on_conflict_do_update(index_elements=["sha256", "numero", "reglages"], set_={"cle": cle}))


def pages_du(registre: Registre, sha256: str, reglages: str) -> tuple[Page, ...]:
    """The pages kept for a document under these settings, in order; those that OCR has not given yet are missing."""
    with consulter(registre) as cx:
        lignes = cx.execute(
            select(pages.c.numero, pages_ocr.c.contenu)
            .join(pages_ocr, pages.c.cle == pages_ocr.c.cle)
            .where(pages.c.sha256 == sha256, pages.c.reglages == reglages)
            .order_by(pages.c.numero)
        ).all()
    return tuple(ouvrir_page(contenu, numero) for numero, contenu in lignes)


# --- Readings ---------------------------------------------------------------------------------------------------------


def deposer(registre: Registre, lecture: Lecture, version: str, moteur: str, secondes: float) -> Lecture:
    """Keep a reading as the current one of its document, with its acts and anomalies, and close its place in the queue.

    The reading as kept: what persons decided takes the place of what was read.
    """
    sha256 = lecture.document.sha256
    with ecrire(registre) as cx:
        verrouiller(cx, sha256)
        tenue = appliquer_decisions(lecture, _decisions(cx, sha256))
        cx.execute(
            update(lectures).where(lectures.c.sha256 == sha256, lectures.c.courante.is_(True)).values(courante=False)
        )
        ajout = insert(lectures).values(
            sha256=sha256, version=version, moteur=moteur, secondes=secondes, courante=True, faite_le=instant(),
            contenu=_comprimer(tenue), statut=tenue.statut,
        )  # fmt: skip
        lecture_id = cx.execute(ajout.returning(lectures.c.id)).scalar_one()
        _ranger(cx, lecture_id, tenue)
        cx.execute(update(documents).where(documents.c.sha256 == sha256).values(pages=lecture.document.pages))
        fait = {"etat": "fait", "essais": 0, "raison": None, "code": None, "proprietaire": None, "bail": None}
        cx.execute(update(travaux).where(travaux.c.sha256 == sha256).values(maj_le=instant(), **fait))
    return tenue


def lire_contenu(contenu: bytes) -> Lecture:
    """A reading as kept. Raises ValueError when it is damaged."""
    return Lecture.model_validate_json(texte_du(contenu))


def texte_du(contenu: bytes) -> bytes:
    """The JSON of a reading as kept, likewise."""
    try:
        return zlib.decompress(contenu)
    except zlib.error as erreur:
        raise ValueError(str(erreur)) from None


def _comprimer(lecture: Lecture) -> bytes:
    return zlib.compress(lecture.model_dump_json(exclude={"statut"}).encode())  # statut is computed: never read back


def _ranger(cx: Connection, lecture_id: int, lecture: Lecture) -> None:
    """Acts and anomalies of the current reading, in place of those of any other reading of the document."""
    autres = select(lectures.c.id).where(lectures.c.sha256 == lecture.document.sha256)
    for table in (actes, anomalies):
        cx.execute(delete(table).where(table.c.lecture_id.in_(autres)))
    if lecture.deliberations:
        cx.execute(
            insert(actes),
            [
                {"lecture_id": lecture_id, "sha256": lecture.document.sha256, "rang": rang, **_colonnes(acte)}
                for rang, acte in enumerate(lecture.deliberations)
            ],
        )
    if lecture.anomalies:
        cx.execute(
            insert(anomalies),
            [
                {
                    "lecture_id": lecture_id, "code": a.code, "gravite": a.gravite, "page": a.page, "champ": a.champ,
                    "message": _sans_nul(a.message),
                }
                for a in lecture.anomalies
            ],
        )  # fmt: skip


def _colonnes(acte: Deliberation) -> dict[str, Any]:
    nom = acte.collectivite.nom if acte.collectivite else None
    organe = acte.collectivite.organe if acte.collectivite else None
    return {
        "collectivite": _sans_nul(nom), "collectivite_pliee": plier(_sans_nul(nom) or ""),
        "organe": _sans_nul(organe), "organe_plie": plier(_sans_nul(organe) or ""),
        "date": acte.seance.date, "numero": _sans_nul(acte.numero), "objet": _sans_nul(acte.objet),
        "texte": normaliser(" ".join(_textes(acte)))[:TEXTE_MAX],
    }  # fmt: skip


def _textes(acte: Deliberation) -> Iterator[str]:
    """What a search looks in. Not the roll: a name would find every act of its mandate."""
    collectivite = acte.collectivite.nom if acte.collectivite else None
    rapporteur = acte.rapporteur.nom_complet if acte.rapporteur else None
    yield from filter(None, (acte.objet, acte.numero, collectivite, rapporteur))
    yield from (*acte.visas, *acte.considerants, *(a.texte for a in acte.decision.articles))


def _sans_nul(texte: str | None) -> str | None:
    """PostgreSQL keeps no NUL in a text, and a damaged text layer may hold one."""
    return texte and texte.replace("\x00", "")


# --- Decisions --------------------------------------------------------------------------------------------------------


def decider(
    registre: Registre, sha256: str, pointeur: str, valeur: JsonValue, *, motif: str = "", auteur: str
) -> DecisionHumaine:
    """Keep a person's value for a field: it goes into the current reading now, and into every later one.

    Raises ErreurRegistre when the document was not read yet, or when the value does not suit the field.
    """
    try:
        decision = DecisionHumaine(
            pointeur=pointeur,
            valeur=valeur,
            motif=motif,
            auteur=auteur,
            pris_le=datetime.now(UTC).replace(microsecond=0),
        )
    except ValidationError:
        raise _refusee(pointeur) from None
    with ecrire(registre) as cx:
        verrouiller(cx, sha256)
        courante = cx.execute(
            select(lectures.c.id, lectures.c.contenu).where(lectures.c.sha256 == sha256, lectures.c.courante.is_(True))
        ).one_or_none()
        if courante is None:
            raise ErreurRegistre(f"Le document {sha256[:12]}… n'a pas encore été lu.", "Lisez-le, puis décidez.")
        lecture = lire_contenu(courante.contenu)
        tranchee = appliquer_decisions(lecture, [decision], contredire=False)
        if any(
            (a.code, a.champ, a.gravite) == ("decision-inapplicable", pointeur, "doute") for a in tranchee.anomalies
        ):
            raise _refusee(pointeur)
        _garder_decision(cx, sha256, decision, _ici(lecture, pointeur))
        cx.execute(
            update(lectures)
            .where(lectures.c.id == courante.id)
            .values(contenu=_comprimer(tranchee), statut=tranchee.statut)
        )
        _ranger(cx, courante.id, tranchee)
    return decision


def decisions_du(registre: Registre, sha256: str) -> list[DecisionHumaine]:
    """The decisions that hold for a document, by pointer."""
    with consulter(registre) as cx:
        return sorted(_decisions(cx, sha256), key=lambda d: d.pointeur)


def _decisions(cx: Connection, sha256: str) -> list[DecisionHumaine]:
    """The last at each pointer, in the order in which they were taken."""
    dernieres = select(func.max(decisions.c.id)).where(decisions.c.sha256 == sha256).group_by(decisions.c.pointeur)
    lignes = cx.execute(select(decisions).where(decisions.c.id.in_(dernieres)).order_by(decisions.c.id)).all()
    return [
        DecisionHumaine(
            pointeur=x.pointeur, valeur=json.loads(x.valeur), motif=x.motif, auteur=x.auteur,
            pris_le=datetime.fromisoformat(x.pris_le),
        )
        for x in lignes
    ]  # fmt: skip


def _garder_decision(cx: Connection, sha256: str, decision: DecisionHumaine, remplacee: JsonValue) -> None:
    cx.execute(
        insert(decisions).values(
            sha256=sha256, pointeur=decision.pointeur, motif=decision.motif, auteur=decision.auteur,
            valeur=json.dumps(decision.valeur, ensure_ascii=False), remplacee=json.dumps(remplacee, ensure_ascii=False),
            pris_le=decision.pris_le.isoformat(timespec="seconds"),
        )
    )  # fmt: skip


def _ici(lecture: Lecture, pointeur: str) -> JsonValue:
    try:
        valeur: JsonValue = lecture.feuille(pointeur)
    except KeyError:
        return None
    return valeur


def _refusee(pointeur: str) -> ErreurRegistre:
    return ErreurRegistre(
        f"Le champ {pointeur} ne peut pas prendre cette valeur.",
        "Vérifiez le champ, le nom de la personne qui décide et la forme de la valeur (une date : 2022-07-21) ; pour "
        "ôter un élément d'une liste, décidez la liste entière.",
    )
