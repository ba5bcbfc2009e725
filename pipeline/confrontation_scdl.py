"""A SCDL table that an authority has published, beside what this program says of the same acts.

A published file is what its tool made of the schema: commas or semicolons, UTF-8 or Windows-1252, dates the French way.
Values are compared for what they say: case, accents, blanks and the form of a date or number do not count.
"""

import csv
import re
from collections import Counter
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

from modeles.fiche import en_fiche
from modeles.texte import plier
from pipeline.comparaison import Changement
from pipeline.confrontation import Confrontation, fichier_de
from pipeline.erreurs import ErreurExport
from pipeline.exports._scdl_valeurs import COLONNES, Valeurs, evaluer

EXIGEES = ("COLL_SIRET", "DELIB_ID", "DELIB_DATE", "DELIB_OBJET")
COMPAREES = tuple(c for c in COLONNES if c not in ("COLL_SIRET", "DELIB_URL"))
_REMEDE = "Donnez un fichier CSV au schéma SCDL Délibérations, ou un export (scdl, jsonl, json, jeu)."


def est_scdl(export: Path) -> bool:
    """A CSV file, or the folder of a SCDL export: not that of a ``jeu``, whose table of that name has other columns."""
    records = any((export / nom).is_file() for nom in ("deliberations.jsonl", "deliberations.json"))
    return export.suffix.lower() == ".csv" or (not records and (export / "deliberations.csv").is_file())


def confronter_scdl(ancien: Path, nouveau: Path) -> Iterator[Confrontation]:
    """The rows that are not the same in both, for the bodies that are in both: an act is found by its number, else by
    its date and title when they name one alone.

    Raises ErreurExport when a file is no SCDL table, or when no body is in both.
    """
    avant, apres = _rangees(ancien), _rangees(nouveau)
    sirets = {plier(r["COLL_NOM"]): r["COLL_SIRET"] for r in (*avant, *apres) if r["COLL_SIRET"]}
    corps_avant, corps_apres = ({_corps(r, sirets) for r in rr} for rr in (avant, apres))
    communs = corps_avant & corps_apres
    if avant and apres and not communs:
        raise ErreurExport(
            "Aucune collectivité n'est dans les deux fichiers.", "Comparez ceux d'une même collectivité."
        )
    avant, apres = ([r for r in rr if _corps(r, sirets) in communs] for rr in (avant, apres))
    colonnes = [c for c in COMPAREES if any(c in r for r in avant) and any(c in r for r in apres)]
    paires, seuls = _apparier(avant, apres, sirets)
    for rang, r in enumerate(apres):
        une = paires.get(rang)
        if une is None:
            yield Confrontation(_id(r), None, dict(r))
        elif changements := tuple(_comparer(une, r, colonnes)):
            yield Confrontation(_id(r), dict(une), dict(r), changements)
    for r in seuls:
        yield Confrontation(_id(r), dict(r), None)


def _apparier(
    avant: list[Valeurs], apres: list[Valeurs], sirets: dict[str, str]
) -> tuple[dict[int, Valeurs], list[Valeurs]]:
    """Rank in ``apres`` -> its row in ``avant``; and the rows of ``avant`` that have none."""
    restes, paires = list(avant), dict[int, Valeurs]()
    for cle in (_par_numero, _par_titre):
        nombres = Counter(cle(r) for r in restes)
        places = {(_corps(r, sirets), cle(r)): r for r in restes if nombres[cle(r)] == 1 or cle is _par_numero}
        for rang, r in enumerate(apres):
            if rang not in paires and cle(r) and (une := places.pop((_corps(r, sirets), cle(r)), None)):
                paires[rang] = une
        pris = {id(r) for r in paires.values()}
        restes = [r for r in avant if id(r) not in pris]
    return paires, restes


def _par_numero(r: Valeurs) -> str:
    return re.sub(r"[\W_]+", "", plier(r["DELIB_ID"]))


def _par_titre(r: Valeurs) -> str:
    jour, titre = _sens("DELIB_DATE", r["DELIB_DATE"]), _sens("DELIB_OBJET", r["DELIB_OBJET"])
    return f"{jour} {titre}" if jour and titre else ""


def _corps(r: Valeurs, sirets: dict[str, str]) -> str:
    """Its SIREN, else its folded name: the establishment may be inferred."""
    return (r["COLL_SIRET"] or sirets.get(plier(r["COLL_NOM"]), ""))[:9] or plier(r["COLL_NOM"])


def _id(r: Valeurs) -> str:
    return r["DELIB_ID"] or "(sans numéro)"


def _comparer(avant: Valeurs, apres: Valeurs, colonnes: list[str]) -> Iterator[Changement]:
    for c in colonnes:
        un, deux = avant.get(c, ""), apres.get(c, "")
        if _sens(c, un) != _sens(c, deux):
            yield Changement(f"/{c}", un or None, deux or None)


def _sens(colonne: str, valeur: str) -> str:
    """What a value says, whatever its form."""
    if colonne.endswith("_DATE"):
        for forme in ("%Y-%m-%d", "%d/%m/%Y", "%d-%m-%Y", "%Y%m%d"):
            try:
                return datetime.strptime(valeur[:10], forme).date().isoformat()  # noqa: DTZ007 - a day has no zone
            except ValueError:
                continue
    if colonne.startswith("VOTE_") and re.fullmatch(r"\d+(?:[.,]0+)?", valeur):
        return str(int(re.split("[.,]", valeur)[0]))
    if colonne == "DELIB_ID":
        return re.sub(r"[\W_]+", "", plier(valeur))
    return " ".join(re.findall(r"\w+", plier(valeur)))


def _rangees(export: Path) -> list[Valeurs]:
    """The rows of a published table, or those that the records of an export give."""
    if est_scdl(export):
        return _lire(export / "deliberations.csv" if export.is_dir() else export)
    with fichier_de(export).open("rb") as flux:
        lignes = (x.strip().removesuffix(b",") for x in flux)
        try:
            return [evaluer(en_fiche(x), {})[0] for x in lignes if x not in (b"", b"[", b"]")]
        except ValueError:
            raise ErreurExport("Ce fichier n'est pas un export de délibérations.", _REMEDE, chemin=export) from None


def _lire(fichier: Path) -> list[Valeurs]:
    try:
        octets = fichier.read_bytes()
    except OSError:
        raise ErreurExport("Ce fichier est introuvable ou illisible.", _REMEDE, chemin=fichier) from None
    try:
        texte = octets.decode("utf-8-sig")
    except UnicodeDecodeError:
        texte = octets.decode("cp1252", errors="replace")
    tete = texte.partition("\n")[0]
    lignes = csv.DictReader(texte.splitlines(keepends=True), delimiter=max(",;\t", key=tete.count))
    noms = {n.strip().upper(): n for n in lignes.fieldnames or () if n}
    manquent = [c for c in EXIGEES if c not in noms]
    if manquent:
        raise ErreurExport(f"Ce fichier n'a pas les colonnes {', '.join(manquent)}.", _REMEDE, chemin=fichier)
    lues = [{c: " ".join((ligne[noms[c]] or "").split()) for c in COLONNES if c in noms} for ligne in lignes]
    return [{"COLL_NOM": ""} | r | {"COLL_SIRET": r["COLL_SIRET"].replace(" ", "")} for r in lues]
