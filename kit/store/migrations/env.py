# ruff: noqa: INP001 - found by path
"""Runs the steps on the connection it is given. Alembic finds this file by path; it is no package."""

from alembic import context

context.configure(connection=context.config.attributes["connection"], transactional_ddl=True)
with context.begin_transaction():
    context.run_migrations()
