"""`python -m tests.hostile 50000 --seed 1`: so many damaged files at all doors; each that broke one, by number."""

import argparse
import sys
import time

import planner  # noqa: F401 - before openpyxl, which it keeps from reading past defusedxml
from tests.hostile.mutants import DOORS, share_of, walk


def main() -> int:
    """Walks all doors; the exit code is 1 where one was broken."""
    asked = argparse.ArgumentParser(prog="python -m tests.hostile", description=__doc__)
    asked.add_argument("count", type=int, nargs="?", default=2000)
    asked.add_argument("--seed", type=int, default=1)
    asked.add_argument("--door", default="")
    given = asked.parse_args()
    return walk_all(given.count, given.seed, given.door)


def walk_all(count: int, seed: int, only: str) -> int:
    """The same, of one door where `only` names one."""
    broken = 0
    for door in DOORS:
        if only not in ("", door.name):
            continue
        begun, files = time.process_time(), share_of(door, count)
        for number, said in walk(door, files, seed):
            broken += 1
            sys.stdout.write(f"{door.name} {number} (seed {seed}): {said}\n")
        sys.stdout.write(f"{door.name}: {files} files, {time.process_time() - begun:.1f} s\n")
        sys.stdout.flush()
    sys.stdout.write(f"broken: {broken}\n")
    return 1 if broken else 0


sys.exit(main())
