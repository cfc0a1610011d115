"""From an address to an engine: SQLite wired so that writers wait for each other, PostgreSQL as it comes."""

import re
from pathlib import Path

from sqlalchemy import URL, Connection, Engine, create_engine, event, make_url
from sqlalchemy.engine.interfaces import DBAPIConnection
from sqlalchemy.exc import ArgumentError
from sqlalchemy.pool import ConnectionPoolEntry

from planner.errors import Finding, FindingsError, finding

__all__ = ["READING", "make_engine"]

READING = "planner_reads"
"""Execution option of a transaction that only reads: it takes no lock, and sees one state of the database."""

BUSY_SECONDS = 30
"""How long a writer waits for another before it gives up."""

CONNECTIONS = 5
MORE_CONNECTIONS = 20

PRAGMAS = (
    f"PRAGMA busy_timeout = {BUSY_SECONDS * 1000}",
    "PRAGMA journal_mode = WAL",
    "PRAGMA synchronous = FULL",
    "PRAGMA foreign_keys = ON",
    # without it INSERT OR REPLACE would delete a row behind the back of the triggers that refuse it
    "PRAGMA recursive_triggers = ON",
)

BACKENDS = ("sqlite", "postgresql")
SECRET = re.compile(r"//[^/@]*@")


def make_engine(address: str) -> Engine:
    """The engine of a database; nothing is connected yet, but for SQLite the folder of its file is made.

    Args:
        address: SQLAlchemy's URL of a SQLite file or of a PostgreSQL database.

    Raises:
        FindingsError: the address names no database that can hold a store, or its driver or folder is missing.
    """
    url = _parsed(address)
    if url.get_backend_name() == "sqlite":
        _make_folder(url)
    engine = _created(url)
    if url.get_backend_name() == "sqlite":
        _wire(engine)
    return engine


def _parsed(address: str) -> URL:
    try:
        url = make_url(address)
    except (ArgumentError, ValueError) as error:
        raise FindingsError((finding("store.url.unreadable", value=SECRET.sub("//***@", address)),)) from error
    if url.get_backend_name() not in BACKENDS:
        raise FindingsError((finding("store.url.other_database", value=url.get_backend_name()),))
    if url.get_backend_name() == "sqlite" and url.database in (None, "", ":memory:"):
        raise FindingsError((finding("store.url.memory", value=str(url)),))
    return url


def _make_folder(url: URL) -> None:
    folder = Path(url.database or "").parent
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or error
        raise FindingsError((finding("store.folder.unwritable", value=folder, reason=reason),)) from error


def _created(url: URL) -> Engine:
    try:
        return create_engine(url, pool_size=CONNECTIONS, max_overflow=MORE_CONNECTIONS, pool_pre_ping=True)
    except ImportError as error:
        raise FindingsError((_driver_missing(url, error),)) from error
    except (ArgumentError, ValueError) as error:
        raise FindingsError((finding("store.url.unreadable", value=str(url)),)) from error


def _driver_missing(url: URL, error: ImportError) -> Finding:
    return finding("store.driver.missing", value=url.drivername, driver=error.name or url.get_driver_name())


def _wire(engine: Engine) -> None:
    """SQLite alone: writers begin with the lock in hand; one that asks for it later fails where another was first."""
    event.listen(engine, "connect", _prepare)
    event.listen(engine, "begin", _begin)


def _prepare(raw: DBAPIConnection, _entry: ConnectionPoolEntry) -> None:
    raw.isolation_level = None  # the driver begins nothing of its own accord
    cursor = raw.cursor()
    for pragma in PRAGMAS:
        cursor.execute(pragma)
    cursor.close()


def _begin(connection: Connection) -> None:
    reads = connection.get_execution_options().get(READING, False)
    connection.exec_driver_sql("BEGIN" if reads else "BEGIN IMMEDIATE")
