"""Linear rows beside the cuts: what several sources owe together, whichever family asks for it.

A family keeps its own table in PlanProblem and says here what that table means: rows over the options, each a share
(no unit), `sum of value * take[option] >= need`. Whoever builds such a table widens a need that the obligations alone
already miss (and tells so by a finding): taking the first option of every source always keeps the rows, so that no
family makes a plan impossible by itself.
"""

from collections.abc import Callable
from math import fsum

import numpy as np

from planner.problem.co_disposal import co_disposal_side
from planner.problem.county_band import county_band_side
from planner.problem.heat_first import heat_first_side
from planner.problem.output_first import output_first_side
from planner.problem.records import SHARE_TOLERANCE, Floats, Indices, PlanProblem
from planner.problem.shared_stack import shared_stack_side
from planner.problem.side_record import SideRows, join_rows
from planner.problem.supply_floor import supply_floor_side
from planner.problem.upstream_feed import upstream_feed_side

__all__ = ["SIDE_FAMILIES", "side_missing", "side_rows"]

NEARLY = 1e-9
"""A row that rounding cannot turn from kept to missed is judged without the exact sum."""

SIDE_FAMILIES: tuple[Callable[[PlanProblem], SideRows], ...] = (
    heat_first_side,
    output_first_side,
    co_disposal_side,
    supply_floor_side,
    upstream_feed_side,
    shared_stack_side,
    county_band_side,
)
"""The families that speak in side rows, in the order of their rows in the model."""


def side_rows(problem: PlanProblem) -> SideRows:
    """The rows of all families."""
    return join_rows(*(family(problem) for family in SIDE_FAMILIES))


def side_missing(rows: SideRows, chosen: Indices, options: int) -> Floats:
    """(k,) by how much the chosen options miss each row; 0 where it is kept, which exact sums decide.

    Args:
        chosen: (n,) option index of each source.
        options: number of options m.
    """
    taken = np.zeros(options, dtype=bool)
    taken[chosen] = True
    hit = np.flatnonzero(taken[rows.option])
    row, value = rows.row[hit], rows.value[hit]
    short = rows.need - np.bincount(row, weights=value, minlength=rows.count)
    for index in np.flatnonzero(np.abs(short) < NEARLY).tolist():
        short[index] = rows.need[index] - fsum(value[row == index].tolist())
    return np.where(short > SHARE_TOLERANCE, short, 0.0)
