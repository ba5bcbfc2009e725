"""The tables. ``migrations/`` makes them; a test compares the two.

documents 1─n chemins          the same scan under two names is one document with two paths
          1─n pages n─1 pages_ocr     which OCR of a page the document uses; equal images share theirs
          1─1 travaux          the queue
          1─n lectures         every reading; at most one is current
              lectures 1─n actes, 1─n anomalies     of the current reading only: they can be made again from it
          1─n decisions        what a person settled: cannot be made again

Times are UTC, ISO 8601, as text: the same in both databases, and sorted as they stand. Folded columns (``..._pliee``)
are there because neither database folds accents the way ``modeles.texte.plier`` does.
"""

from sqlalchemy import (
    BigInteger,
    Boolean,
    CheckConstraint,
    Column,
    Date,
    Float,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    String,
    Table,
    Text,
)

VERSION = "0001"
"""The last migration: what this program reads and writes."""

ETATS = ("attente", "en_cours", "fait", "echec", "quarantaine")
"""Of a document in the queue. quarantaine: set aside until a person takes it back. echec: for a caller that gives one
up for good; nothing here sets it, and ``reprendre`` takes it back too."""

METADONNEES = MetaData()
_NUMERO = BigInteger().with_variant(Integer, "sqlite")
_EMPREINTE = String(64)
_INSTANT = String(32)


def _document(*, primary_key: bool = False, index: bool | None = None) -> "Column[str]":
    cle = ForeignKey("documents.sha256")
    return Column("sha256", _EMPREINTE, cle, nullable=False, primary_key=primary_key, index=index)


documents = Table(
    "documents", METADONNEES,
    Column("sha256", _EMPREINTE, primary_key=True),
    Column("octets", BigInteger, nullable=False),
    Column("pages", Integer),  # NULL until it is read
    Column("vu_le", _INSTANT, nullable=False),
)  # fmt: skip

chemins = Table(
    "chemins", METADONNEES,
    Column("chemin", Text, primary_key=True),
    _document(index=True),
)  # fmt: skip

pages_ocr = Table(
    "pages_ocr", METADONNEES,
    Column("cle", _EMPREINTE, primary_key=True),
    Column("contenu", LargeBinary, nullable=False),
)  # fmt: skip

pages = Table(
    "pages", METADONNEES,
    _document(primary_key=True),
    Column("numero", Integer, primary_key=True),
    Column("reglages", _EMPREINTE, primary_key=True),
    Column("cle", _EMPREINTE, ForeignKey("pages_ocr.cle"), nullable=False, index=True),
)  # fmt: skip

travaux = Table(
    "travaux", METADONNEES,
    _document(primary_key=True),
    Column("etat", String(12), nullable=False),
    Column("essais", Integer, nullable=False),
    Column("raison", Text),
    Column("code", Integer),
    Column("proprietaire", Text),
    Column("bail", Float(53)),  # when the claim lapses, seconds since 1970
    Column("maj_le", _INSTANT, nullable=False),
    CheckConstraint("etat IN ('attente', 'en_cours', 'fait', 'echec', 'quarantaine')", name="etat_connu"),
    Index("travaux_file", "etat", "essais", "sha256"),
)  # fmt: skip

lectures = Table(
    "lectures", METADONNEES,
    Column("id", _NUMERO, primary_key=True),
    _document(index=True),
    Column("version", Text, nullable=False),
    Column("moteur", Text, nullable=False),
    Column("contenu", LargeBinary, nullable=False),
    Column("statut", String(12), nullable=False),
    Column("secondes", Float(53), nullable=False),
    Column("courante", Boolean, nullable=False),
    Column("faite_le", _INSTANT, nullable=False),
    sqlite_autoincrement=True,
)  # fmt: skip
Index(
    "une_lecture_courante", lectures.c.sha256, unique=True,
    sqlite_where=lectures.c.courante.is_(True), postgresql_where=lectures.c.courante.is_(True),
)  # fmt: skip

actes = Table(
    "actes", METADONNEES,
    Column("id", _NUMERO, primary_key=True),
    Column("lecture_id", _NUMERO, ForeignKey("lectures.id"), nullable=False, index=True),
    _document(),
    Column("rang", Integer, nullable=False),
    Column("collectivite", Text),
    Column("collectivite_pliee", Text, nullable=False),
    Column("organe", Text),
    Column("organe_plie", Text, nullable=False),
    Column("date", Date, index=True),
    Column("numero", Text),
    Column("objet", Text),
    Column("texte", Text, nullable=False),  # what a search looks in
    Index("actes_collectivite", "collectivite", "date"),
)  # fmt: skip

anomalies = Table(
    "anomalies", METADONNEES,
    Column("id", _NUMERO, primary_key=True),
    Column("lecture_id", _NUMERO, ForeignKey("lectures.id"), nullable=False, index=True),
    Column("code", Text, nullable=False, index=True),
    Column("gravite", String(12), nullable=False),
    Column("page", Integer),
    Column("champ", Text),
    Column("message", Text, nullable=False),
)  # fmt: skip

decisions = Table(
    "decisions", METADONNEES,
    Column("id", _NUMERO, primary_key=True),
    _document(),
    Column("pointeur", Text, nullable=False),
    Column("valeur", Text, nullable=False),  # JSON
    Column("remplacee", Text, nullable=False),  # JSON of what stood there: the record itself keeps the new value only
    Column("motif", Text, nullable=False),
    Column("auteur", Text, nullable=False),
    Column("pris_le", _INSTANT, nullable=False),
    Index("decisions_document", "sha256", "id"),
    sqlite_autoincrement=True,
)  # fmt: skip
