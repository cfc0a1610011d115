"""A small benchmark, so that the big one does not rot."""

import json
from pathlib import Path

import pytest

from planner.service.bench import BenchRun, bench_lines
from planner.terms import Level
from tests.service.test_command_line import answer, run

FIELDS = {
    *("solver", "lines", "seed", "level", "build_s", "solve_s", "audit_s"),
    *("objective", "bound", "gap", "peak_mb", "capped"),
}
SMALL = ("bench", "--sizes", "500", "--seeds", "1", "--levels", "red", "--cap", "60")


def test_ours_and_its_rivals_agree_on_a_small_city_within_their_gaps(tmp_path: Path) -> None:
    ours, *rivals = answer(*SMALL, "--solvers", "ours,highs,cbc", "--gap", "1e-4", "--out", str(tmp_path))["runs"]
    assert all(set(run) == FIELDS and run["gap"] <= 1e-4 for run in (ours, *rivals))
    assert all(ours["bound"] <= rival["objective"] + 0.01 for rival in rivals)
    assert all(rival["bound"] <= ours["objective"] + 0.01 for rival in rivals)
    (written,) = tmp_path.glob("*.json")
    assert {line["solver"] for line in json.loads(written.read_text())["table"]} == {"ours", "highs", "cbc"}


@pytest.mark.parametrize(
    ("option", "value"), [("--sizes", "x"), ("--levels", "blue"), ("--solvers", "abacus"), ("--seeds", "-1")]
)
def test_what_cannot_be_measured_is_a_usage_error(option: str, value: str) -> None:
    assert run("bench", option, value).returncode == 2


def test_a_line_of_the_table_tells_the_worst_beside_the_median() -> None:
    runs = tuple(made(seconds) for seconds in (0.1, 0.2, 60.0))
    (line,) = bench_lines(runs)
    assert (line.median_s, line.worst_s, line.runs, line.capped) == (0.2, 60.0, 3, 1)


def made(seconds: float) -> BenchRun:
    return BenchRun(
        solver="ours",
        lines=500,
        seed=1,
        level=Level.RED,
        build_s=0.1,
        solve_s=seconds,
        audit_s=0.1,
        objective=1.0,
        bound=1.0,
        gap=0.0,
        peak_mb=100.0,
        capped=seconds >= 60.0,
    )
