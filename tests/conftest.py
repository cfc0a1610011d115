"""What every test stands on: a store of its own, and hypothesis that neither flakes nor hurries."""

import os
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

import planner  # noqa: F401 - before openpyxl, which it keeps from reading past defusedxml

settings.register_profile(
    "planner",
    deadline=None,  # a loaded machine is no defect
    derandomize=bool(os.environ.get("CI")),  # a submission is judged by the same examples twice
    print_blob=True,
    suppress_health_check=[HealthCheck.too_slow],
)
settings.load_profile("planner")


@pytest.fixture(scope="session", autouse=True)
def store_apart(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """No test ever touches the user's own store: PLANNER_DATABASE_URL points into a temporary folder.

    Nor may a test leave a list in the store all share, for it would be the current list of those that follow.
    """
    file = tmp_path_factory.mktemp("store") / "planner.db"
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("PLANNER_DATABASE_URL", f"sqlite:///{file}")
        yield f"sqlite:///{file}"
    assert not left_lists(file), "a test imported a list into the store that all share: it needs fresh_store"


def left_lists(file: Path) -> list[tuple[str, str]]:
    """City and file name of the lists that a store holds."""
    if not file.exists():
        return []
    with closing(sqlite3.connect(file)) as store:
        return store.execute("SELECT city, file FROM list_versions").fetchall()


@pytest.fixture
def fresh_store(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    """The URL of an empty store for this test alone, set as PLANNER_DATABASE_URL."""
    url = f"sqlite:///{tmp_path / 'planner.db'}"
    monkeypatch.setenv("PLANNER_DATABASE_URL", url)
    return url
