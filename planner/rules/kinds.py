"""What each kind of rule must say and may not say, so that the model finds in it what it looks for."""

from collections.abc import Iterator
from dataclasses import dataclass

from planner.errors import Finding, finding
from planner.rules.places import all_rules, all_values, rule_place
from planner.rules.records import Rule
from planner.rules.rulebook import Rulebook
from planner.terms import Measure

__all__ = ["KINDS", "Kind", "find_unfit_rules"]

CUTS = frozenset(
    {
        Measure.LIMIT,
        Measure.HALT,
        Measure.HOLD_HOT,
        Measure.HALT_LINES,
        Measure.EARTHWORK_STOP,
        Measure.YARD_STOP,
        Measure.ROAD_CLEANING,
        Measure.TRUCK_BAN_CN4,
        Measure.ODD_EVEN,
        Measure.MACHINERY_BAN_CN2,
        Measure.SELF,
    }
)
DUTIES = frozenset(
    {
        Measure.TRUCK_BAN_CN4,
        Measure.ROAD_HAULAGE_STOP,
        Measure.MACHINERY_BAN_CN2,
        Measure.YARD_STOP,
        Measure.ROAD_CLEANING,
        Measure.EARTHWORK_STOP,
    }
)


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
    "floor": Kind(measures=CUTS, units=frozenset({"share"}), wants_level=True),
    "duty": Kind(measures=DUTIES, units=frozenset({"emission_standard", "flag"}), wants_level=True),
    "menu": Kind(measures=frozenset({Measure.LIMIT, Measure.HALT}), units=frozenset({"share"}), wants_grade=True),
    "standing": Kind(measures=frozenset({Measure.SELF, Measure.NO_MEASURE, None}), units=frozenset({"flag"})),
    "principle": Kind(measures=frozenset(Measure), wants_grade=True),
}


def find_unfit_rules(rulebook: Rulebook) -> Iterator[Finding]:
    """Rules that lack what their kind needs or carry what it cannot use."""
    for file, rule in all_rules(rulebook):
        for part, value in _unfit_parts(rule):
            where = rule_place(file, rule, f".{part}")
            yield finding("rules.kind.unfit", where=where, value=value, kind=rule.kind)
    for where, rule, dated in all_values(rulebook):
        units = KINDS[rule.kind].units if rule.kind in KINDS else frozenset()
        if units and dated.unit not in units:
            yield finding("rules.kind.unfit", where=where, value=dated.unit, kind=rule.kind)


def _unfit_parts(rule: Rule) -> Iterator[tuple[str, str]]:
    kind = KINDS.get(rule.kind)
    if kind is None:
        yield "kind", rule.kind
        return
    if rule.measure not in kind.measures:
        yield "measure", str(rule.measure or "")
    if kind.wants_grade and rule.scope.grade is None:
        yield "scope.grade", ""
    if kind.wants_level and rule.scope.level is None:
        yield "scope.level", ""
    if (rule.measure is Measure.HALT_LINES) != (rule.basis in {"count", "capacity"}):
        yield "basis", rule.basis
