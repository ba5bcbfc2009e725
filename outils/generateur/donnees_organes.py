"""The bodies: how they are called, who sits, from when."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Organe:
    """A kind of deliberating body. Pairs are masculine, feminine."""

    cle: str
    noms: tuple[str, ...]
    """Names of the legal body; the place goes in {lieu}."""
    organe: str
    chef: tuple[str, str]
    adjoint: tuple[str, str]
    membre: tuple[str, str]
    membres: str
    effectif: tuple[int, int]
    annees: tuple[int, int]
    poids: int = 1

    def le(self) -> str:
        """With its article, at the start of a sentence."""
        return f"Le {self.organe[0].lower()}{self.organe[1:]}"


_MAIRE, _PRESIDENT = ("Maire", "Maire"), ("Président", "Présidente")
_ADJOINT, _VICE = ("adjoint", "adjointe"), ("vice-président", "vice-présidente")
ORGANES = (
    Organe("commune", ("Commune de {lieu}", "Ville de {lieu}"), "Conseil municipal", _MAIRE, _ADJOINT,
           ("conseiller municipal", "conseillère municipale"), "conseillers municipaux", (10, 24), (1975, 2025), 10),
    Organe("cc", ("Communauté de communes {lieu}",), "Conseil communautaire", _PRESIDENT, _VICE,
           ("conseiller communautaire", "conseillère communautaire"), "conseillers communautaires",
           (16, 30), (1993, 2025), 4),
    Organe("ca", ("Communauté d'agglomération {lieu}",), "Conseil communautaire", _PRESIDENT, _VICE,
           ("délégué communautaire", "déléguée communautaire"), "délégués communautaires", (20, 34), (2000, 2025), 2),
    Organe("metropole", ("Métropole {lieu}",), "Conseil métropolitain", _PRESIDENT, _VICE,
           ("conseiller métropolitain", "conseillère métropolitaine"), "conseillers métropolitains",
           (24, 36), (2015, 2025)),
    Organe("syndicat", ("Syndicat intercommunal des eaux {lieu}", "Syndicat mixte {lieu}",
                        "Syndicat intercommunal à vocation multiple {lieu}"), "Comité syndical", _PRESIDENT, _VICE,
           ("délégué", "déléguée"), "délégués", (10, 20), (1975, 2025), 3),
    Organe("departement_ancien", ("Département {lieu}",), "Conseil général", _PRESIDENT, _VICE,
           ("conseiller général", "conseillère générale"), "conseillers généraux", (18, 28), (1975, 2014)),
    Organe("departement", ("Département {lieu}",), "Conseil départemental", _PRESIDENT, _VICE,
           ("conseiller départemental", "conseillère départementale"), "conseillers départementaux",
           (20, 30), (2015, 2025), 2),
    Organe("region", ("Région {lieu}",), "Conseil régional", _PRESIDENT, _VICE,
           ("conseiller régional", "conseillère régionale"), "conseillers régionaux", (22, 34), (1987, 2025)),
    Organe("ccas", ("Centre communal d'action sociale de {lieu}",), "Conseil d'administration", _PRESIDENT, _VICE,
           ("administrateur", "administratrice"), "administrateurs", (9, 13), (1987, 2025), 2),
    Organe("ecoles", ("Caisse des écoles de {lieu}",), "Comité de la caisse des écoles", _PRESIDENT, _VICE,
           ("membre du comité", "membre du comité"), "membres du comité", (8, 12), (1975, 2025)),
    Organe("college", ("Collège {lieu}",), "Conseil d'administration", _PRESIDENT, _VICE,
           ("représentant des enseignants", "représentante des parents"), "membres du conseil",
           (12, 18), (1986, 2025)),
)  # fmt: skip
