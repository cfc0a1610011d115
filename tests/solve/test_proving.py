"""The wide search against every choice written out; and what it may claim where it saves too little to look."""

from itertools import product

import numpy as np
import pytest

from planner.solve.aims import Aim, Found
from planner.solve.proving import prove_reduced
from planner.solve.reduced import Item, Reduced

MOST = 1e9


def item(rng: np.random.Generator, options: int, *, is_state: bool = False, asked: np.ndarray | None = None) -> Item:
    share = np.vstack([np.zeros(2), rng.uniform(0.0, 10.0, (options - 1, 2))])
    cost = np.append(0.0, (share[1:].sum(axis=1) * rng.uniform(1.0, 3.0, options - 1)).round(2))
    place = np.arange(options)
    return Item(is_state=is_state, option=place, cost=cost, share=share, weight=place.astype(float), asked=asked)


def city(seed: int) -> Reduced:
    """Two families of a state with a slot that only its second answer asks, and four items on their own."""
    rng, items = np.random.default_rng(seed), []
    for _ in range(2):
        items += [item(rng, 3, is_state=True), item(rng, 2, asked=np.array([False, True, True]))]
    items += [item(rng, 3) for _ in range(4)]
    return Reduced(items=tuple(items), last=np.array([False, True, False, True, True, True, True, True]))


def cheapest(reduced: Reduced, need: np.ndarray) -> float:
    best = MOST
    for taken in product(*[range(len(one.option)) for one in reduced.items]):
        cost, share = 0.0, np.zeros(2)
        for at, (one, option) in enumerate(zip(reduced.items, taken, strict=True)):
            if one.asked is None or one.asked[taken[at - 1]]:
                cost, share = cost + one.cost[option], share + one.share[option]
        best = min(best, cost) if np.all(share >= need) else best
    return best


def proven(reduced: Reduced, need: np.ndarray, *, slack: float = 0.0, width: int = 50, limit: int = 10**6) -> Found:
    aim = Aim(
        cutoff=MOST,
        accept=-np.inf,
        limit=limit,
        width=width,
        meets=lambda _: True,
        stopped=lambda: False,
        slack=slack,
    )
    return prove_reduced(reduced, np.array([1.5, 1.5]), -need, aim)


@pytest.mark.parametrize("seed", range(12))
def test_it_finds_what_the_list_of_all_choices_holds(seed: int) -> None:
    need = np.array([17.0, 21.0])
    found = proven(city(seed), need)
    assert found.complete
    assert found.cost == pytest.approx(cheapest(city(seed), need))


@pytest.mark.parametrize("seed", range(6))
def test_with_slack_the_bound_stays_below_the_cheapest_and_the_answer_within_the_slack(seed: int) -> None:
    need = np.array([17.0, 21.0])
    best, found = cheapest(city(seed), need), proven(city(seed), need, slack=3.0)
    assert found.bound <= best + 1e-9 <= found.cost + 2e-9
    assert found.cost - found.bound <= 3.0 + 1e-9


def test_a_search_that_is_cut_short_claims_no_more_than_it_knows() -> None:
    need = np.array([17.0, 21.0])
    found = proven(city(3), need, width=2, limit=400)
    assert not found.complete
    assert found.bound <= cheapest(city(3), need) + 1e-9
