"""Cuts that cannot be met: the nearest plan all the same, and how much is missing."""

import pytest

from planner.audit import audit_plan
from planner.plan import Result, Status, Verdict
from planner.problem import PlanProblem
from planner.solve import SolveSettings, solve_problem
from planner.terms import Mode
from tests.tiny import problem, rest, source

EXACT = SolveSettings(gap=0.0)
MONEY = {"value_added_yuan_per_day": 1000.0}


def out_of_reach(share: float = 0.2) -> PlanProblem:
    """One small line may be ordered; the grade A plant beside it holds nearly all of the PM."""
    line = source("s", grade="B", pm_kg_per_day=10.0, **MONEY)
    return problem(line, source("t", grade="A", pm_kg_per_day=90.0), share=share)


def answer(question: PlanProblem) -> Result:
    result = solve_problem(question, EXACT)
    assert result.plan is not None
    assert result.report is not None
    return result


def test_the_status_says_so_and_the_nearest_plan_is_given() -> None:
    result = answer(out_of_reach())
    assert result.status is Status.INFEASIBLE
    assert [(item.source_id, item.kept_share) for item in result.plan.curtailments] == [("s", 0.5)]  # type: ignore[union-attr]


def test_the_shortfall_is_what_is_missing_of_the_base() -> None:
    (missing,) = answer(out_of_reach()).plan.shortfalls  # type: ignore[union-attr]
    assert missing.pollutant == "pm"
    assert (missing.missing_share, missing.missing_kg_per_day) == (pytest.approx(0.15), pytest.approx(15.0))


def test_who_acts_alone_is_not_ordered_even_then() -> None:
    plan = answer(out_of_reach()).plan
    assert plan is not None
    assert plan.totals[2].base_kg_per_day == 100.0
    assert "t" not in {item.source_id for item in plan.curtailments}


def test_the_referee_passes_it_with_a_shortfall() -> None:
    question = out_of_reach()
    result = answer(question)
    assert audit_plan(question, result.plan, result.report).verdict is Verdict.PASSED_WITH_SHORTFALL  # type: ignore[arg-type]


def test_the_bound_is_proven_for_the_nearest_plan_too() -> None:
    report = answer(out_of_reach()).report
    assert report is not None
    assert (report.gap, report.stages[0].name) == (0.0, "shortfall")
    assert report.stages[0].value == pytest.approx(15.0)
    assert report.stages[0].bound == pytest.approx(15.0)


def test_of_the_nearest_plans_the_cheapest_is_given() -> None:
    """VOCs stay out of reach, so what is missing is the same whichever firm meets the PM."""
    dear = source("a", grade="B", pm_kg_per_day=50.0, value_added_yuan_per_day=9000.0)
    cheap = source("b", grade="B", county_code="140404", pm_kg_per_day=50.0, value_added_yuan_per_day=1000.0)
    result = answer(problem(dear, cheap, rest(vocs=100.0), share=0.2))
    assert [(item.source_id, item.kept_share) for item in result.plan.curtailments] == [("b", 0.5)]  # type: ignore[union-attr]


def test_both_pollutants_of_the_exchange_are_missed_as_one_row() -> None:
    line = source("s", grade="B", so2_kg_per_day=10.0, nox_kg_per_day=10.0)
    plan = answer(problem(line, rest(so2=90.0, nox=90.0), share=0.2)).plan
    assert plan is not None
    assert [item.pollutant for item in plan.shortfalls] == ["so2_nox"]
    assert [item.met for item in plan.totals] == [False, False, True, True]


def test_a_city_where_nothing_can_be_chosen_is_answered() -> None:
    result = answer(problem(source("s", grade="C", pm_kg_per_day=50.0), mode=Mode.FILED))
    assert (result.status, result.plan.curtailments, result.plan.objective_yuan) == (Status.INFEASIBLE, (), 0.0)  # type: ignore[union-attr]


def test_a_city_without_emissions_is_met_by_nothing() -> None:
    result = answer(problem(source("s")))
    assert (result.status, result.plan.curtailments) == (Status.OPTIMAL, ())  # type: ignore[union-attr]
