"""Bodies, places and names of the part "aveugle"."""

from collections.abc import Mapping

from outils.generateur.donnees_noms import _liste
from outils.generateur.donnees_organes import _ADJOINT, _MAIRE, _PRESIDENT, _VICE, ORGANES, Organe

ANCIENS = tuple(o for o in ORGANES if o.cle in ("commune", "cc", "syndicat", "ccas", "departement"))
_DELEGUE, _ADMIN = ("délégué", "déléguée"), ("administrateur", "administratrice")
NOUVEAUX = (
    Organe("sdis", ("Service départemental d'incendie et de secours {departement}",), "Conseil d'administration",
           _PRESIDENT, _VICE, _ADMIN, "administrateurs", (14, 22), (1998, 2025), 2),
    Organe("petr", ("Pôle d'équilibre territorial et rural {lieu}",), "Comité syndical", _PRESIDENT, _VICE, _DELEGUE,
           "délégués", (14, 24), (2014, 2025), 2),
    Organe("pole", ("Pôle métropolitain {lieu}",), "Conseil syndical", _PRESIDENT, _VICE, _DELEGUE, "délégués",
           (14, 26), (2011, 2025)),
    Organe("epic", ("Office de tourisme intercommunal {lieu}",), "Comité de direction", _PRESIDENT, _VICE,
           ("membre du collège des élus", "membre du collège des professionnels"), "membres du comité de direction",
           (11, 19), (2005, 2025), 2),
    Organe("energie", ("Syndicat départemental d'énergie {departement}",
                       "Syndicat départemental d'électrification {departement}"), "Comité syndical", _PRESIDENT, _VICE,
           ("délégué de secteur", "déléguée de secteur"), "délégués", (16, 30), (1978, 2025), 2),
    Organe("office", ("Office public de l'habitat {departement}",), "Conseil d'administration", _PRESIDENT, _VICE,
           _ADMIN, "administrateurs", (13, 21), (2008, 2025), 2),
    Organe("commune_nouvelle", ("Commune nouvelle de {commune}",), "Conseil municipal", _MAIRE, _ADJOINT,
           ("conseiller municipal", "conseillère municipale"), "conseillers municipaux", (19, 35), (2016, 2025), 3),
    Organe("cu", ("Communauté urbaine {lieu}",), "Conseil de communauté", _PRESIDENT, _VICE,
           ("conseiller communautaire", "conseillère communautaire"), "membres du conseil", (24, 36), (1975, 2025), 2),
    Organe("bureau", ("Communauté de communes {lieu}", "Communauté d'agglomération {lieu}"), "Bureau communautaire",
           _PRESIDENT, _VICE, ("membre du bureau", "membre du bureau"), "membres du bureau", (8, 14), (2001, 2025), 2),
)  # fmt: skip
TERRITOIRES = ("du Pays de Roquevive", "des Hauts de l'Yvonne", "du Littoral et du Bocage", "de la Baie d'Argoat",
               "Terres de Grès", "du Val de Luse", "des Deux Cols", "des Portes du Gévon", "Sud Plateaux")  # fmt: skip
COMMUNES: Mapping[str, tuple[str, ...]] = {
    "outre-mer": ("Anse-Colibri", "Morne-Bellevue", "Saint-Expédit-les-Hauts", "Rivière-aux-Goyaves", "Grand-Ilet"),
    "corse": ("Pietrarossa", "Campu-di-Lonca", "Sant'Andria-di-Tavu", "Urtacone", "Vallemala"),
    "alsace": ("Krautwihr", "Mittelbrunn-les-Bains", "Rossheimerthal", "Uttenbach", "Bischwald"),
    "bretagne": ("Lanrivinec", "Plougarvan", "Saint-Thégonan", "Ploemorvel", "Kergrist-an-Dour"),
    "pays basque": ("Ossaraingo", "Bastida-Etxe", "Uhartéa", "Sainte-Engrâce-du-Gave", "Ilharrot"),
    "savoie": ("Saint-Nicolas-du-Doron", "Praz-Bellecombe", "Villard-sur-Isère-Haute", "Mont-Perché", "Aiguenoire"),
    "centre": ("Brézieux-la-Plaine", "Champ-le-Duc-en-Berry", "Saint-Yorre-aux-Bois", "Vézanne", "Ormoy-Fontaine"),
}  # fmt: skip
DEPARTEMENTS: Mapping[str, tuple[tuple[str, str, str, str], ...]] = {
    "outre-mer": (("Guadeloupe", "de la ", "971", "Pointe-à-Pitre"), ("La Réunion", "de ", "974", "Saint-Benoît")),
    "corse": (("Haute-Corse", "de la ", "02B", "Calvi"), ("Corse-du-Sud", "de la ", "02A", "Sartène")),
    "alsace": (("Bas-Rhin", "du ", "067", "Haguenau"), ("Haut-Rhin", "du ", "068", "Altkirch")),
    "bretagne": (("Morbihan", "du ", "056", "Pontivy"), ("Ille-et-Vilaine", "d'", "035", "Redon")),
    "pays basque": (("Pyrénées-Atlantiques", "des ", "064", "Oloron-Sainte-Marie"),),
    "savoie": (("Savoie", "de la ", "073", "Albertville"), ("Haute-Savoie", "de la ", "074", "Bonneville")),
    "centre": (("Cher", "du ", "018", "Vierzon"), ("Indre-et-Loire", "d'", "037", "Chinon"),
               ("Loiret", "du ", "045", "Montargis"), ("Eure", "de l'", "027", "Bernay")),
}  # fmt: skip
NOMS: Mapping[str, tuple[tuple[str, ...], tuple[str, ...], tuple[str, ...]]] = {
    "outre-mer": (
        _liste("Expédit Jean-Hugues Firmin Rosaire Gilbert Joël Didier Max Jean-Claude Harry Patrice"),
        _liste("Marie-Josée Ketty Lucette Marlène Jocelyne Gisèle Rose-May Éliane Murielle Sabine"),
        _liste("Hoarau Grondin Técher Moutoussamy Lebreton Ah-Kiem Payet Vitry Nagapin Rivière Bénard Cadet Maillot"
               " Ramassamy Félicité Sautron Dijoux Chane-Ki Gustave Fontaine Mardé Élisabeth"),
    ),
    "corse": (
        _liste("Petru Anghjulu Jean-Baptiste Félix Ours-Pierre Stéphane Noël-Antoine Lisandru Marc-Aurèle Toussaint"),
        _liste("Saveria Marie-Antoinette Laurina Angèle Stella Battistina Flora Dévote Paule-Andrée"),
        _liste("Agostini Benedetti Cesari Franceschi Grimaldi Lucchini Marcellesi Nicolai Padovani Quilichini Raffalli"
               " Simonpietri Torre Vincensini Zuccarelli de_Rocca_Serra Albertini Bonavita Istria Mondoloni"),
    ),
    "alsace": (
        _liste("Hubert Materne Ernest Jean-Marie Arsène Bernhard Francis Joseph Lothaire Gilbert Eugène"),
        _liste("Odile Marie-Reine Yolande Simone Irmgard Denise Sabrina Cathia Solange Anny"),
        _liste("Baumgartner Diebolt Eckert Freyermuth Gangloff Hertzog Ingwiller Jost Knoepfler Lutz Meyblum"
               " Nonnenmacher Ostermann Pfrimmer Reibel Schwoob Trautmann-Bey Untz Waechter Zirnheld Bapst Kuhn"),
    ),
    "bretagne": (
        _liste("Gildas Goulven Malo Jakez Fañch Budoc Hervé-Marie Maurice Ewen Alain-Yves Glenn"),
        _liste("Bleuenn Armelle Marie-Annick Katell Azénor Françoise-Anne Lenaïg Servane Tifenn Yvonne"),
        _liste("Bothorel Caradec Daniélou Évenou Fouquet-Le_Dû Gourvennec Hémery Kergoat Le_Clec'h Le_Moal Mével Nicol"
               " Pennec Prigent Rannou Salaün Troadec Le_Floc'hlay Cloarec Goas-Kerloc'h Bizien Hascoët"),
    ),
    "pays basque": (
        _liste("Eñaut Panpi Jean-Michel Txomin Bixente Arnaud Mixel Gratien Pantxoa Filipe"),
        _liste("Jeanne-Marie Bernadette Ixabel Maialen Terexa Goizane Mirentxu Solange Haize Dominika"),
        _liste("Ayçaguer Berhouet Camblong Dibar Eyheramendy Falxa Garat Hirigoyen Irigaray Jauréguiberry Laxague"
               " Minjou Negueloua Ospital Poydessus Ségalas Teillery Uhalde Arrossagaray Bordagaray"),
    ),
    "savoie": (
        _liste("Gaston Aimé Jean-Noël Marius Régis Cyrille Fernand André Louis-Joseph Claudius Ludovic"),
        _liste("Andrée Claudine Marie-Claude Josette Raymonde Séverine Laurence Noëlle Perrine Bénédicte"),
        _liste("Blanc-Gonnet Charvet Dunand Excoffier Favre-Bulle Gaymard Hudry Jacquier Lathuraz Mugnier Novel Perrier"
               " Raffort Silvoz Tornier Usannaz-Joris Viallet Bouvard Chenal Ducrettet Empereur Mollard"),
    ),
    "centre": (
        _liste("Baptiste Cédric Emmanuel Gaëtan Jérôme Lionel Nicolas Quentin Romuald Sylvain Idriss Paulo Éloi"),
        _liste("Adeline Blandine Carole Élodie Fabienne Gwladys Huguette Jeanine Lydie Maud Safia Ursule Zélie"),
        _liste("Arrault Bonnichon Cherrier Daguet Fouchet Gâtineau Hurault Imbault Joubert Lhéritier Mercier Nioche"
               " Pasquet Roblin Sarrazin Thibault Villain Jahan-Dubois Bensaïd Camara Teixeira de_La_Roncière Pommé"),
    ),
}  # fmt: skip
LIEUX = (("au ", "siège du service"), ("en ", "salle du conseil"), ("au ", "centre culturel"),
         ("à la ", "maison du temps libre"), ("dans les ", "locaux de l'ancienne école"),
         ("à la ", "salle Armand-Peugnot"))  # fmt: skip
LIEUX_MAIRIE = (("à la ", "mairie"), ("en ", "mairie"), ("à l'", "hôtel de ville"), ("au ", "foyer communal"),
                ("dans la ", "salle d'honneur de la mairie"), ("en ", "salle du conseil municipal"))  # fmt: skip
