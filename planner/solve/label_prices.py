"""Prices for labels: each of a sample gets the best of its own, and all are bounded by the best of these.

One set of prices for a whole city bounds its partial plans badly: once the large items are decided, what is still
needed differs from label to label, and so do the prices of the highest bound. Measured at 5,000 lines: of labels that
24 shared prices let live, their own best prices end three in four.
"""

from dataclasses import dataclass

import numpy as np

from planner.problem.records import Floats, Indices
from planner.solve.items_left import ItemsLeft
from planner.solve.labels import Labels
from planner.solve.priced_items import PricedItems

__all__ = ["FamilyBound", "bound_family"]

SAMPLE = 16
SAMPLE_PART = 8
STEPS = 12
STEP_PART = 0.7
BEYOND = 1e-3
LEAST_SCALE = 1e-3


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class FamilyBound:
    """Bounds of labels from one head of a search to the next.

    Attributes:
        prices: (k, d) with which all of them are bounded.
        before: (k,) what all items from the head on save; `behind` (k,) those behind its family.
        inside: of each slot of the family, (k, states) what it and the slots after it save by the state taken.
    """

    depth: int
    prices: Floats
    before: Floats
    behind: Floats
    inside: tuple[Floats, ...]

    def bounds(self, labels: Labels) -> Floats:
        """(labels,) the best bound over the prices."""
        begun = labels.depth - self.depth
        table = labels.cost[:, None] + (self.behind if begun else self.before)
        for share, price in zip(labels.surplus.T, self.prices.T, strict=True):
            if price.any():
                table -= share[:, None] * price
        if 0 < begun <= len(self.inside):
            table += self.inside[begun - 1].T[labels.state]
        return np.asarray(table.max(axis=1))


def bound_family(items: PricedItems, labels: Labels, prices: Floats, target: float | None) -> FamilyBound:
    """Bounds made for these labels, which stand at a head.

    Args:
        prices: (k, d) prices at hand; the first stays among those used.
        target: cost beyond which no bound is needed; None: no better prices are sought.
    """
    left, used = items.from_depth(labels.depth), prices
    if target is not None:
        sample = _sample(len(labels.cost))
        own = _climb(left, labels.cost[sample], labels.surplus[sample], prices, target)
        used = np.concatenate([prices[:1], own])
    _, least = left.least(used)
    family = items.family(labels.depth)
    inside, later = [], np.zeros((len(used), 1))
    for place in range(len(family), 0, -1):
        later = later + least[:, place : place + 1] * family[place - 1]
        inside.append(later)
    heads = least[:, left.heads]
    return FamilyBound(
        depth=labels.depth,
        prices=used,
        before=heads.sum(axis=1),
        behind=heads[:, 1:].sum(axis=1),
        inside=tuple(reversed(inside)),
    )


def _sample(count: int) -> Indices:
    """Labels spread evenly over all of them, which stand in the order of their bounds."""
    size = min(SAMPLE, max(1, count // SAMPLE_PART))
    return np.unique(np.linspace(0, count - 1, size).astype(np.int64))


def _climb(left: ItemsLeft, cost: Floats, surplus: Floats, prices: Floats, target: float) -> Floats:
    """(labels, d) better prices of each label, by Polyak's steps towards the target from the best it is given."""
    _, least = left.least(prices)
    saved = least[:, left.heads].sum(axis=1)
    start = np.argmax(cost[:, None] - _dot(surplus, prices) + saved, axis=1)
    now = best = prices[start]
    highest = np.full(len(cost), -np.inf)
    scale = np.maximum(prices[0], LEAST_SCALE * float(prices[0].max(initial=1.0)))
    goal = target + BEYOND * max(1.0, abs(target))
    for _ in range(STEPS):
        value, least = left.least(now)
        bound = cost - (now * surplus).sum(axis=1) + least[:, left.heads].sum(axis=1)
        is_better = bound > highest
        best, highest = np.where(is_better[:, None], now, best), np.where(is_better, bound, highest)
        step = -(surplus + left.share_of(value, least)) * scale
        size = (step * step).sum(axis=1)
        way = np.where((bound < target) & (size > 0.0), STEP_PART * (goal - bound) / np.maximum(size, 1e-300), 0.0)
        now = np.maximum(now + way[:, None] * step * scale, 0.0)
    return np.asarray(best)


def _dot(surplus: Floats, prices: Floats) -> Floats:
    """(labels, k) worth of each surplus at each prices."""
    table = np.zeros((len(surplus), len(prices)))
    for share, price in zip(surplus.T, prices.T, strict=True):
        table += share[:, None] * price
    return table
