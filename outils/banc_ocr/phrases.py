"""What the pages of the OCR bench are made of: invented councils, sentences of the field."""

MOIS = (
    "janvier", "février", "mars", "avril", "mai", "juin",
    "juillet", "août", "septembre", "octobre", "novembre", "décembre",
)  # fmt: skip
JOURS = ("lundi", "mardi", "mercredi", "jeudi", "vendredi")
PRENOMS = (
    "Agnès", "Aïcha", "Alain", "André", "Anne-Lise", "Aurélie", "Béatrice", "Benoît", "Bérénice", "Cédric", "Chloé",
    "Christian", "Clémence", "Corinne", "Damien", "Daniel", "Denise", "Édouard", "Éliane", "Élise", "Émile", "Éric",
    "Fabrice", "Félix", "François", "Françoise", "Frédéric", "Gaëlle", "Geneviève", "Gérard", "Gilles", "Ginette",
    "Guy", "Hélène", "Hervé", "Inès", "Isabelle", "Jacky", "Jean-Luc", "Jérôme", "Joël", "Josiane", "Karine",
    "Laëtitia", "Lionel", "Loïc", "Lucie", "Magali", "Marie-Thérèse", "Michèle", "Monique", "Nadège", "Noël", "Odile",
    "Pascal", "Paul-Henri", "Philippe", "Raphaël", "Régis", "René", "Sébastien", "Solène", "Sylvie", "Thérèse",
    "Valérie", "Véronique", "Yann", "Yves", "Zoé",
)  # fmt: skip
NOMS = (
    "Abgrall", "Anquetil", "Aubépin", "Bacquet", "Barthélemy", "Beaufils", "Bélanger", "Béziat", "Boissière", "Boyer",
    "Brunel", "Cadiou", "Castanié", "Chauveau", "Chédeville", "Clément", "Corbière", "Crépin", "Daguerre", "Delattre",
    "Delépine", "Desprès", "Dieudonné", "Dubreuil", "Duchêne", "Ducos", "Ecalle", "El Amrani", "Etchegaray", "Fabre",
    "Ferrand", "Fléchard", "Gaborit", "Garnier", "Gendron", "Giraudeau", "Guéguen", "Guérin", "Hamelin", "Hérisson",
    "Iglésias", "Illien", "Jézéquel", "Kerboul", "Lacaze", "Lafitte", "Lallemand", "Le Bihan", "Le Goff", "Lefèvre",
    "Lemoine", "Lhuillier", "Loiseau", "Malaval", "Marchand-Lévy", "Mazières", "Ménard", "Moulin", "Nédélec", "Oger",
    "Ollivier", "Pélissier", "Périgois", "Pinçon", "Quéré", "Quintard", "Rivoallan", "Roussillon", "Sénéchal",
    "Tissier", "Tréguier", "Urvoy", "Vaillant", "Verdier", "Vignaud", "Vuillemin", "Wagner", "Ybert",
    "de La Brosse", "d'Hauteville",
)  # fmt: skip
COMMUNES = (
    "Saint-Aubin-le-Vieux", "Montréjault", "Vaulx-sur-Ance", "Lézignac", "Plouézan", "Castelbrac", "Échenoz-la-Tour",
    "Bréhémont-les-Bains", "La Ferté-Gaillard", "Sainte-Foy-d'Arzac", "Neuvéglise", "Œuilly-en-Brie",
)  # fmt: skip
DEPARTEMENTS = ("de l'Aveyron", "du Finistère", "de la Haute-Saône", "des Côtes-d'Armor", "du Gers", "de l'Yonne")

OUVERTURE = (
    "L'an {annee}, le {date} à 20 heures 30, le conseil municipal de la commune de {commune}, régulièrement convoqué, "
    "s'est réuni au nombre prescrit par la loi, dans le lieu habituel de ses séances, sous la présidence de {nom}, "
    "maire."
)
OBJETS = (
    "Acquisition de la parcelle cadastrée {parcelle} n° {rang}",
    "Demande de subvention au titre de la DETR {annee}",
    "Tarifs de la cantine et de la garderie périscolaire",
    "Création d'un poste d'adjoint technique à temps non complet",
    "Convention avec l'association « Les Œuvres scolaires »",
    "Décision modificative n° 2 du budget de l'assainissement",
    "Dénomination de la voie dite « chemin des Chênes »",
    "Adhésion au groupement de commandes d'électricité",
)
VISAS = (
    "Vu le code général des collectivités territoriales, notamment ses articles L. 2121-29 et L. 2241-1 ;",
    "Vu la loi n° {loi} du {jour_ancien} {mois_ancien} {ancienne} relative à l'organisation territoriale ;",
    "Vu l'instruction budgétaire et comptable M57 ;",
    "Vu la délibération du {jour_ancien} {mois_ancien} {ancienne} fixant les tarifs des services publics locaux ;",
    "Vu l'avis du service des domaines en date du {jour_ancien} {mois_ancien} {ancienne} ;",
    "Vu le code de l'urbanisme et le plan local d'urbanisme approuvé le {jour_ancien} {mois_ancien} {ancienne} ;",
    "Vu le rapport de {nom}, adjointe déléguée aux finances ;",
    "Vu l'avis favorable de la commission « travaux, voirie et réseaux » réunie le {convocation} ;",
)
CONSIDERANTS = (
    "Considérant que les travaux de réfection de la toiture de l'école sont estimés à {montant} € hors taxes ;",
    "Considérant l'intérêt pour la commune d'acquérir ce terrain de {surface} m², situé à l'entrée du bourg ;",
    "Considérant qu'il y a lieu de réviser les tarifs, inchangés depuis {ans} ans, pour tenir compte des coûts ;",
    "Considérant la nécessité d'assurer la continuité du service et l'accueil des élèves de maternelle ;",
    "Considérant que le propriétaire, {nom}, a donné son accord écrit le {convocation} ;",
    "Considérant que l'État et le Département peuvent financer jusqu'à {pour_cent} % de la dépense subventionnable ;",
    "Considérant que la tempête de l'hiver dernier a endommagé la chaussée ainsi que deux ouvrages d'art ;",
)
DECISIONS = (
    "Le conseil municipal, après en avoir délibéré, à l'unanimité, DÉCIDE :",
    "Ouï l'exposé du maire et après en avoir délibéré, le conseil municipal :",
    "LE CONSEIL MUNICIPAL, à la majorité des suffrages exprimés,",
)
ARTICLES = (
    "d'approuver le plan de financement pour un montant total de {montant} € TTC ;",
    "d'autoriser {nom}, premier adjoint, à signer l'acte à intervenir ainsi que toute pièce s'y rapportant ;",
    "d'inscrire les crédits nécessaires au chapitre 21, article 2151, du budget primitif de l'exercice {annee} ;",
    "de solliciter une aide de {montant} € auprès du conseil départemental, soit {pour_cent} % de la dépense ;",
    "de fixer le prix du repas à 3,{pour_cent} € pour les enfants domiciliés dans la commune ;",
    "de charger le maire de l'exécution de la présente délibération, qui sera transmise au représentant de l'État ;",
    "de retenir l'offre de l'entreprise la mieux-disante pour une durée de {ans} ans à compter du {convocation} ;",
)
SUITES = (
    "Vote : pour 14, contre 2 ({nom} et {nom}), abstention 1.",
    "Adopté à l'unanimité des membres présents et représentés. Ainsi fait et délibéré les jour, mois et an susdits.",
    "{nom}, intéressé à l'affaire, ne prend pas part au vote. Pour extrait certifié conforme.",
)
