"""Whom of a list each change of the law touches."""

from dataclasses import dataclass

import numpy as np
import pandas as pd

from planner.inventory import Inventory
from planner.problem.build import counted_rows
from planner.problem.reach import WHOLE_CITY, rule_reach
from planner.rules import RuleChange, RuleInForce, RulesInForce, compare_rules

__all__ = ["Addressee", "LawChange", "changes_of_law"]


@dataclass(frozen=True, slots=True, kw_only=True, order=True)
class Addressee:
    """An enterprise by its credit code, a fleet or site by its source id, with its name."""

    id: str
    name: str


@dataclass(frozen=True, slots=True, kw_only=True)
class LawChange:
    """A change of a rule and those whom it touches.

    Attributes:
        whole_city: whether the rule speaks of no firm but of the whole city; then everyone is named.
        touched: sorted by id; None where no list was given.
    """

    change: RuleChange
    whole_city: bool
    touched: tuple[Addressee, ...] | None


def changes_of_law(before: RulesInForce, after: RulesInForce, inventory: Inventory | None) -> tuple[LawChange, ...]:
    """Every rule that differs between two days, by id, with whom it touched or touches."""
    frame = None if inventory is None else counted_rows(inventory)
    return tuple(
        LawChange(
            change=change,
            whole_city=change.either.rule.kind in WHOLE_CITY,
            touched=None if frame is None else _touched(frame, change, before, after),
        )
        for change in compare_rules(before, after)
    )


def _touched(
    frame: pd.DataFrame, change: RuleChange, before: RulesInForce, after: RulesInForce
) -> tuple[Addressee, ...]:
    """Whoever the rule reached before or reaches now."""
    sides: tuple[tuple[RuleInForce | None, RulesInForce], ...] = ((change.before, before), (change.after, after))
    reached = np.zeros(len(frame), dtype=bool)
    for rule, rules in sides:
        if rule is not None:
            reached |= rule_reach(frame, rules, rule)
    firms = frame["enterprise_id"].astype(str)
    ids = firms.where(firms != "", frame["source_id"].astype(str))[reached]
    names = dict(zip(ids, frame["enterprise_name"].astype(str)[reached], strict=True))
    return tuple(Addressee(id=item, name=names[item]) for item in sorted(names))
