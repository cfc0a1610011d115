"""Family 11: shared stacks."""

from planner.problem import PlanProblem
from planner.problem.shared_stack import shared_stack_side
from planner.solve.families.side_rows import side_block
from planner.solve.rows import Columns, Row

__all__ = ["shared_stack_rows"]


def shared_stack_rows(problem: PlanProblem, columns: Columns) -> Row:
    """least[a] * halts[i] - sum of w[j] * stops[o] * take[j, o] >= least[a] - 1 - waived[i] for each line i of a.

    Symbols: w[j] share of the unit's normal load that line j on it brings, halts[i] sum of take[i, o] over options that
    leave line i nothing, stops[o] share of normal activity that option o stops, least[a] share of its load below which
    the unit does not work, waived[i] what obligations alone miss; hundredths of a percent.
    Reference: rule national.together.shared_stack.
    """
    return side_block(problem, columns, "shared_stack", shared_stack_side(problem))
