"""Page furniture of the part "reserve": running lines and round stamps."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PIL import Image, ImageDraw

from outils.generateur.modele import Cadre, Texte

if TYPE_CHECKING:
    from outils.generateur.dessin import Presse


@dataclass(frozen=True)
class Courant(Texte):
    """A line on each page, out of the flow; {p} and {n} in it are the page and the number of pages."""

    bas: bool = False
    premiere: bool = True
    """On the first page too."""


@dataclass(frozen=True)
class Cachet(Cadre):
    """A round ink stamp, in the flow but without taking room."""

    def __post_init__(self) -> None:
        if self.place == "haut":
            raise ValueError("a round stamp goes to the left or to the right")


def courants(presse: Presse, lignes: list[Courant]) -> None:
    """Writes the running lines on the finished pages."""
    largeur, hauteur = presse.pages[0].size
    for rang, page in enumerate(presse.pages, start=1):
        presse.dessin = ImageDraw.Draw(page)
        for bas in (False, True):
            textes = [x for x in lignes if x.bas is bas and (x.premiere or rang > 1)]
            for i, bloc in enumerate(textes):
                texte = bloc.texte.format(p=rang, n=len(presse.pages))
                x = presse.bord
                if bloc.place == "centre":
                    x = round((largeur - presse.petite.getlength(texte)) / 2)
                elif bloc.place == "droite":
                    x = round(largeur - presse.bord - presse.petite.getlength(texte))
                y = hauteur - 120 - (len(textes) - 1 - i) * 46 if bas else 46 + i * 46
                presse.ecrire(x, y, texte, presse.petite)


def cachet(presse: Presse, bloc: Cachet) -> None:
    """A double ring with the lines inside, pale and a little turned."""
    cote = 400
    presse.place(cote)
    image = Image.new("L", (cote, cote), 255)
    dessin = ImageDraw.Draw(image)
    for bord, trait in ((4, 5), (42, 2)):
        dessin.ellipse((bord, bord, cote - bord, cote - bord), outline=120, width=trait)
    for i, ligne in enumerate(bloc.lignes):
        y = cote / 2 + (i - len(bloc.lignes) / 2) * 46
        dessin.text((cote / 2, y), ligne, font=presse.petite, fill=110, anchor="ma")
    tourne = image.rotate(math.copysign(7, presse.alea.random() - 0.5), fillcolor=255)
    x = presse.bord + 240 if bloc.place == "gauche" else presse.droite - cote - 60
    masque = tourne.point(lambda v: 255 if v < 245 else 0)
    presse.pages[-1].paste(tourne, (round(x), round(presse.y) - 40), masque)
