"""What undecided items save at given prices, for any depth of a search."""

import numpy as np
from scipy import sparse

from planner.problem.records import Flags, Floats, Indices
from planner.solve.items_left import ItemsLeft
from planner.solve.reduced import Reduced

__all__ = ["PricedItems"]


class PricedItems:
    """All options of all items in one array. A slot that only some states ask counts inside those states."""

    def __init__(self, reduced: Reduced, cuts: int) -> None:
        items = reduced.items
        size = np.array([len(item.option) for item in items], dtype=np.int64)
        self._items, self._size = items, size
        self._first = np.concatenate([[0], np.cumsum(size)])
        self._cost = np.concatenate([*(item.cost for item in items), np.zeros(0)])
        self._share = np.concatenate([*(item.share for item in items), np.zeros((0, cuts))])
        asked = np.array([item.asked is not None for item in items], dtype=bool)
        self._inner = np.flatnonzero(asked)
        self._outer = np.flatnonzero(~asked)
        self._is_inner = np.append(asked, False)
        self._head = self._heads(asked)
        self._asking_option, self._asking_inner = self._askers()
        pairs = (np.ones(len(self._asking_inner)), (self._asking_option, self._asking_inner))
        self._asks = sparse.csr_array(pairs, shape=(len(self._cost), len(items)))

    @property
    def count(self) -> int:
        """Number of items."""
        return len(self._items)

    def is_inside(self, depth: int) -> bool:
        """Whether the item at this depth belongs to the state decided before it."""
        return bool(self._is_inner[depth])

    def most_gain(self) -> Floats:
        """(i + 1, d) the most share that the items from each depth on can add to their defaults."""
        most = [
            item.share.max(axis=0) if item.asked is None else np.maximum(item.share.max(axis=0), 0.0)
            for item in self._items
        ]
        table = np.array([*most, np.zeros(self._share.shape[1])])
        return np.asarray(np.cumsum(table[::-1], axis=0)[::-1])

    def tail(self, prices: Floats) -> Floats:
        """(i + 1,) what the items from each depth on save, those of a state begun before left out."""
        _, least = self._least(prices)
        own = np.append(np.where(self._is_inner[:-1], 0.0, least), 0.0)
        return np.asarray(np.cumsum(own[::-1])[::-1])

    def pending(self, prices: Floats) -> dict[int, Floats]:
        """For each depth inside a family, what the slots from there on save, (k,) by the state that was taken."""
        _, least = self._least(prices)
        result: dict[int, Floats] = {}
        for index in self._inner[::-1].tolist():
            asked = self._items[index].asked
            later = result[index + 1] if self._is_inner[index + 1] else 0.0
            result[index] = least[index] * np.asarray(asked) + later
        return result

    def slope(self, prices: Floats, depth: int) -> tuple[float, Floats]:
        """What the items from a depth on save, and the share that goes with it."""
        value, least = self._least(prices)
        hits = np.flatnonzero(value == np.repeat(least, self._size))
        place = hits[np.searchsorted(hits, self._first[:-1])]
        heads = self._outer[np.searchsorted(self._outer, depth) :]
        share = self._share[place[heads]].sum(axis=0)
        asking = (self._asking_option == place[self._head[self._asking_inner]]) & (self._asking_inner >= depth)
        inner = self._asking_inner[asking]
        return float(least[heads].sum()), share + self._share[place[inner]].sum(axis=0)

    def from_depth(self, depth: int) -> "ItemsLeft":
        """The items from a head on, to be priced many times."""
        start, heads = self._first[depth], self._outer[np.searchsorted(self._outer, depth) :]
        pairs = slice(int(np.searchsorted(self._asking_inner, depth)), None)
        return ItemsLeft(
            cost=self._cost[start:],
            share=self._share[start:],
            first=self._first[depth:-1] - start,
            size=self._size[depth:],
            heads=heads - depth,
            asks=self._asks[start:, depth:],
            asking_option=self._asking_option[pairs] - start,
            asking_inner=self._asking_inner[pairs] - depth,
            asking_head=self._head[self._asking_inner[pairs]] - depth,
        )

    def options_from(self, depth: int) -> int:
        """Number of options of the items from a depth on."""
        return int(self._first[-1] - self._first[depth])

    def family(self, depth: int) -> list[Flags]:
        """Of each slot inside the family whose head stands at this depth, which states ask it."""
        inside: list[Flags] = []
        while self._is_inner[depth + 1 + len(inside)]:
            inside.append(np.asarray(self._items[depth + 1 + len(inside)].asked, dtype=bool))
        return inside

    def _least(self, prices: Floats) -> tuple[Floats, Floats]:
        value = self._cost - self._share @ prices
        least = np.minimum.reduceat(value, self._first[:-1])
        if len(self._inner):
            np.add.at(value, self._asking_option, least[self._asking_inner])
            least = np.minimum.reduceat(value, self._first[:-1])
        return value, least

    def _heads(self, asked: np.ndarray) -> Indices:
        place = np.where(asked, 0, np.arange(len(asked)))
        return np.maximum.accumulate(place) if len(place) else place

    def _askers(self) -> tuple[Indices, Indices]:
        """Pairs of a state's option, in the flat array, and a slot that it asks."""
        options, inner = [np.zeros(0, dtype=np.int64)], [np.zeros(0, dtype=np.int64)]
        for index in self._inner.tolist():
            states = np.flatnonzero(np.asarray(self._items[index].asked))
            options.append(self._first[self._head[index]] + states)
            inner.append(np.full(len(states), index))
        return np.concatenate(options), np.concatenate(inner)
