"""The tidy tables of a ``jeu``: their columns, and the rows that a record gives to each.

Every row ends with its proof: where it stands on the scan, what read it, and whether a person settled all of it.
"""

import json
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Literal, NamedTuple

from modeles.deliberation import Personne, Vote
from modeles.fiche import Fiche, SourceDite
from modeles.texte import plier
from pipeline.assemblees import Corps, identifiant
from pipeline.etapes.extraction.noms import cle

Genre = Literal["string", "integer", "number", "boolean", "date"]
Valeur = str | int | float | bool | None


class Colonne(NamedTuple):
    nom: str
    description: str
    """In French, for the description of the dataset."""
    genre: Genre = "string"


class Rang(NamedTuple):
    """A row before its proof. ``champ``: the pointer under which its values stand in the record."""

    champ: str
    valeurs: tuple[Valeur, ...]


class Table(NamedTuple):
    nom: str
    description: str
    colonnes: tuple[Colonne, ...]
    """Between the id of the record and the proof."""
    tirer: Callable[[Fiche], Iterable[Rang]]

    @property
    def toutes(self) -> tuple[Colonne, ...]:
        return (ID, *self.colonnes, *PREUVE)

    @property
    def places(self) -> tuple[int, ...]:
        """Ranks of the columns that name a person by id."""
        return tuple(n for n, c in enumerate(self.toutes) if c.nom in COLONNES_DE_PERSONNES)

    def rangees(self, fiche: Fiche, preuves: "Preuves") -> Iterator[tuple[Valeur, ...]]:
        """The rows of one record, whole."""
        return ((fiche.id, *r.valeurs, *preuves.de(r.champ)) for r in self.tirer(fiche))


COLONNES_DE_PERSONNES = ("personne", "mandant_personne", "mandataire_personne")
ID = Colonne("id", "Identifiant de la délibération dans le jeu.")
PREUVE = (
    Colonne("champ", "Pointeur JSON (RFC 6901) des valeurs dans la fiche de deliberations.jsonl."),
    Colonne("page", "Page du scan où elles commencent.", "integer"),
    Colonne("boites", "JSON : [[page, x0, y0, x1, y1], …] en points, depuis le coin supérieur gauche de la page."),
    Colonne("confiance", "Chance estimée que la moins sûre soit juste, de 0 à 1.", "number"),
    Colonne("confirme", "Toutes ont été arrêtées par une personne.", "boolean"),
    Colonne("fichier", "Nom du scan."),
    Colonne("sha256", "Empreinte du scan."),
    Colonne("moteur", "Moteurs d'OCR et leurs versions."),
    Colonne("version", "Version du programme qui a lu."),
    Colonne("modele", "Version du modèle de fiche."),
)


class Preuves:
    """The proofs of one record, its sources looked up by what stands above them."""

    def __init__(self, fiche: Fiche) -> None:
        o = fiche.origine
        self._fin = (o.fichier, o.sha256, o.moteur, o.version, fiche.modele)
        self._confirmes = frozenset(fiche.confirmes)
        self._sous: defaultdict[str, list[SourceDite]] = defaultdict(list)
        for source in fiche.sources:
            chemin = source.champ
            while chemin:
                self._sous[chemin].append(source)
                chemin = chemin.rpartition("/")[0]
        self._sous[""] = list(fiche.sources)

    def de(self, champ: str) -> tuple[Valeur, ...]:
        """The columns ``PREUVE`` of what stands under a pointer."""
        sources = self._sous.get(champ, [])
        boites = sorted({(e.page, *e.boite) for s in sources for e in s.endroits}) if champ else []
        return (
            champ,
            min((e.page for s in sources for e in s.endroits), default=None),
            json.dumps(boites) if boites else None,
            round(min(s.confiance for s in sources), 4) if sources else None,
            bool(sources) and all(s.champ in self._confirmes for s in sources),
            *self._fin,
        )


def corps_de(fiche: Fiche) -> Corps | None:
    """The body and its assembly, folded; None when the body is not printed."""
    if fiche.collectivite is None or not fiche.collectivite.nom:
        return None
    return plier(fiche.collectivite.nom), plier(fiche.collectivite.organe or "")


def personne_id(fiche: Fiche, nom: str | None) -> str | None:
    """Of the form of a name; ``personnes.csv`` says who it is."""
    corps = corps_de(fiche)
    return identifiant(corps, cle(nom)) if corps and nom else None


_PERSONNE = (
    Colonne("civilite", "M., Mme ou Mlle."),
    Colonne("prenom", "Prénom."),
    Colonne("nom", "Nom."),
    Colonne("nom_complet", "Comme imprimé."),
    Colonne("qualite", "Fonction imprimée à côté du nom."),
    Colonne("personne", "Identifiant dans personnes.csv ; vide quand la collectivité n'est pas connue."),
)


def _decliner(fiche: Fiche, p: Personne) -> tuple[Valeur, ...]:
    return p.civilite, p.prenom, p.nom, p.nom_complet, p.qualite, personne_id(fiche, p.nom_complet)


def _deliberations(fiche: Fiche) -> Iterator[Rang]:
    c, s, e, t = fiche.collectivite, fiche.seance, fiche.effectifs, fiche.teletransmission
    deduit = {d.champ: d.valeur for d in fiche.deductions}
    yield Rang("", (
        c.nom if c else None, c.organe if c else None, c.departement if c else None, deduit.get("/collectivite/siren"),
        deduit.get("/collectivite/code_insee"), fiche.numero, fiche.objet, deduit.get("/matiere"), _jour(s.date),
        s.heure, s.nature, e.en_exercice, e.presents, e.votants, e.quorum, t.identifiant, _jour(t.date_reception),
        fiche.statut,
    ))  # fmt: skip


def _jour(date: object) -> str | None:
    return str(date) if date else None


def _presences(fiche: Fiche) -> Iterator[Rang]:
    for liste, etat in (("presents", "present"), ("absents", "absent"), ("excuses", "excuse")):
        for rang, p in enumerate(getattr(fiche.presences, liste)):
            yield Rang(f"/presences/{liste}/{rang}", (rang, etat, *_decliner(fiche, p)))


def _procurations(fiche: Fiche) -> Iterator[Rang]:
    for rang, p in enumerate(fiche.procurations):
        noms = (p.mandant.nom_complet, p.mandataire.nom_complet if p.mandataire else None)
        yield Rang(f"/procurations/{rang}", (rang, *noms, *(personne_id(fiche, n) for n in noms)))


def _votes(fiche: Fiche) -> Iterator[Rang]:
    v = fiche.decision.vote
    if v != Vote():
        yield Rang("/decision/vote", (v.resultat, v.unanimite, v.pour, v.contre, v.abstentions, v.ne_prend_pas_part))


def _votants(fiche: Fiche) -> Iterator[Rang]:
    for sens in ("contre", "abstention", "ne_prend_pas_part"):
        for rang, p in enumerate(getattr(fiche.decision.vote, f"noms_{sens}")):
            yield Rang(f"/decision/vote/noms_{sens}/{rang}", (rang, sens, *_decliner(fiche, p)))


def _visas(fiche: Fiche) -> Iterator[Rang]:
    for rang, texte in enumerate(fiche.visas):
        yield Rang(f"/visas/{rang}", (rang, texte))


def _references(fiche: Fiche) -> Iterator[Rang]:
    for c in fiche.references:
        r = c.reference
        yield Rang(c.champ, (c.debut, c.fin, r.genre, r.texte, r.code, r.legitext, " ; ".join(r.articles) or None,
                             r.numero, _jour(r.date), r.organe, r.nor, r.eli, r.coherent))  # fmt: skip


_RANG = Colonne("rang", "Place dans la liste, à partir de 0.", "integer")
TABLES: Sequence[Table] = (
    Table("deliberations", "Une ligne par délibération.", (
        Colonne("collectivite", "Nom de la collectivité."), Colonne("organe", "Assemblée qui délibère."),
        Colonne("departement", "Département imprimé."), Colonne("siren", "Déduit de l'identifiant ACTES."),
        Colonne("code_insee", "Déduit du SIREN."), Colonne("numero", "Numéro imprimé."),
        Colonne("objet", "Titre de la délibération."), Colonne("matiere", "Code de la nomenclature ACTES, déduit."),
        Colonne("date", "Jour de la séance.", "date"), Colonne("heure", "Heure d'ouverture, HH:MM."),
        Colonne("nature", "ordinaire ou extraordinaire."),
        Colonne("en_exercice", "Membres en exercice.", "integer"), Colonne("presents", "Présents.", "integer"),
        Colonne("votants", "Votants.", "integer"), Colonne("quorum", "Quorum imprimé.", "integer"),
        Colonne("actes_identifiant", "Identifiant ACTES."),
        Colonne("date_reception", "Réception en préfecture.", "date"),
        Colonne("statut", "partielle : quelque chose est à vérifier."),
    ), _deliberations),
    Table("presences", "Qui était présent, absent ou excusé (les pouvoirs sont dans procurations).",
          (_RANG, Colonne("etat", "present, absent ou excuse."), *_PERSONNE), _presences),
    Table("procurations", "Qui a donné pouvoir à qui (CGCT L.2121-20).", (
        _RANG, Colonne("mandant", "Qui donne pouvoir."), Colonne("mandataire", "Qui le reçoit."),
        Colonne("mandant_personne", "Identifiant dans personnes.csv."),
        Colonne("mandataire_personne", "Identifiant dans personnes.csv.")), _procurations),
    Table("votes", "Le résultat et les comptes imprimés ; vide : non imprimé.", (
        Colonne("resultat", "adopte, rejete, avis_favorable, avis_defavorable, prend_acte ou ajourne."),
        Colonne("unanimite", "Vote dit unanime.", "boolean"), Colonne("pour", "Pour.", "integer"),
        Colonne("contre", "Contre.", "integer"), Colonne("abstentions", "Abstentions.", "integer"),
        Colonne("ne_prend_pas_part", "Ne prennent pas part au vote.", "integer")), _votes),
    Table("votes_nominatifs", "Qui a voté contre, s'est abstenu ou n'a pas pris part.",
          (_RANG, Colonne("sens", "contre, abstention ou ne_prend_pas_part."), *_PERSONNE), _votants),
    Table("visas", "Chaque visa, sans « Vu ».", (_RANG, Colonne("texte", "Texte du visa.")), _visas),
    Table("references", "Les textes de droit cités.", (
        Colonne("debut", "Début dans le texte de champ, en caractères.", "integer"),
        Colonne("fin", "Fin dans le texte de champ.", "integer"), Colonne("genre", "loi, code, decret, deliberation…"),
        Colonne("texte", "Comme imprimé."), Colonne("code", "Nom officiel du code."),
        Colonne("legitext", "Identifiant Légifrance du code."), Colonne("articles", "Séparés par « ; »."),
        Colonne("numero", "Numéro."), Colonne("date", "Date.", "date"), Colonne("organe", "Auteur de l'acte."),
        Colonne("nor", "Numéro NOR."), Colonne("eli", "Adresse ELI, relative."),
        Colonne("coherent", "L'année du numéro est celle de la date.", "boolean")), _references),
)  # fmt: skip

PERSONNES = Table("personnes", "Les personnes nommées, une par assemblée, à travers ses séances.", (
    Colonne("collectivite", "Collectivité."), Colonne("organe", "Assemblée."),
    Colonne("nom_complet", "La forme la plus sûre et la plus fréquente."),
    Colonne("variantes", "JSON : chaque forme lue et le nombre de délibérations qui l'impriment."),
    Colonne("actes", "Délibérations qui la nomment.", "integer"),
    Colonne("premiere", "Première séance.", "date"), Colonne("derniere", "Dernière séance.", "date"),
    Colonne("deliberation", "Délibération dont vient la preuve, celle où le nom est le mieux lu."),
), lambda fiche: ())  # fmt: skip
"""Its rows come from all the records of a body (``_jeu_personnes``)."""
TOUTES = (*TABLES, PERSONNES)
