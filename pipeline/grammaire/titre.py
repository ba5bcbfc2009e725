"""Number, title and rapporteur.

numero = [ "Délibération" ] "n°" forme
  | forme alone on its line       forme = groups of letters and digits joined by - / . _ or a blank
"""

import re

_FORME = (
    r"(?:\d{2}[a-z]{1,2}\d{2,4}|\d{4}\s\d{2}\s\d{1,3}(?=\s{0,3}(?:$|[-:,;)]))|(?:[a-z]{1,8}\s?[-/_.]?\s?)?\d{1,10})"
    r"(?:[-/_.][a-z\d]{1,9}|\s?[-/_.]\s?\d{1,7}|\s\d{1,4}(?=\s{0,3}(?:$|[-:,;])))*(?:\s?(?:bis|ter)\b)?"
)
_N = r"n\s?[°*o'\"]{1,2}\s?\W?\s{0,3}|numero[ ]+|\bno[ ]+|n\s(?=\d)"

NUMERO = re.compile(
    rf"""\W{{0,3}}(?:(?:extrait\s{{1,3}}de\s{{1,3}}la\s{{1,3}}|projet\s{{1,3}}de\s{{1,3}})?
        (?:deliberation|decision|dcm|acte|dossier|affaire|question|point
          |rapport)\s{{0,3}}(?:d\w{{1,2}}\s{{1,3}}[\w' ]{{3,40}}?)?\s{{0,3}}(?:{_N})?|(?:{_N}))
        [:.]?\s{{0,3}}(?P<numero>{_FORME})""",
    re.VERBOSE,
)
NUMERO_SEUL = re.compile(rf"(?:{NUMERO.pattern})\W*$", re.VERBOSE)
NUMERO_NU = re.compile(
    r"(?:\W{0,2}[neoil]\s)?(?P<numero>(?:19|20)\d\d(?:\s\d{1,3}){1,2}(?=\s{1,3}[-:]\s)|"
    r"(?:[a-dfghjkmp-z]\s|[a-z]{2,8}\s?\d{0,3}\s?[-/_. ]\s?|[a-z][-/_.]|[a-z]{1,6})?"
    r"\d{1,7}(?:[-/_.][a-z\d]{1,9}|"
    r"\s?[-/_.]\s?\d{1,7}){1,5})(?=\s{0,3}$|\s{1,3}[-:]\s|\s{1,3}nomenclature)"
)
RANG = re.compile(
    r"(?P<numero>\d{1,3})\s?(?:[-.):°]{1,2}\s{0,3}|\s{1,3})(?=[a-z\"'])(?!(?:er|ere|eme|e|janvier|fevrier|mars|avril|mai|juin|juillet|aout|septembre|octobre|novembre|decembre|euros?|ans?|jours?|voix)\b)"
)
NUMERO_CITE = re.compile(
    rf"(?:deliberation|dcm|acte)\s{{0,3}}(?:{_N}|(?=\d{{4}}[-/_.]\d))[:.]?\s{{0,3}}(?P<numero>{_FORME})"
)
NUMERO_ENTETE = re.compile(
    r"(?<!loi )(?<!decret )(?<!article )(?<!arrete )\bn\s?[°*]\s?:?\s?"
    r"(?P<numero>(?:[a-z]{1,4}\s)?[a-z\d]{1,10}(?:\s?[-/_.]\s?[a-z\d]{1,9}){1,5})"
)
FAUX_NUMERO = re.compile(
    r"(?:tel|fax|page|folio|feuillet)\b|p\.?\s?\d{1,2}$|"
    r"0\d(?:[. ]\d\d){4}|\d{1,2}\s?[/.]\s?\d{1,2}\s?[/.]\s?(?:19|20)?\d\d$|"
    r"\d\d(?:\s\d\d){4}$|\d{5}\s|(?:19|20)\d\d$|\d[.,]\d$"
)
NUMERO_FINAL = re.compile(rf"\s*[(\[](?:deliberation\s|acte\s)?(?:{_N})\s?(?P<numero>{_FORME})\s?[)\]]\W*$")
"""The number after the title, in brackets."""
PARTIE_ROMAINE = re.compile(r"(?<=[-/_. ])(?:[1lI]{1,3}[VX][1lI]{0,3}|[VX][1lI]{1,3}|[lI]{0,2}l[lI]{0,2})(?=[-/_. ])")
"""On the printed text: a Roman number where an I was read as a figure."""
POINT = re.compile(r"(?:point|question|affaire|dossier)\s{1,2}(?:n\s?°\s?)?\d{1,3}(?:\.\d{1,2})?\s?[:.–-]\s?")
"""Rank of an act in the agenda, before its title."""
ETIQUETTE_NUMERO = re.compile(r"(?:deliberation|acte|numero)\s?(?:n\s?[°o.]?)?\s?:?\s?")
ETIQUETTE = re.compile(
    r"(?:commission|service(?:\sinstructeur)?|direction|objet(?:\sde\sla\sdeliberation)?|deliberation\s?n\s?[°o]?"
    r"|numero|rapporteur|nomenclature|matiere|dossier\sn\s?[°o]|affaire)\s?:?"
)
"""The label of one line of a grid without rules."""
CHAMP_D_ETIQUETTE = re.compile(r"objet|(?P<numero>deliberation|numero)")
NUMERO_EN_CASE = re.compile(r"(?=[^\d]{0,12}\d)[\w./°-]{2,24}")
"""A number alone in the cell after its label."""
SERVICE_FINAL = re.compile(
    r"\s*\((?:Direction|Service|Pôle|DGA|DGS|Mission|Département\s(?:de\sl['’]|de\sla|du|des))\b[^()]{0,80}\)\s*$"
)
"""The department that prepared the act, after its title; on printed text."""
ROMAIN = re.compile(r"[ivx1l]{1,5}\s?[-.)/]{1,2}\s{0,3}(?=[a-z])")
SEPARATION = re.compile(r"\W{0,4}(?=[\w\"'])")
ANNEXE_DU_TITRE = re.compile(
    r"(?:domaine|matiere|nomenclature|rubrique|classification|theme|service|direction|pole|commission|code|seance|pieces?\s{1,3}jointes?|vote\b|date|membres|nombre|envoi|recu|expose\s{1,3}des\s{1,3}motifs|note\s{1,3}de\s{1,3}synthese|rapport\s{1,3}presente\s{1,3}par)\b[^:]{0,40}(?:[:\d]|$)"
)
SERVICE = re.compile(r"(?:service|direction|pole|domaine|matiere|commission|nomenclature|dossier)s?\s?:\s")
"""After the number, on its line: who prepared the act."""
RAPPORTEUR_FINAL = re.compile(r"\s{0,3}[-–—(]?\s{0,3}[Rr]apporteu(?:r|se)\s{0,3}:.{0,300}$")
RAPPORTEUR_AVANT = re.compile(
    r"(?:rapporteu(?:re|r|se)s?\s{0,3}(?:[:.-]|\bd(?:e|u)\b)\s{0,3}|sur\s{1,3}(?:le\s{1,3})?(?:rapport|proposition|expose)\s{1,3}d(?:e\s{1,3}|u\s{1,3}|'\s?)|^expose\s{1,3}d(?:e\s{1,3}|u\s{1,3}|'\s?)|(?:presente|rapporte|expose)e?\s{1,3}par\s{0,3}:?\s{0,3}|a\s{1,3}l'initiative\s{1,3}de\s{1,3})(?P<personne>.{3,90})"
)
RAPPORT_ENTENDU = re.compile(
    r"\b(?:entendu|oui\w?)\s{1,3}(?:le\s{1,3}rapport|l'\s?expose)\s{1,3}(?:present\w*\s{1,3}par\s{1,3}|d(?:e\s{1,3}|u\s{1,3}|'\s?))(?P<personne>[^;:]{3,90})"
)
RAPPORTEUR_APRES = re.compile(
    r"^(?P<personne>(?:m\.|mr|mme|mlle|monsieur|madame|[a-z]).{3,110}?)[\s,;.]*(?<!-)(?:\brapporteu(?:re|r|se)\b|\brapporte\b|\b(?:adjoint|presid|conseiller|delegue|maire)\w*[^.]{0,60}?\bexpose\b\s{0,3}(?:a\s{1,3}l'assemblee|au\s{1,3}conseil|que|:))"
)

EXPOSE = re.compile(
    r"(?P<personne>(?:m\.|mr|mme|mlle|monsieur|madame)\s(?:[^.:]|(?<=\s[a-z])\.){3,130}?)\s{0,3},?\s{1,3}(?:rappelle|presente(?!\s{1,3}le\s{1,3}vou)|expose|rapporte|explique|indique(?=\sque\s(?:le|la|les|l'))|fait\s{1,3}part|donne\s{1,3}(?:lecture|connaissance)|soumet)\b"
)

EXPOSE_NU = re.compile(
    r"^(?P<personne>[a-z][\w'-]+(?:\s[\w'-]+){1,4})(?:,\s[^,.:]{4,70},)?\s?,?\s(?:rappelle|presente|expose|rapporte|explique|donne\s{1,3}lecture)\b"
)

EXEMPLES = {
    "NUMERO_FINAL": ("prise en charge des nids (deliberation n° cs/240498/37)",),
    "PARTIE_ROMAINE": (
        "2019/l/53",
        "2022/1V/37",
        "2019-V1-4",
    ),
    "EXPOSE": ("m. jean martin, adjoint aux finances, presente le budget",),
    "EXPOSE_NU": ("jean martin presente le budget", "anne roux, premiere adjointe, presente le projet"),
    "SEPARATION": (" - objet",),
    "ANNEXE_DU_TITRE": ("domaine de competence : 7.5 - subventions",),
    "SERVICE": ("service : habitat",),
    "ETIQUETTE_NUMERO": ("deliberation n°", "numero :"),
    "ETIQUETTE": ("service instructeur", "objet :", "deliberation n°"),
    "CHAMP_D_ETIQUETTE": ("objet", "numero :"),
    "NUMERO_EN_CASE": ("d1995_67", "2021-045"),
    "POINT": ("point 9 : transfert", "question n° 12 - budget"),
    "SERVICE_FINAL": ("Fête du quartier du Plateau (Direction des Événements et Animation)",),
    "RAPPORTEUR_FINAL": (" - Rapporteur : M. X",),
    "NUMERO_ENTETE": ("n° 09.cp.iv.112",),
    "NUMERO": (
        "n° 2021-06-14",
        "deliberation n° m2021-145",
        "n° 96/23 - objet : x",
        "n°2013/1",
        "deliberation n° 212021089",
    ),
    "NUMERO_SEUL": ("deliberation n° 212021089", "n° 12 :"),
    "NUMERO_NU": (
        "ct3/141221/61",
        "23.07.07.64",
        "2014-04-11/01 - indemnites",
        "2019-12-16/08 nomenclature : 3.2",
        "b 2018-41",
    ),
    "RANG": ("2 realisation d'un groupe", "12. vote du budget", "3) subventions"),
    "NUMERO_CITE": ("deliberation n°2023/041",),
    "ROMAIN": ("ii - chemin syndical", "iv. voirie"),
    "FAUX_NUMERO": ("24/06/2021", "04 90 00 00 00", "2021"),
    "RAPPORTEUR_AVANT": ("rapporteur : m. mamadou diarra", "sur le rapport d'alain rousset"),
    "RAPPORT_ENTENDU": ("entendu le rapport de mme roux", "oui l'expose de m. blanc"),
    "RAPPORTEUR_APRES": (
        "monsieur gilles fesquet, vice-president delegue, rapporte :",
        "tessier jean-yves, rapporteur, presente",
    ),
}
CONTRE_EXEMPLES = {
    "NUMERO_FINAL": ("achat du lot (parcelle n° 12 de la section b)",),
    "PARTIE_ROMAINE": ("2022/11/37",),
    "NUMERO_SEUL": ("n° 96/23 - objet : prix de l'eau",),
    "NUMERO_NU": ("seance du 3 mars 2021",),
    "POINT": ("point d'apport volontaire", "dossier 2021"),
    "SERVICE_FINAL": ("Vente d'un terrain (parcelle AB 12)",),
    "RANG": ("2 mars 2021", "12 voix pour"),
    "FAUX_NUMERO": ("2021-06-14", "96/23"),
    "RAPPORT_ENTENDU": ("le rapport de mme roux",),
    "RAPPORTEUR_APRES": ("le rapport est presente",),
}
