"""The grade principle as a check on what firms have filed: B limits, C halts at least a line, D halts all it can."""

import numpy as np
import pandas as pd

from planner.errors import Finding, Place, Severity, finding
from planner.inventory import Inventory
from planner.problem.build import counted_rows
from planner.problem.records import Flags
from planner.problem.scopes import matching_rules, scope_mask
from planner.problem.standing import find_standings
from planner.rules import RuleInForce, RulesInForce
from planner.terms import Level, Measure, SourceKind, Standing

__all__ = ["check_filed_measures"]


def check_filed_measures(inventory: Inventory, rules: RulesInForce, level: Level) -> tuple[Finding, ...]:
    """A warning for every firm whose filed measures at the level fall short of its grade's principle.

    Reference: rules of kind `principle`.
    """
    frame = counted_rows(inventory)
    ordered = find_standings(frame, rules, level).standing == str(Standing.ORDERABLE)
    firms = np.isin(frame["source_kind"], [SourceKind.LINE, SourceKind.BOILER]) & ordered
    found: list[Finding] = []
    for rule in matching_rules(rules, "principle", level):
        short = _firms_short(frame[firms & scope_mask(frame, rule)], rule, level)
        found += [_finding(inventory.file, row, level) for row in short.itertuples(index=False)]
    return tuple(found)


def _firms_short(lines: pd.DataFrame, rule: RuleInForce, level: Level) -> pd.DataFrame:
    """The first line of every firm that files less than the principle asks."""
    meets = _meets(lines, rule, level)
    firm = lines["enterprise_id"]
    joined = pd.Series(meets, index=lines.index).groupby(firm)
    holds = joined.transform("all") if rule.rule.measure is Measure.HALT else joined.transform("any")
    return lines[~holds.to_numpy(dtype=bool)].drop_duplicates("enterprise_id")


def _meets(lines: pd.DataFrame, rule: RuleInForce, level: Level) -> Flags:
    """A line that cannot stop meets a halt by any limit: that is the way the rules leave it."""
    kept = lines[f"{level}_kept_share"].to_numpy()
    if rule.rule.measure is Measure.LIMIT:
        return np.asarray(kept < 1.0)
    return np.where(lines["can_stop"].to_numpy(dtype=bool), kept <= 0.0, kept < 1.0)


def _finding(file: str, row: object, level: Level) -> Finding:
    values = {name: getattr(row, name) for name in ("enterprise_name", "grade", "list_row", "list_sheet")}
    place = Place(file=file, sheet=str(values["list_sheet"]), row=int(values["list_row"]), column=f"{level}_measure")
    return finding(
        "plan.filed_below_principle",
        Severity.WARNING,
        place,
        value=values["enterprise_name"],
        grade=values["grade"],
        level=level,
    )
