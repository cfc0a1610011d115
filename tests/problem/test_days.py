"""An episode day by day: each rule on one example that a person can reckon by hand."""

from dataclasses import replace
from datetime import date

import pytest

from planner.alert import make_alert
from planner.problem import PlanProblem, build_problem, problem_from_text, problem_to_text
from planner.problem.courses import Course, Episode, Layer, Pace, begin_hours, lost_hours, real_hours
from planner.problem.records import Schedule
from planner.rules import in_force
from planner.sources import read_rulebook
from planner.terms import Level, Mode
from tests.tiny import ROOT, alert, inventory, problem, rest, rules_in_force, source

SLOW = {"ramp_down_hours": 10.0, "ramp_up_hours": 6.0, "value_added_yuan_per_day": 2400.0, "restart_cost_yuan": 500.0}


def by_day(*rows: dict[str, object], notice: float = 4.0, days: int = 3, mode: Mode = Mode.DESIGN) -> PlanProblem:
    """The problem of these rows day by day at orange."""
    warning = replace(alert(days=days), notice_hours=notice)
    return build_problem(inventory(*rows), rules_in_force(), warning, mode)


def deepest(question: PlanProblem) -> tuple[Schedule, float, float]:
    """Schedule, cost and PM of the mean day of the first source's last option."""
    option = int(question.sources.first_option[1]) - 1
    assert question.days is not None
    schedule = question.days.schedules[int(question.days.schedule[option])]
    return schedule, float(question.options.cost_yuan[option]), float(question.options.reduction_kg_per_day[option, 2])


def test_a_ramp_of_ten_hours_with_four_hours_of_notice_takes_six_hours_of_the_first_day() -> None:
    schedule, _, mean = deepest(by_day(source("a", pm_kg_per_day=96.0, **SLOW), rest(pm=4.0)))
    assert schedule.real == (0.75, 1.0, 1.0)
    assert mean == pytest.approx(96.0 * (0.75 + 1.0 + 1.0) / 3.0)


def test_the_slower_of_safe_stop_and_ramp_counts() -> None:
    schedule, _, _ = deepest(by_day(source("a", pm_kg_per_day=96.0, safe_stop_hours=16.0, **SLOW), rest(pm=4.0)))
    assert schedule.real == (0.5, 1.0, 1.0)


def test_enough_notice_makes_the_first_day_whole_and_begins_no_earlier_than_needed() -> None:
    schedule, _, _ = deepest(by_day(source("a", pm_kg_per_day=96.0, **SLOW), rest(pm=4.0), notice=24.0))
    assert schedule.real == (1.0, 1.0, 1.0)
    assert schedule.begin_hours == -10.0


def test_a_process_slower_than_a_day_is_real_on_the_second_only() -> None:
    slow = SLOW | {"ramp_down_hours": 34.0}
    schedule, _, _ = deepest(by_day(source("a", pm_kg_per_day=96.0, **slow), rest(pm=4.0)))
    assert schedule.real == (0.0, 0.75, 1.0)


def test_value_is_lost_from_the_first_step_down_to_normal_activity_and_one_restart_is_paid() -> None:
    _, cost, _ = deepest(by_day(source("a", pm_kg_per_day=96.0, **SLOW), rest(pm=4.0)))
    assert cost == pytest.approx(2400.0 * (4.0 + 72.0 + 6.0) / 24.0 + 500.0)


def test_the_tail_after_the_end_is_part_of_the_cost_and_counts_toward_no_cut() -> None:
    question = by_day(source("a", pm_kg_per_day=96.0, **SLOW), rest(pm=4.0))
    assert question.days is not None
    option = int(question.sources.first_option[1]) - 1
    assert question.days.tail_yuan[option] == pytest.approx(600.0)
    assert deepest(question)[0].tail_hours == 6.0


def test_a_halted_line_that_is_held_hot_goes_on_with_its_hot_share() -> None:
    hot = source("a", pm_kg_per_day=96.0, hold_hot_share=0.25, **SLOW)
    question = by_day(hot, rest(pm=4.0), notice=24.0)
    assert deepest(question)[2] == pytest.approx(72.0)


def test_what_takes_nothing_begins_at_the_start() -> None:
    question = by_day(source("a", pm_kg_per_day=96.0, **SLOW), rest(pm=4.0))
    assert question.days is not None
    assert question.days.schedules[int(question.days.schedule[0])].begin_hours == 0.0


def test_processes_without_ramps_cost_and_take_what_they_do_on_the_mean_day() -> None:
    rows = (source("a", pm_kg_per_day=96.0, value_added_yuan_per_day=10.0, restart_cost_yuan=5.0), rest(pm=4.0))
    plain, daily = problem(*rows), by_day(*rows)
    assert plain.options.cost_yuan.tolist() == daily.options.cost_yuan.tolist()
    assert plain.options.reduction_kg_per_day.tolist() == daily.options.reduction_kg_per_day.tolist()


def sinters(count: int, days: int = 6, **cells: object) -> PlanProblem:
    """Sintering of grade B at orange under the guide of 2019, whose halt is relaxed to a half after 120 hours."""
    rulebook, _ = read_rulebook(ROOT / "rules")
    assert rulebook is not None
    on = date(2019, 11, 20)
    row = {"key_industry": "integrated_steel", "sub_process": "sinter", "grade": "B", "enterprise_id": "E"}
    values = {"pm_kg_per_day": 90.0, "industry_code": "3110", **row, **cells}
    lines = [source(f"s{line}", value_added_yuan_per_day=2400.0 * (line + 1), **values) for line in range(count)]
    warning = replace(make_alert(Level.ORANGE, on, None, None, days), notice_hours=24.0)
    return build_problem(inventory(*lines, rest(pm=10.0)), in_force(rulebook, on, "changzhi"), warning, Mode.DESIGN)


def test_after_120_hours_a_single_line_keeps_half() -> None:
    schedule, cost, _ = deepest(sinters(1, ramp_up_hours=6.0))
    assert schedule.kept == (0.0, 0.0, 0.0, 0.0, 0.0, 0.5)
    assert schedule.real == (1.0, 1.0, 1.0, 1.0, 1.0, 0.5)
    assert cost == pytest.approx(2400.0 * (0.5 * 126.0 + 0.5 * 150.0) / 24.0)


def test_after_120_hours_half_of_three_lines_rounded_up_stays_and_the_dearest_comes_back() -> None:
    question = sinters(3)
    assert question.days is not None
    first = question.sources.first_option[:3]
    kept = [question.days.schedules[int(question.days.schedule[option])].kept for option in first]
    assert kept == [(), (), (0.0, 0.0, 0.0, 0.0, 0.0, 1.0)]


def test_before_120_hours_nothing_is_relaxed() -> None:
    assert deepest(sinters(1, days=5))[0].kept == ()


def test_a_cycle_stands_first_and_then_runs() -> None:
    cycle = {"orange_measure": "limit", "orange_kept_share": 0.2, "orange_duties": "cycle:48:12"}
    row = source("a", grade="none", key_industry="none", pm_kg_per_day=96.0, **cycle)
    schedule, cost, mean = deepest(by_day(row, mode=Mode.FILED))
    assert schedule.kept == (0.0, 0.0, 0.5)
    assert schedule.real == pytest.approx((1.25, 1.25, 0.625))
    assert mean == pytest.approx(0.8 * 96.0 * (1.25 + 1.25 + 0.625) / 3.0)
    assert cost == 0.0


def test_hours_lost_twice_are_counted_once() -> None:
    pace, episode = Pace(slow_hours=4.0, ramp_up_hours=10.0), Episode(days=2, notice_hours=4.0)
    assert lost_hours(((0.0, 12.0), (24.0, 36.0)), pace, episode) == (4.0 + 12.0 + 10.0 + 2.0 + 12.0 + 10.0, 0.0)


def test_a_stop_known_long_before_is_real_from_its_first_hour_on() -> None:
    pace, episode = Pace(slow_hours=30.0, ramp_up_hours=0.0), Episode(days=3, notice_hours=6.0)
    assert real_hours(((24.0, 72.0),), pace, episode) == (0.0, 24.0, 24.0)
    assert begin_hours(((24.0, 72.0),), pace, episode) == -6.0


def test_a_course_is_a_plain_value() -> None:
    layer = Layer(kilograms=1.0, activity=1.0, spans=((0.0, 24.0),))
    assert Course(layers=(layer,)) == Course(layers=(layer,), kept=(), stops=1)


def test_the_problem_survives_its_text() -> None:
    text = problem_to_text(by_day(source("a", pm_kg_per_day=96.0, **SLOW), rest(pm=4.0)))
    assert problem_to_text(problem_from_text(text)) == text


def test_without_days_the_text_says_nothing_of_them() -> None:
    text = problem_to_text(problem(source("a", pm_kg_per_day=96.0, **SLOW), rest(pm=4.0)))
    assert '"days"' not in text
    assert "notice_hours" not in text
