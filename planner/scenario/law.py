"""A scenario laid upon the law: rules with another number, under a hash of their own."""

import hashlib
from collections.abc import Iterator
from dataclasses import replace

from planner.errors import Finding, Place, finding
from planner.rules import RuleInForce, RulesInForce
from planner.scenario.records import Scenario

__all__ = ["lay_on_law"]


def lay_on_law(rules: RulesInForce, scenario: Scenario) -> tuple[RulesInForce | None, tuple[Finding, ...]]:
    """The rules after a scenario, None with every finding where one is not in force or holds no such value."""
    if not scenario.rules:
        return rules, ()
    found = tuple(_wrong(rules, scenario))
    if found:
        return None, found
    values = dict(scenario.rules)
    changed = tuple(_with_value(item, values) for item in rules.rules)
    digest = hashlib.sha256(f"{rules.sha256}{sorted(scenario.rules)!r}".encode()).hexdigest()
    return replace(rules, rules=changed, sha256=digest), ()


def _wrong(rules: RulesInForce, scenario: Scenario) -> Iterator[Finding]:
    for name, value in scenario.rules:
        found, where = rules.find(name), Place(file=scenario.name, column=f"rules.{name}")
        if found is None:
            yield finding("scenario.rule.unknown", where=where, value=name, on=rules.on.isoformat())
        elif isinstance(found.value, str):
            yield finding("scenario.rule.no_number", where=where, value=name)
        elif isinstance(found.value, bool) and value not in (0.0, 1.0):
            yield finding("scenario.rule.no_switch", where=where, value=value)


def _with_value(item: RuleInForce, values: dict[str, float]) -> RuleInForce:
    if item.rule.id not in values:
        return item
    value = values[item.rule.id]
    return replace(item, value=bool(value) if isinstance(item.value, bool) else value)
