"""What a store holds, counted: rows of each table, and the trace with its head."""

from dataclasses import dataclass

from sqlalchemy import Connection, func, inspect, select

from planner.store.desk_tables import TRACE
from planner.store.tables import METADATA, RULE_VERSIONS
from planner.store.trace import ZEROS, entries_to_check, first_bad_entry

__all__ = ["StoreFacts", "facts_of", "has_schema", "is_empty"]

FIRST = ("list_versions", "rule_versions", "plans")
"""Tables of the first script of all: a database of another program that uses alembic too does not have them."""


@dataclass(frozen=True, slots=True, kw_only=True)
class StoreFacts:
    """A store counted.

    Attributes:
        rows: name and number of rows of each table that it has, by name.
        entries: of the trace; `head` the hash of the last one, zeros of an empty trace.
        first_bad: number of the first entry that does not follow, None: the chain is whole.
    """

    rows: tuple[tuple[str, int], ...]
    entries: int
    head: str
    first_bad: int | None


def facts_of(connection: Connection) -> StoreFacts:
    """The facts of a store of whatever schema."""
    rows = _rows(connection)
    entries = tuple(entries_to_check(connection)) if TRACE.name in dict(rows) else ()
    head = entries[-1].sha256 if entries else ZEROS
    return StoreFacts(rows=rows, entries=len(entries), head=head, first_bad=first_bad_entry(entries))


def has_schema(connection: Connection) -> bool:
    """Whether the scripts of the planner made this database, whichever of them."""
    return {"alembic_version", *FIRST}.issubset(inspect(connection).get_table_names())


def is_empty(connection: Connection) -> bool:
    """Whether nothing would be lost: the rules, which every start of the planner brings along, do not count."""
    return not any(count for name, count in _rows(connection) if name != RULE_VERSIONS.name)


def _rows(connection: Connection) -> tuple[tuple[str, int], ...]:
    there = set(inspect(connection).get_table_names())
    return tuple(
        (name, connection.execute(select(func.count()).select_from(table)).scalar_one())
        for name, table in sorted(METADATA.tables.items())
        if name in there
    )
