"""Partial plans of a search (*labels*) as arrays, and the best finished one."""

from dataclasses import dataclass, field, replace

import numpy as np

from planner.problem.records import Flags, Floats, Indices
from planner.solve.aims import Aim
from planner.solve.reduced import Item

__all__ = ["TOLERANCE", "Best", "Labels", "children_of", "root_labels"]

FEN_PER_YUAN = 100.0
TOLERANCE = 2e-8
"""In 0.01 % of the base: twice what counts as met, so that the exact sums decide whatever lies between."""


@dataclass(slots=True, kw_only=True, eq=False)
class Labels:
    """Partial plans at one depth; `parent` (in `above`) and `taken` lead back to the choices."""

    depth: int
    cost: Floats
    surplus: Floats
    weight: Floats
    state: Indices
    bound: Floats
    parent: Indices
    taken: Indices
    above: "Labels | None"

    def at(self, which: Indices) -> "Labels":
        """Only these labels."""
        columns = ("cost", "surplus", "weight", "state", "bound", "parent", "taken")
        return replace(self, **{name: getattr(self, name)[which] for name in columns})

    def below(self, limit: float) -> "Labels":
        """Those whose bound lies below the limit, the most promising first."""
        order = np.argsort(self.bound, kind="stable")
        return self.at(order[self.bound[order] < limit])

    def parts(self, width: int) -> "list[Labels]":
        """The labels in their order, at most `width` at a time."""
        count = len(self.cost)
        if 0 < count <= width:
            return [self]
        return [self.at(np.arange(start, min(start + width, count))) for start in range(0, count, width)]


@dataclass(slots=True, kw_only=True, eq=False)
class Best:
    """The best finished plan so far; until one is found `cost` is the cutoff."""

    cost: float
    weight: float = np.inf
    taken: Indices = field(default_factory=lambda: np.zeros(0, dtype=np.int64))
    is_found: bool = False

    def is_enough(self, aim: Aim) -> bool:
        """Whether a plan was found with which the search may stop."""
        return self.is_found and self.cost <= aim.accept

    def take(self, labels: "Labels", aim: Aim) -> None:
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


def root_labels(surplus: Floats) -> Labels:
    """The one label of which nothing is decided yet."""
    cost, none = np.zeros(1), np.zeros(1, dtype=np.int64)
    return Labels(
        depth=0,
        cost=cost,
        surplus=surplus[None, :],
        weight=cost,
        state=none,
        bound=np.full(1, -np.inf),
        parent=none,
        taken=none,
        above=None,
    )


def children_of(item: Item, labels: Labels, gain: Floats) -> Labels:
    """Every way on from the labels by the options of their next item that may still meet the cuts; bounds are old.

    Args:
        gain: (d,) the most share that the items behind this one can add.
    """
    parent, taken = _each_option(item, labels)
    surplus = labels.surplus[parent] + np.concatenate([item.share, np.zeros((1, item.share.shape[1]))])[taken]
    alive = np.flatnonzero(np.all(surplus + gain >= -TOLERANCE, axis=1))
    parent, taken, surplus = parent[alive], taken[alive], surplus[alive]
    return Labels(
        depth=labels.depth + 1,
        cost=labels.cost[parent] + np.append(item.cost, 0.0)[taken],
        surplus=surplus,
        weight=labels.weight[parent] + np.append(item.weight, 0.0)[taken],
        state=taken if item.is_state else labels.state[parent],
        bound=labels.bound[parent],
        parent=parent,
        taken=taken,
        above=labels,
    )


def _each_option(item: Item, labels: Labels) -> tuple[Indices, Indices]:
    """Parent and option of each child; labels whose state does not ask pass on unchanged (-1)."""
    asks: Flags = np.ones(len(labels.cost), dtype=bool) if item.asked is None else item.asked[labels.state]
    rows, skips = np.flatnonzero(asks), np.flatnonzero(~asks)
    parent = np.concatenate([np.repeat(rows, len(item.option)), skips])
    options = np.tile(np.arange(len(item.option)), len(rows))
    return parent, np.concatenate([options, np.full(len(skips), -1)])


def _trace(labels: Labels, index: int) -> Indices:
    taken = []
    node = labels
    while node.above is not None:
        taken.append(int(node.taken[index]))
        index, node = int(node.parent[index]), node.above
    return np.array(taken[::-1], dtype=np.int64)
