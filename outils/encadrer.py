"""Draw what was found on a page of a scan.

``python -m outils.encadrer SCAN.pdf PAGE.png [--page N] [--largeur PIXELS]``: each source is a box, coloured by the
part of the record it belongs to; the first box of a field is tied to its name, in the margin.
"""

import argparse
import re
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from modeles.lecture import Lecture
from modeles.texte import Boite
from pipeline.chaine import lire
from pipeline.reglages import charger

if TYPE_CHECKING:
    from PIL.Image import Image
    from PIL.ImageDraw import ImageDraw

COULEURS = {
    "collectivite": (122, 73, 165),
    "numero": (200, 30, 90),
    "objet": (200, 30, 90),
    "rapporteur": (200, 30, 90),
    "seance": (20, 110, 180),
    "effectifs": (0, 140, 140),
    "presences": (40, 140, 60),
    "procurations": (150, 130, 0),
    "visas": (120, 120, 120),
    "considerants": (150, 100, 60),
    "decision": (220, 100, 20),
    "signataires": (90, 60, 160),
    "teletransmission": (180, 60, 60),
}


MARGE = 235
"""Pixels added on each side of the page, for the names of the fields."""
PAS = 17


def places(lecture: Lecture, page: int) -> Iterator[tuple[str, str, Boite]]:
    """(part of the record, name of the field, box in points) of what stands on the page."""
    vues: set[tuple[str, Boite]] = set()
    for pointeur, source in lecture.sources.items():
        champ = re.sub(r"^/deliberations/\d+/", "", pointeur)
        partie = champ.split("/")[0]
        nom = re.sub(r"/(\d+|nom_complet|nom|prenom|civilite|texte)(?=/|$)", "", champ).replace("/", ".")
        for endroit in source.endroits:
            if endroit.page == page and (partie, endroit.boite) not in vues:
                vues.add((partie, endroit.boite))
                yield partie, nom, endroit.boite


def dessiner(scan: Path, page: int, largeur: int) -> "Image":
    """The page, ``largeur`` pixels wide without its margins, with its boxes and the name of each field beside them."""
    import pypdfium2
    from PIL import Image, ImageDraw

    feuille = pypdfium2.PdfDocument(scan)[page - 1]
    echelle = largeur / feuille.get_width()
    rendu = feuille.render(scale=echelle).to_pil()
    image = Image.new("RGBA", (rendu.width + 2 * MARGE, rendu.height), "white")
    image.paste(rendu, (MARGE, 0))
    voile = Image.new("RGBA", image.size)
    trait = ImageDraw.Draw(voile)
    premieres: dict[str, tuple[str, Boite]] = {}
    for partie, nom, (x0, y0, x1, y1) in places(lire(scan, charger()), page):
        cadre = (x0 * echelle + MARGE - 2, y0 * echelle - 2, x1 * echelle + MARGE + 2, y1 * echelle + 2)
        trait.rectangle(cadre, fill=(*COULEURS[partie], 40), outline=(*COULEURS[partie], 230), width=2)
        premieres.setdefault(nom, (partie, cadre))
    _nommer(trait, premieres, image.width)
    return Image.alpha_composite(image, voile).convert("RGB")


def _nommer(trait: "ImageDraw", premieres: dict[str, tuple[str, Boite]], largeur: int) -> None:
    """Write each name in the nearer margin, at the height of its first box, with a line between them."""
    from PIL import ImageFont

    police = ImageFont.load_default(size=13)
    libre = {False: 0.0, True: 0.0}
    for nom, (partie, (x0, y0, x1, y1)) in sorted(premieres.items(), key=lambda n: n[1][1][1]):
        droite = x0 + x1 > largeur
        y = libre[droite] = max((y0 + y1) / 2, libre[droite] + PAS)
        x, bord = (largeur - MARGE + 12, x1) if droite else (MARGE - 12, x0)
        trait.line((bord, (y0 + y1) / 2, x, y), fill=(*COULEURS[partie], 90), width=1)
        ancre = "lm" if droite else "rm"
        trait.rectangle(trait.textbbox((x, y), nom, font=police, anchor=ancre), fill="white")
        trait.text((x, y), nom, font=police, fill=COULEURS[partie], anchor=ancre)


def main() -> None:
    """Write the picture."""
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("scan", type=Path)
    arguments.add_argument("sortie", type=Path)
    arguments.add_argument("--page", type=int, default=1)
    arguments.add_argument("--largeur", type=int, default=800)
    options = arguments.parse_args()
    options.sortie.parent.mkdir(parents=True, exist_ok=True)
    image = dessiner(options.scan, options.page, options.largeur)
    image.quantize(128).save(options.sortie, optimize=True)
    print(options.sortie)


if __name__ == "__main__":
    main()
