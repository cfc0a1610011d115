"""Whom of a list a change of the law touches: by industry, process, grade, condition, traffic and standing."""

from dataclasses import replace
from datetime import date

import pytest

from planner.compare import LawChange, changes_of_law
from planner.rules import Condition, RuleInForce, RulesInForce, Scope
from planner.terms import Grade, Level, Measure
from tests.tiny import inventory, rest, rules_in_force, source

CLINKER = {"key_industry": "cement", "sub_process": "clinker"}
B_LIMIT = "industries.cement_clinker.b.orange.limit"
ROWS = (
    source("b", grade="B", **CLINKER),
    source("c", grade="C", **CLINKER),
    source("grinding", grade="B", key_industry="cement", sub_process="grinding"),
    source("idle", grade="B", status="idle", **CLINKER),
    source("trucks", vehicles_per_day=20.0),
    source("exempt", exempt_through="orange"),
    source("road", source_kind="fleet", sub_process="road_fleet", enterprise_id="", key_industry="none", grade="none"),
    rest(pm=1.0),
)


def without(rules: RulesInForce, rule_id: str) -> RulesInForce:
    return replace(rules, rules=tuple(item for item in rules.rules if item.id != rule_id))


def with_rule(rules: RulesInForce, changed: RuleInForce) -> RulesInForce:
    return replace(rules, rules=tuple(changed if item.id == changed.id else item for item in rules.rules))


def touched(change: LawChange) -> list[str]:
    assert change.touched is not None
    return [one.id for one in change.touched]


def added(rule_id: str) -> LawChange:
    (found,) = changes_of_law(without(rules_in_force(), rule_id), rules_in_force(), inventory(*ROWS))
    return found


def test_a_measure_touches_the_firms_of_its_industry_process_and_grade() -> None:
    assert touched(added(B_LIMIT)) == ["Eb"]


def test_addressees_carry_their_names() -> None:
    (one,) = added(B_LIMIT).touched or ()
    assert one.name == "虚构b"


def test_a_duty_of_haulage_touches_who_has_the_vehicles() -> None:
    assert touched(added("national.transport.duty.truck_ban_cn4.orange")) == ["Etrucks"]


def test_a_measure_of_fleets_touches_the_fleet_by_its_source() -> None:
    assert touched(added("national.mobile.road.truck_ban_cn4.orange.nox")) == ["road"]


def test_a_standing_without_a_grade_touches_who_stands_on_it() -> None:
    assert touched(added("national.standing.exempt_by_name")) == ["Eexempt"]


def test_a_parameter_speaks_of_the_whole_city() -> None:
    change = added("national.reduction.share.orange")
    assert change.whole_city
    assert len(touched(change)) == 6


def test_a_change_of_scope_touches_those_before_and_those_now() -> None:
    rules = rules_in_force()
    rule = rules.find(B_LIMIT)
    assert rule is not None
    wider = replace(rule, rule=replace(rule.rule, scope=replace(rule.rule.scope, grade=Grade.C)))
    (change,) = changes_of_law(rules, with_rule(rules, wider), inventory(*ROWS))
    assert touched(change) == ["Eb", "Ec"]


@pytest.mark.parametrize(("height", "names"), [(6.5, ["Etall"]), (4.3, [])])
def test_a_condition_of_the_scope_is_kept(height: float, names: list[str]) -> None:
    rules = rules_in_force()
    rule = rules.find(B_LIMIT)
    assert rule is not None
    tall = Scope(level=Level.ORANGE, conditions=(Condition(column="oven_height_m", at_least=6.0),))
    bound = replace(rule, rule=replace(rule.rule, scope=tall, measure=Measure.LIMIT))
    rows = inventory(source("tall", oven_height_m=height), source("low", oven_height_m=float("nan")))
    (change,) = changes_of_law(without(rules, B_LIMIT), with_rule(rules, bound), rows)
    assert touched(change) == names


def test_without_a_list_nobody_is_named() -> None:
    (change,) = changes_of_law(without(rules_in_force(), B_LIMIT), rules_in_force(), None)
    assert change.touched is None


def test_the_days_of_the_rules_alone_are_no_change() -> None:
    later = replace(rules_in_force(), on=date(2027, 1, 1))
    assert changes_of_law(rules_in_force(), later, inventory(*ROWS)) == ()
