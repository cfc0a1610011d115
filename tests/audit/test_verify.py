"""A plan file before the referee: from its content alone, no number may differ from what follows from its problem."""

import json
import math
from collections.abc import Iterator
from copy import deepcopy
from dataclasses import replace
from functools import cache, reduce
from typing import Any

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from planner.audit import read_plan_file, verify_text
from planner.errors import FindingsError
from planner.plan import Verdict, plan_to_text
from planner.plan.document import body_sha256
from planner.problem import problem_to_text
from planner.terms import Mode
from tests.audit.made import ENOUGH, TOO_MUCH, case, document, file_text, solved
from tests.tiny import problem, random_rows, source

Path = tuple[str | int, ...]
CHOSEN_IDS = ("rests_on", "measures", "chosen_menu", "source_ids")
CLAIMED = ("bound_yuan", "problem", "provenance", "created_at", "termination")
"""What a file may claim: its question, where it comes from, and a bound of which only the arithmetic is checked."""


def leaves(value: Any, path: Path = ()) -> Iterator[tuple[Path, Any]]:
    if not isinstance(value, dict | list):
        yield path, value
        return
    for key, item in value.items() if isinstance(value, dict) else enumerate(value):
        yield from leaves(item, (*path, key))


def followers(share: float = ENOUGH) -> list[tuple[Path, Any]]:
    """Every leaf that follows from the problem and the chosen options."""
    return [(path, value) for path, value in leaves(json.loads(file_text(share))) if path[0] not in CLAIMED]


def changed(path: Path, value: object, share: float = ENOUGH) -> dict[str, Any]:
    body = json.loads(file_text(share))
    owner = body
    for key in path[:-1]:
        owner = owner[key]
    owner[path[-1]] = value
    return body


def written(body: dict[str, Any], *, renewed: bool) -> str:
    return json.dumps(body | {"plan_sha256": body_sha256(body)} if renewed else body)


def is_refused(text: str, sidecar: str | None = None) -> bool:
    """Refused by the referee, or unreadable as a plan."""
    try:
        return verify_text(text, sidecar).report.verdict is Verdict.REFUSED
    except FindingsError:
        return True


@pytest.mark.parametrize(("share", "verdict"), [(ENOUGH, Verdict.PASSED), (TOO_MUCH, Verdict.PASSED_WITH_SHORTFALL)])
def test_a_file_as_it_was_written_passes(share: float, verdict: Verdict) -> None:
    assert verify_text(file_text(share)).report.verdict is verdict


@pytest.mark.parametrize("mode", list(Mode))
@pytest.mark.parametrize(
    "cells",
    [{"grade": "B"}, {"grade": "A"}, {"source_kind": "rest", "enterprise_id": "", "grade": "none"}, {"status": "idle"}],
    ids=["no whole lines", "no cohorts", "nobody to order", "nothing that runs"],
)
def test_an_honest_file_of_a_city_with_empty_tables_passes(cells: dict[str, object], mode: Mode) -> None:
    found = solved(problem(source("s", pm_kg_per_day=10.0) | cells, mode=mode))
    assert not is_refused(plan_to_text(document(found)))


@given(seed=st.integers(0, 10_000), mode=st.sampled_from(list(Mode)), share=st.sampled_from([0.1, 0.4, 0.9]))
@settings(max_examples=30)
def test_an_honest_file_of_any_city_passes(seed: int, mode: Mode, share: float) -> None:
    found = solved(problem(*random_rows(seed), mode=mode, share=share))
    assert not is_refused(plan_to_text(document(found)))


def test_a_file_gives_back_the_document_it_was_written_from() -> None:
    assert plan_to_text(read_plan_file(json.loads(file_text()), None)) == file_text()


@pytest.mark.parametrize("renewed", [False, True], ids=["hash kept", "hash renewed"])
@pytest.mark.parametrize("step", [1, -1, 0.001])
@pytest.mark.parametrize("share", [ENOUGH, TOO_MUCH])
def test_no_number_can_be_changed(share: float, step: float, *, renewed: bool) -> None:
    numbers = [(path, value) for path, value in followers(share) if type(value) in (int, float) and path[0] != "stages"]
    passed = [
        path for path, value in numbers if not is_refused(written(changed(path, value + step, share), renewed=renewed))
    ]
    assert len(numbers) > 100
    assert passed == []


@pytest.mark.parametrize("renewed", [False, True], ids=["hash kept", "hash renewed"])
@pytest.mark.parametrize("share", [ENOUGH, TOO_MUCH])
@pytest.mark.parametrize(
    "path",
    [("stages", 0, "value"), ("stages", 1, "value"), ("stages", 1, "bound")],
    ids=["missing points", "cost", "bound of the cost"],
)
def test_the_stages_say_what_the_plan_says(path: Path, share: float, *, renewed: bool) -> None:
    value = dict(followers(share))[path]
    assert is_refused(written(changed(path, value + 1.0, share), renewed=renewed))


@pytest.mark.parametrize("renewed", [False, True], ids=["hash kept", "hash renewed"])
def test_no_word_and_no_flag_can_be_changed(*, renewed: bool) -> None:
    words = [
        (path, not value if isinstance(value, bool) else "2026-11-22T00:00:00+08:00" if value is None else f"{value}x")
        for path, value in followers()
        if not isinstance(value, int | float) or isinstance(value, bool)
        if path[0] not in ("plan_sha256", "stages")
    ]
    passed = [path for path, value in words if not is_refused(written(changed(path, value), renewed=renewed))]
    assert len(words) > 100
    assert passed == []


@pytest.mark.parametrize("huge", ["1e999", "-1e999", "Infinity", "NaN"])
def test_no_number_can_be_made_endless(huge: str) -> None:
    numbers = [path for path, value in followers() if type(value) in (int, float) and path[0] != "stages"]
    texts = {path: json.dumps(changed(path, "@")).replace('"@"', huge) for path in numbers}
    assert [path for path, text in texts.items() if not is_refused(text)] == []


@pytest.mark.parametrize("path", [("objective_yuan",), ("gap",), ("bound_yuan",), ("duration_days",)])
def test_a_whole_number_too_large_for_arithmetic_is_refused(path: Path) -> None:
    assert is_refused(json.dumps(changed(path, 10**400)))


@pytest.mark.parametrize(
    "path", [("curtailments",), ("required_shares",), ("rests_on", "rules"), CHOSEN_IDS, ("stages",)], ids=".".join
)
@pytest.mark.parametrize("renewed", [False, True], ids=["hash kept", "hash renewed"])
def test_no_row_can_be_dropped_or_doubled(path: Path, *, renewed: bool) -> None:
    rows = reduce(lambda part, name: part[name], path, json.loads(file_text()))
    lists = [rows[:index] + rows[index + 1 :] for index in range(len(rows))] + [[*rows, rows[-1]], rows[::-1], []]
    assert len(rows) > 1
    assert [found for found in lists if not is_refused(written(changed(path, found), renewed=renewed))] == []


def test_a_check_of_the_audit_cannot_be_left_out() -> None:
    checks = json.loads(file_text())["audit"]["checks"]
    assert is_refused(written(changed(("audit", "checks"), checks[1:]), renewed=True))


def test_a_shortfall_cannot_be_hidden() -> None:
    assert is_refused(written(changed(("shortfalls",), [], TOO_MUCH), renewed=True))


@pytest.mark.parametrize("field", sorted(json.loads(file_text())))
def test_every_field_is_needed(field: str) -> None:
    body = json.loads(file_text())
    del body[field]
    assert is_refused(json.dumps(body))


def test_a_field_too_many_is_refused() -> None:
    assert is_refused(written(json.loads(file_text()) | {"approved_by": "someone"}, renewed=True))


def test_a_lower_bound_with_its_own_gap_is_an_honest_claim() -> None:
    """The bound cannot be proven without a solver: its arithmetic and the status that follows are all there is."""
    report = case().report
    stages = (report.stages[0], replace(report.stages[1], bound=0.0), *report.stages[2:])
    modest = replace(case(), report=replace(report, bound_yuan=0.0, gap=1.0, stages=stages))
    text = plan_to_text(document(modest))
    assert (json.loads(text)["status"], verify_text(text).report.verdict) == ("feasible", Verdict.PASSED)


def test_a_lower_bound_with_the_old_status_is_refused() -> None:
    assert is_refused(written(changed(("bound_yuan",), 0.0) | {"gap": 1.0}, renewed=True))


def test_a_bound_above_the_objective_is_refused() -> None:
    body = json.loads(file_text())
    body |= {"bound_yuan": body["objective_yuan"] + 1.0, "gap": -1.0 / body["objective_yuan"]}
    assert is_refused(written(body, renewed=True))


def test_what_differs_first_is_named() -> None:
    body = changed(("totals", "pm", "share"), 0.5)
    failed = [check for check in verify_text(json.dumps(body)).report.checks if not check.passed]
    assert [(check.code, check.place, check.found) for check in failed] == [
        ("audit.file_follows", ".totals.pm.share", "0.5")
    ]


def test_the_time_of_making_may_be_anything() -> None:
    assert not is_refused(json.dumps(changed(("created_at",), "2031-01-01T00:00:00+08:00")))


@pytest.mark.parametrize("renewed", [False, True], ids=["hash kept", "hash renewed"])
def test_another_option_of_the_menu_does_not_slip_through(*, renewed: bool) -> None:
    rows = json.loads(file_text())["curtailments"]
    others = [
        (("curtailments", index, "option"), row["option"] + step) for index, row in enumerate(rows) for step in (1, -1)
    ]
    assert [path for path, value in others if not is_refused(written(changed(path, value), renewed=renewed))] == []


@pytest.mark.parametrize("option", [-1, 99, 0.0, "0", None, True])
def test_an_option_that_is_none_of_the_source_is_named(option: object) -> None:
    with pytest.raises(FindingsError) as caught:
        verify_text(json.dumps(changed(("curtailments", 0, "option"), option)))
    assert [item.code for item in caught.value.findings] == ["plan.option_unknown"]


def test_a_source_that_is_not_in_the_problem_is_named() -> None:
    with pytest.raises(FindingsError) as caught:
        verify_text(json.dumps(changed(("curtailments", 0, "source_id"), "stranger")))
    assert caught.value.findings[0].where.column == "curtailments.stranger.option"


@pytest.mark.parametrize("text", ["", "{", "[]", "null", "1", "{}", '{"problem": {}}', "[" * 100_000, '{"problem": 3}'])
def test_what_is_no_plan_is_a_finding(text: str) -> None:
    with pytest.raises(FindingsError):
        verify_text(text)


# The sidecar: the problem in a file of its own.

SIDECAR = "plan.problem.json"


def test_a_plan_with_its_sidecar_passes() -> None:
    assert not is_refused(file_text(ENOUGH, SIDECAR), problem_to_text(case().problem))


@pytest.mark.parametrize(
    ("sidecar", "code"), [(None, "plan.sidecar_missing"), ("{}", "plan.sidecar_differs"), ("", "plan.sidecar_differs")]
)
def test_a_sidecar_that_is_missing_or_another_is_named(sidecar: str | None, code: str) -> None:
    with pytest.raises(FindingsError) as caught:
        verify_text(file_text(ENOUGH, SIDECAR), sidecar)
    assert [item.code for item in caught.value.findings] == [code]


@pytest.mark.parametrize("problem_file", [SIDECAR, None])
def test_a_number_beside_a_sidecar_cannot_be_changed_either(problem_file: str | None) -> None:
    body = json.loads(file_text(ENOUGH, problem_file))
    assert set(body["problem"]) == ({"file", "sha256"} if problem_file else {"sha256"})
    body["objective_yuan"] += 1.0
    assert is_refused(written(body, renewed=True), problem_to_text(case().problem))


# Junk: whatever stands in a file, it is a verdict or a finding, never a traceback.

JUNK = st.one_of(
    st.sampled_from([None, True, 0, -1, 99, 10**19, 10**400, 0.5, 1e308, "", "x", [], {}, [[]], [None], {"a": 1}]),
    st.floats(allow_nan=True, allow_infinity=True),
)


@cache
def kinds() -> dict[str, list[Path]]:
    """Places of a file by what they are, so that rare tables are met as often as large ones."""
    found: dict[str, list[Path]] = {}
    for path, _ in leaves(json.loads(file_text())):
        for depth in range(1, len(path) + 1):
            name = ".".join("#" if isinstance(key, int) else key for key in path[:depth])
            found.setdefault(name, []).append(path[:depth])
    return found


@given(kind=st.sampled_from(sorted(kinds())), number=st.integers(0, 1000), junk=JUNK)
@example(kind="objective_yuan", number=0, junk=10**400)
@example(kind="problem.share_rules.first_member.#", number=1, junk=99)
@example(kind="problem.share_rules.citation", number=0, junk=[])
@settings(max_examples=250)
def test_junk_in_any_place_never_ends_in_a_traceback(kind: str, number: int, junk: object) -> None:
    path = kinds()[kind][number % len(kinds()[kind])]
    body = changed(path, deepcopy(junk))
    assert is_refused(json.dumps(body)) or kind.startswith(CLAIMED) or same_value(path, junk)


def same_value(path: Path, junk: object) -> bool:
    """Whether the junk happens to be what stood there, but for the last digits of different machines."""
    value: Any = json.loads(file_text())
    for key in path:
        value = value[key]
    both_numbers = isinstance(value, int | float) and isinstance(junk, int | float)
    return bool(value == junk or (both_numbers and math.isclose(value, junk, rel_tol=1e-11, abs_tol=1e-11)))
