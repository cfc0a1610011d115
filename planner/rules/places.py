"""Where rules, values and registers stand in the files, worked out from the records alone."""

from collections.abc import Iterator

from planner.errors import Place
from planner.rules.records import DatedValue, Rule
from planner.rules.rulebook import CityOverlay, Rulebook

__all__ = ["all_rules", "all_values", "city_place", "entry_place", "rule_place"]


def all_rules(rulebook: Rulebook) -> Iterator[tuple[str, Rule]]:
    """Every rule with its file, the cities' own after the national ones."""
    for rule in rulebook.rules:
        yield "/".join(rule.id.split(".")[:2]) + ".yaml", rule
    for overlay in rulebook.cities:
        for rule in overlay.rules:
            yield city_place(overlay).file, rule


def all_values(rulebook: Rulebook) -> Iterator[tuple[Place, Rule, DatedValue]]:
    """Every dated value with its place and rule."""
    for file, rule in all_rules(rulebook):
        for index, dated in enumerate(rule.values):
            yield rule_place(file, rule, f".values[{index}]"), rule, dated


def rule_place(file: str, rule: Rule, tail: str = "") -> Place:
    """The place of a rule, or of `tail` inside it, as rule files name it."""
    return Place(file=file, column=f"rules[{rule.id}]{tail}")


def city_place(overlay: CityOverlay, path: str = "") -> Place:
    """A place in a city's file."""
    return Place(file=f"cities/{overlay.slug}.yaml", column=path)


def entry_place(file: str, path: str) -> Place:
    """A place in a register."""
    return Place(file=file, column=path)
