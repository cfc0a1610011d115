"""Family 5: output first."""

from planner.problem import PlanProblem
from planner.problem.output_first import output_first_side
from planner.solve.families.side_rows import side_block
from planner.solve.rows import Columns, Row

__all__ = ["output_first_rows"]


def output_first_rows(problem: PlanProblem, columns: Columns) -> Row:
    """- sum of w[i] * stops[o] * take[i, o] >= asked[f] - waived[f] - 1 over the lines i of each firm and process f.

    Symbols: w[i] share of the output of f that line i makes, stops[o] share of normal activity that option o stops,
    asked[f] share of the output guaranteed, waived[f] what obligations alone miss of it; hundredths of a percent.
    Reference: rule national.together.output_first.
    """
    return side_block(problem, columns, "output_first", output_first_side(problem))
