"""The solver against every plan there is, and what must hold between the answers to related questions."""

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from planner.audit import audit_plan
from planner.plan import Plan, Verdict
from planner.problem import PlanProblem, problem_to_text
from planner.solve import SolveSettings, solve_problem
from planner.terms import Level, Mode
from tests.solve.brute_force import best_by_looking
from tests.tiny import problem, random_rows

EXACT = SolveSettings(gap=0.0)
SEEDS = st.integers(min_value=0, max_value=10_000)
SHARES = st.sampled_from([0.05, 0.1, 0.2, 0.3, 0.45, 0.7])


def solved(question: PlanProblem) -> Plan:
    result = solve_problem(question, EXACT)
    assert result.plan is not None
    assert result.report is not None
    assert result.report.gap <= 1e-9
    return result.plan


def missing(plan: Plan) -> float:
    return 100.0 * sum(item.missing_share for item in plan.shortfalls)


@given(seed=SEEDS, share=SHARES)
def test_the_plan_is_the_best_of_all_plans(seed: int, share: float) -> None:
    question = problem(*random_rows(seed, firms=3), share=share)
    plan, best = solved(question), best_by_looking(question)
    assert missing(plan) == pytest.approx(best[0], abs=1e-6)
    assert plan.objective_yuan == pytest.approx(best[1], abs=0.01)


@given(seed=SEEDS, share=SHARES)
def test_the_referee_passes_every_plan(seed: int, share: float) -> None:
    question = problem(*random_rows(seed), share=share)
    result = solve_problem(question, EXACT)
    assert result.plan is not None
    assert result.report is not None
    assert audit_plan(question, result.plan, result.report).verdict is not Verdict.REFUSED


@given(seed=SEEDS, share=SHARES)
def test_a_higher_target_never_costs_less(seed: int, share: float) -> None:
    rows = random_rows(seed)
    easier, harder = solved(problem(*rows, share=share)), solved(problem(*rows, share=share + 0.05))
    assert missing(harder) >= missing(easier) - 1e-9
    if not harder.shortfalls:
        assert harder.objective_yuan >= easier.objective_yuan - 0.01


@given(seed=SEEDS, share=SHARES, gap=st.sampled_from([1e-4, 1e-2, 0.1]))
def test_with_a_gap_the_easier_plan_is_within_it(seed: int, share: float, gap: float) -> None:
    rows = random_rows(seed)
    easier = solve_problem(problem(*rows, share=share), SolveSettings(gap=gap)).plan
    harder = solve_problem(problem(*rows, share=share + 0.05), SolveSettings(gap=gap)).plan
    assert easier is not None
    assert harder is not None
    if not harder.shortfalls:
        assert easier.objective_yuan * (1.0 - gap) <= harder.objective_yuan + 0.01


@given(seed=SEEDS, share=SHARES)
def test_a_measure_less_on_the_menu_never_makes_it_cheaper(seed: int, share: float) -> None:
    question = problem(*random_rows(seed), share=share)
    fewer = with_one_step_less(question, seed)
    free, tied = solved(question), solved(fewer)
    assert missing(tied) >= missing(free) - 1e-9
    if not tied.shortfalls:
        assert tied.objective_yuan >= free.objective_yuan - 0.01


@given(seed=SEEDS, share=SHARES)
def test_the_order_of_rows_changes_nothing(seed: int, share: float) -> None:
    rows = random_rows(seed)
    shuffled = [rows[index] for index in np.random.default_rng(seed).permutation(len(rows))]
    one, two = problem(*rows, share=share), problem(*shuffled, share=share)
    assert solved(one).curtailments == solved(two).curtailments


@given(seed=SEEDS, share=SHARES, scale=st.sampled_from([0.001, 0.3, 3.0, 7.0, 1000.0]))
def test_all_kilograms_times_a_number_leave_the_plan(seed: int, share: float, scale: float) -> None:
    question = problem(*random_rows(seed), share=share)
    one, two = solved(question), solved(scaled(question, scale))
    assert two.objective_yuan == pytest.approx(one.objective_yuan, abs=0.01)
    assert [item.kept_share for item in one.curtailments] == [item.kept_share for item in two.curtailments]


@given(seed=SEEDS, mode=st.sampled_from(list(Mode)), level=st.sampled_from(list(Level)))
def test_the_same_question_gives_the_same_bytes(seed: int, mode: Mode, level: Level) -> None:
    one, two = (problem(*random_rows(seed), mode=mode, level=level) for _ in range(2))
    assert problem_to_text(one) == problem_to_text(two)
    assert np.array_equal(solved(one).chosen, solved(two).chosen)


def with_one_step_less(question: PlanProblem, seed: int) -> PlanProblem:
    allowed = question.cohorts.allowed.copy()
    places = [(cohort, step) for cohort, step in np.argwhere(allowed) if step > 0]
    if places:
        allowed[places[seed % len(places)]] = False
    return replace(question, cohorts=replace(question.cohorts, allowed=allowed))


def scaled(question: PlanProblem, scale: float) -> PlanProblem:
    sources = replace(
        question.sources,
        base_kg_per_day=question.sources.base_kg_per_day * scale,
        floor_kg_per_day=question.sources.floor_kg_per_day * scale,
        filed_kg_per_day=question.sources.filed_kg_per_day * scale,
    )
    options = replace(question.options, reduction_kg_per_day=question.options.reduction_kg_per_day * scale)
    return replace(question, sources=sources, options=options)
