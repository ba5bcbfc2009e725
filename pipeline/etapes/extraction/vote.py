"""The vote of one act: counts and names first, then unanimity, then the result."""

from collections.abc import Callable, Sequence
from typing import Any

from modeles.deliberation import Personne, Resultat
from modeles.lecture import Trouvaille
from modeles.texte import Passage
from pipeline.etapes.extraction.scrutin import Scrutin, scrutins
from pipeline.grammaire import votes as grammaire

Nommer = Callable[[Passage], tuple[Trouvaille[Personne], ...]]
_DECIDE = ("decide", "decident", "delibere", "deliberent")
"""These verbs are never part of a citation."""
CONTEXTE = 220
"""Characters looked at before a formula, to tell a vote from the mention of a former one."""


def _cite(texte: Passage, debut: int) -> bool:
    """Whether what stands here belongs to an act or an opinion that is only cited."""
    avant = texte.plie[max(0, debut - CONTEXTE) : debut]
    depart = max((m.start() for m in grammaire.ASSEMBLEE.finditer(avant)), default=0)
    return bool(grammaire.PASSE.search(avant[depart:]))


def _propose(texte: Passage, debut: int) -> bool:
    return bool(grammaire.PROPOSITION.search(texte.plie[max(0, debut - CONTEXTE) : debut]))


def _principal(lus: Sequence[Scrutin], texte: Passage) -> Scrutin | None:
    """The main vote: the overall one when it says so, else the first full one; None when it cannot be told."""
    if len(lus) == 1:
        return lus[0]
    fonds = [s for s in lus if not grammaire.AMENDEMENT.search(texte.plie[max(0, s.debut - 160) : s.debut])] or list(
        lus
    )
    distincts: list[Scrutin] = []
    for scrutin in fonds:
        if scrutin.valeurs() not in [d.valeurs() for d in distincts]:
            distincts.append(scrutin)
    if len(distincts) == 1:
        return distincts[0]
    generaux = [s for s in distincts if grammaire.ENSEMBLE.search(texte.plie[max(0, s.debut - 120) : s.debut])]
    if len(generaux) == 1:
        return generaux[0]
    complets = [s for s in distincts if "pour" in s.comptes and len(s.comptes) > 1]
    seuls = len(distincts) <= 2 and not _unanimites(texte)
    return complets[0] if complets and seuls else None


def _unanimites(texte: Passage) -> list[tuple[int, int]]:
    """Where unanimity is printed for this act, not for its procedure nor for an act it cites."""
    return [
        m.span()
        for m in grammaire.UNANIMITE.finditer(texte.plie)
        if not _cite(texte, m.start())
        and not _propose(texte, m.start())
        and not grammaire.PROCEDURE.search(texte.plie[m.end() : m.end() + 60].split("\n")[0].split(".")[0])
    ]


def _unanimite(texte: Passage, principal: Scrutin | None) -> Trouvaille[bool] | None:
    divise = [c for nom in ("contre", "abstentions") if principal for c in principal.positifs(nom)]
    opposes = bool(principal and principal.positifs("contre"))
    unanimites = _unanimites(texte)
    moins = grammaire.MOINS.search(texte.plie)
    if unanimites and not moins and not opposes:
        return Trouvaille[bool](valeur=True, mots=texte.mots_de(*unanimites[-1]), regle="vote.unanimite")
    if divise:
        mots = tuple(m for c in divise for m in c.mots)
        return Trouvaille[bool](valeur=False, mots=mots, regle="vote.comptes_divises")
    if moins:
        return Trouvaille[bool](valeur=False, mots=texte.mots_de(*moins.span()), regle="vote.unanimite_moins")
    for m in grammaire.MAJORITE.finditer(texte.plie):
        if not _cite(texte, m.start()) and not _propose(texte, m.start()):
            return Trouvaille[bool](valeur=False, mots=texte.mots_de(*m.span()), regle="vote.majorite")
    return None


def _trouve(texte: Passage, valeur: Resultat, span: tuple[int, int], regle: str) -> Trouvaille[Resultat]:
    return Trouvaille[Resultat](valeur=valeur, mots=texte.mots_de(*span), regle=regle)


def _resultat_imprime(texte: Passage, principal: Scrutin | None) -> Trouvaille[Resultat] | None:
    """Rejected, postponed or an opinion: what is printed besides a plain adoption."""
    rejets = [m for m in grammaire.REJETE.finditer(texte.plie) if not _cite(texte, m.start())]
    for m in rejets:
        avant = texte.plie[max(0, m.start() - 80) : m.end()]
        if not grammaire.AMENDEMENT.search(avant) and not _propose(texte, m.start()):
            return _trouve(texte, "rejete", m.span(), "vote.rejete")
    for m in grammaire.AVIS.finditer(texte.plie):
        if not _cite(texte, m.start()) and not _propose(texte, m.start()):
            valeur: Resultat = "avis_defavorable" if m["sens"] == "defavorable" else "avis_favorable"
            return _trouve(texte, valeur, m.span(), "vote.avis")
    for m in grammaire.AJOURNE.finditer(texte.plie):
        if not _cite(texte, m.start()) and not _propose(texte, m.start()):
            return _trouve(texte, "ajourne", m.span(), "vote.ajourne")
    if principal and principal.majorite_contre():
        return Trouvaille[Resultat](valeur="rejete", mots=principal.mots, regle="vote.comptes")
    return None


def _acte_pris(texte: Passage) -> Trouvaille[Resultat] | None:
    """ "Prend acte", unless another deciding verb stands beside it."""
    for m in grammaire.PREND_ACTE.finditer(texte.plie):
        if _cite(texte, m.start()) or _propose(texte, m.start()):
            continue
        autres = [f for f in _formules(texte) if not (f[0] <= m.start() < f[1] + 60)]
        verbes = [texte.plie[a:b].split()[-1] for a, b in autres]
        if all(v.startswith(("deliber", "decid", "donn", "dit", "constat", "precis")) for v in verbes):
            return _trouve(texte, "prend_acte", m.span(), "vote.prend_acte")
    return None


def _formules(texte: Passage) -> list[tuple[int, int]]:
    return [
        m.span()
        for m in grammaire.FORMULE.finditer(texte.plie)
        if not _propose(texte, m.end()) and (m.group().rstrip(" :").endswith(_DECIDE) or not _cite(texte, m.end()))
    ]


def resultat_implicite(passages: Sequence[Passage]) -> Trouvaille[Resultat] | None:
    """ "adopte" (or "prend_acte") when a deciding formula is printed without any vote; never for a mere proposal."""
    if not passages:
        return None
    texte = Passage.joindre(list(passages), "\n")
    if pris := _acte_pris(texte):
        return pris
    formules = _formules(texte)
    return _trouve(texte, "adopte", formules[-1], "vote.formule") if formules else None


def _resultat(
    texte: Passage, lus: Sequence[Scrutin], principal: Scrutin | None, unanimite: Trouvaille[bool] | None
) -> Trouvaille[Resultat] | None:
    if imprime := _resultat_imprime(texte, principal):
        return imprime
    if pris := _acte_pris(texte):
        return pris
    for m in grammaire.ADOPTE.finditer(texte.plie):
        if not _cite(texte, m.start()) and not _propose(texte, m.start()):
            return _trouve(texte, "adopte", m.span(), "vote.adopte")
    if unanimite:
        return Trouvaille[Resultat](valeur="adopte", mots=unanimite.mots, regle=unanimite.regle)
    favorables = [s for s in lus if s.majorite_pour()] if principal is None else [principal]
    if favorables and (principal is None or principal.majorite_pour()):
        return Trouvaille[Resultat](valeur="adopte", mots=favorables[0].mots, regle="vote.comptes")
    return None


def extraire_vote(passages: Sequence[Passage], nommer: Nommer) -> dict[str, Any]:
    """The keys of ``Vote`` that are printed: ``Trouvaille`` for scalars, tuple of ``Trouvaille[Personne]`` for
    ``noms_*``.

    ``passages`` are the deciding part of one act; ``nommer`` lists the persons that a span of it names.
    """
    if not passages:
        return {}
    texte = Passage.joindre(list(passages), "\n")
    lus = [s for s in scrutins(texte, nommer) if not _cite(texte, s.debut) and not _propose(texte, s.debut)]
    avec_comptes = [s for s in lus if s.comptes]
    principal = _principal(avec_comptes, texte) if avec_comptes else None
    if principal is None and avec_comptes:
        resultat = _resultat(texte, avec_comptes, None, None)
        return {"resultat": resultat} if resultat else {}
    vote: dict[str, Any] = dict(principal.comptes) if principal else {}
    for nom in ("contre", "abstentions", "ne_prend_pas_part"):
        champ = {"contre": "noms_contre", "abstentions": "noms_abstention"}.get(nom, "noms_ne_prend_pas_part")
        if noms := next((s.noms[nom] for s in [principal, *lus] if s and s.noms.get(nom)), ()):
            vote[champ] = noms
    if unanimite := _unanimite(texte, principal):
        vote["unanimite"] = unanimite
    elif vote.get("noms_contre") or vote.get("noms_abstention"):
        mots = tuple(m for c in ("noms_contre", "noms_abstention") for t in vote.get(c, ()) for m in t.mots)
        vote["unanimite"] = Trouvaille[bool](valeur=False, mots=mots, regle="vote.noms")
    if resultat := _resultat(texte, avec_comptes, principal, vote.get("unanimite")):
        vote["resultat"] = resultat
    return vote
