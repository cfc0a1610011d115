"""Family 7: what a laxer level chooses stands at a stricter one; what obligations take back is told."""

import numpy as np

from planner.problem import PlanProblem
from planner.problem.nesting import (
    ExceptionKind,
    asked_by_laxer,
    find_exceptions,
    is_nested,
    nested_variant,
    of_one_list,
    spared_by_stricter,
)
from planner.problem.records import Indices
from planner.terms import Level, Mode
from tests.books import book_problems, falling_rows
from tests.tiny import source

TRUCKS = {"yellow_measure": "truck_ban_cn4", "orange_measure": "no_measure", "red_measure": "no_measure"}


def one_firm(**cells: object) -> tuple[PlanProblem, ...]:
    return book_problems(source("s", grade="C", **cells), mode=Mode.FILL)


def keeping(problem: PlanProblem, kept: float) -> Indices:
    """The option of the only source that keeps this share."""
    return np.flatnonzero(problem.options.kept_share == kept)


def test_the_stricter_level_may_keep_no_more_than_the_laxer_one_leaves() -> None:
    yellow, orange, _ = one_firm()
    allowed = asked_by_laxer(yellow, keeping(yellow, 0.5), orange)
    assert sorted(orange.options.kept_share[allowed]) == [0.0, 0.5]


def test_what_is_obliged_at_the_laxer_level_binds_nobody() -> None:
    yellow, orange, _ = one_firm(yellow_measure="halt", yellow_kept_share=0.0)
    assert asked_by_laxer(yellow, keeping(yellow, 0.0), orange).all()


def test_the_laxer_level_may_ask_no_more_than_the_stricter_one_but_what_it_is_obliged_to() -> None:
    yellow, orange, _ = one_firm()
    allowed = spared_by_stricter(orange, keeping(orange, 0.5), yellow)
    assert yellow.options.kept_share[allowed].min() == 0.5
    assert allowed[yellow.sources.first_option[0]]


def test_both_sides_say_the_same() -> None:
    yellow, orange, _ = book_problems(*falling_rows(), mode=Mode.FILL)
    for one in range(yellow.options.count):
        for two in range(orange.options.count):
            source_of = yellow.options.source[one]
            if source_of == orange.options.source[two]:
                left, right = (item.sources.first_option[:-1].copy() for item in (yellow, orange))
                left[source_of], right[source_of] = one, two
                asked = asked_by_laxer(yellow, left, orange)[two]
                assert asked == spared_by_stricter(orange, right, yellow)[one]


def test_three_plans_are_nested_only_where_every_pair_is() -> None:
    problems = one_firm()
    all_half = tuple(keeping(problem, 0.5) for problem in problems)
    assert is_nested(problems, all_half)
    assert not is_nested(problems, (all_half[0], keeping(problems[1], 1.0), all_half[2]))


def test_a_variant_holds_only_the_options_that_nest() -> None:
    problems = one_firm()
    found = nested_variant(problems, 1, ((0, keeping(problems[0], 0.7)), (2, keeping(problems[2], 0.5))))
    assert found is not None
    assert set(problems[1].options.kept_share[found[1]]) == {1.0, 0.7, 0.5} - {1.0}


def test_there_is_no_variant_where_no_option_fits_between() -> None:
    problems = one_firm()
    assert nested_variant(problems, 1, ((0, keeping(problems[0], 0.5)), (2, keeping(problems[2], 0.7)))) is None


def test_a_filed_halt_that_a_stricter_level_does_not_repeat_is_told() -> None:
    problems = book_problems(*falling_rows(), mode=Mode.FILL)
    told = find_exceptions(problems, tuple(item.sources.first_option[:-1] for item in problems))
    assert {(item.laxer, item.stricter, item.source_id, item.kind) for item in told} == {
        (Level.YELLOW, Level.ORANGE, "a-falls", ExceptionKind.OBLIGED),
        (Level.YELLOW, Level.RED, "a-falls", ExceptionKind.OBLIGED),
    }


def test_a_duty_that_ends_is_told_with_its_name() -> None:
    problems = one_firm(**TRUCKS)
    told = find_exceptions(problems, tuple(item.sources.first_option[:-1] for item in problems))
    assert {(item.kind, item.duties) for item in told} == {(ExceptionKind.DUTY, ("truck_ban_cn4",))}


def test_levels_of_other_lists_make_no_book() -> None:
    yellow, orange, red = one_firm()
    other = book_problems(source("t", grade="C"), mode=Mode.FILL)
    assert of_one_list((yellow, orange, red))
    assert not of_one_list((yellow, other[1], red))
    assert not of_one_list((orange, yellow, red))
