"""How running text names a person who holds no office in the act, and says how to reach that person.

    personne  = civilite nom | annonce nom | prenom nom
    nom       = mot { [particule] mot } ; a word begins with a capital, or is an initial
    adresse   = numero voie nom [code postal commune] | "demeurant" ...

Like ``personnes``, this grammar reads the printed text, not the folded one: capitals are what tells a name.
"""

import re

_MAJ = r"[A-ZÀ-ÖØ-ÝŒ]"
_MOT = (
    rf"(?:{_MAJ}\.(?:\s?-?\s?{_MAJ}\.){{0,2}}"
    rf"|(?:[dDlLO]['’])?{_MAJ}[^\W\d_]+(?:['’\-–]{{1,2}}[^\W\d_]+){{0,4}}|{_MAJ}['’]{_MAJ}?[^\W\d_]+)"
)
_PARTICULE = (
    r"(?:[dD](?:e|u|es)|DE|DU|DES|[dD]e\s[lL]a|DE\sLA|[dD]e\s[lL]['’]|[dDlL]['’]|L[aei]s?|l[ae]s?|LES?|LA"
    r"|d[aoi]|dos|das|del|della|D[AO]S?|DEL|DELLA|von|van|Van|VAN|den|DEN|der|DER|dit|dite|el|El|ben|Ben|i)"
)
_LIEN = r"(?:née?|NÉE?|NEE|[ée]pouse|ÉPOUSE|EPOUSE|[ée]p\.|veuve|VEUVE|vve|Vve)"
NOM = re.compile(
    rf"(?:{_PARTICULE}\s{{1,2}})*{_MOT}(?:\s{{1,2}}(?:{_LIEN}\s{{1,2}})?(?:{_PARTICULE}\s{{1,2}})*{_MOT}){{0,5}}"
)
"""A name as far as capitals go; who reads it stops before."""
MOT_DE_NOM = re.compile(rf"{_LIEN}(?=\s)|{_PARTICULE}(?=\s)|{_MOT}")

CIVILITE = re.compile(
    r"""\b(?:M\.?|MM\.?|Mr\.?|M[Mm][Ee]s?\.?|M[Ll]{2}[Ee]s?\.?|Monsieur|MONSIEUR|Madame|MADAME|Messieurs|MESSIEURS
        |Mesdames|MESDAMES|Mademoiselle|MADEMOISELLE|Mesdemoiselles|Dr|Docteur|DOCTEUR|Maître|MAÎTRE|MAITRE|Me
        |Sieur|sieur|Dame|dame|Veuve|VEUVE|[Vv]ve|veuve|[Ff]eue?)\s{1,3}(?=[A-ZÀ-ÖØ-ÝŒdlv])""",
    re.VERBOSE,
)
PLURIEL = re.compile(r"(?:MM\.?|M[Mm][Ee]s\.?|M[Ll]{2}[Ee]s\.?|Messieurs|MESSIEURS|Mesdames|MESDAMES|\w+s)\s*$")
"""A civility, or an announcement, that several names may follow."""
_NOM_SUIT = r"(?:\s?,|\s:)?\s{1,2}(?=[A-ZÀ-ÖØ-Ý]|d[eu]\s[A-ZÀ-ÖØ-Ý]|d['’][A-ZÀ-ÖØ-Ý])"
ANNONCE = re.compile(
    r"\b(?i:consorts|[ée]poux|[ée]pouse|conjointe?|famille|indivision|succession|h[ée]ritiers?|hoirs|hoirie|m[ée]nage|couple"
    rf"|fr[èe]res|s[œo]e?urs|veuve|n[ée]e?|nomm[ée]e?|d[ée]nomm[ée]e?){_NOM_SUIT}"
)
"""What a surname follows, be it a word of the language."""
ANNONCE_FAIBLE = re.compile(
    r"\b(?i:enfants?|[ée]l[èe]ves?|[ée]tudiante?s?|locataires?|agente?|propri[ée]taires?|riverains?|fils|fille|jeune|notaire"
    rf"|g[ée]om[èe]tre|candidate?s?|titulaire|auteure?\spr[ée]sum[ée]e?){_NOM_SUIT}"
)
"""What a name may follow."""
SUITE_DE_LISTE = re.compile(
    r"\s{0,2}(?:,|;|et|ou|&|ainsi\squ(?:e|['’]))\s{1,2}(?=[A-ZÀ-ÖØ-Ý])|\s?['’]\s?(?=[A-ZÀ-ÖØ-Ý])"
)

_RANG = (
    r"(?:(?:\d{1,2}\s?(?:er|[eè]re|e|[eè]me|nde?)"
    r"|premi(?:er|[eè]re)|deuxi[eè]me|seconde?|troisi[eè]me|quatri[eè]me)\s{1,2})?"
)
_CHARGE = (
    r"(?:maire(?:sse)?|adjointe?s?(?!\s(?:technique|administrati|d['’]animation|du\spatrimoine))"
    r"|conseill(?:er|[eè]re)s?\s(?:municipa|communaut|d[ée]partement|r[ée]giona|g[ée]n[ée]ra|m[ée]tropolit|d[ée]l[ée]gu"
    r"|d['’]arrondissement)\w*|(?:vice[- ]?)?pr[ée]sidente?s?|d[ée]put[ée]e?s?|s[ée]nat(?:eur|rice)s?"
    r"|(?:sous[- ]?)?pr[ée]f[eè]te?|ministre|[ée]lue?s?|rapporteu(?:r|se)|secr[ée]taire\sde\s(?:la\s)?s[ée]ance"
    r"|secr[ée]taire\sd['’][ÉEée]tat|d[ée]l[ée]gu[ée]e?s?\s(?:titulaire|suppl[ée]ant)\w*)"
)
CHARGE = re.compile(rf"(?i:{_CHARGE}|sous[- ]pr[ée]f[eè]te?)")
CHARGE_APRES = re.compile(
    rf"""(?:\s?[,(–-]\s{{0,2}}|\s{{1,2}}(?=[a-zéèàêl0-9]))(?:en\s(?:sa\s)?qualit[ée]\sd(?:e\s|['’])\s?)?(?:l[ea]\s|l['’]|notre\s)?(?i:{_RANG}{_CHARGE})\b
        (?!\s(?:d[eu]s?\s(?:la\s|l['’])?|d['’]|de\s)?(?:association|club|soci[ée]t|entreprise|amicale|copropri|SARL|SAS
        |SCI|syndicat\sdes\s|conseil\ssyndical|comit[ée]\sdes\sf[êe]tes|union|f[ée]d[ée]ration|harmonie|chorale))""",
    re.VERBOSE,
)
"""An office of the State or one that people elect, right after a name: its holder acts as such."""
CHARGE_AVANT = re.compile(
    rf"""(?:(?i:\b(?:l[ea]\s|l['’]|notre\s)?{_RANG}{_CHARGE})
        (?:\s(?:sortante?|honoraire|d[ée]l[ée]gu[ée]e?|municipale?|g[ée]n[ée]rale?))?\s?,?:?
        |\bpr[ée]sidence\sde|\bsur\s(?:le\s)?rapport\sde|\bl['’]expos[ée]\sde)\s{{1,2}}\Z""",
    re.VERBOSE,
)
SIGLE = re.compile(
    r"\b(?:[B-DF-HJ-NP-TV-XZ]{2,}|SIVO[MUS]|SIVU|SIAEPA?|SICTOM|SIRTOM|SITCOM|SMICTOM|SIAH|SIEM|SIEDS?|SDIS|SDEE?|SYDEC|CCAS|CIAS"
    r"|CDG|CNFPT|CNRACL|CAF|CAUE|CPAM|CDC|CLECT|CIID|CCID|DDTM?|DREAL|DRAC|DGFIP|DGCL|DGS|DETR|DSIL|EHPAD|ADEME|ADIL|INSEE|EDF"
    r"|ENEDIS|ORANGE|URSSAF|ARS|SAFER|PLUI?|ZAC|ZAE|TVA|SARL|SASU?|EURL|SELARL|GAEC|EARL|OPH|OPAC|SCOT|PETR|PCAET|PADD|FEDER"
    r"|LEADER|FCTVA|RIFSEEP|IFSE|CIA|NOTRE|ALUR|ELAN|ACTES|SA|AFR|ASA|AFAFE?|FNACA|ONF|IGN|OGEC|UDAF|ATSEM|USA|URSS|UE|ONU)\Z"
)
"""A word in capitals that is no surname."""
_LIEU = r"""
rue|avenue|av\.|boulevard|bd|place|square|quai|impasse|all[ée]es?|cours|chemin|route|voie|passage|pont|esplanade|parvis
|rond[- ]point|mail|sente|venelle|ruelle|villa|cit[ée]|r[ée]sidence|lotissement|hameau|quartier|zac|parc|jardin|stade
|gymnase|piscine|complexe(?:\ssportif)?|espace|salle|maison|centre(?:\s\w+)?|foyer|halle|th[ée][âa]tre|cin[ée]ma|m[ée]diath[èe]que
|biblioth[èe]que|mus[ée]e|[ée]coles?|coll[èe]ge|lyc[ée]e|groupe\sscolaire|cr[èe]che|universit[ée]|h[ôo]pital|clinique|ehpad
|fondation|association|soci[ée]t[ée]|sarl|sas|sci|eurl|sa|entreprise|[ée]tablissements?|ets|cabinet|loi|d[ée]cret|prix
|m[ée]daille|ordre|challenge|troph[ée]e|commune|ville|communaut[ée]|syndicat|d[ée]partement|canton|r[ée]gion|pays|basilique
|[ée]glise|chapelle|cath[ée]drale|abbaye|ch[âa]teau|tour|fort|porte|mont|col|[îi]le|lac|bois|for[êe]t|ferme|moulin|domaine
|bassin|vall[ée]e|val|port|gare|station|[ée]tang|ruisseau|rivi[èe]re|canal|sch[ée]ma|plan|caserne|camp|nom\sde
""".replace("\n", "")
LIEU_NOMME = re.compile(
    rf"""\b(?i:{_LIEU})\s
        (?:(?:d[eu]s?|d[ue]\sla|la|le|les|dite?|nomm[ée]e?|publi\w+|municipal\w*|polyvalent\w*|[ée]l[ée]mentaire
        |maternelle|primaire)\s|de\sl['’]|d['’]|l['’]|["«“]\s?){{0,4}}(?:(?i:du|de\sl['’]|le|la)\s?)?
        (?:(?:G[ée]n[ée]ral|Mar[ée]chal|Docteur|Dr|Pr[ée]sident|Colonel|Capitaine|Commandant|Lieutenant|Abb[ée]|P[èe]re
        |Saint|Sainte|Professeur|Amiral|Cur[ée])[\s-])?\Z""",
    re.VERBOSE,
)
"""What ends right before the name of a place, a firm, a law: it names nobody who is concerned."""

_VOIE = (
    r"(?i:rue|avenue|av\.?|boulevard|bd|bld|place|pl\.|square|quai|impasse|imp\.|all[ée]es?|cours|chemin|ch\.|route|rte"
    r"|voie|passage|esplanade|rond[- ]point|mail|sentier|sente|venelle|ruelle|villa|cit[ée]|r[ée]sidence|lotissement"
    r"|hameau|lieu[- ]dit|faubourg|clos|mont[ée]e|traverse|domaine|quartier|promenade)"
)
_BORNE = (
    r"(?=[,;.:()\n]|\s(?:et|à|a|pour|qui|dont|depuis|est|sont|ont|se|s['’]|afin|souhait|en|au|aux|avec|sous|par|ainsi|dont"
    r"|soit|moyennant|appartenant|cadastr\w+|d['’]une?|[àa]\sl['’])|$)"
)
_COMMUNE = (
    r"(?:\s?[,–-]?\s{0,2}(?:\(?\d{5}\)?|[àa])\s{1,2}[A-ZÀ-Ý][\w'’-]+"
    r"(?:\s(?:les?|la|sur|sous|en|de|du|d['’])?\s?[A-ZÀ-Ý][\w'’-]+){0,3})?"
)
_DE_LA = r"(?:(?:d[eu]s?|de\sla|[àa]\sla|la|le|les|aux?)\s{1,2}|(?:de\s)?[dlDL]['’]\s?){0,3}"
_NOM_DE_VOIE = (
    r"[A-ZÀ-ÖØ-Ý0-9][\w'’.-]*"
    r"(?:\s{1,2}(?:(?:d[eu]s?|la|le|les|et)\s{1,2}|[dl]['’])?[A-ZÀ-ÖØ-Ý][\w'’-]*){0,5}"
)
ADRESSE = re.compile(
    rf"(?:\bn°\s?)?\b\d{{1,4}}\s?(?:bis|ter|quater|[A-D]\b)?\s?,?\s{{1,2}}{_VOIE}\s{{1,2}}{_DE_LA}{_NOM_DE_VOIE}{_COMMUNE}"
)
DEMEURE = re.compile(
    r"\b(?i:demeurante?s?|domicili[ée]e?s?|habitante?s?|r[ée]sidante?s?|habite(?:nt)?|r[ée]side(?:nt)?)\s{1,2}"
    r"(?=(?:au|aux|[àa]|en|dans|chez)\s|\d|[A-ZÀ-ÖØ-Ý])(?P<ou>[^,;.()\n]{3,70}?"
    rf"(?:,\s{{0,2}}(?:\d{{1,4}}\s|{_VOIE}|\d{{5}}|[àa]\s[A-ZÀ-Ý])[^,;.()\n]{{2,50}}?){{0,3}}){_BORNE}"
)
COURRIEL = re.compile(r"[\w.+-]{1,64}\s?(?:@|\(at\)|\[at\]|©)\s?[\w-]{1,63}(?:\s?\.\s?[\w-]{2,63}){1,3}")
TELEPHONE = re.compile(r"(?<!\d)(?:(?:\+|00)\s?33\s?(?:\(0\))?\s?[1-9]|0[1-9])(?:[\s.\-/]{0,2}\d{2}){4}(?!\d)")
IBAN = re.compile(r"\bFR\s?\d{2}(?:\s?[\dA-Z]{4}){5}\s?[\dA-Z]{3}\b")
NIR = re.compile(
    r"(?<!\d)[12]\s?\d{2}\s?(?:0[1-9]|1[0-2]|[2-9]\d)\s?(?:\d{2}|2[AB])\s?\d{3}\s?\d{3}(?:\s?/?\s?\d{2})?(?!\d)"
)
IMMATRICULATION = re.compile(
    r"\b[A-HJ-NP-TV-Z]{2}-\d{3}-[A-HJ-NP-TV-Z]{2}\b|\b\d{2,4}\s[A-Z]{2,3}\s(?:\d{2}|2[AB])\b(?=\s?[,.;)])"
)
NAISSANCE = re.compile(
    r"\b(?i:n[ée]e?s?)\s{1,2}(?:à\s[^,;.()\n]{2,40}?\s)?le\s{1,2}"
    r"(?P<jour>(?:\d{1,2}|1er)[\s/.-]{1,2}(?:\d{1,2}|[a-zûéA-ZÛÉ]{3,9})[\s/.-]{1,2}\d{2,4}"
    r"(?:\s{1,2}à\s[A-ZÀ-Ý][\w'’-]+(?:[\s-][A-ZÀ-Ý][\w'’-]+){0,3}(?:\s?\([^)]{1,25}\))?)?)"
)

EXEMPLES = {
    "CHARGE": ("maire", "Préfète", "Sous-Préfète"),
    "SIGLE": ("SIVOM", "EHPAD", "SARL"),
    "NOM": ("Jean DUPONT", "de La Tour", "J.-P. Martin", "DUPONT née MARTIN", "Floc'h"),
    "MOT_DE_NOM": ("DUPONT", "de La Tour", "née Martin"),
    "CIVILITE": ("M. Jean", "Mme DUPONT", "Monsieur et dame Martin", "Maître Roux", "veuve Martin", "M. de La Tour"),
    "PLURIEL": ("MM.", "Mesdames ", "consorts "),
    "ANNONCE_FAIBLE": ("l'agent Jean Roy", "la jeune Anne Roy", "le géomètre Roy"),
    "ANNONCE": ("consorts DUPONT", "la famille de Martin", "HÉRITIERS DUPONT", "né Martin", "indivision d'Oc"),
    "SUITE_DE_LISTE": (", Anne", " et DUPONT"),
    "CHARGE_APRES": (
        ", maire",
        ", 2ème adjointe",
        " (conseillère municipale)",
        ", en qualité de président du syndicat mixte",
    ),
    "CHARGE_AVANT": ("le maire, ", "l'adjointe ", "sous la présidence de ", "le rapporteur, "),
    "LIEU_NOMME": (
        "rue ",
        "avenue du Général-",
        "école ",
        "salle polyvalente ",
        "place du Docteur ",
        "la loi ",
        "la société ",
    ),
    "ADRESSE": (
        "12 rue des Lilas",
        "3 bis, chemin du Moulin, 30110 Flaux",
        "5 place de l'Église",
        "8 lotissement Les Genêts",
    ),
    "DEMEURE": ("demeurant Ferme-Neuve, 30110 Flaux ;", "domicilié à Nîmes,", "qui réside au lieu-dit Le Moulin."),
    "COURRIEL": ("a.b@exemple.fr", "jean.roy (at) exemple.fr"),
    "TELEPHONE": ("04 66 01 02 03", "+33 4 66 01 02 03", "0466010203"),
    "IBAN": ("FR76 3000 6000 0112 3456 7890 189",),
    "NIR": ("1 51 12 30 110 123 45", "2511230110123"),
    "IMMATRICULATION": ("AB-123-CD", "1234 AB 30,"),
    "NAISSANCE": ("née le 12 mars 1951 à Nîmes (Gard)", "né le 01/02/1960", "né à Paris le 3 mai 1980"),
}
CONTRE_EXEMPLES = {
    "SIGLE": ("ROY", "DUPONT", "SILVA", "DUVAL", "SIMON", "Kieffer"),
    "CIVILITE": ("M14 ", "mes collègues"),
    "ANNONCE": ("la famille nombreuse",),
    "CHARGE_APRES": (", adjointe technique", ", présidente de l'association sportive", " a signé"),
    "CHARGE_AVANT": ("la maîtresse ",),
    "LIEU_NOMME": ("attribuer le prix à ", "vente à ", "la rue est barrée par "),
    "DEMEURE": ("les habitants sont invités", "habitants de plusieurs communes"),
    "ADRESSE": ("1 place à Mr Max ROY", "création de 3 places de stationnement", "article 12", "12 chemins ruraux"),
    "TELEPHONE": ("12 345 678 €", "2004 66 01 02 03"),
    "NIR": ("123 456 789 €",),
    "NAISSANCE": ("né de la fusion",),
}
