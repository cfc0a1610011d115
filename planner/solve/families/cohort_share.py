"""Family 6 at a price, the reading: one required share a cohort, against which its enterprises are compared."""

import numpy as np

from planner.problem import NO_INDEX, PlanProblem
from planner.solve.rows import Columns, Row, row_block

__all__ = ["cohort_share_rows"]


def cohort_share_rows(problem: PlanProblem, columns: Columns) -> Row:
    """sum over the permitted steps q of share[c, q] = 1, for every cohort c of equal grade. No row but at a price.

    Symbols: share[c, q] in {0, 1}: the required share of cohort c is read as that of step q.
    Reference: equal treatment inside one county, sub-process and grade (同一区域、同一行业、同等绩效水平).
    """
    soft, empty = problem.soft, np.zeros(0)
    if soft is None:
        return row_block("cohort_share", (), (empty, empty), [])
    row, step = np.nonzero(columns.share != NO_INDEX)
    ones = np.ones(soft.count)
    names = tuple(f"cohort_share[{label}]" for label in soft.label)
    return row_block("cohort_share", names, (ones, ones), [(row, columns.share[row, step], np.ones(len(row)))])
