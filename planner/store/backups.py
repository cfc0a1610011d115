"""Backups: a store copied while others write to it, and put back whole or not at all."""

import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TypeVar

from sqlalchemy import Connection, Engine

from planner.errors import FindingsError, finding
from planner.store.engine import READING, make_engine
from planner.store.facts import StoreFacts, facts_of, has_schema, is_empty
from planner.store.failures import failures_as_findings
from planner.store.postgresql_copies import POSTGRESQL
from planner.store.revisions import refuse_unknown
from planner.store.schema import bring_up
from planner.store.sqlite_copies import SQLITE, is_absent

__all__ = ["restore_backup", "store_facts", "write_backup"]

Answer = TypeVar("Answer")

WAYS = {"sqlite": SQLITE, "postgresql": POSTGRESQL}
MODE = 0o600
"""A backup holds telephone numbers and hashes of passwords: its owner alone reads it."""


def write_backup(address: str, target: Path) -> None:
    """Copies a store as it stands at one moment, whoever writes to it meanwhile; the file is whole or not there.

    A store of an older schema is copied as it is. On PostgreSQL the copy is an archive of pg_dump.

    Args:
        address: SQLAlchemy's URL of the store.
        target: a file that is not there yet; it is made with mode 600.

    Raises:
        FindingsError: where there is such a file, nothing to copy, no room, or no pg_dump.
    """
    with _engine_of(address) as engine:
        _demand_store(engine)
        draft = target.with_name(f".{target.name}.{os.getpid()}.partial")
        try:
            _make(target, draft)
            WAYS[engine.dialect.name].copy_out(engine, draft)
            draft.replace(target)
        except OSError as error:
            reason = error.strerror or error
            raise FindingsError((finding("store.backup.unwritable", value=target, reason=reason),)) from error
        finally:
            draft.unlink(missing_ok=True)


def restore_backup(address: str, source: Path, migrations: Path, kept: Path | None = None) -> StoreFacts:
    """Puts a backup in the place of what a store holds, in one step, then brings it to the newest schema.

    Args:
        address: SQLAlchemy's URL of the store; a SQLite file is made where absent, a PostgreSQL database must exist.
        source: a file that `write_backup` made from a database of the same kind.
        migrations: the folder of alembic's env.py and versions.
        kept: where to write what the store holds now; None: only an empty store is written to.

    Raises:
        FindingsError: where the backup is absent, damaged, foreign or newer, or the store holds something.
    """
    if not source.is_file():
        raise FindingsError((finding("store.backup.absent", value=source),))
    with _engine_of(address) as engine:
        way = WAYS[engine.dialect.name]
        refuse_unknown(way.revision_of(source), migrations)
        if not is_absent(engine) and not _looked(engine, is_empty):
            if kept is None:
                raise FindingsError((finding("store.restore.not_empty", value=engine.url.database),))
            write_backup(address, kept)
        way.copy_in(engine, source)
        bring_up(engine, migrations)
        return _looked(engine, facts_of)


def store_facts(address: str) -> StoreFacts:
    """What the store at an address holds. Raises FindingsError where it cannot be reached."""
    with _engine_of(address) as engine:
        return _looked(engine, facts_of)


@contextmanager
def _engine_of(address: str) -> Iterator[Engine]:
    engine = make_engine(address)
    try:
        with failures_as_findings(engine.url):
            yield engine
    finally:
        engine.dispose()


def _looked(engine: Engine, look: Callable[[Connection], Answer]) -> Answer:
    with engine.connect().execution_options(**{READING: True}) as connection:
        return look(connection)


def _make(target: Path, draft: Path) -> None:
    """An empty draft that nobody else may read, beside where it is to stand."""
    if target.exists():
        raise FindingsError((finding("store.backup.there", value=target),))
    draft.unlink(missing_ok=True)
    os.close(os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL, MODE))


def _demand_store(engine: Engine) -> None:
    if is_absent(engine) or not _looked(engine, has_schema):
        raise FindingsError((finding("store.backup.nothing", value=engine.url.database),))
