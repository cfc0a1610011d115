"""The cuts as the search sees them: only the rows that could be missed, in hundredths of a percent.

Side rows (balances, supply floors, couplings) stand behind the cuts and are searched in the very same way: a price on
each. The cuts are shares of the base, side rows shares of what their family says.
"""

from dataclasses import dataclass

import numpy as np

from planner.problem import PlanProblem, SideRows
from planner.problem.records import Floats, Indices
from planner.solve.families.day_cuts import cut_shares, cut_targets
from planner.solve.rows import SHARE_SCALE

__all__ = ["Cuts", "binding_cuts", "binding_side"]

MOST_ROWS = 64


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Cuts:
    """The d rows that some plan would miss.

    Attributes:
        target: (d,) least reduction less what may be missed, or need of a side row; `option_share` (m, d) of each
            option; both in 0.01 %.
    """

    target: Floats
    option_share: Floats


def binding_cuts(problem: PlanProblem, shortfall_share: Floats, side: SideRows) -> Cuts | None:
    """The rows that the least of every menu does not meet by itself; None where they are too many to be priced."""
    share = cut_shares(problem)
    target = cut_targets(problem) - shortfall_share
    cut = _missable(problem, share, target)
    cut = cut if problem.days is None else _undominated(share, target, cut)
    row = binding_side(problem, side)
    if len(cut) + len(row) > MOST_ROWS:
        return None
    values = np.concatenate([share[:, cut], _columns(problem, side, row)], axis=1)
    return Cuts(target=np.append(target[cut], side.need[row]) * SHARE_SCALE, option_share=values * SHARE_SCALE)


def binding_side(problem: PlanProblem, side: SideRows) -> Indices:
    """The side rows that some choice of options would miss, as they stand behind the cuts."""
    return np.flatnonzero(side.need - _least_of_side(problem, side) > 0.0)


def _missable(problem: PlanProblem, share: Floats, target: Floats) -> Indices:
    first = problem.sources.first_option[:-1]
    least = np.minimum.reduceat(share, first, axis=0).sum(axis=0) if len(first) else np.zeros(len(target))
    return np.flatnonzero(target - least > 0.0)


def _undominated(share: Floats, target: Floats, rows: Indices) -> Indices:
    """The rows that no other implies: one that asks as much and to which every option gives no more; of equals one.

    Most days of an episode are alike, and on the first ones less is real than on those that follow.
    """
    left: list[int] = []
    for row in rows.tolist():
        if not any(_implies(share, target, other, row) for other in left):
            left = [*(other for other in left if not _implies(share, target, row, other)), row]
    return np.array(left, dtype=np.int64)


def _implies(share: Floats, target: Floats, one: int, other: int) -> bool:
    """Whether every plan that keeps the one row keeps the other too."""
    return bool(target[one] >= target[other] and np.all(share[:, one] <= share[:, other]))


def _least_of_side(problem: PlanProblem, side: SideRows) -> Floats:
    """(k,) the least that each side row can come to; an option that a row does not name counts nothing there."""
    sources, size = problem.sources.count, np.diff(problem.sources.first_option)
    key = side.row * sources + problem.options.source[side.option]
    cell, place, named = np.unique(key, return_inverse=True, return_counts=True)
    least = np.full(len(cell), np.inf)
    np.minimum.at(least, place, side.value)
    least = np.where(named < size[cell % sources] if sources else False, np.minimum(least, 0.0), least)
    return np.asarray(np.bincount(cell // max(sources, 1), weights=least, minlength=side.count), dtype=float)


def _columns(problem: PlanProblem, side: SideRows, row: Indices) -> Floats:
    """(m, len(row)) the coefficients of these side rows."""
    table = np.zeros((problem.options.count, len(row)))
    place = np.full(side.count, -1, dtype=np.int64)
    place[row] = np.arange(len(row))
    real = place[side.row] >= 0
    np.add.at(table, (side.option[real], place[side.row[real]]), side.value[real])
    return table
