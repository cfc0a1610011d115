"""The families that speak in side rows, as row blocks: one block a family, rows in hundredths of a percent."""

import numpy as np

from planner.problem import PlanProblem, SideRows
from planner.solve.rows import SHARE_SCALE, Columns, Row, row_block, taken_constants

__all__ = ["side_block"]


def side_block(problem: PlanProblem, columns: Columns, family: str, rows: SideRows) -> Row:
    """The rows `family[label]`; options that are not up for choice count on the right-hand side."""
    fixed = np.zeros(problem.options.count, dtype=bool)
    fixed[taken_constants(columns)] = True
    still = fixed[rows.option]
    already = np.bincount(rows.row[still], weights=rows.value[still], minlength=rows.count)
    names = tuple(f"{family}[{label}]" for label in rows.label)
    entries = [(rows.row[~still], columns.option[rows.option[~still]], rows.value[~still] * SHARE_SCALE)]
    return row_block(family, names, ((rows.need - already) * SHARE_SCALE, np.full(rows.count, np.inf)), entries)
