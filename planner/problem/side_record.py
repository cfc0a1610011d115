"""One shape for linear rows over the options, and how a row over stopped shares is written in it."""

from dataclasses import dataclass

import numpy as np

from planner.problem.records import Floats, Indices, PlanProblem

__all__ = ["SideRows", "join_rows", "no_rows", "of_stopped_share", "options_of", "starts_of"]


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


def no_rows() -> SideRows:
    """What a family says whose table is not there."""
    none = np.zeros(0, dtype=np.int64)
    return SideRows(family=(), label=(), need=np.zeros(0), row=none, option=none, value=np.zeros(0))


def join_rows(*parts: SideRows) -> SideRows:
    """The rows of several parts in one, in their order."""
    start = np.cumsum([0, *(part.count for part in parts)])
    moved = [part.row + first for part, first in zip(parts, start[:-1], strict=True)]
    none = np.zeros(0, dtype=np.int64)
    return SideRows(
        family=tuple(name for part in parts for name in part.family),
        label=tuple(name for part in parts for name in part.label),
        need=np.concatenate([np.zeros(0), *(part.need for part in parts)]),
        row=np.concatenate([none, *moved]),
        option=np.concatenate([none, *(part.option for part in parts)]),
        value=np.concatenate([np.zeros(0), *(part.value for part in parts)]),
    )


def starts_of(first: Indices) -> Indices:
    """The row of each entry of a table whose row r spans first[r]:first[r + 1]."""
    return np.repeat(np.arange(len(first) - 1), np.diff(first))


def of_stopped_share(
    problem: PlanProblem, row: Indices, source: Indices, weight: Floats
) -> tuple[Indices, Indices, Floats]:
    """(row, option, value) of rows over sources: a source counts by its weight times the share of it that stops."""
    entry, option = options_of(problem, source)
    value = weight[entry] * (1.0 - problem.options.kept_share[option])
    real = value != 0.0
    return row[entry][real], option[real], value[real]


def options_of(problem: PlanProblem, source: Indices) -> tuple[Indices, Indices]:
    """(position in `source`, option) of every option of these sources."""
    first = problem.sources.first_option
    size = first[source + 1] - first[source]
    place = np.arange(int(size.sum())) - np.repeat(np.cumsum(size) - size, size)
    return np.repeat(np.arange(len(source)), size), place + np.repeat(first[source], size)
