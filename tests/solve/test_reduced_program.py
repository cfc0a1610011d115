"""The program of a reduced city against every choice counted out."""

from itertools import product

import numpy as np
import pytest

from planner.problem import NO_INDEX
from planner.solve.mathopt_edge import solve_program
from planner.solve.reduced import Item, Reduced
from planner.solve.reduced_program import reduced_program, taken_of

SEEDS = range(12)


def item(random: np.random.Generator, size: int, *, is_state: bool, asked: list[bool] | None = None) -> Item:
    cost = np.concatenate([[0.0], random.integers(1, 90, size - 1)])
    share = np.concatenate([np.zeros((1, 2)), random.integers(0, 9, (size - 1, 2))])
    flags = None if asked is None else np.array(asked)
    return Item(
        is_state=is_state, option=np.arange(size), cost=cost, share=share.astype(float), weight=cost, asked=flags
    )


def city(seed: int) -> Reduced:
    random = np.random.default_rng(seed)
    items = (
        item(random, 3, is_state=True),
        item(random, 3, is_state=False, asked=[False, True, True]),
        item(random, 3, is_state=False),
        item(random, 2, is_state=True),
        item(random, 3, is_state=False, asked=[True, False]),
    )
    return Reduced(items=items, last=np.array([False, True, True, False, True]))


def cost_of(reduced: Reduced, taken: tuple[int, ...], surplus: np.ndarray) -> float:
    """The cost of a choice; inf where it answers what is not asked, leaves what is, or misses a cut."""
    state, cost, share = NO_INDEX, 0.0, surplus.copy()
    for one, place in zip(reduced.items, taken, strict=True):
        state = place if one.is_state else state
        if (place != NO_INDEX) != (one.asked is None or bool(one.asked[state])):
            return np.inf
        if place != NO_INDEX:
            cost, share = cost + float(one.cost[place]), share + one.share[place]
    return cost if share.min() >= 0.0 else np.inf


@pytest.mark.parametrize("seed", SEEDS)
def test_the_program_finds_what_counting_every_choice_finds(seed: int) -> None:
    reduced, surplus = city(seed), np.array([-9.0, -7.0])
    ways = product(*(range(-1 if one.asked is not None else 0, len(one.option)) for one in reduced.items))
    least = min(cost_of(reduced, way, surplus) for way in ways)
    answer = solve_program(reduced_program(reduced, surplus), gap=0.0, seed=1, node_limit=1_000)
    taken = tuple(taken_of(reduced, answer.values).tolist())
    assert answer.bound == pytest.approx(least)
    assert cost_of(reduced, taken, surplus) == pytest.approx(least)
