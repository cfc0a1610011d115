"""Cuts that hold when some fail, against every plan there is, and what the referee says of it."""

from dataclasses import replace
from statistics import NormalDist

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from planner.audit import audit_plan
from planner.plan import Result, Status, Verdict, find_robust
from planner.problem import PlanProblem, Robust, problem_from_text, problem_to_text, side_rows
from planner.solve import SolveSettings, solve_problem
from planner.solve.robust import _city
from planner.solve.stage_search import StageQuestion
from planner.solve.stopping import Stop
from tests.solve.brute_force import every_plan, worth
from tests.tiny import problem, random_rows, rest, source

EXACT = SolveSettings(gap=0.0)
SEEDS = st.integers(min_value=0, max_value=10_000)
SHARES = st.sampled_from([0.05, 0.1, 0.2, 0.3])
NONE = np.zeros(0)


def failing(question: PlanProblem, failures: int) -> PlanProblem:
    return replace(question, robust=Robust(failures=failures, probability=0.0, rate=NONE))


def by_chance(question: PlanProblem, probability: float, seed: int) -> PlanProblem:
    rate = np.random.default_rng(seed).choice([0.8, 0.95, 1.0], question.sources.count)
    return replace(question, robust=Robust(failures=0, probability=probability, rate=rate))


def solved(question: PlanProblem) -> Result:
    result = solve_problem(question, EXACT)
    assert result.plan is not None
    assert result.report is not None
    assert audit_plan(question, result.plan, result.report).verdict is not Verdict.REFUSED
    return result


def best_robust(question: PlanProblem) -> float | None:
    """Yuan of the cheapest plan whose cuts hold when some fail; None where none does."""
    costs = [
        worth(question, chosen)[1]
        for chosen in every_plan(question)
        if not any(row.missing_share for row in find_robust(question, chosen))
    ]
    return min(costs, default=None)


@settings(max_examples=8)
@given(seed=SEEDS, share=SHARES, failures=st.integers(min_value=1, max_value=3))
def test_the_plan_is_the_cheapest_that_withstands_the_failures(seed: int, share: float, failures: int) -> None:
    question = failing(problem(*random_rows(seed, firms=3), share=share), failures)
    result, best = solved(question), best_robust(question)
    assert result.plan is not None
    assert result.report is not None
    if best is None:
        assert result.status is Status.INFEASIBLE
    else:
        assert result.report.bound_yuan <= best + 0.01
        assert best <= result.plan.objective_yuan + 0.01
        assert not any(row.missing_share for row in result.plan.robust)


@settings(max_examples=8)
@given(seed=SEEDS, share=SHARES, probability=st.sampled_from([0.8, 0.95]))
def test_by_chance_the_bound_lies_below_the_best_plan_and_the_plan_holds(
    seed: int, share: float, probability: float
) -> None:
    question = by_chance(problem(*random_rows(seed, firms=3), share=share), probability, seed)
    result, best = solved(question), best_robust(question)
    assert result.plan is not None
    assert result.report is not None
    if best is not None and not result.plan.misses_more:
        assert result.report.bound_yuan <= best + 0.01
        assert best <= result.plan.objective_yuan + 0.01


def lines(share: float, *kilograms: float) -> PlanProblem:
    rows = [
        source(f"s{index}", pm_kg_per_day=amount, county_code=f"14040{index % 3 + 1}", value_added_yuan_per_day=amount)
        for index, amount in enumerate(kilograms)
    ]
    return problem(*rows, rest(pm=20.0), share=share)


def test_one_large_line_alone_carries_nothing_when_it_may_fail() -> None:
    question = failing(lines(0.1, 60.0, 10.0, 10.0, 10.0), 1)
    result = solved(question)
    assert result.plan is not None
    reductions = sorted((item.reduction_kg_per_day[2] for item in result.plan.curtailments), reverse=True)
    assert sum(reductions[1:]) >= 11.0 - 1e-9


def test_what_no_plan_withstands_is_infeasible_and_says_what_is_left() -> None:
    result = solved(failing(lines(0.3, 60.0, 10.0), 1))
    assert result.status is Status.INFEASIBLE
    assert result.plan is not None
    assert next(row for row in result.plan.robust if row.row == "pm").missing_share > 0.0


def test_certain_reductions_need_no_margin() -> None:
    question = lines(0.2, 40.0, 30.0, 20.0)
    plain = solved(question).plan
    sure = replace(question, robust=Robust(failures=0, probability=0.9, rate=np.ones(question.sources.count)))
    plan = solved(sure).plan
    assert plain is not None
    assert plan is not None
    assert plan.objective_yuan == pytest.approx(plain.objective_yuan)


def test_the_loss_by_chance_is_mean_and_deviations() -> None:
    question = lines(0.2, 40.0)
    rate = np.where(np.array(question.sources.source_id) == "s0", 0.5, 1.0)
    question = replace(question, robust=Robust(failures=0, probability=0.9, rate=rate))
    chosen = question.sources.first_option[1:] - 1
    row = next(item for item in find_robust(question, chosen) if item.row == "pm")
    taken = 40.0 * (1.0 - question.options.kept_share[chosen[0]]) / 60.0
    assert row.loss_share == pytest.approx(0.5 * taken + NormalDist().inv_cdf(0.9) * 0.5 * taken)


def test_the_referee_refuses_a_plan_that_hides_what_fails() -> None:
    question = failing(lines(0.3, 60.0, 10.0), 1)
    result = solved(question)
    assert result.plan is not None
    assert result.report is not None
    rows = tuple(replace(row, missing_share=0.0) for row in result.plan.robust)
    hidden = replace(result.plan, robust=rows)
    assert audit_plan(question, hidden, result.report).verdict is Verdict.REFUSED


def test_a_problem_with_rates_is_read_back_the_same() -> None:
    text = problem_to_text(by_chance(lines(0.2, 40.0, 20.0), 0.9, 1))
    assert problem_to_text(problem_from_text(text)) == text


@settings(max_examples=4)
@given(seed=SEEDS, share=SHARES, probability=st.sampled_from([0.6, 0.8, 0.95]))
def test_by_chance_the_plan_is_as_cheap_as_the_best_or_the_gap_says_by_how_much_not(
    seed: int, share: float, probability: float
) -> None:
    question = by_chance(problem(*random_rows(seed, firms=2), share=share), probability, seed)
    result, best = solved(question), best_robust(question)
    assert result.plan is not None
    assert result.report is not None
    assert (best is None) == result.plan.misses_more
    if best is not None:
        allowed = result.report.gap * max(1.0, result.plan.objective_yuan)
        assert result.plan.objective_yuan - allowed <= best + 0.01


def test_the_referee_refuses_a_chance_that_is_told_too_well() -> None:
    question = by_chance(lines(0.2, 40.0, 30.0, 20.0), 0.9, 1)
    result = solved(question)
    assert result.plan is not None
    assert result.report is not None
    rows = tuple(replace(row, kept_share=row.kept_share + 1e-6) for row in result.plan.robust)
    changed = replace(result.plan, robust=rows)
    assert audit_plan(question, changed, result.report).verdict is Verdict.REFUSED


@pytest.mark.parametrize("probability", [0.0, 0.9])
def test_the_referee_refuses_a_kilogram_more_when_some_may_fail(probability: float) -> None:
    question = lines(0.2, 40.0, 30.0, 20.0)
    question = by_chance(question, probability, 1) if probability else failing(question, 1)
    result = solved(question)
    assert result.plan is not None
    assert result.report is not None
    first = result.plan.curtailments[0]
    more = (*first.reduction_kg_per_day[:2], first.reduction_kg_per_day[2] + 1.0, first.reduction_kg_per_day[3])
    rows = (replace(first, reduction_kg_per_day=more), *result.plan.curtailments[1:])
    changed = replace(result.plan, curtailments=rows)
    assert audit_plan(question, changed, result.report).verdict is Verdict.REFUSED


def rows_of(question: PlanProblem, low: float, high: float) -> list[tuple[float, list[float]]]:
    """Need and coefficients of the PM row at a parameter in [low, high], in the order of the options."""
    assert question.robust is not None
    asked = StageQuestion(
        problem=question,
        settings=EXACT,
        allowed=np.zeros(5),
        side=side_rows(question),
        tell=lambda _: None,
        stop=Stop(),
    )
    side = _city(asked, question.robust)._rows(2, low, high)
    table = np.zeros((side.count, question.options.count))
    table[side.row, side.option] = side.value
    return [(float(need), row.tolist()) for need, row in zip(side.need, table, strict=True)]


@settings(max_examples=8)
@given(seed=SEEDS, share=SHARES, failures=st.integers(min_value=0, max_value=2))
def test_every_plan_that_holds_keeps_the_rows_of_the_interval_that_its_parameter_lies_in(
    seed: int, share: float, failures: int
) -> None:
    question = problem(*random_rows(seed, firms=2), share=share)
    question = failing(question, failures) if failures else by_chance(question, 0.9, seed)
    rows = rows_of(question, 0.0, 10.0)
    for chosen in every_plan(question):
        if not any(row.missing_share for row in find_robust(question, chosen)):
            assert all(sum(row[option] for option in chosen.tolist()) >= need - 1e-9 for need, row in rows)
