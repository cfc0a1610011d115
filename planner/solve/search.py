"""Branch and bound over the items of a reduced city, many thousand partial plans at a time as arrays.

A partial plan (*label*) is told by its cost and surplus, all undecided items at their defaults. At any prices its bound
is that cost, less the prices' worth of its surplus, plus what each undecided item saves at best: one product of arrays
bounds all labels at all prices of a pool, to which the best prices for the most promising label are added as it goes.
Limits are counted in labels and never timed.
"""

import numpy as np

from planner.problem.records import Floats
from planner.solve.aims import Aim, Found
from planner.solve.labels import Best, Labels, children_of, root_labels
from planner.solve.priced_items import PricedItems
from planner.solve.reduced import Reduced

__all__ = ["search"]

POOL = 24
CLIMBS = 24
CLIMB_EVERY = 16


class _Pool:
    """Prices and what the undecided tails save at them; the least lately added leaves a full pool."""

    def __init__(self, items: PricedItems, prices: Floats) -> None:
        self._items = items
        self.prices = prices[None, :]
        self.tails = items.tail(prices)[None, :]
        self._pending = [items.pending(prices)]

    def add(self, prices: Floats) -> None:
        """One more set of prices; the first of all always stays."""
        first, old = slice(0, 1), slice(2 if len(self.prices) >= POOL else 1, None)
        self.prices = np.vstack([self.prices[first], self.prices[old], prices])
        self.tails = np.vstack([self.tails[first], self.tails[old], self._items.tail(prices)])
        self._pending = [*self._pending[first], *self._pending[old], self._items.pending(prices)]

    def bounds(self, labels: Labels) -> Floats:
        """(labels,) the best bound over the pool; of finished plans their cost itself."""
        depth = labels.depth
        if depth == self._items.count:
            return labels.cost
        table = labels.cost[:, None] + self.tails[:, depth]
        # Few cuts: without a call of BLAS the bytes are the same on every machine.
        for share, prices in zip(labels.surplus.T, self.prices.T, strict=True):
            if prices.any():
                table -= share[:, None] * prices
        if self._items.is_inside(depth):
            table += np.column_stack([pending[depth] for pending in self._pending])[labels.state]
        return np.asarray(table.max(axis=1))


def search(reduced: Reduced, prices: Floats, surplus: Floats, aim: Aim) -> Found:
    """The cheapest choice below the cutoff; `surplus` (d,) is that of the defaults."""
    items = PricedItems(reduced, len(prices))
    pool, gain = _Pool(items, prices), items.most_gain()
    root = root_labels(surplus)
    root.bound = pool.bounds(root)
    stack, best = [root], Best(cost=aim.cutoff)
    count, turn, deepest = 0, 0, -1
    while stack and count <= aim.limit and not best.is_enough(aim) and not aim.stopped():
        labels = stack.pop()
        if float(labels.bound.min()) >= best.cost + aim.spare:
            continue
        if labels.depth == items.count:
            best.take(labels, aim)
            continue
        if not items.is_inside(labels.depth):
            turn += 1
            if labels.depth > deepest or turn % CLIMB_EVERY == 0:
                _climb(items, pool, labels, best.cost)
            deepest = max(deepest, labels.depth)
        children = children_of(reduced.items[labels.depth], labels, gain[labels.depth + 1])
        children.bound = pool.bounds(children)
        parts = children.below(best.cost + aim.spare).parts(aim.width)
        count += sum(len(part.cost) for part in parts)
        stack.extend(reversed(parts))
    return _found(best, stack, count)


def _found(best: Best, stack: list[Labels], count: int) -> Found:
    left = min((float(labels.bound.min()) for labels in stack), default=np.inf)
    return Found(
        taken=best.taken,
        cost=best.cost if best.is_found else np.inf,
        bound=min(left, best.cost),
        labels=count,
        complete=not stack,
    )


def _climb(items: PricedItems, pool: _Pool, labels: Labels, target: float) -> None:
    """Adds to the pool the best prices for the most promising label (Polyak's step towards the target)."""
    index = int(np.argmin(labels.bound))
    cost, surplus = float(labels.cost[index]), labels.surplus[index]
    at = int(np.argmax(cost - pool.prices @ surplus + pool.tails[:, labels.depth]))
    prices = best_prices = pool.prices[at]
    start = best = float(cost - prices @ surplus + pool.tails[at, labels.depth])
    scale = np.maximum(pool.prices[0], 1e-3 * float(pool.prices[0].max(initial=1.0)))
    for _ in range(CLIMBS):
        saved, share = items.slope(prices, labels.depth)
        value = cost - float(prices @ surplus) + saved
        if value > best:
            best, best_prices = value, prices
        step = -(surplus + share) * scale
        size = float(step @ step)
        if value >= target or size <= 0.0:
            break
        prices = np.maximum(prices + 0.7 * (target - value) / size * step * scale, 0.0)
    if best > start:
        pool.add(best_prices)
