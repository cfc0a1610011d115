"""The document is written in pieces, byte for byte as json would write its fields whole."""

import json

import pytest

from planner.plan import plan_body, plan_sha256, plan_to_text, write_plan
from planner.problem import problem_json
from tests.audit.made import TOO_MUCH, case, document


@pytest.mark.parametrize("file", ["", None, "plan.problem.json"])
def test_the_text_is_that_of_the_fields_written_whole(file: str | None) -> None:
    made = document(case(), file)
    assert plan_to_text(made) == json.dumps(plan_body(made), ensure_ascii=False)


@pytest.mark.parametrize("file", ["", None, "plan.problem.json"])
def test_the_hash_is_that_of_the_fields_taken_whole(file: str | None) -> None:
    made = document(case(TOO_MUCH), file)
    assert write_plan(made).sha256 == plan_sha256(made) == plan_body(made)["plan_sha256"]


def test_a_problem_is_hashed_with_sorted_keys_and_read_in_the_order_of_its_records() -> None:
    made = document(case())
    whole, parts = json.loads(made.problem_text), problem_json(made.problem)
    assert "".join(parts.spaced) == json.dumps(whole, ensure_ascii=False)
    short = json.dumps(whole, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    assert "".join(parts.canonical) == short
