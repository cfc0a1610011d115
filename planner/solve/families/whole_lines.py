"""Family 6, whole lines: an enterprise with several lines halts as many as its cohort's required share rounds up to."""

import numpy as np

from planner.problem import NO_INDEX, PlanProblem
from planner.solve.rows import Columns, Row, row_block, taken_constants

__all__ = ["whole_line_rows"]


def whole_line_rows(problem: PlanProblem, columns: Columns) -> Row:
    """sum of hmin[u, q] step[c(u), q] <= halted lines of unit u <= sum of hmax[u, q] step[c(u), q].

    Symbols: hmin, hmax whole lines at required share q, floors included (they differ only where an enterprise share
    rule by capacity leaves the number open).
    Reference: national.lines.whole_line_rounding (shares of lines are rounded up to whole lines).
    """
    units, count = problem.units, problem.units.count
    member = np.flatnonzero(problem.options.halts & (problem.sources.unit != NO_INDEX)[problem.options.source])
    unit = problem.sources.unit[problem.options.source[member]]
    fixed = np.isin(member, taken_constants(columns))
    already = np.bincount(unit[fixed], minlength=count).astype(float)
    row, step = np.nonzero((columns.step != NO_INDEX)[units.cohort])
    column = columns.step[units.cohort[row], step]
    halted = (unit, columns.option[member], np.ones(len(member)))
    least = (row, column, -units.halts_min[row, step].astype(float))
    most = (row + count, column, -units.halts_max[row, step].astype(float))
    names = (*(f"lines_min[{label}]" for label in units.label), *(f"lines_max[{label}]" for label in units.label))
    infinite = np.full(count, np.inf)
    bounds = (np.concatenate([-already, -infinite]), np.concatenate([infinite, -already]))
    shifted = (halted[0] + count, halted[1], halted[2])
    return row_block("whole_lines", names, bounds, [halted, least, shifted, most])
