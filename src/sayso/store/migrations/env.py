"""Run by alembic: steps go through the connection that `migrate` was given, and its transaction stays the caller's."""

from alembic import context

from sayso.store.tables import METADATA

context.configure(connection=context.config.attributes["connection"], target_metadata=METADATA)
context.run_migrations()
