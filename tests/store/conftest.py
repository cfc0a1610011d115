"""A store of its own for each test, in each kind of database: a SQLite file, and a database of a private server."""

import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from planner.store import Store, open_store, upgrade
from tests.store.made import MIGRATIONS, NOON, RULES_SHA256
from tests.store.server import fresh_database, private_server, server_programs


@pytest.fixture
def sqlite_address(tmp_path: Path) -> str:
    """The address of a SQLite file that is not there yet."""
    return f"sqlite:///{tmp_path / 'planner.db'}"


@pytest.fixture(scope="session")
def postgresql_server() -> Iterator[str]:
    """A private server; without Debian's package `postgresql` the tests on it are skipped, in CI they fail."""
    programs = server_programs()
    if programs is None:
        if os.environ.get("CI"):
            pytest.fail("CI needs the package postgresql")
        pytest.skip("apt-get install postgresql")
    with private_server(programs) as address:
        yield address


@pytest.fixture
def postgresql_address(postgresql_server: str) -> str:
    """The address of an empty database of the server."""
    return fresh_database(postgresql_server)


@pytest.fixture(params=["sqlite_address", "postgresql_address"])
def address(request: pytest.FixtureRequest) -> str:
    """The address of an empty database, on SQLite and on PostgreSQL."""
    return str(request.getfixturevalue(request.param))


@pytest.fixture
def store(address: str) -> Iterator[Store]:
    upgrade(address, MIGRATIONS)
    opened = open_store(address, MIGRATIONS)
    opened.add_rules(RULES_SHA256, "{}", NOON)
    yield opened
    opened.close()
