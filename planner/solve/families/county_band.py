"""Family 8: county balance."""

from planner.problem import PlanProblem
from planner.problem.county_band import county_band_side
from planner.solve.families.side_rows import side_block
from planner.solve.rows import Columns, Row

__all__ = ["county_band_rows"]


def county_band_rows(problem: PlanProblem, columns: Columns) -> Row:
    """s * sum of (v[i] / V - in[i] * v[i] / V[c]) * stops[o] * take[i, o] >= - band - waived for each county side.

    Symbols: s 1 above the city and -1 below; v[i] yuan/d of value added of line i, V of the city, V[c] of the county c,
    in[i] 1 for its lines; stops[o] share of normal activity that option o stops; a row holds hundredths of a percent.
    Reference: rules national.together.county_band.above and .below.
    """
    return side_block(problem, columns, "county_band", county_band_side(problem))
