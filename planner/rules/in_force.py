"""Which rules are in force for a city on a day."""

from datetime import date

from planner.rules.records import DatedValue, Rule
from planner.rules.rulebook import CityOverlay, Rulebook, RuleInForce, RulesInForce
from planner.terms import Evidence

__all__ = ["in_force", "value_on"]


def in_force(rulebook: Rulebook, on: date, city: str) -> RulesInForce:
    """The rules in force on `on` in the city of slug or code `city`.

    A recalled value is off until the city turns its rule on. A city's own rule takes the place of the national one
    from its own first day; its value null from then on means that neither holds there.

    Raises:
        KeyError: where the rulebook has no such city.
    """
    overlay = rulebook.city(city)
    own = {rule.id for rule in overlay.rules if value_on(rule, on) is not None}
    national = (rule for rule in rulebook.rules if rule.id not in own)
    candidates = sorted([*overlay.rules, *national], key=lambda rule: rule.id)
    dated = ((rule, value_on(rule, on)) for rule in candidates)
    registry = {item.id: item for item in rulebook.instruments}
    found = tuple(
        RuleInForce(
            rule=rule,
            value=value.value,
            dated=value,
            instrument=registry[value.instrument],
            city=overlay.slug if rule.id in own else "",
        )
        for rule, value in dated
        if value is not None and value.value is not None and _is_on(rule, value, overlay)
    )
    return RulesInForce(on=on, city=overlay, rules=found, sha256=rulebook.sha256)


def value_on(rule: Rule, on: date) -> DatedValue | None:
    """The dated value that holds on the day, whatever its evidence; None before the rule's first day."""
    past = [dated for dated in rule.values if dated.from_day <= on]
    return max(past, key=lambda dated: dated.from_day) if past else None


def _is_on(rule: Rule, dated: DatedValue, overlay: CityOverlay) -> bool:
    return dated.evidence is not Evidence.RECALLED or rule.id in overlay.turns_on
