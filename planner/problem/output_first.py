"""Family 5, output first: the lines of a process of a firm together keep the output that is guaranteed."""

import numpy as np
import pandas as pd

from planner.problem.kept_floors import kept_floors, kept_side
from planner.problem.records import PlanProblem
from planner.problem.side_record import SideRows
from planner.problem.side_tables import KeptTable
from planner.rules import RulesInForce

__all__ = ["RULE", "find_output_first", "output_first_side"]

RULE = "national.together.output_first"


def find_output_first(frame: pd.DataFrame, rules: RulesInForce) -> KeptTable | None:
    """One floor a firm and process: sum of output[i] * kept[i] >= sum of due[i], over its running lines.

    Symbols: output[i] t/d of line i (`actual_output_t_per_day`), kept[i] share of normal activity that it keeps, due[i]
    t/d that the firm must deliver of it (`guaranteed_output_t_per_day`). None where the rule is off.
    Reference: rule national.together.output_first; guarantee of output (以量定产), national.standing.guarantee.output.
    """
    if not rules.is_on(RULE):
        return None
    output = frame["actual_output_t_per_day"].to_numpy(dtype=float)
    firm = frame["enterprise_id"].astype(str)
    process = firm + "/" + frame["key_industry"].astype(str) + "/" + frame["sub_process"].astype(str)
    due = frame["guaranteed_output_t_per_day"].to_numpy(dtype=float)
    return kept_floors(np.where(firm != "", output, 0.0), due, process, RULE)


def output_first_side(problem: PlanProblem) -> SideRows:
    """The rows of the family, one a firm and process."""
    return kept_side(problem, "output_first", problem.side.output_first if problem.side else None)
