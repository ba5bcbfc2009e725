"""Several acts in one document: sessions by their full header, points of a procès-verbal by number, agenda or heading."""

import re
from collections.abc import Sequence
from statistics import median

from modeles.acte import Acte, NatureZone, Paragraphe, Zone
from modeles.texte import plier
from pipeline.etapes.segmentation.zones import ROLE, est_liste_de_noms, est_titre, etiqueter, role, tete
from pipeline.grammaire import structure as s
from pipeline.grammaire.dispositif import VERBES
from pipeline.rapprochement import contient, ressemblance

_RANG = re.compile(r"(?:point\s+)?(?:n[°o]\s*)?(\d{1,3})\s?(?:[-.):°]{1,2}\s*|\s+)(?=\S)")
_ROMAIN = re.compile(r"([ivxl1]{1,6})\s?[-.):/]{1,2}\s*(?=[a-z])")
_VALEURS = {"i": 1, "v": 5, "x": 10, "l": 50}
_NUMERO_POINT = re.compile(
    r"(?:(?:projet\s+de\s+)?deliberation|dcm|point|affaire|question|rapport|n[°o*])\s*(?:n[°o*]?\s*)?[:.]?\s*(?=[a-z\d._/ -]*\d)"
)
_ANCRE = re.compile(
    r"""
    (?: .*\b(?:unanimite|unanimement)\b | .*\ba\s+la\s+majorite\b | .*\bapres\s+(?:en\s+)?avoir\s+delibere | .*\bmis\s+aux\s+voix
      | (?:vote|pour|contre|abstentions?)\s*:\s | .*\b\d+\s+voix\s+(?:pour|contre)\b | .*\b(?:prend|prennent)\s+acte
      | adopte(?:e|s|es)?\b | (?:le|la|l')\s*(?:conseil|comite|assemblee|bureau)\b[^.]{0,90}\b(?:decide|adopte|approuve|autorise|valide|emet|fixe|accepte|refuse|rejette|nomme|designe|elit|charge|donne|confirme|prend)
      | .*\b(?:est|sont)\s+(?:\w+\s+)?(?:proclame|elu|designe|reporte|ajourne|retire|renvoye|differe|adopte|approuve|rejete)\w* | .*\bmise?s?\s+aux\s+voix | .*\bsurseoir
    )""",
    re.VERBOSE,
)
_SANS_ACTE = re.compile(
    r"(?:ouverture\s+de\s+(?:la\s+)?seance|nomination\s+d\w+\s+secretaire|designation\s+d\w+\s+secretaire|(?:election\s+d\w+\s+)?secretaire\s+de\s+seance"
    r"|questions?\s+diverses|informations?\s+diverses|ordre\s+du\s+jour|affaires\s+diverses|(?:la\s+)?seance\s+(?:est\s+)?levee|compte[- ]rendu\s+des\s+decisions)"
)


def _debuts_de_seance(paragraphes: Sequence[Paragraphe]) -> list[int]:
    """Indices where a new full header begins: a register title at the top of a page, then a session, after a decision."""
    debuts, a_decide, tete_page, dernier = [0], False, 0, 0
    for i, p in enumerate(paragraphes):
        if i and p.page != paragraphes[i - 1].page:
            tete_page = i
        plie, _ = tete(p)
        if p.region == "corps" and s.DELIBERE.match(plie):
            a_decide = True
        titre = s.REGISTRE.match(plie) and len(plie) < 140
        if titre and a_decide and tete_page > dernier and i - tete_page < 15:
            suite = [tete(q)[0] for q in paragraphes[i : i + 25]]
            if any(s.LAN.match(x) or s.PRESENTS.match(x) or "presidence" in x for x in suite):
                debuts.append(tete_page)
                dernier, a_decide = tete_page, False
    return debuts


def _est_ancre(p: Paragraphe) -> bool:
    return p.region == "corps" and p.cellule is None and bool(_ANCRE.match(tete(p)[0]))


def _points_par_numero(paragraphes: Sequence[Paragraphe]) -> list[int]:
    """Indices of "Délibération n° X" or "2014-04-11/01 - Titre" paragraphes, when each has its decision."""
    debuts, formes = [], []
    for i, p in enumerate(paragraphes):
        plie = p.passage.plie
        trouve = _NUMERO_POINT.match(plie)
        nu = s.NUMERO_NU.match(plie)
        if p.region == "corps" and p.cellule is None and p.passage.texte[:1].isupper() | p.passage.texte[:1].isdigit() and (trouve or nu):
            fin = trouve.end() if trouve else 0
            numero = re.match(r"[\w./-]*\d[\w./-]*", plie[fin:])
            if numero and (len(plie) < 260 or "objet" in plie[:60]):
                debuts.append(i)
                formes.append((bool(trouve), re.sub(r"\d+", "0", numero.group())))
    if not debuts:
        return []
    forme = max(set(formes), key=formes.count)
    gardes = [i for i, f in zip(debuts, formes, strict=True) if f == forme]
    return gardes if _avec_decision(paragraphes, gardes) else []


def _points_par_objet(paragraphes: Sequence[Paragraphe]) -> list[int]:
    gardes = [i for i, p in enumerate(paragraphes) if p.region == "corps" and s.OBJET.match(tete(p)[0])]
    return _avec_decision(paragraphes, gardes)


def _avec_decision(paragraphes: Sequence[Paragraphe], debuts: list[int]) -> list[int]:
    """The starts that a decision follows before the next start; [] unless at least two are left."""
    if len(debuts) < 2:
        return []
    fins = [*debuts[1:], len(paragraphes)]
    gardes = [i for i, fin in zip(debuts, fins, strict=True) if any(_est_ancre(p) or s.DELIBERE.match(tete(p)[0]) for p in paragraphes[i + 1 : fin])]
    return gardes if len(gardes) >= 2 else []


def _romain(lu: str) -> int:
    """Value of a Roman number; OCR reads I as 1 or l."""
    valeurs = [_VALEURS[c] for c in lu.replace("1", "i").replace("l", "i")]
    return sum(-v if v < max(valeurs[k + 1 :], default=0) else v for k, v in enumerate(valeurs))


def _points_par_rang(paragraphes: Sequence[Paragraphe], *, romain: bool = False) -> list[int]:
    """Indices of the longest run of plain ranks 1, 2, 3... (or I, II, III...) whose items hold decisions."""
    rangs: list[tuple[int, int]] = []
    for i, p in enumerate(paragraphes):
        trouve = (_ROMAIN if romain else _RANG).match(p.passage.plie)
        lettre = p.passage.texte[trouve.end() : trouve.end() + 1] if trouve else ""
        if trouve and p.region == "corps" and p.cellule is None and (lettre.isupper() or lettre in '"«') and not est_liste_de_noms(p.passage.texte):
            rangs.append((i, _romain(trouve.group(1)) if romain else int(trouve.group(1))))
    meilleure: dict[int, list[int]] = {}  # rank of an entry -> longest chain that ends there
    for k, (_, n) in enumerate(rangs):
        avant = [meilleure[j] for j in range(k) if 0 < n - rangs[j][1] <= 4 and _a_ancre(paragraphes, rangs[j][0], rangs[k][0])]
        meilleure[k] = [*max(avant, key=len, default=[]), k]
    chaine = max(meilleure.values(), key=len, default=[])
    return _avec_decision(paragraphes, [rangs[k][0] for k in chaine]) if len(chaine) >= (2 if romain else 3) else []


def _a_ancre(paragraphes: Sequence[Paragraphe], debut: int, fin: int) -> bool:
    return any(_est_ancre(p) for p in paragraphes[debut:fin])


def _ordre_du_jour(paragraphes: Sequence[Paragraphe]) -> tuple[int, list[str]]:
    """(index after the agenda, its entries folded); (0, []) without agenda."""
    debut = next((i for i, p in enumerate(paragraphes) if s.ORDRE_DU_JOUR.match(tete(p)[0]) and len(p.passage.texte) < 160), None)
    if debut is None:
        return 0, []
    entrees, i = [], debut + 1
    while i < len(paragraphes) and len(entrees) < 80:
        p = paragraphes[i]
        puce = s.PUCE.match(p.passage.plie) or s.RANG.match(p.passage.plie) or re.match(r"\W\s", p.passage.plie)
        serre = p.ecart < (1.0 if entrees else 3.0) and not _est_ancre(p) and len(p.passage.texte) < 200 and p.passage.texte[-1:] != "."
        if p.region == "corps" and not (puce or serre):
            break
        if p.region == "corps":
            entrees.append(tete(p)[0])
        i += 1
    return i, entrees


def _a_l_ordre(plie: str, entrees: Sequence[str]) -> bool:
    """The heading repeats an entry of the agenda, OCR errors and endings aside."""
    return any(
        ressemblance(plie, e) >= 0.72 or (min(len(e), len(plie)) > 14 and max(contient(plie[: len(e)], e), contient(e[: len(plie)], plie)) >= 0.9)
        for e in entrees
    )


def _detacher_titres(paragraphes: Sequence[Paragraphe], debut: int, entrees: Sequence[str]) -> list[Paragraphe]:
    """Headings that repeat an agenda entry, cut from the sentence that follows them without space."""
    sorties = list(paragraphes[:debut])
    for p in paragraphes[debut:]:
        coupe = _fin_du_titre(p, entrees) if p.region == "corps" and p.cellule is None and p.lignes > 1 else None
        if coupe is None:
            sorties.append(p)
            continue
        titre, reste = p.passage.extrait(0, coupe), p.passage.extrait(coupe, len(p.passage.texte))
        sorties.append(p.model_copy(update={"passage": titre, "lignes": 1}))
        sorties.append(p.model_copy(update={"passage": reste, "lignes": p.lignes - 1, "ecart": 0.2}))
    return sorties


def _fin_du_titre(p: Paragraphe, entrees: Sequence[str]) -> int | None:
    """Where the heading ends: the end of a printed line up to which the text is an entry of the agenda."""
    mots, bornes = p.passage.mots, p.passage.bornes
    fins = [bornes[i][1] for i in range(len(mots) - 1) if mots[i + 1].boite[0] < mots[i].boite[0]]
    return next(
        (fin for fin in fins[:3] if p.passage.texte[fin : fin + 2].strip()[:1].isupper() and any(ressemblance(p.passage.plie[:fin], e) >= 0.8 for e in entrees)),
        None,
    )


def _points_par_titre(paragraphes: Sequence[Paragraphe], debut: int, entrees: Sequence[str]) -> list[int]:
    """Headings of an unnumbered procès-verbal: agenda entries, and headings that follow a decision."""
    points, apres_vote = [], True
    for i in range(debut, len(paragraphes)):
        p = paragraphes[i]
        if p.region != "corps" or p.cellule is not None:
            continue
        plie, texte = tete(p)
        if _est_ancre(p):
            apres_vote = True
            continue
        titre = est_titre(p, texte) and len(texte) > 5 and not est_liste_de_noms(texte) and not _CORPS_D_ACTE.match(plie)
        titre = titre and not _COMPTES.match(plie)
        if _SANS_ACTE.match(plie) and len(plie) < 120:
            points.append(i)
            apres_vote = False
        elif len(texte) < 420 and entrees and p.lignes <= 6 and _a_l_ordre(plie, entrees) and p.ecart > 0.3:
            if not (points and points[-1] == _precedent(paragraphes, i)):
                points.append(i)
            apres_vote = False
        elif titre and apres_vote and p.ecart > 0.5 and not s.PUCE.match(p.passage.plie) and i + 1 < len(paragraphes):
            points.append(i)
            apres_vote = False
    return points


_VOTE_COURT = re.compile(r"(?:votes?|pour|contre|abstentions?|ne\s+(?:prend|prennent)\s+pas)\b[^.]{0,60}:|(?:adopte|rejete|approuve|unanimite|a\s+l'unanimite)\w*\b")


def _points_par_vote(paragraphes: Sequence[Paragraphe], debut: int) -> list[int]:
    """Titles of a bare list of votes: each vote stands right under its title. [] when reports stand between them."""
    corps = [i for i in range(debut, len(paragraphes)) if paragraphes[i].region == "corps" and paragraphes[i].cellule is None]
    votes = [i for i in corps if _VOTE_COURT.match(tete(paragraphes[i])[0]) and len(paragraphes[i].passage.texte) < 160]
    points, intervalles, dernier = [], [], debut - 1
    for i in votes:
        entre = [j for j in corps if dernier < j < i]
        if entre:
            intervalles.append(len(entre))
            points.append(entre[-1])
        dernier = i
    return points if len(points) >= 4 and median(intervalles) <= 2.5 and _longs(paragraphes, points) < 0.2 else []


def _longs(paragraphes: Sequence[Paragraphe], points: Sequence[int]) -> float:
    """Share of the would-be titles that are sentences of a report."""
    return sum(not est_titre(paragraphes[i], tete(paragraphes[i])[1].rstrip(" .")) for i in points) / max(len(points), 1)


def _precedent(paragraphes: Sequence[Paragraphe], i: int) -> int:
    return next((j for j in range(i - 1, -1, -1) if paragraphes[j].region == "corps"), -1)


def _fin_de_role(paragraphes: Sequence[Paragraphe]) -> int:
    """Index after the last paragraph that opens a part of the roll, before the first decision."""
    fin = 0
    for i, p in enumerate(paragraphes):
        if _est_ancre(p) and fin:
            break
        if p.region == "corps" and (role(*tete(p)) or s.LAN.match(tete(p)[0]) or (s.SECRETAIRE.match(tete(p)[0]) and len(p.passage.texte) < 120)):
            fin = i + 1
    return fin


_CORPS_D_ACTE = re.compile(
    rf"(?:{s.VISAS.pattern}|{s.CONSIDERANTS.pattern}|{VERBES}\w*\s|article\b|pour\b|contre\b|\d+\s*(?:voix|abst|contre|pour)|.*[€|]|.*\d\s?%|{s.TAMPON.pattern}|objet\b|montant|total)"
)
_COMPTES = re.compile(r".*\b(?:en\s+exercice|votants?|quorum|sous\s+la\s+presidence|date\s+(?:de\s+(?:la\s+)?convocation|d.affichage))\b")
_PROCES_VERBAL = re.compile(r"(?:.{0,30}\b(?:compte[- ]?rendu|proces[- ]?verbal|releve\s+d\w+\s+(?:deliberations|decisions)|pv\b|liste\s+des\s+deliberations))")


def _points(paragraphes: Sequence[Paragraphe]) -> list[int]:
    """Where the points of one session begin; [] when it holds one act with its own header."""
    fin_role = _fin_de_role(paragraphes)
    suite = [i + fin_role for i in _points_par_numero(paragraphes[fin_role:]) or _points_par_objet(paragraphes[fin_role:])]
    entete = [p for p in paragraphes[:25] if len(p.passage.texte) < 160]
    est_pv = any(_PROCES_VERBAL.match(tete(p)[0]) and not s.REGISTRE.match(tete(p)[0]) for p in entete)
    if suite:
        return [*_points_par_titre(paragraphes[: suite[0]], fin_role, []), *suite]
    ancres = [i for i, p in enumerate(paragraphes) if _est_ancre(p)]
    votes = sum(b - a > 2 for a, b in zip(ancres, ancres[1:], strict=False))
    if not (est_pv and len(ancres) >= 2) and votes < 4:
        return []
    debut, entrees = _ordre_du_jour(paragraphes)
    debut = max(debut, fin_role)
    en_liste = _points_par_vote(paragraphes, debut)
    if en_liste:
        return en_liste
    suite = paragraphes[debut:]
    rangs = [i + debut for i in _points_par_rang(suite) or _points_par_rang(suite, romain=True)]
    if rangs:
        return [*_points_par_titre(paragraphes[: rangs[0]], debut, entrees), *rangs]
    return _points_par_titre(paragraphes, debut, entrees)


def _preparer(paragraphes: Sequence[Paragraphe]) -> Sequence[Paragraphe]:
    debut, entrees = _ordre_du_jour(paragraphes)
    return _detacher_titres(paragraphes, debut, entrees) if entrees else paragraphes


def _decouper_seance(paragraphes: Sequence[Paragraphe], rang: int) -> list[Acte]:
    tous = _preparer(paragraphes)
    corps = [p for p in tous if p.region != "marge"]
    points = _points(corps)
    if not points:
        return [Acte(zones=etiqueter(tous), seance=rang)]
    marges = [p for p in tous if p.region == "marge"]
    premiere = [p for p in marges if p.page == corps[0].page]
    entete = _entete_de_seance([*premiere, *corps[: points[0]]])
    blocs = [corps[a:b] for a, b in zip(points, [*points[1:], len(corps)], strict=True)]
    queue = _queue(blocs[-1])
    actes = []
    for k, bloc in enumerate(blocs):
        decide = any(_est_ancre(p) or s.DELIBERE.match(tete(p)[0]) for p in bloc)
        if _SANS_ACTE.match(tete(bloc[0])[0]) or not (decide or _NUMERO_POINT.match(bloc[0].passage.plie)):
            continue
        zones = etiqueter(bloc, point=True)
        a_cote = tuple(p for p in marges if _a_cote(p, bloc[0], blocs[k + 1][0] if k + 1 < len(blocs) else None))
        marge = (Zone(nature="marge", paragraphes=a_cote),) if a_cote else ()
        signature = () if any(z.nature == "signature" for z in zones) else queue
        actes.append(Acte(zones=(*entete, *marge, *zones, *signature), seance=rang))
    return actes or [Acte(zones=etiqueter(tous), seance=rang)]


def _a_cote(marge: Paragraphe, debut: Paragraphe, suivant: Paragraphe | None) -> bool:
    """A margin line stands beside a point: from its title down to the next one."""
    ici = (marge.page, marge.boite[3])
    return (debut.page, debut.boite[1]) <= ici and (suivant is None or ici < (suivant.page, suivant.boite[1]))


def _entete_de_seance(paragraphes: Sequence[Paragraphe]) -> tuple[Zone, ...]:
    """The session's zones: header and roll only, whatever decision was cited before the first point."""
    gardes: frozenset[NatureZone] = ROLE | {"entete", "emargement", "tampon", "marge"}
    return tuple(
        z if z.nature in gardes else z.model_copy(update={"nature": "entete"}) for z in etiqueter(paragraphes)
    )


def _queue(bloc: Sequence[Paragraphe]) -> tuple[Zone, ...]:
    """Signatures at the end of the document: they sign every act of the session."""
    return tuple(z for z in etiqueter(bloc, point=True) if z.nature == "signature")


def decouper(paragraphes: tuple[Paragraphe, ...]) -> tuple[Acte, ...]:
    """The acts of a document in reading order. One at least when there is any text."""
    if not paragraphes:
        return ()
    debuts = _debuts_de_seance(paragraphes)
    actes: list[Acte] = []
    for rang, (a, b) in enumerate(zip(debuts, [*debuts[1:], len(paragraphes)], strict=True)):
        actes.extend(_decouper_seance(paragraphes[a:b], rang))
    return tuple(actes)
