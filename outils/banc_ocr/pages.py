"""Pages of invented deliberations whose text is known to the letter, drawn at 300 dpi."""

import random
import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Literal

import numpy as np
from numpy.typing import NDArray
from PIL import Image, ImageDraw, ImageFont

from outils.banc_ocr import phrases

Gris = NDArray[np.uint8]

DPI = 300
LARGEUR, HAUTEUR = 2480, 3508
"""A4 at 300 dpi, pixels."""
MARGE = 260

Place = Literal["centre", "gauche", "retrait"]


@dataclass(frozen=True)
class Police:
    """A typeface: file names to look for, body in points, and whether it is a typewriter's."""

    nom: str
    fichier: str
    gras: str
    corps: float
    machine: bool = False


POLICES = (
    Police("Times (Liberation Serif)", "LiberationSerif-Regular.ttf", "LiberationSerif-Bold.ttf", 11),
    Police("Arial (Liberation Sans)", "LiberationSans-Regular.ttf", "LiberationSans-Bold.ttf", 10),
    Police("Calibri (Carlito)", "Carlito-Regular.ttf", "Carlito-Bold.ttf", 11),
    Police("Palatino (P052)", "P052-Roman.otf", "P052-Bold.otf", 10.5),
    Police("Courier (Nimbus Mono)", "NimbusMonoPS-Regular.otf", "NimbusMonoPS-Bold.otf", 11, machine=True),
    Police("machine à écrire (Latin Modern Mono)", "lmmono10-regular.otf", "lmmono10-regular.otf", 11.5, machine=True),
)


@dataclass(frozen=True)
class Bloc:
    """A paragraph and where it stands."""

    texte: str
    place: Place = "gauche"
    gras: bool = False
    saut: float = 0.35
    """Space above, in lines."""


@dataclass(frozen=True)
class PageExacte:
    """A drawn page: grey pixels (height, width), its lines in reading order, the full names and numbers it holds."""

    pixels: Gris
    lignes: tuple[str, ...]
    noms: tuple[str, ...]
    nombres: tuple[str, ...]
    police: Police

    @property
    def texte(self) -> str:
        return " ".join(self.lignes)


@dataclass
class Acte:
    """An act under composition: its blocks, and the names that they hold."""

    alea: random.Random
    blocs: list[Bloc] = field(default_factory=list)
    noms: list[str] = field(default_factory=list)


_NOMBRE = re.compile(
    r"\d{3}-\d{9}-\d{8}-[\w-]+-[A-Z]{2}  | \d{1,2}/\d{2}/\d{4} | (?<![\w-])\d{4}[-/]\d{2,3}(?![\w-])"
    r"| (?<= \s)\d{1,2}(?=\s(?:janvier|février|fevrier|mars|avril|mai|juin|juillet|août|aout|septembre|octobre"
    r"|novembre|décembre|decembre)\b) | (?<=\s)(?:19|20)\d{2}(?![\w/-])",
    re.VERBOSE,
)
"""acte_id | date | numero_acte | jour, before a month | année: the numbers that make a record right or wrong."""


def composer(graine: int) -> Acte:
    """An invented act, the same for the same seed: letterhead, roll, visas, recitals, articles, vote, signature."""
    alea = random.Random(graine)
    acte = Acte(alea)
    acte.blocs += list(_blocs(acte))
    return acte


def _nom(acte: Acte, capitales: bool) -> str:
    prenom, nom = acte.alea.choice(phrases.PRENOMS), acte.alea.choice(phrases.NOMS)
    complet = f"{prenom} {nom.upper() if capitales else nom}"
    acte.noms.append(complet)
    return complet


def _blocs(acte: Acte) -> Iterator[Bloc]:
    alea = acte.alea
    commune, departement = alea.choice(phrases.COMMUNES), alea.choice(phrases.DEPARTEMENTS)
    capitales = alea.random() < 0.6
    annee, mois, jour = alea.randint(1994, 2025), alea.randint(1, 12), alea.randint(2, 28)
    numero = f"{annee}-{alea.randint(1, 140):03d}"
    faits = {
        "commune": commune, "date": f"{jour} {phrases.MOIS[mois - 1]} {annee}", "annee": annee, "numero": numero,
        "convocation": f"{max(jour - 6, 1):02d}/{mois:02d}/{annee}", "jour": alea.choice(phrases.JOURS),
    }  # fmt: skip

    def remplir(modele: str) -> str:
        valeurs = faits | {
            "montant": f"{alea.randint(1, 480)} {alea.randint(0, 999):03d},{alea.randint(0, 99):02d}",
            "surface": str(alea.randint(38, 2900)), "parcelle": f"{alea.choice('ABCDZ')}{alea.choice('BCDEH')}",
            "rang": str(alea.randint(12, 480)), "pour_cent": str(alea.randint(5, 80)), "ans": str(alea.randint(2, 30)),
            "jour_ancien": str(alea.randint(2, 28)), "mois_ancien": alea.choice(phrases.MOIS),
            "ancienne": str(annee - alea.randint(1, 6)), "loi": f"{annee - 3}-{alea.randint(101, 1590)}",
        }  # fmt: skip
        while "{nom}" in modele:
            modele = modele.replace("{nom}", _nom(acte, capitales), 1)
        return modele.format(**valeurs)

    presents = [_nom(acte, capitales) for _ in range(alea.randint(13, 23))]
    absents = [_nom(acte, capitales) for _ in range(alea.randint(2, 3))]
    civilites = [alea.choice(("M.", "Mme")) for _ in presents]
    yield Bloc("RÉPUBLIQUE FRANÇAISE", "centre")
    yield Bloc(f"Département {departement} – Commune de {commune}", "centre")
    yield Bloc("EXTRAIT DU REGISTRE DES DÉLIBÉRATIONS DU CONSEIL MUNICIPAL", "centre", gras=True)
    yield Bloc(remplir("Séance du {jour} {date}"), "centre")
    yield Bloc(f"Délibération n° {numero}", gras=True, saut=0.8)
    yield Bloc(f"Objet : {remplir(alea.choice(phrases.OBJETS))}", gras=True)
    yield Bloc(remplir(phrases.OUVERTURE), saut=0.8)
    yield Bloc("Présents : " + ", ".join(f"{c} {n}" for c, n in zip(civilites, presents, strict=True)) + ".")
    yield Bloc(
        "Absents excusés : " + ", ".join(f"{n} (pouvoir à {alea.choice(presents)})" for n in absents) + "."
    )  # the holder is printed again: both readings count
    yield Bloc(remplir(f"Secrétaire de séance : {alea.choice(presents)}. Date de convocation : {{convocation}}."))
    for modele in alea.sample(phrases.VISAS, 6):
        yield Bloc(remplir(modele), saut=0.2)
    for modele in alea.sample(phrases.CONSIDERANTS, 5):
        yield Bloc(remplir(modele))
    yield Bloc(alea.choice(phrases.DECISIONS), "centre", gras=True)
    for rang, modele in enumerate(alea.sample(phrases.ARTICLES, 5), start=1):
        puce = alea.choice((f"Article {rang} :", "-", "•", "–", f"{rang})"))
        yield Bloc(f"{puce} {remplir(modele)}", "retrait", saut=0.2)
    yield Bloc(remplir(alea.choice(phrases.SUITES)))
    yield Bloc(remplir("Fait à {commune}, le {date}."))
    yield Bloc(f"Acte n° {alea.randint(1, 95):03d}-{alea.randint(200000000, 219999999)}-{annee}{mois:02d}{jour:02d}-"
               f"{numero.replace('-', '')}-DE", saut=0.8)  # fmt: skip


@cache
def _fichier(nom: str) -> Path:
    trouves = [p for racine in ("/usr/share/fonts", "/usr/share/texmf/fonts") for p in Path(racine).rglob(nom)]
    if not trouves:
        raise SystemExit(f"Police introuvable : {nom}. Lancez « make banc-ocr », qui installe les polices du banc.")
    return trouves[0]


def _sans_accents(texte: str) -> str:
    return "".join(c for c in unicodedata.normalize("NFD", texte) if not unicodedata.combining(c))


def _frappe(texte: str) -> str:
    """What a typewriter can print: no accented capital, no typographic sign."""
    for signe, rendu in (
        ("•", "-"),
        ("–", "-"),
        ("’", "'"),
        ("«", '"'),
        ("»", '"'),
        ("œ", "oe"),
        ("²", "2"),
        ("€", "F"),
    ):
        texte = texte.replace(signe, rendu)
    return "".join(_sans_accents(c) if c.isupper() else c for c in texte)


def dessiner(graine: int, police: Police) -> PageExacte:
    """The act of a seed in a typeface; what does not fit the page is left out, of the text too."""
    acte = composer(graine)
    alea = np.random.default_rng(graine)
    image = Image.new("L", (LARGEUR, HAUTEUR), 255)
    dessin = ImageDraw.Draw(image)
    taille = round(police.corps * DPI / 72)
    fontes = {g: ImageFont.truetype(str(_fichier(police.gras if g else police.fichier)), taille) for g in (False, True)}
    pas = taille * (1.32 if police.machine else 1.26)
    y, lignes = 230.0, []
    for bloc in acte.blocs:
        fonte = fontes[bloc.gras]
        texte = _frappe(bloc.texte) if police.machine else bloc.texte
        retrait = 120 if bloc.place == "retrait" else 0
        coupees = _couper(texte, fonte, LARGEUR - 2 * MARGE - retrait)
        y += bloc.saut * pas
        for ligne in coupees:
            if y + pas > HAUTEUR - 200:
                break
            x = (LARGEUR - fonte.getlength(ligne)) / 2 if bloc.place == "centre" else MARGE + retrait
            (_taper if police.machine else _imprimer)(dessin, (x, y), ligne, fonte, alea)
            lignes.append(ligne)
            y += pas
    texte = " ".join(lignes)
    noms = (_frappe(n) if police.machine else n for n in acte.noms)
    tenus = tuple(n for nom in dict.fromkeys(noms) for n in [nom] * len(_entiers(nom, texte)))
    return PageExacte(np.asarray(image, np.uint8), tuple(lignes), tenus, nombres(texte), police)


def _entiers(nom: str, texte: str) -> list[str]:
    return re.findall(rf"(?<!\w){re.escape(nom)}(?!\w)", texte)


def nombres(texte: str) -> tuple[str, ...]:
    """The dates, act numbers and ACTES ids of a text, in order."""
    return tuple(m.group() for m in _NOMBRE.finditer(texte))


def _couper(texte: str, fonte: ImageFont.FreeTypeFont, largeur: float) -> list[str]:
    lignes = [""]
    for mot in texte.split():
        essai = f"{lignes[-1]} {mot}".strip()
        if fonte.getlength(essai) <= largeur:
            lignes[-1] = essai
        else:
            lignes.append(mot)
    return lignes


def _imprimer(
    dessin: ImageDraw.ImageDraw,
    place: tuple[float, float],
    ligne: str,
    fonte: ImageFont.FreeTypeFont,
    alea: np.random.Generator,
) -> None:
    dessin.text(place, ligne, font=fonte, fill=0)


def _taper(
    dessin: ImageDraw.ImageDraw,
    place: tuple[float, float],
    ligne: str,
    fonte: ImageFont.FreeTypeFont,
    alea: np.random.Generator,
) -> None:
    """Letter by letter, each a little high or low and more or less inked, like keys on a ribbon."""
    x, y = place
    for lettre in ligne:
        hauteur, gris = alea.normal(0, 1.6), int(np.clip(alea.normal(45, 30), 0, 130))
        dessin.text((x + alea.normal(0, 0.8), y + hauteur), lettre, font=fonte, fill=gris)
        x += fonte.getlength(lettre)
