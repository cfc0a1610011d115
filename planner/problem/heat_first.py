"""Family 5, heat first: the heat lines of a heating area, or else of a county, together keep its heat load."""

import numpy as np
import pandas as pd

from planner.problem.kept_floors import kept_floors, kept_side
from planner.problem.records import PlanProblem
from planner.problem.side_record import SideRows
from planner.problem.side_tables import KeptTable
from planner.rules import RulesInForce

__all__ = ["RULE", "find_heat_first", "heat_first_side"]

RULE = "national.together.heat_first"


def find_heat_first(frame: pd.DataFrame, rules: RulesInForce) -> KeptTable | None:
    """One floor an area: sum of heat[i] * kept[i] >= sum of heat[i] * load[i], over its running heat lines.

    Symbols: heat[i] GJ/d that line i gives on a normal day (`heat_supply_gj_per_day`), kept[i] share of normal activity
    that it keeps, load[i] share of its heat that is needed (`heat_load_share`). None where the rule is off.
    Reference: rule national.together.heat_first; guarantee of heat (以热定产), national.standing.guarantee.heat.
    """
    if not rules.is_on(RULE):
        return None
    heat = frame["heat_supply_gj_per_day"].to_numpy(dtype=float)
    load = frame["heat_load_share"].to_numpy(dtype=float)
    area = frame["heat_area"].where(frame["heat_area"] != "", frame["county_code"])
    return kept_floors(heat, np.nan_to_num(heat) * np.nan_to_num(load), area, RULE)


def heat_first_side(problem: PlanProblem) -> SideRows:
    """The rows of the family, one an area."""
    return kept_side(problem, "heat_first", problem.side.heat_first if problem.side else None)
