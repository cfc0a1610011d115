"""Linear rows beside the cuts: what several sources owe together, whichever family asks for it.

A family keeps its own table in PlanProblem and says here what that table means: rows over the options, each a share
(no unit), `sum of value * take[option] >= need`. Whoever builds such a table widens a need that the obligations alone
already miss (and tells so by a finding): taking the first option of every source always keeps the rows, so that no
family makes a plan impossible by itself.
"""

from collections.abc import Callable
from dataclasses import dataclass
from math import fsum

import numpy as np

from planner.problem.records import SHARE_TOLERANCE, Floats, Indices, PlanProblem

__all__ = ["SIDE_FAMILIES", "SideRows", "no_rows", "of_stopped_share", "side_missing", "side_rows"]


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class SideRows:
    """k rows, sum of value * take[option] >= need.

    Attributes:
        family, label: (k,) the family of each row and its name inside it.
        need: (k,) share, no unit; negative for an upper bound (both sides negated).
        row, option, value: coordinates of the coefficients, options without one left out.
    """

    family: tuple[str, ...]
    label: tuple[str, ...]
    need: Floats
    row: Indices
    option: Indices
    value: Floats

    @property
    def count(self) -> int:
        """Number of rows k."""
        return len(self.label)


SIDE_FAMILIES: tuple[Callable[[PlanProblem], SideRows], ...] = ()
"""The families that speak in side rows, in the order of their rows in the model."""


def side_rows(problem: PlanProblem) -> SideRows:
    """The rows of all families."""
    parts = [no_rows(), *(family(problem) for family in SIDE_FAMILIES)]
    start = np.cumsum([0, *(part.count for part in parts)])
    return SideRows(
        family=tuple(name for part in parts for name in part.family),
        label=tuple(name for part in parts for name in part.label),
        need=np.concatenate([part.need for part in parts]),
        row=np.concatenate([part.row + first for part, first in zip(parts, start[:-1], strict=True)]),
        option=np.concatenate([part.option for part in parts]),
        value=np.concatenate([part.value for part in parts]),
    )


def no_rows() -> SideRows:
    """What a family says whose table is not there."""
    none = np.zeros(0, dtype=np.int64)
    return SideRows(family=(), label=(), need=np.zeros(0), row=none, option=none, value=np.zeros(0))


def of_stopped_share(
    problem: PlanProblem, row: Indices, source: Indices, weight: Floats
) -> tuple[Indices, Indices, Floats]:
    """(row, option, value) of rows over sources: a source counts by its weight times the share of it that stops."""
    first, stopped = problem.sources.first_option, 1.0 - problem.options.kept_share
    size = first[source + 1] - first[source]
    place = np.arange(int(size.sum())) - np.repeat(np.cumsum(size) - size, size)
    option = place + np.repeat(first[source], size)
    value = np.repeat(weight, size) * stopped[option]
    real = value != 0.0
    return np.repeat(row, size)[real], option[real], value[real]


def side_missing(rows: SideRows, chosen: Indices, options: int) -> Floats:
    """(k,) by how much the chosen options miss each row, in exact sums; 0 where it is kept.

    Args:
        chosen: (n,) option index of each source.
        options: number of options m.
    """
    taken = np.zeros(options, dtype=bool)
    taken[chosen] = True
    hit = taken[rows.option]
    reached = [fsum(rows.value[hit & (rows.row == index)].tolist()) for index in range(rows.count)]
    short = rows.need - np.array(reached, dtype=float).reshape(rows.count)
    return np.where(short > SHARE_TOLERANCE, short, 0.0)
