"""Every check that runs no test, in one command: `uv run python -m tests.checks`.

Lint, format, types, the contracts between the rooms, the lock file and the catalogue of sentences; with `--coverage`,
and after `uv run pytest --cov`, also how much of each room the tests walk. All of them run, each failure is printed,
and the exit code is 1 if there is any.
"""

import json
import shutil
import subprocess
import sys
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path

from tests.catalogue import gaps
from tests.project import ROOT

CORE_FLOOR = 95.0
ADAPTER_FLOOR = 85.0
ADAPTERS = frozenset({"sources", "store", "orders", "panel", "service"})
"""Rooms whose edge is the file system, the database or the screen; all others are the core."""

Summary = dict[str, int]


def run(*command: str) -> str:
    """What a command says against the tree, '' where it is content."""
    beside_python = Path(sys.executable).parent / command[0]
    program = str(beside_python) if beside_python.exists() else shutil.which(command[0]) or command[0]
    done = subprocess.run([program, *command[1:]], cwd=ROOT, capture_output=True, text=True, check=False)
    return "" if done.returncode == 0 else done.stdout + done.stderr


def catalogue() -> str:
    """What the Chinese catalogue lacks."""
    return "\n".join(gaps())


def coverage() -> str:
    """The rooms of which the last measured test run walked too little."""
    report = ROOT / ".coverage.json"
    failure = run("coverage", "json", "--quiet", "-o", str(report))
    if failure:
        return failure
    files = json.loads(report.read_text("utf-8"))["files"]
    report.unlink()
    return "\n".join(thin_rooms({name: entry["summary"] for name, entry in files.items()}))


def thin_rooms(files: dict[str, Summary]) -> list[str]:
    """One line a room below its floor. `files`: path such as `planner/solve/book.py` to coverage's counts."""
    by_room: dict[str, list[Summary]] = {}
    for name, summary in files.items():
        if name.count("/") > 1:
            by_room.setdefault(name.split("/")[1], []).append(summary)
    walked = {room: walked_percent(summaries) for room, summaries in sorted(by_room.items())}
    floors = {room: ADAPTER_FLOOR if room in ADAPTERS else CORE_FLOOR for room in walked}
    return [
        f"planner/{room}: {walked[room]:.1f} % of lines and branches, the floor is {floors[room]:.0f} %"
        for room in walked
        if walked[room] < floors[room]
    ]


def walked_percent(summaries: list[Summary]) -> float:
    """Lines and branches walked, in percent of those there are."""
    there = sum(summary["num_statements"] + summary["num_branches"] for summary in summaries)
    walked = sum(summary["covered_lines"] + summary["covered_branches"] for summary in summaries)
    return 100.0 * walked / there if there else 100.0


CHECKS: dict[str, Callable[[], str]] = {
    "lint (ruff)": partial(run, "ruff", "check", "."),
    "format (ruff)": partial(run, "ruff", "format", "--check", "."),
    "types (mypy)": partial(run, "mypy"),
    "rooms (import-linter)": partial(run, "lint-imports"),
    "security (bandit)": partial(
        run, "bandit", "-q", "-c", "pyproject.toml", "-r", "planner", "app.py", "pages", "migrations"
    ),
    "lock file (uv)": partial(run, "uv", "lock", "--check"),
    "sentences (catalogue)": catalogue,
}


def main(arguments: list[str]) -> int:
    """Runs every check and prints what each says."""
    chosen = {**CHECKS, "walked by tests (coverage)": coverage} if "--coverage" in arguments else CHECKS
    failed = []
    for name, check in chosen.items():
        begun = time.monotonic()
        said = check()
        print(f"{'FAILED' if said else 'ok':7}{name}, {time.monotonic() - begun:.1f} s", flush=True)
        if said:
            failed.append(name)
            print(said, flush=True)
    print(f"checks with findings: {', '.join(failed) or 'none'}")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
