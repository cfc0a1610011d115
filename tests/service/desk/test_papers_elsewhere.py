"""The papers of a stored warning are the same bytes from another process, time zone, locale and hash seed."""

import hashlib
import os
import shutil
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest

from planner.service import Planner
from planner.store import open_store
from planner.terms import Level
from tests.service.desk.made import CITY, NOW, issued, keep_plan, terms
from tests.store.made import MIGRATIONS

PLACES = (
    {"TZ": "America/New_York", "LC_ALL": "C", "PYTHONHASHSEED": "1"},
    {"TZ": "Asia/Kathmandu", "LC_ALL": "C.UTF-8", "PYTHONHASHSEED": "20261123"},
)
FORMATS = "xlsx,docx,pdf,csv,cap"


@pytest.fixture
def stored(shipped: Planner, ready_sqlite: Path, tmp_path: Path) -> tuple[str, str]:
    """The address of a store with a warning in force, and its number."""
    shutil.copy(ready_sqlite, tmp_path / "planner.db")
    address = f"sqlite:///{tmp_path / 'planner.db'}"
    planner = replace(shipped, store=open_store(address, MIGRATIONS))
    planner.store.add_rules(shipped.rulebook.sha256, "{}", NOW)
    number = issued(planner.desk(CITY), keep_plan(planner, Level.YELLOW), terms())
    planner.store.close()
    return address, number


def written(address: str, number: str, place: dict[str, str], out: Path) -> dict[str, str]:
    """Hashes of the papers that the command line writes somewhere else."""
    program = Path(sys.executable).with_name("planner")
    command = [
        "warning",
        "papers",
        "--warning",
        number,
        "--out",
        str(out),
        "--format",
        FORMATS,
        "--at",
        NOW.isoformat(),
    ]
    environment = {**os.environ, **place, "PLANNER_DATABASE_URL": address}
    subprocess.run([program, *command], env=environment, check=True, capture_output=True)
    return {path.name: hashlib.sha256(path.read_bytes()).hexdigest() for path in sorted(out.iterdir())}


def test_papers_of_a_stored_order_are_the_same_bytes_elsewhere(stored: tuple[str, str], tmp_path: Path) -> None:
    one, other = (written(*stored, place, tmp_path / place["LC_ALL"]) for place in PLACES)
    assert one == other
    assert {name.rpartition(".")[2] for name in one} == {"xlsx", "docx", "pdf", "csv", "xml"}
