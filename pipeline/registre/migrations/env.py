"""Run by Alembic: the migrations, inside the transaction that the caller opened, so that they pass whole or not at
all."""

from alembic import context

from pipeline.registre.schema import METADONNEES

context.configure(connection=context.config.attributes["connexion"], target_metadata=METADONNEES)
with context.begin_transaction():
    context.run_migrations()
