"""A grade order with a price against every plan and every reading there is, and what the referee says of it."""

from dataclasses import replace
from itertools import product

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from planner.audit import audit_plan
from planner.plan import Plan, Result, Verdict
from planner.problem import NO_INDEX, PlanProblem, problem_from_text, problem_to_text, side_rows, soften_order
from planner.solve import SolveSettings, solve_problem
from planner.solve.shortfall import least_shortfall
from planner.solve.stage_search import StageQuestion, _by_rows, search_stage
from planner.solve.stopping import Stop
from tests.solve.brute_force import every_plan, worth
from tests.tiny import problem, random_rows, rest, source

EXACT = SolveSettings(gap=0.0)
SEEDS = st.integers(min_value=0, max_value=10_000)
SHARES = st.sampled_from([0.1, 0.2, 0.3, 0.45])
PRICES = st.sampled_from([0.0, 1.0, 20.0, 100.0, 1000.0])


def solved(question: PlanProblem) -> Result:
    result = solve_problem(question, EXACT)
    assert result.plan is not None
    assert result.report is not None
    assert audit_plan(question, result.plan, result.report).verdict is not Verdict.REFUSED
    return result


def few_rows(seed: int) -> list[dict[str, object]]:
    """The rest and at most four lines: few enough for every plan to be looked at."""
    return random_rows(seed, firms=3)[:5]


def paid_by_looking(question: PlanProblem, hard: PlanProblem, chosen: np.ndarray) -> float:
    """Yuan of the cheapest reading, from the cohorts of the problem in which the order holds."""
    cohorts = hard.cohorts
    menus = [np.flatnonzero(row).tolist() for row in cohorts.allowed]
    spread = [{place: _spread(hard, chosen, number, place) for place in menu} for number, menu in enumerate(menus)]
    assert question.soft is not None
    least = min(_points(hard, reading, spread) for reading in product(*menus))
    return least * question.soft.price_yuan * question.header.duration_days


def _points(hard: PlanProblem, reading: tuple[int, ...], spread: list[dict[int, float]]) -> float:
    cohorts, steps, total = hard.cohorts, hard.cohorts.steps.tolist(), 0.0
    for one, place in enumerate(reading):
        better = [
            steps[reading[other]]
            for other in range(cohorts.count)
            if cohorts.group[other] == cohorts.group[one] and cohorts.rank[other] < cohorts.rank[one]
        ]
        firms = len({hard.sources.enterprise_id[index] for index in np.flatnonzero(hard.sources.cohort == one)})
        total += spread[one][place] + firms * max(0.0, max(better, default=0.0) - steps[place])
    return 100.0 * total


def _spread(hard: PlanProblem, chosen: np.ndarray, cohort: int, place: int) -> float:
    members = np.flatnonzero(hard.sources.cohort == cohort).tolist()
    owner = [hard.sources.enterprise_id[index] for index in members]
    apart = (_apart(hard, chosen, index, cohort, place) for index in members)
    return sum(distance / owner.count(name) for distance, name in zip(apart, owner, strict=True))


def _apart(hard: PlanProblem, chosen: np.ndarray, line: int, cohort: int, place: int) -> float:
    """Distance of one line's own share from the reading: that of its unit, or its own."""
    sources, units, steps = hard.sources, hard.units, hard.cohorts.steps
    unit = sources.unit[line]
    halted = int(hard.options.halts[chosen[sources.unit == unit]].sum())
    fits = [
        step
        for step in np.flatnonzero(hard.cohorts.allowed[cohort]).tolist()
        if (unit == NO_INDEX and sources.step_option[line, step] == chosen[line])
        or (unit != NO_INDEX and units.halts_min[unit, step] <= halted <= units.halts_max[unit, step])
    ]
    return float(min(abs(steps[step] - steps[place]) for step in fits))


def best_by_looking(question: PlanProblem, hard: PlanProblem) -> tuple[float, float]:
    """(missing points, yuan and paid order) of the best plan; plans dearer than the best by yuan alone end the look."""
    plans = {tuple(chosen.tolist()) for chosen in every_plan(question)}
    least, best = np.inf, np.inf
    for (missing, yuan), plan in sorted((worth(question, np.array(plan)), plan) for plan in plans):
        if missing > least or yuan >= best:
            break
        least, best = missing, min(best, yuan + paid_by_looking(question, hard, np.array(plan)))
    return least, best


def together(plan: Plan) -> float:
    assert plan.fairness is not None
    return plan.objective_yuan + plan.fairness.paid_yuan


@settings(max_examples=12)
@given(seed=SEEDS, share=SHARES, price=PRICES)
def test_cost_and_paid_order_are_the_least_of_all_plans_and_readings(seed: int, share: float, price: float) -> None:
    hard = problem(*few_rows(seed), share=share)
    question = soften_order(hard, price)
    result, best = solved(question), best_by_looking(question, hard)
    assert result.plan is not None
    assert 100.0 * sum(item.missing_share for item in result.plan.shortfalls) == pytest.approx(best[0], abs=1e-6)
    assert together(result.plan) == pytest.approx(best[1], abs=0.01)
    stage = next(item for item in result.report.stages if item.name == "fairness")  # type: ignore[union-attr]
    assert stage.bound == pytest.approx(best[1], abs=0.01)


@settings(max_examples=10)
@given(seed=SEEDS, share=SHARES, price=PRICES)
def test_groups_and_rows_agree(seed: int, share: float, price: float) -> None:
    question = soften_order(problem(*random_rows(seed, firms=4), share=share), price)
    asked = stage_of(question)
    one, two = search_stage(asked), _by_rows(asked)
    assert one.cost == pytest.approx(two.cost, abs=0.02)
    assert two.bound <= one.cost + 0.02
    assert one.bound <= two.cost + 0.02


def stage_of(question: PlanProblem) -> StageQuestion:
    allowed = least_shortfall(question, EXACT)
    assert allowed is not None
    return StageQuestion(
        problem=question,
        settings=EXACT,
        allowed=allowed.share,
        side=side_rows(question),
        tell=lambda _: None,
        stop=Stop(),
    )


@settings(max_examples=15)
@given(seed=SEEDS, share=SHARES)
def test_a_price_lies_between_off_and_hard(seed: int, share: float) -> None:
    hard = problem(*random_rows(seed), share=share)
    free, dear = (solved(soften_order(hard, price)).plan for price in (0.0, 1e6))
    fair = solved(hard).plan
    assert free is not None
    assert dear is not None
    assert fair is not None
    if not fair.shortfalls:
        assert free.objective_yuan <= dear.objective_yuan + 0.01
        assert together(dear) <= fair.objective_yuan + 0.01


def two_grades(price: float, **other: float) -> PlanProblem:
    """A firm of B that is cheap to ask and one of D that is dear; a cut that needs only one of them."""
    rows = (
        source("b", grade="B", pm_kg_per_day=100.0, value_added_yuan_per_day=1_000.0),
        source("d", grade="D", pm_kg_per_day=100.0, value_added_yuan_per_day=other.get("dear", 9_000.0)),
        rest(pm=20.0),
    )
    return soften_order(problem(*rows, share=0.1), price)


def test_a_cheap_price_breaks_the_order_and_says_by_how_much() -> None:
    plan = solved(two_grades(1.0)).plan
    assert plan is not None
    assert plan.fairness is not None
    broken = plan.fairness.broken
    assert [(item.cohort[-1], item.required_share, item.better_share) for item in broken] == [("D", 0.0, 0.3)]
    assert plan.fairness.paid_yuan == pytest.approx(1.0 * 30.0 * 1 * 3)


def test_a_dear_price_keeps_the_order_and_pays_nothing() -> None:
    plan = solved(two_grades(1e6)).plan
    assert plan is not None
    assert plan.fairness is not None
    assert (plan.fairness.broken, plan.fairness.unequal, plan.fairness.paid_yuan) == ((), (), 0.0)


def test_one_of_two_equals_asked_for_more_is_named_with_its_points() -> None:
    rows = [source(f"b{index}", grade="B", pm_kg_per_day=50.0, value_added_yuan_per_day=v) for index, v in PAIR]
    plan = solved(soften_order(problem(*rows, rest(pm=20.0), share=0.1), 1.0)).plan
    assert plan is not None
    assert plan.fairness is not None
    unlike = plan.fairness.unequal[0].unlike
    assert [item.enterprise_id for item in unlike] == ["Eb0"]
    assert unlike[0].points == pytest.approx(30.0)
    assert unlike[0].paid_yuan == pytest.approx(90.0)


PAIR = ((0, 1_000.0), (1, 90_000.0))


def refused(question: PlanProblem, plan: Plan, result: Result) -> set[str]:
    assert result.report is not None
    report = audit_plan(question, plan, result.report)
    assert report.verdict is Verdict.REFUSED
    return {check.code for check in report.checks if not check.passed}


def test_the_referee_refuses_a_plan_that_says_it_pays_less() -> None:
    question = two_grades(1.0)
    result = solved(question)
    assert result.plan is not None
    assert result.plan.fairness is not None
    cheaper = replace(result.plan, fairness=replace(result.plan.fairness, paid_yuan=0.0))
    assert "audit.fairness" in refused(question, cheaper, result)


def test_the_referee_refuses_a_reading_that_is_not_the_cheapest() -> None:
    question = two_grades(1.0)
    result = solved(question)
    assert result.plan is not None
    assert result.plan.fairness is not None
    best, worst = result.plan.fairness.cohorts
    dearer = replace(worst, required_share=0.7)
    other = replace(result.plan, fairness=replace(result.plan.fairness, cohorts=(best, dearer)))
    assert "audit.fairness" in refused(question, other, result)


def test_the_referee_refuses_a_bound_that_forgets_what_is_paid() -> None:
    question = two_grades(1.0)
    result = solved(question)
    assert result.plan is not None
    assert result.report is not None
    stages = tuple(
        replace(item, bound=item.bound - 60.0) if item.name == "fairness" else item for item in result.report.stages
    )
    assert "audit.bound" in refused(
        question, result.plan, replace(result, report=replace(result.report, stages=stages))
    )


def test_a_priced_order_is_read_back_the_same() -> None:
    text = problem_to_text(two_grades(7.0))
    assert problem_to_text(problem_from_text(text)) == text
