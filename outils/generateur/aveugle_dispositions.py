"""The layouts of the part "aveugle", by notion: written by three helpers who had never seen the reader."""

from collections.abc import Mapping
from functools import partial

from outils.generateur import aveugle_clotures as _clotures
from outils.generateur import aveugle_dispositifs as _dispositifs
from outils.generateur import aveugle_documents as _documents
from outils.generateur import aveugle_presences as _presences
from outils.generateur import aveugle_presences_tables as _presences_tables
from outils.generateur import aveugle_procurations as _procurations
from outils.generateur import aveugle_roles as _roles
from outils.generateur import aveugle_seances as _seances
from outils.generateur import aveugle_tetes as _tetes
from outils.generateur import aveugle_visas as _visas
from outils.generateur import aveugle_votes as _votes
from outils.generateur import aveugle_votes_chiffres as _votes_chiffres
from outils.generateur import entetes, reserve_corps
from outils.generateur.disposition import Disposition

EPCI = ("cc", "ca", "metropole", "syndicat")
PETITS = ("commune", "syndicat", "ccas", "ecoles", "college")
COMMUNES = ("commune", "commune_nouvelle")


def _d(nom: str, *reste: object, **plus: object) -> Disposition:
    return Disposition(nom, "aveugle", *reste, **plus)  # type: ignore[arg-type]


AVEUGLE: Mapping[str, tuple[Disposition, ...]] = {
    "presences": (
        _d("qualites_apres", _presences.qualites_apres, styles=("prenom NOM", "NOM", "P. NOM")),
        _d("sauf", _presences.sauf),
        _d("tirets_colles", _presences.tirets_colles),
        _d("cases", _presences.cases),
        _d("renvois", _presences.renvois),
        _d("titulaires_puis_suppleants", _presences.titulaires_puis_suppleants, EPCI),
        _d("delegations", _presences.delegations),
        _d("codes", _presences_tables.codes),
        _d("cellules_communes", _presences_tables.cellules_communes, EPCI, moderne=True),
        _d("listes_comptees", _presences_tables.listes_comptees),
        _d("cellules_nom_prenom", _presences_tables.cellules_nom_prenom, styles=("NOM prenom",)),
        _d("listes_en_regard", _presences_tables.listes_en_regard),
    ),
    "procurations": (
        _d("neant", _procurations.neant),
        _d("phrase_de_loi", _procurations.phrase_de_loi, ("commune", *EPCI)),
        _d("pour", _procurations.pour),
        _d("registre_date", _procurations.registre_date),
        _d("deux_lignes", _procurations.deux_lignes),
        _d("etats_entre_parentheses", _procurations.etats_entre_parentheses),
        _d("en_marge", _procurations.en_marge),
        _d("respectivement", _procurations.respectivement),
    ),
    "secretaire": (
        _d("loi", _roles.secretaire_loi, ("commune", *EPCI)),
        _d("bureau", _roles.secretaire_bureau),
    ),
    "assistance": (
        _d("liste", _roles.assistance_liste),
        _d("retrait", _roles.assistance_retrait),
    ),
    "document": (
        _d("ordre_du_jour", _documents.ordre_du_jour, poids=2),
        _d("longue_seance", _documents.longue_seance),
    ),
    "votes": (
        _d("majorite_parenthese", _votes.majorite_parenthese),
        _d("unanimite_comptee", _votes.unanimite_comptee),
        _d("main_levee", _votes.main_levee),
        _d("amendement", _votes.amendement),
        _d("presidence_cedee", _votes.presidence_cedee),
        _d("avis_favorable_partage", _votes.avis_favorable_partage),
        _d("communication", _votes.communication),
        _d("voix_preponderante", _votes.voix_preponderante),
        _d("s_etant_prononces", _votes.s_etant_prononces),
        _d("sans_debat", _votes.sans_debat),
        _d("suffrages", _votes_chiffres.suffrages),
        _d("sans_part_compte", _votes_chiffres.sans_part_compte),
        _d("appel_nominal", _votes_chiffres.appel_nominal, PETITS, moderne=True),
        _d("cartouche", _votes_chiffres.cartouche),
        _d("rejet_compte", _votes_chiffres.rejet_compte),
        _d("barre_oblique", _votes_chiffres.barre_oblique),
    ),
    "dispositif": (
        _d("decide_espace", _dispositifs.decide_espace),
        _d("article_isole", _dispositifs.article_isole),
        _d("articles_a_sujet", _dispositifs.articles_a_sujet),
        _d("articles_en_marge", _dispositifs.articles_en_marge),
        _d("lettres", _dispositifs.lettres),
        _d("decide_puis_verbes", _dispositifs.decide_puis_verbes),
    ),
    "signatures": (
        _d("empeche", _clotures.empeche),
        _d("nom_puis_qualite", _clotures.nom_puis_qualite),
        _d("electronique", _clotures.electronique, annees=(2013, 2025), moderne=True),
        _d("seance_levee", _clotures.seance_levee),
    ),
    "recours": (_d("voies_de_recours", _clotures.voies_de_recours, annees=(2001, 2025)),),
    "tampons": (
        _d("caractere_executoire", _clotures.caractere_executoire, annees=(1983, 2025)),
        _d("ar_prefecture", _clotures.ar_prefecture, annees=(2008, 2025)),
        _d("grille_transmission", _clotures.grille_transmission, annees=(2008, 2025)),
    ),
    "effectifs": (
        _d("afferents", _tetes.effectifs_afferents),
        _d("pointes", _tetes.effectifs_pointes),
        _d("phrase_valablement", _tetes.effectifs_phrase),
        _d("cadre_lettres", _tetes.effectifs_cadre),
    ),
    "seance": (
        _d("an_et_le", _seances.an_et_le),
        _d("presidence_d_abord", _seances.presidence_d_abord),
        _d("trois_dates", _seances.trois_dates),
        _d("face_a_face", _seances.face_a_face),
        _d("suite_a_convocation", _seances.suite_a_convocation),
    ),
    "tete": (
        _d("etiquettes", _tetes.tete_etiquettes),
        _d("quadrillee", _tetes.tete_quadrillee),
        _d("devise", _tetes.tete_devise),
    ),
    "objet": (
        _d("marge", _tetes.objet_marge),
        _d("cote", _tetes.objet_cote),
        _d("colonne", _tetes.objet_colonne),
        _d("souligne", _tetes.objet_souligne),
    ),
    "numerotation": (
        _d("barre_espacee", partial(entetes.numero, modele="{a} / {rrr}"), annees=(1975, 2005)),
        _d("dcm_fin", partial(entetes.numero, modele="{a}-{m}-{j}-DCM-{rr}"), COMMUNES),
        _d("espaces", partial(entetes.numero, modele="{a} {m} {rr}")),
        _d("trimestre_romain", _tetes.numero_romain),
        _d("lettre_centrale", partial(entetes.numero, modele="{aa}C{rrr}")),
    ),
    "visas": (
        _d("colonne", _visas.visas_colonne),
        _d("colles", _visas.visas_colles),
        _d("titre_centre", _visas.visas_titre),
        _d("file", _visas.visas_file),
    ),
    "considerants": (
        _d("en_paragraphe", reserve_corps.considerants_paragraphe),
        _d("colonne", _visas.considerants_colonne),
        _d("que_capitale", _visas.considerants_que),
    ),
}
