"""The schema of a database, brought up to what this version of the planner needs by the scripts in migrations/."""

import threading
from pathlib import Path

from alembic import command
from alembic.config import Config
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Connection, Engine, func, inspect, select

from planner.errors import FindingsError, finding
from planner.store.engine import READING, make_engine
from planner.store.failures import failures_as_findings

__all__ = ["bring_up", "migration_config", "refuse_outdated", "upgrade"]

UPGRADE_LOCK = 7031_2501
"""Key of PostgreSQL's advisory lock: two programs that start at once upgrade one after the other."""

_one_at_a_time = threading.Lock()
"""Alembic keeps the environment of a running script in a module of its own."""


def upgrade(address: str, migrations: Path) -> None:
    """Brings the schema of a database up to the newest; one that is there already is not written to.

    Args:
        address: SQLAlchemy's URL of a SQLite file (made where absent) or of a PostgreSQL database (must exist).
        migrations: the folder of alembic's env.py and versions.

    Raises:
        FindingsError: the database cannot be reached or written, holds something else, or is newer than the scripts.
    """
    engine = make_engine(address)
    try:
        bring_up(engine, migrations)
    finally:
        engine.dispose()


def bring_up(engine: Engine, migrations: Path) -> None:
    """The same with an engine in hand: every script in one transaction, all or nothing."""
    config = migration_config(migrations)
    with failures_as_findings(engine.url), _one_at_a_time:
        if _is_newest(engine, config):
            return
        with engine.begin() as connection:
            _wait_for_turn(connection)
            _refuse_foreign(connection)
            config.attributes["connection"] = connection
            command.upgrade(config, "head")


def refuse_outdated(engine: Engine, migrations: Path) -> None:
    """Nothing for a schema that is the newest, else FindingsError: a server is upgraded when its keeper says so."""
    with failures_as_findings(engine.url), _one_at_a_time:
        if not _is_newest(engine, migration_config(migrations)):
            raise FindingsError((finding("store.schema.outdated", value=engine.url.database),))


def migration_config(migrations: Path) -> Config:
    """Alembic's configuration, without a file of its own and without a word on standard output."""
    if not (migrations / "env.py").is_file():
        raise FindingsError((finding("store.migrations.absent", value=migrations),))
    config = Config()
    config.set_main_option("script_location", str(migrations.resolve()).replace("%", "%%"))
    return config


def _is_newest(engine: Engine, config: Config) -> bool:
    """Whether every script has run. Raises FindingsError where the database names one that is not there."""
    scripts = ScriptDirectory.from_config(config)
    with engine.connect().execution_options(**{READING: True}) as connection:
        found = set(MigrationContext.configure(connection).get_current_heads())
    unknown = found - {script.revision for script in scripts.walk_revisions()}
    if unknown:
        raise FindingsError((finding("store.schema.newer", value=", ".join(sorted(unknown))),))
    return found == set(scripts.get_heads())


def _wait_for_turn(connection: Connection) -> None:
    if connection.dialect.name == "postgresql":
        connection.execute(select(func.pg_advisory_xact_lock(UPGRADE_LOCK)))


def _refuse_foreign(connection: Connection) -> None:
    """A SQLite file with tables of some other program is left alone; a PostgreSQL schema may be shared."""
    if connection.dialect.name != "sqlite":
        return
    tables = inspect(connection).get_table_names()
    if tables and "alembic_version" not in tables:
        raise FindingsError((finding("store.file.foreign", value=connection.engine.url.database, tables=len(tables)),))
