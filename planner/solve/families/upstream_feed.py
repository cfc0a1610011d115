"""Family 11: upstream and downstream."""

from planner.problem import PlanProblem
from planner.problem.upstream_feed import upstream_feed_side
from planner.solve.families.side_rows import side_block
from planner.solve.rows import Columns, Row

__all__ = ["upstream_feed_rows"]


def upstream_feed_rows(problem: PlanProblem, columns: Columns) -> Row:
    """sum of stops[o] * take[i, o] - sum of f[u] * stops[o] * take[u, o] >= - waived[i] for each line i fed by u.

    Symbols: stops[o] share of normal activity that option o stops, f[u] share of the feed of line i that comes from u,
    waived[i] what obligations alone miss; a row holds hundredths of a percent.
    Reference: rule national.together.upstream_feed.
    """
    return side_block(problem, columns, "upstream_feed", upstream_feed_side(problem))
