"""Who gave a proxy to whom, third part of the split. Each function prints a layout and notes what it printed."""

from datetime import timedelta

from outils.generateur.ecriture import courte
from outils.generateur.modele import Bloc, Fiche, Membre, Tableau, Texte
from outils.generateur.procurations import absences, noter


def neant(f: Fiche) -> list[Bloc]:
    """No proxy, and the document says so."""
    return [*absences(f), Texte(f.alea.choice(("Pouvoirs : néant.", "Procuration : néant", "Pouvoir donné : aucun.")))]


def phrase_de_loi(f: Fiche) -> list[Bloc]:
    """The article of law in the sentence, before the pairs."""
    noter(f)
    code = "L. 121-12 du Code des communes" if f.annee < 1996 else "L. 2121-20 du CGCT"
    liste = ", ".join(f"{f.cite(m)} à {f.court(h)}" for m, h in f.mandats)
    debut = "Ont donné pouvoir écrit de voter en leur nom" if len(f.mandats) > 1 else "A donné pouvoir écrit"
    return [*absences(f, "Excusés :", "Absents non excusés :"), Texte(f"{debut} (article {code}) : {liste}.")]


def pour(f: Fiche) -> list[Bloc]:
    """The holder, "pour", the giver."""
    noter(f)
    liste = " ; ".join(f"{f.cite(h)} pour {f.cite(m)}" for m, h in f.mandats)
    debut = f.alea.choice(("Votes au nom d'un collègue empêché :", "Mandataires de collègues absents :"))
    return [Texte(f"{debut} {liste}."), *absences(f, "Excusés :", "Absents sans motif connu :")]


def registre_date(f: Fiche) -> list[Bloc]:
    """A table of proxies with the day each was written."""
    noter(f)
    rangs = [("Pouvoir donné par", "En date du", "Pouvoir donné à")]
    for m, h in f.mandats:
        jour = f.jour - timedelta(days=f.alea.randint(0, 3))
        rangs.append((f.cite(m), courte(jour), f.cite(h)))
    return [Tableau(tuple(rangs), (0.37, 0.2, 0.37)), *absences(f)]


def deux_lignes(f: Fiche) -> list[Bloc]:
    """The giver on a line, the holder on the next one, set in."""
    noter(f)
    mot = f.alea.choice(("pouvoir à", "donne procuration à", "mandat donné à"))
    pluriel = "s" if len(f.mandats) > 1 else ""
    blocs: list[Bloc] = [Texte(f"Membre{pluriel} représenté{pluriel} :")]
    for m, h in f.mandats:
        blocs += [Texte(f.cite(m), saut=0.1), Texte(f"{mot} {f.court(h)}", "retrait", saut=0)]
    return [*blocs, *absences(f, "Excusés sans pouvoir :", "Absents sans excuse :")]


def etats_entre_parentheses(f: Fiche) -> list[Bloc]:
    """One list of all who are missing, each with the reason in brackets."""
    noter(f)
    etats: dict[int, str] = {id(m): f"(procuration à {f.court(h)})" for m, h in f.mandats}
    if not f.etats_dits:
        etats |= {id(m): f"(excusé{f.e(m)})" for m in f.excuses} | {id(m): f"(non excusé{f.e(m)})" for m in f.absents}
        for cle, membres in (("excuses", f.excuses), ("absents", f.absents)):
            f.or_["presences"][cle] = f.noms([m for m in f.membres if any(m is x for x in membres)])
    rangs: list[Membre] = [m for m in f.membres if id(m) in etats]
    ordre = {f.nom(m): i for i, m in enumerate(rangs)}
    f.or_["procurations"].sort(key=lambda p: ordre[p["mandant"]])
    mot = "Étaient absents :" if len(rangs) > 1 else f"Était absent{f.e(rangs[0])} :"
    return [Texte(f"{mot} {', '.join(f'{f.cite(m)} {etats[id(m)]}' for m in rangs)}.")]


def en_marge(f: Fiche) -> list[Bloc]:
    """The pairs in the margin of the first page."""
    noter(f)
    titre = f.alea.choice(("POUVOIRS", "PROCURATIONS"))
    f.marge += [f"{titre} :", *(f"{f.cite(m)} à {f.cite(h)}" for m, h in f.mandats), ""]
    return absences(f)


def _enumerer(f: Fiche, membres: list[Membre]) -> str:
    cites = [f.cite(m) for m in membres]
    return " et ".join([", ".join(cites[:-1]), cites[-1]]) if len(cites) > 1 else cites[0]


def respectivement(f: Fiche) -> list[Bloc]:
    """Givers, then holders in the same order."""
    noter(f)
    donneurs, tenants = [m for m, _ in f.mandats], [h for _, h in f.mandats]
    plusieurs = len(donneurs) > 1
    femmes = all(m.femme for m in donneurs)
    accord = ("e" if femmes else "") + ("s" if plusieurs else "")
    verbe, lien = ("ont", " respectivement à") if plusieurs else ("a", " à")
    phrase = f"{_enumerer(f, donneurs)}, empêché{accord}, {verbe} donné pouvoir{lien} {_enumerer(f, tenants)}."
    return [*absences(f, "Excusés sans pouvoir :", "Absents non excusés :"), Texte(phrase)]
