"""The layouts of the part "epreuve", by notion."""

from collections.abc import Mapping
from functools import partial

from outils.generateur import entetes
from outils.generateur import epreuve_actes as _a
from outils.generateur import epreuve_roles as _r
from outils.generateur.disposition import Disposition

EPCI = ("cc", "ca", "metropole", "syndicat")


def _d(nom: str, *reste: object) -> Disposition:
    return Disposition(nom, "epreuve", *reste)  # type: ignore[arg-type]


EPREUVE: Mapping[str, tuple[Disposition, ...]] = {
    "presences": (
        _d("barres", _r.barres),
        _d("titre_compte", _r.titre_compte),
        _d("qualite_parentheses", _r.qualite_parentheses),
        _d("reponse_a_l_appel", _r.reponse_a_l_appel),
        _d("civilites_titres", _r.civilites_titres),
        _d("lignes_virgules", _r.lignes_virgules),
        _d("commune_parentheses", _r.commune_parentheses, EPCI),
        _d("tableau_commune_nom", _r.tableau_commune_nom, EPCI),
        _d("colonnes_civilites", _r.colonnes_civilites),
        _d("president_puis_liste", _r.president_puis_liste),
        _d("presents_absents_lignes", _r.presents_absents_lignes),
    ),
    "procurations": (
        _d("procuration_de", _r.procuration_de),
        _d("voter_en_son_nom", _r.voter_en_son_nom),
        _d("mandataire_parentheses", _r.mandataire_parentheses),
        _d("avec_et_sans", _r.avec_et_sans),
        _d("delegue_droit_de_vote", _r.delegue_droit_de_vote),
        _d("qui_donne", _r.qui_donne),
        _d("titre_puis_lignes", _r.titre_puis_lignes),
        _d("tableau_pouvoir", _r.tableau_pouvoir),
    ),
    "votes": (
        _d("resultats_suivants", _a.resultats_suivants),
        _d("adopte_compte", _a.adopte_compte),
        _d("main_levee", _a.main_levee),
        _d("barres", _a.barres),
        _d("votent_contre", _a.votent_contre),
        _d("pour_et_abstentions", _a.pour_et_abstentions),
        _d("vote_unanime_nombre", _a.vote_unanime_nombre),
        _d("rejete", _a.rejete),
        _d("interesse", _a.interesse),
        _d("acte_donne", _a.acte_donne),
    ),
    "effectifs": (
        _d("sans_deux_points", _r.sans_deux_points),
        _d("alsace", _r.alsace),
        _d("quorum_ligne", _r.quorum_ligne),
    ),
    "seance": (
        _d("membres_reunis", _a.membres_reunis),
        _d("titre_barre", _a.titre_barre),
        _d("sur_convocation", _a.sur_convocation),
        _d("lignes_empilees", _a.lignes_empilees),
    ),
    "secretaire": (
        _d("nomme_article", _r.nomme_article),
        _d("secretariat", _r.secretariat),
    ),
    "assistance": (_d("public", _r.public),),
    "tete": (
        _d("tete_adresse", _a.tete_adresse),
        _d("tete_liberte", _a.tete_liberte),
    ),
    "objet": (
        _d("objet_ligne_suivante", _a.objet_ligne_suivante),
        _d("objet_barre", _a.objet_barre),
        _d("objet_tiret", _a.objet_tiret),
    ),
    "numerotation": (
        _d("annee_point", partial(entetes.numero, modele="{a}.{rrr}")),
        _d("rang_tiret_annee", partial(entetes.numero, modele="{rr}-{a}")),
        _d("prefixe_cm", partial(entetes.numero, modele="CM{aa}{m}{j}-{rr}")),
        _d("jour_barres", partial(entetes.numero, modele="{a}/{m}/{j}-{r}")),
    ),
    "visas": (
        _d("visas_minuscules", _a.visas_minuscules),
        _d("visas_et", _a.visas_et),
    ),
    "considerants": (
        _d("considerants_que_haut", _a.considerants_que_haut),
        _d("considerants_tirets", _a.considerants_tirets),
    ),
    "dispositif": (
        _d("premier_dans_la_phrase", _a.premier_dans_la_phrase),
        _d("decide_de_ligne", _a.decide_de_ligne),
        _d("barres_numeros", _a.barres_numeros),
        _d("article_tiret_ligne", _a.article_tiret_ligne),
        _d("fleche", _a.fleche),
    ),
    "signatures": (
        _d("copie", _a.copie),
        _d("secretaire_dessous", _a.secretaire_dessous),
    ),
}
