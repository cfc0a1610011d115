"""Halts of some days in whole plans: what they save, and who may not mix them."""

from dataclasses import replace

import numpy as np

from planner.audit import audit_plan
from planner.plan import Verdict
from planner.problem import PlanProblem, keep_options
from planner.solve import SolveSettings, solve_problem
from tests.problem.test_turns import FAST, LATE, asked
from tests.tiny import source

EXACT = SolveSettings(gap=0.0)


def with_pm_cut(question: PlanProblem, share: float) -> PlanProblem:
    return replace(
        question, targets=replace(question.targets, share=np.array([0.0, 0.0, share, 0.0]), exchange_sum_share=0.0)
    )


def test_two_firms_take_turns_where_that_meets_each_day() -> None:
    free = asked(source("a", **FAST), source("b", **FAST))
    halts_only = keep_options(free, np.isin(free.options.kept_share, [0.0, 1.0]))
    question = with_pm_cut(halts_only, 10.0 / 70.0)
    result = solve_problem(question, EXACT)
    assert result.plan is not None
    assert [item.kept_by_day for item in result.plan.curtailments] == [(0.0, 0.0, 1.0, 1.0), (1.0, 1.0, 0.0, 0.0)]
    assert not result.plan.shortfalls


def test_a_fast_firm_stands_the_first_day_where_a_slow_one_is_late() -> None:
    fast = FAST | {"pm_kg_per_day": 20.0}
    question = with_pm_cut(asked(source("a", **fast), LATE, notice=0.0, turning=False), 15.0 / 100.0)
    result = solve_problem(question, EXACT)
    assert result.plan is not None
    spans = {item.source_id: item.kept_by_day for item in result.plan.curtailments}
    assert not result.plan.shortfalls
    assert spans == {"a": (0.0, 1.0, 1.0, 1.0), "z-slow": ()}


def test_the_referee_refuses_a_line_that_stands_on_days_of_its_own() -> None:
    rows = [source(name, enterprise_id=name[0], **FAST) for name in ("a1", "a2", "b1", "b2")]
    question = with_pm_cut(asked(*rows), 20.0 / 90.0)
    result = solve_problem(question, EXACT)
    assert result.plan is not None
    assert result.report is not None
    assert audit_plan(question, result.plan, result.report).verdict is Verdict.PASSED
    chosen = result.plan.chosen.copy()
    chosen[0] = question.sources.first_option[1] - 1
    moved = replace(result.plan, chosen=chosen)
    assert audit_plan(question, moved, result.report).verdict is Verdict.REFUSED
