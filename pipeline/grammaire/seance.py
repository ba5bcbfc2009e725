"""The session in the header: dates told apart by what stands before them, chair, secretary, place, nature.

    convocation = ("convoqué" | "convocation") ... date          affichage = "affichage" ... date
    presidence  = "sous la présidence de" personne               secretaire = "secrétaire de séance" ":" personne | ...
"""

import re

CONVOCATION = re.compile(r"convo(?:cation|que)\w*(?!\s+pour)(?:[^.;]|(?<=\bm)\.|(?<=\bmme)\.){0,170}$")
AFFICHAGE = re.compile(r"(?<!et )(?<!par )affichage\b[^.;]{0,60}$")
PUBLICATION = re.compile(r"(?:publi(?:ee?s?|cation)\b|recu\w*|transmi\w+|envoye\w*|depose\w*|prefecture|notifi\w+)[^.;]{0,50}$")
AUTRE_DATE = re.compile(
    r"(?:proces-verbal|compte[- ]rendu|deliberation|loi|decret|ordonnance|arrete|article|circulaire|installation|election|mandat|"
    r"nee?|depuis|jusqu'au|premiere\s+(?:reunion|convocation|seance))\b[^.;]{0,70}$"
)
DATE_DE_LETTRE = re.compile(r"^\W*(?:fait\s+a\s+|ville\s+de\s+)?[a-z' -]{3,40},\s*le\s*$")
SEANCE_DU = re.compile(r"(?:seance|reunion|session|conseil|comite|assemblee|bureau|commission)[^.;:]{0,60}(?:du|le|:)?\s*$|l'?an\s*$|^\W*(?:le\s+)?$")
REUNI = re.compile(r"\b(?:reuni\w*|assemble\w*|tenu\w*|siege[ar]\w*|rassemble\w*)\b")
PRESIDENCE = re.compile(
    r"(?:sous\s+la\s+presidence\s+d(?:e\s+|u\s+|')|preside\w*\s+par\s+|presidence\s*:\s*|president\w*\s+de\s+(?:la\s+)?seance\s*:\s*|presidente?\s*:\s*)"
)
OUVRE = re.compile(r"^(?P<personne>.{4,160}?)\b(?:ouvre|declare\s+(?:la\s+seance\s+)?ouverte|leve|preside)\b[^.]{0,30}seance")
SECRETAIRE_APRES = re.compile(
    r"secretaires?\s*(?:de\s+(?:la\s+)?seance)?\s*(?:\W{0,3}\b(?:a\s+ete|est|sont|ont\s+ete)\s+(?:design|nomm|elu)\w*\s*)?(?:[:.,-]|\best\b|$|(?=\s*m(?:me|lle|r|onsieur|adame)?\.?\s))"
)
SECRETAIRE_AVANT = re.compile(
    r"(?:(?:est|a\s+ete|ont\s+ete|sont)\s+(?:\w+\s+){0,4}?(?:design|nomm|elu|choisi)\w*|remplit|assure|exerce|est|en\s+qualite|comme|pour\s+(?:remplir|assurer)|accepte)"
    r"[^.;]{0,70}secretaire"
)
SECRETAIRE_CITE = re.compile(r"(?:design\w+|nomm\w+|elit|election\s+de|candidature\s+de|propos\w+)\s+[^.;]{3,80}secretaire")
NATURE = re.compile(r"(?:seance|session|reunion|assemblee)\s+(?:publique\s+)?(?:dite\s+)?(?P<extra>extra\s?-?)?ordinaire")
LIEU = re.compile(
    r"""(?P<prep>\b(?:dans|en|au|aux|a|sur)\s+(?:la\s+|le\s+|les\s+|l'\s?|sa\s+|son\s+)?(?=[a-z])|(?<=[,\s])(?=salle\b|mairie\b|hotel\b|siege\b|espace\b))
        (?!nombre\b|loi\b|seance|session|huis|reunion|visio|assemblee|application|vertu|presence|la\s+suite|suite|date|exercice|raison|deliber)
        (?P<lieu>(?:salle|mairie|hotel|maison|siege|centre|espace|foyer|palais|batiment|locaux|lieu|ecole|theatre|complexe|auditorium|forum|
          amphitheatre|gymnase|pole|chateau|halle|maire|conseil\s+(?:general|departemental)|prefecture|domaine|cinema|pavillon|annexe|
          bibliotheque|mediatheque|local|preau|salon|grange|ferme|couvent|abbaye|parc|stade|tiers|immeuble|antenne|casino|kursaal|[a-z]).*?)
        (?=\s*(?:,?\s*(?:sous\s+la|en\s+(?:seance|session|nombre|reunion|visio|application|presence)|sur\s+(?:la\s+)?convocation|legalement|regulierement|dument|
           le\s+(?:lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|\d)|a\s+(?:\d+|[a-z-]+)\s*(?:h\b|heures)|a\s+huis|apres|suite|conformement|
           au\s+nombre|publiquement|presidee|et\s+sous|par\s+convocation|dans\s+le\s+respect|apres|suivant|convoque\w*)|[.;:]|$))""",
    re.VERBOSE,
)

EXEMPLES = {
    "CONVOCATION": ("date de convocation : ", "legalement convoques le ", "convocation adressee individuellement a chacun par m. le maire le mardi "),
    "AFFICHAGE": ("date d'affichage : ",),
    "DATE_DE_LETTRE": ("ville de montpellier, le ",),
    "REUNI": ("s'est reuni", "se sont assembles"),
    "PRESIDENCE": ("sous la presidence de m. x", "president : m. x"),
    "OUVRE": ("m. raphael le guennec, maire, constatant que le quorum est atteint, ouvre la seance.",),
    "SECRETAIRE_APRES": ("secretaire de seance : mme x", "secretaire de seance m. y"),
    "SECRETAIRE_AVANT": ("a ete designee secretaire", "a ete elu secretaire de seance"),
    "SECRETAIRE_CITE": ("candidature de catherine vinas, en qualite de secretaire",),
    "NATURE": ("seance extraordinaire", "session ordinaire", "seance publique ordinaire"),
    "LIEU": ("a la salle jacques-brel, en seance publique", "en mairie, salle du conseil, sous la presidence"),
}
CONTRE_EXEMPLES = {
    "CONVOCATION": ("convoquee pour le ", "seance du "),
    "PRESIDENCE": ("le president expose",),
    "NATURE": ("seance publique du",),
}
