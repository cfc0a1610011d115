"""Stores of every schema that was released, with data in each table, come up to the newest one with nothing lost."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC

import pytest
from alembic import command
from alembic.autogenerate import compare_metadata
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import (
    Boolean,
    Connection,
    Float,
    Integer,
    LargeBinary,
    MetaData,
    Row,
    Table,
    insert,
    select,
    text,
)
from sqlalchemy.exc import IntegrityError

from planner.store import first_bad_entry, open_store, store_facts, upgrade
from planner.store.engine import make_engine
from planner.store.migrating import migration_config
from planner.store.tables import METADATA
from planner.store.trace import append_entry
from tests.store.made import CITY, MIGRATIONS, NOON
from tests.store.test_trace import entry

CHANGING, ROWS = {"accounts"}, 3
REVISIONS = sorted(
    script.revision for script in ScriptDirectory.from_config(migration_config(MIGRATIONS)).walk_revisions()
)
Content = dict[str, list[Row[*tuple[object, ...]]]]


def value_of(table: Table, name: str, turn: int) -> object:
    """A value that fits a column, told apart by row; foreign keys point to the row of the same turn."""
    column = table.c[name]
    for key in column.foreign_keys:
        return value_of(key.column.table, key.column.name, turn)
    for kinds, value in ((Boolean, bool(turn % 2)), (LargeBinary, f"内容{turn}".encode()), ((Integer, Float), turn)):
        if isinstance(column.type, kinds):
            return value
    return word_for(name, turn)[: getattr(column.type, "length", None)]


def word_for(name: str, turn: int) -> str:
    if name.endswith(("sha256", "_key")):
        return f"{turn:064x}"
    moment = name == "at" or name.endswith(("_at", "_until"))
    return NOON.astimezone(UTC).isoformat(timespec="microseconds") if moment else f"{name[:6]} {turn} 长治"


def reflected(connection: Connection) -> MetaData:
    """The tables as the scripts up to here made them, not as the code of today knows them."""
    found = MetaData()
    found.reflect(connection)
    return found


def fill(connection: Connection) -> None:
    """Rows in every table of the schema, the referred ones first; the trace is chained as the planner chains it."""
    for table in reflected(connection).sorted_tables:
        if table.name not in METADATA.tables or table.name == "trace":
            continue
        for turn in range(1, ROWS + 1):
            connection.execute(insert(table), {item.name: value_of(table, item.name, turn) for item in table.c})
    if "trace" in reflected(connection).tables:
        for turn in range(ROWS):
            append_entry(connection, entry(f'{{"turn":{turn}}}'))


def content(connection: Connection) -> Content:
    tables = reflected(connection).sorted_tables
    return {
        table.name: sorted(connection.execute(select(table)).all(), key=repr)
        for table in tables
        if table.name in METADATA.tables
    }


def carried(name: str, rows: list[Row[*tuple[object, ...]]]) -> list[tuple[object, ...]]:
    """What rows of before are now: visits say more since 0009, all else is as it was."""
    if name != "site_visits" or not rows or "is_executed" not in rows[0]._fields:
        return [tuple(row) for row in rows]
    outcome = {True: "as_ordered", False: "not_stopped"}
    return [(*row[:3], "", row.at, row.inspector, outcome[row.is_executed], row.note, "", row.at) for row in rows]


@contextmanager
def connected(address: str) -> Iterator[Connection]:
    engine = make_engine(address)
    try:
        with engine.begin() as connection:
            yield connection
    finally:
        engine.dispose()


@pytest.fixture(params=REVISIONS)
def filled(request: pytest.FixtureRequest, address: str) -> tuple[str, Content]:
    """A store of a released schema with rows in each of its tables, and these rows."""
    config = migration_config(MIGRATIONS)
    with connected(address) as connection:
        config.attributes["connection"] = connection
        command.upgrade(config, request.param)
    with connected(address) as connection:
        fill(connection)
        return address, content(connection)


def test_data_of_every_released_schema_comes_through_whole(filled: tuple[str, Content]) -> None:
    address, kept = filled
    assert all(len(rows) == ROWS for rows in kept.values())
    upgrade(address, MIGRATIONS)
    with connected(address) as connection:
        assert compare_metadata(MigrationContext.configure(connection), METADATA) == []
        now = content(connection)
    assert {name: [tuple(row) for row in now[name]] for name in kept} == {
        name: carried(name, rows) for name, rows in kept.items()
    }
    assert set(now) == set(METADATA.tables)
    assert store_facts(address).first_bad is None
    assert unguarded(address) == CHANGING & set(kept)
    assert_written_like_a_new_one(address)


def assert_written_like_a_new_one(address: str) -> None:
    store = open_store(address, MIGRATIONS)
    store.add_rules("f" * 64, "{}", NOON)
    store.at_desk(lambda desk: desk.append_trace(entry("{}")))
    assert first_bad_entry(store.look_at_desk(lambda desk: desk.trace_to_check())) is None
    assert store.newest_list(CITY) is None
    store.close()


def unguarded(address: str) -> set[str]:
    """The tables with rows, of which one can be removed: the guards have to come along."""
    found = set()
    with connected(address) as connection:
        for name in sorted(METADATA.tables):
            begun = connection.begin_nested()
            try:
                refusal = connection.execute(text(f"DELETE FROM {name}")).rowcount == 0  # noqa: S608 - a table of ours
            except IntegrityError as error:
                refusal = "is never changed" in str(error)
            found |= set() if refusal else {name}
            begun.rollback()
    return found
