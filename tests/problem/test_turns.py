"""Halts of some days: of the first days alone, in turn, and what equal treatment makes of them."""

from dataclasses import replace

import numpy as np
import pytest

from planner.problem import NO_INDEX, PlanProblem, build_problem, required_steps
from planner.problem.records import DayTable, Schedule
from planner.rules import RulesInForce
from planner.terms import Mode
from tests.tiny import alert, inventory, rest, rules_in_force, source

FAST = {"pm_kg_per_day": 10.0, "value_added_yuan_per_day": 2400.0, "restart_cost_yuan": 50.0, "ramp_up_hours": 6.0}
LATE = source("z-slow", grade="B", sub_process="painting", pm_kg_per_day=30.0, ramp_down_hours=10.0)


def in_turn(rules: RulesInForce) -> RulesInForce:
    """The rules of a city that lets lines stand in turn."""
    known = (replace(item, value=True) if item.id == "national.lines.rotation" else item for item in rules.rules)
    return replace(rules, rules=tuple(known))


def asked(*rows: dict[str, object], days: int = 4, notice: float = 24.0, turning: bool = True) -> PlanProblem:
    rules = in_turn(rules_in_force()) if turning else rules_in_force()
    warning = replace(alert(days=days), notice_hours=notice)
    return build_problem(inventory(*rows, rest(pm=50.0)), rules, warning, Mode.DESIGN)


def table(question: PlanProblem) -> DayTable:
    assert question.days is not None
    return question.days


def turned(question: PlanProblem, form: int) -> list[Schedule]:
    days = table(question)
    return [days.schedules[int(days.schedule[option])] for option in np.flatnonzero(days.form == form)]


def test_in_turn_one_of_two_alike_stands_in_the_first_half_and_one_in_the_last() -> None:
    kept = [item.kept for item in turned(asked(source("a", **FAST), source("b", **FAST)), 2)]
    assert kept == [(0.0, 0.0, 1.0, 1.0), (1.0, 1.0, 0.0, 0.0)]


def test_of_five_days_each_stands_three() -> None:
    found = turned(asked(source("a", **FAST), source("b", **FAST), days=5), 2)
    assert [sum(share == 0.0 for share in item.kept) for item in found] == [3, 3]


def test_the_step_in_turn_counts_its_share_times_its_days() -> None:
    question = asked(source("a", **FAST), days=5)
    step = int(np.flatnonzero(table(question).step_form == 2)[0])
    assert question.cohorts.steps[step] == pytest.approx(0.6)
    assert question.cohorts.steps.tolist() == sorted(question.cohorts.steps.tolist())


def test_standing_half_the_days_costs_its_hours_one_ramp_up_and_one_restart() -> None:
    question = asked(source("a", **FAST))
    option = int(np.flatnonzero(table(question).form == 2)[0])
    assert question.options.cost_yuan[option] == pytest.approx(2400.0 * (48.0 + 6.0) / 24.0 + 50.0)
    assert question.options.reduction_kg_per_day[option, 2] == pytest.approx(5.0)


def test_without_the_switch_of_the_city_nobody_stands_in_turn() -> None:
    assert not table(asked(source("a", **FAST), turning=False)).form.any()


def test_a_line_that_needs_longer_than_its_turn_to_come_down_and_up_does_not_stand_in_turn() -> None:
    slow = FAST | {"ramp_up_hours": 40.0, "ramp_down_hours": 10.0}
    question = asked(source("a", **FAST), source("b", **slow))
    options = question.options.source[np.flatnonzero(table(question).form == 2)]
    assert options.tolist() == [0]


def test_of_a_firm_with_several_lines_a_slow_one_keeps_its_cohort_from_turns() -> None:
    slow = FAST | {"ramp_up_hours": 40.0, "ramp_down_hours": 10.0}
    rows = [source("a", enterprise_id="E", **FAST), source("b", enterprise_id="E", **slow)]
    assert not table(asked(*rows)).form.any()


def test_where_a_slow_process_is_late_others_may_stand_the_first_day_alone() -> None:
    first = turned(asked(source("a", **FAST), LATE, notice=0.0, turning=False), 1)
    assert [item.kept for item in first] == [(0.0, 1.0, 1.0, 1.0)]
    assert first[0].end_hours == 24.0


def test_on_the_other_days_the_obligation_stands() -> None:
    clinker = FAST | {"key_industry": "cement", "sub_process": "clinker"}
    found = turned(asked(source("a", **clinker), days=4), 2)
    assert [item.kept for item in found] == []


def test_lines_of_a_cohort_stand_the_same_number_of_days_or_the_order_is_broken() -> None:
    question = asked(*[source(name, enterprise_id=name[0], **FAST) for name in ("a1", "a2", "b1", "b2")])
    days, first = table(question), question.sources.first_option
    turning = np.array([np.flatnonzero((question.options.source == i) & (days.form == 2))[0] for i in range(4)])
    chosen = np.append(turning, first[4:-1])
    assert NO_INDEX not in required_steps(question, chosen)
    chosen[0] = first[1] - 1
    assert NO_INDEX in required_steps(question, chosen)
