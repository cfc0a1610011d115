"""What is wrong with a file of grade moves is told all at once."""

import pytest

from planner.errors import Severity
from planner.sources import read_grade_dictionary
from tests.inventory.moves import OTHER, codes_of, listed, read, row

STRANGER = "91110108MA01ABCD2U"


def test_sound_moves_are_read_without_a_word() -> None:
    moves, findings = read(row(day="2026-03-01", grade="B", kind="promotion", grade_before="C"), row(grade_before="B"))
    assert findings == ()
    assert moves is not None
    assert moves.frame["from_day"].dt.strftime("%m-%d").tolist() == ["03-01", "11-01"]


def test_every_column_has_a_chinese_header_of_its_own() -> None:
    headers = [item.header_zh for item in read_grade_dictionary()]
    assert len(set(headers)) == len(headers)


def test_everything_is_told_at_once_in_the_order_of_the_file() -> None:
    rows = (row(day="2026-02-30"), row(grade="E"), row(kind="昇级"), row(reason=""), row(enterprise_id="1"))
    assert [at for _, at in codes_of(*rows)] == [2, 3, 4, 5, 6]


@pytest.mark.parametrize(
    ("written", "code", "meant"),
    [
        ("2026/11/1", "list.date.spelling", "2026-11-01"),
        ("2026年11月1日", "list.date.spelling", "2026-11-01"),
        ("20261101", "list.date.spelling", "2026-11-01"),
        ("2026-11-01T00:00:00", "list.date.spelling", "2026-11-01"),
        ("2026-02-30", "list.date.not_a_day", None),
        ("46327", "list.date.not_a_day", None),
        ("=TODAY()", "list.cell.formula", None),
    ],
)
def test_a_day_written_otherwise_is_refused_with_the_day_meant(written: str, code: str, meant: str | None) -> None:
    (item,) = read(row(day=written))[1]
    assert (item.code, dict(item.values).get("meant")) == (code, meant)


@pytest.mark.parametrize(
    ("cells", "code"),
    [
        ({"grade": "B"}, "kind.other_direction"),
        ({"grade": "D", "kind": "promotion"}, "kind.other_direction"),
        ({"grade": "D", "kind": "application"}, "kind.other_direction"),
        ({"grade": "B", "kind": "violation"}, "kind.other_direction"),
        ({"grade": "B", "kind": "upgrade_overdue"}, "kind.other_direction"),
        ({"grade": "B", "kind": "entry"}, "kind.other_direction"),
        ({"grade": "ungraded"}, "kind.other_grade"),
        ({"grade": "B", "kind": "exit"}, "kind.other_grade"),
        ({"grade": "non_leading", "kind": "violation"}, "scheme.other_grade"),
    ],
)
def test_a_move_that_contradicts_itself_is_an_error(cells: dict[str, str], code: str) -> None:
    moves, (item,) = read(row(grade_before="C", **cells))
    assert (moves, item.code) == (None, f"grades.{code}")


@pytest.mark.parametrize(
    ("before", "cells"),
    [
        ("ungraded", {"grade": "C", "kind": "entry"}),
        ("B", {"grade": "ungraded", "kind": "exit"}),
        ("C", {"grade": "C", "kind": "violation"}),
        ("C", {"grade": "A", "kind": "application"}),
    ],
)
def test_a_move_of_each_kind_goes_its_way(before: str, cells: dict[str, str]) -> None:
    assert codes_of(row(grade_before=before, **cells), filed=listed(before)) == []


def test_the_direction_is_known_from_the_move_before_too() -> None:
    first = row(day="2026-03-01", grade="D", grade_before="C")
    assert codes_of(first, row(grade="C")) == [("kind.other_direction", 3)]


def test_an_application_is_approved_from_the_grade_before_it() -> None:
    asked = row(day="2026-03-01", grade="A", grade_before="B", kind="application")
    assert codes_of(asked, row(grade="A", grade_before="C", kind="promotion"), filed=listed("B")) == []


@pytest.mark.parametrize("other", [{"grade": "B", "kind": "promotion"}, {"kind": "violation"}])
def test_two_moves_of_one_day_that_disagree_are_an_error(other: dict[str, str]) -> None:
    assert ("day.two_moves", 3) in codes_of(row(), row(**other))


def test_a_move_of_all_processes_and_one_of_a_process_may_not_disagree() -> None:
    whole = row(enterprise_id=OTHER, key_industry="cement", sub_process="clinker", grade="C")
    part = row(enterprise_id=OTHER, key_industry="cement", sub_process="clinker", grade="D")
    assert ("day.two_moves", 3) in codes_of(whole, part)


def test_the_same_row_twice_is_one_move() -> None:
    moves, findings = read(row(), row())
    assert moves is not None
    assert (moves.count, findings) == (1, ())


@pytest.mark.parametrize(
    ("cells", "code"),
    [
        ({"document": ""}, "document.missing"),
        ({"enterprise_id": OTHER, "key_industry": "casting"}, "scope.unknown"),
        ({"enterprise_id": "91999999000000190F"}, "enterprise.unknown"),
    ],
)
def test_what_changes_nothing_or_lacks_its_paper_is_a_warning(cells: dict[str, str], code: str) -> None:
    moves, (item,) = read(row(**cells))
    assert moves is not None
    assert (item.code, item.severity) == (f"grades.{code}", Severity.WARNING)


def test_a_process_alone_is_an_error() -> None:
    assert codes_of(row(sub_process="melting")) == [("scope.process_alone", 2)]


def test_a_grade_before_that_the_last_move_did_not_leave_is_a_warning() -> None:
    first = row(day="2026-03-01", grade="B", kind="promotion", grade_before="C")
    assert codes_of(first, row(grade_before="A")) == [("before.other_grade", 3)]


@pytest.mark.parametrize(
    ("grade", "told"),
    [("C", []), ("D", []), ("A", [("list.unexplained", 2)]), ("B", [("list.unexplained", 2)])],
)
def test_a_grade_of_the_list_that_no_move_explains_is_a_warning(grade: str, told: list[tuple[str, int]]) -> None:
    assert codes_of(row(grade_before="C"), filed=listed(grade)) == told


def test_a_first_move_without_a_grade_before_is_explained_by_any_list_it_can_start_from() -> None:
    assert codes_of(row(), filed=listed("A")) == []
    assert codes_of(row(grade="C", kind="promotion"), filed=listed("B")) == [("list.unexplained", 2)]
