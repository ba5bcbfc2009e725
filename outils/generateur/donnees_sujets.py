"""What invented acts are about: title, visas, grounds, and the items decided (infinitive, complement)."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Sujet:
    """Grounds carry their "que", when they have one, before a bar: "que |la toiture est usée"."""

    objet: str
    visas: tuple[str, ...]
    considerants: tuple[str, ...]
    articles: tuple[tuple[str, str], ...]


VERBES = {
    "approuver": "approuve", "autoriser": "autorise", "fixer": "fixe", "charger": "charge", "dire": "dit",
    "solliciter": "sollicite", "donner": "donne", "préciser": "précise", "adopter": "adopte", "attribuer": "attribue",
    "créer": "crée", "inscrire": "inscrit", "accepter": "accepte", "désigner": "désigne", "retenir": "retient",
    "demander": "demande", "modifier": "modifie", "céder": "cède", "maintenir": "maintient",
    "rejeter": "rejette", "prendre acte": "prend acte", "ajourner": "ajourne", "émettre": "émet",
    "instituer": "institue", "confier": "confie", "renouveler": "renouvelle", "reconduire": "reconduit",
}  # fmt: skip
VISAS_COMMUNS = (
    "la délibération du {ancienne} relative aux délégations consenties",
    "l'avis favorable de la commission des finances réunie le {convocation}",
    "le rapport présenté en séance",
    "la loi n° 82-213 du 2 mars 1982 relative aux droits et libertés des communes, des départements et des régions",
    "le budget de l'exercice {annee}",
    "les statuts en vigueur et le règlement intérieur de l'assemblée",
)
SUJETS = (
    Sujet("Réfection de la toiture du groupe scolaire – Plan de financement",
          ("le devis établi par l'entreprise Ferrand le {ancienne}",
           "la circulaire préfectorale du {ancienne} relative aux subventions d'équipement"),
          ("que |la toiture du groupe scolaire, posée en 1962, n'est plus étanche",
           "que |le coût des travaux est estimé à {montant} hors taxes",
           "|la nécessité d'assurer la sécurité des élèves et du personnel"),
          (("approuver", "le plan de financement des travaux pour un montant de {montant} hors taxes"),
           ("solliciter", "une subvention de l'État au taux de {taux} % de la dépense"),
           ("inscrire", "les crédits nécessaires au budget de l'exercice {annee}"))),
    Sujet("Acquisition de la parcelle cadastrée {parcelle}",
          ("l'avis du service des domaines en date du {ancienne}", "la promesse de vente signée le {ancienne}"),
          ("|l'intérêt d'acquérir ce terrain situé à l'entrée du bourg",
           "que |le propriétaire a donné son accord au prix de {montant}"),
          (("accepter", "l'acquisition de la parcelle cadastrée {parcelle} au prix de {montant}"),
           ("autoriser", "{chef} à signer l'acte authentique et toutes les pièces s'y rapportant"),
           ("dire", "que les frais de notaire seront à la charge de l'acquéreur"))),
    Sujet("Tarifs de la cantine et de la garderie",
          ("le décret du {ancienne} relatif aux prix de la restauration scolaire",),
          ("qu'|il y a lieu de réviser des tarifs inchangés depuis trois ans",
           "|la hausse du coût des denrées et de l'énergie"),
          (("fixer", "le prix du repas à {petit} à compter de la prochaine rentrée"),
           ("maintenir", "la gratuité de l'accueil du matin pour les fratries"),
           ("charger", "{chef} de l'exécution de la présente délibération"))),
    Sujet("Création d'un poste d'agent d'entretien à temps non complet",
          ("le tableau des emplois",
           "la loi n° 84-53 du 26 janvier 1984 portant statut de la fonction publique territoriale"),
          ("que |les besoins du service justifient la création d'un emploi permanent",),
          (("créer", "un emploi d'agent d'entretien à raison de {taux} heures par mois"),
           ("modifier", "en conséquence le tableau des emplois"),
           ("inscrire", "au budget les crédits correspondants"))),
    Sujet("Subvention à l'association « Les Amis du Moulin »",
          ("la demande présentée par l'association le {ancienne}", "le bilan de l'exercice écoulé"),
          ("que |l'association anime la vie locale tout au long de l'année",
           "|le concours apporté à la restauration du moulin banal"),
          (("attribuer", "à l'association « Les Amis du Moulin » une subvention de {montant}"),
           ("approuver", "la convention d'objectifs annexée à la présente délibération"),
           ("autoriser", "{chef} à signer ladite convention"))),
    Sujet("Décision modificative n° {petit_rang} du budget de l'assainissement",
          ("le budget primitif adopté le {ancienne}", "l'instruction comptable en vigueur"),
          ("que |les crédits ouverts au chapitre 21 sont insuffisants",),
          (("adopter", "la décision modificative n° {petit_rang} telle que présentée"),
           ("autoriser", "le virement de {montant} de l'article 615 à l'article 2158"))),
    Sujet("Convention de mise à disposition de matériel",
          ("le projet de convention transmis le {ancienne}",),
          ("que |la mutualisation du matériel permet une économie annuelle de {montant}",
           "|l'accord des collectivités partenaires"),
          (("approuver", "les termes de la convention de mise à disposition"),
           ("autoriser", "{chef} à signer la convention et ses avenants"),
           ("préciser", "que la convention prend effet pour une durée de trois ans"))),
    Sujet("Marché de travaux de voirie – Attribution",
          ("le code des marchés publics", "le procès-verbal de la commission d'appel d'offres du {ancienne}"),
          ("que |quatre entreprises ont remis une offre dans les délais",
           "que |l'offre de l'entreprise Durand-Lacaze est la mieux classée"),
          (("retenir", "l'offre de l'entreprise Durand-Lacaze pour un montant de {montant}"),
           ("autoriser", "{chef} à signer le marché"),
           ("dire", "que la dépense sera imputée à l'article 2315"))),
    Sujet("Désignation d'un représentant au comité des fêtes",
          ("les statuts du comité des fêtes",),
          ("qu'|il convient de pourvoir au remplacement du représentant démissionnaire",),
          (("désigner", "un représentant titulaire et un représentant suppléant pour la durée du mandat"),
           ("charger", "{chef} d'en informer le comité"))),
    Sujet("Règlement du service de l'eau et prix de l'abonnement",
          ("le projet de règlement du service", "le rapport annuel sur la qualité de l'eau"),
          ("que |le règlement adopté en 1971 ne répond plus aux besoins des abonnés",
           "|le programme de renouvellement des canalisations"),
          (("adopter", "le règlement du service de l'eau"),
           ("fixer", "l'abonnement semestriel à {petit} hors taxes"),
           ("demander", "au fermier d'en remettre un exemplaire à chaque abonné"))),
    Sujet("Cession d'un véhicule utilitaire",
          ("l'estimation de l'expert en date du {ancienne}",),
          ("que |ce véhicule, mis en service en 1974, n'a plus d'usage",),
          (("céder", "le véhicule au plus offrant, sur la base de {montant}"),
           ("donner", "tous pouvoirs à {chef} pour signer le certificat de cession"))),
    Sujet("Avenant n° {petit_rang} au contrat d'entretien de l'éclairage public",
          ("le contrat signé le {ancienne}", "la proposition de la société Luxelec"),
          ("|l'extension du réseau de {taux} points lumineux", "que |le contrat arrive à échéance en fin d'année"),
          (("accepter", "l'avenant n° {petit_rang} pour un montant annuel de {montant}"),
           ("autoriser", "{chef} à signer cet avenant"))),
)  # fmt: skip
ISSUES = {
    "rejeter": (("rejeter", "la proposition qui lui est soumise"),),
    "prendre acte": (("prendre acte", "de la communication qui lui a été faite sur ce point"),),
    "ajourner": (("ajourner", "l'examen de cette affaire à une prochaine séance"),),
    "avis favorable": (("émettre", "un avis favorable au projet présenté"),),
    "avis défavorable": (("émettre", "un avis défavorable au projet présenté"),),
}
"""Items of the acts that do not adopt what was proposed."""
