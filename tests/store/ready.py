"""Databases with the newest schema in them: made once, then copied, which takes a moment, not a second."""

import shutil
from pathlib import Path
from uuid import uuid4

import pytest

from planner.store import upgrade
from tests.store.made import MIGRATIONS
from tests.store.server import fresh_database

__all__ = ["address", "copied_postgresql", "ready_postgresql", "ready_sqlite"]


@pytest.fixture(scope="session")
def ready_sqlite(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A SQLite file to be copied."""
    path = tmp_path_factory.mktemp("ready") / "planner.db"
    upgrade(f"sqlite:///{path}", MIGRATIONS)
    return path


@pytest.fixture(scope="session")
def ready_postgresql(postgresql_server: str) -> str:
    """The address of a database to be copied."""
    made = fresh_database(postgresql_server)
    upgrade(made, MIGRATIONS)
    return made


def copied_postgresql(ready: str) -> str:
    """The address of a copy of a database that nobody is connected to."""
    from sqlalchemy import create_engine, text  # noqa: PLC0415 - only where there is a server

    server, _, model = ready.rpartition("/")
    name = f"planner_{uuid4().hex}"
    engine = create_engine(f"{server}/postgres", isolation_level="AUTOCOMMIT")
    with engine.connect() as connection:
        connection.execute(text(f"CREATE DATABASE {name} TEMPLATE {model}"))
    engine.dispose()
    return f"{server}/{name}"


@pytest.fixture(params=["sqlite", "postgresql"])
def address(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """The address of a database with the newest schema and nothing else, on each engine."""
    if request.param == "postgresql":
        return copied_postgresql(request.getfixturevalue("ready_postgresql"))
    shutil.copy(request.getfixturevalue("ready_sqlite"), tmp_path / "planner.db")
    return f"sqlite:///{tmp_path / 'planner.db'}"
