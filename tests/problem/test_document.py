"""PlanProblem as text: a round trip that loses nothing, and a reader that guesses nothing."""

import json
from collections.abc import Iterator
from datetime import UTC, datetime
from functools import cache
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from planner.alert import make_alert
from planner.errors import FindingsError
from planner.problem import build_problem, problem_from_text, problem_sha256, problem_to_text
from planner.terms import Level, Mode
from tests.tiny import ON, inventory, problem, random_rows, rules_in_force, source

Path = tuple[str | int, ...]
CODES = {"plan.problem_unreadable", "plan.problem_malformed"}


@cache
def text() -> str:
    """A problem with every table filled: options, cohorts, units, share rules, citations."""
    clinker = {"key_industry": "cement", "sub_process": "clinker", "enterprise_id": "EK"}
    rows = [*random_rows(5), *[source(f"k{line}", **clinker) for line in range(3)]]
    return problem_to_text(problem(*rows, level=Level.YELLOW, mode=Mode.FILL))


def leaves(value: Any, path: Path = ()) -> Iterator[Path]:
    inside = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else None
    if inside is None:
        yield path
        return
    for key, item in inside:
        yield from leaves(item, (*path, key))


def replaced(path: Path, value: object) -> str:
    document = json.loads(text())
    owner = document
    for key in path[:-1]:
        owner = owner[key]
    owner[path[-1]] = value
    return json.dumps(document)


def refusal(bad: str) -> str:
    with pytest.raises(FindingsError) as caught:
        problem_from_text(bad)
    assert {item.code for item in caught.value.findings} <= CODES
    return " ".join(item.where.column for item in caught.value.findings)


def test_every_table_of_the_sample_is_filled() -> None:
    question = problem_from_text(text())
    assert min(question.units.count, question.share_rules.count, question.cohorts.count, len(question.citations)) > 0


def test_a_problem_survives_its_text_byte_for_byte() -> None:
    assert problem_to_text(problem_from_text(text())) == text()


@given(seed=st.integers(0, 10_000), level=st.sampled_from(list(Level)), mode=st.sampled_from(list(Mode)))
@settings(max_examples=20)
def test_any_problem_survives_its_text(seed: int, level: Level, mode: Mode) -> None:
    written = problem_to_text(problem(*random_rows(seed), level=level, mode=mode))
    assert problem_to_text(problem_from_text(written)) == written


@pytest.mark.parametrize("grade", ["A", "B"], ids=["no cohorts", "no whole lines"])
def test_an_empty_table_keeps_its_width(grade: str) -> None:
    question = problem(source("s", grade=grade))
    again = problem_from_text(problem_to_text(question))
    assert again.units.halts_min.shape == question.units.halts_min.shape == (0, 7)
    assert again.cohorts.allowed.shape == question.cohorts.allowed.shape


def test_an_end_survives_and_none_stays_none() -> None:
    end = datetime(2026, 11, 26, tzinfo=UTC)
    warning = make_alert(Level.RED, ON, None, end, None)
    question = build_problem(inventory(source("s")), rules_in_force(), warning, Mode.DESIGN)
    assert problem_from_text(problem_to_text(question)).header.end == end
    assert problem_from_text(text()).header.end is None


def test_the_hash_is_that_of_the_text() -> None:
    assert problem_sha256("") == "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"


@pytest.mark.parametrize("bad", ["", "{", "[]", "null", "7", '"problem"', "{}", '{"header": NaN}', "[" * 100_000])
def test_what_is_no_problem_is_refused(bad: str) -> None:
    assert refusal(bad) is not None


@pytest.mark.parametrize("table", ["header", "targets", "sources", "options", "cohorts", "units", "share_rules"])
def test_a_table_that_is_missing_is_named(table: str) -> None:
    document = json.loads(text())
    del document[table]
    assert refusal(json.dumps(document)) == "problem"


def test_a_key_too_many_is_refused() -> None:
    assert refusal(replaced(("targets", "extra"), 1.0)) == "problem.targets"


@pytest.mark.parametrize(
    ("path", "value"),
    [
        (("header", "duration_days"), 3.5),
        (("header", "duration_days"), True),
        (("header", "level"), "purple"),
        (("header", "on"), "yesterday"),
        (("header", "start"), 7),
        (("targets", "level_share"), "0.2"),
        (("targets", "level_share"), True),
        (("targets", "share", 0), None),
        (("sources", "source_id", 0), 7),
        (("sources", "base_kg_per_day", 0, 0), "much"),
        (("sources", "first_option"), 7),
        (("options", "source", 0), 0.5),
        (("options", "halts", 0), 1),
    ],
)
def test_a_value_of_another_type_is_refused(path: Path, value: object) -> None:
    refusal(replaced(path, value))


@pytest.mark.parametrize(
    ("path", "value", "place"),
    [
        (("options", "kept_share", 0), 1.5, "options.kept_share"),
        (("options", "cost_yuan", 0), -1.0, "options.cost_yuan"),
        (("sources", "base_kg_per_day", 0, 0), -1.0, "sources.base_kg_per_day"),
        (("sources", "source_id", 0), "zzz", "sources.source_id"),
        (("sources", "first_option", 1), 0, "sources.first_option"),
        (("sources", "cohort", 0), 99, "sources.cohort"),
        (("sources", "unit", 0), -2, "sources.unit"),
        (("options", "basis", 0), 3, "options.basis"),
        (("options", "measures", 0), 99, "options.measures"),
        (("share_rules", "member", 0), -1, "share_rules.member"),
        (("units", "cohort", 0), 99, "units.cohort"),
        (("header", "duration_days"), 0, "header.duration_days"),
        (("share_rules", "first_member", 1), 99, "share_rules.first_member"),
        (("share_rules", "first_member", 0), 1, "share_rules.first_member"),
        (("share_rules", "first_member", 1), -1, "share_rules.first_member"),
    ],
)
def test_a_value_out_of_its_bounds_is_named(path: Path, value: object, place: str) -> None:
    assert refusal(replaced(path, value)) == place


@pytest.mark.parametrize(
    "path",
    [
        ("sources", "grade"),
        ("sources", "line_name"),
        ("sources", "industry_code"),
        ("sources", "key_industry"),
        ("sources", "sub_process"),
        ("sources", "standing_citation"),
        ("sources", "base_kg_per_day"),
        ("sources", "floor_kg_per_day"),
        ("options", "halts"),
        ("options", "reduction_kg_per_day"),
        ("cohorts", "allowed"),
        ("units", "halts_min"),
        ("share_rules", "required"),
        ("share_rules", "citation"),
    ],
)
def test_a_column_that_is_too_short_is_named(path: Path) -> None:
    document = json.loads(text())
    column = document[path[0]][path[1]]
    assert refusal(replaced(path, column[:-1])) == ".".join(map(str, path))


JUNK = st.one_of(
    st.none(),
    st.booleans(),
    st.integers(),
    st.sampled_from([10**19, 10**400, -1, 1e308, 5e-324, "", "\x00", "1", "红", [], {}, [[]], [None], {"a": 1}]),
    st.floats(allow_nan=True, allow_infinity=True),
    st.text(max_size=4),
)


@given(data=st.data(), junk=JUNK)
@settings(max_examples=300)
def test_junk_in_any_place_is_a_finding_or_a_problem_never_a_traceback(data: st.DataObject, junk: object) -> None:
    path = data.draw(st.sampled_from(kinds()[data.draw(st.sampled_from(sorted(kinds())))]))
    codes, written = read_or_codes(replaced(path, junk))
    assert codes <= CODES
    assert bool(codes) != bool(written)
    if written:
        assert problem_to_text(problem_from_text(written)) == written


def read_or_codes(raw: str) -> tuple[set[str], str]:
    """The codes of the findings, or the problem written again."""
    try:
        return set(), problem_to_text(problem_from_text(raw))
    except FindingsError as error:
        return {item.code for item in error.findings}, ""


@cache
def kinds() -> dict[str, list[Path]]:
    """Places of the sample by what they are, so that rare tables are met as often as large ones."""
    found: dict[str, list[Path]] = {}
    for path in leaves(json.loads(text())):
        for depth in range(1, len(path) + 1):
            name = ".".join("#" if isinstance(key, int) else key for key in path[:depth])
            found.setdefault(name, []).append(path[:depth])
    return found
