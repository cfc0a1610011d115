"""The trace: entries in a chain of hashes, and where a chain is broken."""

import hashlib
import json
from collections.abc import Iterable, Iterator
from dataclasses import asdict, replace
from datetime import UTC, datetime
from typing import Any

from sqlalchemy import Connection, Row, Select, String, func, insert, select, type_coerce
from sqlalchemy.exc import DBAPIError

from planner.store.desk_records import TraceEntry
from planner.store.desk_tables import TRACE

__all__ = ["ZEROS", "append_entry", "entries_of", "entries_to_check", "entry_sha256", "first_bad_entry", "head_of"]

ZEROS = "0" * 64
TRACE_LOCK = 7031_2502
"""Key of PostgreSQL's advisory lock: entries are numbered one after the other."""

AS_WRITTEN = [type_coerce(TRACE.c.at, String) if column is TRACE.c.at else column for column in TRACE.c]
"""The columns with the moment as it is spelled: in another zone's words it would be the same one, and tampered with."""


def append_entry(connection: Connection, entry: TraceEntry) -> TraceEntry:
    """The entry with its number and hashes, kept behind the last one."""
    if connection.dialect.name == "postgresql":
        connection.execute(select(func.pg_advisory_xact_lock(TRACE_LOCK)))
    number, previous = head_of(connection)
    linked = replace(entry, number=number + 1, previous_sha256=previous)
    linked = replace(linked, sha256=entry_sha256(linked))
    connection.execute(insert(TRACE).values(asdict(linked)))
    return linked


def head_of(connection: Connection) -> tuple[int, str]:
    """Number and hash of the last entry; 0 and zeros of an empty trace."""
    row = connection.execute(select(TRACE.c.number, TRACE.c.sha256).order_by(TRACE.c.number.desc()).limit(1)).first()
    return (0, ZEROS) if row is None else (row.number, row.sha256)


def entries_of(connection: Connection, city: str | None = None) -> tuple[TraceEntry, ...]:
    """The entries, the first one first; of one city where it is named."""
    wanted = select(TRACE).order_by(TRACE.c.number)
    rows = connection.execute(wanted if city is None else wanted.where(TRACE.c.city == city))
    return tuple(_entry(row) for row in rows)


def entries_to_check(connection: Connection) -> Iterator[TraceEntry]:
    """Every entry in order of its number; one that cannot be read, or is not spelled as it was written, has no hash."""
    wanted = select(*AS_WRITTEN).order_by(TRACE.c.number)
    try:
        rows = connection.execute(wanted).all()
    except (DBAPIError, ValueError):
        yield from _one_by_one(connection, wanted)
        return
    yield from (_as_written(row) for row in rows)


def _one_by_one(connection: Connection, wanted: Select[Any]) -> Iterator[TraceEntry]:
    """The same where a row brings its whole table down: SQLite holds bytes that are no text, once somebody wants to."""
    numbers = connection.execute(select(TRACE.c.number).order_by(TRACE.c.number)).scalars().all()
    for number in numbers:
        try:
            yield _as_written(connection.execute(wanted.where(TRACE.c.number == number)).one())
        except (DBAPIError, ValueError):
            yield _unreadable(number)


def _as_written(row: Row[*tuple[Any, ...]]) -> TraceEntry:
    values = row._asdict()
    spelled = values["at"]
    is_text = all(isinstance(value, str) for name, value in values.items() if name != "number")
    try:
        at = datetime.fromisoformat(spelled)
    except (TypeError, ValueError):
        return _unreadable(values["number"])
    if not is_text or at.tzinfo is None or _spelled(at) != spelled:
        return _unreadable(values["number"])
    return TraceEntry(**(values | {"at": at}))


def _unreadable(number: int) -> TraceEntry:
    """An entry that no hash fits."""
    at = datetime.min.replace(tzinfo=UTC)
    return TraceEntry(at=at, person="", subject="", action="", outcome="", number=number)


def entry_sha256(entry: TraceEntry) -> str:
    """SHA-256 over everything of an entry but the hash itself, the hash of the entry before included."""
    body: dict[str, Any] = asdict(entry)
    del body["sha256"]
    body["at"] = _spelled(entry.at)
    text = json.dumps(body, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(text.encode()).hexdigest()


def first_bad_entry(entries: Iterable[TraceEntry], head: str = "") -> int | None:
    """The number of the first entry that does not follow from those before it; None for a whole chain.

    Args:
        entries: all entries in order of their number.
        head: hash of an entry that was printed elsewhere, or its first characters; where no entry has it, the trace was
            cut short or rewritten and the number behind the last one is given.
    """
    previous, number, seen = ZEROS, 0, {ZEROS}
    for entry in entries:
        number += 1
        if entry.number != number or entry.previous_sha256 != previous or entry.sha256 != entry_sha256(entry):
            return number
        previous = entry.sha256
        seen.add(previous)
    return None if not head or any(known.startswith(head) for known in seen) else number + 1


def _spelled(at: datetime) -> str:
    return at.astimezone(UTC).isoformat(timespec="microseconds")


def _entry(row: Row[*tuple[Any, ...]]) -> TraceEntry:
    return TraceEntry(**row._asdict())
