"""The ledger of the winter's hours: read, laid upon a problem, and everything wrong with it told at once."""

from pathlib import Path

import numpy as np

from planner.errors import Finding
from planner.season import HoursLedger, season_hours
from planner.sources import read_season_hours
from tests.tiny import problem, rest, source

QUESTION = problem(
    source("a", enterprise_id="E", line_id="1#", pm_kg_per_day=1.0),
    source("b", enterprise_id="E", line_id="2#", pm_kg_per_day=1.0),
    source("c", enterprise_id="F", line_id="1#", pm_kg_per_day=1.0),
    source("d", enterprise_id="F", line_id="1#", pm_kg_per_day=1.0),
    rest(pm=10.0),
)


def read(folder: Path, text: str) -> tuple[HoursLedger | None, list[str]]:
    path = folder / "hours.csv"
    path.write_text(text, "utf-8")
    ledger, findings = read_season_hours(path)
    return ledger, codes(findings)


def codes(findings: tuple[Finding, ...]) -> list[str]:
    return [item.code for item in findings]


def test_a_ledger_with_chinese_headers_is_read_and_laid_upon_the_problem(tmp_path: Path) -> None:
    ledger, findings = read(tmp_path, "统一社会信用代码,生产线编号,累计停产小时\nE,1#,72.5\nE,2#,24\n")
    assert ledger is not None
    assert findings == []
    hours, told = season_hours(ledger, QUESTION, 0.01)
    assert hours is not None
    assert told == ()
    assert np.array_equal(hours.stopped_hours, [72.5, 24.0, 0.0, 0.0, 0.0])


def test_rows_of_one_line_add_up_and_a_line_that_is_gone_is_a_warning(tmp_path: Path) -> None:
    ledger, _ = read(tmp_path, "source_id,stopped_hours\na,72\na,24\nz,5\n")
    assert ledger is not None
    hours, told = season_hours(ledger, QUESTION, 0.01)
    assert hours is not None
    assert hours.stopped_hours[0] == 96.0
    assert sorted(codes(told)) == ["season.hours.added", "season.hours.added", "season.hours.stranger"]


def test_a_row_that_names_two_lines_is_an_error(tmp_path: Path) -> None:
    ledger, _ = read(tmp_path, "enterprise_id,line_id,stopped_hours\nF,1#,72\n")
    assert ledger is not None
    hours, told = season_hours(ledger, QUESTION, 0.01)
    assert hours is None
    assert codes(told) == ["season.source.ambiguous"]


def test_everything_wrong_is_told_at_once(tmp_path: Path) -> None:
    ledger, findings = read(tmp_path, "source_id,stopped_hours\na,-1\nb,9999\nc,inf\n,5\nd,abc\n")
    assert ledger is None
    assert findings == [*["season.hours.unreadable"] * 3, "season.source.unnamed", "season.hours.unreadable"]


def test_a_ledger_without_its_columns_says_which_are_missing(tmp_path: Path) -> None:
    ledger, findings = read(tmp_path, "line_id,hours\n1#,5\n")
    assert ledger is None
    assert sorted(findings) == ["season.header.missing", "season.header.missing", "season.header.unknown"]
