"""Grades that moved, in words and between two plans."""

from dataclasses import replace
from datetime import date

import pytest

from planner.compare import compare_plans, grade_move_sentence, move_kind_label, recent_moves
from planner.inventory import AppliedMove
from planner.terms import Grade, MoveKind, Phrasebook
from tests.compare.toy_problem import toy_city, toy_plan

ENGLISH = Phrasebook()
MOVE = AppliedMove(
    enterprise_id="firm-a",
    key_industry="cement",
    sub_process="main",
    from_day=date(2026, 11, 1),
    grade=Grade.D,
    counts_as=Grade.D,
    grade_before=Grade.C,
    kind=MoveKind.DEMOTION,
    reason="超标排放",
    document="文〔2026〕1号",
    is_recent=True,
)


def test_a_move_is_told_with_its_day_and_reason() -> None:
    said = "Grade C → Grade D from 2026-11-01 (Demotion: 超标排放; 文〔2026〕1号)"
    assert grade_move_sentence(ENGLISH, MOVE) == said


def test_a_move_from_a_grade_that_nobody_knows_is_told_without_it() -> None:
    said = "Grade D from 2026-11-01 (Demotion: 超标排放)"
    assert grade_move_sentence(ENGLISH, replace(MOVE, grade_before=None, document="")) == said


@pytest.mark.parametrize("kind", list(MoveKind))
def test_every_kind_has_words(kind: MoveKind) -> None:
    assert move_kind_label(ENGLISH, kind) != str(kind)


def test_only_recent_moves_are_told_on_orders() -> None:
    problem, _ = toy_plan()
    old = replace(MOVE, from_day=date(2020, 1, 1), is_recent=False)
    assert recent_moves(replace(problem, moves=(old, MOVE))) == {("firm-a", "cement", "main"): (MOVE,)}
    assert recent_moves(replace(problem, moves=(old,))) == {}


def test_a_difference_says_that_a_grade_moved() -> None:
    first, *others = toy_city()
    told = compare_plans(*toy_plan(), *toy_plan((replace(first, grade="D", chosen=0), *others)))
    (row,) = told.changes.to_dict("records")
    assert (row["grade_moved"], row["grade_before"], row["grade_after"]) == (True, "C", "D")
    assert told.grades["source_id"].tolist() == ["a-1"]


def test_a_grade_that_moves_without_another_measure_is_still_told() -> None:
    first, *others = toy_city()
    told = compare_plans(*toy_plan(), *toy_plan((replace(first, grade="D"), *others)))
    assert told.changes.empty
    assert told.grades[["grade_before", "grade_after"]].to_numpy().tolist() == [["C", "D"]]


def test_a_change_under_the_same_grade_says_nothing_of_it() -> None:
    first, *others = toy_city()
    changes = compare_plans(*toy_plan(), *toy_plan((replace(first, chosen=0), *others))).changes
    assert changes[["grade_moved", "grade_before", "grade_after"]].to_numpy().tolist() == [[False, "", ""]]
