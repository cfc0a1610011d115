"""Branch and bound over the items of a reduced city, many thousand partial plans at a time as arrays.

A partial plan (*label*) is told by its cost and surplus, all undecided items at their defaults. At any prices its bound
is that cost, less the prices' worth of its surplus, plus what each undecided item saves at best: one product of arrays
bounds all labels at all prices of a pool, to which the best prices for the most promising label are added as it goes.
Limits are counted in labels and never timed.
"""

from collections.abc import Callable
from dataclasses import dataclass, field, replace

import numpy as np

from planner.problem.records import Flags, Floats, Indices
from planner.solve.priced_items import PricedItems
from planner.solve.reduced import Item, Reduced

__all__ = ["Aim", "Found", "search"]

POOL = 24
CLIMBS = 24
CLIMB_EVERY = 16
FEN_PER_YUAN = 100.0
TOLERANCE = 2e-8
"""In 0.01 % of the base: twice what counts as met, so that the exact sums decide whatever lies between."""

Judge = Callable[[Indices], bool]


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Aim:
    """What a search looks for.

    Attributes:
        cutoff: extra cost from which on nothing is wanted; `accept` at which it may stop at once.
        limit: labels after which it gives up; `width` how many are carried on at once: few to find, many to prove.
        spare: among answers this close the one of least weight is taken (the tie-break); 0: the first one found.
        meets: whether the cuts hold in exact sums where all items take these options.
        stopped: whether somebody called the search off.
    """

    cutoff: float
    accept: float
    limit: int
    width: int
    meets: Judge
    stopped: Callable[[], bool]
    spare: float = 0.0


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Found:
    """The outcome: the option taken of each item (-1: not asked), its extra cost, and what is proven.

    Attributes:
        taken: empty where nothing was found; then `cost` is inf.
        bound: no choice of these items costs less than the smaller of this and `cost`.
        complete: whether nothing was left open.
    """

    taken: Indices
    cost: float
    bound: float
    labels: int
    complete: bool


@dataclass(slots=True, kw_only=True, eq=False)
class _Labels:
    """Partial plans at one depth; `parent` (in `above`) and `taken` lead back to the choices."""

    depth: int
    cost: Floats
    surplus: Floats
    weight: Floats
    state: Indices
    bound: Floats
    parent: Indices
    taken: Indices
    above: "_Labels | None"

    def at(self, which: Indices) -> "_Labels":
        """Only these labels."""
        columns = ("cost", "surplus", "weight", "state", "bound", "parent", "taken")
        return replace(self, **{name: getattr(self, name)[which] for name in columns})

    def parts(self, width: int) -> "list[_Labels]":
        """The labels in their order, at most `width` at a time."""
        count = len(self.cost)
        if count <= width:
            return [self]
        return [self.at(np.arange(start, min(start + width, count))) for start in range(0, count, width)]


@dataclass(slots=True, kw_only=True, eq=False)
class _Best:
    """The best finished plan so far; until one is found `cost` is the cutoff."""

    cost: float
    weight: float = np.inf
    taken: Indices = field(default_factory=lambda: np.zeros(0, dtype=np.int64))
    is_found: bool = False

    def is_enough(self, aim: Aim) -> bool:
        """Whether a plan was found with which the search may stop."""
        return self.is_found and self.cost <= aim.accept

    def take(self, labels: "_Labels", aim: Aim) -> None:
        """The first of the finished labels, by cost in fen and weight, that is better and meets the cuts."""
        cheaper = labels.cost < self.cost - aim.spare
        lighter = (labels.cost < self.cost + aim.spare) & (labels.weight < self.weight)
        order = np.lexsort((labels.weight, np.round(labels.cost * FEN_PER_YUAN)))
        for index in order[(cheaper | (lighter & (aim.spare > 0.0)))[order]].tolist():
            taken = _trace(labels, index)
            if labels.surplus[index].min(initial=1.0) > TOLERANCE or aim.meets(taken):
                self.cost, self.weight = float(labels.cost[index]), float(labels.weight[index])
                self.taken, self.is_found = taken, True
                return


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

    def bounds(self, depth: int, cost: Floats, surplus: Floats, state: Indices) -> Floats:
        """(labels,) the best bound over the pool; of finished plans their cost itself."""
        if depth == self._items.count:
            return cost
        table = cost[:, None] + self.tails[:, depth]
        # Few cuts: without a call of BLAS the bytes are the same on every machine.
        for share, prices in zip(surplus.T, self.prices.T, strict=True):
            table -= share[:, None] * prices
        if self._items.is_inside(depth):
            table += np.column_stack([pending[depth] for pending in self._pending])[state]
        return np.asarray(table.max(axis=1))


def search(reduced: Reduced, prices: Floats, surplus: Floats, aim: Aim) -> Found:
    """The cheapest choice below the cutoff; `surplus` (d,) is that of the defaults."""
    items = PricedItems(reduced, len(prices))
    pool, gain = _Pool(items, prices), items.most_gain()
    stack, best = [_root(pool, surplus)], _Best(cost=aim.cutoff)
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
        children = _branch(reduced.items[labels.depth], pool, labels, gain, best.cost + aim.spare)
        parts = [part for child in children for part in child.parts(aim.width)]
        count += sum(len(part.cost) for part in parts)
        stack.extend(reversed(parts))
    left = min((float(labels.bound.min()) for labels in stack), default=np.inf)
    return Found(
        taken=best.taken,
        cost=best.cost if best.is_found else np.inf,
        bound=min(left, best.cost),
        labels=count,
        complete=not stack,
    )


def _root(pool: _Pool, surplus: Floats) -> _Labels:
    cost, none = np.zeros(1), np.zeros(1, dtype=np.int64)
    bound = pool.bounds(0, cost, surplus[None, :], none)
    return _Labels(
        depth=0,
        cost=cost,
        surplus=surplus[None, :],
        weight=cost,
        state=none,
        bound=bound,
        parent=none,
        taken=none,
        above=None,
    )


def _climb(items: PricedItems, pool: _Pool, labels: _Labels, target: float) -> None:
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


def _branch(item: Item, pool: _Pool, labels: _Labels, gain: Floats, below: float) -> list[_Labels]:
    """The children that may still beat the best, the most promising first; none or one block of labels."""
    parent, taken = _children(item, labels)
    surplus = labels.surplus[parent] + np.concatenate([item.share, np.zeros((1, item.share.shape[1]))])[taken]
    depth = labels.depth + 1
    alive = np.flatnonzero(np.all(surplus + gain[depth] >= -TOLERANCE, axis=1))
    parent, taken, surplus = parent[alive], taken[alive], surplus[alive]
    cost = labels.cost[parent] + np.append(item.cost, 0.0)[taken]
    state = taken if item.is_state else labels.state[parent]
    bounds = pool.bounds(depth, cost, surplus, state)
    order = np.argsort(bounds, kind="stable")
    order = order[bounds[order] < below]
    weight = labels.weight[parent] + np.append(item.weight, 0.0)[taken]
    children = _Labels(
        depth=depth,
        cost=cost,
        surplus=surplus,
        weight=weight,
        state=state,
        bound=bounds,
        parent=parent,
        taken=taken,
        above=labels,
    )
    return [children.at(order)] if len(order) else []


def _children(item: Item, labels: _Labels) -> tuple[Indices, Indices]:
    """Parent and option of each child; labels whose state does not ask pass on unchanged (-1)."""
    asks: Flags = np.ones(len(labels.cost), dtype=bool) if item.asked is None else item.asked[labels.state]
    rows, skips = np.flatnonzero(asks), np.flatnonzero(~asks)
    parent = np.concatenate([np.repeat(rows, len(item.option)), skips])
    options = np.tile(np.arange(len(item.option)), len(rows))
    return parent, np.concatenate([options, np.full(len(skips), -1)])


def _trace(labels: _Labels, index: int) -> Indices:
    taken = []
    node = labels
    while node.above is not None:
        taken.append(int(node.taken[index]))
        index, node = int(node.parent[index]), node.above
    return np.array(taken[::-1], dtype=np.int64)
