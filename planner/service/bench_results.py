"""Where benchmarks are registered and kept: `benchmarks/cities.csv` and `benchmarks/results/` of a checkout."""

import csv
import json
import platform
import subprocess
from dataclasses import asdict
from datetime import date
from pathlib import Path

from planner.service.bench import BenchRun, bench_lines
from planner.terms import Level

__all__ = ["registered_cities", "write_results"]

City = tuple[int, int, Level, str]


def registered_cities(assets: Path) -> tuple[City, ...]:
    """Every case of the registry: lines, seed, level and solver, in its order."""
    with (assets / "benchmarks" / "cities.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    return tuple(
        (int(row["lines"]), int(seed), Level(level), row["solver"])
        for row in rows
        for seed in row["seeds"].split()
        for level in row["levels"].split()
    )


def write_results(runs: tuple[BenchRun, ...], folder: Path | None, assets: Path, day: date, gap: float) -> Path | None:
    """The file written; without a folder only a checkout keeps results, and an installed wheel keeps none."""
    target = folder or assets / "benchmarks" / "results"
    if not target.is_dir():
        return None
    commit = _commit(assets)
    document = {
        "date": day.isoformat(),
        "commit": commit,
        "gap": gap,
        "machine": f"{platform.machine()} {platform.system()} Python {platform.python_version()}",
        "table": [asdict(line) for line in bench_lines(runs)],
        "runs": [asdict(run) for run in runs],
    }
    path = _free_name(target, f"{day.isoformat()}-{commit}")
    path.write_text(json.dumps(document, indent=1) + "\n", encoding="utf-8")
    return path


def _free_name(folder: Path, stem: str) -> Path:
    names = (folder / f"{stem}{'' if number == 1 else f'-{number}'}.json" for number in range(1, 10_000))
    return next(path for path in names if not path.exists())


def _commit(assets: Path) -> str:
    """Short name of the commit, `unknown` outside a checkout."""
    try:
        done = subprocess.run(  # noqa: S603 - a fixed command
            ["git", "-C", str(assets), "rev-parse", "--short", "HEAD"],  # noqa: S607 - the git of the checkout's user
            capture_output=True,
            text=True,
            check=True,
            timeout=10,
        )
    except (OSError, subprocess.SubprocessError):
        return "unknown"
    return done.stdout.strip()
