"""Columns and row blocks of the linear model: which number stands for which option, step or shortfall."""

from dataclasses import dataclass

import numpy as np

from planner.problem import NO_INDEX, PlanProblem
from planner.problem.records import Flags, Floats, Indices

__all__ = [
    "CUT_ROWS",
    "SHARE_SCALE",
    "Columns",
    "Row",
    "make_columns",
    "possible_steps",
    "row_block",
    "taken_constants",
]

CUT_ROWS = ("so2", "nox", "pm", "vocs", "so2_nox")
"""The rows of family 4, in the order of their shortfall columns."""

SHARE_SCALE = 1e4
"""Cut rows are held in hundredths of a percent of the base, so that solver tolerances lie far below a kilogram."""


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Columns:
    """Numbering of the columns: options of sources with a choice, then steps of cohorts, then shortfalls.

    Attributes:
        option: (m,) column of each option, NO_INDEX where the source has no choice.
        step: (c, q) column of each permitted step.
        shortfall: (5,) column of each cut row.
    """

    option: Indices
    step: Indices
    shortfall: Indices
    names: tuple[str, ...]

    @property
    def count(self) -> int:
        """Number of columns."""
        return len(self.names)


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Row:
    """A block of rows of one family: lower <= sum of value * column <= upper.

    Attributes:
        names: one a row; `lower`, `upper` the same length.
        row, column, value: coordinates of the coefficients, rows counted inside the block.
    """

    family: str
    names: tuple[str, ...]
    lower: Floats
    upper: Floats
    row: Indices
    column: Indices
    value: Floats


def make_columns(problem: PlanProblem) -> Columns:
    """The columns of a problem; names are `take[source|option]`, `step[cohort|share]`, `short[row]`."""
    choice = np.diff(problem.sources.first_option)[problem.options.source] > 1
    option = np.where(choice, np.cumsum(choice) - 1, NO_INDEX)
    allowed = possible_steps(problem)
    offset = int(choice.sum())
    step = np.where(allowed, np.cumsum(allowed.ravel()).reshape(allowed.shape) - 1 + offset, NO_INDEX)
    offset += int(allowed.sum())
    names = (*_option_names(problem, choice), *_step_names(problem, allowed), *(f"short[{name}]" for name in CUT_ROWS))
    return Columns(
        option=option.astype(np.int64),
        step=step.astype(np.int64),
        shortfall=np.arange(offset, offset + len(CUT_ROWS)),
        names=names,
    )


def row_block(
    family: str,
    names: tuple[str, ...],
    bounds: tuple[Floats, Floats],
    entries: list[tuple[Indices, Indices, Floats]],
) -> Row:
    """A block of rows from (row, column, value) triples, entries without a column left out."""
    row, column, value = (np.concatenate([part[index] for part in entries] or [np.zeros(0)]) for index in range(3))
    real = column != NO_INDEX
    return Row(
        family=family,
        names=names,
        lower=np.asarray(bounds[0], dtype=float),
        upper=np.asarray(bounds[1], dtype=float),
        row=row[real].astype(np.int64),
        column=column[real].astype(np.int64),
        value=value[real].astype(float),
    )


def taken_constants(columns: Columns) -> Indices:
    """The options of sources without a choice: they are taken whatever is decided."""
    return np.flatnonzero(columns.option == NO_INDEX)


def _option_names(problem: PlanProblem, choice: Flags) -> list[str]:
    first, ids = problem.sources.first_option, problem.sources.source_id
    return [
        f"take[{ids[source]}|{option - int(first[source])}]"
        for option, source in zip(np.flatnonzero(choice).tolist(), problem.options.source[choice].tolist(), strict=True)
    ]


def _step_names(problem: PlanProblem, allowed: Flags) -> list[str]:
    cohorts = problem.cohorts
    return [f"step[{cohorts.label[index]}|{cohorts.steps[step]:g}]" for index, step in np.argwhere(allowed)]


def possible_steps(problem: PlanProblem) -> Flags:
    """(c, q) permitted steps at which every source that follows the cohort has an option."""
    sources = problem.sources
    follows = np.flatnonzero((sources.cohort != NO_INDEX) & (sources.unit == NO_INDEX))
    possible = problem.cohorts.allowed.copy()
    np.logical_and.at(possible, sources.cohort[follows], sources.step_option[follows] != NO_INDEX)
    return possible
