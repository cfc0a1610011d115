"""A store of its own for each test, in each kind of database that is at hand."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from planner.store import Store, open_store
from tests.store.made import MIGRATIONS, NOON, RULES_SHA256


@pytest.fixture(params=["sqlite"])
def address(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """The address of an empty database; PostgreSQL joins the parameters when its driver joins the dependencies."""
    return f"{request.param}:///{tmp_path / 'planner.db'}"


@pytest.fixture
def store(address: str) -> Iterator[Store]:
    opened = open_store(address, MIGRATIONS)
    opened.add_rules(RULES_SHA256, "{}", NOON)
    yield opened
    opened.close()
