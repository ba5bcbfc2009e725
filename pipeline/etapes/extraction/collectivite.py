"""The body that deliberates, from the session's sentence and the letterhead."""

import itertools
import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import Any

from corrections import charger
from modeles.acte import Acte
from modeles.lecture import Trouvaille
from modeles.texte import Passage, plier, union
from pipeline.grammaire import collectivite as g
from pipeline.grammaire import structure as s
from pipeline.rapprochement import plus_proche

_PETITS = frozenset(
    ["de", "du", "des", "la", "le", "les", "et", "en", "sur", "sous", "lès", "les", "à", "aux", "au", "l", "d"]
)
_SIGLES = re.compile(r"(?:CCAS|CIAS|SIVOM|SIVU|SDIS|PETR|SMICTOM|SICTOM|EPCI)$")
EN_TETE = 8
"""Lines of the letterhead, at most, above the name of the body."""


def _casse(texte: str) -> str:
    """Capitals brought back to the case of a name: "COMMUNE DE SAINT-AUBIN" -> "Commune de Saint-Aubin"."""
    if texte != texte.upper():
        return texte[:1].upper() + texte[1:]

    def mot(m: re.Match[str]) -> str:
        if _SIGLES.match(m.group()):
            return m.group()
        bas = m.group().lower()
        return bas if bas in _PETITS and m.start() else bas[:1].upper() + bas[1:]

    return re.sub(r"[^\W\d_]+", mot, texte)


def _corps(passages: Sequence[Passage], *, courant: bool = False) -> Trouvaille[str] | None:
    """The best printed name: mixed case first (it keeps accents), then the earliest.

    ``courant``: in running text, where the name begins the line or follows a word for who represents the body; any
    other may be a neighbour that an act is about.
    """
    trouves: list[tuple[int, int, Trouvaille[str]]] = []
    for rang, passage in enumerate(passages):
        for m in _tous(passage.plie):
            extrait = passage.extrait(*m.span())
            if _est_un_autre(passage, m, rang) or _est_d_un_autre(passages, m):
                continue
            if (courant or s.PUCE.match(passage.plie)) and not g.AU_NOM_DE.search(passage.plie[: m.start()]):
                continue
            extrait = _nom_propre(extrait) if courant else _une_casse(passage, extrait)
            nom = re.sub(r"(?<=\w)-\s", "-", " ".join(extrait.texte.split())).strip(" ,-–—")
            lu = Trouvaille(valeur=_officiel(_casse(nom)), mots=extrait.mots, regle="collectivite.nom")
            trouves.append((_preference(m, rang) + (nom == nom.upper()), rang, lu))
    return min(trouves, key=lambda t: t[:2])[2] if trouves else _suffixe(passages)


def _est_un_autre(passage: Passage, m: re.Match[str], rang: int) -> bool:
    """No name of a body: the words of a stamp, a number, a noun without capital outside the letterhead."""
    propre = (
        passage.texte[m.start("nom") : m.start("nom") + 1].isupper()
        or re.match(r"(?:bassin|pays|canton|val)", m.group("nom"))
        or (rang < EN_TETE and _fait_la_ligne(passage, m))
    )
    court = len(" ".join(passage.texte[m.start() : m.end()].split()).strip(" ,-–—")) < 6
    return not propre or court or re.search(r"prefecture|\brecu\b|\d{3}|envoye", m.group()) is not None


def _est_d_un_autre(passages: Sequence[Passage], m: re.Match[str]) -> bool:
    """The département or the région of a letterhead, or an establishment that a commune names."""
    if re.match(r"departement", m.group()):
        return not _departemental(passages)
    etablissement = re.match(r"region|lycee|college|ehpad|maison|association|centre h", m.group())
    return etablissement is not None and _municipal(passages)


def _preference(m: re.Match[str], rang: int) -> int:
    """Lower for a kind of body that names itself in full near the top, higher for an acronym alone."""
    genre = m.group("type")
    faible = genre in ("ccas", "cias", "sdis", "petr") or (
        genre == "metropole" and " de la " in (m.group("lien") or "")
    )
    precis = re.match(r"caisse|ccas|cias|centre|syndicat|sivom|sivu|petr|pole|sdis|service", genre) and rang < 14
    return 2 * faible - 3 * bool(precis)


def _fait_la_ligne(passage: Passage, m: re.Match[str]) -> bool:
    """The name is a line of the letterhead: "Syndicat intercommunal des eaux de la Baie d'Argoat"."""
    return (
        m.start() == 0
        and m.end() >= 0.9 * len(passage.plie)
        and passage.texte[m.start("nom") :].lower() != (passage.texte[m.start("nom") :])
    )


def _tous(plie: str) -> Iterator[re.Match[str]]:
    """Every name of a body, those inside another included ("Département du Jura Service départemental ...")."""
    position = 0
    while m := g.CORPS.search(plie, position):
        yield m
        position = m.end("type")


def _suffixe(passages: Sequence[Passage]) -> Trouvaille[str] | None:
    for passage in passages[:8]:
        m = g.SUFFIXE.search(passage.texte)
        if m and len(passage.texte) < 120:
            return Trouvaille(
                valeur=m.group("nom"), mots=passage.mots_de(*m.span("nom")), regle="collectivite.nom_suffixe"
            )
    return None


def _une_casse(passage: Passage, extrait: Passage) -> Passage:
    """A name in capitals ends where the capitals do ("COMMUNE D'URT Pyrénées-Atlantiques")."""
    if not re.match(r"[A-ZÀ-Ý]{4,}\s", extrait.texte):
        return extrait
    fin = re.match(r"(?:[A-ZÀ-ÝŒ'’-]+(?:\s+|$)|(?:de|du|des|la|le|les|et|sur|en|lès|les)\s+|d['’])+", extrait.texte)
    if not fin or len(fin.group().split()) < 2 or re.search(r"\b(?:de|du|des|la|le|les|et|d['’])\s*$", fin.group()):
        return extrait
    return extrait.extrait(0, fin.end())


def _nom_propre(extrait: Passage) -> Passage:
    """In running text the name of a commune ends where a verb follows ("La commune de Flaux confie au CDG")."""
    m = g.COMMUNE_CITEE.match(extrait.texte)
    return extrait.extrait(0, m.end()) if m else extrait


def _officiel(nom: str) -> str:
    """A département with its accents, which old typewriters lack in capitals ("Departement de la Nievre")."""
    m = re.fullmatch(r"D[ée]partement (de la |de l'|des |de |du |d')(.+)", nom)
    trouve = _departement_nomme(m.group(2), 96) if m else None
    return f"Département {m.group(1)}{trouve}" if m and trouve else nom


def _departement_nomme(lu: str, seuil: float) -> str | None:
    """The département of the closed list that ``lu`` names, its own article aside ("La Réunion")."""
    noms = {re.sub(r"^(?:La|Le) ", "", ligne["nom"]): ligne["nom"] for ligne in charger("departements")}
    proche = plus_proche(re.sub(r"^(?:la|le) ", "", plier(lu).strip()), list(noms), seuil)
    return noms[proche[0]] if proche else None


def _departemental(passages: Sequence[Passage]) -> bool:
    return any(re.search(r"conseil\s+(?:departemental|general)\b", p.plie) for p in passages)


def _municipal(passages: Sequence[Passage]) -> bool:
    """A commune's letterhead names its région; the body is the commune."""
    textes = " ".join(p.plie for p in passages)
    return "conseil municipal" in textes and not re.search(r"conseil\s+regional", textes)


def _organe(passages: Sequence[Passage]) -> Trouvaille[str] | None:
    """The longest name of the organ: "Conseil de Territoire du Pays d'Aubagne" rather than "Conseil de Territoire"."""
    connus = {x["plie"]: x["nom"] for x in charger("organes")}
    trouves = []
    for rang, passage in enumerate(passages):
        for m in g.ORGANE.finditer(passage.plie):
            extrait = passage.extrait(*m.span("organe"))
            nom = connus.get(extrait.plie) if extrait.texte.isupper() else None
            nom = nom or _casse(" ".join(extrait.texte.split()))
            generique = re.match(r"conseil d'\s?arrondissement", m.group("organe")) is not None
            specifique = bool(re.search(r"\d|territoire\s+d|commission\s+permanente", m.group("organe")))
            trouves.append(
                (
                    generique,
                    not specifique,
                    not s.REGISTRE.match(passage.plie),
                    extrait.texte.isupper() and extrait.plie not in connus,
                    rang,
                    Trouvaille(valeur=nom, mots=extrait.mots, regle="collectivite.organe"),
                )
            )
    return min(trouves, key=lambda t: t[:5])[5] if trouves else None


def _organe_seul(passages: Sequence[Passage]) -> Trouvaille[str] | None:
    for passage in passages:
        m = g.ORGANE_SEUL.search(passage.plie)
        if m:
            extrait = passage.extrait(*m.span("organe"))
            return Trouvaille(valeur=extrait.texte.capitalize(), mots=extrait.mots, regle="collectivite.organe_seul")
    return None


def _departement(passages: Sequence[Passage]) -> Trouvaille[str] | None:
    """A département of the closed list (Code officiel géographique), in its official spelling."""
    noms = [ligne["nom"] for ligne in charger("departements")]
    for passage in passages:
        for m in g.DEPARTEMENT.finditer(passage.plie):
            proche = _departement_nomme(m.group("nom"), 84)
            if proche is not None:
                exact = plier(proche).endswith(m.group("nom").strip())
                return Trouvaille(
                    valeur=proche,
                    mots=passage.mots_de(*m.span("nom")),
                    regle="collectivite.departement",
                    nature="lu" if exact else "corrige",
                )
    officiels = {plier(nom): nom for nom in noms if nom != "Paris"}
    for passage in passages[:8]:
        for m in re.finditer(r"[^()|,;]+?(?=\s+-\s|[()|,;]|$)", passage.plie if len(passage.plie) < 90 else ""):
            if m.group().strip(" -") in officiels:
                return Trouvaille(
                    valeur=officiels[m.group().strip(" -")],
                    mots=passage.mots_de(*m.span()),
                    regle="collectivite.departement_seul",
                )
    return None


def extraire_collectivite(acte: Acte) -> dict[str, Any]:
    """The fields of ``Collectivite`` that are printed."""
    passages = [*_lettre(acte.passages("entete")), *_lettre(acte.passages("marge"))]
    joints = _adjacents(acte)
    ailleurs = [p for p in acte.passages("presents", "titre", "expose", "signature", "visas") if not _est_une_phrase(p)]
    nom = _corps(passages) or _corps([*joints, *ailleurs], courant=True)
    organe = _organe([*passages, *joints]) or _organe(acte.passages("dispositif", "expose"))
    organe = organe or _organe_seul([*passages, *joints])
    departement = _departement(
        [*passages, *joints, *(p for p in acte.passages("titre") if p.plie.startswith("departement"))]
    )
    champs = {"nom": nom, "departement": departement, "organe": organe}
    return {k: v for k, v in champs.items() if v is not None}


def _est_une_phrase(passage: Passage) -> bool:
    """Running text may name another body: only what is cited again and again is this one's (``nom_cite``)."""
    return len(passage.texte) > 90 and re.search(r"\bcommune d", passage.plie) is not None


def nom_cite(actes: Sequence[Acte]) -> Trouvaille[str] | None:
    """A commune that no letterhead names, but that the acts cite: the "commune de X" of most acts, twice at least.

    One act may be about a neighbour, and cite it ten times.
    """
    cites: defaultdict[str, list[tuple[int, Trouvaille[str]]]] = defaultdict(list)
    vus: set[Passage] = set()
    for rang, acte in enumerate(actes):
        ici = [p for z in acte.zones for p in z.passages if p not in vus]
        vus.update(ici)
        for passage in ici:
            for m in g.COMMUNE_CITEE.finditer(passage.texte):
                nom = f"Commune {m.group('de')}{m.group('nom')}"
                mots = passage.mots_de(*m.span())
                cites[plier(nom)].append((rang, Trouvaille(valeur=nom, mots=mots, regle="collectivite.nom_cite")))
    plus_cite = max(cites.values(), key=lambda c: (len({rang for rang, _ in c}), len(c)), default=[])
    formes = [t for _, t in plus_cite]
    return min(formes, key=lambda t: t.valeur.split()[-1].isupper()) if len(formes) > 1 else None


def _lettre(passages: Sequence[Passage]) -> list[Passage]:
    """Lines of a letterhead that go on with "du", "de la", "d'": one name over two lines."""
    lus: list[Passage] = []
    for passage in passages:
        suit = re.match(r"(?:du|de la|de l'|des|de|d')\s?[a-z]", passage.plie) and len(passage.texte) < 70
        attend = lus and len(passage.texte) < 70 and g.NOM_ATTENDU.search(lus[-1].plie)
        long = lus and g.CORPS_AU_NOM_LONG.match(lus[-1].plie) and _meme_titre(lus[-1], passage)
        if lus and (suit or attend or long) and len(lus[-1].texte) < 80 and not re.search(r"[.;:]$", lus[-1].texte):
            lus[-1] = Passage.joindre([lus[-1], passage])
        else:
            lus.append(passage)
    return lus


def _meme_titre(avant: Passage, apres: Passage) -> bool:
    """Two lines of capitals, as high, one right under the other and no longer, that no other heading begins."""
    if not (avant.texte.isupper() and apres.texte.isupper()) or g.AUTRE_TITRE.match(apres.plie):
        return False
    bas = avant.mots[-1].boite[3]
    haut = bas - avant.mots[-1].boite[1]
    a = union([m.boite for m in avant.mots if m.boite[3] > bas - 0.5 * haut])
    b = union([m.boite for m in apres.mots])
    dessous = -0.3 * haut < b[1] - bas < 0.9 * haut and b[2] - b[0] < 1.15 * (a[2] - a[0])
    return haut > 0 and 0.6 * haut < b[3] - b[1] < 1.8 * haut and dessous


def _adjacents(acte: Acte) -> list[Passage]:
    """Consecutive short lines of the letterhead joined: titles run over centred lines."""
    lignes = acte.passages("entete")[:12]
    return [Passage.joindre([a, b]) for a, b in itertools.pairwise(lignes) if len(a.texte) < 80 and len(b.texte) < 80]
