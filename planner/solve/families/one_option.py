"""Family 1: exactly one option a source, exactly one required share a cohort."""

import numpy as np

from planner.problem import NO_INDEX, PlanProblem
from planner.solve.rows import Columns, Row, row_block

__all__ = ["one_option_rows", "one_step_rows"]


def one_option_rows(problem: PlanProblem, columns: Columns) -> Row:
    """sum over the options o of source i of take[i, o] = 1, for every source i with a choice.

    Symbols: take[i, o] in {0, 1} (no unit).
    Reference: design.md family 1; one plant, one policy (一厂一策), measures down to the line.
    """
    used = np.flatnonzero(columns.option != NO_INDEX)
    sources, row = np.unique(problem.options.source[used], return_inverse=True)
    names = tuple(f"one_option[{problem.sources.source_id[index]}]" for index in sources)
    ones = np.ones(len(names))
    return row_block("one_option", names, (ones, ones), [(row, columns.option[used], np.ones(len(used)))])


def one_step_rows(problem: PlanProblem, columns: Columns) -> Row:
    """sum over the permitted steps q of step[c, q] = 1, for every cohort c.

    Symbols: step[c, q] in {0, 1}: the required share of cohort c is that of step q.
    Reference: equal treatment inside one county, sub-process and grade (同一区域、同一行业、同等绩效水平).
    """
    row, step = np.nonzero(columns.step != NO_INDEX)
    names = tuple(f"one_step[{label}]" for label in problem.cohorts.label)
    ones = np.ones(len(names))
    return row_block("one_step", names, (ones, ones), [(row, columns.step[row, step], np.ones(len(row)))])
