"""Invented acts of the council of Bellerive-sur-Orle, as printed: what the tests of segmentation and chain vary."""

ACTE = """
                         EXTRAIT DU REGISTRE DES DÉLIBÉRATIONS
                              DU CONSEIL MUNICIPAL
                         Commune de Bellerive-sur-Orle

Séance du 12 mars 2021

L'an deux mille vingt et un, le douze mars à dix-neuf heures, le Conseil municipal de la
commune de Bellerive-sur-Orle, régulièrement convoqué le 5 mars 2021, s'est réuni à la
salle des fêtes, sous la présidence de Mme Anne ROY, Maire.

Étaient présents : Mme Anne ROY, M. Jean DUPONT, M. Paul MARTIN, Mme Lucie FAURE
Absent excusé ayant donné pouvoir : M. Luc PETIT à Mme Anne ROY
Absent : M. Gilles VIDAL
Secrétaire de séance : M. Paul MARTIN

N° 2021-014
Objet : Rénovation de la salle des fêtes

Madame le Maire expose que la salle des fêtes, construite en 1962, ne répond plus aux
normes et qu'il convient de la rénover.

Vu le Code général des collectivités territoriales ;
Vu le budget de la commune ;
Considérant que la salle est vétuste ;

Le Conseil municipal, après en avoir délibéré, à l'unanimité,
- APPROUVE le projet de rénovation ;
- AUTORISE Mme le Maire à signer les marchés.

Fait et délibéré les jour, mois et an susdits.
Pour extrait conforme,
Le Maire,
Anne ROY
"""

_TETE = """
COMMUNE DE BELLERIVE-SUR-ORLE
PROCÈS-VERBAL DE LA SÉANCE DU CONSEIL MUNICIPAL
du 12 mars 2021

L'an deux mille vingt et un, le douze mars à dix-neuf heures, le Conseil municipal de la
commune de Bellerive-sur-Orle, régulièrement convoqué, s'est réuni à la mairie, sous la
présidence de Mme Anne ROY, Maire.

Présents : Mme Anne ROY, M. Jean DUPONT, M. Paul MARTIN, Mme Lucie FAURE
Absent : M. Gilles VIDAL
Secrétaire de séance : M. Paul MARTIN

"""

PROCES_VERBAL_NUMEROTE = (
    _TETE
    + """
Délibération n° 2021-014 : Rénovation de la salle des fêtes

Madame le Maire présente le projet et son plan de financement.
Le Conseil municipal, après en avoir délibéré, à l'unanimité, approuve le projet.

Délibération n° 2021-015 : Vente du presbytère

Le prix proposé est de 62 500 euros.
Le Conseil municipal, par 3 voix pour et 1 voix contre, décide de vendre le presbytère.

Délibération n° 2021-016 : Rapport sur l'eau

Le Conseil municipal prend acte du rapport annuel sur la qualité de l'eau.

La séance est levée à 21 heures.
"""
)

PROCES_VERBAL_A_ORDRE_DU_JOUR = (
    _TETE
    + """
Ordre du jour :
- Rénovation de la salle des fêtes
- Vente du presbytère
- Rapport sur la qualité de l'eau
- Questions diverses

Rénovation de la salle des fêtes

Madame le Maire présente le projet et son plan de financement, qui a été discuté par la
commission des travaux.
Le Conseil municipal, après en avoir délibéré, à l'unanimité, approuve le projet.

Vente du presbytère

Le prix proposé est de 62 500 euros.
Le Conseil municipal, par 3 voix pour et 1 voix contre, décide de vendre le presbytère.

Rapport sur la qualité de l'eau

Le rapport annuel est présenté par M. Jean DUPONT.
Le Conseil municipal prend acte du rapport annuel.

Questions diverses

Mme FAURE demande la réparation du banc de la place.
"""
)

LISTE_DE_VOTES = """
Commune de Bellerive-sur-Orle
LISTE DES DÉLIBÉRATIONS
Conseil municipal du 12 mars 2021

Présents : Mme Anne ROY, M. Jean DUPONT, M. Paul MARTIN, Mme Lucie FAURE

Approbation du procès-verbal de la séance précédente
Adopté à l'unanimité

Rénovation de la salle des fêtes
Adopté à l'unanimité

Vente du presbytère
Pour : 3 - Contre : 1

Tarifs de la cantine
Adopté à l'unanimité

Convention avec le département
Adopté à l'unanimité
"""
