"""The one table of layouts: notion, name, part of the split, function, and where it makes sense.

``reglage`` was for tuning the reader, ``mesure`` for measuring it until its faults were repaired; ``epreuve`` and
``reserve`` were written later, the last by someone who had not seen the reader; ``deux`` is shared by all.
"""

from collections.abc import Iterator, Mapping
from functools import partial

from outils.generateur import (
    clotures,
    corps,
    effectifs,
    entetes,
    presences,
    presences_tables,
    procurations,
    votes,
    votes_rares,
)
from outils.generateur.aveugle_dispositions import AVEUGLE
from outils.generateur.disposition import Disposition
from outils.generateur.epreuve_dispositions import EPREUVE
from outils.generateur.modele import Style
from outils.generateur.reserve_dispositions import RESERVE

EPCI = ("cc", "ca", "metropole", "syndicat")
POLITIQUES = ("commune", "ca", "metropole", "departement", "departement_ancien", "region")


D = Disposition
PRENOM: tuple[Style, ...] = ("prenom NOM",)
_RANGS: Mapping[str, tuple[Disposition, ...]] = {
    "document": (
        D("acte_seul", "deux", lambda f: 1, poids=7),
        D("signe_a_chaque_acte", "reglage", lambda f: f.alea.randint(2, 3)),
        D("signe_a_la_fin", "mesure", lambda f: f.alea.randint(2, 4)),
    ),
    "presences": (
        D("virgules_fonctions", "reglage", presences.virgules_fonctions),
        D("virgules", "reglage", presences.virgules),
        D("mmes_et_mm", "reglage", presences.mmes_et_mm, styles=("NOM",)),
        D("un_par_ligne", "reglage", presences.un_par_ligne),
        D("deux_colonnes", "reglage", presences.deux_colonnes),
        D("tirets", "reglage", presences.tirets),
        D("nom_prenom", "reglage", presences.sans_civilite, styles=("NOM prenom",)),
        D("par_commune", "reglage", presences.par_commune, EPCI),
        D("grille_x", "reglage", presences_tables.grille_x),
        D("tableau_signatures", "reglage", presences_tables.tableau_signatures),
        D("numerotee", "reglage", presences.numerotee),
        D("suppleants_entre_parentheses", "reglage", presences.suppleants_entre_parentheses, EPCI),
        D("lignes_fonctions", "mesure", presences.lignes_fonctions),
        D("initiales", "mesure", presences.initiales, styles=("P. NOM",)),
        D("points_virgules", "mesure", presences.points_virgules),
        D("par_groupe", "mesure", presences.par_groupe, POLITIQUES),
        D("par_fonction", "mesure", presences.par_fonction, ("commune", "cc", "ca")),
        D("phrase_messieurs", "mesure", presences.phrase_messieurs, styles=("NOM", "prenom NOM", "Prenom Nom")),
        D("trois_colonnes", "mesure", presences.trois_colonnes),
        D("marge", "mesure", presences.marge),
        D("pointilles", "mesure", presences.pointilles),
        D("ordres_meles", "mesure", presences.majuscules_prenoms_meles, styles=PRENOM),
        D("remarque_arrivee", "mesure", presences.arrives),
        D("titulaires_suppleants", "mesure", presences_tables.titulaires_suppleants, EPCI),
        D("tableau_etats", "mesure", presences_tables.tableau_etats),
        D("tableau_trois_listes", "mesure", presences_tables.tableau_trois_listes),
        D("tableau_deux_listes", "mesure", presences_tables.tableau_deux_listes),
    ),
    "procurations": (
        D("entre_parentheses", "reglage", procurations.entre_parentheses),
        D("donne_pouvoir", "reglage", procurations.donne_pouvoir),
        D("a_donne_procuration", "reglage", procurations.a_donne_procuration),
        D("mandant_a_mandataire", "reglage", procurations.mandant_a_mandataire),
        D("tableau_mandants", "reglage", procurations.tableau_mandants),
        D("representes_par", "reglage", procurations.representes_par),
        D("pouvoirs_de", "reglage", procurations.pouvoirs_de),
        D("aucune", "reglage", procurations.aucune),
        D("fleches", "mesure", procurations.fleches, moderne=True),
        D("ayant_donne", "mesure", procurations.ayant_donne),
        D("tableau_absents", "mesure", procurations.tableau_absents),
        D("points", "mesure", procurations.points),
        D("sans_mandataire", "mesure", procurations.sans_mandataire),
        D("recu_de", "mesure", procurations.recu_de),
        D("virgule_a", "mesure", procurations.virgule_a),
        D("colonnes_sans_filets", "mesure", procurations.colonnes_sans_filets),
        D("absent_represente", "mesure", procurations.absent_represente),
    ),
    "votes": (
        D("unanimite_incise", "reglage", votes.unanimite_incise),
        D("unanimite_ligne", "reglage", votes.unanimite_ligne),
        D("chiffres_ligne", "reglage", votes.chiffres_ligne),
        D("chiffres_lignes", "reglage", votes.chiffres_lignes),
        D("chiffres_phrase", "reglage", votes.chiffres_phrase),
        D("noms_sous_le_vote", "reglage", votes.noms_sous_le_vote),
        D("cadres", "reglage", votes.cadres),
        D("prend_acte", "reglage", votes.prend_acte),
        D("avis_favorable", "reglage", votes.avis_favorable),
        D("deport", "reglage", votes.deport),
        D("sans_vote", "reglage", votes.sans_vote),
        D("majorite", "reglage", votes.majorite),
        D("unanimite_mise_aux_voix", "mesure", votes_rares.unanimite_mise_aux_voix),
        D("lettres", "mesure", votes_rares.lettres),
        D("tableau", "mesure", votes_rares.tableau),
        D("tableau_vertical", "mesure", votes_rares.tableau_vertical),
        D("cases_cochees", "mesure", votes_rares.cases_cochees),
        D("groupes", "mesure", votes_rares.groupes, POLITIQUES),
        D("scrutin_secret", "mesure", votes_rares.scrutin_secret),
        D("rejet", "mesure", votes_rares.rejet),
        D("ajournement", "mesure", votes_rares.ajournement),
        D("avis_defavorable", "mesure", votes_rares.avis_defavorable),
        D("prend_acte_unanimite", "mesure", votes_rares.prend_acte_unanimite),
        D("ont_vote_contre", "mesure", votes_rares.ont_vote_contre),
        D("deport_longue", "mesure", votes_rares.deport_longue),
        D("abstention_seule", "mesure", votes_rares.abstention_seule),
        D("voix_en_tete", "mesure", votes_rares.en_tete),
    ),
    "effectifs": (
        D("absents", "deux", effectifs.absents),
        D("bloc_chiffres", "reglage", effectifs.bloc_chiffres),
        D("ligne", "reglage", effectifs.ligne),
        D("marge", "reglage", effectifs.marge),
        D("en_lettres", "mesure", effectifs.en_lettres),
        D("tableau", "mesure", effectifs.tableau),
        D("phrase_quorum", "mesure", effectifs.phrase_quorum),
    ),
    "seance": (
        D("phrase_chiffres", "reglage", entetes.phrase_chiffres),
        D("titre_seance", "reglage", entetes.titre_seance),
        D("marge_seance", "reglage", entetes.marge_seance),
        D("phrase_lettres", "mesure", entetes.phrase_lettres),
        D("titre_capitales", "mesure", entetes.titre_capitales),
        D("lignes_etiquetees", "mesure", entetes.lignes_etiquetees),
        D("tableau_seance", "mesure", entetes.tableau_seance),
    ),
    "secretaire": (
        D("aucun", "deux", effectifs.absents),
        D("etiquete", "reglage", effectifs.secretaire_etiquete),
        D("phrase", "mesure", effectifs.secretaire_phrase),
    ),
    "rapporteur": (
        D("aucun", "deux", effectifs.absents, poids=2),
        D("etiquete", "deux", effectifs.rapporteur),
    ),
    "assistance": (
        D("aucune", "deux", effectifs.absents, poids=4),
        D("agent", "reglage", effectifs.agent_present),
        D("invites", "mesure", effectifs.invites),
    ),
    "tete": (
        D("centree", "deux", entetes.tete_centree),
        D("gauche", "deux", entetes.tete_gauche),
        D("double", "mesure", entetes.tete_double),
        D("sobre", "reglage", entetes.tete_sobre),
    ),
    "objet": (
        D("etiquete", "deux", entetes.objet_etiquete, poids=2),
        D("centre", "reglage", entetes.objet_centre),
        D("en_ligne", "mesure", entetes.objet_en_ligne),
        D("cartouche", "mesure", entetes.objet_cartouche),
    ),
    "numerotation": (
        D("aucune", "deux", partial(entetes.numero, modele="")),
        D("annee_tiret", "reglage", partial(entetes.numero, modele="{a}-{rrr}")),
        D("annee_barre", "reglage", partial(entetes.numero, modele="{a}/{rr}")),
        D("jour_complet", "reglage", partial(entetes.numero, modele="{a}-{m}-{j}-{rr}")),
        D("rang_annee", "reglage", partial(entetes.numero, modele="{r}/{a}")),
        D("prefixe_dcm", "reglage", partial(entetes.numero, modele="DCM{a}-{rrr}")),
        D("court_mois", "mesure", partial(entetes.numero, modele="{aa}-{m}/{rrr}")),
        D("points", "mesure", partial(entetes.numero, modele="{aa}.{m}.{j}.{rr}")),
        D("date_collee", "mesure", partial(entetes.numero, modele="{a}{m}{j}-{n}")),
        D("prefixe_d", "mesure", partial(entetes.numero, modele="D{a}_{rr}")),
        D("rang_seul", "mesure", partial(entetes.numero, modele="{rrr}")),
        D("prefixe_del", "mesure", partial(entetes.numero, modele="DEL-{a}-{m}-{rrr}")),
    ),
    "visas": (
        D("points_virgules", "deux", corps.visas),
        D("aucun", "deux", corps.rien),
        D("virgules_capitales", "reglage", partial(corps.visas, tete="VU ", fin=",")),
        D("tirets", "reglage", partial(corps.visas, puce="- ")),
        D("paragraphe", "mesure", corps.visas_paragraphe),
        D("sous_titre", "mesure", corps.visas_sous_titre),
        D("puces", "mesure", partial(corps.visas, puce="• ", fin=","), moderne=True),
        D("numerotes", "mesure", corps.visas_numerotes),
        D("sans_fin", "mesure", partial(corps.visas, tete="VU ", fin="")),
    ),
    "considerants": (
        D("points_virgules", "deux", corps.considerants),
        D("aucun", "deux", corps.rien),
        D("capitales", "reglage", partial(corps.considerants, tete="CONSIDÉRANT", fin=",")),
        D("sous_titre", "mesure", corps.considerants_sous_titre),
    ),
    "dispositif": (
        D("tirets_infinitifs", "deux", corps.tirets_infinitifs),
        D("tirets_verbes", "reglage", corps.tirets_verbes),
        D("articles", "reglage", corps.articles),
        D("numeros", "reglage", corps.numeros),
        D("phrase", "reglage", corps.phrase),
        D("verbes_capitales", "mesure", corps.verbes_capitales),
        D("puces_infinitifs", "mesure", corps.puces_infinitifs),
        D("articles_verbes", "mesure", corps.articles_verbes),
        D("articles_lettres", "mesure", corps.articles_lettres),
        D("degres", "mesure", corps.degres),
        D("romains", "mesure", corps.romains),
    ),
    "signatures": (
        D("seul", "deux", clotures.seul),
        D("certifie", "reglage", clotures.certifie),
        D("sans_nom", "reglage", clotures.sans_nom),
        D("deux", "mesure", clotures.deux),
        D("signe", "mesure", clotures.signe),
    ),
    "recours": (
        D("aucun", "deux", clotures.aucun, poids=3),
        D("tribunal", "deux", clotures.recours, annees=(1984, 2025)),
    ),
    "tampons": (
        D("aucun", "deux", clotures.aucun),
        D("recu_cadre", "deux", clotures.recu_cadre, annees=(1982, 2014)),
        D("envoye_recu", "reglage", clotures.envoye_recu, annees=(2009, 2025)),
        D("executoire", "reglage", clotures.executoire, annees=(1984, 2025)),
        D("accuse", "mesure", clotures.accuse, annees=(2006, 2025)),
        D("affiche", "mesure", clotures.affiche, annees=(1983, 2025)),
    ),
}
DISPOSITIONS: Mapping[str, tuple[Disposition, ...]] = {
    notion: (*rangs, *EPREUVE.get(notion, ()), *RESERVE.get(notion, ()), *AVEUGLE.get(notion, ()))
    for notion, rangs in _RANGS.items()
}
PARTS: Mapping[str, tuple[str, ...]] = {
    "tout": ("reglage", "mesure", "deux"),
    "reglage": ("reglage", "deux"),
    "mesure": ("mesure", "deux"),
    "epreuve": ("epreuve", "deux"),
    "reserve": ("reserve", "deux"),
    "aveugle": ("aveugle", "deux"),
    "prives": ("reglage", "mesure", "deux"),
    "prives_reserve": ("reserve", "deux"),
    "prives_aveugle": ("reserve", "deux"),
}
"""What may be asked for -> the parts of the layouts it draws from."""


def lister(part: str = "tout") -> Iterator[tuple[str, str, str]]:
    """(notion, layout, part) of each layout that a part may use."""
    for notion, rangs in DISPOSITIONS.items():
        for rang in rangs:
            if rang.part in PARTS[part]:
                yield notion, rang.nom, rang.part
