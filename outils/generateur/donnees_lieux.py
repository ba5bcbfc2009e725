"""Invented places: communes by region, départements, EPCI, syndicats, schools; where councils meet."""

from collections.abc import Mapping

COMMUNES: Mapping[str, tuple[str, ...]] = {
    "bretagne": ("Plouézan", "Locmélaer", "Saint-Guénolé-sur-Aven", "Trémorvan", "Kerlouarn", "Guimaëc-Bihan"),
    "pays basque": ("Ainharzun", "Urrutegi", "Saint-Étienne-d'Arberats", "Larressore-le-Bas", "Mendiko"),
    "alsace": ("Niederwillersheim", "Oberkirchbach", "Ettenbach", "Wintzhausen", "Saint-Blaise-la-Forge"),
    "occitanie": ("Villerouge-sur-Orbieu", "Lézignac", "Sainte-Foy-d'Arzac", "Montréjault", "Castelbrac", "Roquefade"),
    "corse": ("Santa-Lucia-di-Valle", "Olmicaccia", "Pietralonga", "Zicavaccio"),
    "nord": ("Wambrechoux", "Steenkerke-Cappel", "Bois-Lecocq", "Hazewinde", "Auchy-la-Haye"),
    "ailleurs": ("Rozay-les-Étangs", "Neuvéglise", "Échenoz-la-Tour", "Saint-Aubin-le-Vieux", "La Ferté-Gaillard",
                 "Vaulx-sur-Ance", "Œuilly-en-Brie", "Mesnil-Huant", "L'Isle-en-Marche", "Bréhémont-les-Bains"),
}  # fmt: skip
DEPARTEMENTS: Mapping[str, tuple[tuple[str, str, str, str], ...]] = {
    "bretagne": (("Finistère", "du ", "029", "Morlaix"), ("Côtes-d'Armor", "des ", "022", "Lannion")),
    "pays basque": (("Pyrénées-Atlantiques", "des ", "064", "Bayonne"),),
    "alsace": (("Bas-Rhin", "du ", "067", "Saverne"), ("Haut-Rhin", "du ", "068", "Thann")),
    "occitanie": (("Aude", "de l'", "011", "Narbonne"), ("Hérault", "de l'", "034", "Béziers"),
                  ("Aveyron", "de l'", "012", "Millau")),
    "corse": (("Haute-Corse", "de la ", "02B", "Corte"), ("Corse-du-Sud", "de la ", "02A", "Sartène")),
    "nord": (("Nord", "du ", "059", "Cambrai"), ("Pas-de-Calais", "du ", "062", "Arras")),
    "ailleurs": (("Seine-et-Marne", "de ", "077", "Meaux"), ("Haute-Saône", "de la ", "070", "Lure"),
                 ("Yonne", "de l'", "089", "Sens"), ("Vendée", "de la ", "085", "Fontenay-le-Comte")),
}  # fmt: skip
"""Region -> département: name, its article, ACTES code, a sub-prefecture."""
TERRITOIRES = (
    "du Pays des Trois Rivières", "du Val d'Ance", "Aber Menhir", "de la Haute Vallée", "des Monts et Plaines",
    "Entre Loire et Bocage", "du Bassin de l'Orbieu", "des Rives du Doron", "Cœur de Marche", "du Pays d'Échenoz",
)  # fmt: skip
REGIONS_INVENTEES = ("Loire-Océan", "Alpes-Jura", "Marches du Nord", "Garonne-Pyrénées")
DEPARTEMENTS_INVENTES = ("de la Haute-Ance", "du Val-d'Orbieu", "de l'Ance-Maritime", "des Monts-de-Marche")
ECOLES = ("Jules-Ferry", "Louise-Michel", "Paul-Langevin", "Marie-Curie", "Jean-Moulin")
GROUPES = ("Ensemble pour demain", "Gauche unie et écologiste", "Union du centre et de la droite", "Vivre ici",
           "Citoyens solidaires", "Agir autrement")  # fmt: skip
LIEUX = (
    ("à la ", "mairie"), ("dans la ", "salle du conseil"), ("à la ", "salle des fêtes"), ("à l'", "hôtel de ville"),
    ("en ", "salle des mariages"), ("dans la ", "salle polyvalente"), ("au ", "foyer rural"),
)  # fmt: skip
LIEUX_EPCI = (("au ", "siège administratif"), ("dans la ", "salle de l'Espace Jean-Jaurès"),
              ("à la ", "salle polyvalente"), ("dans l'", "amphithéâtre de la pépinière d'entreprises"))  # fmt: skip
