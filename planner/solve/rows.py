"""Columns and row blocks of the linear model: which number stands for which option, step or shortfall."""

from dataclasses import dataclass

import numpy as np

from planner.plan.changes import change_table
from planner.problem import NO_INDEX, PlanProblem
from planner.problem.records import Flags, Floats, Indices

__all__ = [
    "CUT_ROWS",
    "SHARE_SCALE",
    "Columns",
    "Row",
    "cut_names",
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
    """Numbering of the columns: options of sources with a choice, steps of cohorts, changed enterprises, shortfalls.

    Attributes:
        option: (m,) column of each option, NO_INDEX where the source has no choice.
        step: (c, q) column of each permitted step.
        changed: (e,) column of each enterprise that a limit or price of changes counts, NO_INDEX where it is changed
            anyway; empty without such.
        share: (c, q) column of each permitted share of a cohort, `spread` (k,) of each part's distance from it, `below`
            (c,) of what a cohort lies below a better grade, NO_INDEX for the best; empty but at a price of the order.
        shortfall: (5,) column of each cut row, by day (5 D,) where there are days.
    """

    option: Indices
    step: Indices
    changed: Indices
    share: Indices
    spread: Indices
    below: Indices
    shortfall: Indices
    names: tuple[str, ...]

    @property
    def continuous(self) -> Indices:
        """The columns that are no yes or no; they stand last."""
        return np.concatenate([self.spread, self.below[self.below != NO_INDEX], self.shortfall])

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
    changed, owners = changed_columns(problem, offset)
    share, spread, below, priced = priced_columns(problem, offset + len(owners))
    offset += len(owners) + len(priced)
    cuts = cut_names(problem)
    names = (*_option_names(problem, choice), *_step_names(problem, allowed), *owners, *priced)
    return Columns(
        option=option.astype(np.int64),
        step=step.astype(np.int64),
        changed=changed,
        share=share,
        spread=spread,
        below=below,
        shortfall=np.arange(offset, offset + len(cuts)),
        names=(*names, *(f"short[{name}]" for name in cuts)),
    )


def changed_columns(problem: PlanProblem, first: int) -> tuple[Indices, tuple[str, ...]]:
    """(e,) columns from `first` on of the enterprises that may be changed or not, and their names."""
    if problem.order_in_force is None or not problem.order_in_force.binds:
        return np.zeros(0, dtype=np.int64), ()
    table = change_table(problem)
    counted = ~table.unavoidable
    column = np.where(counted, np.cumsum(counted) - 1 + first, NO_INDEX)
    return column.astype(np.int64), tuple(f"changed[{table.names[index]}]" for index in np.flatnonzero(counted))


def priced_columns(problem: PlanProblem, first: int) -> tuple[Indices, Indices, Indices, tuple[str, ...]]:
    """Columns from `first` on of shares, spreads and what lies below a better grade, and their names."""
    soft, none = problem.soft, np.zeros(0, dtype=np.int64)
    if soft is None:
        return none.reshape(0, len(problem.cohorts.steps)), none, none, ()
    share = np.where(soft.allowed, np.cumsum(soft.allowed.ravel()).reshape(soft.allowed.shape) - 1 + first, NO_INDEX)
    first += int(soft.allowed.sum())
    spread = np.arange(first, first + problem.cohorts.count)
    worse = np.zeros(soft.count, dtype=bool)
    worse[[cohort for chain in soft.chains() for cohort in chain[1:]]] = True
    below = np.where(worse, np.cumsum(worse) - 1 + first + len(spread), NO_INDEX)
    steps = problem.cohorts.steps
    names = (
        *(f"share[{soft.label[cohort]}|{steps[step]:g}]" for cohort, step in np.argwhere(soft.allowed)),
        *(f"spread[{label}]" for label in problem.cohorts.label),
        *(f"below[{soft.label[cohort]}]" for cohort in np.flatnonzero(worse).tolist()),
    )
    return share, spread, below, names


def cut_names(problem: PlanProblem) -> tuple[str, ...]:
    """The names of the cut rows, on each day where the episode is looked at day by day: days count from 1."""
    if problem.days is None:
        return CUT_ROWS
    return tuple(f"{name}|{day + 1}" for day in range(problem.days.count) for name in CUT_ROWS)


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
    cohorts, forms = problem.cohorts, problem.days.step_form if problem.days else np.zeros(0, dtype=np.int64)
    days = [("", "|first_days", "|in_turn")[form] for form in forms.tolist()] or [""] * len(cohorts.steps)
    return [f"step[{cohorts.label[index]}|{cohorts.steps[step]:g}{days[step]}]" for index, step in np.argwhere(allowed)]


def possible_steps(problem: PlanProblem) -> Flags:
    """(c, q) permitted steps at which every source that follows the cohort has an option."""
    sources = problem.sources
    follows = np.flatnonzero((sources.cohort != NO_INDEX) & (sources.unit == NO_INDEX))
    possible = problem.cohorts.allowed.copy()
    np.logical_and.at(possible, sources.cohort[follows], sources.step_option[follows] != NO_INDEX)
    return possible
