"""Who is left alone, decided again from list and rules for the second check."""

import pandas as pd

from planner.audit.rule_loads import in_scope
from planner.rules import RuleInForce, RulesInForce, Scope
from planner.terms import Level

__all__ = ["left_alone"]

ORDER = {"none": 0, "yellow": 1, "orange": 2, "red": 3}
MOST_DAYS = 365


def left_alone(rows: pd.DataFrame, rules: RulesInForce, level: Level) -> pd.Series:
    """Whether nothing may be ordered: the uncontrolled rest, exempt, white-listed, small, or acting on its own."""
    alone = pd.Series(False, index=rows.index)
    if rules.find("national.standing.white_list"):
        alone |= rows["white_listed"].astype(bool)
    if rules.find("national.standing.small"):
        alone |= _small(rows, rules)
    for rule in rules.rules:
        if rule.rule.scope.level in (None, level) and _leaves_alone(rule):
            alone |= in_scope(rows, rule)
    alone = (alone & ~rows["source_kind"].isin(("fleet", "site"))) | (rows["source_kind"] == "rest")
    if rules.find("national.standing.exempt_by_name"):
        alone |= rows["exempt_through"].map(ORDER) >= ORDER[str(level)]
    return alone


def _leaves_alone(rule: RuleInForce) -> bool:
    """A standing of a grade, industry or kind of plant, or a cell that leaves the firm to itself."""
    if rule.rule.kind == "standing":
        return rule.rule.scope != Scope()
    return rule.rule.kind == "floor" and str(rule.rule.measure) == "self"


def _small(rows: pd.DataFrame, rules: RulesInForce) -> pd.Series:
    limit = rules.find("national.small.annual_kg")
    if limit is None:
        return pd.Series(False, index=rows.index)
    days = rows["operating_days_per_year"].clip(upper=MOST_DAYS)
    yearly = sum(rows[f"{name}_kg_per_day"] * days for name in ("so2", "nox", "pm", "vocs"))
    firms = pd.DataFrame({"firm": rows["enterprise_id"], "kg": yearly, "coal": rows["uses_coal"].astype(int)})
    total = firms.groupby("firm").agg({"kg": "sum", "coal": "max"})
    small = total.index[(total["kg"] <= float(limit.value)) & (total["coal"] == 0)]
    return rows["enterprise_id"].isin(set(small) - {""})
