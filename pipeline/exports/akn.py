"""Akoma Ntoso 3.0 (OASIS LegalDocumentML): a file a record, ``<statement name="deliberation">``, and ``index.csv``.

Visas are citations, considérants recitals, what is decided articles; presences, proxies and the vote as printed stand
in containers and, counted, in the analysis of the metadata; where each value stands on the scan, in a namespace of
ours. IRIs follow the Naming Convention 1.0. A record without body or date is refused: the format asks for an author
and a date. Its words are those of the record: no phrase of the layout is made up, what is not printed is absent.
"""

from collections import defaultdict
from collections.abc import Iterable
from contextlib import ExitStack
from pathlib import Path
from typing import NamedTuple
from xml.etree import ElementTree as ET

from modeles.deliberation import Personne
from modeles.fiche import Fiche, en_fiche
from modeles.reference import Citation
from pipeline.exports import Bilan, Demande, Refus, Refusees
from pipeline.exports._akn_texte import Registre, jeton, liste, nommer, paragraphe
from pipeline.exports._csv import ouvrir
from pipeline.exports._xml import ajouter, octets

NOM = "akn"
ESPACE = "http://docs.oasis-open.org/legaldocml/ns/akn/3.0"
PREUVES = "urn:greffier:preuves:1.0"
COLONNES = ("id", "fichier", "collectivite", "organe", "date", "numero", "objet")
SOURCE = "#greffier"
VOTES = ("pour", "contre", "abstentions", "ne_prend_pas_part")
_LISTES = (("presents", "Présents", "présent"), ("absents", "Absents", "absent"), ("excuses", "Excusés", "excusé"))
_CONTRE = (("noms_contre", "Contre"), ("noms_abstention", "Abstentions"),
           ("noms_ne_prend_pas_part", "Ne prennent pas part au vote"))  # fmt: skip


class _Acte(NamedTuple):
    """A record under writing."""

    fiche: Fiche
    registre: Registre
    citations: dict[str, list[Citation]]


def ecrire(lignes: Iterable[bytes], dossier: Path, demande: Demande) -> Bilan:
    """``2022/5c/5c8b…-1.xml``, by year and first digits of the scan's digest: a folder stays short."""
    ecrites, refusees = 0, Refusees()
    with ExitStack() as pile:
        index = ouvrir(pile, dossier / "index.csv", COLONNES)
        for fiche in map(en_fiche, lignes):
            corps, jour = fiche.collectivite, fiche.seance.date
            if corps is None or corps.nom is None or jour is None:
                manque = "la date de la séance" if corps and corps.nom else "le nom de la collectivité"
                refusees.noter(Refus(fiche.id, f"{manque} manque : Akoma Ntoso la demande"))
                continue
            nom = f"{jour.year:04}/{fiche.id[:2]}/{fiche.id}.xml"
            fichier = dossier / nom
            fichier.parent.mkdir(parents=True, exist_ok=True)
            fichier.write_bytes(octets(document(fiche)))
            index.writerow((fiche.id, nom, corps.nom, corps.organe, jour, fiche.numero, fiche.objet))
            ecrites += 1
    return refusees.bilan(ecrites)


def document(fiche: Fiche) -> ET.Element:
    """The tree of a record that has a body and a date."""
    citations = defaultdict(list)
    for citation in fiche.references:
        citations[citation.champ].append(citation)
    acte = _Acte(fiche, Registre(fiche), citations)
    racine = ET.Element("akomaNtoso", {"xmlns": ESPACE, "xmlns:g": PREUVES})
    statement = ajouter(racine, "statement", name="deliberation")
    meta = ajouter(statement, "meta")
    _preface(statement, acte)
    _preambule(statement, acte)
    _dispositif(statement, acte)
    _conclusions(statement, acte)
    _meta(meta, acte)
    return racine


# --- The text ---------------------------------------------------------------------------------------------------------


def _preface(statement: ET.Element, acte: _Acte) -> None:
    f, r = acte.fiche, acte.registre
    assert f.collectivite is not None
    preface = ajouter(statement, "preface")
    for nom in (f.collectivite.nom, f.collectivite.organe):
        if nom:
            ajouter(ajouter(preface, "p"), "docAuthority", nom, refersTo=r.organisme(nom))
    ajouter(ajouter(preface, "p"), "docDate", str(f.seance.date), date=str(f.seance.date))
    if f.numero:
        ajouter(ajouter(preface, "p"), "docNumber", f.numero)
    if f.objet:
        p = paragraphe(preface, f.objet, acte.citations["/objet"])
        p.tag = "docTitle"
        preface.remove(p)
        ajouter(preface, "p").append(p)
    for personne, role in ((f.seance.president, "président de séance"), (f.seance.secretaire, "secrétaire de séance"),
                           (f.rapporteur, "rapporteur")):  # fmt: skip
        if personne:
            nommer(ajouter(preface, "p"), r, personne, role)
    _presences(preface, acte)


def _presences(preface: ET.Element, acte: _Acte) -> None:
    f, r = acte.fiche, acte.registre
    if not (f.presences.presents or f.presences.absents or f.presences.excuses or f.procurations):
        return
    bloc = ajouter(preface, "container", name="presences", eId="presences")
    for champ, titre, role in _LISTES:
        liste(bloc, r, titre, getattr(f.presences, champ), role)
    for procuration in f.procurations:
        p = ajouter(bloc, "p", "Procuration : ")
        nommer(p, r, procuration.mandant, "mandant")
        if procuration.mandataire:
            p[-1].tail = " → "
            nommer(p, r, procuration.mandataire, "mandataire")


def _preambule(statement: ET.Element, acte: _Acte) -> None:
    if not (acte.fiche.visas or acte.fiche.considerants):
        return
    preambule = ajouter(statement, "preamble")
    for champ, tete, genre, prefixe in (("visas", "Vu", "citation", "cits"),
                                        ("considerants", "Considérant", "recital", "recs")):  # fmt: skip
        textes = getattr(acte.fiche, champ)
        if textes:
            suite = ajouter(preambule, f"{genre}s", eId=prefixe)
            ajouter(ajouter(suite, "intro"), "p", tete)
            for n, texte in enumerate(textes):
                un = ajouter(suite, genre, eId=f"{prefixe}__{n + 1}")
                paragraphe(un, texte, acte.citations[f"/{champ}/{n}"])


def _dispositif(statement: ET.Element, acte: _Acte) -> None:
    """Articles, then the vote with the names it prints. The format wants one element at least: an empty paragraph says
    that nothing decided was read."""
    f = acte.fiche
    corps = ajouter(statement, "mainBody")
    for n, article in enumerate(f.decision.articles):
        un = ajouter(corps, "article", eId=f"art_{n + 1}")
        if article.numero:
            ajouter(un, "num", f"Article {article.numero}")
        paragraphe(ajouter(un, "content"), article.texte, acte.citations[f"/decision/articles/{n}/texte"])
    vote = f.decision.vote
    nommes = [(titre, noms) for champ, titre in _CONTRE if (noms := getattr(vote, champ))]
    if nommes:
        bloc = ajouter(corps, "container", name="vote", eId="vote-noms")
        for titre, noms in nommes:
            liste(bloc, acte.registre, titre, noms, "votant")
    if len(corps) == 0:
        ajouter(corps, "p")


def _conclusions(statement: ET.Element, acte: _Acte) -> None:
    f, t = acte.fiche, acte.fiche.teletransmission
    dates = (("Envoyé", t.date_envoi), ("Reçu", t.date_reception), ("Publié", t.date_publication))
    if not (f.signataires or t.identifiant or any(d for _, d in dates)):
        return
    fin = ajouter(statement, "conclusions")
    for s in f.signataires:
        signature = ajouter(ajouter(fin, "p"), "signature")
        nommer(signature, acte.registre, Personne(nom=s.nom, nom_complet=s.nom, qualite=s.qualite), "signataire")
    if t.identifiant:
        ajouter(ajouter(fin, "p"), "inline", t.identifiant, name="identifiant-actes")
    for titre, jour in dates:
        if jour:
            ajouter(ajouter(fin, "p", f"{titre} le "), "date", str(jour), date=str(jour))


# --- Metadata ---------------------------------------------------------------------------------------------------------


def _meta(meta: ET.Element, acte: _Acte) -> None:
    """Written last: by then the registre knows all that the text refers to."""
    f, r = acte.fiche, acte.registre
    _identification(meta, acte)
    matiere = next((d for d in f.deductions if d.champ == "/matiere"), None)
    if matiere:
        mots = ajouter(meta, "classification", source=SOURCE)
        ajouter(mots, "keyword", value=matiere.valeur, showAs=matiere.valeur, dictionary=r.notion("nomenclature ACTES"))
    vie = ajouter(meta, "lifecycle", source=SOURCE)
    ajouter(vie, "eventRef", eId="evenement-1", date=str(f.seance.date), source="#original", type="generation")
    _vote(meta, acte)
    references = ajouter(meta, "references", source=SOURCE)
    ajouter(references, "original", eId="original", href=_oeuvre(f), showAs=f.numero or f.id)
    ajouter(references, "TLCOrganization", eId=SOURCE[1:], href="/akn/ontology/organization/greffier",
            showAs=f"greffier {f.origine.version}")  # fmt: skip
    r.ecrire(references)
    _preuves(meta, f)


def _oeuvre(f: Fiche) -> str:
    """IRI of the work (Naming Convention 1.0, 4.4): country, type, subtype, author, date, number."""
    assert f.collectivite is not None
    numero = jeton(f.numero) if f.numero else f.id
    return f"/akn/fr/statement/deliberation/{jeton(f.collectivite.nom or '')}/{f.seance.date}/{numero}"


def _identification(meta: ET.Element, acte: _Acte) -> None:
    f = acte.fiche
    assert f.collectivite is not None
    oeuvre = _oeuvre(f)
    identification = ajouter(meta, "identification", source=SOURCE)
    niveaux = (("FRBRWork", oeuvre, str(f.seance.date), "séance"),
               ("FRBRExpression", f"{oeuvre}/fra@", str(f.seance.date), "séance"),
               ("FRBRManifestation", f"{oeuvre}/fra@.xml", f.origine.lu_le[:10], "lecture"))  # fmt: skip
    for niveau, iri, jour, quoi in niveaux:
        bloc = ajouter(identification, niveau)
        ajouter(bloc, "FRBRthis", value=f"{iri}/!main")
        ajouter(bloc, "FRBRuri", value=iri)
        if niveau == "FRBRWork":
            ajouter(bloc, "FRBRalias", value=f.id, name="greffier")
            if f.teletransmission.identifiant:
                ajouter(bloc, "FRBRalias", value=f.teletransmission.identifiant, name="actes")
        ajouter(bloc, "FRBRdate", date=jour, name=quoi)
        lu = niveau == "FRBRManifestation"
        ajouter(bloc, "FRBRauthor", href=SOURCE if lu else acte.registre.organisme(f.collectivite.nom or ""))
        if niveau == "FRBRWork":
            ajouter(bloc, "FRBRcountry", value="fr")
            ajouter(bloc, "FRBRsubtype", value="deliberation")
            if f.numero:
                ajouter(bloc, "FRBRnumber", value=f.numero)
        if niveau == "FRBRExpression":
            ajouter(bloc, "FRBRlanguage", language="fra")


def _vote(meta: ET.Element, acte: _Acte) -> None:
    """Members and votes, counted as printed."""
    vote, e, r = acte.fiche.decision.vote, acte.fiche.effectifs, acte.registre
    comptes = [(nom, getattr(vote, nom)) for nom in VOTES if getattr(vote, nom) is not None]
    presents = [(n.replace("_", " "), getattr(e, n)) for n in ("en_exercice", "presents", "votants")
                if getattr(e, n) is not None]  # fmt: skip
    if not (comptes or presents or vote.resultat or e.quorum is not None):
        return
    parlement = ajouter(ajouter(meta, "analysis", source=r.organisme(_nom(acte.fiche))), "parliamentary")
    if presents or e.quorum is not None:
        bloc = ajouter(parlement, "quorumVerification", eId="quorum")
        if e.quorum is not None:
            ajouter(bloc, "quorum", eId="quorum-demande", value=str(e.quorum))
        for n, (nom, valeur) in enumerate(presents, start=1):
            ajouter(bloc, "count", eId=f"effectif-{n}", value=str(valeur), refersTo=r.notion(nom))
    if comptes or vote.resultat:
        issue = {"outcome": r.notion(vote.resultat.replace("_", " "))} if vote.resultat else {}
        bloc = ajouter(parlement, "voting", eId="vote", **issue)
        for n, (nom, valeur) in enumerate(comptes, start=1):
            ajouter(bloc, "count", eId=f"vote-{n}", value=str(valeur), refersTo=r.notion(nom.replace("_", " ")))
        if not comptes:
            ajouter(bloc, "count", eId="vote-1", value="unanimité" if vote.unanimite else "non imprimé")


def _nom(f: Fiche) -> str:
    return (f.collectivite and f.collectivite.nom) or ""


def _preuves(meta: ET.Element, f: Fiche) -> None:
    """Where each value stands (``champ``: its pointer in the JSON record), in points from the top left of the page."""
    o = f.origine
    bloc = ajouter(meta, "proprietary", source=SOURCE)
    scan = ajouter(bloc, "g:scan", fichier=o.fichier, sha256=o.sha256, pages=str(o.pages), rang=str(o.rang),
                   moteur=o.moteur, version=o.version, modele=f.modele, profil=f.profil, lu_le=o.lu_le)  # fmt: skip
    confirmes = set(f.confirmes)
    for s in f.sources:
        valeur = ajouter(scan, "g:valeur", champ=s.champ, confiance=f"{s.confiance:.4f}",
                         confirme=str(s.champ in confirmes).lower())  # fmt: skip
        for e in s.endroits:
            ajouter(valeur, "g:endroit", page=str(e.page), boite=" ".join(f"{x:.2f}" for x in e.boite))
