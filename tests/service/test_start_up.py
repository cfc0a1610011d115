"""What a command does not need is not loaded when the program starts."""

import subprocess
import sys

import pytest

from planner.store import upgrade
from tests.store.made import MIGRATIONS

LOADED = "import sys, planner.service.commands.command_line; print(*sys.modules, sep='\\n')"


@pytest.fixture(scope="module")
def loaded() -> frozenset[str]:
    run = subprocess.run([sys.executable, "-c", LOADED], check=True, capture_output=True, text=True)
    return frozenset(run.stdout.split())


@pytest.mark.parametrize("library", ["alembic", "streamlit", "plotly", "ortools"])
def test_a_library_that_few_commands_need_waits_until_one_does(loaded: frozenset[str], library: str) -> None:
    assert library not in loaded


def test_a_store_that_is_up_to_date_opens_without_alembic(tmp_path_factory: pytest.TempPathFactory) -> None:
    address = f"sqlite:///{tmp_path_factory.mktemp('store') / 'planner.db'}"
    upgrade(address, MIGRATIONS)
    code = (
        "import sys; from pathlib import Path; from planner.store import open_store;"
        f"open_store({address!r}, Path({str(MIGRATIONS)!r})).close(); print('alembic' in sys.modules)"
    )
    run = subprocess.run([sys.executable, "-c", code], check=True, capture_output=True, text=True)
    assert run.stdout.strip() == "False"
