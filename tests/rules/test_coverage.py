"""Every cell of the guide is answered in exactly one way, on every day; whoever breaks it is told."""

from dataclasses import replace
from datetime import date

import pytest

from planner.rules import Cell, KeyIndustry, MissingCells, Scope, SubProcess, answer_of, cells, in_force
from planner.rules.coverage import find_uncovered
from planner.terms import LEVELS, Answer, Evidence, Grade, Level, Measure
from tests.rules.hand_made import book, dated, rule

B, ORANGE = Grade.B, Level.ORANGE
CELL = Cell(industry="lime_kiln", sub_process="lime", grade=B, level=ORANGE)


def gap(*levels: Level, begins: str = "2019-07-26", ends: str | None = None) -> MissingCells:
    until = date.fromisoformat(ends) if ends else None
    return MissingCells(
        industry="lime_kiln",
        sub_process="lime",
        grades=(B,),
        levels=levels or LEVELS,
        from_day=date.fromisoformat(begins),
        until=until,
    )


def halt(*values, level: Level = ORANGE):
    scope = Scope(industry="lime_kiln", sub_process="lime", grade=B, level=level)
    return replace(rule("industries.lime_kiln.b.halt", *values), kind="floor", measure=Measure.HALT, scope=scope)


def guide(*rules, missing=()):
    lime = SubProcess(code="lime", name_zh="石灰窑", name_en="Lime kilns", grades=(B,))
    industry = KeyIndustry(number=5, code="lime_kiln", name_zh="石灰窑", name_en="Lime", sub_processes=(lime,))
    return replace(book(*rules), industries=(industry,), missing=missing)


def offences(*rules, missing=()):
    found = find_uncovered(guide(*rules, missing=missing))
    return [(item.code, item.where.column, dict(item.values)["day"]) for item in found]


def test_a_guide_has_a_cell_for_each_grade_and_level():
    assert cells(guide()) == tuple(replace(CELL, level=level) for level in LEVELS)


def test_cells_that_are_all_missing_are_answered():
    assert offences(missing=(gap(),)) == []


def test_a_cell_of_which_nobody_speaks_is_found():
    lighter = gap(Level.YELLOW, ORANGE)
    assert offences(missing=(lighter,)) == [("rules.cell.unanswered", "lime.B.red", "2019-07-26")]


def test_a_rule_that_ends_leaves_a_gap_from_that_day_on():
    ended = halt(dated("2019-07-26", 1.0), dated("2020-06-29", None))
    missing = (gap(Level.YELLOW, Level.RED),)
    assert offences(ended, missing=missing) == [("rules.cell.unanswered", "lime.B.orange", "2020-06-29")]


def test_a_rule_and_a_gap_that_follow_each_other_fit():
    ended = halt(dated("2019-07-26", 1.0), dated("2020-06-29", None))
    assert offences(ended, missing=(gap(Level.YELLOW, Level.RED), gap(ORANGE, begins="2020-06-29"))) == []


def test_a_cell_that_is_sourced_and_missing_at_once_is_found():
    answered_twice = offences(halt(dated("2021-01-01", 1.0)), missing=(gap(),))
    assert answered_twice == [("rules.cell.two_answers", "lime.B.orange", "2021-01-01")]


def test_a_recalled_value_answers_nothing():
    recalled = replace(halt(dated("2021-01-01", 1.0, Evidence.RECALLED)), answer=Answer.MISSING)
    assert offences(recalled, missing=(gap(),)) == []


@pytest.mark.parametrize(("day", "answer"), [("2019-12-31", Answer.SOURCED), ("2020-06-29", Answer.MISSING)])
def test_a_city_reads_the_answer_of_the_day(day, answer):
    ended = halt(dated("2019-07-26", 1.0), dated("2020-06-29", None))
    rules = in_force(guide(ended), date.fromisoformat(day), "somewhere")
    assert answer_of(rules, CELL) is answer


def test_the_shipped_rules_leave_no_cell_unanswered(rulebook):
    assert len(cells(rulebook)) > 1000
    assert list(find_uncovered(rulebook)) == []
