"""A book file before the referee: three plans, their nesting, their sums, from the file alone."""

import json
from dataclasses import replace
from typing import Any

import pytest

from planner.audit import audit_book, verify_book, verify_text
from planner.errors import FindingsError
from planner.plan import (
    BookResult,
    Verdict,
    assemble_plan,
    count_touched,
    make_book_result,
    read_book_summary,
    relative_gap,
)
from planner.terms import LEVELS, Mode
from tests.audit.made import rows, solved
from tests.audit.made_book import book_document, file_of, honest_file, problems, result
from tests.books import book_problems

Path = tuple[str | int, ...]
CLAIMED = ("bound_yuan", "termination", "created_at", "plans", "alone_yuan", "alone_bound_yuan", "alone_missing_points")


def leaves(value: Any, path: Path = ()) -> list[tuple[Path, Any]]:
    if not isinstance(value, dict | list):
        return [(path, value)]
    items = value.items() if isinstance(value, dict) else enumerate(value)
    return [leaf for key, item in items for leaf in leaves(item, (*path, key))]


def own_leaves() -> list[tuple[Path, Any]]:
    """Every leaf of the book's own fields that follows from its plans."""
    body = json.loads(honest_file())
    return [(path, value) for path, value in leaves(body) if not set(path) & set(CLAIMED)]


def changed(path: Path, value: object) -> str:
    body = json.loads(honest_file())
    owner = body
    for key in path[:-1]:
        owner = owner[key]
    owner[path[-1]] = value
    return json.dumps(body)


def is_refused(text: str) -> bool:
    try:
        return verify_book(text).report.verdict is Verdict.REFUSED
    except FindingsError:
        return True


def torn_book() -> BookResult:
    """The book with a yellow plan that takes from everybody all that can be taken."""
    found, yellow = result(), problems()[0]
    everything = book_problems(*rows(), mode=Mode.FILL, shares=(0.99, 0.99, 0.99))[0]
    plan = assemble_plan(yellow, solved(everything).plan.chosen)
    cost = found.levels[0].report.stages[1]
    stages = tuple(
        replace(item, value=plan.objective_yuan)
        if item is cost
        else replace(item, value=count_touched(yellow, plan.chosen))
        for item in found.levels[0].report.stages[1:]
    )
    report = replace(
        found.levels[0].report,
        gap=relative_gap(plan.objective_yuan, cost.bound),
        stages=(found.levels[0].report.stages[0], *stages),
    )
    levels = (replace(found.levels[0], plan=plan, report=report), *found.levels[1:])
    return make_book_result(levels, found.weights, found.bound_yuan, found.termination)


def test_an_honest_book_passes() -> None:
    assert verify_book(honest_file()).report.verdict is Verdict.PASSED


def test_each_plan_of_a_book_is_an_ordinary_plan_file() -> None:
    plans = json.loads(honest_file())["plans"]
    verdicts = [verify_text(json.dumps(plans[level])).report.verdict for level in LEVELS]
    assert verdicts == [Verdict.PASSED] * 3


def test_the_book_names_the_halt_that_orange_does_not_repeat() -> None:
    told = read_book_summary(honest_file()).exceptions
    assert ("yellow", "orange", "h1", "obliged") in {
        (item.laxer, item.stricter, item.source_id, item.kind) for item in told
    }


@pytest.mark.parametrize("place", range(0, len(own_leaves()), 3))
def test_a_book_that_says_another_thing_of_itself_is_refused(place: int) -> None:
    path, value = own_leaves()[place]
    other = not value if isinstance(value, bool) else value + 1 if isinstance(value, int | float) else f"{value}x"
    assert is_refused(changed(path, other)), path


@pytest.mark.parametrize("level", LEVELS)
def test_a_plan_changed_by_a_kilogram_is_refused(level: str) -> None:
    totals = json.loads(honest_file())["plans"][level]["totals"]["pm"]["reduction_kg_per_day"]
    assert is_refused(changed(("plans", level, "totals", "pm", "reduction_kg_per_day"), totals + 1.0))


def test_plans_that_are_not_nested_are_refused_with_the_source() -> None:
    torn = torn_book()
    plans = book_document(torn).plans
    report = audit_book(plans, torn, book_document(torn).exceptions)
    failed = {check.code: check.place for check in report.checks if not check.passed}
    assert report.verdict is Verdict.REFUSED
    assert failed["audit.book.nested"].startswith("yellow/orange/")


def test_a_torn_book_is_refused_from_its_file_too() -> None:
    assert is_refused(file_of(book_document(torn_book())))


def test_an_exception_that_is_left_out_is_refused() -> None:
    body = json.loads(honest_file())
    body["nesting"]["exceptions"].pop()
    assert is_refused(json.dumps(body))


def test_a_bound_above_the_cost_is_refused() -> None:
    cost = json.loads(honest_file())["objective_yuan"]
    assert is_refused(changed(("bound_yuan",), cost + 1.0))


def test_levels_in_another_order_are_refused() -> None:
    body = json.loads(honest_file())
    plans = body["plans"]
    plans["yellow"], plans["red"] = plans["red"], plans["yellow"]
    assert is_refused(json.dumps(body))


@pytest.mark.parametrize("text", ["", "[]", "{}", '{"plans": {}}', '{"plans": {"yellow": 1, "orange": 2, "red": 3}}'])
def test_what_is_no_book_is_a_finding(text: str) -> None:
    with pytest.raises(FindingsError):
        verify_book(text)
