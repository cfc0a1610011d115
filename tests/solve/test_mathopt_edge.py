"""The door to OR-Tools: right duals and true bounds, also where a search stopped early."""

import numpy as np
import pytest
from scipy import sparse

from planner.solve.mathopt_edge import Program, solve_program

SEED = 20261123


def program(
    cost: list[float], rows: list[list[float]], lower: list[float], upper: list[float], **more: object
) -> Program:
    fields = {
        "cost": np.array(cost),
        "offset": 0.0,
        "low": np.zeros(len(cost)),
        "high": np.full(len(cost), np.inf),
        "is_integer": np.zeros(len(cost), dtype=bool),
        "matrix": sparse.csr_array(np.array(rows)),
        "lower": np.array(lower),
        "upper": np.array(upper),
    }
    return Program(**(fields | more))


def linear() -> Program:
    """min 2x + 3y, x + y >= 4, x <= 3: x = 3, y = 1, of which a unit more of the cover costs 3."""
    return program([2.0, 3.0], [[1.0, 1.0], [1.0, 0.0]], [4.0, -np.inf], [np.inf, 3.0])


def test_duals_are_those_known_by_hand() -> None:
    answer = solve_program(linear(), gap=0.0, seed=SEED, node_limit=0)
    assert answer.values.tolist() == pytest.approx([3.0, 1.0])
    assert answer.duals.tolist() == pytest.approx([3.0, -1.0])


def test_a_linear_bound_is_the_optimum() -> None:
    assert solve_program(linear(), gap=0.0, seed=SEED, node_limit=0).bound == pytest.approx(9.0)


def cover(seed: int) -> Program:
    """A knapsack cover of 60 lines and 8 cuts that no search closes at its root."""
    draw = np.random.default_rng(seed)
    weights = draw.integers(10, 100, (8, 60)).astype(float)
    cost = (weights.sum(axis=0) + draw.integers(0, 50, 60)).tolist()
    half = (weights.sum(axis=1) * 0.47).tolist()
    return program(
        cost, weights.tolist(), half, [np.inf] * 8, high=np.ones(60), is_integer=np.ones(60, dtype=bool), offset=7.0
    )


@pytest.mark.parametrize("seed", [1, 2, 3])
def test_a_bound_at_a_loose_gap_lies_below_the_optimum_and_not_on_the_plan(seed: int) -> None:
    question = cover(seed)
    loose = solve_program(question, gap=0.2, seed=SEED, node_limit=100)
    tight = solve_program(question, gap=0.0, seed=SEED, node_limit=300)
    found, best = (float(question.cost @ item.values + question.offset) for item in (loose, tight))
    assert loose.bound <= best + 1e-6
    assert loose.bound < found - 1.0, "the bound is no copy of the plan"
    assert (found - loose.bound) / found <= 0.2


def test_an_impossible_program_is_told_apart_from_one_without_an_answer() -> None:
    answer = solve_program(program([1.0], [[1.0], [1.0]], [2.0, 0.0], [np.inf, 1.0]), gap=0.0, seed=SEED, node_limit=0)
    assert (answer.feasible, answer.infeasible, len(answer.values)) == (False, True, 0)


def test_a_search_stops_where_a_plan_is_good_enough() -> None:
    question = cover(1)
    answer = solve_program(question, gap=0.0, seed=SEED, node_limit=10_000, enough=float(question.cost.sum()))
    assert answer.feasible
    assert answer.bound < float(question.cost @ answer.values)
