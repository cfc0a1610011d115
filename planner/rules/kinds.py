"""What each kind of rule must say and may not say, so that the model finds in it what it looks for."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from planner.errors import Finding, Place, finding
from planner.rules.places import all_rules, all_values, rule_place
from planner.rules.records import DatedValue, Rule
from planner.rules.rulebook import Rulebook
from planner.terms import DUTY_MEASURES, LEVELS, LOAD_MEASURES, Grade, Measure

__all__ = ["KINDS", "Kind", "find_unfit_rules"]

CUTS = frozenset({*LOAD_MEASURES, *DUTY_MEASURES, Measure.SELF, Measure.NO_MEASURE})
COUNTED = frozenset({"count", "capacity", "count_and_capacity"})
LOAD_UNITS: dict[Measure, str] = {
    Measure.COKING_TIME: "hours",
    Measure.CYCLE: "hours",
    Measure.HEATS_PER_DAY: "heats_per_day",
    Measure.LOWEST_DAY: "flag",
}
"""Units of the loads that are no share; every other floor is a share."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Kind:
    """What rules of a kind carry.

    Attributes:
        measures: measures that fit; None in it: a rule without a measure fits.
        units: units that fit; empty: any.
        wants_grade, wants_level: whether the scope must name a grade, a level.
    """

    measures: frozenset[Measure | None]
    units: frozenset[str] = frozenset()
    wants_grade: bool = False
    wants_level: bool = False


KINDS: dict[str, Kind] = {
    "parameter": Kind(measures=frozenset({None})),
    "floor": Kind(measures=CUTS, units=frozenset({"share", *LOAD_UNITS.values()}), wants_level=True),
    "duty": Kind(
        measures=frozenset(DUTY_MEASURES),
        units=frozenset({"emission_standard", "flag", "share", "mg_per_m3"}),
        wants_level=True,
    ),
    "menu": Kind(measures=frozenset({Measure.LIMIT, Measure.HALT}), units=frozenset({"share"}), wants_grade=True),
    "standing": Kind(measures=frozenset({Measure.SELF, Measure.NO_MEASURE, None}), units=frozenset({"flag"})),
    "principle": Kind(measures=frozenset(Measure), wants_grade=True),
    "supply": Kind(measures=frozenset({None}), units=frozenset({"share"})),
}


def find_unfit_rules(rulebook: Rulebook) -> Iterator[Finding]:
    """Rules that lack what their kind needs or carry what it cannot use."""
    for file, rule in all_rules(rulebook):
        for part, value, expected in _unfit_parts(rule):
            where = rule_place(file, rule, f".{part}")
            code = "rules.kind.unfit" if value else "rules.kind.lacks"
            code = "rules.kind.basis" if value and part == "basis" else code
            yield finding(code, where=where, value=value, kind=rule.kind, expected=expected)
    for where, rule, dated in all_values(rulebook):
        yield from _unfit_values(where, rule, dated)


def _unfit_values(where: Place, rule: Rule, dated: DatedValue) -> Iterator[Finding]:
    """A floor's unit is that of its measure; only cycles have hours of running, and they must; pairs stand together."""
    wanted = _wanted_units(rule)
    if wanted and dated.unit not in wanted:
        place = replace(where, column=f"{where.column}.unit")
        yield finding("rules.kind.unit", where=place, value=dated.unit, expected=", ".join(sorted(wanted)))
    if (rule.measure is Measure.CYCLE) != (dated.hours_on is not None) and dated.value is not None:
        yield finding("rules.kind.hours_on", where=where, value=rule.measure)
    if (dated.after_hours is None) != (dated.after_value is None):
        yield finding("rules.value.half", where=where, value=rule.id)
    if bool(dated.rejected) != bool(dated.reason):
        yield finding("rules.value.no_reason", where=where, value=rule.id)


def _wanted_units(rule: Rule) -> frozenset[str]:
    if rule.kind == "floor":
        return frozenset({LOAD_UNITS.get(rule.measure, "share") if rule.measure else "share"})
    return KINDS[rule.kind].units if rule.kind in KINDS else frozenset()


def _unfit_parts(rule: Rule) -> Iterator[tuple[str, str, str]]:
    """The key, what stands there ('' for nothing) and what belongs there."""
    kind = KINDS.get(rule.kind)
    if kind is None:
        yield "kind", rule.kind, _listed(KINDS)
        return
    if rule.measure not in kind.measures:
        yield "measure", str(rule.measure or ""), _listed(item for item in Measure if item in kind.measures) or "-"
    if kind.wants_grade and rule.scope.grade is None:
        yield "scope.grade", "", _listed(Grade)
    if kind.wants_level and rule.scope.level is None:
        yield "scope.level", "", _listed(LEVELS)
    if (rule.measure is Measure.HALT_LINES) != (rule.basis in COUNTED):
        yield "basis", rule.basis, _listed(sorted(COUNTED))
    if any(item.at_least is None and item.below is None for item in rule.scope.conditions):
        yield "scope.conditions", "", "at_least, below"


def _listed(words: Iterable[str]) -> str:
    return ", ".join(words)
