"""Tiny cities for off-peak plans, and every plan of them tried one by one."""

from datetime import date
from itertools import combinations, product

import numpy as np

from planner.problem import RestProblem, RestTerms, build_rests
from tests.tiny import inventory, rest, source

BASE = 1000.0
SHARE = {"so2": 0, "nox": 1, "pm": 2, "vocs": 3}


def terms(weeks: int = 5, run: int = 2, together: float = 0.5, *, spares: bool = True, **cuts: float) -> RestTerms:
    """A winter of so many weeks."""
    share = [0.0] * 4
    for name, value in cuts.items():
        share[SHARE[name]] = value
    return RestTerms(
        city="changzhi", first_day=date(2026, 11, 15), weeks=weeks, least_run_weeks=run, together_share=together,
        spares_best=spares, share=tuple(share), list_sha256="0" * 64, rules_sha256="1" * 64,
    )  # fmt: skip


def line(name: str, pm: float, yuan: float, **cells: object) -> dict[str, object]:
    """A line with nothing but total PM and a loss of value added a day."""
    return source(name, **({"pm_kg_per_day": pm, "value_added_yuan_per_day": yuan} | cells))


def city(asked: RestTerms) -> RestProblem:
    """Three grades of casting, two lines of grade C, and a society beside them."""
    return build_rests(
        inventory(
            line("a", 40.0, 900.0, grade="B", restart_cost_yuan=2000.0),
            line("b", 30.0, 300.0, grade="C"),
            line("c", 20.0, 260.0, grade="C", hold_hot_share=0.1),
            line("d", 60.0, 2100.0, grade="D"),
            line("e", 50.0, 700.0, sub_process="sand", grade="C", can_stop=False, minimum_load_share=0.4),
            rest(pm=800.0),
        ),
        asked,
    )


def feasible_runs(lines: int, weeks: int, run: int, most: int) -> bool:
    """Whether so many stretches can be laid into the weeks, at most so many at once: every calendar is tried."""
    begins = range(weeks - run + 1)
    for chosen in product(begins, repeat=lines):
        load = np.zeros(weeks, dtype=int)
        for begin in chosen:
            load[begin : begin + run] += 1
        if load.max(initial=0) <= most:
            return True
    return False


def cheapest(problem: RestProblem) -> float:
    """The least cost of all numbers of weeks that keep every rule; inf where none meets the cuts."""
    lines, best = problem.lines, np.inf
    options = [_weeks_of(problem, at) for at in range(len(problem.groups))]
    for weeks in product(*options):
        each = np.array([weeks[group] for group in lines.group])
        if any(_is_unfair(problem, weeks, pair) for pair in combinations(range(len(weeks)), 2)):
            continue
        if np.any((lines.fall_kg_per_day * 7.0 * each[:, None]).sum(axis=0) < problem.asked_kg):
            continue
        best = min(best, float((lines.cost_yuan_per_day * 7.0 * each + lines.restart_yuan * (each > 0)).sum()))
    return best


def _weeks_of(problem: RestProblem, at: int) -> list[int]:
    size, asked = problem.groups[at].lines, problem.terms
    most = max(1, -(-size * round(asked.together_share * 100) // 100))
    runs = range(asked.least_run_weeks, asked.weeks + 1)
    return [0, *(run for run in runs if feasible_runs(size, asked.weeks, run, most))]


def _is_unfair(problem: RestProblem, weeks: tuple[int, ...], pair: tuple[int, int]) -> bool:
    one, other = (problem.groups[at] for at in pair)
    if one.sub_process != other.sub_process:
        return False
    worse = max(pair, key=lambda at: problem.groups[at].grade)
    better = min(pair, key=lambda at: problem.groups[at].grade)
    return weeks[worse] < weeks[better]
