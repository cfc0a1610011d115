"""The linear relaxation at a node of a branching, and how a node is split."""

from dataclasses import dataclass, replace

import numpy as np
from scipy import sparse

from planner.problem.records import Flags, Floats, Indices
from planner.solve.mathopt_edge import Program, solve_program

__all__ = ["Fraction", "Node", "Relaxer"]

TINY = 1e-9


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Node:
    """Options still open between `low` and `high` (k,), with the answer of their relaxation.

    Attributes:
        bound: yuan, valid whatever the solver's tolerances were; `duals` (d,) of the cut rows, none below 0.
    """

    bound: float
    low: Floats
    high: Floats
    values: Floats
    reduced_cost: Floats
    duals: Floats

    @property
    def left(self) -> int:
        """How many options are neither taken for good nor left out."""
        return int(((self.high > 0.0) & (self.low < 1.0)).sum())


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Fraction:
    """The item whose fractions move the rows most: its options, which of them move less, and yuan moved in all."""

    options: Indices
    less: Flags
    moves: float


class Relaxer:
    """Relaxations of one program; `share` (k, d) in the cut rows, its last ones, and `owner` (k,) the items."""

    def __init__(self, program: Program, share: Floats, owner: Indices, seed: int = 1) -> None:
        self._program, self._share, self._owner, self._seed = program, share, owner, seed
        self._by_column = sparse.csc_array(program.matrix)
        self._items = program.matrix.shape[0] - share.shape[1]

    def root(self) -> Node | None:
        """The whole program; None where it has no answer."""
        return self.relax(self._program.low, self._program.high, -np.inf)

    def part(self, low: Floats, high: Floats) -> tuple[Indices, Program, Indices] | None:
        """Columns, program and rows of what is open; None where some row cannot be met any more."""
        columns = np.flatnonzero(high > 0.0)
        matrix = sparse.csr_array(self._by_column[:, columns])
        filled = np.diff(matrix.indptr) > 0
        if np.any(self._program.lower[~filled] > TINY):
            return None
        rows, whole = np.flatnonzero(filled), self._program
        program = Program(
            cost=whole.cost[columns],
            offset=whole.offset,
            low=low[columns],
            high=high[columns],
            is_integer=whole.is_integer[columns],
            matrix=sparse.csr_array(matrix[rows]),
            lower=whole.lower[rows],
            upper=whole.upper[rows],
        )
        return columns, program, rows

    def relax(self, low: Floats, high: Floats, least: float) -> Node | None:
        """The node of these limits, its bound never below `least`; None where nothing is left in it."""
        kept = self.part(low, high)
        if kept is None:
            return None
        columns, program, rows = kept
        loose = replace(program, is_integer=np.zeros(len(columns), dtype=bool))
        answer = solve_program(loose, gap=0.0, seed=self._seed, node_limit=0)
        if answer.infeasible:
            return None
        duals, values = np.zeros(self._by_column.shape[0]), np.zeros(len(low))
        if len(answer.duals):
            duals[rows], values[columns] = answer.duals, answer.values
        duals[self._items :] = np.maximum(duals[self._items :], 0.0)
        reduced = self._program.cost - np.asarray(self._by_column.T @ duals)
        bound = self._program.offset + float((duals * self._program.lower).sum())
        bound += float(np.minimum(reduced * low, reduced * high).sum())
        cut = duals[self._items :]
        return Node(bound=max(bound, least), low=low, high=high, values=values, reduced_cost=reduced, duals=cut)

    def fraction(self, node: Node) -> Fraction:
        """The item to be split: the fractions of its options times how far each lies from their mean, at the duals."""
        worth, items = self._share * node.duals, self._items
        total = np.maximum(np.bincount(self._owner, weights=node.values, minlength=items), TINY)
        means = [np.bincount(self._owner, weights=node.values * column, minlength=items) / total for column in worth.T]
        moved = node.values[:, None] * np.abs(worth - np.stack(means, axis=1)[self._owner])
        of_items = np.bincount(self._owner, weights=moved.sum(axis=1), minlength=items)
        item = int(np.argmax(of_items))
        options = np.flatnonzero(self._owner == item)
        row = int(np.argmax(moved[options].sum(axis=0)))
        return Fraction(options=options, less=worth[options, row] <= means[row][item], moves=float(of_items[item]))

    def halves(self, node: Node, fraction: Fraction) -> tuple[Node | None, Node | None]:
        """The node with one half of the item's options and with the other, the heavier first."""
        heavy = (
            node.values[fraction.options[fraction.less]].sum() >= node.values[fraction.options[~fraction.less]].sum()
        )
        first = fraction.less if heavy else ~fraction.less
        return self._without(node, fraction.options[~first]), self._without(node, fraction.options[first])

    def _without(self, node: Node, options: Indices) -> Node | None:
        if np.any(node.low[options] > 0.0):
            return None
        high = node.high.copy()
        high[options] = 0.0
        return self.relax(node.low, high, node.bound)
