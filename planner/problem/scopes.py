"""Which rules hold at a level, and which sources a rule speaks of."""

from collections.abc import Iterator

import numpy as np
import pandas as pd

from planner.problem.records import Flags, Floats
from planner.rules import Condition, RuleInForce, RulesInForce
from planner.terms import Level

__all__ = ["matching_rules", "scope_mask"]


def matching_rules(rules: RulesInForce, kind: str, level: Level) -> Iterator[RuleInForce]:
    """Rules of a kind that hold at the level, those without a level included."""
    return (item for item in rules.of_kind(kind) if item.rule.scope.level in (None, level))


def scope_mask(frame: pd.DataFrame, rule: RuleInForce) -> Flags:
    """(n,) the sources that a rule's industry, process, grade, class and conditions speak of."""
    scope = rule.rule.scope
    wanted = {"key_industry": scope.industry, "sub_process": scope.sub_process, "grade": str(scope.grade or "")}
    mask = np.ones(len(frame), dtype=bool)
    for column, value in wanted.items():
        if value:
            mask &= np.asarray(frame[column] == value)
    if scope.industry_code:
        mask &= np.asarray(frame["industry_code"].astype(str).str.startswith(scope.industry_code))
    for condition in scope.conditions:
        mask &= _meets(frame[condition.column].to_numpy(dtype=float), condition)
    return mask


def _meets(values: Floats, condition: Condition) -> Flags:
    """Rows without the number do not meet the condition."""
    least = -np.inf if condition.at_least is None else condition.at_least
    bound = np.inf if condition.below is None else condition.below
    return np.asarray((values >= least) & (values < bound))
