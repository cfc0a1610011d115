"""Problems with something changed: sound in shape, and as cheap as a search through every plan says."""

import numpy as np
import pytest

from planner.problem import (
    NO_INDEX,
    PlanProblem,
    hold_sources,
    keep_options,
    problem_from_text,
    problem_to_text,
    with_cut,
    without_order,
)
from planner.solve import SolveSettings, solve_problem
from tests.solve.brute_force import best_by_looking, every_plan
from tests.tiny import problem, random_rows, rest, source

EXACT = SolveSettings(gap=0.0)
MONEY = {"value_added_yuan_per_day": 1000.0}


def two_of_a_grade() -> PlanProblem:
    rows = [source(name, grade="B", pm_kg_per_day=50.0, **MONEY) for name in ("a", "b")]
    return problem(*rows, rest(pm=20.0), share=0.2)


def firm(found: PlanProblem, enterprise: str) -> np.ndarray:
    return np.array([item == enterprise for item in found.sources.enterprise_id])


@pytest.mark.parametrize("in_order", [True, False])
@pytest.mark.parametrize("seed", range(12))
def test_a_firm_that_is_held_does_what_it_is_obliged_to_in_every_plan(seed: int, *, in_order: bool) -> None:
    found = problem(*random_rows(seed, firms=3), share=0.2)
    changed = hold_sources(found, firm(found, "E1"), in_order=in_order)
    held, first = firm(changed, "E1"), changed.sources.first_option[:-1]
    assert all(np.array_equal(plan[held], first[held]) for plan in every_plan(changed))
    assert problem_from_text(problem_to_text(changed)).options.count == changed.options.count


@pytest.mark.parametrize("in_order", [True, False])
@pytest.mark.parametrize("seed", range(12))
def test_the_search_finds_the_best_plan_of_a_changed_problem(seed: int, *, in_order: bool) -> None:
    found = problem(*random_rows(seed, firms=3), share=0.2)
    changed = hold_sources(found, firm(found, "E0"), in_order=in_order)
    result, (missing, cost) = solve_problem(changed, EXACT), best_by_looking(changed)
    assert result.plan is not None
    assert result.plan.objective_yuan == pytest.approx(cost, abs=1e-3)
    assert bool(result.plan.shortfalls) == (missing > 0.0)


def test_equals_are_spared_with_a_firm_that_is_held_in_the_order() -> None:
    found = two_of_a_grade()
    assert best_by_looking(hold_sources(found, firm(found, "Ea"), in_order=True))[0] > 0.0


def test_equals_make_up_for_a_firm_that_stands_outside() -> None:
    found = two_of_a_grade()
    outside = hold_sources(found, firm(found, "Ea"), in_order=False)
    assert best_by_looking(outside)[0] == 0.0
    assert outside.sources.cohort.tolist() == [NO_INDEX, 0, NO_INDEX]


@pytest.mark.parametrize("seed", range(6))
def test_without_the_order_no_plan_is_dearer(seed: int) -> None:
    found = problem(*random_rows(seed, firms=3), share=0.2)
    assert best_by_looking(without_order(found)) <= best_by_looking(found)


def test_another_cut_is_asked() -> None:
    found = two_of_a_grade()
    assert with_cut(found, "pm", 0.5).targets.share.tolist()[2] == 0.5
    assert with_cut(found, "so2_nox", 0.7).targets.exchange_sum_share == 0.7


def test_no_source_may_be_left_without_an_option() -> None:
    found = two_of_a_grade()
    with pytest.raises(ValueError, match="a"):
        keep_options(found, found.options.source != 0)
