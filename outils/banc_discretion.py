"""What the profile ``public`` hides of the personal data planted in generated acts, and what it should not hide:
``python -m outils.banc_discretion [--combien N] [--part prives|prives_reserve] [--registre FICHIER DOSSIER]``.

Without ``--registre``, the true texts of the acts; with it, the texts that were read from their scans (DOSSIER: their
records of truth), where a name may be misread. A mention is hidden when nothing like it is left in the record; an
official is masked when a member named in the text is no more.
"""

import argparse
import json
import re
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any, NamedTuple

from modeles.deliberation import Deliberation
from modeles.fiche import Arbre
from modeles.lecture import feuilles_dites
from modeles.texte import plier
from outils.generateur.composer import composer
from pipeline.discretion.noms import est_prenom
from pipeline.discretion.officiels import mots, officiels
from pipeline.discretion.profils import masquer
from pipeline.fiches import Choix, actes
from pipeline.rapprochement import ressemblance
from pipeline.registre.ouverture import ouvrir

PROCHE = 0.85
"""From here on, a word of five letters is a planted name misread."""
TEXTES = re.compile(r"/(?:objet|visas|considerants|decision/articles)\b")

NOMS = re.compile(r"/(?:seance|presences|procurations|signataires|rapporteur|collectivite|decision/vote)\b")
"""Where officials are named."""


class Cas(NamedTuple):
    """A record, and what is private in its document."""

    arbre: Arbre
    particuliers: Sequence[str]


class Compte(NamedTuple):
    plantes: int
    fuites: list[str]
    officiels: int
    masques: list[str]


def composes(part: str, combien: int) -> Iterator[Cas]:
    for graine in range(1, combien + 1):
        document = composer(graine, part)
        for rang, acte in enumerate(document.actes):
            valeurs = {k: _personnes(v, k) for k, v in acte.items() if k != "non_notes"}
            fiche = Deliberation.model_validate_json(json.dumps(valeurs)).model_dump(mode="json")
            yield Cas(_completer(fiche, f"{part}{graine:05d}-{rang + 1}"), document.particuliers)


NOMMES = {"president", "secretaire", "rapporteur", "mandant", "mandataire", "presents", "absents", "excuses",
          "noms_contre", "noms_abstention", "noms_ne_prend_pas_part"}  # fmt: skip


def _personnes(valeur: Any, champ: str) -> Any:
    """A record of truth names persons by their full names."""
    if isinstance(valeur, dict):
        return {k: _personnes(v, k) for k, v in valeur.items()}
    if isinstance(valeur, list):
        return [_personnes(v, champ) for v in valeur]
    return {"nom": valeur, "nom_complet": valeur} if isinstance(valeur, str) and champ in NOMMES else valeur


def _completer(fiche: Arbre, id_: str) -> Arbre:
    vides: dict[str, Any] = {c: [] for c in ("sources", "anomalies", "deductions", "references", "effets")}
    return fiche | vides | {"id": id_, "origine": {"fichier": f"{id_}.pdf", "sha256": "0" * 64}}


def lus(registre: Path, dossier: Path) -> Iterator[Cas]:
    with ouvrir(f"sqlite:///{registre}", creer=False) as ouvert:
        for arbre in actes(ouvert, Choix(), dict):
            nom = Path(arbre["origine"]["fichier"]).stem
            yield Cas(arbre, json.loads((dossier / f"{nom}.gold.json").read_text())["particuliers"])


def compter(cas: Cas) -> Compte:
    """Mentions of private persons and of officials in the texts, and what becomes of them."""
    apres = masquer(cas.arbre, "public", b"").arbre
    avant_t, apres_t = ({p: str(v) for p, v in feuilles_dites(a) if TEXTES.match(p)} for a in (cas.arbre, apres))
    apres["sources"] = [s for s in apres["sources"] if TEXTES.match(s["champ"])]
    tout = " ".join(str(v) for p, v in feuilles_dites(apres) if isinstance(v, str) and not NOMS.match(p))
    dits = [x for x in cas.particuliers if any(_dit(x, t) for t in avant_t.values())]
    connus = {m for o in officiels(cas.arbre) for m in o.nom if len(m) > 2 and not est_prenom(m)}
    fuites = [f"{cas.arbre['id']} {x} : {_ou(x, apres_t)}" for x in dits if _dit(x, tout)]
    nommes = Counter(m for t in avant_t.values() for m in _capitales(t) if m in connus)
    restes = Counter(m for t in apres_t.values() for m in _capitales(t) if m in connus)
    prives = {m for x in cas.particuliers for m in mots(x)}
    perdus = [f"{cas.arbre['id']} {m}" for m in (nommes - restes).elements() if m not in prives]
    return Compte(len(dits), fuites, nommes.total(), perdus)


def _capitales(texte: str) -> list[str]:
    return [m for mot in re.findall(r"[A-ZÀ-ÖØ-ÝŒ][\w'’-]*", texte) for m in mots(mot)]


def _dit(prive: str, texte: str) -> bool:
    """The text holds it: a surname in capitals at its head, exactly or misread; the whole of a contact."""
    if re.search(r"[\d@]", prive):
        return plier(prive) in plier(texte)
    siens = [m for m in mots(prive) if len(m) > 2] or mots(prive)
    if not siens:
        return bool(re.search(rf"\b(?:{prive}|{prive.upper()})\b", texte))
    tires = _capitales(texte)
    return all(any(t == m or (len(m) > 4 and ressemblance(t, m) >= PROCHE) for t in tires) for m in siens)


def _ou(prive: str, textes: dict[str, str]) -> str:
    return next((t for t in textes.values() if _dit(prive, t)), "(hors des textes)")[:200]


def main() -> int:
    """0 when it was measured."""
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("--combien", type=int, default=300)
    arguments.add_argument("--part", default="prives_reserve")
    arguments.add_argument("--registre", nargs=2, type=Path, metavar=("FICHIER", "DOSSIER"))
    arguments.add_argument("--details", action="store_true")
    options = arguments.parse_args()
    cas = lus(*options.registre) if options.registre else composes(options.part, options.combien)
    comptes = [compter(c) for c in cas]
    plantes, nommes = sum(c.plantes for c in comptes), sum(c.officiels for c in comptes)
    fuites = [f for c in comptes for f in c.fuites]
    masques = [m for c in comptes for m in c.masques]
    for ligne in (*(f"fuite : {f}" for f in fuites), *(f"officiel masqué : {m}" for m in masques)) * options.details:
        print(ligne)
    print(f"{plantes} données privées, {len(fuites)} laissées : rappel {1 - len(fuites) / max(1, plantes):.4f} ; "
          f"{nommes} mots de noms d'officiels, {len(masques)} masqués")  # fmt: skip
    return 0


if __name__ == "__main__":
    sys.exit(main())
