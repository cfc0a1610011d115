"""The linear model of the cost stage: minimise yuan over the rows of all families."""

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
from scipy import sparse

from planner.problem import NO_INDEX, PlanProblem, SideRows
from planner.problem.records import Flags, Floats, Indices
from planner.solve.families import (
    below_better_rows,
    co_disposal_rows,
    cohort_share_rows,
    county_band_rows,
    cut_rows,
    day_cut_rows,
    equal_treatment_rows,
    grade_order_rows,
    heat_first_rows,
    least_change_rows,
    one_option_rows,
    one_step_rows,
    output_first_rows,
    share_rule_rows,
    shared_stack_rows,
    spread_rows,
    supply_floor_rows,
    turn_rows,
    upstream_feed_rows,
    whole_line_rows,
)
from planner.solve.families.side_rows import side_block
from planner.solve.rows import Columns, Row, make_columns, taken_constants

__all__ = ["FAMILIES", "LinearModel", "Row", "build_model", "read_choice"]

SIDE_FAMILIES: tuple[Callable[[PlanProblem, Columns], Row], ...] = (
    heat_first_rows,
    output_first_rows,
    co_disposal_rows,
    supply_floor_rows,
    upstream_feed_rows,
    shared_stack_rows,
    county_band_rows,
)
"""The families that speak in side rows, in the order of problem.side_rows.SIDE_FAMILIES."""

FAMILIES = (
    one_option_rows,
    one_step_rows,
    share_rule_rows,
    whole_line_rows,
    turn_rows,
    equal_treatment_rows,
    grade_order_rows,
    cohort_share_rows,
    spread_rows,
    below_better_rows,
    least_change_rows,
    *SIDE_FAMILIES,
    day_cut_rows,
    cut_rows,
)
"""Every constraint family; side rows and then the cuts stay last: theirs are the last rows of the model."""


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class LinearModel:
    """min cost @ x + offset, lower <= matrix @ x <= upper, 0 <= x <= cap, integer where `is_integer`.

    Attributes:
        cost: (k,) yuan over the episode.
        cap: (k,) upper bounds; those of the shortfall columns say how much of each cut may be missed.
        matrix: (rows, k) CSR.
        blocks: the row blocks in order, for names and goldens.
    """

    columns: Columns
    cost: Floats
    offset: float
    cap: Floats
    is_integer: Flags
    matrix: sparse.csr_array
    lower: Floats
    upper: Floats
    blocks: tuple[Row, ...]

    @property
    def row_names(self) -> tuple[str, ...]:
        """The names of all rows."""
        return tuple(name for block in self.blocks for name in block.names)


def build_model(
    problem: PlanProblem, shortfall_share: Floats | None = None, own: SideRows | None = None
) -> LinearModel:
    """The cost stage of a problem in full, with exact coefficients.

    Args:
        shortfall_share: (5,) share of the base by which each cut row may be missed; None: by nothing.
        own: side rows of a stage, beside those of the problem.
    """
    columns = make_columns(problem)
    blocks = tuple(family(problem, columns) for family in FAMILIES)
    if own is not None:
        blocks = (*blocks[:-1], side_block(problem, columns, "stage", own), blocks[-1])
    cost, used = np.zeros(columns.count), np.flatnonzero(columns.option != NO_INDEX)
    cost[columns.option[used]] = problem.options.cost_yuan[used]
    price, anyway = _change_price(problem, columns)
    cost[columns.changed[columns.changed != NO_INDEX]] = price
    _price_order(problem, columns, cost)
    cap, is_integer = np.ones(columns.count), np.ones(columns.count, dtype=bool)
    cap[columns.shortfall] = 0.0 if shortfall_share is None else shortfall_share
    is_integer[columns.continuous] = False
    return LinearModel(
        columns=columns,
        cost=cost,
        offset=float(problem.options.cost_yuan[taken_constants(columns)].sum()) + price * anyway,
        cap=cap,
        is_integer=is_integer,
        matrix=_stack(blocks, columns.count),
        lower=np.concatenate([block.lower for block in blocks]),
        upper=np.concatenate([block.upper for block in blocks]),
        blocks=blocks,
    )


def read_choice(problem: PlanProblem, columns: Columns, values: Floats) -> Indices:
    """(n,) the options that a 0/1 answer over the full columns takes."""
    chosen = problem.sources.first_option[:-1].copy()
    used = np.flatnonzero(columns.option != NO_INDEX)
    taken = used[values[columns.option[used]] > 0.5]  # noqa: PLR2004 - binary
    chosen[problem.options.source[taken]] = taken
    return chosen


def _change_price(problem: PlanProblem, columns: Columns) -> tuple[float, int]:
    """Yuan that a changed enterprise counts beside the cost, and how many are changed whatever is chosen."""
    order = problem.order_in_force
    price = 0.0 if order is None or order.change_price_yuan is None else order.change_price_yuan
    return price, int((columns.changed == NO_INDEX).sum())


def _price_order(problem: PlanProblem, columns: Columns, cost: Floats) -> None:
    """What spread and below cost where the grade order has a price."""
    soft = problem.soft
    if soft is None:
        return
    rate = soft.yuan_per_share(problem.header.duration_days)
    cost[columns.spread] = rate * soft.weight
    lower = np.flatnonzero(columns.below != NO_INDEX)
    cost[columns.below[lower]] = rate * soft.enterprises[lower]


def _stack(blocks: tuple[Row, ...], width: int) -> sparse.csr_array:
    sizes = np.cumsum([0, *(len(block.names) for block in blocks)])
    row = np.concatenate([block.row + start for block, start in zip(blocks, sizes[:-1], strict=True)])
    column = np.concatenate([block.column for block in blocks])
    value = np.concatenate([block.value for block in blocks])
    return sparse.csr_array((value, (row, column)), shape=(int(sizes[-1]), width))
