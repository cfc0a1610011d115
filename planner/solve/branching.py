"""Branching on what the linear relaxation splits: the last word where many rows bind, such as tight county bands.

A few oversized answers (a group's state, a large line) make the relaxation weak; once each is decided its bound is
near the best plan. So the node of least bound is split on the item whose fractions move the rows most, in yuan at the
duals, into what moves less and what moves more. A node whose fractions move next to nothing, or with few options left,
goes to HiGHS as an integer program. Plans come from dives: the heavier half again and again, then a program of the
options of least reduced cost. Bounds are evaluated from the duals in plain arithmetic; nodes are counted, never timed.
"""

import heapq
from collections.abc import Callable
from dataclasses import dataclass, replace

import numpy as np

from planner.problem.records import Floats, Indices
from planner.solve.mathopt_edge import Program, solve_program
from planner.solve.node_relaxing import Node, Relaxer
from planner.solve.settings import SolveSettings

__all__ = ["Branched", "Branching", "branch"]

MOST_NODES, DIVE_EVERY, DEEPEST = 1_500, 16, 30
LEAF_COLUMNS, DIVE_COLUMNS = 200, 20
LEAF_PART, DIVE_PART = 5.0, 10.0
"""Yuan that fractions move, as parts of the gap, below which a node is a leaf or a dive deep enough."""

LEAF_GAP, DIVE_GAP, CLOSE = 0.5, 0.2, 0.97
LEAF_NODES, DIVE_NODES = 200, 60
TAKEN = 1e-6

Keeps = Callable[[Floats], bool]


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Branched:
    """The best 0/1 answer (None: none found) and its cost; no answer of the program costs less than `bound`."""

    values: Floats | None
    cost: float
    bound: float


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Branching:
    """What is branched over: each item takes one option, then come the cut rows.

    Attributes:
        share: (k, d) of each option in the cut rows; `owner` (k,) its item.
    """

    program: Program
    share: Floats
    owner: Indices


def branch(
    question: Branching, settings: SolveSettings, limit: float, keeps: Keeps, stopped: Callable[[], bool]
) -> Branched:
    """The cheapest answer within the gap, as far as the counted nodes go.

    Args:
        limit: cost from which on nothing is wanted.
        keeps: whether an answer meets the rows in exact sums.
    """
    tree = _Tree(question, settings, limit, keeps)
    tree.open(tree.relaxer.root())
    for turn in range(MOST_NODES):
        node = tree.next()
        if node is None or stopped():
            break
        if turn % DIVE_EVERY == 0:
            tree.dive(node)
        tree.split(node)
    return tree.outcome()


class _Tree:
    """Nodes still open, the least bound of those given up, and the best plan so far."""

    def __init__(self, question: Branching, settings: SolveSettings, limit: float, keeps: Keeps) -> None:
        self._program, self._settings, self._outside, self._keeps = question.program, settings, limit, keeps
        self._base = question.program.offset
        self.relaxer = Relaxer(question.program, question.share, question.owner)
        self._nodes: list[tuple[float, int, Node]] = []
        self._count, self._floor = 0, np.inf
        self._values: Floats | None = None
        self._cost = np.inf

    @property
    def limit(self) -> float:
        """The bound from which on a node needs no further look."""
        enough = self._cost - CLOSE * self._settings.gap * max(1.0, self._cost) if self._cost < np.inf else np.inf
        return min(self._outside, enough)

    def open(self, node: Node | None) -> None:
        """One more node, unless nothing in it is wanted; None: there is none."""
        if node is None:
            return
        if node.bound >= self.limit:
            self._floor = min(self._floor, node.bound)
            return
        heapq.heappush(self._nodes, (node.bound, self._count, node))
        self._count += 1

    def next(self) -> Node | None:
        """The node of least bound, without what no wanted plan takes; None where all is proven."""
        if not self._nodes or self._nodes[0][0] >= self.limit:
            return None
        return self._fixed(heapq.heappop(self._nodes)[2])

    def split(self, node: Node) -> None:
        """The node as two, or its integer program where little is left."""
        fraction = self.relaxer.fraction(node)
        if node.left <= LEAF_COLUMNS or fraction.moves < LEAF_PART * self._unit:
            node = replace(node, bound=max(node.bound, self._solve(node, LEAF_GAP, LEAF_NODES)))
            if node.bound >= self.limit or fraction.moves <= TAKEN * self._unit:
                self._floor = min(self._floor, node.bound)
                return
        for half in self.relaxer.halves(node, fraction):
            self.open(half)

    def dive(self, node: Node) -> None:
        """A plan from the heavier halves below a node."""
        for _ in range(DEEPEST):
            fraction = self.relaxer.fraction(node)
            if fraction.moves < DIVE_PART * self._unit:
                break
            halves = (half for half in self.relaxer.halves(node, fraction) if half is not None)
            below = next((half for half in halves if half.bound < self.limit), None)
            if below is None:
                break
            node = self._fixed(below)
        extra = np.flatnonzero((node.high > 0.0) & (node.values <= TAKEN))
        near = extra[np.argsort(np.abs(node.reduced_cost[extra]), kind="stable")[: DIVE_COLUMNS * len(node.duals)]]
        high = np.where(node.values > TAKEN, 1.0, 0.0)
        high[near] = 1.0
        if self._values is not None:
            high = np.maximum(high, np.minimum(self._values, node.high))
        self._solve(replace(node, high=high), DIVE_GAP, DIVE_NODES)

    def outcome(self) -> Branched:
        """What is known so far."""
        bound = min(self._outside, self._floor, self._cost, *(item[0] for item in self._nodes[:1]))
        return Branched(values=self._values, cost=self._cost, bound=bound)

    @property
    def _unit(self) -> float:
        return max(self._settings.gap * abs(self._base), 1e-9)

    def _fixed(self, node: Node) -> Node:
        """Options whose reduced cost leaves no room below the limit are fixed."""
        room = self.limit - node.bound
        high = np.where((node.reduced_cost > room) & (node.low == 0.0), 0.0, node.high)
        low = np.where((-node.reduced_cost > room) & (node.high == 1.0), 1.0, node.low)
        return replace(node, low=low, high=high)

    def _solve(self, node: Node, part: float, nodes: int) -> float:
        """The integer program of a node: its bound; a better plan is kept."""
        kept = self.relaxer.part(node.low, node.high)
        if kept is None:
            return np.inf
        columns, program, _ = kept
        gap = part * self._settings.gap
        answer = solve_program(program, gap=gap, seed=self._settings.seed, node_limit=nodes)
        if answer.feasible:
            values = np.zeros(len(node.low))
            values[columns] = np.round(answer.values)
            self._take(values)
        return np.inf if answer.infeasible else answer.bound

    def _take(self, values: Floats) -> None:
        cost = float(self._program.cost @ values + self._program.offset)
        if cost < self._cost and self._keeps(values):
            self._values, self._cost = values, cost
