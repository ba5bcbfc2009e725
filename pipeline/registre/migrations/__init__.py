"""Migrations of the database: ``versions/``, run by ``env.py`` on the connection that ``ouverture`` gives."""
