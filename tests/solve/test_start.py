"""A search that sets out from a neighbouring problem proves the same, and gives the same bytes again."""

from dataclasses import replace

import numpy as np
import pytest

from planner.plan import Result
from planner.problem import PlanProblem
from planner.solve import SolveSettings, Start, solve_problem, start_from, start_of
from planner.terms import Level, Mode
from tests.solve.demo import demo_problem

SETTINGS = SolveSettings(gap=1e-3)


def dearer(problem: PlanProblem) -> PlanProblem:
    """The same with every seventh option a fifth dearer."""
    cost = problem.options.cost_yuan.copy()
    cost[::7] *= 1.2
    return replace(problem, options=replace(problem.options, cost_yuan=cost))


@pytest.fixture(scope="module")
def old() -> PlanProblem:
    return demo_problem(Mode.DESIGN, Level.ORANGE)


@pytest.fixture(scope="module")
def start(old: PlanProblem) -> Start:
    plan = solve_problem(old, SETTINGS).plan
    assert plan is not None
    return start_of(old, plan, SETTINGS)


def overlaps(one: Result, other: Result) -> bool:
    """Whether no bound of one is above the cost of the other: both can be true."""
    assert one.plan is not None
    assert one.report is not None
    assert other.plan is not None
    assert other.report is not None
    tiny = 1e-9 * one.plan.objective_yuan
    return (
        one.report.bound_yuan <= other.plan.objective_yuan + tiny
        and other.report.bound_yuan <= one.plan.objective_yuan + tiny
    )


def test_a_warm_search_proves_what_a_cold_one_proves(old: PlanProblem, start: Start) -> None:
    new = dearer(old)
    warm, cold = solve_problem(new, SETTINGS, start=start_from(old, start, new)), solve_problem(new, SETTINGS)
    assert overlaps(warm, cold)
    assert warm.report is not None
    assert warm.report.gap <= SETTINGS.gap


def test_the_same_start_gives_the_same_plan(old: PlanProblem, start: Start) -> None:
    new = dearer(old)
    first, second = (solve_problem(new, SETTINGS, start=start_from(old, start, new)) for _ in range(2))
    assert first.plan is not None
    assert second.plan is not None
    assert first.plan.chosen.tolist() == second.plan.chosen.tolist()


def test_a_plan_that_is_proven_already_is_kept(old: PlanProblem, start: Start) -> None:
    again = solve_problem(old, SETTINGS, start=start)
    assert again.plan is not None
    assert again.plan.chosen.tolist() == start.chosen.tolist()


def test_a_start_of_nonsense_changes_nothing_that_is_proven(old: PlanProblem, start: Start) -> None:
    wild = Start(prices=np.full_like(start.prices, 1e9), chosen=np.full_like(start.chosen, -1))
    assert overlaps(solve_problem(old, SETTINGS, start=wild), solve_problem(old, SETTINGS))
