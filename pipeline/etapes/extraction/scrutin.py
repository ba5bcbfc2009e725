"""The ballots printed in a text: runs of counts, and the names beside them."""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field

from modeles.deliberation import Personne
from modeles.lecture import Nature, Trouvaille
from modeles.texte import Mot, Passage
from pipeline.grammaire import effectifs
from pipeline.grammaire import votes as grammaire
from pipeline.grammaire.nombres import lire_entier

SENS = ("pour", "contre", "abstentions", "ne_prend_pas_part")
VOISINAGE = 140
"""Characters, names in brackets left out, between two counts of one ballot."""

_ZEROS = ("aucun", "neant", "pas", "nul")
_AVANT_FAIBLE = re.compile(
    r"(?:vot\w{1,3}|voix|par|avec|scrutin|resultats?|suivante?s?|delibere|ainsi)\s{0,2}[:,;-]?\s{0,3}$"
)
_AVANT_INTERDIT = re.compile(
    r"(?:exprim\w{1,3}|votants?|presents?|exercice|blancs?|nuls?|bulletins?|absolue|pouvoirs?|procurations?"
    r"|represent\w{1,3}|absents?|article|n°|compte|chapitre|annee|exercice|points?|lot|d[eu]|titre|en)[^\w\n,]{0,4}$"
)
Nommer = Callable[[Passage], tuple[Trouvaille[Personne], ...]]


@dataclass(frozen=True)
class Compte:
    """One count (``nombre``) or one label of names (no ``nombre``), where it stands in the text."""

    sens: str
    debut: int
    fin: int
    nombre: Trouvaille[int] | None
    faible: bool = False
    groupes: bool = False


@dataclass
class Scrutin:
    """One ballot: its counts, its names, and where it begins."""

    debut: int
    fin: int
    comptes: dict[str, Trouvaille[int]] = field(default_factory=dict)
    noms: dict[str, tuple[Trouvaille[Personne], ...]] = field(default_factory=dict)

    @property
    def mots(self) -> tuple[Mot, ...]:
        return tuple(m for c in self.comptes.values() for m in c.mots)

    def valeurs(self) -> dict[str, int]:
        return {nom: compte.valeur for nom, compte in self.comptes.items()}

    def positifs(self, nom: str) -> tuple[Trouvaille[int], ...]:
        return tuple(c for n, c in self.comptes.items() if n == nom and c.valeur > 0)

    def majorite_pour(self) -> bool:
        """Also when only abstentions are counted: nobody is against."""
        if "pour" in self.comptes:
            return self.comptes["pour"].valeur > self.valeurs().get("contre", 0)
        return "contre" not in self.comptes and "abstentions" in self.comptes

    def majorite_contre(self) -> bool:
        return "pour" in self.comptes and self.valeurs().get("contre", 0) > self.comptes["pour"].valeur


def _sens(m: re.Match[str]) -> str:
    groupes = m.groupdict()
    return next((s for s in SENS if groupes.get(s)), "ne_prend_pas_part")


def _nombre(texte: Passage, m: re.Match[str]) -> Trouvaille[int] | None:
    groupe = "n" if m["n"] else "zero"
    piece = m[groupe]
    lu: tuple[int, Nature] | None = (0, "lu") if piece.startswith(_ZEROS) else lire_entier(piece)
    if groupe == "zero":
        lu = (0, "corrige")
    if lu is None or lu[0] > effectifs.MAXIMUM:
        return None
    return Trouvaille[int](valeur=lu[0], mots=texte.mots_de(*m.span(groupe)), regle="vote.comptes", nature=lu[1])


def _avant(texte: Passage, position: int) -> Compte | None:
    m = grammaire.COMPTE_AVANT.match(texte.plie, position)
    nombre = _nombre(texte, m) if m else None
    if m is None or nombre is None:
        return None
    sens = _sens(m)
    faible = not m["voix"] and sens in ("pour", "contre")
    if faible and _AVANT_INTERDIT.search(texte.plie[max(0, position - 30) : position]):
        return None
    return Compte(sens, m.start(), m.end(), nombre, faible)


def _apres(texte: Passage, position: int) -> Compte | None:
    for motif in (grammaire.COMPTE_APRES, grammaire.COMPTE_DE_GROUPES, grammaire.COMPTE_PPV_LOIN):
        m = motif.match(texte.plie, position)
        nombre = _nombre(texte, m) if m else None
        if m is None or nombre is None:
            continue
        groupes = motif is grammaire.COMPTE_DE_GROUPES
        faible = motif is grammaire.COMPTE_APRES and not m["voix"] and not m["queue"] and not m["sep"].strip()
        if faible and m["n"] in ("un", "une"):  # "retient le devis pour un montant de"
            continue
        return Compte(_sens(m), m.start(), m.end(), nombre, faible, groupes)
    return None


def _opposes(texte: Passage, position: int) -> tuple[Compte, ...]:
    """ "par 9 voix contre 3": one count for, one against; empty elsewhere."""
    m = grammaire.OPPOSES.match(texte.plie, position)
    pour, contre = (lire_entier(m[nom]) for nom in ("n", "opposes")) if m else (None, None)
    if m is None or pour is None or contre is None or max(pour[0], contre[0]) > effectifs.MAXIMUM:
        return ()
    return tuple(
        Compte(
            sens, *m.span(nom),
            Trouvaille[int](valeur=lu[0], mots=texte.mots_de(*m.span(nom)), regle="vote.opposes", nature=lu[1]),
        )
        for sens, nom, lu in (("pour", "n", pour), ("contre", "opposes", contre))
    )  # fmt: skip


def _etiquette(texte: Passage, position: int) -> Compte | None:
    """A label that announces names: on its own line, or before a civility."""
    m = grammaire.ETIQUETTE_NOMS.match(texte.plie, position)
    if m is None:
        return None
    coupe = texte.plie[m.end() : m.end() + 3].lstrip(" ").startswith("\n")
    if (coupe or grammaire.PARTICIPE.search(m.group())) and not grammaire.CIVILITE.match(texte.plie, m.end()):
        return None
    return Compte(_sens(m), m.start(), m.end(), None)


_DEPART = re.compile(r"(?<![\w'])[a-z\d|]")


def _comptes(texte: Passage) -> Iterator[Compte]:
    """Counts and labels of names, left to right: the first that fits takes its words."""
    position = 0
    while m := _DEPART.search(texte.plie, position):
        if paire := _opposes(texte, m.start()):
            yield from paire
            position = paire[-1].fin
            continue
        compte = _avant(texte, m.start()) or _apres(texte, m.start())
        if compte is None:
            compte = _etiquette(texte, m.start())
        if compte:
            yield compte
        position = compte.fin if compte else m.end()


def _hors_parentheses(plie: str) -> int:
    return len(re.sub(r"\([^()]*\)", "", plie))


def _solides(texte: Passage, comptes: Sequence[Compte]) -> list[Compte]:
    """Weak counts only beside another count, or after the words that announce a vote."""
    gardes = []
    for rang, compte in enumerate(comptes):
        if compte.faible:
            voisins = [
                c
                for c in comptes[max(0, rang - 1) : rang + 2]
                if c is not compte and c.sens != compte.sens and c.nombre
            ]
            proche = any(
                _hors_parentheses(texte.plie[min(c.fin, compte.fin) : max(c.debut, compte.debut)]) < VOISINAGE // 2
                for c in voisins
            )
            if not proche and not _AVANT_FAIBLE.search(texte.plie[max(0, compte.debut - 25) : compte.debut]):
                continue
        gardes.append(compte)
    return gardes


def _tableau(texte: Passage) -> Scrutin | None:
    lus = {n: v for n, v in effectifs.lire_tableau(texte.plie).items() if n in SENS}
    if not {"pour", "contre"} & lus.keys():
        return None
    comptes = {
        n: Trouvaille[int](valeur=v, mots=texte.mots_de(a, b), regle="vote.tableau") for n, (v, a, b) in lus.items()
    }
    return Scrutin(min(a for _, a, _ in lus.values()), max(b for _, _, b in lus.values()), comptes)


def _nommes(texte: Passage, debut: int, fin: int, nommer: Nommer) -> tuple[Trouvaille[Personne], ...]:
    """Persons between two positions; the quoted names of political groups are left out."""
    bornes = [debut]
    if "group" in texte.plie[debut:fin]:
        for m in re.finditer(r'"[^"\n]{1,80}"', texte.plie[debut:fin]):
            bornes += [debut + m.start(), debut + m.end()]
    bornes.append(fin)
    trouves: list[Trouvaille[Personne]] = []
    for a, b in zip(bornes[::2], bornes[1::2], strict=True):
        if texte.plie[a:b].strip(" ,;.:-\n"):
            trouves += nommer(texte.extrait(a, b))
    return tuple(trouves)


_ANNONCE = re.compile(r"(?: {0,2}voix)?\)? {0,2}(?:[:-]{1,2} {0,2}(?![\d\n ])|, (?=(?:m|mme|mm|mmes|mlle)\.? [a-z]))")


def _noms_apres(texte: Passage, compte: Compte, suivant: int, nommer: Nommer) -> tuple[Trouvaille[Personne], ...]:
    """Names in the bracket that follows, or after a colon until the next count or the end of the paragraph."""
    if compte.groupes:
        dedans = _nommes(texte, texte.plie.index(":", compte.debut) + 1, compte.fin, nommer)
        return dedans if compte.nombre and len(dedans) == compte.nombre.valeur else ()
    p = grammaire.PARENTHESE.match(texte.plie, compte.fin)
    if p:
        return _nommes(texte, *p.span("noms"), nommer)
    annonce = _ANNONCE.match(texte.plie, compte.fin)
    if compte.nombre is not None and not annonce and not grammaire.CIVILITE.match(texte.plie, compte.fin):
        return ()
    debut = annonce.end() if annonce else compte.fin
    paragraphe = texte.plie.find("\n", debut + 3)
    fin = min(suivant, paragraphe if paragraphe >= 0 else len(texte.plie))
    noms = _nommes(texte, debut, fin, nommer)
    if compte.nombre and len(noms) != compte.nombre.valeur and not grammaire.CIVILITE.match(texte.plie, debut):
        return ()
    return noms


_BORNE = re.compile(r"[;)\]}\n]|:(?=\s)|(?<!\bm)(?<!\bmm)(?<!\bmme)(?<!\b[a-z])\.(?=\s)|(?<=vote),")


def _noms_avant(texte: Passage, position: int, plancher: int, nommer: Nommer) -> tuple[Trouvaille[Personne], ...]:
    """Names of the clause that ends at ``position``."""
    debut = plancher
    for borne in _BORNE.finditer(texte.plie, plancher, position):
        debut = borne.end()
    return _nommes(texte, debut, position, nommer)


def _grouper(comptes: Sequence[Compte], texte: Passage, nommer: Nommer) -> list[Scrutin]:
    groupes: list[Scrutin] = []
    for rang, compte in enumerate(comptes):
        suivant = comptes[rang + 1].debut if rang + 1 < len(comptes) else len(texte.plie)
        noms = _noms_apres(texte, compte, suivant, nommer) if compte.sens != "pour" else ()
        dernier = groupes[-1] if groupes else None
        if dernier is None or (compte.nombre and compte.sens in dernier.comptes):
            repete = dernier and compte.nombre and dernier.comptes[compte.sens].valeur == compte.nombre.valeur
            if dernier is None or not repete:
                dernier = Scrutin(compte.debut, compte.fin)
                groupes.append(dernier)
        if compte.nombre:
            dernier.comptes.setdefault(compte.sens, compte.nombre)
        if noms:
            dernier.noms.setdefault(compte.sens, noms)
        dernier.fin = compte.fin
    return groupes


def scrutins(texte: Passage, nommer: Nommer) -> list[Scrutin]:
    """The ballots of the text in order. One without counts holds only names."""
    tableau = _tableau(texte)
    comptes = _solides(texte, list(_comptes(texte)))
    if tableau:
        comptes = [c for c in comptes if c.nombre is None or c.fin < tableau.debut - 60 or c.debut > tableau.fin]
    groupes = ([tableau] if tableau else []) + _grouper(comptes, texte, nommer)
    pris = [(c.debut, c.fin) for c in comptes]
    plancher = 0
    for m in grammaire.VERBE_APRES.finditer(texte.plie):
        if any(a <= m.start() < b for a, b in pris):
            continue
        noms = _noms_avant(texte, m.start(), plancher, nommer)
        if noms:
            groupes = groupes or [Scrutin(m.start(), m.end())]
            cible = min(groupes, key=lambda s: abs(s.debut - m.start()))
            cible.noms.setdefault(_sens(m), noms)
            plancher = m.end()
    return groupes
