"""The grades of a day: the latest move on or before it, whatever the order of the file."""

from datetime import date, timedelta

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from planner.inventory import NO_MOVES, GradeMoves, GradeTerms, grades_on, recorded_moves
from planner.terms import Grade, MoveKind
from tests.inventory.moves import LISTED, OTHER, listed, moved, row

DAY = date(2026, 11, 1)
TERMS = GradeTerms(application=Grade.C, violation=Grade.C, shown_days=365)
HISTORY = (
    row(day="2026-03-01", grade="B", kind="promotion", grade_before="C"),
    row(day="2026-06-01", grade="C"),
    row(day="2026-11-01", grade="D"),
)


def grade(moves: GradeMoves, on: date = DAY, source: str = "c1", terms: GradeTerms = TERMS) -> str:
    frame = grades_on(LISTED, moves, on, terms).frame
    return str(frame.loc[frame["source_id"] == source, "grade"].item())


@pytest.mark.parametrize(("on", "expected"), [(DAY - timedelta(1), "C"), (DAY, "D"), (DAY + timedelta(999), "D")])
def test_a_move_is_in_force_from_its_day_on(on: date, expected: str) -> None:
    assert grade(moved(row()), on) == expected


@pytest.mark.parametrize(
    ("on", "expected"),
    [(date(2026, 2, 28), "C"), (date(2026, 3, 1), "B"), (date(2026, 5, 31), "B"), (date(2026, 6, 1), "C"), (DAY, "D")],
)
def test_each_day_has_its_grade(on: date, expected: str) -> None:
    assert grade(moved(*HISTORY), on) == expected


def test_before_the_first_move_its_grade_before_holds_even_against_the_list() -> None:
    late = listed("D")
    told = grades_on(late, moved(row(grade_before="B"), filed=late), DAY - timedelta(1), TERMS).frame
    assert told.loc[told["enterprise_id"] == late.frame["enterprise_id"].iloc[0], "grade"].tolist() == [
        "B",
        "B",
        "none",
    ]


def test_before_the_first_move_the_list_holds_where_nothing_is_stated() -> None:
    assert grade(moved(row()), DAY - timedelta(1)) == "C"


def test_rows_of_no_key_industry_keep_no_grade() -> None:
    assert grade(moved(row()), source="c3") == "none"


def test_a_move_of_one_process_leaves_the_others() -> None:
    moves = moved(row(enterprise_id=OTHER, key_industry="cement", sub_process="clinker", grade="C"))
    assert [grade(moves, source=name) for name in ("k1", "k2")] == ["C", "leading"]


def test_no_moves_leave_the_list_as_it_is() -> None:
    assert grades_on(LISTED, NO_MOVES, DAY, TERMS) is LISTED


def test_the_list_itself_is_not_written_to() -> None:
    grades_on(LISTED, moved(row()), DAY, TERMS)
    assert LISTED.frame["grade"].tolist()[:2] == ["C", "C"]


@given(order=st.permutations(range(len(HISTORY))), on=st.dates(date(2026, 1, 1), date(2027, 1, 1)))
@settings(max_examples=20)
def test_the_order_of_the_file_changes_nothing(order: list[int], on: date) -> None:
    filed, shuffled = moved(*HISTORY), moved(*(HISTORY[at] for at in order))
    one, two = grades_on(LISTED, filed, on, TERMS), grades_on(LISTED, shuffled, on, TERMS)
    pd.testing.assert_frame_equal(one.frame, two.frame)
    assert one.moves == two.moves


@given(on=st.dates(date(2026, 1, 1), date(2028, 1, 1)), days=st.integers(0, 400))
@settings(max_examples=20)
def test_what_is_recorded_gives_the_same_grades_and_records_again(on: date, days: int) -> None:
    terms = GradeTerms(application=Grade.C, shown_days=days)
    asked = row(enterprise_id=OTHER, key_industry="cement", sub_process="clinker", grade="A", kind="application")
    first = grades_on(LISTED, moved(*HISTORY, asked), on, terms)
    again = grades_on(LISTED, recorded_moves(first.moves), on, terms)
    pd.testing.assert_frame_equal(first.frame, again.frame)
    assert first.moves == again.moves


def test_the_grade_before_is_that_of_the_step_before_or_of_the_list() -> None:
    first, second, third = grades_on(LISTED, moved(*HISTORY), DAY, TERMS).moves
    assert (first.grade_before, second.grade_before, third.grade_before) == (Grade.C, Grade.B, Grade.C)


def test_a_grade_before_that_nothing_says_stays_unknown() -> None:
    late = listed("D")
    (move,) = grades_on(late, moved(row(), filed=late), DAY, TERMS).moves
    assert move.grade_before is None


@pytest.mark.parametrize(("on", "recent"), [(DAY, True), (DAY + timedelta(365), True), (DAY + timedelta(366), False)])
def test_a_move_is_told_for_as_long_as_the_rules_say(on: date, recent: bool) -> None:
    (move,) = grades_on(LISTED, moved(row()), on, TERMS).moves
    assert move.is_recent is recent


ASKED = row(enterprise_id=OTHER, key_industry="cement", sub_process="clinker", grade="A", kind="application")


def test_an_application_counts_as_the_rules_say_until_it_is_approved() -> None:
    moves = moved(ASKED)
    assert grade(moves, source="k1") == "C"
    assert grades_on(LISTED, moves, DAY, TERMS).moves[0].grade is Grade.A


def test_an_application_changes_nothing_where_no_rule_speaks_of_it() -> None:
    assert grade(moved(ASKED), source="k1", terms=GradeTerms()) == "B"


def test_an_application_for_what_it_would_count_as_lifts_nobody() -> None:
    low = listed("D")
    moves = moved(row(grade="C", kind="application"), filed=low)
    assert grades_on(low, moves, DAY, TERMS).frame["grade"].iloc[0] == "D"


def test_an_application_lifts_nobody_above_the_grade_that_it_has() -> None:
    low = listed("D")
    moves = moved(row(grade="A", kind="application"), filed=low)
    assert grades_on(low, moves, DAY, TERMS).frame["grade"].iloc[0] == "D"


@pytest.mark.parametrize(("stated", "counted"), [("B-", "C"), ("C", "C"), ("D", "D")])
def test_a_breach_leaves_at_best_what_the_rules_name(stated: str, counted: str) -> None:
    filed = listed("A")
    moves = moved(row(grade=stated, kind="violation"), filed=filed)
    assert grades_on(filed, moves, DAY, TERMS).frame["grade"].iloc[0] == counted


def test_a_leading_firm_that_falls_by_rule_is_not_leading() -> None:
    fallen = row(enterprise_id=OTHER, key_industry="cement", sub_process="grinding", grade="leading", kind="violation")
    told = grades_on(LISTED, moved(fallen), DAY, TERMS)
    assert told.frame.set_index("source_id").loc["k2", "grade"] == "non_leading"
    assert told.moves[0].kind is MoveKind.VIOLATION
