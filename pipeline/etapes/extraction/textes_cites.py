"""Laws, decrees, orders, deliberations...: their noun, then their number and date."""

import datetime
import re
from dataclasses import dataclass, replace
from typing import get_args

from modeles.reference import Genre
from modeles.texte import Passage
from pipeline.grammaire import dates
from pipeline.grammaire import references as g

NATIONAUX = ("loi", "loi_organique", "ordonnance", "decret", "decret_loi")
_EUROPEENS = ("directive", "reglement_ue")
_D_AUTORITES = ("arrete", "deliberation", "decision", "avis")
_BLANCS = re.compile(r"[\s,(«»\":]*")
_CHIFFRES = str.maketrans({"l": "1", "i": "1", "|": "1", "o": "0"})
_TETE_ORGANE = re.compile(
    r"^[\s,]*(?:(?:d[ée])?favorables?\s|(?:conforme|unanime|émis|emis|rendu|réservé|simple|préalable)\s)*"
    r"(?:(?:du|de\s?la|des|par\s(?:le|la)|de)\s|de\s?l'\s?|par\sl')?",
    re.IGNORECASE,
)
_LIEN_NU = re.compile(r"(?:du|des|de|en date du|en date de)\s{1,2}")
_BORNE_TITRE = re.compile(r"[^;n]*(?:n(?!\s?[°'])[^;n]*){0,30}?(?=n\s?[°']\s?\d\d)")
_MOT_CORPS = re.compile(r"[\w'.-]*[\s,«»\"]{0,3}")
_BRUT = re.compile(r"\S+")
_QUEUE_ORGANE = re.compile(r"[\s,(«:-]*(?:\b(?:en|du|de|prise?|rendu|modifi\w+|dite?)[\s,(]*)*$", re.IGNORECASE)


@dataclass(frozen=True)
class TexteCite:
    """A text as found: the span of the words that name it."""

    debut: int
    fin: int
    genre: Genre
    numero: str | None = None
    an: int | None = None
    date: datetime.date | None = None
    nor: str | None = None
    organe: str | None = None


class Lecteur:
    """One text, read once: its dates by the place where they begin."""

    def __init__(self, passage: Passage) -> None:
        self.texte, self.plie = passage.texte, passage.plie
        self._dates = {d.debut: (d.fin, d.trouvaille.valeur) for d in dates.lire_dates(passage)}

    def date(self, position: int, *, nue: bool = False) -> tuple[int, datetime.date] | None:
        """The date that a link ("du", "en date du") opens at ``position``: its end and value."""
        liens = [m.end()] if (m := g.LIAISON.match(self.plie, position)) else []
        if m:
            tete = _LIEN_NU.match(self.plie, position)
            liens += [tete.end()] if tete else []
        for debut in [*liens, *([position] if nue else [])]:
            if trouvee := self._dates.get(debut) or self._coupee(debut):
                return trouvee
        return None

    def _coupee(self, debut: int) -> tuple[int, datetime.date] | None:
        if not (m := g.DATE_COUPEE.match(self.plie, debut)):
            return None
        jour = re.sub(r"\s", "", m["jour"]).removesuffix("er")
        droite = f"{jour} {m['mois']} " + re.sub(r"\s", "", m["annee"]).translate(_CHIFFRES)
        lues = dates.lire_dates(Passage(texte=droite, mots=(), bornes=()))
        return (m.end(), lues[0].trouvaille.valeur) if lues and lues[0].debut == 0 else None

    def numero(self, genre: Genre, position: int, *, colle: bool) -> tuple[int, str, int | None] | None:
        """The number at ``position``: its end, its normal form and the year it holds."""
        if genre in NATIONAUX:
            if not (m := g.NUMERO_TEXTE.match(self.plie, position)):
                return None
            an, rang = m["an"].translate(_CHIFFRES), m["rang"].translate(_CHIFFRES)
            return m.end(), f"{an}-{rang}", int(an)
        if genre in _EUROPEENS:
            return self._union(position)
        m = g.NUMERO_ACTE.match(self.plie, position) or (g.NUMERO_SEUL.match(self.plie, position) if colle else None)
        if not m or (genre == "avis" and not re.search(r"\d\D|\d{3}", m["numero"])):
            return None
        brut = self.texte[m.start("numero") : m.end("numero")].rstrip(".-/_")
        fin = m.start("numero") + len(brut)
        brut = re.sub(r"\s?([-/])\s?", r"\1", brut)
        return fin, re.sub(r"(?<=\d)[oO](?=\d)|(?<![A-Za-z])[oO](?=\d)", "0", brut), None

    def _union(self, position: int) -> tuple[int, str, int | None] | None:
        if not (m := g.NUMERO_UE.match(self.plie, position)):
            return None
        numero = (m["numero"] or m["numero2"] or m["numero3"]).upper()
        gauche, droite = (int(x) for x in numero.split("/")[:2])
        an = gauche if m["numero2"] or (1950 < gauche < 2100 and not 1950 < droite < 2015) else droite
        return m.end(), numero, an


def lire_textes(lecteur: Lecteur) -> list[TexteCite]:
    """The texts cited, in order, without overlap."""
    cites: list[TexteCite] = []
    for m in g.NOM.finditer(lecteur.plie):
        if cites and m.start("nom") < cites[-1].fin:
            continue
        genre = _genre(m)
        lu = _lire(lecteur, TexteCite(m.start("nom"), m.end(), genre))
        while lu:
            cites.append(lu)
            suite = g.SUITE.match(lecteur.plie, lu.fin) if m["nom"].rstrip().endswith("s") and genre != "avis" else None
            lu = _lire(lecteur, TexteCite(suite.end(), suite.end(), lu.genre), nu=True) if suite else None
    cites += [
        TexteCite(m.start(), m.end() if not d else d[0], "constitution", date=d[1] if d else None)
        for m in g.CONSTITUTION.finditer(lecteur.plie)
        for d in [lecteur.date(m.end() + 1)]
    ]
    return sorted(cites, key=lambda c: c.debut)


def _genre(m: re.Match[str]) -> Genre:
    return next(genre for genre in get_args(Genre) if m.groupdict().get(genre))


def _lire(lecteur: Lecteur, cite: TexteCite, *, nu: bool = False) -> TexteCite | None:
    """Number, date, NOR and the words between them, until a word that stops; None without number and date."""
    debut, position, mots, dernier = cite.fin, cite.fin, 0, cite.fin
    pluriel = nu or lecteur.plie[cite.debut : cite.fin].endswith("s")
    while mots < 16:
        position = _blancs(lecteur.plie, position)
        pris = _prendre(lecteur, cite, position, colle=mots == 0, nue=nu and position == debut)
        if pris:
            cite, position, dernier = pris, pris.fin, pris.fin
            if pluriel and g.SUITE.match(lecteur.plie, position) and cite.genre != "avis":
                break
            continue
        if g.ARRET.match(lecteur.plie, position) or not (m := g.MOT.match(lecteur.plie, position)):
            break
        position, mots = m.end(), mots + 1
    if cite.numero is None and cite.date is None and cite.nor is None:
        cite, dernier = _titre_avant(lecteur, cite, position)
    if dernier == debut:
        return _avis(lecteur, cite) if cite.genre == "avis" else None
    if cite.genre in _EUROPEENS and cite.numero is None:
        return None
    if cite.genre in NATIONAUX:
        return cite
    organe = _organe(lecteur, debut, dernier)
    fin = _corps(lecteur, dernier) if organe is None and cite.genre in _D_AUTORITES else dernier
    return replace(cite, fin=fin, organe=organe or _organe(lecteur, dernier, fin))


def _blancs(plie: str, position: int) -> int:
    m = _BLANCS.match(plie, position)
    return m.end() if m else position


def _prendre(lecteur: Lecteur, cite: TexteCite, position: int, *, colle: bool, nue: bool) -> TexteCite | None:
    """The piece at ``position`` that the text still lacks; NOR before number, date before a bare number."""
    if cite.nor is None and (m := g.NOR.match(lecteur.plie, position)):
        return replace(cite, fin=m.end(), nor=m["nor"].replace("/", "").upper())
    if cite.date is None and (jour := lecteur.date(position, nue=nue)):
        return replace(cite, fin=jour[0], date=jour[1])
    if cite.numero is None and (numero := lecteur.numero(cite.genre, position, colle=colle)):
        return replace(cite, fin=numero[0], numero=numero[1], an=numero[2])
    return None


def _titre_avant(lecteur: Lecteur, cite: TexteCite, position: int) -> tuple[TexteCite, int]:
    """ "loi relative à ... n° 82-213 du 2 mars 1982": the number after the title, in the same clause."""
    fenetre = _BORNE_TITRE.match(lecteur.plie, position, position + 200)
    if cite.genre not in NATIONAUX or not fenetre or g.NOM.search(lecteur.plie, position, fenetre.end()):
        return cite, cite.fin
    for _ in range(2):
        pris = _prendre(lecteur, cite, _blancs(lecteur.plie, max(fenetre.end(), cite.fin)), colle=False, nue=False)
        cite = pris or cite
    return cite, cite.fin


def _avis(lecteur: Lecteur, cite: TexteCite) -> TexteCite | None:
    """An opinion without date, when the body that gave it is named."""
    fin = _corps(lecteur, cite.fin)
    return replace(cite, fin=fin, organe=_organe(lecteur, cite.fin, fin)) if fin > cite.fin else None


def _corps(lecteur: Lecteur, debut: int) -> int:
    """Where the name of the body that begins at ``debut`` ends; ``debut`` when there is none."""
    if not (m := g.CORPS.match(lecteur.plie, debut)):
        return debut
    position = m.end()
    while position < len(lecteur.plie) and not g.ARRET.match(lecteur.plie, _blancs(lecteur.plie, position)):
        mot = _MOT_CORPS.match(lecteur.plie, position)
        if not mot or mot.end() == position or mot.end() - debut > 120:
            break
        position = mot.end()
    return debut + len(lecteur.plie[debut:position].rstrip(' ,.«»"'))


def _organe(lecteur: Lecteur, debut: int, fin: int) -> str | None:
    """The words between noun and date that are neither number nor link; None when there are none."""
    reste, position = [], debut
    while position < fin:
        position = _blancs(lecteur.plie, position)
        saut = lecteur.date(position) or next(
            (
                m.end()
                for p in (g.NOR, g.NUMERO_ACTE, g.NUMERO_SEUL, g.NUMERO_UE)
                if (m := p.match(lecteur.plie, position))
            ),
            0,
        )
        bout = saut[0] if isinstance(saut, tuple) else saut
        if bout > position:
            position = bout
            continue
        mot = _BRUT.match(lecteur.texte, position, fin)
        if not mot:
            break
        reste.append(mot[0])
        position = mot.end()
    brut = " ".join(reste).strip(' ,;:()«»"')
    return _QUEUE_ORGANE.sub("", _TETE_ORGANE.sub("", brut)) or None
