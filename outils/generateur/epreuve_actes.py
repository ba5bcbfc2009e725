"""Part ``epreuve``: headers, titles, visas, decisions, votes and signatures in other habits; written in one go, before
any was read."""

from collections.abc import Sequence

from outils.generateur import ecriture as ec
from outils.generateur.clotures import signer, signer_chef
from outils.generateur.corps import Item, infinitif, noter_articles, ouvrir, present
from outils.generateur.entetes import (
    dater,
    dire_chef,
    dire_convocation,
    dire_departement,
    dire_lieu,
    dire_numero,
    dire_organe,
    heures,
    porte_departement,
    registre,
)
from outils.generateur.modele import Bloc, Fiche, Texte
from outils.generateur.votes import Vote, dire, noter_partage, partager, pluriel, votants

# --- Letterhead, session ----------------------------------------------------------------------------------------------


def tete_adresse(f: Fiche) -> list[Bloc]:
    """Address and telephone under the body's name."""
    lignes = [f.collectivite.upper(), f"{f.alea.randint(1, 80)}, rue de la République",
              f"Tél. 0{f.alea.randint(1, 5)} {f.alea.randint(10, 99)} {f.alea.randint(10, 99)} 14 07"]  # fmt: skip
    if porte_departement(f):
        lignes.append(f"Département {dire_departement(f)}")
    return [*(Texte(x, saut=0.05) for x in lignes), Texte(registre(f), "centre", gras=True, saut=1)]


def tete_liberte(f: Fiche) -> list[Bloc]:
    lignes = ["RÉPUBLIQUE FRANÇAISE", "Liberté - Égalité - Fraternité"]
    if porte_departement(f):
        lignes.append(f"DÉPARTEMENT {dire_departement(f).upper()}")
    return [*(Texte(x, "centre", saut=0.05) for x in [*lignes, f.collectivite.upper()]),
            Texte("DÉLIBÉRATIONS", "centre", gras=True, saut=0.6)]  # fmt: skip


def membres_reunis(f: Fiche) -> list[Bloc]:
    h, m = dater(f)
    f.or_["seance"]["date_convocation"] = f.convocation.isoformat()
    return [Texte(f"Le {ec.longue(f.jour)} à {heures(h, m)}, les membres du {dire_organe(f)}, légalement convoqués "
                  f"(convocation du {ec.longue(f.convocation)}), se sont réunis {dire_lieu(f)}, sous la présidence de "
                  f"{dire_chef(f)}.", saut=0.6)]  # fmt: skip


def titre_barre(f: Fiche) -> list[Bloc]:
    """Day, hour and place in one title, the chair below."""
    h, m = dater(f)
    dire_organe(f)
    titre = f"Séance du {ec.courte(f.jour)} - {h}h{m:02d}"
    return [Texte(titre, "centre", gras=True, saut=0.5),
            Texte(f"Président de séance : {dire_chef(f)}", saut=0.1), dire_convocation(f, "longue")]  # fmt: skip


def sur_convocation(f: Fiche) -> list[Bloc]:
    h, m = dater(f)
    f.or_["seance"]["date_convocation"] = f.convocation.isoformat()
    return [
        Texte(
            f"Sur convocation en date du {ec.courte(f.convocation)}, le {dire_organe(f)} s'est réuni le "
            f"{ec.jour_longue(f.jour)} à {h} h {m:02d} {dire_lieu(f)}. La séance est présidée par {dire_chef(f)}.",
            saut=0.6,
        )
    ]


def lignes_empilees(f: Fiche) -> list[Bloc]:
    """Labels in capitals, the value on the next line."""
    dater(f, heure=False)
    f.or_["seance"]["date_convocation"] = f.convocation.isoformat()
    couples = (("DATE DE CONVOCATION", ec.longue(f.convocation)), ("DATE DE LA SÉANCE", ec.longue(f.jour)),
               ("PRÉSIDENCE", dire_chef(f)))  # fmt: skip
    return [Texte(x, saut=0.3 if i % 2 == 0 else 0.05) for i, x in enumerate(x for c in couples for x in c)]


# --- Title, visas, grounds --------------------------------------------------------------------------------------------


def objet_ligne_suivante(f: Fiche, objet: str) -> list[Bloc]:
    f.or_["objet"] = objet
    blocs: list[Bloc] = [Texte(f"Délibération {f.numero}", gras=True, saut=0.6)] if dire_numero(f) else []
    return [*blocs, Texte("Objet de la délibération :", saut=0.3), Texte(objet, gras=True, saut=0.1)]


def objet_barre(f: Fiche, objet: str) -> list[Bloc]:
    f.or_["objet"] = objet
    tete = f"Acte n° {f.numero}" if dire_numero(f) else ""
    return [*([Texte(tete, "droite", saut=0.3)] if tete else []), Texte(f"OBJET / {objet}", gras=True, saut=0.4)]


def objet_tiret(f: Fiche, objet: str) -> list[Bloc]:
    """Number and title parted by a dash, centred."""
    f.or_["objet"] = objet
    if not dire_numero(f):
        return [Texte(f"Objet - {objet}", "centre", gras=True, saut=0.6)]
    return [Texte(f"Délibération n° {f.numero} - {objet}", "centre", gras=True, saut=0.6)]


def visas_minuscules(f: Fiche, textes: Sequence[str]) -> list[Bloc]:
    f.or_["visas"] = list(textes)
    return [Texte(f"{'Vu' if i == 0 else 'vu'} {t},", saut=0.1) for i, t in enumerate(textes)]


def visas_et(f: Fiche, textes: Sequence[str]) -> list[Bloc]:
    f.or_["visas"] = list(textes)
    derniere = len(textes) - 1
    return [
        Texte(f"{'Et vu' if i == derniere and i else 'Vu'} {t}{'.' if i == derniere else ' ;'}", saut=0.15)
        for i, t in enumerate(textes)
    ]


def considerants_que_haut(f: Fiche, textes: Sequence[str]) -> list[Bloc]:
    coupes = [t.split("|") for t in textes]
    f.or_["considerants"] = [t for _, t in coupes]
    return [Texte(f"CONSIDÉRANT {lien.upper()}{t} ;", saut=0.15) for lien, t in coupes]


def considerants_tirets(f: Fiche, textes: Sequence[str]) -> list[Bloc]:
    coupes = [t.split("|") for t in textes]
    f.or_["considerants"] = [t for _, t in coupes]
    return [Texte(f"- Considérant {lien}{t},", saut=0.15) for lien, t in coupes]


# --- Operative part ---------------------------------------------------------------------------------------------------


def premier_dans_la_phrase(f: Fiche, vote: Vote, its: Sequence[Item]) -> list[Bloc]:
    """The first verb in the deciding sentence, the others each on its line."""
    textes = [present(x, haut=False) for x in its]
    noter_articles(f, textes, numeros=False)
    return [ouvrir(f, vote, f" {textes[0]} ;"), *(Texte(f"{t} ;", saut=0.15) for t in textes[1:])]


def decide_de_ligne(f: Fiche, vote: Vote, its: Sequence[Item]) -> list[Bloc]:
    """ "DÉCIDE" alone and centred, then infinitives without a mark."""
    textes = [ec.majuscule(infinitif(x)) for x in its]
    noter_articles(f, textes, numeros=False)
    return [ouvrir(f, vote, ""), Texte("DÉCIDE", "centre", gras=True, saut=0.4),
            *(Texte(f"{t}.", saut=0.2) for t in textes)]  # fmt: skip


def barres_numeros(f: Fiche, vote: Vote, its: Sequence[Item]) -> list[Bloc]:
    textes = [infinitif(x) for x in its]
    noter_articles(f, textes, numeros=True)
    return [
        ouvrir(f, vote, " décide :"),
        *(Texte(f"{i}/ {t} ;", "retrait", saut=0.15) for i, t in enumerate(textes, start=1)),
    ]


def article_tiret_ligne(f: Fiche, vote: Vote, its: Sequence[Item]) -> list[Bloc]:
    """ "Article 1" alone on its line, the text below."""
    textes = [present(x, haut=False) for x in its]
    textes = [ec.majuscule(t) for t in textes]
    noter_articles(f, textes, numeros=True)
    lignes: list[Bloc] = [ouvrir(f, vote, " décide :")]
    for i, t in enumerate(textes, start=1):
        lignes += [Texte(f"Article {i}", gras=True, saut=0.4), Texte(f"{t}.", saut=0.1)]
    return lignes


def fleche(f: Fiche, vote: Vote, its: Sequence[Item]) -> list[Bloc]:
    textes = [present(x) for x in its]
    noter_articles(f, textes, numeros=False)
    signe = "* " if f.machine else "> "
    return [ouvrir(f, vote, " :"), *(Texte(f"{signe}{t}.", "retrait", saut=0.15) for t in textes)]


# --- Votes ------------------------------------------------------------------------------------------------------------


def resultats_suivants(f: Fiche) -> Vote:
    p = partager(f)
    noter_partage(f, p)
    abstentions = pluriel(len(p.abstenus), "abstention")
    return Vote(suites=(Texte("Le vote a donné les résultats suivants :"),
                        Texte(f"{p.pour} voix pour, {len(p.contre)} voix contre, {abstentions}. "
                              "La délibération est adoptée.", saut=0.1)))  # fmt: skip


def adopte_compte(f: Fiche) -> Vote:
    p = partager(f)
    noter_partage(f, p)
    return Vote(
        suites=(Texte(f"Adopté par {p.pour} pour, {len(p.contre)} contre, {pluriel(len(p.abstenus), 'abstention')}."),)
    )


def main_levee(f: Fiche) -> Vote:
    dire(f, resultat="adopte", unanimite=True)
    return Vote(suites=(Texte("Vote à main levée : adopté à l'unanimité des membres présents et représentés."),))


def barres(f: Fiche) -> Vote:
    p = partager(f)
    noter_partage(f, p)
    return Vote(incise="à la majorité",
                suites=(Texte(f"POUR {p.pour} / CONTRE {len(p.contre)} / ABSTENTION {len(p.abstenus)}"),))  # fmt: skip


def votent_contre(f: Fiche) -> Vote:
    p = partager(f)
    dire(f, resultat="adopte", unanimite=False, noms_contre=f.noms(p.contre), noms_abstention=f.noms(p.abstenus))
    contre = f"{f.liste(p.contre)} {'votent' if len(p.contre) > 1 else 'vote'} contre."
    return Vote(
        incise="à la majorité",
        suites=(
            Texte(contre),
            Texte(
                f"{f.liste(p.abstenus)} {'s’abstiennent' if len(p.abstenus) > 1 else 's’abstient'}.".replace("’", "'"),
                saut=0.1,
            ),
        ),
    )


def pour_et_abstentions(f: Fiche) -> Vote:
    p = partager(f)
    abstenus = p.abstenus
    pour = len(votants(f)) - len(abstenus)
    dire(f, resultat="adopte", pour=pour, abstentions=len(abstenus), noms_abstention=f.noms(abstenus))
    f.non_notes.append("decision.vote.unanimite")
    return Vote(incise=f"par {pour} voix pour et {pluriel(len(abstenus), 'abstention')} ({f.liste(abstenus)})")


def vote_unanime_nombre(f: Fiche) -> Vote:
    total = len(votants(f))
    dire(f, resultat="adopte", unanimite=True, pour=total)
    return Vote(incise=f"à l'unanimité ({total} voix pour)")


def rejete(f: Fiche) -> Vote:
    p = partager(f)
    dire(f, resultat="rejete", unanimite=False, pour=len(p.contre), contre=p.pour, abstentions=len(p.abstenus))
    return Vote(
        incise=f"par {p.pour} voix contre, {len(p.contre)} voix pour et {pluriel(len(p.abstenus), 'abstention')}",
        verbe="rejeter",
    )


def interesse(f: Fiche) -> Vote:
    sort = f.alea.choice([m for m in f.presents if m is not f.president and m is not f.secretaire])
    dire(f, resultat="adopte", unanimite=True, noms_ne_prend_pas_part=[f.nom(sort)])
    return Vote(
        incise="à l'unanimité",
        suites=(Texte(f"{f.cite(sort)}, intéressé{f.e(sort)} à l'affaire, n'a pris part ni au débat ni au vote."),),
    )


def acte_donne(f: Fiche) -> Vote:
    dire(f, resultat="prend_acte")
    return Vote(verbe="prendre acte", suites=(Texte("Cette délibération ne donne pas lieu à un vote."),))


# --- Signatures -------------------------------------------------------------------------------------------------------


def copie(f: Fiche) -> list[Bloc]:
    return [Texte("Suivent les signatures au registre. Pour copie conforme :", saut=0.8),
            Texte(f"{f.le_chef} : {signer_chef(f)}", "gauche", saut=0.4)]  # fmt: skip


def secretaire_dessous(f: Fiche) -> list[Bloc]:
    """One above the other, on the left."""
    blocs = [Texte(f"{f.le_chef},", saut=0.8), Texte(signer_chef(f), saut=0.2)]
    article = "La" if f.secretaire.femme else "Le"
    return [*blocs, Texte(f"{article} secrétaire de séance,", saut=0.8),
            Texte(signer(f, f.secretaire, "secrétaire de séance"), saut=0.2)]  # fmt: skip
