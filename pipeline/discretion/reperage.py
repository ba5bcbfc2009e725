"""What is private in the texts of a record: persons who hold no office in it, their contacts, their dates of birth."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Literal, NamedTuple

from modeles.texte import plier
from pipeline.discretion.noms import AVANT, Nomme, est_prenom, nommes
from pipeline.discretion.officiels import Officiel, accord, mots
from pipeline.grammaire import particuliers
from pipeline.grammaire.particuliers import CHARGE_APRES, CHARGE_AVANT, CIVILITE, LIEU_NOMME
from pipeline.lexique import frequence

Genre = Literal["personne", "adresse", "courriel", "telephone", "naissance", "compte", "nir", "immatriculation"]
CONTACTS: tuple[tuple[Genre, re.Pattern[str], str | int], ...] = (
    ("courriel", particuliers.COURRIEL, 0),
    ("compte", particuliers.IBAN, 0),
    ("nir", particuliers.NIR, 0),
    ("telephone", particuliers.TELEPHONE, 0),
    ("naissance", particuliers.NAISSANCE, "jour"),
    ("adresse", particuliers.DEMEURE, "ou"),
    ("adresse", particuliers.ADRESSE, 0),
    ("immatriculation", particuliers.IMMATRICULATION, 0),
)
"""What is hidden, its pattern, and the group that holds it. An earlier one wins."""
NOM_DE_FAMILLE = re.compile(r"[^\W\d_]+(?:['’\-][^\W\d_]+)*")


class Repere(NamedTuple):
    """``texte[debut:fin]`` is private; ``identite``: the folded words of the fullest form of a person's name."""

    debut: int
    fin: int
    genre: Genre
    identite: str = ""
    indice: str = ""


class Doute(NamedTuple):
    """A name left in clear that a person should look at. ``raison``: in French."""

    debut: int
    fin: int
    raison: str


class Releve(NamedTuple):
    """Of one text."""

    reperes: tuple[Repere, ...]
    doutes: tuple[Doute, ...]


def relever(textes: Mapping[str, str], connus: Sequence[Officiel], *, modele: bool = True) -> dict[str, Releve]:
    """Of the texts of one record, by their pointers: a person named in one is looked for in all."""
    contacts = {p: list(_contacts(t)) for p, t in textes.items()}
    partages = {p: _partager(t, connus, contacts[p], modele=modele) for p, t in textes.items()}
    formes = _formes(textes[p][n.debut : n.fin] for p, (prives, _) in partages.items() for n in prives)
    sus = {m for o in connus for m in o.nom}
    releves = {}
    for pointeur, texte in textes.items():
        prives, doutes = partages[pointeur]
        personnes = [
            Repere(n.debut, n.fin, "personne", _identite(texte[n.debut : n.fin], formes), n.indice) for n in prives
        ]
        pris = [*contacts[pointeur], *personnes]
        pris += _echos(texte, formes, sus, pris, doutes)
        releves[pointeur] = Releve(tuple(sorted(pris)), tuple(doutes))
    return releves


def _contacts(texte: str) -> Iterator[Repere]:
    pris: list[tuple[int, int]] = []
    for genre, motif, groupe in CONTACTS:
        for vu in motif.finditer(texte):
            debut, fin = vu.span(groupe)
            if not any(debut < f and d < fin for d, f in pris):
                pris.append((debut, fin))
                yield Repere(debut, fin, genre)


def _partager(
    texte: str, connus: Sequence[Officiel], contacts: Sequence[Repere], *, modele: bool
) -> tuple[list[Nomme], list[Doute]]:
    """The names of private persons, and what is doubtful of those that stay."""
    prives, doutes = list[Nomme](), list[Doute]()
    for nomme in nommes(texte, modele=modele):
        if any(nomme.debut < c.fin and c.debut < nomme.fin for c in contacts):
            continue
        dit = accord(texte[nomme.debut : nomme.fin], nomme.civilite, connus)
        if dit == "par_le_nom":
            doutes.append(Doute(nomme.debut, nomme.fin, "laissé : c'est le nom d'un membre, le prénom n'est pas dit"))
        elif dit == "non" and _en_charge(texte, nomme):
            doutes.append(Doute(nomme.debut, nomme.fin, "laissé : une charge publique est dite à côté du nom"))
        elif dit == "non":
            prives.append(nomme)
    return prives, doutes


def _en_charge(texte: str, nomme: Nomme) -> bool:
    """An elected office, or one of the State, right beside the name."""
    debut = max(0, nomme.debut - AVANT)
    tetes = (t.start() for t in CIVILITE.finditer(texte, debut) if t.end() == nomme.debut)
    avant = texte[debut : next(tetes, nomme.debut)]
    return bool(CHARGE_APRES.match(texte, nomme.fin) or CHARGE_AVANT.search(avant))


def _formes(noms: Iterable[str]) -> dict[str, str]:
    """Folded surname -> the folded words of the fullest name that bears it."""
    formes: dict[str, str] = {}
    for nom in noms:
        siens = mots(nom)
        for mot in _patronymes(nom):
            if len(siens) > len(formes.get(mot, "").split()):
                formes[mot] = " ".join(sorted(siens))
    return formes


def _patronymes(nom: str) -> list[str]:
    """The folded words that are not first names; all of them when all are."""
    siens = mots(nom)
    return [m for m in siens if len(m) > 1 and not est_prenom(m)] or siens


def _identite(nom: str, formes: Mapping[str, str]) -> str:
    """Of the fullest name that holds all the words of this one, itself at worst."""
    siens = set(mots(nom))
    return next((f for m in sorted(siens) if (f := formes.get(m)) and siens <= set(f.split())), " ".join(sorted(siens)))


def _echos(
    texte: str, formes: Mapping[str, str], sus: set[str], pris: Sequence[Repere], doutes: Sequence[Doute]
) -> list[Repere]:
    """The surnames of private persons where nothing announces them."""
    gardes = [(x.debut, x.fin) for x in pris] + [(x.debut, x.fin) for x in doutes]
    echos = []
    for mot in NOM_DE_FAMILLE.finditer(texte):
        debut, fin = mot.span()
        plies = [m for m in mots(mot[0]) if len(m) > 1]
        if not plies or not mot[0][0].isupper() or any(debut < f and d < fin for d, f in gardes):
            continue
        if not all(m in formes and m not in sus for m in plies) or _commun(mot[0]):
            continue
        if not LIEU_NOMME.search(texte[max(0, debut - AVANT) : debut]):
            echos.append(Repere(_avec_prenom(texte, debut), fin, "personne", formes[plies[0]], "echo"))
    return echos


def _commun(mot: str) -> bool:
    """ "Petit" at the head of a sentence is no echo; "PETIT" is."""
    return not mot.isupper() and frequence(plier(mot)) > 0


def _avec_prenom(texte: str, debut: int) -> int:
    avant = re.search(r"([A-ZÀ-ÖØ-ÝŒ][^\W\d_]+(?:-[^\W\d_]+)?)\s\Z", texte[max(0, debut - AVANT) : debut])
    return debut - len(avant[0]) if avant and est_prenom(avant[1]) else debut
