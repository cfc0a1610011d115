"""Family 8: supply floors of an industry."""

from planner.problem import PlanProblem
from planner.problem.supply_floor import supply_floor_side
from planner.solve.families.side_rows import side_block
from planner.solve.rows import Columns, Row

__all__ = ["supply_floor_rows"]


def supply_floor_rows(problem: PlanProblem, columns: Columns) -> Row:
    """- sum of w[i] * stops[o] * take[i, o] >= asked[r] - waived[r] - 1 over the lines i in the scope of each rule r.

    Symbols: w[i] share of the output in the scope of r that line i makes, stops[o] share of normal activity that option
    o stops, asked[r] the rule's share, waived[r] what obligations alone miss of it; hundredths of a percent.
    Reference: rules of kind `supply`, a city's own.
    """
    return side_block(problem, columns, "supply_floor", supply_floor_side(problem))
