"""The scripts in migrations/ as alembic runs them; alembic is loaded only where there is something to run."""

from pathlib import Path

from alembic import command
from alembic.config import Config
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Connection, Engine

from planner.errors import FindingsError, finding
from planner.store.engine import READING

__all__ = ["is_newest", "migration_config", "run_scripts"]


def run_scripts(connection: Connection, migrations: Path) -> None:
    """Every script that has not run yet, in the transaction of the connection."""
    config = migration_config(migrations)
    config.attributes["connection"] = connection
    command.upgrade(config, "head")


def migration_config(migrations: Path) -> Config:
    """Alembic's configuration, without a file of its own and without a word on standard output."""
    config = Config()
    config.set_main_option("script_location", str(migrations.resolve()).replace("%", "%%"))
    return config


def is_newest(engine: Engine, migrations: Path) -> bool:
    """Whether every script has run. Raises FindingsError where the database names one that is not there."""
    scripts = ScriptDirectory.from_config(migration_config(migrations))
    with engine.connect().execution_options(**{READING: True}) as connection:
        found = set(MigrationContext.configure(connection).get_current_heads())
    unknown = found - {script.revision for script in scripts.walk_revisions()}
    if unknown:
        raise FindingsError((finding("store.schema.newer", value=", ".join(sorted(unknown))),))
    return found == set(scripts.get_heads())
