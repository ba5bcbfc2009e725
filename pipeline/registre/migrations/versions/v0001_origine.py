"""The first tables, and the index of words: FTS5 in SQLite, a tsvector in PostgreSQL, both blind to accents."""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None

NUMERO = sa.BigInteger().with_variant(sa.Integer, "sqlite")
EMPREINTE, INSTANT = sa.String(64), sa.String(32)


def upgrade() -> None:
    _documents()
    _travaux()
    _lectures()
    _actes()
    _decisions()
    ordres = POSTGRESQL if op.get_bind().dialect.name == "postgresql" else SQLITE
    for ordre in ordres.strip().split("\n\n"):
        op.execute(ordre)


def _document() -> "sa.Column[str]":
    return sa.Column("sha256", EMPREINTE, sa.ForeignKey("documents.sha256"), nullable=False)


def _documents() -> None:
    op.create_table(
        "documents",
        sa.Column("sha256", EMPREINTE, primary_key=True),
        sa.Column("octets", sa.BigInteger, nullable=False),
        sa.Column("pages", sa.Integer),
        sa.Column("vu_le", INSTANT, nullable=False),
    )
    op.create_table("chemins", sa.Column("chemin", sa.Text, primary_key=True), _document())
    op.create_index("ix_chemins_sha256", "chemins", ["sha256"])
    op.create_table(
        "pages_ocr",
        sa.Column("cle", EMPREINTE, primary_key=True),
        sa.Column("contenu", sa.LargeBinary, nullable=False),
    )
    op.create_table(
        "pages",
        _document(),
        sa.Column("numero", sa.Integer, nullable=False),
        sa.Column("reglages", EMPREINTE, nullable=False),
        sa.Column("cle", EMPREINTE, sa.ForeignKey("pages_ocr.cle"), nullable=False),
        sa.PrimaryKeyConstraint("sha256", "numero", "reglages"),
    )
    op.create_index("ix_pages_cle", "pages", ["cle"])


def _travaux() -> None:
    op.create_table(
        "travaux",
        _document(),
        sa.Column("etat", sa.String(12), nullable=False),
        sa.Column("essais", sa.Integer, nullable=False),
        sa.Column("raison", sa.Text),
        sa.Column("code", sa.Integer),
        sa.Column("proprietaire", sa.Text),
        sa.Column("bail", sa.Float(53)),
        sa.Column("maj_le", INSTANT, nullable=False),
        sa.PrimaryKeyConstraint("sha256"),
        sa.CheckConstraint("etat IN ('attente', 'en_cours', 'fait', 'echec', 'quarantaine')", name="etat_connu"),
    )
    op.create_index("travaux_file", "travaux", ["etat", "essais", "sha256"])


def _lectures() -> None:
    op.create_table(
        "lectures",
        sa.Column("id", NUMERO, primary_key=True),
        _document(),
        sa.Column("version", sa.Text, nullable=False),
        sa.Column("moteur", sa.Text, nullable=False),
        sa.Column("contenu", sa.LargeBinary, nullable=False),
        sa.Column("statut", sa.String(12), nullable=False),
        sa.Column("secondes", sa.Float(53), nullable=False),
        sa.Column("courante", sa.Boolean, nullable=False),
        sa.Column("faite_le", INSTANT, nullable=False),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_lectures_sha256", "lectures", ["sha256"])
    op.create_index(
        "une_lecture_courante", "lectures", ["sha256"], unique=True,
        sqlite_where=sa.text("courante IS 1"), postgresql_where=sa.text("courante IS true"),
    )  # fmt: skip
    op.create_table(
        "anomalies",
        sa.Column("id", NUMERO, primary_key=True),
        sa.Column("lecture_id", NUMERO, sa.ForeignKey("lectures.id"), nullable=False),
        sa.Column("code", sa.Text, nullable=False),
        sa.Column("gravite", sa.String(12), nullable=False),
        sa.Column("page", sa.Integer),
        sa.Column("champ", sa.Text),
        sa.Column("message", sa.Text, nullable=False),
    )
    op.create_index("ix_anomalies_lecture_id", "anomalies", ["lecture_id"])
    op.create_index("ix_anomalies_code", "anomalies", ["code"])


def _actes() -> None:
    op.create_table(
        "actes",
        sa.Column("id", NUMERO, primary_key=True),
        sa.Column("lecture_id", NUMERO, sa.ForeignKey("lectures.id"), nullable=False),
        _document(),
        sa.Column("rang", sa.Integer, nullable=False),
        sa.Column("collectivite", sa.Text),
        sa.Column("collectivite_pliee", sa.Text, nullable=False),
        sa.Column("organe", sa.Text),
        sa.Column("organe_plie", sa.Text, nullable=False),
        sa.Column("date", sa.Date),
        sa.Column("numero", sa.Text),
        sa.Column("objet", sa.Text),
        sa.Column("texte", sa.Text, nullable=False),
    )
    op.create_index("ix_actes_lecture_id", "actes", ["lecture_id"])
    op.create_index("ix_actes_date", "actes", ["date"])
    op.create_index("actes_collectivite", "actes", ["collectivite", "date"])


def _decisions() -> None:
    op.create_table(
        "decisions",
        sa.Column("id", NUMERO, primary_key=True),
        _document(),
        sa.Column("pointeur", sa.Text, nullable=False),
        sa.Column("valeur", sa.Text, nullable=False),
        sa.Column("remplacee", sa.Text, nullable=False),
        sa.Column("motif", sa.Text, nullable=False),
        sa.Column("auteur", sa.Text, nullable=False),
        sa.Column("pris_le", INSTANT, nullable=False),
        sqlite_autoincrement=True,
    )
    op.create_index("decisions_document", "decisions", ["sha256", "id"])


# The index holds words only; the text stays in ``actes``, and triggers keep the two in step inside each transaction.
SQLITE = """
CREATE VIRTUAL TABLE actes_mots
    USING fts5(texte, content='actes', content_rowid='id', tokenize='unicode61 remove_diacritics 2')

CREATE TRIGGER actes_ajout AFTER INSERT ON actes BEGIN
    INSERT INTO actes_mots(rowid, texte) VALUES (new.id, new.texte);
END

CREATE TRIGGER actes_retrait AFTER DELETE ON actes BEGIN
    INSERT INTO actes_mots(actes_mots, rowid, texte) VALUES ('delete', old.id, old.texte);
END

CREATE TRIGGER actes_change AFTER UPDATE ON actes BEGIN
    INSERT INTO actes_mots(actes_mots, rowid, texte) VALUES ('delete', old.id, old.texte);
    INSERT INTO actes_mots(rowid, texte) VALUES (new.id, new.texte);
END
"""
POSTGRESQL = """
CREATE EXTENSION IF NOT EXISTS unaccent

CREATE TEXT SEARCH CONFIGURATION greffier (COPY = french)

ALTER TEXT SEARCH CONFIGURATION greffier
    ALTER MAPPING FOR hword, hword_part, word WITH unaccent, french_stem

ALTER TABLE actes ADD COLUMN mots tsvector GENERATED ALWAYS AS (to_tsvector('greffier', texte)) STORED

CREATE INDEX actes_mots ON actes USING gin (mots)
"""
