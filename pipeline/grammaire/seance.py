"""The session in the header: dates told apart by what stands before them, chair, secretary, place, nature.

convocation = ("convoqué" | "convocation") ... date          affichage = "affichage" ... date
presidence  = "sous la présidence de" personne               secretaire = "secrétaire de séance" ":" personne | ...
"""

import re

CONVOCATION = re.compile(r"convo(?:cation|que)\w*+(?!\s{1,3}pour)(?:[^.;]|(?<=\bm)\.|(?<=\bmme)\.){0,170}$")
CONVOQUE_SANS_ANNEE = re.compile(
    r"convo(?:cation|qu)\w*(?:(?!reuni|assembl|sieg|seance|pour\s)[^.;]){0,60}?\b(?:le|du)\s{1,2}(?:lundi\s|mardi\s|mercredi\s|jeudi\s|vendredi\s|samedi\s)?"
    r"(?P<jour>\d{1,2}(?:er)?|[a-z]{2,8}(?:[- ](?:et[- ])?(?:un|deux|trois|quatre|cinq|six|sept|huit|neuf))?)"
    r"\s(?P<mois>[a-z]{3,9})\b"
    r"(?!\s?\d{4}|\s(?:deux|mil))"
)
"""The year is the session's, or the one before: "convoqué le treize juin"."""
CONVOCATION_ET_AFFICHAGE = re.compile(
    r"(?:convocation\s{0,2}(?:et|/|,)\s{0,2}(?:d'|de\sl')?affichage|affichage\s{0,2}(?:et|/|,)\s{0,2}(?:de\s(?:la\s)?)?convocation)"
    r"[^.;]{0,40}$|convocations?\s(?:\w+\s){0,2}et\s(?:\w+\s){0,2}affich\w+[^.;]{0,40}$"
)
"""One date printed for both."""
AFFICHAGE = re.compile(
    r"(?:(?<!et )(?<!par )affichage\b[^.;]{0,60}|affichee?s?\s{1,2}(?:(?:a|au|en|sur)\s[^.;,]{2,40}\s)?le\s{0,2})$"
)
DEUX_ETIQUETTES = re.compile(
    r"(?:date\sde\s)?convocation(?:\s(?:du|le))?\s?:?\s{1,3}(?:date\sd')?affichage(?:\s(?:du|le))?\s?:?\s{0,3}$"
)
"""Two labels side by side, their dates after both."""
PUBLICATION = re.compile(
    r"(?:publi(?:ee?s?|cation)\b|recu\w*|transmi\w+|envoye\w*|depose\w*|prefecture|notifi\w+)[^.;]{0,50}$"
)
AUTRE_DATE = re.compile(
    r"(?:pas\s{1,3}ete\s{1,3}(?:atteint|reuni)|"
    r"proces-verbal|compte[- ]rendu|deliberation|loi|decret|ordonnance|arrete|article|circulaire|installation|"
    r"election|mandat|"
    r"\bnee?|depuis|jusqu'au|premiere\s{1,3}(?:reunion|convocation|seance))\b[^.;]{0,70}$"
)
TITRE_DATE = re.compile(
    r"^\W*(?:proces[- ]verbal|compte[- ]rendu)(?:\s\w+)?\s(?:du\s|de\s(?:la\s)?|de\sl')"
    r"(?:seance|reunion|conseil|comite|bureau|assemblee)\b[^.;]{0,60}$"
)
"""Head of the minutes: their own session, not another's."""
SEANCE_MEME = re.compile(
    r"(?:\A|[^e]\s|[^l]e\s|\W)(?<!de\s)(?<!de\sla\s)seance\s(?:publique\s|ordinaire\s|extraordinaire\s){0,2}du\s"
    r"(?:[a-z]{5,8}\s)?$"
)
"""Right before the date, whatever stands before on the line: "EXTRAIT DU PROCÈS-VERBAL  Séance du 3 mars"."""
DATE_DE_LETTRE = re.compile(r"^\W*(?:fait\s{1,3}a\s{1,3}|ville\s{1,3}de\s{1,3})?[a-z' -]{3,40},\s{0,3}le\s{0,3}$")
SEANCE_DU = re.compile(
    r"(?:seance|reunion|session|conseil|comite|assemblee|bureau|commission)[^.;:]{0,60}(?:du|le|:)?\s{0,3}$|l'?an\s{0,3}$|^\W*(?:le\s{1,3})?$"
)
REUNI = re.compile(
    r"\b(?:(?<=seance\sest\s)ouverte|reuni\w*|(?<!l')assemble\w*|(?<!registre\s)tenu\w*|siege[ar]\w*"
    r"|(?<=\ba\s)siege(?=\s(?:a|au|aux|en|dans)\s)|rassemble\w*)\b"
)
PHRASE_DE_SEANCE = re.compile(
    r"\W{0,3}(?:l'?an\s|le\s(?:\w{5,8}\s)?(?:\d|premier|vingt|trente)"
    r"|l[ea]\s(?:conseil|comite|bureau|commission)|ce jour)"
)
"""How the sentence that opens the session begins."""
LIEU_APRES_L_HEURE = re.compile(
    r".{0,60}(?:seance|reunion)\b.{1,60}?\d{1,2}\s?(?:h|heures)\s?\d{0,2}\s{0,2}[-,]{1,2}\s{0,2}"
    r"(?P<lieu>(?:salle|maison|mairie|hotel|siege|espace|centre|foyer|gymnase|complexe|auditorium)\b[^:;|]{0,80})\Z"
)
"""The whole line: "Séance du jeudi 6 février 2025 à 18 h 30 - Maison du Lac"."""
LIEU_ETIQUETTE = re.compile(
    r"(?:\blieu(?:\s{1,3}de\s{1,3}(?:la\s{1,3})?(?:seance|reunion))?\s?:\s?|\Alieu\s(?!de\b))(?P<lieu>[^:;|]{3,100}?)\s*(?=$|;|\||\sdate\b|\sheure\b)"
)
PRESIDENCE = re.compile(
    r"(?:^presidence\s{1,3}d(?:e\s{1,3}|u\s{1,3}|')|sous\s{1,3}la\s{1,3}presidence\s{1,3}d(?:e\s{1,3}|u\s{1,3}|')|preside\w*\s{1,3}par\s{1,3}|presidence\s{0,3}:\s{0,3}|president\w*\s{1,3}de\s{1,3}(?:la\s{1,3})?seance\s{0,3}:\s{0,3}|presidente?\s{0,3}:\s{0,3}|presidai\w{1,3}(?:\s{1,3}(?:la\s{1,3})?(?:seance|reunion))?\s{0,3}:\s{0,3}|president\w*\s{1,3}de\s{1,3}(?:la\s{1,3})?seance\s{1,3}(?=(?:m\.|mme|monsieur|madame)\s)|\bouverte\s{1,3}a\s{1,3}[^.;]{2,80}?\bpar\s{1,3}(?=m\.|mme|monsieur|madame))"
)
QUI_PRESIDE = re.compile(
    r"(?P<personne>(?:m\.|mme|monsieur|madame)\s(?:[^.;:]|(?<=\b[a-z])\.){3,80}?)\s?,?\s?"
    r"(?:(?:le|la)?qu(?:i|el(?:le)?)\s(?:a\s)?preside|presidant\s(?:la\s)?(?:seance|reunion|assemblee)|assurant\sla\spresidence)"
)
"""The chair named before the verb: "... de son Président, M. X, qui a présidé la séance"."""
ETIQUETTE_PRESIDENT = re.compile(
    r"(?:president(?:e)?(?:\s{1,2}de\s{1,2}(?:la\s{1,2})?seance)?|(?:sous\s{1,2}la\s{1,2})?presidence(?:\s{1,2}de)?)\s?:?\s?"
)
"""A label alone in its cell: who presides is in the next."""
PRESIDENCE_CEDEE = re.compile(
    r"\b(?:ced|laiss|confi|remi|transmi)\w{1,4}\s{1,3}(?:la|sa)\s{1,3}presidence(?:\s{1,3}de\s{1,3}(?:la\s{1,3})?seance)?\s{1,3}a\s{1,3}"
)
"""The chair leaves for one act, and another takes it."""
OUVRE = re.compile(
    r"^(?P<personne>.{4,160}?)\b(?:ouvre|occupe\s{1,3}le\s{1,3}fauteuil|declare\s{1,3}(?:la\s{1,3}seance\s{1,3})?ouverte|leve|preside)\b[^.]{0,30}seance"
)
SECRETAIRE_APRES = re.compile(
    r"secretaires?(?:\s{1,3}de\s{1,3}(?:la\s{1,3})?seance)?\s{1,3}(?:sont|est)\s{1,3}(?:remplie?s?|exercee?s?|assuree?s?|confiee?s?)\s{1,3}(?:par|a)(?=\s{1,3}m)|"
    r"confier\s{1,3}(?:le\s{1,3}secretariat|les\s{1,3}fonctions\s{1,3}de\s{1,3}secretaire)(?:\s{1,3}de\s{1,3}(?:la\s{1,3})?seance)?\s{1,3}a(?=\s{1,3}m)|"
    r"secretariat\s{1,3}(?:de\s{1,3}(?:la\s{1,3})?seance\s{1,3})?(?:est|a\s{1,3}ete|etait)\s{1,3}(?:assure|confie|tenu)\s{1,3}(?:par|a)(?=\s{1,3}m)|"
    r"secretaires?\s{0,3}(?:de\s{1,3}(?:la\s{1,3})?seance)?\s{0,3}(?:(?:elu|design|nomm)\w{0,4}\s{0,3})?(?:\W{0,3}\b(?:a\s{1,3}ete|est|sont|ont\s{1,3}ete)\s{1,3}(?:design|nomm|elu)\w*\s{0,3})?(?:[:.,-]|\best\b|$|(?=\s{0,3}m(?:me|lle|r|onsieur|adame)?\.?\s))"
)
SECRETAIRE_AVANT = re.compile(
    r"(?:(?:est|a\s{1,3}ete|ont\s{1,3}ete|sont)\s{1,3}(?:\w+\s{1,3}){0,4}?(?:design|nomm|elu|choisi)\w*|remplit|assure|exerce|est|en\s{1,3}qualite|comme|pour\s{1,3}(?:remplir|assurer)|accepte)"
    r"[^.;]{0,70}secretaire"
)
HORAIRES = re.compile(
    r"\b(?:secretariat|mairie|bureaux|accueil)\s(?:\w+\s)?ouverte?s?\b|\bouverte?s?\sau\spublic\b|\bhoraires\s(?:d'|de\s|:)|"
    r"\bde\s\d{1,2}\s?h(?:eures)?\s?\d{0,2}\sa\s\d{1,2}\s?h"
)
"""When the office is open: no time of a session."""
QUI_EST_SECRETAIRE = re.compile(
    r"(?P<personne>(?:m\.|mme|mlle|monsieur|madame)\s[^.;:]{3,60}?),\s{1,3}secretaire\s{1,3}(?:de\s{1,3}seance\s{1,3})?(?:design|elu|nomm)"
)
SECRETAIRE_DE_LA_LOI = re.compile(
    r"(?P<personne>(?:m\.|mme|mlle|monsieur|madame)\s[^.;:,]{1,60}),?\s{1,3}(?:ayant\s[^.;,]{5,60},\s{1,3})?"
    r"(?:a|ayant)\s{1,3}ete\s{1,3}(?:design|nomm|elu|choisi)\w*\s{1,3}pour\s{1,3}(?:remplir|assurer|exercer)"
    r"\s{1,3}(?:ces|les|cette|la)\s{1,3}fonctions?"
)
"""The second sentence of the usual formula: "... M. X, ayant obtenu la majorité des suffrages, a été désigné pour
remplir ces fonctions"."""
SECRETAIRE_CITE = re.compile(
    r"(?:design\w+|nomm\w+|elit|election\s{1,3}de|candidature\s{1,3}de|propos\w+)\s{1,3}[^.;]{3,80}secretaire"
)
NATURE = re.compile(
    r"(?:seance|session|reunion|assemblee)\s{1,3}(?:publique\s{1,3})?(?:dite\s{1,3})?(?P<extra>extra\s?-?)?ordinaire"
)
LIEU = re.compile(
    r"""(?P<prep>\b(?:dans|en|au|aux|a|sur)\s{1,3}(?:la\s{1,3}|le\s{1,3}|les\s{1,3}|l'\s?|sa\s{1,3}|son\s{1,3})?(?=[a-z])|(?<![^,\s])(?=salle\b|mairie\b|hotel\b|siege\b|espace\b))
        (?!ete\b|nouveau\b|nombre\b|loi\b|seance|session|huis|reunion|visio|assemblee|application|vertu|presence|la\s{1,3}suite|suite|date|exercice|raison|deliber)
        (?P<lieu>(?:salle|mairie|hotel|maison|siege|centre|espace|foyer|palais|batiment|locaux|lieu|ecole|theatre|complexe|auditorium|forum|
          amphitheatre|gymnase|pole|chateau|halle|maire|conseil\s{1,3}(?:general|departemental)|prefecture|domaine|cinema|pavillon|annexe|
          bibliotheque|mediatheque|local|preau|salon|grange|ferme|couvent|abbaye|parc|stade|tiers|immeuble|antenne|casino|kursaal|[a-z]).{0,300}?)
        (?=\s{0,3}(?:,?\s{0,3}(?:sous\s{1,3}la|en\s{1,3}(?:seance|session|nombre|reunion|visio|application|presence)|sur\s{1,3}(?:la\s{1,3})?convocation|legalement|regulierement|dument|
           le\s{1,3}(?:lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|\d)|a\s{1,3}(?:\d+|[a-z-]+)\s{0,3}(?:h\b|heures)|a\s{1,3}\d{1,2}\s?[:h]\s?\d|a\s{1,3}huis|apres|suite|conformement|
           afin\s|au\s{1,3}nombre|publiquement|presidee|et\s{1,3}sous|par\s{1,3}convocation|dans\s{1,3}le\s{1,3}respect|(?:au\s{1,3})?lieu\s{1,3}(?:ordinaire|habituel|permettant)|l[ea]\s{1,3}(?:conseil|comite|bureau|commission)\s|l'assemblee|les\s{1,3}membres|apres|suivant|convoque\w*|(?:m|mme|monsieur|madame)[.\s][^,]{3,60},
           |par\s{1,3}(?:m\.|mme|monsieur|madame)|et\s{1,3}par\s{1,3}visio)|[.;:]|$))""",
    re.VERBOSE,
)

EFFECTIF = re.compile(
    r"(?:nombre\sde\s)?(?:membres|conseillers|delegues)?[a-z ]{0,24}\ben\sexercice\s?:?\s?\d{1,3}\b"
    r"|nombre\sde?s?\s(?:membres|conseillers|delegues)\b[a-z ]{0,40}:\s?\d{1,3}\b"
)
"""A line of counts: "Membres en exercice : 29 ; ..."."""
LIGNE_DE_SEANCE = re.compile(
    r"dates?\sde\s(?:la\s)?(?:convocation|seance|reunion)\b|seance\s(?:publique\s)?du\s(?:[a-z]{5,8}\s)?\d|"
    r"conformement\sa\sl'article\b"
    r"|(?:le\s)?(?:[a-z]{5,8}\s)?\d{1,2}(?:er)?\s[a-z]{3,9}\s(?:19|20)\d\d,?\sa\s\d{1,2}\s?h"
)
"""What opens a line of the header: the dates of the session, its first sentence, the law on its secretary."""

EXEMPLES = {
    "LIGNE_DE_SEANCE": (
        "seance du 20-04-1978",
        "date de convocation",
        "le 24 mai 1999 a 17 heures",
        "conformement a l'article l. 2121-15",
    ),
    "EFFECTIF": ("nombre des membres elus : 27", "membres en exercice : 29 ; quorum : 15", "en exercice 19"),
    "CONVOCATION": (
        "date de convocation : ",
        "legalement convoques le ",
        "convocation adressee individuellement a chacun par m. le maire le mardi ",
    ),
    "CONVOQUE_SANS_ANNEE": ("convoque le treize juin, s'est reuni", "sur convocation du 8 mars,"),
    "DEUX_ETIQUETTES": ("convocation du affichage du ",),
    "SEANCE_MEME": ("extrait du proces-verbal du conseil municipal seance du ", "seance publique du mardi "),
    "PRESIDENCE_CEDEE": ("a quitte la salle et cede la presidence a m. x",),
    "SECRETAIRE_DE_LA_LOI": ("m. x, ayant obtenu la majorite des suffrages, a ete designe pour remplir ces fonctions",),
    "AFFICHAGE": (
        "laquelle a ete affichee a la porte le ",
        "date d'affichage : ",
        "convocation adressee le 19 juin et affichee le ",
    ),
    "DATE_DE_LETTRE": ("ville de montpellier, le ",),
    "SEANCE_DU": ("seance du ",),
    "PUBLICATION": ("publie le ", "recu en prefecture le "),
    "CONVOCATION_ET_AFFICHAGE": (
        "date de convocation et d'affichage : ",
        "date d'affichage et de convocation : ",
        "convocation adressee et affichee le ",
    ),
    "TITRE_DATE": ("proces-verbal de la seance du mardi ", "compte rendu du conseil municipal du "),
    "AUTRE_DATE": ("proces-verbal du ", "loi n° 2014-58 du "),
    "PHRASE_DE_SEANCE": ("l'an deux mille", "le vendredi 31 mars 2023 a", "le conseil regional, convoque"),
    "REUNI": ("s'est reuni", "se sont assembles"),
    "LIEU_APRES_L_HEURE": (
        "seance du jeudi 6 fevrier 2025 a 18 h 30 - maison du lac a montriege",
        "convocation : 27 octobre 2009 - ouverture de la seance : 18 h 30 - salle du conseil",
    ),
    "LIEU_ETIQUETTE": ("lieu : salle d'animation",),
    "PRESIDENCE": ("presidence de m. x", "sous la presidence de m. x", "president : m. x"),
    "QUI_PRESIDE": (
        "de son president, m. laurent cayrel, qui a preside la seance",
        "par mme francoise guyot-dupin, presidente, laquelle a preside la reunion",
        "au foyer rural, mme c. van den broucke, maire, presidant la seance",
    ),
    "ETIQUETTE_PRESIDENT": ("president de seance", "presidence :", "sous la presidence de"),
    "OUVRE": ("m. raphael le guennec, maire, constatant que le quorum est atteint, ouvre la seance.",),
    "SECRETAIRE_APRES": (
        "les fonctions de secretaire sont remplies par m. roux",
        "propose de confier le secretariat de la seance a mme roy",
        "le secretariat est assure par m. roux",
        "secretaire de seance : mme x",
        "secretaire de seance m. y",
    ),
    "SECRETAIRE_AVANT": ("a ete designee secretaire", "a ete elu secretaire de seance"),
    "HORAIRES": (
        "secretariat ouvert le mardi",
        "de 9 h a 12 h",
        "mairie ouverte tous les jours",
        "horaires d'ouverture",
    ),
    "QUI_EST_SECRETAIRE": ("mme roux, secretaire designee a l'ouverture",),
    "SECRETAIRE_CITE": ("candidature de catherine vinas, en qualite de secretaire",),
    "NATURE": ("seance extraordinaire", "session ordinaire", "seance publique ordinaire"),
    "LIEU": ("a la salle jacques-brel, en seance publique", "en mairie, salle du conseil, sous la presidence"),
}
CONTRE_EXEMPLES = {
    "HORAIRES": ("la seance est ouverte a 20 heures 35", "ouverte par m. le maire a 18 h"),
    "AUTRE_DATE": ("a siege dans les locaux de l'ancienne ecole le mercredi ",),
    "CONVOCATION_ET_AFFICHAGE": ("convocation du 3 mars, affichage du ",),
    "TITRE_DATE": ("approbation du proces-verbal de la seance du ", "proces-verbal du "),
    "DEUX_ETIQUETTES": ("convocation du 3 mars, affichage du ",),
    "SEANCE_MEME": ("approbation du proces-verbal de la seance du ",),
    "PRESIDENCE_CEDEE": ("sous la presidence de m. x",),
    "CONVOCATION": ("convoquee pour le ", "seance du "),
    "PHRASE_DE_SEANCE": ("le president expose", "habitat"),
    "PRESIDENCE": ("le president expose",),
    "NATURE": ("seance publique du",),
}
