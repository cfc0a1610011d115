"""Branch and bound over the items of a reduced city, many thousand partial plans at a time as arrays.

A partial plan (*label*) is told by its cost and surplus, all undecided items at their defaults. At any prices its bound
is that cost, less the prices' worth of its surplus, plus what each undecided item saves at best: one product of arrays
bounds all labels at all prices of a pool, to which the best prices for the most promising label are added as it goes.
Limits are counted in labels and never timed.
"""

from dataclasses import dataclass, field

import numpy as np

from planner.problem.records import Flags, Floats, Indices
from planner.solve.reduced import Item, Reduced

__all__ = ["Found", "Search", "search"]

WIDTH = 2_000
POOL = 24
CLIMBS = 24
TOLERANCE = 2e-8


@dataclass(slots=True, eq=False)
class Labels:
    """Partial plans at one depth; `parent` and `taken` lead back to the choices."""

    depth: int
    cost: Floats
    surplus: Floats
    state: Indices
    above: "Labels | None"
    parent: Indices
    taken: Indices
    least: float = field(default=-np.inf)


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Found:
    """The outcome: the option taken of each item (empty: nothing found), its extra cost, and what is proven.

    Attributes:
        cost: extra yuan over the defaults; inf where nothing was found.
        bound: no choice of these items costs less than the smaller of this and `cost`.
    """

    taken: Indices
    cost: float
    bound: float
    labels: int


class Search:
    """One search; holds the pool of prices and what each undecided tail saves at them."""

    def __init__(self, reduced: Reduced, prices: Floats, surplus: Floats) -> None:
        self.items = reduced.items
        self.last = reduced.last
        self.surplus = surplus
        self.gain = self._gains(len(surplus))
        self.pool = np.zeros((0, len(prices)))
        self.tail = np.zeros((0, len(self.items) + 1))
        self.pending: list[list[Floats]] = []
        self.families = self._families()
        self.flat = _Flat(self.items, self.families)
        self.add(prices)

    def _gains(self, size: int) -> Floats:
        gain = np.zeros((len(self.items) + 1, size))
        for index in range(len(self.items) - 1, -1, -1):
            most = self.items[index].share.max(axis=0)
            gain[index] = gain[index + 1] + (np.maximum(most, 0.0) if self.items[index].asked is not None else most)
        return gain

    def _families(self) -> Indices:
        return np.cumsum(np.append(0, self.last[:-1].astype(np.int64))) if len(self.last) else np.zeros(0, dtype=np.int64)

    def add(self, prices: Floats) -> None:
        """One more set of prices; the least useful leaves a full pool."""
        tail, pending = self.flat.tails(prices)
        if len(self.pool) >= POOL:
            self.pool = np.delete(self.pool, 1, axis=0)
            self.tail = np.delete(self.tail, 1, axis=0)
            del self.pending[1]
        self.pool = np.vstack([self.pool, prices])
        self.tail = np.vstack([self.tail, tail])
        self.pending.append(pending)

    def bounds(self, depth: int, cost: Floats, surplus: Floats, state: Indices) -> Floats:
        """The best bound of each label whose first `depth` items are decided."""
        if depth == len(self.items):
            return cost
        table = cost[:, None] - surplus @ self.pool.T + self.tail[:, depth]
        if depth and not self.last[depth - 1]:
            table += np.column_stack([pending[depth] for pending in self.pending])[state]
        return np.asarray(table.max(axis=1))


class _Flat:
    """All options in one array, for the tails at given prices."""

    def __init__(self, items: tuple[Item, ...], families: Indices) -> None:
        self.items = items
        self.families = families
        self.size = np.array([len(item.option) for item in items], dtype=np.int64)
        self.first = np.concatenate([[0], np.cumsum(self.size)])
        self.cost = np.concatenate([item.cost for item in items] or [np.zeros(0)])
        self.share = np.concatenate([item.share for item in items]) if items else np.zeros((0, 0))
        self.conditional = np.array([item.asked is not None for item in items], dtype=bool)

    def least(self, prices: Floats) -> tuple[Floats, Floats]:
        """Priced cost of all options, conditional savings already inside the states; least of each item."""
        value = self.cost - self.share @ prices
        least = np.minimum.reduceat(value, self.first[:-1])
        if self.conditional.any():
            for index in np.flatnonzero(self.conditional):
                head = self._head(index)
                value[self.first[head] : self.first[head + 1]] += least[index] * self.items[index].asked
            least = np.minimum.reduceat(value, self.first[:-1])
        return value, least

    def _head(self, index: int) -> int:
        while self.conditional[index]:
            index -= 1
        return index

    def tails(self, prices: Floats) -> tuple[Floats, list[Floats]]:
        """(i + 1,) what the items from each depth on save; and within a family what the state's own slots still save."""
        if not self.items:
            return np.zeros(1), [np.zeros(0)]
        _, least = self.least(prices)
        own = np.where(self.conditional, 0.0, least)
        tail = np.concatenate([np.cumsum(own[::-1])[::-1], [0.0]])
        pending = [np.zeros(0)] * (len(self.items) + 1)
        for index in range(len(self.items) - 1, -1, -1):
            if self.conditional[index]:
                later = pending[index + 1] if index + 1 < len(self.items) and self.conditional[index + 1] else 0.0
                pending[index] = least[index] * self.items[index].asked + later
        return tail, pending

    def slope(self, prices: Floats, depth: int) -> tuple[float, Floats]:
        """What the items from a depth on save at these prices, and the share that the savings take."""
        value, least = self.least(prices)
        place = _first_least(value, least, self.first, self.size)
        total, share = 0.0, np.zeros(len(prices))
        open_items = np.arange(depth, len(self.items))
        heads = open_items[~self.conditional[open_items]]
        total = float(least[heads].sum())
        share = self.share[place[heads]].sum(axis=0)
        for index in open_items[self.conditional[open_items]]:
            head = self._head(index)
            if self.items[index].asked[place[head] - self.first[head]]:
                share = share + self.share[place[index]]
        return total, share


def _first_least(value: Floats, least: Floats, first: Indices, size: Indices) -> Indices:
    hits = np.flatnonzero(value == np.repeat(least, size))
    return hits[np.searchsorted(hits, first[:-1])]


def search(reduced: Reduced, prices: Floats, surplus: Floats, cutoff: float, accept: float, limit: int) -> Found:
    """The cheapest choice below the cutoff.

    Args:
        surplus: (d,) of the defaults.
        cutoff: extra cost beyond which nothing is wanted.
        accept: extra cost at which the search may stop at once.
        limit: labels after which it gives up.
    """
    state = Search(reduced, prices, surplus)
    root = Labels(0, np.zeros(1), surplus[None, :].copy(), np.zeros(1, dtype=np.int64), None, np.zeros(1, dtype=np.int64), np.zeros(1, dtype=np.int64))
    root.least = float(state.bounds(0, root.cost, root.surplus, root.state)[0])
    stack, count, best, answer = [root], 0, cutoff, None
    while stack:
        labels = stack.pop()
        if labels.least >= best:
            continue
        if labels.depth == len(state.items):
            index = int(np.argmin(labels.cost))
            best, answer = float(labels.cost[index]), (labels, index)
            if best <= accept:
                break
            continue
        if labels.depth == 0 or state.last[labels.depth - 1]:
            _climb(state, labels, best)
        children = _branch(state, labels, best)
        count += sum(len(child.cost) for child in children)
        stack.extend(reversed(children))
        if count > limit:
            break
    open_bound = min([labels.least for labels in stack], default=np.inf)
    if answer is None:
        return Found(taken=np.zeros(0, dtype=np.int64), cost=np.inf, bound=min(open_bound, cutoff), labels=count)
    return Found(taken=_trace(*answer), cost=best, bound=min(open_bound, best), labels=count)


def _climb(state: Search, labels: Labels, target: float) -> None:
    """Adds the best prices for the most promising label to the pool."""
    bounds = state.bounds(labels.depth, labels.cost, labels.surplus, labels.state)
    index = int(np.argmin(bounds))
    cost, surplus = labels.cost[index], labels.surplus[index]
    at = int(np.argmax(cost - state.pool @ surplus + state.tail[:, labels.depth]))
    prices, best = state.pool[at].copy(), float(bounds[index])
    best_prices, scale = prices.copy(), np.maximum(state.pool[0], 1e-3 * state.pool[0].max(initial=1.0))
    for _ in range(CLIMBS):
        saved, share = state.flat.slope(prices, labels.depth)
        value = float(cost - prices @ surplus + saved)
        if value > best:
            best, best_prices = value, prices.copy()
        if value >= target:
            break
        slope = -(surplus + share) * scale
        size = float(slope @ slope)
        if size <= 0.0:
            break
        prices = np.maximum(prices + 0.7 * (target - value) / size * slope * scale, 0.0)
    if best > bounds[index] + 1e-9:
        state.add(best_prices)


def _branch(state: Search, labels: Labels, best: float) -> list[Labels]:
    """The children that may still beat the best, the most promising first, in parts of bounded width."""
    item = state.items[labels.depth]
    asks = np.ones(len(labels.cost), dtype=bool) if item.asked is None else item.asked[labels.state]
    rows, skips = np.flatnonzero(asks), np.flatnonzero(~asks)
    parent = np.concatenate([np.repeat(rows, len(item.option)), skips])
    taken = np.concatenate([np.tile(np.arange(len(item.option)), len(rows)), np.full(len(skips), -1)])
    cost = labels.cost[parent] + np.append(item.cost, 0.0)[taken]
    surplus = labels.surplus[parent] + np.concatenate([item.share, np.zeros((1, item.share.shape[1]))])[taken]
    own = taken if item.is_state else labels.state[parent]
    depth = labels.depth + 1
    alive = np.all(surplus + state.gain[depth] >= -TOLERANCE, axis=1)
    parent, taken, cost, surplus, own = (part[alive] for part in (parent, taken, cost, surplus, own))
    if not len(cost):
        return []
    bounds = state.bounds(depth, cost, surplus, own)
    order = np.argsort(bounds, kind="stable")
    order = order[bounds[order] < best]
    parts = [order[start : start + WIDTH] for start in range(0, len(order), WIDTH)]
    return [
        Labels(depth, cost[part], surplus[part], own[part], labels, parent[part], taken[part], float(bounds[part[0]]))
        for part in parts
    ]


def _trace(labels: Labels, index: int) -> Indices:
    taken = []
    node: Labels | None = labels
    while node is not None and node.above is not None:
        taken.append(int(node.taken[index]))
        index, node = int(node.parent[index]), node.above
    return np.array(taken[::-1], dtype=np.int64)
