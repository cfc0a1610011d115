"""What a database says when it fails, as findings."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy import URL
from sqlalchemy.exc import DBAPIError, OperationalError
from sqlalchemy.exc import TimeoutError as PoolTimeoutError

from planner.errors import Finding, FindingsError, finding

__all__ = ["failures_as_findings", "finding_of_failure"]

PRIMARY_CODE = 0xFF
"""SQLite's extended result codes carry the primary one in their last byte."""

BY_SQLITE_CODE = {
    sqlite3.SQLITE_CANTOPEN: "store.file.unopenable",
    sqlite3.SQLITE_PERM: "store.file.read_only",
    sqlite3.SQLITE_READONLY: "store.file.read_only",
    sqlite3.SQLITE_NOTADB: "store.file.not_a_database",
    sqlite3.SQLITE_CORRUPT: "store.file.damaged",
    sqlite3.SQLITE_FULL: "store.file.disk_full",
    sqlite3.SQLITE_BUSY: "store.database.busy",
    sqlite3.SQLITE_LOCKED: "store.database.busy",
    sqlite3.SQLITE_CONSTRAINT: "store.write.refused",
}
BY_SQLSTATE_CLASS = {
    "08": "store.server.unreachable",  # connection exception
    "23": "store.write.refused",  # integrity constraint violation
    "28": "store.server.unreachable",  # invalid authorisation
    "3D": "store.server.unreachable",  # no such database
    "40": "store.database.busy",  # transaction rollback: deadlock, serialisation
    "53": "store.file.disk_full",  # insufficient resources
    "55": "store.database.busy",  # object in use, lock not available
    "57": "store.server.unreachable",  # the server is shutting down or starting
}
"""The first two signs of PostgreSQL's error codes."""


@contextmanager
def failures_as_findings(url: URL) -> Iterator[None]:
    """Lets every failure of the database inside out as a FindingsError; mistakes of the program stay what they are."""
    try:
        yield
    except DBAPIError as error:
        raise FindingsError((finding_of_failure(error, url),)) from error
    except PoolTimeoutError as error:
        raise FindingsError((finding("store.database.busy", value=_name(url), reason="no free connection"),)) from error


def finding_of_failure(error: DBAPIError, url: URL) -> Finding:
    """What the driver's error means; `value` is the file or the address without its password."""
    return finding(_code(error), value=_name(url), reason=_first_line(error.orig))


def _code(error: DBAPIError) -> str:
    sqlite_code = getattr(error.orig, "sqlite_errorcode", None)
    if isinstance(sqlite_code, int):
        return BY_SQLITE_CODE.get(sqlite_code & PRIMARY_CODE, "store.database.failed")
    state = getattr(error.orig, "sqlstate", None)
    if isinstance(state, str):
        return BY_SQLSTATE_CLASS.get(state[:2], "store.database.failed")
    # a driver that never reached its server has no code to show
    return "store.server.unreachable" if isinstance(error, OperationalError) else "store.database.failed"


def _name(url: URL) -> str:
    if url.get_backend_name() == "sqlite":
        return url.database or ""
    return url.render_as_string(hide_password=True)


def _first_line(error: BaseException | None) -> str:
    return (str(error).strip().splitlines() or ["no reason given"])[0]
