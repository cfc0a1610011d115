"""What is wired for SQLite alone: who waits for whom, what survives a cut of the current, what nobody gets round."""

from collections.abc import Iterator

import pytest
from sqlalchemy import text
from sqlalchemy.exc import IntegrityError

from planner.errors import FindingsError
from planner.store import Store, engine, open_store
from tests.store.made import CITY, MIGRATIONS, NOON, RULES_SHA256, new_list

REPLACE = "INSERT OR REPLACE INTO rule_versions SELECT sha256, 'other', recorded_at FROM rule_versions"


@pytest.fixture
def hasty_store(sqlite_address: str, monkeypatch: pytest.MonkeyPatch) -> Iterator[Store]:
    """A store whose writers wait ten milliseconds for each other."""
    monkeypatch.setattr(engine, "PRAGMAS", ("PRAGMA busy_timeout = 10", *engine.PRAGMAS[1:]))
    store = open_store(sqlite_address, MIGRATIONS)
    yield store
    store.close()


@pytest.mark.parametrize("pragma", [("journal_mode", "wal"), ("synchronous", 2), ("foreign_keys", 1)])
def test_every_connection_is_wired_to_survive(hasty_store: Store, pragma: tuple[str, object]) -> None:
    name, expected = pragma
    with hasty_store._engine.connect() as connection:
        assert connection.exec_driver_sql(f"PRAGMA {name}").scalar_one() == expected


def test_a_writer_that_waits_too_long_is_told_that_the_database_is_busy(hasty_store: Store) -> None:
    with hasty_store._engine.begin(), pytest.raises(FindingsError, match=r"store\.database\.busy"):
        hasty_store.add_list(new_list())


def test_readers_do_not_wait_for_a_writer(hasty_store: Store) -> None:
    with hasty_store._engine.begin():
        assert hasty_store.plans(CITY) == ()


def test_a_reader_sees_one_state_of_the_database(hasty_store: Store) -> None:
    with hasty_store._reader.begin() as reader:
        before = reader.execute(text("SELECT count(*) FROM list_versions")).scalar_one()
        hasty_store.add_list(new_list())
        assert reader.execute(text("SELECT count(*) FROM list_versions")).scalar_one() == before


def test_no_row_can_be_replaced(hasty_store: Store) -> None:
    hasty_store.add_rules(RULES_SHA256, "{}", NOON)
    with pytest.raises(IntegrityError, match="is never changed"), hasty_store._engine.begin() as connection:
        connection.execute(text(REPLACE))
