"""Family 5, co-disposal: the kilns of the city together keep burning a share of their waste."""

import pandas as pd

from planner.problem.kept_floors import kept_floors, kept_side
from planner.problem.records import PlanProblem
from planner.problem.side_record import SideRows
from planner.problem.side_tables import KeptTable
from planner.rules import RulesInForce

__all__ = ["RULE", "co_disposal_side", "find_co_disposal"]

RULE = "national.together.co_disposal_share"
CITY = "city"


def find_co_disposal(frame: pd.DataFrame, rules: RulesInForce) -> KeptTable | None:
    """One floor: sum of waste[i] * kept[i] >= c * sum of waste[i], over the running kilns that burn waste.

    Symbols: waste[i] t/d of sludge and municipal waste burnt in kiln i (`co_disposal_t_per_day`), kept[i] share of
    normal activity that it keeps, c the city's share (0: off).
    Reference: rule national.together.co_disposal_share; national.standing.guarantee.co_disposal.
    """
    share = rules.number_or(RULE, 0.0)
    waste = frame["co_disposal_t_per_day"].to_numpy(dtype=float)
    return kept_floors(waste, share * waste, pd.Series(CITY, index=frame.index), RULE) if share > 0.0 else None


def co_disposal_side(problem: PlanProblem) -> SideRows:
    """The row of the family."""
    return kept_side(problem, "co_disposal", problem.side.co_disposal if problem.side else None)
