"""The multiplier bound and the search over groups: never above the best plan, and the same plan as by rows."""

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from planner.problem import PlanProblem, ShareRuleTable, side_rows
from planner.solve import SolveSettings, Stop, build_model, solve_problem
from planner.solve.blocks import Blocks, falls_apart, make_blocks
from planner.solve.chosen import chosen_options
from planner.solve.compact import compact
from planner.solve.cut_shares import binding_cuts
from planner.solve.multipliers import best_prices, decide, price
from planner.solve.proof import relax
from planner.solve.shortfall import least_shortfall
from tests.solve.brute_force import best_by_looking, every_plan
from tests.tiny import problem, random_rows

EXACT = SolveSettings(gap=0.0)
SEEDS = st.integers(min_value=0, max_value=10_000)
SHARES = st.sampled_from([0.1, 0.2, 0.3, 0.45])


def blocks_of(question: PlanProblem) -> Blocks:
    allowed = least_shortfall(question, EXACT)
    assert allowed is not None
    cuts = binding_cuts(question, allowed.share, side_rows(question))
    assert cuts is not None
    blocks = make_blocks(question, cuts)
    assert blocks is not None
    return blocks


@given(seed=SEEDS, share=SHARES, height=st.floats(min_value=0.0, max_value=1e4))
def test_at_any_prices_the_bound_lies_below_the_best_plan(seed: int, share: float, height: float) -> None:
    question = problem(*random_rows(seed, firms=3), share=share)
    blocks, best = blocks_of(question), best_by_looking(question)
    prices = height * np.random.default_rng(seed).random(len(blocks.need))
    assert price(blocks, prices).bound <= best[1] + 1e-6 * max(1.0, best[1])


@given(seed=SEEDS, share=SHARES)
def test_the_best_prices_bound_no_worse_than_the_linear_relaxation(seed: int, share: float) -> None:
    question = problem(*random_rows(seed), share=share)
    allowed = least_shortfall(question, EXACT)
    assert allowed is not None
    assume(allowed.points == 0.0)
    linear = relax(compact(question, build_model(question, allowed.share)), EXACT).bound
    found = best_prices(blocks_of(question), seed=1).bound
    assert found >= linear - 1e-6 * max(1.0, abs(linear))


@given(seed=SEEDS, share=SHARES)
def test_what_is_decided_at_prices_is_a_permitted_plan_of_that_cost(seed: int, share: float) -> None:
    question = problem(*random_rows(seed, firms=3), share=share)
    blocks = blocks_of(question)
    priced = best_prices(blocks, seed=1)
    decision = decide(blocks, priced)
    chosen = chosen_options(question, blocks, decision)
    cost = float(question.options.cost_yuan[chosen].sum())
    assert cost == pytest.approx(priced.bound + float(priced.prices @ decision.surplus), rel=1e-9, abs=1e-6)
    assert any(np.array_equal(plan, chosen) for plan in every_plan(question))


@given(seed=SEEDS, share=SHARES)
def test_with_an_enterprise_share_rule_the_plan_is_the_best_of_all(seed: int, share: float) -> None:
    question = ruled(problem(*random_rows(seed, firms=3), share=share), seed)
    plan, best = solve_problem(question, EXACT).plan, best_by_looking(question)
    assert plan is not None
    assert plan.objective_yuan == pytest.approx(best[1], abs=0.01)


def ruled(question: PlanProblem, seed: int) -> PlanProblem:
    """One line at least of some whole-line unit stands still."""
    units = question.units
    assume(units.count > 0)
    member = np.flatnonzero(question.sources.unit == seed % units.count)
    rules = ShareRuleTable(
        first_member=np.array([0, len(member)]),
        member=member,
        weight=np.ones(len(member)),
        required=np.array([1.0]),
        citation=("r",),
        label=("r",),
    )
    most = np.maximum(units.halts_max, 1)
    return replace(question, share_rules=rules, units=replace(units, halts_max=most))


def test_an_unknown_table_sends_the_problem_the_long_way() -> None:
    question = problem(*random_rows(1), share=0.2)
    assert falls_apart(question)
    assert not falls_apart(replace(question, references=question.references), covered=frozenset({"header"}))


def test_a_search_called_off_gives_no_plan() -> None:
    stop = Stop()
    told: list[str] = []

    def progress(stage: str) -> None:
        told.append(stage)
        stop.ask()

    result = solve_problem(problem(*random_rows(1), share=0.2), EXACT, progress, stop)
    assert (result.status, result.plan, told) == ("unknown", None, ["shortfall"])
