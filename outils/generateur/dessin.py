"""Draws the blocks of a document on grey A4 pages at 300 dpi."""

import random
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from PIL import Image, ImageDraw, ImageFont

from outils.generateur.composer import Document
from outils.generateur.modele import Bloc, Cadre, Colonnes, Paire, Tableau, Texte
from outils.generateur.reserve_blocs import Cachet, Courant, cachet, courants

Gris = NDArray[np.uint8]
Fonte = ImageFont.FreeTypeFont
DPI, LARGEUR, HAUTEUR = 300, 2480, 3508
HAUT, BAS = 190, 230
COLONNE = 520
"""Width of the margin column."""


@dataclass(frozen=True)
class Police:
    """A typeface, its bold, its body in points, and from when it is likely."""

    romain: str
    gras: str
    corps: float
    depuis: int = 1975
    machine: bool = False


POLICES = (
    Police("NimbusMonoPS-Regular.otf", "NimbusMonoPS-Bold.otf", 11, machine=True),
    Police("LiberationMono-Regular.ttf", "LiberationMono-Bold.ttf", 10.5, machine=True),
    Police("LiberationSerif-Regular.ttf", "LiberationSerif-Bold.ttf", 11.5),
    Police("NimbusSans-Regular.otf", "NimbusSans-Bold.otf", 10.5),
    Police("C059-Roman.otf", "C059-Bold.otf", 10.5),
    Police("LiberationSans-Regular.ttf", "LiberationSans-Bold.ttf", 10, 1992),
    Police("P052-Roman.otf", "P052-Bold.otf", 10.5, 1992),
    Police("URWBookman-Light.otf", "URWBookman-Demi.otf", 10, 1988),
    Police("DejaVuSans.ttf", "DejaVuSans-Bold.ttf", 9, 2004),
    Police("Carlito-Regular.ttf", "Carlito-Bold.ttf", 11, 2007),
    Police("LiberationSansNarrow-Regular.ttf", "LiberationSansNarrow-Bold.ttf", 11.5, 2000),
)


_INSECABLE = re.compile(r" (?=[;:»])|(?<=«) ")
"""espace_insecable: the spaces where French type does not break."""


@cache
def _fichier(nom: str) -> str:
    for racine in ("/usr/share/fonts", "/usr/share/texmf/fonts"):
        for chemin in sorted(Path(racine).rglob(nom)):
            return str(chemin)
    raise SystemExit(f"Police introuvable : {nom}. Lancez « make banc-ocr », qui installe les polices du banc.")


def couper(texte: str, fonte: Fonte, largeur: float) -> list[str]:
    """The lines of a paragraph."""
    lignes = [""]
    for mot in _INSECABLE.sub("\u00a0", texte).split(" "):
        essai = f"{lignes[-1]} {mot}" if lignes[-1] else mot
        if fonte.getlength(essai) <= largeur or not lignes[-1]:
            lignes[-1] = essai
        else:
            lignes.append(mot)
    return lignes


class Presse:
    """The pages being drawn, and where the next line goes."""

    def __init__(self, document: Document) -> None:
        self.alea = random.Random(document.graine)
        bonnes = [p for p in POLICES if p.machine == document.machine and p.depuis <= document.annee]
        self.police = self.alea.choice(bonnes)
        taille = round(self.police.corps * DPI / 72)
        self.romain = ImageFont.truetype(_fichier(self.police.romain), taille)
        self.gras = ImageFont.truetype(_fichier(self.police.gras), taille)
        self.petite = ImageFont.truetype(_fichier(self.police.romain), round(taille * 0.82))
        self.pas = taille * (1.32 if document.machine else self.alea.uniform(1.2, 1.4))
        self.bord = self.alea.randint(200, 280)
        self.justifie = not document.machine and self.alea.random() < 0.5
        self.marge = document.marge
        self.cadres = [b for b in document.blocs if isinstance(b, Cadre) and b.place == "haut"]
        self.pages: list[Image.Image] = []
        self.tourner()

    def tourner(self) -> None:
        """A new page."""
        self.pages.append(Image.new("L", (LARGEUR, HAUTEUR), 255))
        self.dessin = ImageDraw.Draw(self.pages[-1])
        premiere = len(self.pages) == 1
        self.y: float = HAUT
        for cadre in self.cadres:
            if premiere or cadre.chaque_page:
                self.y = max(self.y, self.cadre(cadre, 80) + 50)
        self.gauche, self.droite = self.bord, LARGEUR - self.bord
        if premiere and self.marge:
            self.gauche = 130 + COLONNE + 60
            self._en_marge()

    def _en_marge(self) -> None:
        y = self.y
        for texte in self.marge:
            for ligne in couper(texte, self.petite, COLONNE):
                self.ecrire(130, y, ligne, self.petite)
                y += self.pas * 0.84

    def place(self, hauteur: float) -> None:
        """Turns the page when this height does not fit."""
        if self.y + hauteur > HAUTEUR - BAS:
            self.tourner()

    def ecrire(self, x: float, y: float, ligne: str, fonte: Fonte) -> None:
        """A line; on a typewriter, letter by letter, a little high or low and more or less inked."""
        if not self.police.machine:
            self.dessin.text((x, y), ligne, font=fonte, fill=0)
            return
        for lettre in ligne:
            encre = min(120, max(0, round(self.alea.gauss(45, 28))))
            self.dessin.text((x + self.alea.gauss(0, 0.7), y + self.alea.gauss(0, 1.4)), lettre, font=fonte, fill=encre)
            x += fonte.getlength(lettre)

    def _etirer(self, x: float, ligne: str, fonte: Fonte, largeur: float) -> None:
        """A justified line."""
        mots = ligne.split(" ")
        blanc = (largeur - sum(fonte.getlength(m) for m in mots)) / max(1, len(mots) - 1)
        for mot in mots:
            self.ecrire(x, self.y, mot, fonte)
            x += fonte.getlength(mot) + blanc

    def texte(self, bloc: Texte) -> None:
        fonte = self.gras if bloc.gras else self.romain
        retrait = 110 if bloc.place == "retrait" else 0
        self.y += bloc.saut * self.pas
        debut = self.gauche + retrait
        lignes = couper(bloc.texte, fonte, self.droite - debut)
        for rang, ligne in enumerate(lignes):
            self.place(self.pas)
            largeur = self.droite - self.gauche
            x = self.gauche + (110 if bloc.place == "retrait" else 0)
            if bloc.place == "centre":
                x = round(self.gauche + (largeur - fonte.getlength(ligne)) / 2)
            elif bloc.place == "droite":
                x = round(self.gauche + largeur * 0.72 - fonte.getlength(ligne) / 2)
                x = round(min(x, self.droite - fonte.getlength(ligne)))
            elif self.justifie and rang < len(lignes) - 1:
                self._etirer(x, ligne, fonte, self.droite - debut)
                self.y += self.pas
                continue
            self.ecrire(x, self.y, ligne, fonte)
            self.y += self.pas

    def tableau(self, bloc: Tableau) -> None:
        self.y += self.pas * 0.5
        for rang, cellules in enumerate(bloc.lignes):
            largeur = self.droite - self.gauche
            titre = bloc.titre and rang == 0 and len(bloc.lignes) > 1
            fonte = self.gras if titre else self.romain
            coupees = [couper(c, fonte, p * largeur - 40) for c, p in zip(cellules, bloc.largeurs, strict=True)]
            haut = max(len(c) for c in coupees) * self.pas + 16
            self.place(haut)
            x = self.gauche + (largeur * (1 - sum(bloc.largeurs)) / 2 if bloc.centre else 0)
            for lignes, part in zip(coupees, bloc.largeurs, strict=True):
                if bloc.filets:
                    self.dessin.rectangle((x, self.y, x + part * largeur, self.y + haut), outline=0, width=3)
                for i, ligne in enumerate(lignes):
                    self.ecrire(x + 20, self.y + 6 + i * self.pas, ligne, fonte)
                x += part * largeur
            self.y += haut
        self.y += self.pas * 0.4

    def colonnes(self, bloc: Colonnes) -> None:
        largeur = (self.droite - self.gauche) / bloc.nombre
        haut = -(-len(bloc.textes) // bloc.nombre)
        for rang in range(haut):
            coupees = [couper(t, self.romain, largeur - 40) for t in bloc.textes[rang::haut]]
            self.place(max(len(c) for c in coupees) * self.pas)
            for i, lignes in enumerate(coupees):
                for j, ligne in enumerate(lignes):
                    self.ecrire(self.gauche + 20 + i * largeur, self.y + j * self.pas, ligne, self.romain)
            self.y += max(len(c) for c in coupees) * self.pas

    def paire(self, bloc: Paire) -> None:
        demi = (self.droite - self.gauche) / 2
        groupes = [[x for t in g for x in couper(t, self.romain, demi - 60)] for g in (bloc.gauche, bloc.droite)]
        self.y += self.pas * 0.6
        self.place(max(len(g) for g in groupes) * self.pas)
        for rang, groupe in enumerate(groupes):
            for i, ligne in enumerate(groupe):
                x = self.gauche + rang * demi + (demi - self.romain.getlength(ligne)) / 2
                self.ecrire(x, self.y + i * self.pas, ligne, self.romain)
        self.y += max(len(g) for g in groupes) * self.pas

    def cadre(self, bloc: Cadre, y: float) -> float:
        """A box at this height; its bottom."""
        besoin = max(self.petite.getlength(x) for x in bloc.lignes) + 60
        largeur = max(besoin, bloc.largeur * (LARGEUR - 2 * self.bord) * 0.8)
        x = {"haut": LARGEUR - 110 - largeur, "gauche": self.bord, "droite": LARGEUR - self.bord - largeur,
             "centre": (LARGEUR - largeur) / 2}[bloc.place]  # fmt: skip
        pas = self.pas * 0.86
        bas = y + len(bloc.lignes) * pas + 36
        self.dessin.rectangle((x, y, x + largeur, bas), outline=40, width=4)
        for i, ligne in enumerate(bloc.lignes):
            self.ecrire(x + 28, y + 16 + i * pas, ligne, self.petite)
        return bas

    def bloc(self, bloc: Bloc) -> None:
        if isinstance(bloc, Courant):
            return
        if isinstance(bloc, Cachet):
            cachet(self, bloc)
        elif isinstance(bloc, Texte):
            self.texte(bloc)
        elif isinstance(bloc, Tableau):
            self.tableau(bloc)
        elif isinstance(bloc, Colonnes):
            self.colonnes(bloc)
        elif isinstance(bloc, Paire):
            self.paire(bloc)
        elif bloc.place != "haut":
            self.y += self.pas
            self.place(len(bloc.lignes) * self.pas + 60)
            self.y = self.cadre(bloc, self.y) + 30

    def pied(self) -> None:
        """Page numbers, when there are several pages."""
        if len(self.pages) > 1 and self.alea.random() < 0.5:
            for rang, page in enumerate(self.pages, start=1):
                self.dessin = ImageDraw.Draw(page)
                texte = f"Page {rang}/{len(self.pages)}"
                self.ecrire((LARGEUR - self.petite.getlength(texte)) / 2, HAUTEUR - 170, texte, self.petite)


def dessiner(document: Document) -> Iterator[Gris]:
    """The clean pages."""
    presse = Presse(document)
    blocs: Sequence[Bloc] = document.blocs
    for bloc in blocs:
        presse.bloc(bloc)
    lignes = [b for b in blocs if isinstance(b, Courant)]
    if lignes:
        courants(presse, lignes)
    else:
        presse.pied()
    for page in presse.pages:
        yield np.asarray(page, np.uint8)
