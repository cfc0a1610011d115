"""What is stored stays: the database itself refuses to change or remove it, whoever asks."""

import pytest
from sqlalchemy import Connection, func, select, text
from sqlalchemy.exc import IntegrityError

from planner.store import Store
from planner.store.tables import METADATA
from tests.store.made import new_confirmation, new_list, new_orders, new_plan

TABLES = sorted(METADATA.tables)


@pytest.fixture
def full_store(store: Store) -> Store:
    """A row in each table."""
    store.add_list(new_list())
    store.add_grades(new_list())
    store.add_confirmation(new_confirmation())
    plan_id = store.add_plan(new_plan())
    store.add_orders(plan_id, new_orders(plan_id, count=1))
    return store


def refused(store: Store, statement: str) -> None:
    with pytest.raises(IntegrityError, match="is never changed"), store._engine.begin() as connection:
        connection.execute(text(statement))


def rows(connection: Connection, table: str) -> int:
    return connection.execute(select(func.count()).select_from(METADATA.tables[table])).scalar_one()


@pytest.mark.parametrize("table", TABLES)
def test_no_row_can_be_deleted(full_store: Store, table: str) -> None:
    refused(full_store, f"DELETE FROM {table}")  # noqa: S608 - a table of ours
    with full_store._engine.begin() as connection:
        assert rows(connection, table) == 1


@pytest.mark.parametrize("table", TABLES)
def test_no_row_can_be_updated(full_store: Store, table: str) -> None:
    column = next(column.name for column in METADATA.tables[table].columns if not column.primary_key)
    refused(full_store, f"UPDATE {table} SET {column} = {column}")  # noqa: S608 - a table of ours
