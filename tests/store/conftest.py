"""A store of its own for each test, in each kind of database that is at hand."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from planner.store import Store, open_store, upgrade
from tests.store.made import MIGRATIONS, NOON, RULES_SHA256


@pytest.fixture
def sqlite_address(tmp_path: Path) -> str:
    """The address of a SQLite file that is not there yet."""
    return f"sqlite:///{tmp_path / 'planner.db'}"


@pytest.fixture(params=["sqlite_address"])
def address(request: pytest.FixtureRequest) -> str:
    """The address of an empty database; PostgreSQL's joins the parameters when its driver joins the dependencies."""
    return str(request.getfixturevalue(request.param))


@pytest.fixture
def store(address: str) -> Iterator[Store]:
    upgrade(address, MIGRATIONS)
    opened = open_store(address, MIGRATIONS)
    opened.add_rules(RULES_SHA256, "{}", NOON)
    yield opened
    opened.close()
