"""Councils, places and names of the part "reserve"."""

from collections.abc import Mapping

from outils.generateur.donnees_organes import Organe


def _liste(texte: str) -> tuple[str, ...]:
    return tuple(m.replace("_", " ") for m in texte.split())


COMMUNES: Mapping[str, tuple[str, ...]] = {
    "auvergne": ("Saint-Cirgues-le-Puy", "Chastelroux", "Vernoux-sous-Roche", "Le Montel-d'Allanche", "Issoudet"),
    "savoie": ("Les Arves-Neuves", "Montgirel", "Sainte-Agathe-sur-Fier", "Bellecombette", "Aigueplane"),
    "picardie": ("Hérissart-le-Grand", "Mézerolles-en-Vimeu", "Quesnoy-lès-Doullens", "Fressencourt", "Épagnicourt"),
    "lorraine": ("Haraumont-la-Côte", "Vaudrevange", "Dommartin-aux-Chênes", "Essey-le-Neuf", "Gerbécourt-Haut"),
    "outre-mer": ("Anse-Bertine", "Rivière-Cannelle", "Le Morne-Vert-Bas", "Grand-Étang-les-Hauts"),
    "ouest": ("Saint-Père-des-Marais", "La Chapelle-Rousse", "Beaulieu-sous-Vire", "Thouarcelles", "Œuvres-le-Bocage"),
}  # fmt: skip
DEPARTEMENTS: Mapping[str, tuple[tuple[str, str, str, str], ...]] = {
    "auvergne": (("Cantal", "du ", "015", "Mauriac"), ("Puy-de-Dôme", "du ", "063", "Ambert")),
    "savoie": (("Haute-Savoie", "de la ", "074", "Bonneville"), ("Savoie", "de la ", "073", "Albertville")),
    "picardie": (("Somme", "de la ", "080", "Péronne"), ("Oise", "de l'", "060", "Clermont")),
    "lorraine": (("Meuse", "de la ", "055", "Verdun"), ("Vosges", "des ", "088", "Neufchâteau")),
    "outre-mer": (("Guadeloupe", "de la ", "971", "Pointe-à-Pitre"), ("Réunion", "de la ", "974", "Saint-Paul")),
    "ouest": (("Loire-Atlantique", "de la ", "044", "Châteaubriant"), ("Calvados", "du ", "014", "Vire")),
}  # fmt: skip
TERRITOIRES = (
    "des Hautes Terres", "du Val de Fier", "du Vimeu Intérieur", "des Côtes de Haraumont", "de la Tourbière Noire",
    "Terres et Bocage", "du Plateau d'Allanche", "des Sept Vallées Neuves", "Vire et Marais", "de l'Entre-deux-Fiers",
)  # fmt: skip
DEPARTEMENTS_INVENTES = ("de la Basse-Vire", "du Haut-Fier", "de l'Allanche-Maritime", "des Côtes-du-Vimeu")
GROUPES = ("Majorité départementale", "Un élan nouveau", "Rassembler à gauche", "Indépendants et ruraux",
           "Terre et avenir")  # fmt: skip
COURANTS = (
    _liste("André Arnaud Augustin Cédric Claude Didier Émile Étienne Firmin Francis Gaëtan Gilbert Henri Jean-Claude"
           " Jean-Yves Julien Marc Matthieu Maurice Patrick Pierre-Yves Rodolphe Théophile Tristan Urbain Victor"),
    _liste("Adeline Arlette Bénédicte Célia Claire Colette Édith Émilie Évelyne Florence Gisèle Jacqueline"
           " Jeanne-Marie Léa Lise Marie-Claude Marie-Noëlle Mathilde Océane Pauline Simone Solène Thérèse Yvette"),
    _liste("Aubrac Bardoux Bessonnet Bonnefoy Bourdelas Cailleau Carpentier-Roy Chabrol Charvet Coudert Courtecuisse"
           " Daubigny Daviot Drapier Estève Faucheux Fontanel Fourcade Gauvin Gillot Grandjean Hérault Huguenin"
           " Jacquemart Jourdain Lagarde Lapierre Larrivée Legrand-Bois Maillard Martel Mercœur Monnier Pasquier"
           " Péchinot Perrot Ravel Rémusat Rochefort Roussel Sabatier Savary Thévenot Trémolet Valentin Villard"
           " de_Saint-Rémy d'Orsel du_Boisrouvray Le_Clézat La_Mothe Des_Champs"),
)  # fmt: skip
PIEGES = _liste("Février Samedi Loyal Procureur Abstant Quorum Séance Objet Suppléant Titre Maison Pouvoir Bureau")
"""Surnames that are words of the trade."""
NOMS: Mapping[str, tuple[str, ...]] = {
    "auvergne": _liste("Chastang Delmas Fageol Marcombe Roddier Vidalenc Tournadre Peyrat Mallet-Roux Bouchet"),
    "savoie": _liste("Blanc-Gonnet Burnier Chatenoud Curtet Favre-Félix Grosset Jacquemoud Mugnier Pernoud Tissot"),
    "picardie": _liste("Boulanger Caron Dacheux Decroix Flament Lecul Obry Quignon Sueur Vasseur Wattebled"),
    "lorraine": _liste("Aubertin Bastien Collignon Didelot Humbert Jeandel Mangin Noisette Schwartz Thiriet Zeller"),
    "outre-mer": _liste("Boyer-Hoarau Céleste Damour Hoareau Maillot Nativel Payet Ramassamy Técher Vitry Zéphir"),
    "ouest": _liste("Bréard Chotard Gicquel Guibert Hamon Leroyer Lecoq Orain Pichon Renaudin Rousselet"),
}
AGENTS = ("M. Landry BESSON, directeur général adjoint", "Mme Clotilde VARENNE, attachée territoriale",
          "Mme Irma PONCELET, comptable", "M. Gontran LESAGE, chef du service technique")  # fmt: skip
RUES = ("12, place du Marché", "3, rue de l'Ancienne-Poste", "1, avenue de la Gare", "45 bis, rue du Calvaire",
        "Le Bourg", "27, quai des Tanneurs")  # fmt: skip
SALLES = ("salle du premier étage", "salle Marcel-Aubin", "halle aux grains", "salle des délibérations",
          "maison des associations", "salle de réunion du centre technique")  # fmt: skip
"""All feminine: "dans la ", "à la "."""
_MAIRE, _PRESIDENT = ("Maire", "Maire"), ("Président", "Présidente")
_ADJOINT, _VICE = ("adjoint", "adjointe"), ("vice-président", "vice-présidente")
_DELEGUE = ("délégué", "déléguée")
_CM = ("conseiller municipal", "conseillère municipale")
ORGANES = (
    Organe("commune", ("Commune de {lieu}", "Ville de {lieu}"), "Conseil municipal", _MAIRE, _ADJOINT, _CM,
           "conseillers municipaux", (11, 25), (1975, 2025), 8),
    Organe("commune_nouvelle", ("Commune nouvelle de {lieu}",), "Conseil municipal", _MAIRE, _ADJOINT, _CM,
           "conseillers municipaux", (19, 30), (2016, 2025), 2),
    Organe("section", ("Section de commune de {lieu}",), "Conseil municipal", _MAIRE, _ADJOINT, _CM,
           "conseillers municipaux", (10, 15), (1986, 2025)),
    Organe("cc", ("Communauté de communes {lieu}",), "Conseil communautaire", _PRESIDENT, _VICE,
           ("conseiller communautaire", "conseillère communautaire"), "conseillers communautaires",
           (18, 32), (1993, 2025), 3),
    Organe("cu", ("Communauté urbaine {lieu}",), "Conseil de communauté", _PRESIDENT, _VICE,
           ("conseiller de communauté", "conseillère de communauté"), "conseillers de communauté",
           (24, 36), (1975, 2025)),
    Organe("ept", ("Établissement public territorial {lieu}",), "Conseil de territoire", _PRESIDENT, _VICE,
           ("conseiller territorial", "conseillère territoriale"), "conseillers territoriaux",
           (22, 34), (2016, 2025)),
    Organe("energie", ("Syndicat intercommunal d'énergie {lieu}", "Syndicat mixte d'énergie {lieu}"),
           "Comité syndical", _PRESIDENT, _VICE, _DELEGUE, "délégués", (14, 24), (1975, 2025)),
    Organe("ordures", ("Syndicat intercommunal de traitement des ordures ménagères {lieu}",), "Comité syndical",
           _PRESIDENT, _VICE, _DELEGUE, "délégués", (12, 22), (1975, 2025)),
    Organe("parc", ("Syndicat mixte du Parc naturel régional {lieu}",), "Comité syndical", _PRESIDENT, _VICE,
           _DELEGUE, "délégués", (16, 26), (1985, 2025)),
    Organe("sivos", ("Syndicat intercommunal à vocation scolaire {lieu}",), "Comité syndical", _PRESIDENT, _VICE,
           _DELEGUE, "délégués", (9, 14), (1975, 2025)),
    Organe("regie", ("Régie municipale des eaux de {lieu}",), "Conseil d'exploitation", _PRESIDENT, _VICE,
           ("membre du conseil", "membre du conseil"), "membres du conseil", (9, 13), (1980, 2025)),
    Organe("epic", ("Office de tourisme {lieu}",), "Comité de direction", _PRESIDENT, _VICE,
           ("membre du comité", "membre du comité"), "membres du comité", (11, 17), (2005, 2025)),
    Organe("departement_ancien", ("Département {lieu}",), "Conseil général", _PRESIDENT, _VICE,
           ("conseiller général", "conseillère générale"), "conseillers généraux", (18, 28), (1983, 2014), 2),
    Organe("departement", ("Département {lieu}",), "Conseil départemental", _PRESIDENT, _VICE,
           ("conseiller départemental", "conseillère départementale"), "conseillers départementaux",
           (20, 30), (2015, 2025), 2),
)  # fmt: skip
DE_LIEU = ("commune", "commune_nouvelle", "section", "regie")
