"""Least change against every plan there is: a limit, a price, the fewest, and what the referee says of it."""

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from planner.audit import audit_plan
from planner.plan import ChangeKind, Plan, Result, Status, Verdict, change_table
from planner.problem import OrderInForce, PlanProblem, problem_from_text, problem_to_text, side_rows
from planner.solve import SolveSettings, fewest_changes, solve_problem
from planner.solve.stage_search import StageQuestion, _by_rows
from planner.solve.stopping import Stop
from tests.solve.brute_force import every_plan, worth
from tests.tiny import ON, problem, random_rows, rest, source

EXACT = SolveSettings(gap=0.0)
SEEDS = st.integers(min_value=0, max_value=10_000)
SHARES = st.sampled_from([0.1, 0.2, 0.3, 0.45])


def order_from(question: PlanProblem, plan: Plan) -> OrderInForce:
    names = dict(zip(question.sources.source_id, question.sources.enterprise_name, strict=True))
    header, rows = question.header, plan.curtailments
    return OrderInForce(
        plan_sha256="0" * 64,
        level=header.level,
        on=ON,
        start=header.start,
        end=None,
        source_id=tuple(item.source_id for item in rows),
        enterprise_id=tuple(item.enterprise_id for item in rows),
        enterprise_name=tuple(names[item.source_id] for item in rows),
        measures=tuple(tuple(map(str, item.measures)) for item in rows),
        kept_share=np.array([item.kept_share for item in rows], dtype=float),
    )


def changed_question(seed: int, share: float, firms: int = 3) -> PlanProblem:
    """A city under another cut than its order in force, some of its lines gone."""
    rows = random_rows(seed, firms=firms)
    former = problem(*rows, share=share)
    plan = solve_problem(former, EXACT).plan
    assert plan is not None
    kept = [row for index, row in enumerate(rows) if index == 0 or (seed + index) % 5]
    now = problem(*kept, share=min(0.7, share + 0.15 * (seed % 3) - 0.1))
    return replace(now, order_in_force=order_from(former, plan))


def asked(question: PlanProblem, **how: float) -> PlanProblem:
    assert question.order_in_force is not None
    return replace(question, order_in_force=replace(question.order_in_force, **how))


def solved(question: PlanProblem) -> Result:
    result = solve_problem(question, EXACT)
    assert result.plan is not None
    assert result.report is not None
    assert audit_plan(question, result.plan, result.report).verdict is not Verdict.REFUSED
    return result


def all_plans(question: PlanProblem) -> list[tuple[float, float, int]]:
    """(missing points, yuan, changed enterprises) of every plan."""
    table = change_table(question)
    return [(*worth(question, chosen), table.count(chosen)) for chosen in every_plan(question)]


@settings(max_examples=15)
@given(seed=SEEDS, share=SHARES, most=st.integers(min_value=0, max_value=4))
def test_under_a_limit_the_plan_is_the_cheapest_that_keeps_it(seed: int, share: float, most: int) -> None:
    question = asked(changed_question(seed, share), most_changes=most)
    plan, plans = solved(question).plan, all_plans(question)
    least = min(plan[0] for plan in plans)
    fewest = min(plan[2] for plan in plans if plan[0] == least)
    best = min(plan[1] for plan in plans if plan[0] == least and plan[2] <= max(most, fewest))
    assert plan is not None
    assert plan.changes is not None
    assert len(plan.changes.firms) <= max(most, fewest)
    assert plan.objective_yuan == pytest.approx(best, abs=0.01)
    assert plan.changes.excess == max(0, len(plan.changes.firms) - most)


@example(seed=320, share=0.3, price=3e5)  # the cut needed is just all there is to take
@settings(max_examples=15)
@given(seed=SEEDS, share=SHARES, price=st.sampled_from([100.0, 20_000.0, 3e5]))
def test_at_a_price_the_plan_is_the_best_trade(seed: int, share: float, price: float) -> None:
    question = asked(changed_question(seed, share), change_price_yuan=price)
    result, plans = solved(question), all_plans(question)
    least = min(plan[0] for plan in plans)
    best = min(plan[1] + price * plan[2] for plan in plans if plan[0] == least)
    assert result.plan is not None
    assert result.plan.changes is not None
    assert result.report is not None
    found = result.plan.objective_yuan + price * len(result.plan.changes.firms)
    assert found == pytest.approx(best, abs=0.01)
    trade = next(item for item in result.report.stages if item.name == "trade")
    assert trade.bound <= best + 0.01


@settings(max_examples=15)
@given(seed=SEEDS, share=SHARES)
def test_the_fewest_changes_are_the_fewest_of_all_plans(seed: int, share: float) -> None:
    question = changed_question(seed, share)
    fewest, plans = fewest_changes(question, EXACT), all_plans(question)
    least = min(plan[0] for plan in plans)
    assert fewest is not None
    assert fewest.bound == fewest.count == min(plan[2] for plan in plans if plan[0] == least)


@settings(max_examples=15)
@given(seed=SEEDS, share=SHARES, most=st.integers(min_value=2, max_value=4))
def test_rows_and_groups_agree_on_a_limit(seed: int, share: float, most: int) -> None:
    question = asked(changed_question(seed, share), most_changes=most)
    result = solved(question)
    assert result.plan is not None
    allowed = np.array([max(0.0, item) for item in _short(question, result.plan)])
    side = side_rows(question)
    stage = StageQuestion(
        problem=question, settings=EXACT, allowed=allowed, side=side, tell=lambda _: None, stop=Stop()
    )
    rows = _by_rows(stage)
    if result.plan.changes is not None and not result.plan.changes.excess:
        assert rows.cost == pytest.approx(result.plan.objective_yuan, abs=0.01)
    else:
        assert rows.chosen is None


def _short(question: PlanProblem, plan: Plan) -> list[float]:
    missing = {item.pollutant: item.missing_share for item in plan.shortfalls}
    return [missing.get(name, 0.0) for name in ("so2", "nox", "pm", "vocs", "so2_nox")]


@settings(max_examples=15)
@given(seed=SEEDS, share=SHARES)
def test_a_problem_with_an_order_in_force_is_read_back_the_same(seed: int, share: float) -> None:
    question = asked(changed_question(seed, share), most_changes=2)
    text = problem_to_text(question)
    assert problem_to_text(problem_from_text(text)) == text


def two_firms(share: float) -> PlanProblem:
    return problem(
        source("a", enterprise_id="EA", pm_kg_per_day=40.0, value_added_yuan_per_day=1000.0),
        source("b", enterprise_id="EB", pm_kg_per_day=40.0, value_added_yuan_per_day=2000.0, county_code="140404"),
        rest(pm=20.0),
        share=share,
    )


def test_an_order_that_still_serves_is_left_alone() -> None:
    former = two_firms(0.2)
    plan = solve_problem(former, EXACT).plan
    assert plan is not None
    result = solved(asked(replace(former, order_in_force=order_from(former, plan)), most_changes=0))
    assert result.status is Status.OPTIMAL
    assert result.plan is not None
    assert result.plan.changes is not None
    assert result.plan.changes.firms == ()


def test_a_limit_that_cannot_be_kept_is_infeasible_and_told_with_the_fewest() -> None:
    former = two_firms(0.1)
    plan = solve_problem(former, EXACT).plan
    assert plan is not None
    result = solved(asked(replace(two_firms(0.7), order_in_force=order_from(former, plan)), most_changes=0))
    assert result.status is Status.INFEASIBLE
    assert result.plan is not None
    assert result.plan.changes is not None
    assert result.plan.changes.excess == len(result.plan.changes.firms) > 0
    assert not result.plan.shortfalls


def test_a_firm_that_left_the_list_is_released_and_unavoidable() -> None:
    former = two_firms(0.6)
    plan = solve_problem(former, EXACT).plan
    assert plan is not None
    order = order_from(former, plan)
    now = problem(source("b", enterprise_id="EB", county_code="140404", pm_kg_per_day=40.0), rest(pm=20.0), share=0.1)
    changes = solved(replace(now, order_in_force=order)).plan.changes  # type: ignore[union-attr]
    assert changes is not None
    gone = next(item for item in changes.firms if item.owner == "EA")
    assert (gone.kind, gone.unavoidable) == (ChangeKind.RELEASED, True)
    assert not gone.sources[0].listed_now


def test_the_referee_refuses_a_change_order_that_hides_somebody() -> None:
    former = two_firms(0.1)
    plan = solve_problem(former, EXACT).plan
    assert plan is not None
    question = replace(two_firms(0.7), order_in_force=order_from(former, plan))
    result = solved(question)
    assert result.plan is not None
    assert result.plan.changes is not None
    assert result.report is not None
    hidden = replace(result.plan, changes=replace(result.plan.changes, firms=result.plan.changes.firms[1:]))
    assert audit_plan(question, hidden, result.report).verdict is Verdict.REFUSED
