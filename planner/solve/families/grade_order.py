"""Family 6, grade order: a worse grade's required share is never below a better one's."""

import numpy as np

from planner.problem import PlanProblem
from planner.problem.records import Indices
from planner.solve.rows import Columns, Row, row_block

__all__ = ["grade_order_rows", "neighbours"]


def grade_order_rows(problem: PlanProblem, columns: Columns) -> Row:
    """sum of step[worse, q'] over q' >= q >= sum of step[better, q'] over q' >= q, for neighbours and every step q > 0.

    Symbols: better, worse: cohorts of neighbouring grades in one county and sub-process.
    Reference: grade principle (national.grade_principle.*): B limits, C halts lines, D halts.
    """
    better, worse = neighbours(problem)
    steps = len(problem.cohorts.steps)
    entries = []
    for pair in range(len(better)):
        for step in range(1, steps):
            row = pair * (steps - 1) + step - 1
            for cohort, sign in ((worse[pair], 1.0), (better[pair], -1.0)):
                column = columns.step[cohort, step:]
                entries.append((np.full(len(column), row), column, np.full(len(column), sign)))
    names = tuple(
        f"grade_order[{problem.cohorts.label[one]}|{problem.cohorts.label[two].rpartition('/')[2]}|{share:g}]"
        for one, two in zip(better, worse, strict=True)
        for share in problem.cohorts.steps[1:]
    )
    return row_block("grade_order", names, (np.zeros(len(names)), np.full(len(names), np.inf)), entries)


def neighbours(problem: PlanProblem) -> tuple[Indices, Indices]:
    """Cohorts of one group that follow each other in rank: the better ones, the worse ones."""
    cohorts = problem.cohorts
    order = np.lexsort((cohorts.rank, cohorts.group))
    together = cohorts.group[order[1:]] == cohorts.group[order[:-1]]
    return order[:-1][together], order[1:][together]
