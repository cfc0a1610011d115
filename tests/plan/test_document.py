"""The plan document holds the contract's fields, names as written, and its hash speaks of the plan alone."""

import json
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from planner.alert import make_alert
from planner.plan import PlanDocument, plan_body, plan_to_text
from planner.plan.document import body_sha256
from planner.problem import build_problem, problem_sha256
from planner.terms import POLLUTANTS, Level, Mode
from tests.audit.made import TOO_MUCH, case, document, solved
from tests.tiny import ON, inventory, rules_in_force, source

CONTRACT = [
    "schema_version",
    "status",
    "mode",
    "level",
    "city",
    "on",
    "start",
    "end",
    "duration_days",
    "objective_yuan",
    "bound_yuan",
    "gap",
    "totals",
    "exchange",
    "by_basis",
    "curtailments",
    "shortfalls",
    "audit",
    "problem",
    "season_price_yuan",
    "baselines",
    "prices",
    "alternatives",
    "changes",
    "plan_sha256",
    "provenance",
    "created_at",
]
BEYOND = ["baseline_shares", "city_code", "required_shares", "stages", "termination", "rests_on"]
NAMES = [str(item) for item in POLLUTANTS]


def body() -> dict[str, Any]:
    found: dict[str, Any] = json.loads(plan_to_text(document(case())))
    return found


def test_the_fields_are_those_of_the_contract_and_a_few_more() -> None:
    assert sorted(body()) == sorted([*CONTRACT, *BEYOND])


@pytest.mark.parametrize(
    ("field", "keys"),
    [
        ("totals", NAMES),
        ("exchange", ["required_sum_share", "sum_share", "used"]),
        ("by_basis", ["floor", "filed", "chosen"]),
        ("audit", ["verdict", "checks"]),
        ("provenance", ["list_sha256", "rules_sha256", "planner_version", "ortools_version", "seed"]),
    ],
)
def test_a_table_has_the_keys_of_the_contract(field: str, keys: list[str]) -> None:
    assert list(body()[field]) == keys


@pytest.mark.parametrize("pollutant", NAMES)
def test_a_total_has_the_keys_of_the_contract(pollutant: str) -> None:
    keys = ["base_kg_per_day", "reduction_kg_per_day", "share", "target_share", "met"]
    assert list(body()["totals"][pollutant]) == keys


@pytest.mark.parametrize("basis", ["floor", "filed", "chosen"])
def test_a_share_by_basis_names_every_pollutant(basis: str) -> None:
    assert list(body()["by_basis"][basis]) == NAMES


def test_a_curtailment_has_the_keys_of_the_contract() -> None:
    keys = {"source_id", "enterprise_id", "measures", "kept_share", "start", "end", "cost_yuan", "basis", "citations"}
    assert set(body()["curtailments"][0]) == keys | {"reduction_kg_per_day", "option"}
    assert list(body()["curtailments"][0]["reduction_kg_per_day"]) == NAMES


def test_a_shortfall_has_the_keys_of_the_contract() -> None:
    short = plan_body(document(case(TOO_MUCH)))["shortfalls"]
    assert list(short[0]) == ["pollutant", "missing_share", "missing_kg_per_day"]


def test_words_are_those_of_the_contract() -> None:
    found = body()
    assert (found["status"], found["mode"], found["level"], found["city"]) == ("optimal", "fill", "yellow", "changzhi")
    assert (found["on"], found["start"], found["end"]) == ("2026-11-23", "2026-11-24T00:00:00+08:00", None)
    assert (found["duration_days"], found["audit"]["verdict"]) == (3, "passed")


def test_a_plan_that_misses_its_cuts_says_so() -> None:
    found = plan_body(document(case(TOO_MUCH)))
    assert (found["status"], found["audit"]["verdict"]) == ("infeasible", "passed_with_shortfall")


def test_an_end_is_written_with_its_offset() -> None:
    end = datetime(2026, 11, 25, 16, tzinfo=UTC)
    warning = make_alert(Level.RED, ON, None, end, None)
    question = build_problem(inventory(source("s")), rules_in_force(), warning, Mode.DESIGN)
    assert plan_body(document(solved(question)))["end"] == "2026-11-25T16:00:00+00:00"


def test_costs_and_kilograms_add_up_to_the_stated_sums() -> None:
    found = body()
    assert sum(row["cost_yuan"] for row in found["curtailments"]) == pytest.approx(found["objective_yuan"])
    for name in NAMES:
        total = sum(row["reduction_kg_per_day"][name] for row in found["curtailments"])
        assert total == pytest.approx(found["totals"][name]["reduction_kg_per_day"])


def later(made: PlanDocument) -> PlanDocument:
    return replace(made, created_at=made.created_at + timedelta(days=1))


def test_the_time_of_making_changes_neither_hash_nor_anything_else() -> None:
    one, two = plan_body(document(case())), plan_body(later(document(case())))
    assert {key for key in one if one[key] != two[key]} == {"created_at"}


@pytest.mark.parametrize("field", [name for name in (*CONTRACT, *BEYOND) if name not in ("plan_sha256", "created_at")])
def test_every_other_field_is_hashed(field: str) -> None:
    found = body()
    assert body_sha256(found | {field: "another"}) != found["plan_sha256"]


def test_the_hash_can_be_made_again_from_the_text() -> None:
    assert body_sha256(body()) == body()["plan_sha256"]


def test_a_sidecar_is_named_with_its_hash_and_the_problem_left_out() -> None:
    made = document(case(), "plan.problem.json")
    digest = problem_sha256(made.problem_text)
    assert plan_body(made)["problem"] == {"file": "plan.problem.json", "sha256": digest}
    assert plan_body(document(case(), None))["problem"] == {"sha256": digest}


def test_the_text_is_one_line_of_strict_json() -> None:
    text = plan_to_text(document(case()))
    assert "\n" not in text
    assert "虚构" in text


def test_a_number_that_is_none_is_not_written() -> None:
    wrong = replace(document(case()), report=replace(case().report, bound_yuan=float("-inf")))
    with pytest.raises(ValueError, match="JSON compliant"):
        plan_to_text(wrong)
