"""What changed in the law of a city from one day to another."""

from dataclasses import dataclass
from enum import StrEnum

from planner.rules.rulebook import RuleInForce, RulesInForce

__all__ = ["ChangeKind", "RuleChange", "compare_rules"]


class ChangeKind(StrEnum):
    """What happened to a rule; of several things the first in this order is the one named."""

    ADDED = "added"
    ENDED = "ended"
    VALUE_CHANGED = "value_changed"
    STATUS_CHANGED = "status_changed"
    SOURCE_CHANGED = "source_changed"


@dataclass(frozen=True, slots=True, kw_only=True)
class RuleChange:
    """One rule that is not what it was: `before` None where it was not in force, `after` None where it no longer is."""

    kind: ChangeKind
    before: RuleInForce | None
    after: RuleInForce | None

    @property
    def either(self) -> RuleInForce:
        """The rule as it is, else as it was."""
        found = self.after or self.before
        assert found is not None  # noqa: S101 - a change has at least one side
        return found


def compare_rules(before: RulesInForce, after: RulesInForce) -> tuple[RuleChange, ...]:
    """The rules that differ between two days of one city, by id.

    A value turned on, replaced by the city's own or confirmed by it counts as much as one that its date changed.
    """
    old, new = ({item.id: item for item in rules.rules} for rules in (before, after))
    pairs = ((old.get(name), new.get(name)) for name in sorted(old.keys() | new.keys()))
    judged = ((_kind(one, two), one, two) for one, two in pairs)
    return tuple(RuleChange(kind=kind, before=one, after=two) for kind, one, two in judged if kind is not None)


def _kind(before: RuleInForce | None, after: RuleInForce | None) -> ChangeKind | None:
    if before is None or after is None:
        return ChangeKind.ADDED if before is None else ChangeKind.ENDED
    if _orders(before) != _orders(after):
        return ChangeKind.VALUE_CHANGED
    if before.dated.status is not after.dated.status:
        return ChangeKind.STATUS_CHANGED
    return ChangeKind.SOURCE_CHANGED if _source(before) != _source(after) else None


def _orders(item: RuleInForce) -> tuple[object, ...]:
    """What the rule asks, whoever says it; true is not 1."""
    dated, rule = item.dated, item.rule
    number = (type(item.value) is bool, item.value, dated.unit, dated.after_hours, dated.after_value, dated.hours_on)
    return (*number, rule.kind, rule.measure, rule.basis, rule.scope)


def _source(item: RuleInForce) -> tuple[object, ...]:
    return item.instrument.id, item.dated.clause, item.dated.from_day, item.city, item.confirmation
