"""Family 8, supply floors: of an industry's normal output in the city at least a share keeps running."""

import numpy as np
import pandas as pd

from planner.problem.kept_floors import join_floors, kept_floors, kept_side
from planner.problem.records import Floats, PlanProblem
from planner.problem.scopes import matching_rules, scope_mask
from planner.problem.side_record import SideRows
from planner.problem.side_tables import KeptTable
from planner.rules import RulesInForce
from planner.terms import Level, SourceKind

__all__ = ["KIND", "find_supply_floors", "supply_floor_side"]

KIND = "supply"
FIRM_KINDS = (SourceKind.LINE, SourceKind.BOILER)


def find_supply_floors(frame: pd.DataFrame, rules: RulesInForce, level: Level) -> KeptTable | None:
    """One floor a rule: sum of output[i] * kept[i] >= a * sum of output[i], over the running lines in its scope.

    Symbols: output[i] t/d of line i (`actual_output_t_per_day`, else `capacity_t_per_day`), kept[i] share of normal
    activity that it keeps, a the rule's share. None where no such rule is in force.
    Reference: rules of kind `supply`, which a city writes for its own industries; there is no national one.
    """
    output, firms = _output(frame), np.isin(frame["source_kind"], FIRM_KINDS)
    parts = []
    for rule in matching_rules(rules, KIND, level):
        inside = np.where(firms & scope_mask(frame, rule), output, 0.0)
        name = pd.Series(rule.id, index=frame.index)
        found = kept_floors(inside, float(rule.value) * inside, name, rule.id)
        parts += [found] if found is not None else []
    return join_floors(parts)


def supply_floor_side(problem: PlanProblem) -> SideRows:
    """The rows of the family, one a rule."""
    return kept_side(problem, "supply_floor", problem.side.supply_floor if problem.side else None)


def _output(frame: pd.DataFrame) -> Floats:
    actual = np.nan_to_num(frame["actual_output_t_per_day"].to_numpy(dtype=float))
    capacity = np.nan_to_num(frame["capacity_t_per_day"].to_numpy(dtype=float))
    return np.asarray(np.where(actual > 0.0, actual, capacity), dtype=float)
