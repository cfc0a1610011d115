"""Family 5: heat first."""

from planner.problem import PlanProblem
from planner.problem.heat_first import heat_first_side
from planner.solve.families.side_rows import side_block
from planner.solve.rows import Columns, Row

__all__ = ["heat_first_rows"]


def heat_first_rows(problem: PlanProblem, columns: Columns) -> Row:
    """- sum of w[i] * stops[o] * take[i, o] >= asked[a] - waived[a] - 1 over the heat lines i of each area a.

    Symbols: w[i] share of the area's heat that line i gives, stops[o] share of normal activity that option o stops,
    asked[a] share of the heat that is needed, waived[a] what obligations alone miss of it; hundredths of a percent.
    Reference: rule national.together.heat_first.
    """
    return side_block(problem, columns, "heat_first", heat_first_side(problem))
