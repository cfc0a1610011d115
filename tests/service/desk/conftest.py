"""A planner over a fresh store, and its desk; the rules are read once."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from planner.service import Planner, open_planner
from planner.service.desk import WarningDesk
from planner.store import open_store
from planner.terms import Level
from tests.service.desk.made import CITY, NOW, keep_plan
from tests.store.made import MIGRATIONS


@pytest.fixture(scope="session")
def shipped(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Planner]:
    """The planner with its rules and fields."""
    opened = open_planner(f"sqlite:///{tmp_path_factory.mktemp('shipped') / 'planner.db'}")
    yield opened
    opened.store.close()


@pytest.fixture
def planner(shipped: Planner, tmp_path: Path) -> Iterator[Planner]:
    store = open_store(f"sqlite:///{tmp_path / 'planner.db'}", MIGRATIONS)
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
