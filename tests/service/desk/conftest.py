"""A planner over a fresh store in each kind of database, and its desk; the rules are read once."""

from collections.abc import Iterator
from dataclasses import replace

import pytest

from planner.service import Planner, open_planner
from planner.service.desk import WarningDesk
from planner.store import open_store
from planner.terms import Level
from tests.service.desk.made import CITY, NOW, keep_plan
from tests.store.conftest import postgresql_server
from tests.store.made import MIGRATIONS
from tests.store.ready import address, ready_postgresql, ready_sqlite

__all__ = ["address", "postgresql_server", "ready_postgresql", "ready_sqlite"]


@pytest.fixture(scope="session")
def shipped(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Planner]:
    """The planner with its rules and fields."""
    opened = open_planner(f"sqlite:///{tmp_path_factory.mktemp('shipped') / 'planner.db'}")
    yield opened
    opened.store.close()


@pytest.fixture
def planner(shipped: Planner, address: str) -> Iterator[Planner]:
    store = open_store(address, MIGRATIONS)
    store.add_rules(shipped.rulebook.sha256, "{}", NOW)
    yield replace(shipped, store=store)
    store.close()


@pytest.fixture
def desk(planner: Planner) -> WarningDesk:
    return planner.desk(CITY)


@pytest.fixture
def yellow(planner: Planner) -> int:
    """Number of the yellow plan."""
    return keep_plan(planner, Level.YELLOW)


@pytest.fixture
def orange(planner: Planner) -> int:
    """Number of the orange plan."""
    return keep_plan(planner, Level.ORANGE)
