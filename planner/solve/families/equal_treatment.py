"""Family 6, equal grade: sources that lower their load take the option of their cohort's required share."""

import numpy as np

from planner.problem import NO_INDEX, PlanProblem
from planner.solve.rows import Columns, Row, row_block

__all__ = ["equal_treatment_rows", "linked_options"]


def equal_treatment_rows(problem: PlanProblem, columns: Columns) -> Row:
    """take[i, o] = sum of step[c(i), q] over the steps q at which source i takes option o.

    Symbols: c(i) the cohort of source i; all in {0, 1}.
    Reference: equal treatment inside one county, sub-process and grade; a technical limit clips what a step asks.
    """
    options = linked_options(problem, columns)
    position = np.full(problem.options.count, NO_INDEX, dtype=np.int64)
    position[options] = np.arange(len(options))
    source, step = np.nonzero(problem.sources.step_option != NO_INDEX)
    row = position[problem.sources.step_option[source, step]]
    column = columns.step[problem.sources.cohort[source], step]
    real = (row != NO_INDEX) & (column != NO_INDEX)
    first = problem.sources.first_option
    names = tuple(
        f"equal_treatment[{problem.sources.source_id[index]}|{option - int(first[index])}]"
        for option, index in zip(options.tolist(), problem.options.source[options].tolist(), strict=True)
    )
    entries = [
        (np.arange(len(options)), columns.option[options], np.ones(len(options))),
        (row[real], column[real], -np.ones(int(real.sum()))),
    ]
    return row_block("equal_treatment", names, (np.zeros(len(names)), np.zeros(len(names))), entries)


def linked_options(problem: PlanProblem, columns: Columns) -> np.ndarray:
    """Options, up for choice, of the sources that follow their cohort's required share."""
    follows = (problem.sources.cohort != NO_INDEX) & (problem.sources.unit == NO_INDEX)
    return np.flatnonzero(follows[problem.options.source] & (columns.option != NO_INDEX))
