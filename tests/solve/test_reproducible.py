"""The same input gives the same plan byte for byte, whatever the process."""

import os
import subprocess
import sys

from planner.solve import SolveSettings, solve_problem
from tests.tiny import ROOT, problem, rest, source


def printed(hash_seed: str) -> bytes:
    environment = {**os.environ, "PYTHONHASHSEED": hash_seed}
    command = [sys.executable, "-m", "tests.solve.same_bytes"]
    return subprocess.run(command, cwd=ROOT, env=environment, check=True, capture_output=True).stdout


def test_two_processes_with_different_hash_seeds_print_the_same_bytes() -> None:
    one, two = printed("1"), printed("20261123")
    assert one == two
    assert len(one) > 10_000


def test_among_plans_of_equal_cost_always_the_same_is_taken() -> None:
    twins = [
        source(f"s{index}", grade="B", county_code=county, pm_kg_per_day=50.0, value_added_yuan_per_day=1000.0)
        for index, county in enumerate(("140403", "140404", "140405", "140406"))
    ]
    questions = [problem(*rows, rest(vocs=0.0), share=0.1) for rows in (twins, twins[::-1], twins[1:] + twins[:1])]
    chosen = {tuple(solve_problem(item, SolveSettings(gap=0.0)).plan.chosen.tolist()) for item in questions}  # type: ignore[union-attr]
    assert len(chosen) == 1


def test_the_stages_are_told_as_they_begin() -> None:
    told: list[str] = []
    solve_problem(problem(source("s", pm_kg_per_day=1.0)), SolveSettings(), told.append)
    assert told == ["shortfall", "cost", "tie_break"]
