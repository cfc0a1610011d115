"""The search that proves: wide, and with prices of their own for the labels of every block.

Like `search` it branches over the items of a reduced city, but each block of labels that stands at a head gets its own
prices, so that far fewer labels live; every step costs more. Limits are counted and never timed.
"""

import numpy as np

from planner.problem.records import Floats
from planner.solve.aims import Aim, Found
from planner.solve.label_prices import FamilyBound, bound_family
from planner.solve.labels import Best, Labels, children_of, root_labels
from planner.solve.priced_items import PricedItems
from planner.solve.reduced import Reduced

__all__ = ["prove_reduced"]

LARGE, CLIMB_EVERY = 1_000, 4
PRICING = 4
"""Pricing a block counts as this many labels for each option that is left."""

Block = tuple[Labels, FamilyBound | None]


def prove_reduced(reduced: Reduced, prices: Floats, surplus: Floats, aim: Aim) -> Found:
    """The cheapest choice that saves at least `aim.slack` on what is known; `surplus` (d,) is that of the defaults."""
    items = PricedItems(reduced, len(prices))
    work = _Work(items, reduced, prices, aim)
    stack: list[Block] = [(root_labels(surplus), None)]
    while stack and work.count <= aim.limit and not work.best.is_enough(aim) and not aim.stopped():
        labels, bound = stack.pop()
        if float(labels.bound.min(initial=np.inf)) >= work.limit:
            continue
        if labels.depth == items.count:
            work.best.take(labels, aim)
        else:
            stack.extend(reversed(work.next_blocks(labels, bound)))
    left = min((float(labels.bound.min()) for labels, _ in stack), default=np.inf)
    return Found(
        taken=work.best.taken,
        cost=work.best.cost if work.best.is_found else np.inf,
        bound=min(left, work.limit),
        labels=work.count,
        complete=not stack,
    )


class _Work:
    """What one search carries along: its best plan and how much it has done."""

    def __init__(self, items: PricedItems, reduced: Reduced, prices: Floats, aim: Aim) -> None:
        self._items, self._reduced, self._aim = items, reduced, aim
        self._first, self._gain = prices[None, :], items.most_gain()
        self.best, self.count, self._heads = Best(cost=aim.cutoff), 0, 0

    @property
    def limit(self) -> float:
        """The bound from which on a label is of no use."""
        return self.best.cost + self._aim.spare - self._aim.slack

    def next_blocks(self, labels: Labels, bound: FamilyBound | None) -> list[Block]:
        """The blocks of children that may still be of use, the most promising first."""
        if bound is None or not self._items.is_inside(labels.depth):
            bound = self._priced(labels, bound)
            labels.bound = np.maximum(labels.bound, bound.bounds(labels))
            labels = labels.below(self.limit)
        children = children_of(self._reduced.items[labels.depth], labels, self._gain[labels.depth + 1])
        own = children.cost if children.depth == self._items.count else bound.bounds(children)
        children.bound = np.maximum(children.bound, own)
        children = children.below(self.limit)
        self.count += len(children.cost)
        return [(part, bound) for part in children.parts(self._aim.width)]

    def _priced(self, labels: Labels, bound: FamilyBound | None) -> FamilyBound:
        """Bounds at this head; small blocks look for better prices only at every fourth."""
        prices = self._first if bound is None else bound.prices
        self._heads += 1
        climbs = len(labels.cost) >= LARGE or self._heads % CLIMB_EVERY == 0
        self.count += (PRICING if climbs else 1) * self._items.options_from(labels.depth)
        return bound_family(self._items, labels, prices, self.limit if climbs else None)
