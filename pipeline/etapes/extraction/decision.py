"""Articles of the operative part."""

import re
from collections.abc import Sequence

from modeles.acte import Acte
from modeles.texte import Passage
from pipeline.etapes.extraction.articles import ArticleLu, Ouvert, clore, numeroter
from pipeline.grammaire import dispositif as g
from pipeline.grammaire import structure as s


def _item(passage: Passage) -> tuple[Passage, bool]:
    """The paragraph without its bullet, or the letter or Roman rank that stands for one."""
    lettre = g.ITEM_LETTRE.match(passage.plie)
    if lettre:
        return passage.extrait(lettre.end(), len(passage.texte)), True
    trouve = s.PUCE.match(passage.plie)
    if trouve and not (
        passage.plie[0] in "eo"
        and passage.texte[trouve.end() : trouve.end() + 1].islower()
        and not re.match(r"d[e']", passage.plie[trouve.end() :])
    ):
        return passage.extrait(trouve.end(), len(passage.texte)), True
    return passage, False


def _verbe_initial(passage: Passage) -> bool:
    """The paragraph opens with a deciding verb: in capitals, or conjugated, or "d'approuver"."""
    premier = passage.texte.split()[0] if passage.texte.split() else ""
    capitale = premier.strip(",:").isupper() and len(premier) > 3
    if passage.texte[:1] == "D" and g.INFINITIF.match(passage.plie):
        return True
    return bool(re.match(rf"(?:de\s+(?:ne\s+pas\s+)?|d'\s?|et\s+)?{g.VERBES}\w*\b", passage.plie)) or (
        capitale and bool(re.match(r"[a-z]+(?:e|t|d|er|ir)\b", passage.plie))
    )


def _apres_formule(passage: Passage) -> Passage | None:
    """What the deciding sentence decides, from its verb on; None when it only opens the list."""
    trouve = g.OUVERTURE.match(passage.plie)
    capitales = s.verbe_en_capitales(passage.plie, passage.texte)
    if capitales is not None and (
        not trouve or trouve.start("verbe") > capitales.start("verbe") or trouve["verbe"].startswith("entend")
    ):
        return passage.extrait(capitales.start("verbe"), len(passage.texte))
    if not trouve or g.VOTE_SEUL.search(passage.plie):
        return None
    decide = g.VOTE_FINAL.sub("", passage.plie[trouve.start("verbe") :])
    if g.FORMULE_SEULE.match(passage.plie) and (len(decide.split()) < 3 or g.FORMULE_SEULE.match(decide)):
        return None
    suite = passage.extrait(trouve.start("verbe"), len(passage.texte))
    premier = suite.plie.split()[0].rstrip(",:") if suite.plie.split() else ""
    if re.match(r"delibere|deliberation|decision|donne\s+pouvoir\s+a\s+(?:m|mme)\b", suite.plie) or premier in (
        "presente",
        "votants",
    ):
        return None
    return suite


def _lire(passages: Sequence[Passage]) -> list[ArticleLu]:
    articles: list[ArticleLu] = []
    ouvert: Ouvert | None = None
    numerote = any(g.ARTICLE.match(_item(p)[0].plie) for p in passages)
    for passage in passages:
        corps, puce = _item(passage)
        article = g.ARTICLE.match(corps.plie)
        if article:
            clore(ouvert, articles)
            mots = corps.mots_de(0, article.end("numero"))
            reste = corps.extrait(article.end(), len(corps.texte))
            numero = (
                numeroter(article.group("numero"), mots, "decision.article.numero") if article.group("numero") else None
            )
            ouvert = Ouvert(numero, (reste,) if reste.texte else ())
        elif numerote and ouvert is None:
            continue
        elif numerote:
            if g.HORS_ARTICLE.match(corps.plie):
                clore(ouvert, articles)
                ouvert = None
            elif ouvert is not None:
                ouvert = ouvert._replace(passages=(*ouvert.passages, passage))
        else:
            ouvert = _sans_numero(passage, corps, puce, ouvert, articles)
    clore(ouvert, articles)
    return articles


def _est_sous_item(ouvert: Ouvert, corps: Passage, puce: bool) -> bool:
    """A ranked or bulleted paragraph belongs to the list the open article announced, unless it decides by itself."""
    infinitifs = [g.INFINITIF.match(_item(p)[0].plie) for p in (ouvert.passages[0], corps)]
    if all(infinitifs):  # "- de modifier ... : - d'inscrire ...": two items, whatever OCR made of the ";"
        return False
    if ouvert.annonce_une_liste:
        return True
    return ouvert.sous_liste and not (puce and _verbe_initial(corps))


def _suit(ouvert: Ouvert, rang: str) -> bool:
    """The next rank of the same list: no item of what the open article announces."""
    return ouvert.numero is not None and ouvert.numero.valeur.isdigit() and int(rang) == int(ouvert.numero.valeur) + 1


def _sans_numero(
    passage: Passage, corps: Passage, puce: bool, ouvert: Ouvert | None, articles: list[ArticleLu]
) -> Ouvert | None:
    """One paragraph of an operative part without "Article"; returns the article left open."""
    if g.HORS_ARTICLE.match(corps.plie):
        clore(ouvert, articles)
        return None
    rang = g.RANG.match(corps.plie)
    numero = (rang.group("numero") or rang.group("degre")) if rang else ""
    suit = rang and ouvert is not None and _suit(ouvert, numero)
    rang = rang if rang and (rang.group("numero") or suit) else None  # "29 - autorise" only after "1° - approuve"
    if ouvert is not None and (rang or puce) and not suit and _est_sous_item(ouvert, corps, puce):
        return ouvert._replace(passages=(*ouvert.passages, passage), sous_liste=True)
    if rang and (ouvert is None or ouvert.numero is not None):
        clore(ouvert, articles)
        lu = numeroter(numero, corps.mots_de(0, rang.end()), "decision.rang")
        return Ouvert(lu, (corps.extrait(rang.end(), len(corps.texte)),))
    if puce or _verbe_initial(corps) or (ouvert is None and g.INFINITIF.match(corps.plie)):
        clore(ouvert, articles)
        if (g.FORMULE_SEULE.match(corps.plie) and len(corps.plie.split()) < 5) or g.VOTE_SEUL.search(corps.plie):
            return None
        return Ouvert(None, (corps,))
    if _delibere(corps):
        clore(ouvert, articles)
        decide = _apres_formule(corps)
        return Ouvert(None, (decide,)) if decide is not None and len(decide.texte) > 12 else None
    if ouvert is not None and (
        corps.texte[:1].islower() or ouvert.annonce_une_liste or not re.search(r"[.;]\s*$", ouvert.passages[-1].texte)
    ):
        return ouvert._replace(passages=(*ouvert.passages, passage))
    if re.match(
        r"(?:est|sont)\s+\w+e?e?s?\b|(?:m\.|mme|monsieur|madame|les?|la)\b[^.]{3,90}\b(?:est|sont)\s+(?:autoris|charg|design|approuv|adopt|inscri|imput|proclam|elu)",
        corps.plie,
    ):
        clore(ouvert, articles)
        return Ouvert(None, (corps,))
    clore(ouvert, articles)
    return None


def _delibere(corps: Passage) -> bool:
    """The sentence in which the council decides."""
    return bool(
        s.DELIBERE.match(corps.plie)
        or re.search(r"avoir\s+delibere", corps.plie[:160])
        or s.verbe_en_capitales(corps.plie, corps.texte)
    )


def _proposition(passages: Sequence[Passage]) -> list[ArticleLu]:
    """The items of "Il est proposé au Conseil de bien vouloir :", adopted as they stand."""
    for i in range(len(passages) - 1, -1, -1):
        if not g.PROPOSITION.match(passages[i].plie):
            continue
        items = []
        for passage in passages[i + 1 :]:
            corps, puce = _item(passage)
            if not (puce or _verbe_initial(corps)):
                break
            items.append(corps)
        if items:
            articles: list[ArticleLu] = []
            for corps in items:
                clore(Ouvert(None, (corps,)), articles)
            return articles
        return []
    return []


def _renvoi(passages: Sequence[Passage]) -> list[ArticleLu]:
    """ "L'examen de ce point est ajourné": all that was decided."""
    articles: list[ArticleLu] = []
    for passage in passages:
        trouve = g.RENVOI.search(passage.plie)
        if trouve and not articles:
            clore(Ouvert(None, (passage.extrait(*trouve.span()),)), articles)
    return articles


def _decide_ici(plie: str) -> bool:
    return bool(s.DELIBERE.match(plie) or s.VERBE_DU_CONSEIL.search(plie))


def _phrases(passage: Passage) -> list[Passage]:
    """The sentence that decides, cut from the names and the talk before it in the same paragraph."""
    coupe = next((m for m in g.PHRASE_QUI_DECIDE.finditer(passage.texte) if _decide_ici(passage.plie[m.end() :])), None)
    if coupe is None or g.ARTICLE.match(_item(passage)[0].plie):
        return [passage]
    return [passage.extrait(0, coupe.end()), passage.extrait(coupe.end(), len(passage.texte))]


def _apparier(passages: Sequence[Passage]) -> list[Passage]:
    """Labels one under the other ("Article 1er", "Article 2"), then as many texts: two columns read one by one."""
    rendus: list[Passage] = []
    i = 0
    while i < len(passages):
        fin = next((j for j in range(i, len(passages)) if not _est_une_etiquette(passages[j])), len(passages))
        textes, suite = _textes(passages, fin, fin - i) if fin - i > 1 else ([], i)
        if textes:
            rendus += [Passage.joindre([a, b]) for a, b in zip(passages[i:fin], textes, strict=True)]
        else:
            suite = max(fin, i + 1)
            rendus += passages[i:suite]
        i = suite
    return rendus


def _est_une_etiquette(passage: Passage) -> bool:
    article = g.ARTICLE.match(passage.plie)
    return article is not None and bool(article["numero"]) and article.end() >= len(passage.plie.rstrip())


def _textes(passages: Sequence[Passage], debut: int, combien: int) -> tuple[list[Passage], int]:
    """So many texts of articles from there on, and where they end; none when there are more or fewer."""
    textes: list[Passage] = []
    for i, passage in enumerate(passages[debut:], start=debut):
        if len(textes) >= combien or g.ARTICLE.match(passage.plie) or g.HORS_ARTICLE.match(passage.plie):
            break
        textes += passage.couper([m.end() for m in g.INFINITIF_COLLE.finditer(passage.texte)])
        debut = i + 1
    return (textes, debut) if len(textes) == combien else ([], debut)


def _en_rangees(passages: Sequence[Passage]) -> list[ArticleLu]:
    """A table of decisions: in each row the number of the item, then what is decided."""
    rangs = [i for i, p in enumerate(passages) if g.RANG_SEUL.match(p.plie)]
    debut = next(
        (i for i, p in enumerate(passages) if _verbe_initial(p) and len(p.plie.split()) > 2 and not _delibere(p)), None
    )
    if not rangs or debut is None or rangs[-1] == len(passages) - 1 or min(rangs[0], debut) + 2 < rangs[0]:
        return []
    articles: list[ArticleLu] = []
    ouvert: Ouvert | None = None
    for i, passage in enumerate(passages[debut:], start=debut):
        rang = passages[i - 1] if i - 1 in rangs else None
        if i in rangs:
            continue
        if g.HORS_ARTICLE.match(passage.plie):
            break
        if ouvert is not None and rang is None and passage.texte[:1].islower():
            ouvert = ouvert._replace(passages=(*ouvert.passages, passage))
        elif ouvert is None or rang is not None or g.INFINITIF.match(passage.plie):
            clore(ouvert, articles)
            lu = numeroter(rang.plie.strip(" .°)"), rang.mots, "decision.article.rangee") if rang else None
            ouvert = Ouvert(lu, (passage,))
    clore(ouvert, articles)
    return articles


def extraire_articles(acte: Acte) -> list[ArticleLu]:
    """The operative part, item by item; where the council merely "adopts", the items that were proposed to it."""
    phrases = [phrase for p in acte.passages("dispositif") for phrase in _phrases(p)]
    articles = _en_rangees(phrases) or _lire(_apparier(phrases))
    return (
        articles
        or _renvoi(acte.passages("dispositif"))
        or _proposition(acte.passages("expose", "visas", "considerants"))
    )
