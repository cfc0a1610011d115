"""SQLite's own way of copying a database page by page while others read and write it."""

import os
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import cast

from sqlalchemy import Engine, create_engine, text

from planner.errors import FindingsError, finding
from planner.store.copies import CopyWay
from planner.store.facts import has_schema
from planner.store.schema import refuse_foreign

__all__ = ["SQLITE", "is_absent", "opened_copy"]

MAGIC = b"SQLite format 3\x00"


def is_absent(engine: Engine) -> bool:
    """Whether the file of an engine is not there yet; to look inside would make it."""
    name = engine.url.database or ""
    return engine.dialect.name == "sqlite" and not name.startswith("file:") and not Path(name).exists()


@contextmanager
def opened_copy(path: Path) -> Iterator[Engine]:
    """A copy to be read and left as it is."""
    where = f"{path.resolve().as_uri()}?mode=ro"
    engine = create_engine("sqlite://", creator=lambda: sqlite3.connect(where, uri=True, check_same_thread=False))
    try:
        yield engine
    finally:
        engine.dispose()


def _copy_out(engine: Engine, target: Path) -> None:
    """The copy is one file, without the journal beside it that a store in use has, and on the disk when this ends."""
    with _raw(engine) as source, closing(sqlite3.connect(target)) as copy:
        source.backup(copy)
        copy.execute("PRAGMA journal_mode = DELETE")
    with target.open("rb") as written:
        os.fsync(written.fileno())


def _copy_in(engine: Engine, source: Path) -> None:
    """In one transaction of SQLite: programs that have the store open see all of it or what was there before."""
    if not is_absent(engine):
        with engine.connect() as connection:
            refuse_foreign(connection)
    with opened_copy(source) as copy, _raw(copy) as held, _raw(engine) as target:
        held.backup(target)


def _revision_of(source: Path) -> str:
    with source.open("rb") as file:
        if file.read(len(MAGIC)) != MAGIC:
            raise _foreign(source)
    with opened_copy(source) as engine:
        _refuse_damaged(engine, source)
        with engine.connect() as connection:
            if not has_schema(connection):
                raise _foreign(source)
            return str(connection.execute(text("SELECT version_num FROM alembic_version")).scalar_one())


def _refuse_damaged(engine: Engine, source: Path) -> None:
    try:
        with _raw(engine) as raw:
            told = str(raw.execute("PRAGMA integrity_check").fetchone()[0])
    except sqlite3.DatabaseError as error:
        told = str(error)
    if told != "ok":
        raise FindingsError((finding("store.backup.damaged", value=source, reason=told.splitlines()[0]),))


def _foreign(source: Path) -> FindingsError:
    return FindingsError((finding("store.backup.foreign", value=source, database="SQLite"),))


@contextmanager
def _raw(engine: Engine) -> Iterator[sqlite3.Connection]:
    held = engine.raw_connection()
    try:
        yield cast("sqlite3.Connection", held.driver_connection)
    finally:
        held.close()


SQLITE = CopyWay(copy_out=_copy_out, revision_of=_revision_of, copy_in=_copy_in)
