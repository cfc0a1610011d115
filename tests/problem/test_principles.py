"""The grade principle as a check on what firms have filed: a finding, never a floor."""

import pytest

from planner.errors import Finding, Severity
from planner.problem import check_filed_measures
from planner.terms import Level
from tests.tiny import inventory, rules_in_force, source

HALT = {"orange_measure": "halt", "orange_kept_share": 0.0}
LIMIT = {"orange_measure": "limit", "orange_kept_share": 0.7}
STAYS_HOT = {"can_stop": False, "minimum_load_share": 0.5}


def findings(*rows: dict[str, object], level: Level = Level.ORANGE) -> tuple[Finding, ...]:
    return check_filed_measures(inventory(*rows), rules_in_force(), level)


def firm(*lines: dict[str, object], grade: str) -> list[dict[str, object]]:
    return [source(f"s{index}", enterprise_id="E", grade=grade) | cells for index, cells in enumerate(lines)]


@pytest.mark.parametrize(
    ("grade", "lines"),
    [
        ("B", [LIMIT]),
        ("B", [LIMIT, {}]),
        ("B-", [HALT]),
        ("C", [HALT]),
        ("C", [HALT, {}]),
        ("C", [LIMIT | STAYS_HOT]),
        ("D", [HALT, HALT]),
        ("D", [HALT, LIMIT | STAYS_HOT]),
        ("A", [{}]),
    ],
)
def test_a_filing_that_fits_its_grade_is_no_finding(grade: str, lines: list[dict[str, object]]) -> None:
    assert findings(*firm(*lines, grade=grade)) == ()


@pytest.mark.parametrize(
    ("grade", "lines"),
    [("B", [{}]), ("C", [LIMIT]), ("C", [LIMIT, {}]), ("D", [HALT, {}]), ("D", [HALT, STAYS_HOT]), ("D", [LIMIT])],
)
def test_a_filing_below_its_grade_is_one_warning(grade: str, lines: list[dict[str, object]]) -> None:
    (found,) = findings(*firm(*lines, grade=grade))
    assert (found.code, found.severity) == ("plan.filed_below_principle", Severity.WARNING)


def test_the_warning_names_firm_grade_level_and_row() -> None:
    (found,) = findings(source("a", **HALT), source("s", grade="B", enterprise_name="某厂"))
    assert dict(found.values) == {"value": "某厂", "grade": "B", "level": "orange"}
    assert (found.where.file, found.where.row, found.where.column) == ("tiny.csv", 3, "orange_measure")


def test_a_firm_is_told_once_for_all_its_lines() -> None:
    assert len(findings(*firm({}, {}, {}, grade="D"))) == 1


@pytest.mark.parametrize(
    "cells",
    [{"exempt_through": "red"}, {"white_listed": True}, {"guarantee": "heat"}, {"status": "idle"}, {"grade": "none"}],
)
def test_who_stands_outside_the_principle_is_not_warned(cells: dict[str, object]) -> None:
    assert findings(source("s", grade="D") | cells) == ()
