"""Family 6 at a price, equal treatment: by how much a part of a firm is asked for another share than its cohort."""

import numpy as np

from planner.problem import NO_INDEX, PlanProblem
from planner.solve.rows import Columns, Row, row_block

__all__ = ["spread_rows"]


def spread_rows(problem: PlanProblem, columns: Columns) -> Row:
    """spread[k] - s * (sum of z[q] * step[k, q] - sum of z[q] * share[c(k), q]) >= 0 for each part k and s = 1, -1.

    Symbols: z[q] share of step q, 0..1; step[k, q] in {0, 1} the own required share of part k, share[c, q] that of its
    cohort; spread[k] in 0..1 costs price * 100 * days * w[k] yuan, w[k] the part's share of its enterprise's lines.
    No row but where the order has a price.
    Reference: equal treatment inside one county, sub-process and grade; its price is the command staff's own.
    """
    soft, empty = problem.soft, np.zeros(0)
    if soft is None:
        return row_block("spread", (), (empty, empty), [])
    count, steps = problem.cohorts.count, problem.cohorts.steps
    part, own = np.nonzero(columns.step != NO_INDEX)
    follower, read = np.nonzero((columns.share != NO_INDEX)[soft.cohort])
    column = columns.share[soft.cohort[follower], read]
    entries = [(np.arange(2 * count), np.tile(columns.spread, 2), np.ones(2 * count))]
    for side, sign in enumerate((-1.0, 1.0)):
        entries.append((part + side * count, columns.step[part, own], sign * steps[own]))
        entries.append((follower + side * count, column, -sign * steps[read]))
    labels = problem.cohorts.label
    names = (*(f"spread_more[{label}]" for label in labels), *(f"spread_less[{label}]" for label in labels))
    return row_block("spread", names, (np.zeros(2 * count), np.full(2 * count, np.inf)), entries)
