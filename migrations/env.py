"""Alembic's environment: `planner.store` hands over a connection inside a transaction, and there is no alembic.ini."""

from alembic import context

from planner.store.tables import METADATA


def offline() -> None:
    """Writes the SQL of a database that is not at hand: `dialect_name` says for which."""
    dialect = context.config.attributes["dialect_name"]
    context.configure(dialect_name=dialect, target_metadata=METADATA, literal_binds=True)
    with context.begin_transaction():
        context.run_migrations()


def online() -> None:
    connection = context.config.attributes["connection"]
    context.configure(connection=connection, target_metadata=METADATA)
    with context.begin_transaction():
        context.run_migrations()


if context.is_offline_mode():
    offline()
else:
    online()
