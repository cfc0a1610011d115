"""Measures that are no plain share: hours, heats, lowest days, cycles, chambers, and what a cut counts from."""

import pytest

from planner.audit import audit_against_list
from planner.plan import assemble_plan
from planner.problem import build_problem
from planner.rules import Condition, Scope
from planner.terms import Level, Measure, Mode
from tests.problem.reading import Offer, obliged, rules_with
from tests.tiny import alert, inventory, rules_in_force, source

RULE = "industries.cement_clinker.b.orange.limit"
TRUCKS, LAST = "truck_ban_cn4", "treatment_last"


def kiln(**cells: object) -> dict[str, object]:
    return source("s", key_industry="cement", sub_process="clinker", grade="B", pm_kg_per_day=100.0) | cells


def asked(row: dict[str, object], **changes: object) -> Offer:
    rules = rules_with(RULE, **changes)
    question = build_problem(inventory(row), rules, alert(Level.ORANGE), Mode.DESIGN)
    return obliged(question, "s")


@pytest.mark.parametrize(
    ("changes", "cells", "kept", "word"),
    [
        ({"measure": Measure.COKING_TIME, "value": 36.0}, {"coking_hours": 18.0}, 0.5, "coking_time:36"),
        ({"measure": Measure.COKING_TIME, "value": 36.0}, {"coking_hours": 40.0}, 1.0, "coking_time:36"),
        ({"measure": Measure.HEATS_PER_DAY, "value": 22.0}, {"heats_per_day": 44.0}, 0.5, "heats_per_day:22"),
        ({"measure": Measure.CYCLE, "value": 48.0, "hours_on": 12.0}, {}, 0.2, "cycle:48:12"),
        ({"measure": Measure.CHAMBERS_STOP, "value": 0.5, "basis": ""}, {}, 0.5, "chambers_stop:0.5"),
        (
            {"measure": Measure.LOWEST_DAY, "value": True},
            {"lowest_output_t_per_day": 60.0, "actual_output_t_per_day": 100.0},
            0.6,
            "lowest_day",
        ),
    ],
)
def test_a_measure_leaves_its_load_and_says_its_numbers(changes, cells, kept, word) -> None:
    found = asked(kiln(**cells), **changes)
    assert (found.kept, set(found.measures)) == (pytest.approx(kept), {TRUCKS, word})


@pytest.mark.parametrize("measure", [Measure.COKING_TIME, Measure.HEATS_PER_DAY, Measure.LOWEST_DAY])
def test_a_measure_whose_number_the_list_lacks_is_told_but_counts_no_kilogram(measure) -> None:
    found = asked(kiln(), measure=measure, value=36.0)
    assert (found.kept, sum(found.kilograms)) == (1.0, 0.0)
    assert any(item.startswith(str(measure)) for item in found.measures)


@pytest.mark.parametrize(("permit", "kept"), [(100.0, 0.8), (80.0, 0.64), (0.0, 0.8)])
def test_a_cut_of_load_counts_from_the_least_of_approval_permit_and_actual_output(permit, kept) -> None:
    row = kiln(capacity_t_per_day=120.0, permit_capacity_t_per_day=permit, actual_output_t_per_day=100.0)
    assert asked(row, value=0.2).kept == pytest.approx(kept)


def test_what_is_relaxed_after_120_hours_is_said_beside_the_halt() -> None:
    found = asked(kiln(), measure=Measure.HALT, basis="", value=1.0, after_hours=120.0, after_value=0.5)
    assert set(found.measures) == {TRUCKS, "halt", LAST, "relaxed_after:120:0.5"}


def test_a_kiln_that_the_rule_holds_hot_is_not_called_halted_whatever_its_remaining_emissions() -> None:
    found = asked(kiln(), measure=Measure.HOLD_HOT, basis="", value=1.0)
    assert (found.halts, set(found.measures)) == (True, {TRUCKS, "hold_hot", LAST})


def test_a_kiln_that_cannot_stop_is_limited_where_the_rule_would_hold_it_hot() -> None:
    row = kiln(can_stop=False, minimum_load_share=0.6)
    assert set(asked(row, measure=Measure.HOLD_HOT, basis="", value=1.0).measures) == {TRUCKS, "limit"}


@pytest.mark.parametrize(("height", "kept"), [(6.25, 0.8), (4.3, 1.0), (0.0, 1.0)])
def test_a_condition_on_the_equipment_decides_whom_the_rule_binds(height, kept) -> None:
    scope = Scope(
        industry="cement",
        sub_process="clinker",
        level=Level.ORANGE,
        conditions=(Condition(column="oven_height_m", at_least=6.0),),
    )
    assert asked(kiln(oven_height_m=height), scope=scope).kept == pytest.approx(kept)


def test_a_cell_that_leaves_the_firm_to_itself_orders_nothing() -> None:
    found = asked(kiln(vehicles_per_day=99.0), measure=Measure.SELF, basis="", value=0.0)
    assert (found.kept, found.measures) == (1.0, ())


def test_a_share_by_count_and_capacity_asks_for_both() -> None:
    rows = [
        kiln(source_id=f"s{index}", enterprise_id="E", line_id=f"{index}#", capacity_t_per_day=size)
        for index, size in enumerate((100.0, 100.0, 800.0))
    ]
    rules = rules_with(RULE, measure=Measure.HALT_LINES, basis="count_and_capacity", value=0.5)
    question = build_problem(inventory(*rows), rules, alert(Level.ORANGE), Mode.DESIGN)
    assert question.share_rules.required.tolist() == [2.0, 500.0]


@pytest.mark.parametrize(("normal", "passed"), [(18.0, True), (30.0, False)])
def test_the_second_check_reckons_coking_time_by_itself(normal, passed) -> None:
    rules = rules_with(RULE, measure=Measure.COKING_TIME, value=36.0)
    question = build_problem(inventory(kiln(coking_hours=normal)), rules, alert(Level.ORANGE), Mode.DESIGN)
    plan = assemble_plan(question, question.sources.first_option[:-1])
    checks = audit_against_list(inventory(kiln(coking_hours=18.0)), rules, question.header, plan)
    assert {item.code: item.passed for item in checks}["audit.list.floors"] is passed


def filed(**cells: object) -> Offer:
    row = kiln(grade="C", key_industry="coking", sub_process="coke_oven", orange_kept_share=0.6, **cells)
    question = build_problem(inventory(row), rules_in_force(), alert(Level.ORANGE), Mode.FILED)
    return obliged(question, "s")


def test_the_load_that_a_firm_filed_in_hours_is_ordered_in_hours() -> None:
    found = filed(orange_measure="limit", orange_duties="coking_time:30;truck_ban_cn4")
    assert (found.kept, set(found.measures)) == (0.6, {"coking_time:30", TRUCKS})


def test_a_kiln_that_filed_to_be_held_hot_is_not_told_to_halt() -> None:
    found = filed(orange_measure="hold_hot")
    assert (found.halts, set(found.measures)) == (True, {"hold_hot", LAST})
