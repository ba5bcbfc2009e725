"""What is said before the decision in the part "reserve": no field holds it."""

from outils.generateur.modele import Bloc, Fiche, Texte


def _rappels(f: Fiche) -> list[str]:
    c, a = f.monsieur_le, f.annee
    return [
        (f"{c} rappelle que ce dossier avait déjà été évoqué au cours de l'année {a - 1}, sans qu'une suite ait pu lui"
        " être donnée faute de crédits. Depuis lors, les services ont rencontré à deux reprises les personnes"
        " concernées et une solution acceptable par tous s'est dégagée."),
        (f"{c} donne lecture d'une lettre parvenue au secrétariat et indique que trois réunions de travail ont été"
        " nécessaires pour mettre au point le texte soumis ce jour à l'assemblée."),
        (f"Il est exposé que l'enveloppe prévue en {a - 1} s'est révélée insuffisante, l'écart provenant pour"
        " l'essentiel de la hausse des matériaux et, pour le reste, de prestations que le premier devis ne comptait"
        " pas."),
        (f"{c} indique que la commission, réunie la semaine précédente, s'est montrée partagée : trois de ses membres"
        " souhaitaient attendre, les autres estimaient que la décision ne pouvait plus être différée."),
    ]  # fmt: skip


def _debat(f: Fiche) -> list[str]:
    """Questions, with the names of those who ask them."""
    un, deux = f.alea.sample([m for m in f.presents if m is not f.president], 2)
    tours = [
        (f"{f.cite(un)} demande si les riverains ont été prévenus. Il lui est répondu qu'un courrier sera distribué"
        " dans chaque boîte aux lettres avant le début des opérations."),
        (f"{f.cite(deux)} s'interroge sur le coût réel pour le contribuable et souhaite qu'un bilan soit dressé au bout"
        " d'un an."),
        (f"À une question de {f.cite(un)} sur le calendrier, {f.monsieur_le} précise que rien ne pourra commencer avant"
        " le printemps."),
        (f"{f.cite(deux)} regrette la brièveté du délai laissé pour étudier les pièces ; {f.monsieur_le} en prend note"
        " et remercie les services de leur travail."),
    ]  # fmt: skip
    return f.alea.sample(tours, f.alea.randint(1, 2))


def exposer(f: Fiche) -> list[Bloc]:
    """Nothing, a reminder, or a reminder and a debate."""
    sort = f.alea.random()
    if sort < 0.2:
        return []
    textes = f.alea.sample(_rappels(f), 1 if sort < 0.7 else 2)
    if sort > 0.45:
        textes += _debat(f)
    titre: list[Bloc] = [Texte("Exposé des motifs", gras=True, saut=0.5)] if f.alea.random() < 0.2 else []
    return [*titre, *(Texte(t, saut=0.4) for t in textes)]
