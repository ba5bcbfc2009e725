"""Who signs: functions and names of the signature block, paired by their place on the page."""

import re
from collections.abc import Sequence
from typing import NamedTuple

from modeles.acte import Acte
from modeles.deliberation import Personne
from modeles.lecture import Trouvaille
from modeles.texte import Mot, Passage, plier
from pipeline.etapes.extraction.noms import cle, nommes, retrouver
from pipeline.grammaire.signature import DATE_DE_SIGNATURE, EMPECHE, FAIT_A, FONCTION_SEULE, QUALITE
from pipeline.rapprochement import ressemblance

SCEAU = 0.7
"""How much a doubtful word is like "mairie", from which it is taken for the seal."""
_PAS_UN_NOM = re.compile(
    r"\b(?:convention|prefecture|commune|ville|mairie|metropole|disposition|recue?|reglement|registre)\b"
)


class _Qualite(NamedTuple):
    texte: str
    mots: tuple[Mot, ...]


class SignataireLu(NamedTuple):
    nom: Trouvaille[Personne]
    qualite: Trouvaille[str] | None


def _qualites(passage: Passage) -> list[_Qualite]:
    """Functions printed; "Pour le Maire empêché" announces another's and is none."""
    trouvees = []
    seule = FONCTION_SEULE.fullmatch(passage.plie)
    if seule:
        a, b = seule.span("qualite")
        return [_Qualite(passage.texte[a:b], passage.mots_de(a, b))]
    for m in QUALITE.finditer(passage.plie):
        if m.group("pour") and not re.search(
            r"extrait|copie|expedition", passage.plie[max(0, m.start() - 20) : m.start()]
        ):
            continue
        if EMPECHE.match(passage.plie[m.end() :]):
            continue
        a, b = m.span("qualite")
        trouvees.append(_Qualite(" ".join(passage.texte[a:b].split()), passage.mots_de(a, b)))
    return trouvees


def _noms(passage: Passage, role: Sequence[Trouvaille[Personne]]) -> list[Trouvaille[Personne]]:
    """Names that are the whole line or stand after a function; noise of a scrawled signature is left out."""
    gardes = []
    lieu = FAIT_A.match(passage.plie)
    for t in nommes(passage.extrait(lieu.end() if lieu else 0, len(passage.texte)), "signataires.nom"):
        connu = retrouver(t.valeur, role)
        if _PAS_UN_NOM.search(plier(t.valeur.nom_complet)):
            continue
        lettres = re.findall(r"[^\W\d_]{2,}|\b[A-Z]\.", t.valeur.nom_complet)
        doute = min((m.confiance for m in t.mots), default=0) < 0.5
        if doute and len(lettres) < 2 and ressemblance(plier(t.valeur.nom), "mairie") > SCEAU:
            continue  # a seal says "MAIRIE", and someone is named MARIÉ
        if connu is None and (doute or len(lettres) < 2 or len(t.valeur.nom_complet) < 7):
            continue
        if (
            connu is not None
            and not set(cle(connu.valeur.nom_complet).split()) < set(cle(t.valeur.nom_complet).split())
            and len(cle(t.valeur.nom_complet)) >= len(cle(connu.valeur.nom_complet)) - 2
            and cle(t.valeur.nom_complet) != cle(connu.valeur.nom_complet)
        ):
            valeur = t.valeur.model_copy(
                update={"nom_complet": connu.valeur.nom_complet, "nom": connu.valeur.nom, "prenom": connu.valeur.prenom}
            )
            t = t.model_copy(update={"valeur": valeur, "nature": "corrige", "regle": "signataires.nom+role"})
        gardes.append(t)
    return gardes


def _milieu(mots: Sequence[Mot]) -> tuple[float, float]:
    return (min(m.boite[0] for m in mots) + max(m.boite[2] for m in mots)) / 2, min(m.boite[1] for m in mots)


def _cout(nom: Trouvaille[Personne], qualite: _Qualite) -> float:
    """How far a function stands from a name: sideways mostly; a function below its name is unlikely."""
    (xn, yn), (xq, yq) = _milieu(nom.mots), _milieu(qualite.mots)
    ailleurs = 0.0 if nom.mots[0].page == qualite.mots[0].page else 500.0
    return abs(xn - xq) + (400.0 if yq > yn + 4 and not ailleurs else 0.3 * abs(yn - yq)) + ailleurs


def _sous_le_certificat(acte: Acte, role: Sequence[Trouvaille[Personne]]) -> list[Passage]:
    """Below the certificate or the clause on remedies: a member's name alone on its line, and the function under it."""
    if any(_noms(p, role) for p in acte.passages("signature")):
        return []
    queue = acte.passages("dispositif", "annexe", "tampon")[-6:]
    trouves = []
    for i, passage in enumerate(queue):
        noms = nommes(passage, "signataires.nom")
        if len(noms) == 1 and retrouver(noms[0].valeur, role) and noms[0].valeur.nom_complet == passage.texte.strip():
            avant = [p.extrait(m.start(), len(p.texte)) for p in queue[max(0, i - 3) : i] if (m := _derniere(p))]
            trouves += [*avant, *(p for p in queue[i : i + 2] if p is passage or FONCTION_SEULE.fullmatch(p.plie))]
    return trouves


def _derniere(passage: Passage) -> re.Match[str] | None:
    """The function that ends a paragraph: the date and it stood on one line."""
    trouves = [m for m in QUALITE.finditer(passage.plie) if m.end() >= len(passage.plie.rstrip(" ,.:"))]
    return trouves[-1] if trouves else None


def extraire_signataires(acte: Acte, role: Sequence[Trouvaille[Personne]]) -> list[SignataireLu]:
    """Signatories in reading order, each name once."""
    qualites: list[_Qualite] = []
    noms: dict[str, Trouvaille[Personne]] = {}
    for passage in (*acte.passages("signature"), *_sous_le_certificat(acte, role)):
        if re.match(r"(?:fait|delibere)\s+(?:et\s+delibere\s+)?(?:a|en)\s", passage.plie) and not QUALITE.search(
            passage.plie
        ):
            continue
        qualites.extend(_qualites(passage))
        date = DATE_DE_SIGNATURE.search(passage.plie)  # on the line of the name, in the mark of an electronic one
        for t in _noms(passage.extrait(0, date.start()) if date else passage, role):
            noms.setdefault(cle(t.valeur.nom_complet), t)
    libres = list(qualites)
    lus = []
    for nom in noms.values():
        proche = min(libres, key=lambda q: _cout(nom, q), default=None)
        if proche is not None:
            libres.remove(proche)
        lus.append(
            SignataireLu(
                nom, Trouvaille(valeur=proche.texte, mots=proche.mots, regle="signataires.qualite") if proche else None
            )
        )
    return lus if qualites else []
