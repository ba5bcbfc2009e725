"""Names of invented members, by region: men's first names, women's first names, surnames."""

from collections.abc import Mapping


def _liste(texte: str) -> tuple[str, ...]:
    return tuple(m.strip().replace("_", " ") for m in texte.split())


COURANTS = (
    _liste("Alain Bernard Christian Daniel Éric Fabrice Gérard Hervé Jacques Jean-Luc Jean-Pierre Laurent Michel Noël"
           " Olivier Pascal Philippe Raphaël René Serge Sébastien Thierry Yves Denis Edmond Lucien Maxime Benoît"),
    _liste("Agnès Béatrice Brigitte Catherine Chantal Corinne Danièle Élisabeth Françoise Geneviève Hélène Isabelle"
           " Josiane Karine Laëtitia Marie-Thérèse Martine Monique Nadège Odile Sylvie Valérie Véronique Zoé"
           " Anne-Sophie Marie-José Ginette Clémence"),
    _liste("Aubépin Bacquet Barthélemy Beaufils Bélanger Boissière Boyer Brunel Chauveau Chédeville Clément Corbière"
           " Crépin Delattre Delépine Desprès Dieudonné Dubreuil Duchêne Fléchard Garnier Gendron Giraudeau Guérin"
           " Hamelin Lallemand Lefèvre Lemoine Lhuillier Loiseau Ménard Oger Pélissier Périgois Quintard Sénéchal"
           " Tissier Vaillant Verdier Vignaud Vuillemin Lebœuf Saint-Aubert Marchand-Lévy Petit-Jean Duval-Roger"
           " de_La_Brosse d'Hauteville du_Plessis de_Montfaucon Le_Roux La_Bruyère Des_Essarts"),
)  # fmt: skip
PIEGES = _liste("Présent Maire Vote Blanc Conseil Lundi Mardi Janvier Avril Juin Préfet Partage Loi Moulin Budget Noël"
                " Lafont Route Bourg Contré Sénat Secrétain Marchand Lemaire Toussaint")  # fmt: skip
"""Surnames that are also words of the trade."""
REGIONS: Mapping[str, tuple[tuple[str, ...], tuple[str, ...], tuple[str, ...]]] = {
    "bretagne": (
        _liste("Yann Loïc Erwan Gwenaël Ronan Hervé Mikaël Alan Tanguy Corentin"),
        _liste("Nolwenn Soazig Gaëlle Anne-Marie Maëlle Rozenn Annick Enora Gwenola Morgane"),
        _liste("Abgrall Cadiou Guéguen Illien Jézéquel Kerboul Le_Bihan Le_Goff Nédélec Ollivier Quéré Rivoallan"
               " Tréguier Urvoy Kermarrec Le_Gall Floc'h L'Hostis Boulc'h Quéméneur Le_Hénaff Morvan"),
    ),
    "pays basque": (
        _liste("Peio Xabi Beñat Ramuntxo Jean-Baptiste Ellande Mattin Iñaki Battitta"),
        _liste("Maite Argitxu Miren Amaia Nahia Maddi Kattalin Elixabete Graxi"),
        _liste("Etcheverry Goyenetche Harispe Duhalde Bidegain Elissalde Inchauspé Etchegaray Daguerre Ibarra"
               " Iriart Haramburu Oyhénart Sallaberry Urruty Larralde Ithurralde Mendiboure"),
    ),
    "alsace": (
        _liste("Xavier Dietrich Fernand Charles Jean-Georges Gérard Roland Rémy Armand Théo"),
        _liste("Myriam Liliane Huguette Doris Christiane Aurélie Elfriede Marlyse Béate Sonia"),
        _liste("Oberlé Wendling Schmitt Huber-Lentz Kieffer Muller Wagner Zimmermann Klein Schaeffer Heitz Burckel"
               " Fritsch Gsell Haessig Ruhlmann Sturm Weiss Ehrhart Vogel Kuntz"),
    ),
    "occitanie": (
        _liste("Robert Norbert Raymond Jordi Aimé Guilhem Bastien Roch Frédéric Vincent"),
        _liste("Paulette Huguette Mireille Magali Régine Estelle Roselyne Maguelone Maryvonne Lucie"),
        _liste("Escande Bascoul Tailhan Pujol Rivals Pech Béziat Castanié Fabre Lacaze Malaval Mazières Roumégoux"
               " Soulié Teissier Causse Devèze Fesquet Granier Séguy Aigoin Cazalbou Puech Rouquette"),
    ),
    "corse": (
        _liste("Ange Dominique Jean-Toussaint Pascal-Antoine Ghjuvan Don-Jacques Santu Paul-André François-Marie"),
        _liste("Letizia Vannina Marie-Dominique Ghjulia Serena Lisandra Doria Anne-Marie"),
        _liste("Casanova Luciani Mattei Orsini Paoli Pietri Santucci Giacobbi Leca Ottavi Colonna Filippi Rossi"
               " Antonetti Bartoli Ceccaldi della_Rosa Poggi Susini"),
    ),
    "nord": (
        _liste("Wilfried Ludovic Grégory Stanislas Kévin Bruno Géry Edmond Rudy"),
        _liste("Bernadette Martine Stéphanie Ludivine Janina Cécile Annie Delphine"),
        _liste("Vandenberghe Onraed Wojcik Dewaele Lecocq Van_den_Broucke Kaczmarek Delannoy Vanhoutte Szymczak"
               " Debruyne Deswarte Carlier Lefebvre D'Hondt Van_Hove Nowak Hennebelle"),
    ),
    "ailleurs": (
        _liste("Mamadou Samir Karim Mohamed Djamel Abdelkader Rachid Ibrahima José Manuel Antonio Minh Van-Hung Tuan"
               " Anselmo Kwame Ousmane Bilal"),
        _liste("Nadia Fatoumata Aïcha Djamila Inès Thi-Mai Maria-Luisa Fatima Aminata Leïla Yasmina Thanh Rosa"
               " Mariam Khadija Lurdes"),
        _liste("Diarra Benslimane Sylla Haddad Ouali Saïdi El_Amrani Ben_Amar Belkacem Bouhadjera Ould-Brahim"
               " Da_Costa Dos_Santos Pereira Ferreira_da_Silva Nguyen N'Guyen Lê_Van Tran_Thi Pham Diallo Traoré"
               " N'Diaye M'Barek Aït_Kaci Azoulay Diaby Ouaret"),
    ),
}  # fmt: skip
AGENTS = ("M. Hugues LAROCHE, directeur général des services", "Mme Sandra FONTENELLE, secrétaire de mairie",
          "M. Cyprien ARNOULD, receveur", "Mme Odette VILLEMIN, responsable des finances")  # fmt: skip
"""Staff who attend."""
