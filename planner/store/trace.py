"""The trace: entries in a chain of hashes, and where a chain is broken."""

import hashlib
import json
from collections.abc import Iterable
from dataclasses import asdict, replace
from datetime import UTC
from typing import Any

from sqlalchemy import Connection, Row, func, insert, select

from planner.store.desk_records import TraceEntry
from planner.store.desk_tables import TRACE

__all__ = ["ZEROS", "append_entry", "entries_of", "entry_sha256", "first_bad_entry", "head_of"]

ZEROS = "0" * 64
TRACE_LOCK = 7031_2502
"""Key of PostgreSQL's advisory lock: entries are numbered one after the other."""


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


def entry_sha256(entry: TraceEntry) -> str:
    """SHA-256 over everything of an entry but the hash itself, the hash of the entry before included."""
    body: dict[str, Any] = asdict(entry)
    del body["sha256"]
    body["at"] = entry.at.astimezone(UTC).isoformat(timespec="microseconds")
    text = json.dumps(body, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(text.encode()).hexdigest()


def first_bad_entry(entries: Iterable[TraceEntry], head: str = "") -> int | None:
    """The number of the first entry that does not follow from those before it; None for a whole chain.

    Args:
        entries: all entries in order of their number.
        head: hash of an entry that was printed elsewhere; where no entry has it, the trace was cut short or rewritten
            and the number behind the last one is given.
    """
    previous, number, seen = ZEROS, 0, {ZEROS}
    for entry in entries:
        number += 1
        if entry.number != number or entry.previous_sha256 != previous or entry.sha256 != entry_sha256(entry):
            return number
        previous = entry.sha256
        seen.add(previous)
    return number + 1 if head and head not in seen else None


def _entry(row: Row[*tuple[Any, ...]]) -> TraceEntry:
    return TraceEntry(**row._asdict())
