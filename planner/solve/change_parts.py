"""The number of changed enterprises as the groups see it: parts of an enterprise, each with a weight of its own.

A *part* is what one group or pattern decides of an enterprise: its lines in one whole-line unit, its sources under one
required share, a loose source. A part is changed where any of its sources is; the enterprise where any part is. With
weights that add up to one over an enterprise's parts, sum of weight * changed part never exceeds the number of changed
enterprises (Lagrange multipliers of `changed enterprise >= changed part`), and equals it where each has one part.
"""

from dataclasses import dataclass, replace

import numpy as np

from planner.plan import ChangeTable
from planner.problem import NO_INDEX, PlanProblem
from planner.problem.records import Flags, Floats, Indices
from planner.solve.blocks import Blocks
from planner.solve.patterns import Patterns

__all__ = ["ChangeParts", "first_weights", "make_parts", "shifted_weights", "with_limit", "with_price"]

LEAST_WEIGHT = 0.02
"""No part weighs nothing: of two answers to a slot the changed one must never pass for as good as the other."""


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class ChangeParts:
    """The parts of a city.

    Attributes:
        table: what counts as a change.
        part: (n,) part of each source; `owner` (k,) whose each part is.
        open: (k,) parts that may be changed or not, of owners that are not changed anyway.
    """

    table: ChangeTable
    part: Indices
    owner: Indices
    open: Flags

    def changed(self, chosen: Indices) -> Flags:
        """(k,) whether each part is changed by these options (n,)."""
        result = np.zeros(len(self.owner), dtype=bool)
        result[self.part[self.table.differs[chosen]]] = True
        return result

    def weigh(self, weights: Floats, chosen: Indices) -> float:
        """The weighted number of changed parts, the unavoidable owners with them."""
        return float(self.table.unavoidable.sum()) + float(weights[self.changed(chosen)].sum())


def make_parts(problem: PlanProblem, blocks: Blocks, table: ChangeTable) -> ChangeParts:
    """The parts as patterns and cohorts of these blocks cut the enterprises up."""
    sources = problem.sources
    bundle = _bundles(problem, blocks.patterns)
    key = np.column_stack([np.full(sources.count, 2), np.arange(sources.count), table.owner])
    follows = (sources.cohort != NO_INDEX) & (sources.unit == NO_INDEX)
    key[follows, :2] = np.column_stack([np.ones(int(follows.sum()), dtype=np.int64), sources.cohort[follows]])
    inside = bundle != NO_INDEX
    key[inside, :2] = np.column_stack([np.zeros(int(inside.sum()), dtype=np.int64), bundle[inside]])
    rows, part = np.unique(key, axis=0, return_inverse=True)
    owner, part = rows[:, 2], part.ravel()
    can = np.zeros(len(owner), dtype=bool)
    can[part[problem.options.source[table.differs]]] = True
    return ChangeParts(table=table, part=part, owner=owner, open=can & ~table.unavoidable[owner])


def first_weights(parts: ChangeParts) -> Floats:
    """(k,) the same weight for all open parts of an owner; 0 for the others."""
    size = np.bincount(parts.owner[parts.open], minlength=len(parts.table.names))
    return np.where(parts.open, 1.0 / np.maximum(size[parts.owner], 1), 0.0)


def shifted_weights(parts: ChangeParts, weights: Floats, chosen: Indices, step: float) -> Floats:
    """(k,) weights moved a `step` (0..1) of the way to those parts of each changed owner that are changed here."""
    hit = parts.changed(chosen) & parts.open
    size = np.bincount(parts.owner[hit], minlength=len(parts.table.names))[parts.owner]
    wanted = np.where(hit, 1.0 / np.maximum(size, 1), 0.0)
    moved = np.where(size > 0, (1.0 - step) * weights + step * wanted, weights)
    raised = np.where(parts.open, np.maximum(moved, LEAST_WEIGHT), 0.0)
    total = np.bincount(parts.owner, weights=raised, minlength=len(parts.table.names))[parts.owner]
    return np.where(parts.open, raised / np.where(total > 0.0, total, 1.0), 0.0)


def with_limit(problem: PlanProblem, blocks: Blocks, parts: ChangeParts, weights: Floats, most: int) -> Blocks:
    """The blocks with one more row: weighted changed parts are at most what `most` leaves beyond the unavoidable."""
    entry, rung = _counts(problem, blocks, parts, weights)
    left = float(most - int(parts.table.unavoidable.sum()))
    return replace(
        blocks,
        need=np.append(blocks.need, -left),
        entry_share=np.column_stack([blocks.entry_share, -entry]),
        rung_share=np.column_stack([blocks.rung_share, -rung]),
    )


def with_price(problem: PlanProblem, blocks: Blocks, parts: ChangeParts, weights: Floats, yuan: float) -> Blocks:
    """The blocks in which each weighted changed part costs so much more."""
    entry, rung = _counts(problem, blocks, parts, weights)
    return replace(
        blocks,
        cost=blocks.cost + yuan * float(parts.table.unavoidable.sum()),
        entry_cost=blocks.entry_cost + yuan * entry,
        rung_cost=blocks.rung_cost + yuan * rung,
    )


def _counts(problem: PlanProblem, blocks: Blocks, parts: ChangeParts, weights: Floats) -> tuple[Floats, Floats]:
    """Weighted changed parts of each entry and of each rung."""
    return _of_patterns(problem, blocks.patterns, parts, weights)[blocks.entry_pattern], _of_rungs(
        problem, blocks, parts, weights
    )


def _of_patterns(problem: PlanProblem, patterns: Patterns, parts: ChangeParts, weights: Floats) -> Floats:
    """(w,) each part once, whatever number of its sources a pattern changes."""
    real = patterns.option != NO_INDEX
    option = np.where(real, patterns.option, 0)
    part = np.where(real, parts.part[problem.options.source[option]], NO_INDEX) if option.size else patterns.option
    hit = real & parts.table.differs[option] if option.size else real
    total = np.zeros(len(patterns.bundle))
    for column in range(patterns.option.shape[1]):
        again = (hit[:, :column] & (part[:, :column] == part[:, [column]])).any(axis=1)
        total += np.where(hit[:, column] & ~again, weights[part[:, column]] if len(weights) else 0.0, 0.0)
    return total


def _of_rungs(problem: PlanProblem, blocks: Blocks, parts: ChangeParts, weights: Floats) -> Floats:
    """(r,) each part once, whatever number of its sources a rung changes."""
    sources, steps = problem.sources, len(problem.cohorts.steps)
    follows = np.flatnonzero((sources.cohort != NO_INDEX) & (sources.unit == NO_INDEX))
    option = sources.step_option[follows]
    place, step = np.nonzero((option != NO_INDEX) & parts.table.differs[option])
    pairs = np.unique(np.column_stack([parts.part[follows[place]], sources.cohort[follows[place]], step]), axis=0)
    cell = pairs[:, 1] * steps + pairs[:, 2]
    table = np.bincount(cell, weights=weights[pairs[:, 0]], minlength=problem.cohorts.count * steps)
    return np.asarray(table[blocks.rung_cohort * steps + blocks.rung_step])


def _bundles(problem: PlanProblem, patterns: Patterns) -> Indices:
    """(n,) the bundle of each source that patterns decide."""
    bundle = np.full(problem.sources.count, NO_INDEX, dtype=np.int64)
    row, column = np.nonzero(patterns.option != NO_INDEX)
    bundle[problem.options.source[patterns.option[row, column]]] = patterns.bundle[row]
    return bundle
