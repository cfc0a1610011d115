"""Family 5: co-disposal."""

from planner.problem import PlanProblem
from planner.problem.co_disposal import co_disposal_side
from planner.solve.families.side_rows import side_block
from planner.solve.rows import Columns, Row

__all__ = ["co_disposal_rows"]


def co_disposal_rows(problem: PlanProblem, columns: Columns) -> Row:
    """- sum of w[i] * stops[o] * take[i, o] >= asked - waived - 1 over the kilns i of the city.

    Symbols: w[i] share of the city's co-disposed waste that kiln i burns, stops[o] share of normal activity that option
    o stops, asked the share that goes on being burnt, waived what obligations alone miss; hundredths of a percent.
    Reference: rule national.together.co_disposal_share.
    """
    return side_block(problem, columns, "co_disposal", co_disposal_side(problem))
