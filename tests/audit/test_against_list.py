"""The second check: base, floors, reductions and costs from list and rules, without the problem's builder."""

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from planner.audit import audit_against_list
from planner.inventory import Inventory
from planner.plan import Plan
from planner.problem import ProblemHeader, build_problem
from planner.rules import RulesInForce
from planner.terms import Level, Mode
from tests.audit.made import MONEY, case, city, solved
from tests.problem.reading import rules_without
from tests.tiny import alert, inventory, random_rows, rest, rules_in_force, source

HONEST = case()
CLINKER_B = {"key_industry": "cement", "sub_process": "clinker", "grade": "B", "pm_kg_per_day": 10.0}


def failures(
    listed: Inventory, plan: Plan = HONEST.plan, header: ProblemHeader = HONEST.problem.header, **more: RulesInForce
) -> set[str]:
    checks = audit_against_list(listed, more.get("rules", rules_in_force()), header, plan)
    return {check.code.removeprefix("audit.list.") for check in checks if not check.passed}


def tampered(source_id: str, **cells: object) -> Inventory:
    """The city's list with cells of one row changed."""
    listed = city()
    frame = listed.frame.copy()
    for name, value in cells.items():
        assert frame.loc[frame["source_id"] == source_id, name].item() != value
        frame.loc[frame["source_id"] == source_id, name] = value
    return replace(listed, frame=frame)


def test_an_honest_plan_fits_its_list() -> None:
    assert failures(city()) == set()


@given(
    seed=st.integers(0, 10_000),
    level=st.sampled_from(list(Level)),
    mode=st.sampled_from(list(Mode)),
)
@settings(max_examples=20)
def test_every_plan_of_the_builder_fits_its_list(seed: int, level: Level, mode: Mode) -> None:
    clinker = [source(f"k{index}", **CLINKER_B | {"grade": grade}) for index, grade in enumerate("ABCD")]
    listed = inventory(*random_rows(seed), *clinker)
    found = solved(build_problem(listed, rules_in_force(), alert(level), mode))
    assert failures(listed, found.plan, found.problem.header) == set()


@pytest.mark.parametrize("pollutant", ["so2", "nox", "pm", "vocs"])
def test_a_base_that_was_tampered_with_is_caught(pollutant: str) -> None:
    assert failures(tampered("zz-rest", **{f"{pollutant}_kg_per_day": 19.0})) == {"base"}


def test_a_line_that_rests_in_the_list_is_not_in_the_base() -> None:
    assert failures(tampered("alone", status="idle")) == {"base"}


@pytest.mark.parametrize("other", [{"list_sha256": "f" * 64}, {"rules_sha256": "f" * 64}])
def test_another_list_or_other_rules_are_caught(other: dict[str, str]) -> None:
    assert failures(city(), header=replace(HONEST.problem.header, **other)) == {"same_list_and_rules"}


def test_a_source_that_is_not_in_the_list_is_caught() -> None:
    frame = city().frame
    assert failures(replace(city(), frame=frame[frame["source_id"] != "duty"])) == {"sources_known"}


def test_kilograms_of_a_line_held_hot_that_do_not_follow_are_caught() -> None:
    assert failures(tampered("h1", hold_hot_share=0.2)) == {"kilograms"}


def test_kilograms_of_a_site_that_do_not_follow_are_caught() -> None:
    rows = [item for item in HONEST.plan.curtailments if item.source_id == "yard"]
    wrong = replace(rows[0], reduction_kg_per_day=(0.0, 0.0, rows[0].reduction_kg_per_day[2] + 1.0, 0.0))
    plan = with_row(HONEST.plan, wrong)
    assert failures(city(), plan) == {"kilograms"}


def with_row(plan: Plan, row: object) -> Plan:
    rows = tuple(row if item.source_id == row.source_id else item for item in plan.curtailments)  # type: ignore[attr-defined]
    return replace(plan, curtailments=rows)


@pytest.mark.parametrize("cells", [{"value_added_yuan_per_day": 999.0}, {"restart_cost_yuan": 499.0}])
def test_a_cost_that_does_not_follow_is_caught(cells: dict[str, object]) -> None:
    assert failures(tampered("h1", **cells)) == {"costs"}


def test_a_limit_pays_no_restart() -> None:
    listed = inventory(source("s", orange_measure="limit", orange_kept_share=0.5, **MONEY), rest(pm=1.0))
    found = solved(build_problem(listed, rules_in_force(), alert(), Mode.FILED))
    assert found.plan.objective_yuan == pytest.approx(1500.0)
    assert failures(listed, found.plan, found.problem.header) == set()


@pytest.mark.parametrize("cells", [{"white_listed": True}, {"exempt_through": "yellow"}, {"grade": "A"}])
def test_ordering_who_is_left_alone_by_list_and_rules_is_caught(cells: dict[str, object]) -> None:
    assert failures(tampered("h1", **cells)) == {"left_alone"}


def test_ordering_a_small_firm_is_caught() -> None:
    firm = source("s", pm_kg_per_day=0.3, yellow_measure="halt", yellow_kept_share=0.0)
    coal, clean = (inventory(firm | {"uses_coal": burns}, rest(pm=1.0)) for burns in (True, False))
    found = solved(build_problem(coal, rules_in_force(), alert(Level.YELLOW), Mode.FILED))
    assert failures(clean, found.plan, found.problem.header) == {"left_alone"}


def test_a_builder_that_forgets_a_floor_is_caught() -> None:
    listed = inventory(source("s", **CLINKER_B), rest(pm=1.0))
    forgetful = rules_without("industries.cement_clinker.b.orange.limit", "national.menu.")
    found = solved(build_problem(listed, forgetful, alert(), Mode.DESIGN))
    assert failures(listed, found.plan, found.problem.header) == {"floors"}
    assert failures(listed, found.plan, found.problem.header, rules=forgetful) == set()


def test_a_floor_ends_at_the_technical_limit() -> None:
    listed = inventory(source("s", **CLINKER_B, can_stop=False, minimum_load_share=0.9), rest(pm=1.0))
    found = solved(build_problem(listed, rules_in_force(), alert(), Mode.DESIGN))
    assert found.plan.curtailments[0].kept_share == 0.9
    assert failures(listed, found.plan, found.problem.header) == set()


@pytest.mark.parametrize("mode", [Mode.FILED, Mode.FILL])
def test_a_plan_that_passes_over_a_filed_measure_is_caught(mode: Mode) -> None:
    listed = inventory(source("s", grade="B", orange_measure="limit", orange_kept_share=0.7), rest(pm=1.0))
    found = solved(build_problem(listed, rules_in_force(), alert(), Mode.DESIGN))
    assert failures(listed, found.plan, found.problem.header) == set()
    assert failures(listed, found.plan, replace(found.problem.header, mode=mode)) == {"filed"}


def test_the_first_offender_is_named() -> None:
    checks = audit_against_list(tampered("h1", grade="A"), rules_in_force(), HONEST.problem.header, HONEST.plan)
    assert [check.place for check in checks if not check.passed] == ["h1"]
