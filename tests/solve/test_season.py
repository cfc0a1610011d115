"""The stage of the season against every plan there is, and fewer touched among plans of one cost."""

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from planner.audit import audit_plan
from planner.plan import Verdict, count_touched, newly_touched, unevenness
from planner.problem import PlanProblem, SeasonHours
from planner.solve import SolveSettings, solve_problem
from planner.solve.season import SEASON_GAP
from planner.terms import Mode
from tests.solve.brute_force import every_plan
from tests.tiny import problem, random_rows, rest, source

EXACT = SolveSettings(gap=0.0)
TOLERANCE = 0.05


def in_season(question: PlanProblem, seed: int) -> PlanProblem:
    hours = np.random.default_rng(seed).integers(0, 500, question.sources.count).astype(float)
    season = SeasonHours(stopped_hours=hours, tolerance=TOLERANCE, ledger_sha256="0" * 64)
    return replace(question, season=season)


@given(seed=st.integers(min_value=0, max_value=10_000), share=st.sampled_from([0.1, 0.2, 0.3]))
def test_hours_are_as_even_as_any_plan_of_that_cost_makes_them(seed: int, share: float) -> None:
    question = in_season(problem(*random_rows(seed, firms=3), share=share), seed)
    result = solve_problem(question, EXACT)
    assert result.plan is not None
    assert result.report is not None
    assume(not result.plan.shortfalls)
    cost, reached = result.report.stages[1].value, unevenness(question, result.plan.chosen)
    cheapest = solve_problem(replace(question, season=None), EXACT).plan
    assert cheapest is not None
    most = TOLERANCE * count_touched(question, cheapest.chosen)
    fresh = newly_touched(question, cheapest.chosen)
    fair = [
        unevenness(question, chosen)
        for chosen in every_plan(question)
        if meets(question, chosen)
        and float(question.options.cost_yuan[chosen].sum()) <= cost * (1.0 + TOLERANCE)
        and fresh[chosen].sum() <= most
    ]
    assert reached <= min(fair) + SEASON_GAP * max(1.0, reached) + 1e-6
    assert result.report.stages[3].bound <= min(fair) + 1e-6
    assert audit_plan(question, result.plan, result.report).verdict is Verdict.PASSED


def meets(question: PlanProblem, chosen: np.ndarray) -> bool:
    base = question.sources.base_kg_per_day.sum(axis=0)
    taken = question.options.reduction_kg_per_day[chosen].sum(axis=0)
    share = np.divide(taken, base, out=np.zeros(4), where=base > 0.0)
    together = share[0] + share[1] >= question.targets.exchange_sum_share - 1e-12
    return bool(np.all(share >= question.targets.share - 1e-12) and together)


def two_firms(before: tuple[float, float], **money: float) -> PlanProblem:
    """Either of two equal lines of one firm can stand still for the cut."""
    cells = {"enterprise_id": "E", "pm_kg_per_day": 100.0, "value_added_yuan_per_day": 1000.0, **money}
    rows = [source("a", line_id="1#", **cells), source("b", line_id="2#", **cells), rest(pm=800.0)]
    question = problem(*rows, share=0.1, mode=Mode.DESIGN)
    hours = np.array([*before, 0.0])
    return replace(question, season=SeasonHours(stopped_hours=hours, tolerance=0.01, ledger_sha256="0" * 64))


@pytest.mark.parametrize(("before", "stands"), [((300.0, 0.0), "b"), ((0.0, 300.0), "a")])
def test_of_two_equal_lines_the_one_that_stood_less_stands(before: tuple[float, float], stands: str) -> None:
    plan = solve_problem(two_firms(before), EXACT).plan
    assert plan is not None
    assert [item.source_id for item in plan.curtailments if item.kept_share < 1.0] == [stands]


def test_what_evening_costs_stays_inside_its_tolerance_or_the_referee_refuses() -> None:
    question = two_firms((300.0, 0.0))
    result = solve_problem(question, EXACT)
    assert result.plan is not None
    assert result.report is not None
    stages = tuple(
        replace(item, value=item.value * 0.9) if item.name == "cost" else item for item in result.report.stages
    )
    report = audit_plan(question, result.plan, replace(result.report, bound_yuan=0.0, gap=1.0, stages=stages))
    assert "audit.season" in {check.code for check in report.checks if not check.passed}


def test_of_plans_of_one_cost_the_one_that_touches_fewest_is_taken() -> None:
    """One line of 200 kg, or two lines of other firms and counties with 100 kg each, at the same cost."""
    one = {"key_industry": "none", "industry_code": "2110", "sub_process": "none", "restart_cost_yuan": 0.0}
    rows = [
        source("a", county_code="140403", pm_kg_per_day=100.0, value_added_yuan_per_day=1000.0, **one),
        source("b", county_code="140404", pm_kg_per_day=100.0, value_added_yuan_per_day=1000.0, **one),
        source("c", county_code="140406", pm_kg_per_day=200.0, value_added_yuan_per_day=2000.0, **one),
        rest(pm=1600.0),
    ]
    question = problem(*rows, share=0.1, mode=Mode.DESIGN)
    result = solve_problem(question, EXACT)
    assert result.plan is not None
    assert result.report is not None
    halted = [item.source_id for item in result.plan.curtailments if item.kept_share < 1.0]
    assert halted == ["c"]
    assert (result.report.stages[2].name, result.report.stages[2].value) == ("touched", 1)
