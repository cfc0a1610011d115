"""The health of a rulebook, told as findings: each check fires on a rulebook damaged for it."""

from dataclasses import replace
from datetime import date

import pytest

from planner.errors import Severity
from planner.rules import Scope, check_rulebook
from planner.terms import Measure

ON = date(2026, 11, 23)


def with_value(rulebook, rule_id, **changes):
    """The rulebook in which the one value of a rule is changed."""
    rules = tuple(
        replace(rule, values=(replace(rule.values[0], **changes),)) if rule.id == rule_id else rule
        for rule in rulebook.rules
    )
    return replace(rulebook, rules=rules)


def codes(rulebook, on=ON):
    return [item.code for item in check_rulebook(rulebook, on)]


@pytest.mark.parametrize(
    ("rule_id", "changes", "code"),
    [
        ("national.reduction.share.red", {"value": 0.15}, "rules.level.weaker"),
        ("industries.cement_clinker.b.red.halt", {"value": None}, "rules.level.weaker"),
        ("industries.cement_clinker.b.red.truck_ban_cn4", {"value": None}, "rules.level.weaker"),
        ("national.reduction.share.red", {"value": 30}, "rules.value.unlike_unit"),
        ("national.lines.whole_line_rounding", {"still_valid_on": date(2025, 11, 1)}, "rules.value.stale"),
        ("national.lines.whole_line_rounding", {"instrument": "no-such"}, "rules.instrument.unknown"),
        ("national.transport.bulk_vehicles_per_day", {"value": None}, "rules.needed.off"),
        ("national.list.operating_days_per_year", {"instrument": "binzhou-2020"}, "rules.instrument.uncited"),
    ],
)
def test_a_damaged_value_is_found(rulebook, rule_id, changes, code):
    assert code in codes(with_value(rulebook, rule_id, **changes))


def with_rule(rulebook, rule_id, **changes):
    rules = tuple(replace(rule, **changes) if rule.id == rule_id else rule for rule in rulebook.rules)
    return replace(rulebook, rules=rules)


@pytest.mark.parametrize(
    ("rule_id", "changes", "path", "code"),
    [
        ("national.menu.d.halt", {"scope": Scope()}, "scope.grade", "lacks"),
        (
            "national.dust.storage_yard.yard_stop.red",
            {"scope": Scope(sub_process="storage_yard")},
            "scope.level",
            "lacks",
        ),
        ("national.standing.white_list", {"measure": Measure.HALT}, "measure", "unfit"),
        ("industries.cement_clinker.c.yellow.halt_lines", {"basis": ""}, "basis", "lacks"),
        ("national.standing.white_list", {"kind": "wish"}, "kind", "unfit"),
    ],
)
def test_a_rule_that_its_kind_cannot_use_is_found(rulebook, rule_id, changes, path, code):
    (found,) = check_rulebook(with_rule(rulebook, rule_id, **changes), ON)
    assert (found.code, found.where.column) == (f"rules.kind.{code}", f"rules[{rule_id}].{path}")


def test_a_unit_that_a_kind_cannot_use_is_found(rulebook):
    damaged = with_value(rulebook, "national.menu.d.halt", value=1, unit="lines")
    assert codes(damaged) == ["rules.kind.unit"]


@pytest.mark.parametrize(("unit", "value"), [("flag", 1), ("text", 1), ("hours", "six"), ("lines", 0.5), ("hours", -1)])
def test_a_value_unlike_its_unit_is_found(rulebook, unit, value):
    damaged = with_value(rulebook, "national.lines.whole_line_rounding", unit=unit, value=value)
    assert codes(damaged) == ["rules.value.unlike_unit"]


def test_what_a_city_turns_on_needlessly_is_a_warning(rulebook):
    city = rulebook.cities[0]
    needless = replace(city, turns_on=(*city.turns_on, "national.reduction.share.red"))
    (found,) = check_rulebook(replace(rulebook, cities=(needless, *rulebook.cities[1:])), ON)
    assert (found.code, found.severity) == ("rules.city.turns_on_needless", Severity.WARNING)


def test_an_industry_without_a_number_is_found(rulebook):
    assert codes(replace(rulebook, industries=rulebook.industries[1:])).count("rules.register.number") == 1


def test_a_process_without_grades_is_found(rulebook):
    first = rulebook.industries[0]
    bare = replace(first, sub_processes=(replace(first.sub_processes[0], grades=()), *first.sub_processes[1:]))
    assert codes(replace(rulebook, industries=(bare, *rulebook.industries[1:]))) == ["rules.register.scheme"]


def test_an_area_of_another_city_is_found(rulebook):
    city = rulebook.city("changzhi")
    areas = tuple(replace(area, code="110101") if area.code == "140425" else area for area in city.areas)
    damaged = replace(city, areas=areas)
    assert codes(replace(rulebook, cities=(damaged,))) == ["rules.city.foreign_area"]


def test_values_grow_stale_a_year_after_they_were_looked_at(rulebook):
    assert "rules.value.stale" not in codes(rulebook, date(2027, 11, 23))
    assert "rules.value.stale" in codes(rulebook, date(2027, 11, 24))


def test_before_the_first_instrument_nothing_that_plans_need_is_in_force(rulebook):
    assert set(codes(rulebook, date(2018, 1, 1))) == {"rules.needed.off"}
