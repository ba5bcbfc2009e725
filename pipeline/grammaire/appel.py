"""What a roll looks like, beside the formulas that open it: names, functions, headings, tables of presence.

Patterns match the folded text of a paragraph from its start, except ``PERSONNE_NOMMEE`` and ``AUTRE_PART``, which need
the capitals and accents of the printed text.
"""

import re

from modeles.acte import NatureZone

CIVILITE_ET_NOM = re.compile(
    r"(?:M(?:mes?|lles?|elle|r|rs|M|essieurs|onsieur|adame|esdames|ademoiselle|ME|LLE)?)\b\.?\s+[A-ZÀ-Ý]"
)
PERSONNE_NOMMEE = re.compile(r"\b(?:Mm?e|M|MM|Mmes|Mr|Monsieur|Madame|Mlle)\.?\s+[A-ZÀ-Ý]")
AUTRE_PART = re.compile(
    r"(?<=[\w)])\s+(?=(?:(?:[ÉE]lus?|Membres?|Conseillers?|Délégués?)\s(?:absente?s?|excusée?s?)|Absente?s?|Excusée?s?|Procurations?|Pouvoirs?|Représentée?s?)\s?:)|\s+(?=(?:Monsieur|Madame)\s(?:le|la)\s(?:Maire|Présidente?)\spropose\sde\sconfier)|[.;]\s+(?=(?:(?:[ÉE]lue?s?|Membres?|Conseillers?|Délégués?)\s(?:absente?s?|excusée?s?)|Absente?s?|ABSENTE?S?|Excusée?s?|EXCUSÉE?S?|Procurations?|PROCURATIONS?|Pouvoirs?|POUVOIRS?|Secrétaire|Représentée?s?|Étaient)\b[^.;:]{0,60}:)"
)
COMPTE_DE_NOMS = re.compile(
    r"\d{1,3}\s[^:]{3,140}\b(?P<part>absents?|excuses?|presents?|procurations?|pouvoirs?)\s?:\s(?=m|[a-z]+\s[a-z])"
)
"""Counts that end on names: "18 conseillers étaient présents, 5 étaient absents : Mme X, M. Y"."""
NOMBRE_DE = re.compile(
    r"nombre\sd(?:e\s|')\s?(?=(?:membres\s|conseillers\s|delegues\s)?(?:presents?|absents?|excuses?|pouvoirs?|procurations?)\b)"
)
NOMBRE_EN_TETE = re.compile(r"\D{0,60}:\s*\d{1,3}\b\s{0,2}[:)]?\s{0,2}")
"""A label and its count: "Présents : 14"."""
PART_COMPTEE = re.compile(
    r"(?:nombre\sd(?:e\s|')|etaient\s)?(?:(?:membres|conseillers|elus|delegues)\s)?(?:presents?|absents?|excuses?|representes?|pouvoirs?|procurations?)"
    r"(?:[a-z', ]{0,60})\s{0,2}:\s{0,2}\d{1,3}\W{0,2}"
)
"""The same alone in its paragraph, as the heading of a part of the roll."""
STATUT = re.compile(
    r"(?:en\svisio|visio|a\sdistance)\w*|(?:presente?|absente?|excusee?|representee?)\b(?!\s(?:au|a|du|de)\b)"
    r"|(?:pouvoir|procuration)\b|a\sdonne\b"
)
"""A cell that says how one person attended."""
PRESIDENT_NOMME = re.compile(r"president(?:e)?(?:\sde\s(?:la\s)?seance)?\s?:")
"""The label of who presides."""
ETIQUETTE_D_ACTE = re.compile(r"(?:objet(?:\sde\sla\sdeliberation)?|deliberation\s?n?\s?[°o]?)\W{0,3}")
"""The label of the number or of the title, alone in its cell."""
TETE_DES_PRESENTS = re.compile(r"(?:membres|delegues|conseillers|elus|titulaires)\s(?:titulaires\s)?presents?\W{0,2}")
"""The head of a column of those present."""
NOM_ET_ETAT = re.compile(r"(?P<nom>\D{5,60}?)\s{0,2}[-–—:,(.…]{1,60}\s{0,2}(?P<etat>present|absent|excuse)e?\W{0,2}")
"""A person and how they attended, on one line: "Jean DUPONT - présent", "Anne ROY (excusée)"."""
PARTS: tuple[tuple[str, NatureZone], ...] = (
    ("absent", "absents"),
    ("excuse", "excuses"),
    ("present", "presents"),
    ("procuration", "procurations"),
    ("pouvoir", "procurations"),
)
SECRETAIRE_NOMME = re.compile(
    r"i[l\]]\sa\sete\sprocede(?:,\s[^,]{5,80},)?\sa\s(?:l'election|la\s(?:nomination|designation))\sd(?:u|'une?)\ssecretaire|.{0,120}\b(?:design|nomm|elu|choisi|remplit|assure)\w*\b.{0,60}\bsecretaire\b"
    r"|.{0,80}\bconfier\s(?:le\ssecretariat|les\sfonctions\sde\ssecretaire)\s(?:de\s(?:la\s)?seance\s)?a\s"
)
SOUS_TITRE = re.compile(
    r"(?:groupe|liste|non[- ]inscrit|sans\s+etiquette|pour\s+(?:la\s+)?(?:commune|ville)|communes?\s+(?:de|d')|"
    r"titulaires?|suppleants?)"
)
FONCTION = re.compile(
    r"(?:maires?|adjoint|conseill|president|vice|delegue|premier|deuxieme|troisieme|quatrieme|\d+(?:er|e|eme|ere)?|membres?|"
    r"municipa|communauta|comite|syndica|titulaire|suppleant|departementa|regiona|arrive|depart|pouvoir|procuration|represente|donne|excuse|absent|"
    r"a|au|aux|et|le|la|les|de|du|des|d'|l'|en|par|von|van|der|dit|nee|epouse|partir|point|h\d*|heures?)"
)
TITRE_CAPITALE = re.compile(r"\b(?:des|une|un|pour|sur|au|aux|et|a|par|dans|avec|entre|son|ses)\s|\bd'une?\b")
"""Little words that a list of names in capitals does not hold, and a title does."""
RECIT = re.compile(
    r"\A.*\b(?:ouvre|declare|constat\w+|design\w+|nomme\w*|secretaire|rappelle|expose|propose|rapporte|"
    r"indique|precise|demande|procede|rapport\s(?:presente|de))\b"
)
SEANCE = re.compile(
    r"\A.*\b(?:presidence|en exercice|convocations?|convoque\w*|votants?|quorum|se(?:ance)? (?:du|est|sont)|reuni\w*|"
    r"affichage)\b"
)
LETTRE = re.compile(
    r"(?:republique|departement|arrondissement|canton|commune|ville|mairie|communaute|metropole|syndicat|region|sivu|sivom|"
    r"centre\s|conseil|comite|bureau|commission|extrait|proces|compte|seance|liberte|etablissement|caisse|service|office|\d|le\s|l'an)"
)
"""A line of the letterhead, which is no title."""
COMPTE_SEUL = re.compile(
    r"(?:effectif\slegal|(?:nombre\sd(?:e\s|'))?\s?(?:membres|conseillers|delegues|elus|administrateurs)?\s?"
    r"(?:en\sexercice|presents?|votants?|absents?|representes|pouvoirs|procurations|quorum|suffrages\sexprimes))\s?:\s?\d{1,3}\b"
)
"""A count of members opens the line: the session's, wherever it is printed."""
LETTRE_DE_CORPS = re.compile(
    r"(?:republique|departement\sd|arrondissement|canton\sd|commune\sd|ville\sd|mairie\sd|communaute\s(?:de\scommunes|d'agglo|urbaine)|"
    r"metropole|syndicat\s(?:mixte|intercommunal)|region\s|sivu|sivom|etablissement\spublic)"
)
"""The body's name in its letterhead: under a number it is still no title."""
NOM_ET_FONCTION = re.compile(
    r"(?:m\.|mme|mlle|monsieur|madame)\s[^,;:]{3,50},\s(?:(?:\d{1,2}\s?(?:er|ere|e|eme|nde?)|premiere?)\s)?"
    r"(?:maire|adjoint|vice-president|president|conseill|delegue|membre|administrat|questeur)"
)
"""A line of the roll, whatever the function says after: "Mme ROY, 2e adjointe, déléguée aux écoles et aux sports"."""
LIGNE_DE_LIEU = re.compile(r"republique\sfrancaise|(?:departement|arrondissement)\s?(?::|d)")
"""A line of the letterhead that no roll holds, centred or not."""
LIGNE_D_ENTETE = re.compile(
    r"(?:conseil\s(?:municipal|communautaire|regional|departemental|general|metropolitain|syndical|d'administration)|"
    r"comite\s(?:syndical|directeur)|bureau(?:\s\w+)?|commission\spermanente|deliberations?|extrait|"
    r"(?:du\s|le\s)?\d{1,2}(?:er)?(?:\set\s\d{1,2})?\s[a-z]+\s\d{4})\W*"
)
"""An organ, a register's word or a date, alone on its line: no title either."""
PHRASE = re.compile(
    r"(?:m\.|mme|monsieur|madame|le\s+(?:maire|president|conseil|comite)|la\s+(?:maire|presidente)|ils?\s|apres\b|entendu|personne\b|aucun|suite\s|cette\s|ces?\s|les\s+(?:membres|elus|conseillers))"
)
COLONNE_DE_LIBELLES = re.compile(
    r"(?:communes?|epci|collectivites?|groupes?|cantons?|colleges?|territoires?|structures?)\b"
)
"""Head of a column that says whom the members stand for, in a table of the roll."""
GRILLE = re.compile(
    r"(?:(?:nombre\sde\s)?(?:membres|conseillers|delegues|elus)?\s?(?:en\sexercice|presents?|votants?|quorum|pouvoirs?|procurations?|absents?|representes?|excuses?)"
    r"|afferents\sau\s(?:conseil|comite|bureau)[a-z' ]{0,30}"
    r"|(?:qui\s)?(?:ont|ayant)\spris\spart\s(?:a\sla\sdeliberation|au\svote)"
    r"|(?:date\s(?:de\s(?:la\s)?)?)?(?:convocation|seance)|date|heure|lieu|objet|rapporteure?|secretaire(?:\sde\sseance)?|numero|n°|affichage)\s?:?"
)
"""A label alone in its cell, its value in the next row or the next column."""
TABLEAU_DE_PRESENCE = re.compile(
    r"\b(?:presents?|signatures?|emargement|pouvoirs?|procurations?|donnee?s?\s+par|recue?s?\s+par|titulaires?|excuses?|absents?|noms?\s+et\s+prenoms?|mandants?|mandataires?)\b"
)
PIECE_JOINTE = re.compile(r"(?:convention|contrat|reglement|avenant|statuts|bail|entre\s+les\s+soussignes)\b")

EXEMPLES: dict[str, tuple[str, ...]] = {
    "NOM_ET_FONCTION": ("m. de rocca serra anghjulu, 3eme vice-president, delegue aux ecoles",),
    "CIVILITE_ET_NOM": ("Mme DUPONT", "M. Roux", "MM. ROUX et BLANC"),
    "PERSONNE_NOMMEE": ("proposé par M. Roux", "Mme DUPONT"),
    "AUTRE_PART": (
        "Excusé : Dumè FILIPPI Absente : Vannina LECA",
        "Mme Roux. Absents : M. Blanc",
        "M. Noir ; Pouvoirs : Mme A à M. B",
    ),
    "COMPTE_DE_NOMS": ("18 conseillers etaient presents, 5 etaient absents : mme x, m. y",),
    "NOMBRE_DE": ("nombre de presents : 4", "nombre d'absents : 1"),
    "NOMBRE_EN_TETE": ("presents : 14", "absents representes : 9 m. roux"),
    "PART_COMPTEE": ("presents : 60", "absents representes : 9", "absents ayant donne pouvoir : 3"),
    "PRESIDENT_NOMME": ("president : m. roux", "presidente de seance : mme roy"),
    "ETIQUETTE_D_ACTE": ("objet", "deliberation n°"),
    "TETE_DES_PRESENTS": ("delegues presents", "membres presents :"),
    "NOM_ET_ETAT": ("jean dupont - present", "anne roy (excusee)", "luc petit ........ absent"),
    "STATUT": ("presente", "en visioconference", "excuse", "represente par mme roux", "pouvoir a m. blanc"),
    "SECRETAIRE_NOMME": (
        "il a ete procede, conformement a l'article l. 2121-15, a la nomination d'un secretaire",
        "mme roux a ete designee comme secretaire",
        "m. blanc remplit les fonctions de secretaire",
    ),
    "SOUS_TITRE": ("groupe ensemble", "communes de valserre", "titulaires"),
    "FONCTION": ("maire", "2eme", "conseillere", "departementale"),
    "TITRE_CAPITALE": ("convention avec le departement", "creation d'un poste"),
    "RECIT": ("le maire ouvre la seance", "monsieur le maire rappelle que"),
    "SEANCE": ("nombre de membres en exercice : 19", "date de convocation", "sous la presidence de"),
    "LETTRE_DE_CORPS": ("region garonne-et-pyrenees", "departement d'eure-et-loir"),
    "COMPTE_SEUL": ("nombre de membres presents : 9", "effectif legal : 23 - en exercice : 21"),
    "LIGNE_DE_LIEU": ("departement : haute-corse", "arrondissement de calvi"),
    "LIGNE_D_ENTETE": ("conseil regional", "14 et 15 decembre 2022", "deliberation"),
    "LETTRE": ("republique francaise", "commune de brest", "seance du 3 mars"),
    "PHRASE": ("le maire expose", "apres lecture", "cette depense"),
    "COLONNE_DE_LIBELLES": ("communes", "epci"),
    "GRILLE": (
        "en exercice",
        "afferents au conseil municipal",
        "qui ont pris part a la deliberation",
        "membres presents",
        "lieu",
        "date de convocation",
        "objet :",
    ),
    "TABLEAU_DE_PRESENCE": ("nom et prenom", "signatures", "pouvoirs"),
    "PIECE_JOINTE": ("convention de mise a disposition", "entre les soussignes"),
}
CONTRE_EXEMPLES: dict[str, tuple[str, ...]] = {
    "NOM_ET_FONCTION": ("m. roux, absent",),
    "CIVILITE_ET_NOM": ("M 14 - budget", "M. le Maire"),
    "PERSONNE_NOMMEE": ("le maire", "la commune"),
    "AUTRE_PART": ("M. Absent, Mme Roux", "Absents : M. Blanc"),
    "COMPTE_DE_NOMS": ("presents : 18", "nombre de conseillers presents : 14"),
    "NOMBRE_DE": ("nombre de membres en exercice : 4",),
    "NOMBRE_EN_TETE": ("presents : m. roux",),
    "PART_COMPTEE": ("en exercice : 23", "presents : m. roux"),
    "NOM_ET_ETAT": ("jean dupont", "mme roy est presente", "presents : 12"),
    "STATUT": ("representant au sivu", "maire", "mme roux"),
    "SECRETAIRE_NOMME": ("le secretariat de mairie",),
    "TITRE_CAPITALE": ("dupont jean, roux marie",),
    "RECIT": ("dupont jean, roux marie",),
    "SEANCE": ("tarifs du cimetiere",),
    "LETTRE_DE_CORPS": ("tarifs de la cantine",),
    "COMPTE_SEUL": ("presents : m. roux",),
    "LIGNE_DE_LIEU": ("departements representes",),
    "LIGNE_D_ENTETE": ("tarifs de la cantine",),
    "LETTRE": ("approbation de la convention",),
    "COLONNE_DE_LIBELLES": ("nom et prenom",),
    "GRILLE": ("montant",),
    "TABLEAU_DE_PRESENCE": ("montant", "subvention"),
}
