"""Stamps of the préfecture: their words are told apart from the body they stand on."""

import re
from collections.abc import Sequence

from modeles.page import Ligne
from modeles.texte import Boite, Mot, plier, union
from pipeline.etapes.fils import Fil, dans, enfiler, hauteur_type

TAMPON = re.compile(
    r"""^\W*(?:
        (?:envoye|recu|transmis|depose|affiche|publie)e?\ (?:en|a\ la|a)\ (?:la\ )?(?:sous[- ])?prefecture
      | (?:affiche|publie|recu)\ le\b
      | [il1][do]\ ?(?::\ ?\S|[.;,]\ ?\d{2,3}-\d{9})
      | id\ prefecture
      | accuse\ (?:de\ )?(?:reception|certifie)
      | (?:date\ de\ )?(?:teletransmission|reception\ (?:en\ |par\ le\ )?pref)
      | date\ de\ (?:teletransmission|reception)
      | reception\ (?:par|en)\ (?:le\ )?pref
      | acte\ (?:certifie\ )?executoire | acte\ certifie
      | publication\ :\ ?\d | affichage\ :\ ?\d | notification\ :\ ?\d
      | (?:sous[- ])?prefecture\ d | bureau\ du\ courrier
      | envoi\ pref
      | \d{2,3}-\d{9}-\d{8}-\S+-(?:de|ar|ai|cc|bf|au)\b
    )""",
    re.VERBOSE,
)
"""How a line of a stamp begins, on folded text:
line = ("envoyé" | "reçu" | ...) "en préfecture" ... | "ID :" id | "Accusé de réception" ... | id.
"""
_IDENTIFIANT = re.compile(r"\d{2,3}-\d{9}-\d{8}-")
EXEMPLES = (
    "Envoyé en préfecture le 29/06/2021", "ID : 077-217703958-20210624-20210614-DE", "Reçu en préfecture le 21/12/2023",
    "ID . 030-213001100-20220502-FLAUXCR25032022-DE",
    "Accusé de réception - Ministère de l'intérieur", "Publié le 21/12/2020", "073-217300151-20161010-DCM2016058-DE",
)  # fmt: skip
CONTRE_EXEMPLES = (
    "Le Préfet du Gard",
    "Vu le rapport reçu",
    "Date de convocation : 10 décembre 2020",
    "Identité : Paul",
)


def est_ligne(texte: str) -> bool:
    """Whether a line is one of a stamp's."""
    return TAMPON.match(plier(texte)) is not None


def detacher(mots: Sequence[Mot], cadres: Sequence[Boite], largeur: float) -> tuple[list[list[Mot]], list[Mot]]:
    """The words of each stamp, and the other words.

    A stamp is a box that holds such a line, or a narrow run of at least two such lines one above the other.
    """
    tampons: list[list[Mot]] = []
    reste = list(mots)
    for cadre in sorted(cadres, key=lambda c: (c[2] - c[0]) * (c[3] - c[1])):
        if cadre[3] - cadre[1] > 150 or cadre[2] - cadre[0] > 0.6 * largeur:
            continue
        dedans = [m for m in reste if dans(m.boite, cadre, 2)]
        fils = enfiler(dedans, hauteur_type(dedans), ())
        if any(est_ligne(_texte(f)) for f in fils):
            tampons.append(dedans)
            reste = [m for m in reste if m not in dedans]
    haut = hauteur_type(reste)
    fils = sorted((g for f in enfiler(reste, haut, ()) for g in _couper(f, haut)), key=lambda f: f.milieu)
    for groupe in _groupes([f for f in fils if est_ligne(_texte(f)) and f.boite[2] - f.boite[0] < 0.55 * largeur]):
        cadre = union([f.boite for f in groupe])
        lus = {id(m) for f in groupe for m in f.mots}
        dedans = [m for m in reste if id(m) in lus or (dans(m.boite, cadre, 0) and m.boite[2] < cadre[2] + 6)]
        tampons.append(dedans)
        reste = [m for m in reste if m not in dedans]
    return tampons, reste


def _couper(fil: Fil, haut: float) -> list[Fil]:
    """A thread in two when a stamp's line begins inside it, after a gap."""
    for i in range(1, len(fil.mots)):
        if fil.mots[i].boite[0] - fil.mots[i - 1].boite[2] > 0.7 * haut and est_ligne(
            " ".join(m.texte for m in fil.mots[i:])
        ):
            bouts = (fil.mots[:i], fil.mots[i:])
            return [Fil(b, union([m.boite for m in b])) for b in bouts]
    return [fil]


def _texte(fil: Fil) -> str:
    return " ".join(m.texte for m in fil.mots)


def _groupes(fils: Sequence[Fil]) -> list[list[Fil]]:
    """Lines of a stamp that stand one under the other, by two at least; an ACTES identifier is one by itself."""
    groupes: list[list[Fil]] = []
    for fil in fils:
        haut = fil.boite[3] - fil.boite[1]
        for groupe in groupes:
            b = groupe[-1].boite
            if fil.boite[1] - b[3] < 4 * haut and abs(fil.boite[0] - b[0]) < 6 * haut:
                groupe.append(fil)
                break
        else:
            groupes.append([fil])
    return [g for g in groupes if len(g) >= 2 or _IDENTIFIANT.search(_texte(g[0]))]


def exacts(lignes: Sequence[Ligne]) -> list[list[Mot]]:
    """The words of a text layer that only holds a stamp, as one stamp."""
    mots = [m for x in lignes for m in x.mots]
    return [mots] if mots else []
