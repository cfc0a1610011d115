"""The schema of a database, brought up to what this version of the planner needs by the scripts in migrations/."""

import threading
from pathlib import Path

from sqlalchemy import Connection, Engine, func, inspect, select

from planner.errors import FindingsError, finding
from planner.store.engine import make_engine
from planner.store.failures import failures_as_findings
from planner.store.revisions import names_newest

__all__ = ["bring_up", "refuse_foreign", "refuse_outdated", "upgrade"]

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
    with failures_as_findings(engine.url), _one_at_a_time:
        if _is_newest(engine, migrations):
            return
        from planner.store.migrating import run_scripts  # noqa: PLC0415 - a third of a second that few starts need

        with engine.begin() as connection:
            _wait_for_turn(connection)
            refuse_foreign(connection)
            run_scripts(connection, migrations)


def refuse_outdated(engine: Engine, migrations: Path) -> None:
    """Nothing for a schema that is the newest, else FindingsError: a server is upgraded when its keeper says so."""
    with failures_as_findings(engine.url), _one_at_a_time:
        if not _is_newest(engine, migrations):
            raise FindingsError((finding("store.schema.outdated", value=engine.url.database),))


def _is_newest(engine: Engine, migrations: Path) -> bool:
    """Whether every script has run: a plain look first, alembic's where that does not settle it.

    Raises FindingsError where there are no scripts or the database names one that is not there.
    """
    if not (migrations / "env.py").is_file():
        raise FindingsError((finding("store.migrations.absent", value=migrations),))
    if names_newest(engine, migrations):
        return True
    from planner.store.migrating import is_newest  # noqa: PLC0415 - as above

    return is_newest(engine, migrations)


def _wait_for_turn(connection: Connection) -> None:
    if connection.dialect.name == "postgresql":
        connection.execute(select(func.pg_advisory_xact_lock(UPGRADE_LOCK)))


def refuse_foreign(connection: Connection) -> None:
    """A SQLite file with tables of some other program is left alone; a PostgreSQL schema may be shared."""
    if connection.dialect.name != "sqlite":
        return
    tables = inspect(connection).get_table_names()
    if tables and "alembic_version" not in tables:
        raise FindingsError((finding("store.file.foreign", value=connection.engine.url.database, tables=len(tables)),))
