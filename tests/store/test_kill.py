"""A program that is killed in the middle of its work leaves whole versions behind, and every one that it told of."""

import random
import signal
import sqlite3
import subprocess
import sys
import time
from pathlib import Path

from planner.store import Store, open_store
from tests.project import ROOT
from tests.store.made import CITY, MIGRATIONS

WRITER = """
import itertools, sys
from tests.store.made import MIGRATIONS, new_list
from planner.store import open_store

store = open_store(sys.argv[1], MIGRATIONS)
for turn in itertools.count():
    content = (sys.argv[2] + str(turn) + "\\n").encode() * 20000
    print(store.add_list(new_list(content)).version, flush=True)
"""
KILLS = 5


def killed_writer(address: str, name: str, seconds: float) -> int:
    """The last version that a writer told of before it was killed, some time after its first."""
    command = [sys.executable, "-c", WRITER, address, name]
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True) as writer:
        first = writer.stdout.readline()
        time.sleep(seconds)
        writer.send_signal(signal.SIGKILL)
        told = [first, *writer.stdout.read().splitlines()]
    return int(told[-1])


def assert_whole(store: Store, path: Path) -> None:
    """Versions without a gap, each with all its bytes (read against their hash), in a sound file."""
    versions = [version.version for version in store.list_versions(CITY)]
    assert versions == list(range(1, len(versions) + 1))
    assert all(store.list_content(CITY, version) for version in versions)
    connection = sqlite3.connect(path)
    assert connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
    connection.close()


def test_killed_writers_leave_nothing_half_written(sqlite_address: str, tmp_path: Path) -> None:
    moments = random.Random(7)  # noqa: S311 - moments, no secrets
    for turn in range(KILLS):
        told = killed_writer(sqlite_address, f"{turn}-", moments.uniform(0.0, 0.2))
        store = open_store(sqlite_address, MIGRATIONS)
        assert told <= store.newest_list(CITY).version <= told + 1
        assert_whole(store, tmp_path / "planner.db")
        store.close()
