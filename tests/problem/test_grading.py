"""What rules say of moves, and what an officer is told of the moves of a plan's day."""

from dataclasses import replace
from datetime import date

import pytest

from planner.inventory import NO_MOVES
from planner.problem import check_moves_on, grading_terms
from planner.rules import RulesInForce
from planner.terms import Grade
from tests.inventory.moves import LISTED, OTHER, moved, row
from tests.tiny import ON, rules_in_force

ASKED = row(enterprise_id=OTHER, key_industry="cement", sub_process="clinker", grade="A", kind="application")


def without_grading() -> RulesInForce:
    rules = rules_in_force()
    return replace(rules, rules=tuple(item for item in rules.rules if not item.id.startswith("national.grading.")))


def codes(*rows: dict[str, str], rules: RulesInForce | None = None, on: date = ON) -> list[str]:
    told = check_moves_on(LISTED, moved(*rows) if rows else NO_MOVES, rules or rules_in_force(), on)
    return [item.code.removeprefix("grades.") for item in told]


def test_applications_count_as_the_rule_in_force_says() -> None:
    terms = grading_terms(rules_in_force())
    assert (terms.application, terms.shown_days) == (Grade.C, 365)


def test_without_rules_nothing_is_known() -> None:
    assert grading_terms(without_grading()).application is None


def test_sound_moves_are_not_spoken_of() -> None:
    assert codes() == codes(row(), ASKED) == []


def test_a_kind_that_no_rule_speaks_of_is_told() -> None:
    assert codes(ASKED, rules=without_grading()) == ["rule.not_in_force"]


def test_a_kind_is_not_told_before_its_first_move() -> None:
    assert codes(ASKED | {"grade_before": "B"}, rules=without_grading(), on=date(2026, 10, 31)) == []


def test_a_rule_that_names_no_grade_is_an_error() -> None:
    rules = rules_in_force()
    wrong = [replace(item, value="E") if item.id.endswith("applied_counts_as_c") else item for item in rules.rules]
    assert codes(ASKED, rules=replace(rules, rules=tuple(wrong))) == ["rule.no_grade"]


def test_a_grade_before_that_nobody_states_is_told_for_earlier_days() -> None:
    assert codes(row(), on=date(2026, 10, 31)) == ["before.unknown"]


def test_an_application_for_no_better_grade_is_told() -> None:
    assert codes(row(grade="C", kind="application", grade_before="D")) == ["application.no_effect"]


@pytest.mark.parametrize("count", [1, 2])
def test_moves_of_firms_that_left_the_list_are_counted(count: int) -> None:
    gone = [row(enterprise_id="91999999000000190F", day=f"2026-1{at}-01") for at in range(count)]
    gone[-1] = gone[-1] | ({"grade": "C", "kind": "promotion"} if count > 1 else {})
    told = check_moves_on(LISTED, moved(*gone), rules_in_force(), ON)
    assert [(item.code, dict(item.values)["count"]) for item in told] == [("grades.moves.absent_firms", str(count))]
