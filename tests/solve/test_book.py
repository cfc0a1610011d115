"""The book: nested, proven, never dearer than need be, and against every book there is."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from planner.plan import BookResult, Status, missing_points
from planner.problem import PlanProblem, is_nested
from planner.solve import SolveSettings, Stop, solve_book
from planner.solve import book as maker
from planner.terms import Mode
from tests.books import book_problems, falling_rows, random_book_rows
from tests.solve.brute_book import best_book_by_looking, nests
from tests.tiny import source

EXACT = SolveSettings(gap=0.0)
SEEDS = st.integers(min_value=0, max_value=10_000)
MODES = st.sampled_from([Mode.DESIGN, Mode.FILL])
SHARES = st.sampled_from([(0.1, 0.2, 0.3), (0.2, 0.3, 0.45), (0.3, 0.3, 0.3)])
WEIGHTS = st.sampled_from([(1.0, 1.0, 1.0), (20.0, 10.0, 2.0)])


def points(result: BookResult) -> float:
    return sum(missing_points(level.plan) for level in result.levels)


def chosen_of(result: BookResult) -> tuple[np.ndarray, ...]:
    return tuple(level.plan.chosen for level in result.levels)


def tight_book() -> tuple[PlanProblem, ...]:
    """Two firms: each alone, yellow takes the small one and red the large one."""
    small = source("a", grade="C", county_code="140403", pm_kg_per_day=30.0, value_added_yuan_per_day=1000.0)
    large = source("b", grade="C", county_code="140404", pm_kg_per_day=70.0, value_added_yuan_per_day=3000.0)
    return book_problems(small, large, shares=(0.3, 0.6, 0.7))


@settings(max_examples=15)
@given(seed=SEEDS, mode=MODES, shares=SHARES, weights=WEIGHTS)
def test_the_book_is_the_best_of_all_books(
    seed: int, mode: Mode, shares: tuple[float, ...], weights: tuple[float, ...]
) -> None:
    problems = book_problems(*random_book_rows(seed), mode=mode, shares=shares)
    result, best = solve_book(problems, EXACT, weights), best_book_by_looking(problems, weights)
    assert points(result) == pytest.approx(best[0], abs=1e-6)
    assert result.objective_yuan == pytest.approx(best[1], abs=0.02)
    assert result.bound_yuan <= best[1] + 0.02


@settings(max_examples=15)
@given(seed=SEEDS, mode=MODES)
def test_the_three_plans_are_nested_source_by_source(seed: int, mode: Mode) -> None:
    problems = book_problems(*random_book_rows(seed, firms=5), mode=mode)
    chosen = chosen_of(solve_book(problems, SolveSettings(gap=0.01)))
    for laxer, stricter in ((0, 1), (1, 2), (0, 2)):
        assert nests(problems[laxer], chosen[laxer], problems[stricter], chosen[stricter])


@settings(max_examples=15)
@given(seed=SEEDS)
def test_the_price_of_the_nesting_is_never_negative_and_its_sides_in_order(seed: int) -> None:
    price = solve_book(book_problems(*random_book_rows(seed, firms=5)), SolveSettings(gap=0.01)).price
    assert 0.0 <= price.least_yuan <= price.most_yuan


def test_levels_whose_plans_contradict_each_other_pay_for_the_nesting() -> None:
    result = solve_book(tight_book(), EXACT)
    assert result.status is Status.OPTIMAL
    assert result.price.least_yuan > 0.0
    assert is_nested(tight_book(), chosen_of(result))


def test_the_joint_model_closes_what_deciding_in_turn_leaves_open(monkeypatch: pytest.MonkeyPatch) -> None:
    whole = solve_book(tight_book(), EXACT)
    monkeypatch.setattr(maker, "MOST_JOINT_OPTIONS", 0)
    alone = solve_book(tight_book(), EXACT)
    assert whole.bound_yuan > alone.bound_yuan
    assert whole.gap == pytest.approx(0.0, abs=1e-9)


def test_a_filed_measure_that_falls_makes_no_book_impossible() -> None:
    result = solve_book(book_problems(*falling_rows(), mode=Mode.FILL, shares=(0.1, 0.2, 0.5)), EXACT)
    assert result.status is Status.OPTIMAL


def test_a_level_that_cannot_be_met_gives_its_nearest_plan() -> None:
    result = solve_book(book_problems(*random_book_rows(3), shares=(0.1, 0.2, 0.99)), EXACT)
    assert result.status is Status.INFEASIBLE
    assert [bool(level.plan.shortfalls) for level in result.levels] == [False, False, True]


def test_the_same_levels_make_the_same_book() -> None:
    problems = book_problems(*random_book_rows(11, firms=5))
    one, two = (chosen_of(solve_book(problems, EXACT)) for _ in range(2))
    assert all(np.array_equal(left, right) for left, right in zip(one, two, strict=True))


def test_a_search_that_is_called_off_gives_no_book() -> None:
    stop = Stop()
    stop.ask()
    result = solve_book(tight_book(), EXACT, stop=stop)
    assert (result.status, result.levels) == (Status.UNKNOWN, ())


def test_levels_out_of_order_are_refused() -> None:
    yellow, orange, red = tight_book()
    with pytest.raises(ValueError, match="yellow"):
        solve_book((red, orange, yellow), EXACT)
