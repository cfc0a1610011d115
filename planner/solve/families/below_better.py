"""Family 6 at a price, grade order: by how much a cohort is asked for less than a better grade."""

from itertools import combinations

import numpy as np

from planner.problem import NO_INDEX, PlanProblem
from planner.solve.rows import Columns, Row, row_block

__all__ = ["below_better_rows"]


def below_better_rows(problem: PlanProblem, columns: Columns) -> Row:
    """below[w] + sum of z[q] * share[w, q] - sum of z[q] * share[b, q] >= 0 for each cohort w and better grade b.

    Symbols: b, w cohorts of one county and sub-process, the grade of b better; z[q] share of step q, 0..1; share[c, q]
    in {0, 1} the required share of cohort c; below[w] in 0..1 costs price * 100 * days * e[w] yuan, e[w] the
    enterprises of cohort w. No row but where the order has a price.
    Reference: grade principle (national.grade_principle.*); its price is the command staff's own.
    """
    soft, empty = problem.soft, np.zeros(0)
    if soft is None:
        return row_block("below_better", (), (empty, empty), [])
    pairs = np.array([pair for chain in soft.chains() for pair in combinations(chain, 2)], dtype=np.int64).reshape(
        -1, 2
    )
    better, worse = pairs.T
    entries = [(np.arange(len(pairs)), columns.below[worse], np.ones(len(pairs)))]
    for cohort, sign in ((worse, 1.0), (better, -1.0)):
        row, step = np.nonzero((columns.share != NO_INDEX)[cohort])
        entries.append((row, columns.share[cohort[row], step], sign * problem.cohorts.steps[step]))
    names = tuple(
        f"below_better[{soft.label[one]}|{soft.label[two].rpartition('/')[2]}]"
        for one, two in zip(better, worse, strict=True)
    )
    return row_block("below_better", names, (np.zeros(len(names)), np.full(len(names), np.inf)), entries)
