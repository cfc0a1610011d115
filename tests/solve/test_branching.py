"""Branching against every choice written out: the cheapest answer, its proof, and what limits leave open."""

from itertools import product

import numpy as np
import pytest

from planner.solve.branching import Branched, Branching, branch
from planner.solve.reduced import Item, Reduced
from planner.solve.reduced_program import owners_of, reduced_program, shares_of
from planner.solve.settings import SolveSettings

EXACT = SolveSettings(gap=0.0)
NEED = np.array([17.0, 21.0, -3.0])


def item(rng: np.random.Generator, options: int) -> Item:
    share = np.vstack([np.zeros(3), rng.uniform(-2.0, 10.0, (options - 1, 3))])
    share[:, 2] = -np.abs(share[:, 2]) / 10.0
    cost = np.append(0.0, rng.uniform(1.0, 30.0, options - 1).round(2))
    place = np.arange(options)
    return Item(is_state=False, option=place, cost=cost, share=share, weight=cost)


def city(seed: int) -> Reduced:
    rng = np.random.default_rng(seed)
    return Reduced(items=tuple(item(rng, 3) for _ in range(7)), last=np.ones(7, dtype=bool))


def cheapest(reduced: Reduced) -> float:
    best = np.inf
    for taken in product(range(3), repeat=7):
        cost = sum(float(one.cost[place]) for one, place in zip(reduced.items, taken, strict=True))
        share = sum((one.share[place] for one, place in zip(reduced.items, taken, strict=True)), np.zeros(3))
        best = min(best, cost) if np.all(share >= NEED) else best
    return best


def branched(reduced: Reduced, limit: float = np.inf, *, keeps: bool = True) -> Branched:
    program = reduced_program(reduced, -NEED)
    question = Branching(program=program, share=shares_of(reduced), owner=owners_of(reduced))
    return branch(question, EXACT, limit, lambda _: keeps, lambda: False)


@pytest.mark.parametrize("seed", range(20))
def test_it_finds_what_the_list_of_all_choices_holds(seed: int) -> None:
    reduced = city(seed)
    found, least = branched(reduced), cheapest(reduced)
    assert found.cost == pytest.approx(least)
    assert found.bound == pytest.approx(least)


@pytest.mark.parametrize("seed", range(6))
def test_beyond_the_limit_it_claims_the_limit_alone(seed: int) -> None:
    reduced = city(seed)
    least = cheapest(reduced)
    found = branched(reduced, limit=0.9 * least if np.isfinite(least) else 50.0)
    assert found.bound <= least


@pytest.mark.parametrize("seed", range(6))
def test_an_answer_that_misses_a_row_in_exact_sums_is_no_plan_and_proves_nothing(seed: int) -> None:
    reduced = city(seed)
    found = branched(reduced, keeps=False)
    assert found.values is None
    assert found.bound <= cheapest(reduced) + 1e-6
