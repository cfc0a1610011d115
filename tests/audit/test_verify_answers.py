"""The answers in a plan file before the referee: what follows from the problem cannot be changed."""

import json
from contextlib import suppress
from dataclasses import replace
from functools import cache
from typing import Any

import pytest

from planner.audit import verify_text
from planner.errors import FindingsError
from planner.plan import (
    Clash,
    Clause,
    Price,
    PriceStep,
    Relaxation,
    Verdict,
    Volunteer,
    WhyNot,
    find_alternative,
    find_held_back,
    plan_to_text,
)
from planner.plan.document import body_sha256
from tests.audit.made import TOO_MUCH, case, document


@cache
def with_answers() -> str:
    """The file with prices and an alternative: another option for one firm."""
    found = document(case())
    steps = {"up": PriceStep(objective_yuan=90_000.0, bound_yuan=89_000.0), "down": None}
    other = case().choose(b1=0, b2=0)
    alternative = find_alternative(found.problem, found.plan, other)
    prices = (Price(row="pm", **steps),)
    return plan_to_text(replace(found, prices=prices, alternatives=(alternative,)))


@cache
def with_why_not() -> str:
    """The file of missed cuts with the whole of why not."""
    found = document(case(TOO_MUCH))
    firm = Volunteer(enterprise_id="E", enterprise_name="甲", kilograms_per_day=(0.0, 1.0, 2.0, 0.0), cost_yuan=5.0)
    why_not = WhyNot(
        held_back=find_held_back(found.problem),
        clash=(Clash(clause=Clause.MENU, objective_yuan=9.0),),
        relaxations=(
            Relaxation(clause=Clause.MENU, objective_yuan=9.0, shortfalls=found.plan.shortfalls, volunteers=(firm,)),
        ),
    )
    return plan_to_text(replace(found, why_not=why_not))


def numbers(value: Any, path: tuple[Any, ...]) -> list[tuple[Any, ...]]:
    if isinstance(value, dict | list):
        items = value.items() if isinstance(value, dict) else enumerate(value)
        return [found for key, item in items for found in numbers(item, (*path, key))]
    return [path] if type(value) in (int, float) else []


def verdict_after(text: str, path: tuple[Any, ...]) -> Verdict:
    """The verdict on the file with one number changed and the hash renewed."""
    body = json.loads(text)
    owner = body
    for key in path[:-1]:
        owner = owner[key]
    owner[path[-1]] += 1
    try:
        return verify_text(json.dumps(body | {"plan_sha256": body_sha256(body)})).report.verdict
    except FindingsError:
        return Verdict.REFUSED


@pytest.mark.parametrize("text", [with_answers(), with_why_not()], ids=["prices, alternatives", "why not"])
def test_a_file_with_answers_passes_as_it_was_written(text: str) -> None:
    assert verify_text(text).report.verdict in (Verdict.PASSED, Verdict.PASSED_WITH_SHORTFALL)


@pytest.mark.parametrize("field", ["prices", "alternatives"])
def test_no_number_of_prices_and_alternatives_can_be_changed(field: str) -> None:
    """A claimed cost too: what is derived from it stands beside it."""
    paths = numbers(json.loads(with_answers())[field], (field,))
    assert len(paths) > 3
    assert [path for path in paths if verdict_after(with_answers(), path) is not Verdict.REFUSED] == []


def test_what_is_held_back_cannot_be_changed() -> None:
    paths = numbers(json.loads(with_why_not())["why_not"]["held_back"], ("why_not", "held_back"))
    assert len(paths) > 3
    assert [path for path in paths if verdict_after(with_why_not(), path) is not Verdict.REFUSED] == []


def test_the_extra_cost_of_a_relaxation_follows_from_its_cost() -> None:
    for name in ("objective_yuan", "extra_yuan"):
        assert verdict_after(with_why_not(), ("why_not", "relaxations", 0, name)) is Verdict.REFUSED


def test_an_alternative_that_breaks_a_rule_cannot_be_told_as_permitted() -> None:
    body = json.loads(with_answers())
    assert body["alternatives"][0]["permitted"] in (True, False)
    body["alternatives"][0]["permitted"] = not body["alternatives"][0]["permitted"]
    text = json.dumps(body | {"plan_sha256": body_sha256(body)})
    assert verify_text(text).report.verdict is Verdict.REFUSED


@pytest.mark.parametrize("junk", [None, 3, "x", [], {}, [3], {"a": 1}, [{"options": {"nobody": 1}}]])
@pytest.mark.parametrize("field", ["prices", "alternatives", "why_not", "baselines", "baseline_shares"])
def test_junk_in_an_answer_never_ends_in_a_traceback(field: str, junk: object) -> None:
    body = json.loads(with_answers()) | {field: junk}
    text = json.dumps(body | {"plan_sha256": body_sha256(body)})
    with suppress(FindingsError):
        assert verify_text(text).report.verdict in (Verdict.PASSED, Verdict.REFUSED)


def test_a_file_without_the_optional_parts_passes() -> None:
    text = plan_to_text(replace(document(case()), baselines=()))
    assert json.loads(text)["baselines"] == {}
    assert verify_text(text).report.verdict is Verdict.PASSED
