"""What the rules leave of each row's load, reckoned again for the second check, row by row of the list."""

import pandas as pd

from planner.rules import RuleInForce

__all__ = ["LOADS", "allowed_load", "in_scope"]

LOADS = (
    "limit",
    "halt",
    "hold_hot",
    "coking_time",
    "heats_per_day",
    "lowest_day",
    "cycle",
    "chambers_stop",
)
"""Measures on the load of single lines; shares of an enterprise's lines are counted in `line_shares`."""


def in_scope(rows: pd.DataFrame, rule: RuleInForce) -> pd.Series:
    """Whether a row is of the rule's industry, process and grade and meets its conditions."""
    scope = rule.rule.scope
    inside = pd.Series(True, index=rows.index)
    for column, wanted in (("key_industry", scope.industry), ("sub_process", scope.sub_process)):
        inside &= (rows[column] == wanted) | (wanted == "")
    if scope.industry_code:
        inside &= rows["industry_code"].str.startswith(scope.industry_code)
    for bound in scope.conditions:
        number = rows[bound.column]
        inside &= number.notna()
        if bound.at_least is not None:
            inside &= number >= bound.at_least
        if bound.below is not None:
            inside &= number < bound.below
    return inside & ((rows["grade"] == str(scope.grade)) | (scope.grade is None))


def allowed_load(rows: pd.DataFrame, rule: RuleInForce) -> pd.Series:
    """The share of normal activity that the rule leaves; 1 where the row lacks the number it needs."""
    value, measure = float(rule.value), str(rule.rule.measure)
    if measure == "coking_time":
        return _ratio(rows["coking_hours"], value)
    if measure == "heats_per_day":
        return _ratio(value, rows["heats_per_day"])
    if measure == "lowest_day":
        return _ratio(rows["lowest_output_t_per_day"], rows["actual_output_t_per_day"])
    if measure == "cycle":
        on = rule.dated.hours_on or 0.0
        return pd.Series(on / (on + value), index=rows.index)
    left = pd.Series(1.0 - value, index=rows.index)
    if rule.rule.basis != "load":
        return left
    outputs = rows[["capacity_t_per_day", "permit_capacity_t_per_day", "actual_output_t_per_day"]]
    return left * _ratio(outputs.where(outputs > 0.0).min(axis=1), rows["actual_output_t_per_day"])


def _ratio(part: pd.Series | float, whole: pd.Series | float) -> pd.Series:
    """part / whole, at most 1, and 1 where either is not on record or zero."""
    ratio = pd.Series(part / whole)
    return ratio.where(ratio > 0.0, 1.0).fillna(1.0).clip(upper=1.0)
