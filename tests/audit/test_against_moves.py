"""The referee counts grades again from the list and the recorded moves."""

from dataclasses import replace
from datetime import timedelta

import pytest

from planner.audit import audit_grades
from planner.inventory import AppliedMove, GradeTerms, Inventory, grades_on
from planner.problem import PlanProblem, build_problem, problem_from_text, problem_to_text
from planner.rules import RulesInForce
from planner.terms import Grade, Mode, MoveKind
from tests.inventory.moves import LISTED, moved, row
from tests.tiny import ON, alert, rules_in_force

FALLEN = row(grade_before="C")
AWAITED = row(day="2027-01-01", grade="D", grade_before="B")


def built(*rows: dict[str, str]) -> PlanProblem:
    """The problem of the list under these moves."""
    graded = grades_on(LISTED, moved(*rows), ON, GradeTerms(application=Grade.C, shown_days=365))
    return build_problem(graded, rules_in_force(), alert(), Mode.DESIGN)


def fits(problem: PlanProblem, listed: Inventory = LISTED, rules: RulesInForce | None = None) -> bool:
    (check,) = audit_grades(listed, rules or rules_in_force(), problem)
    return check.passed


def changed(problem: PlanProblem, **fields: object) -> PlanProblem:
    """The problem with its first recorded move changed."""
    return replace(problem, moves=(replace(problem.moves[0], **fields), *problem.moves[1:]))


@pytest.mark.parametrize(
    "rows", [(FALLEN,), (AWAITED,), (FALLEN, AWAITED | {"grade": "B", "grade_before": "", "kind": "promotion"})]
)
def test_honest_grades_pass_and_survive_their_text(rows: tuple[dict[str, str], ...]) -> None:
    problem = built(*rows)
    assert fits(problem)
    again = problem_from_text(problem_to_text(problem))
    assert again.moves == problem.moves
    assert fits(again)


def test_a_problem_without_moves_says_nothing_of_them() -> None:
    problem = build_problem(LISTED, rules_in_force(), alert(), Mode.DESIGN)
    assert '"moves"' not in problem_to_text(problem)
    assert fits(problem)


def test_a_move_that_was_left_out_is_caught() -> None:
    assert not fits(replace(built(FALLEN), moves=()))


@pytest.mark.parametrize(
    "fields",
    [
        {"counts_as": Grade.B},
        {"grade": Grade.B},
        {"grade": Grade.B, "counts_as": Grade.B},
        {"from_day": ON + timedelta(1)},
        {"sub_process": "shakeout"},
    ],
)
def test_a_recorded_move_that_was_changed_is_caught(fields: dict[str, object]) -> None:
    assert not fits(changed(built(FALLEN), **fields))


def test_grades_of_the_sources_that_were_changed_are_caught() -> None:
    problem = built(FALLEN)
    assert not fits(replace(problem, sources=replace(problem.sources, grade=("C",) * problem.sources.count)))


def test_another_list_is_caught() -> None:
    frame = LISTED.frame.assign(grade=LISTED.frame["grade"].replace("leading", "non_leading"))
    assert not fits(built(FALLEN), replace(LISTED, frame=frame))


def application() -> PlanProblem:
    """A firm that asked for A and counts as C, with a rule that says so or without."""
    asked = row(enterprise_id="91999999000000182L", key_industry="cement", sub_process="clinker", grade="A")
    return built(asked | {"kind": "application"})


def test_an_application_that_counts_as_more_than_the_rules_say_is_caught() -> None:
    assert fits(application())
    assert not fits(changed(application(), counts_as=Grade.B))
    assert not fits(changed(application(), kind=MoveKind.PROMOTION))


def test_an_application_without_its_rule_is_caught() -> None:
    rules = rules_in_force()
    without = tuple(item for item in rules.rules if not item.id.startswith("national.grading."))
    assert not fits(application(), rules=replace(rules, rules=without))


def test_moves_out_of_order_are_malformed() -> None:
    problem = built(FALLEN)
    move: AppliedMove = problem.moves[0]
    twice = replace(problem, moves=(move, move))
    with pytest.raises(Exception, match=r"plan\.problem_malformed"):
        problem_from_text(problem_to_text(twice))
