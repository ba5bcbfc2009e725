"""The layouts of the part "reserve", by notion."""

from collections.abc import Mapping
from functools import partial

from outils.generateur import (
    reserve_clotures,
    reserve_corps,
    reserve_effectifs,
    reserve_entetes,
    reserve_objets,
    reserve_presences,
    reserve_procurations,
    reserve_tables,
    reserve_votes,
)
from outils.generateur.disposition import COMPLETS, Disposition
from outils.generateur.modele import Style

DEPARTEMENTS = ("departement", "departement_ancien")
SYNDICATS = ("cc", "cu", "ept", "energie", "ordures", "parc", "sivos", "epic")
CRISE = (2020, 2021)
COURTS: tuple[Style, ...] = (*COMPLETS, "NOM")


def _d(nom: str, *reste: object, **options: object) -> Disposition:
    return Disposition(nom, "reserve", *reste, **options)  # type: ignore[arg-type]


_P, _T, _M, _V = reserve_presences, reserve_tables, reserve_procurations, reserve_votes
_E, _N, _O, _C, _F = reserve_entetes, reserve_effectifs, reserve_objets, reserve_corps, reserve_clotures
RESERVE: Mapping[str, tuple[Disposition, ...]] = {
    "document": (_d("proces_verbal", lambda f: f.alea.randint(3, 5), poids=4),),
    "presences": (
        _d("porteurs", _P.porteurs),
        _d("appel_oral", _P.appel_oral, styles=COURTS),
        _d("a_distance", _P.a_distance, annees=CRISE, poids=4),
        _d(
            "lettres_entre_parentheses", _P.lettres_entre_parentheses, styles=("NOM prenom", "NOM prenom", "prenom NOM")
        ),
        _d("barres", _P.barres),
        _d("asterisque", _P.asterisque),
        _d("titulaires_puis_suppleants", _P.titulaires_puis_suppleants, SYNDICATS, poids=2),
        _d("phrase_des_fonctions", _P.phrase_des_fonctions, styles=COURTS),
        _d("exception", _P.exception),
        _d("communes_entre_parentheses", _P.communes_entre_parentheses, SYNDICATS, poids=2),
        _d("civilite_apres", _P.civilite_apres, styles=("NOM prenom",)),
        _d("centres", _P.centres),
        _d("emargement", _T.emargement),
        _d("une_ligne_par_commune", _T.une_ligne_par_commune, SYNDICATS, poids=2),
        _d("nom_et_prenom", _T.nom_et_prenom, styles=("NOM prenom",)),
        _d("cantons", _T.cantons, DEPARTEMENTS, poids=3),
    ),
    "procurations": (
        _d("neant", _M.neant),
        _d("mandat_de_voter", _M.mandat_de_voter),
        _d("porteurs", _M.porteurs),
        _d("lecture", _M.lecture),
        _d("deux_points", _M.deux_points),
        _d("votent_par", _M.votent_par),
        _d("recit", _M.recit),
        _d("mandataire_seul", _M.mandataire_seul),
        _d("ayant_pour_mandataire", _M.ayant_pour_mandataire),
        _d("quatre_colonnes", _T.quatre_colonnes),
        _d("pouvoirs_dates", _T.pouvoirs_dates),
    ),
    "votes": (
        _d("main_levee", _V.main_levee),
        _d("suffrages_exprimes", _V.suffrages_exprimes),
        _d("chef_sorti", _V.chef_sorti),
        _d("pour_contre_nombre", _V.pour_contre_nombre),
        _d("colonnes_nppv", _V.colonnes_nppv),
        _d("scrutin_public", _V.scrutin_public),
        _d("amendement", _V.amendement),
        _d("assentiment", _V.assentiment, poids=3),
        _d("voix_preponderante", _V.voix_preponderante),
        _d("nombre_avant", _V.nombre_avant),
        _d("scrutin_electronique", _V.scrutin_electronique, annees=(2005, 2025)),
        _d("surseoir", _V.surseoir),
        _d("donner_acte", _V.donner_acte),
        _d("ne_participent_pas", _V.ne_participent_pas),
        _d("reserves", _V.reserves),
    ),
    "effectifs": (
        _d("cadre", _N.cadre),
        _d("phrase_soit", _N.phrase_soit),
        _d("sur", _N.sur),
        _d("quorum_reduit", _N.quorum_reduit, annees=CRISE, poids=3),
        _d("conduites", _N.conduites),
        _d("lettres_et_chiffres", _N.lettres_et_chiffres),
        _d("colonne", _N.colonne),
    ),
    "seance": (
        _d("par_visioconference", _E.par_visioconference, annees=CRISE, poids=8),
        _d("ouverture", _E.ouverture, poids=2),
        _d("session", _E.session, DEPARTEMENTS, poids=6),
        _d("seconde_convocation", _E.seconde_convocation),
        _d("lignes_du_registre", _E.lignes_du_registre, poids=2),
        _d("session_extraordinaire", _E.session_extraordinaire),
    ),
    "secretaire": (
        _d("et_auxiliaire", _N.secretaire_et_auxiliaire),
        _d("propose", _N.secretaire_propose),
        _d("mot", _N.secretaire_mot),
    ),
    "rapporteur": (_d("rapport_presente", _N.rapport_presente),),
    "assistance": (_d("consultatifs", _N.consultatifs),),
    "tete": (
        _d("papier_a_lettre", _E.papier_a_lettre, poids=2),
        _d("titre_courant", _E.titre_courant, poids=2),
        _d("feuillet", _E.feuillet, poids=2),
    ),
    "objet": (
        _d("nomenclature", _O.nomenclature, annees=(2005, 2025), poids=2),
        _d("en_marge", _O.en_marge),
        _d("rapport", _O.rapport, poids=2),
        _d("affaire", _O.affaire, poids=2),
        _d("points_du_proces_verbal", _O.points_du_proces_verbal, poids=0),
    ),
    "numerotation": (
        _d("barre_espacee", partial(_O.numero, modele="{a} / {rrr}")),
        _d("espaces", partial(_O.numero, modele="{a} {m} {rr}")),
        _d("assemblee", partial(_O.numero, modele="CS/{j}{m}{aa}/{rr}")),
        _d("lettre_au_milieu", partial(_O.numero, modele="{aa}C{rrr}")),
        _d("suffixe", partial(_O.numero, modele="{rr}-{a}-AG")),
    ),
    "visas": (
        _d("colonne", _C.visas_colonne),
        _d("dans_la_phrase", _C.visas_dans_la_phrase),
        _d("case", _C.visas_case),
        _d("titres", _C.visas_titres),
    ),
    "considerants": (
        _d("paragraphe", _C.considerants_paragraphe),
        _d("colonne", _C.considerants_colonne),
        _d("numerotes", _C.considerants_numerotes),
    ),
    "dispositif": (
        _d("articles_en_colonne", _C.articles_en_colonne),
        _d("decide_centre", _C.decide_centre),
        _d("paragraphe_de_verbes", _C.paragraphe_de_verbes),
        _d("article_sur_sa_ligne", _C.article_sur_sa_ligne),
        _d("propose_puis_decide", _C.propose_puis_decide),
        _d("tableau_des_decisions", _C.tableau_des_decisions),
    ),
    "signatures": (
        _d("par_delegation", _F.par_delegation),
        _d("electronique", _F.electronique),
        _d("avec_cachet", _F.avec_cachet),
        _d("levee_de_seance", _F.levee_de_seance, poids=0),
    ),
    "tampons": (
        _d("trois_cachets", _F.trois_cachets, annees=(1983, 2025)),
        _d("certificat", _F.certificat, annees=(1983, 2025)),
        _d("pied_de_page", _F.pied_de_page, annees=(2006, 2025)),
    ),
}
