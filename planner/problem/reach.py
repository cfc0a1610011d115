"""Which sources of a list a rule speaks of, at whatever level: for telling whom a change of the law touches."""

import numpy as np
import pandas as pd

from planner.problem.floors import HAULAGE
from planner.problem.records import Flags
from planner.problem.scopes import scope_mask
from planner.problem.standing import find_standings
from planner.rules import RuleInForce, RulesInForce
from planner.terms import LEVELS, SourceKind

__all__ = ["WHOLE_CITY", "rule_reach"]

WHOLE_CITY = frozenset({"parameter"})
"""Kinds whose rules speak of no source: what they change, they change for the whole city."""


def rule_reach(frame: pd.DataFrame, rules: RulesInForce, rule: RuleInForce) -> Flags:
    """(n,) the controlled sources in a rule's scope; for parameters all of them.

    A standing without a grade reaches whoever stands on it at any level, a duty of haulage who has the vehicles.

    Args:
        frame: counted rows of a list.
        rules: the rules among which `rule` is in force.
    """
    controlled = np.asarray(frame["source_kind"] != SourceKind.REST)
    if rule.rule.kind in WHOLE_CITY:
        return controlled
    if rule.rule.kind == "standing" and rule.rule.scope.grade is None:
        return controlled & _stands_on(frame, rules, rule.id)
    return controlled & scope_mask(frame, rule) & _has_the_traffic(frame, rules, rule)


def _stands_on(frame: pd.DataFrame, rules: RulesInForce, rule_id: str) -> Flags:
    named = [np.asarray(find_standings(frame, rules, level).citation == rule_id) for level in LEVELS]
    return np.asarray(np.logical_or.reduce(named))


def _has_the_traffic(frame: pd.DataFrame, rules: RulesInForce, rule: RuleInForce) -> Flags:
    limit = rules.find("national.transport.bulk_vehicles_per_day")
    general = not (rule.rule.scope.industry or rule.rule.scope.sub_process)
    if limit is None or rule.rule.kind != "duty" or not general or rule.rule.measure not in HAULAGE:
        return np.ones(len(frame), dtype=bool)
    return np.asarray((frame["enterprise_id"] != "") & (frame["vehicles_per_day"] > float(limit.value)))
